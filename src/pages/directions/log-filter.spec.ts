import { describe, expect, it } from '@jest/globals';
import { type DirectionView } from '../../slices/directions/views/direction-register/direction-view.js';
import { askedIn, fits, headingOf, isFiltered, queryOf, recipientsIn } from './log-filter.js';

const view = {
  reference: 'IJB-1',
  title: 'Unpaid carers',
  state: 'in-force',
  live: true,
  reviewOverdue: false,
  notAcknowledged: [],
  terms: { text: 'Support them.', recipients: [{ recipient: 'nhs', name: 'The Health Board' }], reports: [] },
  issues: [{ recipient: 'nhs', on: '2026-03-01' }],
  reports: [],
} as unknown as DirectionView;

describe('what a reader of the log asks for', () => {
  it('is everything where nothing is said, or nothing that there is', () => {
    expect(askedIn({ state: 'lost', text: ' ' })).toEqual({ state: 'all', recipient: undefined, text: undefined });
    expect(isFiltered(askedIn({}))).toBe(false);
  });

  it('stands in the address, beside what it is turned back to', () =>
    expect(queryOf(askedIn({ state: 'live', text: 'carers' }), 'as-at=2026-03-01')).toBe('?as-at=2026-03-01&state=live&text=carers'));

  it.each([
    ['live', true],
    ['not-reported', true],
    ['not-acknowledged', false],
    ['review-overdue', false],
    ['revoked', false],
  ])('finds what is %s: %s', (state, found) => expect(fits(view, askedIn({ state }))).toBe(found));

  it('finds by recipient and by words, whatever their capitals', () => {
    expect(fits(view, askedIn({ recipient: 'nhs', text: 'CARERS' }))).toBe(true);
    expect(fits(view, askedIn({ recipient: 'council' }))).toBe(false);
    expect(recipientsIn([view, view])).toEqual([{ value: 'nhs', text: 'The Health Board' }]);
  });

  it('is printed under a heading the log has', () => expect(headingOf(askedIn({ state: 'not-reported' }))).toBe('all'));
});
