import { type CommandFor } from '../../kernel/command.js';
import { addDays, dateInZone } from '../../kernel/dates.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { shortId } from '../../kernel/ids.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { readDeadline } from '../calendars/calendars.words.js';
import {
  type ChangeSeatVoting,
  type CreateSeat,
  type EndSeat,
  type FillSeat,
  type NameSubstitute,
  type SeatCommand,
  type VacateSeat,
  type WithdrawSubstitute,
} from './bodies.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { votesOn } from './body.standing.js';
import { type BodyState, type Establishment, FOREVER, holdsOn, lastDayOf, overlap, ranFor, type Seat } from './body.state.js';
import { type PersonNamed } from './constitution.js';

export function decideSeat(command: SeatCommand, body: BodyState, established: Establishment): Decision<BodyEvent> {
  if (command.type === 'CreateSeat') return createSeat(command, body, established);
  const seat = body.seats.find(({ seatId }) => seatId === command.data.seatId);
  if (!seat) return refuseBody('seat.unknown', { field: 'seatId', detail: { seatId: command.data.seatId } });
  switch (command.type) {
    case 'ChangeSeatVoting':
      return changeVoting(command, seat, body);
    case 'EndSeat':
      return endSeat(command, seat, body);
    case 'FillSeat':
      return fillSeat(command, seat, body);
    case 'VacateSeat':
      return vacateSeat(command, seat, body);
    case 'NameSubstitute':
      return nameSubstitute(command, seat, body);
    case 'WithdrawSubstitute':
      return withdrawSubstitute(command, seat, body);
  }
}

function createSeat(
  { data, commandId, happenedAt }: CommandFor<typeof CreateSeat>,
  body: BodyState,
  { on, timeZone }: Establishment,
): Decision<BodyEvent> {
  const { label, organisation, source, voting = true } = data;
  const seatId = data.seatId ?? shortId('seat', commandId);
  const from = data.from ?? on ?? dateInZone(happenedAt, timeZone);
  if (body.seats.some((seat) => seat.seatId === seatId)) return refuseBody('seat.exists', { field: 'seatId', detail: { seatId } });
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  return accept<BodyEvent>(
    {
      type: 'SeatCreated',
      v: 1,
      data: {
        bodyId: body.bodyId,
        seatId,
        label,
        ...(organisation === undefined ? {} : { organisation }),
        voting,
        from,
        ...(source === undefined ? {} : { source }),
      },
    },
    seatId,
  );
}

function changeVoting({ data }: CommandFor<typeof ChangeSeatVoting>, seat: Seat, { bodyId }: BodyState): Decision<BodyEvent> {
  const { seatId, voting, from, reason } = data;
  const outside = outsideSeat(seat, from);
  if (outside) return outside;
  if (seat.voting.some((one) => one.from === from)) return refuseBody('seat.voting-changed-that-day', { field: 'from', detail: { from } });
  if (votesOn(seat, from) === voting) return refuseBody('seat.voting-unchanged', { field: 'voting', detail: { voting } });
  return accept<BodyEvent>({ type: 'SeatVotingChanged', v: 1, data: { bodyId, seatId, voting, from, reason } });
}

function endSeat({ data }: CommandFor<typeof EndSeat>, seat: Seat, { bodyId }: BodyState): Decision<BodyEvent> {
  const { seatId, lastDay, reason } = data;
  if (seat.lastDay !== undefined) return refuseBody('seat.ended-already', { field: 'lastDay', detail: { lastDay: seat.lastDay } });
  if (lastDay < seat.from) return refuseBody('seat.dates-out-of-order', { field: 'lastDay', detail: { from: seat.from, lastDay } });
  const later = [...seat.holdings, ...seat.substitutes, ...seat.voting].find(({ from }) => from > lastDay);
  if (later) return refuseBody('seat.used-after', { field: 'lastDay', detail: { begins: later.from } });
  return accept<BodyEvent>({ type: 'SeatEnded', v: 1, data: { bodyId, seatId, lastDay, reason } });
}

