import { describe, expect, it } from '@jest/globals';
import { comparePositions, type Position } from '../../kernel/event.js';
import { newId } from '../../kernel/ids.js';
import { Names, uuidOf } from './naming.js';

describe('a position of a record on KurrentDB', () => {
  const names = new Names('council');

  it('comes back as the place it was made of, and is ordered as the log is', () => {
    const places = [0n, 1n, 9n, 10n, 255n, 4_294_967_296n, 2n ** 53n + 1n, 2n ** 63n - 1n];
    const positions = places.map((place) => names.toPosition(place));
    expect(positions.map((position) => names.fromPosition(position))).toEqual(places);
    expect([...positions].reverse().sort(comparePositions)).toEqual(positions);
  });

  it('that was typed, altered, or is another record’s is none', () => {
    const position = names.toPosition(1_234_567n);
    const altered = [...position].map((digit, at) => `${position.slice(0, at)}${digit === '0' ? '1' : '0'}${position.slice(at + 1)}`);
    const others = ['', 'nonsense', position.slice(0, 16), `${position}0`, position.toUpperCase().replace(/^0/, 'A')];
    for (const wrong of [...altered, ...others, new Names('council2').toPosition(1_234_567n)])
      expect(() => names.fromPosition(wrong as Position)).toThrow(expect.objectContaining({ code: 'store.misuse' }));
  });
});

describe('an event id on KurrentDB', () => {
  it('is itself where it is a UUID, and otherwise one made from it, always the same', () => {
    const id = newId();
    expect(uuidOf(id)).toBe(id);
    expect(uuidOf('é')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(uuidOf('é')).toBe(uuidOf('é'));
    expect(new Set(['a', 'b', 'é', 'A', id.toUpperCase()].map(uuidOf)).size).toBe(5);
  });
});
