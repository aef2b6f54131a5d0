import { longDate } from '../../kernel/dates.js';
import { count } from '../../kernel/words.js';
import { type MattersArising } from '../../slices/actions/actions.queries.js';
import { keyOf } from '../../kernel/record-id.js';

/** An agenda item that the record itself brings back to a meeting. */
export interface Offer {
  /** The id for the item: once an item with it is on the agenda, the offer is made no more. */
  readonly itemId: string;
  readonly title: string;
  readonly asked: string;
  /** The source of the item, in words. */
  readonly from: string;
  /** True if its subject was taken in private: the item can be added only as exempt again. */
  readonly exempt: boolean;
  /** The remit that the item brings. */
  readonly remit?: string;
  /** The meeting of another body whose minute the item carries. */
  readonly minuteOf?: string;
}

/** A minute of a body below, which has not been submitted yet. */
export interface MinuteBelow {
  readonly meetingId: string;
  readonly body: string;
  readonly date: string;
}

export interface PreviousMeeting {
  readonly meetingId: string;
  readonly date: string;
  /** True if the minute of that meeting awaits approval. */
  readonly minuteWaits: boolean;
}

/** Items to offer, each once: the minute to approve, the tracker, each action to be noted complete, and what the previous meeting left. */
export function offersFor(
  matters: MattersArising,
  previous: PreviousMeeting | null,
  taken: ReadonlySet<string>,
  below: readonly MinuteBelow[] = [],
): Offer[] {
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
      // The database gives 0 or 1.
      exempt: Boolean(exempt),
    })),
  ];
  offers.push(...remitsOffered(matters), ...below.map(minuteOffered));
  const seen = new Set(taken);
  return offers.filter(({ itemId }) => !seen.has(itemId) && seen.add(itemId));
}

/** What other bodies remitted to this one, and the answers to its own remits. */
const remitsOffered = ({ remits: { toAnswer, toNote } }: MattersArising): readonly Offer[] => [
  ...toAnswer.map(({ remitId, from, how, title, words, madeOn, exempt }) => ({
    itemId: slug(`remit-${shortKey(remitId)}`),
    title,
    asked: `${how === 'referred' ? 'Referred' : 'Remitted'} by ${from} on ${longDate(madeOn)}: ${words}`,
    from: `${how === 'referred' ? 'Referred' : 'Remitted'} by ${from}`,
    exempt,
    remit: remitId,
  })),
  ...toNote.map(({ remitId, to, title, answer, exempt }) => ({
    itemId: slug(`answer-${shortKey(remitId)}`),
    title,
    asked: `Note the answer of ${to.name}: ${answer?.words ?? ''}`,
    from: `Answer of ${to.name} to a remit`,
    exempt,
    remit: remitId,
  })),
];

/** A minute of a body below, for approval or noting. */
const minuteOffered = ({ meetingId, body, date }: MinuteBelow): Offer => ({
  ...plain(
    slug(`minute-of-${meetingId.replace('/', '-')}`),
    `Minute of ${body}`,
    `Consider the minute of the meeting of ${body} of ${longDate(date)}.`,
    `Minute of ${body}, ${longDate(date)}`,
  ),
  minuteOf: meetingId,
});

const plain = (itemId: string, title: string, asked: string, from: string): Offer => ({ itemId, title, asked, from, exempt: false });

const shortKey = (id: string): string => keyOf(id).slice(0, 60);

/** A text as an id may be written. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .slice(0, 80)
    .replace(/^[-.]+|[-.]+$/g, '');
