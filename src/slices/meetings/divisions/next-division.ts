import { isSupported, motionOf, noActionFirst, orderOf, placeInOrder, rootOf, ruleAt } from '../motions/voting-order.js';
import { now } from '../record/entries.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';

export interface NextDivision {
  /** What is to be voted between next: the motion first, then the amendments in their order. */
  readonly between: readonly Motion[];
  /** Whether the standing orders have it voted on so; else the clerk may also put each amendment and then the motion. */
  readonly asked: boolean;
}

/** What of an item the constitution has voted between next, of a motion and the amendments to it that are still to be voted on. */
export function nextDivision(meeting: Meeting, sectionId: string): NextDivision {
  const live = meeting.motions.filter(
    (one) => one.sectionId === sectionId && (one.status === 'moved' || one.status === 'put') && isSupported(meeting, one),
  );
  const amendment = live.find(({ amends }) => amends !== undefined);
  if (!amendment) return { between: [], asked: false };
  const root = rootOf(meeting, amendment);
  const method = ruleAt(meeting, now(meeting)).voting.between?.method;
  const first = noActionFirst(meeting, amendment);
  const order = orderOf(meeting, sectionId) ?? [];
  const of = live.filter((one) => rootOf(meeting, one) === root && one !== first);
  const inPlace = of.filter((one) => one.amends === undefined || one.division?.outcome === 'goes-on');
  const others = of.filter((one) => !inPlace.includes(one)).toSorted((a, b) => placeInOrder(order, a) - placeInOrder(order, b));
  const between = betweenOf(method, inPlace, others, motionOf(meeting, root));
  return between.length < 2
    ? { between: [], asked: false }
    : { between, asked: method !== undefined && method !== 'amendment-then-motion' };
}

function betweenOf(
  method: string | undefined,
  inPlace: readonly Motion[],
  others: readonly Motion[],
  root: Motion | undefined,
): readonly Motion[] {
  if (method === 'motion-against-each') return [...inPlace, ...others.slice(0, 1)];
  const amendments = [...inPlace, ...others].filter((one) => one !== root);
  return method === 'amendments-first' && amendments.length > 1 ? amendments : [...inPlace, ...others];
}
