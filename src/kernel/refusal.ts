/** The rule a refusal upholds, as a sentence, and where that rule stands (Act and section, or the field's practice). */
export interface RefusalRule {
  readonly rule: string;
  readonly source?: string;
  /** The status of HTTP by which it is answered, where that is not what `src/http/refusal-status.ts` says of all. */
  readonly status?: number;
}

/** A command the rules do not allow. A value, never thrown: exceptions are for faults. */
export interface Refusal {
  readonly accepted: false;
  /** Stable code, `noun.what-is-wrong`. */
  readonly code: string;
  readonly rule: string;
  readonly source?: string;
  /** The field of the command that breaks the rule, as a path: `votes.2.person`. */
  readonly field?: string;
  /** What a reader needs in order to put the command right: names, counts, dates. Plain JSON. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'accepted' in value && value.accepted === false && 'code' in value;

export interface RefusalDetail {
  readonly field?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

const catalogue = new Map<string, RefusalRule>();

/**
 * Declares a slice's refusals and returns the function that makes them; only declared codes compile.
 * Every declared code is listed in the generated reference.
 */
export function defineRefusals<C extends string>(rules: Readonly<Record<C, RefusalRule>>): (code: C, more?: RefusalDetail) => Refusal {
  for (const [code, rule] of Object.entries<RefusalRule>(rules)) {
    if (catalogue.has(code)) throw new Error(`The refusal ${code} is declared twice.`);
    catalogue.set(code, rule);
  }
  return (code, more = {}) => {
    const { status: _status, ...rule } = rules[code];
    return { accepted: false, code, ...rule, ...more };
  };
}

/** Every refusal declared by the code that is loaded, by code. */
export const refusalCatalogue = (): ReadonlyMap<string, RefusalRule> => catalogue;
