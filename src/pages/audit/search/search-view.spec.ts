import { describe, expect, it } from '@jest/globals';
import { readAsked } from '../../../projections/full-text/asked-words.js';
import { type FoundEntry } from '../../../across/audit/views/search/search.query.js';
import { ordersOf, searchAddress, searchTyped } from './search-form.js';
import { shownEntry } from './search-view.js';

const ENTRY: FoundEntry = {
  eventId: 'e-1',
  type: 'ActionRaised',
  ref: 'board/roads',
  kind: 'action',
  bodyId: 'board',
  title: 'Roads',
  what: 'Action raised for Ann Aird: “Mend the roads.”',
  words: 'Valley Council\nbefore the winter',
  happenedAt: '2016-03-03T14:00:00.000Z',
  recordedAt: '2016-03-03T14:00:00.000Z',
  by: { principalId: 'clerk', name: 'The Clerk', role: 'clerk' },
  correctedAt: null,
  struckAt: null,
};
const marks = (stretches: readonly { text: string; found: boolean }[] | null) =>
  stretches?.filter(({ found }) => found).map(({ text }) => text);

describe('what was found', () => {
  it('leads to its timeline and its page', () =>
    expect(shownEntry(ENTRY, readAsked('roads'))).toMatchObject({
      heading: 'Roads',
      kindWords: 'Action',
      timeline: '/records?ref=board%2Froads',
      ownPage: '/bodies/board/actions/roads',
    }));

  it('shows what else was typed only where the sentence does not say it all', () => {
    expect(shownEntry(ENTRY, readAsked('mend roads')).excerpt).toBeNull();
    const shown = shownEntry(ENTRY, readAsked('roads winter'));
    expect([marks(shown.marked), marks(shown.excerpt), marks(shown.markedRef)]).toEqual([['roads'], ['winter'], ['roads']]);
  });

  it('is named by its record where nobody said what that is called', () =>
    expect(shownEntry({ ...ENTRY, title: null }, []).heading).toBe('board/roads'));
});

describe('the form', () => {
  it('asks for nothing where it is empty, or says an order alone', () => {
    expect(searchTyped({ words: '  ', body: '' }).asks).toBe(false);
    expect(searchTyped({ sort: 'newest' }).asks).toBe(false);
    expect(searchTyped({ kind: 'decision' })).toMatchObject({ asks: true, narrowed: true });
  });

  it('names the field of a day that is none, or lies before the first', () => {
    expect(searchTyped({ 'happened-from': '2016-02-31' }).problems).toMatchObject([{ href: '#happened-from' }]);
    expect(searchTyped({ 'recorded-from': '2016-03-03', 'recorded-to': '2016-03-02' }).problems).toMatchObject([{ href: '#recorded-to' }]);
  });

  it('takes nothing for a choice that is none, and no control characters', () =>
    expect(searchTyped({ kind: '__proto__', sort: 'up', words: ['a'], by: 'a\u0000b' }).address).toMatchObject({
      kind: undefined,
      sort: undefined,
      words: undefined,
      by: 'a b',
    }));

  it('keeps what was asked in every address', () => {
    const asked = searchTyped({ words: 'mend "the roads"', body: 'board' });
    expect(searchAddress(asked, '/search.csv')).toBe('/search.csv?words=mend+%22the+roads%22&body=board');
    expect(ordersOf(asked).map(({ text, active }) => [text, active])).toEqual([
      ['Best match', true],
      ['Latest first', false],
      ['Earliest first', false],
    ]);
    expect(ordersOf(searchTyped({ body: 'board' }))[0]).toMatchObject({ text: 'Latest first', active: true });
  });
});
