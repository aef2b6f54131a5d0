import { andNames } from '../../../kernel/words.js';
import { furthestBefore } from '../record/entries.js';

/** What of a meeting decides which of its items and sections are taken in private. */
export interface PrivateParts {
  readonly agenda: readonly {
    readonly itemId: string;
    readonly exempt?: { readonly paragraph: string };
    readonly openAfter?: number;
  }[];
  readonly sections: readonly { readonly sectionId: string; readonly itemId?: string; readonly exempt?: { readonly paragraph: string } }[];
  /** In the order of the record. */
  readonly entries?: readonly { readonly entryId: string }[];
  readonly takings?: readonly { readonly sectionId: string; readonly after: string | null }[];
  readonly exclusions?: readonly Turn[];
}

interface Turn {
  readonly kind: 'excluded' | 'readmitted';
  readonly itemIds?: readonly string[];
  readonly paragraphs?: readonly string[];
  readonly after: string | null;
}

/**
 * The items and sections taken in private, by their ids, each with its paragraphs of Schedule 7A: `6`, `6 and 8`. An item is by its own flag;
 * by an exclusion of the public that names it, whenever it is taken; or where the meeting took it up while the public was excluded for
 * whatever came, until it was readmitted. An item that was found not to be exempt is public for all exclusions recorded before.
 * Source: 1973 Act s.50A(4) and (5).
 */
export function groundsOf({ agenda, sections, entries = [], takings = [], exclusions = [] }: PrivateParts): ReadonlyMap<string, string> {
  const grounds = new Map<string, string>();
  const places = new Map(exclusions.length === 0 ? [] : entries.map(({ entryId }, index) => [entryId, index]));
  const placeOf = (entryId: string | null): number => (entryId === null ? -1 : (places.get(entryId) ?? -1));
  for (const { itemId, exempt, openAfter = 0 } of agenda) {
    const naming = exclusions.slice(openAfter).findLast(({ itemIds = [] }) => itemIds.includes(itemId));
    const ground = exempt?.paragraph ?? (naming && paragraphsOf(naming));
    if (ground !== undefined) grounds.set(itemId, ground);
  }
  for (const { sectionId, itemId, exempt } of sections) {
    const open = agenda.find((item) => item.itemId === itemId)?.openAfter ?? 0;
    const taken = takings
      .filter((one) => one.sectionId === sectionId)
      .map(({ after }) => furthestBefore(exclusions, placeOf(after) + 1, placeOf))
      .find((turn) => turn && isForWhatever(turn) && exclusions.indexOf(turn) >= open);
    const ground = grounds.get(itemId ?? '') ?? exempt?.paragraph ?? (taken && paragraphsOf(taken));
    if (ground === undefined) continue;
    grounds.set(sectionId, ground);
    if (itemId !== undefined) grounds.set(itemId, ground);
  }
  return grounds;
}

/** `paragraph 6`, `paragraphs 6 and 8`. */
export const groundInWords = (ground: string): string => `paragraph${ground.includes(' ') ? 's' : ''} ${ground}`;

const paragraphsOf = ({ paragraphs = [] }: Turn): string => andNames(paragraphs);

const isForWhatever = ({ kind, itemIds = [] }: Turn): boolean => kind === 'excluded' && itemIds.length === 0;
