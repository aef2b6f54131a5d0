import { type MinuteStyle, type OfficeName, type PersonNamed, type Standing } from '../../bodies/bodies.words.js';
import { type DecisionRecordedData } from '../events/decision.events.js';
import { type ActionAgreedData, type HearingRecordedData } from '../events/discussion.events.js';
import { type MinuteCorrection } from '../events/minute.events.js';
import { type DecisionRef } from '../../../kernel/citation.js';
import { type VoteTakenData } from '../events/motion.events.js';
import { type DeclaredVoid, type DivisionTakenData, type ProposalOutcome } from '../votes/division.events.js';
import { type ElectionData } from '../votes/election.events.js';
import { type ProceduralMotion, type Ruling } from '../votes/procedure.events.js';
import { type CourseEvent } from './course.js';
import { type Recorded, type Recorder } from '../../../kernel/event.js';
import { type StepKind, type StepSaid } from '../events/step.events.js';
import { type MeetingStreamEvent } from './meeting.history.js';
import {
  type BodyCalled,
  type RequisitionCalledOn,
  type AgendaItem,
  type InterestOutcome,
  type MeetingMode,
  type MeetingEvent,
} from '../events/meeting.events.js';

/**
 * A meeting as its stream tells it: the one state that meetings, motions, decisions and minutes decide on.
 * Who is in the room at a moment, and whether there is a quorum, is never kept here: `room.ts` derives it.
 */
export interface Meeting {
  readonly status: 'unknown' | 'called' | 'cancelled' | 'open' | 'adjourned' | 'concluded';
  readonly meetingId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly date: string;
  readonly time?: string;
  readonly place?: string;
  readonly mode: MeetingMode;
  readonly timeZone: string;
  readonly notices: readonly Data<'NoticeGiven'>[];
  /** In the order of business; withdrawn items stay, marked. */
  readonly agenda: readonly (AgendaItem & {
    readonly late?: string;
    readonly urgent?: string;
    readonly ruledUrgentBy?: string;
    readonly withdrawn?: string;
    /** Of an item found not to be exempt: the exclusions of the public up to this one, by their count, do not make it so. */
    readonly openAfter?: number;
  })[];
  /** The rules, seats and offices in force, each from after an entry on; the first from the beginning. Empty until the meeting opens. */
  readonly standings: readonly { readonly after: string | null; readonly standing: Standing }[];
  /** The style that the minute took over since the meeting was opened. */
  readonly restyled?: MinuteStyle;
  readonly openedAt?: string;
  /** Wall-clock time it was opened at, where the record says. */
  readonly openedTime?: string;
  readonly attendances: readonly Attendance[];
  readonly chairs: readonly {
    readonly person: PersonNamed;
    readonly reason: string;
    readonly words?: string;
    readonly untilElected?: true;
    readonly after: string | null;
  }[];
  readonly interests: readonly {
    readonly person: PersonNamed;
    readonly itemId: string;
    readonly outcome: InterestOutcome;
    readonly nature: string;
    /** What was declared of the item, and the entry from after which each holds. */
    readonly course: readonly { readonly outcome: InterestOutcome; readonly after: string | null }[];
  }[];
  /** Items as they were taken up; each is a numbered section of the minute. */
  readonly sections: readonly Section[];
  /** The section in hand. */
  readonly inHand: string | null;
  /** Entries of the record, in the order they happened. Struck entries stay, marked: places in the record are named by entry. */
  readonly entries: readonly Entry[];
  /** What happened beside the entries, in the order in which it happened: the minute tells it so. */
  readonly course: readonly Step[];
  readonly declarations: readonly Declaration[];
  readonly adjournments: readonly {
    readonly kind: 'adjourned' | 'resumed' | 'continued-informally';
    readonly words: string;
    readonly after: string | null;
    readonly sectionId?: string;
    readonly time?: string;
    /** The time the meeting was adjourned to, in the words used. */
    readonly until?: string;
    /** The day the meeting resumed on, where that is another day, and the instant it did. */
    readonly date?: string;
    readonly at?: string;
    /** It was for a short period of the same sitting. */
    readonly recess?: true;
    readonly toDate?: string;
    readonly toTime?: string;
    readonly toPlace?: string;
    readonly place?: string;
    readonly there?: readonly PersonNamed[];
  }[];
  /** When the public was excluded and readmitted, in order. */
  readonly exclusions: readonly PublicTurn[];
  /** Where in the record each section was taken up or returned to, after which entry. */
  readonly takings: readonly { readonly sectionId: string; readonly after: string | null }[];
  /** The requisition on which it was called. */
  readonly requisition?: RequisitionCalledOn;
  /** The bodies that meet with the one that called it. */
  readonly jointlyWith?: readonly BodyCalled[];
  /** What was resolved on the minutes of other bodies. */
  readonly received: readonly Data<'MinuteReceived'>[];
  /** When and where the next meeting is to be. */
  readonly nextMeeting?: Data<'NextMeetingAgreed'>;
  readonly concluded?: { readonly time?: string; readonly words?: string; readonly abandoned?: true; readonly waited?: number };
  readonly motions: readonly Motion[];
  /** Divisions between proposals, as they were taken or corrected since. */
  readonly divisions: readonly DivisionTakenData[];
  /** Votes and divisions that were declared void, each as it had been taken. */
  readonly voidVotes: readonly VoidVote[];
  /** Elections and appointments, as they were held or corrected since, with every round. */
  readonly elections: readonly ElectionData[];
  /** Procedural motions; the vote on one may have been declared void. */
  readonly procedures: readonly (ProceduralMotion & { readonly declaredVoid?: true })[];
  /** Rulings of whoever presided, with who dissented from each. */
  readonly rulings: readonly (Ruling & { readonly dissents: readonly PersonNamed[] })[];
  /** Whom the meeting made a member or put into an office, and who ceased to be one, each from after an entry on. */
  readonly turns: readonly Turn[];
  readonly votingOrders: Readonly<Record<string, readonly string[]>>;
  readonly dissents: readonly { readonly person: PersonNamed; readonly motionId?: string; readonly decisionId?: string }[];
  readonly decisions: readonly DecisionState[];
  readonly paragraphs: readonly Paragraph[];
  readonly annotations: readonly Annotation[];
  /** Actions agreed in discussion, as they were agreed or corrected since. */
  readonly agreed: readonly AgreedAction[];
  /** Questions, petitions and deputations, as they were recorded or corrected since. */
  readonly hearings: readonly Omit<HearingRecordedData, 'after'>[];
  /** Decisions of earlier meetings that this meeting ratified, or declined to ratify. */
  readonly ratified: readonly { readonly decision: DecisionRef; readonly by: DecisionRef; readonly outcome: 'ratified' | 'declined' }[];
  /** The decisions, of this meeting or earlier ones, that a decision of this meeting rescinded or superseded. */
  readonly undone: readonly { readonly decision: DecisionRef; readonly by: DecisionRef }[];
  readonly minute: MinuteState;
  /** What of the course was put right, in the order in which it was: what it said, and what it should have said; `null` where it was struck. */
  readonly putRight: readonly {
    readonly step: number;
    readonly of: StepKind;
    readonly was: StepSaid;
    readonly now: StepSaid | null;
    readonly reason: string;
    readonly at: string;
    readonly by: Recorder;
    readonly sectionId?: string;
  }[];
  /** The events of all this, as they should have been recorded: what puts one right changes it here, and is none of them. */
  readonly told: readonly Recorded<MeetingStreamEvent>[];
}

