import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type BodyLifeEvent, bodyLifeEventVersions, type DecisionCited } from './body-life.events.js';
import { type BodyEvent, type BodyKind } from './body.events.js';
import { restsOn } from './life-in-private.js';
import { type Constitution, type PersonNamed } from './constitution.js';
import { type DatedStyle } from './minute-style.js';
import { type DatedItems } from './standing-items.js';
import { type BodyOverTime, evolveOverTime, nothingYet } from './over-time.js';

/**
 * A body as its stream tells it. Nothing here is "current": every fact carries the days it holds on, and
 * `body.standing.ts` reads it for a day. Lists are kept sorted by `from`, however late something was recorded.
 */
export interface BodyState {
  readonly bodyId: string;
  /** `null` until the body is established. */
  readonly established: Establishment | null;
  readonly constitutions: readonly Constitution[];
  /** How its minutes look, from each day on. */
  readonly styles: readonly DatedStyle[];
  /** The standing items of its agendas, from each day on. */
  readonly standingItems: readonly DatedItems[];
  readonly placements: readonly Placement[];
  readonly seats: readonly Seat[];
  readonly offices: readonly OfficeHolding[];
  /** The body's life, localities, budgets and remits. */
  readonly overTime: BodyOverTime;
  /** The decisions that steps of its life rest on. */
  readonly rests: readonly DecisionCited[];
}

export interface Establishment {
  readonly name: string;
  readonly kind: BodyKind;
  /** First day of the body, where the record says. */
  readonly on?: string;
  readonly timeZone: string;
  readonly source?: string;
}

/** Reports to `parentId` from this day until the next placement's. */
export interface Placement {
  readonly parentId: string;
  readonly from: string;
  readonly delegated: readonly string[];
  readonly source?: string;
}

/** From `from` to `lastDay`, both included; for good where there is no last day. */
export interface Period {
  readonly from: string;
  readonly lastDay?: string;
}

export interface Seat extends Period {
  readonly seatId: string;
  readonly label: string;
  readonly organisation?: string;
  readonly source?: string;
  readonly endReason?: string;
  /** Whether the seat votes, from each day on; the first entry is the seat's own first day. */
  readonly voting: readonly { readonly from: string; readonly voting: boolean; readonly reason?: string }[];
  /** Who held the seat; no two holdings share a day but the one on which somebody was succeeded at a meeting. */
  readonly holdings: readonly Holding[];
  readonly substitutes: readonly SubstitutePeriod[];
}

/** A holder's time: to `lastDay` where the holder left; else to `termEnds`; else to the end of the seat. */
export interface Holding extends Period {
  readonly holder: PersonNamed;
  readonly termEnds?: string;
  readonly role?: string;
  readonly leftBecause?: string;
}

/** A substitute's time: to `lastDay` where the substitute was withdrawn; else to `until`, the day named beforehand. */
export interface SubstitutePeriod extends Period {
  readonly substitute: PersonNamed;
  readonly until?: string;
}

export interface OfficeHolding extends Period {
  /** Chair, vice-chair, clerk, or an office in the body's own words. */
  readonly office: string;
  readonly holder: PersonNamed;
}

export const noBody: BodyState = {
  bodyId: '',
  established: null,
  constitutions: [],
  styles: [],
  standingItems: [],
  placements: [],
  seats: [],
  offices: [],
  overTime: nothingYet,
  rests: [],
};

/** Later than every date a record may carry: the end of what has no last day. */
export const FOREVER = '9999-12-31';

export const lastDayOf = ({ lastDay }: Period): string => lastDay ?? FOREVER;

export const holdsOn = (period: Period, date: string): boolean => period.from <= date && date <= lastDayOf(period);

export const overlap = (a: Period, b: Period): boolean => a.from <= lastDayOf(b) && b.from <= lastDayOf(a);

/** The days a period really ran for: to the day it was ended, else to the day it was to end. The seat's own end is judged with the seat. */
export const ranFor = ({ from, lastDay, termEnds, until }: Period & { readonly termEnds?: string; readonly until?: string }): Period => ({
  from,
  lastDay: lastDay ?? termEnds ?? until,
});

const byFrom = <T extends { readonly from: string }>(list: readonly T[], added: T): readonly T[] =>
  [...list, added].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

const onSeat = (state: BodyState, seatId: string, change: (seat: Seat) => Seat): BodyState => ({
  ...state,
  seats: state.seats.map((seat) => (seat.seatId === seatId ? change(seat) : seat)),
});

