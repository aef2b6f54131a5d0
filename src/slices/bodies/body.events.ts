import { type DomainEvent } from '../../kernel/event.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type BodyLifeEvent, bodyLifeEventVersions } from './body-life.events.js';
import { type Constitution, type PersonNamed } from './constitution.js';
import { type MinuteStyle } from './minute-style.js';

export type BodyKind = 'board' | 'committee' | 'joint-board' | 'partnership' | 'team' | 'locality-group';

/** Stream `body-<bodyId>`. All dates are calendar dates where the body sits, `yyyy-mm-dd`. */
export type BodyEvent =
  | BodyLifeEvent
  | DomainEvent<
      'BodyEstablished',
      1,
      {
        readonly bodyId: string;
        readonly name: string;
        readonly kind: BodyKind;
        readonly on?: string;
        readonly timeZone: string;
        readonly source?: string;
      }
    >
  | DomainEvent<
      'BodyPlacedUnder',
      1,
      {
        readonly bodyId: string;
        readonly parentId: string;
        readonly from: string;
        readonly delegated: readonly string[];
        readonly source?: string;
      }
    >
  | DomainEvent<'ConstitutionAdopted', 1, { readonly bodyId: string; readonly constitution: Constitution }>
  | DomainEvent<'MinuteStyleChosen', 1, { readonly bodyId: string; readonly from: string; readonly style: MinuteStyle }>
  | DomainEvent<
      'SeatCreated',
      1,
      {
        readonly bodyId: string;
        readonly seatId: string;
        readonly label: string;
        readonly organisation?: string;
        readonly voting: boolean;
        readonly from: string;
        readonly source?: string;
      }
    >
  | DomainEvent<
      'SeatVotingChanged',
      1,
      { readonly bodyId: string; readonly seatId: string; readonly voting: boolean; readonly from: string; readonly reason: string }
    >
  | DomainEvent<'SeatEnded', 1, { readonly bodyId: string; readonly seatId: string; readonly lastDay: string; readonly reason: string }>
  | DomainEvent<
      'SeatFilled',
      1,
      {
        readonly bodyId: string;
        readonly seatId: string;
        readonly holder: PersonNamed;
        readonly from: string;
        readonly termEnds?: string;
        readonly role?: string;
      }
    >
  /** `vacancy`: the deadline to tell Ministers, where nobody follows in a seat of a joint board (SSI 2014/285 art 13). */
  | DomainEvent<
      'SeatVacated',
      1,
      {
        readonly bodyId: string;
        readonly seatId: string;
        readonly holder: PersonNamed;
        readonly lastDay: string;
        readonly reason?: string;
        readonly vacancy?: Deadline;
      }
    >
  | DomainEvent<
      'SubstituteNamed',
      1,
      { readonly bodyId: string; readonly seatId: string; readonly substitute: PersonNamed; readonly from: string; readonly until?: string }
    >
  | DomainEvent<
      'SubstituteWithdrawn',
      1,
      { readonly bodyId: string; readonly seatId: string; readonly substitute: PersonNamed; readonly lastDay: string }
    >
  /** `office`: chair, vice-chair, clerk, or an office in the body's own words. */
  | DomainEvent<'OfficeTaken', 2, { readonly bodyId: string; readonly office: string; readonly holder: PersonNamed; readonly from: string }>
  | DomainEvent<
      'OfficeLeft',
      2,
      { readonly bodyId: string; readonly office: string; readonly holder: PersonNamed; readonly lastDay: string }
    >;

export const bodyEventVersions = {
  BodyEstablished: 1,
  BodyPlacedUnder: 1,
  ConstitutionAdopted: 1,
  MinuteStyleChosen: 1,
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
