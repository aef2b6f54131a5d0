import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordFiles } from '../../src/cli/demonstration.js';
import { type FoundEntry } from '../../src/across/audit/views/search/search.query.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { parseCsv } from '../support/csv.js';
import { theFiles } from '../support/recorded-once.js';

const CLOCK = new HandClock('2026-10-02T09:00:00.000Z');
const CPP = 'cpp-strategic-board';

let app: TestApp;
let boards: string;
let anothers: string;
let everywheres: string;

interface Answer {
  readonly items: readonly FoundEntry[];
  readonly next: string | null;
  readonly count: number;
}
interface Contacted {
  readonly data: { readonly contacts?: readonly Readonly<Record<string, string>>[] };
}
const search = async (query: Record<string, string>, token = everywheres): Promise<Answer> => {
  const answer = await app.get(`search?${new URLSearchParams(query).toString()}`, { token });
  expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
  return answer.json as Answer;
};

beforeAll(async () => {
  app = await createTestApp({ clock: CLOCK, from: await theFiles('all-files', CLOCK.now()) });
  [boards, anothers, everywheres] = [
    await app.principal('board-auditor', 'auditor', CPP),
    await app.principal('council-auditor', 'auditor', 'scottish-borders-council'),
    await app.principal('auditor', 'auditor'),
  ];
}, 240_000);
afterAll(() => app.close());

describe('a search', () => {
  it('finds all of the words, phrases, beginnings, whatever their case and accents', async () => {
    const found = await search({ words: 'care REPAIR adapt' });
    expect(found.items[0]).toMatchObject({ bodyId: CPP, by: { name: expect.any(String) } });
    expect(found.items.every(({ what, words }) => /adapt/i.test(`${what} ${words}`))).toBe(true);
    expect((await search({ words: '"improvement plan"' })).count).toBeGreaterThan(0);
    expect((await search({ words: '"plan improvement"' })).count).toBe(0);
    expect(await search({ words: 'xyzzy' })).toEqual({ items: [], next: null, count: 0 });
  });

  it('gives each entry once, page by page, in each order', async () => {
    for (const sort of ['best', 'newest', 'oldest']) {
      const whole = await search({ words: 'board', sort, limit: '200' });
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Answer = await search({ words: 'board', sort, limit: '17', ...(cursor && { cursor }) });
        paged.push(...page.items.map(({ eventId }) => eventId));
        cursor = paged.length >= whole.items.length ? null : page.next;
      }
      expect(paged.slice(0, whole.items.length)).toEqual(whole.items.map(({ eventId }) => eventId));
      const times = whole.items.map(({ happenedAt }) => happenedAt);
      if (sort === 'newest') expect(times).toEqual([...times].sort().reverse());
      if (sort === 'oldest') expect(times).toEqual([...times].sort());
    }
    expect((await app.get('search?words=board&cursor=nonsense', { token: everywheres })).json).toMatchObject({
      code: 'request.cursor-invalid',
    });
  });

  it('counts what it finds', async () => {
    const { count, items } = await search({ words: 'tracker', limit: '200' });
    expect(items).toHaveLength(count);
  });

  it('is narrowed to a body, a kind of record, who recorded it, and when', async () => {
    expect((await search({ words: 'plan', body: 'sb-ijb' })).items.every(({ bodyId }) => bodyId === 'sb-ijb')).toBe(true);
    const decisions = await search({ words: 'tracker', kind: 'decision' });
    expect(decisions.items.length).toBeGreaterThan(0);
    expect(decisions.items.every(({ type }) => type.startsWith('Decision') || type.startsWith('Ratif'))).toBe(true);
    expect((await search({ words: 'tracker', by: 'nobody' })).count).toBe(0);
    const { items } = await search({ words: 'tracker', 'happened-from': '2016-03-03', 'happened-to': '2016-03-03', limit: '200' });
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ happenedAt }) => happenedAt.startsWith('2016-03-03'))).toBe(true);
    expect((await search({ words: 'tracker', 'recorded-to': '2016-03-04' })).count).toBe(0);
    expect((await search({ words: 'tracker', 'recorded-from': '2026-10-02' })).count).toBeGreaterThan(0);
  });

  it('shows everything that fits where there are no words', async () => {
    const { items, count } = await search({ kind: 'decision', body: CPP, limit: '200' });
    expect(count).toBe(items.length);
    expect(items.map(({ happenedAt }) => happenedAt)).toEqual(
      items
        .map(({ happenedAt }) => happenedAt)
        .sort()
        .reverse(),
    );
  });

  it('is never led astray by what is typed', async () => {
    for (const words of ['"', 'a OR', '* * *', 'NEAR(', "'; DROP TABLE search; --", 'what:plan', '-plan', '^', '{}', 'words : "'])
      expect((await app.get(`search?words=${encodeURIComponent(words)}`, { token: everywheres })).status).toBe(200);
    expect((await app.get('search?words=%00', { token: everywheres })).status).toBe(400);
  });

  it('is answered as text and as CSV', async () => {
    expect((await app.get('search?words=tracker&format=text', { token: everywheres })).text).toMatch(
      /Agenda item: .*tracker.*\[cpp-strategic-board\//i,
    );
    const table = parseCsv((await app.get('search?words=tracker&format=csv', { token: everywheres })).text);
    expect(table[0]).toContain('RECORD');
    expect(table.length).toBeGreaterThan(2);
  });
});

