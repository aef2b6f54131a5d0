import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { rules } from '../support/a-clerk.js';
import { type TestApp } from '../support/app.js';
import { barriersOn, BOARD, closeBoard, composerSettled, openWithFive, serveBoard, signedIn } from '../support/live-board.js';
import { minuteOf, said, sum } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const from = '2021-01-01';
  const { voting } = rules(from, {});
  const between = { method: 'all-at-once', source: 'Standing Order 10' };
  const adopted = rules(from, { voting: { ...voting, between } });
  ({ app, browser, address } = await serveBoard((to) => to.record(`bodies/${BOARD}/adopt-constitution`, adopted)));
}, 120_000);
afterAll(() => closeBoard({ app, browser }));

/** A motion and an amendment to it, both seconded, under a paragraph. */
async function movedAt(key: string): Promise<string> {
  const live = await openWithFive(app, key);
  const at = `bodies/${BOARD}/meetings/${key}`;
  await app.record(`${at}/record-paragraph`, { text: 'There was a report on the road.' });
  await app.record(`${at}/move-motion`, { motionId: 'm-1', text: 'That the road be closed.', movedBy: 'ann-aird' });
  await app.record(`${at}/second-motion`, { motionId: 'm-1', secondedBy: 'bob-boyd' });
  await app.record(`${at}/move-motion`, { motionId: 'a-1', text: 'That the road stay open.', movedBy: 'cat-cairns', amends: 'm-1' });
  await app.record(`${at}/second-motion`, { motionId: 'a-1', secondedBy: 'dan-duff' });
  return live;
}

describe.each([true, false])('a clerk who records a division between proposals, with scripts: %s', (javaScriptEnabled) => {
  const key = `between-${javaScriptEnabled}`;
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk', { javaScriptEnabled });
    await page.goto(await movedAt(key));
  });
  afterAll(() => page.context().close());
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('opens it by either key, is told of a tie, and keeps what was typed', async () => {
    if (javaScriptEnabled) {
      await page.locator('#composer-heading').focus();
      for (const key of ['v', 'Escape', 'p', 'Escape', 'b']) {
        await page.keyboard.press(key);
        if (key === 'p') await composerSettled(page, '#text:focus');
        else if (key !== 'Escape') await composerSettled(page, 'input[name="method"]:focus');
        if (key === 'v') expect(await page.locator('#composer-heading').innerText()).toBe('Division between proposals');
      }
    } else await page.getByRole('link', { name: 'Division between proposals' }).click();
    expect(await page.getByLabel('Motion: That the road be closed.').isChecked()).toBe(true);
    expect(await page.getByLabel('Amendment: That the road stay open.').isChecked()).toBe(true);
    await page.getByLabel('For: Motion').fill('2');
    await page.getByLabel('For: Amendment').fill('2');
    await page.getByLabel('Declined to vote', { exact: true }).first().fill('1');
    if (javaScriptEnabled) {
      expect(await sum(page)).toBe('5 of 5: all counted');
      expect(await barriersOn(page)).toEqual([]);
    }
    await send('Record the division');
    await page.getByRole('alert').filter({ hasText: 'Where as many vote for two proposals, the tie is broken' }).waitFor();
    expect(await page.getByLabel('For: Amendment').inputValue()).toBe('2');
    await page.getByLabel('If the votes are equal').selectOption('Amendment');
    await send('Record the division');
    await said(page, 'The division is recorded');
    expect(await minuteOf(app, key)).toContain(
      'On a show of hands there voted for the motion 2; and for the amendment 2.\n\nThe votes being equal, Ann Aird used the casting vote for the amendment, whereupon the amendment was declared carried.\n\nDeclined to vote: 1.',
    );
  });

  it('puts it right by name, those who differ and all others at once', async () => {
    await page.getByRole('link', { name: 'Correct the division' }).click();
    await page.getByLabel('For: Motion').waitFor();
    expect(await page.getByLabel('For: Motion').inputValue()).toBe('2');
    await page.getByLabel('Roll call', { exact: true }).check();
    if (!javaScriptEnabled) await page.getByText('Names (5 entitled and in the room)').click();
    const group = (name: string) => page.getByRole('group', { name });
    await group('In a roll call, all others').getByLabel('Amendment', { exact: true }).check();
    await group('Ann Aird').getByLabel('Motion', { exact: true }).check();
    await group('Bob Boyd').getByLabel('Declined to vote', { exact: true }).check();
    await page.getByLabel('Fay Fyfe').check();
    if (javaScriptEnabled) {
      expect(await sum(page)).toBe('5 of 5: all counted');
      expect(await page.getByLabel('For: Amendment').inputValue()).toBe('3');
      expect(await barriersOn(page)).toEqual([]);
    }
    await page.getByLabel('If the votes are equal').selectOption('Nothing: the votes are not equal');
    await page.getByLabel('Why it is put right').fill('The names were read');
    await send('Put the division right');
    await said(page, 'The division is put right');
    expect(await minuteOf(app, key)).toContain(
      'On a roll call there voted for the motion - Ann Aird (1); and for the amendment - Cat Cairns, Dan Duff and Eve Ewing (3) - whereupon the amendment was declared carried.\n\nDeclined to vote: Bob Boyd (1).\n\nAbsent from the division: Fay Fyfe (1).',
    );
  });

  it('records the decision in the words of what won', async () => {
    await page.getByRole('link', { name: 'Record the decision' }).click();
    await page.getByText('Follows from the motion carried').waitFor();
    await send('Record the decision');
    await said(page, 'Decision recorded');
    expect(await minuteOf(app, key)).toContain('AGREED that the road stay open.');
  });

  it('divides between options that nobody moved, and records what won', async () => {
    await page.getByRole('link', { name: 'Motion and vote' }).click();
    await page.getByRole('link', { name: 'Division between options that nobody moved' }).click();
    await page.getByLabel('Option 1', { exact: true }).fill('The north site');
    await page.getByLabel('For option 1').fill('3');
    await page.getByLabel('Option 2', { exact: true }).fill('The south site');
    await page.getByLabel('For option 2').fill('2');
    await send('Record the division');
    await said(page, 'The division is recorded');
    expect(await minuteOf(app, key)).toContain(
      'there voted for The north site 3; and for The south site 2 - whereupon The north site was declared carried.',
    );
    await page.getByRole('link', { name: 'Record the decision The north site' }).click();
    await page.getByText('Follows from the division').waitFor();
    await send('Record the decision');
    await said(page, 'Decision recorded');
    expect(await minuteOf(app, key)).toContain('AGREED: The north site.');
  });
});
