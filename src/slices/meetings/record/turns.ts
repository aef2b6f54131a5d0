import { type Standing } from '../../bodies/bodies.words.js';
import { type Turn } from './meeting.state.js';

/** The standing with what changed hands in the meeting since, in turn. */
export const afterTurns = (standing: Standing, turns: readonly Turn[]): Standing => turns.reduce(afterTurn, standing);

function afterTurn(standing: Standing, { seatId, office, holder }: Turn): Standing {
  const roll = standing.roll.map((seat) => (seat.seatId === seatId ? { ...seat, holder } : seat));
  if (office === undefined) return { ...standing, roll };
  const offices = standing.offices.filter((one) => one.office !== office);
  return { ...standing, roll, offices: holder ? [...offices, { office, holder }] : offices };
}

/**
 * The standing of the meeting's day as the record of the body has it, without what changed hands in the meeting itself: that holds from its
 * place in the meeting, and the body's record knows only days. `known` is the standing as it was when the meeting was opened or resumed.
 */
export function beforeTurns(now: Standing, known: Standing, turns: readonly Turn[]): Standing {
  const after = afterTurns(known, turns);
  const seats = new Set(turns.map(({ seatId }) => seatId));
  const roll = now.roll.map((seat) => {
    const was = known.roll.find((one) => one.seatId === seat.seatId);
    const made = after.roll.find((one) => one.seatId === seat.seatId);
    const byMeeting = was && made && seats.has(seat.seatId) && seat.holder?.personId === made.holder?.personId;
    return byMeeting ? { ...seat, holder: was.holder } : seat;
  });
  const taken = new Set(turns.map(({ office }) => office));
  const holderOf = ({ offices }: Standing, office: string): string | undefined =>
    offices.find((one) => one.office === office)?.holder.personId;
  const byMeeting = (office: string): boolean => taken.has(office as Turn['office']) && holderOf(now, office) === holderOf(after, office);
  const own = new Set([...known.offices, ...now.offices].map(({ office }) => office).filter(byMeeting));
  if (own.size === 0) return { ...now, roll };
  const offices = [...known.offices.filter(({ office }) => own.has(office)), ...now.offices.filter(({ office }) => !own.has(office))];
  return { ...now, roll, offices: inOrderOf(known, offices) };
}

/** As the body lists them: offices of the meeting's first standing in its order, then those taken since. */
function inOrderOf(known: Standing, offices: Standing['offices']): Standing['offices'] {
  const rank = (office: string): number => {
    const index = known.offices.findIndex((one) => one.office === office);
    return index < 0 ? known.offices.length : index;
  };
  return offices.toSorted((a, b) => rank(a.office) - rank(b.office));
}
