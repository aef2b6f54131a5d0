import { type CommandsOf, defineCommand } from '../../../kernel/command.js';
import { meetingScope } from '../record/meeting.scope.js';
import { AgreeActionDto, CorrectAgreedActionDto } from './discussion.payloads.js';
import { CorrectHearingDto, RecordHearingDto, ResolveHearingDto } from './hearing.payloads.js';

const RECORD = { scope: meetingScope, right: 'minutes.record', creates: false } as const;

export const AgreeAction = defineCommand({
  ...RECORD,
  type: 'AgreeAction',
  dto: AgreeActionDto,
  summary: 'Records an action that was agreed in discussion, at a paragraph of the minute; it is raised on the action sheet by itself.',
  example: { people: ['j-brown'], words: 'Write to the Council about the bins.', due: 'next meeting' },
});

export const CorrectAgreedAction = defineCommand({
  ...RECORD,
  type: 'CorrectAgreedAction',
  dto: CorrectAgreedActionDto,
  summary: 'Puts right what the minute says of an action agreed in discussion; the action on the action sheet follows.',
  example: { actionId: 'a-4t8z1c5m', due: 'end of June', reason: 'The month was missing' },
});

export const RecordHearing = defineCommand({
  ...RECORD,
  type: 'RecordHearing',
  dto: RecordHearingDto,
  summary: 'Records a question, a petition or a deputation: who spoke, on what, whether they were heard, and what was answered.',
  example: { kind: 'deputation', name: 'Mrs E. Grant', organisation: 'Friends of the Park', subject: 'the closure of the park' },
});

export const CorrectHearing = defineCommand({
  ...RECORD,
  type: 'CorrectHearing',
  dto: CorrectHearingDto,
  summary: 'Puts right what the record says of a question, a petition or a deputation, with the reason.',
  example: { hearingId: 'h-4t8z1c5m', name: 'Mrs E. Graham', reason: 'The name was misheard' },
});

export const ResolveHearing = defineCommand({
  ...RECORD,
  type: 'ResolveHearing',
  dto: ResolveHearingDto,
  summary: 'Records which decision says what was resolved on a question, a petition or a deputation.',
  example: { hearingId: 'h-4t8z1c5m', decisionId: 'd-7k3q9d2x' },
});

export const discussionCommands = [AgreeAction, CorrectAgreedAction, RecordHearing, CorrectHearing, ResolveHearing] as const;

/** Nothing from outside the meeting but the names by which it knows its people. */
export type NoFacts = Readonly<Record<string, never>>;

export type DiscussionCommand = CommandsOf<typeof discussionCommands, NoFacts>;
