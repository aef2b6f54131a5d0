import { type DecisionPart, type DecisionStanding, type DecisionRef } from '../../../kernel/citation.js';
import { type MinuteStyle, type PersonNamed } from '../../bodies/bodies.words.js';
import { type Hearing, type HearingKind } from '../events/discussion.events.js';
import { type MeetingMode } from '../events/meeting.events.js';
import { type VoteTakenData } from '../events/motion.events.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { type ElectionData } from '../votes/election.events.js';
import { type MinuteCorrection } from '../events/minute.events.js';
import { type MinuteStatus } from '../agenda/views/meeting-register/meeting-register.projection.js';

/** A minute as data: what the text and the HTML are printed from, and what is answered as JSON. Dates and times as the body's clock shows them. */
export interface MinuteDocument {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly title: string;
  readonly date: string;
  readonly time?: string;
  readonly place?: string;
  readonly mode: MeetingMode;
  /** The style by which the minute looks and reads. */
  readonly style: MinuteStyle;
  /** Where it has actions agreed in discussion, by that style. */
  readonly actionsShown: NonNullable<MinuteStyle['actions']>;
  readonly status: Exclude<MinuteStatus, 'none'>;
  /** The number of drafts circulated. */
  readonly drafts: number;
  /** `MINUTE of MEETING of the ... held in ... on 3 March 2016 at 2.00pm.` */
  readonly opening: string;
  readonly sederunt: {
    readonly present: readonly SederuntEntry[];
    readonly apologies: readonly SederuntEntry[];
    readonly inAttendance: readonly SederuntEntry[];
    /** Of a joint meeting, those present by the body they sit for, and its quorum when the meeting began; whoever has a seat in two stands under both. */
    readonly bodies?: readonly SederuntOfBody[];
  };
  /** Notes before the first item. */
  readonly preamble: readonly MinuteNote[];
  readonly sections: readonly MinuteSection[];
  /** `The meeting concluded at 4.15 p.m.` */
  readonly conclusion: string | null;
  readonly approval: { readonly by: DecisionRef; readonly atMeeting: string; readonly corrections: readonly MinuteCorrection[] } | null;
  readonly signature: {
    readonly personId: string;
    readonly name: string;
    readonly atMeeting: string;
    /** Instant, ISO 8601 UTC. */
    readonly at: string;
    readonly hash: string;
    readonly algorithm: 'sha-256';
  } | null;
  /** Corrections that later meetings recorded after the minute was signed. */
  readonly corrections: readonly { readonly by: DecisionRef; readonly atMeeting: string; readonly correction: MinuteCorrection }[];
  /** True where items taken in private are left out. */
  readonly withoutExempt: boolean;
}

export interface SederuntOfBody {
  readonly bodyId: string;
  readonly bodyName: string;
  readonly present: readonly SederuntEntry[];
  /** `Quorum: 5 of 8 voting seats present, 4 needed.` */
  readonly quorum: string;
}

export interface SederuntEntry {
  readonly personId: string;
  readonly name: string;
  readonly organisation?: string;
  readonly role?: string;
  readonly seatId?: string;
  readonly substituteFor?: string;
  readonly how: 'in-room' | 'remote';
  /** The words printed after the name: `(to para.6.1)`; empty for somebody there throughout, or whom the record does not mark. */
  readonly note: string;
}

export interface MinuteSection {
  readonly sectionId: string;
  readonly number: string;
  readonly heading: string;
  /** Business before the first item: printed without its number. */
  readonly beforeItems?: true;
  readonly itemId?: string;
  /** Paragraph of Schedule 7A to the 1973 Act under which the item was taken in private. */
  readonly exempt?: string;
  readonly entries: readonly MinuteEntry[];
}

export type MinuteEntry =
  MinuteParagraph | MinuteDecision | MinuteAction | MinuteHearing | MinuteVote | MinuteDivision | MinuteElection | MinuteNote;

export interface MinuteParagraph {
  readonly kind: 'paragraph';
  readonly entryId: string;
  readonly number: string;
  /** False for a section's only paragraph, which is printed without its number. */
  readonly numbered: boolean;
  readonly heading?: string;
  readonly text: string;
}

export interface MinuteDecision {
  readonly kind: 'decision';
  readonly entryId: string;
  readonly paragraph: string;
  readonly verb: string;
  readonly words: string;
  readonly parts: readonly DecisionPart[];
  readonly standing: DecisionStanding;
  /** Taken without a quorum: the decision binds nobody until a quorate meeting ratifies it. */
  readonly informal: boolean;
  readonly motionId?: string;
  /** The motion, amendment or procedural motion on whose loss it rests. */
  readonly onLossOf?: string;
  /** What was lost, as a sentence, where that is not told right above. */
  readonly loss?: string;
  /** Who asked that their dissent be recorded, as a sentence; where that was later, a note of its own says so. */
  readonly dissent?: string;
}

/** An action agreed in discussion. Whether and where it is printed, the style says. */
export interface MinuteAction {
  readonly kind: 'action';
  readonly entryId: string;
  /** The paragraph at which it was agreed; `null` in an item that has none. */
  readonly paragraph: string | null;
  readonly people: readonly PersonNamed[];
  readonly others: readonly string[];
  /** The initials of those of the sederunt, and the words for anybody else: `JS, AB, the Trust`. */
  readonly who: string;
  /** Absent where the paragraph says it. */
  readonly words?: string;
  readonly due?: string;
}

/** A question, a petition or a deputation. */
export interface MinuteHearing extends Omit<Hearing, 'kind'> {
  readonly kind: 'hearing';
  readonly entryId: string;
  readonly about: HearingKind;
  /** The decision that says what was resolved. */
  readonly decisionId?: string;
  /** From whom, on what, whether it was heard, what was said and answered. */
  readonly sentences: readonly string[];
}

export interface MinuteVote {
  readonly kind: 'vote';
  readonly entryId: string;
  readonly motionId: string;
  readonly vote: VoteTakenData;
  /** It was declared void, and what was put is open again. */
  readonly declaredVoid?: true;
  /** Each sentence of the division: who moved what or what was put, the count, the result, dissent. */
  readonly sentences: readonly string[];
}

export interface MinuteDivision {
  readonly kind: 'division';
  readonly entryId: string;
  readonly division: DivisionTakenData;
  /** It was declared void, and what it was between is open again. */
  readonly declaredVoid?: true;
  /** Each sentence of the division between proposals: the votes for each and what was declared, who declined to vote, who was absent. */
  readonly sentences: readonly string[];
}

export interface MinuteElection {
  readonly kind: 'election';
  /** The election; of a round that was recorded later and stands apart from it, the round. */
  readonly entryId: string;
  /** ELECTION, or APPOINTMENT. */
  readonly heading: string;
  readonly election: ElectionData;
  /** Who was nominated, each vote, and who was declared elected. */
  readonly sentences: readonly string[];
}

export interface MinuteNote {
  readonly kind: 'note';
  /** Absent where the note follows from the record and was not written down as such. */
  readonly entryId?: string;
  /** In capitals: MEMBER, MEMBERS, QUORUM, CHAIRMAN, DECLARATIONS OF INTEREST. Not printed where the style has no headings. */
  readonly heading: string;
  readonly text: string;
}
