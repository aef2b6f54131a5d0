import { type Right } from '../../../kernel/rights.js';
import { type CommandClass } from '../../../kernel/command.js';
import { type FormFields } from '../forms.js';
import { type PageProblem } from '../page-problem.js';
import { fieldsIn, shownParts, type StepPart } from './parts.js';

/**
 * A step that may be recorded of a record on its page; the key in {@link Steps} is the last word of its form’s address. `Of`: what decides
 * whether the step is offered; `Known`: what the page knows when it shows the form, such as the choices.
 */
export interface Step<Of, Known = Of> {
  readonly command: CommandClass;
  /** The name of the step, in the link to the form and in the form's heading. */
  readonly name: string;
  readonly button: string;
  readonly about?: string;
  /** The notice shown once the step is recorded. */
  readonly done: string;
  /** True if the button warns, since the step is not undone. */
  readonly warns?: true;
  /** The id of the field to which all problems lead, if not each to its own. */
  readonly problemsAt?: string;
  /** The button that asks for more rows, if the form can have more. */
  readonly more?: string;
  /** Whether the step is offered for this record as it stands; the decider has the rule. */
  readonly offered: (of: Of) => boolean;
  /** Said in place of the form, where it could not be filled in yet. */
  readonly notYet?: (known: Known) => string | false;
  readonly parts: (known: Known) => readonly StepPart[];
  /** The form's values when it is opened. */
  readonly start?: (known: Known) => FormFields;
  /** Fields sent beside the typed ones, or instead of them. */
  readonly extraFields?: (typed: FormFields, known: Known) => Readonly<Record<string, unknown>>;
}
export type Steps<Of, Known = Of> = Readonly<Record<string, Step<Of, Known>>>;

export const stepNamed = <Of, Known>(steps: Steps<Of, Known>, name: string | undefined): Step<Of, Known> | undefined =>
  name !== undefined && Object.hasOwn(steps, name) ? steps[name] : undefined;

export interface Offered {
  readonly step: string;
  readonly name: string;
}

/** The steps that this reader may record now. */
export const offeredOf = <Of, Known>(steps: Steps<Of, Known>, of: Of, may: (right: Right) => boolean): readonly Offered[] =>
  Object.entries(steps)
    .filter(([, { command, offered }]) => may(command.spec.right as Right) && offered(of))
    .map(([step, { name }]) => ({ step, name }));

/** What a record’s page shows besides the record: the form that was asked for or refused, and what was just done. */
export interface Shown {
  readonly step?: string | undefined;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields | undefined;
  readonly done?: string | undefined;
  /** True if the form was refused: it is shown even if the step is no longer offered. */
  readonly refused?: true;
}

interface FormAt {
  /** `action`: the address to which the form is sent; `cancel`: the link for a reader who does not send it. */
  readonly action: string;
  readonly cancel: string;
  readonly typed?: FormFields | undefined;
}

/** A step’s form for its template, with the typed values, or else those of an opened form. */
export const shownForm = <Of, Known>(step: Step<Of, Known>, known: Known, { action, cancel, typed }: FormAt) => ({
  ...step,
  action,
  cancel,
  notYet: step.notYet?.(known) || null,
  parts: shownParts(step.parts(known), typed ?? step.start?.(known) ?? {}),
  /** Whether the page tells of a field, while it is typed, what it is read as. */
  reads: fieldsIn(step.parts(known)).some(({ readAt }) => readAt !== undefined),
});

/**
 * The fields that are as they are already. A form that shows everything lets a slip be mended where it stands; only what was changed is sent
 * on, and the rest is taken out of what was typed.
 */
export const unchangedIn = (typed: FormFields, as: FormFields): Readonly<Record<string, undefined>> =>
  Object.fromEntries(
    Object.entries(as)
      .filter(([name, value]) => typed[name] !== undefined && asText(typed[name]) === asText(value))
      .map(([name]) => [name, undefined]),
  );

/** Text to compare by: a form may name the same fields in another order. */
const asText = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
