import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type ActionCorrection, type ActionEvent, type ActionNamed } from './action.events.js';
import { refuseAction } from './action.refusals.js';
import { followAgreed } from './following-agreed.js';
import { type Action, actionHistory, awaitsApproval } from './action.state.js';
import {
  type ActionCommand,
  type AskedFor,
  type CorrectAction,
  type GiveApprovalElsewhere,
  type NoteActionComplete,
  type RaiseAction,
  type TransferAction,
} from './actions.commands.js';
import { deadlineOf, findDecision, originOf } from './raising.js';
import { bodyIdOf } from '../../kernel/record-id.js';

export const actionDecider: Decider<Action | null, ActionCommand, ActionEvent> = {
  history: actionHistory,
  decide(command, action): Decision<ActionEvent> {
    const { timeZone } = command.facts;
    if (timeZone === null) return refuseAction('action.body-unknown');
    const today = dateInZone(command.happenedAt, timeZone);
    if (command.type === 'RaiseAction') return raise(command, today);
    if (command.type === 'FollowAgreedAction') return followAgreed(command, action, today);
    if (!action) return refuseAction('action.not-raised', { detail: { actionId: command.target } });
    const on = (command.type === 'NoteActionComplete' && command.facts.meeting?.date) || today;
    const refused = command.type === 'NoteActionComplete' ? notByThatMeeting(command, action) : null;
    return refused ?? notPossible(command.type, action, on) ?? decideStep(command, action, on);
  },
};

/** The steps an action in this standing allows; every other step is refused, and the refusal names what to do first. */
function notPossible(step: Step['type'], { standing, raisedOn, settledOn }: Action, on: string): Refusal | null {
  if (standing === 'struck') return refuseAction('action.struck');
  const early = { raisedOn, lastStepOn: settledOn, on };
  if (on < raisedOn)
    return refuseAction(step === 'NoteActionComplete' ? 'action.meeting-too-early' : 'action.before-it-was-raised', { detail: early });
  switch (step) {
    case 'CorrectAction':
    case 'GiveApprovalElsewhere':
      return null;
    case 'ReopenAction':
      if (standing === 'open') return refuseAction('action.open-already');
      break;
    case 'ReportProgress':
    case 'TransferAction':
      if (standing === 'noted-complete') return refuseAction('action.noted-complete');
      if (standing === 'declined') return refuseAction('action.declined');
      return null;
    case 'NoteActionComplete':
      if (standing === 'noted-complete') return refuseAction('action.noted-complete');
      break;
    case 'ExtendAction':
    case 'ReportActionComplete':
    case 'DeclineAction':
      if (standing !== 'open') return refuseAction(`action.${standing}`);
      break;
  }
  if (on >= settledOn) return null;
  return refuseAction(step === 'NoteActionComplete' ? 'action.meeting-too-early' : 'action.before-its-last-step', { detail: early });
}

function raise({ target, data, facts }: AskedFor<typeof RaiseAction>, today: string): Decision<ActionEvent> {
  const bodyId = bodyIdOf(target);
  const origin = originOf(data.source, bodyId, today, facts);
  if (isRefusal(origin)) return origin;
  const { source, on } = origin;
  const item = data.item ?? origin.item;
  const words = data.words ?? origin.words;
  if (!item) return refuseAction('action.source-missing', { field: 'item' });
  if (words === undefined) return refuseAction('action.source-missing', { field: 'words' });
  const due = deadlineOf(data.due, data.dueDates, source.meetingDate ?? on, facts);
  if (isRefusal(due)) return due;
  const named: ActionNamed = { actionId: target, bodyId };
  const approval = data.approvalElsewhere;
  const { organisation, officers, exempt = false } = data;
  const approvalElsewhere = approval && { by: approval.by };
  const raised: ActionEvent = {
    type: 'ActionRaised',
    v: 1,
    data: given({ ...named, on, source, item: given(item), words, organisation, officers, due, approvalElsewhere, exempt }),
  };
  if (approval?.on === undefined) return accept<ActionEvent>(raised);
  if (approval.on < on) return refuseAction('action.before-it-was-raised', { field: 'approvalElsewhere.on' });
  return accept<ActionEvent>([raised, { type: 'ApprovalElsewhereGiven', v: 1, data: { ...named, on: approval.on, by: approval.by } }]);
}

type Step = Exclude<ActionCommand, { type: 'RaiseAction' | 'FollowAgreedAction' }>;

