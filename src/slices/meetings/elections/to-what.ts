import { type Refusal } from '../../../kernel/refusal.js';
import { andNames } from '../../../kernel/words.js';
import { bodiesMeeting, officeNamed, type RollSeat, type Standing } from '../../bodies/bodies.words.js';
import { minuteStyleOf } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';
import { type ElectedTo } from '../votes/election.events.js';
import { type ElectedToDto, type ElectionDto } from './election.payloads.js';
import { refuseElection } from './election.refusals.js';

/** How many are to be elected: as said; else one for each seat named; else one. */
export function placesOf({ to: { kind, name, seatIds }, places }: ElectionDto, standing: Standing): number | Refusal {
  if (seatIds && places !== undefined && places !== seatIds.length)
    return refuseElection('election.places-and-seats', { field: 'places', detail: { places, seats: seatIds.length } });
  const roll = ownSeats(standing);
  const found = places ?? seatIds?.length ?? 1;
  if (kind === 'office' && found > 1) return refuseElection('election.office-for-one', { field: 'places', detail: { name: name ?? null } });
  const unknown = seatIds?.findIndex((seatId, index) => !roll.some((seat) => seat.seatId === seatId) || seatIds.indexOf(seatId) < index);
  return unknown === undefined || unknown < 0
    ? found
    : refuseElection('election.seat-unknown', { field: `to.seatIds.${unknown}`, detail: { seats: roll.map(({ seatId }) => seatId) } });
}

/** The office, the seats or the outside body that somebody is elected to. */
export function toWhat({ kind, name, seatIds }: ElectedToDto, places: number, standing: Standing, meeting: Meeting): ElectedTo | Refusal {
  switch (kind) {
    case 'office':
      return name === undefined ? unnamed(kind) : { kind, name, office: officeNamed(name, minuteStyleOf(meeting).chair) };
    case 'outside-body':
      return name === undefined ? unnamed(kind) : { kind, name };
    case 'associate':
      return { kind, name: name ?? 'Associate member', ...(seatIds && { seatIds }) };
    case 'seat': {
      const seats = seatIds
        ? seatIds.flatMap((seatId) => ownSeats(standing).find((seat) => seat.seatId === seatId) ?? [])
        : ownSeats(standing)
            .filter(({ holder }) => holder === null)
            .slice(0, places);
      if (seats.length < places)
        return refuseElection('election.no-vacancy', {
          field: 'to.seatIds',
          detail: { places, vacant: seats.map(({ seatId }) => seatId) },
        });
      return { kind, name: name ?? labelsOf(seats), seatIds: seats.map(({ seatId }) => seatId) };
    }
  }
}

/** A joint meeting elects to seats of the body that called it: another body fills its own. */
const ownSeats = (standing: Standing): readonly RollSeat[] => bodiesMeeting(standing)[0]?.roll ?? [];

const labelsOf = (seats: readonly RollSeat[]): string => andNames([...new Set(seats.map(({ label }) => label))]);

const unnamed = (kind: ElectedTo['kind']): Refusal => refuseElection('election.to-what', { field: 'to.name', detail: { kind } });
