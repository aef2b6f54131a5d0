import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting } from '../../../../test/support/a-meeting.js';
import { recorded } from '../../../../test/support/decider-spec.js';
import { rowsOf } from '../../../projections/rows-of.js';
import { agendaView } from '../agenda/views/agenda/agenda.js';
import { assembleMinute } from '../document/assemble.js';
import { renderMinuteText } from '../document/minute-text.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { exemptSources } from './views/exempt-source/exempt-source.projection.js';
import { exemptAsNow, exemptIn } from './exempt.js';
import { groundsOf } from './grounds.js';

const added = (itemId: string): MeetingStreamEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId, number: itemId, title: `Title ${itemId}`, papers: [] },
});
const excluded = (after: string | null, itemIds: readonly string[] = [], paragraphs = ['6']): MeetingStreamEvent => ({
  type: 'PublicExcluded',
  v: 1,
  data: { itemIds, paragraphs, after },
});
const readmitted = (after: string | null): MeetingStreamEvent => ({ type: 'PublicReadmitted', v: 1, data: { after } });
const take = (number: string): MeetingStreamEvent => anItem(number, { itemId: `i${number}` });
const said = (decisionId: string, section: string, after: string | null): MeetingStreamEvent =>
  aDecision(decisionId, { sectionId: `s-${section}`, after });
const agreed = (actionId: string, section: string, after: string): MeetingStreamEvent =>
  ({ type: 'ActionAgreed', v: 1, data: { actionId, sectionId: `s-${section}`, after, people: [], words: 'Write.' } }) as never;
const opened = (itemId: string): MeetingStreamEvent => ({
  type: 'AgendaItemCorrected',
  v: 1,
  data: { itemId, changes: {}, notExempt: true, reason: 'A slip.' },
});
const concluded: MeetingStreamEvent = { type: 'MeetingConcluded', v: 1, data: {} } as never;

const BEFORE = [...anOpenMeeting(), added('i1'), added('i2'), added('i3')];
/** Strikes the one of the events told that is at an index. */
const struck = (index: number, of: 'PublicExcluded' | 'PublicReadmitted' | 'ItemTaken' | 'MeetingConcluded'): MeetingStreamEvent => ({
  type: 'StepStruck',
  v: 1,
  data: { step: BEFORE.length + index, of, was: {}, reason: 'A slip.' },
});
const told = (...events: readonly MeetingStreamEvent[]) =>
  [...BEFORE, ...events].map((event, revision) => recorded(event, revision, 'meeting-board/2016-03-03'));
const meetingOf = (...events: readonly MeetingStreamEvent[]) => told(...events).reduce(meetingHistory.evolve, meetingHistory.initial);

/** By the record folded, and by the read model: one rule for both. */
function exempt(...events: readonly MeetingStreamEvent[]): readonly string[] {
  const folded = [...exemptIn(meetingOf(...events))].sort();
  const row = rowsOf(exemptSources, told(...events)).get('board/2016-03-03');
  expect(row?.places.trim().split(' ').filter(Boolean).sort()).toEqual(folded.map((id) => `board/2016-03-03#${id}`));
  return folded;
}

const OPEN = [take('1'), said('d-1', '1', null)];

