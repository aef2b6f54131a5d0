import { describe, expect, it } from '@jest/globals';
import { recorded } from '../../test/support/decider-spec.js';
import { type DomainEvent } from '../kernel/event.js';
import { InvalidCursor } from './cursor.js';
import { projection } from '../kernel/projection.js';
import { inOrderOf, pageIn, rowsOf } from './rows-of.js';

interface Word {
  readonly id: string;
  readonly text: string;
}
interface Named {
  readonly ids: readonly string[];
}
type Event = DomainEvent<'Said', 1, Named & { readonly text: string }> | DomainEvent<'Unsaid', 1, Named> | DomainEvent<'Other', 1, Named>;
const words = projection<Word, Event>({
  name: 'word',
  version: 1,
  columns: { id: { type: 'text' }, text: { type: 'text' } },
  primaryKey: 'id',
  indexes: [],
  key: ({ data }) => data.ids,
  on: {
    Said: (row, { data }, id) => ({ id, text: `${row?.text ?? ''}${data.text}` }),
    Unsaid: () => undefined,
  },
});
const event = (type: Event['type'], ids: readonly string[], text?: string) => recorded({ type, v: 1, data: { ids, text } });

describe('rows made of some events alone', () => {
  it('are what the reducers make of them, in their order', () =>
    expect([
      ...rowsOf(words, [event('Said', ['a', 'b'], 'x'), event('Said', ['a'], 'y'), event('Unsaid', ['b']), event('Other', ['c'])]).values(),
    ]).toEqual([{ id: 'a', text: 'xy' }]));

  it('are cut into pages either way, and a page follows the one before it', () => {
    const rows = ['b', 'd', 'a', 'c'].map((id) => ({ id, text: 'same' }));
    for (const newestFirst of [false, true]) {
      const order = inOrderOf(['text', 'id'], newestFirst);
      const first = pageIn(rows, order, { limit: 3 });
      const second = pageIn(rows, order, { limit: 3, cursor: first.next! });
      const all = [...first.rows, ...second.rows].map(({ id }) => id);
      expect(all).toEqual(newestFirst ? ['d', 'c', 'b', 'a'] : ['a', 'b', 'c', 'd']);
      expect(second.next).toBeNull();
    }
  });

  it('are not paged by a cursor of something else', () =>
    expect(() => pageIn([], inOrderOf(['id'], false), { limit: 1, cursor: 'x' })).toThrow(InvalidCursor));
});
