import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { messageOf } from '../../src/fault-message.js';
import { fromDebian } from './from-debian.js';

/** Chromium without windows does two fifths less work for the same pages. */
const HEADLESS = 'chromium-headless-shell';
const NAMES = [HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without these a browser asks its maker's hosts, and cannot run where it is root. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const installed = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .concat('/usr/bin', '/opt/google/chrome', '/Applications/Google Chrome.app/Contents/MacOS')
    .flatMap((folder) => [...NAMES, 'chrome', 'Google Chrome'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));

function fromPlaywright(): void {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

const attempt = (work: () => void): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
};

/** Playwright's own, where it was fetched before. */
const fetched = (): string | undefined => [chromium.executablePath()].find((path) => path !== '' && existsSync(path));

const found = (): string | undefined => installed() ?? fetched();

/**
 * Sees to it that there is a browser: Debian's without windows, where that is or can be installed; else one that is installed; else
 * Debian's with windows; else playwright's own. Says where it is, or throws where none can be had.
 */
export function haveBrowser(): string {
  const problems = [installed()?.endsWith(HEADLESS) ? undefined : attempt(() => fromDebian(HEADLESS))];
  for (const fetch of [() => fromDebian('chromium'), fromPlaywright]) {
    const path = found();
    if (path !== undefined) return path;
    problems.push(attempt(fetch));
  }
  const path = found();
  if (path !== undefined) return path;
  const why = problems.filter(Boolean).join('; ');
  throw new Error(`The pages are tested in a browser, and none can be had here: install Chromium or Chrome, then run this again. ${why}`);
}

/** `npm run browser` has seen to it that there is one: suites that run side by side cannot each install it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = found();
  if (executablePath === undefined) throw new Error('The pages are tested in a browser, and there is none: npm run browser.');
  return chromium.launch({ executablePath, args: FLAGS });
}
