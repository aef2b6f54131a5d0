import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { rules, somebody } from '../support/a-clerk.js';
import { followed } from '../support/followed.js';
import { dayOf, holdMeeting } from '../support/held-meeting.js';
import { barriersOn, BOARD, establishBoard, registerClerk, signedIn } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let page: Page;

const AT = `/bodies/${BOARD}`;
const COUNCIL = '/bodies/council';
const COMING = dayOf(20);

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await app.record('bodies/council/establish-body', { name: 'Valley Council', kind: 'committee' });
  await app.record('bodies/council/adopt-constitution', rules('2020-01-01', {}));
  await app.record('bodies/council/create-seat', { seatId: 's', label: 'Seat', voting: true, from: '2020-01-01' });
  await app.record('bodies/council/fill-seat', { seatId: 's', holder: somebody('Una Urquhart'), from: '2020-01-01' });
  await holdMeeting(app, 'held', dayOf(-40));
  await app.record(`bodies/council/meetings/${COMING}/call-meeting`, { date: COMING });
  await app.record(`bodies/${BOARD}/meetings/${COMING}/call-meeting`, { date: COMING });
  await registerClerk(app, 'clerk');
  page = await signedIn(browser, await app.listen(), 'clerk');
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const main = () => page.getByRole('main').innerText();
const done = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const sound = async () => expect(await barriersOn(page)).toEqual([]);

describe('a clerk records what is remitted', () => {
  it('and is told what is missing, at its field, with what was typed kept', async () => {
    await page.goto(`${AT}/remits`);
    await sound();
    await press('Record a remit');
    await page.getByLabel('What is asked of the other body').fill('To report on the cost.');
    await page.getByRole('radio', { name: 'Referred at the asking of members' }).check();
    await press('Record the remit');
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('remitted');
    expect(await page.getByLabel('What is asked of the other body').inputValue()).toBe('To report on the cost.');
    expect(await page.getByRole('radio', { name: 'Referred at the asking of members' }).isChecked()).toBe(true);
    await sound();
  });

  it('from a decision, to a body of the record, and sees where it stands', async () => {
    const value = await page.locator('#remitted option', { hasText: 'NOTED the report on roads' }).getAttribute('value');
    await page.getByLabel('What is remitted').selectOption(value);
    await page.getByLabel('To', { exact: true }).selectOption({ label: 'Valley Council' });
    await page.getByRole('radio', { name: 'Remitted by the meeting' }).check();
    await press('Record the remit');
    await done('The remit is recorded');
    expect(await main()).toContain('Waits for the next agenda of Valley Council');
    await sound();
  });

  it('which the other body takes on from what its agenda offers', async () => {
    await page.goto(`${COUNCIL}/meetings/${COMING}/agenda`);
    expect(await main()).toContain('To report on the cost.');
    await page.getByRole('button', { name: /^Add .*Remitted by Board of the Valley/ }).click();
    await done('The item is on the agenda');
    await followed(app);
    await page.goto(`${COUNCIL}/remits`);
    expect(await main()).toContain('Taken onto an agenda of Valley Council');
    await sound();
  });

  it('answers it by hand where the other body records nothing, and the answer is offered to the first', async () => {
    await page.goto(`${AT}/remits`);
    await page.getByRole('link', { name: 'Roads', exact: true }).first().click();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await press('Record the answer');
    await page.getByRole('alert').getByRole('link').first().click();
    await page.getByLabel('What was decided').fill('AGREED to pay half.');
    await press('Record the answer');
    await done('The answer is recorded');
    await sound();
    await page.goto(`${AT}/meetings/${COMING}/agenda`);
    expect(await main()).toContain('Note the answer of Valley Council: AGREED to pay half.');
    await page.getByRole('button', { name: /^Add .*Answer of Valley Council/ }).click();
    await done('The item is on the agenda');
  });
});
