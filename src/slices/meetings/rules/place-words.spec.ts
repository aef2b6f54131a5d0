import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { sederuntOf } from '../document/sederunt.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { firstFrom, lastBegun, leftAtOpening, momentInWords, momentsOf, namedPlace } from './place-words.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';

const there = (who: string, more: object = {}): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const open: MeetingStreamEvent[] = [
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
  { type: 'MeetingOpened', v: 1, data: { standing: standing() } },
  there('chair'),
  there('police'),
  there('health'),
  anItem('1', { itemId: 'item-1' }),
];
const moved: MeetingStreamEvent = {
  type: 'MotionMoved',
  v: 1,
  data: { motionId: 'm-1', sectionId: 's-1', text: 'That', movedBy: named('health') },
};
const voted: MeetingStreamEvent = {
  type: 'VoteTaken',
  v: 1,
  data: {
    voteId: 'v-1',
    motionId: 'm-1',
    sectionId: 's-1',
    method: 'show-of-hands',
    counts: { yes: 3, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
    votes: [],
    entitled: [named('chair'), named('police'), named('health')],
    result: 'carried',
    decidedBy: 'majority',
    quorate: true,
    constitutionVersion: 'v1',
  },
};
const left = (after: string | null, more: object = {}): MeetingStreamEvent => ({
  type: 'MemberLeft',
  v: 1,
  data: { person: named('health'), after, ...more },
});
const said = (...events: MeetingStreamEvent[]) => {
  const meeting = folded(meetingHistory, [...open, ...events]);
  const timeline = quorumTimeline(meeting);
  return {
    words: timeline.people.find(({ personId }) => personId === 'health')?.words,
    note: sederuntOf(meeting, 'present').find(({ personId }) => personId === 'health')?.note,
    from: timeline.moments.map(({ from, sum }) => `${from}: ${sum.present}`),
    lost: timeline.inquorateFrom?.from,
  };
};

describe('a place in words', () => {
  it('is of the item, for whoever voted in it before its first paragraph and then left', () => {
    expect(said(moved, voted, left('v-1'))).toEqual({
      words: 'to item 1',
      note: '(to item 1)',
      from: ['from the start: 3', 'after item 1: 2'],
      lost: 'after item 1',
    });
    expect(said(moved, voted, left('v-1'), aParagraph('s-1', '1', 'v-1'))).toMatchObject({
      note: '(to item 1)',
      from: ['from the start: 3', 'from para. 1: 2'],
    });
  });
  it('is of the item, for whoever moved in it before any entry and then left; the quorum was there at the start', () =>
    expect(said(moved, left(null, { sectionId: 's-1' }), aParagraph('s-1', '1', null))).toEqual({
      words: 'to item 1',
      note: '(to item 1)',
      from: ['from the start: 3', 'from para. 1: 2'],
      lost: 'from para. 1',
    }));
  it('tells a paragraph from the decisions on it', () =>
    expect(
      said(
        aParagraph('s-1', '1', null),
        there('college', { after: 'p-1' }),
        aDecision('d-1', { after: 'p-1' }),
        left('d-1'),
        aDecision('d-2', { after: 'd-1' }),
      ),
    ).toMatchObject({
      words: 'to para. 1',
      from: ['from the start: 3', 'from the decision on para. 1: 4', 'from the second decision on para. 1: 3'],
    }));
  it('is before the first item for whoever left before it', () =>
    expect(said(aParagraph('s-1', '1', null), left(null))).toMatchObject({
      words: 'left before the first paragraph',
      note: '(before the first item)',
      from: ['from the start: 2'],
    }));
});

const held = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...open, ...events]);
const noted = (annotationId: string, after: string | null): MeetingStreamEvent => ({
  type: 'AnnotationRecorded',
  v: 1,
  data: { annotationId, sectionId: 's-1', heading: 'Note', text: 'A note.', after },
});
const struck = (entryId: string): MeetingStreamEvent => ({
  type: 'EntryStruck',
  v: 1,
  data: { entryId, reason: 'Twice' },
});
const procedural = (procedureId: string, sectionId: string | null, after: string | null): MeetingStreamEvent => ({
  type: 'ProceduralMotionTaken',
  v: 1,
  data: {
    procedureId,
    kind: 'other',
    words: 'the meeting hear the petitioners',
    sectionId,
    movedBy: named('health'),
    vote: {
      method: 'show-of-hands',
      counts: { yes: 3, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      votes: [],
      entitled: [],
      result: 'carried',
      decidedBy: 'majority',
      quorate: true,
      constitutionVersion: 'v1',
    },
    after,
  },
});

const before: MeetingStreamEvent = {
  type: 'ItemTaken',
  v: 1,
  data: { sectionId: 's-0', number: '0', heading: 'TRIBUTES', beforeItems: true },
};
const called = (name: ReturnType<typeof lastBegun>) => name && namedPlace(name);

describe('the last that had begun at a place', () => {
  const begun = (meeting: ReturnType<typeof held>, after: string | null, sectionId?: string) =>
    called(lastBegun(meeting, { after, ...(sectionId !== undefined && { sectionId }) }));
  const two = [aParagraph('s-1', '1', null), anItem('2'), aParagraph('s-2', '2', 'p-1')];

  it('is the paragraph there, or the item that was in hand and had no entry yet', () => {
    expect(begun(held(...two), 'p-1')).toBe('para. 1');
    expect(begun(held(...two), 'p-1', 's-1')).toBe('para. 1');
    expect(begun(held(...two), 'p-1', 's-2')).toBe('item 2');
    expect(begun(held(...two), null, 's-1')).toBe('item 1');
  });

  it('is nothing before the first', () => {
    expect(begun(held(...two), null)).toBeNull();
    expect(begun(held(procedural('pm-1', null, null)), 'pm-1')).toBeNull();
  });

  it('is the one before a paragraph that was struck, and the item of it where nothing else of that stands', () => {
    expect(begun(held(...two, aParagraph('s-2', '3', 'p-2'), struck('p-3')), 'p-3')).toBe('para. 2');
    expect(begun(held(...two, struck('p-2')), 'p-2')).toBe('item 2');
  });

  it('is the paragraph that was decided on, whatever was written down between', () => {
    const late = aDecision('d-1', { paragraphId: 'p-1', after: 'p-3' });
    expect(begun(held(aParagraph('s-1', '1', null), aParagraph('s-1', '3', 'p-1'), late), 'd-1')).toBe('para. 1');
  });

  it('is the last paragraph of its item that stands, for what is voted or decided on no paragraph', () => {
    const none = { paragraphId: null, paragraph: '1' } as const;
    const first = [aParagraph('s-1', '1', null), aParagraph('s-1', '3', 'p-1')];
    expect(begun(held(...first, aDecision('d-1', { ...none, after: 'p-3' })), 'd-1')).toBe('para. 3');
    expect(begun(held(...first, struck('p-3'), aDecision('d-1', { ...none, after: 'p-3' })), 'd-1')).toBe('para. 1');
    expect(begun(held(...two, procedural('pm-1', 's-1', 'p-2')), 'pm-1')).toBe('para. 1');
    expect(begun(held(...two, anItem('3'), procedural('pm-1', 's-3', 'p-2')), 'pm-1')).toBe('item 3');
    expect(begun(held(...first, noted('n-1', 'p-3'), procedural('pm-1', 's-1', 'n-1')), 'pm-1')).toBe('para. 3');
  });

  it('has no number before the first item', () => {
    expect(begun(held(before), null, 's-0')).toBe('the business before the first item');
    expect(begun(held(before, aParagraph('s-0', '0', null)), 'p-0')).toBe('the business before the first item');
  });
});

describe('the first from a place on', () => {
  const first = (meeting: ReturnType<typeof held>, after: string | null, sectionId?: string) =>
    called(firstFrom(meeting, { after, ...(sectionId !== undefined && { sectionId }) }));

  it('is the next paragraph that stands, or the item in hand where that has no entry yet', () => {
    const meeting = held(
      aParagraph('s-1', '1', null),
      noted('n-1', 'p-1'),
      aParagraph('s-1', '2', 'n-1'),
      struck('p-2'),
      aParagraph('s-1', '3', 'p-2'),
    );
    expect(first(meeting, null)).toBe('para. 1');
    expect(first(meeting, 'p-1')).toBe('para. 3');
    expect(first(meeting, 'p-3')).toBeNull();
    expect(first(held(aParagraph('s-1', '1', null), anItem('2'), anItem('3'), aParagraph('s-3', '3', 'p-1')), 'p-1', 's-2')).toBe('item 2');
  });

  it('is told of whoever came in an item of which nothing is written down', () => {
    const came = there('vice', { after: 'p-1', sectionId: 's-2' });
    const meeting = held(aParagraph('s-1', '1', null), anItem('2'), came, anItem('3'), aParagraph('s-3', '3', 'p-1'));
    expect(sederuntOf(meeting, 'present').find(({ personId }) => personId === 'vice')?.note).toBe('(from item 2)');
    const between = held(aParagraph('s-1', '1', null), there('vice', { after: 'p-1' }), anItem('2'), aParagraph('s-2', '2', 'p-1'));
    expect(sederuntOf(between, 'present').find(({ personId }) => personId === 'vice')?.note).toBe('(from para.2)');
  });
});

describe('where somebody left who had moved or seconded', () => {
  const noteOf = (who: string, ...events: readonly MeetingStreamEvent[]) =>
    sederuntOf(held(...events), 'present').find(({ personId }) => personId === who)?.note;
  const one = [aParagraph('s-1', '1', null), anItem('2')];
  const motion = (motionId: string, sectionId: string, by: string, after: string | null): MeetingStreamEvent => ({
    type: 'MotionMoved',
    v: 1,
    data: { motionId, sectionId, text: 'That', movedBy: named(by), after },
  });
  const second = (motionId: string, by: string, after: string | null): MeetingStreamEvent => ({
    type: 'MotionSeconded',
    v: 1,
    data: { motionId, secondedBy: named(by), after },
  });
  const leaves = (who: string, after: string, more: object = {}): MeetingStreamEvent => ({
    type: 'MemberLeft',
    v: 1,
    data: { person: named(who), after, ...more },
  });
  const next = [anItem('3'), aParagraph('s-3', '3', 'p-1')];

  it('is the item of the motion, for its mover and for its seconder', () => {
    const both = [...one, motion('m-1', 's-2', 'health', 'p-1'), second('m-1', 'police', 'p-1')];
    expect(noteOf('health', ...both, leaves('health', 'p-1'), ...next)).toBe('(to item 2)');
    expect(noteOf('police', ...both, leaves('police', 'p-1'), ...next)).toBe('(to item 2)');
    expect(noteOf('chair', ...both, leaves('chair', 'p-1'), ...next)).toBe('(to para.1)');
  });

  it('is where they left, if they moved or seconded elsewhere', () => {
    const both = [
      ...one,
      aParagraph('s-2', '2', 'p-1'),
      anItem('3'),
      motion('m-1', 's-3', 'health', 'p-2'),
      second('m-1', 'police', 'p-2'),
    ];
    expect(noteOf('health', ...both, leaves('health', 'p-1'))).toBe('(to para.1)');
    expect(noteOf('police', ...both, leaves('police', 'p-1'))).toBe('(to para.1)');
  });

  it('is the last of several, and the item in which the record has them leave before any', () => {
    const twice = [...one, motion('m-1', 's-2', 'health', 'p-1'), anItem('3'), motion('m-2', 's-3', 'health', 'p-1'), anItem('4')];
    expect(noteOf('health', ...twice, leaves('health', 'p-1'), aParagraph('s-4', '4', 'p-1'))).toBe('(to item 3)');
    expect(noteOf('health', ...twice, leaves('health', 'p-1', { sectionId: 's-4' }), aParagraph('s-4', '4', 'p-1'))).toBe('(to item 4)');
  });
});

describe('the moments of a record', () => {
  const inWords = (...events: readonly MeetingStreamEvent[]) => {
    const meeting = held(...events);
    return momentsOf(meeting).map((moment) => momentInWords(meeting, moment));
  };

  it('are its entries that stand, notes apart, and now', () => {
    const meeting = held(
      noted('n-1', null),
      aParagraph('s-1', '1', 'n-1'),
      aParagraph('s-1', '2', 'p-1'),
      struck('p-2'),
      aParagraph('s-1', '3', 'p-2'),
    );
    expect(momentsOf(meeting)).toEqual([1, 3, 4]);
    expect(momentsOf(meeting).map((moment) => momentInWords(meeting, moment))).toEqual(['from the start', 'from para. 3', 'after para. 3']);
    expect(momentInWords(meeting, 0)).toBe('from the start');
    expect(momentInWords(meeting, 2)).toBe('from para. 3');
  });

  it('are told by paragraph, by what was decided on each and by what was done under an item', () => {
    const none = { paragraphId: null, paragraph: '1', sectionId: 's-2' } as const;
    expect(
      inWords(
        aParagraph('s-1', '1', null),
        aDecision('d-1', { after: 'p-1' }),
        aDecision('d-2', { after: 'd-1' }),
        aParagraph('s-1', '2', 'd-2'),
        aDecision('d-3', { paragraphId: 'p-2', after: 'p-2' }),
        aDecision('d-4', { after: 'd-3' }),
        struck('d-2'),
        anItem('2'),
        aDecision('d-5', { ...none, after: 'd-4' }),
        procedural('pm-1', 's-2', 'd-5'),
        aDecision('d-6', { ...none, after: 'pm-1' }),
      ),
    ).toEqual([
      'from the start',
      'from the decision on para. 1',
      'from para. 2',
      'from the decision on para. 2',
      'from the second decision on para. 1',
      'from the decision under item 2',
      'from the procedural motion under item 2',
      'from the second decision under item 2',
      'after item 2',
    ]);
  });

  it('are no two alike, however many there are of one kind in one place', () => {
    const many = Array.from({ length: 23 }, (_, nth) => aDecision(`d-${nth + 1}`, { after: nth === 0 ? 'p-1' : `d-${nth}` }));
    const words = inWords(aParagraph('s-1', '1', null), ...many);
    expect(new Set(words).size).toBe(25);
    expect([10, 11, 12, 21, 22, 23].map((nth) => words[nth])).toEqual(
      ['10th', '11th', '12th', '21st', '22nd', '23rd'].map((nth) => `from the ${nth} decision on para. 1`),
    );
    expect(words[9]).toBe('from the ninth decision on para. 1');
  });

  it('are told before the first item too, where procedural motions and rulings have no item', () => {
    const [one, two] = [procedural('pm-1', null, null), procedural('pm-2', null, 'pm-1')];
    expect(inWords(one, two)).toEqual(['from the start', 'from the second procedural motion before the first item', 'from item 1']);
    expect(inWords(one, two, procedural('pm-3', null, 'pm-2'), struck('pm-1'))[1]).toBe(
      'from the second procedural motion before the first item',
    );
    const none = open.slice(0, -1);
    const meeting = folded(meetingHistory, [...none, one, two]);
    expect(momentInWords(meeting, 2)).toBe('after the second procedural motion before the first item');
    expect(inWords(one, aParagraph('s-1', '1', 'pm-1'), procedural('pm-3', 's-1', 'p-1'))).toEqual([
      'from the start',
      'from para. 1',
      'from the procedural motion on para. 1',
      'after para. 1',
    ]);
  });

  it('are told in the business before the first item, which has no number in print', () =>
    expect(inWords(before, aParagraph('s-0', '0.1', null), aParagraph('s-0', '0.2', 'p-0.1'), procedural('pm-1', 's-0', 'p-0.2'))).toEqual([
      'from the start',
      'from the second paragraph in the business before the first item',
      'from the procedural motion in the business before the first item',
      'after the business before the first item',
    ]));

  it('have an item of which nothing is written down, where somebody left in it at the opening', () => {
    const gone = (sectionId: string) => left(null, { sectionId });
    const words = (meeting: ReturnType<typeof held>) => [-1, ...momentsOf(meeting)].map((moment) => momentInWords(meeting, moment));
    expect(words(held(gone('s-1')))).toEqual(['from the start', 'from item 1']);
    expect(words(held(gone('s-1'), anItem('2'), aParagraph('s-2', '2', null)))).toEqual(['from the start', 'from item 1', 'after para. 2']);
    expect(words(held(before, gone('s-0'), anItem('2'), aParagraph('s-2', '2', null)))).toEqual([
      'from the start',
      'from the business before the first item',
      'after para. 2',
    ]);
    expect(words(held(gone('s-1'), aParagraph('s-1', '1', null), anItem('2')))).toEqual(['from the start', 'from para. 1', 'from item 2']);
    expect(words(held(gone('s-1'), aParagraph('s-1', '1', null), anItem('2'), aParagraph('s-2', '2', 'p-1'), anItem('1')))).toEqual([
      'from the start',
      'from para. 1',
      'from para. 2',
      'after para. 2',
    ]);
  });

  it('have that item by whoever left at the opening, not by others who left before the first item or later', () => {
    const goes = (who: string, after: string | null, more: object = {}): MeetingStreamEvent => ({
      type: 'MemberLeft',
      v: 1,
      data: { person: named(who), after, ...more },
    });
    const meeting = held(
      aParagraph('s-1', '1', null),
      anItem('2'),
      goes('chair', null),
      goes('police', 'p-1', { sectionId: 's-2' }),
      goes('health', null, { sectionId: 's-1' }),
    );
    expect(leftAtOpening(meeting)).toBe('s-1');
    expect(leftAtOpening(held(aParagraph('s-1', '1', null), goes('chair', null), goes('police', 'p-1', { sectionId: 's-1' })))).toBe(
      undefined,
    );
  });

  it('have the item in hand last, where nothing of it is written down', () => {
    expect(inWords(aParagraph('s-1', '1', null), anItem('2'))).toEqual(['from the start', 'from item 2']);
    expect(inWords()).toEqual(['from the start']);
  });
});
