import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, person } from '../../../../test/support/a-meeting.js';
import { recorded } from '../../../../test/support/decider-spec.js';
import { rowsOf } from '../../../projections/rows-of.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { exemptSources } from './views/exempt-source/exempt-source.projection.js';
import { DECIDED_IN_PRIVATE } from '../../../kernel/exempt.js';
import { meetingsOf, toldWithout } from './told-without.js';
import { EXEMPT_TITLE, exemptAsNow, exemptIn, withoutExempt } from './exempt.js';

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
  it('is the motion on whose loss a decision found so rests', () =>
    expect(exempt(moved('m-1', 's-1'), moved('m-2', 's-1'), aDecision('d-1', { onLossOf: 'm-1', exempt: true }))).toEqual([
      'd-1',
      'lease',
      'm-1',
      's-2',
    ]));
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
  it('is all that a division was between, also where that amends what a decision found so follows, with what amends any of it', () => {
    const divided = (divisionId: string, ...between: readonly string[]): MeetingStreamEvent => ({
      type: 'DivisionTaken',
      v: 1,
      data: { divisionId, sectionId: 's-1', proposals: between.map((proposalId) => ({ proposalId })) } as never,
    });
    const motions = [moved('m-1', 's-1'), moved('m-2', 's-1', 'm-1'), moved('m-3', 's-1'), moved('m-4', 's-1', 'm-3'), moved('m-5', 's-1')];
    const decided = aDecision('d-1', { motionId: 'm-1', exempt: true });
    expect(exempt(...motions, divided('v-1', 'm-2', 'm-3'), divided('v-2', 'm-5', 'other'), decided)).toEqual([
      'd-1',
      'lease',
      'm-1',
      'm-2',
      'm-3',
      'm-4',
      's-2',
      'v-1',
    ]);
  });
  it('is whatever was agreed, heard, elected, moved on procedure or ruled in an item taken in private, and nothing of another item', () => {
    const inSection = (type: string, field: string) =>
      (['s-1', 's-2'] as const).map(
        (sectionId): MeetingStreamEvent =>
          ({ type, v: 1, data: { [field]: `${field}-${sectionId}`, sectionId, rounds: [], elected: [] } }) as never,
      );
    const before = (type: string, field: string): MeetingStreamEvent => ({ type, v: 1, data: { [field]: 'x', sectionId: null } }) as never;
    expect(
      exempt(
        ...inSection('ActionAgreed', 'actionId'),
        ...inSection('HearingRecorded', 'hearingId'),
        ...inSection('ElectionHeld', 'electionId'),
        ...inSection('ProceduralMotionTaken', 'procedureId'),
        before('ProceduralMotionTaken', 'procedureId'),
        ...inSection('RulingGiven', 'rulingId'),
        before('RulingGiven', 'rulingId'),
      ),
    ).toEqual(['actionId-s-2', 'electionId-s-2', 'hearingId-s-2', 'lease', 'procedureId-s-2', 'rulingId-s-2', 's-2']);
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
  it('keeps the ground that an item was exempt on then, and is given no other', () => {
    const now = meetingOf(
      told(
        aDecision('d-1', {}),
        aDecision('d-2', { exempt: true, after: 'd-1' }),
        corrected('lease', { changes: { exempt: { paragraph: '1' } } }),
      ),
    );
    const both = meetingOf(told(aDecision('d-1', {}), aDecision('d-2', { after: 'd-1' })));
    const seen = exemptAsNow(both, now);
    expect(seen.agenda).toEqual(both.agenda);
    expect(seen.agenda.map((item) => 'exempt' in item)).toEqual([false, true]);
    expect(seen.decisions.map(({ decisionId, exempt: private_ }) => [decisionId, private_])).toEqual([
      ['d-1', false],
      ['d-2', true],
    ]);
    const found_ = exemptAsNow(then, meetingOf(told(corrected('open', { changes: { exempt: { paragraph: '1' } } }))));
    expect(found_.agenda.map(({ exempt: ground }) => ground)).toEqual([{ paragraph: '1' }, { paragraph: '6' }]);
  });
  it('stays as it is where nothing is', () => {
    const opened = meetingOf(told(corrected('lease', { notExempt: true })));
    expect(exemptAsNow(then, opened)).toBe(then);
  });
});

describe('a meeting for whoever may not read what was taken in private', () => {
  const interest = (itemId: string): MeetingStreamEvent => ({
    type: 'InterestDeclared',
    v: 1,
    data: { person: person('b'), itemId, outcome: 'declared-and-stayed', nature: 'Employer', after: null },
  });

  it('has neither the headings of such items nor the nature of interests in them; all else of it stands', () => {
    const meeting = meetingOf(told(interest('open'), interest('lease')));
    const read = withoutExempt(meeting);
    expect(read.sections).toEqual([meeting.sections[0], { ...meeting.sections[1], heading: EXEMPT_TITLE }]);
    expect(read.interests).toEqual([meeting.interests[0], { ...meeting.interests[1], nature: EXEMPT_TITLE }]);
    expect(read).toEqual({ ...meeting, sections: read.sections, interests: read.interests });
  });
  it('is the very same where no item is', () => {
    const meeting = meetingOf(told(corrected('lease', { notExempt: true })));
    expect(withoutExempt(meeting)).toBe(meeting);
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
  it('keep when each was and who made it, and are not told to have changed what they did not', () => {
    const step = { at: '2016-03-03T14:00:00.000Z', data: { words: 'Said.', decision } };
    expect(toldWithout([step], new Set(['board/2016-03-03#d-1']))).toEqual([{ ...step, data: { words: DECIDED_IN_PRIVATE, decision } }]);
  });
  it('name the meetings whose decisions made them', () => expect(meetingsOf(steps)).toEqual(['board/2016-03-03']));
  it('are the very same where none of it is exempt', () => expect(toldWithout(steps, new Set(['board/other#d-1']))).toBe(steps));
});
