import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type DirectoryEvent, type SpelledKind } from './directory.events.js';

/** One spelling of a person or organisation: the spelling it is declared the same as, if any. */
export interface Spelling {
  readonly sameAs: string | null;
  /** The spellings it is declared distinct from. */
  readonly distinctFrom: readonly string[];
}

const evolve = ({ sameAs, distinctFrom }: Spelling, event: Recorded<DirectoryEvent>): Spelling => {
  switch (event.type) {
    case 'SpellingDeclaredSame':
      return { sameAs: event.data.sameAs, distinctFrom: distinctFrom.filter((one) => one !== event.data.sameAs) };
    case 'SpellingDeclaredDistinct':
      return { sameAs: sameAs === event.data.from ? null : sameAs, distinctFrom: [...distinctFrom, event.data.from] };
  }
};

const history = (category: SpelledKind): History<Spelling> => ({
  category,
  initial: { sameAs: null, distinctFrom: [] },
  evolve: (spelling, event) => evolve(spelling, event as Recorded<DirectoryEvent>),
});

/** Streams `person-<personId>` and `organisation-<organisationId>`. */
export const spellingHistories: Readonly<Record<SpelledKind, History<Spelling>>> = {
  person: history('person'),
  organisation: history('organisation'),
};
