import {
  CorrectVote,
  DrawLot,
  GiveCastingVote,
  MoveMotion,
  NoteMotionFell,
  RecordDissent,
  SecondMotion,
  SettleVotingOrder,
  TakeVote,
  WithdrawMotion,
} from '../../../slices/meetings/motions/motions.commands.js';
import { type LiveForms } from './live-form.js';
import { division, drawer, inOrder, onItemInHand } from './motion-additions.js';

const VOTE = { method: 'How they voted', 'counts.yes': 'For', 'counts.no': 'Against' };

/** Motions, amendments, the order they are voted on in, and the votes. */
export const MOTION_FORMS: LiveForms = {
  'move-motion': {
    command: MoveMotion,
    mode: 'motion',
    then: 'motion',
    said: 'The motion is recorded',
    labels: { text: 'Motion', movedBy: 'Moved by' },
    also: onItemInHand,
  },
  'second-motion': { command: SecondMotion, mode: 'second', said: 'The seconder is recorded', labels: { secondedBy: 'Seconded by' } },
  'withdraw-motion': { command: WithdrawMotion, mode: 'end-motion', said: 'The motion is withdrawn' },
  'note-motion-fell': { command: NoteMotionFell, mode: 'end-motion', said: 'The motion fell', labels: { why: 'Why' } },
  'settle-voting-order': { command: SettleVotingOrder, mode: 'order', said: 'The order of voting is settled', also: inOrder },
  'take-vote': { command: TakeVote, mode: 'vote', said: 'The vote is recorded', labels: VOTE, also: division },
  'correct-vote': {
    command: CorrectVote,
    mode: 'correct-vote',
    said: 'The vote is put right',
    labels: { ...VOTE, reason: 'Why' },
    also: division,
  },
  'give-casting-vote': { command: GiveCastingVote, mode: 'tie', said: 'The casting vote is recorded' },
  'draw-lot': { command: DrawLot, mode: 'tie', said: 'The lot is recorded', labels: { 'drawnBy.name': 'Drawn by' }, also: drawer },
  'record-dissent': { command: RecordDissent, mode: 'dissent', said: 'The dissent is recorded' },
};
