import { addDays, dateInZone, longDate } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { given } from '../../kernel/plain.js';
import { bodyIdOf } from '../../kernel/record-id.js';
import { type PersonNamed, type RequisitionRule } from '../bodies/bodies.words.js';
import { type RequisitionEvent, type RequisitionSum } from './requisition.events.js';
import { type RequisitionFacts, type RequisitionMember } from './requisition.facts.js';
import { refuseRequisition } from './requisition.refusals.js';
import { type Requisition, requisitionHistory, standingOf } from './requisition.state.js';
import {
  type AnswerRequisition,
  type JoinRequisition,
  type ReceiveRequisition,
  type RequisitionAskedFor,
  type RequisitionCommand,
} from './requisitions.commands.js';

/** Too few members are flagged, never refused: who else signs may join, and the clock begins on the day on which enough have. */
export const requisitionDecider: Decider<Requisition | null, RequisitionCommand, RequisitionEvent> = {
  history: requisitionHistory,
  decide(command, requisition): Decision<RequisitionEvent> {
    const { timeZone, meeting } = command.facts;
    if (timeZone === null) return refuseRequisition('requisition.no-rule');
    const today = dateInZone(command.happenedAt, timeZone);
    const held = command.type === 'AnswerRequisition' && command.data.how === 'held' && meeting?.opened ? meeting.date : undefined;
    const on = command.data.on ?? held ?? today;
    if (on > today) return refuseRequisition('requisition.later-than-now', { field: 'on', detail: { on, today } });
    if (command.type === 'ReceiveRequisition')
      return requisition ? refuseRequisition('requisition.received-already') : receive(command, on);
    if (!requisition) return refuseRequisition('requisition.not-received', { detail: { requisitionId: command.target } });
    if (on < requisition.receivedOn)
      return refuseRequisition('requisition.before-it-was-received', { field: 'on', detail: { on, receivedOn: requisition.receivedOn } });
    return decideStep(command, requisition, on);
  },
};

function receive({ target, data, facts }: RequisitionAskedFor<typeof ReceiveRequisition>, on: string): Decision<RequisitionEvent> {
  const { askedBy, business } = data;
  const twice = firstTwice(askedBy);
  if (twice >= 0) return refuseRequisition('requisition.signed-twice', { field: `askedBy.${twice}.personId` });
  if (!facts.asked) return refuseRequisition('requisition.no-rule', { field: 'on', detail: { on } });
  const { rule, members } = facts.asked;
  const sum = sumOf(askedBy, rule, members);
  const due = sum.enough ? deadlineOf(rule, on) : undefined;
  const named = { requisitionId: target, bodyId: bodyIdOf(target), on };
  return accept<RequisitionEvent>({ type: 'RequisitionReceived', v: 1, data: given({ ...named, askedBy, business, rule, sum, due }) });
}

const firstTwice = (people: readonly PersonNamed[]): number =>
  people.findIndex(({ personId }, index) => people.findIndex((one) => one.personId === personId) !== index);

/** Only members count, and where the rule says so only those who vote. Of a part of a member the rule asks for a whole one. */
export function sumOf(askedBy: readonly PersonNamed[], { share, of }: RequisitionRule, all: readonly RequisitionMember[]): RequisitionSum {
  const members = all.filter(({ voting }) => of === 'members' || voting);
  const counts = ({ personId }: PersonNamed): boolean => members.some((one) => one.personId === personId);
  const asked = askedBy.filter(counts).length;
  const needed = Math.ceil((members.length * share.numerator) / share.denominator);
  const notCounted = askedBy.filter((one) => !counts(one)).map(({ name }) => name);
  return { asked, of: members.length, needed, enough: asked >= needed && asked > 0, notCounted };
}

/** So many days after the day of receipt, which does not count. */
export function deadlineOf({ days, until, source }: RequisitionRule, on: string): Deadline {
  const words = `within ${days} days`;
  const latest = addDays(on, days);
  return {
    words,
    kind: 'date',
    latest,
    explanation: `the meeting is to be ${until} ${words} of ${longDate(on)} (${source}): by ${longDate(latest)}`,
  };
}

type Step = Exclude<RequisitionCommand, { type: 'ReceiveRequisition' }>;

function decideStep(command: Step, requisition: Requisition, on: string): Decision<RequisitionEvent> {
  const { requisitionId, bodyId, ended, answer } = requisition;
  const step = { requisitionId, bodyId, on };
  if (command.type === 'ReopenRequisition')
    return ended || answer
      ? accept<RequisitionEvent>({ type: 'RequisitionReopened', v: 1, data: { ...step, reason: command.data.reason } })
      : refuseRequisition('requisition.open-already');
  if (ended) return refuseRequisition('requisition.ended', { detail: { on: ended.on, reason: ended.reason } });
  switch (command.type) {
    case 'JoinRequisition':
      return join(command, requisition, on);
    case 'AnswerRequisition':
      return answered(command, requisition, on);
    case 'EndRequisition':
      return accept<RequisitionEvent>({ type: 'RequisitionEnded', v: 1, data: { ...step, reason: command.data.reason } });
  }
}

function join(
  { data, facts }: RequisitionAskedFor<typeof JoinRequisition>,
  requisition: Requisition,
  on: string,
): Decision<RequisitionEvent> {
  const { requisitionId, bodyId, rule } = requisition;
  const all = [...requisition.askedBy, ...data.askedBy];
  const twice = firstTwice(all) - requisition.askedBy.length;
  if (twice >= 0) return refuseRequisition('requisition.signed-twice', { field: `askedBy.${twice}.personId` });
  if (!facts.asked) return refuseRequisition('requisition.no-rule', { field: 'on', detail: { on } });
  const sum = sumOf(all, rule, facts.asked.members);
  const due = sum.enough && !requisition.sum.enough ? deadlineOf(rule, on) : undefined;
  const { askedBy } = data;
  return accept<RequisitionEvent>({ type: 'RequisitionJoined', v: 1, data: given({ requisitionId, bodyId, on, askedBy, sum, due }) });
}

function answered(
  { data, facts }: RequisitionAskedFor<typeof AnswerRequisition>,
  requisition: Requisition,
  on: string,
): Decision<RequisitionEvent> {
  const { atMeeting, how } = data;
  const { requisitionId, bodyId, rule, sum } = requisition;
  const field = 'atMeeting';
  const { meeting }: RequisitionFacts = facts;
  if (standingOf(requisition) === 'met')
    return refuseRequisition('requisition.met-already', { detail: { atMeeting: requisition.answer?.atMeeting } });
  if (!meeting) return refuseRequisition('requisition.meeting-unknown', { field, detail: { meetingId: atMeeting } });
  if (how === 'held' && !meeting.opened) return refuseRequisition('requisition.meeting-not-held', { field });
  if (!sum.enough) return refuseRequisition('requisition.too-few', { detail: { ...sum, source: rule.source } });
  const meets = how === 'held' || rule.until === 'called';
  return accept<RequisitionEvent>({ type: 'RequisitionAnswered', v: 1, data: { requisitionId, bodyId, on, atMeeting, how, meets } });
}
