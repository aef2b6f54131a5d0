import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type DutyCommand, type ChangeDuty, type DutyAskedFor, type FulfilDuty, type RecordDuty } from './duties.commands.js';
import { type DutyEvent, type DutySchedule } from './duty.events.js';
import { refuseDuty } from './duty.refusals.js';
import { dutyAfter, dutyDeadline } from './duty.schedule.js';
import { type Duty, dutyHistory, evolveDuty, nextOfDuty, occurrenceFollowing, occurrencesOfDuty } from './duty.state.js';
import { type ChangeDutyDto, type RecordDutyDto } from './duty.payloads.js';
import { bodyIdOf } from '../../kernel/record-id.js';

export const dutyDecider: Decider<Duty | null, DutyCommand, DutyEvent> = {
  history: dutyHistory,
  decide(command, duty): Decision<DutyEvent> {
    const { timeZone } = command.facts;
    if (timeZone === null) return refuseDuty('duty.body-unknown');
    const today = dateInZone(command.happenedAt, timeZone);
    const on = command.data.on ?? today;
    if (on > today) return refuseDuty('duty.later-than-now', { field: 'on', detail: { on, today } });
    if (command.type === 'RecordDuty') return record(command, on);
    if (!duty) return refuseDuty('duty.not-recorded', { detail: { dutyId: command.target } });
    if (command.type === 'FulfilDuty') return fulfil(command, duty, on);
    const refused = outOfOrder(duty, on);
    if (refused) return refused;
    if (command.type === 'ChangeDuty') return change(command, duty, on);
    const { dutyId, bodyId } = duty;
    return accept<DutyEvent>({ type: 'DutyEnded', v: 1, data: { dutyId, bodyId, on, reason: command.data.reason } });
  },
};

function record({ target, data }: DutyAskedFor<typeof RecordDuty>, on: string): Decision<DutyEvent> {
  const schedule = scheduleOf(data, undefined);
  if (isRefusal(schedule)) return schedule;
  const { title, what, source, officers = [] } = data;
  const bodyId = bodyIdOf(target);
  const next = dutyDeadline(schedule, dutyAfter(schedule, ''));
  return accept<DutyEvent>({
    type: 'DutyRecorded',
    v: 1,
    data: { dutyId: target, bodyId, on, title, what, source, officers, schedule, next },
  });
}

/** The schedule from a command; with `before`, parts that the command leaves out stay as they were. */
function scheduleOf(
  { recurrence, years, firstDue, afterYearEnd }: RecordDutyDto | ChangeDutyDto,
  before: DutySchedule | undefined,
): DutySchedule | Refusal {
  if (firstDue !== undefined && afterYearEnd) return refuseDuty('duty.schedule-twice', { field: 'afterYearEnd' });
  const first: DutySchedule['first'] | undefined = afterYearEnd
    ? { by: 'year-end', yearEnd: afterYearEnd.yearEnd, months: afterYearEnd.months }
    : firstDue !== undefined
      ? { by: 'date', date: firstDue }
      : before?.first;
  if (!first) return refuseDuty('duty.schedule-missing', { field: 'firstDue' });
  if ((recurrence === 'every-n-years') !== (years !== undefined)) return refuseDuty('duty.recurrence-unsaid', { field: 'years' });
  return { everyYears: recurrence === undefined ? (before?.everyYears ?? 1) : (years ?? 1), first };
}

/** The schedule in force on the duty's last recorded change. */
const scheduleNow = ({ schedules }: Duty): DutySchedule => schedules.at(-1)!.schedule;

function outOfOrder(duty: Duty, on: string): Refusal | null {
  const lastChange = duty.schedules.length > 1 ? duty.schedules.at(-1)!.from : duty.recordedOn;
  if (duty.ended) return refuseDuty('duty.ended', { detail: { on: duty.ended.on } });
  if (on < duty.recordedOn) return refuseDuty('duty.before-it-was-recorded', { field: 'on', detail: { on, recordedOn: duty.recordedOn } });
  return on < lastChange ? refuseDuty('duty.before-its-last-change', { field: 'on', detail: { on, lastChange } }) : null;
}

const shown = ({ title, what, officers }: Duty) => ({ title, what, officers });

function fulfil({ data }: DutyAskedFor<typeof FulfilDuty>, duty: Duty, on: string): Decision<DutyEvent> {
  const { occurrence, words, link, report } = data;
  const field = 'occurrence';
  const following = occurrenceFollowing(duty, on);
  const due = [...occurrencesOfDuty(duty, on), following];
  if (occurrence > following) return refuseDuty('duty.occurrence-too-far', { field, detail: { next: following } });
  if (!due.includes(occurrence)) return refuseDuty('duty.occurrence-unknown', { field, detail: { occurrences: due.slice(-12) } });
  if (duty.ended && occurrence > duty.ended.on) return refuseDuty('duty.ended', { field, detail: { on: duty.ended.on } });
  if (duty.fulfilled.some((one) => one.occurrence === occurrence)) return refuseDuty('duty.fulfilled-already', { field });
  const { dutyId, bodyId } = duty;
  const last = duty.fulfilled.reduce((latest, one) => (one.occurrence > latest ? one.occurrence : latest), occurrence);
  const next = duty.ended ? undefined : dutyDeadline(scheduleNow(duty), occurrenceFollowing(duty, last));
  return accept<DutyEvent>({
    type: 'DutyFulfilled',
    v: 1,
    data: given({ dutyId, bodyId, on, occurrence, words, link, report, next, duty: shown(duty) }),
  });
}

function change({ data }: DutyAskedFor<typeof ChangeDuty>, duty: Duty, on: string): Decision<DutyEvent> {
  const before = scheduleNow(duty);
  const schedule = scheduleOf(data, before);
  if (isRefusal(schedule)) return schedule;
  if (JSON.stringify(schedule) === JSON.stringify(before)) return refuseDuty('duty.nothing-given');
  const { dutyId, bodyId } = duty;
  const named = { dutyId, bodyId, on, schedule, reason: data.reason, duty: shown(duty) };
  const changed = { type: 'DutyChanged', v: 1, data: { ...named, next: dutyDeadline(schedule, on) } } as const;
  const after = evolveDuty(duty, changed);
  const next = dutyDeadline(schedule, after ? nextOfDuty(after) : on);
  return accept<DutyEvent>({ ...changed, data: { ...named, next } });
}
