import { type Refusal } from '../kernel/refusal.js';
import { statusOf } from './refusal-status.js';

/** The page that explains every code. */
export const PROBLEM_PAGE = '/api/docs/problems';

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** One field that is not as documented. `field` is a path: `votes.2.person`; empty for the whole body. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
}

/** Problem details, RFC 9457, with what a refusal adds. */
export interface Problem {
  readonly type: string;
  /** The rule as a sentence, the same for every refusal with this code. */
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly code: string;
  readonly field?: string;
  /** Where the rule stands: Act and section. */
  readonly source?: string;
  readonly context?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  readonly correlationId: string;
}

/** Details that have a place of their own in a problem, outside `context`. */
const PROMOTED: Readonly<Record<string, readonly string[]>> = {
  'stream.clash': ['expected', 'actual', 'since'],
  'request.invalid': ['errors'],
  'access.right-missing': ['right', 'bodyId'],
};

export function problemOf(refusal: Refusal, correlationId: string): Problem {
  const { code, rule, source, field, detail = {} } = refusal;
  const promoted = PROMOTED[code] ?? [];
  const context = Object.entries(detail).filter(([name]) => !promoted.includes(name));
  const sentence = sentenceOf(refusal);
  return {
    type: `${PROBLEM_PAGE}#${code}`,
    title: rule,
    status: statusOf(code),
    ...(sentence === '' ? {} : { detail: sentence }),
    code,
    ...(field === undefined ? {} : { field }),
    ...(source === undefined ? {} : { source }),
    ...Object.fromEntries(promoted.filter((name) => name in detail).map((name) => [name, detail[name]])),
    ...(context.length === 0 ? {} : { context: Object.fromEntries(context) }),
    correlationId,
  };
}

/** The particulars of this occurrence, in words. */
function sentenceOf({ code, detail = {} }: Refusal): string {
  if (typeof detail.sentence === 'string') return detail.sentence;
  switch (code) {
    case 'access.right-missing':
      return `This takes the right ${String(detail.right)} in ${detail.bodyId === '*' ? 'all bodies' : `the body ${String(detail.bodyId)}`}.`;
    case 'request.invalid':
      return ((detail.errors as readonly FieldError[] | undefined) ?? [])
        .map(({ field, rule }) => `${field || 'The body'} ${rule}.`)
        .join(' ');
    default:
      return Object.entries(detail)
        .filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
        .map(([name, value]) => `${name}: ${String(value)}`)
        .join('; ');
  }
}
