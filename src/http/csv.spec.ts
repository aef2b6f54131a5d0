import { describe, expect, it } from '@jest/globals';
import { parseCsv } from '../../test/support/csv.js';
import { csv } from './csv.js';

describe('a table as CSV', () => {
  it('begins with its columns, and each line ends as spreadsheets have it', () =>
    expect(csv([['a', 1]], ['TEXT', 'NUMBER'])).toBe('TEXT,NUMBER\r\na,1\r\n'));

  it('has its columns where there is no row', () => expect(csv([], ['TEXT', 'NUMBER'])).toBe('TEXT,NUMBER\r\n'));

  it.each(['two\nlines', 'two\r\nlines', 'two\rlines', 'a "quoted" word', 'one, two'])('keeps %j in one cell', (text) => {
    const rows = [
      ['first', text, 'last'],
      ['next', '', ''],
    ];
    expect(parseCsv(csv(rows, ['A', 'B', 'C']))).toEqual([['A', 'B', 'C'], ...rows]);
  });

  it.each(['=SUM(A1)', '+1', '-1', '@A1', '\tA1', '\rA1'])('marks %j as text', (text) =>
    expect(parseCsv(csv([[text, '']], ['A', 'B']))).toEqual([
      ['A', 'B'],
      [`'${text}`, ''],
    ]),
  );

  it('keeps a number as it is', () => expect(csv([[-1]], ['A'])).toBe('A\r\n-1\r\n'));
});
