import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditReadings } from '../../src/cli/readings/audit.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const ACTION = 'bodies/board/actions/roads';
let app: TestApp;
let auditor: string;
let elsewhere: string;

beforeAll(async () => {
  const clock = new HandClock('2026-03-02T09:00:00.000Z');
  app = await createTestApp({ clock });
  await app.record('bodies/board/establish-body', { name: 'Board of the Valley', kind: 'joint-board', on: '2020-01-01' });
  await app.record(`${ACTION}/raise-action`, {
    source: { cited: { heading: '2 March 2026', meetingDate: '2026-03-02' } },
    item: { title: 'Roads' },
    words: 'AGREED that a report on the roads be brought back.',
    officers: ['Ann Aird'],
    due: '1 June 2026',
  });
  clock.set('2026-04-20T09:00:00.000Z');
  await app.record(`${ACTION}/report-action-complete`, { words: 'The report is written.', happenedAt: '2026-04-10T09:00:00.000Z' });
  auditor = await app.principal('auditor', 'auditor', 'board');
  elsewhere = await app.principal('elsewhere', 'auditor', 'other');
});
afterAll(() => app.close());

const ask = (query: Record<string, string>, token = auditor) =>
  app.get(`difference?${new URLSearchParams({ ref: 'board/roads', ...query }).toString()}`, { token });
const fields = ({ json }: Awaited<ReturnType<typeof ask>>): string[] =>
  json.changes.map(({ kind, path }: { kind: string; path: { field: string }[] }) => `${kind} ${path[0]?.field}`);

describe('the difference between two moments of a record', () => {
  it('is what happened between them, or what was written down between them', async () => {
    const happened = await ask({ from: '2026-04-01', to: '2026-04-15' });
    expect(fields(happened)).toEqual(expect.arrayContaining(['changed standing', 'added outcome']));
    expect(happened.json.events).toMatchObject([{ type: 'ActionReportedComplete' }]);
    const known = await ask({ from: '2026-04-01', to: '2026-04-15', clock: 'known' });
    expect(known.json).toMatchObject({ clock: 'known', changes: [], events: [], from: '2026-04-01T22:59:59.999Z' });
  });

  it('is the same whichever moment is named first', async () => {
    const there = await ask({ from: '2026-04-01', to: '2026-04-15' });
    expect((await ask({ from: '2026-04-15', to: '2026-04-01' })).json).toEqual(there.json);
  });

  it('is the whole record from its beginning, and up to now where nothing is said', async () => {
    const { json } = await ask({});
    expect(json).toMatchObject({ from: null, to: null, events: [{ type: 'ActionRaised' }, { type: 'ActionReportedComplete' }] });
    expect(json.changes.every(({ kind }: { kind: string }) => kind === 'added')).toBe(true);
  });

  it('is told as text', async () => {
    const { text, headers } = await ask({ from: '2026-04-01', to: '2026-04-15', format: 'text' });
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain('board/roads (action): what had happened, from 1 April 2026, 11.59 pm to 15 April 2026, 11.59 pm');
    expect(text).toMatch(/\+ Outcome: On: 10 April 2026; Words: The report is written\./);
    expect(text).toContain(
      '2026-04-10T09:00:00.000Z  Reported complete: The report is written. (The operator, recorded 2026-04-20T09:00:00.000Z)',
    );
    expect((await ask({ from: '2026-04-30', format: 'text' })).text).toContain('Nothing is different.');
  });

  it('is refused to whoever may not read its history, and of what is no record or no moment', async () => {
    expect((await ask({}, elsewhere)).json).toMatchObject({ status: 403, code: 'access.right-missing', bodyId: 'board' });
    expect((await app.get('difference?ref=board/roads', { token: null })).status).toBe(401);
    expect((await ask({ ref: 'board/none' })).json.code).toBe('audit.not-found');
    expect((await ask({ ref: 'No record' })).json.code).toBe('audit.ref-malformed');
    expect((await ask({ from: 'yesterday' })).json.code).toBe('audit.moment-malformed');
    expect((await ask({ clock: 'both' })).status).toBe(400);
  });

  it('is asked for on the command line by the same moments', () =>
    expect(auditReadings[0]?.address('board/roads', { from: '2026-04-01', to: '2026-04-15', known: true })).toEqual({
      path: 'difference',
      query: { ref: 'board/roads', from: '2026-04-01', to: '2026-04-15', clock: 'known' },
    }));
});
