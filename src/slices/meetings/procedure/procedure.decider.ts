import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { accept, type Decider, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { plain } from '../../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type Fraction, type PersonNamed, type VotingRule } from '../../bodies/bodies.words.js';
import { momentThen, notLive, placeOfLate, unknownMotion } from '../motions/deciding-motions.js';
import { circumstancesAt, takesPart } from '../motions/entitlement.js';
import { countVote } from '../counting/voting.js';
import { isLive, motionOf, ruleAt } from '../motions/voting-order.js';
import { momentOf } from '../record/entries.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { notSitting, type RoomEvent } from '../rules/meeting-guards.js';
import { attendanceOf, presidingAt, quorumAt } from '../sederunt/room.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type ProceduralKind, type ProcedureEvent } from '../votes/procedure.events.js';
import { leftBehind, ruledOut } from './falls.js';
import { declareVoteVoid } from './voiding.js';
import { type DissentFromRuling, type GiveRuling, type ProcedureCommand, type TakeProceduralMotion } from './procedure.commands.js';
import { refuseProcedure } from './procedure.refusals.js';

type Decided = ProcedureEvent | RoomEvent;

/** Procedural motions and rulings, decided on the meeting's own stream: before the first item too, and while another motion stands. */
export const procedureDecider: Decider<Meeting, ProcedureCommand, Decided> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notSitting(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'TakeProceduralMotion':
        return takeProceduralMotion(command, meeting);
      case 'GiveRuling':
        return giveRuling(command, meeting);
      case 'DissentFromRuling':
        return dissentFromRuling(command, meeting);
      case 'DeclareVoteVoid':
        return declareVoteVoid(command, meeting);
    }
  },
};

const WORDS: Readonly<Record<Exclude<ProceduralKind, 'other' | 'suspend-standing-order'>, string>> = {
  closure: 'the question be now put',
  'next-business': 'the meeting pass to the next business',
  adjourn: 'the meeting be adjourned',
  'hear-in-public': 'the item be heard in public',
  continue: 'the item be continued',
  'remit-back': 'the item be remitted back',
};

/** Where the constitution says nothing, suspending a standing order needs two thirds of those present and voting, as model orders have it. */
const USUAL = { share: { numerator: 2, denominator: 3 }, source: 'Model standing orders' } as const;

/** The share that a procedural motion needs, and where that stands; `undefined` where an ordinary majority does. */
export function shareNeeded(
  { procedural = [] }: VotingRule,
  kind: ProceduralKind,
): { readonly share: Fraction; readonly source: string } | undefined {
  const rule = procedural.find((one) => one.kind === kind);
  if (rule) return { share: rule.share, source: rule.source };
  return kind === 'suspend-standing-order' ? USUAL : undefined;
}

function takeProceduralMotion({ data, commandId }: CommandFor<typeof TakeProceduralMotion, NoFacts>, meeting: Meeting): Decision<Decided> {
  const { kind, standingOrder, motionId, method, declared, asWorded, counts, votes, castingVote } = data;
  const late = placeOfLate(meeting, data.afterParagraph);
  if (late && isRefusal(late)) return late;
  const sectionId = late?.sectionId ?? meeting.inHand;
  const moment = momentThen(meeting, late);
  const words = wordsOf(data);
  if (isRefusal(words)) return words;
  const interrupted = interruptedBy(meeting, kind, motionId);
  if (isRefusal(interrupted)) return interrupted;
  const people = moversOf(data, { meeting, moment, sectionId });
  if (isRefusal(people)) return people;
  const constitution = ruleAt(meeting, moment);
  const needs = shareNeeded(constitution.voting, kind);
  const room = circumstancesAt(meeting, moment, sectionId);
  const vote = countVote(plain({ method, declared, asWorded, counts, votes, castingVote }), {
    ...room,
    rule: constitution.voting,
    appointment: false,
    ...(needs && { share: needs.share }),
  });
  if (isRefusal(vote)) return vote;
  const procedureId = shortId('y', commandId);
  const taken: Extract<ProcedureEvent, { type: 'ProceduralMotionTaken' }> = {
    type: 'ProceduralMotionTaken',
    v: 1,
    data: {
      procedureId,
      kind,
      words,
      sectionId,
      ...(standingOrder !== undefined && { standingOrder }),
      ...(motionId !== undefined && { motionId }),
      ...people,
      ...(needs && { needs }),
      vote: {
        ...vote,
        entitled: room.entitled.map(({ person }) => person),
        quorate: quorumAt(meeting, moment, sectionId).quorate,
        constitutionVersion: constitution.versionId,
      },
      ...(late && { after: late.after }),
    },
  };
  return accept<Decided>(plain([taken, ...leftBehind(meeting, taken.data, late ? procedureId : undefined)]), procedureId);
}

/** The minute says `moved that` itself. */
const withoutThat = (words: string): string => words.replace(/^that /i, '');

type InWords = Pick<CommandFor<typeof TakeProceduralMotion>['data'], 'kind' | 'words' | 'standingOrder'>;

