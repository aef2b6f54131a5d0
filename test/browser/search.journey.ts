import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { parseCsv } from '../support/csv.js';
import { barriersOn } from '../support/live-board.js';
import { theFiles } from '../support/recorded-once.js';

const CPP = 'cpp-strategic-board';
const CLOCK = new HandClock('2026-10-02T09:00:00.000Z');

let app: TestApp;
let browser: Browser;
let address: string;
let page: Page;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const from = await theFiles('all-files', CLOCK.now());
  [app, browser] = await Promise.all([createTestApp({ clock: CLOCK, from }), launchBrowser()]);
  const at = `bodies/${CPP}/meetings/2016-06-09`;
  await app.record(`${at}/open-meeting`, { time: '14:00' });
  await app.record(`${at}/take-item`, { heading: 'ROADS' });
  const paragraph = await app.record(`${at}/record-paragraph`, { text: 'The <b>Zebra</b> Crossing at Édith Street was discussed.' });
  const struck = await app.record(`${at}/record-paragraph`, { text: 'Walrus Lane was closed.' });
  CLOCK.advance(60);
  await app.record(`${at}/correct-paragraph`, { paragraphId: paragraph.id, text: 'The Pelican Crossing.', reason: 'A slip.' });
  const last = await app.record(`${at}/strike-entry`, { entryId: struck.id, reason: 'In error.' });
  tokens.set('auditor', await app.principal('auditor', 'auditor'));
  tokens.set('council', await app.principal('council', 'auditor', 'scottish-borders-council'));
  tokens.set('officer', await app.principal('officer', 'officer'));
  await app.get('search?words=zebra', { after: last.position });
  address = await app.listen();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function as(who: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const token = tokens.get(who);
  if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
  return context;
}
const main = (): Promise<string> => page.getByRole('main').innerText();
const found = (): Promise<string> => page.locator('#found').innerText();
const look = async (words: string): Promise<void> => {
  await page.getByLabel('Words').fill(words);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.waitForURL((url) => url.searchParams.get('words') === words);
};
const narrow = (): Promise<void> => page.locator('#narrow summary').click();

