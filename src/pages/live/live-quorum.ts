import { type QuorumSum } from '../../slices/meetings/events/decision.events.js';
import { type Meeting, inForceAt, now, quorumNow, sumAt } from '../../slices/meetings/meetings.words.js';

/** The quorum for the item in hand, which the page keeps in sight. */
export interface QuorumView {
  /** `true` quorate, `false` lost, `null` not known. */
  readonly stands: boolean | null;
  /** `6 of 9 voting seats present, 5 needed` */
  readonly sum: string;
  readonly declaredLost: boolean;
  /** True if the quorum is lost by the sum, and nobody has declared it lost. */
  readonly undeclared: boolean;
  /** True if the quorum was declared lost, and the sum is met again. */
  readonly metAgain: boolean;
  readonly informally: boolean;
}

export function quorumView(meeting: Meeting): QuorumView {
  const stands: QuorumSum = quorumNow(meeting);
  const sum = sumAt(meeting, now(meeting), meeting.inHand);
  const declaredLost = stands.declared && stands.quorate === false;
  const last = inForceAt(meeting, meeting.adjournments, now(meeting));
  return {
    stands: stands.quorate,
    sum: sum.explanation,
    declaredLost,
    undeclared: stands.quorate === false && !stands.declared,
    metAgain: declaredLost && sum.quorate === true,
    informally: stands.quorate !== true && last?.kind === 'continued-informally',
  };
}