/** Ends the period of `list` that `which` picks and that was running on `lastDay`. */
const ending = <T extends Period>(list: readonly T[], lastDay: string, which: (one: T) => boolean, more: object = {}): readonly T[] =>
  list.map((one) => (which(one) && holdsOn(ranFor(one), lastDay) ? { ...one, lastDay, ...more } : one));

export const isOfLife = (event: Recorded<BodyEvent>): event is Recorded<BodyLifeEvent> => Object.hasOwn(bodyLifeEventVersions, event.type);

const evolve = (state: BodyState, event: Recorded<BodyEvent>): BodyState => {
  if (isOfLife(event)) {
    const overTime = evolveOverTime(state.overTime, event);
    return { ...state, bodyId: event.data.bodyId, overTime, rests: restsOn(state.rests, event) };
  }
  switch (event.type) {
    case 'BodyEstablished': {
      const { bodyId, ...established } = event.data;
      return { ...state, bodyId, established };
    }
    case 'BodyPlacedUnder': {
      const { bodyId: _, ...placement } = event.data;
      return { ...state, placements: byFrom(state.placements, placement) };
    }
    case 'ConstitutionAdopted':
      return { ...state, constitutions: byFrom(state.constitutions, event.data.constitution) };
    case 'MinuteStyleChosen': {
      const { from, style } = event.data;
      return {
        ...state,
        styles: byFrom(
          state.styles.filter((one) => one.from !== from),
          { ...style, from },
        ),
      };
    }
    case 'StandingItemsChosen': {
      const { from, items } = event.data;
      return {
        ...state,
        standingItems: byFrom(
          state.standingItems.filter((one) => one.from !== from),
          { from, items },
        ),
      };
    }
    case 'SeatCreated': {
      const { bodyId: _, voting, ...seat } = event.data;
      return { ...state, seats: [...state.seats, { ...seat, voting: [{ from: seat.from, voting }], holdings: [], substitutes: [] }] };
    }
    case 'SeatVotingChanged': {
      const { seatId, voting, from, reason } = event.data;
      return onSeat(state, seatId, (seat) => ({ ...seat, voting: byFrom(seat.voting, { from, voting, reason }) }));
    }
    case 'SeatEnded': {
      const { seatId, lastDay, reason } = event.data;
      return onSeat(state, seatId, (seat) => ({ ...seat, lastDay, endReason: reason }));
    }
    case 'SeatFilled': {
      const { bodyId: _, seatId, ...holding } = event.data;
      return onSeat(state, seatId, (seat) => ({ ...seat, holdings: byFrom(seat.holdings, holding) }));
    }
    case 'SeatVacated': {
      const { seatId, holder, lastDay, reason } = event.data;
      return onSeat(state, seatId, (seat) => ({
        ...seat,
        holdings: ending(seat.holdings, lastDay, (one) => one.holder.personId === holder.personId, { leftBecause: reason }),
      }));
    }
    case 'SubstituteNamed': {
      const { seatId, substitute, from, until } = event.data;
      return onSeat(state, seatId, (seat) => ({ ...seat, substitutes: byFrom(seat.substitutes, { substitute, from, until }) }));
    }
    case 'SubstituteWithdrawn': {
      const { seatId, substitute, lastDay } = event.data;
      return onSeat(state, seatId, (seat) => ({
        ...seat,
        substitutes: ending(seat.substitutes, lastDay, (one) => one.substitute.personId === substitute.personId),
      }));
    }
    case 'OfficeTaken': {
      const { bodyId: _, ...holding } = event.data;
      return { ...state, offices: byFrom(state.offices, holding) };
    }
    case 'OfficeLeft': {
      const { office, holder, lastDay } = event.data;
      return {
        ...state,
        offices: ending(state.offices, lastDay, (one) => one.office === office && one.holder.personId === holder.personId),
      };
    }
  }
};

/** Stream `body-<bodyId>`. */
export const bodyHistory: History<BodyState> = {
  category: 'body',
  ofBody: 'itself',
  initial: noBody,
  evolve: (state, event) => evolve(state, event as Recorded<BodyEvent>),
};

/** The ids of everybody who ever held a seat or an office of the body, or was named a substitute. */
export const peopleIn = ({ seats, offices }: BodyState): string[] => {
  const people = [
    ...seats.flatMap(({ holdings }) => holdings.map(({ holder }) => holder)),
    ...offices.map(({ holder }) => holder),
    ...seats.flatMap(({ substitutes }) => substitutes.map(({ substitute }) => substitute)),
  ];
  return [...new Set(people.map(({ personId }) => personId))];
};