describe('words that were put right', () => {
  it('are found as they stood, and are said to be corrected, or struck', async () => {
    const at = `bodies/${CPP}/meetings/2016-06-09`;
    const say = (step: string, data: object) => app.record(`${at}/${step}`, data);
    await say('open-meeting', { time: '14:00' });
    await say('take-item', { heading: 'ROADS' });
    const paragraph = await say('record-paragraph', { text: 'The Zebra Crossing at Édith Street was discussed.' });
    const struck = await say('record-paragraph', { text: 'Walrus Lane was closed.' });
    CLOCK.advance(60);
    await say('correct-paragraph', { paragraphId: paragraph.id, text: 'The Pelican Crossing was discussed.', reason: 'A slip.' });
    const last = await say('strike-entry', { entryId: struck.id, reason: 'In error.' });
    await app.get('search?words=zebra', { token: everywheres, after: last.position });
    expect((await search({ words: 'zebra edith' })).items).toMatchObject([
      { type: 'ParagraphRecorded', ref: `${CPP}/2016-06-09#${paragraph.id}`, correctedAt: CLOCK.now(), struckAt: null },
    ]);
    expect((await search({ words: 'pelican' })).items).toMatchObject([{ type: 'ParagraphCorrected', correctedAt: null }]);
    expect((await search({ words: 'walrus' })).items).toMatchObject([{ type: 'ParagraphRecorded', struckAt: CLOCK.now() }]);
  });
});

describe('whoever searches', () => {
  it('needs the right to read the history of some body', async () => {
    const officer = await app.principal('officer', 'officer');
    expect((await app.get('search?words=board', { token: officer })).status).toBe(403);
    expect((await app.get('search?words=board', { token: null })).status).toBe(401);
    expect((await app.get('/search', { token: officer })).status).toBe(403);
    expect((await app.get('/search.csv?words=board', { token: officer })).status).toBe(403);
  });

  it('finds only what the bodies they may read have recorded', async () => {
    const own = await search({ words: 'board', limit: '200' }, boards);
    expect(own.items.length).toBeGreaterThan(0);
    expect(own.items.every(({ bodyId }) => bodyId === CPP)).toBe(true);
    const others = await search({ words: 'path', limit: '200' }, anothers);
    expect(others.count).toBeGreaterThan(0);
    expect(others.items.every(({ bodyId }) => bodyId === 'scottish-borders-council')).toBe(true);
    expect((await search({ words: 'tracker' })).count).toBeGreaterThan((await search({ words: 'tracker' }, anothers)).count);
    expect(
      (await search({ kind: 'decision', limit: '200' }, anothers)).items.every(({ bodyId }) => bodyId === 'scottish-borders-council'),
    ).toBe(true);
    expect((await app.get(`search?words=tracker&body=${CPP}`, { token: anothers })).status).toBe(403);
  });

  it('finds what belongs to no body only where they may read all of them', async () => {
    expect((await search({ words: 'council-auditor' })).items.map(({ kind }) => kind)).toContain('principal');
    expect((await search({ words: 'council-auditor' }, boards)).count).toBe(0);
    expect((await search({ kind: 'calendar' }, boards)).count).toBe(0);
  });

  it('is shown and given in files what the page is asked for', async () => {
    const page = await app.get('/search?words=tracker', { token: anothers });
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(`${CPP}/`);
    const csv = await app.get('/search.csv?words=tracker', { token: boards });
    expect(csv.headers['content-disposition']).toContain('search.csv');
    expect(parseCsv(csv.text).length - 1).toBe((await search({ words: 'tracker' }, boards)).count);
    const json = await app.get('/search.json?words=tracker', { token: boards });
    expect(json.json.items).toHaveLength(json.json.count);
  });
});

describe('sealed details', () => {
  it('are nowhere in the read models', async () => {
    const commands = await Promise.all(
      (await recordFiles()).map(async (file) => JSON.parse(await readFile(file, 'utf8')) as readonly Contacted[]),
    );
    const contacts = commands.flat().flatMap(({ data }) => data.contacts ?? []);
    const secrets = contacts.flatMap(({ subject: _subject, ...details }) => Object.values(details));
    expect(secrets).toContain('nora.nobody@example.org');
    expect((await search({ words: 'westmuir path' })).count).toBeGreaterThan(0);
    expect((await search({ words: 'nora' })).count).toBe(0);
    const files = (await readdir(app.directory)).filter((name) => name.startsWith('readmodels.db'));
    for (const name of files) {
      const bytes = (await readFile(join(app.directory, name))).toString('latin1').toLowerCase();
      for (const secret of [...secrets, 'nora', 'prefers'])
        expect(bytes).not.toContain(Buffer.from(secret.toLowerCase()).toString('latin1'));
    }
  });
});
