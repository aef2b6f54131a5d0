import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aVote, concluded, person } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { type AttendanceCorrection } from '../events/meeting.events.js';
import { meetingHistory, type MeetingStreamEvent } from './meeting.history.js';

/** The board of five in item 1, with paragraphs 1 and 2; its course so far is five who came, the chair and the item. */
const held: readonly MeetingStreamEvent[] = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), aParagraph('s-1', '2', 'p-1')];
const courseOf = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...held, ...events]).course;
/** The steps after those, as `type who@place in section, spell`. */
const told = (...events: readonly MeetingStreamEvent[]) => courseOf(...events).map(inWords);
const since = (...events: readonly MeetingStreamEvent[]) => told(...events).slice(told().length);
const inWords = ({ event, after, sectionId, spell }: ReturnType<typeof courseOf>[number]): string => {
  const who = 'person' in event.data ? ` ${event.data.person.personId}` : '';
  return `${event.type}${who} @${after}${sectionId === undefined ? '' : ` in ${sectionId}`}${spell === undefined ? '' : `, ${spell}`}`;
};

const left = (id: string, after: string | null, more: object = {}): MeetingStreamEvent => ({
  type: 'MemberLeft',
  v: 1,
  data: { person: person(id), after, ...more },
});
const back = (id: string, after: string | null): MeetingStreamEvent => ({
  type: 'MemberRejoined',
  v: 1,
  data: { person: person(id), how: 'in-room', after },
});
const came = (id: string, after: string | null): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: person(id), as: 'present', how: 'in-room', seatId: `seat-${id}`, after },
});
const corrected = (personId: string, correction: AttendanceCorrection): MeetingStreamEvent => ({
  type: 'AttendanceCorrected',
  v: 1,
  data: { personId, person: person(personId), correction, reason: 'Misread' },
});
const moved = (motionId: string, sectionId: string, more: object = {}): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId, sectionId, text: 'That', movedBy: person('b'), ...more },
});

describe('the course of a meeting', () => {
  it('has a step for each who came, the chair and the item, in the order in which it was recorded', () =>
    expect(told()).toEqual([
      ...['a', 'b', 'c', 'd', 'e'].map((id) => `AttendanceRecorded ${id} @null, 0`),
      'ChairTaken a @null',
      'ItemTaken @null in s-1',
    ]));

  it('has no step for an entry of the record', () => expect(since(aDecision('d-1', {}), aVote())).toEqual([]));

  it('counts the times somebody was in the room', () =>
    expect(since(left('e', 'p-1'), back('e', 'p-1'), left('e', 'p-2'), left('d', 'p-2'))).toEqual([
      'MemberLeft e @p-1, 0',
      'MemberRejoined e @p-1, 1',
      'MemberLeft e @p-2, 1',
      'MemberLeft d @p-2, 0',
    ]));

  it('has one arrival of somebody who sent apologies and came after all', () => {
    const apologies: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('f'), as: 'apologies', how: 'in-room', after: null },
    };
    expect(since(apologies, came('f', 'p-2'))).toEqual(['AttendanceRecorded f @p-2, 0']);
    expect(told(apologies, came('f', 'p-2')).slice(0, 5)).toEqual(told().slice(0, 5));
  });

  it('begins when the meeting is opened: an agenda is put in order before', () => {
    const withdrawn: MeetingStreamEvent = { type: 'AgendaItemWithdrawn', v: 1, data: { itemId: 'x', reason: 'Late' } };
    const ordered: MeetingStreamEvent = { type: 'OrderOfBusinessChanged', v: 1, data: { order: [], reason: 'A guest' } };
    const [called, ...rest] = held;
    expect(folded(meetingHistory, [called!, withdrawn, ordered, ...rest]).course.map(inWords)).toEqual(told());
    expect(since(withdrawn, ordered)).toEqual(['AgendaItemWithdrawn @p-2', 'OrderOfBusinessChanged @p-2']);
    expect(since(anItem('2'), withdrawn)).toEqual(['ItemTaken @p-2 in s-2', 'AgendaItemWithdrawn @p-2 in s-2']);
  });

  it('has an item taken once the meeting is over only where it is a new one', () => {
    expect(since(anItem('2'), anItem('1'))).toEqual(['ItemTaken @p-2 in s-2', 'ItemTaken @p-2 in s-1']);
    expect(since(concluded, anItem('1'))).toEqual([]);
    expect(since(concluded, anItem('2'))).toEqual(['ItemTaken @p-2 in s-2']);
  });

  it('places what is said of a motion or a decision in its own section, whatever item is in hand', () => {
    const dissent = (data: object): MeetingStreamEvent => ({
      type: 'DissentRecorded',
      v: 1,
      data: { person: person('c'), ...data },
    });
    const withdrawn: MeetingStreamEvent = { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } };
    expect(
      since(
        moved('m-1', 's-1'),
        aDecision('d-1', { sectionId: 's-1', after: 'p-2' }),
        anItem('2'),
        withdrawn,
        dissent({ decisionId: 'd-1' }),
        dissent({ motionId: 'm-1' }),
        dissent({ decisionId: 'd-9' }),
      ),
    ).toEqual([
      'MotionMoved @p-2 in s-1',
      'ItemTaken @d-1 in s-2',
      'MotionWithdrawn @d-1 in s-1',
      'DissentRecorded c @d-1 in s-1',
      'DissentRecorded c @d-1 in s-1',
      'DissentRecorded c @d-1',
    ]);
    expect(since(moved('m-1', 's-1', { after: 'p-1' }))).toEqual(['MotionMoved @p-1 in s-1']);
    expect(since(moved('m-1', 's-1', { after: null }))).toEqual(['MotionMoved @null in s-1']);
  });
});

