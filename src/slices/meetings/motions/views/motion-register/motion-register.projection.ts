import { type Recorded } from '../../../../../kernel/event.js';
import { projection } from '../../../../../kernel/projection.js';
import { type PersonNamed } from '../../../../bodies/bodies.words.js';
import { type DecisionRef } from '../../../../../kernel/citation.js';
import { type MotionEvent, type VoteTakenData } from '../../../events/motion.events.js';
import { popoloDivision, type PopoloVoteEvent, popoloVoteEvent } from './popolo.js';
import { type DeclaredVoid, type DivisionTakenData } from '../../../votes/division.events.js';
import { motionsBetween } from '../../../votes/vote.words.js';
import { type MinuteEvent } from '../../../events/minute.events.js';
import { type StepEvent } from '../../../events/step.events.js';
import { bodyIdOf } from '../../../../../kernel/record-id.js';
import { meetingIdOf } from '../../../events/meeting.events.js';

export type MotionStatus = 'moved' | 'put' | 'withdrawn' | 'fallen' | 'carried' | 'not-carried' | 'tied';

export interface MotionRegisterRow {
  /** `<meetingId>#<motionId>` */
  readonly ref: string;
  readonly motionId: string;
  readonly meetingId: string;
  readonly bodyId: string;
  readonly sectionId: string;
  /** Position at which the motion was moved: the order of the list. */
  readonly recorded: string;
  readonly text: string;
  readonly movedBy: PersonNamed;
  readonly secondedBy: PersonNamed | null;
  readonly amends: string | null;
  readonly appointment: boolean;
  /** A proposal to take no action. */
  readonly noAction: boolean;
  readonly rescinds: DecisionRef | null;
  readonly status: MotionStatus;
  /** The reason the motion was withdrawn, or fell. */
  readonly reason: string | null;
  readonly vote: VoteTakenData | null;
  /** The last division between proposals that the motion was one of. */
  readonly division: DivisionTakenData | null;
  readonly voteEvent: PopoloVoteEvent | null;
  /** Votes as they were recorded before they were corrected, with why. */
  readonly corrections: readonly { readonly was: VoteTakenData | DivisionTakenData; readonly reason: string }[];
  /** Votes and divisions that were declared void, with who ruled so and why. */
  readonly voidVotes: readonly {
    readonly was: VoteTakenData | DivisionTakenData;
    readonly ruledBy: PersonNamed;
    readonly reason: string;
  }[];
  /** The divisions from which it went on to the last one. */
  readonly earlier: readonly DivisionTakenData[];
  readonly dissents: readonly PersonNamed[];
  readonly movedAt: string;
  readonly votedAt: string | null;
  /** What it was before each vote that was declared void, in turn. */
  readonly beforeVoid: readonly Outcome[];
}

/** What a vote made of it. */
type Outcome = Pick<MotionRegisterRow, 'status' | 'reason' | 'vote' | 'division' | 'earlier' | 'votedAt' | 'voidVotes' | 'dissents'>;

export const motionRef = (meetingId: string, motionId: string): string => `${meetingId}#${motionId}`;

type Event = MotionEvent | StepEvent | Extract<MinuteEvent, { type: 'EntryMoved' }>;

const key = (event: Recorded<Event>): string | readonly string[] => {
  const own = (motionId: string): string => motionRef(meetingIdOf(event.stream), motionId);
  switch (event.type) {
    case 'MotionMoved':
    case 'MotionSeconded':
    case 'MotionWithdrawn':
    case 'MotionFell':
    case 'MotionPut':
    case 'VoteTaken':
    case 'CastingVoteGiven':
    case 'LotDrawn':
      return own(event.data.motionId);
    case 'VoteCorrected':
      return own(event.data.vote.motionId);
    case 'DissentRecorded':
      return event.data.motionId === undefined ? [] : own(event.data.motionId);
    case 'VoteDeclaredVoid':
      return event.data.motionIds.map(own);
    case 'DivisionTaken':
      return motionsBetween(event.data).map(own);
    case 'DivisionCorrected':
      return motionsBetween(event.data.division).map(own);
    case 'EntryMoved':
      return event.data.motionIds.map(own);
    case 'StepCorrected':
    case 'StepStruck':
      if (event.data.motionIds !== undefined) return event.data.motionIds.map(own);
      return event.data.motionId === undefined ? [] : own(event.data.motionId);
    case 'VotingOrderSettled':
      return [];
  }
};

