import { beforeAll, describe, expect, it } from '@jest/globals';
import { aDecision, aParagraph, aProceduralMotion, anItem } from '../../../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../../../test/support/a-room.js';
import { folded } from '../../../../../../test/support/decider-spec.js';
import { RecordInMemory } from '../../../../../../test/support/replay-record.js';
import { meetingHistory, type MeetingStreamEvent } from '../../../record/meeting.history.js';
import { quorumText } from './quorum-text.js';
import { type QuorumTimeline, quorumTimeline } from './quorum-timeline.js';

const there = (who: string, more: object = {}): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const base: MeetingStreamEvent[] = [
  {
    type: 'MeetingCalled',
    v: 1,
    data: {
      meetingId: 'board/2016-03-03',
      bodyId: 'board',
      title: 'The Board',
      date: '2016-03-03',
      mode: 'in-person',
      timeZone: 'Europe/London',
    },
  },
  { type: 'MeetingOpened', v: 1, data: { standing: standing() } },
  there('chair'),
  there('police'),
  there('health'),
  anItem('1', { itemId: 'item-1' }),
  aParagraph('s-1', '1', null),
  anItem('2'),
  aParagraph('s-2', '2', 'p-1'),
];
const timeline = (...events: MeetingStreamEvent[]) => quorumTimeline(folded(meetingHistory, [...base, ...events]));

