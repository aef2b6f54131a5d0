import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import {
  barriersOn,
  BOARD,
  callMeeting,
  establishBoard,
  MEMBERS,
  openWithFive,
  registerClerk,
  signedIn,
  composerSettled,
} from '../support/live-board.js';
import { minuteOf, said } from '../support/live-page.js';

let app: TestApp;
let browser: Browser;
let address: string;

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await registerClerk(app, 'clerk');
  await registerClerk(app, 'watcher', 'officer');
  await registerClerk(app, 'presider', 'chair');
  address = await app.listen();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('a clerk with a keyboard', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signedIn(browser, address, 'clerk');
    await page.goto(await callMeeting(app, 'keys'));
  });
  afterAll(() => page.context().close());
  const keys = async (...pressed: readonly string[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  /** Opens a composer by its key, and waits until its first field takes what is typed. */
  const compose = async (key: string) => {
    await keys(key);
    await composerSettled(page);
  };
  const send = () => page.keyboard.press('Control+Enter');
  const tabTo = async (selector: string) => {
    await page.locator(selector).first().waitFor();
    for (let presses = 0; presses < 200; presses += 1) {
      if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`No Tab leads to ${selector}`);
  };
  /** In place of what the field has. */
  const typeOver = async (text: string) => {
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.type(text);
  };
  /** Told that it is recorded, with the next field ready; out of it, so that single keys work. */
  const done = async (words: string) => {
    await said(page, words);
    await composerSettled(page);
    await page.keyboard.press('Escape');
  };

  it('opens the meeting from an empty page', async () => {
    expect(await barriersOn(page)).toEqual([]);
    await tabTo('#time');
    await send();
    await said(page, 'The meeting is opened');
    expect(await page.locator('#quorum-sum').innerText()).toBe('0 of 6 voting seats present, 4 needed');
  });

  it('finds people by their names and marks them as there', async () => {
    await keys('Escape');
    for (const { name } of MEMBERS.slice(0, 4)) {
      await keys('/');
      await typeOver(name.split(' ')[0]!);
      await keys('Enter');
      await said(page, `${name} arrived`);
      await keys('Escape');
    }
    await page.locator('#quorum-sum', { hasText: '4 of 6 voting seats present, 4 needed' }).waitFor();
    expect(await page.locator('#quorum').innerText()).toContain('Quorate');
    await keys('/');
    await typeOver('');
  });

  it('puts the chair in the chair', async () => {
    await tabTo('button[value="chair ann-aird"]');
    await keys('Enter');
    await said(page, 'Ann Aird took the chair');
    expect(await page.locator('#quorum').innerText()).toContain('In the chair: Ann Aird');
  });

  it('takes the next item, and types a paragraph and a decision with its parts', async () => {
    await page.evaluate('document.activeElement.blur()');
    await keys('n');
    await said(page, 'Item taken: Minute of the last meeting');
    // Typed while the composer is on its way: put into its field when it arrives.
    await keys('p');
    await page.keyboard.type('There had been circulated copies of the Minute.');
    await send();
    await done('Paragraph recorded');
    await compose('d');
    await page.keyboard.type('AGREED:\n(a) to approve the Minute; and\n(b) that a report on roads be brought.');
    await send();
    await done('Decision recorded');
    expect(await page.locator('#live-record .q-entry--decision').innerText()).toContain('(b) that a report on roads be brought.');
    expect(await barriersOn(page)).toEqual([]);
  });

  it('records a motion with its seconder, and is told at once of an impossible count', async () => {
    await compose('m');
    await page.keyboard.type('That the speed limit be lowered.');
    await tabTo('#movedBy');
    await page.keyboard.type('Bob');
    await tabTo('#_secondedBy');
    await page.keyboard.type('Cat');
    await send();
    await done('The motion is recorded');
    await page.locator('#live-motions', { hasText: 'seconded by Cat Cairns' }).waitFor();
    await keys('v');
    await tabTo('[id="counts.yes"]');
    await page.keyboard.type('4');
    await keys('Tab');
    await page.keyboard.type('1');
    expect(await page.locator('#count-sum').innerText()).toBe('5 of 4: 1 too many');
    await send();
    await page.getByRole('alert').filter({ hasText: 'No more votes' }).waitFor();
    expect(await page.locator('[id="counts.yes"]').inputValue()).toBe('4');
    expect(await barriersOn(page)).toEqual([]);
    await tabTo('[id="counts.yes"]');
    await typeOver('3');
    await send();
    await done('The vote is recorded');
    expect(await page.locator('#live-motions').innerText()).toContain('Carried');
  });

  it('raises an action out of a part, and sees the date its words come to', async () => {
    await keys('a');
    await tabTo('#organisation');
    await page.keyboard.type('Valley Council');
    await tabTo('[id="officers:lines"]');
    await page.keyboard.type('Shona Smith, Ian Innes');
    await tabTo('#due');
    await page.keyboard.type('end of June 2027');
    await page.locator('#due-read', { hasText: 'By 30 June 2027' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await send();
    await done('Action raised');
    expect(await page.locator('#live-record .q-entry__action').innerText()).toBe(
      'Action on (a): Shona Smith, Ian Innes, Valley Council, end of June 2027 (by 30 June 2027)',
    );
  });

  it('is told when somebody leaves and the quorum is lost, and declares it', async () => {
    await tabTo('button[value="left dan-duff"]');
    await keys('Enter');
    await page
      .locator('#live-alert', { hasText: 'The quorum is lost: 3 of 6 voting seats present, 4 needed.' })
      .waitFor({ state: 'attached' });
    expect(await barriersOn(page)).toEqual([]);
    await page.evaluate('document.activeElement.blur()');
    await keys('q', 'Tab', 'Enter');
    await said(page, 'The quorum is declared lost');
    await page.evaluate('document.activeElement.blur()');
    await compose('d');
    await page.keyboard.type('NOTED the position.');
    await send();
    await done('Decision recorded');
    expect(await page.locator('.q-entry--decision').last().innerText()).toContain('Informal');
  });

  it('corrects with a reason, and concludes', async () => {
    await tabTo('#live-record .q-entry__correct');
    await keys('Enter');
    await page.locator('#text:focus').waitFor();
    await typeOver('There had been circulated copies of the Minute of 3 March.');
    await tabTo('#reason');
    await page.keyboard.type('The date was missing');
    await send();
    await done('The paragraph is put right');
    await keys('c');
    await page.locator('#time:focus').waitFor();
    await typeOver('16:15');
    await send();
    await done('The meeting is concluded');
    const minute = await minuteOf(app, 'keys');
    expect(minute).toContain('Minute of 3 March');
    expect(minute).toContain('On a show of hands 3 voted for and 1 against');
    expect(minute).toContain('The meeting was inquorate from this point onwards.');
    expect(minute).toContain('The meeting concluded at 4.15 p.m.');
  });
});

describe('a clerk whose connection is lost', () => {
  it('loses nothing typed, and records it once', async () => {
    const page = await signedIn(browser, address, 'clerk');
    const live = await openWithFive(app, 'lost');
    await page.goto(live);
    await page.locator('#text').fill('What was said before the connection went.');
    await page.context().setOffline(true);
    await page.locator('#send').click();
    await page.getByRole('alert').filter({ hasText: 'What you typed is kept on this device' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.locator('#text').inputValue()).toBe('What was said before the connection went.');
    await page.context().setOffline(false);
    await page.locator('#live-record', { hasText: 'What was said before the connection went.' }).waitFor();
    expect((await minuteOf(app, 'lost')).match(/What was said before/g)).toHaveLength(1);
    expect(await page.locator('#text').inputValue()).toBe('');
    await page.context().close();
  });

  it('finds what was typed after a reload, and sending again what had arrived records it once', async () => {
    const page = await signedIn(browser, address, 'clerk');
    const live = await openWithFive(app, 'twice');
    await page.goto(live);
    await page.locator('#text').fill('Recorded, though nobody was told.');
    // The server records it, and its answer is lost.
    await page.route('**/record-paragraph', async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.locator('#send').click();
    await page.getByRole('alert').filter({ hasText: 'What you typed is kept' }).waitFor();
    await page.unroute('**/record-paragraph');
    await page.reload();
    expect(await page.locator('#text').inputValue()).toBe('Recorded, though nobody was told.');
    await page.locator('#send').click();
    await said(page, 'Paragraph recorded');
    expect(await page.locator('#text').inputValue()).toBe('');
    expect((await minuteOf(app, 'twice')).match(/though nobody was told/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('what was typed in one composer', () => {
  it('is still there after another was used, and says so until then', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'drafts'));
    await page.locator('#text').fill('Half a paragr');
    await page.getByRole('link', { name: 'Decision', exact: true }).click();
    await page.locator('#words').fill('NOTED.');
    await page.getByRole('button', { name: 'Left Eve Ewing' }).click();
    await said(page, 'Eve Ewing left');
    expect(await page.locator('#words').inputValue()).toBe('NOTED.');
    await page.locator('#mode-paragraph[data-kept]').waitFor();
    await page.locator('#send').click();
    await said(page, 'Decision recorded');
    expect(await page.locator('#text').inputValue()).toBe('Half a paragr');
    await page.context().close();
  });
});

describe('a clerk whose server was stopped', () => {
  it('goes on when it is there again, with what was typed recorded once', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'quorate-stopped-'));
    let own = await createTestApp({ directory });
    await establishBoard(own);
    await registerClerk(own, 'clerk');
    const at = await own.listen();
    const page = await signedIn(browser, at, 'clerk');
    await page.goto(await openWithFive(own, 'stopped'));
    await page.locator('#text').fill('Typed while the server was away.');
    await own.close();
    await page.locator('#send').click();
    await page.getByRole('alert').filter({ hasText: 'Not sent yet' }).waitFor();
    own = await createTestApp({ directory });
    await own.nest.listen(Number(new URL(at).port), '127.0.0.1');
    await page.locator('#live-record', { hasText: 'Typed while the server was away.' }).waitFor();
    const { text } = await own.get(`bodies/${BOARD}/meetings/stopped/minute?format=text`);
    expect(text.match(/while the server was away/g)).toHaveLength(1);
    await page.context().close();
    await own.close();
    await rm(directory, { recursive: true });
  });
});

describe('a clerk without scripts', () => {
  it('records the same by forms', async () => {
    const page = await signedIn(browser, address, 'clerk', { javaScriptEnabled: false });
    await page.goto(await callMeeting(app, 'plain'));
    await page.getByRole('button', { name: 'Open the meeting' }).click();
    for (const { name } of MEMBERS.slice(0, 4)) await page.getByRole('button', { name: `Arrived ${name}` }).click();
    await page.getByRole('button', { name: 'In the chair Ann Aird' }).click();
    await page.getByRole('button', { name: 'Next: 1. Minute of the last meeting' }).click();
    await page.getByRole('textbox', { name: 'Paragraph' }).fill('What was said.');
    await page.getByRole('button', { name: 'Record the paragraph' }).click();
    await page.getByRole('link', { name: 'Decision', exact: true }).click();
    await page.getByRole('textbox', { name: 'Decision' }).fill('MUSED upon it.');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('A decision begins with');
    await page.getByRole('textbox', { name: 'Decision' }).fill('NOTED.');
    await page.getByRole('button', { name: 'Record the decision' }).click();
    await page.getByRole('link', { name: 'Motion and vote' }).click();
    await page.getByRole('textbox', { name: 'Motion' }).fill('That it be done.');
    await page.getByLabel('Moved by').selectOption('Bob Boyd');
    await page.getByLabel('Seconded by').selectOption('Cat Cairns');
    await page.getByRole('button', { name: 'Record the motion' }).click();
    await page.getByRole('link', { name: 'Vote That it be done.' }).click();
    await page.getByLabel('For', { exact: true }).first().fill('4');
    await page.getByLabel('Against', { exact: true }).first().fill('0');
    await page.getByRole('button', { name: 'Record the vote' }).click();
    await page.getByRole('link', { name: 'Action', exact: true }).click();
    await page.getByLabel('Officers').fill('Shona Smith');
    await page.getByLabel('Deadline, in the words used').fill('next meeting');
    await page.getByRole('button', { name: 'Raise the action' }).click();
    await page.getByText('Action on').or(page.getByText('Action:')).first().waitFor();
    await page.getByRole('button', { name: 'Next: 2. Roads' }).click();
    await page.locator('[aria-current="step"]', { hasText: 'Roads' }).waitFor();
    await page.getByRole('link', { name: 'Interest Bob Boyd' }).click();
    await page.getByLabel('What the interest or connection is').fill('Lives there');
    await page.getByRole('button', { name: 'Declared and withdrew' }).click();
    await page.locator('#quorum', { hasText: '3 of 6 voting seats present, 4 needed' }).waitFor();
    await page.getByRole('button', { name: 'Continue informally' }).click();
    await page.getByRole('link', { name: 'Conclude' }).click();
    await page.getByRole('button', { name: 'Conclude the meeting' }).click();
    const minute = await minuteOf(app, 'plain');
    for (const words of ['What was said.', 'NOTED.', '4 voted for and 0 against', 'Bob Boyd declared an interest', 'The meeting concluded'])
      expect(minute).toContain(words);
    await page.context().close();
  });
});

describe('the live page', () => {
  it('fits a screen 320 pixels wide', async () => {
    const page = await signedIn(browser, address, 'clerk', { viewport: { width: 320, height: 640 } });
    await page.goto(await openWithFive(app, 'narrow'));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });

  it('is read-only for whoever may not record, and not there for whoever may not read drafts', async () => {
    const page = await signedIn(browser, address, 'watcher');
    const live = await openWithFive(app, 'watched');
    await page.goto(live);
    expect(await page.locator('#quorum-sum').innerText()).toContain('5 of 6');
    expect(await page.locator('#live form').count()).toBe(0);
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
    const nobody = await browser.newPage({ baseURL: address });
    await nobody.goto(live);
    expect(nobody.url()).toContain('/sign-in');
    await nobody.close();
  });

  it('lets whoever presides rule, and record nothing else', async () => {
    const page = await signedIn(browser, address, 'presider');
    await page.goto(await openWithFive(app, 'ruled'));
    expect(await page.getByRole('button', { name: 'Left Bob Boyd' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Adjourn' }).click();
    await page.locator('#reason').fill('A fire alarm');
    await page.getByRole('button', { name: 'Adjourn the meeting' }).click();
    await said(page, 'The meeting is adjourned');
    expect(await barriersOn(page)).toEqual([]);
    expect(await minuteOf(app, 'ruled')).toContain('A fire alarm');
    await page.context().close();
  });

  it('excludes the public, asks on what grounds, and readmits it', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'private'));
    const link = (name: string) => page.getByRole('link', { name, exact: true });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await link('Exclude the public').click();
    await press('Exclude the public');
    await page.getByText('Enter: Paragraphs of Schedule 7A').first().waitFor();
    await page.locator('#paragraphs').fill('6\n8');
    await press('Exclude the public');
    await said(page, 'The public is excluded');
    await page.locator('#quorum', { hasText: 'Public excluded' }).waitFor();
    expect(await link('Exclude the public').count()).toBe(0);
    await link('Readmit the public').click();
    expect(await barriersOn(page)).toEqual([]);
    await press('Readmit the public');
    await said(page, 'The public is readmitted');
    await link('Exclude the public').waitFor();
    const minute = await minuteOf(app, 'private');
    for (const words of ['paragraphs 6 and 8 of Part I of Schedule 7A', 'The public were readmitted to the meeting.'])
      expect(minute).toContain(words);
    await page.context().close();
  });

  it('records apologies, a substitute, an interest, somebody else, a correction and a resumption', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'people'));
    const press = async (name: string, words: string) => {
      await page.getByRole('button', { name }).click();
      await said(page, words);
    };
    await press('Apologies Fay Fyfe', 'Apologies from Fay Fyfe');
    await press('Substitute: Guy Gunn', 'Guy Gunn sits for Fay Fyfe');
    await page.locator('#quorum-sum', { hasText: '6 of 6' }).waitFor();
    await page.getByRole('link', { name: 'Interest Guy Gunn' }).click();
    await page.locator('#nature').fill('A neighbour');
    await press('Declared and withdrew', 'The interest is recorded');
    await page.locator('#quorum-sum', { hasText: '5 of 6' }).waitFor();
    await page.getByRole('link', { name: 'Somebody else' }).click();
    await page.locator('[id="person.name"]').fill('Ms Hope Hay');
    await page.locator('#role').fill('Clerk');
    await press('Record them', 'The sederunt is recorded');
    await press('Left Eve Ewing', 'Eve Ewing left');
    await page.getByRole('link', { name: 'Undo or correct' }).click();
    await page.locator('#reason').fill('Only went to the door');
    await page.locator('#time').fill('14:40');
    await page.getByRole('button', { name: 'Put it right' }).click();
    await page.getByText('Time belongs only to kind arrived or left, not to did-not-leave').first().waitFor();
    await page.locator('#time').fill('');
    await press('Put it right', 'The sederunt is put right');
    await page.locator('#quorum-sum', { hasText: '5 of 6' }).waitFor();
    await page.getByRole('link', { name: 'Adjourn' }).click();
    await page.locator('#reason').fill('For lunch');
    await press('Adjourn the meeting', 'The meeting is adjourned');
    await press('Resume the meeting', 'The meeting has resumed');
    expect(await barriersOn(page)).toEqual([]);
    const minute = await minuteOf(app, 'people');
    for (const words of ['Guy Gunn', 'Ms Hope Hay', 'A neighbour', 'For lunch', 'The meeting resumed']) expect(minute).toContain(words);
    expect(minute).not.toContain('Eve Ewing left');
    await page.context().close();
  });

  it('takes a time that was before now as a time of the meeting’s day', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'earlier'));
    await page.locator('#text').fill('Said early.');
    await page.locator('#happenedAt').fill('00:01');
    await page.locator('#send').click();
    await said(page, 'Paragraph recorded');
    const { json } = await app.get(`history?ref=${BOARD}/earlier`);
    const recorded = (json.events as { type: string; happenedAt: string; recordedAt: string }[]).find(
      ({ type }) => type === 'ParagraphRecorded',
    )!;
    expect(recorded.happenedAt).toMatch(/:01:00\.000Z$/);
    expect(recorded.happenedAt < recorded.recordedAt).toBe(true);
    await page.context().close();
  });

  it('switches its single keys off', async () => {
    const page = await signedIn(browser, address, 'clerk');
    await page.goto(await openWithFive(app, 'off'));
    await page.getByText('Keyboard', { exact: true }).click();
    await page.getByLabel('Use these single keys on this device').uncheck();
    await page.evaluate('document.activeElement.blur()');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.keyboard.press('d');
    // A single key that does something asks the server for another composer at once.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    expect(asked).toEqual([]);
    expect(await page.locator('#composer-mode').inputValue()).toBe('paragraph');
    await page.context().close();
  });
});
