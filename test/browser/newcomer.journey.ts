import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { recordDemonstration } from '../../src/cli/demonstration.js';
import { type DemonstrationSignIn } from '../../src/serve.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn, today } from '../support/live-board.js';

/** Somebody who has never seen it, with the sign-in that the demonstration prints: nothing but links and buttons, by the names they can see. */
let app: TestApp;
let browser: Browser;
let page: Page;
let clerk: DemonstrationSignIn;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  const signIns = await recordDemonstration(app.nest);
  clerk = signIns.find(({ login }) => login === 'clerk')!;
  const context = await browser.newContext({ baseURL: await app.listen(), locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const follow = (name: string | RegExp) => page.getByRole('link', { name, exact: true }).first().click();
const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor();
const main = () => page.getByRole('main').innerText();

describe('a newcomer', () => {
  it('is told what this is, and where whoever records signs in', async () => {
    await page.goto('/');
    await heading('Bodies');
    expect(await main()).toContain('The meetings, minutes, decisions and actions of these bodies');
    expect(await barriersOn(page)).toEqual([]);
    await follow('signs in');
    await heading('Sign in');
    await page.getByLabel('Login').fill(clerk.login);
    await page.getByLabel('Password', { exact: true }).fill(clerk.password);
    await press('Sign in');
    await heading('Bodies');
    expect(await main()).toContain('where to call a meeting');
  });

  it('finds where to call a meeting, and what comes after', async () => {
    await follow('Scottish Borders Community Planning Strategic Board');
    await heading('Scottish Borders Community Planning Strategic Board');
    await press('Call a meeting');
    await page.getByLabel('Date', { exact: true }).fill(today());
    await page.getByLabel('Time', { exact: true }).fill('14:00');
    await press('Call the meeting');
    await page.getByRole('alert').filter({ hasText: 'open it on the day from its live page' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await follow('Live page');
    await heading(/^Scottish Borders Community Planning Strategic Board, /);
    expect(await main()).toContain('Open the meeting, say who is there, and take the first item.');
  });

  it('records a short one', async () => {
    await press('Open the meeting');
    await said('The meeting is opened');
    for (const name of ['Councillor D. Parker', 'Councillor S. Bell']) {
      await press(`Arrived ${name}`);
      await said(`${name} arrived`);
    }
    await press('In the chair Councillor D. Parker');
    await said('Councillor D. Parker took the chair');
    await follow('Item not on the agenda');
    await page.getByLabel('Heading in the minute').fill('Footpaths');
    await press('Take it');
    await said('The item is taken');
    await page.getByRole('textbox', { name: 'Paragraph' }).fill('There had been circulated a report on footpaths.');
    await press('Record the paragraph');
    await said('Paragraph recorded');
    await follow('Decision');
    await page.getByRole('textbox', { name: 'Decision' }).fill('AGREED that the footpaths be mended.');
    await press('Record the decision');
    await said('Decision recorded');
    await follow('Action');
    await page.getByLabel('Officers').fill('Shona Smith');
    await page.getByLabel('Deadline, in the words used').fill('next meeting');
    await press('Raise the action');
    await said('Action raised');
    await follow('Conclude');
    await press('Conclude the meeting');
    await said('The meeting is concluded');
    await follow('Read the draft minute');
    await heading(/^Minute of /);
    const minute = await page.getByRole('article').innerText();
    for (const words of [
      'Councillor D. Parker (Chair)',
      'There had been circulated a report on footpaths.',
      'AGREED that the footpaths be mended.',
    ])
      expect(minute).toContain(words);
    expect(await barriersOn(page)).toEqual([]);
  });

  it('finds what is overdue, and its story', async () => {
    await follow('Overdue actions');
    await heading('Overdue actions');
    expect(await main()).toContain('days overdue');
    await follow('7. Governance of Community Planning Partnership');
    await heading('Governance of Community Planning Partnership');
    expect(await page.locator('.moj-timeline__title').allInnerTexts()).toEqual(['Progress reported', 'Raised']);
    expect(await barriersOn(page)).toEqual([]);
    await follow('paragraph 5.3');
    await page.locator(':target', { hasText: 'a further report on governance' }).waitFor();
  });
});
