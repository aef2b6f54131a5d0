import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aStanding } from '../../../../test/support/a-meeting.js';
import { at, folded } from '../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { momentAfter, type PlaceAsked, placeOf, standingAtPlace } from './places.js';

const RULE = { kind: 'number', atLeast: 3 } as const;
const held = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...anOpenMeeting(), ...events]);
/** Wall-clock time of London in March is that of Greenwich. */
const then = (time: string, event: MeetingStreamEvent, day = '2016-03-03') => at({ happenedAt: `${day}T${time}:00.000Z` }, event);

/** Paragraphs 1 at 14:10 and 2 at 14:20 under item 1, which are written down as they happen. */
const asItHappens = held(
  anItem('1'),
  then('14:10', aParagraph('s-1', '1', null)),
  then('14:15', aDecision('d-1', { after: 'p-1' })),
  then('14:20', aParagraph('s-1', '2', 'd-1')),
);
const place = (asked: PlaceAsked, meeting = asItHappens, happenedAt = '2016-03-03T14:30:00.000Z') => placeOf(meeting, asked, happenedAt);

describe('the place at which something takes effect', () => {
  it('is after the last entry of the paragraph named, whatever time is said', () => {
    expect(place({ afterParagraph: '1' })).toEqual({ after: 'd-1' });
    expect(place({ afterParagraph: '1', time: '14:25', fromTheStart: true })).toEqual({ after: 'd-1' });
  });

  it('is none after a paragraph that is not there', () =>
    expect(place({ afterParagraph: '7' })).toMatchObject({
      code: 'meeting.no-such-paragraph',
      field: 'afterParagraph',
      detail: { paragraph: '7' },
    }));

  it('is before every entry, from the start', () => {
    expect(place({ fromTheStart: true })).toEqual({ after: null });
    expect(place({ fromTheStart: true, time: '14:15' })).toEqual({ after: null });
  });

  it('is after everything recorded so far, where nothing is said of it', () => {
    expect(place({})).toEqual({ after: 'p-2' });
    expect(place({}, held(anItem('1')))).toEqual({ after: null, sectionId: 's-1' });
  });

  it('is where it happened in the record, for what is written down after later entries', () => {
    expect(place({}, asItHappens, '2016-03-03T14:20:00.000Z')).toEqual({ after: 'p-2' });
    expect(place({}, asItHappens, '2016-03-03T14:19:00.000Z')).toEqual({ after: 'd-1' });
    expect(place({}, asItHappens, '2016-03-03T14:05:00.000Z')).toEqual({ after: null });
    const inHand = held(anItem('1'), then('14:10', aParagraph('s-1', '1', null)), anItem('2'));
    expect(place({}, inHand, '2016-03-03T14:10:00.000Z')).toEqual({ after: 'p-1', sectionId: 's-2' });
  });
});

describe('a time of the meeting’s day', () => {
  it('is a place after the last entry that had happened by then, in the time of its own zone', () => {
    expect(place({ time: '14:12' })).toEqual({ after: 'p-1' });
    expect(place({ time: '14:15' })).toEqual({ after: 'd-1' });
    expect(place({ time: '14:05' })).toEqual({ after: null });
    const summer = { ...asItHappens, timeZone: 'Europe/Paris' };
    expect(place({ time: '15:12' }, summer)).toEqual({ after: 'p-1' });
  });

  it('that no entry of the day is later than is after everything recorded', () => {
    expect(place({ time: '14:20' })).toEqual({ after: 'p-2' });
    expect(place({ time: '16:00' })).toEqual({ after: 'p-2' });
    const inHand = held(anItem('1'), then('14:10', aParagraph('s-1', '1', null)), anItem('2'));
    expect(place({ time: '14:10' }, inHand)).toEqual({ after: 'p-1', sectionId: 's-2' });
  });

  it('counts over when the command says it happened', () =>
    expect(place({ time: '16:00' }, asItHappens, '2016-03-03T14:05:00.000Z')).toEqual({ after: 'p-2' }));

  it('is not compared with entries written down on another day', () => {
    const dayAfter = held(
      anItem('1'),
      then('09:00', aParagraph('s-1', '1', null), '2016-03-04'),
      then('09:10', aParagraph('s-1', '2', 'p-1'), '2016-03-04'),
    );
    expect(place({ time: '08:00' }, dayAfter)).toEqual({ after: 'p-2' });
    const both = held(
      anItem('1'),
      then('09:00', aParagraph('s-1', '1', null), '2016-03-02'),
      then('14:10', aParagraph('s-1', '2', 'p-1')),
      then('09:10', aParagraph('s-1', '3', 'p-2'), '2016-03-04'),
    );
    expect(place({ time: '14:05' }, both)).toEqual({ after: 'p-1' });
    expect(place({ time: '14:30' }, both)).toEqual({ after: 'p-3' });
  });

  it('is one of the day on which an adjourned meeting resumed', () => {
    const resumed = held(
      anItem('1'),
      then('14:10', aParagraph('s-1', '1', null)),
      { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-1' } },
      { type: 'MeetingResumed', v: 1, data: { date: '2016-03-10', standing: aStanding(RULE, '2016-03-10'), after: 'p-1' } },
      then('10:10', aParagraph('s-1', '2', 'p-1'), '2016-03-10'),
      then('10:20', aParagraph('s-1', '3', 'p-2'), '2016-03-10'),
    );
    expect(place({ time: '10:15' }, resumed)).toEqual({ after: 'p-2' });
    expect(place({ time: '10:05' }, resumed)).toEqual({ after: 'p-1' });
    const third = { after: 'p-3', standing: aStanding(RULE, '2016-03-17') };
    const again = { ...resumed, standings: [...resumed.standings, third] };
    expect(place({ time: '10:05' }, again)).toEqual({ after: 'p-3' });
  });
});

describe('what takes effect after an entry', () => {
  const meeting = held(
    anItem('1'),
    aParagraph('s-1', '1', null),
    { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-1' } },
    { type: 'MeetingResumed', v: 1, data: { date: '2016-03-10', standing: aStanding(RULE, '2016-03-10'), after: 'p-1' } },
    aParagraph('s-1', '2', 'p-1'),
  );

  it('is in effect at the next entry and not before', () => {
    expect(momentAfter(meeting, { after: null })).toBe(0);
    expect(momentAfter(meeting, { after: 'p-1' })).toBe(1);
  });

  it('stands under the rules in force there', () => {
    expect(standingAtPlace(meeting, { after: null })?.asOf).toBe('2016-03-03');
    expect(standingAtPlace(meeting, { after: 'p-1' })?.asOf).toBe('2016-03-10');
  });
});
