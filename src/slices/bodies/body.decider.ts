import { type CommandFor } from '../../kernel/command.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { sameName } from '../../kernel/names.js';
import { type BodyCommand, type LeaveOffice, type PlaceBodyUnderCommand, type TakeOffice } from './bodies.commands.js';
import { type BodyLifeCommand, type EstablishBodyCommand } from './body-life.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { officeNamed } from './constitution.js';
import { bodyHistory, type BodyState, type Establishment, holdsOn, overlap } from './body.state.js';
import { beginPhase, changeBudget, delegateBudget } from './deciding-budgets.js';
import { adoptConstitution, chooseMinuteStyle, chooseStandingItems } from './deciding-constitutions.js';
import {
  adoptDormancyRule,
  beginSabbatical,
  dissolve,
  endSabbatical,
  establish,
  propose,
  recordDormant,
  relaunch,
} from './deciding-life.js';
import { changeLocality, defineLocality, endLocality, placeInSector, recordRemit, serveLocality } from './deciding-localities.js';
import {
  evidence,
  namePathfinder,
  planReview,
  reviewConstitution,
  reviewPathfinder,
  setConditions,
  withdrawEvidence,
} from './deciding-readiness.js';
import { decideSeat } from './deciding-seats.js';

type Deciding = Exclude<BodyCommand, { type: 'EstablishBody' }> | EstablishBodyCommand | BodyLifeCommand;

/** The commands allowed on a body that is only proposed: its place, its readiness, and what the body is to have. */
const OF_A_PROPOSAL: readonly Deciding['type'][] = [
  'PlaceBodyUnder',
  'DissolveBody',
  'SetReadinessConditions',
  'EvidenceCondition',
  'WithdrawEvidence',
  'NamePathfinder',
  'ReviewPathfinder',
  'ServeLocality',
  'DelegateBudget',
  'ChangeBudget',
  'RecordRemit',
  'AdoptDormancyRule',
];

export const bodyDecider: Decider<BodyState, Deciding, BodyEvent> = {
  history: bodyHistory,
  decide(command, body) {
    if (command.type === 'EstablishBody') return establish(command, body);
    if (command.type === 'ProposeBody') return propose(command);
    const { proposed } = body.overTime;
    const established = body.established ?? (proposed && OF_A_PROPOSAL.includes(command.type) ? { ...proposed, on: undefined } : null);
    if (!established) return refuseBody('body.not-established', { detail: { bodyId: command.target } });
    return outlived(command, body, established) ?? decide(command, body, established);
  },
};

/** The field with the day something begins on. */
const BEGINNINGS = ['from', 'on'] as const;

/** No step is dated on or after the day the body is dissolved, and no step of `LAUNCHED` before the body's first day. */
function outlived(command: Deciding, { overTime: { dissolved } }: BodyState, { on }: Establishment): Decision<BodyEvent> | null {
  const told = command.data as Partial<Record<(typeof BEGINNINGS)[number], string>>;
  const field = BEGINNINGS.find((one) => told[one] !== undefined);
  const day = field && command.type !== 'RecordDormant' ? told[field] : undefined;
  if (dissolved && (command.type === 'DissolveBody' || (day !== undefined && day >= dissolved.on)))
    return refuseBody('body.dissolved', { ...(field && { field }), detail: { dissolved: dissolved.on } });
  if (on !== undefined && day !== undefined && day < on && LAUNCHED.includes(command.type))
    return refuseBody('body.before-its-day', { ...(field && { field }), detail: { established: on } });
  return null;
}

/** Commands whose day cannot come before the body's first day, since they are for a body already at work. */
const LAUNCHED: readonly Deciding['type'][] = ['BeginSabbatical', 'RelaunchBody', 'DefineLocality', 'BeginBudgetPhase'];

