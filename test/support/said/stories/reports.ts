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
} from '../../../../src/slices/reports/reports.commands.js';
import { say } from '../story.js';
import { DECISION } from './grounds.js';

const boxes = {
  directions: { appended: [{ directionId: 'board/direction' }], none: undefined },
  escalation: { required: true, to: 'council' },
} as const;

export const reports = [
  say(PromiseReport, 'board/promised', { decision: DECISION, paragraph: '1', part: 'a', report: undefined }),
  say(ExtendReportPromise, 'board/promised'),
  say(PromiseReport, 'board/kept-promise', { decision: DECISION, paragraph: '1', part: 'a', report: undefined }),
  say(SubmitReport, 'board/paper', {
    ...boxes,
    recommendations: [
      { label: 'a)', letter: 'a' },
      { label: 'b)', letter: 'b' },
    ],
    onAgenda: undefined,
    fulfils: undefined,
  }),
  say(PromiseReport, 'board/promised-again', { decision: undefined, part: undefined, report: 'board/paper' }),
  say(KeepReportPromise, 'board/paper', { promise: 'board/promised' }),
  say(ReleaseReportPromise, 'board/promised-again'),
  say(CorrectReport, 'board/paper', { ...boxes, recommendations: [{ label: 'a)', letter: 'a' }], notExempt: undefined }),
  say(CorrectReport, 'board/paper', { ...boxes, recommendations: undefined, exempt: undefined }),
  say(CorrectReport, 'board/paper', {
    directions: { none: true, to: undefined, appended: undefined },
    escalation: { required: false, to: undefined },
    recommendations: undefined,
    exempt: undefined,
  }),
  say(PutOnAgenda, 'board/paper', { meetingId: 'board/sits', itemId: 'late', number: '41' }),
  say(EscalateReport, 'board/paper', { toBodyId: 'council' }),
  say(DecideRecommendation, 'board/paper', { letter: 'a', outcome: 'amended', decision: DECISION, paragraph: '1', part: 'a' }),
  say(ReopenRecommendation, 'board/paper', { letter: 'a' }),
  say(WithdrawReport, 'board/paper'),
  say(SubmitReport, 'board/kept', {
    directions: { none: true, to: undefined, appended: undefined },
    escalation: { required: false, to: undefined },
    recommendations: [{ label: 'a)', letter: 'a' }],
    onAgenda: { meetingId: 'board/sits', itemId: 'urgent', number: '42' },
    fulfils: [{ promise: 'board/kept-promise' }],
  }),
];
