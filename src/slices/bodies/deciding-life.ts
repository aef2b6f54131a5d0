import { dateInZone, USUAL_TIME_ZONE } from '../../kernel/dates.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { plain } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type EstablishBodyCommand, type LifeCommandNamed } from './body-life.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { type BodyState } from './body.state.js';
import { isTimeZone } from './constitution-problems.js';
import { datedBy, deadlineOf, factsOf, groundsOf } from './deciding-grounds.js';
import { lifeOn, mayRelaunch } from './life.js';
import { type LifeFacts } from './life.facts.js';
import { dayOf, lacking } from './over-time.js';

export const zoneOf = ({ established, overTime }: BodyState): string =>
  established?.timeZone ?? overTime.proposed?.timeZone ?? USUAL_TIME_ZONE;

/** An id no body may have: `GET /bodies/tree` answers the tree of bodies. */
const TAKEN = 'tree';

export function propose(command: LifeCommandNamed<'ProposeBody'>): Decision<BodyEvent> {
  const { target: bodyId, data, happenedAt } = command;
  if (bodyId === TAKEN) return refuseBody('body.id-taken');
  const { name, kind, timeZone = USUAL_TIME_ZONE, report } = data;
  if (!isTimeZone(timeZone)) return refuseBody('body.time-zone-unknown', { field: 'timeZone', detail: { timeZone } });
  const grounds = groundsOf(data, factsOf(command));
  if (isRefusal(grounds)) return grounds;
  const on = data.on ?? dateInZone(happenedAt, timeZone);
  return accept<BodyEvent>({ type: 'BodyProposed', v: 1, data: plain({ bodyId, name, kind, on, timeZone, report, ...grounds }) });
}

/** A proposed body is established on a day on which its conditions and gates hold; phases that depend on its launch get their dates. */
export function establish(command: EstablishBodyCommand, body: BodyState): Decision<BodyEvent> {
  const { target: bodyId, data, happenedAt } = command;
  if (body.established) return refuseBody('body.established-already', { detail: { bodyId } });
  if (bodyId === TAKEN) return refuseBody('body.id-taken');
  const { name, kind, timeZone = body.overTime.proposed?.timeZone ?? USUAL_TIME_ZONE, source } = data;
  if (!isTimeZone(timeZone)) return refuseBody('body.time-zone-unknown', { field: 'timeZone', detail: { timeZone } });
  const { proposed, dissolved } = body.overTime;
  const on = data.on ?? (proposed ? dateInZone(happenedAt, timeZone) : undefined);
  if (proposed && on !== undefined) {
    if (on < proposed.on) return refuseBody('body.dates-out-of-order', { field: 'on', detail: { proposed: proposed.on } });
    if (dissolved && on >= dissolved.on) return refuseBody('body.dissolved', { field: 'on', detail: { dissolved: dissolved.on } });
    const against = notLaunched(body, on, factsOf(command));
    if (against) return against;
  }
  return accept<BodyEvent>([
    { type: 'BodyEstablished', v: 1, data: plain({ bodyId, name, kind, on, timeZone, source }) },
    ...(on === undefined ? [] : dated(body, on)),
  ]);
}

/** Why a body may not be launched or relaunched on a day. */
function notLaunched({ overTime }: BodyState, on: string, { gates }: LifeFacts): Refusal | null {
  const missing = lacking(overTime, on);
  if (missing.length > 0)
    return refuseBody('body.not-ready', {
      field: 'on',
      detail: {
        sentence: `No evidence yet for: ${missing.map(({ title }) => title).join('; ')}`,
        lacking: missing.map(({ conditionId, title }) => ({ conditionId, title })),
      },
    });
  const shut = gates.filter(({ proceedOn }) => proceedOn === null || proceedOn > on);
  if (shut.length > 0)
    return refuseBody('body.gated', {
      field: 'on',
      detail: {
        sentence: shut.map(({ pathfinderId, reviewAt }) => `It waits for the review of ${pathfinderId} (${reviewAt}).`).join(' '),
        pathfinders: shut,
      },
    });
  return null;
}

/** The phases of the body's budgets that depend on its launch, with their dates. */
const dated = ({ bodyId, overTime }: BodyState, launched: string): readonly BodyEvent[] =>
  overTime.budgets.flatMap(({ budgetId, phases }) =>
    phases.flatMap(({ phaseId, deadline, begun }): BodyEvent[] => {
      const now = datedBy(deadline, launched);
      if (now === deadline || begun !== undefined || deadline.latest !== undefined) return [];
      return [{ type: 'BudgetPhaseDated', v: 1, data: { bodyId, budgetId, phaseId, deadline: now } }];
    }),
  );

export function beginSabbatical(command: LifeCommandNamed<'BeginSabbatical'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { from, until, untilDates, reason, ...grounds } = command.data;
  const going = overTime.sabbaticals.find((one) => one.lastDay === undefined || one.lastDay >= from);
  if (going) return refuseBody('body.on-sabbatical', { field: 'from', detail: { from: going.from, lastDay: going.lastDay } });
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  const deadline =
    until === undefined && !untilDates ? undefined : deadlineOf(until ?? 'a day that is given', untilDates, from, factsOf(command));
  if (deadline && isRefusal(deadline)) return deadline;
  if (deadline?.latest !== undefined && deadline.latest < from)
    return refuseBody('body.dates-out-of-order', { field: 'until', detail: { from, latest: deadline.latest } });
  return accept<BodyEvent>({ type: 'SabbaticalBegun', v: 1, data: plain({ bodyId, from, until: deadline, reason, ...told }) });
}

