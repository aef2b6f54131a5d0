import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command } from '../../src/kernel/decider.js';
import { type Recorded } from '../../src/kernel/event.js';
import {
  meetingRegister,
  type MeetingRegisterRow,
} from '../../src/slices/meetings/agenda/views/meeting-register/meeting-register.projection.js';
import { CorrectStep, StrikeStep } from '../../src/slices/meetings/corrections/step.commands.js';
import { correctionsDecider } from '../../src/slices/meetings/corrections/step.decider.js';
import { assembleMinute } from '../../src/slices/meetings/document/assemble.js';
import { minuteText } from '../../src/slices/meetings/document/minute-text.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { minuteDecider } from '../../src/slices/meetings/minutes/minute.decider.js';
import { RecordParagraph } from '../../src/slices/meetings/minutes/minutes.commands.js';
import { motionDecider } from '../../src/slices/meetings/motions/motion.decider.js';
import { MoveMotion, RecordDissent, SecondMotion, TakeVote, WithdrawMotion } from '../../src/slices/meetings/motions/motions.commands.js';
import {
  motionRegister,
  type MotionRegisterRow,
} from '../../src/slices/meetings/motions/views/motion-register/motion-register.projection.js';
import { DeclareVoteVoid, GiveRuling, TakeProceduralMotion } from '../../src/slices/meetings/procedure/procedure.commands.js';
import { procedureDecider } from '../../src/slices/meetings/procedure/procedure.decider.js';
import { momentOf } from '../../src/slices/meetings/record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { isStep } from '../../src/slices/meetings/record/told-anew.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  DeclareInterest,
  DeclareQuorum,
  LeaveMeeting,
  RejoinMeeting,
  ResumeMeeting,
  TakeChair,
  TakeItem,
} from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { quorumAt, standingFor } from '../../src/slices/meetings/sederunt/room.js';
import { quorumTimeline } from '../../src/slices/meetings/as-it-stands/views/quorum/quorum-timeline.js';
import { aDecision, anOpenMeeting } from '../support/a-meeting.js';
import { ask, recorded } from '../support/decider-spec.js';

/** A meeting recorded with slips that were put right is, but for the trail, the meeting that was recorded rightly from the start. */
const ID = 'board/2016-03-03';
const STREAM = `meeting-${ID}`;
const WHY = 'A slip of the pen';
const MEMBERS = ['a', 'b', 'c', 'd', 'e'] as const;