type Data<T extends MeetingEvent['type']> = Extract<MeetingEvent, { type: T }>['data'];

export interface VoidVote extends DeclaredVoid {
  readonly vote?: VoteTakenData;
  readonly division?: DivisionTakenData;
}

/** A seat or an office that changed hands in the meeting. */
export interface Turn {
  readonly after: string | null;
  /** The election by which it did; absent where a membership ended. */
  readonly electionId?: string;
  readonly seatId?: string;
  readonly office?: OfficeName;
  /** Who holds it from then on; `null`: nobody. */
  readonly holder: PersonNamed | null;
}

/** The public excluded, with the grounds, or readmitted. */
export interface PublicTurn {
  readonly kind: 'excluded' | 'readmitted';
  /** The items for which it is excluded; none where it is for whatever is taken until it is readmitted. */
  readonly itemIds?: readonly string[];
  /** Paragraphs of Schedule 7A to the 1973 Act. */
  readonly paragraphs?: readonly string[];
  readonly decisionId?: string;
  readonly words?: string;
  readonly after: string | null;
  readonly sectionId?: string;
}

export interface Attendance {
  readonly person: PersonNamed;
  readonly as: 'present' | 'apologies' | 'in-attendance';
  readonly organisation?: string;
  readonly role?: string;
  readonly seatId?: string;
  readonly substituteFor?: { readonly person: PersonNamed; readonly itemId?: string };
  readonly sederuntNote?: string;
  /** Times in the room: each after `from`, up to and including `to`; without `to` the person is still there. Empty for apologies. */
  readonly spells: readonly Spell[];
}

