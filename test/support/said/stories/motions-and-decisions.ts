import { CorrectDecision, RecordDecision } from '../../../../src/slices/meetings/decisions/decisions.commands.js';
import { CorrectDivision, TakeDivision } from '../../../../src/slices/meetings/divisions/divisions.commands.js';
import { DeclareVoteVoid } from '../../../../src/slices/meetings/procedure/procedure.commands.js';
import {
  CorrectVote,
  DrawLot,
  GiveCastingVote,
  MoveMotion,
  NoteMotionFell,
  PutMotion,
  RecordDissent,
  SecondMotion,
  SettleVotingOrder,
  TakeVote,
  WithdrawMotion,
} from '../../../../src/slices/meetings/motions/motions.commands.js';
import { say, sayThen, type Saying } from '../story.js';
import { itsWords } from './meetings.js';
import { DECISION } from './grounds.js';

const SITS = 'board/sits';

export const moved = (motionId: string, more: object = {}, afterParagraph?: string): Saying[] => [
  say(MoveMotion, SITS, {
    motionId,
    movedBy: 'ann',
    amends: undefined,
    rescinds: undefined,
    appointment: undefined,
    noAction: undefined,
    afterParagraph,
    ...more,
  }),
  say(SecondMotion, SITS, { motionId, secondedBy: 'bea', afterParagraph }),
];
const put = (motionId: string, more: object = {}): Saying[] => [...moved(motionId, more), say(PutMotion, SITS, { motionId })];
const nobody = {
  declared: undefined,
  asWorded: undefined,
  counts: undefined,
  votes: undefined,
  castingVote: undefined,
  lot: undefined,
} as const;
const nobodyNow = { ...nobody, afterParagraph: undefined } as const;
const counts = (yes: number, no: number) => ({ yes, no, abstain: 0, absent: 0, notVoting: 0, paired: 0 });

const divided = {
  method: 'show-of-hands',
  proposals: [
    { proposalId: 'm-divided', words: undefined, count: 1 },
    { proposalId: 'option', count: 1 },
  ],
  declined: 1,
  absent: 0,
  paired: undefined,
  votes: [
    { personId: 'ann', proposalId: 'm-divided', option: undefined, pairedWith: undefined },
    { personId: 'bea', proposalId: undefined, option: 'declined', pairedWith: undefined },
  ],
  castingVote: { personId: 'ann', proposalId: 'option' },
  lot: undefined,
  winner: undefined,
  leftTied: undefined,
} as const;

/** A division by name in which two are paired. */
const pairing = {
  method: 'roll-call',
  proposals: [
    { proposalId: 'm-paired', words: undefined, count: undefined },
    { proposalId: 'neither', count: undefined },
  ],
  declined: undefined,
  absent: undefined,
  paired: 2,
  votes: [
    { personId: 'ann', proposalId: 'm-paired', option: undefined, pairedWith: undefined },
    { personId: 'bea', proposalId: undefined, option: 'paired', pairedWith: 'dee' },
    { personId: 'dee', proposalId: undefined, option: 'paired', pairedWith: 'bea' },
  ],
  castingVote: undefined,
  lot: undefined,
  winner: undefined,
  leftTied: undefined,
} as const;

/** A division on an appointment, which is settled by lot. */
const byLot = {
  method: 'ballot',
  proposals: [
    { proposalId: 'm-appointing', words: undefined, count: 1 },
    { proposalId: 'other', count: 1 },
  ],
  declined: 0,
  absent: 0,
  paired: undefined,
  votes: undefined,
  castingVote: undefined,
  lot: { proposalId: 'other' },
  winner: undefined,
  leftTied: undefined,
} as const;

/** A division between options that was left tied. */
const tied = {
  ...byLot,
  proposals: [
    { proposalId: 'm-left', words: undefined, count: 1 },
    { proposalId: 'that', count: 1 },
  ],
  lot: undefined,
  leftTied: true,
} as const;

