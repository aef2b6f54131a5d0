import { type AxeResults } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `preload` would fetch style sheets of other hosts, of which there are none; what is no violation is not gathered. */
const OPTIONS = JSON.stringify({
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  resultTypes: ['violations'],
  preload: false,
});

/**
 * What axe finds wrong with a page, in words. axe is put into each document once and run there: the page must run scripts and have no
 * frames, which axe would have to be put into as well.
 */
export async function barriersOn(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error(`${page.url()} has frames, and their barriers would not be found.`);
  // What lies half under the bar that stays in sight is no small target.
  await page.evaluate('window.scrollTo(0, 0)');
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE);
  const violations = await page.evaluate<AxeResults['violations']>(`axe.run(document, ${OPTIONS}).then((found) => found.violations)`);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(' ')).join(', ')})`);
}
