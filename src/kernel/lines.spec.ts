import { describe, expect, it } from '@jest/globals';
import { type Deadline } from './deadline.js';
import { changesOf, deadlineSaid, type Labels, labelsOf, linesOf } from './lines.js';

interface Paper {
  readonly title: string;
  readonly papers: readonly string[];
  readonly authors: readonly { readonly name: string }[];
  readonly exempt?: boolean | null;
}
const LABELS: Labels<Paper> = {
  title: null,
  authors: ['Author', (authors) => authors.map(({ name }) => name)],
  papers: 'Background papers',
  exempt: ['Publication', (exempt) => (exempt ? 'not published' : 'published')],
};
const paper: Paper = { papers: ['One', 'Two'], title: 'Paths', authors: [{ name: 'Ann Bell' }, { name: 'Cal Dow' }], exempt: true };

describe('the lines of what was said', () => {
  it('stand in the order of the labels, a label before the words; of a list of parts, a line for each', () =>
    expect(linesOf(LABELS, paper)).toEqual([
      'Author: Ann Bell',
      'Author: Cal Dow',
      'Background papers: One; Two',
      'Publication: not published',
    ]));

  it('leave out what was not said, and what the sentence says', () => expect(linesOf(LABELS, { title: 'Paths', papers: [] })).toEqual([]));

  it('of changes say what is taken away', () =>
    expect(changesOf(LABELS, { papers: [], exempt: null })).toEqual(['Background papers: none', 'Publication: published']));

  it('name what changed by its labels', () =>
    expect(labelsOf(LABELS, { papers: [], authors: [], title: 'Ways' })).toBe('background papers, author, title'));
});

describe('a deadline', () => {
  const deadline = (said: Partial<Deadline>): Deadline => ({ words: '', kind: 'date', explanation: '', ...said });

  it.each([
    [{}, 'not said'],
    [{ words: 'when ready' }, 'when ready'],
    [{ words: 'within a week', latest: '2026-03-09' }, 'within a week, by 9 March 2026'],
    [{ words: '9 March 2026', earliest: '2026-03-09', latest: '2026-03-09' }, '9 March 2026'],
    [{ words: 'spring', earliest: '2026-03-01', latest: '2026-05-31' }, 'spring (1 March 2026 to 31 May 2026)'],
    [{ words: 'thereafter', earliest: '2026-03-01' }, 'thereafter (from 1 March 2026)'],
    [{ earliest: '2026-03-01', latest: '2026-05-31' }, '1 March 2026 to 31 May 2026'],
  ])('%j is told as %s', (said, told) => expect(deadlineSaid(deadline(said))).toBe(told));
});
