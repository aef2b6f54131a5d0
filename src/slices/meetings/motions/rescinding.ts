import { Temporal } from 'temporal-polyfill';
import { type Fraction, type VotingRule } from '../../bodies/bodies.words.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { type Motion } from '../record/meeting.state.js';

/**
 * The share needed to rescind a decision of `decided` at a meeting on `date`, where the rule asks for one: up to and including
 * the day of the same number so many months later. `undefined` where an ordinary majority rescinds.
 */
export function shareToRescind({ rescinding }: VotingRule, decided: string, date: string): Fraction | undefined {
  if (!rescinding) return undefined;
  const last = Temporal.PlainDate.from(decided).add({ months: rescinding.withinMonths });
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(date), last) <= 0 ? rescinding.share : undefined;
}

/** The share of the votes that a motion needs on `date`; `undefined` where it rescinds nothing, or an ordinary majority does. */
export function shareFor(motion: Motion | undefined, { decisions }: DecisionFacts, rule: VotingRule, date: string): Fraction | undefined {
  const rescinded = decisions.find(({ decision }) => decision.decisionId === motion?.rescinds?.decisionId);
  return rescinded && shareToRescind(rule, rescinded.meetingDate, date);
}
