import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { goodDecision, notReplaceable, referenceFor } from './approving.js';
import { decideCourse } from './course.js';
import { type DirectionEvent, type DirectionTerms } from './direction.events.js';
import { refuseDirection } from './direction.refusals.js';
import { type Direction, directionOf, type Directions, directionsHistory, isLive, statusOf } from './direction.state.js';
import {
  type AmendDraft,
  type ApproveDirection,
  type AskedFor,
  type DirectionCommand,
  type DraftDirection,
} from './directions.commands.js';
import { termsOf, unsound } from './drafting.js';

/** Addresses of the log that an id must not stand for. */
const RESERVED = ['gaps', 'performance'];

export const directionDecider: Decider<Directions, DirectionCommand, DirectionEvent> = {
  history: directionsHistory,
  decide(command, state): Decision<DirectionEvent> {
    const { target: bodyId, facts, data } = command;
    if (facts.timeZone === null) return refuseDirection('direction.body-unknown', { detail: { bodyId } });
    const today = dateInZone(command.happenedAt, facts.timeZone);
    if (command.type === 'DraftDirection') return draft(command, state, today);
    const direction = directionOf(state, data.direction);
    if (!direction) return refuseDirection('direction.not-found', { field: 'direction', detail: { bodyId, direction: data.direction } });
    switch (command.type) {
      case 'AmendDraft':
        return notADraft(direction) ?? amend(command, direction, state, today);
      case 'WithdrawDraft':
        return (
          notADraft(direction) ??
          accept<DirectionEvent>({
            type: 'DirectionDraftWithdrawn',
            v: 1,
            data: { bodyId, direction: direction.direction, on: today, reason: command.data.reason },
          })
        );
      case 'ApproveDirection':
        return notADraft(direction) ?? approve(command, direction, state);
      case 'IssueDirection':
      case 'AcknowledgeDirection':
      case 'ReportOnDirection':
      case 'CompleteDirection':
      case 'RevokeDirection':
      case 'ReviewDirection':
        return notLive(direction) ?? decideCourse(command, direction, state, today);
      case 'CorrectDirection':
        return decideCourse(command, direction, state, today);
    }
  },
};

const notADraft = (direction: Direction): Refusal | null =>
  statusOf(direction) === 'drafted' ? null : refuseDirection('direction.not-a-draft', { detail: { state: statusOf(direction) } });

function notLive(direction: Direction): Refusal | null {
  if (isLive(direction)) return null;
  const { end } = direction;
  if (!end) return refuseDirection('direction.not-approved', { detail: { state: statusOf(direction) } });
  return refuseDirection('direction.over', { detail: given({ state: end.how, on: end.on, by: end.by }) });
}

function draft({ target: bodyId, data, facts }: AskedFor<typeof DraftDirection>, state: Directions, on: string): Decision<DirectionEvent> {
  const { direction } = data;
  if (RESERVED.includes(direction)) return refuseDirection('direction.id-reserved', { field: 'direction' });
  if (directionOf(state, direction)) return refuseDirection('direction.id-taken', { field: 'direction', detail: { direction } });
  const read = termsOf(data, on, facts);
  if (isRefusal(read)) return read;
  const terms = { reports: [], ...read } as unknown as DirectionTerms;
  return (
    unsound(direction, terms, state) ??
    accept<DirectionEvent>({ type: 'DirectionDrafted', v: 1, data: { bodyId, direction, on, terms } }, direction)
  );
}

function amend(
  { target: bodyId, data, facts }: AskedFor<typeof AmendDraft>,
  { direction, terms }: Direction,
  state: Directions,
  on: string,
): Decision<DirectionEvent> {
  const changes = termsOf(data, on, facts, terms);
  if (isRefusal(changes)) return changes;
  const without = data.without ?? [];
  if (!Object.keys(changes).length && !without.length) return refuseDirection('direction.nothing-given');
  const kept = Object.fromEntries(Object.entries(terms).filter(([name]) => !(without as readonly string[]).includes(name)));
  return (
    unsound(direction, { ...kept, ...changes } as unknown as DirectionTerms, state) ??
    accept<DirectionEvent>({ type: 'DirectionDraftAmended', v: 1, data: { bodyId, direction, on, changes, without } })
  );
}

/** Approved by the board's decision (ss.26, 27) on the day of the meeting that took it, under the format of references of that day. */
function approve(
  { target: bodyId, data, facts }: AskedFor<typeof ApproveDirection>,
  draft: Direction,
  state: Directions,
): Decision<DirectionEvent> {
  const made = goodDecision(data, bodyId, facts);
  if (isRefusal(made)) return made;
  const refused = notReplaceable(draft, made.on, state);
  if (refused) return refused;
  const numbered = referenceFor(data.reference, made.on, facts, state);
  if (isRefusal(numbered)) return numbered;
  const { title, recipients, timeframes, review } = draft.terms;
  const { reference } = numbered;
  return accept<DirectionEvent>(
    {
      type: 'DirectionApproved',
      v: 1,
      data: given({
        bodyId,
        direction: draft.direction,
        on: made.on,
        reference,
        ...made.decided,
        standing: made.standing,
        exempt: false,
        title,
        recipients: recipients.map(({ name }) => name),
        timeframes,
        review,
      }),
    },
    reference,
  );
}
