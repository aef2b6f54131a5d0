import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { type TestApp } from '../support/app.js';
import { barriersOn, closeBoard, composerSettled, openWithFive, serveBoard, signedIn } from '../support/live-board.js';
import { minuteOf, said, sum } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  ({ app, browser, address } = await serveBoard());
}, 120_000);
afterAll(() => closeBoard({ app, browser }));

describe.each([true, false])('a clerk who records an election, with scripts: %s', (javaScriptEnabled) => {
  const key = `election-${javaScriptEnabled}`;
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk', { javaScriptEnabled });
    await page.goto(await openWithFive(app, key));
  });
  afterAll(() => page.context().close());
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const nominate = async (row: number, nominee: string) => {
    const group = page.getByRole('group', { name: `Nomination ${row}` });
    await group.getByLabel('Nominated').fill(nominee);
    await group.getByLabel('Moved by').selectOption('Ann Aird');
    await group.getByLabel('Seconded by').selectOption('Eve Ewing');
  };

  it('opens it by its key, is told what is missing, and keeps what was typed', async () => {
    if (javaScriptEnabled) {
      await page.locator('#composer-heading').focus();
      await page.keyboard.press('e');
      await composerSettled(page, '[id="to.kind"]:focus');
    } else
      await page
        .getByRole('link', { name: 'Election e' })
        .or(page.getByRole('link', { name: 'Election', exact: true }))
        .first()
        .click();
    await page.getByLabel('Office, seat or body').fill('Treasurer');
    await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Nominated').fill('Bob Boyd');
    await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Said to it').selectOption('Consented');
    await send('Record the election');
    await page.getByRole('alert').filter({ hasText: 'a nomination needs a mover and a seconder' }).waitFor();
    expect(await page.getByLabel('Office, seat or body').inputValue()).toBe('Treasurer');
    expect(await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Nominated').inputValue()).toBe('Bob Boyd');
    expect(await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Said to it').inputValue()).toBe('consented');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await nominate(1, 'Bob Boyd');
    await send('Record the election');
    await said(page, 'The election is recorded');
    expect(await minuteOf(app, key)).toContain(
      'Ann Aird, seconded by Eve Ewing, moved that Bob Boyd be appointed Treasurer. Bob Boyd consented. There being no other nominations, Bob Boyd was declared elected.',
    );
  });

  it('takes fresh votes until one has the majority, by lot between equals', async () => {
    await page.getByRole('link', { name: /^Election/ }).click();
    await page.getByLabel('Office, seat or body').fill('Planning contact');
    for (const [index, name] of ['Bob Boyd', 'Cat Cairns', 'Dan Duff'].entries()) await nominate(index + 1, name);
    await send('Record the election');
    if (javaScriptEnabled) {
      await page.getByLabel('Roll call', { exact: true }).check();
      const votes = (name: string, of: string) => page.getByRole('group', { name }).getByLabel(of, { exact: true }).check();
      await votes('In a roll call, all others', 'Bob Boyd');
      await votes('Ann Aird', 'Cat Cairns');
      expect(await page.getByLabel('For Bob Boyd').inputValue()).toBe('4');
      expect(await sum(page)).toBe('5 of 5: all counted');
      await page.getByLabel('Show of hands', { exact: true }).check();
    }
    await page.getByLabel('For Bob Boyd').fill('2');
    await page.getByLabel('For Cat Cairns').fill('2');
    await page.getByLabel('For Dan Duff').fill('1');
    if (javaScriptEnabled) expect(await sum(page)).toBe('5 of 5: all counted');
    await send('Record the vote');
    await page.getByText('A fresh vote: Planning contact').waitFor();
    await page.getByLabel('For Bob Boyd').fill('2');
    await page.getByLabel('For Cat Cairns').fill('2');
    await page.getByLabel('Declined to vote', { exact: true }).first().fill('1');
    await send('Record the vote');
    await page.getByRole('alert').filter({ hasText: 'the choice between the equals is by lot' }).waitFor();
    expect(await page.getByLabel('For Cat Cairns').inputValue()).toBe('2');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Who drew the lot').fill('The Clerk');
    await page.getByRole('group', { name: 'It fell on' }).getByLabel('Cat Cairns').check();
    await send('Record the vote');
    await said(page, 'The vote is recorded');
    expect(await minuteOf(app, key)).toContain(
      'whereupon Dan Duff, having the fewest votes, dropped out.\n\nA fresh vote was taken. On a show of hands there voted for Bob Boyd 2; and for Cat Cairns 2.\n\nThe votes being equal, the lot drawn by The Clerk fell on Cat Cairns, and Cat Cairns was declared elected.\n\nDeclined to vote: 1.',
    );
  });

  it('puts it right from what was recorded', async () => {
    await page.getByRole('link', { name: 'Correct the election' }).first().click();
    await page.getByLabel('Why it is put right').waitFor();
    expect(await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Nominated').inputValue()).toBe('Bob Boyd');
    await page.getByRole('group', { name: 'Nomination 1' }).getByLabel('Seconded by').selectOption('Cat Cairns');
    await page.getByLabel('Why it is put right').fill('Misheard');
    if (javaScriptEnabled) expect(await barriersOn(page)).toEqual([]);
    await send('Put the election right');
    await said(page, 'The election is put right');
    expect(await minuteOf(app, key)).toContain('Ann Aird, seconded by Cat Cairns, moved that Bob Boyd be appointed Treasurer.');
  });

  it('declares its last vote void', async () => {
    await page.getByRole('link', { name: 'Correct the election' }).last().click();
    await page.getByRole('link', { name: 'Its last vote was declared void instead' }).click();
    await page.getByLabel('Why it is void').fill('A paper too many');
    await page.getByRole('button', { name: 'Declare it void', exact: true }).click();
    await said(page, 'The vote is declared void: it is to be taken again');
    expect(await minuteOf(app, key)).toContain('A paper too many');
  });

  it('ends a membership, after which the member may not vote', async () => {
    await page.getByRole('link', { name: 'Membership ends Dan Duff' }).click();
    await page.getByLabel('Why', { exact: true }).fill('Resigned');
    await send('End the membership');
    await said(page, 'The membership is ended');
    expect(await minuteOf(app, key)).toContain('Dan Duff ceased to be a member: Resigned.');
    await page.locator('#quorum-sum', { hasText: '4 of' }).waitFor();
  });
});

describe('a clerk who records how the meeting is conducted', () => {
  const key = 'procedure';
  let page: Page;
  beforeAll(async () => {
    const live = await openWithFive(app, key);
    await app.record(`bodies/board/meetings/${key}/move-motion`, {
      motionId: 'm-1',
      text: 'That the road be closed.',
      movedBy: 'ann-aird',
    });
    page = await signedIn(browser, address, 'clerk');
    await page.goto(live);
  });
  afterAll(() => page.context().close());
  const send = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('takes a procedural motion, is told what is missing, and keeps what was typed', async () => {
    await page.getByRole('link', { name: 'Procedural motion' }).click();
    await composerSettled(page, '#kind:focus');
    await page.keyboard.press('ArrowDown');
    await page.getByLabel('Motion', { exact: true }).selectOption('To suspend a standing order');
    await page.getByLabel('Moved by').selectOption('Bob Boyd');
    await page.getByLabel('Seconded by').selectOption('Cat Cairns');
    await page.getByLabel('For', { exact: true }).first().fill('3');
    await page.getByLabel('Against', { exact: true }).first().fill('2');
    await send('Record the procedural motion');
    await page.getByRole('alert').filter({ hasText: 'A motion to suspend a standing order names it' }).waitFor();
    expect(await page.getByLabel('For', { exact: true }).first().inputValue()).toBe('3');
    expect(await page.getByLabel('Moved by').locator('option:checked').innerText()).toBe('Bob Boyd');
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Standing order', { exact: true }).fill('Standing Order 21');
    await send('Record the procedural motion');
    await said(page, 'The procedural motion is recorded');
    expect(await minuteOf(app, key)).toContain(
      'Bob Boyd, seconded by Cat Cairns, moved that Standing Order 21 be suspended. On a show of hands 3 voted for and 2 against; it was not carried, not having two thirds of the votes.',
    );
  });

  it('puts the vote on a procedural motion right, and what was moved as a step of the course', async () => {
    await page.getByRole('link', { name: 'Correct the procedural motion' }).click();
    await composerSettled(page, 'p:has-text("Type the whole vote")');
    expect(await page.getByLabel('For', { exact: true }).first().inputValue()).toBe('3');
    await page.getByLabel('For', { exact: true }).first().fill('9');
    await page.getByLabel('Why it is put right').fill('Miscounted');
    await send('Put the vote right');
    await page.getByRole('alert').filter({ hasText: 'entitled to vote' }).waitFor();
    await page.getByLabel('For', { exact: true }).first().fill('4');
    await page.getByLabel('Against', { exact: true }).first().fill('1');
    expect(await barriersOn(page)).toEqual([]);
    await send('Put the vote right');
    await said(page, 'The vote on the procedural motion is put right');
    expect(await minuteOf(app, key)).toContain('On a show of hands 4 voted for and 1 against; it was carried.');
    await page.getByRole('link', { name: 'Correct the procedural motion' }).click();
    await page.getByRole('link', { name: 'Correct what was moved, or by whom, instead' }).click();
    await page.getByLabel('Seconded by').selectOption('Dan Duff');
    await page.getByLabel('Standing order').fill('Standing Order 22');
    await page.getByLabel('What was wrong').fill('Misheard');
    await send('Put it right');
    await page.getByText('The record is put right.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await minuteOf(app, key)).toContain('Bob Boyd, seconded by Dan Duff, moved that Standing Order 22 be suspended.');
    await page.goto(`${address}/bodies/board/meetings/${key}/live`);
    await page.getByRole('link', { name: 'Correct the procedural motion' }).click();
    await page.getByRole('link', { name: 'It was declared void instead' }).click();
    await page.getByLabel('Why it is void').fill('Somebody who had left was counted');
    expect(await barriersOn(page)).toEqual([]);
    await send('Declare it void');
    await said(page, 'The vote is declared void: it is to be taken again');
    expect(await minuteOf(app, key)).toContain('The vote was declared void by Ann Aird: Somebody who had left was counted.');
    await page.goto(`${address}/bodies/board/meetings/${key}/live`);
  });

  it('records a ruling of the chair, and who dissents from it', async () => {
    await page.getByRole('link', { name: 'Ruling', exact: true }).click();
    await page.getByLabel('About the motion').selectOption('That the road be closed.');
    await page.getByLabel('Standing order', { exact: true }).fill('Standing Order 9');
    await page.getByLabel('What was ruled, and why').fill('It would rescind a decision of January');
    expect(await barriersOn(page)).toEqual([]);
    await send('Record the ruling');
    await said(page, 'The ruling is recorded');
    await page.getByRole('link', { name: 'Ruling', exact: true }).click();
    await page.getByRole('group', { name: 'Who dissents' }).getByLabel('Bob Boyd').check();
    await page.getByRole('group', { name: 'Who dissents' }).getByLabel('Cat Cairns').check();
    await send('Record the dissent');
    await said(page, 'The dissent is recorded');
    expect(await minuteOf(app, key)).toContain(
      'Ann Aird, in the chair, ruled the motion moved by Ann Aird (That the road be closed) not competent in terms of Standing Order 9: It would rescind a decision of January. Bob Boyd and Cat Cairns asked that their dissent from the ruling be recorded.',
    );
  });

  it('puts an officer into the chair until it is elected', async () => {
    await app.record(`bodies/board/meetings/${key}/record-attendance`, {
      person: { personId: 'roz-officer', name: 'Roz Officer' },
      as: 'in-attendance',
    });
    await page.getByRole('link', { name: 'In the chair until it is elected Roz Officer' }).click();
    await page.getByLabel('What Roz Officer is').fill('Returning Officer');
    expect(await barriersOn(page)).toEqual([]);
    await send('Record who is in the chair');
    await said(page, 'The chair is taken');
    await page.getByText('In the chair: Roz Officer').waitFor();
    expect(await minuteOf(app, key)).toContain('Roz Officer, Returning Officer, took the chair until the election of the Chairman.');
  });
});
