import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type TestApp } from '../support/app.js';
import { barriersOn, BOARD, closeBoard, composerSettled, openWithFive, serveBoard, signedIn } from '../support/live-board.js';
import { minuteOf, said } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  ({ app, browser, address } = await serveBoard());
}, 120_000);
afterAll(() => closeBoard({ app, browser }));

describe.each([true, false])('a clerk who writes down what is said, with scripts: %s', (javaScriptEnabled) => {
  const key = `discussion-${javaScriptEnabled}`;
  const at = `bodies/${BOARD}/meetings/${key}`;
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk', { javaScriptEnabled });
    await page.goto(await openWithFive(app, key));
    await app.record(`${at}/record-paragraph`, { text: 'The road was full of holes.' });
    await page.reload();
  });
  afterAll(() => page.context().close());

  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const alert = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor();
  const shown = async (name: string) => {
    const to = process.env['QUORATE_SHOTS'];
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    if (to !== undefined) await page.screenshot({ path: `${to}/${name}-${javaScriptEnabled}.png`, fullPage: true });
  };
  /** By its key where there are scripts, else by its link. */
  const open = async (pressed: string, link: string, focused: string) => {
    if (!javaScriptEnabled) return page.getByRole('link', { name: link, exact: false }).first().click();
    await page.keyboard.press('Escape');
    await page.locator('#composer-heading').focus();
    await page.keyboard.press(pressed);
    await composerSettled(page, focused);
  };
  /** Where the refused form has the focus. */
  const focusedOn = async (selector: string) => {
    if (javaScriptEnabled) await composerSettled(page, `${selector}:focus`);
  };

  it('records an action by initials, and a slip in them keeps what was typed and takes the focus', async () => {
    await open('t', 'Action agreed', '#_who:focus');
    await page.locator('#_who').fill('AA, ZZ');
    await page.locator('#due').fill('next meeting');
    await send('Record the action');
    await alert('Nobody in the sederunt has the initials ZZ');
    await focusedOn('#_who');
    expect(await page.locator('#_who').inputValue()).toBe('AA, ZZ');
    expect(await page.locator('#due').inputValue()).toBe('next meeting');
    await shown('agree');
    await page.locator('#_who').fill('AA, bb, the Trust');
    await send('Record the action');
    await said(page, 'The action is recorded');
    expect(await minuteOf(app, key)).toMatch(
      /full of holes\.\n\n +Action: AA, BB, the Trust \(next meeting\)|full of holes\.\n\nAction: AA, BB, the Trust \(next meeting\)/,
    );
  });

  it('keeps who was ticked when the form is refused', async () => {
    await open('t', 'Action agreed', '#_who:focus');
    await page.getByText('Pick them from the sederunt').click();
    await page.getByLabel('Cat Cairns (CC)').check();
    await page.locator('#_who').fill('ZZ');
    await send('Record the action');
    await alert('Nobody in the sederunt');
    expect(await page.getByLabel('Cat Cairns (CC)').isChecked()).toBe(true);
    await page.locator('#_who').fill('');
    await send('Record the action');
    await said(page, 'The action is recorded');
    expect(await minuteOf(app, key)).toContain('Action: CC');
  });

  it('records a deputation, and what was resolved on it', async () => {
    await open('h', 'Question or deputation', 'input[name="kind"]:focus');
    await page.getByLabel('Deputation', { exact: true }).check();
    await page.getByLabel('On what').fill('the holes in the road');
    await page.getByLabel('The answer').fill('They would be filled.');
    await send('Record it');
    await page.getByRole('alert').first().waitFor();
    await focusedOn('#name');
    expect(await page.getByLabel('Deputation', { exact: true }).isChecked()).toBe(true);
    expect(await page.getByLabel('The answer').inputValue()).toBe('They would be filled.');
    await shown('hearing');
    await page.getByLabel('Or whose name').fill('Mrs E. Grant');
    await page.getByLabel('For whom').fill('Friends of the Road');
    await send('Record it');
    await said(page, 'It is recorded');
    await page.getByRole('link', { name: 'Record what was resolved' }).click();
    await page.locator('#words').fill('AGREED to fill the holes.');
    await send('Record the decision');
    await said(page, 'Decision recorded');
    const minute = await minuteOf(app, key);
    expect(minute).toMatch(/deputation of Mrs E\. Grant \(Friends of the Road\)/i);
    expect(minute).toContain('AGREED to fill the holes.');
  });

  it('records business before the first item', async () => {
    await open('f', 'Business before the first item', '#heading:focus');
    await shown('before');
    await send('Take it');
    await said(page, 'Business before the first item is taken');
    await page.locator('#text').fill('The Convener paid tribute to Mr A.');
    await send('Record the paragraph');
    await said(page, 'recorded');
    const minute = await minuteOf(app, key);
    expect(minute.indexOf('tribute')).toBeLessThan(minute.indexOf('full of holes'));
  });

  it('moves a paragraph to another item', async () => {
    await page.getByRole('link', { name: /^Correct paragraph 1(\.1)?$/ }).click();
    await page.getByRole('link', { name: 'Move it to another item' }).click();
    await page.getByLabel('Why').waitFor();
    await send('Move it');
    await page.getByRole('alert').first().waitFor();
    await focusedOn('#sectionId');
    await shown('move');
    await page.getByLabel('To which item').selectOption({ index: 1 });
    await page.getByLabel('Why').fill('It was an announcement');
    await send('Move it');
    await said(page, 'It is moved');
    const minute = await minuteOf(app, key);
    expect(minute.indexOf('full of holes')).toBeGreaterThan(minute.indexOf('tribute'));
    expect(minute.indexOf('full of holes')).toBeLessThan(minute.indexOf('Minute of the last meeting'));
  });

  it('rises for a recess, and takes the sederunt again', async () => {
    await page.getByRole('link', { name: 'Adjourn or recess' }).click();
    await page.getByLabel('Why').fill('Tea');
    await page.getByLabel('For a short period: a recess').check();
    await page.getByLabel('On another day').fill('2031-02-03');
    await send('Adjourn the meeting');
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('For a short period: a recess').isChecked()).toBe(true);
    await shown('adjourn');
    await page.getByLabel('On another day').fill('');
    await send('Adjourn the meeting');
    await said(page, 'The meeting is adjourned');
    expect(await minuteOf(app, key)).toMatch(/The meeting adjourned for a short period[^:]*: Tea\./);
    await page.getByRole('link', { name: 'Resume', exact: true }).first().click();
    await page.getByLabel('The sederunt is taken again').check();
    for (const name of ['Cat Cairns', 'Dan Duff', 'Eve Ewing']) await page.getByLabel(name, { exact: true }).uncheck();
    await shown('resume');
    await send('Resume the meeting');
    await said(page, 'The meeting has resumed');
    expect(await minuteOf(app, key)).toMatch(/The meeting resumed[^.]*(?:a\.m\.|p\.m\.)?[^P]*Present: Ann Aird, Bob Boyd\./);
  });

  it('abandons the meeting once there is no quorum', async () => {
    await page.getByRole('link', { name: 'Abandon for want of a quorum' }).click();
    await page.getByLabel('Abandoned at').waitFor();
    await shown('abandon');
    await page.getByLabel('Abandoned at').fill('15:10');
    await send('Abandon the meeting');
    await said(page, 'The meeting is abandoned');
    expect(await minuteOf(app, key)).toContain('There being no longer a quorum, the meeting was abandoned at 3.10 p.m.');
    const listed = (await app.get(`bodies/${BOARD}/meetings?status=abandoned`)).text;
    expect(listed).toContain(key);
  });
});
