import { diffArrays, diffWordsWithSpace } from 'diff';

/** What changed in a minute, block by block; a block is a paragraph, a heading, a decision or a part of one. */
export interface MinuteChanges {
  readonly changed: boolean;
  readonly changes: readonly MinuteChange[];
}

export type MinuteChange =
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string }
  | { readonly kind: 'altered'; readonly before: string; readonly after: string; readonly words: readonly WordChange[] };

export interface WordChange {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Two long paragraphs without anything in common would take for ever to compare word by word. */
const MOST_EDITS = 2_000;

const blocksOf = (text: string): string[] =>
  text
    .split(/\n\n+/)
    .map((block) => block.replace(/\n$/, ''))
    .filter((block) => block !== '');

/** The changes from the circulated text to the present one. A renumbered paragraph shows as an altered block. */
export function changesSince(circulated: string, present: string): MinuteChanges {
  const changes: MinuteChange[] = [];
  const runs = diffArrays(blocksOf(circulated), blocksOf(present));
  for (let at = 0; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run || (!run.added && !run.removed)) continue;
    const next = runs[at + 1];
    const both = run.removed && next?.added ? { removed: run.value, added: next.value } : undefined;
    if (both) at += 1;
    const removed = both?.removed ?? (run.removed ? run.value : []);
    const added = both?.added ?? (run.added ? run.value : []);
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) changes.push(change(removed[index], added[index]));
  }
  return { changed: changes.length > 0, changes };
}

function change(before: string | undefined, after: string | undefined): MinuteChange {
  if (before === undefined) return { kind: 'added', text: after ?? '' };
  if (after === undefined) return { kind: 'removed', text: before };
  const parts = diffWordsWithSpace(before, after, { maxEditLength: MOST_EDITS });
  const words: WordChange[] = parts
    ? parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value }))
    : [
        { kind: 'removed', text: before },
        { kind: 'added', text: after },
      ];
  return { kind: 'altered', before, after, words };
}

/** For reading: `+` added, `-` removed, `~` altered, with [-what went-] and {+what came+} marked in it. */
export function renderChanges({ changed, changes }: MinuteChanges, draft: number | null): string {
  const since = draft === null ? 'Nothing has been circulated: all of it is new.' : `Changes since draft ${draft} was circulated`;
  if (!changed) return `${since}: none.\n`;
  const lines = changes.map((one) => {
    switch (one.kind) {
      case 'added':
        return `+ ${one.text}`;
      case 'removed':
        return `- ${one.text}`;
      case 'altered':
        return `~ ${one.words.map(marked).join('')}`;
    }
  });
  return `${[draft === null ? since : `${since}:`, ...lines].join('\n\n')}\n`;
}

const marked = ({ kind, text }: WordChange): string => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`);
