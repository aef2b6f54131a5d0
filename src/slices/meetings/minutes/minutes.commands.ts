import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type MinuteStyle } from '../../bodies/bodies.words.js';
import { type Meeting } from '../record/meeting.state.js';
import {
  AnnotateDto,
  ApproveMinuteDto,
  CirculateMinuteDto,
  CorrectParagraphDto,
  CorrectSignedMinuteDto,
  RecordParagraphDto,
  RestyleMinuteDto,
  SignMinuteDto,
  StrikeEntryDto,
} from './minute.payloads.js';
import { meetingScope } from '../record/meeting.scope.js';

const RECORD = { scope: meetingScope, right: 'minutes.record', creates: false } as const;

export const RecordParagraph = defineCommand({
  ...RECORD,
  type: 'RecordParagraph',
  dto: RecordParagraphDto,
  summary: 'Records a paragraph of discussion; the minute numbers it.',
  example: { text: 'There had been circulated copies of the Minute of the Meeting held on 26 November 2015.' },
});

export const CorrectParagraph = defineCommand({
  ...RECORD,
  type: 'CorrectParagraph',
  dto: CorrectParagraphDto,
  summary: 'Corrects the words of a paragraph, with the reason; both stay in the history.',
  example: {
    paragraph: '2',
    text: 'There had been circulated copies of the Minute of the Meeting held on 26 November 2015.',
    reason: 'The date was wrong.',
  },
});

export const StrikeEntry = defineCommand({
  ...RECORD,
  type: 'StrikeEntry',
  dto: StrikeEntryDto,
  summary: 'Takes out of the minute what was recorded in error; it stays in the history.',
  example: { entryId: 'p-4t8z1c5m', reason: 'Recorded twice.' },
});

export const Annotate = defineCommand({
  ...RECORD,
  type: 'Annotate',
  dto: AnnotateDto,
  summary: 'Puts a note in its place: that a member left, or a quorum was lost.',
  example: { heading: 'MEMBER', text: 'Dr D. Steele left the meeting during the above item of business.' },
});

export const RestyleMinute = defineCommand({
  ...RECORD,
  type: 'RestyleMinute',
  dto: RestyleMinuteDto,
  summary: 'Sets the minute in the style that its body has for the day of the meeting, where the style was chosen since it was opened.',
  example: {},
});

export const CirculateMinute = defineCommand({
  ...RECORD,
  type: 'CirculateMinute',
  dto: CirculateMinuteDto,
  summary: 'Circulates the draft minute: its exact text is kept, with its SHA-256.',
  example: { to: 'Members of the Board' },
});

export const ApproveMinute = defineCommand({
  ...RECORD,
  type: 'ApproveMinute',
  dto: ApproveMinuteDto,
  summary: 'Records that a later meeting approved the minute, with corrections or without.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09', decisionId: 'd-5m8k2q0x' },
});

export const SignMinute = defineCommand({
  ...RECORD,
  type: 'SignMinute',
  right: 'minutes.sign',
  dto: SignMinuteDto,
  summary: 'Records that whoever presided at a later meeting signed the minute: exactly the text signed is kept, with its SHA-256.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09', signedBy: 'd-parker' },
});

export const CorrectSignedMinute = defineCommand({
  ...RECORD,
  type: 'CorrectSignedMinute',
  dto: CorrectSignedMinuteDto,
  summary: 'Records the correction of a signed minute that a later meeting decided; the signed text stays as it is.',
  example: {
    atMeeting: 'cpp-strategic-board/2016-09-08',
    decisionId: 'd-8n2v6r4h',
    correction: { paragraph: '4.3', words: 'That £36 read £38.' },
  },
});

export const minutesCommands = [
  RecordParagraph,
  CorrectParagraph,
  StrikeEntry,
  Annotate,
  RestyleMinute,
  CirculateMinute,
  ApproveMinute,
  SignMinute,
  CorrectSignedMinute,
] as const;

/** Facts of the later meeting that approving, signing and correcting need: the meeting as it stands, `null` where it was never called. */
export interface LaterMeetingFacts {
  readonly later: Meeting | null;
  /** Whether the decision named, where it was taken without a quorum, was ratified since. */
  readonly ratified?: boolean;
}

/** The style that the body has for the day of the meeting; `null` where it has chosen none. */
export interface StyleFacts {
  readonly style: MinuteStyle | null;
}

export type MinuteCommand =
  | CommandFor<typeof RecordParagraph | typeof CorrectParagraph | typeof StrikeEntry | typeof Annotate | typeof CirculateMinute>
  | CommandFor<typeof RestyleMinute, StyleFacts>
  | CommandFor<typeof ApproveMinute, LaterMeetingFacts>
  | CommandFor<typeof SignMinute, LaterMeetingFacts>
  | CommandFor<typeof CorrectSignedMinute, LaterMeetingFacts>;
