import { type CommandFor, defineCommand } from '../../kernel/command.js';
import { DeclareSpellingDistinctDto, DeclareSpellingSameDto } from './directory.payloads.js';
import { personScope } from './spelling.scopes.js';
import { organisationScope } from './spelling.scopes.js';

const RIGHT = 'directory.record';
const SAME = { sameAs: 'david-farries', reason: 'The clerk confirms that they are one person' };
const DISTINCT = { from: 'david-farries', reason: 'They are brothers' };

export const DeclareSpellingSame = defineCommand({
  type: 'DeclareSpellingSame',
  scope: personScope,
  right: RIGHT,
  dto: DeclareSpellingSameDto,
  summary: 'Declares that two ids name one person; the record keeps both spellings.',
  example: SAME,
});

export const DeclareSpellingDistinct = defineCommand({
  type: 'DeclareSpellingDistinct',
  scope: personScope,
  right: RIGHT,
  dto: DeclareSpellingDistinctDto,
  summary: 'Declares that two ids name two people; withdraws what was declared otherwise.',
  example: DISTINCT,
});

export const DeclareOrganisationSpellingSame = defineCommand({
  type: 'DeclareOrganisationSpellingSame',
  scope: organisationScope,
  right: RIGHT,
  dto: DeclareSpellingSameDto,
  summary: 'Declares that two ids name one organisation; the record keeps both spellings.',
  example: { sameAs: 'nhs-borders', reason: 'Borders Health Board is known as NHS Borders' },
});

export const DeclareOrganisationSpellingDistinct = defineCommand({
  type: 'DeclareOrganisationSpellingDistinct',
  scope: organisationScope,
  right: RIGHT,
  dto: DeclareSpellingDistinctDto,
  summary: 'Declares that two ids name two organisations; withdraws what was declared otherwise.',
  example: { from: 'nhs-borders', reason: 'They are two bodies' },
});

export const personCommands = [DeclareSpellingSame, DeclareSpellingDistinct] as const;
export const organisationCommands = [DeclareOrganisationSpellingSame, DeclareOrganisationSpellingDistinct] as const;
export const directoryCommands = [...personCommands, ...organisationCommands] as const;

/** Facts that declaring two spellings the same needs: the ids that `sameAs` leads to, nearest first. */
export interface SpellingFacts {
  readonly chain: readonly string[];
}

export type SameCommand = CommandFor<typeof DeclareSpellingSame | typeof DeclareOrganisationSpellingSame, SpellingFacts>;
export type DistinctCommand = CommandFor<typeof DeclareSpellingDistinct | typeof DeclareOrganisationSpellingDistinct>;
export type DirectoryCommand = SameCommand | DistinctCommand;
