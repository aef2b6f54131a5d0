import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { sederuntOf } from '../document/sederunt.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
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
