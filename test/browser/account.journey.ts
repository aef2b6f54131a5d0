import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';

let app: TestApp;
let browser: Browser;
let address: string;
let context: BrowserContext;
let page: Page;

const PASSWORD = 'a long enough secret';

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await app.principal('clerk', 'clerk');
  await app.ask('PUT', '/api/v1/principals/clerk/password', { password: PASSWORD });
  address = await app.listen();
  context = await browser.newContext({ baseURL: address });
  page = await context.newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const barriers = async (): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
};

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
