import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { barriersOn, signedIn } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;

const PASSWORD = 'a long enough secret';

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await app.principal('clerk', 'clerk');
  await app.principal('keeper', 'administrator');
  await app.ask('PUT', '/api/v1/principals/keeper/password', { password: PASSWORD });
  await app.ask('PUT', '/api/v1/principals/clerk/password', { password: PASSWORD });
  address = await app.listen();
  context = await browser.newContext({ baseURL: address });
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const barriers = (): Promise<string[]> => barriersOn(page);

describe('somebody with a password', () => {
  it('is told what is missing, with what they typed kept', async () => {
    await page.goto('/sign-in?next=/account');
    expect(await barriers()).toEqual([]);
    await page.getByLabel('Login').fill('clerk');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Enter your password' }).click();
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
    expect(await page.getByLabel('Login').inputValue()).toBe('clerk');
    expect(await page.title()).toMatch(/^Error: Sign in/);
    expect(await barriers()).toEqual([]);
  });

  it('signs in, and comes to where they were going', async () => {
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/account');
    expect(await page.getByRole('main').innerText()).toContain('clerk in every body');
    expect(await barriers()).toEqual([]);
  });

  it('signs out', async () => {
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${address}/`);
    await page.goto('/account');
    expect(page.url()).toContain('/sign-in?next=%2Faccount');
  });
});

describe('somebody signed in', () => {
  beforeAll(async () => void (page = await signedIn(browser, address, 'clerk')));
  afterAll(() => page.context().close());

  it('changes their password, and is told why another will not do', async () => {
    await page.goto('/account');
    const change = async (current: string, password: string, again = password) => {
      await page.getByLabel('The password you have').fill(current);
      await page.getByLabel('New password', { exact: true }).fill(password);
      await page.getByLabel('New password again').fill(again);
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change(PASSWORD, 'another long secret', 'another long secrte');
    await page.getByRole('alert').getByRole('link').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('again');
    await change(PASSWORD, 'short');
    expect(await page.getByRole('alert').innerText()).toContain('12 characters');
    expect(await barriers()).toEqual([]);
    await change(PASSWORD, 'another long secret');
    await page.getByText('Your password is changed').waitFor();
  });

  it('signs out everywhere', async () => {
    const elsewhere = await browser.newContext({ baseURL: address, storageState: await page.context().storageState() });
    const other = await elsewhere.newPage();
    await other.goto('/account');
    expect(other.url()).toContain('/account');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.waitForURL('**/sign-in');
    await other.goto('/account');
    expect(other.url()).toContain('/sign-in');
    await elsewhere.close();
  });
});

describe('somebody who forgot their password', () => {
  let keeper: Page;
  beforeAll(async () => {
    page = await (await browser.newContext({ baseURL: address })).newPage();
    keeper = await signedIn(browser, address, 'keeper');
  });
  afterAll(() => Promise.all([page.context().close(), keeper.context().close()]));
  const tryWith = async (password: string) => {
    await page.goto('/sign-in');
    await page.getByLabel('Login').fill('clerk');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  };

  it('is locked out after a few guesses, and told for how long and who can help', async () => {
    for (let guess = 0; guess < 6; guess += 1) await tryWith(`guess number ${guess}`);
    expect(await page.getByRole('alert').innerText()).toContain('There were too many attempts. Wait 1 minute');
    expect(await barriers()).toEqual([]);
  });

  it('is shown to the administrator on every page, who gives a new password', async () => {
    await keeper.goto('/bodies');
    await keeper.getByRole('link', { name: 'People (1 locked out)' }).click();
    expect(await keeper.getByRole('region', { name: 'Locked out' }).innerText()).toContain(
      'Signing in as clerk from 127.0.0.1 is closed until',
    );
    expect(await barriersOn(keeper)).toEqual([]);
    await keeper.getByRole('region', { name: 'Locked out' }).getByRole('link', { name: 'clerk' }).click();
    await keeper.getByLabel('New password').fill('yet another secret');
    await keeper.getByRole('button', { name: 'Give the password' }).click();
    await keeper.getByText('The password is changed').waitFor();
    expect(await barriersOn(keeper)).toEqual([]);
    await keeper.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People', exact: true }).waitFor();
  });

  it('signs in with it at once', async () => {
    await tryWith('yet another secret');
    expect(await page.getByRole('link', { name: 'clerk' }).count()).toBe(1);
  });
});

describe('an administrator', () => {
  beforeAll(async () => void (page = await signedIn(browser, address, 'keeper', { javaScriptEnabled: false })));
  afterAll(() => page.context().close());

  it('registers somebody, gives and withdraws a role, suspends them and takes them back', async () => {
    await page.goto('/people');
    const press = (name: string) => page.getByRole('button', { name }).click();
    await press('Register');
    expect(await page.getByRole('alert').innerText()).toContain('Enter a login of small letters');
    await page.getByLabel('Name').fill('Iona Innes');
    await page.getByLabel('Login').fill('Iona');
    await press('Register');
    await page.getByText('They are registered').waitFor();
    await page.getByLabel('Role').selectOption('officer');
    await press('Give the role');
    await page.getByText('The role is given').waitFor();
    await page.getByText('Officer in every body').waitFor();
    await press('Withdraw officer in every body');
    await page.getByText('The role is withdrawn').waitFor();
    await press('Suspend');
    expect(await page.getByRole('alert').innerText()).toContain('Why they are suspended');
    await page.getByLabel('Reason').fill('Left the council.');
    await press('Suspend');
    await page.getByText('They are suspended').waitFor();
    await page.goto('/people');
    expect(await page.getByRole('row', { name: /Iona Innes/ }).innerText()).toContain('Suspended');
    await page.getByRole('link', { name: 'Iona Innes' }).click();
    await page.getByLabel('Reason').fill('Came back.');
    await press('Reinstate');
    await page.getByText('They may act again').waitFor();
  });

  it('has pages that fit a screen 320 pixels wide, and that nobody else sees', async () => {
    const narrow = await signedIn(browser, address, 'keeper', { viewport: { width: 320, height: 640 } });
    for (const path of ['/people', '/people/clerk', '/account']) {
      await narrow.goto(path);
      expect(await narrow.evaluate('document.documentElement.scrollWidth')).toBe(320);
      expect(await barriersOn(narrow)).toEqual([]);
    }
    await narrow.context().close();
    await app.ask('PUT', '/api/v1/principals/clerk/password', { password: PASSWORD });
    const clerk = await signedIn(browser, address, 'clerk');
    expect((await clerk.goto('/people'))?.status()).toBe(403);
    expect(await clerk.getByRole('main').innerText()).toContain('Whoever is administrator there may');
    await clerk.context().close();
  });
});

describe('whose pages these are', () => {
  it('is said at the top of each, in their own colour', async () => {
    const own = await createTestApp({ env: { QUORATE_NAME: 'Valley Council', QUORATE_COLOUR: '#5b2333' } });
    page = await (await browser.newContext({ baseURL: await own.listen() })).newPage();
    await page.goto('/');
    expect(await page.title()).toBe('Bodies – Valley Council');
    const header = page.getByRole('banner');
    expect(await header.innerText()).toContain('Valley Council');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.govuk-generic-header')).backgroundColor`)).toBe(
      'rgb(91, 35, 51)',
    );
    expect(await barriers()).toEqual([]);
    await page.context().close();
    await own.close();
  });
});
