import { projection } from '../../../../kernel/projection.js';
import { type DirectoryEvent, type SpelledKind } from '../../directory.events.js';

/** A link between two spellings, as it was declared; readers follow links to their end. */
export interface SpellingRow {
  /** `person/g-farries` */
  readonly ref: string;
  readonly kind: SpelledKind;
  readonly id: string;
  readonly sameAs: string;
  /** How each is written, where that was said. */
  readonly name: string | null;
  readonly sameAsName: string | null;
  readonly reason: string;
}

/** One row per spelling that is declared the same as another; none for a spelling that stands for itself. */
export const spelling = projection<SpellingRow, DirectoryEvent>({
  name: 'spelling',
  version: 3,
  columns: {
    ref: { type: 'text' },
    kind: { type: 'text' },
    id: { type: 'text' },
    sameAs: { type: 'text' },
    name: { type: 'text', nullable: true },
    sameAsName: { type: 'text', nullable: true },
    reason: { type: 'text' },
  },
  primaryKey: 'ref',
  indexes: [{ columns: ['kind', 'sameAs'] }],
  key: ({ data }) => `${data.kind}/${data.id}`,
  on: {
    SpellingDeclaredSame: (_row, { data: { kind, id, sameAs, name = null, sameAsName = null, reason } }, ref) => ({
      ...{ ref, kind, id, sameAs, name, sameAsName, reason },
    }),
    SpellingDeclaredDistinct: (row, { data: { from } }) => (row?.sameAs === from ? undefined : row),
  },
});

/** Two spellings that somebody who knows declared to be two people, or two organisations. */
export interface SpellingApartRow {
  /** `person/g-farries/david-farries` */
  readonly ref: string;
  readonly kind: SpelledKind;
  readonly id: string;
  readonly other: string;
}

/** One row per declaration that still holds, as it was made: `id` is distinct from `other`. */
export const spellingApart = projection<SpellingApartRow, DirectoryEvent>({
  name: 'spelling_apart',
  version: 1,
  columns: { ref: { type: 'text' }, kind: { type: 'text' }, id: { type: 'text' }, other: { type: 'text' } },
  primaryKey: 'ref',
  indexes: [{ columns: ['kind', 'id'] }],
  key: ({ type, data }) => `${data.kind}/${data.id}/${type === 'SpellingDeclaredSame' ? data.sameAs : data.from}`,
  on: {
    SpellingDeclaredDistinct: (_row, { data: { kind, id, from } }, ref) => ({ ref, kind, id, other: from }),
    SpellingDeclaredSame: () => undefined,
  },
});

export const directoryProjections = [spelling, spellingApart] as const;
