import { longDate } from '../../kernel/dates.js';
import { againOn, type DueShown, orderOfDue } from '../due/due.words.js';
import { type Reminder } from './reminder.events.js';
import { HEADINGS, pathOf, sentenceOf } from './words.js';

/** A reminder with its deadline, as the deadline stands when the mail is written. */
export interface Told {
  readonly reminder: Reminder;
  readonly due: DueShown;
}

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

const COUNTED: Readonly<Record<Reminder['sort'], (count: number) => string>> = {
  overdue: (count) => `${count} overdue`,
  'period-about-to-lapse': (count) => `${count} about to lapse`,
  'due-soon': (count) => `${count} due soon`,
  'review-due': (count) => `${count} to be reviewed`,
  'not-yet-published': (count) => `${count} not yet published`,
  'awaiting-ratification': (count) => `${count} awaiting ratification`,
};

/** The most reminders that one mail spells out; the rest is in the feed. */
const MOST_TOLD = 200;

/** Text for a header of a mail: one line, cut short. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 150);

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** One mail in plain words for everything that somebody is told at once. `address` is the public one, without a slash at its end. */
export function mailOf(name: string, told: readonly Told[], today: string, address: string, optOut: string): Mail {
  const groups = HEADINGS.map(([sort, heading]) => ({
    sort,
    heading,
    items: told
      .filter(({ reminder }) => reminder.sort === sort)
      .toSorted((a, b) => byText(a.reminder.date ?? '', b.reminder.date ?? '') || byText(orderOfDue(a.due), orderOfDue(b.due))),
  })).filter(({ items }) => items.length > 0);
  const [first] = told;
  const subject =
    told.length === 1 && first
      ? oneLine(sentenceOf(first.reminder.sort, first.due, first.reminder.date))
      : oneLine(`Reminders: ${groups.map(({ sort, items }) => COUNTED[sort](items.length)).join(', ')}`);
  let left = MOST_TOLD;
  const spelt = groups.flatMap(({ heading, items }) => {
    const shown = items.slice(0, left);
    left -= shown.length;
    return shown.length > 0 ? [{ heading, items: shown }] : [];
  });
  const lines = spelt.flatMap(({ heading, items }) => [
    '',
    heading,
    '-'.repeat(heading.length),
    ...items.flatMap(({ reminder: { sort, date }, due }) => ['', ...itemLines(sentenceOf(sort, due, date), due, address)]),
  ]);
  const text = [
    `${name},`,
    '',
    `This is what falls due, as the record stood on ${longDate(today)}.`,
    ...lines,
    ...(told.length > MOST_TOLD ? ['', `And ${told.length - MOST_TOLD} more, which stand in your list of reminders.`] : []),
    '',
    '--',
    'You get this because you follow these names or bodies.',
    `To stop it: ${optOut}`,
    '',
  ].join('\n');
  return { subject, text };
}

const itemLines = (sentence: string, due: DueShown, address: string): string[] => {
  const { officers, organisation, deadline, bodyId, kind, recordId } = due;
  const who = [officers.join(', '), organisation ? `(${organisation})` : ''].filter(Boolean).join(' ');
  return [
    `* ${sentence.replace(/\s+/g, ' ')}`,
    ...(who === '' ? [] : [`  With ${who}, in ${bodyId}.`]),
    ...(deadline.words === '' ? [] : [`  In the record's words: ${deadline.words}`]),
    ...(due.days.length > 1 ? [`  ${againOn(due)}`] : []),
    `  ${address}${pathOf({ kind, recordId })}`,
  ];
};
