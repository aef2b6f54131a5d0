import { type RecordedEvent } from '../../../../kernel/event.js';
import { entryRef, nameIn } from '../../refs.js';
import { type SearchKind } from './kinds.js';
import { partsOf, targetOf } from '../../../../kernel/record-id.js';

/** Where an event is found: its record, or the entry of that record that the event is about. Named as everywhere. */
export interface Place {
  readonly ref: string;
  readonly kind: SearchKind;
  /** `null` if the record belongs to no body. */
  readonly bodyId: string | null;
  /** The record's id in its body: `2016-03-03-adaptations`; `null` for a meeting, whose id is only its day. */
  readonly named: string | null;
}

/** The kind of record by the category of its stream; the rest of the stream's name is the record. */
const CATEGORIES: ReadonlyMap<string, { readonly kind: SearchKind; readonly apart?: true }> = new Map([
  ['annual-participation', { kind: 'participation-request' }],
  ['body', { kind: 'body' }],
  ['meeting', { kind: 'meeting' }],
  ['requisition', { kind: 'requisition' }],
  ['remit', { kind: 'remit' }],
  ['action', { kind: 'action' }],
  ['directions', { kind: 'direction' }],
  ['report', { kind: 'report' }],
  ['plan', { kind: 'plan' }],
  ['duty', { kind: 'duty' }],
  ['participation', { kind: 'participation-request' }],
  ['calendar', { kind: 'calendar', apart: true }],
  ['person', { kind: 'spelling', apart: true }],
  ['organisation', { kind: 'spelling', apart: true }],
  ['principal', { kind: 'principal', apart: true }],
  ['reminders', { kind: 'reminders', apart: true }],
  ['subject', { kind: 'subject', apart: true }],
]);
const categoryOf = (stream: string): string =>
  stream.slice(0, stream.startsWith('annual-') ? stream.indexOf('-', 'annual-'.length) : stream.indexOf('-'));

type Data = Readonly<Record<string, unknown>>;

const personOf = ({ person, personId }: Data): unknown => personId ?? (person as { personId?: unknown } | undefined)?.personId;
const byOf = ({ by }: Data): unknown => (by as { decisionId?: unknown }).decisionId;
const about =
  (kind: SearchKind, ...names: readonly string[]) =>
  (data: Data): readonly [SearchKind, unknown] => [kind, names.map((name) => data[name]).find((id) => id !== undefined)];
const attendance = (data: Data): readonly [SearchKind, unknown] => ['attendance', personOf(data)];
/** A step of a motion is found with the motion, any other with the meeting. */
const step = ({ motionId }: Data): readonly [SearchKind, unknown] => [motionId === undefined ? 'meeting' : 'motion', motionId];
const decided = (data: Data): readonly [SearchKind, unknown] => ['decision', byOf(data)];
const whole =
  (kind: SearchKind) =>
  (_data: Data): readonly [SearchKind, unknown] => [kind, undefined];

