export { ChangesSinceCirculated, type ChangesRead } from './views/changes/changes.query.js';
export { type MinuteAudience, type MinuteFormat, type MinuteRead, ReadMinute } from './views/minute/minute.query.js';
export { ReadSignedMinute, type SignedMinute } from './views/minute/signed-minute.query.js';
