import { CallMeeting } from '../../../../src/slices/meetings/agenda/agenda.commands.js';
import { FillAgenda } from '../../../../src/slices/meetings/between-meetings/between.commands.js';
import {
  AnswerRequisition,
  EndRequisition,
  JoinRequisition,
  ReceiveRequisition,
  ReopenRequisition,
} from '../../../../src/slices/requisitions/requisitions.commands.js';
import { say } from '../story.js';
import { ANN, BEA, CAL } from './grounds.js';

/** Members who ask for a special meeting, and the agenda of a meeting filled from the standing items. */
export const requisitions = [
  say(ReceiveRequisition, 'board/bridge', { askedBy: [ANN, { personId: 'nobody' }] }),
  say(JoinRequisition, 'board/bridge', { askedBy: [BEA, CAL] }),
  say(CallMeeting, 'board/special', { requisition: 'board/bridge', jointlyWith: ['council'] }),
  say(AnswerRequisition, 'board/bridge', { atMeeting: 'board/held', how: 'held' }),
  say(ReopenRequisition, 'board/bridge'),
  say(EndRequisition, 'board/bridge'),
  say(CallMeeting, 'council/filled', { date: '2089-01-01', requisition: undefined, jointlyWith: undefined }),
  say(FillAgenda, 'council/filled'),
];
