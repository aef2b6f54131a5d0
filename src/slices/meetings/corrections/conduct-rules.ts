import { type CommandFor } from '../../../kernel/command.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { countVote } from '../counting/voting.js';
import { type VoteAsRecorded } from '../counting/vote-circumstances.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type StepEvent, type StepSaid } from '../events/step.events.js';
import { circumstancesAt, takesPart } from '../motions/entitlement.js';
import { lossDecidedOn } from '../motions/reopening.js';
import { isLive, motionOf, ruleAt } from '../motions/voting-order.js';
import { fallBy, fallenSince, fellBy, isConducted, reopened, upTo } from '../procedure/falls.js';
import { interruptedBy, shareNeeded, wordsOf } from '../procedure/procedure.decider.js';
import { refuseProcedure } from '../procedure/procedure.refusals.js';
import { momentOf } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { refuseStep } from '../record/step.refusals.js';
import { type StepTold } from '../record/told-anew.js';
import { attendanceOf, quorumAt } from '../sederunt/room.js';
import { PROCEDURAL_KINDS, type ProceduralKind, type ProceduralMotion, RULING_KINDS, type RulingKind } from '../votes/procedure.events.js';
import { type CorrectStep } from './step.commands.js';

/** Procedural motions and rulings put right: judged as though they were recorded in their place for the first time. */

type Asked = Partial<CommandFor<typeof CorrectStep>['data']>;
type Of<T> = Extract<StepTold, { type: T }>;

const isOneOf = <T extends string>(kinds: readonly T[], kind: string): kind is T => kinds.some((one) => one === kind);

const noSuchKind = (kind: string, kinds: readonly string[]): Refusal =>
  refuseStep('step.kind-not-of-it', { field: 'kind', detail: { kind, kinds } });

/** What a procedural motion should have said; the vote is counted anew where another one is told, or another share is needed. */
export function proceduralAnew(meeting: Meeting, meant: Of<'ProceduralMotionTaken'>, asked: Asked): StepSaid | Refusal {
  const { data } = meant;
  const { kind = data.kind, standingOrder = data.standingOrder } = asked;
  if (!isOneOf(PROCEDURAL_KINDS, kind)) return noSuchKind(kind, PROCEDURAL_KINDS);
  const refused = kind === data.kind ? null : interruptedBy(upTo(meeting, meant), kind, data.motionId);
  if (refused) return refused;
  const words = wordsAnew(data, { kind, standingOrder, words: asked.words });
  if (isRefusal(words)) return words;
  const people = moversAnew(meeting, data, asked);
  if (isRefusal(people)) return people;
  const { voting } = ruleAt(meeting, momentOf(meeting, data.procedureId));
  const needs = kind === data.kind ? data.needs : shareNeeded(voting, kind);
  const counted = asked.vote !== undefined || JSON.stringify(needs) !== JSON.stringify(data.needs);
  const vote = counted ? countedAnew(meeting, data, asked.vote ?? asRecorded(data.vote), needs) : data.vote;
  if (isRefusal(vote)) return vote.field === undefined ? vote : { ...vote, field: `vote.${vote.field}` };
  const decided = vote.result === 'carried' ? lossDecidedOn(meeting, [data.procedureId]) : null;
  return decided ?? { kind, standingOrder: asked.standingOrder, words, ...people, needs: needs ?? null, vote };
}

interface InWords {
  readonly kind: ProceduralKind;
  readonly standingOrder: string | undefined;
  readonly words: string | undefined;
}

/** The usual words follow what is put right; words of its own stay, where no others are told. */
function wordsAnew(data: ProceduralMotion, { kind, standingOrder, words }: InWords): string | Refusal {
  const inUsualWords = wordsOf({ ...data, words: undefined }) === data.words && kind !== 'other';
  return wordsOf({ kind, words: words ?? (inUsualWords ? undefined : data.words), standingOrder });
}

function moversAnew(
  meeting: Meeting,
  { procedureId, sectionId, movedBy, secondedBy }: ProceduralMotion,
  asked: Asked,
): Pick<StepSaid, 'movedBy' | 'secondedBy'> | Refusal {
  const people: { movedBy?: PersonNamed; secondedBy?: PersonNamed } = {};
  for (const field of ['movedBy', 'secondedBy'] as const) {
    const personId = asked[field];
    if (personId === undefined) continue;
    const one = takesPart(meeting, momentOf(meeting, procedureId), sectionId, personId, field);
    if (isRefusal(one)) return one;
    people[field] = one.person;
  }
  const both = { movedBy, secondedBy, ...people };
  return both.movedBy.personId === both.secondedBy?.personId
    ? refuseProcedure('procedure.not-seconded', {
        field: asked.secondedBy === undefined ? 'movedBy' : 'secondedBy',
        detail: { movedBy: both.movedBy.name },
      })
    : people;
}

