import { type Right } from '../../../kernel/rights.js';
import { type CommandClass } from '../../../kernel/command.js';
import { type FormFields } from '../forms.js';
import { type PageProblem } from '../page-problem.js';
import { shownParts, type StepPart } from './parts.js';

/**
 * What may be recorded of a record on its page, by the last word of its form’s address. `Of`: what it is offered by; `Known`: what the
 * page knows when it shows the form, such as what there is to choose from.
 */
export interface Step<Of, Known = Of> {
  readonly command: CommandClass;
  /** As the link to the form and its heading say it. */
  readonly name: string;
  readonly button: string;
  readonly about?: string;
  /** Said once, when it is done. */
  readonly done: string;
  /** The button that asks for more rows, where there may be more of them. */
  readonly more?: string;
  /** Whether it is offered of this record as it stands; the decider has the rule. */
  readonly offered: (of: Of) => boolean;
  /** Said in place of the form, where it could not be filled in yet. */
  readonly notYet?: (known: Known) => string | false;
  readonly parts: (known: Known) => readonly StepPart[];
  /** What the form has in it when it is opened. */
  readonly start?: (known: Known) => FormFields;
  /** What is put beside, or instead of, what was typed. */
  readonly extraFields?: (typed: FormFields, known: Known) => Readonly<Record<string, unknown>>;
}
export type Steps<Of, Known = Of> = Readonly<Record<string, Step<Of, Known>>>;

export const stepNamed = <Of, Known>(steps: Steps<Of, Known>, name: string | undefined): Step<Of, Known> | undefined =>
  name !== undefined && Object.hasOwn(steps, name) ? steps[name] : undefined;

export interface Offered {
  readonly step: string;
  readonly name: string;
}

/** What this reader may record now. */
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
  /** The form was refused: it is shown although it may not be offered any more. */
  readonly refused?: true;
}

interface FormAt {
  /** Where it is sent, and where one goes who does not send it. */
  readonly action: string;
  readonly cancel: string;
  readonly typed?: FormFields | undefined;
}

/** A step’s form as its template shows it, with what was typed, or else with what it is opened with. */
export const shownForm = <Of, Known>(step: Step<Of, Known>, known: Known, { action, cancel, typed }: FormAt) => ({
  ...step,
  action,
  cancel,
  notYet: step.notYet?.(known) || null,
  parts: shownParts(step.parts(known), typed ?? step.start?.(known) ?? {}),
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