/** The words of a procedural motion: as moved, or the usual ones. */
export function wordsOf({ kind, words, standingOrder }: InWords): string | Refusal {
  if (kind === 'suspend-standing-order') {
    if (standingOrder === undefined) return refuseProcedure('procedure.which-standing-order', { field: 'standingOrder' });
    return withoutThat(words ?? `${standingOrder} be suspended`);
  }
  if (words !== undefined) return withoutThat(words);
  return kind === 'other' ? refuseProcedure('procedure.words-missing', { field: 'words' }) : WORDS[kind];
}

/** Why a motion could not have been interrupted by a procedural one; `null` where it could. */
export function interruptedBy(meeting: Meeting, kind: ProceduralKind, motionId: string | undefined): Refusal | null {
  const motion = motionId === undefined ? undefined : motionOf(meeting, motionId);
  if (motionId !== undefined && !motion) return unknownMotion(motionId);
  if (motion && !isLive(motion)) return notLive(motion);
  const live = meeting.motions.some((one) => one.sectionId === meeting.inHand && isLive(one));
  return kind === 'closure' && !motion && !live ? refuseProcedure('procedure.nothing-to-close', { field: 'kind' }) : null;
}

interface At {
  readonly meeting: Meeting;
  readonly moment: number;
  readonly sectionId: string | null;
}

function moversOf(
  { movedBy, secondedBy }: CommandFor<typeof TakeProceduralMotion>['data'],
  { meeting, moment, sectionId }: At,
): { readonly movedBy: PersonNamed; readonly secondedBy?: PersonNamed } | Refusal {
  const mover = takesPart(meeting, moment, sectionId, movedBy, 'movedBy');
  if (isRefusal(mover)) return mover;
  if (secondedBy === movedBy)
    return refuseProcedure('procedure.not-seconded', { field: 'secondedBy', detail: { movedBy: mover.person.name } });
  if (secondedBy === undefined)
    return ruleAt(meeting, moment).voting.seconder
      ? refuseProcedure('procedure.not-seconded', { field: 'secondedBy' })
      : { movedBy: mover.person };
  const seconder = takesPart(meeting, moment, sectionId, secondedBy, 'secondedBy');
  return isRefusal(seconder) ? seconder : { movedBy: mover.person, secondedBy: seconder.person };
}

function giveRuling({ data, commandId }: CommandFor<typeof GiveRuling, NoFacts>, meeting: Meeting): Decision<Decided> {
  const { kind, words, standingOrder, motionId, personId } = data;
  const late = placeOfLate(meeting, data.afterParagraph);
  if (late && isRefusal(late)) return late;
  const by = presidingAt(meeting, momentThen(meeting, late));
  if (!by) return refuseProcedure('ruling.nobody-presides');
  const motion = motionId === undefined ? undefined : motionOf(meeting, motionId);
  if (motionId !== undefined && !motion) return unknownMotion(motionId);
  if (kind === 'not-competent' && motion && !isLive(motion)) return notLive(motion);
  if (kind === 'asked-to-leave' && personId === undefined) return refuseProcedure('ruling.whom', { field: 'personId' });
  const person = personId === undefined ? undefined : attendanceOf(meeting, personId)?.person;
  if (personId !== undefined && !person) return refuseMeeting('attendance.not-recorded', { field: 'personId', detail: { personId } });
  const rulingId = shortId('u', commandId);
  const given: Extract<ProcedureEvent, { type: 'RulingGiven' }> = {
    type: 'RulingGiven',
    v: 1,
    data: {
      rulingId,
      kind,
      by,
      words,
      sectionId: late?.sectionId ?? meeting.inHand,
      ...(standingOrder !== undefined && { standingOrder }),
      ...(motionId !== undefined && { motionId }),
      ...(person && { person }),
      ...(late && { after: late.after }),
    },
  };
  return accept<Decided>([given, ...ruledOut(meeting, given.data, late ? rulingId : undefined)], rulingId);
}

function dissentFromRuling(
  { data: { rulingId, people } }: CommandFor<typeof DissentFromRuling, NoFacts>,
  meeting: Meeting,
): Decision<Decided> {
  const ruling = meeting.rulings.find((one) => one.rulingId === rulingId);
  if (!ruling) return refuseProcedure('ruling.unknown', { field: 'rulingId', detail: { rulingId } });
  const dissenters: PersonNamed[] = [];
  for (const [index, personId] of people.entries()) {
    const field = `people.${index}`;
    if (people.indexOf(personId) < index || ruling.dissents.some((one) => one.personId === personId))
      return refuseProcedure('ruling.dissented-already', { field, detail: { personId } });
    const one = takesPart(meeting, momentOf(meeting, rulingId), ruling.sectionId, personId, field);
    if (isRefusal(one)) return one;
    dissenters.push(one.person);
  }
  return accept<Decided>({ type: 'RulingDissented', v: 1, data: { rulingId, people: dissenters } });
}
