import { type DomainEvent } from '../../kernel/event.js';

/**
 * Stream `person-<personId>` or `organisation-<organisationId>`: two spellings are declared one, or two. The record keeps each spelling;
 * only readers follow the link from `id` to `sameAs`.
 */
export type DirectoryEvent =
  /** Two spellings mean one person, or one organisation: readers follow the one to the other. */
  | DomainEvent<
      'SpellingDeclaredSame',
      1,
      {
        /** Whether it is a person or an organisation. */
        readonly kind: SpelledKind;
        /** The spelling that is declared the same as another. */
        readonly id: string;
        /** The other spelling, which readers follow it to. */
        readonly sameAs: string;
        /** How the spelling is written, where it is a name that stands in records without an id; lists then find both by either. */
        readonly name?: string;
        /** How the other spelling is written. */
        readonly sameAsName?: string;
        /** Why they are one. */
        readonly reason: string;
      }
    >
  /** Two spellings that look alike mean two people, or two organisations. */
  | DomainEvent<
      'SpellingDeclaredDistinct',
      1,
      {
        /** Whether it is a person or an organisation. */
        readonly kind: SpelledKind;
        /** The spelling that is declared distinct from another. */
        readonly id: string;
        /** The other spelling. */
        readonly from: string;
        /** Why they are two. */
        readonly reason: string;
      }
    >;

export type SpelledKind = 'person' | 'organisation';

export const directoryEventVersions = {
  SpellingDeclaredSame: 1,
  SpellingDeclaredDistinct: 1,
} as const satisfies { readonly [E in DirectoryEvent as E['type']]: E['v'] };
