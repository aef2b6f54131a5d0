import { type RollSeat, type Standing } from './constitution.js';

/** Differences between the roll that the meeting stands under and the body's record now for the same day, each in a sentence. */
export function rollChanges(stands: Standing, now: Standing): readonly string[] {
  const before = new Map(stands.roll.map((seat) => [seat.seatId, seat]));
  const after = new Map(now.roll.map((seat) => [seat.seatId, seat]));
  const changes = [
    ...now.roll.flatMap((seat) => {
      const was = before.get(seat.seatId);
      return was ? seatChanges(was, seat) : [`A seat more: ${seat.label}, ${heldBy(seat)}.`];
    }),
    ...stands.roll.filter(({ seatId }) => !after.has(seatId)).map(({ label }) => `A seat less: ${label}.`),
    ...officeChanges(stands, now),
  ];
  if (changes.length > 0 || JSON.stringify(stands) === JSON.stringify(now)) return changes;
  return ['The rules of the body for that day were put right.'];
}

const heldBy = ({ holder }: RollSeat): string => (holder ? `held by ${holder.name}` : 'vacant');

function seatChanges(was: RollSeat, is: RollSeat): readonly string[] {
  const names = ({ substitutes }: RollSeat): string => substitutes.map(({ name }) => name).join(', ') || 'nobody';
  return [
    ...(heldBy(was) === heldBy(is) && was.holder?.personId === is.holder?.personId
      ? []
      : [`${is.label}: ${heldBy(is)}; the meeting has it ${heldBy(was)}.`]),
    ...(was.voting === is.voting ? [] : [`${is.label}: ${is.voting ? 'votes' : 'does not vote'}.`]),
    ...(was.label === is.label ? [] : [`${was.label} is called ${is.label}.`]),
    ...(was.organisation === is.organisation ? [] : [`${is.label}: of ${is.organisation ?? 'no organisation'}.`]),
    ...(names(was) === names(is) ? [] : [`${is.label}: substitutes ${names(is)}.`]),
  ];
}

function officeChanges(stands: Standing, now: Standing): readonly string[] {
  const holderOf = ({ offices }: Standing, office: string): string => offices.find((one) => one.office === office)?.holder.name ?? 'nobody';
  const offices = [...new Set([...stands.offices, ...now.offices].map(({ office }) => office))];
  return offices
    .filter((office) => holderOf(stands, office) !== holderOf(now, office))
    .map(
      (office) => `${office[0]?.toUpperCase()}${office.slice(1)}: ${holderOf(now, office)}; the meeting has ${holderOf(stands, office)}.`,
    );
}
