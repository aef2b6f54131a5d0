import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { BOARD, openWithFive, registerClerk, signedIn, establishBoard } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let one: Page;
let two: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await registerClerk(app, 'first');
  await registerClerk(app, 'second');
  const address = await app.listen();
  const live = await openWithFive(app, 'both');
  [one, two] = await Promise.all([signedIn(browser, address, 'first'), signedIn(browser, address, 'second')]);
  await Promise.all([one.goto(live), two.goto(live)]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const minute = async (): Promise<string> => (await app.get(`bodies/${BOARD}/meetings/both/minute?format=text`)).text;
const said = (page: Page, words: string) => page.locator('#live-said', { hasText: words }).waitFor();
const record = (page: Page, words: string) => page.locator('#live-record', { hasText: words });

describe('two clerks at one meeting', () => {
  it('see each other’s entries within a second', async () => {
    await one.locator('#text').fill('Written by the first.');
    await one.locator('#send').click();
    await record(two, 'Written by the first.').waitFor({ timeout: 1_000 });
    await two.getByRole('button', { name: 'Left Eve Ewing' }).click();
    await one.locator('#quorum-sum', { hasText: '4 of 6' }).waitFor({ timeout: 1_000 });
  });

  it('both write at once, and both stand', async () => {
    await one.locator('#text').fill('The one.');
    await two.locator('#text').fill('The other.');
    await Promise.all([one.locator('#send').click(), two.locator('#send').click()]);
    for (const page of [one, two])
      await Promise.all(['The one.', 'The other.'].map((words) => record(page, words).waitFor({ timeout: 2_000 })));
    expect(await minute()).toMatch(/The one\./);
    expect(await minute()).toMatch(/The other\./);
  });

  it('keep what one is typing on its item while the other goes on to the next', async () => {
    await one.locator('#text').fill('Begun on the first item.');
    await two.getByRole('button', { name: 'Next: 2. Roads' }).click();
    await one.locator('[aria-current="step"]', { hasText: 'Roads' }).waitFor({ timeout: 1_000 });
    expect(await one.locator('#text').inputValue()).toBe('Begun on the first item.');
    await one.locator('#send').click();
    await record(one, 'Begun on the first item.').waitFor();
    const [first = '', second] = (await minute()).split('2. Roads');
    expect(first).toContain('Begun on the first item.');
    expect(second).toBeDefined();
  });

  it('do not correct what the other corrected without seeing it', async () => {
    for (const page of [one, two]) {
      await page.getByRole('link', { name: 'Correct paragraph 1.1' }).click();
      await page.locator('#reason').waitFor();
    }
    await one.locator('#text').fill('Corrected by the first.');
    await one.locator('#reason').fill('A slip');
    await one.locator('#send').click();
    await said(one, 'The paragraph is put right');
    await two.locator('#text').fill('Corrected by the second.');
    await two.locator('#reason').fill('Another slip');
    await two.locator('#send').click();
    await two
      .getByRole('alert')
      .filter({ hasText: 'Somebody changed this since you opened it. It now reads: Corrected by the first.' })
      .waitFor();
    expect(await two.locator('#text').inputValue()).toBe('Corrected by the second.');
    expect(await minute()).toContain('Corrected by the first.');
    await two.locator('#send').click();
    await said(two, 'The paragraph is put right');
    await record(one, 'Corrected by the second.').waitFor({ timeout: 1_000 });
  });

  it('record somebody’s leaving once, whoever is first', async () => {
    const leave = (page: Page) => page.getByRole('button', { name: 'Left Dan Duff' }).click();
    await Promise.allSettled([leave(one), leave(two)]);
    for (const page of [one, two]) await page.locator('#quorum-sum', { hasText: '3 of 6' }).waitFor({ timeout: 2_000 });
    expect((await minute()).match(/Dan Duff left|and Dan Duff left/g)).toHaveLength(1);
  });
});