describe('a timeline', () => {
  it('names the sum each time it changes, and where the quorum was lost and regained', () => {
    const found = timeline(
      { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-1', time: '14:20' } },
      there('college', { after: 'p-2' }),
    );
    expect(found.moments.map(({ fromParagraph, sum }) => [fromParagraph, sum.present, sum.quorate])).toEqual([
      ['1', 3, true],
      ['2', 2, false],
      [null, 3, true],
    ]);
    expect(found.inquorateFrom).toMatchObject({ paragraph: '2', after: '1', declared: false });
    expect(found.losses).toMatchObject([{ regained: { paragraph: null, after: '2' } }]);
    expect(found.disagreements).toMatchObject([{ kind: 'lost-undeclared', at: { paragraph: '2' } }]);
    expect(found.people.map(({ personId, words }) => [personId, words])).toEqual([
      ['chair', 'throughout'],
      ['police', 'throughout'],
      ['health', 'to para. 1 left at 14:20'],
      ['college', 'from now'],
    ]);
  });
  it('counts a withdrawal under its item only', () => {
    const found = timeline({
      type: 'InterestDeclared',
      v: 1,
      data: { person: named('health'), itemId: 'item-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    });
    expect(found.inquorateFrom).toBeNull();
    expect(found.items).toMatchObject([
      { number: '1', withdrawn: ['HEALTH'], quorate: false, votingPresent: 2 },
      { number: '2', withdrawn: [], quorate: true, votingPresent: 3 },
    ]);
  });
  it('reports a loss declared though the sum is met, and lets the declaration stand', () => {
    const found = timeline({ type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'p-1' } });
    expect(found.inquorateFrom).toEqual({ paragraph: '2', after: '1', declared: true, words: 'Lost.', from: 'from para. 2' });
    expect(found.disagreements).toMatchObject([{ kind: 'declared-lost-with-quorum', at: { paragraph: '2' } }]);
  });
  it('names a loss by the declaration in force there, and says nothing of one declared where it was', () => {
    const declared = (quorate: boolean, words: string, after: string): MeetingStreamEvent => ({
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate, words, after },
    });
    const left: MeetingStreamEvent = { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-1' } };
    const lost = timeline(left, declared(false, 'No longer a quorum.', 'p-1'));
    expect(lost.inquorateFrom).toEqual({ paragraph: '2', after: '1', declared: true, words: 'No longer a quorum.', from: 'from para. 2' });
    expect(lost.disagreements).toEqual([]);
    const twice = timeline(
      aParagraph('s-2', '3', 'p-2'),
      declared(false, 'First.', 'p-1'),
      declared(true, 'Again.', 'p-2'),
      declared(false, 'Second.', 'p-3'),
    );
    expect(twice.losses.map(({ words, after, regained }) => [words, after, regained?.after])).toEqual([
      ['First.', '1', '2'],
      ['Second.', '3', undefined],
    ]);
    expect(twice.disagreements.map(({ kind, at }) => [kind, at.after])).toEqual([
      ['declared-lost-with-quorum', '1'],
      ['declared-lost-with-quorum', '3'],
    ]);
  });
  it('reports a quorum declared against the sum, and a loss that was declared elsewhere', () => {
    const found = timeline(
      { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-1' } },
      { type: 'QuorumDeclared', v: 1, data: { quorate: true, words: 'There is one.', after: 'p-1' } },
      { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'There is none.', after: 'p-2' } },
    );
    expect(found.disagreements.map(({ kind, at }) => [kind, at.after])).toEqual([
      ['declared-quorate-without', '1'],
      ['lost-undeclared', '1'],
    ]);
    expect(found.inquorateFrom).toMatchObject({ declared: false, words: '2 of 6 voting seats present, 3 needed' });
  });
  it('names the rule it was opened under, and a loss after a resumption by the sum, not by what was declared before', () => {
    expect(timeline().rule).toEqual({ constitution: 'v1', source: 'Scheme of administration', quorum: { kind: 'number', atLeast: 3 } });
    const found = timeline(
      { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: null } },
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'No quorum', after: 'p-1' } },
      { type: 'MeetingResumed', v: 1, data: { after: 'p-1' } },
      aParagraph('s-2', '3', 'p-2'),
      { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-2' } },
    );
    expect(found.losses.map(({ declared, words, after }) => [declared, words, after])).toEqual([
      [true, 'Lost.', null],
      [false, '2 of 6 voting seats present, 3 needed', '2'],
    ]);
    expect(found.disagreements.map(({ kind, at }) => [kind, at.after])).toEqual([
      ['declared-lost-with-quorum', null],
      ['lost-undeclared', '2'],
    ]);
  });
  it('has everybody there at the opening who left before anything of the first item was written down', () => {
    const found = timeline(
      { type: 'MemberLeft', v: 1, data: { person: named('health'), after: null, sectionId: 's-1' } },
      there('college', { after: 'p-1' }),
      there('vice', { after: 'p-1' }),
    );
    expect(found.moments.map(({ from, afterParagraph, sum }) => [from, afterParagraph, sum.present, sum.quorate])).toEqual([
      ['from the start', null, 3, true],
      ['from para. 1', '1', 2, false],
      ['from para. 2', '1', 4, true],
    ]);
    expect(found.inquorateFrom).toMatchObject({ paragraph: '1', after: '1', from: 'from para. 1' });
  });
  it('judges a declaration by the item it was made in, by the one that goes on there, or by that in hand', () => {
    const withdrew = (itemId: string): MeetingStreamEvent => ({
      type: 'InterestDeclared',
      v: 1,
      data: { person: named('health'), itemId, outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    });
    const lost = (after: string, sectionId?: string): MeetingStreamEvent => ({
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate: false, words: 'Lost.', after, ...(sectionId !== undefined && { sectionId }) },
    });
    const [first, second, third] = ['1', '2', '3'].map((number) => anItem(number, { itemId: `item-${number}` })) as [
      MeetingStreamEvent,
      MeetingStreamEvent,
      MeetingStreamEvent,
    ];
    const begun = [...base.slice(0, 5), first, aParagraph('s-1', '1', null)];
    const disagrees = (...events: MeetingStreamEvent[]) =>
      quorumTimeline(folded(meetingHistory, [...begun, ...events])).disagreements.map(({ kind }) => kind);
    const onSecond = withdrew('item-2');
    expect(disagrees(second, onSecond, lost('p-1', 's-2'), first, aParagraph('s-1', '1.2', 'p-1'))).toEqual([]);
    const three = [second, aParagraph('s-2', '2', 'p-1'), third, aParagraph('s-3', '3', 'p-2')];
    expect(disagrees(...three, onSecond, lost('p-1'))).toEqual([]);
    expect(disagrees(...three, withdrew('item-3'), lost('p-1'))).toEqual(['declared-lost-with-quorum']);
    expect(disagrees(second, aParagraph('s-2', '2', 'p-1'), onSecond, lost('p-2'))).toEqual([]);
  });
  it('is not contradicted by a loss said before the first item', () => {
    const two = [...base.slice(0, 4), aProceduralMotion({ sectionId: null })];
    const lost: MeetingStreamEvent = { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'y-1' } };
    const found = quorumTimeline(folded(meetingHistory, [...two, lost, anItem('1'), aParagraph('s-1', '1', 'y-1')]));
    expect(found.inquorateFrom).toMatchObject({ after: null, declared: false });
    expect(found.disagreements).toEqual([]);
  });
  it('is not contradicted by a loss said later in its own paragraph', () =>
    expect(
      timeline(
        aDecision('d-2', { sectionId: 's-2', paragraphId: 'p-2', paragraph: '2', after: 'p-2' }),
        { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-2' } },
        { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'd-2' } },
      ).disagreements,
    ).toEqual([]));
  it('has a loss go on while fewer are there, and regained once, where it first was', () => {
    const gone = (who: string, after: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after } });
    const third = aParagraph('s-2', '3', 'p-2');
    expect(timeline(third, gone('health', 'p-1'), gone('police', 'p-2')).losses).toMatchObject([{ after: '1', regained: null }]);
    expect(
      timeline(third, gone('health', 'p-1'), there('college', { after: 'p-2' }), there('vice', { after: 'p-3' })).losses,
    ).toMatchObject([{ after: '1', regained: { after: '2' } }]);
  });
  it('names the declaration that took effect there, whatever was declared further on or recorded later', () => {
    const declared = (quorate: boolean, words: string, after: string): MeetingStreamEvent => ({
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate, words, after },
    });
    expect(timeline(declared(false, 'First.', 'p-1'), declared(false, 'Second.', 'p-2')).inquorateFrom?.words).toBe('First.');
    expect(timeline(declared(false, 'Lost.', 'p-2'), declared(true, 'There was one.', 'p-1')).inquorateFrom?.words).toBe('Lost.');
  });
  it('of a rule that nobody knows reports no disagreement', () => {
    const unknown = standing({ quorum: { kind: 'unknown', why: 'the scheme is lost' } });
    const events = base.map((event): MeetingStreamEvent =>
      event.type === 'MeetingOpened' ? { ...event, data: { standing: unknown } } : event,
    );
    const declared: MeetingStreamEvent = { type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'p-1' } };
    expect(quorumTimeline(folded(meetingHistory, [...events, declared])).disagreements).toEqual([]);
  });
  it('names each sum once, and who presides', () => {
    const away: MeetingStreamEvent = { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-1' } };
    const college = there('college', { after: 'p-1' });
    expect(timeline().moments).toHaveLength(1);
    expect(timeline().losses).toEqual([]);
    expect(timeline(there('vice'), away, college).moments.map(({ sum }) => sum.present)).toEqual([4]);
    expect(timeline(there('vice'), there('college'), away).moments.map(({ sum }) => [sum.present, sum.quorate])).toEqual([
      [5, true],
      [4, true],
    ]);
    expect(timeline().presiding).toBeNull();
    expect(timeline({ type: 'ChairTaken', v: 1, data: { person: named('chair'), reason: 'x', after: null } }).presiding).toBe('CHAIR');
  });
  it('of a meeting not opened says so', () => {
    const found = quorumTimeline(folded(meetingHistory, base.slice(0, 1)));
    expect(found).toMatchObject({ rule: null, moments: [], items: [], inquorateFrom: null, presiding: null });
    expect(quorumText(found)).toContain('has not been opened');
  });
});

