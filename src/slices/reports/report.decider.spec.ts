import { describe, expect, it } from '@jest/globals';
import { ask, type Circumstances, given } from '../../../test/support/decider-spec.js';
import { type DomainEvent } from '../../kernel/event.js';
import { type ReportEvent } from './report.events.js';
import { type MeetingFacts, type ReportFacts } from './report.facts.js';
import { reportDecider } from './report.decider.js';
import { isUndecided, type Report, reportHistory } from './report.state.js';
import {
  CorrectReport,
  DecideRecommendation,
  EscalateReport,
  ExtendReportPromise,
  KeepReportPromise,
  PromiseReport,
  PutOnAgenda,
  ReleaseReportPromise,
  ReopenRecommendation,
  SubmitReport,
  WithdrawReport,
} from './reports.commands.js';

const TARGET = 'board/paper';
const PROMISE = 'board/findings';

const decisionFact = {
  decisionId: 'd-1',
  paragraph: '5',
  parts: [{ letter: 'a', text: 'x' }],
  words: 'AGREED:',
  exempt: false,
  struck: false,
};
const may: MeetingFacts = {
  meetingId: 'board/may',
  bodyId: 'board',
  date: '2023-05-17',
  cancelled: false,
  agenda: [
    { itemId: 'i-1', number: '1', exempt: false, withdrawn: false },
    { itemId: 'i-2', number: '2', exempt: false, withdrawn: true },
  ],
  decisions: [decisionFact, { ...decisionFact, decisionId: 'd-struck', paragraph: '6', struck: true }],
};
const council: MeetingFacts = { ...may, meetingId: 'council/june', bodyId: 'council', date: '2023-06-01' };
const promised = { promiseId: PROMISE, bodyId: 'board', on: '2023-05-17', released: false, keptBy: [] };

const facts = (more: Partial<ReportFacts> = {}): Circumstances<ReportFacts> => ({
  facts: {
    timeZone: 'Europe/London',
    meetings: ['2023-05-17', '2023-09-20'],
    meeting: may,
    escalatedTo: null,
    promisedIn: null,
    promises: [],
    behind: false,
    ...more,
  },
  happenedAt: '2023-05-17T09:00:00.000Z',
});
const paper = {
  title: 'Relaunch',
  authors: [{ name: 'A. Author' }],
  recommendations: [
    { label: 'a)', words: 'Approve' },
    { label: 'b)', words: 'Agree' },
  ],
};
const submit = (data: object = {}, more: Partial<ReportFacts> = {}) =>
  given(reportHistory).when(reportDecider, ask(SubmitReport, TARGET, { ...paper, ...data }, facts(more)));
const decide = (data: object = {}, more: Partial<ReportFacts> = {}) =>
  ask(
    DecideRecommendation,
    TARGET,
    { letter: 'a', outcome: 'approved', decision: { meetingId: 'board/may' }, paragraph: '5', ...data },
    facts(more),
  );
const makePromise = (data: object = {}, more: Partial<ReportFacts> = {}) =>
  given(reportHistory).when(
    reportDecider,
    ask(PromiseReport, PROMISE, { title: 'Findings', words: 'a report be brought back', due: 'next meeting', ...data }, facts(more)),
  );
const byDecision = { decision: { meetingId: 'board/may' }, paragraph: '5', part: 'a' };

