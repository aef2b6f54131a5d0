import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import {
  type AgendaPlace,
  type Exempt,
  type PromisedData,
  type RecommendationOutcome,
  type ReportContent,
  type ReportEvent,
} from './report.events.js';
import { type FactOf } from '../../kernel/update.js';

/** The record on a stream: a report, or the promise of one. All dates are calendar dates where the body sits. */
export type ReportRecord = Report | ReportPromise;

export interface Report extends ReportContent {
  readonly kind: 'report';
  readonly reportId: string;
  readonly bodyId: string;
  readonly submittedOn: string;
  readonly exempt?: Exempt;
  readonly places: readonly AgendaPlace[];
  readonly escalatedTo: readonly { readonly bodyId: string; readonly name: string; readonly on: string; readonly why?: string }[];
  /** Outcomes of the report's recommendations in the order recorded, without those reopened; of several with one letter the last counts. */
  readonly outcomes: readonly RecommendationOutcome[];
  readonly keeps: readonly string[];
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

export interface ReportPromise extends PromisedData {
  readonly kind: 'promise';
  readonly promiseId: string;
  readonly bodyId: string;
  readonly promisedOn: string;
  readonly released?: { readonly on: string; readonly reason: string };
}

export type ReportFact = FactOf<ReportEvent>;

/** The outcome that holds for a recommendation; `undefined` while it is undecided. */
export const outcomeOf = ({ outcomes }: Pick<Report, 'outcomes'>, letter: string): RecommendationOutcome | undefined =>
  outcomes.findLast((one) => one.letter === letter);

/** A recommendation that was continued is still to be decided. */
export const isUndecided = (report: Pick<Report, 'outcomes'>, letter: string): boolean =>
  (outcomeOf(report, letter)?.outcome ?? 'continued') === 'continued';

export function evolveReport(record: ReportRecord | null, event: ReportFact): ReportRecord | null {
  switch (event.type) {
    case 'ReportSubmitted': {
      const { on, ...content } = event.data;
      return { kind: 'report', ...content, submittedOn: on, places: [], escalatedTo: [], outcomes: [], keeps: [] };
    }
    case 'ReportPromised': {
      const { on, ...promised } = event.data;
      return { kind: 'promise', ...promised, promisedOn: on };
    }
    case 'ReportPromiseExtended':
      return record?.kind === 'promise' ? { ...record, due: event.data.due } : record;
    case 'ReportPromiseReleased':
      return record?.kind === 'promise' ? { ...record, released: { on: event.data.on, reason: event.data.reason } } : record;
    case 'ReportCorrected':
    case 'ReportWithdrawn':
    case 'ReportPutOnAgenda':
    case 'ReportEscalated':
    case 'RecommendationDecided':
    case 'RecommendationReopened':
    case 'ReportPromiseKept':
      return record?.kind === 'report' ? evolveSubmitted(record, event) : record;
  }
}

type OfReport = Exclude<ReportFact, { type: 'ReportSubmitted' | 'ReportPromised' | 'ReportPromiseExtended' | 'ReportPromiseReleased' }>;

function evolveSubmitted(report: Report, event: OfReport): Report {
  switch (event.type) {
    case 'ReportCorrected': {
      const { exempt, ...changes } = event.data.changes;
      return { ...report, ...changes, ...(exempt === undefined ? {} : { exempt: exempt ?? undefined }) };
    }
    case 'ReportWithdrawn':
      return { ...report, withdrawn: { on: event.data.on, reason: event.data.reason } };
    case 'ReportPutOnAgenda': {
      const { meetingId, meetingDate, itemId, number } = event.data;
      return { ...report, places: [...report.places, { meetingId, meetingDate, itemId, number }] };
    }
    case 'ReportEscalated': {
      const { toBodyId, to, on, why } = event.data;
      return { ...report, escalatedTo: [...report.escalatedTo, { bodyId: toBodyId, name: to, on, why }] };
    }
    case 'RecommendationDecided': {
      const { reportId: _report, bodyId: _body, on: _on, ...outcome } = event.data;
      return { ...report, outcomes: [...report.outcomes, outcome] };
    }
    case 'RecommendationReopened': {
      const last = report.outcomes.findLastIndex(({ letter }) => letter === event.data.letter);
      return { ...report, outcomes: report.outcomes.filter((_outcome, index) => index !== last) };
    }
    case 'ReportPromiseKept':
      return { ...report, keeps: [...report.keeps, event.data.promiseId] };
  }
}

/** Stream `report-<bodyId>/<report>`. */
export const reportHistory: History<ReportRecord | null> = {
  category: 'report',
  ofBody: 'record',
  initial: null,
  evolve: (record, event) => evolveReport(record, event as Recorded<ReportEvent>),
};
