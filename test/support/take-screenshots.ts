import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { recordDemonstration } from '../../src/cli/demonstration.js';
import { createTestApp, type TestApp } from './app.js';
import { launchBrowser } from './browser.js';
import { BOARD, establishBoard, openWithFive, registerClerk, signedIn } from './live-board.js';

/** `npm run screenshots`: pictures of the main pages, of the demonstration and of a meeting under way, into docs/screenshots. */
const FOLDER = join(import.meta.dirname, '../../docs/screenshots');
const CPP = '/bodies/cpp-strategic-board';

interface Picture {
  readonly name: string;
  readonly path: string;
  /** Nobody signs in where it is left out. */
  readonly login?: string;
  readonly width?: number;
  readonly height?: number;
}

const PICTURES: readonly Picture[] = [
  { name: 'tracker', path: `${CPP}/actions?as-at=2016-11-27` },
  { name: 'tracker-over-time', path: `${CPP}/actions?view=over-time&as-at=2016-11-27` },
  { name: 'tracker-phone', path: `${CPP}/actions?as-at=2016-11-27`, width: 360, height: 740 },
  { name: 'minute', path: `${CPP}/meetings/2016-03-03/minute`, login: 'clerk' },
  { name: 'decisions', path: `${CPP}/decisions`, login: 'chair' },
  { name: 'direction', path: '/bodies/sb-ijb/directions', login: 'officer' },
  { name: 'due', path: '/due', login: 'officer' },
  { name: 'timeline', path: '/records?ref=cpp-strategic-board/2016-03-03', login: 'auditor' },
  { name: 'chain', path: '/records/chain?ref=report:sb-ijb/2023-05-17-cigs', login: 'auditor' },
  { name: 'search', path: '/search?words=alcohol', login: 'auditor' },
];

const WIDE = { width: 1280, height: 900 };
/** Dates in fields as people here write them. */
const locale = 'en-GB';

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
  process.stdout.write(`docs/screenshots/${name}.png\n`);
}

async function ofDemonstration(app: TestApp, browser: Browser): Promise<void> {
  await recordDemonstration(app.nest);
  const baseURL = await app.listen();
  for (const { name, path, login, width = WIDE.width, height = WIDE.height } of PICTURES) {
    const viewport = { width, height };
    const page =
      login === undefined
        ? await (await browser.newContext({ baseURL, viewport, locale })).newPage()
        : await signedIn(browser, baseURL, login, { viewport, locale, password: 'quorate-demonstration' });
    const answer = await page.goto(path);
    if (answer?.status() !== 200) throw new Error(`${path} answered ${answer?.status()}`);
    await take(page, name);
    await page.context().close();
  }
}

async function ofLiveMeeting(app: TestApp, browser: Browser): Promise<void> {
  await establishBoard(app);
  await registerClerk(app, 'clerk');
  const live = await openWithFive(app, 'live');
  const at = `bodies/${BOARD}/meetings/live`;
  await app.record(`${at}/record-paragraph`, { text: 'There had been circulated copies of the Minute of the Meeting held on 25 October.' });
  await app.record(`${at}/record-decision`, { words: 'APPROVED the Minute for signature by the Chair.' });
  await app.record(`${at}/take-item`, { itemId: 'roads' });
  await app.record(`${at}/record-paragraph`, { text: 'The Roads Manager explained how the winter works had gone.' });
  const page = await signedIn(browser, await app.listen(), 'clerk', { locale, viewport: { width: 1440, height: 1000 } });
  await page.goto(live);
  await take(page, 'live');
  await page.context().close();
}

await mkdir(FOLDER, { recursive: true });
const browser = await launchBrowser();
for (const pictures of [ofDemonstration, ofLiveMeeting]) {
  const app = await createTestApp();
  await pictures(app, browser);
  await app.close();
}
await browser.close();
