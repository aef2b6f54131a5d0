import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { createTestApp, type HandClock, type TestApp } from './app.js';
import { launchBrowser } from './browser.js';
import { theFiles } from './recorded-once.js';

export const CPP = '/bodies/cpp-strategic-board';
export const IJB = '/bodies/sb-ijb';
export const PLAN = `${CPP}/plans/third-sector-improvement-plan`;
export const ITEM = `${PLAN}/items/1.3.2`;

/** Five days before the promised report is due. */
export const RECORDED_AT = '2023-09-25T10:00:00.000Z';
const FILES = /(01-bodies|02-meeting|03-agenda|05-ijb|06-ijb|10-improvement|12-localities)/;

export type Who = 'clerk' | 'chair' | 'officer' | 'public';

/** The real plans and reports with a plan taken in private, served, and a browser for whoever looks at them. */
export class PlansAtWork {
  private readonly tokens = new Map<Who, string>();

  private constructor(
    readonly app: TestApp,
    readonly browser: Browser,
    readonly address: string,
  ) {}

  static async open(clock: HandClock): Promise<PlansAtWork> {
    const from = await theFiles('plans-and-reports', RECORDED_AT, FILES);
    const [app, browser] = await Promise.all([createTestApp({ clock, from }), launchBrowser()]);
    const work = new PlansAtWork(app, browser, await app.listen());
    await app.record(`${CPP.slice(1)}/plans/private/adopt-plan`, {
      title: 'Sale of the depot',
      kind: 'strategy',
      cited: 'Taken in private',
      exempt: true,
    });
    for (const role of ['clerk', 'chair', 'officer'] as const) work.tokens.set(role, await app.principal(role, role));
    return work;
  }

  /** A browser of its own, signed in as this one; the clock of the record stands in 2023, so no sign-in of the page would outlive today. */
  async as(who: Who, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.address, ...options });
    const token = this.tokens.get(who);
    if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: this.address, httpOnly: true }]);
    return context.newPage();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.app.close();
  }
}
