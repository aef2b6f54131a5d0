import {
  AcknowledgeDirection,
  AmendDraft,
  ApproveDirection,
  CompleteDirection,
  CorrectDirection,
  DraftDirection,
  IssueDirection,
  ReportOnDirection,
  ReviewDirection,
  RevokeDirection,
  WithdrawDraft,
} from '../../../../src/slices/directions/directions.commands.js';
import { say } from '../story.js';
import { DECISION } from './grounds.js';

const decided = { decision: DECISION, paragraph: '1' } as const;
const terms = {
  split: 'by-extent',
  functions: { toBeDefined: undefined },
  finance: { toBeDefined: undefined, amount: 41_234 },
  reports: [{ report: 'paper' }],
  recipients: [{ recipient: 'nhs' }, { recipient: 'sbc' }],
} as const;

const nothing = {
  split: undefined,
  functions: undefined,
  timeframes: undefined,
  timeframesDates: undefined,
  reports: undefined,
  finance: undefined,
  outcomes: undefined,
  review: undefined,
  reviewDates: undefined,
  manner: undefined,
  information: undefined,
  form: undefined,
  title: undefined,
  recipients: undefined,
  text: undefined,
  relation: undefined,
} as const;

export const directions = [
  say(DraftDirection, 'board', { ...terms, direction: 'direction', relation: undefined }),
  say(AmendDraft, 'board', {
    ...terms,
    direction: 'direction',
    finance: { toBeDefined: undefined, amount: 41_235 },
    relation: undefined,
    without: undefined,
  }),
  say(DraftDirection, 'board', {
    ...terms,
    direction: 'withdrawn',
    relation: { kind: 'supersedes', direction: 'direction', cited: undefined },
  }),
  say(WithdrawDraft, 'board', { direction: 'withdrawn' }),
  say(ApproveDirection, 'board', { ...decided, direction: 'direction', part: 'a' }),
  say(IssueDirection, 'board', { direction: 'direction', to: ['nhs', 'sbc'] }),
  say(AcknowledgeDirection, 'board', { direction: 'direction', recipient: 'nhs' }),
  say(ReportOnDirection, 'board', { direction: 'direction', recipient: 'nhs', timeframeMet: true }),
  say(ReviewDirection, 'board', { direction: 'direction' }),
  say(CorrectDirection, 'board', { ...terms, direction: 'direction', finance: { toBeDefined: undefined, amount: 41_236 } }),
  say(CorrectDirection, 'board', {
    ...terms,
    direction: 'direction',
    functions: { toBeDefined: true },
    finance: { toBeDefined: true, amount: undefined },
  }),
  say(CompleteDirection, 'board', { ...decided, direction: 'direction' }),
  say(DraftDirection, 'board', {
    ...terms,
    direction: 'next',
    relation: { kind: 'revises', direction: undefined },
    functions: { toBeDefined: true },
    finance: { toBeDefined: true, amount: undefined },
  }),
  say(AmendDraft, 'board', {
    ...terms,
    direction: 'next',
    finance: { toBeDefined: true, amount: undefined },
    functions: { toBeDefined: true },
    relation: { kind: 'supersedes', direction: 'direction', cited: undefined },
    without: undefined,
  }),
  say(AmendDraft, 'board', { direction: 'next', ...nothing, relation: { kind: 'revises', direction: undefined }, without: undefined }),
  say(AmendDraft, 'board', { direction: 'next', ...nothing, without: ['outcomes'] }),
  say(DraftDirection, 'board', { ...terms, direction: 'revoked', relation: undefined }),
  say(ApproveDirection, 'board', { ...decided, direction: 'revoked', part: 'a' }),
  say(IssueDirection, 'board', { direction: 'revoked', to: ['nhs'] }),
];

export const revoking = [
  say(RevokeDirection, 'board', {
    decision: { meetingId: 'board/later', decisionId: 'later' },
    paragraph: '1.1',
    direction: 'revoked',
    part: 'a',
  }),
];
