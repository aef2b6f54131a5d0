import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { rules, somebody } from '../support/a-clerk.js';
import { launchBrowser } from '../support/browser.js';
import { dayOf } from '../support/held-meeting.js';
import { PASSWORD, signedIn } from '../support/live-board.js';

const SCRIPT = '<script>window.attacked=1</script>';
const IMAGE = '<img src=x onerror="window.attacked=1">';
const BREAKOUT = `"><svg onload=window.attacked=1>{{7*7}}'`;
const LINK = 'javascript:window.attacked=1';
const AT = '/bodies/board';
const HELD = `${AT}/meetings/held`;

let app: TestApp;
let browser: Browser;
let address: string;
let elsewhere: Server;
let foreign: string;
let page: Page;
let context: BrowserContext;
let html = '';

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  for (const bodyId of ['board', 'other']) {
    await app.record(`bodies/${bodyId}/establish-body`, { name: `Board ${SCRIPT}`, kind: 'joint-board', on: '2020-01-01' });
    await app.record(`bodies/${bodyId}/adopt-constitution`, rules('2020-01-01', { source: `Orders ${IMAGE}` }));
  }
  await app.record('bodies/board/create-seat', {
    seatId: 'one',
    label: `Seat ${BREAKOUT}`,
    organisation: `Org ${SCRIPT}`,
    voting: true,
    from: '2020-01-01',
  });
  const member = { ...somebody('Ann Aird'), name: `Ann ${IMAGE}` };
  await app.record('bodies/board/fill-seat', { seatId: 'one', holder: member, from: '2020-01-01' });
  await app.record('bodies/board/create-seat', { seatId: 'two', label: `Vacant ${SCRIPT}`, voting: true, from: '2020-01-01' });
  await app.record('bodies/board/take-office', { office: 'chair', holder: member, from: '2020-01-01' });
  const item = {
    itemId: 'item',
    number: `1 ${SCRIPT}`.slice(0, 20),
    title: `Item ${BREAKOUT}`,
    asked: `Note ${SCRIPT}`,
    papers: [
      { title: `Paper ${IMAGE}`, link: LINK },
      { title: 'Data', link: `data:text/html,${SCRIPT}` },
    ],
  };
  for (const [key, date] of [
    ['held', dayOf(-20)],
    ['coming', dayOf(20)],
  ]) {
    const at = `bodies/board/meetings/${key}`;
    await app.record(`${at}/call-meeting`, { date, time: '14:00', place: `Hall ${BREAKOUT}`, title: `Meeting ${SCRIPT}` });
    await app.record(`${at}/add-agenda-item`, item);
    await app.record(`${at}/add-agenda-item`, { itemId: 'other', number: '2', title: `Other ${IMAGE}`, asked: BREAKOUT });
  }
  const held = (verb: string, data: object = {}) => app.record(`bodies/board/meetings/held/${verb}`, data);
  await held('give-notice', { givenOn: dayOf(-30), by: `Clerk ${IMAGE}`, datedAsWritten: SCRIPT });
  await held('open-meeting');
  await held('record-attendance', { person: member, as: 'present' });
  await held('record-attendance', {
    person: { personId: 'bob', name: `Bob ${SCRIPT}` },
    as: 'in-attendance',
    organisation: BREAKOUT,
    role: IMAGE,
  });
  await held('take-item', { itemId: 'item' });
  await held('record-paragraph', { text: `Paragraph ${SCRIPT}\n${BREAKOUT}`, heading: `Heading ${IMAGE}` });
  await held('circulate-minute', { to: SCRIPT });
  await held('record-decision', { words: `NOTED ${SCRIPT}:\n(a) ${BREAKOUT}; and\n(b) ${IMAGE}.` });
  await held('annotate', { heading: `NOTE ${SCRIPT}`, text: IMAGE });
  await held('conclude-meeting', { words: `The meeting concluded ${IMAGE}` });
  const action = {
    source: { cited: { heading: SCRIPT, meetingDate: dayOf(-20), paragraph: '1' } },
    item: { number: '1', title: `Action ${BREAKOUT}` },
    words: `AGREED ${SCRIPT}`,
    officers: [`Officer ${IMAGE}`],
    due: '31 March 2020',
  };
  for (const key of ['act', 'overdue']) await app.record(`bodies/board/actions/${key}/raise-action`, action);
  await app.record('bodies/board/actions/act/report-action-complete', { words: `Done ${SCRIPT}` });
  for (const [login, bodyId] of [
    ['clerk', '*'],
    ['clerk-of-board', 'board'],
  ] as const) {
    await app.principal(login, 'clerk', bodyId);
    await app.ask('PUT', `/api/v1/principals/${login}/password`, { password: PASSWORD });
  }
  address = await app.listen();
  elsewhere = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  // Another host as well as another port: cookies do not know ports.
  foreign = `http://localhost:${(elsewhere.address() as AddressInfo).port}/`;
  page = await signedIn(browser, address, 'clerk');
  context = page.context();
}, 120_000);
afterAll(async () => {
  elsewhere.close();
  await browser.close();
  await app.close();
});

