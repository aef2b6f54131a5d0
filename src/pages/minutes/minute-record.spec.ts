import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, concluded } from '../../../test/support/a-meeting.js';
import { folded } from '../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../../slices/meetings/record/meeting.history.js';
import { approvingDecisions, signersOf } from './minute-later.js';
import { struckOut, wordsOf } from './minute-record.js';
import { offeredOf } from '../frame/steps/step.js';
import { MINUTE_STEPS } from './minute-steps.js';

const meetingOf = (...events: readonly MeetingStreamEvent[]) => folded(meetingHistory, [...anOpenMeeting(), ...events]);
const lease: MeetingStreamEvent = {
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId: 'lease', number: '1', title: 'Lease', papers: [], exempt: { paragraph: '6' } },
};
const struck = (entryId: string): MeetingStreamEvent => ({ type: 'EntryStruck', v: 1, data: { entryId, reason: 'Recorded twice' } });
const approved: MeetingStreamEvent = {
  type: 'MinuteApproved',
  v: 1,
  data: { by: { meetingId: 'board/2016-06-09', decisionId: 'd-1' }, atMeeting: 'board/2016-06-09', corrections: [], hash: 'a' },
};

describe('the record beside a minute', () => {
  const meeting = meetingOf(
    lease,
    anItem('1', { itemId: 'lease' }),
    aParagraph('s-1', '1', null, 'Said in private.'),
    anItem('2'),
    aParagraph('s-2', '2', 'p-1', 'Said in public.'),
    struck('p-1'),
    struck('p-2'),
  );

  it('shows what was struck out with why, of what was taken in private only to who may read that', () => {
    expect(struckOut(meeting, true).map(({ words }) => words)).toEqual(['Said in private.', 'Said in public.']);
    expect(struckOut(meeting, false)).toEqual([{ words: 'Said in public.', reason: 'Recorded twice' }]);
  });

  it('has no words for what is struck out or not there', () => {
    expect(wordsOf(meeting, 'p-1')).toBeNull();
    expect(wordsOf(meeting, 'nothing')).toBeNull();
    expect(wordsOf(meetingOf(anItem('1'), aParagraph('s-1', '1', null, 'Said.')), 'p-1')).toBe('Said.');
  });
});

describe('the steps of a minute', () => {
  const offered = (...events: readonly MeetingStreamEvent[]) =>
    offeredOf(MINUTE_STEPS, meetingOf(...events), () => true).map(({ step }) => step);
  const signed: MeetingStreamEvent = {
    type: 'MinuteSigned',
    v: 1,
    data: { signedBy: { personId: 'a', name: 'A' }, atMeeting: 'board/2016-06-09', text: 'T', hash: 'a', algorithm: 'sha-256' },
  };

  it('are writing and circulating, then approving when the meeting is over, then signing, then only correcting', () => {
    expect(offered()).not.toContain('approve');
    expect(offered(concluded)).toEqual(['correct', 'decision', 'strike', 'note', 'restyle', 'circulate', 'approve']);
    expect(offered(concluded, approved)).toEqual(['approve', 'sign']);
    expect(offered(concluded, approved, signed)).toEqual(['correct-signed']);
  });

  it('take the meeting and its decision or signer out of one choice, and nothing out of none', () => {
    const fields = (step: string, choice?: string) =>
      MINUTE_STEPS[step]?.extraFields?.({ ...(choice && { choice }) }, { words: null, decisions: [], signers: [] });
    expect(fields('approve', 'board/x d-1')).toEqual({ atMeeting: 'board/x', decisionId: 'd-1' });
    expect(fields('sign', 'board/x a')).toEqual({ atMeeting: 'board/x', signedBy: 'a' });
    expect(fields('sign')).toEqual({});
  });
});

describe('a later meeting', () => {
  const later = meetingOf(
    anItem('1'),
    aParagraph('s-1', '1', null),
    aDecision('d-1', { verb: 'AGREED', words: 'AGREED the plan.' }),
    aDecision('d-2', { verb: 'NOTED', words: 'NOTED.', after: 'd-1' }),
    aDecision('d-3', {
      verb: 'APPROVED',
      words: 'APPROVED the Minute.',
      after: 'd-2',
      outcome: { kind: 'minute-approved', meetingId: 'board/earlier' },
    }),
  );

  it('offers what says it approves this minute first, and only what approves', () =>
    expect(approvingDecisions([later], 'board/earlier').map(({ value }) => value)).toEqual([
      `${later.meetingId} d-3`,
      `${later.meetingId} d-1`,
    ]));

  it('offers whoever presided as signer', () =>
    expect(signersOf([later])).toEqual([
      { value: `${later.meetingId} a`, text: 'Councillor A, presiding at the meeting of 3 March 2016' },
    ]));
});
