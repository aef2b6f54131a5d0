import { type DueName, type DueTable } from '../../kernel/due.js';
import { type ReportEvent } from './report.events.js';

const broughtBack = (promiseId: string): DueName => ({ kind: 'report', recordId: promiseId, clock: 'brought-back' });

/** A promised report falls due until one is brought, or the body releases the promise. */
export const reportDues: DueTable<ReportEvent> = {
  ReportPromised: ({ data: { promiseId, bodyId, source, title, due, organisation, officers, exempt } }) => [
    {
      change: 'falls-due',
      ...broughtBack(promiseId),
      bodyId,
      title,
      what: 'report brought back',
      deadline: due,
      saidOn: source.kind === 'decision' ? source.meetingDate : source.date,
      ...(organisation === undefined ? {} : { organisation }),
      officers,
      exempt,
    },
  ],
  ReportPromiseExtended: ({ data: { promiseId, on, due } }) => [
    { change: 'carried', ...broughtBack(promiseId), deadline: due, saidOn: on },
  ],
  ReportPromiseReleased: ({ data: { promiseId, on } }) => [{ change: 'dropped', ...broughtBack(promiseId), on }],
  ReportPromiseKept: ({ data: { promiseId, on } }) => [{ change: 'met', ...broughtBack(promiseId), on }],
  ReportWithdrawn: ({ data: { reopens, on } }) =>
    reopens.map((promiseId) => ({ change: 'live-again', ...broughtBack(promiseId), on }) as const),
};
