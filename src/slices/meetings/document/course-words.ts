import { longDate } from '../../../kernel/dates.js';
import { andNames } from '../../../kernel/words.js';
import { minuteStyleOf } from '../record/entries.js';
import { type Meeting, type Step } from '../record/meeting.state.js';
import { type MinuteNote } from './minute-document.js';
import { byOffice } from './sederunt.js';
import { sentence, timeInWords } from './wording.js';

type Event<T> = Extract<Step['event'], { type: T }>;
type Plain = Event<
  | 'ChairTaken'
  | 'QuorumDeclared'
  | 'MeetingAdjourned'
  | 'MeetingResumed'
  | 'MeetingContinuedInformally'
  | 'PublicExcluded'
  | 'PublicReadmitted'
  | 'MembershipEnded'
  | 'OrderOfBusinessChanged'
  | 'AgendaItemWithdrawn'
>;

const note = (heading: string, text: string): MinuteNote => ({ kind: 'note', heading, text });

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
      const { reason, until, time } = event.data;
      const adjourned = `The meeting was adjourned${atTime(meeting, time)}${until === undefined ? '' : ` until ${until}`}`;
      return note('ADJOURNMENT', reason === '' ? sentence(adjourned) : `${adjourned}: ${sentence(reason)}`);
    }
    case 'MeetingResumed': {
      const { date, time } = event.data;
      return note(
        'RESUMPTION',
        sentence(`The meeting resumed${date === undefined ? '' : ` on ${longDate(date)}`}${atTime(meeting, time)}`),
      );
    }
    case 'MeetingContinuedInformally':
      return note('QUORUM', event.data.words || 'The meeting continued on an informal basis.');
    case 'PublicExcluded':
      return note('EXCLUSION OF THE PUBLIC', event.data.words ?? excluded(meeting, event.data));
    case 'PublicReadmitted':
      return note('READMISSION OF THE PUBLIC', event.data.words ?? 'The public were readmitted to the meeting.');
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
  const number =
    meeting.sections.find((one) => one.itemId === itemId || one.sectionId === itemId)?.number ??
    meeting.agenda.find((one) => one.itemId === itemId)?.number;
  const item = number === undefined ? 'the item' : `item ${number}`;
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
