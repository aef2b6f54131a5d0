import {
  DeclareVoteVoid,
  DissentFromRuling,
  GiveRuling,
  TakeProceduralMotion,
} from '../../../../src/slices/meetings/procedure/procedure.commands.js';
import { say, sayThen } from '../story.js';
import { moved } from './motions-and-decisions.js';

const SITS = 'board/sits';
const counts = (yes: number, no: number) => ({ yes, no, abstain: 0, absent: 0, notVoting: 0, paired: 0 });
const by = { movedBy: 'ann', secondedBy: 'bea' } as const;

/** A vote by names, two of them paired. */
export const ROLL_CALL = {
  method: 'roll-call',
  declared: undefined,
  asWorded: undefined,
  counts: undefined,
  votes: [
    { personId: 'ann', option: 'yes', pairedWith: undefined },
    { personId: 'bea', option: 'paired', pairedWith: 'dee' },
    { personId: 'dee', option: 'paired', pairedWith: 'bea' },
  ],
  castingVote: undefined,
} as const;

export const procedure = [
  ...moved('m-closed'),
  say(TakeProceduralMotion, SITS, {
    ...by,
    kind: 'closure',
    motionId: 'm-closed',
    ...ROLL_CALL,
    afterParagraph: undefined,
  }),
  say(TakeProceduralMotion, SITS, {
    ...by,
    kind: 'adjourn',
    motionId: undefined,
    method: 'show-of-hands',
    declared: undefined,
    asWorded: undefined,
    counts: counts(1, 1),
    votes: undefined,
    castingVote: { personId: 'ann', option: 'no' },
    afterParagraph: '1',
  }),
  say(TakeProceduralMotion, SITS, {
    ...by,
    kind: 'continue',
    motionId: undefined,
    method: 'declared',
    declared: 'carried',
    asWorded: 'by a clear majority',
    counts: undefined,
    votes: undefined,
    castingVote: undefined,
    afterParagraph: undefined,
  }),
  say(GiveRuling, SITS, { kind: 'asked-to-leave', motionId: 'm-closed', personId: 'dee', afterParagraph: '1' }),
  sayThen(DissentFromRuling, SITS, ({ made }) => ({ rulingId: made(GiveRuling), people: ['bea', 'dee'] })),
  sayThen(DeclareVoteVoid, SITS, ({ made }) => ({ voteId: made(TakeProceduralMotion), ruledBy: 'ann' })),
];
