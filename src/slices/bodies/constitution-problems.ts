import { flawIn, showsNothing } from '../../kernel/text.js';

/**
 * A fault in a rule written as data. Each function answers with the first fault and its place inside the rule, or `null` where the rule can
 * be applied as it stands.
 */
export interface Problem {
  /** Path inside the rule, `rules.0.share`; the empty string is the rule itself. */
  readonly path: string;
  readonly problem: string;
}

/** `must ...` for the rule itself; with the place in front for a part of it. */
export const problemText = (found: Problem | null): string | null =>
  found && (found.path === '' ? found.problem : `at ${found.path}: ${found.problem}`);

/** Rules within rules, counting the outermost. */
export const DEEPEST_RULE = 5;
const MOST_RULES = 20;
const MOST = 1_000;

type Check = (value: unknown, path: string) => Problem | null;
type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const under = (path: string, part: string | number): string => (path === '' ? `${part}` : `${path}.${part}`);
const at = (path: string, problem: string): Problem => ({ path, problem });

const wholeNumber =
  (max: number): Check =>
  (value, path) =>
    Number.isInteger(value) && (value as number) >= 1 && (value as number) <= max
      ? null
      : at(path, `must be a whole number from 1 to ${max}`);

const oneOf =
  (...choices: readonly string[]): Check =>
  (value, path) =>
    choices.includes(value as string) ? null : at(path, `must be one of: ${choices.join(', ')}`);

const flag: Check = (value, path) => (typeof value === 'boolean' ? null : at(path, 'must be true or false'));

const line: Check = (value, path) => {
  const flaw = typeof value === 'string' ? flawIn(value, false) : null;
  return flaw === null && typeof value === 'string' && !showsNothing(value) && value.length <= 500
    ? null
    : at(path, `must be a line of text of 1 to 500 characters${flaw === null ? '' : `: ${flaw}`}`);
};

/** An object with exactly these fields; those in `optional` may be missing. */
function fields(
  value: Plain,
  path: string,
  what: string,
  checks: Readonly<Record<string, Check>>,
  optional: readonly string[] = [],
): Problem | null {
  const unknown = Object.keys(value).find((key) => !Object.hasOwn(checks, key));
  if (unknown !== undefined) return at(path, `has a field that is not known; ${what} has: ${Object.keys(checks).join(', ')}`);
  for (const [name, check] of Object.entries(checks)) {
    const part = Object.hasOwn(value, name) ? value[name] : undefined;
    if (part === undefined && optional.includes(name)) continue;
    const found = check(part, under(path, name));
    if (found) return found;
  }
  return null;
}

/** A share from just above nothing to the whole. */
export const fractionProblem: Check = (value, path) => {
  if (!isPlain(value)) return at(path, 'must be a fraction: { "numerator": 1, "denominator": 2 }');
  const malformed = fields(value, path, 'a fraction', { numerator: wholeNumber(MOST), denominator: wholeNumber(MOST) });
  if (malformed) return malformed;
  return (value.numerator as number) > (value.denominator as number) ? at(path, 'must not be more than the whole') : null;
};

const KINDS = ['number', 'fraction', 'organisations', 'all-of', 'any-of', 'unknown'] as const;
const kind: Check = () => null;
const counting = oneOf('voting-members', 'all-members');

const quorumAt = (value: unknown, path: string, depth: number): Problem | null => {
  if (!isPlain(value)) return at(path, 'must be a quorum rule: an object with a kind');
  switch (value.kind as (typeof KINDS)[number]) {
    case 'number':
      return fields(value, path, 'a rule of this kind', { kind, atLeast: wholeNumber(MOST), counting }, ['counting']);
    case 'fraction': {
      const checks = { kind, of: oneOf('seats', 'filled-seats'), share: fractionProblem, moreThan: flag, counting };
      const malformed = fields(value, path, 'a rule of this kind', checks, ['moreThan', 'counting']);
      if (malformed) return malformed;
      const share = value.share as { readonly numerator: number; readonly denominator: number };
      return value.moreThan === true && share.numerator === share.denominator ? at(path, 'must not ask for more than the whole') : null;
    }
    case 'organisations':
      return fields(value, path, 'a rule of this kind', { kind, members: wholeNumber(MOST), organisations: wholeNumber(MOST), counting }, [
        'counting',
      ]);
    case 'all-of':
    case 'any-of':
      return fields(value, path, 'a rule of this kind', { kind, rules: (rules, where) => rulesAt(rules, where, depth) });
    case 'unknown':
      return fields(value, path, 'a rule of this kind', { kind, why: line });
  }
  return at(under(path, 'kind'), `must be one of: ${KINDS.join(', ')}`);
};

const rulesAt = (rules: unknown, path: string, depth: number): Problem | null => {
  if (!Array.isArray(rules) || rules.length === 0 || rules.length > MOST_RULES)
    return at(path, `must be a list of 1 to ${MOST_RULES} quorum rules`);
  if (depth >= DEEPEST_RULE) return at(path, `must not nest rules more than ${DEEPEST_RULE} deep`);
  for (const [index, rule] of rules.entries()) {
    const found = quorumAt(rule, under(path, index), depth + 1);
    if (found) return found;
  }
  return null;
};

/** A quorum rule that can be applied. */
export const quorumProblem = (value: unknown): Problem | null => quorumAt(value, '', 1);

const PRESIDERS = ['chair', 'vice-chair', 'voting-member-chosen', 'member-chosen'];

/** Who presides, first available first: each at most once. */
export const presidingOrderProblem = (value: unknown): Problem | null =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => PRESIDERS.includes(one as string)) &&
  new Set(value).size === value.length
    ? null
    : at('', `must be a list, each at most once, of: ${PRESIDERS.join(', ')}`);

/** Verbs are the word a decision begins with, in capitals: `AGREED`, `HOMOLOGATED`, `AGREED TO RECOMMEND`. */
export const isVerb = (text: string): boolean => /^\p{Lu}[\p{Lu}' -]{0,59}$/u.test(text) && text.trimEnd() === text;

const PLACEHOLDERS = ['{seq}', '{ddmmyy}', '{yyyy}', '{date}'];

/** A format of references: text with placeholders, `{seq}` among them, without which two references would be alike. */
export function formatProblem(format: string): string | null {
  const used: readonly string[] = format.match(/\{[^{}]*\}/g) ?? [];
  const unknown = used.find((one) => !PLACEHOLDERS.includes(one));
  if (unknown !== undefined || /[{}]/.test(format.replace(/\{[^{}]*\}/g, ''))) return `may have in braces only: ${PLACEHOLDERS.join(', ')}`;
  return used.includes('{seq}') ? null : 'must have {seq} in it, so that no two references are alike';
}

/** A time zone by its IANA name, spelled as the database spells it. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return false;
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    return known.toLowerCase() !== name.toLowerCase() || known === name;
  } catch {
    return false;
  }
}
