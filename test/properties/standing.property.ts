import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ChangeSeatVoting,
  CreateSeat,
  EndSeat,
  FillSeat,
  NameSubstitute,
  VacateSeat,
  WithdrawSubstitute,
} from '../../src/slices/bodies/bodies.commands.js';
import { bodyDecider } from '../../src/slices/bodies/body.decider.js';
import { type BodyEvent } from '../../src/slices/bodies/body.events.js';
import { rollOn } from '../../src/slices/bodies/body.standing.js';
import { bodyHistory } from '../../src/slices/bodies/body.state.js';
import { type PersonNamed } from '../../src/slices/bodies/constitution.js';
import { type Command } from '../../src/kernel/decider.js';
import { addDays } from '../../src/kernel/dates.js';
import { ask, folded } from '../support/decider-spec.js';

const BODY = 'board';
const DAYS = 24;
const day = (number: number): string => addDays('2026-08-20', number);
const DATES = Array.from({ length: DAYS + 8 }, (_, number) => day(number));
const person = (number: number): PersonNamed => ({ personId: `p-${number}`, name: `Person ${number}` });

const established: BodyEvent = {
  type: 'BodyEstablished',
  v: 1,
  data: { bodyId: BODY, name: 'Board', kind: 'board', timeZone: 'Europe/London' },
};

const aDay = fc.integer({ min: 0, max: DAYS - 1 }).map(day);
const later = fc.option(fc.integer({ min: 0, max: DAYS + 5 }).map(day), { nil: undefined });
const seatId = fc.constantFrom('seat-a', 'seat-b', 'seat-c');
const aPerson = fc.integer({ min: 0, max: 3 }).map(person);
const reason = fc.constant('Because');

const aCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ seatId, voting: fc.boolean(), from: aDay }).map((data) => ask(CreateSeat, BODY, { ...data, label: data.seatId })),
  fc.record({ seatId, voting: fc.boolean(), from: aDay, reason }).map((data) => ask(ChangeSeatVoting, BODY, data)),
  fc.record({ seatId, lastDay: aDay, reason }).map((data) => ask(EndSeat, BODY, data)),
  fc.record({ seatId, holder: aPerson, from: aDay, termEnds: later, lastDay: later }).map((data) => ask(FillSeat, BODY, data)),
  fc.record({ seatId, lastDay: aDay, reason }).map((data) => ask(VacateSeat, BODY, data)),
  fc.record({ seatId, substitute: aPerson, from: aDay, until: later }).map((data) => ask(NameSubstitute, BODY, data)),
  fc
    .record({ seatId, personId: aPerson.map(({ personId }) => personId), lastDay: aDay })
    .map((data) => ask(WithdrawSubstitute, BODY, data)),
);

/** What of the commands the decider accepts, each on what stands after those before it. */
function accepted(commands: readonly Command[]): BodyEvent[] {
  const events: BodyEvent[] = [established];
  for (const command of commands) {
    const decision = bodyDecider.decide(command as never, folded(bodyHistory, events));
    if (decision.accepted) events.push(...decision.events);
  }
  return events;
}

interface SeatThatDay {
  voting: boolean;
  holder: string | null;
  termEnds: string | undefined;
  substitutes: Map<string, string | undefined>;
}

interface RollOfDay {
  readonly seatId: string;
  readonly voting: boolean;
  readonly holder: string | null;
  readonly substitutes: readonly string[];
}

const sorted = (roll: readonly RollOfDay[]): RollOfDay[] => roll.toSorted((a, b) => (a.seatId < b.seatId ? -1 : 1));

/**
 * The slow way: lives through every day, and does each morning what the record says happens on that day, whenever it was recorded.
 * It knows nothing of periods. Gives the roll of every morning.
 */
function dayByDay(events: readonly BodyEvent[]): RollOfDay[][] {
  const seats = new Map<string, SeatThatDay>();
  return DATES.map((now, number) => {
    const yesterday = DATES[number - 1];
    for (const { type, data } of events) {
      if (type === 'SeatVacated' && data.lastDay === yesterday)
        Object.assign(seats.get(data.seatId) ?? {}, { holder: null, termEnds: undefined });
      if (type === 'SubstituteWithdrawn' && data.lastDay === yesterday)
        seats.get(data.seatId)?.substitutes.delete(data.substitute.personId);
      if (type === 'SeatEnded' && data.lastDay === yesterday) seats.delete(data.seatId);
    }
    for (const seat of seats.values()) {
      if (seat.termEnds !== undefined && seat.termEnds === yesterday) Object.assign(seat, { holder: null, termEnds: undefined });
      for (const [personId, until] of seat.substitutes) if (until !== undefined && until === yesterday) seat.substitutes.delete(personId);
    }
    for (const { type, data } of events) {
      if (type === 'SeatCreated' && data.from === now)
        seats.set(data.seatId, { voting: data.voting, holder: null, termEnds: undefined, substitutes: new Map() });
    }
    for (const { type, data } of events) {
      if (type === 'SeatVotingChanged' && data.from === now) Object.assign(seats.get(data.seatId) ?? {}, { voting: data.voting });
      if (type === 'SeatFilled' && data.from === now)
        Object.assign(seats.get(data.seatId) ?? {}, { holder: data.holder.personId, termEnds: data.termEnds });
      if (type === 'SubstituteNamed' && data.from === now) seats.get(data.seatId)?.substitutes.set(data.substitute.personId, data.until);
    }
    return sorted(
      [...seats].map(([seatId, { voting, holder, substitutes }]) => ({
        seatId,
        voting,
        holder,
        substitutes: [...substitutes.keys()].sort(),
      })),
    );
  });
}

/** The same, by the state's own periods. */
const rolls = (events: readonly BodyEvent[]): RollOfDay[][] => {
  const body = folded(bodyHistory, events);
  return DATES.map((date) =>
    sorted(
      rollOn(body, date).map(({ seatId, voting, holder, substitutes }) => ({
        seatId,
        voting,
        holder: holder?.personId ?? null,
        substitutes: substitutes.map(({ personId }) => personId).sort(),
      })),
    ),
  );
};

describe('the roll of a day', () => {
  it('is what living through the days up to it comes to, in whatever order they were recorded', () => {
    fc.assert(
      fc.property(fc.array(aCommand, { minLength: 4, maxLength: 40 }), (commands) => {
        const events = accepted(commands);
        expect(rolls(events)).toEqual(dayByDay(events));
      }),
      { numRuns: 200 },
    );
  });

  it('has seats that are in fact filled, vacated and substituted by these commands', () => {
    const kinds = new Set(
      fc
        .sample(fc.array(aCommand, { minLength: 20, maxLength: 40 }), { numRuns: 60, seed: 1 })
        .flatMap((commands) => accepted(commands).map(({ type }) => type)),
    );
    expect([...kinds].sort()).toEqual([
      'BodyEstablished',
      'SeatCreated',
      'SeatEnded',
      'SeatFilled',
      'SeatVacated',
      'SeatVotingChanged',
      'SubstituteNamed',
      'SubstituteWithdrawn',
    ]);
  });
});
