import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type Meeting } from '../record/meeting.state.js';
import { entryOf, momentOf } from '../record/entries.js';
import { constitutionAt } from '../sederunt/room.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { shareToRescind } from '../motions/rescinding.js';
import { type DecisionAsItStands, type DecisionEvent, type DecisionFacts, type QuorumSum } from '../events/decision.events.js';
import { refuseDecision } from './decision.refusals.js';
import { type RecordDecisionDto } from './decision.payloads.js';

/** The earlier decisions a decision ratifies (homologates), declines to ratify, rescinds or supersedes. */

interface About {
  readonly data: Pick<RecordDecisionDto, 'ratifies' | 'declinesToRatify' | 'rescinds' | 'supersedes' | 'motionId'>;
  readonly facts: DecisionFacts;
  readonly meeting: Meeting;
  readonly moment: number;
  readonly quorum: QuorumSum;
  readonly by: DecisionRef;
}

export const sameDecision = (a: DecisionRef, b: DecisionRef): boolean => a.meetingId === b.meetingId && a.decisionId === b.decisionId;

/** Every decision that a command ratifies, declines to ratify, rescinds or supersedes, of this meeting or others. */
export const decisionsNamed = ({
  ratifies = [],
  declinesToRatify = [],
  rescinds = [],
  supersedes = [],
}: About['data']): readonly DecisionRef[] =>
  [...ratifies, ...declinesToRatify, ...rescinds, ...supersedes].map(({ meetingId, decisionId }) => ({ meetingId, decisionId }));

export function consequences(about: About): readonly DecisionEvent[] | Refusal {
  const { data, by, facts } = about;
  if (facts.behind) return refuseDecision('decision.register-behind');
  const named = decisionsNamed(data);
  const events: DecisionEvent[] = [];
  const each = (
    name: 'ratifies' | 'declinesToRatify' | 'rescinds' | 'supersedes',
    check: Check,
    event: (decision: DecisionRef, index: number) => DecisionEvent,
  ) => {
    for (const [index, { meetingId, decisionId }] of (data[name] ?? []).entries()) {
      const ref = { meetingId, decisionId };
      const field = `${name}.${index}`;
      if (named.filter((one) => sameDecision(one, ref)).length > 1) return refuseDecision('decision.ref-twice', { field, detail: ref });
      const found = earlier(ref, field, about);
      if (isRefusal(found)) return found;
      const refused = check(found, field, about);
      if (refused) return refused;
      events.push(event(ref, index));
    }
    return null;
  };
  const refused =
    each('ratifies', cannotBeRatified('ratified'), (decision) => ({ type: 'DecisionRatified', v: 1, data: { decision, by } })) ??
    each('declinesToRatify', cannotBeRatified('declined'), (decision, index) => ({
      type: 'RatificationDeclined',
      v: 1,
      data: { decision, by, reason: data.declinesToRatify?.[index]?.reason ?? '' },
    })) ??
    each('rescinds', cannotBeRescinded, (decision) => ({ type: 'DecisionRescinded', v: 1, data: { decision, by } })) ??
    each('supersedes', cannotBeUndone, (decision) => ({ type: 'DecisionSuperseded', v: 1, data: { decision, by } }));
  return refused ?? events;
}

type Check = (found: DecisionAsItStands, field: string, about: About) => Refusal | null;

/** A decision of the same body, taken before, and still in the record. */
function earlier(ref: DecisionRef, field: string, { facts, meeting, moment }: About): DecisionAsItStands | Refusal {
  const found = facts.decisions.find(({ decision }) => sameDecision(decision, ref));
  const detail = { ...ref };
  if (!found || found.struck) return refuseDecision('decision.ref-unknown', { field, detail });
  if (found.bodyId !== meeting.bodyId)
    return refuseDecision('decision.ref-elsewhere', { field, detail: { ...detail, body: found.bodyId } });
  const own = ref.meetingId === meeting.meetingId;
  const isLater = own ? !entryOf(meeting, ref.decisionId) || momentOf(meeting, ref.decisionId) >= moment : found.meetingDate > meeting.date;
  if (isLater)
    return refuseDecision('decision.ref-later', { field, detail: { ...detail, takenOn: found.meetingDate, thisMeeting: meeting.date } });
  const undone = found.rescindedBy ?? found.supersededBy;
  return undone ? refuseDecision('decision.gone', { field, detail: { ...detail, by: undone } }) : found;
}

const cannotBeRatified =
  (as: 'ratified' | 'declined'): Check =>
  ({ decision, standing, ratification }, field, { meeting, quorum }) => {
    const detail = { ...decision, standing };
    if (standing !== 'informal') return refuseDecision('decision.not-informal', { field, detail });
    const outcome = meeting.ratified.findLast((one) => sameDecision(one.decision, decision))?.outcome ?? ratification?.outcome;
    if (outcome === 'ratified') return refuseDecision('decision.ratified-already', { field, detail: { ...detail, by: ratification?.by } });
    if (outcome === 'declined' && as === 'declined') return refuseDecision('decision.declined-already', { field, detail });
    return quorum.quorate === true
      ? null
      : refuseDecision('decision.ratified-without-quorum', {
          field,
          detail: { ...decision, quorate: quorum.quorate, quorum: quorum.explanation },
        });
  };

const cannotBeUndone: Check = ({ decision }, field, { quorum }) =>
  quorum.quorate === false
    ? refuseDecision('decision.undone-without-quorum', { field, detail: { ...decision, quorum: quorum.explanation } })
    : null;

const cannotBeRescinded: Check = (found, field, about) => {
  const { meeting, moment, data } = about;
  const informal = cannotBeUndone(found, field, about);
  if (informal) return informal;
  const rule = constitutionAt(meeting, moment)?.voting;
  const share = rule && shareToRescind(rule, found.meetingDate, meeting.date);
  if (!share) return null;
  const motion = meeting.motions.find(({ motionId }) => motionId === data.motionId);
  if (motion?.status === 'carried' && motion.rescinds && sameDecision(motion.rescinds, found.decision)) return null;
  return refuseDecision('decision.rescinding-needs-motion', {
    field,
    detail: { ...found.decision, takenOn: found.meetingDate, withinMonths: rule?.rescinding?.withinMonths, share },
  });
};
