import { describe, expect, it } from '@jest/globals';
import { anItem, anOpenMeeting, aParagraph, aStanding, person } from '../../../../test/support/a-meeting.js';
import { folded } from '../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../../../slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../../slices/meetings/record/meeting.state.js';
import { LIVE_FORMS } from '../live-forms.js';
import { toBeOrdered } from '../live-motions.js';

const standing = aStanding({ kind: 'number', atLeast: 3 });
const moved = (motionId: string, amends?: string): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId, sectionId: 's-1', text: motionId, movedBy: person('a'), ...(amends && { amends }) },
});
const meetingOf = (...events: readonly MeetingStreamEvent[]): Meeting =>
  folded(meetingHistory, [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null), ...events]);
const meeting = meetingOf(moved('m-1'), moved('m-2', 'm-1'), moved('m-3', 'm-1'));
const also = (name: string, fields: Readonly<Record<string, string>>) =>
  LIVE_FORMS[name]?.extraFields?.({ meeting, standing, form: new URLSearchParams(fields) });

describe('a division by name', () => {
  const vote = { motionId: 'm-1', _entitled: 'a b c d e ', method: 'show-of-hands' };

  it('names both of a pair, and counts who was paired or absent where no number was typed', () =>
    expect(also('take-vote', { ...vote, '_vote.a': 'yes', '_pair.0.one': 'b', '_pair.0.other': 'c' })).toEqual({
      votes: [
        { personId: 'a', option: 'yes' },
        { personId: 'b', option: 'paired', pairedWith: 'c' },
        { personId: 'c', option: 'paired', pairedWith: 'b' },
      ],
      counts: { paired: 2 },
    }));

  it('is of people who are named once, and of pairs of two', () => {
    expect(also('take-vote', { ...vote, '_vote.b': 'yes', '_pair.0.one': 'b', '_pair.0.other': 'c' })).toMatchObject({
      text: 'Somebody who is paired has another vote as well',
    });
    for (const other of ['', 'b'])
      expect(also('take-vote', { ...vote, '_pair.0.one': 'b', '_pair.0.other': other })).toMatchObject({ text: 'A pair is two people' });
  });
});

describe('a division between proposals', () => {
  const form = {
    _entitled: 'a b c d e ',
    method: 'show-of-hands',
    '_in.m-1': 'yes',
    '_in.m-2': 'yes',
    '_count.m-1': '2',
    '_count.m-2': '3',
  };
  const proposals = [
    { proposalId: 'm-1', count: 2 },
    { proposalId: 'm-2', count: 3 },
  ];

  it('is between what is ticked and what options are typed, with what broke a tie', () => {
    expect(also('take-division', { ...form, '_count.m-3': '9' })).toEqual({ proposals });
    expect(also('take-division', { ...form, '_option.1': ' Neither ', '_optionCount.1': '0', _cast: 'm-1' })).toEqual({
      proposals: [...proposals, { proposalId: 'option-2', words: 'Neither', count: 0 }],
      castingVote: { personId: 'a', proposalId: 'm-1' },
    });
    expect(also('take-division', { ...form, _lotOn: 'm-2', _lotBy: 'Councillor B' })).toMatchObject({
      lot: { drawnBy: { name: 'Councillor B' }, proposalId: 'm-2' },
    });
    expect(also('take-division', { ...form, _cast: 'left tied' })).toEqual({ proposals, leftTied: true });
    expect(also('take-division', { ...form, _lotOn: 'm-2' })).toMatchObject({ href: '#lot' });
    expect(also('take-division', { _entitled: 'a b c d e ', '_in.m-1': 'yes' })).toMatchObject({ href: '#proposals' });
    expect(also('take-division', { ...form, _entitled: 'a b' })).toMatchObject({ href: '#proposals.0.count' });
  });

  it('is by name in a roll call, with all who are not named voting for one', () =>
    expect(
      also('take-division', {
        ...form,
        method: 'roll-call',
        '_for.a': 'for m-1',
        '_for.b': 'declined',
        '_for.x': 'absent',
        _rest: 'for m-2',
      }),
    ).toEqual({
      proposals: [{ proposalId: 'm-1' }, { proposalId: 'm-2' }],
      declined: undefined,
      absent: undefined,
      votes: [
        { personId: 'a', proposalId: 'm-1' },
        { personId: 'b', option: 'declined' },
        { personId: 'x', option: 'absent' },
        ...['c', 'd', 'e'].map((personId) => ({ personId, proposalId: 'm-2' })),
      ],
    }));

  it('that nobody counted says only what was carried', () =>
    expect(
      also('take-division', { _entitled: 'a b c d e ', method: 'declared', '_in.m-1': 'yes', '_in.m-2': 'yes', _declared: 'm-2' }),
    ).toEqual({
      proposals: [{ proposalId: 'm-1' }, { proposalId: 'm-2' }],
      winner: 'm-2',
    }));
});

