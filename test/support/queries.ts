import { type IQuery } from '@nestjs/cqrs';
import { ListDues, OneDue } from '../../src/across/due/views/due-calendar/due-list.query.js';
import { DueNamed, DueNames } from '../../src/across/due/views/due-calendar/due-names.query.js';
import { ListDuesThen } from '../../src/across/due/views/due-calendar/due-then.query.js';
import { FirstUseOf } from '../../src/eventstore/first-use.port.js';
import { ChainOf } from '../../src/across/audit/chain.query.js';
import { HistoryOf } from '../../src/across/audit/history-of.query.js';
import { RecordersIn } from '../../src/across/audit/views/search/recorders.query.js';
import { type SearchAsked, SearchRecord } from '../../src/across/audit/views/search/search.query.js';
import { Followers, RemindersOf, RemindersRaisedTo } from '../../src/across/reminders/reminders-of.query.js';
import { ActionsRaisedAt } from '../../src/slices/actions/raised-at.query.js';
import { ActionsRaisedBy } from '../../src/slices/actions/raised-by.query.js';
import { exactlyOn } from '../../src/slices/actions/views/action-register/action-view.js';
import { ActionLoad } from '../../src/slices/actions/views/load/load.query.js';
import { MattersArisingFor } from '../../src/slices/actions/views/matters-arising/matters-arising.query.js';
import { ActionsOverTime } from '../../src/slices/actions/views/over-time/over-time.query.js';
import { OverdueActions, type OverdueFilter } from '../../src/slices/actions/views/overdue/overdue.query.js';
import { GatherLife } from '../../src/slices/bodies/gather-life.js';
import { DiaryChanges } from '../../src/slices/meetings/dating/views/diary/diary-changes.query.js';
import { DatingFactsOf, DaysMet, MeetingDates } from '../../src/slices/bodies/meetings.port.js';
import { JointMeetingsOf } from '../../src/slices/meetings/over-time/views/body-meetings/joint-meetings.query.js';
import { MeetingsHeldSince } from '../../src/slices/meetings/over-time/views/body-meetings/held-since.query.js';
import { ListBodies } from '../../src/slices/bodies/views/body-register/body-register.query.js';
import { LocalitySurveyOf } from '../../src/slices/bodies/views/locality-survey/survey.query.js';
import { WaitsFor } from '../../src/slices/bodies/views/pathfinders/waits-for.query.js';
import { DiariesNamed } from '../../src/slices/bodies/diaries-named.query.js';
import { TreeOfBodies } from '../../src/slices/bodies/views/tree/tree.query.js';
import { DirectionFormAsAt } from '../../src/slices/directions/views/direction/direction-form.query.js';
import {
  DirectionAsAt,
  DirectionByReference,
  DirectionsRevision,
  DirectionsTo,
} from '../../src/slices/directions/views/direction-register/direction-register.query.js';
import { SpelledAlike } from '../../src/slices/directory/spelled-alike.query.js';
import { SpellingsApart, SpellingsOf } from '../../src/slices/directory/spellings.query.js';
import { MeetingEventsBy } from '../../src/slices/meetings/agenda/views/meeting-register/meeting-events.query.js';
import { ListMeetings, MeetingHead } from '../../src/slices/meetings/agenda/views/meeting-register/meeting-register.query.js';
import { ListDecisions, ShowDecision } from '../../src/slices/meetings/decisions/views/decision-register/decision-register.query.js';
import { ListMotions } from '../../src/slices/meetings/motions/views/motion-register/motion-register.query.js';
import { DecisionsAsTheyStand } from '../../src/slices/meetings/reading/decisions-as-they-stand.port.js';
import { SignedMeetings } from '../../src/slices/meetings/reading/views/signed-minutes/signed-meetings.query.js';
import { ListPrincipals } from '../../src/slices/people/views/principals.query.js';
import { NoticeOf } from '../../src/slices/participation/views/register/notice.query.js';
import {
  ParticipationRequestAsAt,
  ParticipationRevision,
} from '../../src/slices/participation/views/register/participation-request.query.js';
import { ListParticipationRequests } from '../../src/slices/participation/views/register/participation-register.query.js';
import { SimilarRequests } from '../../src/slices/participation/views/register/similar.query.js';
import { DutyAsAt, ListDuties } from '../../src/slices/plans/views/duty-register/duties.query.js';
import { ListPlans, PlanAsAt, PlanItemAsAt } from '../../src/slices/plans/views/plan/plan.query.js';
import { DutyStory, PlanStory, RecordRevision } from '../../src/slices/plans/views/story/story.query.js';
import { ListRemits, RemitAsAt, RemitRevision, RemitsFor } from '../../src/slices/remits/views/remit-register/remit-register.query.js';
import {
  ListRequisitions,
  RequisitionAsAt,
  RequisitionRevision,
} from '../../src/slices/requisitions/views/requisition-register/requisition-register.query.js';
import { RequisitionNamed } from '../../src/slices/meetings/reading/requisition-named.port.js';
import { MinuteReceivedAt } from '../../src/slices/meetings/between-meetings/views/received-minutes/received-minutes.query.js';
import { StandingItemsOn } from '../../src/slices/bodies/body-head.query.js';
import { RemitNamed } from '../../src/slices/meetings/reading/remit-named.port.js';
import { GatherForReports } from '../../src/slices/reports/gather-for-reports.js';
import { LinksFrom } from '../../src/slices/reports/links.port.js';
import { PromiseCandidates } from '../../src/slices/reports/views/candidates/candidates.query.js';
import { ListReportPromises, ShowReportPromise } from '../../src/slices/reports/views/promises/promises.query.js';
import { ExemptReports } from '../../src/slices/reports/views/report-register/exempt-reports.query.js';
import { ListRecommendations } from '../../src/slices/reports/views/recommendations/recommendations.query.js';
import { ListReports, ReportContradictions, ShowReport } from '../../src/slices/reports/views/report/report.query.js';
import { type TestApp } from './app.js';

