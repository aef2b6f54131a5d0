import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command, type Decision } from '../../src/kernel/decider.js';
import { AgreeNextMeeting } from '../../src/slices/meetings/between-meetings/between.commands.js';
import { betweenDecider } from '../../src/slices/meetings/between-meetings/between.decider.js';
import { decisionDecider } from '../../src/slices/meetings/decisions/decision.decider.js';
import { RecordDecision } from '../../src/slices/meetings/decisions/decisions.commands.js';
import { AgreeAction, RecordHearing } from '../../src/slices/meetings/discussion/discussion.commands.js';
import { discussionDecider } from '../../src/slices/meetings/discussion/discussion.decider.js';
import { divisionDecider } from '../../src/slices/meetings/divisions/division.decider.js';
import { TakeDivision } from '../../src/slices/meetings/divisions/divisions.commands.js';
import { electionDecider } from '../../src/slices/meetings/elections/election.decider.js';
import { EndMembership, HoldElection } from '../../src/slices/meetings/elections/elections.commands.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { minuteDecider } from '../../src/slices/meetings/minutes/minute.decider.js';
import { Annotate, RecordParagraph, StrikeEntry } from '../../src/slices/meetings/minutes/minutes.commands.js';
import { motionDecider } from '../../src/slices/meetings/motions/motion.decider.js';
import {
  GiveCastingVote,
  MoveMotion,
  NoteMotionFell,
  RecordDissent,
  SecondMotion,
  TakeVote,
  WithdrawMotion,
} from '../../src/slices/meetings/motions/motions.commands.js';
import { GiveRuling, TakeProceduralMotion } from '../../src/slices/meetings/procedure/procedure.commands.js';
import { procedureDecider } from '../../src/slices/meetings/procedure/procedure.decider.js';
import { entryOf, now } from '../../src/slices/meetings/record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { entitledToVote, presidingAt, quorumNow } from '../../src/slices/meetings/sederunt/room.js';
import {
  AdjournMeeting,
  DeclareInterest,
  DeclareQuorum,
  ExcludePublic,
  LeaveMeeting,
  ReadmitPublic,
  RecordAttendance,
  RejoinMeeting,
  ResumeMeeting,
  TakeChair,
  TakeItem,
} from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { anOpenMeeting, aStanding, person } from '../support/a-meeting.js';
import { ask, folded, recorded } from '../support/decider-spec.js';
import { type Done, MeetingInMind, QUORUM, SEATS } from '../support/meeting-model.js';
import { runs } from '../support/runs.js';

/**
 * Whole meetings, with every kind of business and whatever is refused, in the record and in the mind of a member beside it (see
 * test/support/meeting-model.ts): after every command both know the same of who may vote, who presides, what stands and whether there is a quorum.
 */
const ID = 'board/2016-03-03';
const ITEMS = ['i-1', 'i-2', 'i-3'] as const;
const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'n', 'o', 'z'] as const;

const standing = {
  ...aStanding({ kind: 'number', atLeast: QUORUM }),
  roll: SEATS.map(({ seatId, holder, voting }) => ({
    seatId,
    label: seatId,
    voting,
    holder: holder === null ? null : person(holder),
    substitutes: [],
  })),
};
const [called] = anOpenMeeting();
const begun: readonly MeetingStreamEvent[] = [
  called!,
  ...ITEMS.map((itemId, index): MeetingStreamEvent => ({
    type: 'AgendaItemAdded',
    v: 1,
    data: { itemId, number: String(index + 1), title: `Item ${index + 1}`, papers: [] },
  })),
  { type: 'MeetingOpened', v: 1, data: { standing } },
];

