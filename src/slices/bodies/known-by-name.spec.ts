import { describe, expect, it } from '@jest/globals';
import { bodiesOfName } from './known-by-name.js';

const BODIES = [
  { bodyId: 'sb-ijb', name: 'Scottish Borders Health and Social Care Integration Joint Board', kind: 'joint-board' },
  { bodyId: 'sb-ijb-audit', name: 'IJB Audit Committee', kind: 'committee' },
  { bodyId: 'council-audit', name: 'Audit and Scrutiny Committee', kind: 'committee' },
  { bodyId: 'strategic-board', name: 'Community Planning Partnership (CPP) Strategic Board', kind: 'board' },
  { bodyId: 'tweeddale', name: 'Tweeddale Locality Planning Group', kind: 'locality-group' },
  { bodyId: 'eildon', name: 'Eildon Locality Planning Group', kind: 'locality-group' },
];
const named = (name: string, own = 'tweeddale') => bodiesOfName(name, own, BODIES).map(({ bodyId }) => bodyId);

describe('the bodies that a name fits', () => {
  it.each([
    ['Audit and Scrutiny Committee', ['council-audit']],
    ['the AUDIT & scrutiny committee', ['council-audit']],
    ['IJB Audit Committee', ['sb-ijb-audit']],
    ['Integration Joint Board', ['sb-ijb']],
    ['IJB', ['sb-ijb']],
    ['CPP', ['strategic-board']],
    ['Strategic Board', ['strategic-board']],
    ['sb-ijb', ['sb-ijb']],
    ['Eildon Locality Planning Group', ['eildon']],
    ['Housing Committee', []],
    ['Committee', []],
    ['Borders', []],
  ])('%s: %j', (name, found) => expect(named(name)).toEqual(found));

  it('are the record\u2019s own alone where the name fits that one, in full, in short or by what it is', () => {
    expect(named('Locality Planning Group', 'tweeddale')).toEqual(['tweeddale']);
    expect(named('LPG', 'tweeddale')).toEqual(['tweeddale']);
    expect(named('Group', 'tweeddale')).toEqual(['tweeddale']);
    expect(named('Board', 'strategic-board')).toEqual(['strategic-board']);
    // A committee of a board is not the board.
    expect(named('Board', 'sb-ijb-audit')).toEqual([]);
  });

  it('are several where it fits several', () => {
    expect(named('Locality Planning Group', 'sb-ijb')).toEqual(['tweeddale', 'eildon']);
    expect(named('Joint Board', 'sb-ijb')).toEqual(['sb-ijb']);
  });

  it('are those of a spelling that is declared the same', () =>
    expect(bodiesOfName('Performance Committee', 'eildon', BODIES, ({ bodyId }) => bodyId === 'council-audit')).toMatchObject([
      { bodyId: 'council-audit' },
    ]));
});
