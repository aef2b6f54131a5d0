import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { barriersOn } from '../support/barriers.js';
import { launchBrowser } from '../support/browser.js';

const BODY = '/bodies/cpp-strategic-board';
const ACTIONS = `${BODY}/actions`;

/** On top of the real record, in which nothing is overdue on 9 June 2016: three that are, and one taken in private. */
const ADDED = [
  { action: 'adp-report', officers: ['Shona Smith'], organisation: 'SBC', title: 'Alcohol and Drugs Partnership', due: 'by 31 May 2016' },
  { action: 'plan-dates', officers: ['Jane Davidson'], organisation: 'NHS Borders', title: 'Plan dates', due: 'within 2 months' },
  { action: 'charter', officers: ['David Farries'], organisation: 'Fire and Rescue', title: 'Charter signatures', due: '31 March 2016' },
  { action: 'private', officers: ['Shona Smith'], organisation: 'SBC', title: 'Lease of the depot', due: '30 April 2016' },
];

let app: TestApp;
let browser: Browser;
let address: string;
let page: Page;
const tokens = new Map<string, string>();

beforeAll(async () => {
  const clock = new HandClock('2016-06-09T15:00:00.000Z');
  [app, browser] = await Promise.all([createTestApp({ clock }), launchBrowser()]);
  for (const file of (await recordFiles()).slice(0, 4)) await importFile(apiOf(app.nest), commandSpecs(), file);
  for (const { action, officers, organisation, title, due } of ADDED)
    await app.record(`${ACTIONS.slice(1)}/${action}/raise-action`, {
      happenedAt: '2016-03-03T16:15:00.000Z',
      source: { cited: { heading: '3 March 2016', meetingDate: '2016-03-03' } },
      item: { title },
      words: 'AGREED that a report be brought back.',
      organisation,
      officers,
      due,
    });
  await app.record(`${ACTIONS.slice(1)}/private/correct-action`, { exempt: true, reason: 'Taken in private.' });
  await app.record(`${BODY.slice(1)}/meetings/2016-06-09/open-meeting`, { time: '14:00' });
  for (const role of ['clerk', 'chair', 'officer'] as const) tokens.set(role, await app.principal(role, role));
  address = await app.listen();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A browser of its own, signed in as this one; the clock of the record stands in 2016, so no sign-in of the page would outlive today. */
async function as(
  who: 'clerk' | 'chair' | 'officer' | 'public',
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const token = tokens.get(who);
  if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
  return context;
}

const barriers = (): Promise<string[]> => barriersOn(page);
const main = (): Promise<string> => page.getByRole('main').innerText();
const rows = (): Promise<string[]> => page.locator('.q-sheet tbody tr th').allInnerTexts();
const found = async (text: string): Promise<void> => page.locator('#found', { hasText: text }).waitFor();

describe('a chair', () => {
  beforeAll(async () => void (await as('chair')));
  afterAll(() => page.context().close());

  it('sees the sheet as they know it, and what is pressing above it', async () => {
    await page.goto(`${ACTIONS}?as-at=2016-06-09`);
    expect(await page.locator('#pressing').innerText()).toBe('4 overdue, 2 due within a week today');
    expect(await page.locator('caption').allInnerTexts()).toEqual(['26 November 2016', '3 March 2016']);
    expect(await rows()).toContain('6. Adaptations');
    expect(await main()).toContain('The sheet heads a group "26 November 2016"; the meeting was on 26 November 2015');
    expect(await main()).toContain('Reported complete');
    expect(await barriers()).toEqual([]);
  });

  it('finds what is overdue, longest first, with the days in words', async () => {
    await page.getByRole('link', { name: '4 overdue' }).click();
    await page.waitForURL('**view=overdue**');
    expect(await rows()).toEqual(['Charter signatures', 'Lease of the depot', 'Plan dates', 'Alcohol and Drugs Partnership']);
    expect(await page.getByRole('row', { name: 'Charter signatures' }).innerText()).toContain('70 days overdue');
    expect(await barriers()).toEqual([]);
  });

  it('filters by officer, while the rest of the page stays', async () => {
    await page.getByLabel('Officer').selectOption('Shona Smith');
    await found('2 overdue actions found');
    expect(await rows()).toEqual(['Lease of the depot', 'Alcohol and Drugs Partnership']);
    expect(new URL(page.url()).searchParams.get('officer')).toBe('Shona Smith');
    await page.getByLabel('Words').pressSequentially('alcohol');
    await found('1 overdue action found');
    expect(await page.evaluate('document.activeElement.id')).toBe('text');
    expect(await barriers()).toEqual([]);
  });

  it('opens one and reads its story, and where it came from, without a form', async () => {
    await page.getByRole('link', { name: 'Alcohol and Drugs Partnership' }).click();
    await page.getByRole('heading', { level: 1, name: 'Alcohol and Drugs Partnership' }).waitFor();
    expect(await main()).toContain('9 days overdue');
    expect(await page.getByRole('main').locator('form[method=post]').count()).toBe(0);
    await page.goto(`${ACTIONS}/2016-03-03-adaptations`);
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).toEqual(['Reported complete', 'Raised']);
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: 'paragraph 4.4(b)' }).click();
    expect(await page.locator(':target').innerText()).toContain('Care and Repair Service');
  });

  it('sees how it went over time as pictures, with the numbers behind them', async () => {
    await page.goto(`${ACTIONS}?view=over-time`);
    expect(await page.locator('svg[role=img]').count()).toBe(2);
    await page.getByText('The numbers as a table: Actions at the end of each month').click();
    expect(await page.locator('.q-chart').first().getByRole('row').last().innerText()).toMatch(/^9 June 2016\s+4\s+3\s+2\s+0$/);
    expect(await barriers()).toEqual([]);
  });

  it('finds what awaits ratification before all other decisions', async () => {
    await page.goto(`${BODY}/decisions`);
    expect(await page.locator('caption').first().innerText()).toBe('Awaiting ratification: 4 decisions');
    expect(await page.locator('table').first().innerText()).toContain('NOTED the Alcohol and Drugs Partnership Annual Report 2014-15.');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Words').pressSequentially('improvement plan');
    await found('1 decision found');
    expect(await barriers()).toEqual([]);
  });

  it('sees who came, and where the quorum was lost', async () => {
    await page.goto(`${BODY}/attendance`);
    expect(await page.getByRole('row', { name: '3 March 2016' }).first().innerText()).toContain('Lost after paragraph 8');
    await page.getByText('The numbers as a table: How often each member was there').click();
    expect(await page.getByRole('row', { name: 'Councillor D. Parker' }).innerText()).toMatch(/0\s+0\s+1\s+0$/);
    expect(await barriers()).toEqual([]);
  });
});

