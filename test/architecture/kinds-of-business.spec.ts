import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TOLD } from '../../src/slices/meetings/document/told.js';
import { ROOT } from '../support/built.js';
import { page, section } from '../support/markdown.js';

const PAGE = page('docs/kinds-of-business.md');
const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    );
const named = (cell: string): readonly string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);

const NONE = section(PAGE, '## What is no business of a meeting');
const business = cellsOf(PAGE.slice(0, PAGE.indexOf('## What is no business')));
const events = new Set(business.flatMap(([, of = '']) => named(of)));
const none = cellsOf(NONE).flatMap(([of = '']) => named(of));

describe('docs/kinds-of-business.md', () => {
  it('has every event of a meeting, as some kind of business or as none, and no other', () => {
    expect([...events, ...none].toSorted()).toEqual(Object.keys(TOLD).toSorted());
  });

  it.each(business.map((row) => [row[0] ?? '', row] as const))(
    'says of “%s” its rule, where it shows, and a test that is there',
    (_kind, row) => {
      expect(row).toHaveLength(5);
      expect(row.filter((cell) => cell === '')).toEqual([]);
      const [, file = '', name = ''] = /^`([^`]+)`: “(.+)”$/.exec(row[4] ?? '') ?? [];
      expect(existsSync(join(ROOT, file)) ? file : `no file ${file}`).toBe(file);
      const cases = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bit(?:\.each\([^]*?\))?\(\s*(['"`])(.*?)\1,/g)].map(
        ([, , words]) => words,
      );
      expect(cases).toContain(name);
    },
  );
});
