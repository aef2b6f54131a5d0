import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decider, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { fell, momentThen, placeOfLate } from '../motions/deciding-motions.js';
import { circumstancesAt } from '../motions/entitlement.js';
import { refuseMotion } from '../motions/motion.refusals.js';
import { shareFor } from '../motions/rescinding.js';
import { ruleAt } from '../motions/voting-order.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { momentOf, restingOn } from '../record/entries.js';
import { notSitting } from '../rules/meeting-guards.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { type MotionEvent } from '../events/motion.events.js';
import { quorumAt } from '../sederunt/room.js';
import { type DivisionTakenData, type Proposal, type ProposalOutcome } from '../votes/division.events.js';
import { cannotBeDivided, leftBeside, motionsIn, unsecondedBeside } from './between.js';
import { countDivision } from './counting.js';
import { type DivisionDto } from './division.payloads.js';
import { refuseDivision } from './division.refusals.js';
import { type CorrectDivision, type DivisionCommand, type TakeDivision } from './divisions.commands.js';

/** Divisions between proposals, decided on the meeting's own stream, as votes on one motion are. */
export const divisionDecider: Decider<Meeting, DivisionCommand, MotionEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notSitting(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'TakeDivision':
        return takeDivision(command, meeting);
      case 'CorrectDivision':
        return correctDivision(command, meeting);
    }
  },
};

function takeDivision({ data, facts, commandId }: CommandFor<typeof TakeDivision, DecisionFacts>, meeting: Meeting): Decision<MotionEvent> {
  const motions = motionsIn(data.proposals, meeting);
  if ('accepted' in motions) return motions;
  const late = placeOfLate(meeting, data.afterParagraph, motions.at(-1));
  if (late && 'accepted' in late) return late;
  const sectionId = motions[0]?.sectionId ?? late?.sectionId ?? meeting.inHand;
  if (sectionId === null) return refuseMotion('motion.no-item-in-hand');
  const refused = cannotBeDivided(motions, data.proposals, meeting);
  if (refused) return refused;
  const about = { divisionId: shortId('v', commandId), sectionId, motions, moment: momentThen(meeting, late) };
  const division = divided(data, about, meeting, facts);
  if ('accepted' in division) return division;
  return accept<MotionEvent>(
    [
      ...unsecondedBeside(motions, meeting).map((one) => fell(one, 'nobody seconded it')),
      { type: 'DivisionTaken', v: 1, data: { ...division, ...(late && { after: late.after }) } },
    ],
    about.divisionId,
  );
}

/** The division is counted again with the room and the constitution at its moment, as the record has them now. */
function correctDivision({ data, facts }: CommandFor<typeof CorrectDivision, DecisionFacts>, meeting: Meeting): Decision<MotionEvent> {
  const { divisionId, reason } = data;
  const was = meeting.divisions.find((one) => one.divisionId === divisionId);
  if (!was) return refuseDivision('division.unknown', { field: 'divisionId', detail: { divisionId } });
  const motions = motionsIn(data.proposals, meeting);
  if ('accepted' in motions) return motions;
  const ids = (of: readonly { readonly proposalId: string }[]): string =>
    of
      .map(({ proposalId }) => proposalId)
      .toSorted()
      .join(' ');
  if (ids(data.proposals) !== ids(was.proposals))
    return refuseDivision('division.other-proposals', {
      field: 'proposals',
      detail: { proposals: was.proposals.map(({ proposalId }) => proposalId) },
    });
  const about = { divisionId, sectionId: was.sectionId, motions, moment: momentOf(meeting, divisionId) };
  const found = divided(data, about, meeting, facts);
  if ('accepted' in found) return found;
  const same = found.winner === was.winner;
  const division = same ? { ...found, proposals: found.proposals.map((one) => withOutcome(one, was)) } : found;
  const refused = same ? null : cannotTurn(was, motions, meeting);
  return refused ?? accept<MotionEvent>({ type: 'DivisionCorrected', v: 1, data: { divisionId, division, reason } });
}

/** What became of a proposal does not change where the same one won: those it was put against then may be settled since. */
const withOutcome = (proposal: Proposal, was: DivisionTakenData): Proposal => ({
  ...proposal,
  outcome: was.proposals.find(({ proposalId }) => proposalId === proposal.proposalId)?.outcome ?? proposal.outcome,
});

/** What was done on the outcome of a division keeps it from being turned into another. */
function cannotTurn({ divisionId }: DivisionTakenData, motions: readonly Motion[], meeting: Meeting): Refusal | null {
  const motionIds = motions.map(({ motionId }) => motionId);
  const resting = restingOn(meeting, divisionId, motionIds);
  const field = 'divisionId';
  if (resting) return refuseDivision('division.decision-rests-on-it', { field, detail: { decisionId: resting.decisionId } });
  const later = motions.find(
    ({ division, vote, status }) =>
      division?.divisionId !== divisionId || vote !== undefined || status === 'withdrawn' || status === 'fallen',
  );
  return later ? refuseDivision('division.followed', { field, detail: { motionId: later.motionId } }) : null;
}

interface About {
  readonly divisionId: string;
  readonly sectionId: string;
  readonly motions: readonly Motion[];
  readonly moment: number;
}

function divided(recorded: DivisionDto, about: About, meeting: Meeting, facts: DecisionFacts): DivisionTakenData | Refusal {
  const { divisionId, sectionId, motions, moment } = about;
  const constitution = ruleAt(meeting, moment);
  const { voting } = constitution;
  if (facts.behind) return refuseMotion('motion.register-behind');
  const [rescinding, another] = motions.filter(({ rescinds }) => rescinds !== undefined);
  if (another) return refuseDivision('division.rescinds-twice', { field: 'proposals', detail: { motionId: another.motionId } });
  const share = shareFor(rescinding, facts, voting, meeting.date);
  const room = circumstancesAt(meeting, moment, sectionId);
  const counted = countDivision(recorded, {
    ...room,
    rule: voting,
    appointment: motions.some(({ appointment }) => appointment),
    needs: voting.between?.needs ?? 'most-votes',
    rescinds: rescinding?.motionId,
    ...(share && { share }),
  });
  if ('accepted' in counted) return counted;
  const { counts, ...settled } = counted;
  const goesOn = leftBeside(motions, meeting).length > 0;
  const outcome = (proposalId: string): ProposalOutcome => {
    if (settled.winner === undefined) return 'undecided';
    if (settled.winner !== proposalId) return 'lost';
    return goesOn ? 'goes-on' : 'carried';
  };
  return {
    divisionId,
    sectionId,
    method: recorded.method,
    proposals: recorded.proposals.map(({ proposalId, words }, index) => ({
      proposalId,
      ...(words !== undefined && { words }),
      ...(counts[index] !== undefined && { count: counts[index] }),
      outcome: outcome(proposalId),
    })),
    ...settled,
    entitled: room.entitled.map(({ person }) => person),
    quorate: quorumAt(meeting, moment, sectionId).quorate,
    constitutionVersion: constitution.versionId,
  };
}