describe('an auditor', () => {
  beforeAll(async () => void (await as('auditor')));
  afterAll(() => page.context().close());

  it('is told what can be found, before looking for anything', async () => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).click();
    await page.getByRole('heading', { level: 1, name: 'Search the record' }).waitFor();
    expect(await main()).toContain('also words that were corrected or struck since');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('finds words as they stood, marked, with who wrote them down and what became of them', async () => {
    await look('zebra edith');
    expect(await found()).toBe('1 entry found');
    const one = page.locator('.q-found__one');
    expect(await one.locator('mark').allInnerTexts()).toEqual(['Zebra', 'Édith']);
    expect(await one.innerText()).toContain('The <b>Zebra</b> Crossing');
    expect(await one.innerText()).toContain('Corrected since');
    expect(await one.innerText()).toMatch(/by The operator/);
    expect(await barriersOn(page)).toEqual([]);
    await look('walrus');
    expect(await main()).toContain('Struck from the minute since');
  });

  it('is led to the timeline of what was found, and to its own page', async () => {
    await look('"care and repair"');
    const action = page.locator('.q-found__one', { hasText: `${CPP}/2016-03-03-adaptations` }).first();
    expect(await action.getByRole('link').first().getAttribute('href')).toBe(
      `/records?ref=${encodeURIComponent(`${CPP}/2016-03-03-adaptations`)}`,
    );
    await action.getByRole('link', { name: 'Open its page' }).click();
    await page.waitForURL(`**/bodies/${CPP}/actions/2016-03-03-adaptations`);
    await page.goBack();
  });

  it('turns the pages and chooses the order', async () => {
    await page.goto('/search?words=board');
    const first = await page.locator('.q-found__one').first().innerText();
    expect(await page.locator('.q-found__one').count()).toBe(20);
    await page.getByRole('link', { name: /^Next/ }).click();
    await page.waitForURL('**after=**');
    expect(await page.locator('.q-found__one').first().innerText()).not.toBe(first);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: /First page/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('after'));
    await page.getByRole('link', { name: 'Earliest first' }).click();
    await page.waitForURL('**sort=oldest');
    expect(await page.getByRole('navigation', { name: 'Order' }).locator('[aria-current]').innerText()).toBe('Earliest first');
    expect(await page.locator('.q-found__one').first().innerText()).not.toBe(first);
  });

  it('narrows it down by body, kind, who recorded it and both times', async () => {
    await page.goto('/search');
    await narrow();
    await page.getByLabel('Body').selectOption(CPP);
    await page.getByLabel('Kind of record').selectOption('Decision');
    await page.getByLabel('Recorded by').selectOption({ label: 'The operator (operator)' });
    await page.getByLabel('From (happened)').fill('2016-03-03');
    await page.getByLabel('To (happened)').fill('2016-03-03');
    await page.getByLabel('From (written down)').fill('2026-10-02');
    expect(await barriersOn(page)).toEqual([]);
    await look('improvement plan');
    expect(await found()).toMatch(/^\d+ entr(y|ies) found$/);
    expect(await page.locator('.q-found__where').first().innerText()).toMatch(/^Decision, /);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Words').fill('');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL((url) => !url.searchParams.get('words'));
    expect(await main()).toContain('Latest first');
  });

  it('is helped where nothing is found, and where a date is none', async () => {
    await page.goto(`/search?words=xyzzy&body=${CPP}`);
    expect(await found()).toBe('Nothing found');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Look for the words everywhere' }).click();
    await page.waitForURL((url) => !url.searchParams.has('body'));
    expect(await main()).toContain('Try fewer words');
    await page.goto('/search?words=board&happened-from=2016-03-03&happened-to=2016-02-01');
    await page.getByRole('alert').getByRole('link', { name: 'Happened to must not lie before happened from' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('happened-to');
    expect(await page.getByLabel('Words').inputValue()).toBe('board');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is led to a record whose name was typed', async () => {
    await page.goto('/search');
    await look(`${CPP}/2016-03-03`);
    expect(await page.getByRole('link', { name: 'open the timeline of' }).getAttribute('href')).toMatch(/^\/records\?ref=cpp/);
  });

  it('takes what was found away as a spreadsheet', async () => {
    await page.goto('/search?words=tracker');
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'as a spreadsheet (CSV)' }).click()]);
    const rows = parseCsv((await readFile(await file.path())).toString());
    expect(file.suggestedFilename()).toBe('search.csv');
    expect(`${rows.length - 1} entries found`).toBe(await found());
  });
});

describe('an auditor of another body, without JavaScript, on a telephone', () => {
  beforeAll(async () => void (await as('council', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } })));
  afterAll(() => page.context().close());

  it('is told which bodies are searched, and finds only what is theirs', async () => {
    await page.goto('/search');
    expect(await main()).toContain('You may search Scottish Borders Council');
    await look('westmuir');
    expect(await page.locator('.q-found__ref').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^participation-request:scottish-borders-council\//)]),
    );
    expect(await main()).not.toContain(CPP);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await look('zebra');
    expect(await found()).toBe('Nothing found');
    expect(await main()).toContain('Only the bodies whose history you may read are searched');
  });

  it('narrows it down', async () => {
    await page.goto('/search?words=westmuir&kind=participation-request');
    expect(await page.getByLabel('Kind of record').inputValue()).toBe('participation-request');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await page.locator('.q-found__one').count()).toBeGreaterThan(0);
  });
});

describe('whoever may not read the history of any body', () => {
  it('is not offered a search, and may not see one', async () => {
    await as('officer');
    await page.goto('/');
    expect(await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).count()).toBe(0);
    expect((await page.goto('/search?words=board'))?.status()).toBe(403);
    await page.context().close();
    await as('public');
    await page.goto('/search?words=board');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.context().close();
  });
});
