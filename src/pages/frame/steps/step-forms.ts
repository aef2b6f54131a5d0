import { Injectable } from '@nestjs/common';
import { refuseRequest } from '../../../http/http.refusals.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { type AnyProjection } from '../../../kernel/projection.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { FormDoor } from '../form-door.js';
import { fieldsOf, type FormFields, formIn } from '../forms.js';
import { type PageAsked } from '../page-asked.js';
import { type PageProblem } from '../page-problem.js';
import { seeOther } from '../see-other.js';
import { labelsOf, linked, ownIn } from './parts.js';
import { type Shown, type Step, stepNamed, type Steps } from './step.js';

type Fields = Readonly<Record<string, unknown>>;

/** A step's form as it was sent: its record, and what the page makes of the form. */
export interface StepSent<Of, Known> {
  /** The last word of the form's address. */
  readonly name: string;
  /** The value of `done` in the address to which the browser is sent; `name` if absent. */
  readonly done?: string;
  readonly step: Pick<Step<Of, Known>, 'command' | 'parts' | 'extraFields'>;
  readonly known: Known;
  readonly target: string;
  /** Fields that the page puts beside the typed ones, or the problem that stops the page from submitting the form. */
  readonly extraFields?: Fields | ((typed: FormFields) => Fields | { readonly problem: PageProblem });
  /** The problem shown at the title if a record of that id exists already. */
  readonly taken?: string;
  /** True for a form that stands open beside others: a problem that names no field is then no problem of the form's first field. */
  readonly standing?: true;
  readonly problemsIn?: (refusal: Refusal) => readonly PageProblem[];
  /** The page to which the browser is sent once the step is recorded. */
  readonly at: string;
  /** The place on that page, such as `#membership`. */
  readonly anchor?: string;
  /** The read models of that page: the browser is sent there once they show what was recorded. */
  readonly shownBy: readonly AnyProjection[];
  /** Shows the page again, with the typed form and its problems. */
  readonly again: (shown: Required<Pick<Shown, 'step' | 'problems' | 'typed' | 'refused'>>) => string | Promise<string>;
}

/** The step that an address names; refused if the page has no step of that name. */
export function stepAsked<Of, Known>(steps: Steps<Of, Known>, name: string | undefined, field = 'step'): Step<Of, Known> {
  const step = stepNamed(steps, name);
  if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field }));
  return step;
}

/** Takes a step's form on any record's page: reads it, submits it, waits until the read models show it, and sends the browser on. */
@Injectable()
export class StepForms {
  constructor(
    private readonly forms: FormDoor,
    private readonly projections: ProjectionEngine,
  ) {}

  async take<Of, Known>({ request, reply }: PageAsked, sent: StepSent<Of, Known>): Promise<string> {
    const { name, done = name, step, known, target, extraFields = {}, taken, standing, problemsIn, at, anchor = '', shownBy, again } = sent;
    const form = formIn(request);
    const parts = step.parts(known);
    const own = ownIn(form, parts);
    const typed = { ...fieldsOf(form), ...own };
    const beside = typeof extraFields === 'function' ? extraFields(typed) : extraFields;
    if (isProblem(beside)) return again({ step: name, problems: [beside.problem], typed, refused: true });
    const fields = { ...step.extraFields?.(typed, known), ...beside };
    const outcome = await this.forms.submit(step.command, target, request, { labels: labelsOf(parts), extraFields: fields });
    if (outcome.done) {
      await this.projections.waitFor(outcome.outcome.position, { names: shownBy.map((one) => one.name) });
      return seeOther(reply, `${at}?done=${done}${anchor}`);
    }
    const exists = taken !== undefined && outcome.refusal.code === 'stream.exists';
    const problems = exists ? [{ text: taken, href: '#title' }] : [...outcome.problems, ...(problemsIn?.(outcome.refusal) ?? [])];
    return again({
      step: name,
      problems: standing ? problems : linked(problems, parts),
      typed: { ...outcome.typed, ...own },
      refused: true,
    });
  }

  /** A new key for a form, needed every time the form is shown. */
  key = (): string => this.forms.key();
}

const isProblem = (beside: Fields | { readonly problem: PageProblem }): beside is { readonly problem: PageProblem } =>
  typeof beside.problem === 'object' && beside.problem !== null && 'text' in beside.problem;
