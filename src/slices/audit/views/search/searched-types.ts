import { principalEventVersions } from '../../../../access/principal.events.js';
import { subjectEventVersions } from '../../../../access/subjects/subject.events.js';
import { actionEventVersions } from '../../../actions/action.events.js';
import { bodyEventVersions } from '../../../bodies/body.events.js';
import { calendarEventVersions } from '../../../clocks/calendar.events.js';
import { decisionEventVersions } from '../../../decisions/decision.events.js';
import { directionEventVersions } from '../../../directions/direction.events.js';
import { directoryEventVersions } from '../../../directory/directory.events.js';
import { meetingEventVersions } from '../../../meetings/meeting.events.js';
import { minuteEventVersions } from '../../../minutes/minute.events.js';
import { motionEventVersions } from '../../../motions/motion.events.js';
import { participationEventVersions } from '../../../participation/participation.events.js';
import { planEventVersions } from '../../../plans/plan.events.js';
import { reminderEventVersions } from '../../../reminders/reminder.events.js';
import { reportEventVersions } from '../../../reports/report.events.js';

/** What the rounds of reminders write for themselves, by the thousand: nobody said it. `quorate reminders` shows it. */
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
  ...directoryEventVersions,
  ...meetingEventVersions,
  ...minuteEventVersions,
  ...motionEventVersions,
  ...participationEventVersions,
  ...planEventVersions,
  ...reminderEventVersions,
  ...reportEventVersions,
}).filter((type) => !NOT_SEARCHED.includes(type));
