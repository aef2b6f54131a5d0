import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { ChangeDuty, EndDuty, FulfilDuty, RecordDuty } from './duties.commands.js';
import { dutyDecider } from './duty.decider.js';
import { type DutyEvent } from './duty.events.js';
import { dutyDeadline } from './duty.schedule.js';
import { type Duty, dutyHistory, occurrencesOn } from './duty.state.js';
import { type PlanFacts } from './plan.facts.js';

const TARGET = 'sb-ijb/performance-report';
const named = { dutyId: TARGET, bodyId: 'sb-ijb' };
const on = (date: string, timeZone: string | null = 'Europe/London'): Circumstances<PlanFacts> => ({
  facts: { timeZone, meetings: [], holidays: [], meeting: null },
  happenedAt: `${date}T14:00:00.000Z`,
});

const schedule = { everyYears: 1, first: { by: 'year-end', yearEnd: '2019-03-31', months: 4 } } as const;
const shown = { title: 'Annual performance report', what: 'performance report published', officers: ['Chief Officer'] };
const source = 'Public Bodies (Joint Working) (Scotland) Act 2014, section 42';
const recorded: DutyEvent = {
  type: 'DutyRecorded',
  v: 1,
  data: { ...named, on: '2019-04-01', ...shown, source, schedule, next: dutyDeadline(schedule, '2019-07-31') },
};
const asked = { ...shown, source, recurrence: 'yearly' as const, afterYearEnd: { yearEnd: '2019-03-31', months: 4 } };
const duty = (...events: DutyEvent[]) => given(dutyHistory, [recorded, ...events]);
const fulfil = (occurrence: string, date: string) => ask(FulfilDuty, TARGET, { occurrence, words: 'Published.' }, on(date));
const fulfilled = (occurrence: string, date: string): DutyEvent => ({
  type: 'DutyFulfilled',
  v: 1,
  data: { ...named, on: date, occurrence, words: 'Published.', duty: shown },
});
const ended: DutyEvent = { type: 'DutyEnded', v: 1, data: { ...named, on: '2021-03-31', reason: 'Dissolved.' } };

