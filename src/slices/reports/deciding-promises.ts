import { earlier } from '../../kernel/dates.js';
import { type DueDatesDto } from '../calendars/due-dates.payloads.js';
import { given } from '../../kernel/plain.js';
import { accept, type Decision } from '../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { type Deadline } from '../../kernel/deadline.js';
import { deadlineFrom } from '../calendars/calendars.words.js';
import { decisionOf } from './deciding-places.js';
import { type KeepPromiseDto } from './report.payloads.js';
import { type PromiseSource, type ReportEvent, type ReportNamed } from './report.events.js';
import { type ReportFacts } from './report.facts.js';
import { refuseReport } from './report.refusals.js';
import { type Report, type ReportRecord } from './report.state.js';
import {
  type AskedFor,
  type ExtendReportPromise,
  type KeepReportPromise,
  type PromiseReport,
  type ReleaseReportPromise,
} from './reports.commands.js';
import { bodyIdOf } from '../../kernel/record-id.js';

export function promise(command: AskedFor<typeof PromiseReport>, today: string): Decision<ReportEvent> {
  const { target, data, facts } = command;
  const bodyId = bodyIdOf(target);
  const found = sourceOf(command, bodyId);
  if (isRefusal(found)) return found;
  const source = found;
  const saidOn = source.kind === 'decision' ? source.meetingDate : source.date;
  const due = deadlineOf(data.due, data.dueDates, saidOn, facts);
  if (isRefusal(due)) return due;
  const { title, words, organisation, officers = [], exempt = false } = data;
  const on = source.kind === 'decision' ? earlier(source.meetingDate, today) : today;
  const promised = { promiseId: target, bodyId, on, title, words, source, due, organisation, officers, exempt };
  return accept<ReportEvent>({ type: 'ReportPromised', v: 1, data: given(promised) });
}

function sourceOf({ data, facts }: AskedFor<typeof PromiseReport>, bodyId: string): PromiseSource | Refusal {
  const { decision, report, paragraph, part } = data;
  if ((decision === undefined) === (report === undefined)) return refuseReport('report-promise.source-missing', { field: 'decision' });
  if (decision) {
    const { meeting } = facts;
    const field = 'decision.meetingId';
    if (!meeting) return refuseReport('report.meeting-unknown', { field, detail: { meetingId: decision.meetingId } });
    if (meeting.bodyId !== bodyId) return refuseReport('report.meeting-of-another-body', { field, detail: { bodyId: meeting.bodyId } });
    const found = decisionOf(meeting, { decision, paragraph, part }, 'decision');
    if (isRefusal(found)) return found;
    const by = { meetingId: meeting.meetingId, decisionId: found.decisionId };
    return given({ kind: 'decision' as const, decision: by, part, paragraph: found.paragraph, meetingDate: meeting.date });
  }
  const { promisedIn } = facts;
  if (!promisedIn || promisedIn.withdrawn) return refuseReport('report-promise.report-unknown', { field: 'report', detail: { report } });
  if (!promisedIn.reportId.startsWith(`${bodyId}/`)) return refuseReport('report-promise.of-another-body', { field: 'report' });
  const { reportId, date } = promisedIn;
  return given({ kind: 'report' as const, reportId, paragraph, date });
}

type StepOfPromise = AskedFor<typeof ExtendReportPromise> | AskedFor<typeof ReleaseReportPromise>;

export function decidePromise(command: StepOfPromise, record: ReportRecord | null, on: string): Decision<ReportEvent> {
  if (!record) return refuseReport('report-promise.not-found', { detail: { promiseId: command.target } });
  if (record.kind === 'report') return refuseReport('report-promise.not-a-promise', { detail: { reportId: command.target } });
  if (record.released) return refuseReport('report-promise.released', { detail: { on: record.released.on } });
  if (on < record.promisedOn) return refuseReport('report-promise.too-early', { detail: { promisedOn: record.promisedOn, on } });
  if (command.facts.behind) return refuseReport('report-promise.behind');
  const keptBy = command.facts.promises.find(({ promiseId }) => promiseId === record.promiseId)?.keptBy ?? [];
  if (keptBy.length > 0) return refuseReport('report-promise.kept', { detail: { by: keptBy } });
  const named = { promiseId: record.promiseId, bodyId: record.bodyId, on };
  if (command.type === 'ReleaseReportPromise')
    return accept<ReportEvent>({ type: 'ReportPromiseReleased', v: 1, data: { ...named, reason: command.data.reason } });
  const due = deadlineOf(command.data.due, command.data.dueDates, on, command.facts);
  if (isRefusal(due)) return due;
  return accept<ReportEvent>({ type: 'ReportPromiseExtended', v: 1, data: { ...named, due, reason: command.data.reason } });
}

export function keep({ data, facts }: AskedFor<typeof KeepReportPromise>, report: Report, on: string): Decision<ReportEvent> {
  if (report.keeps.includes(data.promise)) return refuseReport('report-promise.kept-already', { field: 'promise' });
  const kept = keptBy(report, [data], facts, on);
  return isRefusal(kept) ? kept : accept<ReportEvent>(kept);
}

/** Several reports may keep one promise, as parts of it come at different times; each report keeps it once. */
export function keptBy(
  { reportId, bodyId }: ReportNamed,
  promises: readonly KeepPromiseDto[],
  facts: ReportFacts,
  on: string,
): readonly ReportEvent[] | Refusal {
  const events: ReportEvent[] = [];
  const seen = new Set<string>();
  for (const [index, { promise: promiseId }] of promises.entries()) {
    const more = { field: promises.length === 1 ? 'promise' : `fulfils.${index}.promise`, detail: { promiseId } };
    const found = facts.promises.find((one) => one.promiseId === promiseId);
    if (!found) return refuseReport('report-promise.not-found', more);
    if (found.bodyId !== bodyId) return refuseReport('report-promise.of-another-body', more);
    if (found.released) return refuseReport('report-promise.released', more);
    if (on < found.on) return refuseReport('report-promise.too-early', more);
    if (seen.has(promiseId)) return refuseReport('report-promise.kept-already', more);
    seen.add(promiseId);
    events.push({ type: 'ReportPromiseKept', v: 1, data: { reportId, bodyId, on, promiseId } });
  }
  return events;
}

const deadlineOf = (
  words: string | undefined,
  dates: DueDatesDto | undefined,
  saidOn: string,
  { meetings, holidays = [], diaries = [] }: ReportFacts,
): Deadline | Refusal =>
  deadlineFrom(words, dates, { saidOn, meetings, holidays, diaries }) ??
  refuseReport('report-promise.dates-reversed', { field: 'dueDates.latest' });
