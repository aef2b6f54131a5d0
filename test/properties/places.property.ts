import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command } from '../../src/kernel/decider.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { momentOf } from '../../src/slices/meetings/record/entries.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { sederuntOf } from '../../src/slices/meetings/document/sederunt.js';
import { motionDecider } from '../../src/slices/meetings/motions/motion.decider.js';
import { MoveMotion, RecordDissent, SecondMotion, TakeVote } from '../../src/slices/meetings/motions/motions.commands.js';
import {
  CorrectAttendance,
  DeclareInterest,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
} from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { entitledToVote } from '../../src/slices/meetings/sederunt/room.js';
import { impossibleVotes } from '../../src/slices/meetings/sederunt/impossible-votes.js';
import { quorumText } from '../../src/slices/meetings/as-it-stands/views/quorum/quorum-text.js';
import { quorumTimeline } from '../../src/slices/meetings/as-it-stands/views/quorum/quorum-timeline.js';
import { aDecision, anItem, aParagraph } from '../support/a-meeting.js';
import { named, standing } from '../support/a-room.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

/** Meetings in which people move, second, vote, dissent, declare interests, come and go, in any order, before and after paragraphs. */
const PEOPLE = ['chair', 'vice', 'police', 'health', 'college'] as const;
const ID = 'board/2016-03-03';
const NO_FACTS = { facts: { decisions: [] } };

