import { daysBetween } from '../../../../kernel/dates.js';
import { scheduleWords } from '../../duty.schedule.js';
import { type Duty, nextOfDuty, type Occurrence, occurrencesOn } from '../../duty.state.js';

/** A duty as a reader sees it on a day. */
export interface DutyView {
  readonly dutyId: string;
  readonly bodyId: string;
  /** `duty:body/duty` */
  readonly ref: string;
  readonly title: string;
  readonly what: string;
  readonly source: string;
  readonly officers: readonly string[];
  /** The duty's schedule in words. */
  readonly schedule: string;
  readonly recordedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  /** The next occurrence: the one after the last that was fulfilled; `null` once the duty has ended. */
  readonly next: string | null;
  readonly status: 'not-yet-due' | 'overdue' | 'ended';
  readonly daysOverdue: number;
  readonly missed: readonly string[];
  readonly occurrences: readonly Occurrence[];
}

export function dutyView(duty: Duty, asAt: string): DutyView {
  const { dutyId, bodyId, title, what, source, officers, recordedOn, ended } = duty;
  const occurrences = occurrencesOn(duty, asAt);
  const next = ended ? null : nextOfDuty(duty);
  const overdue = next !== null && next < asAt;
  return {
    dutyId,
    bodyId,
    ref: `duty:${dutyId}`,
    title,
    what,
    source,
    officers,
    schedule: scheduleWords(duty.schedules.at(-1)!.schedule),
    recordedOn,
    endedOn: ended?.on ?? null,
    endReason: ended?.reason ?? null,
    next,
    status: ended ? 'ended' : overdue ? 'overdue' : 'not-yet-due',
    daysOverdue: overdue ? daysBetween(next, asAt) : 0,
    missed: occurrences.filter(({ state }) => state === 'missed').map(({ due }) => due),
    occurrences,
  };
}
