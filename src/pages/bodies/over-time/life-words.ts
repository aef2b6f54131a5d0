import { type Tag } from '../../frame/tag.js';
import { type Deadline } from '../../../kernel/deadline.js';
import { pounds, when } from '../../../kernel/words.js';
import { type LifeStatus, lacking, localityOn, type BodyView } from '../../../slices/bodies/bodies.words.js';

const STATUS_WORDS: Readonly<Record<LifeStatus, Tag>> = {
  'not-yet': { text: 'Not established', classes: 'govuk-tag--grey' },
  proposed: { text: 'Proposed', classes: 'govuk-tag--yellow' },
  active: { text: 'Active', classes: 'govuk-tag--green' },
  sabbatical: { text: 'On a sabbatical', classes: 'govuk-tag--blue' },
  dormant: { text: 'Dormant', classes: 'govuk-tag--orange' },
  dissolved: { text: 'Dissolved', classes: 'govuk-tag--grey' },
};

/** The words of a deadline, and the day they come to where the words do not name it. */
export const dueIn = ({ words, latest }: Deadline): string =>
  latest === undefined || words.includes(when(latest)) ? words : `${words}, by ${when(latest)}`;

export const tagOf = (state: LifeStatus): Tag => STATUS_WORDS[state];

export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** One step of a body's life. */
export interface LifeStep {
  readonly title: string;
  readonly on: string;
  readonly lines: readonly string[];
}

const step = (title: string, on: string, ...lines: readonly (string | null | undefined)[]): LifeStep => ({
  title,
  on,
  lines: lines.filter((line): line is string => typeof line === 'string' && line !== ''),
});

/** The steps of a body's life (proposed, dormant, launched again, dissolved), up to the day shown; the newest first. */
export function lifeStory({ establishedOn, source, overTime, on }: BodyView): readonly LifeStep[] {
  const { proposed, sabbaticals, relaunches, dissolved, dormancyRules, dormancies, pathfinder } = overTime;
  const steps = [
    ...(proposed ? [step('Proposed', proposed.on, proposed.source)] : []),
    ...(establishedOn === null ? [] : [step('Established', establishedOn, source)]),
    ...dormancyRules.map((rule) =>
      step(
        rule.noMeetingForMonths === undefined
          ? 'No rule of dormancy any longer'
          : `Rule adopted: dormant after ${rule.noMeetingForMonths} months without a meeting`,
        rule.from,
        rule.source,
      ),
    ),
    ...dormancies.map(({ from, words, reason }) => step(`Became dormant ${words}`, from, reason)),
    ...sabbaticals.flatMap(({ from, until, reason, lastDay }) => [
      step('Sabbatical began', from, reason, until && `Until ${dueIn(until)}`),
      ...(lastDay === undefined ? [] : [step('Sabbatical ended', lastDay)]),
    ]),
    ...relaunches.map((one) => step('Launched again', one.on, one.words)),
    ...(pathfinder
      ? [
          step('Named a pathfinder', pathfinder.on, `To be reviewed ${dueIn(pathfinder.reviewAt)}`),
          ...pathfinder.reviews.map((one) =>
            step(one.outcome === 'proceed' ? 'Reviewed: the others may proceed' : 'Reviewed: not yet', one.on, one.findings),
          ),
        ]
      : []),
    ...(dissolved ? [step('Dissolved', dissolved.on, dissolved.reason)] : []),
  ];
  return steps.filter((one) => one.on <= on).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}

export interface ConditionLine {
  readonly title: string;
  readonly met: boolean;
  readonly evidence: readonly string[];
}

/** The conditions of readiness for the body's launch, each with its evidence. */
export function conditionsOf({ overTime, on }: BodyView): readonly ConditionLine[] {
  const missing = new Set(lacking(overTime, on).map(({ conditionId }) => conditionId));
  return overTime.conditions.map(({ conditionId, title, evidence }) => ({
    title,
    met: !missing.has(conditionId),
    evidence: evidence
      .filter((one) => one.on <= on)
      .map(
        ({ words, on: day, withdrawn }) =>
          `${words}, ${when(day)}${withdrawn !== undefined && withdrawn <= on ? `; withdrawn on ${when(withdrawn)}` : ''}`,
      ),
  }));
}

/** The body's delegated budgets, in words. */
export const budgetsOf = ({ overTime, on }: BodyView): readonly string[] =>
  overTime.budgets
    .filter((one) => one.on <= on)
    .map(({ title, amount, toBeDefined, phases }) => {
      const phased = phases.map(({ deadline, begun }) =>
        begun !== undefined && begun <= on ? `begun on ${when(begun)}` : dueIn(deadline),
      );
      return `${title}: ${amount ? pounds(amount.pence) : (toBeDefined ?? 'no amount recorded')}${phased.length > 0 ? ` (${phased.join('; ')})` : ''}`;
    });

/** The localities of the body's area, with their population if known. */
export const localitiesOf = ({ overTime, on }: BodyView): readonly string[] =>
  overTime.localities
    .flatMap((one) => localityOn(one, on) ?? [])
    .map(({ name, population, populationWords }) => {
      const people = population === undefined ? populationWords : `${population.toLocaleString('en-GB')} people`;
      return people === undefined ? name : `${name}: ${people}`;
    });
