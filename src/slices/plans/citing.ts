import { type DecisionNamedDto } from '../bodies/decision-named.payloads.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { given } from '../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { deadlineFrom } from '../calendars/calendars.words.js';
import { decisionMeant } from '../../kernel/citation.js';
import { type DecisionCited } from './plan.events.js';
import { type PlanFacts } from './plan.facts.js';
import { refusePlan } from './plan.refusals.js';

/** The decision a command names, as its meeting's record has it. */
export function citedIn(named: DecisionNamedDto, bodyId: string, { meeting }: PlanFacts): DecisionCited | Refusal {
  const { meetingId, decisionId, paragraph, part } = named;
  if (!meeting) return refusePlan('plan.meeting-unknown', { field: 'decision.meetingId', detail: { meetingId } });
  if (meeting.bodyId !== bodyId)
    return refusePlan('plan.decision-of-another-body', { field: 'decision.meetingId', detail: { bodyId: meeting.bodyId } });
  const found = decisionMeant(meeting.decisions, named);
  if (found.problem === 'unnamed') return refusePlan('plan.decision-missing', { field: 'decision' });
  if (found.problem === 'part-unknown') return refusePlan('plan.part-unknown', { field: 'decision.part', detail: found.detail });
  if (found.problem)
    return refusePlan(`plan.decision-${found.problem}`, {
      field: decisionId === undefined ? 'decision.paragraph' : 'decision.decisionId',
      detail: given({ meetingId, paragraph, ...found.detail }),
    });
  const { decision } = found;
  const cited = { meetingId, decisionId: decision.decisionId, paragraph: decision.paragraph, part, meetingDate: meeting.date };
  return given(cited);
}

/** The ground of a step, and the day the step counts from: the day given, else the day of its decision, else the day of the command. */
export interface Ground {
  readonly on: string;
  readonly decision?: DecisionCited;
}

export function groundOf(
  { on, decision }: { readonly on?: string; readonly decision?: DecisionNamedDto },
  bodyId: string,
  today: string,
  facts: PlanFacts,
): Ground | Refusal {
  const cited = decision && citedIn(decision, bodyId, facts);
  if (cited && isRefusal(cited)) return cited;
  const meetingDate = cited?.meetingDate;
  const counts = on ?? meetingDate ?? today;
  if (counts > today) return refusePlan('plan.later-than-now', { field: 'on', detail: { on: counts, today } });
  if (meetingDate !== undefined && counts < meetingDate)
    return refusePlan('plan.before-its-decision', { field: 'on', detail: { on: counts, meetingDate } });
  return { on: counts, ...(cited ? { decision: cited } : {}) };
}

/** The deadline of the words, with the clerk's own dates where they are given. */
export const itemDeadline = (
  words: string | undefined,
  dates: DueDatesDto | undefined,
  saidOn: string,
  { meetings, holidays, diaries = [] }: PlanFacts,
  field = 'dueDates.latest',
): Deadline | Refusal =>
  deadlineFrom(words, dates, { saidOn, meetings, holidays, diaries }) ?? refusePlan('plan.dates-reversed', { field });
