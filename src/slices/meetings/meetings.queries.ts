/** The queries that other rooms may ask of this slice. */
export { DiaryChanges, type DiaryChange } from './dating/views/diary/diary-changes.query.js';
export { type ListedMeeting, ListMeetings } from './agenda/views/meeting-register/meeting-register.query.js';
export { ListDecisions } from './decisions/views/decision-register/decision-register.query.js';
export { TextOrJsonQuery } from './minutes/http/minute.dto.js';
export { MinuteReceivedAt } from './between-meetings/views/received-minutes/received-minutes.query.js';
export { ChangesSinceCirculated } from './minutes/views/changes/changes.query.js';
export { minuteIn, type MinuteRead, ReadMinute } from './minutes/views/minute/minute.query.js';
export { ReadSignedMinute } from './minutes/views/minute/signed-minute.query.js';
export { MeetingAsAt, MeetingAsItStands } from './reading/meeting-now.query.js';
export { standingOfMeeting } from './reading/standing-of-meeting.js';
export { SignedMeetings } from './reading/views/signed-minutes/signed-meetings.query.js';
export { JointMeetingsOf } from './over-time/views/body-meetings/joint-meetings.query.js';
export { MeetingsHeldSince } from './over-time/views/body-meetings/held-since.query.js';
export { QuorateMeetingsOf } from './over-time/views/quorate-meetings/quorate-meetings.query.js';
