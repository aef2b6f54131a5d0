import { longDate } from '../../../../kernel/dates.js';
import { wrapped } from '../text-lines.js';
import { type RatingCount, type SelfEvaluation } from './self-evaluation.query.js';

const WIDTH = 100;
const words = (rating: string | null): string => (rating ?? 'not evaluated').replaceAll('-', ' ');
const tally = (counts: readonly RatingCount[]): string =>
  counts
    .filter(({ items }) => items > 0)
    .map(({ rating, items }) => `${items} ${words(rating)}`)
    .join(', ');

export function selfEvaluationText({ title, asAt, counts, groups }: SelfEvaluation): string {
  const lines = [...wrapped(title, WIDTH), '', `Self-evaluation as at ${longDate(asAt)}: ${tally(counts) || 'no items'}`];
  for (const group of groups) {
    lines.push('', ...wrapped(group.heading, WIDTH), tally(group.counts), '');
    for (const { itemId, number, rating, on, evidence, improvement } of group.items) {
      lines.push(`${number ?? itemId}: ${words(rating)}${on === null ? '' : ` (${longDate(on)})`}`);
      if (evidence !== null) lines.push(...wrapped(`Evidence: ${evidence}`, WIDTH, '  '));
      if (improvement !== null) lines.push(...wrapped(`Proposed improvement: ${improvement}`, WIDTH, '  '));
    }
  }
  return `${lines.join('\n')}\n`;
}
