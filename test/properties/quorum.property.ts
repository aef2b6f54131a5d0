import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command } from '../../src/kernel/decider.js';
import { type Constitution, type QuorumRule, type Standing } from '../../src/slices/bodies/constitution.js';
import { jointStanding } from '../../src/slices/bodies/joint-meeting.js';
import { type QuorumSum } from '../../src/slices/meetings/events/decision.events.js';
import { type DecisionStanding } from '../../src/kernel/citation.js';
import { meetingDecider } from '../../src/slices/meetings/meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import {
  CorrectAttendance,
  CorrectRoll,
  DeclareInterest,
  DeclareQuorum,
  LeaveMeeting,
  RecordAttendance,
  RejoinMeeting,
} from '../../src/slices/meetings/sederunt/sederunt.commands.js';
import { momentOf, now } from '../../src/slices/meetings/record/entries.js';
import { quorumAt, sumAt } from '../../src/slices/meetings/sederunt/room.js';
import { quorumTimeline } from '../../src/slices/meetings/as-it-stands/views/quorum/quorum-timeline.js';
import { aDecision, anItem, aParagraph } from '../support/a-meeting.js';
import { named, seat, standing } from '../support/a-room.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

/** Random meetings: people come, leave, rejoin, withdraw, are corrected, in any order, between paragraphs and decisions. */
const PEOPLE = ['chair', 'vice', 'police', 'deputy', 'health', 'college', 'adviser'] as const;

const rules: fc.Arbitrary<QuorumRule> = fc.oneof(
  fc.record({
    kind: fc.constant('number' as const),
    atLeast: fc.integer({ min: 1, max: 5 }),
    counting: fc.constantFrom('voting-members' as const, 'all-members' as const),
  }),
  fc.record({
    kind: fc.constant('fraction' as const),
    of: fc.constantFrom('seats' as const, 'filled-seats' as const),
    share: fc.constantFrom({ numerator: 1, denominator: 2 }, { numerator: 1, denominator: 4 }, { numerator: 2, denominator: 3 }),
    moreThan: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('organisations' as const),
    members: fc.integer({ min: 1, max: 4 }),
    organisations: fc.integer({ min: 1, max: 4 }),
  }),
  fc.constant<QuorumRule>({
    kind: 'all-of',
    rules: [
      { kind: 'number', atLeast: 2 },
      { kind: 'organisations', members: 1, organisations: 2 },
    ],
  }),
  fc.constant<QuorumRule>({
    kind: 'any-of',
    rules: [
      { kind: 'number', atLeast: 4 },
      { kind: 'fraction', of: 'filled-seats', share: { numerator: 1, denominator: 2 } },
    ],
  }),
  fc.constant<QuorumRule>({ kind: 'unknown', why: 'not in the record' }),
);

type Step =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'decision' }
  | { readonly kind: 'item' }
  | { readonly kind: 'come' | 'leave' | 'rejoin' | 'withdraw' | 'absent' | 'stayed' | 'left'; readonly who: string; readonly place: number }
  | { readonly kind: 'declare'; readonly quorate: boolean; readonly place: number }
  | { readonly kind: 'roll'; readonly dropped: number };

const place = fc.nat({ max: 12 });
const moves = fc.constantFrom('come', 'come', 'come', 'leave', 'rejoin', 'withdraw', 'absent', 'stayed', 'left');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'paragraph' }) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'decision' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'item' }) },
  { weight: 8, arbitrary: fc.record({ kind: moves, who: fc.constantFrom(...PEOPLE), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('declare' as const), quorate: fc.boolean(), place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('roll' as const), dropped: fc.nat({ max: 7 }) }) },
);

const begun = (constitution: Partial<Constitution>): MeetingStreamEvent[] => [
  {
    type: 'MeetingCalled',
    v: 1,
    data: {
      meetingId: 'board/2016-03-03',
      bodyId: 'board',
      title: 'Board',
      date: '2016-03-03',
      mode: 'in-person',
      timeZone: 'Europe/London',
    },
  },
  { type: 'MeetingOpened', v: 1, data: { standing: standing(constitution) } },
  anItem('1', { itemId: 'item-1' }),
  aParagraph('s-1', '1.1', null),
];

const withoutSeat = (from: Standing, dropped: number): Standing => ({ ...from, roll: from.roll.filter((_, index) => index !== dropped) });