describe('the quorum for an item', () => {
  const gone = (who: string, after: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: named(who), after } });
  const items = (...events: MeetingStreamEvent[]) =>
    timeline(...events).items.map(({ number, quorate, votingPresent, sum }) => [number, quorate, votingPresent, sum.present]);

  it('is the least there was while it was taken, and while it is in hand', () => {
    expect(items()).toEqual([
      ['1', true, 3, 3],
      ['2', true, 3, 3],
    ]);
    const third = aParagraph('s-2', '3', 'p-2');
    expect(items(third, gone('health', 'p-2'), there('vice', { after: 'p-3' }))).toEqual([
      ['1', true, 3, 3],
      ['2', false, 2, 2],
    ]);
    expect(items(there('vice'), third, gone('health', 'p-2'), there('college', { after: 'p-3' }))).toEqual([
      ['1', true, 4, 4],
      ['2', true, 3, 3],
    ]);
    expect(items(gone('health', 'p-2'))).toEqual([
      ['1', true, 3, 3],
      ['2', false, 2, 2],
    ]);
  });

  it('counts at the end of the record for an item of which nothing is written down, and leaves out seats without a vote', () => {
    const adviser = there('adviser', { after: 'p-1' });
    expect(items(adviser, anItem('3', { itemId: 'item-3' }))).toEqual([
      ['1', true, 3, 3],
      ['2', true, 3, 3],
      ['3', true, 3, 3],
    ]);
    expect(timeline(anItem('3', { itemId: 'item-3' })).items).toMatchObject([
      { sectionId: 's-1', heading: 'ITEM 1', itemId: 'item-1' },
      { sectionId: 's-2', heading: 'ITEM 2', itemId: null },
      { sectionId: 's-3', heading: 'ITEM 3', itemId: 'item-3' },
    ]);
  });

  it('that cannot be told is so unless it was lost', () => {
    const unknown = standing({ quorum: { kind: 'unknown', why: 'the scheme is lost' } });
    const events = base.map((event): MeetingStreamEvent =>
      event.type === 'MeetingOpened' ? { ...event, data: { standing: unknown } } : event,
    );
    const declared = (quorate: boolean, after: string): MeetingStreamEvent => ({
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate, words: 'Said.', after },
    });
    const third = aParagraph('s-2', '3', 'p-2');
    const of = (...more: MeetingStreamEvent[]) =>
      quorumTimeline(folded(meetingHistory, [...events, ...more])).items.map(({ quorate }) => quorate);
    expect(of()).toEqual([null, null]);
    expect(of(third, declared(false, 'p-2'))).toEqual([null, false]);
    expect(of(third, declared(true, 'p-2'))).toEqual([null, null]);
  });
});

