import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { signedIn } from '../support/live-board.js';
import { theDemonstration } from '../support/recorded-once.js';
import { walk } from '../support/walk.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const from = await theDemonstration();
  [app, browser] = await Promise.all([createTestApp({ from }), launchBrowser()]);
  address = await app.listen();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** An administrator sees most. */
describe('the pages as the administrator comes to them', () => {
  it('answer, fit a screen 320 pixels wide (400% of 1,280), have no barrier, and say nothing that is no word', async () => {
    const page = await signedIn(browser, address, 'administrator', {
      viewport: { width: 320, height: 800 },
      password: 'quorate-demonstration',
    });
    const { seen, faults } = await walk(page, address);
    await page.context().close();
    expect(faults).toEqual([]);
    expect(seen.length).toBeGreaterThan(20);
  }, 600_000);
});