describe('a list of names', () => {
  it('is a sederunt: who is there, who is there remotely, who sent apologies; of the absent nothing is recorded', () =>
    expect(
      also('take-sederunt', {
        '_there.a': 'present',
        '_there.b': 'remote',
        '_there.c': 'apologies',
        '_there.d': 'absent',
        '_there.e': 'present',
      }),
    ).toEqual({ present: ['a', 'e'], remote: ['b'], apologies: ['c'] }));

  it('is a vote in which all others, but for a pair, voted alike', () =>
    expect(
      also('take-vote', {
        motionId: 'm-1',
        _entitled: 'a b c d e ',
        method: 'roll-call',
        '_vote.a': 'no',
        '_pair.0.one': 'b',
        '_pair.0.other': 'c',
        _rest: 'yes',
      }),
    ).toEqual({
      votes: [
        { personId: 'a', option: 'no' },
        { personId: 'b', option: 'paired', pairedWith: 'c' },
        { personId: 'c', option: 'paired', pairedWith: 'b' },
        { personId: 'd', option: 'yes' },
        { personId: 'e', option: 'yes' },
      ],
    }));
});

describe('an order of voting', () => {
  it('has amendments before what they amend, the last moved first, until it is settled', () => {
    expect(toBeOrdered(meeting).map(({ motionId }) => motionId)).toEqual(['m-3', 'm-2', 'm-1']);
    const settled: MeetingStreamEvent = {
      type: 'VotingOrderSettled',
      v: 1,
      data: { sectionId: 's-1', order: ['m-2', 'm-3', 'm-1'] },
    };
    const after = meetingOf(moved('m-1'), moved('m-2', 'm-1'), moved('m-3', 'm-1'), settled);
    expect(toBeOrdered(after).map(({ motionId }) => motionId)).toEqual(['m-2', 'm-3', 'm-1']);
  });

  it('is that of the numbers, each of which is there once', () => {
    expect(also('settle-voting-order', { '_place.m-1': '3', '_place.m-2': '1', '_place.m-3': '2' })).toEqual({
      order: ['m-2', 'm-3', 'm-1'],
    });
    expect(also('settle-voting-order', { '_place.m-1': '1', '_place.m-2': '1' })).toMatchObject({ href: '#place-m-1' });
    expect(also('settle-voting-order', { '_place.m-1': 'first' })).toMatchObject({ href: '#place-m-1' });
  });
});

describe('a decision', () => {
  it('says what it does beside its words', () => {
    expect(also('record-decision', { _outcome: 'minute-approved board/2016-01-01' })).toEqual({
      outcome: { kind: 'minute-approved', meetingId: 'board/2016-01-01' },
    });
    expect(also('record-decision', { _outcome: 'remitted', _to: 'the Team' })).toEqual({ outcome: { kind: 'remitted', to: 'the Team' } });
    expect(also('record-decision', { '_about.board/2016-01-01 d-1': 'ratify', '_about.board/2016-01-01 d-2': '' })).toEqual({
      ratifies: [{ meetingId: 'board/2016-01-01', decisionId: 'd-1' }],
    });
  });

  it('does not ratify only with the reason', () => {
    const declines = { '_about.board/2016-01-01 d-1': 'decline' };
    expect(also('record-decision', declines)).toMatchObject({ href: '#_declinedBecause' });
    expect(also('record-decision', { ...declines, _declinedBecause: 'Not ours' })).toEqual({
      declinesToRatify: [{ meetingId: 'board/2016-01-01', decisionId: 'd-1', reason: 'Not ours' }],
    });
  });
});

describe('who is in the room', () => {
  it('leaves in other words, or in none: nothing is not the same as no answer', () => {
    expect(also('leave-meeting', { _mark: 'nothing', _sentence: 'nothing' })).toEqual({ sederuntNote: '', words: '' });
    expect(also('leave-meeting', { _mark: 'nothing', sederuntNote: '(to the end of item 1)' })).toEqual({});
    expect(also('leave-meeting', { _mark: 'usual', _sentence: 'usual' })).toEqual({});
  });

  it('arrives under the name the roll has', () => {
    expect(also('record-arrival', { _person: 'b' })).toEqual({ person: person('b'), as: 'present' });
    expect(also('record-arrival', { _person: 'nobody' })).toMatchObject({ href: '#people' });
  });

  it('hears of an item that was not on the agenda only why, and from whom where it is urgent', () => {
    expect(also('add-agenda-item', { _reason: 'The river rose', _ruledBy: 'a' })).toMatchObject({
      urgent: { reason: 'The river rose', ruledBy: person('a') },
    });
    expect(also('add-agenda-item', { _reason: 'A paper was late' })).toMatchObject({ late: { reason: 'A paper was late' } });
  });
});
