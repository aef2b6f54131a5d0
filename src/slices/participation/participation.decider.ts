import { dateInZone } from '../../kernel/dates.js';
import { type Decider, type Decision } from '../../kernel/decider.js';
import { type Refusal } from '../../kernel/refusal.js';
import { agree, consider, refuseIt } from './deciding-decision.js';
import { complete, establish, giveDetails, modify, publish, reportOn, represent, withdraw } from './deciding-process.js';
import {
  agreeLonger,
  correctRequest,
  askAuthority,
  declineRepeat,
  nameContacts,
  notifyMissing,
  receive,
  reply,
  supply,
  validate,
} from './deciding-receipt.js';
import { type ParticipationCommand } from './participation.commands.js';
import { type RequestEvent } from './participation.events.js';
import { refuseParticipation } from './participation.refusals.js';
import { participationHistory, type ParticipationRequest, type RecordedRequestStatus } from './participation.state.js';

export const participationDecider: Decider<ParticipationRequest | null, ParticipationCommand, RequestEvent> = {
  history: participationHistory,
  decide(command, request): Decision<RequestEvent> {
    const { body } = command.facts;
    if (!body) return refuseParticipation('participation.body-unknown');
    const on = dateInZone(command.happenedAt, body.timeZone);
    if (command.type === 'ReceiveParticipationRequest') return receive(command, on);
    if (!request) return refuseParticipation('participation.not-received', { detail: { requestId: command.target } });
    return notPossible(command.type, request, on) ?? decideStep(command, request, on);
  },
};

type Step = Exclude<ParticipationCommand['type'], 'ReceiveParticipationRequest'>;

const ENDED: readonly RecordedRequestStatus[] = ['declined', 'refused', 'reported', 'withdrawn'];

/** Refuses a step that the request's stage or last step does not allow, whatever its content. A period that has ended forbids no step. */
function notPossible(step: Step, { stage, receivedOn, settledOn }: ParticipationRequest, on: string): Refusal | null {
  if (on < receivedOn) return refuseParticipation('participation.before-it-was-received', { detail: { receivedOn, on } });
  if (step === 'NameContacts' || step === 'RecordPublication' || step === 'CorrectParticipationRequest') return null;
  const refused = ENDED.includes(stage) ? refuseParticipation('participation.ended', { detail: { stage } }) : notAtThisStatus(step, stage);
  if (refused) return refused;
  // A reply, representations and considerations may be recorded late.
  if (step === 'RecordConsideration' || step === 'RecordAuthorityReply' || step === 'RecordRepresentations' || on >= settledOn) return null;
  return refuseParticipation('participation.before-its-last-step', { detail: { lastStepOn: settledOn, on } });
}

function notAtThisStatus(
  step: Exclude<Step, 'NameContacts' | 'RecordPublication' | 'CorrectParticipationRequest'>,
  stage: RecordedRequestStatus,
): Refusal | null {
  const decided = stage !== 'received' && stage !== 'under-consideration';
  const established = stage === 'established';
  const completed = stage === 'completed';
  switch (step) {
    case 'NotifyMissingItems':
    case 'SupplyMissingItems':
    case 'ValidateRequest':
      return stage === 'received' ? null : refuseParticipation('participation.valid-already');
    case 'RecordAuthorityReply':
      return null;
    case 'DeclineAsRepeat':
      return decided ? refuseParticipation('participation.decided-already') : null;
    case 'AskAdditionalAuthority':
    case 'AgreeLongerPeriod':
    case 'RecordConsideration':
    case 'RefuseRequest':
    case 'AgreeExistingProcess':
    case 'AgreeProposedProcess':
      if (stage === 'received') return refuseParticipation('participation.not-valid');
      return decided ? refuseParticipation('participation.decided-already') : null;
    case 'RecordRepresentations':
    case 'GiveFinalDetails':
      if (stage === 'agreed-proposed') return null;
      return refuseParticipation(
        !decided || stage === 'agreed-existing' ? 'participation.not-proposed' : 'participation.details-given-already',
      );
    case 'EstablishProcess':
      if (stage === 'details-given') return null;
      if (established) return refuseParticipation('participation.established-already');
      if (completed) return refuseParticipation('participation.completed-already');
      return refuseParticipation(stage === 'agreed-existing' ? 'participation.not-proposed' : 'participation.details-not-given');
    case 'ModifyProcess':
      if (completed) return refuseParticipation('participation.completed-already');
      return established ? null : refuseParticipation('participation.not-established');
    case 'CompleteProcess':
      if (completed) return refuseParticipation('participation.completed-already');
      return established || stage === 'agreed-existing' ? null : refuseParticipation('participation.not-established');
    case 'ReportOnProcess':
      return completed ? null : refuseParticipation('participation.not-completed');
    case 'WithdrawRequest':
      return completed ? refuseParticipation('participation.completed-already') : null;
  }
}

function decideStep(
  command: Exclude<ParticipationCommand, { type: 'ReceiveParticipationRequest' }>,
  request: ParticipationRequest,
  on: string,
): Decision<RequestEvent> {
  switch (command.type) {
    case 'CorrectParticipationRequest':
      return correctRequest(command, request, on);
    case 'NameContacts':
      return nameContacts(command, request, on);
    case 'NotifyMissingItems':
      return notifyMissing(command, request, on);
    case 'SupplyMissingItems':
      return supply(command, request, on);
    case 'ValidateRequest':
      return validate(request, on);
    case 'AskAdditionalAuthority':
      return askAuthority(command, request, on);
    case 'RecordAuthorityReply':
      return reply(command, request, on);
    case 'AgreeLongerPeriod':
      return agreeLonger(command, request, on);
    case 'DeclineAsRepeat':
      return declineRepeat(command, request, on);
    case 'RecordConsideration':
      return consider(command, request, on);
    case 'RefuseRequest':
      return refuseIt(command, request, on);
    case 'AgreeExistingProcess':
    case 'AgreeProposedProcess':
      return agree(command, request, on);
    case 'RecordRepresentations':
      return represent(command, request, on);
    case 'GiveFinalDetails':
      return giveDetails(command, request, on);
    case 'EstablishProcess':
      return establish(command, request, on);
    case 'ModifyProcess':
      return modify(command, request, on);
    case 'CompleteProcess':
      return complete(request, on);
    case 'ReportOnProcess':
      return reportOn(command, request, on);
    case 'RecordPublication':
      return publish(command, request, on);
    case 'WithdrawRequest':
      return withdraw(command, request, on);
  }
}
