import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn } from '../support/live-board.js';
import { commandsIn } from '../support/replay-record.js';

const BODY = '/bodies/cpp-strategic-board';
const MARCH = `${BODY}/meetings/2016-03-03`;
const TRACKER = `${BODY}/actions`;
const ACTION = `${TRACKER}/2016-03-03-adaptations`;

/**
 * The real record, written down by a clerk who is late: what is in a file and happened by the first day, on the second. The meeting of
 * 3 March is written down on 10 March, its actions on 14 March, and what came of them by 3 June only on 10 June.
 */
const WRITTEN = [
  ['01-bodies.json', '2016-03-03', '2016-03-03T12:00:00.000Z'],
  ['02-meeting-2016-03-03.json', '2016-03-03', '2016-03-10T09:00:00.000Z'],
  ['04-action-sheet.json', '2016-03-03', '2016-03-14T09:00:00.000Z'],
  ['01-bodies.json', '2016-06-03', '2016-06-03T12:00:00.000Z'],
  ['03-agenda-2016-06-09.json', '2016-06-03', '2016-06-03T12:30:00.000Z'],
  ['04-action-sheet.json', '2016-06-03', '2016-06-10T09:00:00.000Z'],
] as const;

let app: TestApp;
let browser: Browser;
let address: string;
let page: Page;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const clock = new HandClock();
  [app, browser] = await Promise.all([createTestApp({ clock }), launchBrowser()]);
  const done = new Map<string, number>();
  for (const [file, until, instant] of WRITTEN) {
    clock.set(instant);
    const all = commandsIn(file);
    const commands = all.slice(done.get(file) ?? 0).filter(({ happenedAt = '' }) => happenedAt.slice(0, 10) <= until);
    done.set(file, (done.get(file) ?? 0) + commands.length);
    const path = join(app.directory, `${until}-${file}`);
    await writeFile(path, JSON.stringify(commands));
    await importFile(apiOf(app.nest), commandSpecs(), path);
  }
  clock.set('2016-06-15T09:00:00.000Z');
  const { sections } = (await app.get(`${MARCH.slice(1)}/minute`)).json as {
    sections: { entries: { entryId: string; words?: string }[] }[];
  };
  const entry = sections.flatMap(({ entries }) => entries).find(({ words }) => words?.startsWith('NOTED the Alcohol and Drugs'));
  const corrected = { decisionId: entry!.entryId, words: 'NOTED the Annual Report of the Partnership.', reason: 'Its name was cut short.' };
  await app.record(`${MARCH.slice(1)}/correct-decision`, corrected);
  clock.set('2016-06-20T15:00:00.000Z');
  for (const role of ['auditor', 'clerk', 'officer'] as const) tokens.set(role, await app.principal(role, role));
  address = await app.listen();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A browser of its own; the clock of the record stands in 2016, so no sign-in of the page would outlive today. */
async function as(who: 'auditor' | 'clerk' | 'officer' | 'public', options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const token = tokens.get(who);
  if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
}

const main = (): Promise<string> => page.getByRole('main').innerText();
const asked = (): string => new URL(page.url()).search;
const banner = (): Promise<string> => page.locator('.q-then').innerText();
const turned = async (path: string, query: string): Promise<string> => {
  await page.goto(`${path}?${query}`);
  return main();
};
/** Follows a link to another page, and says what that one is turned back to. */
const follow = async (name: string | RegExp): Promise<string> => {
  const link = page
    .getByRole('main')
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first();
  await Promise.all([page.waitForURL(`**${(await link.getAttribute('href'))!}`), link.click()]);
  return banner();
};