function fillSeat({ data }: CommandFor<typeof FillSeat>, seat: Seat, body: BodyState): Decision<BodyEvent> {
  const { bodyId } = body;
  const { seatId, from, termEnds, lastDay, role, succeeds } = data;
  const holder = person(data.holder);
  const outside = outsideSeat(seat, from);
  if (outside) return outside;
  if (termEnds !== undefined && termEnds < from)
    return refuseBody('seat.term-before-start', { field: 'termEnds', detail: { from, termEnds } });
  if (lastDay !== undefined && lastDay < from)
    return refuseBody('seat.dates-out-of-order', { field: 'lastDay', detail: { from, lastDay } });
  if (lastDay !== undefined && lastDay > (termEnds ?? FOREVER))
    return refuseBody('seat.left-after-term', { field: 'lastDay', detail: { termEnds, lastDay } });
  if (lastDay !== undefined && lastDay > lastDayOf(seat))
    return refuseBody('seat.after-its-end', { field: 'lastDay', detail: { seatLastDay: seat.lastDay } });
  const others = seat.holdings.filter((one) => overlap(ranFor(one), ranFor({ from, lastDay, termEnds })));
  const succeeded = succeeds
    ? others.find((one) => one.from <= from && one.lastDay === undefined && one.holder.personId !== holder.personId)
    : undefined;
  // The day of the succession is the last of the one and the first of the other.
  const taken = others.find((one) => one !== succeeded && !(succeeds && ranFor(one).lastDay === from));
  if (taken) return refuseBody('seat.occupied', { field: 'seatId', detail: { seatId, holder: taken.holder.name, ...ranFor(taken) } });
  const filled: BodyEvent = {
    type: 'SeatFilled',
    v: 1,
    data: { bodyId, seatId, holder, from, ...(termEnds === undefined ? {} : { termEnds }), ...(role === undefined ? {} : { role }) },
  };
  if (succeeded) {
    const left = { bodyId, seatId, holder: succeeded.holder, lastDay: from, reason: `Succeeded by ${holder.name}` };
    return accept<BodyEvent>([{ type: 'SeatVacated', v: 1, data: left }, filled]);
  }
  if (lastDay === undefined) return accept(filled);
  return accept<BodyEvent>([
    filled,
    { type: 'SeatVacated', v: 1, data: { bodyId, seatId, holder, lastDay, ...vacancy(body, seat, lastDay) } },
  ]);
}

function vacateSeat({ data }: CommandFor<typeof VacateSeat>, seat: Seat, body: BodyState): Decision<BodyEvent> {
  const { bodyId } = body;
  const { seatId, lastDay, reason } = data;
  const holding = holdsOn(seat, lastDay) ? seat.holdings.findLast((one) => holdsOn(ranFor(one), lastDay)) : undefined;
  if (!holding) return refuseBody('seat.vacant', { field: 'lastDay', detail: { seatId, lastDay } });
  const { holder } = holding;
  if (holding.lastDay !== undefined)
    return refuseBody('seat.vacated-already', { field: 'lastDay', detail: { holder: holder.name, lastDay: holding.lastDay } });
  return accept<BodyEvent>({
    type: 'SeatVacated',
    v: 1,
    data: { bodyId, seatId, holder, lastDay, ...(reason === undefined ? {} : { reason }), ...vacancy(body, seat, lastDay) },
  });
}

function nameSubstitute({ data }: CommandFor<typeof NameSubstitute>, seat: Seat, { bodyId }: BodyState): Decision<BodyEvent> {
  const { seatId, from, until } = data;
  const substitute = person(data.substitute);
  const outside = outsideSeat(seat, from);
  if (outside) return outside;
  if (until !== undefined && until < from) return refuseBody('seat.dates-out-of-order', { field: 'until', detail: { from, until } });
  const days = ranFor({ from, until });
  const holds = seat.holdings.some((one) => one.holder.personId === substitute.personId && overlap(ranFor(one), days));
  if (holds) return refuseBody('substitute.is-holder', { field: 'substitute', detail: { name: substitute.name } });
  const named = seat.substitutes.find((one) => one.substitute.personId === substitute.personId && overlap(ranFor(one), days));
  if (named) return refuseBody('substitute.named-already', { field: 'substitute', detail: { name: substitute.name, ...ranFor(named) } });
  return accept<BodyEvent>({
    type: 'SubstituteNamed',
    v: 1,
    data: { bodyId, seatId, substitute, from, ...(until === undefined ? {} : { until }) },
  });
}

function withdrawSubstitute({ data }: CommandFor<typeof WithdrawSubstitute>, seat: Seat, { bodyId }: BodyState): Decision<BodyEvent> {
  const { seatId, personId, lastDay } = data;
  const named = seat.substitutes.find((one) => one.substitute.personId === personId && holdsOn(ranFor(one), lastDay));
  if (!named || !holdsOn(seat, lastDay))
    return refuseBody('substitute.not-there-then', { field: 'personId', detail: { personId, lastDay } });
  if (named.lastDay !== undefined)
    return refuseBody('substitute.withdrawn-already', { field: 'lastDay', detail: { lastDay: named.lastDay } });
  return accept<BodyEvent>({ type: 'SubstituteWithdrawn', v: 1, data: { bodyId, seatId, substitute: named.substitute, lastDay } });
}

/** A period begins while its seat exists, or is refused; when the seat ends, the period ends with it. */
function outsideSeat(seat: Seat, from: string): Refusal | null {
  if (from < seat.from) return refuseBody('seat.before-its-day', { field: 'from', detail: { seatFrom: seat.from } });
  if (from > lastDayOf(seat)) return refuseBody('seat.after-its-end', { field: 'from', detail: { seatLastDay: seat.lastDay } });
  return null;
}

/** In a joint board a seat nobody follows in is told to Ministers once it is vacant for over six months (SSI 2014/285 art 13). */
const vacancy = ({ established }: BodyState, seat: Seat, lastDay: string): { readonly vacancy?: Deadline } =>
  established?.kind === 'joint-board' && !seat.holdings.some(({ from }) => from > lastDay) && lastDayOf(seat) > lastDay
    ? { vacancy: readDeadline('within 6 months', { saidOn: addDays(lastDay, 1), meetings: [] }) }
    : {};

const person = ({ personId, name }: PersonNamed): PersonNamed => ({ personId, name });
