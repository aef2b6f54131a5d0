import { principalEventVersions } from '../../../../slices/people/principal.events.js';
import { subjectEventVersions } from '../../../../slices/people/subjects/subject.events.js';
import { actionEventVersions } from '../../../../slices/actions/action.events.js';
import { bodyEventVersions } from '../../../../slices/bodies/body.events.js';
import { calendarEventVersions } from '../../../../slices/calendars/calendar.events.js';
import { decisionEventVersions } from '../../../../slices/meetings/events/decision.events.js';
import { directionEventVersions } from '../../../../slices/directions/direction.events.js';
import { discussionEventVersions } from '../../../../slices/meetings/events/discussion.events.js';
import { directoryEventVersions } from '../../../../slices/directory/directory.events.js';
import { meetingEventVersions } from '../../../../slices/meetings/events/meeting.events.js';
import { minuteEventVersions } from '../../../../slices/meetings/events/minute.events.js';
import { motionEventVersions } from '../../../../slices/meetings/events/motion.events.js';
import { procedureEventVersions } from '../../../../slices/meetings/votes/procedure.events.js';
import { electionEventVersions } from '../../../../slices/meetings/votes/election.events.js';
import { stepEventVersions } from '../../../../slices/meetings/events/step.events.js';
import { participationEventVersions } from '../../../../slices/participation/participation.events.js';
import { planEventVersions } from '../../../../slices/plans/plan.events.js';
import { reminderEventVersions } from '../../../reminders/reminder.events.js';
import { remitEventVersions } from '../../../../slices/remits/remit.events.js';
import { requisitionEventVersions } from '../../../../slices/requisitions/requisition.events.js';
import { reportEventVersions } from '../../../../slices/reports/report.events.js';

/** Events that the rounds of reminders write by the thousand; nobody typed anything in them. `quorate reminders` shows them. */
export const NOT_SEARCHED: readonly string[] = ['ReminderRaised', 'RemindersLapsed', 'ReminderDigestMade', 'ReminderSent'];

/** Every type of event that is found by its words. */
export const SEARCHED_TYPES: readonly string[] = Object.keys({
  ...principalEventVersions,
  ...subjectEventVersions,
  ...actionEventVersions,
  ...bodyEventVersions,
  ...calendarEventVersions,
  ...decisionEventVersions,
  ...directionEventVersions,
  ...discussionEventVersions,
  ...directoryEventVersions,
  ...meetingEventVersions,
  ...minuteEventVersions,
  ...motionEventVersions,
  ...electionEventVersions,
  ...procedureEventVersions,
  ...stepEventVersions,
  ...participationEventVersions,
  ...planEventVersions,
  ...reminderEventVersions,
  ...reportEventVersions,
  ...remitEventVersions,
  ...requisitionEventVersions,
}).filter((type) => !NOT_SEARCHED.includes(type));
