import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { ALL_BODIES, type Right } from '../../kernel/rights.js';
import { refuseAccess } from '../../http/access.refusals.js';
import { type Outcome } from '../../eventstore/command-runner.js';
import { given } from '../../kernel/plain.js';
import { type CommandClass, type CommandSpec } from '../../kernel/command.js';
import { askedIn, CommandDoor } from '../../http/command-door.js';
import { type FieldError } from '../../http/problem.js';
import { RequestRefused } from '../../http/request-refused.js';
import { newId } from '../../kernel/ids.js';
import { type Refusal } from '../../kernel/refusal.js';
import { fieldsOf, type FormFields } from './forms.js';
import { type PageProblem } from './page-problem.js';

/** The outcome of a form. If it was not done, `typed` gives the fields back, so that the page can show them again. */
export type Sent =
  | { readonly done: true; readonly outcome: Outcome }
  | { readonly done: false; readonly problems: readonly PageProblem[]; readonly refusal: Refusal; readonly typed: FormFields };

export interface FormOf {
  /** Fields that the page puts beside the typed ones; one that is `undefined` is not sent. */
  readonly extraFields?: Readonly<Record<string, unknown>>;
  /** The fields that count as typed, if not the whole form. */
  readonly typed?: FormFields;
  /** The key and the revision for the command, if not the form's own. */
  readonly key?: string;
  readonly revision?: number | '*';
  /** The page's names of fields, by their paths, for problems: `{ 'person.name': 'Name' }`. */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * Turns forms into commands. The hidden field `_revision` is the revision that the form was made on (`*` if it does not matter); `_key`
 * makes a form sent twice record once. Both come from the page.
 */
@Injectable()
export class FormDoor {
  constructor(private readonly door: CommandDoor) {}

  async submit(
    type: CommandClass,
    target: string,
    request: FastifyRequest,
    { extraFields = {}, labels = {}, typed: asTyped, key, revision: seen }: FormOf = {},
  ): Promise<Sent> {
    const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const typed = asTyped ?? fieldsOf(form);
    this.require(type, request);
    const revision = seen === undefined ? form.get('_revision') : String(seen);
    const outcome = await this.door.ask(type, target, request, () => ({
      body: given({ ...typed, ...extraFields }),
      key: key ?? form.get('_key') ?? undefined,
      expected: type.spec.creates === true ? 'none' : revision !== null && /^\d{1,9}$/.test(revision) ? Number(revision) : 'current',
    }));
    return outcome.accepted
      ? { done: true, outcome }
      : { done: false, refusal: outcome, problems: problemsOf(outcome, labels, typed), typed };
  }

  /** Throws unless whoever sends the form has the right that its command takes. */
  require({ spec }: CommandClass, request: FastifyRequest): void {
    const { right } = spec;
    const bodyId = askedIn(spec as CommandSpec) === 'all' ? ALL_BODIES : ((request.params as { bodyId?: string }).bodyId ?? ALL_BODIES);
    if (!allows(request.principal ?? PUBLIC, right as Right, bodyId))
      throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right, bodyId } }));
  }

  /** A new key for a form, needed every time the form is shown. */
  key = (): string => newId();
}

/** A refusal as problems that a person can mend: a missing field is asked for by the page's name for it. */
function problemsOf(refusal: Refusal, labels: Readonly<Record<string, string>>, typed: FormFields): PageProblem[] {
  if (refusal.code !== 'request.invalid') {
    const sentence = typeof refusal.detail?.sentence === 'string' ? ` ${refusal.detail.sentence}` : '';
    return [{ text: `${refusal.rule}${sentence}`, ...(refusal.field === undefined ? {} : { href: `#${refusal.field}` }) }];
  }
  return (refusal.detail?.errors as readonly FieldError[]).flatMap(({ field, rule }) => {
    const missing = valueAt(typed, field) === undefined;
    const asked = missing ? Object.keys(labels).filter((path) => path === field || path.startsWith(`${field}.`)) : [];
    if (asked.length > 0) return asked.map((path) => ({ text: `Enter: ${labels[path]}`, href: `#${path}` }));
    return [{ text: `${labels[field] ?? field.replaceAll('.', ' ')} ${rule}`, href: `#${field}` }];
  });
}

const valueAt = (fields: FormFields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], fields);