export function endSabbatical(command: LifeCommandNamed<'EndSabbatical'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { lastDay, reason, ...grounds } = command.data;
  const going = overTime.sabbaticals.find((one) => one.lastDay === undefined);
  if (!going) return refuseBody('body.not-on-sabbatical', { field: 'lastDay' });
  if (lastDay < going.from) return refuseBody('body.dates-out-of-order', { field: 'lastDay', detail: { from: going.from } });
  const told = groundsOf(grounds, factsOf(command));
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'SabbaticalEnded', v: 1, data: plain({ bodyId, lastDay, reason, ...told }) });
}

export function relaunch(command: LifeCommandNamed<'RelaunchBody'>, body: BodyState): Decision<BodyEvent> {
  const { on, words, ...grounds } = command.data;
  const facts = factsOf(command);
  const { bodyId, overTime, established } = body;
  if (overTime.sabbaticals.some(({ from, lastDay }) => from >= on || (lastDay !== undefined && from < on && on <= lastDay)))
    return refuseBody('body.on-sabbatical', { field: 'on' });
  if (overTime.relaunches.some((one) => one.on >= on) || !mayRelaunch({ established, overTime, held: facts.held }, on))
    return refuseBody('body.nothing-to-relaunch', { field: 'on' });
  const against = notLaunched(body, on, facts);
  if (against) return against;
  const told = groundsOf(grounds, facts);
  if (isRefusal(told)) return told;
  return accept<BodyEvent>([{ type: 'BodyRelaunched', v: 1, data: plain({ bodyId, on, words, ...told }) }, ...dated(body, on)]);
}

export function dissolve(command: LifeCommandNamed<'DissolveBody'>, body: BodyState): Decision<BodyEvent> {
  const { on, reason, ...grounds } = command.data;
  const facts = factsOf(command);
  const { bodyId, overTime, established } = body;
  const first = established?.on ?? overTime.proposed?.on;
  if (first !== undefined && on < first) return refuseBody('body.before-its-day', { field: 'on', detail: { established: first } });
  const later = [...overTime.relaunches.map((one) => one.on), ...overTime.sabbaticals.map(({ from }) => from)].find((day) => day >= on);
  if (later !== undefined) return refuseBody('body.later-facts', { field: 'on', detail: { begins: later } });
  const met = facts.held.filter((day) => day >= on);
  if (met.length > 0) return refuseBody('body.meets', { field: 'on', detail: { met } });
  const told = groundsOf(grounds, facts);
  if (isRefusal(told)) return told;
  return accept<BodyEvent>({ type: 'BodyDissolved', v: 1, data: plain({ bodyId, on, reason, clocks: clocksOf(body), ...told }) });
}

/** Every deadline of the body that is still open, by the names of `body.due.ts`: all of them end with the body. */
const clocksOf = ({ overTime, seats }: BodyState): string[] => [
  ...(overTime.sabbaticals.some(({ lastDay, until }) => lastDay === undefined && until) ? ['sabbatical'] : []),
  ...(overTime.pathfinder && !overTime.pathfinder.reviews.some(({ outcome }) => outcome === 'proceed') ? ['pathfinder-review'] : []),
  ...(overTime.reviewPlanned ? ['constitution-review'] : []),
  ...overTime.budgets.flatMap(({ budgetId, phases }) =>
    phases.filter(({ begun }) => begun === undefined).map(({ phaseId }) => `budget-${budgetId}-${phaseId}`),
  ),
  ...seats.flatMap(({ seatId }) => [`term-${seatId}`, `vacancy-${seatId}`]),
];

export function adoptDormancyRule({ data }: LifeCommandNamed<'AdoptDormancyRule'>, { bodyId, overTime }: BodyState): Decision<BodyEvent> {
  const { noMeetingForMonths, from, source } = data;
  if (overTime.dormancyRules.some((rule) => rule.from === from))
    return refuseBody('dormancy.same-day', { field: 'from', detail: { from } });
  return accept<BodyEvent>({ type: 'DormancyRuleAdopted', v: 1, data: plain({ bodyId, noMeetingForMonths, from, source }) });
}

/** Dormancy whose history is not in the system. A body that met since, before it was relaunched, was not dormant: refused. */
export function recordDormant(command: LifeCommandNamed<'RecordDormant'>, body: BodyState): Decision<BodyEvent> {
  const { from: words, fromDates, reason, source } = command.data;
  const { bodyId, overTime, established } = body;
  const { held } = factsOf(command);
  const recorded = dateInZone(command.happenedAt, zoneOf(body));
  const from = deadlineOf(words, fromDates, recorded);
  if (isRefusal(from)) return from;
  const day = dayOf(from, command.happenedAt.slice(0, 10));
  if (established?.on !== undefined && day < established.on)
    return refuseBody('body.before-its-day', { field: 'from', detail: { established: established.on } });
  const again = overTime.relaunches.find(({ on }) => on > day)?.on;
  const met = held.filter((date) => date >= day && (again === undefined || date < again));
  if (met.length > 0) return refuseBody('body.meets', { field: 'from', detail: { met } });
  const life = lifeOn({ established, overTime: { ...overTime, dormancyRules: [] }, held }, day);
  if (life.state === 'dormant') return refuseBody('body.dormant-already', { field: 'from', detail: { since: life.since } });
  if (life.state === 'sabbatical') return refuseBody('body.on-sabbatical', { field: 'from', detail: { since: life.since } });
  return accept<BodyEvent>({ type: 'DormancyRecorded', v: 1, data: plain({ bodyId, from, reason, source }) });
}
