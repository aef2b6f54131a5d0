import { type CommandFor } from '../../kernel/command.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { dateInZone } from '../../kernel/dates.js';
import { slugOf } from '../../kernel/ids.js';
import { plain } from '../../kernel/plain.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type AdoptConstitution, type ChooseMinuteStyle, type ChooseStandingItems } from './bodies.commands.js';
import { type BodyEvent } from './body.events.js';
import { refuseBody } from './body.refusals.js';
import { type BodyState, type Establishment } from './body.state.js';
import { type Constitution } from './constitution.js';
import { styleOf } from './minute-style.js';
import { formatProblem, fractionProblem, isVerb, type Problem, presidingOrderProblem, quorumProblem } from './constitution-problems.js';

const LONGEST_ID = 60;

/** A new version of the rules. It may apply from a day long past or yet to come; versions recorded already keep their days. */
export function adoptConstitution(
  { data }: CommandFor<typeof AdoptConstitution>,
  body: BodyState,
  { on }: Establishment,
): Decision<BodyEvent> {
  const { from, source } = data;
  const versionId = data.versionId ?? from;
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  const sameDay = body.constitutions.find((version) => version.from === from);
  if (sameDay) return refuseBody('constitution.same-day', { field: 'from', detail: { from, versionId: sameDay.versionId } });
  if (body.constitutions.some((version) => version.versionId === versionId)) {
    return refuseBody('constitution.version-exists', { field: 'versionId', detail: { versionId } });
  }

  const constitution: Constitution = {
    versionId,
    from,
    quorum: data.quorum,
    ...(data.waitsForQuorum !== undefined && { waitsForQuorum: data.waitsForQuorum }),
    voting: data.voting,
    presiding: data.presiding,
    substitutes: data.substitutes,
    notice: data.notice,
    ...(data.requisition && { requisition: data.requisition }),
    references: data.references ?? {},
    verbs: data.verbs ?? [],
    source,
  };
  return (
    malformed(constitution) ??
    accept<BodyEvent>({ type: 'ConstitutionAdopted', v: 1, data: { bodyId: body.bodyId, constitution: plain(constitution) } }, versionId)
  );
}

/** A style holds for meetings opened on its first day and later; chosen again for the same day, the new one stands. */
export function chooseMinuteStyle(
  { data: { from: said, ...style }, happenedAt }: CommandFor<typeof ChooseMinuteStyle>,
  body: BodyState,
  { on, timeZone }: Establishment,
): Decision<BodyEvent> {
  const from = said ?? dateInZone(happenedAt, timeZone);
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  return accept<BodyEvent>({ type: 'MinuteStyleChosen', v: 1, data: { bodyId: body.bodyId, from, style: plain(styleOf(style)) } });
}

/** Standing items hold for meetings on their first day and later; chosen again for the same day, the new ones stand. */
export function chooseStandingItems(
  { data: { from: said, items }, happenedAt }: CommandFor<typeof ChooseStandingItems>,
  body: BodyState,
  { on, timeZone }: Establishment,
): Decision<BodyEvent> {
  const from = said ?? dateInZone(happenedAt, timeZone);
  if (on !== undefined && from < on) return refuseBody('body.before-its-day', { field: 'from', detail: { established: on } });
  const chosen = items.map((item, index) => ({ ...item, itemId: item.itemId ?? (slugOf(item.title, LONGEST_ID) || `item-${index + 1}`) }));
  const twice = chosen.findIndex(({ itemId }, index) => chosen.findIndex((one) => one.itemId === itemId) !== index);
  if (twice >= 0) return refuseBody('standing-items.twice', { field: `items.${twice}.title`, detail: { itemId: chosen[twice]?.itemId } });
  return accept<BodyEvent>({ type: 'StandingItemsChosen', v: 1, data: { bodyId: body.bodyId, from, items: plain(chosen) } });
}

function malformed({ quorum, voting, presiding, requisition, references, verbs }: Constitution): Refusal | null {
  const inQuorum = quorumProblem(quorum);
  if (inQuorum) return refuseBody('constitution.quorum-malformed', named('quorum', inQuorum));
  const inPresiding = presidingOrderProblem(presiding.order);
  if (inPresiding) return refuseBody('constitution.presiding-malformed', named('presiding.order', inPresiding));
  const inShare = voting.rescinding && fractionProblem(voting.rescinding.share, '');
  if (inShare) return refuseBody('constitution.share-impossible', named('voting.rescinding.share', inShare));
  const inRequisition = requisition && fractionProblem(requisition.share, '');
  if (inRequisition) return refuseBody('constitution.share-impossible', named('requisition.share', inRequisition));
  const verb = verbs.findIndex((one) => !isVerb(one));
  if (verb !== -1) return refuseBody('constitution.verb-not-capitals', { field: `verbs.${verb}`, detail: { verb: verbs[verb] } });
  for (const name of ['action', 'direction'] as const) {
    const format = references[name];
    const problem = format === undefined ? null : formatProblem(format);
    if (problem) return refuseBody('constitution.reference-malformed', { field: `references.${name}`, detail: { format, problem } });
  }
  return null;
}

const named = (field: string, { path, problem }: Problem) => ({ field: path === '' ? field : `${field}.${path}`, detail: { problem } });
