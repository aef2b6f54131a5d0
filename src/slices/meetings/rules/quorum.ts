import { type BodyOfMeeting, type Counting, type QuorumRule, type RollSeat } from '../../bodies/bodies.words.js';
import { namesOnce } from '../../../kernel/names.js';
import { type QuorumSum } from '../events/decision.events.js';

/** A seat that somebody in the room fills for the item in hand. */
export interface SeatPresent {
  readonly seatId: string;
  readonly voting: boolean;
  readonly organisation?: string;
}

/**
 * The quorum of a meeting: that of the body that meets; in a joint meeting that of each by its own constitution, and there is none where any of them has
 * none. The numbers are those of the body that decides: the first without a quorum, else the first of which it cannot be told.
 */
export function quorumOf(bodies: readonly BodyOfMeeting[], present: readonly SeatPresent[]): QuorumSum {
  const sums = bodies.map(({ bodyId, bodyName, constitution, roll }) => {
    const own = new Set(roll.map(({ seatId }) => seatId));
    const { declared: _declared, ...sum } = quorumSum(
      constitution.quorum,
      roll,
      present.filter(({ seatId }) => own.has(seatId)),
    );
    return { bodyId, bodyName, ...sum };
  });
  const deciding = sums.find(({ quorate }) => quorate === false) ?? sums.find(({ quorate }) => quorate === null) ?? sums[0];
  const { quorate, present: there, of, needed, explanation } = deciding ?? NOTHING_NEEDED;
  const one = { quorate, present: there, of, needed, explanation, declared: false };
  if (sums.length < 2) return one;
  return { ...one, explanation: sums.map((sum) => `${sum.bodyName}: ${sum.explanation}`).join('; and '), bodies: sums };
}

/**
 * The sum behind a quorum. "One half" of 9 seats needs 5: a share is met when present/of is at least that share (more than it, with `moreThan`).
 * A combined rule reports the part that decides: the first that fails (all-of), or the first that is met (any-of).
 * Sources: SSI 2014/285 (one half of the voting members); 1973 Act Sch 7 para 3 (one quarter of the whole council).
 */
export function quorumSum(rule: QuorumRule, roll: readonly RollSeat[], present: readonly SeatPresent[]): QuorumSum {
  switch (rule.kind) {
    case 'number': {
      const { seats, inRoom, noun } = counted(rule.counting, roll, present);
      return sum(inRoom.length, seats.length, rule.atLeast, `${noun} present`);
    }
    case 'fraction': {
      const { seats, inRoom, noun } = counted(rule.counting, roll, present);
      const base = rule.of === 'filled-seats' ? seats.filter((seat) => seat.holder !== null).length : seats.length;
      const exact = base * rule.share.numerator;
      const needed = rule.moreThan
        ? Math.floor(exact / rule.share.denominator) + 1
        : Math.max(1, Math.ceil(exact / rule.share.denominator));
      return sum(inRoom.length, base, needed, `${rule.of === 'filled-seats' ? `filled ${noun}` : noun} present`);
    }
    case 'organisations': {
      const { seats, inRoom, noun } = counted(rule.counting, roll, present);
      const organisations = namesOnce(inRoom.flatMap((seat) => seat.organisation ?? [])).length;
      const members = sum(inRoom.length, seats.length, rule.members, `${noun} present`);
      return {
        ...members,
        quorate: members.quorate === true && organisations >= rule.organisations,
        explanation: `${members.explanation}; from ${organisations} organisations, ${rule.organisations} needed`,
      };
    }
    case 'all-of': {
      const sums = rule.rules.map((one) => quorumSum(one, roll, present));
      const deciding = sums.find(({ quorate }) => quorate === false) ?? sums.find(({ quorate }) => quorate === null) ?? greatest(sums);
      return { ...deciding, explanation: sums.map(({ explanation }) => explanation).join('; and ') };
    }
    case 'any-of': {
      const sums = rule.rules.map((one) => quorumSum(one, roll, present));
      const deciding = sums.find(({ quorate }) => quorate === true) ?? sums.find(({ quorate }) => quorate === null) ?? least(sums);
      return { ...deciding, explanation: sums.map(({ explanation }) => explanation).join('; or ') };
    }
    case 'unknown': {
      const { seats, inRoom, noun } = counted(undefined, roll, present);
      return {
        quorate: null,
        present: inRoom.length,
        of: seats.length,
        needed: null,
        explanation: `${inRoom.length} of ${seats.length} ${noun} present; how many are needed is not known: ${rule.why}`,
        declared: false,
      };
    }
  }
}

function counted(counting: Counting | undefined, roll: readonly RollSeat[], present: readonly SeatPresent[]) {
  const all = counting === 'all-members';
  return {
    seats: all ? roll : roll.filter((seat) => seat.voting),
    inRoom: all ? present : present.filter((seat) => seat.voting),
    noun: all ? 'seats' : 'voting seats',
  };
}

const sum = (present: number, of: number, needed: number, what: string): QuorumSum => ({
  quorate: present >= needed,
  present,
  of,
  needed,
  explanation: `${present} of ${of} ${what}, ${needed} needed`,
  declared: false,
});

const NOTHING_NEEDED: QuorumSum = { quorate: true, present: 0, of: 0, needed: 0, explanation: 'nothing needed', declared: false };
const greatest = (sums: readonly QuorumSum[]): QuorumSum =>
  sums.reduce((a, b) => ((b.needed ?? 0) > (a.needed ?? 0) ? b : a), sums[0] ?? NOTHING_NEEDED);
const least = (sums: readonly QuorumSum[]): QuorumSum =>
  sums.reduce((a, b) => ((b.needed ?? 0) < (a.needed ?? 0) ? b : a), sums[0] ?? NOTHING_NEEDED);
