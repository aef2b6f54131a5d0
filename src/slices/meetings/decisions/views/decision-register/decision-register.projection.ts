import { nameKey } from '../../../../../kernel/names.js';
import { type Recorded } from '../../../../../kernel/event.js';
import { projection } from '../../../../../kernel/projection.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { type DecisionRef, type Citation, citationsIn, type DecisionPart, type DecisionStanding } from '../../../../../kernel/citation.js';
import { type DecisionEvent, type DecisionOutcome, type QuorumSum } from '../../../events/decision.events.js';
import { type StepEvent } from '../../../events/step.events.js';
import { bodyIdOf } from '../../../../../kernel/record-id.js';
import { meetingIdOf } from '../../../events/meeting.events.js';

/** `awaiting`: resolved without a quorum, and no quorate meeting has ratified it or declined to. */
export type Ratification = 'not-needed' | 'awaiting' | 'ratified' | 'declined';

export interface DecisionRegisterRow {
  /** `<meetingId>#<decisionId>` */
  readonly ref: string;
  readonly decisionId: string;
  readonly meetingId: string;
  readonly bodyId: string;
  readonly meetingDate: string;
  readonly sectionId: string;
  readonly sectionHeading: string;
  readonly paragraph: string;
  /** The paragraph's number so that it sorts as text: `0003.0002`. */
  readonly place: string;
  /** Position at which the decision was recorded: the order of decisions on one paragraph. */
  readonly recorded: string;
  readonly verb: string;
  readonly words: string;
  readonly parts: readonly DecisionPart[];
  /** Words and parts in small letters, for searching. */
  readonly search: string;
  readonly citations: readonly Citation[];
  readonly outcome: DecisionOutcome;
  readonly motionId: string | null;
  /** The division between proposals it follows from. */
  readonly divisionId: string | null;
  /** The motion, amendment or procedural motion on whose loss it rests. */
  readonly onLossOf: string | null;
  readonly standing: DecisionStanding;
  readonly quorum: QuorumSum;
  readonly ratification: Ratification;
  /** The decision that ratified it or declined to. */
  readonly ratifiedBy: DecisionRef | null;
  readonly declinedBecause: string | null;
  readonly rescindedBy: DecisionRef | null;
  readonly supersededBy: DecisionRef | null;
  readonly exempt: boolean;
  readonly corrected: boolean;
  readonly happenedAt: string;
  readonly recordedAt: string;
}

type Event =
  | DecisionEvent
  | Extract<MinuteEvent, { type: 'ParagraphRenumbered' | 'EntryStruck' | 'EntryMoved' }>
  | Extract<StepEvent, { type: 'StepCorrected' }>;

export const refOf = ({ meetingId, decisionId }: DecisionRef): string => `${meetingId}#${decisionId}`;

const key = (event: Recorded<Event>): string | readonly string[] => {
  const meetingId = meetingIdOf(event.stream);
  const own = (decisionId: string): string => refOf({ meetingId, decisionId });
  switch (event.type) {
    case 'DecisionRecorded':
    case 'DecisionCorrected':
    case 'DecisionStandingFound':
    case 'DecisionQuorumFound':
    case 'DecisionExemptionFound':
      return own(event.data.decisionId);
    case 'DecisionRatified':
    case 'RatificationDeclined':
    case 'DecisionRescinded':
    case 'DecisionSuperseded':
      return refOf(event.data.decision);
    case 'ParagraphRenumbered':
    case 'EntryMoved':
      return event.data.decisionIds.map(own);
    case 'StepCorrected':
      return event.data.decisionIds?.map(own) ?? [];
    case 'EntryStruck':
      return own(event.data.entryId);
  }
};

const placeOf = (paragraph: string): string => paragraph.replace(/\d+/g, (digits) => digits.padStart(4, '0'));

const worded = ({ words, parts }: { readonly words: string; readonly parts: readonly DecisionPart[] }) => {
  const text = [words, ...parts.map((part) => part.text)].join('\n');
  return { words, parts, search: nameKey(text), citations: citationsIn(text) };
};

/** A decision that was rescinded or superseded no longer awaits ratification. */
const undone = (row: DecisionRegisterRow): Ratification => (row.ratification === 'awaiting' ? 'not-needed' : row.ratification);

