import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { barriersOn } from '../support/barriers.js';
import { launchBrowser } from '../support/browser.js';

/** Each of three pairs is written in two actions: one by a title more, one by a slip of a letter, and two people whose names are alike. */
const OFFICERS = ['David Farries', 'Mr David Farries', 'Jane Davidson', 'Jane Davidsson', 'Ann Aird', 'Anne Aird'];

let app: TestApp;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;
let token: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp({ clock: new HandClock('2026-10-01T09:00:00.000Z') }), launchBrowser()]);
  await app.record('bodies/board/establish-body', { name: 'The Board', kind: 'board' });
  for (const [at, officer] of OFFICERS.entries())
    await app.record(`bodies/board/actions/a-${at}/raise-action`, {
      source: { cited: { heading: '1 October 2026', meetingDate: '2026-10-01' } },
      item: { title: `Action ${at}` },
      words: 'AGREED to reply.',
      officers: [officer],
      due: 'by 10 October 2026',
    });
  token = await app.principal('clerk', 'clerk');
  address = await app.listen();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function open(javaScriptEnabled: boolean): Promise<void> {
  context = await browser.newContext({ baseURL: address, javaScriptEnabled });
  await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
  await page.goto('/names');
}
const pair = (heading: string) => page.locator('form', { has: page.getByRole('heading', { name: heading }) });
const pairs = () => page.locator('form h2').allInnerTexts();

describe('a clerk at the names that may be one', () => {
  it('declares two of them one, under the name chosen, and the list of what falls due finds both by either', async () => {
    await open(true);
    expect(await pairs()).toEqual(expect.arrayContaining(['David Farries or Mr David Farries', 'Ann Aird or Anne Aird']));
    expect(await barriersOn(page)).toEqual([]);
    const asked = pair('David Farries or Mr David Farries');
    await asked.getByLabel('One, called Mr David Farries').check();
    await asked.getByLabel('How it is known').fill('They share an office and a signature.');
    await asked.getByRole('button', { name: 'Declare' }).click();
    await page.getByText('They are one from now on').waitFor();
    expect(await pairs()).not.toContain('David Farries or Mr David Farries');
    await page.goto('/due?officer=David+Farries');
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('Action 0');
    expect(main).toContain('Action 1');
    expect((await app.get('actions/by-officer')).text).toContain('"Mr David Farries"');
    await context.close();
  });

  it('declares two of them two, without scripts, and is not asked again; without a reason the page says so and keeps what was chosen', async () => {
    await open(false);
    const asked = pair('Ann Aird or Anne Aird');
    await asked.getByLabel('Two', { exact: true }).check();
    await asked.getByRole('button', { name: 'Declare' }).click();
    await page.getByRole('link', { name: /how it is known/i }).waitFor();
    const again = pair('Ann Aird or Anne Aird');
    expect(await again.locator('.govuk-error-message').count()).toBe(1);
    expect(await page.locator('.govuk-error-message').count()).toBe(1);
    expect(await again.getByLabel('Two', { exact: true }).isChecked()).toBe(true);
    await again.getByLabel('How it is known').fill('They are sisters.');
    await again.getByRole('button', { name: 'Declare' }).click();
    await page.getByText('They are two, and are not offered again.').waitFor();
    expect(await pairs()).not.toContain('Ann Aird or Anne Aird');
    await context.close();
  });
});
