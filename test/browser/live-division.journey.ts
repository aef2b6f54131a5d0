import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type TestApp } from '../support/app.js';
import {
  barriersOn,
  BOARD,
  callMeeting,
  closeBoard,
  openWithFive,
  registerClerk,
  serveBoard,
  signedIn,
  today,
} from '../support/live-board.js';
import { minuteOf, said, sum } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  ({ app, browser, address } = await serveBoard((to) => registerClerk(to, 'presider', 'chair')));
}, 120_000);
afterAll(() => closeBoard({ app, browser }));

/** A motion with two amendments, all seconded. */
async function movedAt(key: string): Promise<string> {
  const live = await openWithFive(app, key);
  for (const [motionId, text, movedBy, amends] of [
    ['m-1', 'That the road be closed.', 'ann-aird', undefined],
    ['m-2', 'That it be closed by night.', 'bob-boyd', 'm-1'],
    ['m-3', 'That it be closed for a week.', 'cat-cairns', 'm-1'],
  ] as const) {
    await app.record(`bodies/${BOARD}/meetings/${key}/move-motion`, { motionId, text, movedBy, ...(amends && { amends }) });
    await app.record(`bodies/${BOARD}/meetings/${key}/second-motion`, { motionId, secondedBy: 'eve-ewing' });
  }
  return live;
}

describe.each([true, false])('a clerk, with scripts: %s', (javaScriptEnabled) => {
  const key = `order-${javaScriptEnabled}`;
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk', { javaScriptEnabled });
    await page.goto(await movedAt(key));
  });
  afterAll(() => page.context().close());
  const place = (motion: string) => page.getByLabel(motion);
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('settles the order of voting, and is told which cannot be', async () => {
    await page.getByRole('link', { name: 'Settle the order of voting' }).click();
    await place('Motion: That the road be closed.').waitFor();
    expect(await place('Amendment: That it be closed for a week.').inputValue()).toBe('1');
    expect(await place('Motion: That the road be closed.').inputValue()).toBe('3');
    await place('Amendment: That it be closed by night.').fill('1');
    await send('Settle the order');
    await page.getByRole('alert').filter({ hasText: 'Two motions have the same place' }).waitFor();
    expect(await place('Amendment: That it be closed by night.').inputValue()).toBe('1');
    await place('Amendment: That it be closed for a week.').fill('2');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Settle the order');
    await said(page, 'The order of voting is settled');
    expect(await page.locator('.q-motion', { hasText: 'by night' }).innerText()).toContain('Voted on first.');
    expect(await page.locator('.q-motion', { hasText: 'for a week' }).innerText()).toContain('Voted on as number 2.');
  });

  it('calls the roll, with a pair and somebody absent, and is refused what cannot be', async () => {
    await page.getByRole('link', { name: 'Vote That it be closed by night.' }).click();
    await page.getByLabel('Roll call').check();
    if (!javaScriptEnabled) await page.getByText('Names (5 entitled and in the room)').click();
    const votes = async (name: string, option: string) => page.getByRole('group', { name }).getByLabel(option, { exact: true }).check();
    await votes('Ann Aird', 'For');
    await votes('Bob Boyd', 'For');
    await votes('Cat Cairns', 'Against');
    await page.getByText('Pairs, and members absent from the division').click();
    await page.getByLabel('One of the pair').selectOption('Dan Duff');
    await page.getByLabel('Paired with').selectOption('Ann Aird');
    if (javaScriptEnabled) expect(await sum(page)).toBe('5 of 5: all counted; 4 by name; Ann Aird is named twice');
    await send('Record the vote');
    await page.getByRole('alert').filter({ hasText: 'Somebody who is paired has another vote as well' }).waitFor();
    await page.getByLabel('Paired with').selectOption('Eve Ewing');
    await page.getByLabel('Fay Fyfe').check();
    if (javaScriptEnabled) {
      expect(await sum(page)).toBe('5 of 5: all counted; 6 by name');
      expect(await page.getByLabel('For', { exact: true }).first().inputValue()).toBe('2');
      expect(await page.getByLabel('For', { exact: true }).first().getAttribute('readonly')).not.toBeNull();
      expect(await barriersOn(page)).toEqual([]);
    }
    await send('Record the vote');
    await said(page, 'The vote is recorded');
    const minute = await minuteOf(app, key);
    expect(minute).toContain('On a roll call 2 voted for and 1 against, 1 absent, 2 paired; it was carried.');
    expect(minute).toContain('For: Ann Aird and Bob Boyd.');
    expect(minute).toContain('Paired: Dan Duff and Eve Ewing.');
  });

  it('puts it right from what was recorded', async () => {
    await page.getByRole('link', { name: 'Correct the vote' }).click();
    expect(await page.getByLabel('Roll call').isChecked()).toBe(true);
    const cat = page.getByRole('group', { name: 'Cat Cairns' });
    expect(await cat.getByLabel('Against', { exact: true }).isChecked()).toBe(true);
    await cat.getByLabel('Abstained', { exact: true }).check();
    await page.getByLabel('Why it is put right').fill('Misheard');
    await send('Put the vote right');
    await said(page, 'The vote is put right');
    expect(await minuteOf(app, key)).toContain('Abstained: Cat Cairns.');
  });

  it('puts an urgent item on the agenda, and takes it', async () => {
    await page.getByRole('link', { name: 'Add an urgent or late item to the agenda' }).click();
    await page.getByLabel('Title', { exact: true }).fill('Flood damage');
    await page.getByLabel('Why it was not on the agenda when notice was given').fill('The river rose on Sunday');
    expect(await page.getByLabel('Ruled urgent by').locator('option:checked').innerText()).toBe('Ann Aird');
    await page.getByLabel('Paper handed out').fill('Photographs');
    await send('Put it on the agenda');
    await said(page, 'The item is on the agenda');
    await page.getByRole('button', { name: 'Take item 4' }).click();
    await page.locator('[aria-current="step"]', { hasText: 'Flood damage' }).waitFor();
  });

  it('records that somebody left in other words, and came back remotely', async () => {
    await page.getByRole('link', { name: 'Left, with details Eve Ewing' }).click();
    await page.getByLabel('In the minute').selectOption('Nothing');
    await page.getByLabel('Beside the name in the sederunt').selectOption('Nothing');
    await send('Record that they left');
    await said(page, 'The leaving is recorded');
    expect(await minuteOf(app, key)).not.toContain('Eve Ewing left');
    await page.getByRole('link', { name: 'Came back, with details Eve Ewing' }).click();
    await page.getByLabel('There remotely').check();
    await send('Record that they came back');
    await said(page, 'The return is recorded');
    expect(await minuteOf(app, key)).toContain('Eve Ewing rejoined the meeting remotely');
  });
});