const step = fc.record({
  kind: fc.constantFrom(
    ...(['item', 'paragraph', 'paragraph', 'decision', 'decision', 'move', 'second', 'withdraw', 'vote', 'dissent'] as const),
    ...(['leave', 'rejoin', 'chair', 'interest', 'declare', 'adjourn', 'resume', 'next-business', 'ruling', 'void'] as const),
  ),
  who: fc.constantFrom(...MEMBERS),
  pick: fc.nat({ max: 9 }),
  /** Of some, that it was written down wrong, or that it never happened. */
  slip: fc.constantFrom('none', 'none', 'none', 'wrong', 'never'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** `wrong`: as it was written down first. */
function commandOf({ kind, who, pick }: Step, at: string, meeting: Meeting, wrong: boolean): Command | null {
  const said = wrong ? `wrongly ${at}` : `rightly ${at}`;
  const time = wrong ? '09:00' : '10:00';
  const id = { commandId: `01900000-0000-7000-8000-${at.padStart(12, '0')}` };
  const section = meeting.sections[pick % Math.max(1, meeting.sections.length)];
  const motion = meeting.motions.findLast(({ status }) => status === 'moved');
  switch (kind) {
    case 'item':
      return ask(TakeItem, ID, { heading: said }, id);
    case 'paragraph':
      return ask(RecordParagraph, ID, { text: `Paragraph ${at}` }, id);
    case 'move':
      return ask(MoveMotion, ID, { text: said, movedBy: who, motionId: `m-${at}` }, { ...id, facts: { decisions: [] } });
    case 'second':
      return motion ? ask(SecondMotion, ID, { motionId: motion.motionId, secondedBy: who }) : null;
    case 'withdraw':
      return motion ? ask(WithdrawMotion, ID, { motionId: motion.motionId, reason: said }) : null;
    case 'vote':
      return motion
        ? ask(
            TakeVote,
            ID,
            { motionId: motion.motionId, method: 'show-of-hands', counts: { yes: 1, no: 0 } },
            { ...id, facts: { decisions: [] } },
          )
        : null;
    case 'next-business': {
      const secondedBy = MEMBERS[(MEMBERS.indexOf(who) + 1) % MEMBERS.length];
      const counts = wrong && pick > 4 ? { yes: 1, no: 2 } : { yes: 2, no: 1 };
      const asked = wrong && pick <= 4 ? ({ kind: 'other' } as const) : ({ kind: 'next-business' } as const);
      return ask(
        TakeProceduralMotion,
        ID,
        { ...asked, words: said, movedBy: who, ...(secondedBy && { secondedBy }), method: 'show-of-hands', counts },
        { ...id, facts: {} },
      );
    }
    case 'ruling': {
      if (!motion) return ask(GiveRuling, ID, { kind: 'urgent', words: said }, { ...id, facts: {} });
      const asked = { kind: pick > 4 === wrong ? 'competent' : 'not-competent', motionId: motion.motionId } as const;
      return ask(GiveRuling, ID, { ...asked, words: said }, { ...id, facts: {} });
    }
    case 'void': {
      const voted = meeting.motions.findLast(({ vote }) => vote)?.vote?.voteId;
      const voteId = pick > 4 ? meeting.procedures.findLast(({ declaredVoid }) => !declaredVoid)?.procedureId : voted;
      const ruledBy = wrong && pick % 2 === 0 ? { ruledBy: 'b' } : { ruledBy: 'a' };
      return voteId === undefined ? null : ask(DeclareVoteVoid, ID, { voteId, reason: said, ...ruledBy }, { ...id, facts: {} });
    }
    case 'dissent': {
      const carried = meeting.motions.findLast(({ status }) => status === 'carried');
      const decided = meeting.decisions.at(-1);
      if (carried && pick > 4) return ask(RecordDissent, ID, { personId: who, motionId: carried.motionId });
      return decided ? ask(RecordDissent, ID, { personId: who, decisionId: decided.decisionId }) : null;
    }
    case 'leave':
      return ask(LeaveMeeting, ID, { personId: who });
    case 'rejoin':
      return ask(RejoinMeeting, ID, { personId: who });
    case 'chair':
      return ask(TakeChair, ID, { personId: who, reason: said });
    case 'interest':
      return section
        ? ask(DeclareInterest, ID, {
            personId: who,
            itemId: section.sectionId,
            outcome: pick > 4 === wrong ? 'connection-only' : 'declared-and-withdrew',
            nature: said,
          })
        : null;
    case 'declare':
      return ask(DeclareQuorum, ID, { quorate: pick > 4 !== wrong, words: said });
    case 'adjourn':
      return ask(AdjournMeeting, ID, { reason: said, time });
    case 'resume':
      return ask(ResumeMeeting, ID, { time }, { facts: { standing: null } });
    case 'decision':
      return null;
  }
}

/** A decision stands as the quorum is when it is recorded. */
function decisionOf(at: string, meeting: Meeting): MeetingStreamEvent | null {
  const paragraph = meeting.paragraphs.findLast(({ sectionId }) => sectionId === meeting.inHand);
  if (!paragraph || meeting.status !== 'open') return null;
  const { paragraphId, number, sectionId } = paragraph;
  const after = meeting.entries.at(-1)?.entryId ?? null;
  const sectionHeading = meeting.sections.find((one) => one.sectionId === sectionId)?.heading ?? '';
  const quorum = quorumAt(meeting, momentOf(meeting, after) + 1, sectionId);
  return aDecision(`d-${at}`, { sectionId, sectionHeading, paragraphId, paragraph: number, after, quorum, standing: standingFor(quorum) });
}

type AnyDecider = typeof meetingDecider | typeof procedureDecider | typeof motionDecider | typeof minuteDecider | typeof correctionsDecider;

const deciderOf = (kind: string): AnyDecider => {
  if (kind === 'paragraph') return minuteDecider;
  if (conducts(kind) || kind === 'void') return procedureDecider;
  return ['move', 'second', 'withdraw', 'vote', 'dissent'].includes(kind) ? motionDecider : meetingDecider;
};

const conducts = (kind: string): boolean => kind === 'next-business' || kind === 'ruling';

class Recording {
  meeting: Meeting;
  readonly events: Recorded<MeetingStreamEvent>[] = [];

  constructor() {
    this.meeting = meetingHistory.initial;
    this.add(anOpenMeeting());
  }

  add(events: readonly MeetingStreamEvent[], commandId?: string): void {
    for (const event of events) {
      const one = recorded({ ...event, ...(commandId !== undefined && { commandId }) }, this.events.length, STREAM);
      this.events.push(one);
      this.meeting = meetingHistory.evolve(this.meeting, one);
    }
  }

  /** The revision of the first event of it, where it was accepted. */
  say(decider: AnyDecider, command: Command): number | null {
    const decided = decider.decide(command as never, this.meeting);
    if (!decided.accepted) return null;
    const revision = this.events.length;
    this.add(decided.events, command.commandId);
    return revision;
  }
}

/** What is put right: a step, with what it should have said; `null` where it is struck. */
type Slip = readonly [revision: number, right: Recorded<MeetingStreamEvent> | null];

function putRight(record: Recording, [revision, right]: Slip): boolean {
  const wrong = record.meeting.told.find((one) => one.revision === revision);
  if (!wrong) return true;
  if (!right) return record.say(correctionsDecider, ask(StrikeStep, ID, { step: revision, reason: WHY }, { facts: {} })) !== null;
  const { reason, why = reason, ...said } = right.data as Readonly<Record<string, unknown>>;
  const { ruledBy } = said as { readonly ruledBy?: { readonly personId: string } };
  const ruler = ruledBy ? { personId: ruledBy.personId } : {};
  const fields = ['time', 'words', 'text', 'quorate', 'outcome', 'nature', 'heading', 'kind'].filter((field) => field in said);
  const vote = right.type === 'ProceduralMotionTaken' ? { vote: { method: right.data.vote.method, counts: right.data.vote.counts } } : {};
  const asked = {
    ...Object.fromEntries(fields.map((field) => [field, said[field]])),
    ...(why !== undefined && { why }),
    ...vote,
    ...ruler,
  };
  return record.say(correctionsDecider, ask(CorrectStep, ID, { step: revision, ...asked, reason: WHY } as never, { facts: {} })) !== null;
}

interface Played {
  readonly right: Recording;
  readonly slipped: Recording;
  readonly kinds: readonly string[];
}

/** The same meeting twice; `null` where a slip could not have been made, or hindered what was rightly recorded after it. */
function played(steps: readonly Step[]): Played | null {
  const right = new Recording();
  const slipped = new Recording();
  const slips: Slip[] = [];
  const kinds: string[] = [];
  for (const [index, one] of steps.entries()) {
    const at = String(index);
    const { kind, slip } = one;
    if (kind === 'decision') {
      for (const record of [right, slipped]) {
        const decision = decisionOf(at, record.meeting);
        if (decision) record.add([decision]);
      }
      continue;
    }
    const can =
      slip !== 'none' &&
      (['chair', 'interest', 'declare', 'adjourn', 'resume', 'item', 'move', 'withdraw', 'dissent', 'void'].includes(kind) ||
        conducts(kind));
    // A procedural motion or a ruling that is struck stays in the record as a place.
    if (slip === 'never' && can && !conducts(kind)) {
      // What follows an item that was never taken would be of it: the next item is taken at once.
      const command = ['resume', 'withdraw', 'item'].includes(kind) ? null : commandOf(one, at, right.meeting, true);
      const before = { adjourned: slipped.meeting.status };
      const revision = command && slipped.say(deciderOf(kind), command);
      if (revision === null) continue;
      if (kind === 'adjourn') {
        if (before.adjourned !== 'open' || slipped.say(meetingDecider, ask(ResumeMeeting, ID, {}, { facts: { standing: null } })) === null)
          return null;
      }
      slips.push([revision, null]);
      kinds.push(`${kind} struck`);
      continue;
    }
    const { meeting } = right;
    const command = commandOf(one, at, meeting, false);
    const revision = command && right.say(deciderOf(kind), command);
    if (revision === null || !command) continue;
    const wrong = can && kind !== 'dissent' ? commandOf(one, at, meeting, true) : command;
    const wrongly = wrong && slipped.say(deciderOf(kind), wrong);
    if (wrongly === null) return null;
    const meant = right.events[revision];
    if (can && kind !== 'dissent' && meant && isStep(meant)) {
      slips.push([wrongly, meant]);
      kinds.push(`${kind} corrected`);
    }
  }
  for (const record of [right, slipped]) record.say(meetingDecider, ask(ConcludeMeeting, ID, {}));
  return slips.every((slip) => putRight(slipped, slip)) ? { right, slipped, kinds } : null;
}

/**
 * Who could vote and whether there was a quorum stands in a vote as it was counted; a vote is counted anew by correcting the vote. Who was
 * presiding when the quorum was declared is kept as it was then, and told nowhere. The sum of a decision's quorum is found anew only where the decision then stands otherwise.
 */
const asCounted = (key: string, value: unknown): unknown => {
  if (key === 'voteEvent') return null;
  if (key === 'by' && typeof value === 'object' && value !== null && 'personId' in value) return undefined;
  if (key === 'quorum' && typeof value === 'object' && value !== null && 'explanation' in value) return null;
  const isVote = typeof value === 'object' && value !== null && 'counts' in value && 'entitled' in value;
  return isVote ? { ...value, entitled: [], quorate: null } : value;
};

/** The course by the places of its steps: motions that are found to have fallen by an entry did so right after it. */
const inOrder = (meeting: Meeting): Meeting['course'] =>
  meeting.course
    .map((one) =>
      one.event.type === 'MotionFell' ? { ...one, event: { ...one.event, data: { ...one.event.data, after: undefined } } } : one,
    )
    .toSorted((one, other) => momentOf(meeting, one.after) - momentOf(meeting, other.after));

/** Everything that is made of a meeting, but for the trail. */
function all({ meeting, events }: Recording) {
  const { told: _told, putRight: _putRight, ...rest } = meeting;
  const state = { ...rest, course: inOrder(meeting) };
  const motions = new Map<string, MotionRegisterRow | undefined>();
  let listed: MeetingRegisterRow | undefined;
  for (const event of events) {
    const on = motionRegister.on as Readonly<
      Record<string, ((row: unknown, event: unknown, key: string) => MotionRegisterRow | undefined) | undefined>
    >;
    const reduce = on[event.type];
    if (reduce) for (const key of [motionRegister.key(event as never)].flat()) motions.set(key, reduce(motions.get(key), event, key));
    const one = (
      meetingRegister.on as Readonly<
        Record<string, ((row: unknown, event: unknown, key: string) => MeetingRegisterRow | undefined) | undefined>
      >
    )[event.type];
    if (one) listed = one(listed, event, ID);
  }
  const rows = [...motions.values()].flatMap((row) => (row ? [{ ...row, recorded: '' }] : []));
  const made = {
    state,
    rows,
    listed: listed && { ...listed, declared: {} },
    minute: minuteText(meeting),
    document: assembleMinute(meeting),
    quorum: quorumTimeline(meeting),
  };
  return JSON.parse(JSON.stringify(made), asCounted) as typeof made;
}

const meetings = fc.array(step, { minLength: 10, maxLength: 60, size: 'max' });

describe('a meeting with slips that were put right', () => {
  it('is the meeting that was rightly recorded from the start, in its minute, quorum, decisions and registers', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const both = played(steps);
        fc.pre(both !== null);
        expect(all(both.slipped)).toEqual(all(both.right));
      }),
      { numRuns: 200, maxSkipsPerRun: 200 },
    );
  });

  it('has slips of every kind', () => {
    const kinds = fc.sample(meetings, { seed: 20_160_303, numRuns: 300 }).flatMap((steps) => played(steps)?.kinds ?? []);
    const corrected = [
      'adjourn',
      'chair',
      'declare',
      'interest',
      'item',
      'move',
      'next-business',
      'resume',
      'ruling',
      'void',
      'withdraw',
    ].map((kind) => `${kind} corrected`);
    const struck = ['adjourn', 'chair', 'declare', 'dissent', 'interest', 'move', 'void'].map((kind) => `${kind} struck`);
    expect([...new Set(kinds)].sort()).toEqual([...corrected, ...struck].sort());
  });
});
