import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn } from '../support/live-board.js';

const BOARD = '/bodies/sb-ijb';
const DIRECTIONS = `${BOARD}/directions`;
const EILDON = `${DIRECTIONS}/2023-eildon`;
const REQUESTS = '/bodies/scottish-borders-council/participation-requests';
const WESTMUIR = `${REQUESTS}/2024-westmuir-path`;
/** What is known of whoever is behind the requests, and nobody but an officer may read. */
const PERSONAL = ['Nora Nobody', '1 Example Street', 'nora.nobody', '960001', 'reason that is hers', 'Quentin Quiet', '3 Hidden Row'];
const NARROW = { viewport: { width: 320, height: 700 } };

let app: TestApp;
let clock: HandClock;
let browser: Browser;
let address: string;
let page: Page;
let directionAt: string;
let requestAt: string;
const tokens = new Map<string, string>();

/** A meeting of the board at which it decided on a direction, with a quorum or without one. */
async function decide(date: string, quorate: boolean): Promise<void> {
  const at = `bodies/sb-ijb/meetings/${date}`;
  const happenedAt = `${date}T14:00:00.000Z`;
  for (const [verb, data] of [
    ['call-meeting', { date }],
    ['add-agenda-item', { itemId: 'direction', title: 'Direction on unpaid carers' }],
    ['open-meeting', {}],
    ['declare-quorum', { quorate, words: 'Declared from the chair.' }],
    ['take-item', { itemId: 'direction' }],
    ['record-decision', { decisionId: 'd-direction', words: 'APPROVED the direction.' }],
    ['conclude-meeting', {}],
  ] as const)
    await app.record(`${at}/${verb}`, { ...data, happenedAt });
}

