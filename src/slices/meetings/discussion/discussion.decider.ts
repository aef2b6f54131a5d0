import { type Decider, type Decision } from '../../../kernel/decider.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { type DiscussionEvent } from '../events/discussion.events.js';
import { refuseMinute } from '../minutes/minute.refusals.js';
import { notRecordable } from '../rules/meeting-guards.js';
import { agreeAction, correctAgreedAction } from './deciding-agreed-actions.js';
import { correctHearing, recordHearing, resolveHearing } from './deciding-hearings.js';
import { type DiscussionCommand } from './discussion.commands.js';

/** What comes of discussion, on the meeting's own stream. A clerk may record late: until the minute is approved. */
export const discussionDecider: Decider<Meeting, DiscussionCommand, DiscussionEvent> = {
  history: meetingHistory,
  decide(command, meeting): Decision<DiscussionEvent> {
    const refused = notRecordable(meeting) ?? (meeting.minute.approved ? refuseMinute('minute.approved') : null);
    if (refused) return refused;
    switch (command.type) {
      case 'AgreeAction':
        return agreeAction(command, meeting);
      case 'CorrectAgreedAction':
        return correctAgreedAction(command, meeting);
      case 'RecordHearing':
        return recordHearing(command, meeting);
      case 'CorrectHearing':
        return correctHearing(command, meeting);
      case 'ResolveHearing':
        return resolveHearing(command, meeting);
    }
  },
};
