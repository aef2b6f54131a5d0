import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { rules, somebody } from './a-clerk.js';
import { createTestApp, type TestApp } from './app.js';
import { launchBrowser } from './browser.js';

export { barriersOn } from './barriers.js';

export const PASSWORD = 'a long enough secret';
export const BOARD = 'board';
export const MEMBERS = ['Ann Aird', 'Bob Boyd', 'Cat Cairns', 'Dan Duff', 'Eve Ewing', 'Fay Fyfe'].map(somebody);
export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());

/** A board of six voting seats that needs four; `Ann Aird` is its chair, and `Guy Gunn` may sit for `Fay Fyfe`. */
export async function establishBoard(app: TestApp): Promise<void> {
  const body = `bodies/${BOARD}`;
  const from = '2020-01-01';
  await app.record(`${body}/establish-body`, { name: 'Board of the Valley', kind: 'joint-board', on: from });
  await app.record(
    `${body}/adopt-constitution`,
    rules(from, {
      quorum: { kind: 'fraction', of: 'seats', share: { numerator: 3, denominator: 5 } },
      substitutes: { allowed: 'full', who: 'named' },
    }),
  );
  for (const { personId, name } of MEMBERS) {
    await app.record(`${body}/create-seat`, {
      seatId: `seat-${personId}`,
      label: name,
      organisation: 'Valley Council',
      voting: true,
      from,
    });
    await app.record(`${body}/fill-seat`, { seatId: `seat-${personId}`, holder: { personId, name }, from });
  }
  await app.record(`${body}/name-substitute`, { seatId: 'seat-fay-fyfe', substitute: somebody('Guy Gunn'), from });
  await app.record(`${body}/take-office`, { office: 'chair', holder: MEMBERS[0], from });
}

/** A meeting of today with three items; gives the address of its live page. */
export async function callMeeting(app: TestApp, key: string): Promise<string> {
  const at = `bodies/${BOARD}/meetings/${key}`;
  await app.record(`${at}/call-meeting`, { date: today(), time: '14:00', place: 'Valley Hall' });
  for (const [itemId, title] of [
    ['minute', 'Minute of the last meeting'],
    ['roads', 'Roads'],
    ['budget', 'Budget'],
  ])
    await app.record(`${at}/add-agenda-item`, { itemId, title });
  return `/${at}/live`;
}

/** Opened, five there, the chair taken, the first item in hand. */
export async function openWithFive(app: TestApp, key: string): Promise<string> {
  const address = await callMeeting(app, key);
  const at = `bodies/${BOARD}/meetings/${key}`;
  await app.record(`${at}/open-meeting`, {});
  for (const person of MEMBERS.slice(0, 5)) await app.record(`${at}/record-attendance`, { person, as: 'present' });
  await app.record(`${at}/take-chair`, { personId: 'ann-aird', reason: 'Chair' });
  await app.record(`${at}/take-item`, { itemId: 'minute' });
  return address;
}

export interface LiveBoard {
  readonly app: TestApp;
  readonly browser: Browser;
  readonly address: string;
}

/** The board with its clerk, served, and a browser. `more`: what is recorded besides, before it is served. */
export async function serveBoard(more: (app: TestApp) => Promise<unknown> = async () => undefined): Promise<LiveBoard> {
  const [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await more(app);
  await registerClerk(app, 'clerk');
  return { app, browser, address: await app.listen() };
}

export async function closeBoard({ app, browser }: Pick<LiveBoard, 'app' | 'browser'>): Promise<void> {
  await browser.close();
  await app.close();
}

export async function registerClerk(app: TestApp, login: string, role: 'clerk' | 'chair' | 'officer' = 'clerk'): Promise<void> {
  await app.principal(login, role);
  await app.ask('PUT', `/api/v1/principals/${login}/password`, { password: PASSWORD });
}

export async function signedIn(
  browser: Browser,
  baseURL: string,
  login: string,
  { password = PASSWORD, ...options }: BrowserContextOptions & { readonly password?: string } = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL(`${baseURL}/`);
  return page;
}

/** The composer is there as the answer made it, no part of it still coming or going, and a field of it that fits has what is asked. */
export const composerSettled = (page: Page, focused = ':focus'): Promise<void> =>
  page.locator(`#composer:not(.htmx-settling, :has(.htmx-added)) ${focused}`).waitFor();
