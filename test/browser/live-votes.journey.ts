import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type TestApp } from '../support/app.js';
import { barriersOn, BOARD, closeBoard, openWithFive, serveBoard, signedIn } from '../support/live-board.js';
import { minuteOf, said } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  ({ app, browser, address } = await serveBoard());
}, 120_000);
afterAll(() => closeBoard({ app, browser }));

/** A meeting with a seconded motion under a paragraph. */
async function movedAt(key: string): Promise<string> {
  const live = await openWithFive(app, key);
  const at = `bodies/${BOARD}/meetings/${key}`;
  await app.record(`${at}/record-paragraph`, { text: 'There was a report on the road.' });
  await app.record(`${at}/move-motion`, { motionId: 'm-1', text: 'That the road be closed.', movedBy: 'ann-aird' });
  await app.record(`${at}/second-motion`, { motionId: 'm-1', secondedBy: 'bob-boyd' });
  return live;
}

describe.each([true, false])('a clerk who records what comes of votes, with scripts: %s', (javaScriptEnabled) => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk', { javaScriptEnabled });
  });
  afterAll(() => page.context().close());
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('records a decision on the loss of a motion, and of a procedural motion', async () => {
    const key = `loss-${javaScriptEnabled}`;
    const at = `bodies/${BOARD}/meetings/${key}`;
    const live = await movedAt(key);
    const counts = { yes: 1, no: 3 };
    await app.record(`${at}/take-procedural-motion`, {
      kind: 'closure',
      movedBy: 'cat-cairns',
      secondedBy: 'dan-duff',
      method: 'show-of-hands',
      counts,
    });
    await page.goto(live);
    await page.getByRole('link', { name: 'Decision on its loss', exact: true }).click();
    await page.getByText('Resolved on the loss of the motion: the question be now put').waitFor();
    await send('Record the decision');
    await page.getByRole('alert').filter({ hasText: 'A decision is recorded in words' }).waitFor();
    await page.getByRole('textbox', { name: 'Decision' }).fill('AGREED to reject the procedural motion.');
    await send('Record the decision');
    await said(page, 'Decision recorded');
    expect(await page.getByRole('link', { name: 'Decision on its loss' }).count()).toBe(0);
    await app.record(`${at}/take-vote`, { motionId: 'm-1', method: 'show-of-hands', counts });
    await page.goto(live);
    await page.getByRole('link', { name: 'Decision on its loss That the road be closed.' }).click();
    await page.getByText('Resolved on the loss of the motion: That the road be closed.').waitFor();
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('textbox', { name: 'Decision' }).fill('AGREED that the road stay open.');
    await send('Record the decision');
    await said(page, 'Decision recorded');
    const minute = await minuteOf(app, key);
    expect(minute).toContain('AGREED to reject the procedural motion.');
    expect(minute).toContain('it was not carried.\n\nDECISION\n\nAGREED that the road stay open.');
  });

  it('declares a vote void, and takes it again', async () => {
    const key = `void-${javaScriptEnabled}`;
    const live = await movedAt(key);
    await app.record(`bodies/${BOARD}/meetings/${key}/take-vote`, { motionId: 'm-1', method: 'show-of-hands', counts: { yes: 3, no: 1 } });
    await page.goto(live);
    await page.getByRole('link', { name: 'Correct the vote' }).click();
    await page.getByRole('link', { name: 'It was declared void instead' }).click();
    await page.getByLabel('Why it is void').fill('The doors had not been closed');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Declare it void');
    await said(page, 'The vote is declared void');
    expect(await page.getByRole('link', { name: 'Correct the vote' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Vote That the road be closed.' }).click();
    await page.getByLabel('Show of hands', { exact: true }).check();
    await page.getByLabel('For', { exact: true }).first().fill('1');
    await page.getByLabel('Against', { exact: true }).first().fill('4');
    await send('Record the vote');
    await said(page, 'The vote is recorded');
    expect(await minuteOf(app, key)).toContain(
      'it was carried.\n\nThe vote was declared void by Ann Aird: The doors had not been closed.\n\nVOTE\n\nThe vote was taken again.\n\nOn a show of hands 1 voted for and 4 against; it was not carried.',
    );
  });

  it('records what was declared without a count, and who dissents from it, several at once', async () => {
    const key = `declared-${javaScriptEnabled}`;
    await page.goto(await movedAt(key));
    await page.getByRole('link', { name: 'Vote That the road be closed.' }).click();
    await page.getByLabel('Declared without a count', { exact: true }).check();
    await page.getByText('Without a count', { exact: true }).click();
    await page.getByLabel('In the body’s own words').fill('agreed overwhelmingly');
    await send('Record the vote');
    await page.getByRole('alert').filter({ hasText: 'is recorded with what was declared' }).waitFor();
    expect(await page.getByLabel('In the body’s own words').inputValue()).toBe('agreed overwhelmingly');
    await page.getByLabel('Declared', { exact: true }).selectOption('Carried');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Record the vote');
    await said(page, 'The vote is recorded');
    await page.getByRole('link', { name: 'Dissent That the road be closed.' }).click();
    await send('Record the dissent');
    await page.getByRole('alert').filter({ hasText: 'A dissent is that of somebody who is named' }).waitFor();
    for (const name of ['Dan Duff', 'Eve Ewing']) await page.getByRole('checkbox', { name }).check();
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Record the dissent');
    await said(page, 'The dissent is recorded');
    expect(await minuteOf(app, key)).toContain(
      'Without a count it was declared carried (agreed overwhelmingly).\n\nDan Duff and Eve Ewing asked that their dissent be recorded.',
    );
    await page.getByRole('link', { name: 'Correct the vote' }).click();
    expect(await page.getByLabel('Declared', { exact: true }).inputValue()).toBe('carried');
  });

  it('records who dissents from a decision that no vote was taken on', async () => {
    const key = `dissents-${javaScriptEnabled}`;
    await page.goto(await movedAt(key));
    const at = `bodies/${BOARD}/meetings/${key}`;
    await app.record(`${at}/withdraw-motion`, { motionId: 'm-1' });
    await app.record(`${at}/record-decision`, { words: 'NOTED the report.' });
    await page.reload();
    await page.getByRole('link', { name: 'Dissent from the decision on 1' }).click();
    await send('Record the dissent');
    await page.getByRole('alert').filter({ hasText: 'A dissent is that of somebody who is named' }).waitFor();
    await page.getByText('NOTED the report.').first().waitFor();
    for (const name of ['Dan Duff', 'Eve Ewing']) await page.getByRole('checkbox', { name }).check();
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Record the dissent');
    await said(page, 'The dissent is recorded');
    expect(await minuteOf(app, key)).toContain('NOTED the report.\n\nDan Duff and Eve Ewing asked that their dissent be recorded.');
  });

  it('records who is paired in a division', async () => {
    const key = `paired-${javaScriptEnabled}`;
    const live = await movedAt(key);
    const at = `bodies/${BOARD}/meetings/${key}`;
    await app.record(`${at}/move-motion`, { motionId: 'a-1', text: 'That the road stay open.', movedBy: 'cat-cairns', amends: 'm-1' });
    await app.record(`${at}/second-motion`, { motionId: 'a-1', secondedBy: 'dan-duff' });
    await page.goto(live);
    await page.getByRole('link', { name: 'Division between proposals' }).click();
    await page.getByLabel('For: Motion').fill('2');
    await page.getByLabel('For: Amendment').fill('1');
    await page.getByText('Pairs', { exact: true }).click();
    await page.getByLabel('One of the pair').first().selectOption('Dan Duff');
    await send('Record the division');
    await page.getByRole('alert').filter({ hasText: 'A pair is two people' }).waitFor();
    await page.getByLabel('Paired with').first().selectOption('Eve Ewing');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Record the division');
    await said(page, 'The division is recorded');
    expect(await minuteOf(app, key)).toContain('whereupon the motion was declared carried.\n\nPaired: Dan Duff and Eve Ewing (2).');
    await page.getByRole('link', { name: 'Correct the division' }).click();
    await page.getByLabel('For: Motion').waitFor();
    const chosen = (label: string) => page.getByLabel(label).first().inputValue();
    expect([await chosen('One of the pair'), await chosen('Paired with')]).toEqual(['dan-duff', 'eve-ewing']);
  });
});