describe('a duty', () => {
  describe('being recorded', () => {
    const record = (data: object, circumstances = on('2019-04-01')) =>
      given(dutyHistory).when(dutyDecider, ask(RecordDuty, TARGET, { ...asked, ...data }, circumstances));

    it('first falls due so many months after a year’s end', () => record({}).then(recorded));

    it('may fall due every few years from a day', () =>
      record({ afterYearEnd: undefined, firstDue: '2019-04-01', recurrence: 'every-n-years', years: 3 }).thenAccepted(([event]) =>
        expect(event?.data).toMatchObject({
          schedule: { everyYears: 3, first: { by: 'date', date: '2019-04-01' } },
          next: { latest: '2019-04-01', words: 'every 3 years from 1 April 2019' },
        }),
      ));

    it.each([
      ['duty.body-unknown', {}, on('2019-04-01', null)],
      ['duty.schedule-missing', { afterYearEnd: undefined }, on('2019-04-01')],
      ['duty.schedule-twice', { firstDue: '2019-04-01' }, on('2019-04-01')],
      ['duty.recurrence-unsaid', { recurrence: 'every-n-years' }, on('2019-04-01')],
      ['duty.recurrence-unsaid', { years: 3 }, on('2019-04-01')],
      ['duty.later-than-now', { on: '2019-04-02' }, on('2019-04-01')],
    ])('is refused: %s', (code, data, circumstances) => record(data, circumstances).thenRefused(code));
  });

  it('is fulfilled for an occurrence, and then falls due at the next', () =>
    duty()
      .when(dutyDecider, fulfil('2019-07-31', '2019-07-30'))
      .then({
        type: 'DutyFulfilled',
        v: 1,
        data: {
          ...named,
          on: '2019-07-30',
          occurrence: '2019-07-31',
          words: 'Published.',
          next: dutyDeadline(schedule, '2020-07-31'),
          duty: shown,
        },
      }));

  it('is fulfilled once for an occurrence that there is, past or the next', () => {
    duty(fulfilled('2019-07-31', '2019-07-30')).when(dutyDecider, fulfil('2019-07-31', '2019-08-01')).thenRefused('duty.fulfilled-already');
    duty().when(dutyDecider, fulfil('2019-07-30', '2019-08-01')).thenRefused('duty.occurrence-unknown');
    duty()
      .when(dutyDecider, fulfil('2020-07-31', '2019-07-01'))
      .thenRefused('duty.occurrence-too-far', { detail: { next: '2019-07-31' } });
    duty(ended).when(dutyDecider, fulfil('2021-07-31', '2021-07-01')).thenRefused('duty.ended');
    given(dutyHistory).when(dutyDecider, fulfil('2019-07-31', '2019-07-30')).thenRefused('duty.not-recorded');
  });

  it('that has ended may still be fulfilled for what fell due before, and asks for nothing more', () =>
    duty(ended)
      .when(dutyDecider, fulfil('2020-07-31', '2021-07-01'))
      .thenAccepted(([event]) => expect(event?.data).not.toHaveProperty('next')));

  it('passed over once is missed, and falls due after what was fulfilled last', () => {
    const { state } = duty(fulfilled('2020-07-31', '2020-08-02'));
    expect(occurrencesOn(state as Duty, '2020-12-31').map(({ due, state: how }) => [due, how])).toEqual([
      ['2019-07-31', 'missed'],
      ['2020-07-31', 'late'],
      ['2021-07-31', 'due'],
    ]);
  });

  it('changes from a day on, and what fell due before stays', () => {
    const changing = ask(ChangeDuty, TARGET, { firstDue: '2020-11-30', reason: 'Postponed.' }, on('2020-04-01'));
    duty(fulfilled('2019-07-31', '2019-07-30'))
      .when(dutyDecider, changing)
      .thenAccepted((events) => {
        expect(events[0]?.data).toMatchObject({ next: { latest: '2020-11-30' } });
        const { state } = duty(fulfilled('2019-07-31', '2019-07-30'), ...(events as DutyEvent[]));
        expect(occurrencesOn(state as Duty, '2021-01-01').map(({ due }) => due)).toEqual(['2019-07-31', '2020-11-30', '2021-11-30']);
      });
    duty()
      .when(dutyDecider, changing)
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ next: { latest: '2019-07-31' } }));
  });

  it.each([
    ['duty.nothing-given', ask(ChangeDuty, TARGET, { reason: 'Nothing.' }, on('2020-04-01')), []],
    ['duty.recurrence-unsaid', ask(ChangeDuty, TARGET, { recurrence: 'every-n-years', reason: 'Rarer.' }, on('2020-04-01')), []],
    ['duty.ended', ask(ChangeDuty, TARGET, { firstDue: '2022-01-01', reason: 'Late.' }, on('2022-04-01')), [ended]],
    ['duty.ended', ask(EndDuty, TARGET, { reason: 'Again.' }, on('2022-04-01')), [ended]],
    ['duty.before-it-was-recorded', ask(EndDuty, TARGET, { reason: 'Early.', on: '2019-03-31' }, on('2022-04-01')), []],
    [
      'duty.before-its-last-change',
      ask(EndDuty, TARGET, { reason: 'Early.', on: '2020-03-31' }, on('2022-04-01')),
      [
        {
          type: 'DutyChanged',
          v: 1,
          data: { ...named, on: '2020-04-01', schedule, reason: 'Moved.', next: dutyDeadline(schedule, '2020-07-31'), duty: shown },
        } satisfies DutyEvent,
      ],
    ],
  ])('is not changed: %s', (code, command, events) =>
    duty(...(events as DutyEvent[]))
      .when(dutyDecider, command)
      .thenRefused(code),
  );

  it('ends', () =>
    duty()
      .when(dutyDecider, ask(EndDuty, TARGET, { reason: 'Dissolved.' }, on('2021-03-31')))
      .then(ended));
});
