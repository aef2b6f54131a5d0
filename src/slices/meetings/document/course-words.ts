import { longDate } from '../../../kernel/dates.js';
import { andNames } from '../../../kernel/words.js';
import { minuteStyleOf } from '../record/entries.js';
import { type Meeting, type Step } from '../record/meeting.state.js';
import { type MinuteNote } from './minute-document.js';
import { byOffice } from './sederunt.js';
import { heldWhere, sentence, timeInWords } from '../in-words/wording.js';

type Event<T> = Extract<Step['event'], { type: T }>;
type Plain = Event<
  | 'ChairTaken'
  | 'QuorumDeclared'
  | 'MeetingAdjourned'
  | 'MeetingResumed'
  | 'MeetingContinuedInformally'
  | 'PublicExcluded'
  | 'PublicReadmitted'
  | 'MinuteReceived'
  | 'NextMeetingAgreed'
  | 'MembershipEnded'
  | 'OrderOfBusinessChanged'
  | 'AgendaItemWithdrawn'
>;

const note = (heading: string, text: string): MinuteNote => ({ kind: 'note', heading, text });

/** `in the Town House`. */
const where = (place: string): string => heldWhere(place).replace(/^held /, '');

/** Until when and where to it was adjourned: in the words used, else as the day, the time and the place say. */
function adjournedTo(meeting: Meeting, { until, toDate, toTime, toPlace }: Extract<Plain, { type: 'MeetingAdjourned' }>['data']): string {
  const day = toDate === undefined ? '' : ` ${longDate(toDate)}`;
  const clock =
    toTime === undefined ? '' : toDate === undefined ? ` ${timeInWords(toTime, minuteStyleOf(meeting))}` : atTime(meeting, toTime);
  const to = until === undefined ? `${day}${clock}` : ` ${until}`;
  const there = toPlace === undefined ? '' : to === '' ? `, to resume ${where(toPlace)}` : `, ${where(toPlace)}`;
  return `${to === '' ? '' : ` until${to}`}${there}`;
}

/** The note of a step that says nothing of what stands above it; `null` where it says nothing. `hidden` are the items taken in private. */
export function plainNote(meeting: Meeting, event: Plain, hidden: ReadonlySet<string>): MinuteNote | null {
  switch (event.type) {
    case 'ChairTaken': {
      const text = event.data.words ?? tookChair(meeting, event.data);
      return text === '' ? null : note(minuteStyleOf(meeting).chair.toUpperCase(), text);
    }
    case 'QuorumDeclared':
      return event.data.words === '' ? null : note('QUORUM', event.data.words);
    case 'MeetingAdjourned': {
      const { reason, time, recess } = event.data;
      const to = adjournedTo(meeting, event.data);
      const adjourned = `The meeting ${recess ? 'adjourned for a short period' : 'was adjourned'}${atTime(meeting, time)}${to}`;
      return note(recess ? 'RECESS' : 'ADJOURNMENT', reason === '' ? sentence(adjourned) : `${adjourned}: ${sentence(reason)}`);
    }
    case 'MeetingResumed': {
      const { date, time, place, there } = event.data;
      const on = date === undefined ? '' : ` on ${longDate(date)}`;
      const resumed = sentence(`The meeting resumed${on}${atTime(meeting, time)}${place === undefined ? '' : ` ${where(place)}`}`);
      const present = there && (there.length > 0 ? `Present: ${there.map(({ name }) => name).join(', ')}.` : 'Nobody was present.');
      return note('RESUMPTION', present === undefined ? resumed : `${resumed} ${present}`);
    }
    case 'MeetingContinuedInformally':
      return note('QUORUM', event.data.words || 'The meeting continued on an informal basis.');
    case 'PublicExcluded':
      return note('EXCLUSION OF THE PUBLIC', event.data.words ?? excluded(meeting, event.data));
    case 'PublicReadmitted':
      return note('READMISSION OF THE PUBLIC', event.data.words ?? 'The public were readmitted to the meeting.');
    case 'MinuteReceived':
      return hidden.has(event.data.itemId) ? null : note('MINUTE RECEIVED', minuteReceived(event.data));
    case 'NextMeetingAgreed':
      return note('NEXT MEETING', event.data.words ?? nextMeeting(meeting, event.data));
    case 'MembershipEnded': {
      const { person, reason, words } = event.data;
      return note('MEMBER', words ?? `${person.name} ceased to be a member: ${sentence(reason)}`);
    }
    case 'OrderOfBusinessChanged':
      return note('ORDER OF BUSINESS', `The order of business was changed: ${sentence(event.data.reason)}`);
    case 'AgendaItemWithdrawn': {
      const { itemId, reason } = event.data;
      const item = meeting.agenda.find((one) => one.itemId === itemId);
      const number = item ? `Item ${item.number}` : 'An item';
      return hidden.has(itemId)
        ? note('ITEM WITHDRAWN', `${number} of the agenda was withdrawn.`)
        : note('ITEM WITHDRAWN', `${number} of the agenda${item ? ` (${item.title})` : ''} was withdrawn: ${sentence(reason)}`);
    }
  }
}

