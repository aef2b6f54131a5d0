import { describe, expect, it } from '@jest/globals';
import { type DirectionTerms } from '../../slices/directions/direction.events.js';
import { asked, changed, typedOf } from './direction-boxes.js';

const terms: DirectionTerms = {
  title: 'The pathfinder',
  recipients: [
    { recipient: 'council', name: 'The Council' },
    { recipient: 'nhs', name: 'The Health Board' },
  ],
  split: 'joint',
  text: 'Establish it.',
  timeframes: { words: 'by July 2023', kind: 'month', latest: '2023-07-31', explanation: '' },
  reports: [{ words: 'Papers', report: 'paper' }],
  relation: { kind: 'supersedes', direction: 'before' },
};
const given = (changes: object): object => Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

describe('the boxes of a direction’s form', () => {
  it('change nothing where nothing was typed over', () => expect(given(changed(typedOf(terms), terms, { draft: true }))).toEqual({}));

  it('are only those that were changed; what a draft has emptied is taken out', () => {
    const { split: _split, ...typed } = typedOf(terms);
    expect(given(changed({ ...typed, timeframes: 'by May 2024', reports: ['Papers', 'More'] }, terms, { draft: true }))).toEqual({
      timeframes: 'by May 2024',
      reports: [{ words: 'Papers', report: 'paper' }, { words: 'More' }],
      without: ['split'],
    });
  });

  it('cannot be emptied where it was approved, and what must be there in no case', () => {
    const { split: _split, title: _title, relation: _relation, ...typed } = typedOf(terms);
    expect(given(changed(typed, terms, { draft: false }))).toEqual({ split: '', title: '' });
  });

  it('keep the ids of recipients: by their names in a draft, by their places once it was approved', () => {
    const typed = { recipients: [{ name: 'NHS Borders' }, { name: 'The Council' }] };
    expect(asked(typed, terms).recipients).toMatchObject([{ recipient: 'nhs-borders' }, { recipient: 'council' }]);
    expect(asked(typed, terms, true).recipients).toMatchObject([{ recipient: 'council' }, { recipient: 'nhs' }]);
  });
});
