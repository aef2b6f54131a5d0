import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { type Chain } from '../../../across/audit/chain.query.js';
import { boxesOf, lines } from './boxes.js';
import { chainCsv } from './chain-csv.js';
import { branchesOf } from './chain-tree.js';
import { layersOf } from './layers.js';
import { chainPicture } from './picture.js';

const node = (ref: string, more: object = {}): Chain['nodes'][number] => ({
  ref,
  kind: 'decision',
  title: `Title of ${ref}`,
  words: null,
  date: '2016-03-03',
  state: null,
  story: [],
  withheld: false,
  ...more,
});
const edge = (from: string, to: string, how = 'led to'): Chain['edges'][number] => ({ from, to, how, when: null });
const chainOf = (ref: string, refs: readonly string[], edges: Chain['edges']): Chain => ({
  ref,
  nodes: refs.map((one) => node(one)),
  edges,
  cutOff: null,
});

/** A report with two recommendations, decided by one decision, which raised an action; the report came of a promise. */
const chain = chainOf(
  'decision',
  ['decision', 'promise', 'report', 'a', 'b', 'action'],
  [
    edge('promise', 'report'),
    edge('report', 'a'),
    edge('report', 'b'),
    edge('a', 'decision'),
    edge('b', 'decision'),
    edge('decision', 'action'),
    edge('report', 'decision'),
  ],
);

describe('the columns of a chain', () => {
  it('lead from left to right, as far as the longest way', () =>
    expect(Object.fromEntries(layersOf(chain))).toEqual({ decision: 0, a: -1, b: -1, report: -2, promise: -3, action: 1 }));

  it('end where it goes round in a circle', () => {
    const circle = chainOf('a', ['a', 'b', 'c'], [edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('c', 'b')]);
    expect([...layersOf(circle).keys()].sort()).toEqual(['a', 'b', 'c']);
    expect(branchesOf(circle, 'forward', 'Europe/London')).toMatchObject([
      { above: false, beyond: [{ above: false, beyond: [{ above: true }, { above: true }] }] },
    ]);
  });
});

describe('the picture of a chain', () => {
  const svg = chainPicture(chain, 'A <chain>', (ref) => (ref === 'b' ? null : `/records?ref=${ref}`));

  it('has a box for each record and an arrow for each step, without styles', () => {
    expect(svg.match(/<rect /g)).toHaveLength(6);
    expect(svg.match(/marker-end/g)).toHaveLength(7);
    expect(svg.match(/<a href="/g)).toHaveLength(5);
    expect(svg).not.toMatch(/ style=|NaN|undefined/);
    expect(svg).toContain('A &lt;chain&gt;</title>');
  });

  it('has no box upon another', () => {
    const boxes = boxesOf(chain);
    for (const one of boxes)
      for (const other of boxes)
        if (one !== other && one.x === other.x) expect(one.y + one.height <= other.y || other.y + other.height <= one.y).toBe(true);
  });

  it('breaks what it says into lines, and says where it left off', () => {
    expect(lines('Approve the strategic approach', 4, 12)).toEqual(['Approve the', 'strategic', 'approach']);
    expect(lines('one two three four five', 2, 9)).toEqual(['one two', 'three…']);
    expect(lines('x'.repeat(25), 3, 10)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)]);
  });
});

describe('the list of a chain', () => {
  it('tells each record once, and says where it stands above', () => {
    const [first, second, third] = branchesOf(chain, 'back', 'Europe/London');
    expect(first).toMatchObject({
      node: { ref: 'a' },
      above: false,
      beyond: [{ node: { ref: 'report' }, beyond: [{ node: { ref: 'promise' } }] }],
    });
    expect(second).toMatchObject({ node: { ref: 'b' }, above: false, beyond: [{ node: { ref: 'report' }, above: true, beyond: [] }] });
    expect(third).toMatchObject({ node: { ref: 'report' }, above: true });
  });

  it('as a spreadsheet has one line for each record', () => {
    const rows = parse<Record<string, string>>(chainCsv(chain), { columns: true });
    expect(rows.map(({ STEPS, RECORD }) => `${STEPS} ${RECORD}`)).toEqual([
      '-3 promise',
      '-2 report',
      '-1 a',
      '-1 b',
      '0 decision',
      '1 action',
    ]);
    expect(rows[4]).toMatchObject({ 'CAME FROM': 'led to: a; led to: b; led to: report', 'LED TO': 'led to: action' });
  });
});
