import { type Decider } from '../../../kernel/decider.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { notSitting } from '../rules/meeting-guards.js';
import { recordDissent } from './deciding-dissent.js';
import { moveMotion, noteMotionFell, putMotion, secondMotion, settleVotingOrder, withdrawMotion } from './deciding-motions.js';
import { correctVote, drawLot, giveCastingVote, takeVote } from './deciding-votes.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type MotionCommand } from './motions.commands.js';

/**
 * Motions and votes, decided on the meeting's own stream. A clerk may complete the record after the meeting has concluded,
 * until the minute is signed; everybody is then taken to have been where the record last had them.
 */
export const motionDecider: Decider<Meeting, MotionCommand, MotionEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notSitting(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'MoveMotion':
        return moveMotion(command, meeting);
      case 'SecondMotion':
        return secondMotion(command, meeting);
      case 'WithdrawMotion':
        return withdrawMotion(command, meeting);
      case 'NoteMotionFell':
        return noteMotionFell(command, meeting);
      case 'SettleVotingOrder':
        return settleVotingOrder(command, meeting);
      case 'PutMotion':
        return putMotion(command, meeting);
      case 'TakeVote':
        return takeVote(command, meeting);
      case 'GiveCastingVote':
        return giveCastingVote(command, meeting);
      case 'DrawLot':
        return drawLot(command, meeting);
      case 'CorrectVote':
        return correctVote(command, meeting);
      case 'RecordDissent':
        return recordDissent(command, meeting);
    }
  },
};