/** A question as somebody asks it; where it is cut into pages, it is asked for the page after a cursor as well. */
export type Asked = (page: { readonly limit: number; readonly cursor?: string }) => IQuery | Promise<unknown>;
/** Where a question is asked that is none of the query bus. */
type At = (app: TestApp, records: RecordedIds) => Readonly<Record<string, Asked>>;

/** What the demonstration's record calls what it numbers itself. */
export interface RecordedIds {
  readonly decisionId: string;
}

const BODY = 'cpp-strategic-board';
const IJB = 'sb-ijb';
const MEETING = `${BODY}/2016-03-03`;
const PROMISE = 'sb-ijb/2023-09-pathfinder-findings';
const REQUEST = 'scottish-borders-council/2024-westmuir-path';
const REMIT = `${BODY}/adaptations`;
const TODAY = '2026-09-01';
const NOW = `${TODAY}T12:00:00.000Z`;
const MOMENTS = { happenedBy: NOW, recordedBy: NOW };
const OPEN = { drafts: false, exempt: false };
const CLERK = { drafts: true, exempt: true };
const OF_PUBLIC = { drafts: [], exempt: [] };
const OF_BODY = { drafts: [BODY], exempt: [BODY] };
const ALL = { drafts: '*', exempt: '*' } as const;
const READER = { draftsIn: '*', exemptIn: '*' } as const;

const searched =
  (asked: Partial<SearchAsked>): Asked =>
  (page) =>
    new SearchRecord({ readIn: '*', ...asked, ...page });
const overdue =
  (filter: OverdueFilter, ...exactly: readonly ReturnType<typeof exactlyOn>[]): Asked =>
  (page) =>
    new OverdueActions(TODAY, filter, filter.bodyId === undefined ? [] : '*', page, ...exactly);
const dues =
  (filter: ConstructorParameters<typeof ListDues>[0], reader: ConstructorParameters<typeof ListDues>[2] = ALL): Asked =>
  (page) =>
    new ListDues(filter, TODAY, reader, page);
const THEN = { asAt: TODAY, moments: MOMENTS };
const officer = 'Chief Executive';

