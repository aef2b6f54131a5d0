import { longDate } from '../../../kernel/dates.js';
import { type MinuteStyle } from '../../bodies/bodies.words.js';

/** The time on a clock of twelve hours, and which half of the day it is in. */
function onTheClock(time: string): readonly [clock: string, half: 'a' | 'p'] {
  const [hours, minutes] = time.split(':');
  const hour = Number(hours);
  return [`${hour % 12 === 0 ? 12 : hour % 12}.${minutes}`, hour < 12 ? 'a' : 'p'];
}

/** A time of day in the minute's style: `2.00pm`, `4.15 p.m.`, `16:15`. `inOpening`: in the sentence that the minute begins with. */
export function timeInWords(time: string, { times }: Pick<MinuteStyle, 'times'>, inOpening = false): string {
  const [clock, half] = onTheClock(time);
  switch (times) {
    case '14:00':
      return time;
    case '2.00pm':
      return `${clock}${half}m`;
    case '2.00 p.m.':
      return `${clock} ${half}.m.`;
    case '2.00pm-and-p.m.':
      return inOpening ? `${clock}${half}m` : `${clock} ${half}.m.`;
  }
}

/** `the meeting of 9 June 2016` where the meeting is named by its date, else `the meeting cpp-strategic-board/special`. */
export function meetingInWords(meetingId: string): string {
  const date = /\/(\d{4}-\d{2}-\d{2})$/.exec(meetingId)?.[1];
  return date === undefined ? `the meeting ${meetingId}` : `the meeting of ${longDate(date)}`;
}

const ROOM = /\b(chamber|room|hall|suite|theatre|offices?|centre|library|house|headquarters)\b/i;

/** A chamber is the body's own and has no name; any other place is called by its name, which takes no article. */
const CHAMBER = /^(?:council |committee )?chambers?$/i;

/** Where people meet by wire and in no place: a way of meeting, or the name of what carries it. */
const BY_WIRE = /^(?:online|virtually|remotely)\b/i;
const CARRIER = /^(?:(?:microsoft|ms) )?teams$|^zoom$|^webex$|^skype$/i;

/** `held in Room 1, Newtown St Boswells`; `held at Newtown St Boswells`; `held in the Council Chamber, Newtown St Boswells`. */
export function heldWhere(place: string): string {
  if (/^the /i.test(place)) return `held in ${place}`;
  if (/^(in|at|by|via|on) /i.test(place)) return `held ${place}`;
  if (BY_WIRE.test(place)) return `held ${place.charAt(0).toLowerCase()}${place.slice(1)}`;
  if (CARRIER.test(place.trim())) return `held via ${place}`;
  const [first = ''] = place.split(',');
  if (CHAMBER.test(first.trim())) return `held in the ${place}`;
  return `held ${ROOM.test(first) ? 'in' : 'at'} ${place}`;
}

/** A sentence ends with a full stop. */
export const sentence = (text: string): string => (/[.!?:;]$/.test(text) ? text : `${text}.`);
