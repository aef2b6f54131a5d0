import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { COUNCIL, establishCouncil, FORTY } from '../support/council-of-forty.js';
import { barriersOn, composerSettled, registerClerk, signedIn, today } from '../support/live-board.js';
import { said, sum } from '../support/live-page.js';

const KEY = 'forty';
const AT = `bodies/${COUNCIL}/meetings/${KEY}`;
const nameOf = (personId: string): string => FORTY.find((one) => one.personId === personId)?.name ?? '';

/** The presses that recording a council of forty takes where nothing but the keyboard is used. */
describe('a council of forty, by the keyboard', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  let presses = 0;
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses += 1;
    }
  };
  /** Opens a composer by its key, and waits until it has come. */
  const opened = async (key: string, focused: string): Promise<void> => {
    await press(key);
    await composerSettled(page, focused);
  };
  /** Goes to a name by its first letters, and chooses what is said of it by its number. */
  const noted = async (letters: string, number: string, personId: string): Promise<void> => {
    await press(...letters);
    expect(await page.locator('[data-name]:focus-within').getAttribute('data-name')).toBe(nameOf(personId));
    await press(number);
  };
  const minute = async (): Promise<string> => (await app.get(`${AT}/minute?format=text`)).text;

  beforeAll(async () => {
    [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
    await establishCouncil(app);
    await app.record(`${AT}/call-meeting`, { date: today(), time: '10:30' });
    await app.record(`${AT}/add-agenda-item`, { itemId: 'school', title: 'The School' });
    await app.record(`${AT}/open-meeting`, {});
    await registerClerk(app, 'clerk');
    page = await signedIn(browser, await app.listen(), 'clerk');
    await page.goto(`/${AT}/live`);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('takes the sederunt of forty, three of them absent, in eleven presses', async () => {
    presses = 0;
    await opened('r', 'input[name="_there.adam"]:focus');
    expect(await barriersOn(page)).toEqual([]);
    await noted('lu', '3', 'lumsden');
    await noted('me', '3', 'menzies');
    await noted('du', '4', 'duthie');
    await press('Control+Enter');
    await said(page, 'The sederunt is taken');
    expect(presses).toBe(11);
    const text = await minute();
    expect(text).toContain('Apologies:- Councillors Lumsden and Menzies.');
    expect(text).not.toContain('Duthie');
    await page.locator('#quorum-sum', { hasText: '37 of 40 voting seats present' }).waitFor();
  });

  it('offers nobody twice', async () => {
    await opened('r', 'input[name="_there.duthie"]:focus');
    expect(await page.locator('[data-find] [data-name]').count()).toBe(1);
  });

  it('divides by name between a motion and an amendment, where five differ, in eighteen presses', async () => {
    await app.record(`${AT}/take-chair`, { personId: 'munro', reason: 'Convener' });
    await app.record(`${AT}/take-item`, { itemId: 'school' });
    for (const [motionId, text, movedBy, secondedBy, amends] of [
      ['m-1', 'That the school stay open.', 'adam', 'baird', undefined],
      ['m-2', 'That the school be closed.', 'kerr', 'tait', 'm-1'],
    ] as const) {
      await app.record(`${AT}/move-motion`, { motionId, text, movedBy, ...(amends && { amends }) });
      await app.record(`${AT}/second-motion`, { motionId, secondedBy });
    }
    await page.locator('.q-motion').nth(1).waitFor();
    await page.keyboard.press('Escape');
    presses = 0;
    await opened('b', 'input[name="method"]:focus');
    await press('g', '1');
    await noted('cr', '2', 'craig');
    await noted('i', '2', 'innes');
    await noted('pe', '2', 'petrie');
    await noted('re', '2', 'reekie');
    await noted('si', '3', 'sinclair');
    expect(await sum(page)).toBe('37 of 37: all counted');
    await press('Control+Enter');
    await said(page, 'The division is recorded');
    expect(presses).toBe(18);
    const text = await minute();
    expect(text).toContain('Walker and Yule (32); and for the amendment - Councillors Craig, Innes, Petrie and Reekie (4)');
    expect(text).toContain('Declined to vote: Councillor Sinclair (1).');
  });
});
