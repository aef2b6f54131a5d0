import { type Recorded } from '../../../../kernel/event.js';
import { projection } from '../../../../kernel/projection.js';
import { type Deadline } from '../../../../kernel/deadline.js';
import { type PromiseSource, type ReportEvent } from '../../report.events.js';

/** A promised report: overdue on a day is derived when it is read. */
export interface ReportPromiseRow {
  readonly promiseId: string;
  readonly bodyId: string;
  readonly promisedOn: string;
  readonly title: string;
  readonly words: string;
  readonly source: PromiseSource;
  /** The report that made the promise; `null` where a decision did. */
  readonly inReport: string | null;
  /** The day its due words were used. */
  readonly saidOn: string;
  readonly due: Deadline;
  readonly dueLatest: string | null;
  readonly organisation: string | null;
  readonly officers: readonly string[];
  readonly exempt: boolean;
  /** The reports brought to keep the promise, each with its day; those withdrawn since are left out. */
  readonly keptBy: readonly { readonly reportId: string; readonly on: string }[];
  readonly released: { readonly on: string; readonly reason: string } | null;
  readonly outstanding: boolean;
}

type Event = Extract<
  ReportEvent,
  { type: 'ReportPromised' | 'ReportPromiseExtended' | 'ReportPromiseReleased' | 'ReportPromiseKept' | 'ReportWithdrawn' }
>;

const settled = (row: Omit<ReportPromiseRow, 'outstanding'>): ReportPromiseRow => ({
  ...row,
  outstanding: row.keptBy.length === 0 && row.released === null,
});

export const reportPromises = projection<ReportPromiseRow, Event>({
  name: 'report_promise',
  version: 1,
  columns: {
    promiseId: { type: 'text' },
    bodyId: { type: 'text' },
    promisedOn: { type: 'date' },
    title: { type: 'text' },
    words: { type: 'text' },
    source: { type: 'json' },
    inReport: { type: 'text', nullable: true },
    saidOn: { type: 'date' },
    due: { type: 'json' },
    dueLatest: { type: 'date', nullable: true },
    organisation: { type: 'text', nullable: true },
    officers: { type: 'json' },
    exempt: { type: 'boolean' },
    keptBy: { type: 'json' },
    released: { type: 'json', nullable: true },
    outstanding: { type: 'boolean' },
  },
  primaryKey: 'promiseId',
  indexes: [{ columns: ['bodyId', 'promisedOn'] }, { columns: ['bodyId', 'promisedOn', 'promiseId'], where: 'outstanding = 1' }],
  key: (event: Recorded<Event>) => {
    if (event.type === 'ReportWithdrawn') return event.data.kept;
    return event.data.promiseId;
  },
  on: {
    ReportPromised: (_row, { data }) =>
      settled({
        promiseId: data.promiseId,
        bodyId: data.bodyId,
        promisedOn: data.on,
        title: data.title,
        words: data.words,
        source: data.source,
        inReport: data.source.kind === 'report' ? data.source.reportId : null,
        saidOn: data.source.kind === 'decision' ? data.source.meetingDate : data.source.date,
        due: data.due,
        dueLatest: data.due.latest ?? null,
        organisation: data.organisation ?? null,
        officers: data.officers,
        exempt: data.exempt,
        keptBy: [],
        released: null,
      }),
    ReportPromiseExtended: (row, { data: { due, on } }) => row && { ...row, due, dueLatest: due.latest ?? null, saidOn: on },
    ReportPromiseReleased: (row, { data: { on, reason } }) => row && settled({ ...row, released: { on, reason } }),
    ReportPromiseKept: (row, { data: { reportId, on } }) => row && settled({ ...row, keptBy: [...row.keptBy, { reportId, on }] }),
    ReportWithdrawn: (row, { data: { reportId } }) =>
      row && settled({ ...row, keptBy: row.keptBy.filter((one) => one.reportId !== reportId) }),
  },
});
