import { sameNumber } from '../../../kernel/names.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { entryOf, momentOf, sectionTaken, voidVoteOn } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { type StepSaid } from '../events/step.events.js';
import { isStep, type StepTold } from '../record/told-anew.js';
import { tellAgain } from '../record/meeting.history.js';
import { mayNotPreside, officerMayNotPreside } from '../sederunt/chair.decider.js';
import { attendanceOf, presidingAt } from '../sederunt/room.js';
import { dissentRefused } from '../motions/deciding-dissent.js';
import { takesPart } from '../motions/entitlement.js';
import { lossDecidedOn, notReopened } from '../motions/reopening.js';
import { refuseMotion } from '../motions/motion.refusals.js';
import { motionOf, ruleAt } from '../motions/voting-order.js';
import { canBeStruck } from './step-fields.js';
import { votedSince } from './void-rules.js';
import { refuseStep } from '../record/step.refusals.js';

type Of<T> = Extract<StepTold, { type: T }>;

interface PeopleAsked {
  readonly personId: string | undefined;
  readonly movedBy: string | undefined;
  readonly secondedBy: string | undefined;
}

/** The people meant, as the sederunt names them; refused where they could not have done what the step says. */
export function meantPeople(
  meeting: Meeting,
  meant: StepTold,
  { personId, movedBy, secondedBy }: PeopleAsked,
): Pick<StepSaid, 'person' | 'movedBy' | 'secondedBy'> | Refusal {
  if (personId !== undefined) {
    const person = attendanceOf(meeting, personId)?.person;
    return person ? { person } : refuseMeeting('attendance.not-recorded', { field: 'personId', detail: { personId } });
  }
  if (meant.type === 'MotionMoved' && movedBy !== undefined) {
    const mover = tookPart(meeting, meant.data.motionId, movedBy, 'movedBy');
    return isRefusal(mover) ? mover : { movedBy: mover };
  }
  if (meant.type === 'MotionSeconded' && secondedBy !== undefined) {
    const seconder = tookPart(meeting, meant.data.motionId, secondedBy, 'secondedBy');
    return isRefusal(seconder) ? seconder : { secondedBy: seconder };
  }
  return {};
}

/** A motion is no entry of the record: whoever was entitled right before or right after the entry it follows may have moved or seconded it. */
function tookPart(meeting: Meeting, motionId: string, personId: string, field: 'movedBy' | 'secondedBy'): PersonNamed | Refusal {
  const motion = motionOf(meeting, motionId);
  if (!motion) return refuseMotion('motion.unknown', { field: 'step' });
  const other = field === 'movedBy' ? motion.secondedBy : motion.movedBy;
  if (other?.personId === personId) return refuseMotion('motion.seconded-by-mover', { field, detail: { person: other.name } });
  const place = momentOf(meeting, (field === 'movedBy' ? motion.movedAfter : motion.secondedAfter) ?? null);
  const then = takesPart(meeting, place + 1, motion.sectionId, personId, field);
  if (!isRefusal(then)) return then.person;
  const before = takesPart(meeting, place, motion.sectionId, personId, field);
  return isRefusal(before) ? then : before.person;
}

