import { Temporal } from 'temporal-polyfill';
import { type Fraction, type VotingRule } from '../../bodies/bodies.words.js';

/**
 * The share needed to rescind a decision of `decided` at a meeting on `date`, where the rule asks for one: up to and including
 * the day of the same number so many months later. `undefined` where an ordinary majority rescinds.
 */
export function shareToRescind({ rescinding }: VotingRule, decided: string, date: string): Fraction | undefined {
  if (!rescinding) return undefined;
  const last = Temporal.PlainDate.from(decided).add({ months: rescinding.withinMonths });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(date), last) <= 0 ? rescinding.share : undefined;
}
