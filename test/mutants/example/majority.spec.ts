import { describe, expect, it } from '@jest/globals';
import { isCarried, leftToVote, options, ROUNDS, withdrawals } from './majority.js';

describe('a majority', () => {
  it.each([
    [{ yes: 3, no: 1 }, true],
    [{ yes: 1, no: 3 }, false],
  ])('is more for than against: %j', (count, carried) => expect(isCarried(count, true)).toBe(carried));

  it('is reached by a casting vote where there are as many', async () => {
    expect(isCarried({ yes: 2, no: 2 }, true)).toBe(true);
    expect(isCarried({ yes: 0, no: 0 }, true)).toBe(false);
  });

  it('knows two options', () => expect(options()).toEqual(['yes', 'no']));

  it('is found in three rounds', () => expect(ROUNDS).toBe(3));

  it('is counted when nobody is left to vote', async () => expect(await leftToVote(5)).toBe(0));

  it('is left when the others withdraw', () => expect(withdrawals(3)).toBe(2));
});
