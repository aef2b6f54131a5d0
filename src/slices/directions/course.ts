import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { goodDecision } from './approving.js';
import { type DirectionCorrection, type DirectionEvent, type DirectionStep, type Relation, type Replacement } from './direction.events.js';
import { refuseDirection } from './direction.refusals.js';
import { clocksRunning, type Direction, directionOf, type Directions, isLive, type Issue } from './direction.state.js';
import {
  type AcknowledgeDirection,
  type AskedFor,
  type CompleteDirection,
  type CorrectDirection,
  type DirectionCommand,
  type IssueDirection,
  type ReportOnDirection,
  type ReviewDirection,
  type RevokeDirection,
} from './directions.commands.js';
import { dayOf, termsOf, unsound } from './drafting.js';

type CourseCommand = Exclude<DirectionCommand, { type: 'DraftDirection' | 'AmendDraft' | 'WithdrawDraft' | 'ApproveDirection' }>;
type Steps = DirectionStep & { readonly today: string };

/** The steps after approval. Every step but a correction needs a direction that is live. */
export function decideCourse(command: CourseCommand, direction: Direction, state: Directions, today: string): Decision<DirectionEvent> {
  const { bodyId } = direction;
  const on = ('on' in command.data ? command.data.on : undefined) ?? today;
  const step = { bodyId, direction: direction.direction, on, today };
  switch (command.type) {
    case 'CorrectDirection':
      return correct(command, direction, state, step);
    case 'RevokeDirection':
      return revoke(command, direction, step);
    case 'IssueDirection':
      return notOnThatDay(command, direction, on) ?? issue(command, direction, state, step);
    case 'AcknowledgeDirection':
      return notOnThatDay(command, direction, on) ?? acknowledge(command, direction, step);
    case 'ReportOnDirection':
      return notOnThatDay(command, direction, on) ?? report(command, direction, step);
    case 'CompleteDirection':
      return notOnThatDay(command, direction, on) ?? complete(command, direction, step);
    case 'ReviewDirection':
      return notOnThatDay(command, direction, on) ?? review(command, direction, step);
  }
}

const plain = ({ bodyId, direction, on }: Steps): DirectionStep => ({ bodyId, direction, on });

function notOnThatDay({ recordedAt, facts }: CourseCommand, { approval }: Direction, on: string): Refusal | null {
  const latest = dateInZone(recordedAt, facts.timeZone ?? 'UTC');
  if (on > latest) return refuseDirection('direction.in-the-future', { field: 'on', detail: { on, today: latest } });
  return approval && on < approval.on
    ? refuseDirection('direction.before-approval', { field: 'on', detail: { on, approvedOn: approval.on } })
    : null;
}

const beforeItsLastStep = ({ settledOn }: Direction, on: string): Refusal | null =>
  on < settledOn ? refuseDirection('direction.before-its-last-step', { field: 'on', detail: { on, lastStepOn: settledOn } }) : null;

const NOT_ASKED: Deadline = { words: '', kind: 'none', explanation: 'the body has not asked for a day' };
const HOW: Readonly<Record<Relation, Replacement>> = { supersedes: 'superseded', revises: 'revised', revokes: 'revoked' };

/** A direction that this one replaces ends at the first issue of this one. */
function issue(
  { data, facts }: AskedFor<typeof IssueDirection>,
  direction: Direction,
  state: Directions,
  step: Steps,
): Decision<DirectionEvent> {
  const { terms, exempt, issues, approval } = direction;
  const issued = new Set(issues.map(({ recipient }) => recipient));
  const asked = [...new Set(data.to ?? terms.recipients.map(({ recipient }) => recipient).filter((one) => !issued.has(one)))];
  for (const [at, recipient] of asked.entries()) {
    if (issued.has(recipient)) return refuseDirection('direction.issued-already', { field: `to.${at}`, detail: { recipient } });
    if (!terms.recipients.some((one) => one.recipient === recipient))
      return refuseDirection('direction.recipient-unknown', { field: `to.${at}`, detail: { recipient } });
  }
  if (asked.length === 0) return refuseDirection('direction.issued-already', { field: 'to' });
  const acknowledge = dayOf('acknowledgeBy', data.acknowledgeBy, data.acknowledgeByDates, step.on, facts) ?? NOT_ASKED;
  if (isRefusal(acknowledge)) return acknowledge;
  const to = terms.recipients.filter(({ recipient }) => asked.includes(recipient)).map(({ recipient, name }) => ({ recipient, name }));
  const done: DirectionEvent = {
    type: 'DirectionIssued',
    v: 1,
    data: { ...plain(step), by: data.by, to, title: terms.title, exempt, acknowledge },
  };
  const { relation } = terms;
  const before = relation?.direction === undefined ? undefined : directionOf(state, relation.direction);
  if (!relation || !before || !isLive(before) || issues.length > 0) return accept<DirectionEvent>(done);
  return (
    beforeItsLastStep(before, step.on) ??
    accept<DirectionEvent>([
      done,
      {
        type: 'DirectionReplaced',
        v: 1,
        data: {
          ...plain(step),
          direction: before.direction,
          clocks: clocksRunning(before),
          how: HOW[relation.kind],
          by: step.direction,
          byReference: approval?.reference ?? '',
        },
      },
    ])
  );
}