describe('a correction of an attendance', () => {
  const twice = [left('e', 'p-1', { sectionId: 's-1' }), back('e', 'p-1'), left('e', 'p-2'), left('d', 'p-2')];

  it('that somebody was not there takes all their moves out of the course, and nobody else’s', () =>
    expect(told(...twice, corrected('e', { kind: 'not-present' }))).toEqual([
      ...told().filter((step) => !step.includes(' e ')),
      'MemberLeft d @p-2, 0',
    ]));

  it('that they did not leave takes out the last time they did', () => {
    expect(since(...twice, corrected('e', { kind: 'did-not-leave' }))).toEqual([
      'MemberLeft e @p-1 in s-1, 0',
      'MemberRejoined e @p-1, 1',
      'MemberLeft d @p-2, 0',
    ]);
    expect(since(left('e', 'p-1'), back('e', 'p-2'), corrected('e', { kind: 'did-not-leave' }))).toEqual([
      'MemberLeft e @p-1, 0',
      'MemberRejoined e @p-2, 1',
    ]);
  });

  it('of a place keeps the turn, and the section no longer', () => {
    expect(since(...twice, corrected('e', { kind: 'left', after: null, spell: 1 }))[0]).toBe('MemberLeft e @null, 0');
    expect(since(...twice, corrected('e', { kind: 'left', after: 'p-1' }))).toEqual([
      'MemberLeft e @p-1 in s-1, 0',
      'MemberRejoined e @p-1, 1',
      'MemberLeft e @p-1, 1',
      'MemberLeft d @p-2, 0',
    ]);
    expect(since(...twice, corrected('e', { kind: 'arrived', after: 'p-2' }))[1]).toBe('MemberRejoined e @p-2, 1');
    expect(told(...twice, corrected('e', { kind: 'arrived', after: 'p-1', spell: 1 }))[4]).toBe('AttendanceRecorded e @p-1, 0');
    expect(told(...twice, corrected('e', { kind: 'arrived', after: 'p-1', spell: 1 })).slice(5)).toEqual(told(...twice).slice(5));
  });

  it('that they left adds a step where none was recorded', () =>
    expect(since(left('d', 'p-1'), corrected('e', { kind: 'left', after: 'p-1' }))).toEqual([
      'MemberLeft d @p-1, 0',
      'MemberLeft e @p-1, 0',
    ]));

  it('of the details changes nothing of the course', () =>
    expect(told(...twice, corrected('e', { kind: 'details', role: 'Clerk' }))).toEqual(told(...twice)));
});

describe('what is put right', () => {
  const tied = aVote({ result: 'tied', counts: { yes: 2, no: 2, abstain: 0, absent: 1, notVoting: 0, paired: 0 } });
  const casting = (voteId: string): MeetingStreamEvent => ({
    type: 'CastingVoteGiven',
    v: 1,
    data: { motionId: 'm-1', voteId, castingVote: { person: person('a'), option: 'yes' }, result: 'carried' },
  });
  const lot: MeetingStreamEvent = {
    type: 'LotDrawn',
    v: 1,
    data: { motionId: 'm-1', voteId: 'v-1', lot: { drawnBy: person('a'), option: 'yes' }, result: 'carried' },
  };
  const voteCorrected: MeetingStreamEvent = {
    type: 'VoteCorrected',
    v: 1,
    data: { voteId: 'v-1', vote: (tied as Extract<MeetingStreamEvent, { type: 'VoteTaken' }>).data, reason: 'Misheard' },
  };

  it('of a vote takes out what had settled it, and nothing of another vote', () => {
    expect(since(moved('m-1', 's-1'), tied, casting('v-1'), voteCorrected)).toEqual(['MotionMoved @p-2 in s-1']);
    expect(since(moved('m-1', 's-1'), tied, lot, voteCorrected)).toEqual(['MotionMoved @p-2 in s-1']);
    expect(since(moved('m-1', 's-1'), tied, casting('v-2'), voteCorrected)).toHaveLength(2);
  });

  it('of an entry under the wrong item moves the motions named with it', () => {
    const entryMoved: MeetingStreamEvent = {
      type: 'EntryMoved',
      v: 1,
      data: {
        entryId: 'p-2',
        sectionId: 's-2',
        sectionHeading: 'ITEM 2',
        from: null,
        after: null,
        entryIds: ['p-2'],
        decisionIds: [],
        motionIds: ['m-1'],
        reason: 'Wrong item',
      },
    };
    expect(since(moved('m-1', 's-1'), moved('m-2', 's-1'), anItem('2'), entryMoved)).toEqual([
      'MotionMoved @p-2 in s-2',
      'MotionMoved @p-2 in s-1',
      'ItemTaken @p-2 in s-2',
    ]);
  });
});
