import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { rules } from '../support/a-clerk.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { BOARD, establishBoard, openWithFive, registerClerk, signedIn, today } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let address: string;
let live: string;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await registerClerk(app, 'clerk');
  address = await app.listen();
  live = await openWithFive(app, 'texts');
  page = await signedIn(browser, address, 'clerk');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const read = (of: Page, words: string) => of.locator('#words-read', { hasText: words }).waitFor();
const minute = async (): Promise<string> => (await app.get(`bodies/${BOARD}/meetings/texts/minute?format=text`)).text;

describe('a decision that is pasted', () => {
  beforeAll(async () => {
    await app.record(`bodies/${BOARD}/meetings/texts/record-paragraph`, { text: 'There had been circulated a plan.' });
    await page.goto(`${live}?mode=decision`);
  }, 60_000);

  it('is shown as it is read, while it is typed', async () => {
    await page.locator('#words').fill('AGREED:\n(a)\u00A0to approve the plan; and\n(b)\u2003to ask for a report.');
    await read(page, 'Read as: AGREED, parts a, b');
    await page.locator('#words').fill('Resolved to approve');
    await read(page, 'Read as: it begins with none of the verbs of a decision');
  });

  it('has pointed out in it what begins like a part and is none', async () => {
    await page.locator('#words').fill('AGREED:\n(a) to approve the plan;\n(d) to ask for a report.');
    await read(page, 'AGREED, part a; the line “(d) to ask for a report.” begins like a part and is read as words of part a');
  });

  it('is confirmed as it was read, and stands so in the minute', async () => {
    await page.locator('#words').fill('AGREED:\n•\tto approve the plan; and\n•\tto ask for a report.');
    await read(page, 'Read as: AGREED, parts a, b');
    await page.locator('#send').click();
    await page.locator('#live-said', { hasText: 'Decision recorded: AGREED, parts a, b' }).waitFor();
    expect(await minute()).toContain('(a) to approve the plan; and\n\n(b) to ask for a report.');
  });

  it('is confirmed so without scripts too', async () => {
    const plain = await signedIn(browser, address, 'clerk', { javaScriptEnabled: false });
    await plain.goto(`${live}?mode=decision`);
    await plain.locator('#words').fill('NOTED:\n1) one;\n2) two.');
    await plain.locator('#send').click();
    await plain.locator('#live-said', { hasText: 'Decision recorded: NOTED, parts 1, 2' }).waitFor();
    await plain.context().close();
  });
});

describe('what is typed in two tabs', () => {
  it('is kept for each of them, when loaded again too', async () => {
    const other = await page.context().newPage();
    await Promise.all([page.goto(live), other.goto(live)]);
    await page.locator('#text').fill('Typed in the first tab.');
    await other.locator('#text').fill('Typed in the second tab.');
    await page.reload();
    await other.reload();
    expect(await page.locator('#text').inputValue()).toBe('Typed in the first tab.');
    expect(await other.locator('#text').inputValue()).toBe('Typed in the second tab.');
    await other.close();
  });

  it('goes on in another tab when its own is gone, and is taken over by none before', async () => {
    const second = await page.context().newPage();
    await second.goto(live);
    // The tab of the test before is gone, and left its text.
    expect(await second.locator('#text').inputValue()).toBe('Typed in the second tab.');
    const third = await page.context().newPage();
    await third.goto(live);
    expect(await third.locator('#text').inputValue()).toBe('');
    await second.close();
    await third.close();
  });
});

