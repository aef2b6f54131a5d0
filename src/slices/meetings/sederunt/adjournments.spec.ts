import { describe, expect, it } from '@jest/globals';
import { anItem, aParagraph } from '../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../test/support/a-room.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type MeetingEvent } from '../events/meeting.events.js';
import { meetingDecider } from '../meeting.decider.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  ContinueInformally,
  CorrectRoll,
  DeclareQuorum,
  ExcludePublic,
  JudgeRollAnew,
  ReadmitPublic,
  ResumeMeeting,
} from './sederunt.commands.js';

const ID = 'board/2016-03-03';
const called: MeetingEvent = {
  type: 'MeetingCalled',
  v: 1,
  data: { meetingId: ID, bodyId: 'board', title: 'The Board', date: '2016-03-03', mode: 'in-person', timeZone: 'Europe/London' },
};
const opened: MeetingEvent = { type: 'MeetingOpened', v: 1, data: { standing: standing() } };
const there = (who: string): MeetingEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null },
});
const open = [called, opened, there('chair'), there('police'), there('health'), anItem('1'), aParagraph('s-1', '1', null)];
const on = (...events: readonly MeetingStreamEvent[]) => given(meetingHistory, events);
const adjourned: MeetingEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: 'Fire alarm', after: 'p-1' } };
const resumed = (data: object = {}): MeetingEvent => ({ type: 'MeetingResumed', v: 1, data: { after: 'p-1', ...data } });
const concluded: MeetingEvent = { type: 'MeetingConcluded', v: 1, data: {} };
const adjourn = (data: object = {}) => ask(AdjournMeeting, ID, { reason: 'Fire alarm', ...data });
const resume = (data: object = {}, later: ReturnType<typeof standing> | null = standing()) =>
  ask(ResumeMeeting, ID, data, { facts: { standing: later } });

describe('an adjourned meeting', () => {
  it('says why, until when and at what time it was adjourned, and goes on where the record is', () =>
    on(...open)
      .when(meetingDecider, adjourn({ until: '10 March 2016', time: '15:20' }))
      .then({
        type: 'MeetingAdjourned',
        v: 1,
        data: { reason: 'Fire alarm', until: '10 March 2016', time: '15:20', after: 'p-1' },
      }));

  it('does nothing before it resumes, nor adjourns again', () => {
    const words = 'The meeting went on informally.';
    for (const command of [
      ask(ContinueInformally, ID, { words }),
      ask(ExcludePublic, ID, { paragraphs: ['6'] }),
      ask(ReadmitPublic, ID, {}),
      adjourn(),
    ])
      on(...open, adjourned)
        .when(meetingDecider, command)
        .thenRefused('meeting.adjourned');
  });

  it('resumes once from each adjournment', () => {
    on(...open, adjourned, resumed())
      .when(meetingDecider, resume())
      .thenRefused('meeting.not-adjourned');
    on(...open, adjourned, resumed(), adjourned)
      .when(meetingDecider, resume())
      .thenAccepted();
  });

  it('resumes where it was adjourned, in the item then in hand, though it is written down when the meeting is over', () => {
    const between: MeetingEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: 'Lunch', after: 'p-1', sectionId: 's-2' } };
    on(...open, anItem('2'), between, aParagraph('s-2', '2', 'p-1'), concluded)
      .when(meetingDecider, resume())
      .thenAccepted(([event]) => expect(event?.data).toEqual({ after: 'p-1', sectionId: 's-2' }));
    on(...open, adjourned, aParagraph('s-1', '2', 'p-1'), concluded)
      .when(meetingDecider, resume())
      .thenAccepted(([event]) => expect(event?.data).toEqual({ after: 'p-1' }));
    on(...open, adjourned, aParagraph('s-1', '2', 'p-1'))
      .when(meetingDecider, resume())
      .thenAccepted(([event]) => expect(event?.data).toEqual({ after: 'p-2' }));
  });

  it('resumes on no day before the one it sat on last, and on another under what stands then', () => {
    const tenth = standing({ versionId: 'v2' }, '2016-03-10');
    const later = [...open, adjourned, resumed({ date: '2016-03-10', standing: tenth }), adjourned];
    on(...later)
      .when(meetingDecider, resume({ date: '2016-03-09' }))
      .thenRefused('meeting.resumes-in-the-past', { field: 'date', detail: { adjournedOn: '2016-03-10' } });
    on(...later)
      .when(meetingDecider, resume({ date: '2016-03-10' }, tenth))
      .thenAccepted(([event]) => expect(event?.data).toEqual({ date: '2016-03-10', after: 'p-1' }));
    on(...later)
      .when(meetingDecider, resume({ date: '2016-03-17' }, null))
      .thenRefused('meeting.no-constitution', { field: 'date' });
    on(...later)
      .when(meetingDecider, resume({}, null))
      .thenAccepted(([event]) => expect(event?.data).toEqual({ after: 'p-1' }));
  });
});

describe('the end of a meeting', () => {
  it('says its time and its words', () =>
    on(...open)
      .when(meetingDecider, ask(ConcludeMeeting, ID, { time: '16:15', words: 'The meeting concluded at 4.15 p.m.' }))
      .then({ type: 'MeetingConcluded', v: 1, data: { time: '16:15', words: 'The meeting concluded at 4.15 p.m.' } }));
});

describe('what is placed in the record', () => {
  it('is placed by a paragraph that there is', () => {
    const afterParagraph = '7';
    for (const command of [
      ask(DeclareQuorum, ID, { quorate: false, words: 'Lost.', afterParagraph }),
      ask(ContinueInformally, ID, { words: 'On.', afterParagraph }),
      ask(ExcludePublic, ID, { paragraphs: ['6'], afterParagraph }),
      ask(ReadmitPublic, ID, { afterParagraph }),
    ])
      on(...open)
        .when(meetingDecider, command)
        .thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' });
    on(...open, concluded)
      .when(meetingDecider, adjourn({ afterParagraph }))
      .thenRefused('meeting.no-such-paragraph');
  });
});

describe('a roll read again', () => {
  const smaller = { ...standing(), roll: standing().roll.slice(0, 6) };

  it('needs a constitution on the day of the meeting', () => {
    on(...open)
      .when(meetingDecider, ask(CorrectRoll, ID, { reason: 'Ended' }, { facts: { standing: null } }))
      .thenRefused('meeting.no-constitution');
    on(...open)
      .when(meetingDecider, ask(JudgeRollAnew, ID, { because: 'Ended' }, { facts: { standing: null } }))
      .thenRefused('meeting.no-constitution');
  });

  it('is kept with the reason, for each day that reads otherwise', () => {
    const tenth = standing({ versionId: 'v2' }, '2016-03-10');
    const sat = [...open, adjourned, resumed({ date: '2016-03-10', standing: tenth })];
    on(...sat)
      .when(meetingDecider, ask(CorrectRoll, ID, { reason: 'Ended' }, { facts: { standing: tenth, earlier: [smaller] } }))
      .then({ type: 'RollCorrected', v: 1, data: { standing: smaller, reason: 'Ended' } });
    on(...sat)
      .when(meetingDecider, ask(JudgeRollAnew, ID, { because: 'A seat ended' }, { facts: { standing: tenth, earlier: [smaller] } }))
      .then({ type: 'RollCorrected', v: 1, data: { standing: smaller, reason: 'A seat ended' } });
    on(...sat)
      .when(meetingDecider, ask(CorrectRoll, ID, { reason: 'Ended' }, { facts: { standing: standing({}, '2016-03-17') } }))
      .thenRefused('roll.unchanged');
  });
});
