import { type DecisionPart, type DecisionStanding } from '../slices/meetings/record/decision.events.js';

/** A meeting as whoever cites it must know it. Read from its own stream, so it is never behind. */
export interface CitedMeeting {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly date: string;
  readonly opened: boolean;
  readonly cancelled: boolean;
  readonly agenda: readonly {
    readonly itemId: string;
    readonly number: string;
    readonly exempt: boolean;
    readonly withdrawn: boolean;
  }[];
  readonly decisions: readonly CitedDecision[];
}

export interface CitedDecision {
  readonly decisionId: string;
  readonly paragraph: string;
  readonly sectionHeading: string;
  readonly verb: string;
  readonly words: string;
  readonly parts: readonly DecisionPart[];
  readonly exempt: boolean;
  readonly struck: boolean;
  readonly standing: DecisionStanding;
  /** The quorum sum it was taken with, in words. */
  readonly quorum: string;
}

/** As much of a meeting, and of its decisions, as somebody's rules need. */
export type Citing<M extends keyof CitedMeeting, D extends keyof CitedDecision> = Pick<CitedMeeting, M | 'meetingId'> & {
  readonly decisions: readonly Pick<CitedDecision, D | 'decisionId' | 'paragraph' | 'struck'>[];
};

/** What a citation names a meeting's decision by: its id, or its paragraph where one decision was taken on it; a part by its letter. */
export interface DecisionNamed {
  readonly decisionId?: string | undefined;
  readonly paragraph?: string | undefined;
  readonly part?: string | undefined;
}

/** Why a citation means no decision; `detail` is what a reader needs to mend it. */
export type CitingProblem =
  | { readonly problem: 'unnamed' | 'unknown' | 'struck'; readonly detail: Readonly<Record<string, never>> }
  | { readonly problem: 'ambiguous'; readonly detail: { readonly decisions: readonly string[] } }
  | { readonly problem: 'part-unknown'; readonly detail: { readonly parts: readonly string[] } };

type Citable = Pick<CitedDecision, 'decisionId' | 'paragraph' | 'struck'> & Partial<Pick<CitedDecision, 'parts'>>;

/** The decision that is meant, or why none is. One that was struck from the minute is not meant where another fits as well. */
export function decisionMeant<D extends Citable>(
  decisions: readonly D[],
  { decisionId, paragraph, part }: DecisionNamed,
): { readonly decision: D; readonly problem?: never } | CitingProblem {
  if (decisionId === undefined && paragraph === undefined) return { problem: 'unnamed', detail: {} };
  const named = decisions.filter(
    (one) => (decisionId === undefined || one.decisionId === decisionId) && (paragraph === undefined || one.paragraph === paragraph),
  );
  const standing = named.filter(({ struck }) => !struck);
  const [only] = standing;
  if (!only) return { problem: named.length ? 'struck' : 'unknown', detail: {} };
  if (standing.length > 1) return { problem: 'ambiguous', detail: { decisions: standing.map((one) => one.decisionId) } };
  const parts = (only.parts ?? []).map(({ letter }) => letter);
  return part === undefined || parts.includes(part) ? { decision: only } : { problem: 'part-unknown', detail: { parts } };
}
