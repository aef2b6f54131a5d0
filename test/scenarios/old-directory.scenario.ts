import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { checked } from '../support/checked.js';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';

/** A data directory as version 0.1.0 left it, which wrote an event for each deadline that a holiday moved, and kept no premise beside one. */
const OLD = join(import.meta.dirname, '../history/data-0.1.0');

const MEETING = '2026-12-17';
/** What each deadline is due by: the meeting of 5 November was cancelled and another called; 12 October was recorded as a holiday. */
const DUE: Readonly<Record<string, string>> = {
  'action:board/unknown#due': MEETING,
  'action:board/next#due': MEETING,
  'action:board/chain#due': '2027-01-17',
  'action:board/june#due': '2027-06-30',
  'action:board/counted#due': '2026-10-30',
  'action:board/fixed#due': '2026-11-30',
  'plan:board/plan#review': MEETING,
  'plan:board/plan#item-1': MEETING,
  'plan:board/plan#item-2': '2026-10-30',
  'report:board/more#brought-back': MEETING,
  'direction:board/one#timeframe': '2026-10-27',
  'direction:board/one#review': MEETING,
  'direction:board/one#acknowledge-nhs': '2026-10-16',
  'body:board#constitution-review': MEETING,
  'meeting:board/2026-10-01#minute': MEETING,
  'meeting:board/2026-12-17#notice': '2026-12-13',
};

interface Due {
  readonly dueId: string;
  readonly deadline: { readonly latest?: string };
  readonly standing: string;
}

describe('a data directory of version 0.1.0', () => {
  const clock = new HandClock('2026-10-12T09:00:00.000Z');
  let home: Awaited<ReturnType<typeof aDirectory>>;
  let directory: string;
  let app: TestApp;
  let head: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers
  const json = async (address: string): Promise<any> => (await app.get(address, { after: head })).json;

  beforeAll(async () => {
    home = await aDirectory();
    directory = join(home.path, 'data');
    await mkdir(directory);
    for (const name of await readdir(OLD))
      await writeFile(join(directory, name.replace(/\.gz$/, '')), gunzipSync(await readFile(join(OLD, name))));
    app = await createTestApp({ embedded: true, clock, directory });
    // Read models of that version are built anew beside the old ones; until then lists show the old.
    const engine = app.nest.get(ProjectionEngine);
    while ((await engine.status()).some(({ rebuilding }) => rebuilding !== null)) await pause(20);
    head = (await app.nest.get<EventStore>(EVENT_STORE).head())!;
  });
  afterAll(async () => {
    await app.close();
    await home.remove();
  });

  it('has in every list the days that follow from its diary and its calendar', async () => {
    const listed = (await json('bodies/board/due?limit=100')).items as Due[];
    expect(Object.fromEntries(listed.map(({ dueId, deadline }) => [dueId, deadline.latest]))).toEqual(DUE);
    const sheet = (await json('bodies/board/action-sheet')).groups as { actions: { actionId: string; due: { latest: string } }[] }[];
    for (const { actionId, due } of sheet.flatMap(({ actions }) => actions).filter(({ actionId: id }) => id !== 'board/done'))
      expect([actionId, due.latest]).toEqual([actionId, DUE[`action:${actionId}#due`]]);
    const ended = ((await json('bodies/board/due?standing=all&limit=100')).items as Due[]).filter(({ standing }) => standing === 'met');
    expect(ended.map(({ dueId, deadline }) => [dueId, deadline.latest])).toEqual([['action:board/done#due', '2026-10-29']]);
  });

  it('has them in the view of each record too', async () => {
    const plan = await json('bodies/board/plans/plan');
    const items = (plan.groups as { items: { dueBy: string }[] }[]).flatMap((group) => group.items).map(({ dueBy }) => dueBy);
    expect([plan.nextReview.latest, ...items]).toEqual([MEETING, MEETING, '2026-10-30']);
    expect((await json('bodies/board/report-promises')).items).toMatchObject([{ due: { latest: MEETING } }]);
    expect(await json('bodies/board/directions/one')).toMatchObject({
      terms: { timeframes: { latest: DUE['direction:board/one#timeframe'] } },
      review: { latest: MEETING },
      issues: [{ acknowledge: { latest: DUE['direction:board/one#acknowledge-nhs'] } }],
    });
    expect((await json('bodies/board')).overTime.reviewPlanned).toMatchObject({ latest: MEETING });
  });

  it('tells in the histories of its records what moved them, its own events of that and the meetings', async () => {
    const told = async (ref: string) => ((await json(`history?ref=${ref}`)).events as { what: string }[]).map(({ what }) => what);
    expect(await told('board/next')).toEqual([
      expect.stringContaining('Action raised'),
      'The meeting of 5 November 2026 was cancelled: due on no day known, instead of 5 November 2026',
      'The meeting of 17 December 2026 was called: due 17 December 2026',
    ]);
    const counted = await told('board/counted');
    expect(counted.filter((what) => what.includes('30 October 2026'))).not.toHaveLength(0);
    expect((await told('board/done')).join()).not.toContain('30 October 2026');
  });

  it('is what was known, on a day of its past', async () => {
    const then = ((await json('bodies/board/due?as-at=2026-10-07&limit=100')).items as Due[]).map(({ dueId, deadline }) => [
      dueId,
      deadline.latest,
    ]);
    expect(Object.fromEntries(then)).toMatchObject({ 'action:board/next#due': '2026-11-05', 'action:board/counted#due': '2026-10-29' });
    expect((await json('bodies/board/actions/next?as-at=2026-10-07')).due.latest).toBe('2026-11-05');
  });

  it('is found whole by the check, and its read models as the record says', async () => {
    await app.close();
    expect(await checked(directory)).toMatchObject({ clean: true, damage: [], differences: [] });
    app = await createTestApp({ embedded: true, clock, directory });
  });
});
