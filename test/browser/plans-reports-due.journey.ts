import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { HandClock } from '../support/app.js';
import { barriersOn } from '../support/barriers.js';
import { CPP, IJB, ITEM, PLAN, PlansAtWork, RECORDED_AT, type Who } from '../support/plans-at-work.js';

const clock = new HandClock(RECORDED_AT);
let work: PlansAtWork;
let page: Page;

beforeAll(async () => void (work = await PlansAtWork.open(clock)), 180_000);
afterAll(() => work.close());

async function as(who: Who, options: BrowserContextOptions = {}): Promise<BrowserContext> {
  page = await work.as(who, options);
  return page.context();
}

const main = (): Promise<string> => page.getByRole('main').innerText();
const barriers = (): Promise<string[]> => barriersOn(page);
const done = (text: string): Promise<void> => page.locator('.govuk-notification-banner', { hasText: text }).waitFor();
const problem = (name: string) => page.getByRole('alert').getByRole('link', { name });
const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');

describe('a chair', () => {
  beforeAll(async () => void (await as('chair')));
  afterAll(() => page.context().close());

  it('sees what is due in the next days, and why that day', async () => {
    await page.goto(`${IJB}/due`);
    const next = page.locator('#next');
    expect(await next.locator('caption').innerText()).toBe('The next 7 days: 1 deadline');
    const row = next.getByRole('row', { name: 'Initial findings from the pathfinder' });
    expect(await row.innerText()).toMatch(/30 September 2023\s+due in 5 days\s+As it was said: in the September 2023 meeting/);
    await row.getByText('How this day was counted').click();
    expect(await row.locator('details').innerText()).toContain('September 2023');
    expect(await barriers()).toEqual([]);
    await row.getByRole('link', { name: 'Initial findings from the pathfinder' }).click();
    await page.getByRole('heading', { level: 1, name: 'Initial findings from the pathfinder' }).waitFor();
    expect(await page.getByRole('main').locator('form[method=post]').count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });

  it('finds what is overdue of all bodies before all else, and filters it', async () => {
    await page.goto('/due');
    expect(await page.locator('table').first().getAttribute('id')).toBe('overdue');
    expect(await page.locator('#overdue tbody tr').first().innerText()).toMatch(/2,9\d\d days overdue/);
    await page.getByLabel('Kind').selectOption('Report');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('Nothing of this is overdue.').waitFor();
    expect(await page.locator('tbody tr th').allInnerTexts()).toHaveLength(2);
    expect(await barriers()).toEqual([]);
    await page.getByLabel('From').fill('2024-01-02');
    await page.getByLabel('Until').fill('2024-01-01');
    await page.getByRole('button', { name: 'Show' }).click();
    await problem('Until must be the same day as From').click();
    expect(await focused()).toBe('until');
    expect(await barriers()).toEqual([]);
  });

  it('reads the plan as its table, how far it is, and what is said of one item', async () => {
    await page.goto(`${CPP}/plans`);
    await page.getByRole('link', { name: /Third Sector Interface/ }).click();
    expect(await page.locator('.q-plan tbody tr').count()).toBe(23);
    expect(await page.locator('.q-plan').first().locator('thead').innerText()).toMatch(/^Improvement\s+Lead\s+Implications.*Status\s*$/s);
    expect(await page.locator('svg[role=img]').count()).toBe(1);
    await page.getByText('The numbers as a table: How far it is').click();
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: /^1\.1\.3/ }).click();
    expect(await main()).toContain('Achieved');
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).toEqual(['Achieved', 'Reported', 'Added to the plan']);
    expect(await barriers()).toEqual([]);
  });

  it('sees who reports to whom, and what a proposed body waits for', async () => {
    await page.goto('/bodies/tree');
    expect(await main()).toMatch(/Eildon Locality Working Group\s+Dormant\s+Became dormant late 2017/);
    expect(await barriers()).toEqual([]);
    await page.getByRole('link', { name: 'Tweeddale Community Integration Group' }).click();
    expect(await main()).toMatch(/Waits\s+for the review of Eildon Community Integration Group/);
    expect(await page.locator('#readiness tbody tr').count()).toBe(4);
    expect(await barriers()).toEqual([]);
    await page.goto(`${IJB}/standing`);
    await page.getByText('17 questions and their answers').click();
    expect(await main()).toContain('Have localities been established?');
    expect(await barriers()).toEqual([]);
  });
});

