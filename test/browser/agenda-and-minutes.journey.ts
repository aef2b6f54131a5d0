import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { dayOf, holdMeeting, openMeeting } from '../support/held-meeting.js';
import { barriersOn, BOARD, establishBoard, MEMBERS, PASSWORD, registerClerk, signedIn } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let address: string;
let page: Page;

const AT = `/bodies/${BOARD}`;
const HELD = `${AT}/meetings/held`;
const COMING = dayOf(30);
const NEXT = `${AT}/meetings/${COMING}`;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await holdMeeting(app, 'held', dayOf(-40));
  await app.record(`bodies/${BOARD}/actions/roads/raise-action`, {
    source: { cited: { heading: 'Roads', meetingDate: dayOf(-40), paragraph: '1' } },
    item: { number: '1', title: 'Roads' },
    words: 'AGREED that the survey be done.',
    officers: ['Jo Jardine'],
    due: 'next meeting',
  });
  await app.record(`bodies/${BOARD}/actions/roads/report-action-complete`, { words: 'The survey was done.' });
  await registerClerk(app, 'clerk');
  await app.principal('chair', 'chair', BOARD);
  await app.ask('PUT', '/api/v1/principals/chair/password', { password: PASSWORD });
  address = await app.listen();
  page = await signedIn(browser, address, 'clerk');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const main = () => page.getByRole('main').innerText();
const done = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const headings = () => page.locator('.q-business h3').allInnerTexts();

