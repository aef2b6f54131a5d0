import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { canonicalId, chainFrom } from './canonical.js';
import { DeclareOrganisationSpellingSame, DeclareSpellingDistinct, DeclareSpellingSame } from './directory.commands.js';
import { organisationDecider, personDecider } from './directory.decider.js';
import { type DirectoryEvent } from './directory.events.js';
import { spellingHistories } from './spelling.state.js';

const reason = 'The clerk confirms it';
const same = (sameAs: string, chain: readonly string[] = []) =>
  ask(DeclareSpellingSame, 'g-farries', { sameAs, reason }, { facts: { chain } });
const distinct = (from: string) => ask(DeclareSpellingDistinct, 'g-farries', { from, reason }, { facts: { chain: [] } });
const declared: DirectoryEvent = {
  type: 'SpellingDeclaredSame',
  v: 1,
  data: { kind: 'person', id: 'g-farries', sameAs: 'david-farries', reason },
};
const { person, organisation } = spellingHistories;

describe('a spelling', () => {
  it('is declared the same as another', () => given(person).when(personDecider, same('david-farries')).then(declared));
  it('of an organisation is too', () =>
    given(organisation)
      .when(organisationDecider, ask(DeclareOrganisationSpellingSame, 'nhs', { sameAs: 'nhs-borders', reason }, { facts: { chain: [] } }))
      .then({ type: 'SpellingDeclaredSame', v: 1, data: { kind: 'organisation', id: 'nhs', sameAs: 'nhs-borders', reason } }));
  it('is not declared the same as itself', () =>
    given(person).when(personDecider, same('g-farries')).thenRefused('spelling.same-as-itself'));
  it('is not declared the same as what already leads to it', () => {
    given(person)
      .when(personDecider, same('david-farries', ['g-farries']))
      .thenRefused('spelling.loop');
    given(person)
      .when(personDecider, same('d', ['c', 'b', 'g-farries']))
      .thenRefused('spelling.loop');
  });
  it('follows one other at a time', () =>
    given(person, [declared]).when(personDecider, same('farries')).thenRefused('spelling.same-already'));
  it('is declared distinct again, and then free to follow another', () => {
    given(person, [declared]).when(personDecider, distinct('david-farries')).and(personDecider, same('farries')).thenAccepted();
    given(person, [declared]).when(personDecider, distinct('farries')).thenRefused('spelling.not-same');
  });
  it('is declared distinct from another before anybody joined them, once', () => {
    given(person)
      .when(personDecider, distinct('david-farries'))
      .and(personDecider, distinct('david-farries'))
      .thenRefused('spelling.distinct-already');
    given(person).when(personDecider, distinct('g-farries')).thenRefused('spelling.distinct-from-itself');
  });
});

describe('the canonical id', () => {
  const links = (pairs: Readonly<Record<string, string>>) => (id: string) => (Object.hasOwn(pairs, id) ? pairs[id] : undefined);

  it('is the end of the chain of links', () => {
    const chain = links({ a: 'b', b: 'c' });
    expect(['a', 'b', 'c', 'd', 'toString'].map((id) => canonicalId(id, chain))).toEqual(['c', 'c', 'c', 'd', 'toString']);
    expect(chainFrom('a', chain)).toEqual(['b', 'c']);
  });
  it('is one and the same all round a ring', () => {
    const ring = links({ x: 'c', c: 'b', b: 'a', a: 'c' });
    expect(['x', 'a', 'b', 'c'].map((id) => canonicalId(id, ring))).toEqual(['a', 'a', 'a', 'a']);
  });
});