describe('a clerk', () => {
  beforeAll(async () => void (await as('clerk')));
  afterAll(() => page.context().close());
  const open = async (action: string, step: string): Promise<void> => {
    await page.goto(`${ACTIONS}/${action}`);
    await page.getByRole('button', { name: step }).click();
    await page.getByRole('heading', { level: 2, name: step }).waitFor();
  };
  const done = (text: string): Promise<void> => page.locator('.govuk-notification-banner', { hasText: text }).waitFor();

  it('is led from what is wrong to its field, with what was typed kept', async () => {
    await open('plan-dates', 'Extend the deadline');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Reason').fill('The plan is not out yet.');
    await page.getByRole('button', { name: 'Extend the deadline' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Enter: New deadline' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('due');
    expect(await page.getByLabel('Reason').inputValue()).toBe('The plan is not out yet.');
    expect(await page.title()).toMatch(/^Error: Extend the deadline/);
    expect(await barriers()).toEqual([]);
  });

  it('extends one, and is told while typing what the words come to', async () => {
    await page.getByLabel('New deadline').pressSequentially('in Autumn 2016');
    await page.getByRole('status').filter({ hasText: '30 November 2016' }).waitFor();
    await page.getByRole('button', { name: 'Extend the deadline' }).click();
    await done('The deadline is extended.');
    expect(await main()).toContain('in Autumn 2016, by 30 November 2016');
    expect(await barriers()).toEqual([]);
  });

  it('is told what changed when somebody else was quicker', async () => {
    await open('adp-report', 'Transfer it');
    await app.record(`${ACTIONS.slice(1)}/adp-report/report-progress`, { words: 'In hand.' });
    await page.getByLabel('Responsible officers').fill('Susan Walker\nDavid Robertson');
    await page.getByLabel('Reason').fill('She leads it now.');
    await page.getByRole('button', { name: 'Transfer it' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Responsible officers').inputValue()).toBe('Susan Walker\nDavid Robertson');
    expect(await main()).toContain('In hand.');
    await page.getByRole('button', { name: 'Transfer it' }).click();
    await done('The action is transferred.');
    expect(await main()).toContain('To Susan Walker, David Robertson');
  });

  it('notes one complete at a meeting that was opened, and not without naming it', async () => {
    await open('charter', 'Note it complete at a meeting');
    expect(await page.getByLabel('Meeting', { exact: true }).locator('option').count()).toBe(3);
    await page.getByRole('button', { name: 'Note it complete' }).click();
    await page.getByRole('alert').getByRole('link', { name: 'Enter: Meeting' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('atMeeting');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Meeting', { exact: true }).selectOption('cpp-strategic-board/2016-06-09');
    await page.getByRole('button', { name: 'Note it complete' }).click();
    await done('The meeting noted it complete');
    expect(await page.getByRole('link', { name: 'At the meeting of 9 June 2016' }).count()).toBe(1);
    expect(await barriers()).toEqual([]);
  });

  it('corrects only what was changed', async () => {
    await open('2016-03-03-adaptations', 'Correct a slip');
    await page.getByLabel('Organisation', { exact: true }).fill('SBC and partners');
    await page.getByLabel('What was wrong').fill('The partners were left out.');
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Correct it' }).click();
    await done('The correction is recorded');
    const { story } = (await app.get(`${ACTIONS.slice(1)}/2016-03-03-adaptations`)).json;
    expect(story.at(-1).data.changes).toEqual({ organisation: 'SBC and partners' });
  });

  it.each(['Report progress', 'Report it complete', 'Decline it'])('can %s, on a page without barriers', async (step) => {
    await open('private', step);
    expect(await barriers()).toEqual([]);
  });
});

describe('an officer without JavaScript', () => {
  beforeAll(async () => void (await as('officer', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } })));
  afterAll(() => page.context().close());

  it('filters with a form, and finds theirs', async () => {
    await page.goto(`${ACTIONS}?view=overdue`);
    await page.getByLabel('Officer').selectOption('Susan Walker');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await rows()).toEqual(['Alcohol and Drugs Partnership']);
  });

  it('may only report, and reports it complete', async () => {
    await page.getByRole('link', { name: 'Alcohol and Drugs Partnership' }).click();
    expect(await page.locator('#steps').getByRole('button').allInnerTexts()).toEqual(['Report progress', 'Report it complete']);
    await page.getByRole('button', { name: 'Report it complete' }).click();
    await page.getByRole('button', { name: 'Report it complete' }).click();
    expect(await main()).toContain('Enter: What was done');
    await page.getByLabel('What was done').fill('The report went out.');
    await page.getByRole('button', { name: 'Report it complete' }).click();
    expect(await main()).toContain('It is reported complete, and stays on the tracker until a meeting notes it.');
  });

  it('is refused what only a clerk may do', async () => {
    await page.goto(`${ACTIONS}/adp-report?do=extend`);
    expect(await page.getByLabel('New deadline').count()).toBe(0);
  });
});

describe('the overdue list', () => {
  afterAll(() => page.context().close());

  it('is cleared', async () => {
    await app.record(`${ACTIONS.slice(1)}/private/note-action-complete`, { atMeeting: 'cpp-strategic-board/2016-06-09' });
    await as('chair');
    await page.goto(`${ACTIONS}?view=overdue`);
    expect(await main()).toContain('Nothing is overdue.');
    expect(await barriers()).toEqual([]);
    await page.context().close();
  });

  it('is what everybody may read, of all bodies, without what was taken in private', async () => {
    await as('public');
    await page.goto('/actions?as-at=2016-06-08');
    expect(await rows()).toEqual(['Charter signatures', 'Plan dates', 'Alcohol and Drugs Partnership']);
    expect(await page.getByRole('row', { name: 'Charter signatures' }).innerText()).toContain('69 days overdue');
    expect(await barriers()).toEqual([]);
    await page.goto(`${ACTIONS}/private`);
    expect(await page.title()).toMatch(/^Page not found/);
    await page.goto('/actions?as-at=soon');
    await page.getByRole('alert').getByRole('link', { name: 'Enter a real date' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('as-at');
    expect(await barriers()).toEqual([]);
  });
});

describe.each([
  `${ACTIONS}?as-at=2016-06-08`,
  `${ACTIONS}?view=overdue&as-at=2016-06-08`,
  `${ACTIONS}?view=over-time`,
  `${ACTIONS}/2016-03-03-adaptations?do=correct`,
  `${BODY}/decisions`,
  `${BODY}/attendance`,
  '/actions?as-at=2016-06-08',
])('%s at 320 pixels', (path) => {
  afterAll(() => page.context().close());

  it('is not wider than the screen, and has no barrier', async () => {
    await as('clerk', { viewport: { width: 320, height: 700 } });
    expect((await page.goto(path))?.status()).toBe(200);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await barriers()).toEqual([]);
  });
});

describe('what is downloaded', () => {
  afterAll(() => page.context().close());

  it('is what its reader may see', async () => {
    const clerk = await as('clerk');
    const read = async (path: string): Promise<string> => (await clerk.request.get(path)).text();
    expect(await read(`${ACTIONS}.csv?as-at=2016-06-08`)).toContain('Lease of the depot');
    expect(await read(`${BODY}/decisions.csv`)).toContain('Care and Repair');
    await clerk.clearCookies();
    expect(await read(`${ACTIONS}.txt?as-at=2016-06-08`)).not.toContain('Lease');
    expect(await read(`${BODY}/decisions.txt`)).toBe('No decisions.\n');
  });
});
