import { type StandingItem } from '../../standing-items.js';
import { addDays } from '../../../../kernel/dates.js';
import { type BodyKind } from '../../body.events.js';
import {
  constitutionOn,
  countsOn,
  minuteStyleOn,
  standingItemsOn,
  holdingOn,
  officesOn,
  placementOn,
  type RollCounts,
  rollOn,
  seatsOn,
  vacanciesOn,
} from '../../body.standing.js';
import { type BodyState, type Placement } from '../../body.state.js';
import { type Constitution, type RollSeat } from '../../constitution.js';
import { type ConstitutionInWords, describeConstitution } from '../../describe.js';
import { type MinuteStyle, READY } from '../../minute-style.js';
import { lifeOn, type LifeOn } from '../../life.js';
import { type BodyOverTime } from '../../over-time.js';

/** A version of the rules with the days it applies on, as data and in words. */
export interface ConstitutionView extends Constitution {
  /** The day before the next version applies; `null` for the newest. */
  readonly lastDay: string | null;
  readonly inWords: ConstitutionInWords;
}

export interface SeatView extends RollSeat {
  /** First day of the holder, and the end of the holder's term; `null` for a vacancy, or where no end is recorded. */
  readonly heldFrom: string | null;
  readonly termEnds: string | null;
  readonly role: string | null;
}

/** A body as it stands on one day. */
export interface BodyView {
  readonly bodyId: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly timeZone: string;
  readonly establishedOn: string | null;
  readonly source: string | null;
  readonly on: string;
  /** Revision of the body's last event, for `If-Match`. */
  readonly revision: number;
  readonly constitution: ConstitutionView | null;
  readonly seats: readonly SeatView[];
  readonly vacancies: readonly { readonly seatId: string; readonly label: string; readonly voting: boolean }[];
  readonly counts: RollCounts;
  readonly offices: ReturnType<typeof officesOn>;
  /** How its minutes look; that of a body which has chosen no style where it has not. */
  readonly minuteStyle: MinuteStyle;
  /** The items that stand on every agenda. */
  readonly standingItems: readonly StandingItem[];
  /** The parent the body reports to, and what the body may decide by itself. */
  readonly parent: Placement | null;
  readonly life: LifeOn;
  readonly overTime: BodyOverTime;
}

/** Every version of the rules, oldest first. */
export const constitutionsView = ({ constitutions }: BodyState): ConstitutionView[] =>
  constitutions.map((version, index) => ({
    ...version,
    lastDay: dayBefore(constitutions[index + 1]),
    inWords: describeConstitution(version),
  }));

const dayBefore = (next: Constitution | undefined): string | null => (next ? addDays(next.from, -1) : null);

/** `null` where the body was neither established nor proposed. `held`: the days on which the body met. */
export function bodyView(body: BodyState, revision: number, on: string, held: readonly string[] = []): BodyView | null {
  const { established, overTime } = body;
  const named = established ?? overTime.proposed;
  if (!named) return null;
  const { name, kind, timeZone, source = null } = named;
  const establishedOn = established?.on ?? null;
  const inForce = constitutionOn(body, on);
  const holdings = new Map(seatsOn(body, on).map((seat) => [seat.seatId, holdingOn(seat, on)]));
  return {
    bodyId: body.bodyId,
    name,
    kind,
    timeZone,
    establishedOn,
    source,
    on,
    revision,
    constitution: constitutionsView(body).find(({ versionId }) => versionId === inForce?.versionId) ?? null,
    seats: rollOn(body, on).map((seat) => {
      const { from = null, termEnds = null, role = null } = holdings.get(seat.seatId) ?? {};
      return { ...seat, heldFrom: from, termEnds, role };
    }),
    vacancies: vacanciesOn(body, on).map(({ seatId, label, voting }) => ({ seatId, label, voting })),
    counts: countsOn(body, on),
    offices: officesOn(body, on),
    minuteStyle: minuteStyleOn(body, on) ?? READY.partnership,
    standingItems: standingItemsOn(body, on),
    parent: placementOn(body, on),
    life: lifeOn({ established, overTime, held }, on),
    overTime,
  };
}