describe('an item for which the public was excluded', () => {
  it('is exempt where the exclusion names it, with all of it, and no other item', () =>
    expect(
      exempt(
        ...OPEN,
        excluded('d-1', ['i2']),
        take('2'),
        said('d-2', '2', 'd-1'),
        agreed('a-2', '2', 'd-2'),
        take('3'),
        said('d-3', '3', 'a-2'),
      ),
    ).toEqual(['a-2', 'd-2', 'i2', 's-2']));
  it('is exempt before it is taken, and where it was taken before the exclusion was recorded', () => {
    expect(exempt(excluded(null, ['i2']))).toEqual(['i2']);
    expect(exempt(...OPEN, excluded('d-1', ['i1']))).toEqual(['d-1', 'i1', 's-1']);
  });
  it('is exempt where it was taken up before the public was readmitted', () =>
    expect(
      exempt(...OPEN, excluded('d-1'), take('2'), said('d-2', '2', 'd-1'), readmitted('d-2'), take('3'), said('d-3', '3', 'd-2')),
    ).toEqual(['d-2', 'i2', 's-2']));
  it('is exempt where it was in hand and nothing of it was recorded yet', () =>
    expect(exempt(...OPEN, take('2'), excluded('d-1'), said('d-2', '2', 'd-1'), readmitted('d-2'))).toEqual(['d-2', 'i2', 's-2']));
  it('is exempt where the exclusion and the readmission are written down late, at their places', () =>
    expect(
      exempt(...OPEN, take('2'), said('d-2', '2', 'd-1'), take('3'), said('d-3', '3', 'd-2'), excluded('d-1'), readmitted('d-2')),
    ).toEqual(['d-2', 'i2', 's-2']));
  it('is exempt where the meeting came back to it in private, not where it is opened to complete the record', () => {
    const course = [...OPEN, take('2'), said('d-2', '2', 'd-1'), excluded('d-2')];
    expect(exempt(...course, take('1'))).toEqual(['d-1', 'i1', 's-1']);
    expect(exempt(...course, concluded, take('1'))).toEqual([]);
    expect(exempt(...course, concluded, struck(5, 'MeetingConcluded'), take('1'))).toEqual(['d-1', 'i1', 's-1']);
  });
  it('stays exempt, and no other item becomes so, where an entry before it is moved to another item', () => {
    const moved = (entryId: string, section: string, after: string): MeetingStreamEvent =>
      ({
        type: 'EntryMoved',
        v: 1,
        data: { entryId, entryIds: [entryId], decisionIds: [entryId], motionIds: [], sectionId: `s-${section}`, after, from: 's-1' },
      }) as never;
    const business = [take('2'), said('d-2', '2', 'd-1'), readmitted('d-2'), take('3'), said('d-3', '3', 'd-2')];
    const before = [take('1'), said('d-0', '1', null), said('d-1', '1', 'd-0')];
    expect(exempt(...before, excluded('d-1'), ...business, moved('d-1', '3', 'd-3'))).toEqual(['d-2', 'i2', 's-2']);
    expect(exempt(...before, excluded('d-0'), ...business, moved('d-1', '3', 'd-3'))).toEqual(['d-2', 'i2', 's-2']);
  });
  it('is exempt also where it is on no agenda', () =>
    expect(exempt(...OPEN, excluded('d-1'), anItem('9'), said('d-9', '9', 'd-1'))).toEqual(['d-9', 's-9']));
  it('is public where other items are named', () =>
    expect(exempt(...OPEN, excluded('d-1', ['i2']), take('3'), said('d-3', '3', 'd-1'))).toEqual(['i2']));
  it('is public again where the exclusion is struck, and stays exempt where the readmission is', () => {
    expect(exempt(...OPEN, excluded('d-1', ['i2']), take('2'), said('d-2', '2', 'd-1'), struck(2, 'PublicExcluded'))).toEqual([]);
    expect(exempt(...OPEN, excluded('d-1'), take('2'), said('d-2', '2', 'd-1'), struck(2, 'PublicExcluded'))).toEqual([]);
    expect(exempt(...OPEN, excluded('d-1'), readmitted('d-1'), take('2'), struck(3, 'PublicReadmitted'))).toEqual(['i2', 's-2']);
  });
  it('is no longer where the taking of it is struck', () =>
    expect(exempt(...OPEN, excluded('d-1'), take('2'), struck(3, 'ItemTaken'))).toEqual([]));
  it('is public where it was found not to be exempt since, until the public is excluded for it again', () => {
    expect(exempt(excluded(null, ['i2']), opened('i2'))).toEqual([]);
    expect(exempt(...OPEN, excluded('d-1'), take('2'), opened('i2'))).toEqual([]);
    expect(exempt(excluded(null, ['i2']), opened('i2'), readmitted(null), excluded(null, ['i2']))).toEqual(['i2']);
    expect(exempt(opened('i2'), excluded(null, ['i2']))).toEqual(['i2']);
    expect(exempt(excluded(null, ['i2']), opened('i2'), excluded(null, ['i2']), struck(0, 'PublicExcluded'))).toEqual(['i2']);
  });
  it('has the paragraphs of the exclusion, and its own where it was flagged', () => {
    expect(groundsOf(meetingOf(excluded(null, ['i2'], ['6', '8'])))).toEqual(new Map([['i2', '6 and 8']]));
    const flagged: MeetingStreamEvent = {
      type: 'AgendaItemCorrected',
      v: 1,
      data: { itemId: 'i2', changes: { exempt: { paragraph: '1' } }, reason: 'A slip.' },
    };
    expect(groundsOf(meetingOf(excluded(null, ['i2'], ['6', '8']), flagged))).toEqual(new Map([['i2', '1']]));
  });
  it('is left out of the agenda and of the minute that the public reads, and they say why', () => {
    const leased = aDecision('d-2', { sectionId: 's-2', after: 'd-1', words: 'LEASED the hall.' });
    const meeting = meetingOf(...OPEN, excluded('d-1', ['i2'], ['6', '8']), take('2'), leased);
    expect(agendaView(meeting, false).items.map(({ title, exempt: ground }) => [title, ground])).toEqual([
      ['Title i1', null],
      ['Exempt item', '6 and 8'],
      ['Title i3', null],
    ]);
    const open = renderMinuteText(assembleMinute(meeting, { withoutExempt: true }));
    expect(open).toContain('Taken in private: exempt information under paragraphs 6 and 8 of Schedule 7A');
    expect(open).toContain('The public were excluded from the meeting for item i2');
    expect(open).not.toContain('LEASED');
    expect(renderMinuteText(assembleMinute(meeting))).toContain('LEASED the hall.');
  });
  it('is exempt in a reading of the past, as is known now', () => {
    const course = [...OPEN, take('2'), said('d-2', '2', 'd-1'), anItem('9'), said('d-9', '9', 'd-2')];
    const now = meetingOf(...course, excluded('d-1'));
    expect([...exemptIn(exemptAsNow(meetingOf(...course), now))].sort()).toEqual(['d-2', 'd-9', 'i2', 's-2', 's-9']);
  });
});
