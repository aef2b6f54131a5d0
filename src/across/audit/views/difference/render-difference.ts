import { longDate } from '../../../../kernel/dates.js';
import { when } from '../../../../kernel/words.js';
import { inLine, shown } from '../state/shown.js';
import { type Change } from './difference.js';
import { type DateMoved, type Difference } from './difference.query.js';
import { fieldOf, whereOf } from './where.js';
import { type WordChange } from './words.js';

/** A difference as text: `+` added, `-` removed, `~` changed, `>` moved, each with where; then what happened between. */
export function renderDifference({ ref, kind, clock, from, to, timeZone, changes, dates, events }: Difference): string {
  const by = clock === 'happened' ? 'had happened' : 'was known';
  const moment = (instant: string | null, otherwise: string): string => (instant === null ? otherwise : when(instant, timeZone));
  const lines = [`${ref} (${kind}): what ${by}, from ${moment(from, 'its beginning')} to ${moment(to, 'now')}`, ''];
  for (const change of changes) lines.push(...told(change, timeZone));
  for (const { what, before, after, by } of dates)
    lines.push(`~ ${dateMovedTold({ what, before, after })}`, ...by.map((one) => `    ${one.what}`));
  if (changes.length + dates.length === 0) lines.push('Nothing is different.');
  lines.push(
    '',
    'Between them:',
    ...events.map(({ happenedAt, recordedAt, what, by: { name } }) => between(happenedAt, recordedAt, what, name)),
  );
  if (events.length === 0) lines.push('  nothing');
  return `${lines.join('\n')}\n`;
}

/** `Date moved: due 2 December 2026 instead of 1 December 2026 (review the direction)`. */
export const dateMovedTold = ({ what, before, after }: Pick<DateMoved, 'what' | 'before' | 'after'>): string => {
  const on = (day: string | null): string => (day === null ? 'on no day known' : longDate(day));
  return `Date moved: due ${on(after)} instead of ${on(before)} (${what})`;
};

const between = (happenedAt: string, recordedAt: string, what: string, name: string): string =>
  `  ${happenedAt}  ${what} (${name}${recordedAt === happenedAt ? '' : `, recorded ${recordedAt}`})`;

function told(change: Change, zone: string): readonly string[] {
  const where = whereOf(change.path).join(', ');
  const value = (one: unknown): string => inLine(shown(one, fieldOf(change.path), { zone, rows: 60 }));
  switch (change.kind) {
    case 'added':
      return [`+ ${where}: ${value(change.after)}`];
    case 'removed':
      return [`- ${where}: ${value(change.before)}`];
    case 'moved':
      return [`> ${where}: from place ${change.from} to ${change.to}`];
    case 'changed':
      return change.words
        ? [`~ ${where}: ${change.words.map(marked).join('')}`]
        : [`~ ${where}: ${value(change.before)} -> ${value(change.after)}`];
  }
}

const marked = ({ kind, text }: WordChange): string => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`);