/** The command a step means on this meeting; `null` for what other slices record. */
function commandOf(one: Step, meeting: Meeting, constitution: Partial<Constitution>): Command | null {
  const ID = meeting.meetingId;
  const numbers = meeting.paragraphs.map(({ number }) => number);
  const at = (index: number) => {
    const afterParagraph = numbers[index];
    return afterParagraph === undefined ? {} : { afterParagraph };
  };
  switch (one.kind) {
    case 'paragraph':
    case 'decision':
    case 'item':
      return null;
    case 'come':
      return ask(RecordAttendance, ID, { person: named(one.who), as: 'present', fromTheStart: one.place === 0, ...at(one.place) });
    case 'leave':
      return ask(LeaveMeeting, ID, { personId: one.who, ...at(one.place) });
    case 'rejoin':
      return ask(RejoinMeeting, ID, { personId: one.who, ...at(one.place) });
    case 'withdraw':
      return ask(DeclareInterest, ID, {
        personId: one.who,
        itemId: `s-${1 + (one.place % meeting.sections.length)}`,
        outcome: 'declared-and-withdrew',
        nature: 'n',
      });
    case 'absent':
      return ask(CorrectAttendance, ID, { personId: one.who, kind: 'not-present', reason: 'r' });
    case 'stayed':
      return ask(CorrectAttendance, ID, { personId: one.who, kind: 'did-not-leave', reason: 'r' });
    case 'left':
      return ask(CorrectAttendance, ID, { personId: one.who, kind: 'left', reason: 'r', ...at(one.place) });
    case 'declare':
      return ask(DeclareQuorum, ID, { quorate: one.quorate, words: 'w', ...at(one.place) });
    case 'roll':
      return ask(CorrectRoll, ID, { reason: 'r' }, { facts: { standing: withoutSeat(standing(constitution), one.dropped) } });
  }
}

function play(
  steps: readonly Step[],
  constitution: Partial<Constitution>,
): { readonly events: readonly MeetingStreamEvent[]; readonly meeting: Meeting } {
  const events = begun(constitution);
  let meeting = folded(meetingHistory, events);
  const add = (more: readonly MeetingStreamEvent[]): void => {
    for (const event of more) {
      meeting = meetingHistory.evolve(meeting, recorded(event, events.length, 'meeting-spec'));
      events.push(event);
    }
  };
  for (const one of steps) {
    const section = meeting.sections.at(-1)!;
    const last = meeting.entries.at(-1)?.entryId ?? null;
    const command = commandOf(one, meeting, constitution);
    if (command) {
      const decision = meetingDecider.decide(command as never, meeting);
      if (decision.accepted) add(decision.events);
    } else if (one.kind === 'item') {
      add([anItem(String(meeting.sections.length + 1))]);
    } else if (one.kind === 'paragraph') {
      const within = meeting.paragraphs.filter(({ sectionId }) => sectionId === section.sectionId).length;
      add([aParagraph(section.sectionId, `${section.number}.${within + 1}`, last)]);
    } else {
      const sum = quorumAt(meeting, now(meeting), section.sectionId);
      add([
        aDecision(`d-${meeting.decisions.length}`, {
          sectionId: section.sectionId,
          paragraphId: null,
          paragraph: section.number,
          after: last,
          quorum: sum,
          standing: stands(sum.quorate),
        }),
      ]);
    }
  }
  return { events, meeting };
}

const stands = (quorate: boolean | null): DecisionStanding => (quorate === null ? 'not-stated' : quorate ? 'quorate' : 'informal');

/** Walks the record entry by entry and keeps the room as a set: slow, and written without any of what it checks. */
function reference(meeting: Meeting, moment: number, sectionId: string): boolean | null {
  const order = meeting.entries.map(({ entryId }) => entryId);
  const before = (after: string | null): boolean => after === null || order.slice(0, moment).includes(after);
  const declared = [...meeting.declarations.entries()]
    .filter(([, { after }]) => before(after))
    .sort(([i, a], [j, b]) => order.indexOf(a.after ?? '') - order.indexOf(b.after ?? '') || i - j)
    .at(-1)?.[1];
  if (declared && !declared.quorate) return false;
  const itemId = meeting.sections.find((one) => one.sectionId === sectionId)?.itemId;
  const filled = new Map<string, string>();
  for (const { person, as, seatId, spells } of meeting.attendances) {
    let inRoom = false;
    for (const { from, to } of spells) {
      if (before(from)) inRoom = true;
      if (to !== undefined && before(to)) inRoom = false;
    }
    const out = meeting.interests.some(
      (one) =>
        one.person.personId === person.personId &&
        [itemId, sectionId].includes(one.itemId) &&
        one.course.some(({ after }) => before(after)),
    );
    if (as === 'present' && seatId !== undefined && inRoom && !out) filled.set(seatId, person.personId);
  }
  const { roll, constitution } = meeting.standings[0]!.standing;
  const judge = (rule: QuorumRule): boolean | null => {
    const counts = roll.filter((seat) => seat.voting || ('counting' in rule && rule.counting === 'all-members'));
    const here = counts.filter(({ seatId }) => filled.has(seatId));
    switch (rule.kind) {
      case 'unknown':
        return null;
      case 'number':
        return here.length >= rule.atLeast;
      case 'organisations':
        return here.length >= rule.members && new Set(here.map(({ organisation }) => organisation)).size >= rule.organisations;
      case 'fraction': {
        const base = rule.of === 'seats' ? counts.length : counts.filter(({ holder }) => holder).length;
        const [ours, theirs] = [here.length * rule.share.denominator, base * rule.share.numerator];
        return rule.moreThan ? ours > theirs : ours >= theirs && here.length > 0;
      }
      case 'all-of':
        return rule.rules.every((one) => judge(one) === true);
      case 'any-of':
        return rule.rules.some((one) => judge(one) === true);
    }
  };
  const sum = judge(constitution.quorum);
  return sum === null && declared ? true : sum;
}