function decide(
  command: Exclude<Deciding, { type: 'EstablishBody' | 'ProposeBody' }>,
  body: BodyState,
  established: Establishment,
): Decision<BodyEvent> {
  switch (command.type) {
    case 'PlaceBodyUnder':
      return placeUnder(command, body, established);
    case 'AdoptConstitution':
      return adoptConstitution(command, body, established);
    case 'ChooseMinuteStyle':
      return chooseMinuteStyle(command, body, established);
    case 'ChooseStandingItems':
      return chooseStandingItems(command, body, established);
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
    case 'BeginSabbatical':
      return beginSabbatical(command, body);
    case 'EndSabbatical':
      return endSabbatical(command, body);
    case 'RelaunchBody':
      return relaunch(command, body);
    case 'DissolveBody':
      return dissolve(command, body);
    case 'AdoptDormancyRule':
      return adoptDormancyRule(command, body);
    case 'RecordDormant':
      return recordDormant(command, body);
    case 'SetReadinessConditions':
      return setConditions(command, body);
    case 'EvidenceCondition':
      return evidence(command, body);
    case 'WithdrawEvidence':
      return withdrawEvidence(command, body);
    case 'NamePathfinder':
      return namePathfinder(command, body);
    case 'ReviewPathfinder':
      return reviewPathfinder(command, body);
    case 'DefineLocality':
      return defineLocality(command, body);
    case 'ChangeLocality':
      return changeLocality(command, body);
    case 'EndLocality':
      return endLocality(command, body);
    case 'ServeLocality':
      return serveLocality(command, body);
    case 'DelegateBudget':
      return delegateBudget(command, body);
    case 'ChangeBudget':
      return changeBudget(command, body);
    case 'BeginBudgetPhase':
      return beginPhase(command, body);
    case 'PlaceSeatInSector':
      return placeInSector(command, body);
    case 'RecordRemit':
      return recordRemit(command, body);
    case 'PlanConstitutionReview':
      return planReview(command, body);
    case 'ReviewConstitution':
      return reviewConstitution(command, body);
  }
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
  const { from, lastDay, succeeds } = data;
  const office = sameOffice(body, data.office);
  const holder = { personId: data.holder.personId, name: data.holder.name };
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  if (lastDay !== undefined && lastDay < from)
    return refuseBody('office.dates-out-of-order', { field: 'lastDay', detail: { from, lastDay } });
  const held = body.offices.find((one) => one.office === office && overlap(one, { from, lastDay }));
  const succeeded = succeeds && held && held.lastDay === undefined && held.from <= from && held.holder.personId !== holder.personId;
  if (held && !succeeded) {
    return refuseBody('office.held', {
      field: 'office',
      detail: { office, holder: held.holder.name, from: held.from, lastDay: held.lastDay },
    });
  }
  const { bodyId } = body;
  const taken: BodyEvent = { type: 'OfficeTaken', v: 2, data: { bodyId, office, holder, from } };
  if (succeeded)
    return accept<BodyEvent>([{ type: 'OfficeLeft', v: 2, data: { bodyId, office, holder: held.holder, lastDay: from } }, taken]);
  if (lastDay === undefined) return accept(taken);
  return accept<BodyEvent>([taken, { type: 'OfficeLeft', v: 2, data: { bodyId, office, holder, lastDay } }]);
}

/** The office that is meant, as it was named before, if it was. */
function sameOffice({ offices }: BodyState, words: string): string {
  const office = officeNamed(words);
  return offices.find((one) => sameName(one.office, office))?.office ?? office;
}

function leaveOffice({ data }: CommandFor<typeof LeaveOffice>, body: BodyState): Decision<BodyEvent> {
  const { lastDay } = data;
  const office = sameOffice(body, data.office);
  const held = body.offices.findLast((one) => one.office === office && holdsOn(one, lastDay));
  if (!held) return refuseBody('office.not-held', { field: 'lastDay', detail: { office, lastDay } });
  if (held.lastDay !== undefined)
    return refuseBody('office.left-already', { field: 'lastDay', detail: { holder: held.holder.name, lastDay: held.lastDay } });
  return accept<BodyEvent>({ type: 'OfficeLeft', v: 2, data: { bodyId: body.bodyId, office, holder: held.holder, lastDay } });
}
