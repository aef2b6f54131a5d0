import { inOrder, namesOnce, sameName } from '../../../../kernel/names.js';
import { addDays, daysBetween, longDate } from '../../../../kernel/dates.js';
import { Temporal } from 'temporal-polyfill';
import { holdingOn, seatsOn, votesOn } from '../../body.standing.js';
import { type BodyState, ranFor, type Seat } from '../../body.state.js';

export interface SeatCovered {
  readonly seatId: string;
  readonly label: string;
  readonly organisation: string | null;
  readonly sector: string | null;
  readonly voting: boolean;
  readonly holder: string | null;
  readonly heldFrom: string | null;
  readonly termEnds: string | null;
  /** The day since which the seat is vacant; `null` while it is held. */
  readonly vacantSince: string | null;
  readonly vacantDays: number | null;
  /** In a joint board: vacant for over six months, so that Ministers are told (SSI 2014/285 art 13). */
  readonly tellMinisters: boolean;
}

/** Who is at the table on a day, and who is not. */
export interface Coverage {
  readonly bodyId: string;
  readonly name: string;
  readonly asAt: string;
  readonly seats: readonly SeatCovered[];
  readonly filled: number;
  readonly vacant: number;
  readonly organisations: readonly Covered[];
  readonly sectors: readonly Covered[];
  readonly flags: readonly string[];
}

/** An organisation or a sector with its seats. */
export interface Covered {
  readonly name: string;
  readonly seats: number;
  readonly filled: number;
}

export function coverageOn(body: BodyState, asAt: string): Coverage {
  const joint = body.established?.kind === 'joint-board';
  const seats = seatsOn(body, asAt).map((seat): SeatCovered => {
    const holding = holdingOn(seat, asAt);
    const vacantSince = holding ? null : vacancySince(seat, asAt);
    return {
      seatId: seat.seatId,
      label: seat.label,
      organisation: seat.organisation ?? null,
      sector: body.overTime.sectors.findLast((one) => one.seatId === seat.seatId && one.from <= asAt)?.sector ?? null,
      voting: votesOn(seat, asAt),
      holder: holding?.holder.name ?? null,
      heldFrom: holding?.from ?? null,
      termEnds: holding?.termEnds ?? null,
      vacantSince,
      vacantDays: vacantSince === null ? null : daysBetween(vacantSince, asAt) + 1,
      tellMinisters: joint && vacantSince !== null && asAt >= Temporal.PlainDate.from(vacantSince).add({ months: 6 }).toString(),
    };
  });
  const filled = seats.filter(({ holder }) => holder !== null).length;
  return {
    bodyId: body.bodyId,
    name: body.established?.name ?? body.bodyId,
    asAt,
    seats,
    filled,
    vacant: seats.length - filled,
    organisations: covered(seats, ({ organisation }) => organisation),
    sectors: covered(seats, ({ sector }) => sector),
    flags: seats
      .filter(({ tellMinisters }) => tellMinisters)
      .map(
        ({ label, vacantSince }) =>
          `${label}: vacant since ${longDate(vacantSince!)}, over six months; Ministers are told (SSI 2014/285 art 13)`,
      ),
  };
}

/** The day after the last holder left, or the first day of a seat nobody ever held. */
function vacancySince(seat: Seat, asAt: string): string {
  const left = seat.holdings
    .map((one) => ranFor(one).lastDay)
    .filter((lastDay): lastDay is string => lastDay !== undefined && lastDay < asAt)
    .sort()
    .at(-1);
  return left === undefined ? seat.from : addDays(left, 1);
}

function covered(seats: readonly SeatCovered[], by: (seat: SeatCovered) => string | null): readonly Covered[] {
  const names = namesOnce(seats.map(by).filter((name) => name !== null)).sort(inOrder);
  return names.map((name) => {
    const own = seats.filter((seat) => sameName(by(seat), name));
    return { name, seats: own.length, filled: own.filter(({ holder }) => holder !== null).length };
  });
}

export function coverageText({ name, asAt, seats, filled, vacant, organisations, sectors, flags }: Coverage): string {
  const lines = [`${name} on ${longDate(asAt)}: ${seats.length} seats, ${filled} filled, ${vacant} vacant`, ''];
  for (const seat of seats) {
    const where = [seat.organisation, seat.sector].filter((one) => one !== null && !sameName(one, seat.label)).join(', ');
    const who =
      seat.holder === null
        ? `VACANT since ${longDate(seat.vacantSince!)}, ${seat.vacantDays} ${seat.vacantDays === 1 ? 'day' : 'days'}`
        : `${seat.holder} from ${longDate(seat.heldFrom!)}${seat.termEnds === null ? '' : `, term ends ${longDate(seat.termEnds)}`}`;
    lines.push(`${seat.label}${where === '' ? '' : ` (${where})`}${seat.voting ? '' : ', non-voting'}: ${who}`);
  }
  const told = (heading: string, list: readonly Covered[]): void => {
    if (list.length > 0) lines.push('', heading, ...list.map((one) => `  ${one.name}: ${one.filled} of ${one.seats} filled`));
  };
  told('Organisations', organisations);
  told('Sectors', sectors);
  if (flags.length > 0) lines.push('', 'To be looked at', ...flags.map((flag) => `  ${flag}`));
  return `${lines.join('\n')}\n`;
}
