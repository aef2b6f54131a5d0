import { longDate } from '../../../../kernel/dates.js';
import { wrapped } from '../text-lines.js';
import { type PlanProgress, type ProgressLine } from './progress.js';

const WIDTH = 100;

/** The progress report as text, in the order it is read out: achievements first, items that fell overdue last. */
export function progressText(progress: PlanProgress): string {
  const { title, from, until, added, achieved, reported, evaluated, changed, fellOverdue, reviews } = progress;
  const sections = [
    section('ACHIEVED', achieved),
    section('REPORTED', reported),
    section(
      'EVALUATED',
      evaluated.map((line) => ({ ...line, words: `${ratings(line)}${line.words === '' ? '' : `: ${line.words}`}` })),
    ),
    section(
      'CHANGED',
      changed.map((line) => ({ ...line, words: `${line.how}${line.words === '' ? '' : `: ${line.words}`}` })),
    ),
    section('ADDED', added),
    section(
      'FELL OVERDUE',
      fellOverdue.map((line) => ({ ...line, words: `target ${line.words}${line.still ? '' : '; no longer overdue'}` })),
    ),
    reviews.length ? ['', 'REVIEWED', '', ...reviews.flatMap(({ on, words }) => wrapped(`${longDate(on)}: ${words}`, WIDTH))] : [],
  ];
  const told = sections.flat();
  const head = [...wrapped(title, WIDTH), '', `Progress from ${longDate(from)} to ${longDate(until)}`];
  return `${[...head, ...(told.length ? told : ['', 'Nothing was recorded, and nothing fell overdue.'])].join('\n')}\n`;
}

const ratings = ({ rating, before }: { readonly rating: string; readonly before: string | null }): string =>
  before === null || before === rating
    ? rating.replaceAll('-', ' ')
    : `${rating.replaceAll('-', ' ')}, before that ${before.replaceAll('-', ' ')}`;

function section(heading: string, lines: readonly ProgressLine[]): string[] {
  if (!lines.length) return [];
  return [
    '',
    `${heading} (${lines.length})`,
    '',
    ...lines.flatMap(({ itemId, number, on, words }) => [`${number ?? itemId}, ${longDate(on)}`, ...wrapped(words, WIDTH, '  ')]),
  ];
}
