import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn } from '../support/live-board.js';

const ACTION = 'cpp-strategic-board/2016-03-03-adaptations';
const MEETING = 'cpp-strategic-board/2016-03-03';
const REPORT = 'report:sb-ijb/2023-05-17-cigs';
const at = (ref: string, more = '', page = ''): string => `/records${page}?${new URLSearchParams({ ref }).toString()}${more}`;

let app: TestApp;
let browser: Browser;
let address: string;
let page: Page;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const clock = new HandClock('2016-06-03T09:00:00.000Z');
  [app, browser] = await Promise.all([createTestApp({ clock }), launchBrowser()]);
  const files = await recordFiles();
  const importAll = async (some: readonly string[]): Promise<void> => {
    for (const file of some) await importFile(apiOf(app.nest), commandSpecs(), file);
  };
  await importAll(files.slice(0, 2));
  clock.set('2016-06-09T09:00:00.000Z');
  await importAll(files.slice(2, 4));
  // Happened in April, and nobody wrote it down until July.
  clock.set('2016-07-01T10:00:00.000Z');
  const action = `bodies/${ACTION.replace('/', '/actions/')}`;
  await app.record(`${action}/report-progress`, { words: 'The scheme is agreed in principle.', happenedAt: '2016-04-15T10:00:00.000Z' });
  clock.set('2016-07-04T10:00:00.000Z');
  await app.record(`${action}/correct-action`, {
    words:
      'AGREED that the SBC Communities and Partnership Manager, LSO Farries of the Fire and Rescue Service, and Mr Patterson of the Care and Repair Service take forward the possibility of the Fire and Rescue Service assisting with minor adaptations as part of their home safety visits and a report be brought back to a future meeting of the Strategic Board in due course.',
    reason: 'The minute does not say “some”.',
  });
  clock.set('2026-06-09T09:00:00.000Z');
  await importAll(files.slice(4));
  tokens.set('auditor', await app.principal('auditor', 'auditor'));
  tokens.set('elsewhere', await app.principal('elsewhere', 'auditor', 'sb-ijb'));
  address = await app.listen();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A browser of its own, signed in as this one; the clock of the record stands elsewhere, so no sign-in of the page would outlive today. */
async function as(who: 'auditor' | 'elsewhere' | 'public', options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const token = tokens.get(who);
  if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return context;
}

const main = (): Promise<string> => page.getByRole('main').innerText();
const heading = (name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 2, name }).waitFor();
const entries = (): Promise<string[]> => page.locator('#what-happened ~ .q-timeline h3').allInnerTexts();
const downloaded = async (link: string): Promise<{ readonly name: string; readonly text: string }> => {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
};

