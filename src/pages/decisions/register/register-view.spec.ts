import { describe, expect, it } from '@jest/globals';
import { type ShownDecision } from '../../../slices/meetings/decisions/views/decision-register/decisions-text.js';
import { askedIn, entryOf, queryOf } from './register-view.js';

const decision: ShownDecision = {
  ref: 'board/2016-03-03#d-1',
  decisionId: 'd-1',
  meetingId: 'board/2016-03-03',
  bodyId: 'board',
  meetingDate: '2016-03-03',
  sectionId: 's',
  sectionHeading: 'ADAPTATIONS',
  paragraph: '4.4',
  verb: 'AGREED',
  words: 'AGREED that a report be brought back.',
  parts: [],
  citations: [],
  outcome: { kind: 'resolved' },
  motionId: null,
  divisionId: null,
  onLossOf: null,
  standing: 'informal',
  quorum: { quorate: false, present: 3, of: 9, needed: 5, explanation: '3 of 9 voting seats present, 5 needed', declared: false },
  ratification: 'awaiting',
  ratifiedBy: null,
  declinedBecause: null,
  rescindedBy: null,
  supersededBy: null,
  exempt: false,
  corrected: false,
  published: true,
  happenedAt: '2016-03-03T15:00:00.000Z',
  recordedAt: '2016-03-03T15:00:00.000Z',
};
const words = (one: ShownDecision): string[] => entryOf(one, () => true).tags.map(({ text }) => text);
const later = { meetingId: 'board/2016-06-09', decisionId: 'd-2' };

describe('a decision of the register', () => {
  it('that awaits ratification says why', () => {
    expect(words(decision)).toEqual(['Without a quorum', 'Awaiting ratification']);
    expect(entryOf(decision, () => true)).toMatchObject({ anchor: '2016-03-03.d-1', why: '3 of 9 voting seats present, 5 needed' });
  });
  it('leads to the decision that ratified it', () =>
    expect(entryOf({ ...decision, ratification: 'ratified', ratifiedBy: later }, () => true).since).toEqual([
      { text: 'Ratified at the meeting of 9 June 2016', href: '/bodies/board/decisions?meeting=board%2F2016-06-09#2016-06-09.d-2' },
    ]));
  it('leads to the minute, and where it is turned back, to what that was then', () => {
    const to = (address: string): string => address.replace('#', '?as-at=2016-07-01#');
    expect(entryOf(decision, () => true, to).minuteHref).toBe('/bodies/board/meetings/2016-03-03/minute?as-at=2016-07-01#d-1');
  });
  it('does not lead where its reader may not go', () =>
    expect(entryOf({ ...decision, rescindedBy: later }, () => false)).toMatchObject({
      meetingHref: null,
      minuteHref: null,
      since: [{ text: 'Rescinded at the meeting of 9 June 2016', href: null }],
    }));
  it('tells what is not published', () =>
    expect([words({ ...decision, published: false }).at(-1), words({ ...decision, published: false, exempt: true }).at(-1)]).toEqual([
      'Minute not signed',
      'Exempt',
    ]));
});

describe('the register is asked', () => {
  it('for one state at a time', () => {
    expect(queryOf(askedIn({ state: 'awaiting' }))).toEqual({ awaitingRatification: true, standing: undefined });
    expect(queryOf(askedIn({ state: 'informal' }))).toEqual({ awaitingRatification: false, standing: 'informal' });
    expect(askedIn({ state: 'lost', text: ' ' })).toEqual({ meeting: undefined, state: undefined, text: undefined });
  });
});
