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
import { CorrectDivision, TakeDivision } from '../../../slices/meetings/divisions/divisions.commands.js';
import { DeclareVoteVoid } from '../../../slices/meetings/procedure/procedure.commands.js';
import { between } from './division-additions.js';
import { type LiveForms } from './live-form.js';
import { division, drawer, inOrder, onItemInHand, seconded } from './motion-additions.js';

const VOTE = { method: 'How they voted', 'counts.yes': 'For', 'counts.no': 'Against' };

const DIVISION = { method: 'How they voted', declined: 'Declined to vote', absent: 'Absent from the division', paired: 'People paired' };

/** Motions, amendments, the order they are voted on in, and the votes. */
export const MOTION_FORMS: LiveForms = {
  'move-motion': {
    command: MoveMotion,
    mode: 'motion',
    nextComposer: 'motion',
    confirmation: 'The motion is recorded',
    labels: { text: 'Motion', movedBy: 'Moved by' },
    extraFields: onItemInHand,
    followedBy: seconded,
  },
  'second-motion': {
    command: SecondMotion,
    mode: 'second',
    confirmation: 'The seconder is recorded',
    labels: { secondedBy: 'Seconded by' },
  },
  'withdraw-motion': { command: WithdrawMotion, mode: 'end-motion', confirmation: 'The motion is withdrawn' },
  'note-motion-fell': { command: NoteMotionFell, mode: 'end-motion', confirmation: 'The motion fell', labels: { why: 'Why' } },
  'settle-voting-order': {
    command: SettleVotingOrder,
    mode: 'order',
    confirmation: 'The order of voting is settled',
    extraFields: inOrder,
  },
  'take-vote': { command: TakeVote, mode: 'vote', confirmation: 'The vote is recorded', labels: VOTE, extraFields: division },
  'correct-vote': {
    command: CorrectVote,
    mode: 'correct-vote',
    confirmation: 'The vote is put right',
    labels: { ...VOTE, reason: 'Why' },
    extraFields: division,
  },
  'take-division': {
    command: TakeDivision,
    mode: 'divide',
    confirmation: 'The division is recorded',
    labels: DIVISION,
    extraFields: between,
  },
  'correct-division': {
    command: CorrectDivision,
    mode: 'correct-division',
    confirmation: 'The division is put right',
    labels: { ...DIVISION, reason: 'Why' },
    extraFields: between,
  },
  'declare-vote-void': {
    command: DeclareVoteVoid,
    mode: 'void',
    confirmation: 'The vote is declared void: it is to be taken again',
    labels: { reason: 'Why', ruledBy: 'Ruled by' },
  },
  'give-casting-vote': { command: GiveCastingVote, mode: 'tie', confirmation: 'The casting vote is recorded' },
  'draw-lot': {
    command: DrawLot,
    mode: 'tie',
    confirmation: 'The lot is recorded',
    labels: { 'drawnBy.name': 'Drawn by' },
    extraFields: drawer,
  },
  'record-dissent': {
    command: RecordDissent,
    mode: 'dissent',
    confirmation: 'The dissent is recorded',
    labels: { people: 'Who dissents' },
  },
};
