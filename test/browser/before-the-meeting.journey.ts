import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { rules, somebody } from '../support/a-clerk.js';
import { followed } from '../support/followed.js';
import { dayOf, holdMeeting, openMeeting } from '../support/held-meeting.js';
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
  await app.record('bodies/council/place-body-under', { parentId: BOARD, from: '2020-01-01' });
  await app.record('bodies/council/meetings/sat/call-meeting', { date: dayOf(-10) });
  await app.record('bodies/council/meetings/sat/open-meeting');
  await app.record('bodies/council/meetings/sat/conclude-meeting');
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
    await page.getByLabel('What was decided').waitFor();
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

describe('a clerk prepares an agenda', () => {
  it('by choosing what stands on every one, row by row', async () => {
    await page.goto(`${AT}/standing-items`);
    await sound();
    await page.getByRole('button', { name: 'Choose them' }).click();
    await page.getByLabel('Title').nth(0).fill('Sederunt');
    await page.getByLabel('Title').nth(1).fill('Minute');
    await page.getByLabel('It brings').nth(1).selectOption({ label: 'The minutes that wait for approval, an item for each' });
    await page.getByLabel('What is asked of the meeting').nth(2).fill('Agree it.');
    await press('Choose these items');
    await page.getByRole('link', { name: 'Enter: Title of item 3' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('items.2.title');
    expect(await page.getByLabel('Title').nth(0).inputValue()).toBe('Sederunt');
    await sound();
    await page.getByLabel('Title').nth(2).fill('Date of Next Meeting');
    await press('Choose these items');
    await done('The standing items are chosen');
    expect(await main()).toContain('An item for each minute that waits for approval');
    await sound();
  });

  it('fills it in one step, with the last minute named', async () => {
    await page.goto(`${AT}/meetings/${COMING}/agenda`);
    await press('Fill it with the standing items');
    await done('The standing items are on the agenda');
    const headings = await page.locator('.q-business h3').allInnerTexts();
    expect(headings.slice(-3)).toEqual(['Sederunt', 'Minute', 'Date of Next Meeting']);
    expect(await main()).toContain('Approve the minute of the meeting of');
    expect(await page.getByRole('button', { name: 'Fill it with the standing items' }).count()).toBe(0);
    await sound();
  });

  it('and takes the minute of a body below from what the record offers', async () => {
    await page.getByRole('button', { name: /^Add Minute of Valley Council/ }).click();
    await done('The item is on the agenda');
    await sound();
  });
});

describe('a clerk records a requisition', () => {
  it('and is told what is missing, with who was ticked kept', async () => {
    await page.goto(`${AT}/requisitions`);
    await sound();
    await page.getByRole('button', { name: 'Record a requisition' }).click();
    await page.getByRole('checkbox', { name: 'Ann Aird' }).check();
    await press('Record the requisition');
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('business');
    expect(await page.getByRole('checkbox', { name: 'Ann Aird' }).isChecked()).toBe(true);
    await sound();
    await page.getByLabel('The business for which the meeting is asked').fill('To consider the footbridge.');
    await press('Record the requisition');
    await done('The requisition is recorded');
    expect(await main()).toContain('1 of 6 members ask, and 4 are needed: no clock runs');
    await sound();
  });

  it('which enough members join, and a meeting is called on it', async () => {
    await page.getByRole('button', { name: 'Record who signed it since' }).click();
    for (const name of ['Bob Boyd', 'Cat Cairns', 'Dan Duff']) await page.getByRole('checkbox', { name }).check();
    await press('Record who signed it');
    await done('It is recorded who signed it since.');
    expect(await main()).toContain('Clock runs');
    await sound();
    await page.getByRole('link', { name: 'Call the meeting' }).click();
    await page.getByLabel('Date', { exact: true }).fill(dayOf(6));
    await page.getByLabel('On the requisition of').selectOption({ index: 1 });
    await press('Call the meeting');
    await done('The meeting is called');
    await page.goto(`${AT}/meetings/${dayOf(6)}/agenda`);
    expect(await main()).toContain('This special meeting is called on the requisition of Ann Aird, Bob Boyd, Cat Cairns and Dan Duff');
    await sound();
    await followed(app);
    await page.goto(`${AT}/requisitions`);
    expect(await main()).toContain('The meeting was called on');
  });
});

describe('a clerk at the meeting', () => {
  it('records what was resolved on the minute of another body', async () => {
    const key = 'now';
    await app.record(`bodies/${BOARD}/meetings/${key}/call-meeting`, { date: dayOf(0) });
    await app.record(`bodies/${BOARD}/meetings/${key}/add-agenda-item`, {
      ...{ itemId: 'council', title: 'Minute of Valley Council' },
      minuteOf: { meetingId: 'council/sat' },
    });
    const record = await openMeeting(app, key, dayOf(0));
    await record('take-item', { itemId: 'council' });
    await page.goto(`${AT}/meetings/${key}/live`);
    await page.getByRole('link', { name: 'Minute of another body' }).click();
    await page.getByRole('button', { name: 'Record what was resolved' }).waitFor();
    await sound();
    await page.getByRole('radio', { name: 'Noted' }).check();
    await page.getByLabel('With this amendment').fill('For June read July.');
    await press('Record what was resolved');
    await page.getByText('Only a minute that is approved is approved with an amendment.').first().waitFor();
    expect(await page.getByLabel('With this amendment').inputValue()).toBe('For June read July.');
    await page.getByRole('radio', { name: 'Approved', exact: true }).check();
    await press('Record what was resolved');
    await page.getByText('What was resolved on the minute is recorded').first().waitFor();
  });

  it('and the next meeting, which is then called', async () => {
    await page.getByRole('link', { name: 'Next meeting' }).click();
    await page.getByLabel('Day of the next meeting').fill(dayOf(50));
    await page.getByLabel('Time', { exact: true }).fill('10:00');
    await page.getByLabel('Place').fill('the Town Hall');
    await sound();
    await press('Record the next meeting');
    await page.getByText('The next meeting is recorded, and called').first().waitFor();
    await followed(app);
    await page.goto(`${AT}/meetings/${dayOf(50)}/agenda`);
    expect(await main()).toContain('the Town Hall');
    await page.goto(`${AT}/meetings/now/minute`);
    expect(await main()).toContain('The next meeting will be held in the Town Hall on');
    await page.goto(`${COUNCIL}/meetings/sat/minute`);
    expect(await main()).toContain('approved, subject to an amendment: For June read July.');
    await sound();
  });
});

describe('a clerk chooses the style of the minutes', () => {
  it('with numbers that go on from the meeting before', async () => {
    await page.goto(`${AT}/style`);
    await page.getByLabel('Where numbers begin').selectOption({ label: 'On from the meeting before; anew from April' });
    await press('Choose this style');
    await done('The style is chosen');
    expect(await page.getByLabel('Where numbers begin').inputValue()).toBe('from-april');
    await sound();
  });
});

describe('a clerk calls a joint meeting', () => {
  const JOINT = dayOf(30);

  it('by ticking the bodies that meet with it, and what was ticked is kept where the form is refused', async () => {
    await page.goto(`${AT}/meetings`);
    await page.getByText('A joint meeting with another body').click();
    await page.getByRole('checkbox', { name: 'Valley Council' }).check();
    await press('Call the meeting');
    await page.getByRole('alert').getByRole('link').first().click();
    expect(await page.evaluate('document.activeElement.id')).toBe('date');
    expect(await page.getByRole('checkbox', { name: 'Valley Council' }).isChecked()).toBe(true);
    await sound();
    await page.getByLabel('Date').fill(JOINT);
    await press('Call the meeting');
    await done('The meeting is called.');
    await page.goto(`${COUNCIL}/meetings`);
    expect(await main()).toContain('Joint meetings that others call');
    await page.getByRole('heading', { name: 'Joint meetings that others call' }).waitFor();
    await sound();
  });
});