/** A division that nobody counted. */
const declared = {
  method: 'declared',
  winner: 'm-declared',
  proposals: [
    { proposalId: 'm-declared', words: undefined, count: undefined },
    { proposalId: 'another', count: undefined },
  ],
  declined: undefined,
  absent: undefined,
  paired: undefined,
  votes: undefined,
  castingVote: undefined,
  lot: undefined,
  leftTied: undefined,
} as const;

export const motions = [
  ...moved('m-withdrawn', {}, '1'),
  say(WithdrawMotion, SITS, { motionId: 'm-withdrawn' }),
  ...moved('m-fell'),
  say(NoteMotionFell, SITS, { motionId: 'm-fell' }),
  ...moved('m-counted', { rescinds: { meetingId: 'board/held', decisionId: 'decided' } }),
  say(MoveMotion, SITS, {
    motionId: 'm-amending',
    amends: 'm-counted',
    movedBy: 'bea',
    rescinds: undefined,
    appointment: undefined,
    noAction: undefined,
    afterParagraph: undefined,
  }),
  say(SecondMotion, SITS, { motionId: 'm-amending', secondedBy: 'dee', afterParagraph: undefined }),
  say(SettleVotingOrder, SITS, { order: ['m-amending', 'm-counted'] }),
  say(PutMotion, SITS, { motionId: 'm-amending' }),
  say(TakeVote, SITS, {
    ...nobodyNow,
    method: 'show-of-hands',
    motionId: 'm-amending',
    afterParagraph: '1',
    counts: { yes: 1, no: 2, abstain: 0, absent: 0, notVoting: 0, paired: 2 },
  }),
  say(PutMotion, SITS, { motionId: 'm-counted' }),
  say(TakeVote, SITS, {
    ...nobodyNow,
    method: 'roll-call',
    motionId: 'm-counted',
    votes: [
      { personId: 'ann', option: 'yes', pairedWith: undefined },
      { personId: 'bea', option: 'paired', pairedWith: 'dee' },
      { personId: 'dee', option: 'paired', pairedWith: 'bea' },
    ],
  }),
  say(RecordDissent, SITS, { people: undefined, personId: 'dee', motionId: 'm-counted', decisionId: undefined }),
  sayThen(
    CorrectVote,
    SITS,
    ({ made }) =>
      ({
        ...nobody,
        voteId: made(TakeVote),
        method: 'roll-call',
        votes: [
          { personId: 'ann', option: 'yes', pairedWith: undefined },
          { personId: 'bea', option: 'paired', pairedWith: 'cal' },
          { personId: 'cal', option: 'paired', pairedWith: 'bea' },
        ],
      }) as const,
  ),
  ...put('m-tied'),
  say(TakeVote, SITS, {
    ...nobodyNow,
    method: 'show-of-hands',
    motionId: 'm-tied',
    counts: counts(2, 2),
    castingVote: { personId: 'ann', option: 'yes' },
  }),
  sayThen(
    CorrectVote,
    SITS,
    ({ made }) =>
      ({
        ...nobody,
        voteId: made(TakeVote),
        method: 'ballot',
        counts: counts(1, 1),
        castingVote: { personId: 'ann', option: 'no' },
      }) as const,
  ),
  ...put('m-casting'),
  say(TakeVote, SITS, { ...nobodyNow, method: 'show-of-hands', motionId: 'm-casting', counts: counts(1, 1) }),
  say(GiveCastingVote, SITS, { personId: 'ann', option: 'yes', motionId: 'm-casting' }),
  ...put('m-lot', { appointment: true }),
  say(TakeVote, SITS, { ...nobodyNow, method: 'show-of-hands', motionId: 'm-lot', counts: counts(2, 2), lot: { option: 'yes' } }),
  sayThen(
    CorrectVote,
    SITS,
    ({ made }) =>
      ({
        ...nobody,
        voteId: made(TakeVote),
        method: 'ballot',
        counts: counts(1, 1),
        lot: { option: 'no' },
      }) as const,
  ),
  ...put('m-drawn', { appointment: true }),
  say(TakeVote, SITS, { ...nobodyNow, method: 'show-of-hands', motionId: 'm-drawn', counts: counts(1, 1) }),
  say(DrawLot, SITS, { option: 'no', motionId: 'm-drawn' }),
  ...moved('m-no-action', { noAction: true }),
  say(WithdrawMotion, SITS, { motionId: 'm-no-action' }),
  ...moved('m-divided'),
  say(TakeDivision, SITS, { ...divided, afterParagraph: '1' }),
  sayThen(CorrectDivision, SITS, ({ made }) => ({ ...divided, divisionId: made(TakeDivision) })),
  ...moved('m-paired'),
  say(TakeDivision, SITS, { ...pairing, afterParagraph: undefined }),
  sayThen(CorrectDivision, SITS, ({ made }) => ({ ...pairing, divisionId: made(TakeDivision) })),
  ...moved('m-left'),
  say(TakeDivision, SITS, { ...tied, afterParagraph: undefined }),
  sayThen(CorrectDivision, SITS, ({ made }) => ({ ...tied, divisionId: made(TakeDivision) })),
  ...moved('m-declared'),
  say(TakeDivision, SITS, { ...declared, afterParagraph: undefined }),
  sayThen(CorrectDivision, SITS, ({ made }) => ({ ...declared, divisionId: made(TakeDivision) })),
  ...moved('m-appointing', { appointment: true }),
  say(TakeDivision, SITS, { ...byLot, afterParagraph: undefined }),
  sayThen(CorrectDivision, SITS, ({ made }) => ({ ...byLot, divisionId: made(TakeDivision) })),
];

