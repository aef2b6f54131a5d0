import { type DecisionRef } from '../../../kernel/citation.js';
import { DECIDED_IN_PRIVATE } from '../../../kernel/exempt.js';

interface Step {
  readonly data: object & { readonly decision?: DecisionRef };
}
type Words = Partial<Record<string, unknown>>;

/** The fields in which the steps of records say what was decided. */
const WORDS = ['words', 'reason', 'outcome', 'by'] as const;

/** The meetings whose decisions made steps of these records. */
export const meetingsOf = (steps: readonly { readonly data: object }[]): readonly string[] =>
  steps.flatMap(({ data }) => (data as Step['data']).decision?.meetingId ?? []);

/**
 * The steps of a record without the words of those that an exempt decision made: that there was such a step is told, so that the record
 * still stands as it does, but neither what was decided nor what it changed. The very same list where nothing is left out.
 */
export function toldWithout<U extends { readonly data: object }>(steps: readonly U[], exempt: ReadonlySet<string>): readonly U[] {
  const isExempt = ({ data }: U): boolean => {
    const { decision } = data as Step['data'];
    return decision !== undefined && exempt.has(`${decision.meetingId}#${decision.decisionId}`);
  };
  return steps.some(isExempt) ? steps.map((step) => (isExempt(step) ? { ...step, data: withoutWords(step.data) } : step)) : steps;
}

function withoutWords(data: object): object {
  const { ref: _ref, ...kept } = data as Words;
  for (const field of WORDS) if (typeof kept[field] === 'string') kept[field] = DECIDED_IN_PRIVATE;
  return 'changes' in kept ? { ...kept, changes: {} } : kept;
}
