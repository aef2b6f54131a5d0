import { type Page } from 'playwright-core';
import { barriersOn } from './barriers.js';

/** Of one kind of page so many are looked at. */
const OF_A_KIND = 2;
const MOST_KB = 200;

// `/bodies/x/meetings/y?step=note` is of the kind `/bodies/*/meetings/*?step`.
function kindOf(href: string): string {
  const { pathname, searchParams } = new URL(href);
  const [, ...steps] = pathname.split('/');
  const NAMES = /^(bodies|people|principals|subjects)$|s$|^(items|annual)$/;
  const kind = steps.map((step, at) => (at > 0 && NAMES.test(steps[at - 1]!) && !/\.\w+$/.test(step) ? '*' : step)).join('/');
  return `/${kind}?${[...searchParams.keys()].sort().join('&')}`;
}

interface Fault {
  readonly path: string;
  readonly what: unknown;
}

/** Follows every link that leads to a kind of page not looked at often enough yet, and tells what is wrong with what it comes to. */
export async function walk(page: Page, address: string): Promise<{ readonly seen: readonly string[]; readonly faults: readonly Fault[] }> {
  const looked = new Map<string, number>();
  const waiting = ['/', '/due', '/actions', '/accessibility', '/sign-in'].map((path) => `${address}${path}`);
  const queued = new Set(waiting);
  const checked = new Set<string>();
  const seen: string[] = [];
  const faults: Fault[] = [];
  for (let href = waiting.shift(); href !== undefined; href = waiting.shift()) {
    const kind = kindOf(href);
    const before = looked.get(kind) ?? 0;
    if (before >= OF_A_KIND) continue;
    looked.set(kind, before + 1);
    const path = href.slice(address.length);
    const answer = await page.goto(href).catch((error: unknown) => {
      // What is downloaded is no page.
      if (String(error).includes('Download is starting')) return null;
      throw error;
    });
    if (answer === null) continue;
    const type = answer.headers()['content-type'] ?? '';
    if (answer.status() !== 200) faults.push({ path, what: answer.status() });
    if (!type.includes('text/html')) continue;
    seen.push(path);
    const found = await page.evaluate<{ text: string; width: number; headings: number; links: string[]; kb: number }>(`({
      text: document.body.innerText,
      width: document.documentElement.scrollWidth,
      headings: document.querySelectorAll('h1').length,
      links: [...document.querySelectorAll('a[href]')].map((one) => new URL(one.getAttribute('href'), location.href).href.split('#')[0]),
      kb: performance.getEntriesByType('navigation')[0].encodedBodySize / 1024,
    })`);
    const leaked = /\b(undefined|NaN)\b|\[object|Invalid Date|(?<![\w-])null(?![\w-])/.exec(found.text)?.[0];
    if (leaked) faults.push({ path, what: `says ${leaked}` });
    if (found.width > 320) faults.push({ path, what: `${found.width} pixels wide` });
    if (found.headings !== 1) faults.push({ path, what: `${found.headings} headings of the first level` });
    if (found.kb > MOST_KB) faults.push({ path, what: `${Math.round(found.kb)} kB` });
    // What a query changes of a page, the journeys of that page look at.
    const place = kind.slice(0, kind.indexOf('?'));
    const barriers = checked.has(place) ? [] : await barriersOn(page);
    checked.add(place);
    if (barriers.length > 0) faults.push({ path, what: barriers });
    for (const link of found.links) {
      if (!link.startsWith(`${address}/`) || queued.has(link) || /\/(api|assets)\//.test(link)) continue;
      queued.add(link);
      waiting.push(link);
    }
  }
  return { seen, faults };
}