const KINDS = [
  'item',
  'paragraph',
  'decision',
  'move',
  'second',
  'vote',
  'dissent',
  'leave',
  'rejoin',
  'come',
  'withdraw',
  'left',
  'strike',
] as const;
const FREQUENT = ['leave', 'leave', 'rejoin', 'move', 'vote', 'vote', 'come', 'come', 'decision', 'decision'] as const;
const step = fc.record({
  kind: fc.constantFrom(...KINDS, ...FREQUENT),
  who: fc.constantFrom(...PEOPLE),
  place: fc.nat({ max: 9 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const begun: MeetingStreamEvent[] = [
  {
    type: 'MeetingCalled',
    v: 1,
    data: { meetingId: ID, bodyId: 'board', title: 'Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
  },
  { type: 'MeetingOpened', v: 1, data: { standing: standing({ quorum: { kind: 'number', atLeast: 2 } }) } },
];

function commandOf({ kind, who, place }: Step, meeting: Meeting): Command | null {
  const afterParagraph = meeting.paragraphs[place]?.number;
  const at = afterParagraph === undefined ? {} : { afterParagraph };
  const live = meeting.motions.findLast(({ status }) => status === 'moved');
  switch (kind) {
    case 'move':
      return ask(MoveMotion, ID, { text: 'That', movedBy: who }, NO_FACTS);
    case 'second':
      return live ? ask(SecondMotion, ID, { motionId: live.motionId, secondedBy: who }) : null;
    case 'vote': {
      const entitled = live ? entitledToVote(meeting, meeting.entries.length, live.sectionId) : [];
      const votes = entitled.map(({ person }) => ({ personId: person.personId, option: 'yes' as const }));
      return live ? ask(TakeVote, ID, { motionId: live.motionId, method: 'roll-call', votes }, NO_FACTS) : null;
    }
    case 'dissent': {
      const decisionId = meeting.decisions.at(-1)?.decisionId;
      return decisionId === undefined ? null : ask(RecordDissent, ID, { personId: who, decisionId });
    }
    case 'leave':
      return ask(LeaveMeeting, ID, { personId: who, ...(place > 6 ? at : {}) });
    case 'left':
      return ask(CorrectAttendance, ID, { personId: who, kind: 'left', reason: 'r', ...at });
    case 'rejoin':
      return ask(RejoinMeeting, ID, { personId: who });
    case 'come':
      return ask(RecordAttendance, ID, { person: named(who), as: 'present', fromTheStart: place < 5 });
    case 'withdraw':
      return meeting.sections.length === 0
        ? null
        : ask(DeclareInterest, ID, {
            personId: who,
            itemId: meeting.sections[place % meeting.sections.length]!.sectionId,
            outcome: 'declared-and-withdrew',
            nature: 'n',
          });
    case 'item':
    case 'paragraph':
    case 'decision':
    case 'strike':
      return null;
  }
}

function eventOf({ kind, place }: Step, meeting: Meeting): MeetingStreamEvent | null {
  const section = meeting.sections.at(-1);
  if (kind === 'item') return anItem(String(meeting.sections.length + 1));
  if (!section) return null;
  const { sectionId, number } = section;
  const last = meeting.entries.at(-1)?.entryId ?? null;
  const own = meeting.paragraphs.filter((one) => one.sectionId === sectionId);
  if (kind === 'paragraph') return aParagraph(sectionId, `${number}.${own.length + 1}`, last);
  if (kind === 'strike') {
    const entryId = meeting.entries.filter((one) => one.kind === 'decision')[place]?.entryId;
    return entryId === undefined ? null : { type: 'EntryStruck', v: 1, data: { entryId, reason: 'r' } };
  }
  if (kind !== 'decision') return null;
  const on = own.at(-1);
  return aDecision(`d-${meeting.decisions.length}`, {
    sectionId,
    paragraphId: on?.paragraphId ?? null,
    paragraph: on?.number ?? number,
    after: last,
  });
}

/** The meeting, and the items in which each person took part while they were there for the last time. */
function play(steps: readonly Step[]): { readonly meeting: Meeting; readonly took: ReadonlyMap<string, readonly number[]> } {
  const events = [...begun];
  let meeting = folded(meetingHistory, events);
  const took = new Map<string, number[]>();
  for (const one of steps) {
    const command = commandOf(one, meeting);
    const event = command ? null : eventOf(one, meeting);
    const decider = [MoveMotion, SecondMotion, TakeVote, RecordDissent].some(({ spec }) => spec.type === command?.type)
      ? motionDecider
      : meetingDecider;
    const decision = command && decider.decide(command as never, meeting);
    const added = decision?.accepted ? (decision.events as readonly MeetingStreamEvent[]) : event ? [event] : [];
    for (const more of added) {
      meeting = meetingHistory.evolve(meeting, recorded(more, events.length));
      events.push(more);
    }
    for (const { type, data } of added) {
      const item = Number(meeting.sections.at(-1)?.number);
      const part = (personId: string, number = item): void => void took.set(personId, [...(took.get(personId) ?? []), number]);
      const itemOf = (sectionId: string): number => Number(meeting.sections.find((section) => section.sectionId === sectionId)?.number);
      if (type === 'MotionMoved') part(data.movedBy.personId);
      if (type === 'MotionSeconded')
        part(data.secondedBy.personId, itemOf(meeting.motions.find(({ motionId }) => motionId === data.motionId)!.sectionId));
      if (type === 'VoteTaken') for (const { person } of data.votes) part(person.personId, itemOf(data.sectionId));
    }
  }
  return { meeting, took };
}

const meetings = fc.array(step, { minLength: 8, maxLength: 70 });
const item = (words: string): number => Number(/(?:para\. ?|item )(\d+)/.exec(words)?.[1] ?? Number.NaN);

describe('a place in the record', () => {
  it('where somebody left is not before anything they moved, seconded or voted on', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting, took } = play(steps);
        const notes = new Map(sederuntOf(meeting, 'present').map(({ personId, note }) => [personId, note]));
        for (const { personId, spells } of quorumTimeline(meeting).people) {
          const last = spells.at(-1);
          const parts = took.get(personId) ?? [];
          if (!last?.left || parts.length === 0) continue;
          expect(last.words).not.toContain('before the first');
          // The note tells every time in the room, and of an earlier one it may be so.
          expect(notes.get(personId)!.split('; ').at(-1)).not.toContain('before the first');
          expect(item(last.words.split(' to ').at(-1)!)).toBeGreaterThanOrEqual(Math.max(...parts));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('at which the sum changes is called what no other is', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting } = play(steps);
        const timeline = quorumTimeline(meeting);
        const places = timeline.moments.map(({ from }) => from);
        expect(new Set(places).size).toBe(places.length);
        const printed = quorumText(timeline)
          .split('\n')
          .filter((line) => /; \d+ of \d+ voting seats/.test(line) && !line.startsWith('Inquorate'));
        expect(new Set(printed.map((line) => line.split(':')[0])).size).toBe(printed.length);
        for (const loss of timeline.losses) expect(places).toContain(loss.from);
      }),
      { numRuns: 400 },
    );
  });

  it('from which an interest holds leaves every vote before it lawful', () => {
    fc.assert(
      fc.property(meetings, (steps) => {
        const { meeting } = play(steps);
        expect(impossibleVotes(meeting)).toEqual([]);
        for (const { vote } of meeting.motions)
          if (vote) {
            const entitled = entitledToVote(meeting, momentOf(meeting, vote.voteId), vote.sectionId).map(({ person }) => person.personId);
            expect(vote.votes.every(({ person }) => entitled.includes(person.personId))).toBe(true);
          }
      }),
      { numRuns: 300 },
    );
  });
});
