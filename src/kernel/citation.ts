import { sameNumber } from './names.js';
import { isDate } from './dates.js';

/** A decision in any meeting: `meetingId` and the decision's id there. */
export interface DecisionRef {
  /** The meeting that took the decision, `body/meeting`. */
  readonly meetingId: string;
  /** The id of the decision at that meeting. */
  readonly decisionId: string;
}

export interface DecisionPart {
  /** `a`, `b`, ... without brackets. */
  readonly letter: string;
  /** The words of the part, without its letter. */
  readonly text: string;
}

/** Whether a letter names a part, whatever its capitals: a citation writes them as it likes. */
export const isPart = (letter: string, named: string): boolean => letter.toLowerCase() === named.toLowerCase();

/** `informal`: taken without a quorum, awaiting ratification. `not-stated`: the quorum rule is not in the record and nobody declared it lost. */
export type DecisionStanding = 'quorate' | 'informal' | 'not-stated';

/** What a citing record must know of the meeting it cites. Read from the meeting's own stream, so never behind. */
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
  /** The actions agreed in discussion. */
  readonly agreed: readonly CitedAgreement[];
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
  /** The quorum sum the decision was taken with, in words. */
  readonly quorum: string;
}

/** An action agreed in discussion, as the minute of its meeting has it. */
export interface CitedAgreement {
  readonly actionId: string;
  /** The number of the paragraph at which it was agreed; `null` in an item that has none. */
  readonly paragraph: string | null;
  readonly sectionHeading: string;
  /** What is to be done: in words of its own, or those of the paragraph. */
  readonly words: string;
  /** Who is to do it, as the minute names them. */
  readonly who: readonly string[];
  /** The organisation, where all who are to do it are of one by the sederunt. */
  readonly organisation?: string;
  /** By when, in the words used; empty where nothing was said. */
  readonly due: string;
  readonly struck: boolean;
}

/** The fields `M` of a meeting, and `D` of its decisions, that a rule about citing needs. */
export type Citing<M extends keyof CitedMeeting, D extends keyof CitedDecision> = Pick<CitedMeeting, M | 'meetingId'> & {
  readonly decisions: readonly Pick<CitedDecision, D | 'decisionId' | 'paragraph' | 'struck'>[];
};

/** How a citation names a decision of a meeting: by its id, or by its paragraph if only one decision stands on it; a part by its letter. */
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

/** The decision a citation means, or why it means none. A struck decision is passed over if another one fits as well. */
export function decisionMeant<D extends Citable>(
  decisions: readonly D[],
  { decisionId, paragraph, part }: DecisionNamed,
): { readonly decision: D; readonly problem?: never } | CitingProblem {
  if (decisionId === undefined && paragraph === undefined) return { problem: 'unnamed', detail: {} };
  const named = decisions.filter(
    (one) =>
      (decisionId === undefined || one.decisionId === decisionId) && (paragraph === undefined || sameNumber(one.paragraph, paragraph)),
  );
  const standing = named.filter(({ struck }) => !struck);
  const [only] = standing;
  if (!only) return { problem: named.length ? 'struck' : 'unknown', detail: {} };
  if (standing.length > 1) return { problem: 'ambiguous', detail: { decisions: standing.map((one) => one.decisionId) } };
  const parts = (only.parts ?? []).map(({ letter }) => letter);
  return part === undefined || parts.some((one) => isPart(one, part)) ? { decision: only } : { problem: 'part-unknown', detail: { parts } };
}

/** A reference back to a paragraph of an earlier minute, which may not be in the record here, or not exist at all. */
export interface Citation {
  /** The citation's text, as the record words it. */
  readonly words: string;
  /** Where in the text the words begin, in UTF-16 code units. */
  readonly at: number;
  /** The day of the meeting cited. */
  readonly meetingDate: string;
  /** The number of the paragraph cited. */
  readonly paragraph: string;
  /** `c` of `paragraph 10(c)`. */
  readonly part?: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const CITATION = new RegExp(
  String.raw`\b(?:paragraph|para\.?)\s*(\d{1,3}(?:\.\d{1,3}){0,3})\s{0,2}(?:\(([a-z]{1,2}|\d{1,2})\))?\s+of\s+the\s+Minutes?\b[^.;:\n]{0,120}?\b(\d{1,2})(?:st|nd|rd|th)?\s+(${MONTHS.join('|')}),?\s+(\d{4})\b`,
  'gi',
);

/**
 * Finds `paragraph 10(c) of the Minute of Meeting of 8 March 2015` and the like. A date that does not exist cites nothing;
 * whether the meeting and the paragraph exist is for the reader of the link to find.
 */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].flatMap((match): Citation[] => {
    const [words, paragraph = '', part, day = '', month = '', year] = match;
    const meetingDate = `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDate(meetingDate)) return [];
    return [{ words, at: match.index, meetingDate, paragraph, ...(part === undefined ? {} : { part: part.toLowerCase() }) }];
  });
}
