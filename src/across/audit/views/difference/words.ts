import { diffWordsWithSpace } from 'diff';

export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The most edits looked for: two long texts with nothing in common would take for ever to compare word by word. */
const MOST_EDITS = 2_000;
/** Texts of fewer words are shown side by side. */
const FEWEST_WORDS = 4;
/** The share of the longer text that both must have in common. */
const LEAST_IN_COMMON = 0.4;

/**
 * The changes from one text to another, word by word; `null` if the texts are better read side by side: short ones, and those with little
 * in common.
 */
export function wordsBetween(before: string, after: string): readonly WordChange[] | null {
  const fewest = Math.min(...[before, after].map((text) => text.trim().split(/\s+/).length));
  if (fewest < FEWEST_WORDS) return null;
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const same = parts?.reduce((sum, { added, removed, value }) => (added || removed ? sum : sum + value.length), 0) ?? 0;
  if (!parts || same < LEAST_IN_COMMON * Math.max(before.length, after.length)) return null;
  return joined(parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value })));
}

/** The parts with changes joined if only a space stands between them. */
function joined(parts: readonly WordChange[]): readonly WordChange[] {
  const found: WordChange[] = [];
  let [removed, added] = ['', ''];
  const end = (): void => {
    if (removed !== '') found.push({ kind: 'removed', text: removed });
    if (added !== '') found.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const between = kind === 'same' && text.trim() === '' && removed !== '' && added !== '' && parts[index + 1]?.kind !== undefined;
    if (kind === 'removed' || between) removed += text;
    if (kind === 'added' || between) added += text;
    if (kind !== 'same' || between) continue;
    end();
    found.push({ kind, text });
  }
  end();
  return found;
}