describe('a sign-in that ends', () => {
  it('is told with a link to sign in again, and what was typed is there afterwards', async () => {
    await page.goto(live);
    await page.locator('#text').fill('Typed when nobody was signed in any more.');
    await page.context().clearCookies();
    await page.locator('#send').click();
    const unsent = page.locator('#live-unsent');
    await unsent.filter({ hasText: 'Your sign-in has ended. What you typed is kept on this device.' }).waitFor();
    expect(await page.locator('#text').inputValue()).toBe('Typed when nobody was signed in any more.');
    await unsent.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByLabel('Login').fill('clerk');
    await page.getByLabel('Password', { exact: true }).fill('a long enough secret');
    await page.keyboard.press('Enter');
    await page.locator('#text').waitFor();
    expect(new URL(page.url()).pathname).toBe(live);
    expect(await page.locator('#text').inputValue()).toBe('Typed when nobody was signed in any more.');
    await page.locator('#send').click();
    await page.locator('#live-said', { hasText: 'Paragraph recorded' }).waitFor();
    expect(await minute()).toContain('Typed when nobody was signed in any more.');
  });

  it('is told as soon as something is fetched, and no page to sign in stands in a part of this one', async () => {
    await page.goto(live);
    await app.ask('DELETE', '/api/v1/principals/clerk/tokens', undefined);
    await page.context().clearCookies({ name: 'quorate' });
    await page.getByRole('link', { name: 'Decision' }).first().click();
    await page.locator('#live-unsent', { hasText: 'Your sign-in has ended' }).waitFor();
    expect(await page.locator('#composer', { hasText: 'Password' }).count()).toBe(0);
  });
});

/** How much wider a page is than its window, and what stands out furthest. */
const FURTHEST = `(() => {
  const root = document.documentElement;
  const furthest = [...document.body.querySelectorAll('*')]
    .map((one) => ({ tag: one.tagName + '.' + one.className, right: one.getBoundingClientRect().right }))
    .sort((a, b) => b.right - a.right)[0];
  return root.scrollWidth > root.clientWidth ? root.scrollWidth + ' of ' + root.clientWidth + ': ' + furthest.tag : null;
})()`;

const LONG = `Long${'word'.repeat(45)}`;

describe('a word longer than any line', () => {
  beforeAll(async () => {
    const body = 'bodies/long';
    const from = '2020-01-01';
    await app.record(`${body}/establish-body`, { name: `Body ${LONG}`, kind: 'joint-board', on: from });
    await app.record(`${body}/adopt-constitution`, rules(from, {}));
    await app.record(`${body}/create-seat`, { seatId: 'one', label: LONG, organisation: LONG, voting: true, from });
    await app.record(`${body}/fill-seat`, { seatId: 'one', holder: { personId: 'long', name: LONG }, from });
    const at = `${body}/meetings/m`;
    await app.record(`${at}/call-meeting`, { date: today(), time: '14:00', place: LONG, title: LONG });
    await app.record(`${at}/add-agenda-item`, { itemId: 'i', title: LONG });
    await app.record(`${at}/open-meeting`, {});
    await app.record(`${at}/record-attendance`, { person: { personId: 'long', name: LONG }, as: 'present' });
    await app.record(`${at}/take-item`, { itemId: 'i' });
    await app.record(`${at}/record-paragraph`, { text: LONG });
    await app.record(`${at}/record-decision`, { words: `AGREED ${LONG}\n(a) ${LONG}`, decisionId: 'd' });
    await app.record('bodies/long/actions/one/raise-action', {
      source: { decision: { meetingId: 'long/m', decisionId: 'd' }, part: 'a' },
      officers: [LONG],
      organisation: LONG,
      due: LONG,
      item: { title: LONG },
    });
  }, 60_000);

  const PAGES = [
    '/bodies',
    '/bodies/long',
    '/bodies/long/meetings/m',
    '/bodies/long/meetings/m/live',
    '/bodies/long/meetings/m/agenda',
    '/bodies/long/meetings/m/minute',
    '/bodies/long/decisions',
    '/bodies/long/actions',
    '/bodies/long/due',
    '/bodies/long/attendance',
    '/search?words=long',
    '/records?ref=long%2Fm',
  ];
  it.each([
    ['a wide screen', 1_300, 'screen'],
    ['a telephone', 320, 'screen'],
    ['paper', 794, 'print'],
  ] as const)(
    'is broken on %s',
    async (_what, width, media) => {
      const reader = await signedIn(browser, address, 'clerk', { viewport: { width, height: 900 } });
      await reader.emulateMedia({ media });
      const wide: string[] = [];
      for (const path of PAGES) {
        const answer = await reader.goto(path, { waitUntil: 'domcontentloaded' });
        const over = await reader.evaluate<string | null>(FURTHEST);
        if (answer?.status() !== 200) wide.push(`${path}: ${answer?.status()}`);
        else if (over !== null) wide.push(`${path}: ${over}`);
      }
      expect(wide).toEqual([]);
      await reader.context().close();
    },
    60_000,
  );
});
