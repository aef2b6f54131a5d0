import { type QuorumRule, type Standing } from '../../src/slices/bodies/constitution.js';
import { type DivisionTakenData } from '../../src/slices/meetings/votes/division.events.js';
import { type ElectionEvent } from '../../src/slices/meetings/votes/election.events.js';
import { type ProceduralMotion } from '../../src/slices/meetings/votes/procedure.events.js';
import { type VoteTakenData } from '../../src/slices/meetings/events/motion.events.js';
import { type DecisionRecordedData } from '../../src/slices/meetings/events/decision.events.js';
import { type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';

/** A board of five named after letters, each holding a voting seat of their own: `a` is its chair. */
export const MEMBERS = ['a', 'b', 'c', 'd', 'e'] as const;

export const person = (id: string): { readonly personId: string; readonly name: string } => ({
  personId: id,
  name: `Councillor ${id.toUpperCase()}`,
});

export const aStanding = (quorum: QuorumRule, asOf = '2016-03-03'): Standing => ({
  bodyId: 'board',
  bodyName: 'The Board',
  timeZone: 'Europe/London',
  asOf,
  constitution: {
    versionId: 'v1',
    from: '2010-01-01',
    quorum,
    voting: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true },
    presiding: { order: ['chair', 'vice-chair', 'member-chosen'], substituteMayPreside: false },
    substitutes: { allowed: 'none', who: 'named' },
    notice: { clearDays: 3, countWeekends: true, countHolidays: true },
    references: {},
    verbs: [],
    source: 'Standing orders',
  },
  roll: MEMBERS.map((id) => ({ seatId: `seat-${id}`, label: id, voting: true, holder: person(id), substitutes: [] })),
  offices: [{ office: 'chair', holder: person('a') }],
});

export interface MeetingOptions {
  readonly date?: string;
  readonly quorum?: QuorumRule;
  readonly present?: readonly string[];
}

/** A meeting of that board called, opened and attended by all five; the chair presides. */
export const anOpenMeeting = ({
  date = '2016-03-03',
  quorum = { kind: 'number', atLeast: 3 },
  present = MEMBERS,
}: MeetingOptions = {}): MeetingStreamEvent[] => [
  {
    type: 'MeetingCalled',
    v: 1,
    data: {
      meetingId: `board/${date}`,
      bodyId: 'board',
      title: 'Board',
      date,
      time: '14:00',
      mode: 'in-person',
      timeZone: 'Europe/London',
    },
  },
  { type: 'MeetingOpened', v: 1, data: { standing: aStanding(quorum, date) } },
  ...present.map((id): MeetingStreamEvent => ({
    type: 'AttendanceRecorded',
    v: 1,
    data: { person: person(id), as: 'present', how: 'in-room', seatId: `seat-${id}`, after: null },
  })),
  { type: 'ChairTaken', v: 1, data: { person: person('a'), reason: 'Chair', after: null } },
];

export const anItem = (number: string, more: { readonly itemId?: string } = {}): MeetingStreamEvent => ({
  type: 'ItemTaken',
  v: 1,
  data: { sectionId: `s-${number}`, number, heading: `ITEM ${number}`, ...more },
});

export const aParagraph = (sectionId: string, number: string, after: string | null, text = `Paragraph ${number}.`): MeetingStreamEvent => ({
  type: 'ParagraphRecorded',
  v: 1,
  data: { paragraphId: `p-${number}`, sectionId, number, text, after },
});

export const aDecision = (decisionId: string, more: Partial<DecisionRecordedData>): MeetingStreamEvent => ({
  type: 'DecisionRecorded',
  v: 1,
  data: {
    decisionId,
    meetingId: 'board/2016-03-03',
    bodyId: 'board',
    meetingDate: '2016-03-03',
    sectionId: 's-1',
    sectionHeading: 'ITEM 1',
    paragraphId: 'p-1',
    paragraph: '1',
    after: 'p-1',
    verb: 'AGREED',
    words: 'AGREED.',
    parts: [],
    outcome: { kind: 'resolved' },
    standing: 'quorate',
    quorum: { quorate: true, present: 5, of: 5, needed: 3, explanation: '5 of 5 voting seats present, 3 needed', declared: false },
    exempt: false,
    ...more,
  },
});

/** A show of hands of all five that carried by three to two. */
const THREE_TO_TWO = {
  method: 'show-of-hands',
  counts: { yes: 3, no: 2, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
  votes: [],
  entitled: MEMBERS.map(person),
  result: 'carried',
  decidedBy: 'majority',
  quorate: true,
  constitutionVersion: 'v1',
} as const;

/** A vote by show of hands on `m-1`, carried by three to two of all five. */
export const aVote = (more: Partial<VoteTakenData> = {}): MeetingStreamEvent => ({
  type: 'VoteTaken',
  v: 1,
  data: {
    voteId: 'v-1',
    motionId: 'm-1',
    sectionId: 's-1',
    ...THREE_TO_TWO,
    ...more,
  },
});

/** A procedural motion of `b` that the question be put, carried by three to two of all five. */
export const aProceduralMotion = (
  more: Partial<ProceduralMotion> = {},
  vote: Partial<ProceduralMotion['vote']> = {},
): MeetingStreamEvent => ({
  type: 'ProceduralMotionTaken',
  v: 1,
  data: {
    procedureId: 'y-1',
    kind: 'closure',
    words: 'the question be now put',
    sectionId: 's-1',
    movedBy: person('b'),
    vote: {
      ...THREE_TO_TWO,
      ...vote,
    },
    ...more,
  },
});

/** An appointment to an outside body, of nobody yet. */
export const anElection = (more: Partial<Extract<ElectionEvent, { type: 'ElectionHeld' }>['data']> = {}): MeetingStreamEvent => ({
  type: 'ElectionHeld',
  v: 1,
  data: {
    electionId: 'e-1',
    sectionId: 's-1',
    on: '2016-03-03',
    to: { kind: 'outside-body', name: 'The Trust' },
    places: 1,
    nominations: [],
    rounds: [],
    elected: [],
    outcome: 'unopposed',
    quorate: true,
    constitutionVersion: 'v1',
    ...more,
  },
});

/** A roll call between `m-1`, which won by two to one, and `a-1`: `d` declined to vote and `e` was absent. */
export const aDivision = (more: Partial<DivisionTakenData> = {}): DivisionTakenData => ({
  divisionId: 'v-1',
  sectionId: 's-1',
  method: 'roll-call',
  proposals: [
    { proposalId: 'm-1', count: 2, outcome: 'carried' },
    { proposalId: 'a-1', count: 1, outcome: 'lost' },
  ],
  declined: 1,
  absent: 1,
  votes: [
    { person: person('a'), option: 'for', proposalId: 'm-1', role: 'chair' },
    { person: person('b'), option: 'for', proposalId: 'm-1', role: 'member' },
    { person: person('c'), option: 'for', proposalId: 'a-1', role: 'member' },
    { person: person('d'), option: 'declined', role: 'member' },
    { person: person('e'), option: 'absent', role: 'member' },
  ],
  entitled: ['a', 'b', 'c', 'd'].map(person),
  winner: 'm-1',
  decidedBy: 'majority',
  quorate: true,
  constitutionVersion: 'v1',
  ...more,
});

export const concluded: MeetingStreamEvent = { type: 'MeetingConcluded', v: 1, data: { time: '16:15' } };
