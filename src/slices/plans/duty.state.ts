import { addDays } from '../../kernel/dates.js';
import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type DutyEvent, type DutyRecordedData, type DutySchedule } from './duty.events.js';
import { dutyAfter } from './duty.schedule.js';
import { type FactOf } from '../../kernel/update.js';

/** A body's recurring duty as its events tell it. All dates are calendar dates where the body sits. */
export interface Duty extends Omit<DutyRecordedData, 'on' | 'schedule' | 'next'> {
  readonly recordedOn: string;
  /** The duty's schedules in order; each gives the occurrences from its day on, until the next one's. */
  readonly schedules: readonly { readonly from: string; readonly schedule: DutySchedule; readonly reason?: string }[];
  readonly fulfilled: readonly Fulfilment[];
  readonly ended?: { readonly on: string; readonly reason: string };
}

export interface Fulfilment {
  readonly occurrence: string;
  readonly on: string;
  readonly words: string;
  readonly link?: string;
  readonly report?: string;
}

/** What one event changes; the event's metadata plays no part. */
export type DutyFact = FactOf<DutyEvent>;

/** Before any day there is. */
const EVER = '0000-01-01';

/** Nothing can happen to a duty that was not recorded: it stays `null`. */
export function evolveDuty(duty: Duty | null, event: DutyFact): Duty | null {
  if (event.type === 'DutyRecorded') {
    const { on, schedule, next: _next, ...data } = event.data;
    return { ...data, recordedOn: on, schedules: [{ from: EVER, schedule }], fulfilled: [] };
  }
  if (!duty) return null;
  switch (event.type) {
    case 'DutyFulfilled': {
      const { occurrence, on, words, link, report } = event.data;
      return { ...duty, fulfilled: [...duty.fulfilled, { occurrence, on, words, link, report }] };
    }
    case 'DutyChanged': {
      const { on, schedule, reason } = event.data;
      const before = duty.schedules.filter(({ from }) => from < on);
      return { ...duty, schedules: [...before, { from: on, schedule, reason }] };
    }
    case 'DutyEnded':
      return { ...duty, ended: { on: event.data.on, reason: event.data.reason } };
  }
}

/** Stream `duty-<bodyId>/<duty>`. */
export const dutyHistory: History<Duty | null> = {
  category: 'duty',
  ofBody: 'record',
  initial: null,
  evolve: (duty, event) => evolveDuty(duty, event as Recorded<DutyEvent>),
};

/** The duty as it stood at the end of a day; `null` before it was recorded. */
export const dutyOn = (facts: readonly DutyFact[], date: string): Duty | null =>
  facts.filter(({ data }) => data.on <= date).reduce<Duty | null>(evolveDuty, null);

/** The first occurrence of the duty after a day. */
export function occurrenceFollowing({ schedules }: Pick<Duty, 'schedules'>, day: string): string {
  for (const [index, { from, schedule }] of schedules.entries()) {
    const until = schedules[index + 1]?.from;
    const occurrence = dutyAfter(schedule, day < from ? addDays(from, -1) : day);
    if (until === undefined || occurrence < until) return occurrence;
  }
  throw new Error('A duty without a schedule.');
}

/** Every occurrence of the duty up to a day, that day included. */
export function occurrencesOfDuty(duty: Pick<Duty, 'schedules'>, until: string): string[] {
  const found: string[] = [];
  for (let next = occurrenceFollowing(duty, EVER); next <= until; next = occurrenceFollowing(duty, next)) found.push(next);
  return found;
}

/** The next occurrence of the duty: the one after the last that was fulfilled, late or not. */
export const nextOfDuty = (duty: Duty): string =>
  occurrenceFollowing(
    duty,
    duty.fulfilled.reduce((last, { occurrence }) => (occurrence > last ? occurrence : last), EVER),
  );

export interface Occurrence {
  readonly due: string;
  /** `late`: fulfilled after its day. `missed`: its day is past, and nothing was recorded as fulfilling it. */
  readonly state: 'fulfilled' | 'late' | 'missed' | 'due';
  readonly fulfilment?: Fulfilment;
}

/** The duty's occurrences as they stand on a day: all that are past or fulfilled, and the next. A duty that has ended has no next. */
export function occurrencesOn(duty: Duty, date: string): Occurrence[] {
  const last = duty.ended?.on ?? date;
  const dues = occurrencesOfDuty(duty, last < date ? last : date);
  const ahead = duty.fulfilled.map(({ occurrence }) => occurrence).filter((due) => !dues.includes(due));
  if (!duty.ended) ahead.push(occurrenceFollowing(duty, [...dues, ...ahead].sort().at(-1) ?? EVER));
  return [...dues, ...ahead].sort().map((due) => {
    const fulfilment = duty.fulfilled.find(({ occurrence }) => occurrence === due);
    if (fulfilment) return { due, state: fulfilment.on > due ? 'late' : 'fulfilled', fulfilment };
    return { due, state: due < date ? 'missed' : 'due' };
  });
}
