import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type RecordedHoliday } from '../../../kernel/deadline.js';
import { type Standing } from '../../bodies/bodies.words.js';
import {
  AddAgendaItemDto,
  CallMeetingDto,
  ChangeOrderOfBusinessDto,
  CorrectAgendaItemDto,
  GiveNoticeDto,
  RearrangeMeetingDto,
  ReasonDto,
  WithdrawAgendaItemDto,
} from './agenda.payloads.js';
import { type RequisitionCited } from '../reading/what-is-named.js';
import { type ItemFacts } from '../rules/brought.js';
import { meetingScope } from '../record/meeting.scope.js';

const RECORD = { scope: meetingScope, right: 'meetings.record', creates: false } as const;
/** For rulings of the person presiding; a clerk may record them too. */
const PRESIDE = { ...RECORD, right: 'meetings.preside' } as const;

export const CallMeeting = defineCommand({
  ...RECORD,
  type: 'CallMeeting',
  creates: true,
  dto: CallMeetingDto,
  summary: 'Records that a meeting of a body is to be held; its key is normally its date.',
  example: { date: '2016-06-09', time: '14:00', place: 'Council Chamber, Council Headquarters, Newtown St Boswells' },
});

export const RearrangeMeeting = defineCommand({
  ...RECORD,
  type: 'RearrangeMeeting',
  dto: RearrangeMeetingDto,
  summary: 'Records another time, place or mode for a meeting that has not been opened.',
  example: { place: 'Committee Room 2', reason: 'The Council Chamber is in use' },
});

export const CancelMeeting = defineCommand({
  ...RECORD,
  type: 'CancelMeeting',
  dto: ReasonDto,
  summary: 'Records that a meeting is not held.',
  example: { reason: 'No business' },
});

export const AddAgendaItem = defineCommand({
  ...RECORD,
  type: 'AddAgendaItem',
  dto: AddAgendaItemDto,
  summary: 'Adds a numbered item to the agenda; once notice is given, only a late or an urgent one with its reason.',
  example: {
    itemId: 'minute',
    number: '4',
    title: 'Minute',
    asked: 'Approve Minute of Meeting of Community Planning Strategic Board held on 3 March 2016. (Copy attached.)',
    papers: [{ title: 'Minute of 3 March 2016', pages: { first: 1, last: 8 } }],
    minutes: 2,
  },
});

export const CorrectAgendaItem = defineCommand({
  ...RECORD,
  type: 'CorrectAgendaItem',
  dto: CorrectAgendaItemDto,
  summary: 'Puts an item of the agenda right, with the reason.',
  example: { itemId: 'minute', minutes: 5, reason: 'Indicative time misprinted' },
});

export const WithdrawAgendaItem = defineCommand({
  ...RECORD,
  type: 'WithdrawAgendaItem',
  dto: WithdrawAgendaItemDto,
  summary: 'Records that an item of the agenda is not taken.',
  example: { itemId: 'minute', reason: 'The report is not ready' },
});

export const ChangeOrderOfBusiness = defineCommand({
  ...PRESIDE,
  type: 'ChangeOrderOfBusiness',
  dto: ChangeOrderOfBusinessDto,
  summary: 'Records that the business is taken in another order.',
  example: { order: ['adaptations', 'minute'], reason: 'To allow the presenters to leave' },
});

export const GiveNotice = defineCommand({
  ...RECORD,
  type: 'GiveNotice',
  dto: GiveNoticeDto,
  summary: 'Records that notice of the meeting was given; clear days are counted, and a short notice is flagged.',
  example: { givenOn: '2016-06-03', by: 'J. J. Wilkinson, Clerk to the Council', datedAsWritten: '3 June 2015' },
});

export const agendaCommands = [
  CallMeeting,
  RearrangeMeeting,
  CancelMeeting,
  AddAgendaItem,
  CorrectAgendaItem,
  WithdrawAgendaItem,
  ChangeOrderOfBusiness,
  GiveNotice,
] as const;

/** Facts of the body that calling a meeting needs; `null` where there is no such body. */
export interface BodyFacts {
  readonly body: { readonly bodyId: string; readonly name: string; readonly timeZone: string; readonly dissolvedOn?: string } | null;
  /** The constitution, seats and offices on the day of the meeting, for its rule of notice. */
  readonly standing?: Standing | null;
  readonly holidays?: readonly RecordedHoliday[];
  /** The requisition on which it is called; `null` where none was received. */
  readonly requisition?: RequisitionCited | null;
  /** The bodies that are to meet with it, in the order in which they are named; `null` where there is no such body. */
  readonly others?: readonly BodyFacts['body'][];
}

/** The rules, seats and offices on the day a command concerns; `null` where no constitution applies, or the command concerns no day. */
export interface StandingFacts {
  readonly standing: Standing | null;
  /** The rules, seats and offices on the earlier days of an adjourned meeting, where the command concerns all its days. */
  readonly earlier?: readonly Standing[];
  /** Holidays recorded for where the body sits, for the clear days of a notice. */
  readonly holidays?: readonly RecordedHoliday[];
}

export type CallingCommand = CommandFor<typeof CallMeeting, BodyFacts>;

export type AgendaCommand =
  | CommandFor<typeof AddAgendaItem, ItemFacts | undefined>
  | CommandFor<typeof CorrectAgendaItem | typeof WithdrawAgendaItem | typeof ChangeOrderOfBusiness>
  | CommandFor<typeof RearrangeMeeting | typeof CancelMeeting>
  | CommandFor<typeof GiveNotice, StandingFacts>;