const uncounted = [
  ...put('m-read'),
  say(TakeVote, SITS, {
    ...nobodyNow,
    method: 'declared',
    declared: 'not-carried',
    asWorded: 'lost by a clear majority',
    motionId: 'm-read',
  }),
  sayThen(
    CorrectVote,
    SITS,
    ({ made }) =>
      ({ ...nobody, voteId: made(TakeVote), method: 'declared', declared: 'carried', asWorded: 'agreed overwhelmingly' }) as const,
  ),
  ...put('m-acclaimed'),
  say(TakeVote, SITS, { ...nobodyNow, method: 'acclamation', asWorded: 'by acclamation, all standing', motionId: 'm-acclaimed' }),
];

const voided = [
  ...put('m-void'),
  say(TakeVote, SITS, { ...nobodyNow, method: 'show-of-hands', motionId: 'm-void', counts: counts(2, 1) }),
  sayThen(DeclareVoteVoid, SITS, ({ made }) => ({ voteId: made(TakeVote), ruledBy: 'ann' })),
];

export const decisions = [
  ...voided,
  ...uncounted,
  say(RecordDecision, SITS, {
    ...itsWords,
    words: 'AGREED to remit.',
    parts: undefined,
    decisionId: 'remitted',
    paragraph: '1',
    outcome: { kind: 'remitted', meetingId: undefined },
    motionId: 'm-casting',
    supersedes: [DECISION],
  }),
  say(RecordDecision, SITS, {
    ...itsWords,
    words: 'AGREED to reject the motion.',
    parts: undefined,
    decisionId: 'rejected',
    paragraph: '1',
    outcome: { kind: 'resolved', to: undefined, meetingId: undefined },
    onLossOf: 'm-amending',
  }),
  sayThen(RecordDecision, SITS, ({ made }) => ({
    ...itsWords,
    words: 'AGREED on what won.',
    parts: undefined,
    decisionId: 'divided',
    paragraph: '1',
    outcome: { kind: 'resolved' as const, to: undefined, meetingId: undefined },
    divisionId: made(TakeDivision),
  })),
  say(CorrectDecision, SITS, { decisionId: 'remitted', words: 'AGREED:', parts: [{ letter: 'a' }], exempt: false }),
  say(RecordDissent, SITS, { people: ['bea', 'dee'], personId: undefined, motionId: undefined, decisionId: 'remitted' }),
];