describe('an auditor', () => {
  beforeAll(() => as('auditor'));
  afterAll(() => page.context().close());

  it('asks what was known of a body on a day, and comes back to now', async () => {
    await page.goto(BODY);
    expect(await page.locator('.q-then').count()).toBe(0);
    await page.getByText('Timeline, and how it was before').click();
    expect(await page.getByRole('link', { name: 'Timeline of this record' }).getAttribute('href')).toBe('/records?ref=cpp-strategic-board');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('group', { name: 'As it was known' }).getByLabel('Day').fill('2016-03-05');
    await page.getByRole('button', { name: 'Turn the page back' }).click();
    await page.locator('.q-then').waitFor();
    expect(await banner()).toBe('This page shows the record as it was known on 5 March 2016. See it as it is now');
    expect(await main()).toContain('No meeting had been held by then.');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'See it as it is now' }).click();
    await page.waitForURL(`**${BODY}`);
    expect(await main()).toContain('3 March 2016');
  });

  it('sees a body as it was: its members, its meetings, the rules that applied', async () => {
    const then = await turned(BODY, 'as-at=2016-03-05');
    expect(then).not.toContain('Ms R. Stenhouse');
    expect(await page.getByRole('row', { name: '9 June 2016' }).count()).toBe(0);
    expect(await turned(BODY, 'as-at=2016-06-05')).toContain('Ms R. Stenhouse');
    expect(await page.getByRole('row', { name: '9 June 2016' }).count()).toBe(1);
    expect(await turned(BODY, 'as-at=2016-06-05&as-known-at=2016-06-01')).not.toContain('Ms R. Stenhouse');
    expect(await turned(BODY, 'as-known-at=2016-01-01')).toContain(
      'There is a body with this address now. By then, as far as was known, there was none.',
    );
  });

  it('goes from a body to a meeting and its minute, all as they were', async () => {
    await turned(BODY, 'as-at=2016-03-05');
    expect(await follow('3 March 2016')).toContain('as it was on 5 March 2016');
    expect(await follow('Read the draft minute')).toContain('as it was on 5 March 2016');
    expect(await page.getByRole('main').locator('form[method=post]').count()).toBe(0);
    expect(await page.getByRole('navigation', { name: 'What can be done with this minute' }).count()).toBe(0);
    // What was put right since had been the case all along, but was not known until then.
    expect(await main()).toContain('NOTED the Annual Report of the Partnership.');
    expect(await turned(`${MARCH}/minute`, 'as-known-at=2016-06-12')).toContain('NOTED the Alcohol and Drugs Partnership Annual Report');
    expect(await barriersOn(page)).toEqual([]);
    expect(await (await page.context().request.get(`${MARCH}/minute.txt?as-known-at=2016-06-12`)).text()).toContain(
      'NOTED the Alcohol and Drugs',
    );
    await follow('The meeting and its agenda');
    expect(asked()).toBe('?as-known-at=2016-06-12');
  });

  it('sees a meeting half way through, and that none was known', async () => {
    await turned(MARCH, 'as-at=2016-03-03&as-at-time=14:30');
    expect(await banner()).toContain('as it was at 3 March 2016, 2.30 pm');
    expect(await main()).toContain('In progress');
    expect(await turned(MARCH, 'as-known-at=2016-03-05')).toContain('There is a meeting with this address now.');
    expect(await turned(`${MARCH}/minute`, 'as-known-at=2016-03-05')).toContain('There is a minute of this meeting now.');
  });

  it('sees the tracker by both clocks, and goes on to an action as it was', async () => {
    expect(await turned(TRACKER, 'as-at=2016-06-05')).toContain('2 actions reported complete');
    expect(await turned(TRACKER, 'as-at=2016-06-05&as-known-at=2016-06-05')).toContain('0 actions reported complete');
    expect(await barriersOn(page)).toEqual([]);
    expect(await follow('6. Adaptations')).toContain('as it was on 5 June 2016, as it was known on 5 June 2016');
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).toEqual(['Raised']);
    expect(await page.locator('#steps').count()).toBe(0);
    await page.goto(`${ACTION}?as-at=2016-06-05`);
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).toEqual(['Reported complete', 'Raised']);
    expect(await turned(ACTION, 'as-at=2015-01-01')).toContain('Nothing was recorded yet');
  });

  it('filters the tracker, which stays turned back', async () => {
    await turned(TRACKER, 'as-known-at=2016-06-05');
    await page.getByLabel('Officer').selectOption({ index: 1 });
    await page.locator('#found', { hasText: 'found' }).waitFor();
    expect(asked()).toContain('as-known-at=2016-06-05');
    expect(await page.locator('#downloads a').first().getAttribute('href')).toBe(`${TRACKER}.csv?as-known-at=2016-06-05`);
    expect(await (await page.context().request.get(`${TRACKER}.csv?as-known-at=2016-06-05`)).text()).not.toContain('Completed.');
    expect(await turned(TRACKER, 'view=over-time&as-known-at=2016-03-12')).toContain('as it was known on 12 March 2016');
  });

  it('sees what was overdue in all bodies, as far as was known', async () => {
    const then = await turned('/actions', 'as-at=2016-12-01&as-known-at=2016-06-05');
    expect(then).toContain('Governance of Community Planning Partnership');
    expect(then).not.toContain('On agenda 9/6/16.');
    expect(await turned('/actions', 'as-at=2016-12-01')).toContain('On agenda 9/6/16.');
  });

  it('sees what was due in all bodies on a day, as far as was known', async () => {
    const then = await turned('/due', 'as-at=2016-12-01&as-known-at=2016-06-05');
    expect(then).toContain('Governance of Community Planning Partnership');
    expect(await page.locator('#downloads').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Kind').selectOption({ label: 'Action' });
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(asked()).toContain('as-known-at=2016-06-05');
  });

  it('sees the register of decisions, and goes on to the minute', async () => {
    expect(await turned(`${BODY}/decisions`, 'as-known-at=2016-03-05')).toContain('No decision was recorded by then.');
    expect(await turned(`${BODY}/decisions`, 'as-known-at=2016-06-12')).toContain('NOTED the Alcohol and Drugs Partnership');
    expect(await page.locator('caption').first().innerText()).toBe('Awaiting ratification: 4 decisions');
    expect(await follow(/^Paragraph\s9/)).toContain('as it was known on 12 June 2016');
    expect(await page.locator(':target').count()).toBe(1);
  });

  it('sees who came', async () => {
    expect(await turned(`${BODY}/attendance`, 'as-known-at=2016-03-05')).toContain('No meeting had been held by then.');
    expect(await turned(`${BODY}/attendance`, 'as-at=2016-03-05')).toContain('Lost after paragraph 8');
  });

  it.each([BODY, MARCH, `${MARCH}/minute`, TRACKER, ACTION, '/actions', '/due', `${BODY}/decisions`, `${BODY}/attendance`])(
    'is led from a day that is none to its field on %s',
    async (path) => {
      expect((await page.goto(`${path}?as-known-at=2016-02-31`))?.status()).toBe(422);
      await page.getByRole('alert').getByRole('link', { name: 'Enter a real date' }).click();
      expect(await page.evaluate('document.activeElement.id')).toBe('as-known-at');
    },
  );
});