const tokenOn = async (at: Page, path: string): Promise<string> => {
  await at.goto(path);
  return (await at.locator('input[name="_csrf"]').first().getAttribute('value')) ?? '';
};
const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  context.request.post(`${address}${path}`, { form, headers: { accept: 'text/html', ...headers }, maxRedirects: 0 });
const called = async (): Promise<number> => (await app.get('bodies/board/meetings')).json.items.length;

describe('what is typed into the record', () => {
  it.each([
    '/',
    AT,
    `${AT}/meetings`,
    HELD,
    `${AT}/meetings/coming`,
    `${AT}/meetings/coming/agenda`,
    `${AT}/meetings/coming/agenda/item`,
    `${AT}/meetings/coming/arrangements`,
    `${HELD}/minute`,
    `${HELD}/minute?step=note`,
    `${AT}/decisions`,
    `${AT}/actions`,
    `${AT}/actions/act`,
    '/actions',
    `${AT}/attendance`,
    `${HELD}/live`,
  ])('runs nowhere and is markup nowhere at %s', async (path) => {
    await page.goto(path);
    expect(await page.evaluate('window.attacked')).toBeUndefined();
    const made = await page.evaluate(`({
      images: document.querySelectorAll('img[onerror], main svg[onload]').length,
      inline: [...document.scripts].filter((one) => one.src === '').length,
      links: [...document.querySelectorAll('a[href]')].filter((one) => /^\\s*(javascript|data|vbscript):/i.test(one.getAttribute('href'))).length,
    })`);
    expect(made).toEqual({ images: 0, inline: 0, links: 0 });
    expect(await page.content()).not.toContain('49&#39;');
    const text = await page.getByRole('main').innerText();
    expect(text).toMatch(/<script>window\.attacked=1<\/script>|<img src=x onerror|svg onload/i);
  });

  it('shows as it was typed', async () => {
    await page.goto(`${HELD}/minute`);
    const text = await page.getByRole('article').innerText();
    for (const words of [`Paragraph ${SCRIPT}`, BREAKOUT, `NOTED ${SCRIPT}`, `Bob ${SCRIPT}`]) expect(text).toContain(words);
    await page.goto(HELD);
    expect(await page.getByRole('main').innerText()).toContain(LINK);
  });

  it('comes back from a form that was refused as it was typed', async () => {
    await page.goto(`${AT}/meetings`);
    await page.getByLabel('Place').fill(BREAKOUT);
    await page.getByRole('button', { name: 'Call the meeting' }).click();
    expect(await page.getByLabel('Place').inputValue()).toBe(BREAKOUT);
    expect(await page.evaluate('window.attacked')).toBeUndefined();
  });

  it('is no markup in the feeds', async () => {
    const feed = await (await context.request.get(`${address}${AT}/feed.atom`)).text();
    expect(feed).not.toContain('<script');
    expect(feed).toContain('&lt;script&gt;');
  });

  it('runs neither out of what an address says', async () => {
    for (const path of [
      `/sign-in?next=${encodeURIComponent(BREAKOUT)}`,
      `${AT}?as-at=${encodeURIComponent(SCRIPT)}`,
      `${AT}/meetings?date=${encodeURIComponent(SCRIPT)}`,
      `${HELD}/minute?step=correct&entry=${encodeURIComponent(BREAKOUT)}`,
      `${AT}/meetings/coming/agenda?offer=${encodeURIComponent(BREAKOUT)}`,
      `/bodies/${encodeURIComponent(SCRIPT)}`,
    ]) {
      await page.goto(path);
      expect(await page.evaluate('window.attacked')).toBeUndefined();
      expect(await page.content()).not.toContain(SCRIPT);
    }
  });
});

describe('a form of another site', () => {
  it('is not taken, even of a browser that is signed in', async () => {
    const before = await called();
    html = `<form id="f" method="post" action="${address}${AT}/meetings"><input name="date" value="${dayOf(50)}"><input name="_csrf" value="x"></form>`;
    const tab = await context.newPage();
    await tab.goto(foreign);
    const [answer] = await Promise.all([
      tab.waitForResponse((one) => one.url() === `${address}${AT}/meetings`),
      tab.evaluate('document.getElementById("f").submit()'),
    ]);
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(await called()).toBe(before);
    await tab.close();
  });

  it('cannot show a page of ours in a frame', async () => {
    const headers = (await context.request.get(`${address}${AT}`)).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toMatch(/DENY|SAMEORIGIN/);
    html = `<iframe src="${address}${AT}"></iframe>`;
    const tab = await context.newPage();
    await tab.goto(foreign);
    const frame = tab.frames()[1]!;
    await frame.waitForLoadState();
    expect([frame.url(), await frame.getByText('Board').count()]).toEqual(['chrome-error://chromewebdata/', 0]);
    await tab.close();
  });
});

