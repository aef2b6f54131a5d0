import { describe, expect, it } from '@jest/globals';
import { bars } from './bars.js';
import { type ChartData, chartOf } from './chart.js';
import { columns, ticksFor } from './columns.js';

const data: ChartData = {
  id: 'load',
  title: 'Actions of <each> organisation',
  description: 'SBC has 3, 1 of them overdue.',
  categoryTitle: 'Organisation',
  categories: [{ label: 'SBC & partners' }, { label: 'NHS Borders', short: ['NHS'] }],
  series: [
    { name: 'Overdue', look: 'hatched', values: [1, 0] },
    { name: 'Not yet due', look: 'solid', values: [2, 4] },
  ],
};

/** The heights of what is filled with a pattern. */
const heights = (svg: string, fill: string): number[] =>
  [...svg.matchAll(/<rect [^>]*height="([\d.]+)" fill="([^"]+)"/g)].filter(([, , how]) => how === fill).map(([, height]) => Number(height));

describe('the lines of an axis', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [5, [0, 1, 2, 3, 4, 5]],
    [9, [0, 2, 4, 6, 8, 10]],
    [37, [0, 10, 20, 30, 40]],
    [1200, [0, 500, 1000, 1500]],
  ])('for %s are whole and few', (most, ticks) => expect(ticksFor(most)).toEqual(ticks));
});

describe.each([
  ['columns', columns],
  ['bars', bars],
] as const)('a picture of %s', (_name, picture) => {
  const svg = picture(data);
  it('is an image with a name and what is to be seen in it', () => {
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*aria-labelledby="load-title load-desc"/);
    expect(svg).toContain('<title id="load-title">Actions of &lt;each&gt; organisation</title>');
    expect(svg).toContain('<desc id="load-desc">SBC has 3, 1 of them overdue.</desc>');
  });
  it('has no style, no script and nothing unescaped', () => {
    expect(svg).not.toMatch(/style|<script|on\w+=/);
    expect(svg).not.toContain('SBC & partners');
  });
  it('tells its parts by pattern, and names them', () => {
    expect(svg).toContain('<pattern id="load-hatched"');
    expect(svg).toContain('url(#load-hatched)');
    expect(svg).toContain('>Overdue</text>');
    expect(svg).toContain('>Not yet due</text>');
  });
  it('leaves out what is none', () => expect(svg).not.toMatch(/(width|height)="0"/));
  it('is drawn of nothing at all', () =>
    expect(picture({ ...data, categories: [], series: data.series.map((one) => ({ ...one, values: [] })) })).toMatch(/^<svg/));
});

describe('columns', () => {
  it('are as high as their numbers', () => {
    const [two, four] = heights(columns(data), '#1f4e5f').filter((height) => height > 14);
    expect(four).toBe(2 * two!);
  });
  it('have a line for what is needed, where that is known', () => {
    const marked = columns({ ...data, mark: { name: 'Needed', values: [2, null] } });
    expect(marked.match(/stroke-width="3"/g)).toHaveLength(2); // in the legend, and on the first column
  });
});

describe('the table behind a picture', () => {
  it('has every number, with names in full', () =>
    expect(chartOf({ ...data, mark: { name: 'Needed', values: [2, null] } }, columns)).toMatchObject({
      head: ['Organisation', 'Overdue', 'Not yet due', 'Needed'],
      rows: [
        { label: 'SBC & partners', cells: ['1', '2', '2'] },
        { label: 'NHS Borders', cells: ['0', '4', 'not known'] },
      ],
    }));
});