/** One row per decision that stands in the record; what is struck has none. */
export const decisionRegister = projection<DecisionRegisterRow, Event>({
  name: 'decision_register',
  version: 4,
  columns: {
    ref: { type: 'text' },
    decisionId: { type: 'text' },
    meetingId: { type: 'text' },
    bodyId: { type: 'text' },
    meetingDate: { type: 'date' },
    sectionId: { type: 'text' },
    sectionHeading: { type: 'text' },
    paragraph: { type: 'text' },
    place: { type: 'text' },
    recorded: { type: 'text' },
    verb: { type: 'text' },
    words: { type: 'text' },
    parts: { type: 'json' },
    search: { type: 'text' },
    citations: { type: 'json' },
    outcome: { type: 'json' },
    motionId: { type: 'text', nullable: true },
    divisionId: { type: 'text', nullable: true },
    onLossOf: { type: 'text', nullable: true },
    standing: { type: 'text' },
    quorum: { type: 'json' },
    ratification: { type: 'text' },
    ratifiedBy: { type: 'json', nullable: true },
    declinedBecause: { type: 'text', nullable: true },
    rescindedBy: { type: 'json', nullable: true },
    supersededBy: { type: 'json', nullable: true },
    exempt: { type: 'boolean' },
    corrected: { type: 'boolean' },
    happenedAt: { type: 'instant' },
    recordedAt: { type: 'instant' },
  },
  primaryKey: 'ref',
  indexes: [
    { columns: ['bodyId', 'meetingDate', 'meetingId', 'place', 'recorded'] },
    { columns: ['bodyId', 'ratification', 'meetingDate', 'meetingId', 'place', 'recorded'] },
    { columns: ['meetingId', 'meetingDate', 'place', 'recorded'] },
  ],
  key,
  on: {
    DecisionRecorded: (_row, { data, position, happenedAt, recordedAt, stream }, ref) => ({
      ref,
      decisionId: data.decisionId,
      meetingId: data.meetingId,
      bodyId: bodyIdOf(meetingIdOf(stream)),
      meetingDate: data.meetingDate,
      sectionId: data.sectionId,
      sectionHeading: data.sectionHeading,
      paragraph: data.paragraph,
      place: placeOf(data.paragraph),
      recorded: position,
      verb: data.verb,
      ...worded(data),
      outcome: data.outcome,
      motionId: data.motionId ?? null,
      divisionId: data.divisionId ?? null,
      onLossOf: data.onLossOf ?? null,
      standing: data.standing,
      quorum: data.quorum,
      ratification: data.standing === 'informal' ? 'awaiting' : 'not-needed',
      ratifiedBy: null,
      declinedBecause: null,
      rescindedBy: null,
      supersededBy: null,
      exempt: data.exempt,
      corrected: false,
      happenedAt,
      recordedAt,
    }),
    DecisionCorrected: (row, { data }) => row && { ...row, verb: data.verb, ...worded(data), corrected: true },
    DecisionStandingFound: (row, { data: { standing, quorum } }) => {
      if (!row) return undefined;
      const judged = row.ratifiedBy !== null || row.rescindedBy !== null || row.supersededBy !== null;
      return { ...row, standing, quorum, ratification: judged ? row.ratification : standing === 'informal' ? 'awaiting' : 'not-needed' };
    },
    DecisionQuorumFound: (row, { data: { quorum } }) => row && { ...row, quorum },
    DecisionExemptionFound: (row, { data: { exempt } }) => row && { ...row, exempt },
    DecisionRatified: (row, { data: { by } }) => row && { ...row, ratification: 'ratified', ratifiedBy: by, declinedBecause: null },
    RatificationDeclined: (row, { data: { by, reason } }) =>
      row && { ...row, ratification: 'declined', ratifiedBy: by, declinedBecause: reason },
    DecisionRescinded: (row, { data: { by } }) => row && { ...row, rescindedBy: by, ratification: undone(row) },
    DecisionSuperseded: (row, { data: { by } }) => row && { ...row, supersededBy: by, ratification: undone(row) },
    ParagraphRenumbered: (row, { data: { to } }) => row && { ...row, paragraph: to, place: placeOf(to) },
    StepCorrected: (row, { data: { now } }) => row && { ...row, sectionHeading: now.heading ?? row.sectionHeading },
    EntryMoved: (row, { data: { sectionId, sectionHeading } }) => row && { ...row, sectionId, sectionHeading },
    EntryStruck: () => undefined,
  },
});