describe('an officer without JavaScript', () => {
  beforeAll(async () => {
    clock.advance(3600);
    await as('officer', { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  });
  afterAll(() => page.context().close());

  it('reports an achievement on a plan’s item', async () => {
    await page.goto(ITEM);
    expect(await page.locator('#steps').getByRole('button').allInnerTexts()).toEqual(['Report an achievement', 'Evaluate it']);
    await page.getByRole('button', { name: 'Report an achievement' }).click();
    await page.getByRole('button', { name: 'Report it' }).click();
    expect(await main()).toContain('Enter: What was done');
    await page.getByLabel('What was done').fill('The guide went out.');
    await page.getByRole('button', { name: 'Report it' }).click();
    expect(await main()).toContain('The achievement is reported');
    expect(await page.locator('.moj-timeline__item').first().innerText()).toMatch(/Reported[\s\S]*The guide went out\./);
  });

  it('may not turn the page back', async () => {
    expect((await page.goto(`${ITEM}?as-at=2016-03-01`))?.status()).toBe(403);
  });
});

describe('a clerk', () => {
  beforeAll(async () => void (await as('clerk')));
  afterAll(() => page.context().close());
  const pick = async (label: string, words: RegExp): Promise<void> => {
    const options = page.getByLabel(label, { exact: true }).locator('option');
    const text = (await options.allInnerTexts()).find((one) => words.test(one));
    await page.getByLabel(label, { exact: true }).selectOption({ label: text! });
  };

  it('records a report with two recommendations, led from what is missing to its field', async () => {
    await page.goto(`${CPP}/reports`);
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Record a report' }).click();
    await page.getByLabel('What is recommended').nth(0).fill('that the strategy is approved');
    await page.getByLabel('What is recommended').nth(1).fill('that a report is brought back');
    await page.getByRole('button', { name: 'Record the report' }).click();
    await problem('Enter: Title').click();
    expect(await focused()).toBe('title');
    expect(await page.getByLabel('What is recommended').nth(1).inputValue()).toBe('that a report is brought back');
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'More recommendations' }).click();
    expect(await page.getByLabel('What is recommended').count()).toBe(4);
    await page.getByLabel('Title').fill('Adaptations strategy');
    await page.getByLabel('Name').first().fill('Shona Smith');
    await page.getByLabel('“No directions required” is ticked').check();
    await page.getByLabel('Directions are required to').fill('NHS Borders');
    await page.getByRole('button', { name: 'Record the report' }).click();
    await done('The report is recorded.');
    expect(await page.locator('tbody th').allInnerTexts()).toEqual([
      '(a) that the strategy is approved',
      '(b) that a report is brought back',
    ]);
    expect(await main()).toContain('No directions are required, and directions are.');
    expect(await barriers()).toEqual([]);
  });

  it('records what was decided of each', async () => {
    await page.getByRole('link', { name: 'Record what was decided of (a)' }).click();
    await page.getByLabel('Outcome').selectOption('Approved as amended');
    await pick('Decision', /3 March 2016, 4\.4\(b\)/);
    await page.getByRole('button', { name: 'Record what was decided' }).click();
    await problem('Where a recommendation was amended, the record says what was decided instead.').click();
    expect(await focused()).toBe('words');
    expect(await page.getByLabel('Decision', { exact: true }).inputValue()).toMatch(/\(b\)$/);
    expect(await barriers()).toEqual([]);
    await page.getByLabel('What was decided instead').fill('Approved for two years.');
    await page.getByRole('button', { name: 'Record what was decided' }).click();
    await done('What was decided is recorded.');
    await page.getByRole('link', { name: 'Record what was decided of (b)' }).click();
    await page.getByLabel('Outcome').selectOption('Continued');
    await pick('Decision', /3 March 2016, 4\.4\(b\)/);
    await page.getByRole('button', { name: 'Record what was decided' }).click();
    await done('What was decided is recorded.');
    expect(await page.getByRole('row', { name: /that the strategy is approved/ }).innerText()).toMatch(
      /Approved as amended\s+3 March 2016, paragraph 4\.4\(b\)/,
    );
    await page.goto(`${CPP}/reports`);
    expect(await page.locator('#pressing').innerText()).toMatch(/^\d+ recommendations? undecided/);
    expect(await page.locator('#undecided').innerText()).toContain('(b) that a report is brought back');
    await page.goto(`${CPP}/reports/2023-09-25-adaptations-strategy`);
    await page.getByRole('link', { name: '3 March 2016, paragraph 4.4(b)' }).first().click();
    await page.waitForURL('**/decisions?meeting=**');
  });

  it('records a promise from the decision that asks for it', async () => {
    await page.goto(`${CPP}/reports`);
    await page
      .getByRole('link', { name: /^Record the promise of 3 March 2016/ })
      .first()
      .click();
    expect(await page.getByLabel('The words that promise it').inputValue()).not.toBe('');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('What the report is to be about').fill('Adaptations');
    await page.getByLabel('When', { exact: true }).fill('by 2 October 2023');
    await page.getByRole('status').filter({ hasText: 'By 2 October 2023' }).waitFor();
    await page.getByRole('button', { name: 'Record the promise' }).click();
    await done('The promise is recorded');
    expect(await main()).toContain('Awaited');
    expect(await barriers()).toEqual([]);
  });

  it('sees how the deadline of a plan’s item is read, from the day its plan counts from, before it is added', async () => {
    await page.goto(`${PLAN}?do=add-item`);
    await page.getByLabel('Deadline').fill('within 6 months');
    await page.getByRole('status').filter({ hasText: 'By 11 December 2015' }).waitFor();
    expect(await barriers()).toEqual([]);
  });

  it('records a duty, and that it was fulfilled', async () => {
    await page.goto(`${CPP}/duties`);
    await page.getByRole('button', { name: 'Record a duty' }).click();
    await page.getByLabel('Title').fill('Annual report');
    await page.getByLabel('What must be done').fill('annual report published');
    await page.getByLabel('Act and section').fill('Community Empowerment (Scotland) Act 2015, section 8');
    await page.getByRole('button', { name: 'Record the duty' }).click();
    await problem('Enter: How often').click();
    expect(await focused()).toBe('recurrence');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('How often').selectOption('Every year');
    await page.getByLabel('First due by').fill('2022-09-30');
    await page.getByRole('button', { name: 'Record the duty' }).click();
    await done('The duty is recorded.');
    await page.getByRole('button', { name: 'Record that it was fulfilled' }).click();
    await page.getByLabel('For', { exact: true }).selectOption('30 September 2022');
    await page.getByLabel('How it was fulfilled').fill('Published on the website.');
    expect(await barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Record it as fulfilled' }).click();
    await done('It is recorded as fulfilled.');
    expect(await page.getByRole('row', { name: '30 September 2022' }).innerText()).toContain('Fulfilled late');
    expect(await barriers()).toEqual([]);
  });

  it('turns an item back to what it was, and to what was then known, without a form', async () => {
    for (const query of ['as-at=2016-03-01', 'as-known-at=2023-09-25&as-known-at-time=11:30']) {
      await page.goto(`${ITEM}?${query}`);
      expect(await main()).toContain('This page shows the record as it was');
      expect(await page.locator('#steps').count()).toBe(0);
      expect(await main()).not.toContain('The guide went out.');
      expect(await main()).toContain('Awaiting on the final Induction Guide');
    }
    expect(await barriers()).toEqual([]);
    await page.goto(`${IJB}/reports/2023-05-17-cigs?as-at=2023-05-17&as-at-time=12:00`);
    expect(await main()).toContain('17 May 2023, paragraph 1(a)');
    expect((await page.goto(`${IJB}/reports/2023-05-17-cigs?as-at=2023-05-16`))?.status()).toBe(404);
    await page.goto(`${ITEM}?as-at=2016-02-31`);
    await problem('Enter a real date').click();
    expect(await focused()).toBe('as-at');
  });

  it.each(['achievement', 'evaluate', 'complete', 'extend', 'amend', 'supersede', 'drop'])(
    'can %s an item, without barriers',
    async (step) => {
      await page.goto(`${ITEM}?do=${step}`);
      expect(await page.locator('#steps form').count()).toBe(1);
      expect(await barriers()).toEqual([]);
    },
  );
});

describe('a promise', () => {
  afterAll(() => page.context().close());

  it('becomes overdue when its day is past', async () => {
    clock.set('2023-10-02T10:00:00.000Z');
    await as('chair');
    await page.goto(`${IJB}/reports`);
    expect(await page.locator('#pressing').innerText()).toContain('2 promised reports awaited, 1 overdue');
    expect(await page.locator('#promised').getByRole('row', { name: 'Initial findings' }).innerText()).toContain('2 days overdue');
    await page.goto(`${IJB}/due`);
    expect(await page.locator('#overdue').innerText()).toContain('Initial findings from the pathfinder');
    await page.goto(`${CPP}/due`);
    expect(await page.locator('#today').innerText()).toContain('due today');
  });
});

describe('what is downloaded', () => {
  afterAll(() => page.context().close());

  it('has what its reader may see, in each format', async () => {
    const read = async (context: BrowserContext, path: string): Promise<string> => (await context.request.get(path)).text();
    const chair = await as('chair');
    const rows = parse<Record<string, string>>(await read(chair, `${IJB}/due.csv`), { columns: true });
    expect(rows.find(({ TITLE }) => TITLE === 'Initial findings from the pathfinder')).toMatchObject({ KIND: 'report', 'DAYS LATE': '2' });
    const { items } = JSON.parse(await read(chair, `${IJB}/due.json?kind=report`)) as { items: { title: string }[] };
    expect(items).toHaveLength(2);
    const events = new ICAL.Component(ICAL.parse(await read(chair, `${IJB}/due.ics`)) as never).getAllSubcomponents('vevent');
    expect(events.map((one) => new ICAL.Event(one).summary)).toContain('Initial findings from the pathfinder: report brought back');
    const nobody = await work.browser.newContext({ baseURL: work.address });
    for (const format of ['csv', 'json', 'ics']) expect(await read(nobody, `${IJB}/due.${format}`)).not.toContain('Initial findings');
    expect(await read(nobody, `${CPP}/due.csv`)).toContain('Third Sector');
    await nobody.close();
  });
});