describe('a roll that was wrong', () => {
  it('is put right as soon as the record of the body is', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'roll'));
    await page.getByRole('link', { name: 'Correct the roll' }).click();
    await page.getByText('The meeting’s roll is the one the record of the body has.').waitFor();
    await app.record(`bodies/${BOARD}/create-seat`, { seatId: 'seat-seven', label: 'Seventh seat', voting: true, from: today() });
    await app.record(`bodies/${BOARD}/fill-seat`, {
      seatId: 'seat-seven',
      holder: { personId: 'gus-grant', name: 'Gus Grant' },
      from: today(),
    });
    await page.locator('#quorum-sum', { hasText: '5 of 7 voting seats present' }).waitFor();
    await page.getByRole('button', { name: 'Arrived Gus Grant' }).waitFor();
    await page.getByRole('link', { name: 'Correct the roll' }).click();
    await page.getByText('The meeting’s roll is the one the record of the body has.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('whoever presides', () => {
  it('sees the meeting opened without a reload, and rules on it', async () => {
    const page = await signedIn(browser, address, 'presider');
    await page.goto(await callMeeting(app, 'before'));
    await page.getByText('What the chair rules is recorded here once it is.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await app.record(`bodies/${BOARD}/meetings/before/open-meeting`, {});
    await page.getByLabel('In the words the minute is to have').fill('There was no quorum at the appointed time.');
    await page.getByLabel('The quorum is lost').check();
    await page.getByRole('button', { name: 'Record the declaration' }).click();
    await said(page, 'The declaration is recorded');
    await app.record(`bodies/${BOARD}/meetings/before/conclude-meeting`, {});
    await page.getByText('The meeting is over: nothing more is ruled on.').waitFor();
    await page.context().close();
  });
});

describe('what was typed and not sent', () => {
  it('is on the device until its clerk signs out, who is told so', async () => {
    const page = await signedIn(browser, address, 'clerk');
    const live = await openWithFive(app, 'unsent');
    await page.goto(live);
    await page.locator('#text').fill('Half a paragr');
    await page.goto('/account');
    await page.getByText('It is on this device until you sign out.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.goto(live);
    await page.waitForFunction(`document.querySelector('#text').value === 'Half a paragr'`);
    await page.goto('/account');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    expect(await page.evaluate('Object.keys(localStorage).filter((name) => name.includes("draft"))')).toEqual([]);
    await page.context().close();
  });
});