describe('a clerk without JavaScript, at 320 pixels', () => {
  beforeAll(() => as('clerk', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }));
  afterAll(() => page.context().close());

  it('turns a page back with its form, and keeps what else was asked for', async () => {
    await page.goto(`${BODY}/decisions?text=report`);
    await page.getByText('How it was before').click();
    await page.getByRole('group', { name: 'As it was', exact: true }).getByLabel('Day').fill('2016-06-05');
    await page.getByRole('button', { name: 'Turn the page back' }).click();
    expect(await banner()).toContain('as it was on 5 June 2016');
    expect(new URL(page.url()).searchParams.get('text')).toBe('report');
  });

  it('is told on the body’s page until when notice must be given', async () => {
    await app.record(`${BODY.slice(1)}/meetings/2016-09-08/call-meeting`, { date: '2016-09-08', time: '14:00' });
    await page.goto(BODY);
    expect(await page.getByRole('row', { name: '8 September 2016' }).innerText()).toMatch(/Notice must be given by \d+ September 2016/);
  });
});

describe.each([
  ['/bodies', ''],
  [BODY, 'as-at=2016-06-05'],
  [MARCH, 'as-at=2016-06-05'],
  [`${MARCH}/minute`, 'as-at=2016-06-05'],
  [TRACKER, 'as-at=2016-06-05&as-known-at=2016-06-05'],
  [ACTION, 'as-at=2016-06-05&as-known-at=2016-06-05'],
  ['/actions', 'as-at=2016-12-01&as-known-at=2016-06-05'],
  [`${BODY}/decisions`, 'as-at=2016-06-05'],
  [`${BODY}/attendance`, 'as-at=2016-06-05'],
  [ACTION, 'as-at=2015-06-05'],
])('%s?%s at 320 pixels', (path, query) => {
  afterAll(() => page.context().close());

  it('is not wider than the screen, has no barrier, and records nothing', async () => {
    await as('clerk', { viewport: { width: 320, height: 700 } });
    await page.goto(`${path}?${query}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await page.getByRole('main').locator('form[method=post]').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('the public', () => {
  beforeAll(() => as('public'));
  afterAll(() => page.context().close());

  it('reads the body, the tracker, an action and what is overdue as at a day, and nothing more', async () => {
    for (const path of [BODY, TRACKER, ACTION, '/actions', '/due']) {
      expect((await page.goto(`${path}?as-at=2016-06-05`))?.status()).toBe(200);
      expect(await banner()).toContain('as it was on 5 June 2016');
      expect(await page.getByText('how it was before').count()).toBe(0);
    }
    await page.goto(BODY);
    await page.getByLabel('See it as it was on').fill('2016-03-05');
    await page.getByRole('button', { name: 'Show that day' }).click();
    await page.waitForURL('**?as-at=2016-03-05');
    expect(await barriersOn(page)).toEqual([]);
  });

  it.each([
    `${BODY}?as-known-at=2016-06-05`,
    `${TRACKER}?as-at=2016-06-05&as-at-time=10:00`,
    `${TRACKER}.csv?as-known-at=2016-06-05`,
    `${ACTION}?as-at=2016-06-05T10:00:00Z`,
    '/actions?as-known-at=2016-06-05',
    '/due?as-known-at=2016-06-05',
    `${BODY}/decisions?as-at=2016-06-05`,
    `${BODY}/attendance?as-at=2016-06-05`,
  ])('is asked to sign in for %s, and who may not read the history is refused', async (path) => {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    const { status, headers } = await app.get(path, { token: tokens.get('officer')!, headers: { accept: 'text/html' } });
    expect([status, headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
  });
});