/** Why a step cannot be struck. */
export function cannotBeStruck(meeting: Meeting, meant: StepTold): Refusal | null {
  const field = 'step';
  if (!canBeStruck(meant.type)) return refuseStep('step.opening-stands', { field });
  switch (meant.type) {
    case 'ItemTaken':
      return begun(meeting, meant);
    case 'MeetingResumed': {
      const since = meeting.told.filter(({ revision }) => revision > meant.revision);
      return since.length > 0 ? refuseStep('step.happened-since', { field, detail: { since: since.map(({ type }) => type) } }) : null;
    }
    case 'MotionMoved': {
      const { motionId } = meant.data;
      const motion = motionOf(meeting, motionId);
      if (motion?.vote ?? motion?.division ?? voidVoteOn(meeting, motionId))
        return refuseStep('step.motion-voted', { field, detail: { motionId } });
      const ruled = [...meeting.procedures, ...meeting.rulings].find(
        (one) => one.motionId === motionId && !entryOf(meeting, 'rulingId' in one ? one.rulingId : one.procedureId)?.struck,
      );
      if (ruled) return refuseStep('step.motion-ruled-on', { field, detail: { motionId } });
      const amendment = meeting.motions.find(({ amends }) => amends === motionId);
      return amendment
        ? refuseStep('step.motion-amended', { field, detail: { amendment: amendment.motionId } })
        : lossDecidedOn(meeting, [motionId]);
    }
    case 'MotionSeconded': {
      const motion = motionOf(meeting, meant.data.motionId);
      const open = motion && ['moved', 'withdrawn', 'fallen'].includes(motion.status);
      const put = motion && (!open || voidVoteOn(meeting, motion.motionId));
      const needed = motion && ruleAt(meeting, momentOf(meeting, motion.movedAfter) + 1).voting.seconder;
      return put && needed ? refuseStep('step.motion-voted', { field, detail: { motionId: motion.motionId } }) : null;
    }
    case 'MotionWithdrawn':
    case 'MotionFell': {
      const fallen = goesWith(meeting, meant).flatMap((one) => (one.type === 'MotionFell' ? [one.data.motionId] : []));
      return notReopened(meeting, meant.data.motionId, fallen);
    }
    case 'AgendaItemWithdrawn': {
      const item = meeting.agenda.find(({ itemId }) => itemId === meant.data.itemId);
      const other =
        item && meeting.agenda.find((one) => one !== item && one.withdrawn === undefined && sameNumber(one.number, item.number));
      return other ? refuseMeeting('agenda.number-taken', { field, detail: { number: other.number } }) : null;
    }
    case 'MinuteReceived':
    case 'NextMeetingAgreed':
    case 'OrderOfBusinessChanged':
    case 'MeetingOpened':
    case 'ChairTaken':
    case 'InterestDeclared':
    case 'QuorumDeclared':
    case 'MeetingAdjourned':
    case 'MeetingContinuedInformally':
    case 'PublicExcluded':
    case 'PublicReadmitted':
    case 'MeetingConcluded':
    case 'DissentRecorded':
    case 'RulingDissented':
    case 'MembershipEnded':
      return null;
    case 'VoteDeclaredVoid':
    case 'ElectionVoteDeclaredVoid':
    case 'ProceduralVoteDeclaredVoid':
      return votedSince(meeting, meant);
    case 'ProceduralMotionTaken':
      return lossDecidedOn(meeting, [meant.data.procedureId]);
    case 'RulingGiven':
      return null;
  }
}

/** An item that was taken once only, and of which something is recorded. */
function begun(meeting: Meeting, { revision, data: { sectionId } }: Of<'ItemTaken'>): Refusal | null {
  const again = meeting.told.some((one) => one.type === 'ItemTaken' && one.data.sectionId === sectionId && one.revision !== revision);
  if (again) return null;
  const entries = meeting.entries.filter((one) => one.sectionId === sectionId && one.struck === undefined).map(({ entryId }) => entryId);
  const motions = meeting.motions.filter((one) => one.sectionId === sectionId).map(({ motionId }) => motionId);
  const interests = meeting.interests.filter(({ itemId }) => itemId === sectionId).map(({ person }) => person.name);
  return entries.length + motions.length + interests.length > 0
    ? refuseStep('step.item-begun', { field: 'step', detail: { entries, motions, interests } })
    : null;
}