/** Every question that views ask of their read models, with arguments that lead to each of its statements, in the order of the page. */
export const ASKED: At = (app, { decisionId }) => ({
  ListBodies: (page) => new ListBodies({ ...page, kind: 'board' }),
  'ListBodies by name': (page) => new ListBodies({ ...page, sort: '-name' }),
  DiariesNamed: () => new DiariesNamed(BODY, ['next meeting of the Integration Joint Board']),
  TreeOfBodies: () => new TreeOfBodies(TODAY),
  LocalitySurveyOf: () => new LocalitySurveyOf(IJB, TODAY),
  WaitsFor: () => new WaitsFor('cheviot-cig', TODAY),
  'EstablishBody, before it is judged': () =>
    app.nest
      .get(GatherLife, { strict: false })
      .gather({ target: 'cheviot-cig', data: {} } as never, { spec: { type: 'EstablishBody' } } as never),
  SpellingsOf: () => new SpellingsOf('person', 'a-member'),
  SpelledAlike: () => new SpelledAlike('person'),
  SpellingsApart: () => new SpellingsApart('person', ['a-member']),
  ListPrincipals: (page) => new ListPrincipals(page),

  MeetingHead: () => new MeetingHead(MEETING),
  MeetingDates: () => new MeetingDates(BODY),
  DatingFactsOf: () => new DatingFactsOf([BODY]),
  DiaryChanges: () => new DiaryChanges(BODY),
  MeetingEventsBy: () => new MeetingEventsBy(BODY, MOMENTS),
  'ListMeetings of a body': (page) => new ListMeetings({ bodyId: BODY, from: '2016-01-01', to: TODAY, newestFirst: true, ...page }),
  'ListMeetings that are published': (page) => new ListMeetings({ bodyId: BODY, publishedOnly: true, minuteStatus: 'signed', ...page }),
  DaysMet: () => new DaysMet([BODY, IJB], { upToHead: true }),
  JointMeetingsOf: () => new JointMeetingsOf(IJB),
  MeetingsHeldSince: () => new MeetingsHeldSince(BODY, '2016-01-01'),
  SignedMeetings: () => new SignedMeetings(BODY),
  'ListDecisions of a body': (page) => new ListDecisions({ bodyId: BODY, ...CLERK, ...page }),
  'ListDecisions of a meeting': (page) => new ListDecisions({ bodyId: BODY, meetingId: MEETING, ...CLERK, ...page }),
  'ListDecisions to the public': (page) => new ListDecisions({ bodyId: BODY, newestFirst: true, ...OPEN, ...page }),
  'ListDecisions by their words': (page) => new ListDecisions({ bodyId: BODY, text: 'minute', verb: 'approved', ...CLERK, ...page }),
  'ListDecisions that await ratification': (page) => new ListDecisions({ bodyId: BODY, awaitingRatification: true, ...CLERK, ...page }),
  ShowDecision: () => new ShowDecision(MEETING, decisionId, CLERK),
  DecisionsAsTheyStand: () => new DecisionsAsTheyStand([{ meetingId: MEETING, decisionId }]),
  'ListMotions of a body': (page) => new ListMotions({ bodyId: BODY, ...CLERK, ...page }),
  'ListMotions of a meeting': (page) => new ListMotions({ bodyId: BODY, meetingId: MEETING, ...CLERK, ...page }),

  MattersArisingFor: () => new MattersArisingFor(`${BODY}/2016-06-09`),
  ActionsRaisedAt: () => new ActionsRaisedAt(MEETING),
  ActionsRaisedBy: () => new ActionsRaisedBy(BODY, { limit: 100 }),
  ActionsOverTime: () => new ActionsOverTime(BODY, TODAY, 12),
  OverdueActions: overdue({}),
  'OverdueActions of a body': overdue({ bodyId: BODY }),
  'OverdueActions of an officer': overdue({ officer }),
  'OverdueActions of an organisation': overdue({ organisation: 'NHS Borders' }),
  'OverdueActions at a moment': overdue({}, exactlyOn(TODAY, undefined, MOMENTS)),
  'ActionLoad by officer': (page) => new ActionLoad('officer', TODAY, undefined, [], page),
  'ActionLoad by officer in a body': (page) => new ActionLoad('officer', TODAY, BODY, '*', page),
  'ActionLoad at a moment': (page) => new ActionLoad('officer', TODAY, undefined, [], page, exactlyOn(TODAY)),
  'ActionLoad by organisation': (page) => new ActionLoad('organisation', TODAY, undefined, [], page),
  'ActionLoad by organisation in a body': (page) => new ActionLoad('organisation', TODAY, BODY, '*', page),

  'ListReports to the public': (page) => new ListReports({ bodyId: IJB, ...OPEN, ...page }),
  'ListReports that are undecided': (page) => new ListReports({ bodyId: IJB, undecided: true, ...CLERK, ...page }),
  'ListReports on an agenda': (page) => new ListReports({ bodyId: IJB, meetingId: `${IJB}/2023-05-17`, ...CLERK, ...page }),
  ShowReport: () => new ShowReport(`${IJB}/2023-05-17-cigs`, OPEN),
  ReportContradictions: (page) => new ReportContradictions({ bodyId: BODY, ...CLERK, ...page }),
  ListRecommendations: (page) => new ListRecommendations({ bodyId: IJB, ...CLERK, ...page }, 'without-consequence'),
  ExemptReports: () => new ExemptReports([`${IJB}/2023-05-17-cigs`]),
  LinksFrom: () => new LinksFrom([`${MEETING}#${decisionId}`]),
  'ListReportPromises to the public': (page) => new ListReportPromises({ bodyId: IJB, asAt: TODAY, outstanding: true, ...OPEN, ...page }),
  ListReportPromises: (page) => new ListReportPromises({ bodyId: IJB, asAt: TODAY, ...CLERK, ...page }),
  ShowReportPromise: () => new ShowReportPromise(PROMISE, TODAY, CLERK),
  PromiseCandidates: () => new PromiseCandidates(IJB, true),
  'KeepReportPromise, before it is judged': () =>
    app.nest
      .get(GatherForReports, { strict: false })
      .gather({ target: `${IJB}/2023-05-17-cigs`, data: { promise: PROMISE } } as never, { spec: { type: 'KeepReportPromise' } } as never),

  DirectionAsAt: () => new DirectionAsAt(IJB, 'SBIJB-170523-2', TODAY, READER),
  DirectionByReference: () => new DirectionByReference('SBIJB-170523-2', TODAY, READER),
  'DirectionByReference in a body': () => new DirectionByReference('SBIJB-170523-2', TODAY, READER, IJB),
  DirectionsTo: (page) => new DirectionsTo('NHS Borders', TODAY, READER, page),
  DirectionFormAsAt: () => new DirectionFormAsAt(IJB, 'SBIJB-170523-2', TODAY, READER),
  DirectionsRevision: () => new DirectionsRevision(IJB),
  ListParticipationRequests: (page) =>
    new ListParticipationRequests('scottish-borders-council', TODAY, { drafts: true, exempt: false }, {}, page),
  'ListParticipationRequests to the public': (page) =>
    new ListParticipationRequests('scottish-borders-council', TODAY, { drafts: false, exempt: false }, {}, page),
  NoticeOf: () => new NoticeOf(REQUEST, 'acknowledgement', undefined, TODAY, { drafts: true, exempt: false }),
  ParticipationRequestAsAt: () => new ParticipationRequestAsAt(REQUEST, TODAY, 'without-personal', { exempt: false }),
  ParticipationRevision: () => new ParticipationRevision(REQUEST),
  SimilarRequests: () => new SimilarRequests(REQUEST, TODAY, { exempt: false }),
  ListPlans: (page) => new ListPlans(BODY, TODAY, [], page),
  PlanAsAt: () => new PlanAsAt(`${BODY}/third-sector-improvement-plan`, TODAY),
  PlanItemAsAt: () => new PlanItemAsAt(`${BODY}/third-sector-improvement-plan`, '1', TODAY),
  PlanStory: () => new PlanStory(`${BODY}/third-sector-improvement-plan`, TODAY),
  ListRequisitions: (page) => new ListRequisitions(BODY, TODAY, page),
  RequisitionAsAt: () => new RequisitionAsAt(`${BODY}/bridge`, TODAY),
  RequisitionRevision: () => new RequisitionRevision(`${BODY}/bridge`),
  RequisitionNamed: () => new RequisitionNamed(`${BODY}/bridge`),
  MinuteReceivedAt: () => new MinuteReceivedAt(MEETING, READER),
  StandingItemsOn: () => new StandingItemsOn(BODY, TODAY),
  ListRemits: (page) => new ListRemits(BODY, 'made', TODAY, '*', page),
  RemitAsAt: () => new RemitAsAt(REMIT, TODAY, '*'),
  RemitsFor: () => new RemitsFor(BODY, '*'),
  RemitRevision: () => new RemitRevision(REMIT),
  RemitNamed: () => new RemitNamed(REMIT),
  ListDuties: (page) => new ListDuties(BODY, TODAY, page),
  DutyAsAt: () => new DutyAsAt('orkney-ijb/review-of-progress', TODAY),
  DutyStory: () => new DutyStory('orkney-ijb/review-of-progress', TODAY),
  RecordRevision: () => new RecordRevision('plan', `${BODY}/third-sector-improvement-plan`),

  ListDues: dues({ standing: 'live' }),
  'ListDues to the public': dues({ standing: 'all' }, OF_PUBLIC),
  'ListDues to a clerk': dues({ standing: 'live', kind: 'action' }, OF_BODY),
  'ListDues of a body': dues({ standing: 'overdue', bodyId: BODY }),
  'ListDues of an officer': dues({ standing: 'live', officer, from: '2016-01-01', until: TODAY }),
  'ListDues of an organisation': dues({ standing: 'live', organisation: 'NHS Borders' }),
  'ListDues of a kind': dues({ standing: 'live', kind: 'action' }),
  'ListDues without a date': dues({ standing: 'live', undated: true }),
  'ListDues that have ended': dues({ standing: 'ended', changedSince: '2016-01-01T00:00:00.000Z' }),
  'ListDues of an officer by several names': dues({ standing: 'live', officer: ['ann aird', 'a aird'] }),
  'ListDues of an organisation by several names': dues({ standing: 'live', organisation: ['nhs borders', 'nhsb'] }),
  DueNames: () => new DueNames('officer'),
  'DueNames of organisations': () => new DueNames('organisation'),
  DueNamed: () => new DueNamed('officer', 'chief executive', OF_BODY),
  'DueNamed of an organisation': () => new DueNamed('organisation', 'nhs borders', OF_PUBLIC),
  OneDue: () => new OneDue('a-due', TODAY, OF_BODY),
  'ListDuesThen of a body': (page) => new ListDuesThen({ bodyId: BODY, standing: 'live' }, THEN, OF_PUBLIC, page),
  'ListDuesThen with an officer': (page) => new ListDuesThen({ officer, standing: 'overdue' }, THEN, ALL, page),
  'ListDuesThen of all bodies': (page) => new ListDuesThen({ standing: 'all' }, THEN, ALL, page),
  'ListDuesThen, one of them': (page) => new ListDuesThen({ dueId: 'a-due' }, THEN, OF_BODY, page),
  Followers: () => new Followers(),
  RemindersOf: () => new RemindersOf('operator'),
  RemindersRaisedTo: (page) => new RemindersRaisedTo('clerk', page),
  HistoryOf: () => new HistoryOf(MEETING),
  'ChainOf a decision': () => new ChainOf(`${MEETING}#${decisionId}`, '*', 3),
  'ChainOf a plan': () => new ChainOf(`plan:${BODY}/third-sector-improvement-plan`, '*', 3),
  FirstUseOf: () => new FirstUseOf('01900000-0000-5000-8000-000000000000'),
  RecordersIn: () => new RecordersIn('*'),
  'RecordersIn a body': () => new RecordersIn([BODY]),
  'SearchRecord by words': searched({ words: 'minute' }),
  'SearchRecord by words in a body': searched({ words: 'minute', readIn: [BODY] }),
  'SearchRecord by words, newest first': searched({ words: 'minute', sort: 'newest' }),
  SearchRecord: searched({}),
  'SearchRecord, oldest first': searched({ sort: 'oldest' }),
  'SearchRecord in a body': searched({ bodyId: BODY, readIn: [BODY] }),
  'SearchRecord by kind': searched({ kind: 'decision' }),
  'SearchRecord by whoever recorded it': searched({
    by: 'operator',
    happened: { from: '2016-01-01T00:00:00.000Z' },
    recorded: { to: NOW },
  }),
});

const OF_ONE_SEARCH =
  'An auditor’s search without words: a row is an event, and an index of it would be written with every event that is recorded.';

const CHANGED_SINCE =
  'Looking back to a moment: whatever was written down since has to be looked into, and no one index tells that; beyond 10,000 the list is refused.';

/** What is read from end to end without an index, and why that may be: by view, and by the question that leads there. */
export const READ_WHOLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'src/across/audit/views/search/search.query.ts': {
    SearchRecord: OF_ONE_SEARCH,
    'SearchRecord, oldest first': OF_ONE_SEARCH,
    'SearchRecord in a body': OF_ONE_SEARCH,
    'SearchRecord by kind': OF_ONE_SEARCH,
    'SearchRecord by whoever recorded it': OF_ONE_SEARCH,
  },
  'src/across/due/views/due-calendar/due-then.query.ts': {
    'ListDuesThen of all bodies':
      'A list of the past is told from what was done to each deadline; with more than 10,000 of them the list is refused.',
  },
  'src/slices/actions/views/action-register/action-register.query.ts': {
    'OverdueActions at a moment': CHANGED_SINCE,
  },
};
