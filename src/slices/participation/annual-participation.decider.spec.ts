import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { annualParticipationDecider } from './annual-participation.decider.js';
import { annualParticipationHistory } from './annual-participation.state.js';
import { RecordAnnualReportPublished, RecordPromotionAndSupport } from './participation.commands.js';
import { type ParticipationFacts } from './participation.facts.js';
import { firstDayOfTwoYears, reportingYearOf } from './participation.periods.js';

const BODY = 'council';
const FACTS: ParticipationFacts = {
  body: { name: 'Council', timeZone: 'Europe/London' },
  contacts: { sealed: [], erased: [] },
  earlier: null,
  meeting: null,
  report: { sha256: 'abc' },
};
const on = (date: string, facts: Partial<ParticipationFacts> = {}) => ({
  facts: { ...FACTS, ...facts },
  happenedAt: `${date}T12:00:00.000Z`,
});
const support = (date: string) =>
  ask(RecordPromotionAndSupport, BODY, { year: 2026, promotion: 'A page.', support: 'An officer.' }, on(date));
const publish = (date: string, data: { on?: string } = {}, facts = {}) =>
  ask(RecordAnnualReportPublished, BODY, { year: 2026, where: 'https://example.org', ...data }, on(date, facts));
const recorded = given(annualParticipationHistory).when(annualParticipationDecider, support('2027-05-01'));

describe('the report of a reporting year', () => {
  it('is published with what was done to promote and support, and the digest of what it said', () =>
    recorded.and(annualParticipationDecider, publish('2027-06-20')).then({
      type: 'ParticipationReportPublished',
      v: 1,
      data: { bodyId: BODY, on: '2027-06-20', year: 2026, publishedOn: '2027-06-20', where: 'https://example.org', sha256: 'abc' },
    }));
  it('is not published without them', () =>
    given(annualParticipationHistory)
      .when(annualParticipationDecider, publish('2027-06-20'))
      .thenRefused('annual-participation.promotion-missing'));
  it('is not published before 31 March is over, nor later than today', () => {
    recorded.and(annualParticipationDecider, publish('2027-06-20', { on: '2027-03-31' })).thenRefused('annual-participation.year-not-over');
    recorded.and(annualParticipationDecider, publish('2027-06-20', { on: '2027-06-21' })).thenRefused('participation.later-than-today');
    recorded.and(annualParticipationDecider, publish('2027-06-20', { on: '2027-04-01' })).thenAccepted();
  });
  it('is published once, however late, and nothing is added to it then', () => {
    const published = recorded.and(annualParticipationDecider, publish('2029-06-20'));
    published.and(annualParticipationDecider, publish('2029-06-21')).thenRefused('annual-participation.published-already');
    published.and(annualParticipationDecider, support('2029-06-21')).thenRefused('annual-participation.published-already');
  });
  it('belongs to a body that is in the record', () =>
    given(annualParticipationHistory)
      .when(annualParticipationDecider, publish('2027-06-20', {}, { body: null }))
      .thenRefused('participation.body-unknown'));
});

describe('a reporting year', () => {
  it('begins on 1 April', () => expect(['2027-03-31', '2027-04-01', '2027-12-31'].map(reportingYearOf)).toEqual([2026, 2027, 2027]));
});

describe('two years ending with a day', () => {
  it.each([
    ['2026-12-18', '2024-12-19'],
    ['2026-02-28', '2024-02-29'],
    ['2028-02-29', '2026-03-01'],
    ['2027-12-31', '2026-01-01'],
  ])('end with %s and begin with %s', (last, first) => expect(firstDayOfTwoYears(last)).toBe(first));
});