/** The kind and the entry that an event of a meeting is about. Events not named here are about the meeting itself. */
const IN_MEETING: Readonly<Record<string, (data: Data) => readonly [SearchKind, unknown]>> = {
  AgendaItemAdded: about('agenda-item', 'itemId'),
  AgendaItemCorrected: about('agenda-item', 'itemId'),
  AgendaItemWithdrawn: about('agenda-item', 'itemId'),
  ItemTaken: about('agenda-item', 'sectionId'),
  OrderOfBusinessChanged: whole('agenda-item'),
  MinuteReceived: about('agenda-item', 'itemId'),
  AttendanceRecorded: attendance,
  MemberLeft: attendance,
  MemberRejoined: attendance,
  AttendanceCorrected: attendance,
  ChairTaken: attendance,
  InterestDeclared: attendance,
  RollCorrected: whole('attendance'),
  MotionMoved: about('motion', 'motionId'),
  MotionSeconded: about('motion', 'motionId'),
  MotionWithdrawn: about('motion', 'motionId'),
  MotionFell: about('motion', 'motionId'),
  MotionPut: about('motion', 'motionId'),
  VotingOrderSettled: about('motion', 'sectionId'),
  VoteTaken: about('motion', 'voteId'),
  CastingVoteGiven: about('motion', 'voteId'),
  LotDrawn: about('motion', 'voteId'),
  VoteCorrected: about('motion', 'voteId'),
  VoteDeclaredVoid: about('motion', 'voteId'),
  DivisionTaken: about('motion', 'divisionId'),
  DivisionCorrected: about('motion', 'divisionId'),
  ProceduralMotionTaken: about('motion', 'procedureId'),
  RulingGiven: about('motion', 'rulingId'),
  RulingDissented: about('motion', 'rulingId'),
  ProceduralVoteDeclaredVoid: about('motion', 'procedureId'),
  ElectionHeld: about('motion', 'electionId'),
  ElectionRoundTaken: about('motion', 'electionId'),
  ElectionCorrected: about('motion', 'electionId'),
  ElectionVoteDeclaredVoid: about('motion', 'electionId'),
  MembershipEnded: attendance,
  DissentRecorded: about('motion', 'motionId', 'decisionId'),
  DecisionRecorded: about('decision', 'decisionId'),
  DecisionCorrected: about('decision', 'decisionId'),
  DecisionStandingFound: about('decision', 'decisionId'),
  DecisionQuorumFound: about('decision', 'decisionId'),
  DecisionExemptionFound: about('decision', 'decisionId'),
  DecisionRatified: decided,
  RatificationDeclined: decided,
  DecisionRescinded: decided,
  DecisionSuperseded: decided,
  ActionAgreed: about('minute', 'actionId'),
  AgreedActionCorrected: about('minute', 'actionId'),
  HearingRecorded: about('minute', 'hearingId'),
  HearingCorrected: about('minute', 'hearingId'),
  HearingResolved: about('minute', 'hearingId'),
  ParagraphRecorded: about('minute', 'paragraphId'),
  ParagraphRenumbered: about('minute', 'paragraphId'),
  ParagraphCorrected: about('minute', 'paragraphId'),
  AnnotationRecorded: about('minute', 'annotationId'),
  EntryStruck: about('minute', 'entryId'),
  MinuteRestyled: whole('minute'),
  EntryMoved: about('minute', 'entryId'),
  MinuteCirculated: whole('minute'),
  MinuteApproved: whole('minute'),
  MinuteSigned: whole('minute'),
  SignedMinuteCorrected: whole('minute'),
  StepCorrected: step,
  StepStruck: step,
};

/** The place of an event. Throws for a stream of an unknown category, so that a new kind of record must be given its place. */
export function placeOf({ type, stream, data }: Pick<RecordedEvent, 'type' | 'stream' | 'data'>): Place {
  const category = categoryOf(stream);
  const known = CATEGORIES.get(category);
  if (!known) throw new TypeError(`It is not known where ${stream} is to be found.`);
  const { kind, apart } = known;
  const target = targetOf(stream, category);
  const [first = '', own] = partsOf(target);
  const said = data as Data;
  const bodyId = apart ? null : first;
  switch (category) {
    case 'annual-participation':
      return { ref: target, kind, bodyId, named: null };
    case 'meeting': {
      const [about, entry] = IN_MEETING[type]?.(said) ?? [kind];
      return { ref: typeof entry === 'string' ? entryRef(target, entry) : target, kind: about, bodyId, named: null };
    }
    case 'directions': {
      const name = `${target}/${String(said.direction)}`;
      return { ref: nameIn(category, name), kind, bodyId, named: String(said.direction) };
    }
    default: {
      const name = nameIn(category, target);
      const entry = category === 'plan' ? said.itemId : category === 'report' ? said.letter : undefined;
      return { ref: typeof entry === 'string' ? entryRef(name, entry) : name, kind, bodyId, named: own ?? target };
    }
  }
}
