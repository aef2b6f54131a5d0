import {
  CorrectAction,
  DeclineAction,
  ExtendAction,
  GiveApprovalElsewhere,
  NoteActionComplete,
  RaiseAction,
  ReopenAction,
  ReportActionComplete,
  ReportProgress,
  TransferAction,
} from '../../../../src/slices/actions/actions.commands.js';
import { say } from '../story.js';
import { COUNTED, DECISION } from './grounds.js';

export const actions = [
  say(RaiseAction, 'board/cited', {
    source: { decision: undefined, paragraph: undefined, part: undefined },
    approvalElsewhere: { on: undefined },
  }),
  say(GiveApprovalElsewhere, 'board/cited'),
  say(RaiseAction, 'board/decided', {
    source: { decision: DECISION, part: 'a', paragraph: undefined, cited: undefined },
    dueDates: undefined,
  }),
  say(RaiseAction, 'board/counted', {
    source: { decision: undefined, paragraph: undefined, part: undefined, cited: { meetingDate: '2026-06-01' } },
    due: COUNTED,
    dueDates: undefined,
    approvalElsewhere: undefined,
  }),
  say(RaiseAction, 'board/noted', {
    source: { decision: DECISION, paragraph: '1', part: 'a', cited: undefined },
    approvalElsewhere: undefined,
  }),
  say(ReportProgress, 'board/cited'),
  say(ExtendAction, 'board/cited'),
  say(TransferAction, 'board/cited'),
  say(ReportActionComplete, 'board/cited'),
  say(ReopenAction, 'board/cited'),
  say(DeclineAction, 'board/cited'),
  say(CorrectAction, 'board/cited'),
];

export const noting = [say(NoteActionComplete, 'board/noted', { atMeeting: 'board/later', decisionId: 'later', paragraph: '1.1' })];
