import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { recordDemonstration } from '../../src/cli/demonstration.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn } from '../support/live-board.js';

/** Those who see least and most. */
const ROLES = ['public', 'administrator'] as const;
/** Of one kind of page so many are looked at. */
const OF_A_KIND = 2;
const MOST_KB = 200;

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await recordDemonstration(app.nest);
  address = await app.listen();
}, 240_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

// `/bodies/x/meetings/y?step=note` is of the kind `/bodies/*/meetings/*?step`.meetings/*?step`. */
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href);
  const [, ...steps] = pathname.split('/');
  const NAMES = /^(bodies|people|principals|subjects)$|s$|^(items|annual)$/;
  const kind = steps.map((step, at) => (at > 0 && NAMES.test(steps[at - 1]!) && !/\.\w+$/.test(step) ? '*' : step)).join('/');
  return `/${kind}?${[...searchParams.keys()].sort().join('&')}`;
}

async function come(role: (typeof ROLES)[number]): Promise<Page> {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  if (role === 'public') return page;
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(role);
  await page.getByLabel('Password', { exact: true }).fill('quorate-demonstration');
  await Promise.all([page.waitForURL(`${address}/`), page.keyboard.press('Enter')]);
  return page;
}

interface Fault {
  readonly path: string;
  readonly what: unknown;
}

/** Follows every link that leads to a kind of page not looked at often enough yet, and tells what is wrong with what it comes to. */
async function walk(page: Page): Promise<{ readonly seen: readonly string[]; readonly faults: readonly Fault[] }> {
  const looked = new Map<string, number>();
  const waiting = ['/', '/due', '/actions', '/accessibility', '/sign-in'].map((path) => `${address}${path}`);
  const queued = new Set(waiting);
  const checked = new Set<string>();
  const seen: string[] = [];
  const faults: Fault[] = [];
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const kind = kindOf(href);
    const before = looked.get(kind) ?? 0;
    if (before >= OF_A_KIND) continue;
    looked.set(kind, before + 1);
    const path = href.slice(address.length);
    const answer = await page.goto(href).catch((error: unknown) => {
      // What is downloaded is no page.
      if (String(error).includes('Download is starting')) return null;
      throw error;
    });
    if (answer === null) continue;
    const type = answer.headers()['content-type'] ?? '';
    if (answer.status() !== 200) faults.push({ path, what: answer.status() });
    if (!type.includes('text/html')) continue;
    seen.push(path);
    const found = await page.evaluate<{ text: string; width: number; headings: number; links: string[]; kb: number }>(`({
      text: document.body.innerText,
      width: document.documentElement.scrollWidth,
      headings: document.querySelectorAll('h1').length,
      links: [...document.querySelectorAll('a[href]')].map((one) => new URL(one.getAttribute('href'), location.href).href.split('#')[0]),
      kb: performance.getEntriesByType('navigation')[0].encodedBodySize / 1024,
    })`);
    const leaked = /\b(undefined|NaN)\b|\[object|Invalid Date|(?<![\w-])null(?![\w-])/.exec(found.text)?.[0];
    if (leaked) faults.push({ path, what: `says ${leaked}` });
    if (found.width > 320) faults.push({ path, what: `${found.width} pixels wide` });
    if (found.headings !== 1) faults.push({ path, what: `${found.headings} headings of the first level` });
    if (found.kb > MOST_KB) faults.push({ path, what: `${Math.round(found.kb)} kB` });
    // What a query changes of a page, the journeys of that page look at.
    const place = kind.slice(0, kind.indexOf('?'));
    const barriers = checked.has(place) ? [] : await barriersOn(page);
    checked.add(place);
    if (barriers.length > 0) faults.push({ path, what: barriers });
    for (const link of found.links) {
      if (!link.startsWith(`${address}/`) || queued.has(link) || /\/(api|assets)\//.test(link)) continue;
      queued.add(link);
      waiting.push(link);
    }
  }
  return { seen, faults };
}

describe.each(ROLES)('the pages as the %s comes to them', (role) => {
  it('answer, fit a screen 320 pixels wide (400% of 1,280), have no barrier, and say nothing that is no word', async () => {
    const page = await come(role);
    const { seen, faults } = await walk(page);
    await page.context().close();
    expect(faults).toEqual([]);
    expect(seen.length).toBeGreaterThan(20);
  }, 600_000);
});