const voted = (row: MotionRegisterRow, vote: VoteTakenData, votedAt: string): MotionRegisterRow => ({
  ...row,
  status: vote.result,
  vote,
  votedAt,
  voteEvent: popoloVoteEvent({ ...row, vote, votedAt }),
});

const outcomeOf = (division: DivisionTakenData, motionId: string) =>
  division.proposals.find(({ proposalId }) => proposalId === motionId)?.outcome;

function divided(row: MotionRegisterRow, division: DivisionTakenData, votedAt: string): MotionRegisterRow {
  const outcome = outcomeOf(division, row.motionId);
  const status = outcome === 'carried' ? 'carried' : outcome === 'lost' ? 'not-carried' : 'moved';
  return { ...row, status, division, votedAt, voteEvent: popoloDivision({ ...row, division, votedAt }) };
}

const tieBroken = (row: MotionRegisterRow | undefined, change: Partial<VoteTakenData>): MotionRegisterRow | undefined =>
  row?.vote ? voted(row, { ...row.vote, ...change }, row.votedAt ?? row.movedAt) : row;

/** Open again, as the division before left it. What fell by the vote had none of its own. */
function madeVoid(row: MotionRegisterRow, { voteId, ruledBy, reason }: DeclaredVoid): MotionRegisterRow {
  const ofDivision = row.division?.divisionId === voteId;
  const was = ofDivision ? row.division : row.vote;
  const division = ofDivision ? (row.earlier.at(-1) ?? null) : row.division;
  const { status, reason: why, vote, earlier, votedAt, voidVotes, dissents } = row;
  return {
    ...row,
    beforeVoid: [...row.beforeVoid, { status, reason: why, vote, division: row.division, earlier, votedAt, voidVotes, dissents }],
    status: 'moved',
    reason: null,
    vote: null,
    division,
    earlier: ofDivision ? row.earlier.slice(0, -1) : row.earlier,
    votedAt: null,
    voteEvent: null,
    voidVotes: was ? [...row.voidVotes, { was, ruledBy, reason }] : row.voidVotes,
    dissents: [],
  };
}

/** As it was before the last vote that was declared void. */
function notVoid(row: MotionRegisterRow): MotionRegisterRow {
  const before = row.beforeVoid.at(-1);
  if (!before) return row;
  const back = { ...row, ...before, beforeVoid: row.beforeVoid.slice(0, -1) };
  const at = back.votedAt ?? back.movedAt;
  const { vote, division } = back;
  const voteEvent = vote
    ? popoloVoteEvent({ ...back, vote, votedAt: at })
    : division
      ? popoloDivision({ ...back, division, votedAt: at })
      : null;
  return { ...back, voteEvent };
}

/** Who ruled that the vote was void, and why, put right. */
function ruledAnew(row: MotionRegisterRow, now: Corrected['now']): MotionRegisterRow {
  const last = row.voidVotes.at(-1);
  const { by = last?.ruledBy, why = last?.reason } = now;
  return last && by && why !== undefined
    ? { ...row, voidVotes: [...row.voidVotes.slice(0, -1), { ...last, ruledBy: by, reason: why }] }
    : row;
}

type Corrected = Extract<StepEvent, { type: 'StepCorrected' }>['data'];
type Struck = Extract<StepEvent, { type: 'StepStruck' }>['data'];

function corrected(row: MotionRegisterRow, { of, was, now }: Corrected): MotionRegisterRow {
  if (of === 'VoteDeclaredVoid') return ruledAnew(row, now);
  const { text = row.text, movedBy = row.movedBy, secondedBy = row.secondedBy, why = row.reason, person } = now;
  if (of === 'DissentRecorded')
    return { ...row, dissents: row.dissents.map((one) => (person && one.personId === was.person?.personId ? person : one)) };
  const changed = { ...row, text, movedBy, secondedBy, reason: why };
  return row.vote ? voted(changed, row.vote, row.votedAt ?? row.movedAt) : changed;
}

function struck(row: MotionRegisterRow, { of, was, motionStatus }: Struck): MotionRegisterRow | undefined {
  if (of === 'MotionMoved') return undefined;
  if (of === 'VoteDeclaredVoid') return notVoid(row);
  if (of === 'MotionSeconded') return { ...row, secondedBy: null };
  if (of === 'DissentRecorded') return { ...row, dissents: row.dissents.filter(({ personId }) => personId !== was.person?.personId) };
  return { ...row, status: motionStatus ?? row.status, reason: null };
}

