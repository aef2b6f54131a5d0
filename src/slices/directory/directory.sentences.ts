import { because, type Sentences } from '../../kernel/sentences.js';
import { type DirectoryEvent } from './directory.events.js';

export const directorySentences: Sentences<DirectoryEvent> = {
  SpellingDeclaredSame: ({ kind, id, sameAs, reason }) => `${id} declared the same ${kind} as ${sameAs}${because(reason)}`,
  SpellingDeclaredDistinct: ({ kind, id, from, reason }) => `${id} declared another ${kind} than ${from}${because(reason)}`,
};
