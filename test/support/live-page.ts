import { type Page } from 'playwright-core';
import { type TestApp } from './app.js';
import { BOARD } from './live-board.js';

/** The minute of a meeting of the board, as text. */
export const minuteOf = async (app: TestApp, key: string): Promise<string> =>
  (await app.get(`bodies/${BOARD}/meetings/${key}/minute?format=text`)).text;

/** Waits until the live page says so. */
export const said = (page: Page, words: string): Promise<void> => page.locator('#live-said', { hasText: words }).waitFor();

/** The running total of a vote that is being counted by name. */
export const sum = (page: Page): Promise<string> => page.locator('#count-sum').innerText();