describe('a clerk calls a meeting', () => {
  it('and is told what is missing, at its field', async () => {
    await page.goto(`${AT}/meetings`);
    expect(await barriersOn(page)).toEqual([]);
    await press('Call the meeting');
    await page.getByRole('link', { name: 'Enter: Date' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('date');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('sees until when notice must be given, with the days that count, before calling it', async () => {
    await page.getByLabel('Date', { exact: true }).fill(COMING);
    await page.getByLabel('Date', { exact: true }).blur();
    await page.locator('#notice-sum', { hasText: 'Give notice by' }).waitFor();
    expect(await page.locator('#notice-sum li').count()).toBe(3);
    await page.getByLabel('Time').fill('14:00');
    await page.getByLabel('Place').fill('Valley Hall');
    await press('Call the meeting');
    await done('The meeting is called');
    expect(page.url()).toContain(`${NEXT}/arrangements`);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('and a second one on that day only under a name of its own', async () => {
    await page.goto(`${AT}/meetings`);
    await page.getByLabel('Date', { exact: true }).fill(COMING);
    await press('Call the meeting');
    expect(await main()).toContain('A meeting is called for that day already.');
    expect(await barriersOn(page)).toEqual([]);
    await press('Call the meeting');
    await done('The meeting is called');
    await page.goto(`${AT}/meetings/${COMING}-special/arrangements?step=cancel`);
    await press('Cancel the meeting');
    await page.getByRole('link', { name: 'Enter: Reason' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Reason').fill('Called twice');
    await press('Cancel the meeting');
    await done('The meeting is cancelled');
    expect(await main()).toContain('The meeting was not held.');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('moves it to another place, with the reason', async () => {
    await page.goto(`${NEXT}/arrangements?step=rearrange`);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Place').fill('Old Mill');
    await page.getByLabel('Reason').fill('The hall is let');
    await press('Rearrange the meeting');
    await done('The meeting is rearranged');
    expect(await main()).toContain('Old Mill');
  });
});

describe('a clerk puts an agenda together', () => {
  it('from what the record brings back', async () => {
    await page.goto(`${NEXT}/agenda`);
    expect(await barriersOn(page)).toEqual([]);
    for (const name of [
      'Add Minute: Minute of',
      'Add Action tracker',
      'Add Roads: Action reported complete',
      'Add Footbridge: Not taken',
    ]) {
      await page.getByRole('button', { name }).click();
      await done('The item is on the agenda');
    }
    expect(await headings()).toEqual(['Minute', 'Action tracker', 'Roads', 'Footbridge']);
    expect(await page.getByRole('heading', { name: 'Offered by the record' }).count()).toBe(0);
  });

  it('and by hand, with papers and what is asked', async () => {
    await press('Add the item');
    await page.getByRole('link', { name: 'Enter: Title' }).waitFor();
    await page.getByLabel('Title', { exact: true }).fill('Budget');
    await page.getByLabel('What is asked of the meeting').fill('Agree the budget.');
    await page.getByLabel('Title of paper 1').fill('Report by the Treasurer');
    await page.getByLabel('Link').fill('https://papers.example/budget.pdf');
    await page.getByLabel('First page').fill('12');
    await page.getByLabel('Last page').fill('3');
    await press('Add the item');
    await page.getByRole('link', { name: 'The last page of a paper is not before its first.' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.getByLabel('Title of paper 1').inputValue()).toBe('Report by the Treasurer');
    await page.getByLabel('First page').first().fill('3');
    await page.getByLabel('Last page').first().fill('12');
    await press('Add the item');
    await done('The item is on the agenda');
    expect(await main()).toContain('Report by the Treasurer (pages 3 to 12)');
  });

  it('marks what is taken in private', async () => {
    await page.getByLabel('Title', { exact: true }).fill('Sale of the depot');
    await page.getByLabel('Taken in private under paragraph').fill('6');
    await press('Add the item');
    await done('The item is on the agenda');
    expect(await main()).toContain('under paragraph 6 of Schedule 7A');
  });

  it('puts it in order and numbers it', async () => {
    await page.getByRole('button', { name: 'Up item 5' }).click();
    await done('The order of business is changed');
    await press('Number the items in this order');
    await done('numbered in their order');
    expect(await headings()).toEqual(['Minute', 'Action tracker', 'Roads', 'Budget', 'Footbridge', 'Sale of the depot']);
    expect(await page.locator('.q-business__number').allInnerTexts()).toEqual(['1.', '2.', '3.', '4.', '5.', '6.']);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('puts an item right and withdraws another, each with its reason', async () => {
    await page.getByRole('link', { name: 'Put right item 4, Budget' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Title of paper 2').fill('Annex');
    await press('Put it right');
    await page.getByRole('link', { name: 'Enter: Reason' }).waitFor();
    expect(await page.getByLabel('Title of paper 2').inputValue()).toBe('Annex');
    await page.getByLabel('What was wrong').fill('The annex was left out');
    await press('Put it right');
    await done('The item is put right');
    expect(await main()).toContain('Annex');
    await page.getByRole('link', { name: 'Withdraw item 5, Footbridge' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Why it is withdrawn').fill('The report is not ready');
    await press('Withdraw the item');
    await done('The item is withdrawn');
    expect(await main()).toContain('The report is not ready');
  });

  it('gives notice, which publishes it without what is taken in private', async () => {
    await page.goto(`${NEXT}/arrangements`);
    await press('Give notice');
    await done('Notice is given');
    expect(await barriersOn(page)).toEqual([]);
    const context = await browser.newContext({ baseURL: address });
    const reader = await context.newPage();
    await reader.goto(NEXT);
    const read = await reader.getByRole('main').innerText();
    expect(read).toContain('Agree the budget.');
    expect(read).toContain('Exempt item');
    expect(read).not.toContain('Sale of the depot');
    await context.close();
  });

  it('adds to it after that only with the reason, or as ruled urgent', async () => {
    await page.goto(`${NEXT}/agenda`);
    await page.getByLabel('Title', { exact: true }).fill('Flood damage');
    await press('Add the item');
    await page.getByRole('link', { name: 'Enter: Why it was not on the agenda' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Why it was not on the agenda').fill('The river rose on Sunday');
    await page.getByLabel('Ruled urgent by').selectOption({ label: 'Ann Aird' });
    await press('Add the item');
    await done('The item is on the agenda');
    expect(await main()).toContain('The river rose on Sunday');
    expect(await main()).toContain('Ruled urgent by Ann Aird');
  });

  it('and takes it in another order as the chair rules', async () => {
    await page.getByText('Take an item earlier or later').click();
    await press('Change the order');
    await page.getByRole('link', { name: /Reason|changes something/ }).waitFor();
    await page.getByLabel('Take', { exact: true }).selectOption({ label: '7. Flood damage' });
    await page.getByLabel('Before').selectOption({ label: '1. Minute' });
    await page.getByLabel('Reason', { exact: true }).fill('The engineer must leave early');
    await press('Change the order');
    await done('The order of business is changed');
    expect((await headings())[0]).toBe('Flood damage');
  });

  it('and prints it without anything to press', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await main()).toContain('Agree the budget.');
    await page.emulateMedia({ media: null });
  });
});

describe('the page of a meeting that was opened', () => {
  const at = `bodies/${BOARD}/meetings/late`;
  const lines = ['Opened\t2.05 pm', 'Cat Cairns joined at 2.20 pm'];

  it('says at what time, and when whoever came late joined it, to those who may read its record', async () => {
    const record = (verb: string, data: object = {}) => app.record(`${at}/${verb}`, data);
    await record('call-meeting', { date: dayOf(-20), time: '14:00' });
    await record('give-notice', { givenOn: dayOf(-30), by: 'Clerk to the Board' });
    await record('open-meeting', { time: '14:05' });
    for (const person of MEMBERS.slice(0, 2)) await record('record-attendance', { person, as: 'present' });
    await record('take-chair', { personId: 'ann-aird', reason: 'Chair' });
    await record('take-item', { heading: 'Roads' });
    await record('record-paragraph', { text: 'There was a report.' });
    await record('record-attendance', { person: MEMBERS[2], as: 'present', time: '14:20' });
    await page.goto(`/${at}`);
    for (const line of lines) expect((await main()).replace(/\s*\n\s*/g, '\t')).toContain(line);
    expect(await barriersOn(page)).toEqual([]);
    const context = await browser.newContext({ baseURL: address });
    const reader = await context.newPage();
    await reader.goto(`/${at}`);
    expect(await reader.getByRole('main').innerText()).not.toMatch(/Opened|Cat Cairns/);
    await context.close();
  });
});

describe('a minute', () => {
  it('is circulated, and shows what changed since', async () => {
    await page.goto(`${HELD}/minute`);
    expect(await main()).toContain('There had been circulated a report on roads.');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Circulate the draft' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('To whom').fill('Members of the Board');
    await press('Circulate the draft');
    await done('The draft is circulated');
    expect(await page.getByRole('complementary').innerText()).toMatch(/Draft 1, .*, to Members of the Board/);
    await page.getByRole('link', { name: /^Correct paragraph 1/ }).click();
    await page.getByLabel('The paragraph as it should read').fill('There had been circulated a report on bridges.');
    await press('Correct the paragraph');
    await page.getByRole('link', { name: 'Enter: Reason' }).waitFor();
    expect(await page.getByLabel('The paragraph as it should read').inputValue()).toContain('bridges');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('What was wrong').fill('A slip');
    await press('Correct the paragraph');
    await done('The paragraph is corrected');
    expect(await page.locator('.q-changes').innerText()).toContain('bridges');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('takes notes in their place, and has struck out what was recorded in error', async () => {
    await page.getByRole('link', { name: 'Add a note' }).click();
    await page.getByLabel('Heading').fill('MEMBER');
    await page.getByLabel('Note', { exact: true }).fill('Recorded at the wrong meeting.');
    await press('Add the note');
    await done('The note is in its place');
    await page.getByRole('link', { name: 'Strike out the note MEMBER' }).click();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Why it was recorded in error').fill('Another meeting');
    await press('Strike it out');
    await done('It is struck out');
    expect(await page.getByRole('article').innerText()).not.toContain('Recorded at the wrong meeting.');
    expect(await page.getByRole('complementary').innerText()).toContain('Another meeting');
  });

  it('is not approved before a later meeting has decided so', async () => {
    await page.getByRole('link', { name: 'Approve the minute' }).click();
    expect(await main()).toContain('No later meeting has decided anything that approves it yet.');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is approved at a later meeting, with its corrections', async () => {
    const record = await openMeeting(app, 'later', dayOf(-10));
    await record('take-item', { heading: 'Minute' });
    await record('record-paragraph', { text: 'There had been circulated copies of the Minute.' });
    await record('record-decision', { words: 'APPROVED the Minute.', outcome: { kind: 'minute-approved', meetingId: `${BOARD}/held` } });
    await page.goto(`${HELD}/minute?step=approve`);
    await press('Record the approval');
    await page.getByRole('link', { name: 'Enter: Decision that approves it' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('choice');
    await page.getByLabel('Decision that approves it').selectOption({ index: 1 });
    await page.getByLabel('Paragraph corrected').first().fill('1');
    await page.getByLabel('Words of the correction').first().fill('That “a report” read “two reports”.');
    expect(await barriersOn(page)).toEqual([]);
    await press('Record the approval');
    await done('The minute is approved');
    expect(await main()).toContain('Paragraph 1: That “a report” read “two reports”.');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('is signed by whoever presided there, with the digest they saw', async () => {
    const chair = await signedIn(browser, address, 'chair');
    await chair.goto(`${HELD}/minute`);
    await chair.getByRole('link', { name: 'Sign the minute' }).click();
    expect(await barriersOn(chair)).toEqual([]);
    const shown = /SHA-256 ([0-9a-f]{64})/.exec(await chair.locator('#step').innerText())?.[1];
    await chair.getByLabel('Who signs').selectOption({ index: 1 });
    await chair.getByRole('button', { name: 'Sign the minute' }).click();
    await chair.getByRole('alert').filter({ hasText: 'signed and published' }).waitFor();
    expect(await chair.getByRole('main').innerText()).toContain(`SHA-256 of the text signed: ${shown}`);
    expect(await chair.getByRole('main').innerText()).toContain('The text kept still has that digest.');
    expect(await barriersOn(chair)).toEqual([]);
    await chair.context().close();
  });

  it('is corrected after that only beside what was signed', async () => {
    await page.goto(`${HELD}/minute`);
    expect(await page.getByRole('link', { name: /^Correct paragraph/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Record a correction a later meeting made' }).click();
    await page.getByLabel('Decision that corrects it').selectOption({ index: 1 });
    await page.getByLabel('Words of the correction').fill('That “bridges” read “roads”.');
    await press('Record the correction');
    await done('The correction stands beside the signed minute');
    expect(await main()).toContain('Corrected since');
    expect(await barriersOn(page)).toEqual([]);
  });
});