/** The steps that are struck with a step, first the last: the resumption from an adjournment; amendments that fell with their motion. */
export function goesWith(meeting: Meeting, meant: StepTold): readonly StepTold[] {
  const later = meeting.told.filter(isStep).filter(({ revision }) => revision > meant.revision);
  if (meant.type === 'MeetingAdjourned') {
    const next = later.find(({ type }) => type === 'MeetingResumed' || type === 'MeetingAdjourned');
    return next?.type === 'MeetingResumed' ? [next] : [];
  }
  if (meant.type !== 'MotionWithdrawn' && meant.type !== 'MotionFell') return [];
  const { motionId } = meant.data;
  const under = (id: string): boolean => {
    const above = motionOf(meeting, id)?.amends;
    return above !== undefined && (above === motionId || under(above));
  };
  return meeting.told
    .filter(isStep)
    .filter((one) => one.type === 'MotionFell' && one.commandId === meant.commandId && under(one.data.motionId))
    .reverse();
}

/** What would be made impossible by the correction, of what the record says; votes and parts taken are judged with the room. */
export function beliedBy(meeting: Meeting, changed: Meeting, meant: StepTold, now: StepSaid): Refusal | null {
  return ofItself(changed, meant, now) ?? castingVoteBelied(meeting, changed);
}

/** What a step itself may not say. People who moved and seconded are judged where they are named. */
function ofItself(changed: Meeting, meant: StepTold, now: StepSaid): Refusal | null {
  const { type, data } = meant;
  if (type === 'ChairTaken') {
    if (!now.person) return null;
    const { personId } = now.person;
    return data.untilElected ? officerMayNotPreside(changed, personId, data) : mayNotPreside(changed, personId, data);
  }
  if (type === 'InterestDeclared') return interestBelied(changed, data, now);
  if (type === 'ItemTaken') {
    const { number } = now;
    const twice = changed.sections.filter((one) => number !== undefined && sameNumber(one.number, number));
    return twice.length > 1 ? refuseMeeting('section.number-taken', { field: 'number', detail: { number } }) : null;
  }
  return type === 'DissentRecorded' && now.person ? dissentBelied(changed, meant, now.person) : null;
}

function interestBelied(changed: Meeting, data: Of<'InterestDeclared'>['data'], now: StepSaid): Refusal | null {
  const { itemId = data.itemId } = now;
  if (now.person && attendanceOf(changed, now.person.personId)?.as === 'apologies')
    return refuseMeeting('interest.not-attending', { field: 'personId', detail: { person: now.person.name } });
  if (!sectionTaken(changed, itemId) && !changed.agenda.some((item) => item.itemId === itemId))
    return refuseMeeting('agenda.no-such-item', { field: 'itemId', detail: { itemId } });
  return null;
}

/** A dissent is judged as though it were recorded of that person for the first time. */
function dissentBelied(changed: Meeting, meant: Of<'DissentRecorded'>, { personId }: PersonNamed): Refusal | null {
  const without = tellAgain(changed.told.filter(({ revision }) => revision !== meant.revision));
  const { motionId, decisionId } = meant.data;
  return dissentRefused({ personId, motionId, decisionId }, without);
}

/** Only whoever presides gives a casting vote. */
function castingVoteBelied(meeting: Meeting, changed: Meeting): Refusal | null {
  const presided = (then: Meeting, { entryId, person }: CastingVoteGiven): boolean =>
    presidingAt(then, momentOf(then, entryId))?.personId === person.personId;
  const belied = castingVotes(changed).find((one) => !presided(changed, one) && presided(meeting, one));
  return belied
    ? refuseStep('step.casting-vote-given', { field: 'step', detail: { voteId: belied.entryId, person: belied.person.name } })
    : null;
}

interface CastingVoteGiven {
  /** The vote, or the division between proposals. */
  readonly entryId: string;
  readonly person: PersonNamed;
}

const castingVotes = ({ motions, divisions }: Meeting): readonly CastingVoteGiven[] => [
  ...motions.flatMap(({ vote }) => (vote?.castingVote ? [{ entryId: vote.voteId, person: vote.castingVote.person }] : [])),
  ...divisions.flatMap(({ divisionId, castingVote }) => (castingVote ? [{ entryId: divisionId, person: castingVote.person }] : [])),
];