function countedAnew(
  meeting: Meeting,
  { procedureId, sectionId }: ProceduralMotion,
  recorded: VoteAsRecorded,
  needs: ProceduralMotion['needs'],
): ProceduralMotion['vote'] | Refusal {
  const moment = momentOf(meeting, procedureId);
  const { voting, versionId } = ruleAt(meeting, moment);
  const room = circumstancesAt(meeting, moment, sectionId);
  const vote = countVote(recorded, { ...room, rule: voting, appointment: false, ...(needs && { share: needs.share }) });
  if (isRefusal(vote)) return vote;
  const entitled = room.entitled.map(({ person }) => person);
  return { ...vote, entitled, quorate: quorumAt(meeting, moment, sectionId).quorate, constitutionVersion: versionId };
}

/** A vote as its clerk recorded it. */
function asRecorded({ method, result, asWorded, counts, votes, castingVote, lot }: ProceduralMotion['vote']): VoteAsRecorded {
  return {
    method,
    ...(method === 'declared' && { declared: result === 'carried' ? result : 'not-carried' }),
    ...(asWorded !== undefined && { asWorded }),
    ...(method !== 'roll-call' && { counts }),
    votes: votes.map(({ person, option, pairedWith }) => ({
      personId: person.personId,
      option,
      ...(pairedWith !== undefined && { pairedWith }),
    })),
    ...(castingVote && { castingVote: { personId: castingVote.person.personId, option: castingVote.option } }),
    ...(lot && { lot }),
  };
}

/** Whom a ruling calls to order, or asks to leave. */
const OF_SOMEBODY: readonly RulingKind[] = ['order', 'asked-to-leave', 'other'];

export function rulingAnew(
  meeting: Meeting,
  { data }: Of<'RulingGiven'>,
  { kind = data.kind, words, standingOrder, personId }: Asked,
): StepSaid | Refusal {
  if (!isOneOf(RULING_KINDS, kind)) return noSuchKind(kind, RULING_KINDS);
  const person = personId === undefined ? data.person : attendanceOf(meeting, personId)?.person;
  if (personId !== undefined && !OF_SOMEBODY.includes(kind))
    return refuseStep('step.field-not-of-it', { field: 'personId', detail: { kind } });
  if (personId !== undefined && !person) return refuseMeeting('attendance.not-recorded', { field: 'personId', detail: { personId } });
  if (kind === 'asked-to-leave' && !person) return refuseProcedure('ruling.whom', { field: 'personId' });
  return { kind, words, standingOrder, ...(OF_SOMEBODY.includes(kind) ? person && { person } : data.person && { person: null }) };
}

/** Those who dissented, each once. */
export function dissentersAnew(meeting: Meeting, meant: Of<'RulingDissented'>, { people = [] }: Asked): StepSaid | Refusal {
  const { rulingId } = meant.data;
  const ruling = meeting.rulings.find((one) => one.rulingId === rulingId);
  const own = new Set(meant.data.people.map(({ personId }) => personId));
  const others = ruling?.dissents.filter(({ personId }) => !own.has(personId)) ?? [];
  const dissenters: PersonNamed[] = [];
  for (const [index, personId] of people.entries()) {
    const field = `people.${index}`;
    if (people.indexOf(personId) < index || others.some((one) => one.personId === personId))
      return refuseProcedure('ruling.dissented-already', { field, detail: { personId } });
    const one = takesPart(meeting, momentOf(meeting, rulingId), ruling?.sectionId ?? null, personId, field);
    if (isRefusal(one)) return one;
    dissenters.push(one.person);
  }
  return { people: dissenters };
}

/** The motions that fell by a procedural motion or a ruling as it is told now, and no longer those that fell by it as it was told before. */
export function fallsAnew(
  meeting: Meeting,
  changed: Meeting,
  { revision }: StepTold,
  reason: string,
): readonly (StepEvent | MotionEvent)[] | Refusal {
  const meant = changed.told.find((one) => one.revision === revision);
  if (!meant || !isConducted(meant)) return [];
  const motionIds = fallBy(changed, meant).map(({ data }) => data.motionId);
  const was = fellBy(meeting, meant);
  const falling = motionIds.filter((motionId) => !was.some(({ data }) => data.motionId === motionId));
  const since = falling.map((motionId) => motionOf(changed, motionId)).find((one) => one && !isLive(one));
  if (since) return refuseStep('step.decided-since', { field: 'step', detail: { motionId: since.motionId, status: since.status } });
  const open = reopened(
    changed,
    was.filter(({ data }) => !motionIds.includes(data.motionId)),
    reason,
  );
  return isRefusal(open) ? open : [...open.events, ...fallenSince(open.changed)];
}
