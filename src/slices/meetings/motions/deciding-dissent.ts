import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { entryOf, momentOf } from '../record/entries.js';
import { unknownMotion } from './deciding-motions.js';
import { takesPart } from './entitlement.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { refuseMotion } from './motion.refusals.js';
import { type RecordDissent } from './motions.commands.js';

type Asked = Pick<CommandFor<typeof RecordDissent>['data'], 'motionId' | 'decisionId'> & {
  readonly personId: string;
  /** The field that names the person, where it is not `personId`. */
  readonly field?: string;
};

/** An event for each, so that the dissent of one is put right without those of the others. */
export function recordDissent({ data }: CommandFor<typeof RecordDissent>, meeting: Meeting): Decision<MotionEvent> {
  const { motionId, decisionId, personId, people } = data;
  const alone = personId === undefined ? [] : [{ personId, field: 'personId' }];
  const named = people?.map((one, index) => ({ personId: one, field: `people.${index}` })) ?? alone;
  if (named.length === 0) return refuseMotion('dissent.whom', { field: 'people' });
  const events: MotionEvent[] = [];
  for (const [index, one] of named.entries()) {
    const dissenter = dissenterOf({ ...one, motionId, decisionId }, meeting);
    if ('accepted' in dissenter) return dissenter;
    if (named.findIndex((other) => other.personId === one.personId) < index)
      return refuseMotion('dissent.recorded-already', { field: one.field, detail: { personId: one.personId } });
    events.push({
      type: 'DissentRecorded',
      v: 1,
      data: {
        person: dissenter.person,
        ...(motionId === undefined ? {} : { motionId }),
        ...(decisionId === undefined ? {} : { decisionId }),
      },
    });
  }
  return accept<MotionEvent>(events);
}

/** Why a dissent could not be recorded; `null` where it could. */
export function dissentRefused(asked: Asked, meeting: Meeting): Refusal | null {
  const dissenter = dissenterOf(asked, meeting);
  return 'accepted' in dissenter ? dissenter : null;
}

/** A dissent is judged as of the vote or the decision: whoever had left or withdrawn by then took no part in it. */
function dissenterOf(
  { personId, motionId, decisionId, field = 'personId' }: Asked,
  meeting: Meeting,
): { readonly person: PersonNamed } | Refusal {
  if ((motionId === undefined) === (decisionId === undefined))
    return refuseMotion('dissent.of-what', { field: motionId === undefined ? 'motionId' : 'decisionId' });
  const decision = meeting.decisions.find((one) => one.decisionId === decisionId);
  if (decisionId !== undefined && (!decision || entryOf(meeting, decisionId)?.struck))
    return refuseMotion('dissent.decision-unknown', { field: 'decisionId', detail: { decisionId } });
  const ofMotion = motionId ?? decision?.motionId;
  const motion = meeting.motions.find((one) => one.motionId === ofMotion);
  if (ofMotion !== undefined && !motion) return unknownMotion(ofMotion);
  const division = meeting.divisions.find(({ divisionId }) => divisionId === motion?.division?.divisionId);
  const refused = motion && hasNoDissent(motion, division, personId, field);
  if (refused) return refused;
  if (meeting.dissents.some((one) => one.person.personId === personId && sameMatter(meeting, one, ofMotion, decisionId)))
    return refuseMotion('dissent.recorded-already', { field, detail: { personId } });
  const voteId = motion?.vote?.voteId ?? division?.divisionId;
  const [entryId, sectionId] =
    motion && voteId !== undefined ? [voteId, motion.sectionId] : [decision?.decisionId ?? null, decision?.sectionId ?? ''];
  return takesPart(meeting, momentOf(meeting, entryId), sectionId, personId, field);
}

function hasNoDissent(
  { motionId, status, vote }: Motion,
  division: DivisionTakenData | undefined,
  personId: string,
  field: string,
): Refusal | null {
  const votedFor = refuseMotion('dissent.voted-for', { field, detail: { personId } });
  if (status === 'carried' && !vote && division)
    return division.votes.some((one) => one.person.personId === personId && one.proposalId === motionId) ? votedFor : null;
  if (status !== 'carried' || !vote) return refuseMotion('dissent.nothing-carried', { field: 'motionId', detail: { motionId, status } });
  if (vote.method === 'consent')
    return refuseMotion('dissent.by-consent', { field: 'motionId', detail: { motionId, voteId: vote.voteId } });
  const voted = vote.votes.find(({ person }) => person.personId === personId);
  return voted?.option === 'yes' ? votedFor : null;
}

const sameMatter = (meeting: Meeting, one: Meeting['dissents'][number], motionId?: string, decisionId?: string): boolean => {
  const ofMotion = one.motionId ?? meeting.decisions.find((decision) => decision.decisionId === one.decisionId)?.motionId;
  return (motionId !== undefined && ofMotion === motionId) || (decisionId !== undefined && one.decisionId === decisionId);
};