/** One row per motion or amendment. */
export const motionRegister = projection<MotionRegisterRow, Event>({
  name: 'motion_register',
  version: 4,
  columns: {
    ref: { type: 'text' },
    motionId: { type: 'text' },
    meetingId: { type: 'text' },
    bodyId: { type: 'text' },
    sectionId: { type: 'text' },
    recorded: { type: 'text' },
    text: { type: 'text' },
    movedBy: { type: 'json' },
    secondedBy: { type: 'json', nullable: true },
    amends: { type: 'text', nullable: true },
    appointment: { type: 'boolean' },
    noAction: { type: 'boolean' },
    rescinds: { type: 'json', nullable: true },
    status: { type: 'text' },
    reason: { type: 'text', nullable: true },
    vote: { type: 'json', nullable: true },
    division: { type: 'json', nullable: true },
    voteEvent: { type: 'json', nullable: true },
    corrections: { type: 'json' },
    voidVotes: { type: 'json' },
    earlier: { type: 'json' },
    dissents: { type: 'json' },
    movedAt: { type: 'instant' },
    votedAt: { type: 'instant', nullable: true },
    beforeVoid: { type: 'json' },
  },
  primaryKey: 'ref',
  indexes: [{ columns: ['bodyId', 'recorded'] }, { columns: ['meetingId', 'recorded'] }, { columns: ['meetingId', 'amends'] }],
  key,
  on: {
    MotionMoved: (_row, { data, stream, position, happenedAt }, ref) => {
      const meetingId = meetingIdOf(stream);
      return {
        ref,
        motionId: data.motionId,
        meetingId,
        bodyId: bodyIdOf(meetingId),
        sectionId: data.sectionId,
        recorded: position,
        text: data.text,
        movedBy: data.movedBy,
        secondedBy: null,
        amends: data.amends ?? null,
        appointment: data.appointment ?? false,
        noAction: data.noAction ?? false,
        rescinds: data.rescinds ?? null,
        status: 'moved',
        reason: null,
        vote: null,
        division: null,
        voteEvent: null,
        corrections: [],
        voidVotes: [],
        earlier: [],
        dissents: [],
        movedAt: happenedAt,
        votedAt: null,
        beforeVoid: [],
      };
    },
    MotionSeconded: (row, { data }) => row && { ...row, secondedBy: data.secondedBy },
    MotionWithdrawn: (row, { data }) => row && { ...row, status: 'withdrawn', reason: data.reason ?? null },
    MotionFell: (row, { data }) => row && { ...row, status: 'fallen', reason: data.why },
    MotionPut: (row) => row && { ...row, status: 'put' },
    VoteTaken: (row, { data: { after: _after, ...vote }, happenedAt }) => row && voted(row, vote, happenedAt),
    CastingVoteGiven: (row, { data: { castingVote, result } }) => tieBroken(row, { castingVote, result, decidedBy: 'casting-vote' }),
    LotDrawn: (row, { data: { lot, result } }) => tieBroken(row, { lot, result, decidedBy: 'lot' }),
    VoteCorrected: (row, { data: { vote, reason } }) =>
      row && {
        ...voted(row, vote, row.votedAt ?? row.movedAt),
        corrections: row.vote ? [...row.corrections, { was: row.vote, reason }] : row.corrections,
      },
    DivisionTaken: (row, { data: { after: _after, ...division }, happenedAt }) =>
      row && divided({ ...row, earlier: row.division ? [...row.earlier, row.division] : row.earlier }, division, happenedAt),
    VoteDeclaredVoid: (row, { data }) => row && madeVoid(row, data),
    DivisionCorrected: (row, { data: { division, reason } }) =>
      row?.division?.divisionId === division.divisionId
        ? {
            ...divided(row, division, row.votedAt ?? row.movedAt),
            ...(outcomeOf(division, row.motionId) === outcomeOf(row.division, row.motionId) && { status: row.status }),
            corrections: [...row.corrections, { was: row.division, reason }],
          }
        : row,
    DissentRecorded: (row, { data: { person } }) => row && { ...row, dissents: [...row.dissents, person] },
    EntryMoved: (row, { data: { sectionId } }) => row && { ...row, sectionId, vote: row.vote && { ...row.vote, sectionId } },
    StepCorrected: (row, { data }) => row && corrected(row, data),
    StepStruck: (row, { data }) => row && struck(row, data),
  },
});
