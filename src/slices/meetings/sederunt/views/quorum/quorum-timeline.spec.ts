import { beforeAll, describe, expect, it } from '@jest/globals';
import { aParagraph, anItem } from '../../../../../../test/support/a-meeting.js';
import { named, standing } from '../../../../../../test/support/a-room.js';
import { folded } from '../../../../../../test/support/decider-spec.js';
import { RecordInMemory } from '../../../../../../test/support/replay-record.js';
import { meetingHistory, type MeetingStreamEvent } from '../../../record/meeting.history.js';
import { quorumText } from './quorum-text.js';
import { type QuorumTimeline, quorumTimeline } from './quorum-timeline.js';

const there = (who: string, more: object = {}): MeetingStreamEvent => ({
  type: 'AttendanceRecorded',
  v: 1,
  data: { person: named(who), as: 'present', how: 'in-room', seatId: `s-${who}`, after: null, ...more },
});
const base: MeetingStreamEvent[] = [
  {
    type: 'MeetingCalled',
    v: 1,
    data: {
      meetingId: 'board/2016-03-03',
      bodyId: 'board',
      title: 'The Board',
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
  aParagraph('s-1', '1', null),
  anItem('2'),
  aParagraph('s-2', '2', 'p-1'),
];
const timeline = (...events: MeetingStreamEvent[]) => quorumTimeline(folded(meetingHistory, [...base, ...events]));

describe('a timeline', () => {
  it('names the sum each time it changes, and where the quorum was lost and regained', () => {
    const found = timeline(
      { type: 'MemberLeft', v: 1, data: { person: named('health'), after: 'p-1', time: '14:20' } },
      there('college', { after: 'p-2' }),
    );
    expect(found.moments.map(({ fromParagraph, sum }) => [fromParagraph, sum.present, sum.quorate])).toEqual([
      ['1', 3, true],
      ['2', 2, false],
      [null, 3, true],
    ]);
    expect(found.inquorateFrom).toMatchObject({ paragraph: '2', after: '1', declared: false });
    expect(found.losses).toMatchObject([{ regained: { paragraph: null, after: '2' } }]);
    expect(found.disagreements).toMatchObject([{ kind: 'lost-undeclared', at: { paragraph: '2' } }]);
    expect(found.people.map(({ personId, words }) => [personId, words])).toEqual([
      ['chair', 'throughout'],
      ['police', 'throughout'],
      ['health', 'to para. 1 left at 14:20'],
      ['college', 'from now'],
    ]);
  });
  it('counts a withdrawal under its item only', () => {
    const found = timeline({
      type: 'InterestDeclared',
      v: 1,
      data: { person: named('health'), itemId: 'item-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    });
    expect(found.inquorateFrom).toBeNull();
    expect(found.items).toMatchObject([
      { number: '1', withdrawn: ['HEALTH'], quorate: false, votingPresent: 2 },
      { number: '2', withdrawn: [], quorate: true, votingPresent: 3 },
    ]);
  });
  it('reports a loss declared though the sum is met, and lets the declaration stand', () => {
    const found = timeline({ type: 'QuorumDeclared', v: 1, data: { quorate: false, words: 'Lost.', after: 'p-1' } });
    expect(found.inquorateFrom).toEqual({ paragraph: '2', after: '1', declared: true, words: 'Lost.' });
    expect(found.disagreements).toMatchObject([{ kind: 'declared-lost-with-quorum', at: { paragraph: '2' } }]);
  });
  it('of a meeting not opened says so', () => {
    const found = quorumTimeline(folded(meetingHistory, base.slice(0, 1)));
    expect(found).toMatchObject({ rule: null, moments: [], inquorateFrom: null });
    expect(quorumText(found)).toContain('has not been opened');
  });
});

describe('the timeline of the real meeting of 3 March 2016', () => {
  let found: QuorumTimeline;
  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json');
    found = quorumTimeline(await record.meeting('cpp-strategic-board/2016-03-03'));
  });
  it('has it inquorate from paragraph 9, by declaration', () =>
    expect(found.inquorateFrom).toEqual({
      paragraph: '9',
      after: '8',
      declared: true,
      words: 'The meeting was inquorate from this point onwards, but continued on an informal basis.',
    }));
  it('has who left, and after which paragraph', () => {
    const left = found.people.filter(({ spells }) => spells.some(({ left: gone }) => gone)).map(({ name, words }) => [name, words]);
    expect(left).toEqual([
      ['Councillor C. Bhatia', 'to para. 8'],
      ['Chief Superintendent G. Imery', 'to para. 6.1'],
      ['Mr T. Jakimciw', 'to para. 8'],
      ['Mr D. Rennie', 'to para. 6.2'],
    ]);
    expect(quorumText(found)).toContain('Inquorate from para. 9');
  });
});
