import { describe, expect, it } from '@jest/globals';
import { type MattersArising } from '../../slices/actions/views/matters-arising/matters-arising.query.js';
import { offersFor } from './agenda-offers.js';
import { orderMoved, orderWith, renumbering } from './agenda-order.js';

const action = (key: string, status: string, exempt = false) =>
  ({
    actionId: `board/${key}`,
    item: { number: '4', title: `Item ${key}` },
    words: 'AGREED that it be done',
    outcome: 'Done',
    status,
    exempt,
  }) as never;

const matters: MattersArising = {
  meetingId: 'board/2026-06-09',
  date: '2026-06-09',
  actions: [action('a', 'overdue'), action('b', 'reported-complete'), action('c', 'reported-complete', true)],
  previousMeeting: 'board/2026-03-03',
  leftOver: [
    { kind: 'not-taken', number: '7', title: 'Roads', words: null, paragraph: null, exempt: false },
    { kind: 'continued', number: null, title: 'Budget', words: 'AGREED to continue', paragraph: '5.1', exempt: false },
  ],
  remits: { toAnswer: [], toNote: [] },
};
const previous = { meetingId: 'board/2026-03-03', date: '2026-03-03', minuteWaits: true };

describe('what an agenda is offered', () => {
  it('is the minute, the tracker, actions to be noted and what was left', () =>
    expect(offersFor(matters, previous, new Set()).map(({ itemId, exempt }) => [itemId, exempt])).toEqual([
      ['minute-2026-03-03', false],
      ['action-tracker', false],
      ['note-b', false],
      ['note-c', true],
      ['not-taken-2026-03-03-7', false],
      ['continued-2026-03-03-5.1', false],
    ]));

  it('is what other bodies remitted, and the answers to its own remits, each with the remit it brings', () => {
    const remit = { remitId: 'roads/bridge', title: 'Bridge', words: 'Report.', madeOn: '2026-03-03', exempt: false, how: 'remitted' };
    const [came, asked, answered] = offersFor(
      {
        ...matters,
        ...{ actions: [], leftOver: [] },
        remits: {
          toAnswer: [{ ...remit, from: 'Roads' } as never, { ...remit, remitId: 'roads/tolls', how: 'referred', from: 'Roads' } as never],
          toNote: [{ ...remit, remitId: 'board/quay', to: { name: 'Council' }, answer: { words: 'AGREED.' } } as never],
        },
      },
      null,
      new Set(),
    );
    expect(came).toMatchObject({ itemId: 'remit-bridge', remit: 'roads/bridge', asked: 'Remitted by Roads on 3 March 2026: Report.' });
    expect(asked).toMatchObject({ from: 'Referred by Roads' });
    expect(answered).toMatchObject({ itemId: 'answer-quay', remit: 'board/quay', asked: 'Note the answer of Council: AGREED.' });
  });

  it('does not count in public what was taken in private', () =>
    expect(offersFor(matters, null, new Set())[0]?.asked).toBe('Consider the action tracker: 2 actions.'));

  it('is not offered again once it is on the agenda', () =>
    expect(offersFor(matters, previous, new Set(['action-tracker', 'note-b'])).map(({ itemId }) => itemId)).not.toEqual(
      expect.arrayContaining(['action-tracker']),
    ));
});

describe('an order of business', () => {
  const items = ['a', 'b', 'c'];
  it('moves an item by one place, and not beyond its ends', () => {
    expect(orderMoved(items, 'b', 'up')).toEqual(['b', 'a', 'c']);
    expect(orderMoved(items, 'b', 'down')).toEqual(['a', 'c', 'b']);
    expect(orderMoved(items, 'a', 'down')).toEqual(['b', 'a', 'c']);
    expect(orderMoved(items, 'c', 'down')).toEqual(items);
    expect(orderMoved(items, 'a', 'up')).toEqual(items);
  });

  it('puts an item before another, or last', () => {
    expect(orderWith(items, 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(orderWith(items, 'a', null)).toEqual(['b', 'c', 'a']);
  });

  it('is numbered without two items having one number at any step', () => {
    const numbered = [
      { itemId: 'x', number: '2' },
      { itemId: 'y', number: '1' },
      { itemId: 'z', number: '7' },
    ];
    const now = new Map(numbered.map(({ itemId, number }) => [itemId, number]));
    for (const { itemId, number } of renumbering(numbered)) {
      expect([...now.values()]).not.toContain(number);
      now.set(itemId, number);
    }
    expect([...now.values()]).toEqual(['1', '2', '3']);
  });
});
