import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type DecisionFacts } from '../events/decision.events.js';
import {
  CorrectVoteDto,
  DrawLotDto,
  GiveCastingVoteDto,
  MoveMotionDto,
  NoteMotionFellDto,
  PutMotionDto,
  RecordDissentDto,
  SecondMotionDto,
  SettleVotingOrderDto,
  TakeVoteDto,
  WithdrawMotionDto,
} from './motion.payloads.js';
import { meetingScope } from '../record/meeting.scope.js';

const AT_MEETING = { scope: meetingScope, right: 'motions.record', creates: false } as const;

export const MoveMotion = defineCommand({
  ...AT_MEETING,
  type: 'MoveMotion',
  dto: MoveMotionDto,
  summary: 'Records a motion or an amendment moved on the item in hand.',
  example: { motionId: 'm-1', text: 'That the Improvement Plan be approved.', movedBy: 's-bell' },
});

export const SecondMotion = defineCommand({
  ...AT_MEETING,
  type: 'SecondMotion',
  dto: SecondMotionDto,
  summary: 'Records who seconds a motion or an amendment.',
  example: { motionId: 'm-1', secondedBy: 'c-bhatia' },
});

export const WithdrawMotion = defineCommand({
  ...AT_MEETING,
  type: 'WithdrawMotion',
  dto: WithdrawMotionDto,
  summary: 'Records that a motion is withdrawn before the vote; the amendments to it fall.',
  example: { motionId: 'm-1', reason: 'Withdrawn by the mover with the consent of the meeting' },
});

export const NoteMotionFell = defineCommand({
  ...AT_MEETING,
  type: 'NoteMotionFell',
  dto: NoteMotionFellDto,
  summary: 'Records that a motion or an amendment fell without being carried, and why.',
  example: { motionId: 'm-1', why: 'No seconder' },
});

export const SettleVotingOrder = defineCommand({
  ...AT_MEETING,
  type: 'SettleVotingOrder',
  dto: SettleVotingOrderDto,
  summary: 'Records in what order the motions and amendments on the item in hand are voted on.',
  example: { order: ['m-2', 'm-1'] },
});

export const PutMotion = defineCommand({
  ...AT_MEETING,
  type: 'PutMotion',
  dto: PutMotionDto,
  summary: 'Records that a motion is put to the vote; amendments to it that nobody seconded fall.',
  example: { motionId: 'm-1' },
});

export const TakeVote = defineCommand({
  ...AT_MEETING,
  type: 'TakeVote',
  dto: TakeVoteDto,
  summary:
    'Records the vote on a motion, and what it makes of it under the constitution in force; puts it first where that is still to be done.',
  example: { motionId: 'm-1', method: 'show-of-hands', counts: { yes: 5, no: 2, abstain: 1 } },
});

export const GiveCastingVote = defineCommand({
  ...AT_MEETING,
  type: 'GiveCastingVote',
  dto: GiveCastingVoteDto,
  summary: 'Records the casting vote of the person presiding on a vote that was left tied.',
  example: { motionId: 'm-1', personId: 'j-brown', option: 'yes' },
});

export const DrawLot = defineCommand({
  ...AT_MEETING,
  type: 'DrawLot',
  dto: DrawLotDto,
  summary: 'Records how the lot fell on a vote that was left tied.',
  example: { motionId: 'm-1', drawnBy: { personId: 'j-wilkinson', name: 'J. J. Wilkinson' }, option: 'yes' },
});

export const CorrectVote = defineCommand({
  ...AT_MEETING,
  type: 'CorrectVote',
  dto: CorrectVoteDto,
  summary: 'Corrects a slip in a vote as recorded, counted again as the room was then; both stay in the history.',
  example: { voteId: 'v-7k3q9d2x', method: 'show-of-hands', counts: { yes: 5, no: 3 }, reason: 'One vote against was missed' },
});

export const RecordDissent = defineCommand({
  ...AT_MEETING,
  type: 'RecordDissent',
  dto: RecordDissentDto,
  summary: 'Records who dissents from what was carried or decided, several at once.',
  example: { people: ['s-bell', 'c-bhatia'], motionId: 'm-1' },
});

export const motionsCommands = [
  MoveMotion,
  SecondMotion,
  WithdrawMotion,
  NoteMotionFell,
  SettleVotingOrder,
  PutMotion,
  TakeVote,
  GiveCastingVote,
  DrawLot,
  CorrectVote,
  RecordDissent,
] as const;

/** Commands that need the date of the decision a motion would rescind. */
export type RescindingCommand = CommandFor<typeof MoveMotion | typeof TakeVote | typeof CorrectVote, DecisionFacts>;

export type MotionCommand =
  | RescindingCommand
  | CommandFor<
      | typeof SecondMotion
      | typeof WithdrawMotion
      | typeof NoteMotionFell
      | typeof SettleVotingOrder
      | typeof PutMotion
      | typeof GiveCastingVote
      | typeof DrawLot
      | typeof RecordDissent
    >;