const often = <T>(times: number, one: T): readonly T[] => Array.from({ length: times }, () => one);
const KINDS = [
  ...often(8, 'come' as const),
  ...often(3, 'preside' as const),
  ...often(4, 'item' as const),
  ...often(5, 'move' as const),
  ...often(6, 'second' as const),
  ...often(3, 'amend' as const),
  ...often(5, 'vote' as const),
  ...often(3, 'casting' as const),
  ...often(3, 'divide' as const),
  ...often(4, 'decide' as const),
  ...often(3, 'decide-motion' as const),
  ...often(2, 'dissent' as const),
  ...often(2, 'leave' as const),
  ...often(2, 'return' as const),
  ...often(2, 'interest' as const),
  ...(['attend', 'apologise', 'officer-presides', 'resign', 'paragraph', 'paragraph', 'adjourn', 'resume', 'resume', 'resume'] as const),
  ...(['strike', 'withdraw', 'fall', 'rule-out', 'rule', 'next-business', 'procedural', 'elect', 'elect', 'elect-chair'] as const),
  ...(['declare', 'exclude', 'readmit', 'hear', 'agree-action', 'next-meeting', 'note'] as const),
];
const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  who: fc.constantFrom(...PEOPLE),
  other: fc.constantFrom(...PEOPLE),
  pick: fc.nat({ max: 11 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const picked = <T>(list: readonly T[], pick: number): T | undefined => list[pick % Math.max(1, list.length)];

/**
 * What a step does, given what the member has in mind; `null` where there is nothing that it could be done to. Most is done by somebody who may
 * do it, to a motion that stands; the rest by and to whoever and whatever there is.
 */
function doneIn({ kind, who: anybody, other: another, pick }: Step, at: string, mind: MeetingInMind): Done | null {
  const able = mind.mayVote();
  const [who, other] = pick > 2 ? [picked(able, pick) ?? anybody, picked(able, pick + 1) ?? another] : [anybody, another];
  const motions = [...mind.motions.keys()];
  const standing = motions.filter((one) => mind.motions.get(one)?.stands === 'moved');
  const motion = picked(pick > 1 && standing.length > 0 ? standing.slice(-3) : motions.slice(-4), pick);
  const decision = picked([...mind.decisions.keys()].slice(-3), pick);
  const [yes, no] = [[2, 1, 3, 0, 1, 4][pick % 6]!, [1, 1, 0, 0, 2, 4][pick % 6]!];
  switch (kind) {
    case 'item':
      return { do: kind, item: ITEMS[pick % ITEMS.length]! };
    case 'interest': {
      // An interest in an item that is over holds for the whole of it: what was done there is then judged anew, which the member does not do.
      const item = ITEMS[pick % ITEMS.length]!;
      return mind.isOver(item) ? null : { do: kind, who, item, withdraws: pick < 8 };
    }
    case 'move':
      return { do: kind, id: `m-${at}`, who };
    case 'amend':
      return motion === undefined ? null : { do: 'move', id: `m-${at}`, who, amends: motion };
    case 'second': {
      const unseconded = standing.findLast((one) => mind.motions.get(one)?.seconder === undefined);
      const id = pick > 3 ? (unseconded ?? motion) : motion;
      return id === undefined ? null : { do: kind, id, who };
    }
    case 'withdraw':
    case 'fall':
    case 'rule-out':
      return motion === undefined ? null : { do: kind, id: motion };
    case 'vote':
      return motion === undefined ? null : { do: kind, id: motion, yes, no };
    case 'casting': {
      const tied = motions.findLast((one) => mind.motions.get(one)?.stands === 'tied') ?? motion;
      return tied === undefined ? null : { do: kind, id: tied, who: pick > 2 ? (mind.presides() ?? who) : who, yes: pick % 2 === 0 };
    }
    case 'divide': {
      // Between a motion that was seconded and its amendments; or of one alone, which is refused.
      const root =
        motions.findLast((one) => mind.between(one)[0] === one && mind.between(one).length > 1 && !mind.motions.get(one)?.amends) ??
        motions.find((one) => mind.between(one).length < 2);
      const most = pick % Math.max(1, root === undefined ? 1 : mind.between(root).length);
      return root === undefined
        ? null
        : { do: kind, id: root, counts: mind.between(root).map((_, index) => (index === most ? 2 : index % 2)) };
    }
    case 'decide':
      return { do: kind, id: `d-${at}` };
    case 'decide-motion':
      return motion === undefined ? null : { do: 'decide', id: `d-${at}`, motion };
    case 'strike':
      return decision === undefined ? null : { do: kind, id: decision };
    case 'dissent': {
      const carried = motions.findLast((one) => mind.motions.get(one)?.stands === 'carried') ?? motion;
      if (pick % 2 === 0) return decision === undefined ? null : { do: kind, who, decision };
      return carried === undefined ? null : { do: kind, who, motion: carried };
    }
    case 'procedural':
    case 'next-business':
      return { do: kind, who, by: other, yes, no };
    case 'elect':
      return mind.isMember(anybody) ? null : { do: kind, who: anybody, mover: who, seconder: other };
    case 'elect-chair':
      // Once it is, no officer presides any more.
      return pick < 9 ? null : { do: kind, who: anybody, mover: who, seconder: other };
    case 'rule':
      return { do: kind, words: 'it is so' };
    case 'declare':
      return { do: kind, quorate: pick > 3 };
    case 'preside':
      return { do: kind, who };
    case 'attend':
    case 'officer-presides':
      return { do: kind, who: pick > 3 ? 'o' : anybody };
    case 'come':
    case 'leave':
    case 'return':
    case 'resign':
    case 'apologise':
    case 'agree-action':
      return { do: kind, who: anybody };
    case 'paragraph':
    case 'adjourn':
    case 'resume':
    case 'exclude':
    case 'readmit':
    case 'hear':
    case 'next-meeting':
    case 'note':
      return { do: kind };
  }
}

interface Decides {
  readonly decide: (command: never, meeting: Meeting) => Decision<MeetingStreamEvent>;
}

/** The command of it, with the decider that judges it. */
function commandOf(done: Done, at: string, mind: MeetingInMind): readonly [Decides, Command] {
  const id = { commandId: `01900000-0000-7000-8000-${at.padStart(12, '0')}` };
  const decisions = { facts: { decisions: [] }, ...id };
  const none = { facts: {}, ...id };
  switch (done.do) {
    case 'come':
      return [meetingDecider, ask(RecordAttendance, ID, { person: person(done.who), as: 'present' })];
    case 'attend':
      return [meetingDecider, ask(RecordAttendance, ID, { person: person(done.who), as: 'in-attendance' })];
    case 'apologise':
      return [meetingDecider, ask(RecordAttendance, ID, { person: person(done.who), as: 'apologies' })];
    case 'leave':
      return [meetingDecider, ask(LeaveMeeting, ID, { personId: done.who })];
    case 'return':
      return [meetingDecider, ask(RejoinMeeting, ID, { personId: done.who })];
    case 'preside':
      return [meetingDecider, ask(TakeChair, ID, { personId: done.who, reason: 'Chosen' })];
    case 'officer-presides':
      return [meetingDecider, ask(TakeChair, ID, { personId: done.who, reason: 'Clerk', untilElected: true })];
    case 'resign':
      return [electionDecider, ask(EndMembership, ID, { personId: done.who, reason: 'Resigned' }, none)];
    case 'interest': {
      const outcome = done.withdraws ? 'declared-and-withdrew' : 'connection-only';
      return [meetingDecider, ask(DeclareInterest, ID, { personId: done.who, itemId: done.item, outcome, nature: 'a friend' })];
    }
    case 'item':
      return [meetingDecider, ask(TakeItem, ID, { itemId: done.item }, id)];
    case 'paragraph':
      return [minuteDecider, ask(RecordParagraph, ID, { text: 'It was said.' }, id)];
    case 'note':
      return [minuteDecider, ask(Annotate, ID, { heading: 'NOTE', text: 'Noted.' }, id)];
    case 'adjourn':
      return [meetingDecider, ask(AdjournMeeting, ID, { reason: 'The hour was late' })];
    case 'resume':
      return [meetingDecider, ask(ResumeMeeting, ID, {}, { facts: { standing: null } })];
    case 'exclude':
      return [meetingDecider, ask(ExcludePublic, ID, { paragraphs: ['6'] })];
    case 'readmit':
      return [meetingDecider, ask(ReadmitPublic, ID, {})];
    case 'hear':
      return [discussionDecider, ask(RecordHearing, ID, { kind: 'question', name: 'Mrs Grant', subject: 'the park' }, none)];
    case 'agree-action':
      return [discussionDecider, ask(AgreeAction, ID, { people: [done.who], words: 'Write.' }, none)];
    case 'next-meeting':
      return [betweenDecider, ask(AgreeNextMeeting, ID, { date: '2016-06-09' }, none)];
    case 'decide':
      return [
        decisionDecider,
        ask(
          RecordDecision,
          ID,
          { decisionId: done.id, words: 'AGREED so.', ...(done.motion !== undefined && { motionId: done.motion }) },
          decisions,
        ),
      ];
    case 'strike':
      return [minuteDecider, ask(StrikeEntry, ID, { entryId: done.id, reason: 'In error' }, id)];
    case 'move': {
      const amends = done.amends === undefined ? {} : { amends: done.amends };
      return [motionDecider, ask(MoveMotion, ID, { motionId: done.id, text: `That ${done.id}`, movedBy: done.who, ...amends }, decisions)];
    }
    case 'second':
      return [motionDecider, ask(SecondMotion, ID, { motionId: done.id, secondedBy: done.who })];
    case 'withdraw':
      return [motionDecider, ask(WithdrawMotion, ID, { motionId: done.id })];
    case 'fall':
      return [motionDecider, ask(NoteMotionFell, ID, { motionId: done.id, why: 'Let drop' })];
    case 'rule-out':
      return [procedureDecider, ask(GiveRuling, ID, { kind: 'not-competent', words: 'it is not', motionId: done.id }, none)];
    case 'rule':
      return [procedureDecider, ask(GiveRuling, ID, { kind: 'other', words: done.words }, none)];
    case 'vote': {
      const counts = { yes: done.yes, no: done.no };
      return [motionDecider, ask(TakeVote, ID, { motionId: done.id, method: 'show-of-hands', counts }, decisions)];
    }
    case 'casting':
      return [motionDecider, ask(GiveCastingVote, ID, { motionId: done.id, personId: done.who, option: done.yes ? 'yes' : 'no' })];
    case 'divide': {
      const proposals = mind.between(done.id).map((proposalId, index) => ({ proposalId, count: done.counts[index] ?? 0 }));
      const two =
        proposals.length > 1
          ? proposals
          : [
              { proposalId: done.id, count: 1 },
              { proposalId: 'm-unknown', count: 0 },
            ];
      return [divisionDecider, ask(TakeDivision, ID, { method: 'show-of-hands', proposals: two }, decisions)];
    }
    case 'procedural':
    case 'next-business': {
      const kind = done.do === 'procedural' ? ({ kind: 'other', words: 'it be so' } as const) : ({ kind: 'next-business' } as const);
      const counts = { yes: done.yes, no: done.no };
      const by = { movedBy: done.who, secondedBy: done.by };
      return [procedureDecider, ask(TakeProceduralMotion, ID, { ...kind, ...by, method: 'show-of-hands', counts }, none)];
    }
    case 'elect':
    case 'elect-chair': {
      const to = done.do === 'elect' ? ({ kind: 'seat' } as const) : ({ kind: 'office', name: 'Chair' } as const);
      const nominations = [{ nominee: person(done.who), movedBy: done.mover, secondedBy: done.seconder }];
      return [electionDecider, ask(HoldElection, ID, { to, nominations }, none)];
    }
    case 'dissent': {
      const of = done.decision === undefined ? { motionId: done.motion! } : { decisionId: done.decision };
      return [motionDecider, ask(RecordDissent, ID, { personId: done.who, ...of })];
    }
    case 'declare':
      return [meetingDecider, ask(DeclareQuorum, ID, { quorate: done.quorate, words: 'Declared.' })];
  }
}

/** What the record says, in the words in which the member has it in mind. */
const asRecorded = (meeting: Meeting) => ({
  mayVote: entitledToVote(meeting, now(meeting), meeting.inHand)
    .map((one) => one.person.personId)
    .toSorted(),
  presides: presidingAt(meeting, now(meeting))?.personId ?? null,
  quorate: quorumNow(meeting).quorate,
  motions: Object.fromEntries(meeting.motions.map(({ motionId, status }) => [motionId, status])),
  decisions: Object.fromEntries(
    meeting.decisions.flatMap(({ decisionId, standing: stands }) => (entryOf(meeting, decisionId)?.struck ? [] : [[decisionId, stands]])),
  ),
});

const inMind = (mind: MeetingInMind): ReturnType<typeof asRecorded> => ({
  mayVote: [...mind.mayVote()],
  presides: mind.presides(),
  quorate: mind.quorate(),
  motions: Object.fromEntries([...mind.motions].map(([id, { stands }]) => [id, stands])),
  decisions: Object.fromEntries([...mind.decisions].flatMap(([id, one]) => (one.struck ? [] : [[id, one.standing]]))),
});

/** Five come, the first of them presides, and the first item is taken. */
const BEGINNING: readonly Done[] = [
  ...['a', 'b', 'c', 'd', 'e'].map((who) => ({ do: 'come', who }) as const),
  { do: 'preside', who: 'a' },
  { do: 'item', item: 'i-1' },
];

interface Told {
  readonly done: Done;
  readonly accepted: boolean;
}

/** Plays a meeting in both, and compares them after every command; gives what was done, accepted or not. */
function play(steps: readonly Step[]): readonly Told[] {
  const mind = new MeetingInMind();
  let meeting = folded(meetingHistory, begun);
  let revision = begun.length;
  const told: Told[] = [];
  const does = (done: Done, index: number): void => {
    const [decider, command] = commandOf(done, String(index), mind);
    const decision = decider.decide(command as never, meeting);
    const was = decision.accepted ? 'accepted' : decision.code;
    const may = mind.does(done);
    expect({ done, accepted: decision.accepted, was }).toEqual({ done, accepted: may, was });
    if (decision.accepted)
      for (const event of decision.events)
        meeting = meetingHistory.evolve(meeting, recorded({ ...event, commandId: command.commandId }, revision++, `meeting-${ID}`));
    expect({ done, ...asRecorded(meeting) }).toEqual({ done, ...inMind(mind) });
    told.push({ done, accepted: decision.accepted });
  };
  for (const [index, done] of BEGINNING.entries()) does(done, 900_000 + index);
  for (const [index, one] of steps.entries()) {
    const done = doneIn(one, String(index), mind);
    if (done) does(done, index);
  }
  return told;
}

const meetings = fc.array(step, { minLength: 1, maxLength: 120, size: 'max' });

describe('a whole meeting, in the record and in mind', () => {
  it('is the same after every command: who may vote, who presides, what stands, and whether there is a quorum', () => {
    fc.assert(
      fc.property(meetings, (steps) => void play(steps)),
      { numRuns: runs(200, 20_000) },
    );
  });

  it('has every kind of business, accepted and refused', () => {
    const all = fc.sample(meetings, { seed: 20_160_303, numRuns: 120 }).flatMap(play);
    const kinds = new Set(all.map(({ done }) => done.do));
    const accepted = new Set(all.filter((one) => one.accepted).map(({ done }) => done.do));
    expect([...accepted].sort()).toEqual([...kinds].sort());
    const refused = new Set(all.filter((one) => !one.accepted).map(({ done }) => done.do));
    expect([...kinds].filter((kind) => !refused.has(kind)).sort()).toEqual(['declare', 'note', 'paragraph']);
  });
});
