import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { type CalendarEvent } from './calendar.events.js';
import { calendarDecider } from './calendar.decider.js';
import { calendarHistory } from './calendar.state.js';
import { type CalendarFacts, RecordHoliday, WithdrawHoliday } from './calendars.commands.js';

const known = { facts: { known: true, everywhere: [] } satisfies CalendarFacts };
const worldCup = { date: '2026-06-15', title: 'World Cup', kept: true };
const recorded: CalendarEvent = { type: 'HolidayRecorded', v: 1, data: { calendar: 'scotland', ...worldCup } };

describe('a calendar', () => {
  it('has a holiday recorded that is kept everywhere', () =>
    given(calendarHistory, [])
      .when(
        calendarDecider,
        ask(RecordHoliday, 'scotland', { date: '2026-06-15', title: 'World Cup', source: 'Royal Proclamation' }, known),
      )
      .then({ type: 'HolidayRecorded', v: 1, data: { calendar: 'scotland', ...worldCup, source: 'Royal Proclamation' } }));

  it('of a body has the holidays kept where it sits', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'board', { date: '2026-06-12', title: 'Common Riding' }, known))
      .then({
        type: 'HolidayRecorded',
        v: 1,
        data: { calendar: 'board', bodyId: 'board', date: '2026-06-12', title: 'Common Riding', kept: true },
      }));

  it('is that of a body that is established, or of all Scotland', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'nowhere', worldCup, { facts: { known: false, everywhere: [] } }))
      .thenRefused('calendar.body-unknown'));

  it('has a day recorded once', () =>
    given(calendarHistory, [recorded])
      .when(calendarDecider, ask(RecordHoliday, 'scotland', worldCup, known))
      .thenRefused('calendar.recorded-already'));

  it('has no holiday recorded that is one by the rules', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'scotland', { date: '2026-12-28', title: 'Boxing Day' }, known))
      .thenRefused('calendar.holiday-already'));

  it('of a body has no holiday recorded that is kept everywhere', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'board', worldCup, { facts: { known: true, everywhere: [worldCup] } }))
      .thenRefused('calendar.holiday-already'));

  it('says of a day of the rules that it is not kept', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'board', { date: '2026-05-25', title: 'Taken in June', kept: false }, known))
      .then({
        type: 'HolidayRecorded',
        v: 1,
        data: { calendar: 'board', bodyId: 'board', date: '2026-05-25', title: 'Taken in June', kept: false },
      }));

  it('says of no other day that it is not kept', () =>
    given(calendarHistory, [])
      .when(calendarDecider, ask(RecordHoliday, 'board', { date: '2026-05-26', title: 'Nothing', kept: false }, known))
      .thenRefused('calendar.not-a-holiday'));

  it('of a body keeps a day that is not kept elsewhere', () =>
    given(calendarHistory, [])
      .when(
        calendarDecider,
        ask(
          RecordHoliday,
          'board',
          { date: '2026-05-25', title: 'Kept here' },
          { facts: { known: true, everywhere: [{ date: '2026-05-25', title: 'Moved', kept: false }] } },
        ),
      )
      .then({
        type: 'HolidayRecorded',
        v: 1,
        data: { calendar: 'board', bodyId: 'board', date: '2026-05-25', title: 'Kept here', kept: true },
      }));

  it('has a day withdrawn, and then recorded again', () =>
    given(calendarHistory, [recorded])
      .when(calendarDecider, ask(WithdrawHoliday, 'scotland', { date: '2026-06-15', reason: 'Wrong year.' }, known))
      .and(calendarDecider, ask(RecordHoliday, 'scotland', worldCup, known))
      .then(recorded));

  it('has only a day withdrawn that was recorded', () =>
    given(calendarHistory, [recorded])
      .when(calendarDecider, ask(WithdrawHoliday, 'scotland', { date: '2026-06-16', reason: 'Wrong year.' }, known))
      .thenRefused('calendar.not-recorded'));

  it('keeps what is recorded in the order of the days, with its source, and drops only what is withdrawn', () => {
    const day = (date: string, more: object = {}): CalendarEvent => ({
      type: 'HolidayRecorded',
      v: 1,
      data: { calendar: 'scotland', date, title: date, kept: true, ...more },
    });
    const withdrawn: CalendarEvent = { type: 'HolidayWithdrawn', v: 1, data: { calendar: 'scotland', date: '2026-06-15', reason: 'x' } };
    const three = [day('2026-06-15'), day('2026-06-20', { source: 'Royal Proclamation' }), day('2026-06-01')];
    const { holidays } = given(calendarHistory, three).state;
    expect(holidays).toEqual([
      { date: '2026-06-01', title: '2026-06-01', kept: true },
      { date: '2026-06-15', title: '2026-06-15', kept: true },
      { date: '2026-06-20', title: '2026-06-20', kept: true, source: 'Royal Proclamation' },
    ]);
    const inOrder = ['2026-06-01', '2026-06-15', '2026-06-20'];
    expect(
      given(
        calendarHistory,
        inOrder.map((date) => day(date)),
      ).state.holidays.map(({ date }) => date),
    ).toEqual(inOrder);
    expect(given(calendarHistory, [...three, withdrawn]).state.holidays.map(({ date }) => date)).toEqual(['2026-06-01', '2026-06-20']);
    given(calendarHistory, three)
      .when(calendarDecider, ask(WithdrawHoliday, 'scotland', { date: '2026-06-20', reason: 'Wrong year.' }, known))
      .then({ type: 'HolidayWithdrawn', v: 1, data: { calendar: 'scotland', date: '2026-06-20', reason: 'Wrong year.' } });
  });
});
