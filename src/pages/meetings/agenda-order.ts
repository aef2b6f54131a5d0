import { numberKey } from '../../kernel/names.js';

/** The id and the number of an agenda item. */
interface Numbered {
  readonly itemId: string;
  readonly number: string;
}

/** The order with one item put before another; put last if `before` is no other item. */
export function orderWith(items: readonly string[], itemId: string, before: string | null): string[] {
  const others = items.filter((one) => one !== itemId);
  const at = before === null ? -1 : others.indexOf(before);
  return at < 0 ? [...others, itemId] : [...others.slice(0, at), itemId, ...others.slice(at)];
}

/** The order with one item moved one place up or down. */
export function orderMoved(items: readonly string[], itemId: string, way: 'up' | 'down'): string[] {
  const at = items.indexOf(itemId);
  if (at < 0 || (way === 'up' && at === 0)) return [...items];
  return orderWith(items, itemId, items[way === 'up' ? at - 1 : at + 2] ?? null);
}

/**
 * The corrections that number the items 1, 2, 3 in their order. No two items have the same number at any step, however it is written: if
 * numbers only change places, one item waits under a number that no item has.
 */
export function renumbering(items: readonly Numbered[]): Numbered[] {
  const now = new Map(items.map(({ itemId, number }) => [itemId, number]));
  const goal = new Map(items.map(({ itemId }, index) => [itemId, String(index + 1)]));
  const steps: Numbered[] = [];
  const give = (itemId: string, number: string): void => {
    now.set(itemId, number);
    steps.push({ itemId, number });
  };
  for (;;) {
    const wrong = [...now].filter(([itemId, number]) => goal.get(itemId) !== number);
    if (wrong.length === 0) return steps;
    const used = new Set([...now.values()].map(numberKey));
    const free = wrong.find(([itemId]) => !used.has(numberKey(goal.get(itemId)!)));
    if (free) give(free[0], goal.get(free[0])!);
    else give(wrong[0]![0], String(items.length + 1 + steps.length));
  }
}
