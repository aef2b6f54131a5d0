import { beforeAll, describe, expect, it } from '@jest/globals';
import { folded } from '../../../../../../test/support/decider-spec.js';
import { RecordInMemory } from '../../../../../../test/support/replay-record.js';
import { type MeetingEvent } from '../../../events/meeting.events.js';
import { meetingHistory } from '../../../record/meeting.history.js';
import { type Meeting } from '../../../record/meeting.state.js';
import { agendaHtml } from './agenda-html.js';
import { agendaText } from './agenda-text.js';
import { agendaView } from './agenda.js';

describe('the agenda of 9 June 2016', () => {
  let meeting: Meeting;
  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '03-agenda-2016-06-09.json');
    meeting = await record.meeting('cpp-strategic-board/2016-06-09');
  });
  it('is printed with numbers, titles, pages, what is asked and indicative minutes', () => {
    const text = agendaText(agendaView(meeting, false));
    expect(text).toContain('3 June 2015');
    expect(text).toMatch(/^4\. {3}Minute \(Pages 1 - 8\) +2 mins$/m);
    expect(text).toMatch(/^15\. {2}Any Other Items which the Chairman Decides are Urgent/m);
    expect(text).toMatch(/^9\. {3}Draft Strategic Assessment.* 20 mins$/m);
  });
});

describe('an agenda', () => {
  const events: MeetingEvent[] = [
    {
      type: 'MeetingCalled',
      v: 1,
      data: { meetingId: 'b/1', bodyId: 'b', title: 'Board <b>', date: '2016-06-09', mode: 'hybrid', timeZone: 'Europe/London' },
    },
    {
      type: 'AgendaItemAdded',
      v: 1,
      data: {
        itemId: 'i-1',
        number: '1',
        title: 'Sale of <script>alert(1)</script>',
        asked: 'Approve "it"',
        papers: [{ title: 'Secret', pages: { first: 1, last: 1 } }],
        exempt: { paragraph: '9' },
      },
    },
    { type: 'AgendaItemAdded', v: 1, data: { itemId: 'i-2', number: '2', title: '<img src=x onerror=alert(1)>', papers: [] } },
  ];
  const meeting = folded(meetingHistory, events);
  it('shows the public only the number of an exempt item and why it is private', () => {
    expect(agendaView(meeting, false).items[0]).toMatchObject({ number: '1', title: 'Exempt item', asked: null, papers: [], exempt: '9' });
    for (const shown of [agendaText(agendaView(meeting, false)), agendaHtml(agendaView(meeting, false))]) {
      expect(shown).not.toMatch(/Sale|Secret|Approve/);
      expect(shown).toContain('paragraph 9 of Schedule 7A');
    }
    expect(agendaView(meeting, true).items[0]).toMatchObject({ title: 'Sale of <script>alert(1)</script>' });
  });
  it('is text in HTML, whatever it says', () => {
    const html = agendaHtml(agendaView(meeting, true));
    expect(html).not.toMatch(/<script|<img|<b>/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
