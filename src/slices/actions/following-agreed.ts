import { earlier, longDate } from '../../kernel/dates.js';
import { type CitedAgreement } from '../../kernel/citation.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { given } from '../../kernel/plain.js';
import { isRefusal } from '../../kernel/refusal.js';
import { type ActionAsAgreed, type ActionEvent } from './action.events.js';
import { type ActionFacts, type MeetingFacts } from './action.facts.js';
import { refuseAction } from './action.refusals.js';
import { type Action, type ActionAgreed } from './action.state.js';
import { type AskedFor, type FollowAgreedAction } from './actions.commands.js';
import { deadlineOf } from './raising.js';
import { bodyIdOf } from '../../kernel/record-id.js';

/**
 * Raises an action as the minute of its meeting has it now, or sets what the minute says otherwise than when the action followed it last. What
 * was recorded of the action itself since, such as a transfer, stands where the minute has not changed. `today`: of the command.
 */
export function followAgreed(
  { target, data, facts }: AskedFor<typeof FollowAgreedAction>,
  action: Action | null,
  today: string,
): Decision<ActionEvent> {
  const { meetingId, because } = data;
  const { meeting } = facts;
  const agreed = meeting?.agreed?.find(({ actionId }) => `${meeting.bodyId}/${actionId}` === target);
  const source = action?.source;
  if (!meeting || !agreed || (source && (source.kind !== 'discussion' || source.meetingId !== meetingId)))
    return refuseAction('action.not-agreed', { field: 'meetingId', detail: { meetingId } });
  if (!action) return agreed.struck ? refuseAction('action.agreed-in-error') : raised(target, agreed, meeting, facts, today);
  const step = { actionId: target, bodyId: action.bodyId, on: action.raisedOn };
  if (action.standing === 'struck') return refuseAction('action.struck');
  if (agreed.struck) return accept<ActionEvent>({ type: 'ActionStruck', v: 1, data: { ...step, because } });
  const before = action.agreed;
  const now = agreedIn(agreed);
  const differs = (field: keyof ActionAgreed): boolean => JSON.stringify(now[field]) !== JSON.stringify(before?.[field]);
  const due = differs('due') ? deadlineOf(agreed.due, undefined, meeting.date, facts) : undefined;
  if (due && isRefusal(due)) return due;
  const fields = (['words', 'officers', 'organisation', 'item'] as const).filter((field) => now[field] !== undefined && differs(field));
  const changes: ActionAsAgreed = { ...Object.fromEntries(fields.map((field) => [field, now[field]])), ...(due && { due }) };
  if (Object.keys(changes).length === 0) return refuseAction('action.as-agreed-already');
  return accept<ActionEvent>({ type: 'ActionSetAsAgreed', v: 1, data: { ...step, changes, because } });
}

const agreedIn = ({ words, who, organisation, sectionHeading, due }: CitedAgreement): ActionAgreed =>
  given({ words, officers: who, organisation, item: { title: sectionHeading }, due });

function raised(target: string, agreed: CitedAgreement, meeting: MeetingFacts, facts: ActionFacts, today: string): Decision<ActionEvent> {
  const { words, officers, organisation, item } = agreedIn(agreed);
  const due = deadlineOf(agreed.due, undefined, meeting.date, facts);
  if (isRefusal(due)) return due;
  return accept<ActionEvent>({
    type: 'ActionRaised',
    v: 1,
    data: given({
      actionId: target,
      bodyId: bodyIdOf(target),
      // A meeting that was opened before its day may agree an action before it.
      on: earlier(meeting.date, today),
      source: given({
        kind: 'discussion' as const,
        meetingId: meeting.meetingId,
        entryId: agreed.actionId,
        paragraph: agreed.paragraph ?? undefined,
        heading: longDate(meeting.date),
        meetingDate: meeting.date,
      }),
      item,
      words,
      organisation,
      officers,
      due,
      exempt: false,
    }),
  });
}