describe('a report', () => {
  it('is submitted with its recommendations under letters of their own, and their labels as the paper has them', () =>
    submit().thenAccepted(([event]) =>
      expect((event as Extract<ReportEvent, { type: 'ReportSubmitted' }>).data.recommendations).toEqual([
        { letter: 'a', label: 'a)', words: 'Approve', points: [] },
        { letter: 'b', label: 'b)', words: 'Agree', points: [] },
      ]),
    ));
  it('is to a body that is established', () => submit({}, { timeZone: null }).thenRefused('report.body-unknown'));
  it('cannot have two recommendations with one letter', () =>
    submit({
      recommendations: [
        { label: '(a)', words: 'x' },
        { label: 'a.', words: 'y' },
      ],
    }).thenRefused('report.recommendation-twice', {
      field: 'recommendations.1.letter',
    }));
  it('cannot have a recommendation that nothing can be called by', () =>
    submit({ recommendations: [{ label: '-', words: 'x' }] }).thenRefused('report.recommendation-unnamed'));
  it('may be put on an agenda with it', () =>
    submit({ onAgenda: { meetingId: 'board/may', number: '1' } }).thenAccepted((events) =>
      expect(events[1]).toMatchObject({ type: 'ReportPutOnAgenda', data: { itemId: 'i-1', meetingDate: '2023-05-17' } }),
    ));
  it('must be submitted before anything else is recorded of it', () =>
    given(reportHistory)
      .when(reportDecider, ask(PutOnAgenda, TARGET, { meetingId: 'board/may' }, facts()))
      .thenRefused('report.not-submitted'));

  it.each<[string, object, Partial<ReportFacts>]>([
    ['report.meeting-unknown', {}, { meeting: null }],
    ['report.meeting-of-another-body', {}, { meeting: council }],
    ['report.meeting-cancelled', {}, { meeting: { ...may, cancelled: true } }],
    ['report.item-unknown', { number: '9' }, {}],
    ['report.item-unknown', { itemId: 'i-1', number: '2' }, {}],
    ['report.item-withdrawn', { itemId: 'i-2' }, {}],
  ])('is not put on an agenda: %s', (code, data, more) =>
    submit()
      .and(reportDecider, ask(PutOnAgenda, TARGET, { meetingId: 'board/may', ...data }, facts(more)))
      .thenRefused(code),
  );
  it('is put on one agenda once', () =>
    submit({ onAgenda: { meetingId: 'board/may' } })
      .and(reportDecider, ask(PutOnAgenda, TARGET, { meetingId: 'board/may' }, facts()))
      .thenRefused('report.on-that-agenda-already'));

  it('is corrected in what is named, and only where that is something', () => {
    submit()
      .and(reportDecider, ask(CorrectReport, TARGET, { title: 'Relaunched', notExempt: true, reason: 'A slip.' }, facts()))
      .then({
        type: 'ReportCorrected',
        v: 1,
        data: { reportId: TARGET, bodyId: 'board', on: '2023-05-17', changes: { title: 'Relaunched', exempt: null }, reason: 'A slip.' },
      });
    submit()
      .and(reportDecider, ask(CorrectReport, TARGET, { reason: 'None.' }, facts()))
      .thenRefused('report.nothing-given');
  });
  it('keeps the recommendations that were decided on', () =>
    submit()
      .and(reportDecider, decide())
      .and(reportDecider, ask(CorrectReport, TARGET, { recommendations: [{ label: 'b)', words: 'Agree' }], reason: 'x' }, facts()))
      .thenRefused('report.decided', { field: 'recommendations' }));

  it('is withdrawn before anything is decided on it, and then nothing more is done to it', () => {
    const withdraw = ask(WithdrawReport, TARGET, { reason: 'Overtaken.' }, facts());
    submit().and(reportDecider, withdraw).and(reportDecider, decide()).thenRefused('report.withdrawn');
    submit().and(reportDecider, withdraw).and(reportDecider, withdraw).thenRefused('report.withdrawn');
    submit().and(reportDecider, decide()).and(reportDecider, withdraw).thenRefused('report.decided');
    submit()
      .and(reportDecider, decide({ outcome: 'continued' }))
      .and(reportDecider, withdraw)
      .thenAccepted();
  });
  it('reopens the promises that no other report keeps, when it is withdrawn', () => {
    const kept = submit({ fulfils: [{ promise: PROMISE }] }, { promises: [promised] });
    const withdraw = (keptBy: readonly string[], behind = false) =>
      ask(WithdrawReport, TARGET, { reason: 'x' }, facts({ promises: [{ ...promised, keptBy }], behind }));
    kept
      .and(reportDecider, withdraw([TARGET]))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ kept: [PROMISE], reopens: [PROMISE] }));
    kept
      .and(reportDecider, withdraw([TARGET, 'board/other']))
      .thenAccepted(([event]) => expect(event?.data).toMatchObject({ reopens: [] }));
    kept.and(reportDecider, withdraw([TARGET], true)).thenRefused('report-promise.behind');
  });

  it('is escalated once, to another body that is established', () => {
    const escalate = (bodyId: string | null) =>
      ask(
        EscalateReport,
        TARGET,
        { toBodyId: 'council' },
        facts({ escalatedTo: bodyId === null ? null : { bodyId, name: 'The Council' } }),
      );
    submit().and(reportDecider, escalate(null)).thenRefused('report.body-unknown', { field: 'toBodyId' });
    submit().and(reportDecider, escalate('board')).thenRefused('report.escalated-to-itself');
    submit().and(reportDecider, escalate('council')).and(reportDecider, escalate('council')).thenRefused('report.escalated-already');
    submit()
      .and(reportDecider, escalate('council'))
      .and(reportDecider, decide({ decision: { meetingId: 'council/june' } }, { meeting: council }))
      .thenAccepted();
  });
});

