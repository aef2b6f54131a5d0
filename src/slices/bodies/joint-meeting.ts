import { idsOf } from '../../kernel/record-id.js';
import { type BodyMeeting, type Constitution, type RollSeat, type Standing } from './constitution.js';

/**
 * What a joint meeting of several bodies stands under. A meeting of one body is the plain case: nothing is joined to it.
 * The body that calls it lends the meeting its rules of debate, voting and presiding, as a lead authority does; the quorum of each body, and who
 * may come in place of its members, are by its own constitution.
 */

/** One of the bodies that meet, with its own seats. */
export interface BodyOfMeeting extends BodyMeeting {
  readonly roll: readonly RollSeat[];
}

/** The standing of the body that calls, joined by those of the others. A seat of another body is named `body/seat`, since two bodies may give seats the same id. */
export function jointStanding(calling: Standing, others: readonly Standing[]): Standing {
  if (others.length === 0) return calling;
  const seats = others.flatMap(({ bodyId, bodyName, roll }) =>
    roll.map((seat) => ({ ...seat, seatId: `${bodyId}/${seat.seatId}`, label: `${seat.label}, ${bodyName}`, bodyId })),
  );
  const jointly = others.map(({ bodyId, bodyName, constitution, offices }) => ({ bodyId, bodyName, constitution, offices }));
  return { ...calling, roll: [...calling.roll, ...seats], jointly };
}

/** The bodies that meet, the one that called the meeting first. */
export function bodiesMeeting({ bodyId, bodyName, constitution, offices, roll, jointly = [] }: Standing): readonly BodyOfMeeting[] {
  const seatsOf = (body?: string): readonly RollSeat[] => (jointly.length === 0 ? roll : roll.filter((seat) => seat.bodyId === body));
  return [{ bodyId, bodyName, constitution, offices, roll: seatsOf() }, ...jointly.map((one) => ({ ...one, roll: seatsOf(one.bodyId) }))];
}

/** The rules of the body whose seat it is. */
export const constitutionOf = ({ constitution, jointly = [] }: Standing, { bodyId }: Pick<RollSeat, 'bodyId'>): Constitution =>
  jointly.find((one) => one.bodyId === bodyId)?.constitution ?? constitution;

/** A body that meets and the id that it knows a seat by, from the seat's name on the roll of a meeting that `calling` called. */
export function seatNamed(seatId: string, calling: string): { readonly bodyId: string; readonly seatId: string } {
  const ids = idsOf(seatId);
  return ids ? { bodyId: ids.bodyId, seatId: ids.key } : { bodyId: calling, seatId };
}

/** The seats that a body has on the roll of a meeting; none where it does not meet. */
export const seatsOfBody = (standing: Standing, bodyId: string): readonly RollSeat[] =>
  bodiesMeeting(standing).find((one) => one.bodyId === bodyId)?.roll ?? [];
