import { type CommandFor, defineCommand } from '../../kernel/command.js';
import { type RecordedHoliday } from '../../kernel/deadline.js';
import { RecordHolidayDto, WithdrawHolidayDto } from './calendar.payloads.js';
import { calendarScope } from './calendar.scope.js';

const RECORD = { scope: calendarScope, right: 'clocks.record' } as const;

export const RecordHoliday = defineCommand({
  ...RECORD,
  type: 'RecordHoliday',
  dto: RecordHolidayDto,
  summary:
    'Records a holiday that is not in the rules, or that a day of the rules is not kept; every live deadline it touches is counted again.',
  example: { date: '2026-06-15', title: 'Bank holiday for the World Cup', source: 'Royal Proclamation' },
});

export const WithdrawHoliday = defineCommand({
  ...RECORD,
  type: 'WithdrawHoliday',
  dto: WithdrawHolidayDto,
  summary: 'Withdraws a day that was recorded; every live deadline it touches is counted again.',
  example: { date: '2026-06-15', reason: 'Recorded for the wrong year.' },
  creates: false,
});

export const calendarsCommands = [RecordHoliday, WithdrawHoliday] as const;

/** Facts from outside a calendar's stream that its decider needs. */
export interface CalendarFacts {
  /** False where the calendar is named after a body that is not there. */
  readonly known: boolean;
  /** Holidays recorded as kept everywhere; empty for that calendar itself. */
  readonly everywhere: readonly RecordedHoliday[];
}

export type RecordingCommand = CommandFor<typeof RecordHoliday, CalendarFacts>;
export type CalendarCommand = RecordingCommand | CommandFor<typeof WithdrawHoliday, CalendarFacts>;