describe('a form', () => {
  it('is not taken without its token, with a made-up one, or with that of another sign-in', async () => {
    const before = await called();
    const other = await signedIn(browser, address, 'clerk-of-board');
    const theirs = await tokenOn(other, `${AT}/meetings`);
    await other.context().close();
    for (const token of [undefined, '', 'made-up', theirs]) {
      const answer = await post(`${AT}/meetings`, { date: dayOf(51), ...(token !== undefined && { _csrf: token }) });
      expect(answer.status()).toBe(403);
      expect(await answer.text()).toContain('A form is sent from the page that showed it');
    }
    expect(await called()).toBe(before);
  });

  it('is not taken where the browser says it comes from another site', async () => {
    const _csrf = await tokenOn(page, `${AT}/meetings`);
    const before = await called();
    expect((await post(`${AT}/meetings`, { date: dayOf(52), _csrf }, { 'sec-fetch-site': 'cross-site' })).status()).toBe(403);
    expect(await called()).toBe(before);
    expect((await post(`${AT}/meetings`, { date: dayOf(52), _csrf })).status()).toBe(303);
  });

  it('of a clerk of one body does nothing in another, and says why and who may', async () => {
    const clerk = await signedIn(browser, address, 'clerk-of-board');
    const _csrf = await tokenOn(clerk, `${AT}/meetings`);
    for (const [path, form] of [
      ['/bodies/other/meetings', { date: dayOf(53) }],
      ['/bodies/other/meetings/held/agenda', { title: 'Mine' }],
      ['/bodies/other/meetings/held/arrangements/cancel', { reason: 'Mine' }],
      ['/bodies/other/meetings/held/minute/circulate', {}],
    ] as const) {
      const answer = await clerk
        .context()
        .request.post(`${address}${path}`, { form: { ...form, _csrf }, headers: { accept: 'text/html' }, maxRedirects: 0 });
      expect(answer.status()).toBe(403);
      const text = await answer.text();
      expect(text).toContain('You may not do this');
      expect(text).toMatch(/This takes the right \S+ in the body other/);
      expect(text).toMatch(/Whoever is administrator or clerk there may/);
    }
    expect((await app.get('bodies/other/meetings')).json.items).toEqual([]);
    await clerk.context().close();
  });
});

describe('signing in', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example/', '/%09/evil.example', 'javascript:alert(1)', '/..//evil.example'])(
    'leads to no other site by %s',
    async (next) => {
      const visitor = await (await browser.newContext({ baseURL: address })).newPage();
      await visitor.goto(`/sign-in?next=${encodeURIComponent(next)}`);
      await visitor.getByLabel('Login').fill('clerk');
      await visitor.getByLabel('Password', { exact: true }).fill(PASSWORD);
      const [answer] = await Promise.all([
        visitor.waitForResponse((one) => one.request().method() === 'POST'),
        visitor.keyboard.press('Enter'),
      ]);
      expect(answer.status()).toBe(303);
      const to = new URL((await answer.allHeaders()).location ?? '', address);
      expect(to.origin).toBe(address);
      expect(to.pathname.startsWith('//')).toBe(false);
      await visitor.context().close();
    },
  );

  it('begins a session nobody could have known before', async () => {
    const fixed = await browser.newContext({ baseURL: address });
    await fixed.addCookies([
      { name: 'quorate', value: 'fixed-by-an-attacker', url: address },
      { name: 'quorate-forms', value: 'fixed-by-an-attacker', url: address },
    ]);
    const visitor = await fixed.newPage();
    await visitor.goto('/sign-in');
    await visitor.getByLabel('Login').fill('clerk');
    await visitor.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await visitor.keyboard.press('Enter');
    await visitor.waitForURL(`${address}/`);
    const session = (await fixed.cookies()).find(({ name }) => name === 'quorate');
    expect(session?.value).toBeDefined();
    expect(session?.value).not.toBe('fixed-by-an-attacker');
    const attacker = await browser.newContext({ baseURL: address });
    await attacker.addCookies([{ name: 'quorate', value: 'fixed-by-an-attacker', url: address }]);
    const theirs = await attacker.newPage();
    await theirs.goto('/account');
    expect(theirs.url()).toContain('/sign-in');
    await Promise.all([fixed.close(), attacker.close()]);
  });

  it('keeps its cookies from scripts and from other sites', async () => {
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name).sort()).toEqual(['quorate', 'quorate-forms']);
    for (const cookie of cookies) expect([cookie.httpOnly, ['Lax', 'Strict'].includes(cookie.sameSite)]).toEqual([true, true]);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('gives a browser’s cookie no way into the API', async () => {
    const at = `${address}/api/v1${AT}/meetings`;
    expect((await context.request.get(`${at}/coming`)).status()).toBe(401);
    const answer = await context.request.post(`${at}/csrf/call-meeting`, { data: { date: dayOf(54) }, headers: { 'if-match': '*' } });
    expect(answer.status()).toBe(401);
    const form = await context.request.post(`${at}/csrf/call-meeting`, { form: { date: dayOf(54) } });
    expect(form.status()).toBeGreaterThanOrEqual(400);
  });
});
