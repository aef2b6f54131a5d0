import {
  DeclareOrganisationSpellingDistinct,
  DeclareOrganisationSpellingSame,
  DeclareSpellingDistinct,
  DeclareSpellingSame,
} from '../../slices/directory/directory.commands.js';
import { type Step } from '../frame/steps/step.js';

export const KINDS = ['person', 'organisation'] as const;
export type Kind = (typeof KINDS)[number];
export const KIND_WORDS: Readonly<Record<Kind, string>> = { person: 'Officers', organisation: 'Organisations' };

const reason = (): Step<void>['parts'] => () => [{ id: 'reason', as: 'line', label: 'How it is known' }];
const SAID = {
  button: 'Declare',
  parts: reason(),
  offered: () => true,
};

/** Both names are one, and the record keeps both as they are written. */
export const SAME: Readonly<Record<Kind, Step<void>>> = {
  person: {
    ...SAID,
    command: DeclareSpellingSame,
    name: 'They are one',
    done: 'They are one from now on: lists find both by either name.',
  },
  organisation: { ...SAID, command: DeclareOrganisationSpellingSame, name: 'They are one', done: 'They are one from now on.' },
};

/** The names are two, and are not offered again. */
export const DISTINCT: Readonly<Record<Kind, Step<void>>> = {
  person: { ...SAID, command: DeclareSpellingDistinct, name: 'They are two', done: 'They are two, and are not offered again.' },
  organisation: { ...SAID, command: DeclareOrganisationSpellingDistinct, name: 'They are two', done: 'They are two.' },
};
