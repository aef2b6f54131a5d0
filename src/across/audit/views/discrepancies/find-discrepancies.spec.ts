import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, concluded, person } from '../../../../../test/support/a-meeting.js';
import { folded } from '../../../../../test/support/decider-spec.js';
import { meetingHistory, type MeetingStreamEvent } from '../../../../slices/meetings/record/meeting.history.js';
import { type ComparedRecord } from './discrepancy.js';
import { findDiscrepancies, renderDiscrepancies } from './find-discrepancies.js';
import { instructsSomebody } from './in-actions.js';
import { nameOf } from './spellings.js';
import { dateInWords } from './words-for-dates.js';

const record = (events: readonly MeetingStreamEvent[], more: Partial<ComparedRecord> = {}): ComparedRecord => {
  const meetings = more.meetings ?? [folded(meetingHistory, [...anOpenMeeting(), ...events])];
  const actions = more.actions ?? [];
  return {
    bodyId: 'board',
    meetings,
    about: meetings,
    keepsSheet: actions.length > 0,
    actions,
    people: [],
    canonical: new Map(),
    apart: new Set(),
    ...more,
  };
};
const kinds = (compared: ComparedRecord): string[] => findDiscrepancies(compared).map(({ kind, where }) => `${kind} ${where}`);
const notice = (givenOn: string, datedAsWritten?: string): MeetingStreamEvent => ({
  type: 'NoticeGiven',
  v: 1,
  data: {
    givenOn,
    by: 'The clerk',
    ...(datedAsWritten && { datedAsWritten }),
    clearDays: { required: 3, given: 4, short: false, latestDay: '2016-02-28' },
  },
});
const cites = (text: string): MeetingStreamEvent[] => [anItem('1'), aParagraph('s-1', '1', null, text)];

