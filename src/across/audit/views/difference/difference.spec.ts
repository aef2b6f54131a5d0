import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Change, differenceBetween } from './difference.js';
import { whereOf } from './where.js';

const told = (changes: readonly Change[]): string[] => changes.map(({ kind, path }) => `${kind} ${whereOf(path).join(' > ')}`);

const meeting = {
  title: 'The Board',
  inHand: null,
  agenda: [
    { itemId: 'a', number: '1', title: 'Roads' },
    { itemId: 'b', number: '2', title: 'Budget' },
    { itemId: 'c', number: '3', title: 'Schools' },
  ],
  officers: ['Ann Aird', 'Bob Boyd'],
  place: undefined,
};

describe('the difference between two states', () => {
  it('names a field that was added, removed or changed', () => {
    const changes = differenceBetween({ ...meeting, time: '14:00' }, { ...meeting, title: 'The Joint Board', place: 'Hall' });
    expect(told(changes)).toEqual(['changed Title', 'removed Time', 'added Place']);
    expect(changes[0]).toMatchObject({ before: 'The Board', after: 'The Joint Board' });
  });

  it('takes what is empty for what is not there', () =>
    expect(differenceBetween(meeting, { ...meeting, inHand: undefined, notices: [], votingOrders: {} })).toEqual([]));

  it('of a record that was not there is each of its fields', () =>
    expect(told(differenceBetween(null, { title: 'Roads', agenda: [] }))).toEqual(['added Title']));

  it('matches the items of a list by their ids, wherever they stand', () => {
    const [a, b, c] = meeting.agenda;
    expect(told(differenceBetween(meeting, { ...meeting, agenda: [a, { ...c, title: 'All schools' }] }))).toEqual([
      'changed Agenda > 3. All schools > Title',
      'removed Agenda > 2. Budget',
    ]);
    expect(differenceBetween(meeting, { ...meeting, agenda: [c, a, b] })).toEqual([
      { kind: 'moved', path: [{ field: 'agenda' }, { item: '3. Schools' }], from: 3, to: 1 },
    ]);
    expect(told(differenceBetween(meeting, { ...meeting, agenda: [{ itemId: 'd', number: '1', title: 'Minute' }, a, b, c] }))).toEqual([
      'added Agenda > 1. Minute',
    ]);
  });

  it.each([
    ['seats', 'seatId'],
    ['parts', 'letter'],
    ['decisions', 'decisionId'],
  ])('matches %s by %s', (list, id) => {
    const one = { [id]: 'x', words: 'NOTED.' };
    const changes = differenceBetween({ [list]: [{ [id]: 'w', words: 'AGREED.' }, one] }, { [list]: [{ ...one, words: 'APPROVED.' }] });
    expect(changes.map(({ kind }) => kind)).toEqual(['changed', 'removed']);
  });

  it('matches who was there by the person, and says who', () => {
    const ann = { person: { personId: 'ann', name: 'Ann Aird' }, as: 'present' };
    const bob = { person: { personId: 'bob', name: 'Bob Boyd' }, as: 'present' };
    expect(told(differenceBetween({ attendances: [ann, bob] }, { attendances: [bob, { ...ann, as: 'apologies' }] }))).toEqual([
      'moved Attendances > Ann Aird',
      'changed Attendances > Ann Aird > Came as',
    ]);
  });

  it('takes another person, or another decision, as a whole', () => {
    const changes = differenceBetween({ holder: { personId: 'a', name: 'A' } }, { holder: { personId: 'b', name: 'B' } });
    expect(told(changes)).toEqual(['changed Holder']);
  });

  it('matches items without ids by their place among what stayed the same', () => {
    const changes = differenceBetween({ officers: ['Ann', 'Bob', 'Cat'] }, { officers: ['Dan', 'Ann', 'Bea', 'Cat'] });
    expect(changes).toEqual([
      { kind: 'added', path: [{ field: 'officers' }, { item: 'number 1' }], after: 'Dan' },
      { kind: 'changed', path: [{ field: 'officers' }, { item: 'number 3' }], before: 'Bob', after: 'Bea', words: null },
    ]);
  });

  it('of two longer texts is said word by word', () => {
    const [change] = differenceBetween({ words: 'AGREED that it costs £36 a year.' }, { words: 'AGREED that it costs £38 a year.' });
    expect(change).toMatchObject({
      kind: 'changed',
      words: expect.arrayContaining([
        { kind: 'removed', text: '36' },
        { kind: 'added', text: '38' },
      ]),
    });
  });

  it('does not take for ever with two long texts that have nothing in common', () => {
    const words = (letter: string): string => Array.from({ length: 6_000 }, (_, index) => `${letter}${index}`).join(' ');
    expect(differenceBetween({ text: words('a') }, { text: words('b') })).toMatchObject([{ kind: 'changed', words: null }]);
  });

  const states = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('Roads', 'NOTED the report on the roads', 3, true, false, null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('title', 'itemId', 'person', 'words', '__proto__x'), tie('value'), { maxKeys: 4 }),
      fc.uniqueArray(fc.record({ itemId: fc.constantFrom('a', 'b', 'c', 'd'), words: tie('value') }), { selector: ({ itemId }) => itemId }),
    ),
  })).value;
  /** What is left of a state without what is empty, the same whatever the order of its fields. */
  const kept = (value: unknown): string => JSON.stringify(without(value)) ?? '';
  const without = (value: unknown): unknown => {
    if (value === null || value === '' || typeof value !== 'object') return value || value === false || value === 0 ? value : undefined;
    if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one) => without(one) ?? null);
    const fields = Object.entries(value)
      .map(([name, one]) => [name, without(one)] as const)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  };

  it('of a state and itself is nothing, and of states that are not the same never nothing', () =>
    fc.assert(
      fc.property(states, states, (one, other) => {
        expect(differenceBetween(one, one)).toEqual([]);
        expect(differenceBetween(one, other).length === 0).toBe(kept(one) === kept(other));
      }),
    ));
});