export interface Spell {
  readonly how: 'in-room' | 'remote';
  readonly from: string | null;
  readonly to?: string | null;
  readonly sederuntNote?: string;
  readonly words?: string;
  /** Wall-clock times they came and left at, where the record says. */
  readonly cameAt?: string;
  readonly time?: string;
  /** The sections that were in hand, without an entry yet, when they came and when they left. */
  readonly cameIn?: string;
  readonly leftIn?: string;
}

/** A declaration from the chair on the quorum. It lapses when the meeting resumes: then the sum counts again. */
export interface Declaration {
  readonly quorate: boolean;
  readonly words: string;
  readonly after: string | null;
  readonly sectionId?: string;
  /** The entry after which the meeting resumed since. */
  readonly lapsed?: { readonly after: string | null };
}

export interface Section {
  readonly sectionId: string;
  readonly number: string;
  readonly heading: string;
  readonly itemId?: string;
  /** Business before the first item: the first of the sections, whenever it was written down. */
  readonly beforeItems?: true;
  /** In a reading of the past: the ground on which it is known by now to have been taken in private. */
  readonly exempt?: { readonly paragraph: string };
}

export interface Entry {
  readonly entryId: string;
  readonly kind:
    'paragraph' | 'decision' | 'annotation' | 'vote' | 'division' | 'election' | 'round' | 'procedure' | 'ruling' | 'action' | 'hearing';
  /** `null` for an annotation before the first section. */
  readonly sectionId: string | null;
  /** The instant the entry happened, ISO 8601 UTC. */
  readonly happenedAt: string;
  readonly struck?: string;
}

/**
 * Something that happened after an entry. Of several after one entry the order is that of the list; what is written down late comes after
 * what stood there already.
 */
export interface Step {
  readonly after: string | null;
  /** The section it belongs to, where that is not the one of the entry. */
  readonly sectionId?: string;
  /** Of a person who came or left: which of the times in the room, 0 the first. */
  readonly spell?: number;
  readonly event: CourseEvent;
}

export interface Paragraph {
  readonly paragraphId: string;
  readonly sectionId: string;
  readonly number: string;
  readonly heading?: string;
  readonly text: string;
}

export interface Annotation {
  readonly annotationId: string;
  readonly heading: string;
  readonly text: string;
}

export type AgreedAction = Omit<ActionAgreedData, 'after'>;

export interface Motion {
  readonly motionId: string;
  readonly sectionId: string;
  readonly text: string;
  readonly movedBy: PersonNamed;
  readonly secondedBy?: PersonNamed;
  readonly amends?: string;
  readonly appointment: boolean;
  readonly rescinds?: DecisionRef;
  readonly status: 'moved' | 'put' | 'withdrawn' | 'fallen' | 'carried' | 'not-carried' | 'tied';
  readonly vote?: VoteTakenData;
  /** A proposal to take no action. */
  readonly noAction?: boolean;
  /** The last division between proposals that it was one of, and what became of it there. */
  readonly division?: { readonly divisionId: string; readonly outcome: ProposalOutcome };
  /** The entries after which it was moved and seconded. */
  readonly movedAfter: string | null;
  readonly secondedAfter?: string | null;
}

export type DecisionState = DecisionRecordedData & { readonly rescindedBy?: DecisionRef; readonly supersededBy?: DecisionRef };

export interface MinuteState {
  readonly circulated: readonly {
    readonly draft: number;
    readonly text: string;
    readonly hash: string;
    readonly at: string;
    readonly to?: string;
  }[];
  readonly approved?: {
    readonly by: DecisionRef;
    readonly atMeeting: string;
    readonly corrections: readonly MinuteCorrection[];
    readonly hash: string;
  };
  readonly signed?: {
    readonly signedBy: PersonNamed;
    readonly atMeeting: string;
    readonly text: string;
    readonly hash: string;
    readonly at: string;
  };
  readonly corrections: readonly { readonly by: DecisionRef; readonly atMeeting: string; readonly correction: MinuteCorrection }[];
}

export const noMeeting: Meeting = {
  status: 'unknown',
  meetingId: '',
  bodyId: '',
  title: '',
  date: '',
  mode: 'in-person',
  timeZone: 'Europe/London',
  notices: [],
  agenda: [],
  standings: [],
  attendances: [],
  chairs: [],
  interests: [],
  sections: [],
  inHand: null,
  entries: [],
  course: [],
  declarations: [],
  adjournments: [],
  exclusions: [],
  takings: [],
  received: [],
  motions: [],
  divisions: [],
  voidVotes: [],
  elections: [],
  procedures: [],
  rulings: [],
  turns: [],
  votingOrders: {},
  dissents: [],
  decisions: [],
  paragraphs: [],
  annotations: [],
  agreed: [],
  hearings: [],
  ratified: [],
  undone: [],
  minute: { circulated: [], corrections: [] },
  putRight: [],
  told: [],
};
