import { because, type Sentences } from '../../kernel/sentences.js';
import { type DirectoryEvent } from './directory.events.js';

const written = (id: string, name: string | undefined): string => (name === undefined ? id : `${id} (${name})`);

export const directorySentences: Sentences<DirectoryEvent> = {
  SpellingDeclaredSame: ({ kind, id, sameAs, name, sameAsName, reason }) =>
    `${written(id, name)} declared the same ${kind} as ${written(sameAs, sameAsName)}${because(reason)}`,
  SpellingDeclaredDistinct: ({ kind, id, from, reason }) => `${id} declared another ${kind} than ${from}${because(reason)}`,
};
