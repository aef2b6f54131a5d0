import { type CommandFor } from '../../eventstore/commands.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { type BodyCommand, type EstablishBody, type LeaveOffice, type PlaceBodyUnderCommand, type TakeOffice } from './bodies.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { bodyHistory, type BodyState, type Establishment, holdsOn, overlap } from './body.state.js';
import { isTimeZone } from './constitution-problems.js';
import { adoptConstitution } from './deciding-constitutions.js';
import { decideSeat } from './deciding-seats.js';

/** Most bodies this is written for sit in Scotland. */
export const USUAL_TIME_ZONE = 'Europe/London';

export const bodyDecider: Decider<BodyState, BodyCommand, BodyEvent> = {
  history: bodyHistory,
  decide(command, body) {
    if (command.type === 'EstablishBody') return establish(command, body);
    const { established } = body;
    if (!established) return refuseBody('body.not-established', { detail: { bodyId: command.target } });
    switch (command.type) {
      case 'PlaceBodyUnder':
        return placeUnder(command, body, established);
      case 'AdoptConstitution':
        return adoptConstitution(command, body, established);
      case 'TakeOffice':
        return takeOffice(command, body, established);
      case 'LeaveOffice':
        return leaveOffice(command, body);
      case 'CreateSeat':
      case 'ChangeSeatVoting':
      case 'EndSeat':
      case 'FillSeat':
      case 'VacateSeat':
      case 'NameSubstitute':
      case 'WithdrawSubstitute':
        return decideSeat(command, body, established);
    }
  },
};

function establish({ target, data }: CommandFor<typeof EstablishBody>, body: BodyState): Decision<BodyEvent> {
  if (body.established) return refuseBody('body.established-already', { detail: { bodyId: target } });
  const { name, kind, on, timeZone = USUAL_TIME_ZONE, source } = data;
  if (!isTimeZone(timeZone)) return refuseBody('body.time-zone-unknown', { field: 'timeZone', detail: { timeZone } });
  return accept<BodyEvent>({
    type: 'BodyEstablished',
    v: 1,
    data: { bodyId: target, name, kind, ...(on === undefined ? {} : { on }), timeZone, ...(source === undefined ? {} : { source }) },
  });
}

function placeUnder({ data, facts }: PlaceBodyUnderCommand, body: BodyState, { on }: Establishment): Decision<BodyEvent> {
  const { parentId, from, delegated = [], source } = data;
  if (parentId === body.bodyId) return refuseBody('body.under-itself', { field: 'parentId' });
  if (!facts.parentExists) return refuseBody('body.parent-unknown', { field: 'parentId', detail: { parentId } });
  if (facts.above.includes(body.bodyId))
    return refuseBody('body.under-its-own-part', { field: 'parentId', detail: { parentId, above: facts.above } });
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  const sameDay = body.placements.find((placement) => placement.from === from);
  if (sameDay) return refuseBody('body.placed-that-day', { field: 'from', detail: { parentId: sameDay.parentId } });
  return accept<BodyEvent>({
    type: 'BodyPlacedUnder',
    v: 1,
    data: { bodyId: body.bodyId, parentId, from, delegated, ...(source === undefined ? {} : { source }) },
  });
}

function takeOffice({ data }: CommandFor<typeof TakeOffice>, body: BodyState, { on }: Establishment): Decision<BodyEvent> {
  const { office, from, lastDay } = data;
  const holder = { personId: data.holder.personId, name: data.holder.name };
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  if (lastDay !== undefined && lastDay < from)
    return refuseBody('office.dates-out-of-order', { field: 'lastDay', detail: { from, lastDay } });
  const held = body.offices.find((one) => one.office === office && overlap(one, { from, lastDay }));
  if (held) {
    return refuseBody('office.held', {
      field: 'office',
      detail: { office, holder: held.holder.name, from: held.from, lastDay: held.lastDay },
    });
  }
  const taken: BodyEvent = { type: 'OfficeTaken', v: 1, data: { bodyId: body.bodyId, office, holder, from } };
  if (lastDay === undefined) return accept(taken);
  return accept<BodyEvent>([taken, { type: 'OfficeLeft', v: 1, data: { bodyId: body.bodyId, office, holder, lastDay } }]);
}

function leaveOffice({ data }: CommandFor<typeof LeaveOffice>, body: BodyState): Decision<BodyEvent> {
  const { office, lastDay } = data;
  const held = body.offices.find((one) => one.office === office && holdsOn(one, lastDay));
  if (!held) return refuseBody('office.not-held', { field: 'lastDay', detail: { office, lastDay } });
  if (held.lastDay !== undefined)
    return refuseBody('office.left-already', { field: 'lastDay', detail: { holder: held.holder.name, lastDay: held.lastDay } });
  return accept<BodyEvent>({ type: 'OfficeLeft', v: 1, data: { bodyId: body.bodyId, office, holder: held.holder, lastDay } });
}
