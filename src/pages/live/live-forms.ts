import { shortId } from '../../kernel/ids.js';
import { COURSE_FORMS } from './forms/course-forms.js';
import { ELECTION_FORMS } from './forms/election-forms.js';
import { type LiveForms } from './forms/live-form.js';
import { MOTION_FORMS } from './forms/motion-forms.js';
import { PROCEDURE_FORMS } from './forms/procedure-forms.js';
import { RECORD_FORMS } from './forms/record-forms.js';
import { ROOM_FORMS } from './forms/room-forms.js';

/** Every form of the live page by the last part of its address. */
export const LIVE_FORMS: LiveForms = {
  ...COURSE_FORMS,
  ...ROOM_FORMS,
  ...RECORD_FORMS,
  ...MOTION_FORMS,
  ...ELECTION_FORMS,
  ...PROCEDURE_FORMS,
};

/** The id of an action, derived from its form's key, so that a form sent twice raises the action once. */
export const actionIdFor = (key: string): string => shortId('a', key);
