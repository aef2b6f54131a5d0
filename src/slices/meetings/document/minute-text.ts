import { createHash } from 'node:crypto';
import { type Meeting } from '../../../record/meeting.state.js';
import { assembleMinute } from './assemble.js';
import { renderMinuteText } from './render-text.js';

/** The whole minute as text, exempt items included: what is circulated, approved and signed. */
export const minuteText = (meeting: Meeting): string => renderMinuteText(assembleMinute(meeting));

/** SHA-256 of the text's UTF-8 bytes, in hexadecimal: `sha256sum` of the file says the same. */
export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
