import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type BodyLifeEvent, bodyLifeEventVersions, type OfBody } from './body-life.events.js';
import { type Constitution, type PersonNamed } from './constitution.js';
import { type BodyKind } from './body-kind.js';
import { type MinuteStyle } from './minute-style.js';
import { type StandingItem } from './standing-items.js';

export { type BodyKind } from './body-kind.js';

/** Stream `body-<bodyId>`. All dates are calendar dates where the body sits, `yyyy-mm-dd`. */
export type BodyEvent =
  | BodyLifeEvent
  /** The body was established, and is in the record from now on. */
  | OfBody<
      'BodyEstablished',
      {
        /** The name of the body. */
        readonly name: string;
        /** What sort of body it is. */
        readonly kind: BodyKind;
        /** The day it was established; absent where the record does not say. */
        readonly on?: string;
        /** IANA time zone of the place where the body sits. */
        readonly timeZone: string;
        /** The document, decision or rule it rests on, in words. */
        readonly source?: string;
      }
    >
  /** From a day on the body reports to another, which delegates to it. */
  | OfBody<
      'BodyPlacedUnder',
      {
        /** The body above it, by its id. */
        readonly parentId: string;
        /** The first day on which it is under that body. */
        readonly from: string;
        /** What is delegated to it, in words; none where nothing is said. */
        readonly delegated: readonly string[];
        /** The document, decision or rule it rests on, in words. */
        readonly source?: string;
      }
    >
  /** From a day on the body meets under these rules: its quorum, voting, presiding, substitutes and notice. */
  | OfBody<
      'ConstitutionAdopted',
      {
        /** The rules, whole, with the day from which they apply. */
        readonly constitution: Constitution;
      }
    >
  /** From a day on these items stand on every agenda of the body. */
  | OfBody<
      'StandingItemsChosen',
      {
        /** The first day whose meetings have them on their agendas. */
        readonly from: string;
        /** The items, in their order; none where the body has no standing items any more. */
        readonly items: readonly StandingItem[];
      }
    >
  /** The minutes of the body's meetings look and read so from a day on. */
  | OfBody<
      'MinuteStyleChosen',
      {
        /** The first day whose meetings have their minutes in that style. */
        readonly from: string;
        /** How the minutes look. */
        readonly style: MinuteStyle;
      }
    >
  /** There is such a seat in the body from a day on, with a vote or without. */
  | OfBody<
      'SeatCreated',
      SeatNamed & {
        /** What the seat is called. */
        readonly label: string;
        /** The organisation the seat belongs to; absent for the seat of a person. */
        readonly organisation?: string;
        /** Whether whoever sits in it may vote. */
        readonly voting: boolean;
        /** The first day on which there is such a seat. */
        readonly from: string;
        /** The document, decision or rule it rests on, in words. */
        readonly source?: string;
      }
    >
  /** From a day on whoever sits there may vote, or may not. */
  | OfBody<
      'SeatVotingChanged',
      SeatNamed & {
        /** Whether whoever sits in it may vote from then on. */
        readonly voting: boolean;
        /** The first day of that. */
        readonly from: string;
        /** Why that is so. */
        readonly reason: string;
      }
    >
  /** There is no such seat in the body any longer. */
  | OfBody<
      'SeatEnded',
      SeatNamed & {
        /** The last day on which there was such a seat. */
        readonly lastDay: string;
        /** Why there is no such seat any longer. */
        readonly reason: string;
      }
    >
  /** Somebody sits in a seat of the body from a day on. */
  | OfBody<
      'SeatFilled',
      SeatNamed & {
        /** Who sits in it. */
        readonly holder: PersonNamed;
        /** The first day on which they hold it. */
        readonly from: string;
        /** The day their term ends; absent where no end of it is known. */
        readonly termEnds?: string;
        /** The role in which they sit, as the record words it. */
        readonly role?: string;
      }
    >
  /**
   * Nobody sits in the seat from a day on. `vacancy`: the deadline to tell Ministers, where nobody follows in a seat of a joint board (SSI
   * 2014/285 art 13).
   */
  | OfBody<
      'SeatVacated',
      SeatNamed & {
        /** Who held it. */
        readonly holder: PersonNamed;
        /** The last day on which they held it. */
        readonly lastDay: string;
        /** Why they left it, where that was said. */
        readonly reason?: string;
        /** When Ministers are to be told, where nobody follows in a seat of a joint board (SSI 2014/285 art 13). */
        readonly vacancy?: Deadline;
      }
    >
  /** Somebody may come in place of whoever holds the seat, from a day on. */
  | OfBody<
      'SubstituteNamed',
      SeatNamed & {
        /** Who may come in place of the holder. */
        readonly substitute: PersonNamed;
        /** The first day on which they may. */
        readonly from: string;
        /** The last day on which they may; absent where it has no end. */
        readonly until?: string;
      }
    >
  /** Somebody may come in place of whoever holds the seat no longer. */
  | OfBody<
      'SubstituteWithdrawn',
      SeatNamed & {
        /** Who might come in place of the holder until then. */
        readonly substitute: PersonNamed;
        /** The last day on which they might. */
        readonly lastDay: string;
      }
    >
  /** Somebody holds an office of the body from a day on. */
  | DomainEvent<
      'OfficeTaken',
      2,
      OfficeHeld & {
        /** The first day on which they hold it. */
        readonly from: string;
      }
    >
  /** Somebody holds an office of the body no more. */
  | DomainEvent<
      'OfficeLeft',
      2,
      OfficeHeld & {
        /** The last day on which they held it. */
        readonly lastDay: string;
      }
    >;

interface SeatNamed {
  /** The seat, by its id in the body. */
  readonly seatId: string;
}

interface OfficeHeld {
  /** The id of the body. */
  readonly bodyId: string;
  /** The office: chair, vice-chair, clerk, or one in the body's own words. */
  readonly office: string;
  /** Who holds it. */
  readonly holder: PersonNamed;
}

export const bodyEventVersions = {
  BodyEstablished: 1,
  BodyPlacedUnder: 1,
  ConstitutionAdopted: 1,
  MinuteStyleChosen: 1,
  StandingItemsChosen: 1,
  SeatCreated: 1,
  SeatVotingChanged: 1,
  SeatEnded: 1,
  SeatFilled: 1,
  SeatVacated: 1,
  SubstituteNamed: 1,
  SubstituteWithdrawn: 1,
  OfficeTaken: 2,
  OfficeLeft: 2,
  ...bodyLifeEventVersions,
} as const satisfies { readonly [E in BodyEvent as E['type']]: E['v'] };
