import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { plain } from '../../kernel/plain.js';
import { isRefusal } from '../../kernel/refusal.js';
import { type LifeCommandNamed } from './body-life.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { type BodyState, FOREVER } from './body.state.js';
import { factsOf, groundsOf } from './deciding-grounds.js';
import { zoneOf } from './deciding-life.js';
import { localityOn } from './over-time.js';

/** First day of something recorded without one: the body's first day, where known; else the day it was proposed, or the command's day. */
const firstDay = (command: { readonly happenedAt: string }, body: BodyState): string =>
  body.established?.on ?? body.overTime.proposed?.on ?? dateInZone(command.happenedAt, zoneOf(body));

export function defineLocality(command: LifeCommandNamed<'DefineLocality'>, body: BodyState): Decision<BodyEvent> {
  const { localityId, from = firstDay(command, body), ...told } = command.data;
  if (body.overTime.localities.some((one) => one.localityId === localityId))
    return refuseBody('locality.exists', { field: 'localityId', detail: { localityId } });
  return accept<BodyEvent>({ type: 'LocalityDefined', v: 1, data: plain({ bodyId: body.bodyId, localityId, from, ...told }) });
}

export function changeLocality({ data }: LifeCommandNamed<'ChangeLocality'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { localityId, from, reason, ...told } = data;
  const locality = overTime.localities.find((one) => one.localityId === localityId);
  if (!locality) return refuseBody('locality.unknown', { field: 'localityId', detail: { localityId } });
  const before = localityOn(locality, from);
  if (!before) return refuseBody('locality.outside-its-days', { field: 'from', detail: { lastDay: locality.lastDay } });
  const changes = plain(told);
  const now = { ...before, ...changes };
  if (locality.told.some((one) => one.from === from) || JSON.stringify(now) === JSON.stringify(before))
    return refuseBody('locality.unchanged', { detail: { localityId } });
  return accept<BodyEvent>({ type: 'LocalityChanged', v: 1, data: { bodyId, localityId, from, changes, reason } });
}

export function endLocality({ data }: LifeCommandNamed<'EndLocality'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { localityId, lastDay, reason } = data;
  const locality = overTime.localities.find((one) => one.localityId === localityId);
  if (!locality) return refuseBody('locality.unknown', { field: 'localityId', detail: { localityId } });
  if (locality.lastDay !== undefined)
    return refuseBody('locality.ended-already', { field: 'lastDay', detail: { lastDay: locality.lastDay } });
  const last = locality.told.at(-1)!.from;
  if (lastDay < last) return refuseBody('locality.outside-its-days', { field: 'lastDay', detail: { from: last } });
  return accept<BodyEvent>({ type: 'LocalityEnded', v: 1, data: { bodyId, localityId, lastDay, reason } });
}

export function serveLocality(command: LifeCommandNamed<'ServeLocality'>, body: BodyState): Decision<BodyEvent> {
  const { localityId, areaBodyId, from = firstDay(command, body), source } = command.data;
  const locality = factsOf(command).localities.find((one) => one.localityId === localityId);
  if (!locality) return refuseBody('locality.unknown', { field: 'localityId', detail: { localityId, areaBodyId } });
  if (from < locality.from || from > (locality.lastDay ?? FOREVER))
    return refuseBody('locality.outside-its-days', { field: 'from', detail: { from: locality.from, lastDay: locality.lastDay } });
  if (body.overTime.serves.some((one) => one.localityId === localityId && one.areaBodyId === areaBodyId))
    return refuseBody('locality.served-already', { field: 'localityId' });
  return accept<BodyEvent>({ type: 'LocalityServed', v: 1, data: plain({ bodyId: body.bodyId, localityId, areaBodyId, from, source }) });
}

export function placeInSector(
  { data }: LifeCommandNamed<'PlaceSeatInSector'>,
  { bodyId, seats, overTime }: BodyState,
): Decision<BodyEvent> {
  const { seatId, sector } = data;
  const seat = seats.find((one) => one.seatId === seatId);
  if (!seat) return refuseBody('seat.unknown', { field: 'seatId', detail: { seatId } });
  const from = data.from ?? seat.from;
  if (from < seat.from) return refuseBody('seat.before-its-day', { field: 'from', detail: { seatFrom: seat.from } });
  const placed = overTime.sectors.filter((one) => one.seatId === seatId);
  if (placed.some((one) => one.from === from) || placed.findLast((one) => one.from <= from)?.sector === sector)
    return refuseBody('seat.sector-unchanged', { field: 'sector', detail: { sector } });
  return accept<BodyEvent>({ type: 'SeatPlacedInSector', v: 1, data: { bodyId, seatId, sector, from } });
}

export function recordRemit(command: LifeCommandNamed<'RecordRemit'>, { bodyId }: BodyState): Decision<BodyEvent> {
  const { kind = 'remit', words, link, from, ...grounds } = command.data;
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'RemitRecorded', v: 1, data: plain({ bodyId, kind, words, link, from, ...told }) });
}