describe('a record', () => {
  it('that agrees has nothing to report', () => {
    const agreeing = record([
      notice('2016-02-26', '26 February 2016'),
      ...cites('As in paragraph 1 of the Minute of 3 March 2016.'),
      concluded,
    ]);
    expect(kinds(agreeing)).toEqual([]);
    expect(renderDiscrepancies('board', [])).toBe('Nothing in the record of board disagrees.\n');
  });

  it('reports a notice dated otherwise than it was given, or far from its meeting', () => {
    expect(kinds(record([notice('2016-02-26', '26 February 2015')]))).toEqual(['notice-date board/2016-03-03']);
    expect(kinds(record([notice('2015-02-26')]))).toEqual(['notice-date board/2016-03-03']);
    expect(kinds(record([notice('2016-02-26', 'the usual day')]))).toEqual([]);
  });

  it('reports an item taken in private while the public was not excluded', () => {
    const item: MeetingStreamEvent = {
      type: 'AgendaItemAdded',
      v: 1,
      data: { itemId: 'lease', number: '1', title: 'Lease', papers: [], exempt: { paragraph: '6' } },
    };
    const excluded = (itemIds: readonly string[] = []): MeetingStreamEvent => ({
      type: 'PublicExcluded',
      v: 1,
      data: { itemIds, paragraphs: ['6'], after: null },
    });
    const readmitted: MeetingStreamEvent = { type: 'PublicReadmitted', v: 1, data: { after: null } };
    const taken = (...before: readonly MeetingStreamEvent[]): string[] =>
      kinds(record([item, ...before, anItem('1', { itemId: 'lease' }), aParagraph('s-1', '1', null, 'The rent was discussed.')]));
    expect(taken()).toEqual(['exempt-in-public board/2016-03-03#1']);
    expect(taken(excluded())).toEqual([]);
    expect(taken(excluded(['lease']), readmitted)).toEqual([]);
    expect(taken(excluded(), readmitted)).toEqual(['exempt-in-public board/2016-03-03#1']);
    const inWords = [item, anItem('1', { itemId: 'lease' }), aParagraph('s-1', '1', null, 'The public was excluded from the meeting.')];
    expect(kinds(record(inWords))).toEqual([]);
  });

  it('reports a time that is earlier than the one before it, on one day', () => {
    const at = (opened: string | undefined, ended: string, between: readonly MeetingStreamEvent[] = []): string[] => {
      const open = anOpenMeeting().map((event) =>
        event.type === 'MeetingOpened' ? { ...event, data: { ...event.data, time: opened } } : event,
      );
      const end: MeetingStreamEvent = { type: 'MeetingConcluded', v: 1, data: { time: ended } };
      return kinds(record([], { meetings: [folded(meetingHistory, [...open, ...between, end] as MeetingStreamEvent[])] }));
    };
    expect(at('14:00', '16:15')).toEqual([]);
    expect(at(undefined, '09:00')).toEqual([]);
    expect(at('14:00', '12:15')).toEqual(['times-out-of-order board/2016-03-03']);
    const adjourned: MeetingStreamEvent = { type: 'MeetingAdjourned', v: 1, data: { reason: '', time: '15:00', after: null } };
    const next: MeetingStreamEvent = { type: 'MeetingResumed', v: 1, data: { time: '10:00', date: '2016-03-04', after: null } };
    expect(at('14:00', '11:00', [adjourned, next])).not.toContain('times-out-of-order board/2016-03-03');
    expect(at('14:00', '14:30', [adjourned])).toEqual(['times-out-of-order board/2016-03-03']);
  });

  it('tells a paragraph that does not exist from a minute that is not here', () => {
    expect(kinds(record(cites('As in paragraph 7 of the Minute of 3 March 2016.')))).toEqual(['citation-missing board/2016-03-03#1']);
    expect(kinds(record(cites('As in paragraph 1(c) of the Minute of 3 March 2016.')))).toEqual(['citation-missing board/2016-03-03#1']);
    expect(kinds(record(cites('As in paragraph 1 of the Minute of 4 March 2016.')))).toEqual(['citation-outside board/2016-03-03#1']);
  });

  it('reports a quorum declared against the sum, and none where it agrees', () => {
    const declared = (quorate: boolean): MeetingStreamEvent => ({
      type: 'QuorumDeclared',
      v: 1,
      data: { quorate, words: 'So declared.', after: 'p-1' },
    });
    expect(kinds(record([...cites('x'), declared(false)]))).toEqual(['quorum-declared board/2016-03-03']);
    expect(kinds(record([...cites('x'), declared(true)]))).toEqual([]);
  });

  it('reports what was agreed and has no action, once the body keeps a sheet', () => {
    const parts = [
      { letter: 'a', text: 'one' },
      { letter: 'b', text: 'two' },
    ];
    const events = [...cites('x'), aDecision('d-1', { parts })];
    const row = (part?: string): ComparedRecord['actions'][number] => ({
      actionId: 'board/1',
      item: { number: '1.', title: 'Item' },
      words: 'AGREED',
      exempt: false,
      source: {
        kind: 'decision',
        decision: { meetingId: 'board/2016-03-03', decisionId: 'd-1' },
        paragraph: '1',
        heading: '3 March 2016',
        meetingDate: '2016-03-03',
        ...(part && { part }),
      },
    });
    expect(kinds(record(events))).toEqual([]);
    expect(kinds(record(events, { actions: [row('b')] }))).toEqual(['agreed-without-action board/2016-03-03#1(a)']);
    expect(kinds(record(events, { actions: [row()] }))).toEqual([]);
    const agreed = (paragraph: string) => ({
      ...row(),
      source: {
        kind: 'discussion',
        meetingId: 'board/2016-03-03',
        entryId: 'a-1',
        paragraph,
        heading: '3 March 2016',
        meetingDate: '2016-03-03',
      } as const,
    });
    expect(kinds(record(events, { actions: [agreed('1')] }))).toEqual([]);
    expect(kinds(record(events, { actions: [agreed('2')] }))).toEqual(
      expect.arrayContaining(['agreed-without-action board/2016-03-03#1(a)', 'agreed-without-action board/2016-03-03#1(b)']),
    );
  });

  it.each([
    ['AGREED that the report be noted.', false],
    ['AGREED to note the report.', false],
    ['AGREED to approve the recommendations.', false],
    ['AGREED:', true],
    ['to endorse the plan; and', false],
    ['no action', false],
    ['AGREED to take no further action.', false],
    ['Agreed as a correct record.', false],
    ['Agreed: a true and accurate record.', false],
    ['AGREED that a further report be considered at the meeting in June 2016.', true],
    ['AGREED to note the report and to ask for another.', true],
    ['AGREED to note the report. The Clerk would write to the Council.', true],
    ['AGREED to receive a further report.', true],
    ['AGREED that the final Plan would be presented to the Board.', true],
    ['AGREED to notify the partners.', true],
    ['to support the Service in its bid for stable funding; and', true],
  ])('takes “%s” to instruct somebody: %s', (text, expected) => expect(instructsSomebody(text)).toBe(expected));

  it('takes two members who sit together for two people', () => {
    const people = ['Mr D. Brown', 'Mr E. Brown'].map((name, index) => ({ personId: 'de'[index]!, name }));
    expect(kinds(record([], { people }))).toEqual([]);
    expect(kinds(record([], { people, meetings: [] }))).toEqual(['spelling board#d']);
  });

  it('reports spellings that may be one person, unless declared the same', () => {
    const people = [{ personId: 't-jakimciw', name: 'Mr T. Jakimciw' }, { personId: 'a-jakimciw', name: 'Mr A. Jakimciw' }, person('a')];
    expect(kinds(record([], { people }))).toEqual(['spelling board#t-jakimciw']);
    expect(kinds(record([], { people, canonical: new Map([['t-jakimciw', 'a-jakimciw']]) }))).toEqual([]);
    const farries = [{ personId: 'g-farries', name: 'Mr G. Farries' }];
    expect(kinds(record(cites('Mr David Farries was welcomed. Mr Farries thanked him.'), { people: farries }))).toEqual([
      'spelling board/2016-03-03#1',
    ]);
    expect(kinds(record(cites('Mr George Farries was welcomed.'), { people: farries }))).toEqual([]);
  });

  it('offers two ids of one name, and names that differ in accents or in how much of them is written out', () => {
    const two = (one: string, other: string) =>
      kinds(
        record([], {
          people: [
            { personId: 'one', name: one },
            { personId: 'other', name: other },
          ],
        }),
      );
    for (const other of ['José Núñez', 'JOSÉ\u00a0NÚÑEZ', 'Jose Nunez', 'J. Núñez'])
      expect(two('José Núñez', other)).toEqual(['spelling board#one']);
    expect(two('Mr David Farries', 'Mr Donald Farries')).toEqual([]);
    const same = ['José Núñez', 'JOSE\u0301 NU\u0301N\u0303EZ'].map((name) => ({ personId: 'one', name }));
    expect(kinds(record([], { people: same }))).toEqual([]);
  });

  it('reads names and dates as records write them', () => {
    expect(nameOf('Chief Superintendent G. Imery')).toMatchObject({ title: 'Chief Superintendent', initials: 'G', surname: 'Imery' });
    expect(nameOf('Councillor M. J. Cook')).toMatchObject({ initials: 'MJ', surname: 'Cook' });
    expect(nameOf('Councillor Brown')).toMatchObject({ initials: '', surname: 'Brown' });
    expect(dateInWords('Thursday, 9th June, 2016')).toBe('2016-06-09');
    expect(dateInWords('31 February 2016')).toBeNull();
    expect(dateInWords('in due course')).toBeNull();
  });
});
