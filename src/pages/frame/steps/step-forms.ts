import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { refuseRequest } from '../../../http/http.refusals.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { type CommandClass } from '../../../kernel/command.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { ProjectionEngine } from '../../../projections/projection-engine.js';
import { FormDoor, type FormOf, type Sent } from '../form-door.js';
import { fieldsOf, type FormFields, formIn } from '../forms.js';
import { type PageAsked } from '../page-asked.js';
import { type PageProblem } from '../page-problem.js';
import { ReadModelsOf } from '../read-models-of.js';
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
  readonly step: Pick<Step<Of, Known>, 'command' | 'parts' | 'extraFields' | 'problemsAt'>;
  readonly known: Known;
  readonly target: string;
  /** Fields that the page puts beside the typed ones, or the problem that stops the page from submitting the form. */
  readonly extraFields?: Fields | ((typed: FormFields) => Fields | { readonly problem: PageProblem });
  /** The fields of each command, if the form records several, one after another. The first that is refused is the last. */
  readonly each?: readonly Fields[];
  /** The problem shown if a record of that id exists already, as a refusal of one of the `codes` says. */
  readonly taken?: PageProblem & { readonly codes?: readonly string[] };
  /** True for a form that stands open beside others: a problem that names no field is then no problem of the form's first field. */
  readonly standing?: true;
  readonly problemsIn?: (refusal: Refusal) => readonly PageProblem[];
  /** The page to which the browser is sent once the step is recorded. */
  readonly at: string;
  /** The id of the place on that page, which may depend on the id of what was recorded. */
  readonly place?: string | ((recordedId: string) => string) | undefined;
  /** Shows the page again, with the typed form and its problems. */
  readonly again: (shown: Required<Pick<Shown, 'step' | 'problems' | 'typed' | 'refused'>>) => string | Promise<string>;
}

/** The step that an address names; refused if the page has no step of that name. */
export function stepAsked<Of, Known>(steps: Steps<Of, Known>, name: string | undefined, field = 'step'): Step<Of, Known> {
  const step = stepNamed(steps, name);
  if (!step) throw new RequestRefused(refuseRequest('request.not-found', { field }));
  return step;
}

/** Takes a step's form on any record's page: reads it, submits it, waits until the read models of its slice show it, and sends the browser on. */
@Injectable()
export class StepForms {
  constructor(
    private readonly forms: FormDoor,
    private readonly projections: ProjectionEngine,
    private readonly readModels: ReadModelsOf,
  ) {}

  async take<Of, Known>({ request, reply }: PageAsked, sent: StepSent<Of, Known>): Promise<string> {
    const { name, done = name, step, known, target, extraFields = {}, each, taken, standing, problemsIn, at, place, again } = sent;
    const form = formIn(request);
    const parts = step.parts(known);
    const own = ownIn(form, parts);
    const typed = { ...fieldsOf(form), ...own };
    const beside = typeof extraFields === 'function' ? extraFields(typed) : extraFields;
    if (isProblem(beside)) return again({ step: name, problems: [beside.problem], typed, refused: true });
    const fields = { ...step.extraFields?.(typed, known), ...beside };
    const labels = labelsOf(parts);
    const key = form.get('_key') ?? this.key();
    // Only the first command is judged on the revision that the page showed; each later one is judged on whatever stands.
    const commands: readonly FormOf[] = each?.map((one, index) => ({
      labels,
      extraFields: { ...fields, ...one },
      key: `${key}-${index}`,
      ...(index > 0 && { revision: '*' as const }),
    })) ?? [{ labels, extraFields: fields }];
    const outcome = await this.submit(step.command, target, request, commands);
    if (outcome === undefined || outcome.done) {
      if (outcome) await this.projections.waitFor(outcome.outcome.position, { names: this.readModels.names(step.command) });
      const anchor = typeof place === 'function' ? place(outcome?.outcome.id ?? '') : place;
      return seeOther(reply, `${at}?done=${done}${anchor === undefined ? '' : `#${anchor}`}`);
    }
    const exists = taken && (taken.codes ?? ['stream.exists']).includes(outcome.refusal.code);
    const problems = exists ? [taken] : [...outcome.problems, ...(problemsIn?.(outcome.refusal) ?? [])];
    return again({
      step: name,
      problems: standing ? problems : linked(problems, parts, step.problemsAt),
      typed: { ...outcome.typed, ...own },
      refused: true,
    });
  }

  /** Submits each command until one is refused; nothing if there is none to submit. Sent again, the form goes on where it stopped. */
  private async submit(
    command: CommandClass,
    target: string,
    request: FastifyRequest,
    commands: readonly FormOf[],
  ): Promise<Sent | undefined> {
    let sent: Sent | undefined;
    for (const one of commands) {
      sent = await this.forms.submit(command, target, request, one);
      if (!sent.done) break;
    }
    return sent;
  }

  /** A new key for a form, needed every time the form is shown. */
  key = (): string => this.forms.key();
}

const isProblem = (beside: Fields | { readonly problem: PageProblem }): beside is { readonly problem: PageProblem } =>
  typeof beside.problem === 'object' && beside.problem !== null && 'text' in beside.problem;
