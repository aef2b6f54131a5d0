import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, readCommands, sendCommand } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { followed } from '../support/followed.js';
import { barriersOn, composerSettled, registerClerk, signedIn } from '../support/live-board.js';

const MEETINGS = join(import.meta.dirname, '../records/meetings');
const BODY = 'kirkton-community-council';
const DAY = '2026-04-14';
const AT = `bodies/${BODY}/meetings/${DAY}`;

/**
 * The meeting of a community council, from an empty diary to its draft minute, by the pages alone. The minute is compared with the one that was
 * written by hand, and the record with what the importer makes of test/records/meetings/community-council.json.
 */
describe('the clerk of a community council', () => {
  const clock = new HandClock(new Date().toISOString());
  let app: TestApp;
  let browser: Browser;
  let page: Page;

  const at = (time: string, day = DAY): void => clock.set(new Date(`${day}T${time}:00+01:00`).toISOString());
  const banner = (words: string) => page.locator('.govuk-notification-banner', { hasText: words }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const last = () => page.locator('#live-said [data-recorded]');

  /** What is sent has been recorded when another confirmation than the one before stands there. */
  const recorded = async (words: string, doing: () => Promise<void>, composed = false) => {
    const before = (await last().count()) > 0 ? await last().getAttribute('data-recorded') : '';
    await doing();
    await page.locator(`#live-said [data-recorded]:not([data-recorded="${before}"])`, { hasText: words }).waitFor();
    if (composed) await composerSettled(page);
    await page.keyboard.press('Escape');
  };
  const send = (words: string) => recorded(words, () => page.keyboard.press('Control+Enter'), true);
  const opened = async (key: string, focused: string) => {
    await page.keyboard.press(key);
    await composerSettled(page, `${focused}:focus`);
  };
  const follow = async (name: string, focused: string) => {
    await page.getByRole('link', { name, exact: true }).click();
    await composerSettled(page, `${focused}:focus`);
  };
  const type = (text: string) => page.keyboard.insertText(text);

  const paragraph = async (text: string) => {
    await opened('p', '#text');
    await type(text);
    await send('Paragraph recorded');
  };
  const decision = async (words: string) => {
    await opened('d', '#words');
    await type(words);
    await send('Decision recorded');
  };
  const action = async (who: string, { words, due }: { words?: string; due?: string } = {}) => {
    await opened('t', '#_who');
    await type(who);
    if (words) await page.locator('#words').fill(words);
    if (due) await page.locator('#due').fill(due);
    await page.locator('#_who').focus();
    await send('The action is recorded');
  };
  const next = (title: string) => recorded(`Item taken: ${title}`, () => page.keyboard.press('n'));

  beforeAll(async () => {
    [app, browser] = await Promise.all([createTestApp({ clock }), launchBrowser()]);
    await registerClerk(app, 'clerk');
    // The browser keeps a sign-in until a day of its own clock: the clerk signs in first, and the record goes back to April afterwards.
    page = await signedIn(browser, await app.listen(), 'clerk');
    at('19:00', '2026-04-06');
    const [specs, api] = [commandSpecs(), apiOf(app.nest)];
    for (const one of await readCommands(join(MEETINGS, 'community-council.json')))
      if (one.target === BODY) await sendCommand(api, specs.get(one.command)!, one, {});
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  /** Each step goes on where the one before ended. */
  let broken: string | undefined;
  beforeEach(() => {
    if (broken !== undefined) throw new Error(`Stopped: ${broken}`);
    broken = expect.getState().currentTestName;
  });
  const step = (name: string, work: () => Promise<void>) =>
    it(name, async () => {
      await work();
      broken = undefined;
    });

  step('calls the meeting, puts its agenda together and gives notice', async () => {
    await page.goto(`/bodies/${BODY}/meetings`);
    await page.getByLabel('Date', { exact: true }).fill(DAY);
    await page.getByLabel('Time', { exact: true }).fill('19:30');
    await page.getByLabel('Place', { exact: true }).fill('the Kirkton Hall');
    await press('Call the meeting');
    await banner('The meeting is called');
    await page.getByRole('link', { name: 'Agenda builder' }).click();
    for (const title of ['MINUTE OF THE LAST MEETING', 'POLICE REPORT', 'ROADS AND PATHS', "TREASURER'S REPORT", 'DATE OF NEXT MEETING']) {
      await page.getByLabel('Title', { exact: true }).first().fill(title);
      await press('Add the item');
      await banner('The item is on the agenda');
    }
    await page.getByRole('link', { name: 'Give notice' }).first().click();
    await page.getByLabel('Who gave it').fill('Mary Bain, Secretary');
    await press('Give notice');
    await banner('Notice is given');
  });

  step('opens it and says who is there', async () => {
    at('19:30');
    await page.goto(`/${AT}/live`);
    await follow('Open the meeting', '#time');
    await page.locator('#time').fill('19:30');
    await send('The meeting is opened');
    for (const [name, role] of [
      ['John Scott', ''],
      ['Mary Bain', 'Secretary'],
      ['Ian Dow', 'Treasurer'],
      ['Jean Smith', ''],
    ] as const) {
      await follow(`Arrived, with details ${name}`, '#role');
      await type(role);
      await send('The arrival is recorded');
    }
    await recorded('Apologies from Ruth Kay', () => press('Apologies Ruth Kay'));
    for (const [name, organisation] of [
      ['Councillor P. Hume', 'Arn and District'],
      ['PC L. Grant', 'Police Scotland'],
    ] as const) {
      await opened('s', '[id="person.name"]');
      await type(name);
      await page.locator('#organisation').fill(organisation);
      await send('The sederunt is recorded');
    }
    await recorded('John Scott took the chair', () => press('In the chair John Scott'));
    expect(await page.locator('#quorum').innerText()).toContain('In the chair: John Scott');
    expect(await barriersOn(page)).toEqual([]);
  });

  step('writes down what was said before the first item, and the first items', async () => {
    await opened('f', '#heading');
    await page.locator('#heading').fill('WELCOME');
    await send('Business before the first item is taken');
    await paragraph('The Chair welcomed everybody and thanked the volunteers who had cleared the path after the storm.');
    await next('MINUTE OF THE LAST MEETING');
    await paragraph('The minute of 10 March 2026 had been circulated.');
    await decision('Agreed as a correct record.');
    await next('POLICE REPORT');
    await paragraph('PC Grant reported two break-ins at the allotments and the theft of a bicycle.');
    await opened('h', 'input[name="kind"]');
    await page.getByLabel('Or whose name').fill('Mr D. Ross');
    await page.getByLabel('On what').fill('speeding on Mill Road');
    await page.getByLabel('What was asked or said').fill('Could the mobile camera come back?');
    await page.getByLabel('The answer').fill('She would ask the road policing unit.');
    await page.getByLabel('Answered by').selectOption('PC L. Grant');
    await send('It is recorded');
    await paragraph('Warning signs should be put up at the allotments.');
    await action('MB');
    expect(await barriersOn(page)).toEqual([]);
  });

  step('records what is to be done, by initials that tell two members apart', async () => {
    await next('ROADS AND PATHS');
    await paragraph(
      'The potholes on Mill Road had been reported in January and were still there. Photographs would be sent to the Council.',
    );
    await action('ID', { due: 'end of April' });
    await paragraph('Councillor Hume offered to find out when the path to the school would be lit.');
    await action('JSc, JSm', { words: 'ask the school about a walking bus', due: 'next meeting' });
    await recorded('Alan Weir arrived', () => press('Arrived Alan Weir'));
    await next("TREASURER'S REPORT");
    await paragraph('The balance on 31 March 2026 was £1,842.17.');
    await decision('Agreed to give £150 to the Gala Committee.');
    await action('ID', { words: 'pay the grant' });
  });

  step('agrees the next meeting and concludes', async () => {
    await next('DATE OF NEXT MEETING');
    await follow('Next meeting', '#date');
    await page.locator('#date').fill('2026-05-12');
    await page.locator('#time').fill('19:30');
    await page.locator('#place').fill('the Kirkton Hall');
    await page.locator('#place').focus();
    await send('The next meeting is recorded');
    at('20:50');
    await opened('c', '#time');
    await page.locator('#time').fill('20:50');
    await page.locator('#words').fill('The meeting closed at 8.50pm.');
    await send('The meeting is concluded');
  });

  it('has the minute that was written by hand, whole', async () => {
    await page.getByRole('link', { name: 'Read the draft minute' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const position = await followed(app);
    const { text } = await app.get(`${AT}/minute?format=text`, { after: position });
    expect(text).toBe(readFileSync(join(MEETINGS, 'community-council.txt'), 'utf8'));
    expect((await app.get(`bodies/${BODY}/discrepancies`, { after: position })).json.items).toEqual([]);
  });
});
