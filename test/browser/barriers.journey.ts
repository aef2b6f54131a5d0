import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, type Page } from 'playwright-core';
import { barriersOn } from '../support/barriers.js';
import { launchBrowser } from '../support/browser.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 320, height: 640 } });
});
afterAll(() => browser.close());

const titled = (body: string, more = ''): string =>
  `<!doctype html><html lang="en"><head><title>A page</title>${more}</head><body><main><h1>A page</h1>${body}</main></body></html>`;

const SMALL = 'display: inline-block; width: 9px; height: 9px; font-size: 8px';

describe('the search for barriers', () => {
  it('finds none on a page that has none', async () => {
    await page.setContent(titled('<p>Words.</p>'));
    expect(await barriersOn(page)).toEqual([]);
  });

  it('finds exactly those a page has: contrast, names, labels, order, language, small targets', async () => {
    await page.setContent(`<!doctype html><html><head><title></title></head><body>
      <h1>A page</h1><h3 id="skips">Skips a level</h3>
      <p id="faint" style="color: #aaa; background: #fff">Faint words.</p>
      <img id="picture" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">
      <input id="field"><button id="silent"></button><a id="nowhere" href="/x"></a>
      <a href="/y" style="${SMALL}" id="small">y</a><a href="/z" style="${SMALL}" id="tiny">z</a>
      <ul><div>No entry</div></ul><table><tr><td headers="none">1</td></tr></table>
      <p role="nonsense" aria-colour="red">Attributes nobody knows.</p></body></html>`);
    const found = (await barriersOn(page)).map((barrier) => barrier.replace(/: .*\(/, ' (')).sort();
    expect(found).toEqual([
      'aria-roles (p[role="nonsense"])',
      'aria-valid-attr (p[role="nonsense"])',
      'button-name (#silent)',
      'color-contrast (#faint)',
      'document-title (html)',
      'heading-order (#skips)',
      'html-has-lang (html)',
      'image-alt (#picture)',
      'label (#field)',
      'landmark-one-main (html)',
      'link-name (#nowhere)',
      'list (ul)',
      'region (h1, #skips, #faint, #picture, #field, #small, #tiny, ul, table, p[role="nonsense"])',
      'target-size (#silent, #small, #tiny)',
      'td-headers-attr (table)',
    ]);
  });

  it('finds them again once the page has changed, without being put in anew', async () => {
    await page.setContent(titled('<p>Words.</p>'));
    expect(await barriersOn(page)).toEqual([]);
    await page.evaluate(`document.querySelector('p').style.color = '#bbb'`);
    expect(await barriersOn(page)).toEqual([expect.stringMatching(/^color-contrast: .*\(p\)$/)]);
  });

  it('finds what a style sheet makes faint', async () => {
    await page.setContent(titled('<p>Words.</p>', '<style>p { color: #9a9a9a }</style>'));
    expect(await barriersOn(page)).toEqual([expect.stringMatching(/^color-contrast: .*\(p\)$/)]);
  });

  it('does not pass over frames', async () => {
    await page.setContent(titled('<iframe title="Another" srcdoc="<p>Words.</p>"></iframe>'));
    await expect(barriersOn(page)).rejects.toThrow(/has frames/);
  });
});
