import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, person } from '../../../../test/support/a-meeting.js';
import { recorded } from '../../../../test/support/decider-spec.js';
import { rowsOf } from '../../../projections/rows-of.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { exemptSources } from './views/exempt-source/exempt-source.projection.js';
import { DECIDED_IN_PRIVATE } from '../../../kernel/exempt.js';
import { toldWithout } from './told-without.js';
import { exemptAsNow, exemptIn } from './exempt.js';

const added = (itemId: string, exempt = false): MeetingStreamEvent => ({
  type: 'AgendaItemAdded',
  v: 1,
  data: { itemId, number: itemId, title: `Title ${itemId}`, papers: [], ...(exempt && { exempt: { paragraph: '6' } }) },
});
const moved = (motionId: string, sectionId: string, amends?: string): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId, sectionId, text: motionId, movedBy: person('b'), appointment: false, place: null, ...(amends && { amends }) } as never,
});
const found = (decisionId: string, exempt: boolean): MeetingStreamEvent => ({
  type: 'DecisionExemptionFound',
  v: 1,
  data: { decisionId, exempt, because: 'A slip.' },
});
const corrected = (itemId: string, data: object): MeetingStreamEvent => ({
  type: 'AgendaItemCorrected',
  v: 1,
  data: { itemId, changes: {}, reason: 'A slip.', ...data },
});

const told = (...events: readonly MeetingStreamEvent[]) =>
  [
    ...anOpenMeeting(),
    added('open'),
    added('lease', true),
    anItem('1', { itemId: 'open' }),
    anItem('2', { itemId: 'lease' }),
    ...events,
  ].map((event, revision) => recorded(event, revision, 'meeting-board/2016-03-03'));
const meetingOf = (events: ReturnType<typeof told>) => events.reduce(meetingHistory.evolve, meetingHistory.initial);
/** By the record folded, and by the read model: one rule for both. */
function exempt(...events: readonly MeetingStreamEvent[]): readonly string[] {
  const all = told(...events);
  const folded = [...exemptIn(meetingOf(all))].sort();
  const row = rowsOf(exemptSources, all).get('board/2016-03-03');
  expect(row?.places.trim().split(' ').filter(Boolean).sort()).toEqual(folded.map((id) => `board/2016-03-03#${id}`));
  return folded;
}

describe('what is exempt in a meeting', () => {
  it('is an item taken in private with its section, whatever was said of decisions and motions in it', () =>
    expect(exempt(moved('m-1', 's-2'), aDecision('d-1', { sectionId: 's-2', exempt: false }))).toEqual(['d-1', 'lease', 'm-1', 's-2']));
  it('is a decision found so, with the motion it follows and what amends that', () =>
    expect(
      exempt(
        moved('m-1', 's-1'),
        moved('m-2', 's-1', 'm-1'),
        moved('m-3', 's-1'),
        aDecision('d-1', { motionId: 'm-1' }),
        found('d-1', true),
      ),
    ).toEqual(['d-1', 'lease', 'm-1', 'm-2', 's-2']));
  it('is all that a division was between, where what won it is a decision found so, or where it was in such a section', () => {
    const divided = (proposalId: string, sectionId: string): MeetingStreamEvent => ({
      type: 'DivisionTaken',
      v: 1,
      data: { divisionId: 'v-1', sectionId, proposals: [{ proposalId }, { proposalId: 'open', words: 'An option' }] } as never,
    });
    const won = [moved('m-1', 's-1'), moved('m-2', 's-1', 'm-1'), moved('m-3', 's-1', 'm-1'), divided('m-2', 's-1')];
    expect(exempt(...won, aDecision('d-1', { motionId: 'm-2', exempt: true }))).toEqual(['d-1', 'lease', 'm-2', 's-2', 'v-1']);
    expect(exempt(...won, aDecision('d-1', { divisionId: 'v-1', exempt: true }))).toEqual(['d-1', 'lease', 'm-2', 's-2', 'v-1']);
    expect(exempt(divided('site-a', 's-2'))).toEqual(['lease', 's-2', 'v-1']);
  });
  it('is not what was found public after all', () =>
    expect(exempt(aDecision('d-1', { exempt: true }), found('d-1', false), corrected('lease', { notExempt: true }))).toEqual([]));
  it('is an item found so later, with what was decided on it', () =>
    expect(exempt(aDecision('d-1', {}), corrected('open', { changes: { exempt: { paragraph: '1' } } }))).toEqual([
      'd-1',
      'lease',
      'open',
      's-1',
      's-2',
    ]));
});

describe('a meeting as it was once', () => {
  const then = meetingOf(told(aDecision('d-1', {})));
  it('is exempt where it is now', () => {
    const now = meetingOf(told(aDecision('d-1', {}), corrected('open', { changes: { exempt: { paragraph: '1' } } })));
    expect([...exemptIn(then)].sort()).toEqual(['lease', 's-2']);
    expect([...exemptIn(exemptAsNow(then, now))].sort()).toEqual(['d-1', 'lease', 'open', 's-1', 's-2']);
  });
  it('stays as it is where nothing is', () => {
    const opened = meetingOf(told(corrected('lease', { notExempt: true })));
    expect(exemptAsNow(then, opened)).toBe(then);
  });
});

describe('the steps of a record', () => {
  const decision = { meetingId: 'board/2016-03-03', decisionId: 'd-1' };
  const steps = [
    { data: { words: 'Said.' } },
    { data: { reason: 'Why.', changes: { text: 'New.' }, ref: 'x', on: '2016-03-03', decision } },
  ];
  it('are told without the words of an exempt decision, and without what it changed', () =>
    expect(toldWithout(steps, new Set(['board/2016-03-03#d-1']))).toEqual([
      steps[0],
      { data: { reason: DECIDED_IN_PRIVATE, changes: {}, on: '2016-03-03', decision } },
    ]));
  it('are the very same where none of it is exempt', () => expect(toldWithout(steps, new Set(['board/other#d-1']))).toBe(steps));
});