const CALLED = {
  meetingId: 'board/2016-03-03',
  title: 'The Board',
  date: '2016-03-03',
  mode: 'in-person',
  timeZone: 'Europe/London',
} as const;

const meetings = fc.record({ steps: fc.array(step, { minLength: 5, maxLength: 60 }), quorum: rules });

describe('a quorum', () => {
  it('is what a slow walk through the record finds, at every moment and for every item', () => {
    fc.assert(
      fc.property(meetings, ({ steps, quorum }) => {
        const { meeting } = play(steps, { quorum });
        for (let moment = 0; moment <= now(meeting); moment += 1) {
          for (const { sectionId } of meeting.sections)
            expect(quorumAt(meeting, moment, sectionId).quorate).toBe(reference(meeting, moment, sectionId));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what every decision stands by, however late the sederunt was written down or corrected', () => {
    fc.assert(
      fc.property(meetings, ({ steps, quorum }) => {
        const { meeting } = play(steps, { quorum });
        for (const { decisionId, sectionId, standing: found } of meeting.decisions)
          expect(found).toBe(stands(reference(meeting, momentOf(meeting, decisionId), sectionId)));
      }),
      { numRuns: 250 },
    );
  });

  it('is lost in the timeline exactly where it is lost', () => {
    fc.assert(
      fc.property(meetings, ({ steps, quorum }) => {
        const { meeting } = play(steps, { quorum });
        const lost = Array.from({ length: now(meeting) + 1 }, (_, moment) => quorumAt(meeting, moment, null).quorate === false);
        const timeline = quorumTimeline(meeting);
        expect(timeline.inquorateFrom !== null).toBe(lost.includes(true));
        expect(timeline.losses).toHaveLength(lost.filter((one, index) => one && !lost[index - 1]).length);
      }),
      { numRuns: 100 },
    );
  });

  it('follows from the events alone: folding them again, from JSON, gives the same meeting', () => {
    fc.assert(
      fc.property(meetings, ({ steps, quorum }) => {
        const { events, meeting } = play(steps, { quorum });
        expect(folded(meetingHistory, JSON.parse(JSON.stringify(events)) as MeetingStreamEvent[])).toEqual(meeting);
      }),
      { numRuns: 100 },
    );
  });

  it('of a joint meeting is there where each body has one, and of one body alone is that of the body', () => {
    const others = fc.uniqueArray(fc.constantFrom('x', 'y', 'chair', 'police', 'health'), { minLength: 1 });
    const present = fc.subarray(['chair', 'vice', 'police', 'health', 'college', 'adviser', 'x', 'y']);
    fc.assert(
      fc.property(rules, rules, others, present, (own, theirs, members, there) => {
        const calling = standing({ quorum: own });
        const other: Standing = {
          ...standing({ quorum: theirs }),
          bodyId: 'other',
          bodyName: 'The Other',
          roll: members.map((who) => seat(`s-${who}`, who, 'Other')),
        };
        const both = jointStanding(calling, [other]);
        const sumUnder = (under: Standing): QuorumSum =>
          sumAt(
            folded(meetingHistory, [
              { type: 'MeetingCalled', v: 1, data: { ...CALLED, bodyId: 'board' } },
              { type: 'MeetingOpened', v: 1, data: { standing: under } },
              ...there.map((who): MeetingStreamEvent => ({
                type: 'AttendanceRecorded',
                v: 1,
                data: { person: named(who), as: 'present', how: 'in-room', after: null },
              })),
            ]),
            0,
            null,
          );
        const [alone, apart, joint] = [sumUnder(calling), sumUnder(other), sumUnder(both)];
        expect(alone.bodies).toBeUndefined();
        expect(joint.bodies?.map(({ quorate, present: counted, of, needed }) => [quorate, counted, of, needed])).toEqual(
          [alone, apart].map(({ quorate, present: counted, of, needed }) => [quorate, counted, of, needed]),
        );
        const stands = [alone.quorate, apart.quorate];
        expect(joint.quorate).toBe(stands.includes(false) ? false : stands.includes(null) ? null : true);
      }),
      { numRuns: 300 },
    );
  });
});
