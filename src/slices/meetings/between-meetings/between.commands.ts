import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type StandingItem } from '../../bodies/bodies.words.js';
import { meetingScope } from '../record/meeting.scope.js';
import { AgreeNextMeetingDto, FillAgendaDto, ReceiveMinuteDto } from './between.payloads.js';

const RECORD = { scope: meetingScope, right: 'meetings.record', creates: false } as const;

export const ReceiveMinute = defineCommand({
  ...RECORD,
  type: 'ReceiveMinute',
  dto: ReceiveMinuteDto,
  summary: 'Records what was resolved on the minute of another body, which an item of the agenda carries.',
  example: { itemId: 'audit-minute', resolved: 'approved', amendment: 'In paragraph 4, for "June" read "July".' },
});

export const AgreeNextMeeting = defineCommand({
  ...RECORD,
  type: 'AgreeNextMeeting',
  dto: AgreeNextMeetingDto,
  summary: 'Records when and where the next meeting is to be; that meeting is then called by itself.',
  example: { date: '2026-12-17', time: '10:00', place: 'Town Hall' },
});

export const FillAgenda = defineCommand({
  ...RECORD,
  type: 'FillAgenda',
  dto: FillAgendaDto,
  summary: 'Puts the standing items of the body on the agenda of a meeting, with the minutes that wait for approval named.',
  example: {},
});

export const betweenCommands = [ReceiveMinute, AgreeNextMeeting, FillAgenda] as const;

/** What an agenda is filled from. */
export interface FillingFacts {
  /** The standing items of the body on the day of the meeting, in their order. */
  readonly standingItems: readonly StandingItem[];
  /** The meetings held before whose minutes wait for approval, the oldest first. */
  readonly minutes: readonly { readonly meetingId: string; readonly date: string }[];
}

export type BetweenCommand = CommandFor<typeof ReceiveMinute | typeof AgreeNextMeeting | typeof FillAgenda, FillingFacts | undefined>;
