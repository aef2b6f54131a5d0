import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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

function fromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ])
    execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
}

function fromPlaywright(): string | undefined {
  const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
  return chromium.executablePath();
}

const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** A browser: one that is installed; else Debian's, where that can be installed; else playwright's own. Throws where none can be had. */
export async function launchBrowser(): Promise<Browser> {
  const path = installed() ?? (attempt(fromDebian), installed()) ?? attempt(fromPlaywright);
  if (path === undefined)
    throw new Error('The pages are tested in a browser, and none can be had here: install Chromium or Chrome, then run this again.');
  return chromium.launch({ executablePath: path, args: FLAGS });
}