describe('a recommendation', () => {
  it('is decided by a decision of the body, named by its paragraph', () =>
    submit()
      .and(reportDecider, decide({ part: 'a' }))
      .then({
        type: 'RecommendationDecided',
        v: 1,
        data: {
          reportId: TARGET,
          bodyId: 'board',
          on: '2023-05-17',
          letter: 'a',
          outcome: 'approved',
          decision: { meetingId: 'board/may', decisionId: 'd-1' },
          part: 'a',
          paragraph: '5',
          meetingDate: '2023-05-17',
        },
      }));
  it.each<[string, object, Partial<ReportFacts>]>([
    ['recommendation.unknown', { letter: 'z' }, {}],
    ['recommendation.amended-without-words', { outcome: 'amended' }, {}],
    ['report.meeting-unknown', {}, { meeting: null }],
    ['report.meeting-of-another-body', {}, { meeting: council }],
    ['recommendation.decision-unnamed', { paragraph: undefined }, {}],
    ['recommendation.decision-unknown', { paragraph: '9' }, {}],
    ['recommendation.decision-struck', { paragraph: '6' }, {}],
    ['recommendation.decision-ambiguous', {}, { meeting: { ...may, decisions: [decisionFact, { ...decisionFact, decisionId: 'd-2' }] } }],
    ['recommendation.part-unknown', { part: 'q' }, {}],
  ])('is not decided: %s', (code, data, more) => submit().and(reportDecider, decide(data, more)).thenRefused(code));
  it('is not decided twice, unless it was continued, and then not earlier', () => {
    submit()
      .and(reportDecider, decide())
      .and(reportDecider, decide({ outcome: 'rejected' }))
      .thenRefused('recommendation.decided-already');
    const continued = submit().and(reportDecider, decide({ outcome: 'continued' }));
    continued.and(reportDecider, decide({ outcome: 'rejected' })).thenAccepted();
    continued
      .and(reportDecider, decide({}, { meeting: { ...may, date: '2023-05-01' } }))
      .thenRefused('recommendation.before-it-was-continued');
  });
  it('is opened again where what was recorded of it does not hold', () => {
    const reopen = ask(ReopenRecommendation, TARGET, { letter: 'a', reason: 'Struck.' }, facts());
    submit().and(reportDecider, reopen).thenRefused('recommendation.not-decided');
    submit()
      .and(reportDecider, ask(ReopenRecommendation, TARGET, { letter: 'z', reason: 'x' }, facts()))
      .thenRefused('recommendation.unknown');
    submit().and(reportDecider, decide()).and(reportDecider, reopen).and(reportDecider, decide()).thenAccepted();
  });
  it('that was opened again is undecided', () => {
    const named = { reportId: TARGET, bodyId: 'board', on: '2023-05-18' };
    let events: readonly DomainEvent[] = [];
    submit().thenAccepted((submitted) => (events = submitted));
    submit()
      .and(reportDecider, decide())
      .thenAccepted((decided) => (events = [...events, ...decided]));
    const reopened: ReportEvent = { type: 'RecommendationReopened', v: 1, data: { ...named, letter: 'a', reason: 'x' } };
    expect(isUndecided(given(reportHistory, events).state as Report, 'a')).toBe(false);
    expect(isUndecided(given(reportHistory, [...events, reopened]).state as Report, 'a')).toBe(true);
  });
});

