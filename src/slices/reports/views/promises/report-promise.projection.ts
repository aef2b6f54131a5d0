import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { updateOf } from '../../../../kernel/update.js';
import { type ReportEvent } from '../../report.events.js';
import { evolveReport, type ReportPromise } from '../../report.state.js';

/** A promised report: overdue on a day is derived when it is read. */
export interface ReportPromiseRow {
  readonly promiseId: string;
  readonly bodyId: string;
  readonly promisedOn: string;
  /** The report that promises it; `null` where a decision does. */
  readonly inReport: string | null;
  readonly exempt: boolean;
  readonly outstanding: boolean;
  /** The day its due words were used. */
  readonly saidOn: string;
  /** When it was written down that the promise was kept or released; `null` while it is outstanding. */
  readonly endedAt: string | null;
  /** Each report that was brought, with the day; those withdrawn since are left out: what the reports' own streams say. */
  readonly keptBy: readonly { readonly reportId: string; readonly on: string }[];
  readonly promise: ReportPromise;
}

type OfPromise = Extract<ReportEvent, { type: 'ReportPromised' | 'ReportPromiseExtended' | 'ReportPromiseReleased' }>;
type Event = OfPromise | Extract<ReportEvent, { type: 'ReportPromiseKept' | 'ReportWithdrawn' }>;
type Beside = Pick<ReportPromiseRow, 'saidOn' | 'keptBy'> & { readonly before?: ReportPromiseRow | undefined };

const rowOf = (promise: ReportPromise, { saidOn, keptBy, before }: Beside, { recordedAt }: Recorded<Event>): ReportPromiseRow => {
  const outstanding = keptBy.length === 0 && promise.released === undefined;
  return {
    promiseId: promise.promiseId,
    bodyId: promise.bodyId,
    promisedOn: promise.promisedOn,
    inReport: promise.source.kind === 'report' ? promise.source.reportId : null,
    exempt: promise.exempt,
    outstanding,
    saidOn,
    endedAt: outstanding ? null : (before?.endedAt ?? recordedAt),
    keptBy,
    promise,
  };
};

const changed = (row: ReportPromiseRow | undefined, event: Recorded<OfPromise>): ReportPromiseRow => {
  const promise = evolveReport(row?.promise ?? null, updateOf<OfPromise>(event));
  if (promise?.kind !== 'promise') throw new Error(`${event.type} of a report that was never promised: ${event.data.promiseId}`);
  return rowOf(promise, { saidOn: saidIn(event) ?? row?.saidOn ?? promise.promisedOn, keptBy: row?.keptBy ?? [], before: row }, event);
};

function saidIn({ type, data }: Recorded<OfPromise>): string | undefined {
  if (type === 'ReportPromised') return data.source.kind === 'decision' ? data.source.meetingDate : data.source.date;
  return type === 'ReportPromiseExtended' ? data.on : undefined;
}

export const reportPromises = projection<ReportPromiseRow, Event>({
  name: 'report_promise',
  version: 3,
  columns: {
    promiseId: { type: 'text' },
    bodyId: { type: 'text' },
    promisedOn: { type: 'date' },
    inReport: { type: 'text', nullable: true },
    exempt: { type: 'boolean' },
    outstanding: { type: 'boolean' },
    saidOn: { type: 'date' },
    endedAt: { type: 'instant', nullable: true },
    keptBy: { type: 'json' },
    promise: { type: 'json' },
  },
  primaryKey: 'promiseId',
  indexes: [{ columns: ['bodyId', 'promisedOn'] }, { columns: ['bodyId', 'promisedOn', 'promiseId'], where: 'outstanding = 1' }],
  key: (event: Recorded<Event>) => {
    if (event.type === 'ReportWithdrawn') return event.data.kept;
    return event.data.promiseId;
  },
  on: {
    ReportPromised: changed,
    ReportPromiseExtended: changed,
    ReportPromiseReleased: changed,
    ReportPromiseKept: (row, event) => {
      const { reportId, on } = event.data;
      return row && rowOf(row.promise, { saidOn: row.saidOn, keptBy: [...row.keptBy, { reportId, on }], before: row }, event);
    },
    ReportWithdrawn: (row, event) => {
      const keptBy = row?.keptBy.filter(({ reportId }) => reportId !== event.data.reportId) ?? [];
      return row && rowOf(row.promise, { saidOn: row.saidOn, keptBy, before: row }, event);
    },
  },
});
