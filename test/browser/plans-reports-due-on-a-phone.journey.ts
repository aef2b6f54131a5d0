import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Page } from 'playwright-core';
import { HandClock } from '../support/app.js';
import { barriersOn } from '../support/barriers.js';
import { CPP, IJB, ITEM, PLAN, PlansAtWork } from '../support/plans-at-work.js';

const PROMISE = `${IJB}/reports/2023-09-pathfinder-findings`;
const NARROW = { viewport: { width: 320, height: 700 } };

let work: PlansAtWork;
let page: Page;

beforeAll(async () => {
  work = await PlansAtWork.open(new HandClock('2023-10-02T10:00:00.000Z'));
  await work.app.record(`${CPP.slice(1)}/duties/annual-report/record-duty`, {
    title: 'Annual report',
    what: 'annual report published',
    source: 'Community Empowerment (Scotland) Act 2015, section 8',
    recurrence: 'yearly',
    firstDue: '2022-09-30',
  });
}, 180_000);
afterAll(() => work.close());

const main = (): Promise<string> => page.getByRole('main').innerText();
const barriers = (): Promise<string[]> => barriersOn(page);

describe('the public', () => {
  beforeAll(async () => void (page = await work.as('public', NARROW)));
  afterAll(() => page.context().close());

  it('sees what is due of what is published, and no promise that is not', async () => {
    await page.goto('/due');
    expect(await main()).toContain('Third Sector');
    expect(await main()).not.toContain('Initial findings');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await barriers()).toEqual([]);
  });

  it.each([PROMISE, `${IJB}/reports/2023-05-17-cigs`, `${CPP}/plans/private`])('does not find %s', async (path) => {
    expect((await page.goto(path))?.status()).toBe(404);
  });

  it('sees a report that was published with its agenda, and neither its story nor a form', async () => {
    await page.goto(`${CPP}/reports`);
    await page.getByRole('link', { name: /RESPONDING TO THE COMMUNITY EMPOWERMENT/ }).click();
    expect(await page.locator('form[method=post], .moj-timeline, #then').count()).toBe(0);
    expect(await barriers()).toEqual([]);
  });
});

describe.each([
  '/due',
  `${IJB}/due`,
  `${IJB}/reports?do=submit`,
  `${IJB}/reports/2023-05-17-cigs`,
  `${CPP}/plans`,
  PLAN,
  `${PLAN}?do=add-item`,
  `${ITEM}?do=amend`,
  `${CPP}/plans?do=adopt`,
  `${CPP}/duties/annual-report?do=change`,
  '/bodies/tree',
  `${IJB}/standing`,
])('%s at 320 pixels', (path) => {
  afterAll(() => page.context().close());

  it('is not wider than the screen, and has no barrier', async () => {
    page = await work.as('clerk', NARROW);
    expect((await page.goto(path))?.status()).toBe(200);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await barriers()).toEqual([]);
  });
});
