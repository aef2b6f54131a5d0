import { longDate } from '../../kernel/dates.js';
import { count } from '../../kernel/words.js';
import { type MattersArising } from '../../slices/actions/actions.queries.js';
import { keyOf } from '../../kernel/record-id.js';

/** An item the record itself brings back to the meeting. */
export interface Offer {
  /** The id the item gets, so that it is offered no more once it is on the agenda. */
  readonly itemId: string;
  readonly title: string;
  readonly asked: string;
  /** Where it comes from, in words. */
  readonly from: string;
  /** What it is about was taken in private: it is added only as taken in private again. */
  readonly exempt: boolean;
}

export interface PreviousMeeting {
  readonly meetingId: string;
  readonly date: string;
  /** Its minute waits to be approved. */
  readonly minuteWaits: boolean;
}

/** The minute to approve, the tracker, each action to be noted complete, and what the previous meeting left; none twice. */
export function offersFor(matters: MattersArising, previous: PreviousMeeting | null, taken: ReadonlySet<string>): Offer[] {
  const actions = matters.actions.filter(({ exempt }) => !exempt);
  const complete = matters.actions.filter(({ status }) => status === 'reported-complete');
  const held = previous ? longDate(previous.date) : '';
  const offers: Offer[] = [
    ...(previous?.minuteWaits
      ? [
          plain(
            `minute-${shortKey(previous.meetingId)}`,
            'Minute',
            `Approve the minute of the meeting of ${held}.`,
            `Minute of ${held}, not approved yet`,
          ),
        ]
      : []),
    ...(actions.length > 0
      ? [
          plain(
            'action-tracker',
            'Action tracker',
            `Consider the action tracker: ${count(actions.length, 'action')}.`,
            'Actions on the tracker',
          ),
        ]
      : []),
    ...complete.map(({ actionId, item, words, outcome, exempt }) => ({
      itemId: `note-${shortKey(actionId)}`,
      title: item.title,
      asked: [`Note as complete: ${words}`, ...(outcome ? [outcome] : [])].join('\n'),
      from: 'Action reported complete',
      exempt,
    })),
    ...matters.leftOver.map(({ kind, number, title, words, paragraph, exempt }) => ({
      itemId: slug(`${kind}-${shortKey(matters.previousMeeting ?? '')}-${paragraph ?? number ?? title}`),
      title,
      asked:
        kind === 'not-taken'
          ? `Item ${number} of the agenda for ${held}, which was not taken.`
          : `Continued at the meeting of ${held}${paragraph === null ? '' : ` (paragraph ${paragraph})`}: ${words ?? ''}`,
      from: kind === 'not-taken' ? `Not taken on ${held}` : `Continued on ${held}`,
      // As the database has it.
      exempt: Boolean(exempt),
    })),
  ];
  const seen = new Set(taken);
  return offers.filter(({ itemId }) => !seen.has(itemId) && seen.add(itemId));
}

const plain = (itemId: string, title: string, asked: string, from: string): Offer => ({ itemId, title, asked, from, exempt: false });

const shortKey = (id: string): string => keyOf(id).slice(0, 60);

/** As an id may be written. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, 80)
    .replace(/^[-.]+|[-.]+$/g, '');
