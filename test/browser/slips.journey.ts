import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { dayOf, openMeeting } from '../support/held-meeting.js';
import { barriersOn, BOARD, establishBoard, registerClerk, signedIn } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let page: Page;

const HELD = `/bodies/${BOARD}/meetings/held`;
const STEPS = `${HELD}/steps`;

/** A meeting in which the clerk wrote down a wrong time, wrong words of a motion, and the interest of somebody else. */
beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  const record = await openMeeting(app, 'held', dayOf(-40));
  await record('take-item', { heading: 'Roads' });
  await record('record-paragraph', { text: 'There had been circulated a report on roads.' });
  const { json } = await app.get(`bodies/${BOARD}/meetings/held/course`);
  const { sectionId } = (json as { steps: readonly { section: { sectionId: string } }[] }).steps.at(-1)!.section;
  await record('declare-interest', {
    personId: 'bob-boyd',
    itemId: sectionId,
    outcome: 'declared-and-withdrew',
    nature: 'Owns the quarry',
  });
  await record('move-motion', { text: 'That the road be mended', movedBy: 'cat-cairns' });
  await record('conclude-meeting', { time: '16:00' });
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
const open = async (verb: 'Correct' | 'Strike', step: string): Promise<void> => {
  await page.goto(STEPS);
  await page.getByRole('link', { name: `${verb}… ${step}` }).click();
};
const minute = async (): Promise<string> => (await app.get(`bodies/${BOARD}/meetings/held/minute?format=text`)).text;

describe('a clerk puts right what was written down wrong', () => {
  it('and finds it from the meeting’s page and from the live page', async () => {
    await page.goto(HELD);
    await page.getByRole('link', { name: 'Correct the course of the meeting' }).click();
    expect(await main()).toContain('The meeting was concluded: at 4.00 pm');
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(`${HELD}/live`);
    await page.getByRole('link', { name: 'Correct the course of the meeting' }).click();
    await page.waitForURL(`**${STEPS}`);
  });

  it('the time of its end', async () => {
    await open('Correct', 'The meeting was concluded');
    expect(await page.getByLabel('Time').inputValue()).toBe('16:00');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Time').fill('16:20');
    await press('Put it right');
    await page.getByRole('link', { name: 'Enter: Reason' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('reason');
    expect(await page.getByLabel('Time').inputValue()).toBe('16:20');
    await page.getByLabel('What was wrong').fill('The clock in the hall was slow');
    await press('Put it right');
    await done('The record is put right');
    expect(await main()).toContain('The meeting was concluded: at 4.20 pm');
    expect(await main()).toContain('before: at 4.00 pm. The clock in the hall was slow');
    expect(await minute()).toContain('4.20 p.m.');
  });

  it('the words of a motion', async () => {
    await open('Correct', 'A motion was moved');
    await page.getByLabel('The words of the motion').fill('That the bridge be mended');
    await page.getByLabel('What was wrong').fill('It was the bridge');
    await press('Put it right');
    await done('The record is put right');
    expect(await minute()).toContain('Cat Cairns moved: That the bridge be mended');
    expect(await minute()).not.toContain('road be mended');
  });

  it('the interest of another, which is struck', async () => {
    expect(await minute()).toContain('Bob Boyd declared an interest');
    await open('Strike', 'An interest was declared');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Why it is struck').fill('It was Mr Brown of the press');
    await press('Strike it');
    await done('It is struck from the record');
    expect(await minute()).not.toContain('Bob Boyd declared');
    expect(await main()).toContain('Owns the quarry');
    expect(await main()).toContain('It was Mr Brown of the press');
  });

  it('and is told why what stands cannot be belied', async () => {
    await open('Strike', 'An item was taken');
    await page.getByLabel('Why it is struck').fill('Taken by mistake');
    await press('Strike it');
    expect(await main()).toContain('An item of which something is recorded was not taken in error');
  });
});
