import { describe, expect, it } from '@jest/globals';
import { type RecordedEvent } from '../../kernel/event.js';
import { namesEntry } from './entries.js';
import { meetingEventsAsAt } from '../../slices/meetings/reading/meeting.as-at.js';
import { momentOf } from '../../kernel/moments.js';
import { categoriesOf, parseParagraph, parseRef } from './refs.js';

describe('the name of a record', () => {
  it.each([
    ['cpp-strategic-board', { kind: 'body', target: 'cpp-strategic-board', bodyId: 'cpp-strategic-board' }],
    ['cpp-strategic-board/2016-03-03', { kind: 'of-body', target: 'cpp-strategic-board/2016-03-03', bodyId: 'cpp-strategic-board' }],
    ['a/b#4.4(b)', { kind: 'of-body', target: 'a/b', bodyId: 'a', entry: '4.4(b)' }],
    ['principal:clerk', { kind: 'principal', target: 'clerk' }],
    ['report:sb-ijb/2023-cigs#a', { kind: 'report', target: 'sb-ijb/2023-cigs', bodyId: 'sb-ijb', entry: 'a' }],
    ['plan:a/p#1.1.3', { kind: 'plan', target: 'a/p', bodyId: 'a', entry: '1.1.3' }],
    ['direction:a/d', { kind: 'direction', target: 'a/d', bodyId: 'a' }],
    ['participation-request:a/r', { kind: 'participation-request', target: 'a/r', bodyId: 'a' }],
    ['calendar:scotland', { kind: 'calendar', target: 'scotland' }],
    ['reminders:clerk', { kind: 'reminders', target: 'clerk' }],
    ['subject:x-1', { kind: 'subject', target: 'x-1' }],
  ])('%s is read', (text, ref) => expect(parseRef(text)).toEqual(ref));

  it.each(['', 'A', 'a/b/c', '../x', 'a#', 'a/b#', 'role:x', 'a/b#\u0000', 'direction:a', 'report:a/b/c', 'calendar:a/b', '__proto__'])(
    '%j names nothing',
    (text) => expect(parseRef(text)).toBeNull(),
  );

  it('may be a paragraph and its part', () => {
    expect(parseParagraph('4.4(b)')).toEqual({ paragraph: '4.4', part: 'b' });
    expect(parseParagraph('8')).toEqual({ paragraph: '8' });
    expect(parseParagraph('d-1')).toBeNull();
  });
});

describe('the kinds a name may stand for', () => {
  it.each([
    ['a/b', ['meeting', 'action', 'directions', 'participation', 'report', 'plan', 'duty', 'requisition', 'remit']],
    ['direction:a/b', ['directions']],
    ['participation-request:a/b', ['participation']],
    ['duty:a/b', ['duty']],
    ['requisition:a/b', ['requisition']],
    ['remit:a/b', ['remit']],
    ['a', ['body']],
  ])('%s is looked for in %j', (text, categories) => expect(categoriesOf(parseRef(text)!)).toEqual(categories));
});

describe('a moment', () => {
  it('given as a date is the end of that day where the body sits, summer time included', () => {
    expect(momentOf('2016-03-03', 'Europe/London')).toBe('2016-03-03T23:59:59.999Z');
    expect(momentOf('2016-06-09', 'Europe/London')).toBe('2016-06-09T22:59:59.999Z');
  });

  it.each(['2016-02-30', 'yesterday', '2016-03-03T25:00:00Z', '2016-03-03T10:00'])('is not %s', (text) =>
    expect(momentOf(text, 'Europe/London')).toBeNull(),
  );
});

describe('the record as it was', () => {
  const event = (type: string, happenedAt: string, recordedAt: string, data: object): RecordedEvent =>
    ({ type, v: 1, data, happenedAt, recordedAt, commandId: `${type} ${recordedAt}` }) as RecordedEvent;
  const person = { personId: 'a-b', name: 'A. B.' };
  const early = event('ParagraphRecorded', '2016-03-03T14:00:00Z', '2016-03-03T14:00:00Z', { paragraphId: 'p1', after: null });
  const late = event('ParagraphRecorded', '2016-03-03T15:00:00Z', '2016-03-03T15:00:00Z', { paragraphId: 'p2', after: 'p1' });
  const recordedLate = event('MemberLeft', '2016-03-03T14:30:00Z', '2016-03-05T09:00:00Z', { person, after: 'p2' });

  it('has what had happened, though it was written down later, in a place that was there', () => {
    expect(meetingEventsAsAt([early, late, recordedLate], { happenedBy: '2016-03-03T14:45:00Z' })).toEqual([
      early,
      { ...recordedLate, data: { person, after: 'p1' } },
    ]);
  });

  it('has what was put right of it since, unless it is asked what was known', () => {
    const corrected = event('AttendanceCorrected', '2016-03-06T09:00:00Z', '2016-03-06T09:00:00Z', {
      personId: 'a-b',
      person,
      correction: { kind: 'left', after: 'p2' },
    });
    expect(meetingEventsAsAt([early, late, corrected], { happenedBy: '2016-03-03T14:45:00Z' })).toContainEqual({
      ...corrected,
      data: { personId: 'a-b', person, correction: { kind: 'left', after: 'p1' } },
    });
    expect(meetingEventsAsAt([early, late, corrected], { happenedBy: '2016-03-03T14:45:00Z', recordedBy: '2016-03-05T00:00:00Z' })).toEqual(
      [early],
    );
  });

  it('as then known leaves out what was written down later', () => {
    expect(meetingEventsAsAt([early, late, recordedLate], { recordedBy: '2016-03-04T00:00:00Z' })).toEqual([early, late]);
  });
});

describe('an event', () => {
  it('names an entry wherever its id stands in it, and not where it is only part of a text', () => {
    expect(namesEntry({ decision: { meetingId: 'a/b', decisionId: 'd-1' } }, 'd-1')).toBe(true);
    expect(namesEntry({ words: 'd-1 was taken' }, 'd-1')).toBe(false);
    expect(namesEntry({ paragraphId: 'p-2', after: 'd-1' }, 'd-1')).toBe(false);
  });
});