describe('a promised report', () => {
  it('comes from a decision, and falls due by the words used at its meeting', () =>
    makePromise(byDecision).thenAccepted(([event]) =>
      expect(event).toMatchObject({
        type: 'ReportPromised',
        data: {
          promiseId: PROMISE,
          on: '2023-05-17',
          source: { kind: 'decision', part: 'a' },
          due: { latest: '2023-09-20' },
          exempt: false,
        },
      }),
    ));
  it('may come from a report, and be said to be exempt by itself', () =>
    makePromise(
      { report: TARGET, paragraph: '5.20', exempt: true },
      { promisedIn: { reportId: TARGET, date: '2023-05-17', withdrawn: false } },
    ).thenAccepted(([event]) => expect(event?.data).toMatchObject({ source: { kind: 'report', paragraph: '5.20' }, exempt: true })));
  const inReport = { reportId: TARGET, date: '2023-05-17', withdrawn: false };
  it.each<[string, object, Partial<ReportFacts>]>([
    ['report-promise.source-missing', {}, {}],
    ['report-promise.source-missing', { ...byDecision, report: TARGET }, { promisedIn: inReport }],
    ['report.meeting-unknown', byDecision, { meeting: null }],
    ['report.meeting-of-another-body', byDecision, { meeting: council }],
    ['recommendation.decision-struck', { ...byDecision, paragraph: '6' }, {}],
    ['report-promise.report-unknown', { report: TARGET }, {}],
    ['report-promise.report-unknown', { report: TARGET }, { promisedIn: { ...inReport, withdrawn: true } }],
    ['report-promise.of-another-body', { report: 'x/y' }, { promisedIn: { ...inReport, reportId: 'x/y' } }],
    ['report-promise.dates-reversed', { ...byDecision, dueDates: { earliest: '2024-01-02', latest: '2024-01-01' } }, {}],
  ])('is not promised: %s', (code, data, more) => makePromise(data, more).thenRefused(code));

  it.each<[string, Partial<ReportFacts>]>([
    ['report-promise.not-found', {}],
    ['report-promise.of-another-body', { promises: [{ ...promised, bodyId: 'council' }] }],
    ['report-promise.released', { promises: [{ ...promised, released: true }] }],
    ['report-promise.too-early', { promises: [{ ...promised, on: '2024-01-01' }] }],
  ])('is not kept: %s', (code, more) => submit({ fulfils: [{ promise: PROMISE }] }, more).thenRefused(code));
  it('is kept once by one report', () => {
    const keep = ask(KeepReportPromise, TARGET, { promise: PROMISE }, facts({ promises: [promised] }));
    submit().and(reportDecider, keep).and(reportDecider, keep).thenRefused('report-promise.kept-already');
    submit({ fulfils: [{ promise: PROMISE }, { promise: PROMISE }] }, { promises: [promised] }).thenRefused('report-promise.kept-already');
  });

  it('is extended or released while it is outstanding', () => {
    const extend = (more: Partial<ReportFacts> = {}) =>
      ask(ExtendReportPromise, PROMISE, { due: 'in Autumn 2024', reason: 'x' }, facts({ promises: [promised], ...more }));
    const release = ask(ReleaseReportPromise, PROMISE, { reason: 'x' }, facts({ promises: [promised] }));
    makePromise(byDecision)
      .and(reportDecider, extend())
      .and(reportDecider, release)
      .and(reportDecider, extend())
      .thenRefused('report-promise.released');
    makePromise(byDecision)
      .and(reportDecider, extend({ promises: [{ ...promised, keptBy: [TARGET] }] }))
      .thenRefused('report-promise.kept');
    makePromise(byDecision)
      .and(reportDecider, extend({ behind: true }))
      .thenRefused('report-promise.behind');
    given(reportHistory).when(reportDecider, release).thenRefused('report-promise.not-found');
    submit()
      .and(reportDecider, ask(ReleaseReportPromise, TARGET, { reason: 'x' }, facts()))
      .thenRefused('report-promise.not-a-promise');
    makePromise(byDecision)
      .and(reportDecider, ask(ReleaseReportPromise, PROMISE, { reason: 'x' }, { ...facts(), happenedAt: '2023-05-01T09:00:00.000Z' }))
      .thenRefused('report-promise.too-early');
    makePromise(byDecision)
      .and(
        reportDecider,
        ask(ExtendReportPromise, PROMISE, { due: '', dueDates: { earliest: '2024-02-01', latest: '2024-01-01' }, reason: 'x' }, facts()),
      )
      .thenRefused('report-promise.dates-reversed');
  });
  it('takes nothing that is recorded of a report', () =>
    makePromise(byDecision)
      .and(reportDecider, ask(WithdrawReport, PROMISE, { reason: 'x' }, facts()))
      .thenRefused('report.is-a-promise'));
});
