import { type Browser, type Page } from 'playwright-core';
import { TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { BOARD, establishBoard, openWithFive } from '../support/live-board.js';
import { recordBusily } from './busy-record.js';
import { startProcess, type Started } from './server-process.js';
import { watchLive } from './watchers.js';

/** Milliseconds from the request to the whole answer, one after the other, on the loopback. */
export interface PageFigure {
  readonly page: string;
  readonly who: string;
  readonly p50: number;
  readonly p95: number;
}

export interface PagesBench {
  readonly bodies: number;
  readonly meetings: number;
  readonly actions: number;
  readonly events: number;
  /** An empty answer of the same server, asked the same way. */
  readonly bare: { readonly p50: number; readonly p95: number };
  readonly pages: readonly PageFigure[];
  /** From the press that sends a paragraph to the entry standing in the record, in a browser. */
  readonly keyPress: { readonly presses: number; readonly p50: number; readonly p95: number };
  /** On a first view, as sent, with style sheet and scripts; kilobytes of 1,000 bytes. */
  readonly heaviest: { readonly page: string; readonly kilobytes: number };
  /** From the answer to the clerk until every watcher had fetched what was recorded. */
  readonly watchers: { readonly watching: number; readonly entries: number; readonly p50: number; readonly most: number };
}

const BODIES = 20;
const TIMES = 60;
const PRESSES = 60;
const WATCHERS = 200;

const CLERKS_PAGES = [
  '/',
  '/due',
  '/actions',
  '/bodies/body-0',
  '/bodies/body-0/meetings',
  '/bodies/body-0/meetings/m-3',
  '/bodies/body-0/meetings/m-3/agenda',
  '/bodies/body-0/meetings/m-3/minute',
  '/bodies/body-0/meetings/m-3/live',
  '/bodies/body-0/actions',
  '/bodies/body-0/actions?view=overdue',
  '/bodies/body-0/actions?view=over-time',
  '/bodies/body-0/actions/act-1a-m-3',
  '/bodies/body-0/decisions',
  '/bodies/body-0/attendance',
  '/bodies/body-0/due',
  '/bodies/body-0/plans',
  '/bodies/body-0/reports',
  '/search?words=circulated',
  '/records?ref=body-0/m-3',
  '/records/chain?ref=body-0/m-3',
] as const;
const PUBLIC_PAGES = [
  '/',
  '/due',
  '/actions',
  '/bodies/body-0',
  '/bodies/body-0/meetings',
  '/bodies/body-0/actions',
  '/bodies/body-0/decisions',
] as const;

const quantile = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
};

/** `fresh` gives an empty directory. */
export async function benchPages(fresh: (name: string) => string, meetings = 1_000): Promise<PagesBench> {
  const home = fresh('pages');
  const { actions, events } = await recordBusily(home, meetings, BODIES);
  const { token, watcher, live } = await prepare(home);
  const server = await startProcess('serving.ts', { QUORATE_DATA_DIR: home });
  const browser = await launchBrowser();
  try {
    const headers = { cookie: `quorate=${token}`, accept: 'text/html' };
    const pages: PageFigure[] = [];
    for (const [who, list, sent] of [
      ['clerk', CLERKS_PAGES, headers],
      ['public', PUBLIC_PAGES, { accept: 'text/html' }],
    ] as const)
      for (const page of list) pages.push({ page, who, ...(await ask(`${server.address}${page}`, sent)) });
    return {
      bodies: BODIES,
      meetings,
      actions,
      events,
      bare: await ask(`${server.address}/health/live`, {}),
      pages,
      keyPress: await pressKeys(browser, server, token, live),
      heaviest: await weigh(browser, server, token),
      watchers: await watchLive(server.address, { clerk: token, watcher }, live, WATCHERS),
    };
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** A clerk, and a meeting under way; every read model caught up. */
async function prepare(directory: string): Promise<{ readonly token: string; readonly watcher: string; readonly live: string }> {
  const app = await TestApp.open({ directory });
  await establishBoard(app);
  const token = await app.principal('clerk', 'clerk');
  const watcher = await app.principal('watcher', 'officer');
  const live = await openWithFive(app, 'live');
  for (let paragraph = 1; paragraph <= 40; paragraph += 1)
    await app.record(`bodies/${BOARD}/meetings/live/record-paragraph`, { text: `Paragraph ${paragraph} of what was said before.` });
  await app.close();
  return { token, watcher, live };
}

async function ask(url: string, headers: Readonly<Record<string, string>>): Promise<{ readonly p50: number; readonly p95: number }> {
  const times: number[] = [];
  for (let at = 0; at < TIMES + 5; at += 1) {
    const began = performance.now();
    const answer = await fetch(url, { headers, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
    if (at >= 5) times.push(performance.now() - began);
  }
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

async function signedIn(browser: Browser, { address }: Started, token: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1400, height: 1000 } });
  await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  return context.newPage();
}

/** Types paragraphs and sends each with Ctrl+Enter; timed inside the page, from the press itself to the entry in the record. */
async function pressKeys(browser: Browser, server: Started, token: string, live: string): Promise<PagesBench['keyPress']> {
  const page = await signedIn(browser, server, token);
  await page.goto(live);
  await page.evaluate(`
    window.pressed = 0;
    addEventListener('keydown', (event) => { if (event.ctrlKey && event.key === 'Enter') window.pressed = event.timeStamp; }, true);
    new MutationObserver(() => {
      if (window.awaited && document.getElementById('live-record').textContent.includes(window.awaited)) {
        window.taken(performance.now() - window.pressed);
        window.awaited = undefined;
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  `);
  const taken: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    const words = `Typed by hand, number ${press}.`;
    await page.locator('#text').fill(words);
    await page.evaluate(
      `window.awaited = ${JSON.stringify(words)}; window.entered = new Promise((resolve) => { window.taken = resolve; }); undefined`,
    );
    await page.locator('#text').press('Control+Enter');
    taken.push(await page.evaluate<number>('window.entered'));
    await page.locator('#live-said', { hasText: 'Paragraph recorded' }).waitFor();
  }
  await page.context().close();
  return { presses: PRESSES, p50: quantile(taken, 0.5), p95: quantile(taken, 0.95) };
}

async function weigh(browser: Browser, server: Started, token: string): Promise<PagesBench['heaviest']> {
  let heaviest = { page: '', kilobytes: 0 };
  for (const path of CLERKS_PAGES) {
    const page = await signedIn(browser, server, token);
    await page.goto(path);
    const bytes = await page.evaluate<number>(
      `performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource')).reduce((sum, one) => sum + one.encodedBodySize, 0)`,
    );
    if (bytes / 1_000 > heaviest.kilobytes) heaviest = { page: path, kilobytes: Math.round(bytes / 1_000) };
    await page.context().close();
  }
  return heaviest;
}
