import { addDays } from '../../kernel/dates.js';
import { type BodyState, type Holding, holdsOn, lastDayOf, overlap, type Period, type Placement, ranFor, type Seat } from './body.state.js';
import { type Constitution, isOfficeName, type PersonNamed, type RollOffice, type RollSeat, type Standing } from './constitution.js';
import { type MinuteStyle } from './minute-style.js';
import { type StandingItem } from './standing-items.js';

/** A body as it stood on one calendar day, where it sits. Pure, and the same however late the facts were recorded. */

const lastFrom = <T extends { readonly from: string }>(sorted: readonly T[], date: string): T | null =>
  sorted.findLast(({ from }) => from <= date) ?? null;

/** The version in force: the last to apply from that day or before. */
export const constitutionOn = ({ constitutions }: BodyState, date: string): Constitution | null => lastFrom(constitutions, date);

/** How the body's minutes look; `undefined` where no style was chosen. */
export function minuteStyleOn({ styles }: BodyState, date: string): MinuteStyle | undefined {
  const chosen = lastFrom(styles, date);
  if (!chosen) return undefined;
  const { from: _, ...style } = chosen;
  return style;
}

/** The standing items of an agenda; none where none were chosen. */
export const standingItemsOn = ({ standingItems }: BodyState, date: string): readonly StandingItem[] =>
  lastFrom(standingItems, date)?.items ?? [];

/** The parent the body reports to, and the authority delegated to the body. */
export const placementOn = ({ placements }: BodyState, date: string): Placement | null => lastFrom(placements, date);

/** The seats that exist, in the order they were created. */
export const seatsOn = ({ seats }: BodyState, date: string): readonly Seat[] => seats.filter((seat) => holdsOn(seat, date));

/** The seat's holding on the day, of two that share it the later; `null` where the seat is vacant, as it is from the day after a term ends unless it is filled again. */
export const holdingOn = (seat: Seat, date: string): Holding | null =>
  (holdsOn(seat, date) && seat.holdings.findLast((holding) => holdsOn(ranFor(holding), date))) || null;

export const votesOn = (seat: Seat, date: string): boolean => lastFrom(seat.voting, date)?.voting ?? false;

/** The roll: every seat of the day, filled or not, with its substitutes. */
export const rollOn = (state: BodyState, date: string): RollSeat[] =>
  seatsOn(state, date).map((seat) => ({
    seatId: seat.seatId,
    label: seat.label,
    ...(seat.organisation === undefined ? {} : { organisation: seat.organisation }),
    voting: votesOn(seat, date),
    holder: holdingOn(seat, date)?.holder ?? null,
    substitutes: seat.substitutes.filter((one) => holdsOn(ranFor(one), date)).map(({ substitute }) => substitute),
  }));

export const vacanciesOn = (state: BodyState, date: string): RollSeat[] => rollOn(state, date).filter(({ holder }) => holder === null);

/** Who holds each office; of two who share the day on which one succeeded the other, the later. */
export function officesOn({ offices }: BodyState, date: string): readonly { readonly office: string; readonly holder: PersonNamed }[] {
  const held = offices.filter((one) => holdsOn(one, date));
  return held
    .filter(({ office }, index) => !held.slice(index + 1).some((later) => later.office === office))
    .map(({ office, holder }) => ({ office, holder }));
}

const presidingOffices = (state: BodyState, date: string): RollOffice[] =>
  officesOn(state, date).flatMap(({ office, holder }) => (isOfficeName(office) ? [{ office, holder }] : []));

/** The rules, seats and offices for a meeting on that day; `null` where no constitution applies yet, or the body does not exist then. */
export function standingOn(state: BodyState, date: string): Standing | null {
  const constitution = constitutionOn(state, date);
  const { dissolved } = state.overTime;
  const minuteStyle = minuteStyleOn(state, date);
  if (!state.established || !constitution || (dissolved && dissolved.on <= date)) return null;
  return {
    bodyId: state.bodyId,
    bodyName: state.established.name,
    timeZone: state.established.timeZone,
    asOf: date,
    constitution,
    roll: rollOn(state, date),
    offices: presidingOffices(state, date),
    ...(minuteStyle && { minuteStyle }),
  };
}

export interface RollCounts {
  readonly seats: number;
  readonly voting: number;
  readonly filled: number;
  readonly vacant: number;
}

export const countsOn = (state: BodyState, date: string): RollCounts => {
  const roll = rollOn(state, date);
  const filled = roll.filter(({ holder }) => holder).length;
  return { seats: roll.length, voting: roll.filter(({ voting }) => voting).length, filled, vacant: roll.length - filled };
};

/** Every parent the body has during a period, each with the days of it that fall inside. */
export const parentsDuring = ({ placements }: BodyState, during: Period): readonly (Period & { readonly parentId: string })[] =>
  placements.flatMap(({ parentId, from }, index) => {
    const next = placements[index + 1];
    const held = { from, lastDay: next && addDays(next.from, -1) };
    if (!overlap(held, during)) return [];
    const lastDay = lastDayOf(held) < lastDayOf(during) ? held.lastDay : during.lastDay;
    return [{ parentId, from: from > during.from ? from : during.from, lastDay }];
  });