describe('somebody in a timeline', () => {
  const one = (who: string, ...events: MeetingStreamEvent[]) => timeline(...events).people.find(({ personId }) => personId === who);

  it('has their seat and whether it votes, or what they were there as', () => {
    expect(one('police')).toEqual({
      personId: 'police',
      name: 'POLICE',
      as: 'present',
      organisation: 'Police Scotland',
      role: null,
      seatId: 's-police',
      seat: 'Police Scotland seat',
      voting: true,
      substituteFor: null,
      forItem: null,
      spells: [
        {
          how: 'in-room',
          fromParagraph: '1',
          fromStart: true,
          toParagraph: null,
          left: false,
          cameAt: null,
          time: null,
          note: null,
          words: '',
        },
      ],
      words: 'throughout',
    });
    expect(one('adviser', there('adviser'))).toMatchObject({ seatId: 's-adviser', voting: false });
    const officer = there('clerk', { as: 'in-attendance', seatId: undefined, organisation: 'The Council', role: 'Clerk' });
    expect(one('clerk', officer)).toMatchObject({ organisation: 'The Council', role: 'Clerk', seatId: null, seat: null, voting: false });
    const apologies = there('college', { as: 'apologies' });
    expect(one('college', apologies)).toMatchObject({ as: 'apologies', seatId: null, spells: [], words: '' });
  });

  it('stands in for a member, for one item where that is said', () => {
    const substitute = { seatId: 's-college', substituteFor: { person: named('college'), itemId: 'item-2' } };
    expect(one('deputy', there('deputy', substitute))).toMatchObject({ substituteFor: named('college'), forItem: 'item-2' });
  });

  it('has every time in the room, with the times and words that the record has', () => {
    const left: MeetingStreamEvent = {
      type: 'MemberLeft',
      v: 1,
      data: { person: named('health'), after: 'p-1', time: '14:20', words: 'HEALTH left the meeting.', sederuntNote: '(to para.1)' },
    };
    const back: MeetingStreamEvent = {
      type: 'MemberRejoined',
      v: 1,
      data: { person: named('health'), how: 'remote', after: 'p-1', time: '14:40' },
    };
    expect(one('health', left, back)).toMatchObject({
      spells: [
        { how: 'in-room', fromStart: true, toParagraph: '1', left: true, time: '14:20', note: 'HEALTH left the meeting.' },
        { how: 'remote', fromStart: false, fromParagraph: '2', toParagraph: null, left: false, cameAt: '14:40', note: null },
      ],
      words: 'to para. 1 left at 14:20; from para. 2',
    });
    const noted: MeetingStreamEvent = { ...left, data: { person: named('health'), after: null, sederuntNote: '(to para.1)' } };
    expect(one('health', noted)).toMatchObject({
      spells: [{ note: '(to para.1)', words: 'left before the first paragraph', toParagraph: null, left: true }],
    });
    expect(one('vice', there('vice', { after: 'p-2' }))).toMatchObject({
      spells: [{ fromParagraph: null, words: 'from now' }],
      words: 'from now',
    });
  });
});

describe('the timeline of the real meeting of 3 March 2016', () => {
  let found: QuorumTimeline;
  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json');
    found = quorumTimeline(await record.meeting('cpp-strategic-board/2016-03-03'));
  });
  it('has it inquorate from paragraph 9, by declaration', () =>
    expect(found.inquorateFrom).toEqual({
      paragraph: '9',
      after: '8',
      from: 'from para. 9',
      declared: true,
      words: 'The meeting was inquorate from this point onwards, but continued on an informal basis.',
    }));
  it('has who left, and after which paragraph', () => {
    const left = found.people.filter(({ spells }) => spells.some(({ left: gone }) => gone)).map(({ name, words }) => [name, words]);
    expect(left).toEqual([
      ['Councillor C. Bhatia', 'to para. 8'],
      ['Chief Superintendent G. Imery', 'to para. 6.1'],
      ['Mr T. Jakimciw', 'to para. 8'],
      ['Mr D. Rennie', 'to para. 6.2'],
    ]);
    expect(quorumText(found)).toContain('Inquorate from para. 9');
  });
});