/** The issue to a recipient, where it was made on that day or before. */
function issuedTo({ terms, issues }: Direction, recipient: string, on: string): Issue | Refusal {
  if (!terms.recipients.some((one) => one.recipient === recipient))
    return refuseDirection('direction.recipient-unknown', { field: 'recipient', detail: { recipient } });
  const found = issues.find((one) => one.recipient === recipient);
  if (!found) return refuseDirection('direction.not-issued', { field: 'recipient', detail: { recipient } });
  return on < found.on ? refuseDirection('direction.before-issue', { field: 'on', detail: { on, issuedOn: found.on } }) : found;
}

function acknowledge({ data }: AskedFor<typeof AcknowledgeDirection>, direction: Direction, step: Steps): Decision<DirectionEvent> {
  const { recipient, by, words } = data;
  const issued = issuedTo(direction, recipient, step.on);
  if (isRefusal(issued)) return issued;
  if (issued.acknowledged)
    return refuseDirection('direction.acknowledged-already', { field: 'recipient', detail: { on: issued.acknowledged.on } });
  return accept<DirectionEvent>({ type: 'DirectionAcknowledged', v: 1, data: given({ ...plain(step), recipient, by, words }) });
}

function report({ data }: AskedFor<typeof ReportOnDirection>, direction: Direction, step: Steps): Decision<DirectionEvent> {
  const { recipient, words, measures } = data;
  const issued = issuedTo(direction, recipient, step.on);
  if (isRefusal(issued)) return issued;
  if (data.timeframeMet && (!direction.terms.timeframes || direction.timeframeMetOn !== undefined))
    return refuseDirection('direction.timeframe-unknown', { field: 'timeframeMet', detail: given({ metOn: direction.timeframeMetOn }) });
  const timeframeMet = data.timeframeMet || undefined;
  return accept<DirectionEvent>({
    type: 'DirectionReported',
    v: 1,
    data: given({ ...plain(step), recipient, words, measures, timeframeMet }),
  });
}

/** Each recipient must have been issued the direction, but need not have acknowledged it: it must comply either way (s.27). */
function complete({ data, facts }: AskedFor<typeof CompleteDirection>, direction: Direction, step: Steps): Decision<DirectionEvent> {
  const { terms, issues, bodyId } = direction;
  const missing = terms.recipients.filter(({ recipient }) => !issues.some((one) => one.recipient === recipient));
  if (missing.length) return refuseDirection('direction.not-issued', { detail: { recipients: missing.map(({ recipient }) => recipient) } });
  const refused = beforeItsLastStep(direction, step.on);
  if (refused) return refused;
  const noted = data.decision && goodDecision({ decision: data.decision, paragraph: data.paragraph }, bodyId, facts);
  if (noted && isRefusal(noted)) return noted;
  return accept<DirectionEvent>({
    type: 'DirectionCompleted',
    v: 1,
    data: given({ ...plain(step), clocks: clocksRunning(direction), words: data.words, decision: noted?.decided.decision }),
  });
}

/** The board alone revokes, on the day of the meeting that decided it (s.27). */
function revoke({ data, facts }: AskedFor<typeof RevokeDirection>, direction: Direction, step: Steps): Decision<DirectionEvent> {
  const made = goodDecision(data, direction.bodyId, facts);
  if (isRefusal(made)) return made;
  const refused = beforeItsLastStep(direction, made.on);
  if (refused) return refused;
  return accept<DirectionEvent>({
    type: 'DirectionRevoked',
    v: 1,
    data: { ...plain(step), on: made.on, clocks: clocksRunning(direction), ...made.decided, reason: data.reason },
  });
}

function review({ data, facts }: AskedFor<typeof ReviewDirection>, { terms }: Direction, step: Steps): Decision<DirectionEvent> {
  const next = dayOf('next', data.next, data.nextDates, step.on, facts);
  if (next && isRefusal(next)) return next;
  return accept<DirectionEvent>({
    type: 'DirectionReviewed',
    v: 1,
    data: given({ ...plain(step), title: terms.title, words: data.words, next }),
  });
}

/** A slip is corrected for good, even in a direction that is no longer live; its meaning is changed only by another direction. */
function correct(
  { data, facts }: AskedFor<typeof CorrectDirection>,
  direction: Direction,
  state: Directions,
  step: Steps,
): Decision<DirectionEvent> {
  const { terms, approval, end } = direction;
  if (!approval) return refuseDirection(end ? 'direction.over' : 'direction.draft-amended-instead', { field: 'direction' });
  const { exempt, reason, ...boxes } = data;
  const read = termsOf(boxes, approval.on, facts, { ...terms, review: direction.review });
  if (isRefusal(read)) return read;
  const changes: DirectionCorrection = given({ ...read, exempt });
  if (!Object.keys(changes).length) return refuseDirection('direction.nothing-given');
  const ids = (recipients: readonly { readonly recipient: string }[]): string => recipients.map(({ recipient }) => recipient).join('\n');
  if (changes.recipients && ids(changes.recipients) !== ids(terms.recipients))
    return refuseDirection('direction.recipients-fixed', { field: 'recipients' });
  return (
    unsound(direction.direction, { ...terms, ...changes, relation: undefined }, state) ??
    accept<DirectionEvent>({ type: 'DirectionCorrected', v: 1, data: { ...plain(step), changes, reason } })
  );
}
