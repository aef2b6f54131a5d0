import { given } from '../../kernel/plain.js';
import { dateInZone } from '../../kernel/dates.js';
import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { addressed, decisionOf, placeOf } from './deciding-places.js';
import { correct, submit } from './deciding-papers.js';
import { decidePromise, keep, promise } from './deciding-promises.js';
import { type ReportEvent } from './report.events.js';
import { refuseReport } from './report.refusals.js';
import { isUndecided, outcomeOf, type Report, reportHistory, type ReportRecord } from './report.state.js';
import {
  type AskedFor,
  type DecideRecommendation,
  type EscalateReport,
  type PutOnAgenda,
  type ReopenRecommendation,
  type ReportCommand,
  type WithdrawReport,
} from './reports.commands.js';

export const reportDecider: Decider<ReportRecord | null, ReportCommand, ReportEvent> = {
  history: reportHistory,
  decide(command, record): Decision<ReportEvent> {
    const { timeZone } = command.facts;
    if (timeZone === null) return refuseReport('report.body-unknown');
    const on = dateInZone(command.happenedAt, timeZone);
    switch (command.type) {
      case 'SubmitReport':
        return submit(command, on);
      case 'PromiseReport':
        return promise(command, on);
      case 'ExtendReportPromise':
      case 'ReleaseReportPromise':
        return decidePromise(command, record, on);
      case 'CorrectReport':
      case 'WithdrawReport':
      case 'PutOnAgenda':
      case 'EscalateReport':
      case 'DecideRecommendation':
      case 'ReopenRecommendation':
      case 'KeepReportPromise':
        if (!record) return refuseReport('report.not-submitted', { detail: { reportId: command.target } });
        if (record.kind === 'promise') return refuseReport('report.is-a-promise', { detail: { reportId: command.target } });
        if (record.withdrawn) return refuseReport('report.withdrawn', { detail: { on: record.withdrawn.on } });
        return decideReport(command, record, on);
    }
  },
};

type OfReport = Exclude<ReportCommand, { type: 'SubmitReport' | 'PromiseReport' | 'ExtendReportPromise' | 'ReleaseReportPromise' }>;

function decideReport(command: OfReport, report: Report, on: string): Decision<ReportEvent> {
  switch (command.type) {
    case 'CorrectReport':
      return correct(command, report, on);
    case 'WithdrawReport':
      return withdraw(command, report, on);
    case 'PutOnAgenda':
      return putOnAgenda(command, report, on);
    case 'EscalateReport':
      return escalate(command, report, on);
    case 'DecideRecommendation':
      return decideRecommendation(command, report, on);
    case 'ReopenRecommendation':
      return reopen(command, report, on);
    case 'KeepReportPromise':
      return keep(command, report, on);
  }
}

const named = ({ reportId, bodyId }: Report) => ({ reportId, bodyId });

function withdraw({ data, facts }: AskedFor<typeof WithdrawReport>, report: Report, on: string): Decision<ReportEvent> {
  const decided = report.recommendations.filter(({ letter }) => !isUndecided(report, letter));
  if (decided.length > 0) return refuseReport('report.decided', { detail: { letters: decided.map(({ letter }) => letter) } });
  if (facts.behind && report.keeps.length > 0) return refuseReport('report-promise.behind');
  const reopens = report.keeps.filter((promiseId) => {
    const keptBy = facts.promises.find((one) => one.promiseId === promiseId)?.keptBy ?? [];
    return keptBy.every((reportId) => reportId === report.reportId);
  });
  return accept<ReportEvent>({
    type: 'ReportWithdrawn',
    v: 1,
    data: { ...named(report), on, reason: data.reason, kept: report.keeps, reopens },
  });
}

function putOnAgenda({ data, facts }: AskedFor<typeof PutOnAgenda>, report: Report, on: string): Decision<ReportEvent> {
  const place = placeOf(data, report, facts, '');
  if (isRefusal(place)) return place;
  if (report.places.some(({ meetingId }) => meetingId === place.meetingId))
    return refuseReport('report.on-that-agenda-already', { field: 'meetingId', detail: { meetingId: place.meetingId } });
  return accept<ReportEvent>({ type: 'ReportPutOnAgenda', v: 1, data: { ...named(report), on, ...place } });
}

function escalate({ data, facts }: AskedFor<typeof EscalateReport>, report: Report, on: string): Decision<ReportEvent> {
  const { escalatedTo } = facts;
  if (!escalatedTo) return refuseReport('report.body-unknown', { field: 'toBodyId', detail: { bodyId: data.toBodyId } });
  if (escalatedTo.bodyId === report.bodyId) return refuseReport('report.escalated-to-itself', { field: 'toBodyId' });
  if (report.escalatedTo.some(({ bodyId }) => bodyId === escalatedTo.bodyId))
    return refuseReport('report.escalated-already', { field: 'toBodyId', detail: { bodyId: escalatedTo.bodyId } });
  const { bodyId: toBodyId, name: to } = escalatedTo;
  return accept<ReportEvent>({ type: 'ReportEscalated', v: 1, data: given({ ...named(report), on, toBodyId, to, why: data.why }) });
}

const unknown = (letter: string, report: Report): Refusal =>
  refuseReport('recommendation.unknown', {
    field: 'letter',
    detail: { letter, letters: report.recommendations.map((one) => one.letter) },
  });

function decideRecommendation({ data, facts }: AskedFor<typeof DecideRecommendation>, report: Report, on: string): Decision<ReportEvent> {
  const { letter, outcome, words, part } = data;
  if (!report.recommendations.some((one) => one.letter === letter)) return unknown(letter, report);
  const earlier = outcomeOf(report, letter);
  if (!isUndecided(report, letter))
    return refuseReport('recommendation.decided-already', { field: 'letter', detail: { letter, by: earlier?.decision } });
  if (outcome === 'amended' && words === undefined) return refuseReport('recommendation.amended-without-words', { field: 'words' });
  const meeting = addressed(data.decision.meetingId, report, facts, 'decision.meetingId');
  if (isRefusal(meeting)) return meeting;
  const decision = decisionOf(meeting, data, 'decision');
  if (isRefusal(decision)) return decision;
  if (earlier && meeting.date < earlier.meetingDate)
    return refuseReport('recommendation.before-it-was-continued', { detail: { continuedOn: earlier.meetingDate, on: meeting.date } });
  const by = { meetingId: meeting.meetingId, decisionId: decision.decisionId };
  const decided = { letter, outcome, words, decision: by, part, paragraph: decision.paragraph, meetingDate: meeting.date };
  return accept<ReportEvent>({ type: 'RecommendationDecided', v: 1, data: given({ ...named(report), on, ...decided }) });
}

function reopen({ data }: AskedFor<typeof ReopenRecommendation>, report: Report, on: string): Decision<ReportEvent> {
  const { letter, reason } = data;
  if (!report.recommendations.some((one) => one.letter === letter)) return unknown(letter, report);
  if (!outcomeOf(report, letter)) return refuseReport('recommendation.not-decided', { field: 'letter', detail: { letter } });
  return accept<ReportEvent>({ type: 'RecommendationReopened', v: 1, data: { ...named(report), on, letter, reason } });
}