function decideStep(command: Step, action: Action, on: string): Decision<ActionEvent> {
  const { actionId, bodyId } = action;
  const step = { actionId, bodyId, on };
  switch (command.type) {
    case 'ReportProgress': {
      const { words, reportedBy } = command.data;
      return accept<ActionEvent>({ type: 'ProgressReported', v: 1, data: given({ ...step, words, reportedBy }) });
    }
    case 'ExtendAction': {
      const due = deadlineOf(command.data.due, command.data.dueDates, on, command.facts);
      if (isRefusal(due)) return due;
      return accept<ActionEvent>({ type: 'ActionExtended', v: 1, data: { ...step, due, reason: command.data.reason } });
    }
    case 'TransferAction':
      return transfer(command, action, step);
    case 'ReportActionComplete': {
      const { words, reportedBy } = command.data;
      return accept<ActionEvent>({ type: 'ActionReportedComplete', v: 1, data: given({ ...step, words, reportedBy }) });
    }
    case 'NoteActionComplete':
      return note(command, action, step);
    case 'ReopenAction':
      return accept<ActionEvent>({ type: 'ActionReopened', v: 1, data: { ...step, reason: command.data.reason } });
    case 'DeclineAction': {
      const { reason, declinedBy } = command.data;
      return accept<ActionEvent>({ type: 'ActionDeclined', v: 1, data: given({ ...step, reason, declinedBy }) });
    }
    case 'GiveApprovalElsewhere':
      return approve(command, action, step);
    case 'CorrectAction':
      return correct(command, action, step);
  }
}

type StepNamed = ActionNamed & { readonly on: string };

function transfer({ data }: AskedFor<typeof TransferAction>, action: Action, step: StepNamed): Decision<ActionEvent> {
  const { organisation, officers, reason } = data;
  const same = (organisation === undefined || organisation === action.organisation) && officers.join('\n') === action.officers.join('\n');
  if (same) return refuseAction('action.nothing-given', { field: 'officers' });
  return accept<ActionEvent>({ type: 'ActionTransferred', v: 1, data: given({ ...step, organisation, officers, reason }) });
}

/** Only a meeting of the body, and only one that was held, takes an action off the tracker. */
function notByThatMeeting({ data, facts: { meeting } }: AskedFor<typeof NoteActionComplete>, { bodyId }: Action): Refusal | null {
  if (!meeting) return refuseAction('action.meeting-unknown', { field: 'atMeeting', detail: { meetingId: data.atMeeting } });
  if (meeting.bodyId !== bodyId)
    return refuseAction('action.meeting-of-another-body', { field: 'atMeeting', detail: { bodyId: meeting.bodyId } });
  return meeting.opened ? null : refuseAction('action.meeting-not-opened', { field: 'atMeeting' });
}

function note({ data, facts: { meeting } }: AskedFor<typeof NoteActionComplete>, action: Action, step: StepNamed): Decision<ActionEvent> {
  const { atMeeting, decisionId, paragraph } = data;
  if (awaitsApproval(action)) return refuseAction('action.awaiting-approval', { detail: { by: action.approvalElsewhere?.by } });
  if (!meeting || (decisionId === undefined && paragraph === undefined))
    return accept<ActionEvent>({ type: 'ActionNotedComplete', v: 1, data: { ...step, atMeeting } });
  const decision = findDecision(meeting, { decisionId, paragraph }, decisionId === undefined ? 'paragraph' : 'decisionId');
  if (isRefusal(decision)) return decision;
  const by = { meetingId: meeting.meetingId, decisionId: decision.decisionId };
  return accept<ActionEvent>({ type: 'ActionNotedComplete', v: 1, data: { ...step, atMeeting, decision: by } });
}

function approve({ data }: AskedFor<typeof GiveApprovalElsewhere>, action: Action, step: StepNamed): Decision<ActionEvent> {
  const { by, words } = data;
  if (!action.approvalElsewhere) return refuseAction('action.approval-not-needed');
  if (!awaitsApproval(action)) return refuseAction('action.approval-given-already', { detail: { on: action.approvalElsewhere.given?.on } });
  const on = data.on ?? step.on;
  if (on < action.raisedOn) return refuseAction('action.before-it-was-raised', { field: 'on', detail: { raisedOn: action.raisedOn } });
  return accept<ActionEvent>({ type: 'ApprovalElsewhereGiven', v: 1, data: given({ ...step, on, by, words }) });
}

function correct({ data, facts }: AskedFor<typeof CorrectAction>, action: Action, step: StepNamed): Decision<ActionEvent> {
  const { words, organisation, officers, item, exempt, reason } = data;
  let due: ActionCorrection['due'];
  if (data.due !== undefined || data.dueDates !== undefined) {
    const read = deadlineOf(data.due ?? action.due.words, data.dueDates, action.dueSaidOn, facts);
    if (isRefusal(read)) return read;
    due = read;
  }
  const changes: ActionCorrection = given({ words, organisation, officers, item, due, exempt });
  if (!Object.keys(changes).length) return refuseAction('action.nothing-given');
  return accept<ActionEvent>({ type: 'ActionCorrected', v: 1, data: { ...step, changes, reason } });
}
