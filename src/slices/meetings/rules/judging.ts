import { constitutionOf, type RollSeat, type Standing } from '../../bodies/bodies.words.js';
import { sameName } from '../../../kernel/names.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Attendance } from '../record/meeting.state.js';

/** Somebody who would sit in place of a member. */
type StandIn = Pick<Attendance, 'person' | 'organisation' | 'substituteFor'>;

/** The seat somebody present counts for, and whether as its member or in the member's place. */
export interface Sitting {
  readonly seat: RollSeat;
  readonly as: 'member' | 'substitute';
}

/**
 * The seat somebody recorded as present counts for under the rules and the roll as they are known now, however they were known when the
 * attendance was written down: the seat recorded, where the person holds it or may stand in for whoever does; else a seat the person holds;
 * `null` for somebody who turns out to hold none and may stand in for nobody. Nothing of this is stored, so that it follows every correction.
 */
export function sittingOf(standing: Standing, one: StandIn & { readonly seatId?: string }): Sitting | null {
  const { person, seatId, substituteFor } = one;
  const seat = standing.roll.find((other) => other.seatId === seatId);
  if (seat && holds(seat, person.personId)) return { seat, as: 'member' };
  if (seat?.holder && substituteFor && !mayStandIn(standing, seat, one)) return { seat, as: 'substitute' };
  const own = standing.roll.find((other) => holds(other, person.personId));
  return own ? { seat: own, as: 'member' } : null;
}

/**
 * The seats somebody counts for: the one above, and in a joint meeting the seat the person holds in each other body. Whoever has a seat in two counts in the
 * quorum of both.
 */
export function sittingsOf(standing: Standing, one: Parameters<typeof sittingOf>[1]): readonly Sitting[] {
  const first = sittingOf(standing, one);
  if (!first) return [];
  const sittings = [first];
  for (const seat of standing.roll)
    if (holds(seat, one.person.personId) && !sittings.some((other) => other.seat.bodyId === seat.bodyId))
      sittings.push({ seat, as: 'member' });
  return sittings;
}

const holds = ({ holder }: RollSeat, personId: string): boolean => holder?.personId === personId;

/** Why the constitution does not let somebody sit in a seat in place of its member; `null` where it does, as far as the record can tell. */
export function mayStandIn(standing: Standing, seat: RollSeat, { person, organisation, substituteFor }: StandIn): Refusal | null {
  const { substitutes, source } = constitutionOf(standing, seat);
  const { allowed, who } = substitutes;
  if (allowed === 'none') return refuseMeeting('substitute.not-allowed', { detail: { source } });
  if (allowed === 'one-item' && substituteFor?.itemId === undefined)
    return refuseMeeting('substitute.item-needed', { field: 'substituteFor.itemId' });
  if (seat.substitutes.some(({ personId }) => personId === person.personId)) return null;
  if (who === 'named')
    return refuseMeeting('substitute.not-named', { detail: { seatId: seat.seatId, named: seat.substitutes.map(({ name }) => name) } });
  if (organisation !== undefined && seat.organisation !== undefined && !sameName(seat.organisation, organisation))
    return refuseMeeting('substitute.other-organisation', {
      field: 'organisation',
      detail: { seatId: seat.seatId, organisation: seat.organisation },
    });
  return null;
}
