import { type Right } from '../../../kernel/rights.js';
import { type PageProblem } from '../page-problem.js';
import { type Offered, offeredOf, type Shown, type Step, stepNamed, type Steps } from './step.js';

/** The steps that a record's page offers, and the form that is open on it. */
export interface OpenedStep<Of, Known> {
  readonly offered: readonly Offered[];
  /** The last word of the open form's address. */
  readonly chosen: string | undefined;
  readonly form: Step<Of, Known> | undefined;
}

/** The form asked for is open if this reader may record it now; a refused form stays open. */
export function openedStep<Of, Known>(
  steps: Steps<Of, Known>,
  of: Of,
  { step, refused = undefined }: Pick<Shown, 'step' | 'refused'>,
  may: (right: Right) => boolean,
): OpenedStep<Of, Known> {
  const offered = offeredOf(steps, of, may);
  const chosen = refused || offered.some((one) => one.step === step) ? step : undefined;
  return { offered, chosen, form: stepNamed(steps, chosen) };
}

/** The problems of a refused form; without their links if the form is no longer open, so that there are no fields to lead to. */
export const problemsOf = (problems: readonly PageProblem[], form: object | undefined): readonly PageProblem[] =>
  form ? problems : problems.map(({ text }) => ({ text }));
