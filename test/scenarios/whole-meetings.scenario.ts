import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, type Imported, importFile, readCommands } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { followed } from '../support/followed.js';
import { RECORDS } from '../support/replay-record.js';

const MEETINGS = join(RECORDS, 'meetings');

/** Whole meetings of invented bodies, each with the body's own way of writing a minute. */
const HELD = {
  'council-of-forty': ['glenmore-council', '2026-03-12'],
  'first-meeting': ['inverallan-council', '2026-05-21'],
  'community-council': ['kirkton-community-council', '2026-04-14'],
  'joint-board': ['stratharn-ijb', '2026-06-18'],
} as const;
type Held = keyof typeof HELD;

describe('whole meetings, recorded from a file', () => {
  let app: TestApp;
  let position = '';
  const imported = new Map<string, Imported>();

  const record = (name: string): Promise<Imported> => importFile(apiOf(app.nest), commandSpecs(), join(MEETINGS, `${name}.json`));
  const get = async (address: string, token?: string | null) =>
    app.get(address, { after: position, ...(token === undefined ? {} : { token }) });
  const at = (name: Held): string => `bodies/${HELD[name].join('/meetings/')}`;
  const written = (name: string): string => readFileSync(join(MEETINGS, `${name}.txt`), 'utf8');
  const minute = async (name: Held, token?: string | null): Promise<string> => (await get(`${at(name)}/minute?format=text`, token)).text;

  beforeAll(async () => {
    app = await createTestApp({ clock: new HandClock('2026-07-01T09:00:00.000Z') });
    for (const name of Object.keys(HELD)) imported.set(name, await record(name));
    position = await followed(app);
  }, 120_000);
  afterAll(() => app.close());

  describe.each(Object.entries(HELD) as [Held, readonly [string, string]][])('%s', (name, [bodyId]) => {
    it('has the minute that a clerk wrote by hand, whole', async () => expect(await minute(name)).toBe(written(name)));

    it('has nothing that does not agree', async () => expect((await get(`bodies/${bodyId}/discrepancies`)).json.items).toEqual([]));

    it('is recorded once, though the file is imported again', async () => {
      const { length } = await readCommands(join(MEETINGS, `${name}.json`));
      expect(imported.get(name)).toEqual({ recorded: length, stood: 0 });
      const before = await followed(app);
      expect(await record(name)).toEqual({ recorded: 0, stood: length });
      expect(await followed(app)).toBe(before);
      expect(await minute(name)).toBe(written(name));
    });
  });

  it('says to the public no word of what was taken in private', async () => {
    const officer = await app.principal('officer', 'officer');
    const council = await minute('council-of-forty', officer);
    expect(council).toContain('9. Exempt item\n\nTaken in private: exempt information under paragraph 6');
    expect(council).not.toMatch(/lease|tenant of the adjoining yard|report 16/i);
    const board = await minute('joint-board', officer);
    expect(board).toContain('5. Exempt item\n\nTaken in private: exempt information under paragraph 8');
    expect(board).not.toMatch(/care at home|bidder/i);
    for (const name of ['council-of-forty', 'joint-board'] as const)
      for (const address of [at(name), `${at(name)}/decisions`, 'search?words=depot', 'search?words=contract'])
        expect((await get(address, null)).text).not.toMatch(/lease of the depot|care at home|bidder|adjoining yard/i);
  });

  it('elects, appoints and ends memberships in the record of the body as the meeting did', async () => {
    const { json: now } = await get('bodies/inverallan-council?on=2026-05-22');
    expect(now.offices).toEqual([
      { office: 'chair', holder: { personId: 'aird', name: 'Councillor Aird' } },
      { office: 'vice-chair', holder: { personId: 'kidd', name: 'Councillor Kidd' } },
    ]);
    const holders = new Map(
      (now.seats as { seatId: string; holder: { personId: string } | null }[]).map((one) => [one.seatId, one.holder]),
    );
    expect(holders.get('seat-north')?.personId).toBe('s-moar');
    expect(holders.get('seat-eadie') ?? null).toBeNull();
  });

  it('calls the next meeting that was agreed', async () => {
    for (const [bodyId, key, time] of [
      ['glenmore-council', '2026-04-16', '10:30'],
      ['inverallan-council', '2026-06-25', '11:00'],
      ['kirkton-community-council', '2026-05-12', '19:30'],
      ['stratharn-ijb', '2026-08-20', '10:00'],
    ])
      expect((await get(`bodies/${bodyId}/meetings/${key}`)).json).toMatchObject({ date: key, time, status: 'called' });
  });

  it('has what was agreed in discussion on the action sheet', async () => {
    const { text } = await get('bodies/kirkton-community-council/action-sheet?format=text');
    for (const [title, paragraph, officers] of [
      ['POLICE REPORT', '2.2 – Warning signs', 'Mary Bain'],
      ['ROADS AND PATHS', '3.1 – The potholes', 'Ian Dow'],
      ['ROADS AND PATHS', '3.2 – ask the school about', 'John Scott,'],
      ["TREASURER'S REPORT", '4 – pay the grant', 'Ian Dow'],
    ])
      expect(text).toMatch(new RegExp(`^${title} +\\| Para ${paragraph}.*\\| +\\| ${officers}`, 'm'));
  });

  it('issues the direction that the board decided on, with its reference, and was quorate of both halves', async () => {
    const { json } = await get('bodies/stratharn-ijb/directions/glen-arn');
    expect(json).toMatchObject({ reference: 'SIJB-180626-1', state: 'issued' });
    const { moments } = (await get(`${at('joint-board')}/quorum`)).json as { moments: { sum: { quorate: boolean } }[] };
    expect(moments.every(({ sum }) => sum.quorate)).toBe(true);
  });
});