/** The resolution as the Act has it: the business, and the description of the information. Local Government (Scotland) Act 1973 s.50A(4) and (5). */
function excluded({ agenda }: Meeting, { itemIds, paragraphs }: Event<'PublicExcluded'>['data']): string {
  const numbers = agenda.filter(({ itemId }) => itemIds.includes(itemId)).map(({ number }) => number);
  const items = numbers.length === 0 ? 'the following business' : `item${numbers.length === 1 ? '' : 's'} ${andNames(numbers)}`;
  const grounds = `paragraph${paragraphs.length === 1 ? '' : 's'} ${andNames(paragraphs)} of Part I of Schedule 7A to that Act`;
  return `The public were excluded from the meeting for ${items} under section 50A(4) of the Local Government (Scotland) Act 1973, since exempt information as defined in ${grounds} was likely to be disclosed.`;
}

/** `The minute of the meeting of the Audit Committee held on 3 March 2016 was approved, subject to the undernoted amendment: ...` */
function minuteReceived({ minuteOf: { body, date }, resolved, amendment }: Event<'MinuteReceived'>['data']): string {
  const which = `The minute of the meeting of ${/^the /i.test(body) ? `the ${body.slice(4)}` : `the ${body}`} held on ${longDate(date)}`;
  if (resolved === 'noted') return `${which} was noted.`;
  if (resolved === 'not-approved') return `${which} was not approved.`;
  return amendment === undefined
    ? `${which} was approved.`
    : sentence(`${which} was approved, subject to the undernoted amendment: ${amendment}`);
}

/** `The next meeting will be held in the Town Hall on 17 December 2026 at 10.00 a.m.` */
function nextMeeting(meeting: Meeting, { date, time, place }: Event<'NextMeetingAgreed'>['data']): string {
  return sentence(
    `The next meeting will be ${place === undefined ? 'held' : heldWhere(place)} on ${longDate(date)}${atTime(meeting, time)}`,
  );
}

const atTime = (meeting: Meeting, time: string | undefined): string =>
  time === undefined ? '' : ` at ${timeInWords(time, minuteStyleOf(meeting))}`;

/** Empty for a chair who presides from the start and is marked in the sederunt; else the sentence that says who took the chair, and why. */
function tookChair(meeting: Meeting, { person, reason, after, untilElected }: Event<'ChairTaken'>['data']): string {
  if (untilElected) return `${person.name}, ${reason}, took the chair until the election of the ${minuteStyleOf(meeting).chair}.`;
  const role = meeting.attendances.find((one) => one.person.personId === person.personId)?.role;
  if (after === null && (role === undefined ? byOffice(reason) : /chair|conven|presid/i.test(role))) return '';
  return byOffice(reason) ? `${person.name} took the chair.` : `${person.name} took the chair: ${sentence(reason)}`;
}

export const returned = (after: string | undefined): MinuteNote =>
  note('ORDER OF BUSINESS', `The meeting returned to this item${after === undefined ? '' : ` after item ${after}`}.`);

/** The special circumstances of urgent business, which the minute states (1973 Act s.50B(4)(b)): under the item, before anything else of it. */
export function urgentNote(meeting: Meeting, itemId: string | undefined): MinuteNote | null {
  const item = itemId === undefined ? undefined : meeting.agenda.find((one) => one.itemId === itemId);
  if (item?.urgent === undefined) return null;
  return note(
    'URGENT BUSINESS',
    `${item.ruledUrgentBy ?? `The ${minuteStyleOf(meeting).chair}`} ruled that the item be taken as urgent: ${sentence(item.urgent)}`,
  );
}

export function interestInWords(meeting: Meeting, data: Event<'InterestDeclared'>['data'], hidden: ReadonlySet<string>): string {
  const { person, itemId, outcome, nature } = data;
  const section = meeting.sections.find((one) => one.itemId === itemId || one.sectionId === itemId);
  const number = section?.number ?? meeting.agenda.find((one) => one.itemId === itemId)?.number;
  const item = section?.beforeItems ? 'the business before the first item' : number === undefined ? 'the item' : `item ${number}`;
  const why = nature === '' || hidden.has(itemId) ? '' : ` (${nature})`;
  switch (outcome) {
    case 'connection-only':
      return `${person.name} stated a connection with ${item}${why}.`;
    case 'declared-and-stayed':
      return `${person.name} declared an interest in ${item}${why} and took part in its consideration.`;
    case 'declared-and-withdrew':
      return `${person.name} declared an interest in ${item}${why} and withdrew during its consideration.`;
  }
}