beforeAll(async () => {
  clock = new HandClock('2026-03-18T17:00:00.000Z');
  [app, browser] = await Promise.all([createTestApp({ clock }), launchBrowser()]);
  const files = await recordFiles();
  for (const name of ['01-', '05-', '07-', '08-'])
    await importFile(
      apiOf(app.nest),
      commandSpecs(),
      files.find((file) => file.includes(`/${name}`))!,
    );
  await decide('2026-02-18', false);
  await decide('2026-03-18', true);
  for (const role of ['administrator', 'clerk', 'officer', 'auditor'] as const) tokens.set(role, await app.principal(role, role));
  clock.set('2026-03-20T15:00:00.000Z');
  address = await app.listen();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function as(who: 'clerk' | 'officer' | 'auditor' | 'public', options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext({ baseURL: address, ...options });
  const token = tokens.get(who);
  if (token !== undefined) await context.addCookies([{ name: 'quorate', value: token, url: address, httpOnly: true }]);
  page = await context.newPage();
}
const leave = (): Promise<void> => page.context().close();

const main = (): Promise<string> => page.getByRole('main').innerText();
const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const fill = (label: string, words: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(words);
const done = (text: string): Promise<void> => page.locator('.govuk-notification-banner', { hasText: text }).waitFor();
const problem = (text: string): Promise<void> => page.getByRole('alert').getByRole('link', { name: text }).waitFor();
const tag = (): Promise<string> => page.locator('main .govuk-tag').first().innerText();
const fits = async (): Promise<boolean> => (await page.evaluate<number>('document.documentElement.scrollWidth')) <= 320;
const without = (html: string): void => expect(PERSONAL.filter((words) => html.includes(words))).toEqual([]);

describe('a clerk', () => {
  beforeAll(() => as('clerk'));
  afterAll(leave);

  it('finds the real direction in the log, with what is to be looked at, and what it leaves open', async () => {
    await page.goto(DIRECTIONS);
    expect(await page.getByRole('row', { name: 'SBIJB-170523-2' }).innerText()).toContain(
      'Not issued to Scottish Borders Council, NHS Borders',
    );
    expect(await main()).toContain('1 review overdue');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'SBIJB-170523-2' }).click();
    expect(await main()).toContain('DIRECTION FROM THE SCOTTISH BORDERS INTEGRATION JOINT BOARD');
    expect(await main()).toContain('without saying whether jointly or how it is split');
    expect(await page.getByRole('link', { name: 'paragraph 1(b) of 17 May 2023' }).getAttribute('href')).toContain(`${BOARD}/decisions?`);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('issues it, and corrects only what was changed', async () => {
    await page.getByRole('button', { name: 'Issue it', exact: true }).click();
    await press('Record the issue');
    await problem('Enter: Issued by');
    expect(await page.getByLabel('NHS Borders').isChecked()).toBe(true);
    await fill('Issued by', 'Chris Myers');
    await fill('Issued on', '2023-05-24');
    await fill('To be acknowledged', 'within 14 days');
    await press('Record the issue');
    await done('The direction is issued.');
    expect(await main()).toContain('Late: NHS Borders has not acknowledged it');
    await press('Correct a slip');
    await fill('Outcomes and performance measures', 'The National Health and Wellbeing Outcomes');
    await fill('What was wrong', 'The wrong outcomes were copied.');
    await press('Correct it');
    await done('The correction is recorded');
    const { story } = (await app.get('bodies/sb-ijb/directions/2023-eildon')).json;
    expect(story.at(-1).data.changes).toEqual({ outcomes: 'The National Health and Wellbeing Outcomes' });
  });

  it('drafts one that replaces it, led to what is missing with what was typed kept', async () => {
    await press('Draft one that replaces it');
    expect(await page.getByLabel('The earlier direction').inputValue()).toBe('2023-eildon');
    expect(await barriersOn(page)).toEqual([]);
    await fill('Full text of the direction', 'The board directs both to support unpaid carers.\n- by a plan');
    await press('Save the draft');
    await problem('Enter: Direction title');
    await problem('Enter: Recipient 1');
    expect(await page.getByLabel('Full text of the direction').inputValue()).toContain('- by a plan');
    expect(await barriersOn(page)).toEqual([]);
    await fill('Direction title', 'Support of unpaid carers');
    await fill('Recipient 1', 'NHS Borders');
    await fill('Recipient 2', 'Scottish Borders Council');
    await page.getByLabel('How several are directed').selectOption('joint');
    await fill('Timeframes', 'to be completed by September 2026');
    await page.getByRole('status').filter({ hasText: 'By 30 September 2026' }).waitFor();
    await press('Save the draft');
    await done('The draft is saved.');
    directionAt = new URL(page.url()).pathname;
    expect(await tag()).toBe('Draft');
    expect(await main()).toContain('NHS Borders and Scottish Borders Council, jointly');
  });

  it('changes the draft: what is emptied is taken out, and nothing else is touched', async () => {
    await press('Change the draft');
    await fill('Timeframes', '');
    await fill('When it will be reviewed', 'in March 2027');
    await press('Change the draft');
    await done('The draft is changed.');
    const { terms, story } = (await app.get(directionAt.slice(1))).json;
    expect(story.at(-1).data).toMatchObject({ changes: { review: { latest: '2027-03-31' } }, without: ['timeframes'] });
    expect(terms).toMatchObject({ split: 'joint', relation: { kind: 'supersedes', direction: '2023-eildon' } });
  });

  it('approves it only by a decision that was taken with a quorum', async () => {
    await press('Approve it');
    await page.getByLabel('The board’s decision').selectOption('sb-ijb/2026-02-18#d-direction');
    await press('Record the approval');
    await problem('A direction rests on a decision taken with a quorum');
    expect(await page.getByLabel('The board’s decision').inputValue()).toBe('sb-ijb/2026-02-18#d-direction');
    await page.getByLabel('The board’s decision').selectOption('sb-ijb/2026-03-18#d-direction');
    await press('Record the approval');
    await done('The direction is approved.');
    expect(await page.locator('.govuk-caption-l').innerText()).toContain('SBIJB-180326-1');
    expect(await main()).toContain('Made by the board, and not issued yet');
  });

  it('issues it, and the earlier one stands no longer', async () => {
    await press('Issue it');
    await fill('Issued by', 'Chris Myers');
    await press('Record the issue');
    await done('The direction is issued.');
    await page.getByRole('link', { name: 'SBIJB-170523-2' }).first().click();
    expect(await tag()).toBe('Superseded');
    await page.getByRole('link', { name: 'SBIJB-180326-1' }).first().click();
    await page.waitForURL(`**${directionAt}`);
  });

  it('turns a direction back to what was known, without a form, and finds its timeline', async () => {
    await page.goto(`${EILDON}?as-known-at=2026-03-19`);
    expect(await main()).toContain('as it was known on 19 March 2026');
    expect(await tag()).toBe('Approved');
    expect(await page.locator('#steps').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Timeline of this record' }).getAttribute('href')).toBe(
      '/records?ref=direction%3Asb-ijb%2F2023-eildon',
    );
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${EILDON}?as-at=2023-05-30`);
    expect(await tag()).toBe('Issued');
    await page.goto(`${EILDON}?as-at=2023-02-31`);
    await problem('Enter a real date');
  });
});

describe('an officer, without JavaScript, on a telephone', () => {
  beforeAll(() => as('officer', { ...NARROW, javaScriptEnabled: false }));
  afterAll(leave);

  it('acknowledges the direction, and reports on it', async () => {
    await page.goto(directionAt);
    expect(await page.locator('#steps').getByRole('button').allInnerTexts()).toEqual(['Acknowledge it', 'Report on it']);
    for (const [recipient, by] of [
      ['NHS Borders', 'The Chief Executive'],
      ['Scottish Borders Council', ''],
    ] as const) {
      await press('Acknowledge it');
      await page.getByLabel(recipient).check();
      await fill('Who acknowledged it for them', by);
      await press('Record the acknowledgement');
      await done('The acknowledgement is recorded.');
    }
    expect(await tag()).toBe('In force');
    await press('Report on it');
    await page.getByLabel('NHS Borders').check();
    await press('Record the report');
    await problem('Enter: What has been done');
    expect(await page.getByLabel('NHS Borders').isChecked()).toBe(true);
    await fill('What has been done', 'A plan is with the carers’ forum.');
    await press('Record the report');
    await done('The report is recorded.');
    expect(await main()).toContain('No report yet from Scottish Borders Council');
  });

  it('records a request as it came in, and is told what it lacks', async () => {
    await page.goto(REQUESTS);
    await press('Record a request received');
    await fill('Title', 'A seat on the harbour group');
    await fill('Received on', '2026-03-02');
    await fill('Name of the body', 'Harbour Trust (fictitious)');
    await press('Record the request');
    await problem('How it was made');
    expect(await page.getByLabel('Title', { exact: true }).inputValue()).toBe('A seat on the harbour group');
    expect(await page.getByLabel('Received on').inputValue()).toBe('2026-03-02');
    await page.getByLabel('What makes it a community participation body', { exact: true }).selectOption('community-controlled');
    await page.getByLabel('On the form of the schedule').check();
    await fill('The public service', 'Upkeep of the harbour');
    await fill('The outcome', 'The harbour is safe.');
    await fill('Why the body should take part', 'Its members use it.');
    await fill('Its knowledge, expertise and experience', 'It has dredged it since 1990.');
    await fill('Name', 'Quentin Quiet');
    await fill('Address', '3 Hidden Row');
    await press('Record the request');
    await done('The request is recorded.');
    requestAt = new URL(page.url()).pathname;
    expect(requestAt).toMatch(/\/2026-a-seat-on-the-harbour-group-[a-z0-9]{4}$/);
    expect(await tag()).toBe('Incomplete');
    expect(await main()).toContain('the written constitution of Harbour Trust (fictitious)');
    expect(await main()).toContain('3 Hidden Row');
  });

  it('asks for what is missing, records it as it comes, and acknowledges the request', async () => {
    await press('Give notice of what is missing');
    await press('Record the notice');
    await done('The notice of what is missing is recorded.');
    await press('Record items received');
    await fill('The improvement it anticipates', 'Boats come in at low water.');
    await page.getByLabel('Harbour Trust (fictitious)').check();
    await fill('Received on', '2026-03-10');
    await press('Record what was received');
    await problem('recorded in the order of its days');
    expect(await page.getByLabel('Harbour Trust (fictitious)').isChecked()).toBe(true);
    await fill('Received on', '2026-03-20');
    await press('Record what was received');
    await done('What was received is recorded.');
    await press('Acknowledge it as valid');
    await press('Record the acknowledgement');
    await done('The period for the decision is running.');
    expect(await page.locator('#clocks + table').innerText()).toContain('30 April 2026');
    expect(await page.locator('#clocks + table').innerText()).toContain('30 working days beginning with the validation date');
  });

  it('cannot decide before each matter was considered, and is told which were not', async () => {
    await press('Agree to it, and propose a process');
    await fill('How the process operates, or is intended to', 'A group meets each month.');
    await fill('How and to what extent the body takes part', 'Two seats.');
    await press('Record the decision notice');
    await problem('takes each of the matters of the section into consideration');
    await problem('s.24(3)(c)');
    expect(await page.getByLabel('How and to what extent the body takes part').inputValue()).toBe('Two seats.');
    await page.goto(requestAt);
    for (let left = 7; left > 0; left -= 1) {
      const links = page.getByRole('link', { name: 'Record it' });
      expect(await links.count()).toBe(left);
      await links.first().click();
      await fill('What was considered', `Considered: ${left}.`);
      await press('Record what was considered');
      await done('The consideration is recorded.');
    }
    expect(await main()).not.toContain('Not considered yet');
  });

  it('gives the decision notice, and finds its text', async () => {
    await press('Agree to it, and propose a process');
    await fill('How the process operates, or is intended to', 'A group meets each month.');
    await fill('How and to what extent the body takes part', 'Two seats.');
    await press('Record the decision notice');
    await done('The notice is to be published.');
    expect(await tag()).toBe('Agreed, process proposed');
    await page.getByText('Decision notice, 20 March 2026').click();
    expect(await page.locator('pre', { hasText: 'We agree to the request.' }).innerText()).toContain('until 16 April 2026');
    expect(await page.locator('#to-publish + ul').innerText()).toContain('Decision notice, since 20 March 2026');
  });

  it('has no page that is wider than the telephone', async () => {
    for (const at of [
      DIRECTIONS,
      directionAt,
      `${directionAt}?do=report`,
      REQUESTS,
      `${REQUESTS}?do=record`,
      requestAt,
      `${WESTMUIR}?do=modify`,
    ]) {
      await page.goto(at);
      expect([at, await fits()]).toEqual([at, true]);
    }
  });

  it('may not turn a page back', async () => {
    const answer = await page.goto(`${requestAt}?as-at=2026-03-10`);
    expect(answer?.status()).toBe(403);
  });
});

describe('an auditor', () => {
  beforeAll(() => as('auditor'));
  afterAll(leave);

  it('reads a request with its sums, and none of the people behind it', async () => {
    await page.goto(WESTMUIR);
    await page.getByText('The sum: decision notice').click();
    expect(await main()).toContain('Wednesday 25 December 2024');
    expect(await main()).toContain('kept apart');
    without(await page.content());
    expect(await page.locator('#steps').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('turns it back to what it was', async () => {
    await page.goto(`${WESTMUIR}?as-at=2024-12-12`);
    expect(await tag()).toBe('Incomplete');
    expect(await main()).toContain('the written constitution of Westmuir and Eastmuir Paths Trust');
    expect(await main()).not.toContain('the improvement in the outcome that it anticipates (');
    await page.goto(`${REQUESTS}?as-at=2024-12-31`);
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('the public', () => {
  beforeAll(() => as('public'));
  afterAll(leave);

  it('reads an issued direction, and no draft or approval that was not issued', async () => {
    await page.goto(DIRECTIONS);
    expect(await page.getByRole('rowheader').allInnerTexts()).toHaveLength(2);
    expect(await main()).not.toContain('Draft');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'SBIJB-180326-1' }).click();
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).not.toContain('Drafted');
    expect(await page.getByRole('link', { name: /^paragraph/ }).count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    expect((await page.goto(`${directionAt}?as-at=2026-03-19`))?.status()).toBe(403);
  });

  it('finds what became of directions in a period', async () => {
    await page.goto(`${DIRECTIONS}/performance?from=2026-03-01&until=2026-03-31`);
    expect(await main()).toContain('Issued: 1');
    expect(await main()).toContain('A plan is with the carers’ forum.');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${DIRECTIONS}/performance?from=2026-03-01&until=2026-02-01`);
    await problem('A period does not end before it begins');
  });

  it('reads what was published of a request, and nothing else', async () => {
    await page.goto(REQUESTS);
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([
      'Path between Westmuir and Eastmuir (fictitious example)',
      'Evening bus to Eastmuir (fictitious example)',
    ]);
    without(await page.content());
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Path between' }).click();
    expect(await main()).toContain('A working group meets each month at 19:00');
    for (const kept of ['Representations', 'Periods', 'every two months', 'The representations were accepted: the group', 'People behind'])
      expect([kept, (await main()).includes(kept)]).toEqual([kept, false]);
    await page.getByText('Decision notice, 3 February 2025').click();
    expect(await main()).toContain('We agree to the request.');
    without(await page.content());
    expect(await barriersOn(page)).toEqual([]);
    expect((await page.goto(requestAt))?.status()).toBe(404);
    expect((await page.goto(`${REQUESTS}/annual/2025`))?.status()).toBe(404);
    await page.goto(`${REQUESTS}/annual/2024`);
    expect(await main()).toContain('A page on the website and a talk to community councils');
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('a clerk, months later', () => {
  beforeAll(async () => {
    clock.set('2026-05-06T09:00:00.000Z');
    await app.record('subjects/subject-fictitious-1/erase-subject', { reason: 'Asked for.' });
    await as('clerk');
  });
  afterAll(leave);

  it('is told what is late, and what is to be published', async () => {
    await page.goto(REQUESTS);
    const row = page.getByRole('row', { name: 'A seat on the harbour group' });
    expect(await row.innerText()).toContain('Notice of the details of the process by 14 May 2026');
    expect(await row.innerText()).toContain('due in 8 days');
    expect(await page.locator('#to-be-published + ul').innerText()).toContain('Annual report: Participation requests, 1 April 2025');
    await page.getByLabel('Words').fill('harbour');
    await press('Show');
    expect(await page.getByRole('status').innerText()).toBe('1 request found');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('records the publication of the decision notice, and then everybody may read it', async () => {
    await page.getByRole('link', { name: 'Decision notice: A seat on the harbour group' }).click();
    await fill('Where', 'https://www.example.org/harbour');
    await press('Record the publication');
    await done('The publication is recorded.');
    const open = await app.get(requestAt, { token: null, headers: { accept: 'text/html' } });
    expect(open.status).toBe(200);
    expect(open.text).toContain('A group meets each month.');
    without(open.text);
  });

  it('gives the details once nobody can make representations, and establishes the process late', async () => {
    await press('Record representations');
    await fill('The body’s written representations', 'In the evening, please.');
    await fill('Received on', '2026-04-10');
    await press('Record the representations');
    await done('The representations are recorded.');
    await press('Give the final details');
    expect(await page.getByLabel('How the process operates, or is intended to').inputValue()).toBe('A group meets each month.');
    await press('Record the notice of the details');
    await problem('The authority takes any representations into consideration');
    await fill('How the representations were taken into consideration', 'The group meets in the evening.');
    await press('Record the notice of the details');
    await done('The process is to be established within 90 days.');
    clock.set('2026-08-10T09:00:00.000Z');
    await page.goto(requestAt);
    expect(await main()).toContain('7 days overdue');
  });

  it('sees who is behind a request, and of whom it was erased', async () => {
    await page.goto(requestAt);
    expect(await main()).toContain('Quentin Quiet');
    await press('Name the people behind it');
    expect(await page.getByLabel('Name, person 1').inputValue()).toBe('Quentin Quiet');
    await fill('Telephone, person 1', '01632 960003');
    await press('Record the people');
    await done('The people behind the request are recorded, and sealed.');
    expect(await main()).toContain('01632 960003');
    await page.goto(WESTMUIR);
    expect(await main()).toContain('Personal details erased.');
    without(await page.content());
  });

  it('publishes the report of the year', async () => {
    await page.goto(`${REQUESTS}/annual/2025`);
    await press('Record that it was published');
    await fill('Where', 'https://www.example.org/2025-26');
    await press('Record the publication');
    await problem('what the authority did to promote participation requests');
    expect(await page.getByLabel('Where').inputValue()).toBe('https://www.example.org/2025-26');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await press('Record promotion and support');
    await fill('What was done to promote participation requests', 'A talk.');
    await fill('What was done to support those who make them', 'One officer to ask.');
    await press('Record promotion and support');
    await done('Promotion and support are recorded.');
    await press('Record that it was published');
    await fill('Where', 'https://www.example.org/2025-26');
    await press('Record the publication');
    await done('The publication is recorded.');
    expect(await tag()).toBe('Published');
    expect(await barriersOn(page)).toEqual([]);
  });
});
