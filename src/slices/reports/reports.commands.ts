import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import {
  CorrectReportDto,
  DecideRecommendationDto,
  EscalateReportDto,
  ExtendReportPromiseDto,
  KeepPromiseDto,
  PromiseReportDto,
  PutOnAgendaDto,
  ReleaseReportPromiseDto,
  ReopenRecommendationDto,
  SubmitReportDto,
  WithdrawReportDto,
} from './report.payloads.js';
import { type ReportFacts } from './report.facts.js';
import { reportScope } from './report.scope.js';

const RECORD = { scope: reportScope, right: 'reports.record', creates: false } as const;

export const SubmitReport = defineCommand({
  ...RECORD,
  type: 'SubmitReport',
  creates: true,
  dto: SubmitReportDto,
  summary: 'Records a report to a body, with its recommendations, boxes and implications as the paper has them.',
  example: {
    title: 'Locality Planning Partnership Update',
    authors: [{ name: 'Phil White', role: 'Partnership Facilitator' }],
    lead: 'It is recommended that the Strategic Planning Advisory Group:',
    recommendations: [
      { label: 'i.', words: 'approves the proposed process set out for the formal re-launch of Locality Planning Partnerships' },
    ],
    directions: { none: true },
    implications: [{ heading: 'Policy', ticked: true }],
  },
});

export const CorrectReport = defineCommand({
  ...RECORD,
  type: 'CorrectReport',
  dto: CorrectReportDto,
  summary: 'Corrects a slip in a report as it was recorded; what was first recorded stays in its history.',
  example: { dated: 'April 2022', reason: 'The date at the end of the paper was left out.' },
});

export const WithdrawReport = defineCommand({
  ...RECORD,
  type: 'WithdrawReport',
  dto: WithdrawReportDto,
  summary: 'Withdraws a report before anything is decided on it.',
  example: { reason: 'Overtaken by the revised guidance.' },
});

export const PutOnAgenda = defineCommand({
  ...RECORD,
  type: 'PutOnAgenda',
  dto: PutOnAgendaDto,
  summary: 'Records at which meeting, and under which agenda item, a report is before the body.',
  example: { meetingId: 'cpp-strategic-board/2016-06-09', number: '8' },
});

export const EscalateReport = defineCommand({
  ...RECORD,
  type: 'EscalateReport',
  dto: EscalateReportDto,
  summary: 'Records that a report goes on to another body, whose meetings may then decide on it.',
  example: { toBodyId: 'scottish-borders-council', why: 'Paragraphs marked * require full Council approval.' },
});

export const DecideRecommendation = defineCommand({
  ...RECORD,
  type: 'DecideRecommendation',
  dto: DecideRecommendationDto,
  summary: 'Records what a decision made of one recommendation.',
  example: { letter: 'a', outcome: 'approved', decision: { meetingId: 'sb-ijb/2023-05-17' }, paragraph: '5.2', part: 'a' },
});

export const ReopenRecommendation = defineCommand({
  ...RECORD,
  type: 'ReopenRecommendation',
  dto: ReopenRecommendationDto,
  summary: 'Takes back what was recorded as decided on a recommendation, where that does not hold.',
  example: { letter: 'a', reason: 'The decision was recorded in error and struck.' },
});

export const KeepReportPromise = defineCommand({
  ...RECORD,
  type: 'KeepReportPromise',
  dto: KeepPromiseDto,
  summary: 'Records that this report is the one that was promised.',
  example: { promise: 'sb-ijb/2023-09-findings' },
});

export const PromiseReport = defineCommand({
  ...RECORD,
  type: 'PromiseReport',
  creates: true,
  dto: PromiseReportDto,
  summary: 'Records that a decision, or a report, promises that a report be brought back.',
  example: {
    title: 'Adaptations',
    words: 'that a report be brought back to a future meeting of the Strategic Board in due course.',
    decision: { meetingId: 'cpp-strategic-board/2016-03-03' },
    paragraph: '4.4',
    part: 'b',
    due: 'in due course',
    officers: ['Shona Smith'],
  },
});

export const ExtendReportPromise = defineCommand({
  ...RECORD,
  type: 'ExtendReportPromise',
  dto: ExtendReportPromiseDto,
  summary: 'Gives a promised report another deadline, with the reason.',
  example: { due: 'in Autumn 2016', reason: 'The pathfinder started later than planned.' },
});

export const ReleaseReportPromise = defineCommand({
  ...RECORD,
  type: 'ReleaseReportPromise',
  dto: ReleaseReportPromiseDto,
  summary: 'Records that a promised report is no longer wanted.',
  example: { reason: 'The scheme was closed.' },
});

export const reportsCommands = [
  SubmitReport,
  CorrectReport,
  WithdrawReport,
  PutOnAgenda,
  EscalateReport,
  DecideRecommendation,
  ReopenRecommendation,
  KeepReportPromise,
  PromiseReport,
  ExtendReportPromise,
  ReleaseReportPromise,
] as const;

export type ReportCommand = CommandsOf<typeof reportsCommands, ReportFacts>;
export type AskedFor<C extends (typeof reportsCommands)[number]> = CommandFor<C, ReportFacts>;
