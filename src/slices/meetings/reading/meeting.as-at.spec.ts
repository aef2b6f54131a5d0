import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aDecision,
  aDivision,
  anElection,
  anItem,
  anOpenMeeting,
  aParagraph,
  aStanding,
  aVote,
  person,
} from '../../../../test/support/a-meeting.js';
import { at, recorded } from '../../../../test/support/decider-spec.js';
import { RecordInMemory } from '../../../../test/support/replay-record.js';
import { type RecordedEvent } from '../../../kernel/event.js';
import { type MeetingStreamEvent } from '../record/meeting.history.js';
import { meetingAsAt, meetingEventsAsAt } from './meeting.as-at.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';

const anItemAt = (time: string): MeetingStreamEvent =>
  at({ happenedAt: `2016-03-03T${time}:00.000Z`, recordedAt: `2016-03-03T${time}:00.000Z` }, anItem('1'));
const held = anElection({ outcome: 'open', after: 'p-1' });

describe('a meeting as at a moment', () => {
  let events: RecordedEvent[];
  beforeAll(async () => {
    const record = await new RecordInMemory().replay('01-bodies.json', '02-meeting-2016-03-03.json');
    events = [];
    for await (const event of record.store.readStream('meeting-cpp-strategic-board/2016-03-03')) events.push(event);
  });

  it('is nothing before it was called, or before that was known', () => {
    expect(meetingAsAt(events, { happenedBy: '2010-01-01T00:00:00.000Z' })).toBeNull();
    expect(meetingAsAt(events, { recordedBy: '2010-01-01T00:00:00.000Z' })).toBeNull();
  });

  it('is the whole meeting in the end', () => {
    expect(meetingAsAt(events, {})).toEqual(
      meetingAsAt(events, { happenedBy: '2030-01-01T00:00:00.000Z', recordedBy: '2030-01-01T00:00:00.000Z' }),
    );
    expect(meetingAsAt(events, {})?.status).toBe('concluded');
  });

  const clock = (time: string) => `2016-03-03T${time}:00.000Z`;
  /** What happened at a time, known from then on or from a later time, as a step of its own or one of a command. */
  const happens = (time: string, event: MeetingStreamEvent, { known = time, by = '' } = {}): MeetingStreamEvent =>
    at({ happenedAt: clock(time), recordedAt: clock(known), ...(by !== '' && { commandId: by }) }, event);
  const stream = (...told: readonly MeetingStreamEvent[]): readonly RecordedEvent[] => {
    const [called, opened, ...attended] = anOpenMeeting();
    const before = [happens('10:00', called!), happens('14:00', opened!), ...attended.map((event) => happens('14:00', event))];
    return [...before, ...told].map((event, revision) => recorded(event, revision) as RecordedEvent);
  };
  const entriesOf = (told: readonly RecordedEvent[], moment: Parameters<typeof meetingAsAt>[1]) =>
    meetingAsAt(told, moment)?.entries.map(({ entryId }) => entryId);

  it('has what had happened by then and was known by then, the moment itself included', () => {
    const told = stream(anItemAt('14:05'), happens('14:10', aParagraph('s-1', '1', null), { known: '16:00' }));
    expect(entriesOf(told, { happenedBy: clock('14:10') })).toEqual(['p-1']);
    expect(entriesOf(told, { happenedBy: clock('14:09') })).toEqual([]);
    expect(entriesOf(told, { recordedBy: clock('16:00') })).toEqual(['p-1']);
    expect(entriesOf(told, { recordedBy: clock('15:59') })).toEqual([]);
    expect(meetingEventsAsAt(told, { happenedBy: clock('14:10') })).toEqual(told);
    expect(meetingAsAt(told, { happenedBy: clock('13:00') })?.status).toBe('called');
  });

  it('has corrections written down since, with what the same command recorded', () => {
    const corrected: MeetingStreamEvent = {
      type: 'ParagraphCorrected',
      v: 1,
      data: { paragraphId: 'p-1', text: 'Right.', reason: 'Slip' },
    };
    const told = stream(
      anItemAt('14:05'),
      happens('14:10', aParagraph('s-1', '1', null)),
      happens('15:00', corrected, { by: 'c-1' }),
      happens('15:00', { type: 'AgendaItemWithdrawn', v: 1, data: { itemId: 'x', reason: 'With it' } }, { by: 'c-1' }),
      happens('15:00', aParagraph('s-1', '2', 'p-1')),
    );
    expect(meetingAsAt(told, { happenedBy: clock('14:20') })?.paragraphs).toMatchObject([{ text: 'Right.' }]);
    expect(
      meetingEventsAsAt(told, { happenedBy: clock('14:20') })
        .slice(-2)
        .map(({ type }) => type),
    ).toEqual(['ParagraphCorrected', 'AgendaItemWithdrawn']);
    expect(meetingAsAt(told, { happenedBy: clock('14:20'), recordedBy: clock('14:59') })?.paragraphs).toMatchObject([
      { text: 'Paragraph 1.' },
    ]);
  });

  it('has the roll as it was corrected since, once it is opened, and no roll before', () => {
    const roll: MeetingStreamEvent = {
      type: 'RollCorrected',
      v: 1,
      data: { standing: { ...aStanding({ kind: 'number', atLeast: 2 }), bodyName: 'The Joint Board' }, reason: 'Elected' },
    };
    const told = stream(happens('15:00', roll), happens('15:05', { type: 'MeetingConcluded', v: 1, data: {} }));
    expect(meetingAsAt(told, { happenedBy: clock('14:00') })?.standings.map(({ standing }) => standing.bodyName)).toEqual([
      'The Joint Board',
    ]);
    const types = (moment: string) => meetingEventsAsAt(told, { happenedBy: clock(moment) }).map(({ type }) => type);
    expect(types('14:00')).toContain('RollCorrected');
    expect(types('13:00')).toEqual(['MeetingCalled']);
    expect(types('09:00')).toEqual([]);
  });

  it('has what was corrected of the agenda since, also before it is opened', () => {
    const corrected: MeetingStreamEvent = { type: 'AgendaItemCorrected', v: 1, data: { itemId: 'x', changes: {}, reason: 'Slip' } };
    const told = stream(happens('15:00', corrected));
    expect(meetingEventsAsAt(told, { happenedBy: clock('13:00') }).map(({ type }) => type)).toEqual([
      'MeetingCalled',
      'AgendaItemCorrected',
    ]);
  });

  it('puts what followed an entry of later after the nearest before it that was there', () => {
    const left: MeetingStreamEvent = { type: 'MemberLeft', v: 1, data: { person: person('b'), after: 'p-3' } };
    const arrived: MeetingStreamEvent = {
      type: 'AttendanceCorrected',
      v: 1,
      data: { personId: 'c', person: person('c'), correction: { kind: 'arrived', after: 'p-3' }, reason: 'Slip' },
    };
    const notPresent: MeetingStreamEvent = {
      type: 'AttendanceCorrected',
      v: 1,
      data: { personId: 'd', person: person('d'), correction: { kind: 'not-present' }, reason: 'Slip' },
    };
    const told = stream(
      anItemAt('14:05'),
      happens('14:10', aParagraph('s-1', '1', null)),
      happens('14:40', aParagraph('s-1', '2', 'p-1')),
      happens('14:50', aParagraph('s-1', '3', 'p-2')),
      happens('14:20', left),
      happens('15:00', arrived),
      happens('15:00', notPresent),
    );
    const spells = (moment: string, id: string) =>
      meetingAsAt(told, { happenedBy: clock(moment) })?.attendances.find(({ person: { personId } }) => personId === id)?.spells;
    expect(spells('14:45', 'b')).toMatchObject([{ from: null, to: 'p-2' }]);
    expect(spells('14:30', 'b')).toMatchObject([{ from: null, to: 'p-1' }]);
    expect(spells('14:30', 'c')).toMatchObject([{ from: 'p-1' }]);
    expect(spells('14:09', 'c')).toMatchObject([{ from: null }]);
    expect(spells('14:30', 'd')).toEqual(undefined);
    expect(entriesOf(told, { happenedBy: clock('14:45') })).toEqual(['p-1', 'p-2']);
  });

  it('leaves what names no place at the end of what was there', () => {
    const told = stream(
      anItemAt('14:05'),
      happens('14:10', aParagraph('s-1', '1', null)),
      happens('14:20', aVote()),
      happens('14:50', aParagraph('s-1', '2', 'v-1')),
    );
    expect(entriesOf(told, { happenedBy: clock('14:30') })).toEqual(['p-1', 'v-1']);
  });

  it('knows every kind of entry as one that was there', () => {
    const kinds: readonly (readonly [string, MeetingStreamEvent])[] = [
      ['d-1', aDecision('d-1', { after: 'p-1' })],
      ['n-1', { type: 'AnnotationRecorded', v: 1, data: { annotationId: 'n-1', sectionId: 's-1', heading: 'N', text: 'N', after: 'p-1' } }],
      ['v-1', { ...aVote(), data: { ...aVote().data, after: 'p-1' } } as MeetingStreamEvent],
      ['v-1', { type: 'DivisionTaken', v: 1, data: { ...aDivision(), after: 'p-1' } }],
      [
        'a-1',
        {
          type: 'ActionAgreed',
          v: 1,
          data: { actionId: 'a-1', sectionId: 's-1', paragraphId: 'p-1', people: [], others: ['All'], after: 'p-1' },
        },
      ],
      ['e-1', held],
      ['pm-1', { type: 'ProceduralMotionTaken', v: 1, data: { procedureId: 'pm-1', sectionId: 's-1', after: 'p-1' } } as never],
      ['r-1', { type: 'RulingGiven', v: 1, data: { rulingId: 'r-1', sectionId: 's-1', after: 'p-1' } } as never],
      ['h-1', { type: 'HearingRecorded', v: 1, data: { hearingId: 'h-1', sectionId: 's-1', after: 'p-1' } } as never],
    ];
    const round: MeetingStreamEvent = {
      type: 'ElectionRoundTaken',
      v: 1,
      data: {
        electionId: 'e-1',
        sectionId: 's-1',
        round: { roundId: 'e-2', counts: [], votes: [] },
        elected: [],
        outcome: 'open',
        after: 'e-1',
      },
    } as never;
    const leaves = (after: string): MeetingStreamEvent => ({ type: 'MemberLeft', v: 1, data: { person: person('b'), after } });
    const to = (told: readonly RecordedEvent[]) =>
      meetingAsAt(told, { happenedBy: clock('14:30') })?.attendances.find(({ person: { personId } }) => personId === 'b')?.spells[0]?.to;
    const later = happens('14:50', aParagraph('s-1', '9', 'p-1'));
    const first = [anItemAt('14:05'), happens('14:10', aParagraph('s-1', '1', null))];
    for (const [entryId, event] of kinds)
      expect(to(stream(...first, happens('14:15', event), later, happens('14:20', leaves(entryId))))).toBe(entryId);
    const elected = [...first, happens('14:15', held), happens('14:16', round)];
    expect(to(stream(...elected, later, happens('14:20', leaves('e-2'))))).toBe('e-2');
  });

  it('can be told at any moment, in whatever order things were written down', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 200, maxLength: 200 }),
        fc.integer({ min: 0, max: 120 }),
        (minutes, until) => {
          const at = (minute: number) => new Date(Date.UTC(2016, 2, 3, 14, minute)).toISOString();
          const shuffled = events.map((event, index) =>
            index === 0 ? { ...event, happenedAt: at(0) } : { ...event, happenedAt: at(minutes[index % 200] ?? 0) },
          );
          const meeting = meetingAsAt(shuffled, { happenedBy: at(until) });
          if (meeting) expect(() => quorumTimeline(meeting)).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
  });
});
