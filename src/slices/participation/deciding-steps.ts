import { type DecisionAtParagraphDto } from '../bodies/decision-named.payloads.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { type Refusal } from '../../kernel/refusal.js';
import { decisionMeant, type DecisionRef } from '../../kernel/citation.js';
import { noticeText } from './notices/texts.js';
import { given } from '../../kernel/plain.js';
import { noticeGiven } from './notices/notice.js';
import { type NoticeGiven, type NoticeKind, type RequestEvent, type RequestStep } from './participation.events.js';
import { type CitedMeeting } from './participation.facts.js';
import { refuseParticipation } from './participation.refusals.js';
import { evolveRequest, type ParticipationRequest } from './participation.state.js';

/** The data that every step of a request carries. */

export const stepOf = ({ requestId, bodyId, title }: ParticipationRequest, on: string): RequestStep => ({ requestId, bodyId, title, on });

/** The additional authorities that were asked and have not replied. */
export const unanswered = ({ authorities }: ParticipationRequest): readonly string[] =>
  authorities.filter(({ reply }) => reply === undefined).map(({ authority }) => authority);

const BEFORE_IT_IS_WRITTEN = { on: '', form: 1, sha256: '' } as const;

/** An event with the notice that is given by it: the text is that of the request as the event leaves it, and must be whole. */
export function withNotice(
  request: ParticipationRequest,
  kind: NoticeKind,
  on: string,
  event: (notice: NoticeGiven) => RequestEvent,
  authority?: string,
): Decision<RequestEvent> {
  const after = evolveRequest(request, event({ kind, ...BEFORE_IT_IS_WRITTEN }))!;
  const text = noticeText(after, { kind, on, authority });
  return typeof text === 'string' ? accept<RequestEvent>(event(noticeGiven(kind, on, text))) : text;
}

/** The meeting's decision that is cited. */
export function citedDecision(cited: DecisionAtParagraphDto | undefined, meeting: CitedMeeting | null): DecisionRef | undefined | Refusal {
  if (!cited) return undefined;
  const { meetingId, decisionId, paragraph } = cited;
  const detail = given({ meetingId, decisionId, paragraph });
  if (!meeting) return refuseParticipation('participation.meeting-unknown', { field: 'decision.meetingId', detail });
  const found = decisionMeant(meeting.decisions, { decisionId, paragraph });
  if (!found.problem) return { meetingId, decisionId: found.decision.decisionId };
  const why = found.problem === 'struck' || found.problem === 'ambiguous' ? found.problem : 'unknown';
  return refuseParticipation(`participation.decision-${why}`, { field: 'decision', detail });
}
