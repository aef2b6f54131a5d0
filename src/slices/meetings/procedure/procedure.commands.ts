import { type CommandFor, defineCommand, type NoFacts } from '../../../kernel/command.js';
import { meetingScope } from '../record/meeting.scope.js';
import { DeclareVoteVoidDto, DissentFromRulingDto, GiveRulingDto, TakeProceduralMotionDto } from './procedure.payloads.js';

const AT_MEETING = { scope: meetingScope, creates: false } as const;

export const TakeProceduralMotion = defineCommand({
  ...AT_MEETING,
  right: 'motions.record',
  type: 'TakeProceduralMotion',
  dto: TakeProceduralMotionDto,
  summary:
    'Records a procedural motion with the vote on it, which is taken at once, without debate or amendment: before the first item too, and while another motion stands.',
  example: {
    kind: 'suspend-standing-order',
    standingOrder: 'Standing Order 21',
    movedBy: 's-bell',
    secondedBy: 'c-bhatia',
    method: 'show-of-hands',
    counts: { yes: 6, no: 2 },
  },
});

export const GiveRuling = defineCommand({
  ...AT_MEETING,
  right: 'meetings.preside',
  type: 'GiveRuling',
  dto: GiveRulingDto,
  summary: 'Records a ruling of whoever presides, with the standing order it rests on.',
  example: { kind: 'not-competent', words: 'It would rescind a decision of January', standingOrder: 'Standing Order 9', motionId: 'm-1' },
});

export const DissentFromRuling = defineCommand({
  ...AT_MEETING,
  right: 'motions.record',
  type: 'DissentFromRuling',
  dto: DissentFromRulingDto,
  summary: 'Records who dissents from a ruling of the chair, several at once.',
  example: { rulingId: 'u-7k3q9d2x', people: ['s-bell', 'c-bhatia'] },
});

export const DeclareVoteVoid = defineCommand({
  ...AT_MEETING,
  right: 'motions.record',
  type: 'DeclareVoteVoid',
  dto: DeclareVoteVoidDto,
  summary:
    'Records that a vote was declared void, and why: on a motion, between proposals, in an election, or on a procedural motion. What was voted on is to be put again.',
  example: { voteId: 'v-7k3q9d2x', reason: 'Somebody who had declared an interest had voted' },
});

export const procedureCommands = [TakeProceduralMotion, GiveRuling, DissentFromRuling, DeclareVoteVoid] as const;
export type ProcedureCommand = CommandFor<
  typeof TakeProceduralMotion | typeof GiveRuling | typeof DissentFromRuling | typeof DeclareVoteVoid,
  NoFacts
>;
