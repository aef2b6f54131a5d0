import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decider, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { entryOf, momentOf } from '../record/entries.js';
import { quorumAt, standingFor } from '../sederunt/room.js';
import { notRecordable, notSitting } from '../rules/meeting-guards.js';
import { type DecisionEvent, type DecisionOutcome } from '../events/decision.events.js';
import { refuseDecision } from './decision.refusals.js';
import { type CorrectDecision, type DecisionCommand, type RecordDecisionCommand } from './decisions.commands.js';
import { decisionPlace } from './decision-place.js';
import { cannotRestOnLoss, decisionWords, motionThatWon } from './decision-words.js';
import { decisionRead } from './parse-decision.js';
import { type DecisionOutcomeDto } from './decision.payloads.js';
import { consequences } from './about-decisions.js';

/**
 * Decisions, on the meeting's own stream: whether one is quorate or informal follows from who was in the room at its place in the record.
 * A clerk may record late: until the minute is signed.
 */
export const decisionDecider: Decider<Meeting, DecisionCommand, DecisionEvent> = {
  history: meetingHistory,
  read(id, meeting) {
    const decision = meeting.decisions.find(({ decisionId }) => decisionId === id);
    return decision && decisionRead(decision);
  },
  decide(command, meeting) {
    const refused = notRecordable(meeting);
    if (refused) return refused;
    switch (command.type) {
      case 'RecordDecision':
        return recordDecision(command, meeting);
      case 'CorrectDecision':
        return correctDecision(command, meeting);
    }
  },
};

function recordDecision({ data, facts, commandId }: RecordDecisionCommand, meeting: Meeting): Decision<DecisionEvent> {
  const decisionId = data.decisionId ?? shortId('d', commandId);
  if (entryOf(meeting, decisionId)) return refuseDecision('decision.id-taken', { field: 'decisionId', detail: { decisionId } });
  const adjourned = data.paragraph === undefined ? notSitting(meeting) : null;
  if (adjourned) return adjourned;
  const place = decisionPlace(meeting, data.paragraph);
  if (isRefusal(place)) return place;
  const { section, after, paragraphId, paragraph } = place;
  const moment = momentOf(meeting, after) + 1;
  const unlost = cannotRestOnLoss(data, meeting);
  if (unlost) return unlost;
  const worded = decisionWords(data, meeting, moment);
  if (isRefusal(worded)) return worded;
  const motionId = data.motionId ?? motionThatWon(data.divisionId, meeting);
  const outcome = outcomeOf(data.outcome);
  if (isRefusal(outcome)) return outcome;
  const quorum = quorumAt(meeting, moment, section.sectionId);
  const standing = standingFor(quorum);
  const then = consequences({
    data: { ...data, ...(motionId !== undefined && { motionId }) },
    facts,
    meeting,
    moment,
    quorum,
    by: { meetingId: meeting.meetingId, decisionId },
  });
  if (isRefusal(then)) return then;
  return accept<DecisionEvent>(
    [
      {
        type: 'DecisionRecorded',
        v: 1,
        data: {
          decisionId,
          meetingId: meeting.meetingId,
          bodyId: meeting.bodyId,
          meetingDate: meeting.date,
          sectionId: section.sectionId,
          sectionHeading: section.heading,
          paragraphId,
          paragraph,
          after,
          ...worded,
          outcome,
          ...(motionId === undefined ? {} : { motionId }),
          ...(data.divisionId === undefined ? {} : { divisionId: data.divisionId }),
          ...(data.onLossOf === undefined ? {} : { onLossOf: data.onLossOf }),
          standing,
          quorum,
          exempt: data.exempt ?? meeting.agenda.some(({ itemId, exempt }) => itemId === section.itemId && exempt !== undefined),
        },
      },
      ...then,
    ],
    decisionId,
  );
}

function outcomeOf(said: DecisionOutcomeDto | undefined): DecisionOutcome | Refusal {
  const { kind, to, meetingId } = said ?? { kind: 'resolved' as const };
  const misfit =
    meetingId !== undefined && kind !== 'minute-approved'
      ? 'meetingId'
      : to !== undefined && kind !== 'remitted' && kind !== 'continued'
        ? 'to'
        : null;
  if (misfit) return refuseDecision('decision.outcome-misfit', { field: `outcome.${misfit}`, detail: { kind } });
  switch (kind) {
    case 'resolved':
      return { kind };
    case 'remitted':
      return to === undefined ? refuseDecision('decision.remitted-to-nobody', { field: 'outcome.to' }) : { kind, to };
    case 'continued':
      return { kind, ...(to === undefined ? {} : { to }) };
    case 'minute-approved':
      return { kind, ...(meetingId === undefined ? {} : { meetingId }) };
  }
}

function correctDecision({ data }: CommandFor<typeof CorrectDecision>, meeting: Meeting): Decision<DecisionEvent> {
  const { decisionId, reason, words, parts, exempt } = data;
  const decision = meeting.decisions.find((one) => one.decisionId === decisionId);
  if (!decision || entryOf(meeting, decisionId)?.struck)
    return refuseDecision('decision.unknown', { field: 'decisionId', detail: { decisionId } });
  if (words === undefined && parts !== undefined) return refuseDecision('decision.words-missing', { field: 'words' });
  const worded = words === undefined ? decision : decisionWords({ words, parts }, meeting, momentOf(meeting, decisionId));
  if (isRefusal(worded)) return worded;
  const { verb, words: lead, parts: lettered } = worded;
  const same = lead === decision.words && JSON.stringify(lettered) === JSON.stringify(decision.parts);
  const found = exempt === undefined || exempt === decision.exempt ? null : exempt;
  if (same && found === null) return refuseDecision('decision.nothing-changed', { field: 'words' });
  return accept<DecisionEvent>(
    [
      ...(same ? [] : [{ type: 'DecisionCorrected', v: 1, data: { decisionId, verb, words: lead, parts: lettered, reason } } as const]),
      ...(found === null ? [] : [{ type: 'DecisionExemptionFound', v: 1, data: { decisionId, exempt: found, because: reason } } as const]),
    ],
    decisionId,
  );
}
