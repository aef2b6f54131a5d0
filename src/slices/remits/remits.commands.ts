import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { type RemitFacts } from './remit.facts.js';
import {
  AcceptRemitDto,
  AnswerRemitDto,
  CorrectRemitDto,
  DeclineRemitDto,
  MakeRemitDto,
  NoteAnswerDto,
  PlaceRemitDto,
  RemitReasonDto,
  RuleOnReferralDto,
} from './remit.payloads.js';
import { remitScope } from './remit.scope.js';

const RECORD = { scope: remitScope, right: 'decisions.record', creates: false } as const;

export const MakeRemit = defineCommand({
  ...RECORD,
  type: 'MakeRemit',
  creates: true,
  dto: MakeRemitDto,
  summary: 'Records that a matter is remitted to another body, or that members ask that it be referred there.',
  example: {
    to: { name: 'Joint Delivery Team' },
    source: { meetingId: 'cpp-strategic-board/2016-03-03', itemId: 'adaptations' },
    title: 'Adaptations',
    words: 'To consider the governance of adaptations and report back.',
  },
});

export const RuleOnReferral = defineCommand({
  ...RECORD,
  type: 'RuleOnReferral',
  dto: RuleOnReferralDto,
  right: 'meetings.preside',
  summary: 'Records the ruling of the person presiding on a referral that members ask for.',
  example: { allowed: true, by: 'Councillor A. Convener' },
});

export const PlaceRemit = defineCommand({
  ...RECORD,
  type: 'PlaceRemit',
  dto: PlaceRemitDto,
  summary: 'Records that an item of the other body’s agenda brings a remit; recorded by itself where the item names the remit.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09', itemId: 'remit-adaptations' },
});

export const AcceptRemit = defineCommand({
  ...RECORD,
  type: 'AcceptRemit',
  dto: AcceptRemitDto,
  summary: 'Records that the other body has accepted a remit.',
  example: { words: 'The remit was accepted.' },
});

export const DeclineRemit = defineCommand({
  ...RECORD,
  type: 'DeclineRemit',
  dto: DeclineRemitDto,
  summary: 'Records that the other body does not take on a remit, and why.',
  example: { reason: 'Not within its functions.' },
});

export const AnswerRemit = defineCommand({
  ...RECORD,
  type: 'AnswerRemit',
  dto: AnswerRemitDto,
  summary: 'Records what the other body decided on a remit; recorded by itself where the decision is taken on the item that brings it.',
  example: { words: 'AGREED that the present governance be kept.' },
});

export const NoteAnswer = defineCommand({
  ...RECORD,
  type: 'NoteAnswer',
  dto: NoteAnswerDto,
  summary: 'Records that the body which remitted a matter has taken note of the answer; this closes the remit.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09' },
});

export const ReopenRemit = defineCommand({
  ...RECORD,
  type: 'ReopenRemit',
  dto: RemitReasonDto,
  summary: 'Puts a remit back to where it stood before it was answered, declined, noted, withdrawn, or not allowed.',
  example: { reason: 'The decision was recorded in error.' },
});

export const WithdrawRemit = defineCommand({
  ...RECORD,
  type: 'WithdrawRemit',
  dto: RemitReasonDto,
  summary: 'Records that a body takes a remit back.',
  example: { reason: 'Overtaken by the Council’s own review.' },
});

export const CorrectRemit = defineCommand({
  ...RECORD,
  type: 'CorrectRemit',
  dto: CorrectRemitDto,
  summary: 'Corrects a slip in a remit as it was recorded, with the reason; what was first recorded stays in its history.',
  example: { title: 'Housing adaptations', reason: 'The title was cut short.' },
});

export const remitsCommands = [
  MakeRemit,
  RuleOnReferral,
  PlaceRemit,
  AcceptRemit,
  DeclineRemit,
  AnswerRemit,
  NoteAnswer,
  ReopenRemit,
  WithdrawRemit,
  CorrectRemit,
] as const;

export type RemitCommand = CommandsOf<typeof remitsCommands, RemitFacts>;
export type RemitAskedFor<C extends (typeof remitsCommands)[number]> = CommandFor<C, RemitFacts>;