describe.each<[string, NonNullable<Parameters<Browser['newContext']>[0]>]>([
  ['with scripts', {}],
  ['without scripts, on a narrow screen', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }],
])('an auditor %s', (_how, options) => {
  beforeAll(async () => void (await as('auditor', options)));
  afterAll(() => page.context().close());
  /** Nothing is in anybody's way: axe needs scripts, and the width of a narrow screen is looked at where there is one. */
  const sound = async (): Promise<void> => {
    if (options.viewport) expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    else expect(await barriersOn(page)).toEqual([]);
  };

  it('opens a record by the address of its page', async () => {
    await page.goto('/records');
    await sound();
    await page.getByLabel('Record').fill(`${address}/bodies/${ACTION.replace('/', '/actions/')}?done=progress`);
    await page.getByRole('button', { name: 'Open its timeline' }).click();
    await page.getByRole('heading', { level: 1, name: 'Adaptations' }).waitFor();
    expect(await entries()).toEqual([
      expect.stringContaining('Action raised for Shona Smith'),
      'Progress: The scheme is agreed in principle.',
      expect.stringContaining('Reported complete'),
      'Corrected',
    ]);
    expect(await page.locator('.q-timeline__entry').nth(1).innerText()).toMatch(
      /15 April 2016, 11\.00 am\s+Written down later[^]*Written down 1 July 2016, 11\.00 am, 77 days later, by The operator/,
    );
    expect(await page.locator('.q-timeline__entry').nth(3).innerText()).toContain('Why: The minute does not say “some”.');
    expect(await page.getByRole('link', { name: 'Open its page' }).getAttribute('href')).toBe(
      `/bodies/${ACTION.replace('/', '/actions/')}`,
    );
    await sound();
  });

  it('finds what was known on a date, and what had happened and was not known', async () => {
    const known = page.getByRole('group', { name: 'As it was known' });
    await known.getByLabel('Day').fill('2016-06-10');
    await page.getByRole('button', { name: 'Turn it back' }).click();
    await heading('Had happened by then, and was not known');
    expect(await page.locator('.q-unknown').innerText()).toContain('Progress: The scheme is agreed in principle.');
    expect(await entries()).toHaveLength(2);
    expect(await main()).toContain('This page shows the record as it was known on 10 June 2016');
    // As it stood: the words before they were put right.
    expect(await page.locator('.q-state--whole').innerText()).toContain('assisting with some minor adaptations');
    expect(await page.locator('.q-state--whole').innerText()).toMatch(/Standing\s+Reported complete/);
    await sound();
    await page.getByRole('link', { name: 'See it as it is now' }).click();
    expect(await entries()).toHaveLength(4);
  });

  it('turns it back to one entry, and walks from there, by either clock', async () => {
    await page.goto(at(ACTION));
    await page.getByRole('link', { name: 'As it was then at entry 2' }).click();
    const walk = page.getByRole('navigation', { name: 'Walk along the timeline' });
    expect(await walk.innerText()).toContain('2 of 4');
    expect(await main()).toContain('as it was at 15 April 2016, 11.00 am');
    await walk.getByRole('link', { name: 'Later' }).click();
    expect(await walk.innerText()).toContain('3 of 4');
    await walk.getByRole('link', { name: 'First' }).click();
    expect(await walk.innerText()).toContain('1 of 4');
    expect(await walk.getByRole('link', { name: 'Earlier' }).count()).toBe(0);
    await sound();
    await walk.getByRole('link', { name: 'Now' }).click();
    await page.getByRole('link', { name: 'As it was known then at entry 2' }).click();
    expect(await walk.innerText()).toContain('3 of 4 written down by then');
    expect(await page.locator('.q-state--whole').innerText()).toContain('some minor adaptations');
  });

  it('is told what is wrong with a moment, with what was typed kept', async () => {
    await page.goto(at(ACTION, '&as-at=2016-02-31&as-known-at=2016-06-10'));
    expect(await page.getByRole('alert').innerText()).toContain('Enter a real date');
    await sound();
    await page.goto('/records?ref=No%20Such');
    expect(await page.getByLabel('Record').inputValue()).toBe('No Such');
    expect(await page.getByRole('alert').innerText()).toContain('Enter a record as one of the examples has it');
    expect((await page.goto('/records?ref=no-such-body'))?.status()).toBe(404);
    expect(await page.getByRole('alert').innerText()).toContain('Nothing of that name is in the record');
    await sound();
  });

  it('sees what is different between two moments, word by word', async () => {
    await page.goto(at(ACTION));
    await page.getByRole('link', { name: 'What it changed at entry 4' }).click();
    await heading(/^What was known, from 4 July 2016, 10\.59 am|^What was known, from 4 July 2016/);
    expect(await page.locator('del').innerText()).toContain('some');
    expect(await page.locator('del .govuk-visually-hidden').first().textContent()).toBe('[taken out: ');
    expect(await page.locator('.q-timeline').innerText()).toContain('The minute does not say “some”.');
    await sound();
    const from = page.getByRole('group', { name: 'From' });
    await from.getByLabel('Day').fill('2016-03-03');
    await from.getByLabel('Time').fill('');
    const to = page.getByRole('group', { name: 'To', exact: true });
    await to.getByLabel('Day').fill('2016-06-09');
    await to.getByLabel('Time').fill('');
    await page.getByLabel('what had happened by then').check();
    await page.getByRole('button', { name: 'Show the difference' }).click();
    await heading('What had happened, from the end of 3 March 2016 to the end of 9 June 2016');
    expect(await main()).toMatch(/Standing\s+Changed\s+Was\s+\w[^]*Is\s+Reported complete/);
    expect(await main()).toMatch(/Outcome\s+Added/);
    await sound();
  });

  it('sees what came of a decision, and what it came from, as a picture and as a list', async () => {
    await page.goto(at('sb-ijb/2023-05-17#d-community-integration-groups', '', '/chain'));
    const picture = page.locator('svg.q-chart__svg');
    expect(await picture.getByRole('link').count()).toBeGreaterThan(8);
    expect(await picture.locator('title').textContent()).toMatch(/^Where AGREED: Strategic Approach/);
    expect(await page.locator('#came-from + .q-chain').innerText()).toContain('Recommendation approved by part (a), 17 May 2023');
    expect(await page.locator('#came-of-it + .q-chain').innerText()).toContain('Direction approved, 17 May 2023');
    await sound();
    await picture.getByRole('link', { name: /^Direction, 17 May 2023/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Establishment of the Eildon Community Integration Group pathfinder' }).waitFor();
  });

  it('reads a long meeting in pages that stay small', async () => {
    const answer = await page.goto(at(MEETING, '&as-at=2016-03-03'));
    expect((await answer!.text()).length).toBeLessThan(200_000);
    expect(await entries()).toHaveLength(40);
    await page.getByRole('link', { name: 'Next' }).click();
    expect(await entries()).toHaveLength(38);
    await page.getByLabel('Words').fill('left');
    await page.locator('#what-happened ~ form').getByRole('button', { name: 'Show' }).click();
    expect(await entries()).toContain('Mr D. Rennie left');
    expect(await main()).toContain('as it was on 3 March 2016');
    await page.goto(at(MEETING));
    await page.getByText('All that is recorded of it').click();
    await page
      .locator('.q-state--whole')
      .getByRole('link', { name: /: decisions$/ })
      .click();
    await heading('How it stands: decisions');
    expect(await page.locator('#state ~ .q-state__list > li').count()).toBe(12);
    await sound();
  });
});

describe.each([
  '/records',
  at(ACTION, '&as-known-at=2016-06-10'),
  at(MEETING, '&as-at=2016-03-03T14:30:00Z'),
  at(ACTION, '&clock=known&from=2016-07-02', '/difference'),
  at(REPORT, '', '/chain'),
])('%s at 320 pixels', (path) => {
  afterAll(() => page.context().close());

  it('is not wider than the screen, and has no barrier', async () => {
    await as('auditor', { viewport: { width: 320, height: 700 } });
    expect((await page.goto(path))?.status()).toBe(200);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('what an auditor downloads', () => {
  beforeAll(async () => void (await as('auditor')));
  afterAll(() => page.context().close());

  it('is the timeline as it was then, in each format', async () => {
    await page.goto(at(ACTION, '&as-known-at=2016-06-10'));
    const csv = await downloaded('spreadsheet (CSV)');
    expect(csv.name).toBe('cpp-strategic-board-2016-03-03-adaptations-timeline.csv');
    const rows = parse<Record<string, string>>(csv.text, { columns: true });
    expect(rows.map(({ TYPE, BY }) => `${TYPE} ${BY}`)).toEqual(['ActionRaised The operator', 'ActionReportedComplete The operator']);
    const json = JSON.parse((await downloaded('JSON, with the record’s state')).text);
    expect(json).toMatchObject({ ref: ACTION, state: { standing: 'reported-complete' }, asKnownAt: '2016-06-10T22:59:59.999Z' });
    expect((await downloaded('plain text')).text).toContain('recorded 2016-06-09');
  });

  it('is the difference, the same as the API gives it', async () => {
    await page.goto(at(ACTION, '&clock=known&from=2016-07-02', '/difference'));
    expect((await downloaded('plain text')).text).toMatch(/~ Words: .*\[-some ?-\]/);
    const json = JSON.parse((await downloaded('JSON')).text);
    const api = await app.get(`difference?${new URLSearchParams({ ref: ACTION, clock: 'known', from: '2016-07-02' }).toString()}`);
    expect(api.json).toEqual(json);
    expect(json).toMatchObject({ changes: [{ kind: 'changed', path: [{ field: 'words' }] }], events: [{ type: 'ActionCorrected' }] });
  });

  it('is the chain', async () => {
    await page.goto(at(REPORT, '', '/chain'));
    const rows = parse<Record<string, string>>((await downloaded('spreadsheet (CSV)')).text, { columns: true });
    expect(rows[0]).toMatchObject({ STEPS: '0', RECORD: REPORT });
    expect(rows.map(({ KIND }) => KIND)).toContain('direction');
    expect(JSON.parse((await downloaded('JSON')).text).nodes).toHaveLength(rows.length);
    expect((await downloaded('plain text')).text).toContain('Led to');
  });
});

describe('who may not', () => {
  afterAll(() => page.context().close());

  it('is a stranger: they are asked to sign in', async () => {
    await as('public');
    for (const path of [at(ACTION), at(ACTION, '', '/difference'), at(ACTION, '', '/chain'), '/records'])
      expect(new URL((await page.goto(path))!.url()).pathname).toBe('/sign-in');
    for (const path of ['/records.csv', '/records/difference.json', '/records/chain.txt'])
      expect((await page.context().request.get(at(ACTION).replace('/records', path))).status()).toBe(401);
    await page.context().close();
  });

  it('is another body’s auditor, who is told who may, and of a chain only that more is there', async () => {
    await as('elsewhere');
    for (const path of [at(ACTION), at(ACTION, '', '/difference'), at(ACTION, '', '/chain'), at('principal:auditor')]) {
      expect((await page.goto(path))?.status()).toBe(403);
      expect(await main()).toContain('auditor');
    }
    expect(await barriersOn(page)).toEqual([]);
    expect((await page.goto(at(REPORT, '', '/chain')))?.status()).toBe(200);
    expect(await page.locator('#came-of-it + .q-chain').innerText()).toContain('May not be read');
    expect(await main()).not.toContain('Tweeddale Community Integration Group');
    expect(await barriersOn(page)).toEqual([]);
  });
});
