import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { atomFeed } from './atom.js';
import { type CalendarMeeting, meetingsCalendar } from './calendar.js';

const meeting: CalendarMeeting = {
  uid: 'one@quorate',
  title: 'Board; of <the>, Valley',
  date: '2026-07-09',
  time: '14:00',
  timeZone: 'Europe/London',
  place: 'Valley Hall, Newtown; St Boswells',
  address: 'https://record.example/bodies/board/meetings/2026-07-09',
  words: 'A line,\nand another',
  cancelled: false,
  sequence: 3,
};
const eventsOf = (...meetings: CalendarMeeting[]) =>
  new ICAL.Component(ICAL.parse(meetingsCalendar('Board', 'https://record.example/', '2026-07-01T09:00:00.000Z', meetings)) as never)
    .getAllSubcomponents('vevent')
    .map((one) => ({ one, event: new ICAL.Event(one) }));

describe('a calendar of meetings', () => {
  it('has each meeting at its time where the body sits, with its words as they are', () => {
    const [{ event } = { event: undefined! }] = eventsOf(meeting);
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-07-09T13:00:00.000Z');
    expect([event.uid, event.summary, event.location, event.description, event.sequence]).toEqual([
      meeting.uid,
      meeting.title,
      meeting.place,
      meeting.words,
      3,
    ]);
  });

  it.each(['Board', 'Roads, paths; and \\ more', 'Two\nlines', 'One\nBEGIN:VEVENT'])('has its own name as it is: %j', (name) => {
    const text = meetingsCalendar(name, 'https://record.example/', '2026-07-01T09:00:00.000Z', [meeting]);
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    const escaped = name.replace(/[\\;,]/g, '\\$&').replace('\n', '\\n');
    for (const property of ['NAME', 'X-WR-CALNAME']) expect(text).toContain(`\r\n${property}:${escaped}\r\n`);
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  });

  it('has a meeting without a time on its whole day', () => {
    const [{ event } = { event: undefined! }] = eventsOf({ ...meeting, time: null });
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2026-07-09']);
  });

  it('says of a cancelled meeting that it is', () => {
    const [{ one, event } = { one: undefined!, event: undefined! }] = eventsOf({ ...meeting, cancelled: true });
    expect([one.getFirstPropertyValue('status'), event.summary, event.uid]).toEqual([
      'CANCELLED',
      `Cancelled: ${meeting.title}`,
      meeting.uid,
    ]);
  });
});

describe('a feed', () => {
  const entry = {
    id: 'urn:uuid:1',
    title: 'T',
    address: 'https://record.example/a?b=1&c=2',
    updated: '2026-03-03T00:00:00.000Z',
    summary: 's',
  };
  const feed = (title: string) =>
    atomFeed({
      id: 'urn:uuid:0',
      title: 'Board',
      self: 'https://record.example/feed.atom',
      alternate: 'https://record.example/',
      author: 'Board',
      since: '2026-01-01T00:00:00.000Z',
      entries: [entry, { ...entry, id: 'urn:uuid:2', title, updated: '2026-04-03T00:00:00.000Z' }],
    });

  it('has nothing that is markup, or that XML cannot hold, in what is recorded', () => {
    const text = feed('<script>&"\'\u0000\uFFFF\uD800');
    expect(text).toContain('<title>&lt;script&gt;&amp;&quot;&#39;</title>');
    expect(text).toContain('href="https://record.example/a?b=1&amp;c=2"');
  });

  it('has the newest entry first, and its time', () => {
    const text = feed('Newer');
    expect(text.indexOf('Newer')).toBeLessThan(text.indexOf('<title>T</title>'));
    expect(text).toMatch(/<updated>2026-04-03T00:00:00.000Z<\/updated>\n<author>/);
  });
});
