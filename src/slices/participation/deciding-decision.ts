import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { citedDecision, stepOf, unanswered, withNotice } from './deciding-steps.js';
import {
  type AgreeExistingProcess,
  type AgreeProposedProcess,
  type AskedFor,
  type RecordConsideration,
  type RefuseRequest,
} from './participation.commands.js';
import { type OutcomeProcess, type RequestEvent } from './participation.events.js';
import { CONSIDERATIONS, unconsidered } from './participation.items.js';
import { finalDetailsPeriod, representationsPeriod } from './participation.periods.js';
import { refuseParticipation } from './participation.refusals.js';
import { type ParticipationRequest } from './participation.state.js';

type Decided = Decision<RequestEvent>;

export const consider = ({ data }: AskedFor<typeof RecordConsideration>, request: ParticipationRequest, on: string): Decided =>
  accept<RequestEvent>({
    type: 'ConsiderationRecorded',
    v: 1,
    data: { ...stepOf(request, on), consideration: data.consideration, words: data.words },
  });

/** s.24(3)-(4): every matter is considered before the decision, by the day of the decision. */
function notConsidered(request: ParticipationRequest, on: string): Refusal | null {
  const until = request.considerations.filter((one) => one.on <= on);
  const names = unconsidered({ ...request, considerations: until });
  return names.length
    ? refuseParticipation('participation.considerations-missing', { detail: { missing: names.map((name) => CONSIDERATIONS[name]) } })
    : null;
}

export function refuseIt({ data, facts }: AskedFor<typeof RefuseRequest>, request: ParticipationRequest, on: string): Decided {
  const refused = notConsidered(request, on);
  if (refused) return refused;
  const decision = citedDecision(data.decision, facts.meeting);
  if (decision && isRefusal(decision)) return decision;
  const { reasons } = data;
  return withNotice(request, 'decision', on, (notice) => ({
    type: 'ParticipationRequestRefused',
    v: 1,
    data: given({ ...stepOf(request, on), reasons, decision, unanswered: unanswered(request), notice }),
  }));
}

export function agree(
  { type, data, facts }: AskedFor<typeof AgreeExistingProcess> | AskedFor<typeof AgreeProposedProcess>,
  request: ParticipationRequest,
  on: string,
): Decided {
  const refused = notConsidered(request, on);
  if (refused) return refused;
  const decision = citedDecision(data.decision, facts.meeting);
  if (decision && isRefusal(decision)) return decision;
  const { operation, bodyRole, othersRoles, reasons } = data;
  const details = { operation, bodyRole, othersRoles };
  const process: OutcomeProcess =
    type === 'AgreeExistingProcess' ? given({ kind: 'existing', ...details, stage: data.stage }) : given({ kind: 'proposed', ...details });
  const representationsDue = process.kind === 'proposed' ? representationsPeriod(on) : undefined;
  const finalDetailsDue = representationsDue && finalDetailsPeriod(representationsDue.latest!);
  const waiting = { unanswered: unanswered(request) };
  return withNotice(request, 'decision', on, (notice) => ({
    type: 'ParticipationRequestAgreed',
    v: 1,
    data: given({ ...stepOf(request, on), process, reasons, decision, representationsDue, finalDetailsDue, ...waiting, notice }),
  }));
}
