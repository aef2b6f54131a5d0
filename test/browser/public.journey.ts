import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { type Browser, type Page } from 'playwright-core';
import { createTestApp, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { approveAndSign, dayOf, holdMeeting, PRIVATE } from '../support/held-meeting.js';
import { barriersOn, BOARD, establishBoard } from '../support/live-board.js';

let app: TestApp;
let browser: Browser;
let address: string;
let phone: Page;
let plain: Page;

const AT = `/bodies/${BOARD}`;
const PHONE = { width: 320, height: 640 };

beforeAll(async () => {
  [app, browser] = await Promise.all([createTestApp(), launchBrowser()]);
  await establishBoard(app);
  await holdMeeting(app, 'held', dayOf(-40));
  await holdMeeting(app, 'unsigned', dayOf(-20));
  await approveAndSign(app, 'held', 'later', dayOf(-10));
  const coming = `bodies/${BOARD}/meetings/coming`;
  await app.record(`${coming}/call-meeting`, { date: dayOf(20), time: '14:00', place: 'Valley Hall' });
  await app.record(`${coming}/add-agenda-item`, {
    title: 'Budget',
    papers: [{ title: 'Report by the Treasurer', pages: { first: 3, last: 12 }, link: 'https://papers.example/budget.pdf' }],
  });
  await app.record(`${coming}/give-notice`, { givenOn: dayOf(0), by: 'Clerk to the Board' });
  await app.record(`bodies/${BOARD}/meetings/secret/call-meeting`, { date: dayOf(30), title: 'Not published yet' });
  await app.record(`bodies/${BOARD}/meetings/off/call-meeting`, { date: dayOf(25), time: '10:00' });
  await app.record(`bodies/${BOARD}/meetings/off/give-notice`, { givenOn: dayOf(0), by: 'Clerk to the Board' });
  const off = await app.record(`bodies/${BOARD}/meetings/off/cancel-meeting`, { reason: 'No business' });
  address = await app.listen();
  await app.get(`bodies/${BOARD}/meetings`, { after: off.position });
  phone = await (await browser.newContext({ baseURL: address, viewport: PHONE, isMobile: true })).newPage();
  plain = await (await browser.newContext({ baseURL: address, viewport: PHONE, javaScriptEnabled: false })).newPage();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

const fetched = async (path: string) => {
  const answer = await fetch(`${address}${path}`, { headers: { accept: '*/*' }, redirect: 'manual' });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
};
const main = () => plain.getByRole('main');

describe('somebody who has not signed in, on a phone without scripts', () => {
  it('comes from the bodies to a meeting, its agenda and its papers', async () => {
    await plain.goto('/');
    await plain.getByRole('link', { name: 'Board of the Valley' }).click();
    await plain.getByRole('link', { name: 'Diary' }).click();
    expect(await main().innerText()).not.toContain('Not published yet');
    await main()
      .getByRole('row', { name: /Valley Hall/ })
      .first()
      .getByRole('link')
      .click();
    expect(await main().innerText()).toContain('Valley Hall');
    expect(await plain.getByRole('link', { name: 'Report by the Treasurer' }).getAttribute('href')).toBe(
      'https://papers.example/budget.pdf',
    );
    expect(await main().innerText()).toContain('(pages 3 to 12)');
    expect(await plain.locator('[itemtype="https://schema.org/Event"] [itemprop="startDate"]').getAttribute('datetime')).toMatch(
      /T1[34]:00/,
    );
  });

  it('reads what was decided, and the signed minute with the digest of its text', async () => {
    await plain.goto(`${AT}/meetings/held`);
    expect(await main().innerText()).toContain('NOTED the report on roads.');
    await plain.getByRole('link', { name: 'Read the signed minute' }).click();
    expect(await main().innerText()).toMatch(/Signed by Ann Aird/);
    expect(await main().innerText()).toMatch(/SHA-256 of the text signed: [0-9a-f]{64}/);
    expect(await main().innerText()).toContain('Exempt information under paragraph 6');
  });

  it('is not shown a draft, or a meeting not published yet', async () => {
    await plain.goto(`${AT}/meetings/unsigned/minute`);
    expect(plain.url()).toContain('/sign-in?next=');
    await plain.goto(`${AT}/meetings/secret`);
    expect(plain.url()).toContain('/sign-in?next=');
    await plain.goto(`${AT}/meetings/unsigned`);
    expect(await main().innerText()).not.toContain('report on roads.');
  });

  it('is not shown what a clerk reads in the same minute', async () => {
    const whole = (await app.get(`bodies/${BOARD}/meetings/held/minute?format=text`)).text;
    for (const words of PRIVATE) expect(whole.toLowerCase()).toContain(words.toLowerCase());
  });

  it.each(['', '/meetings', '/meetings/held', '/meetings/held/minute', '/meetings/unsigned', '/decisions', '/actions', '/attendance'])(
    'is shown nothing of what was taken in private at %s',
    async (path) => {
      await plain.goto(`${AT}${path}`);
      const html = await plain.content();
      for (const words of [...PRIVATE, 'Offer for the Mill Field', 'mill-field.pdf']) expect(html).not.toContain(words);
    },
  );

  it('is given nothing of it as text either, and not the whole text that was signed', async () => {
    const text = await fetched(`${AT}/meetings/held/minute.txt`);
    expect(text).toMatchObject({ status: 200, type: 'text/plain; charset=utf-8' });
    for (const words of PRIVATE) expect(text.text).not.toContain(words);
    expect((await fetched(`${AT}/meetings/held/signed-minute.txt`)).status).toBe(401);
  });
});

/** The feed as a browser's own XML parser reads it. */
interface Read {
  readonly broken: boolean;
  readonly root: string;
  readonly entries: readonly { readonly id: string; readonly title: string; readonly updated: string; readonly href: string }[];
}

describe('the feeds of a body', () => {
  const inFeed = () =>
    phone.evaluate<Read>(`(async () => {
      const xml = new DOMParser().parseFromString(await (await fetch('${AT}/feed.atom')).text(), 'application/xml');
      const textOf = (one, name) => one.querySelector(name)?.textContent ?? '';
      return {
        broken: xml.querySelector('parsererror') !== null,
        root: xml.documentElement.namespaceURI,
        entries: [...xml.querySelectorAll('entry')].map((one) => ({
          id: textOf(one, 'id'),
          title: textOf(one, 'title'),
          updated: textOf(one, 'updated'),
          href: one.querySelector('link')?.getAttribute('href') ?? '',
        })),
      };
    })()`);

  it('are named by the pages', async () => {
    await phone.goto(`${AT}/meetings`);
    for (const [type, path] of [
      ['application/atom+xml', `${AT}/feed.atom`],
      ['text/calendar', `${AT}/meetings.ics`],
    ])
      expect(await phone.locator(`link[rel="alternate"][type="${type}"]`).getAttribute('href')).toBe(path);
  });

  it('tell of published meetings, signed minutes and their decisions, as XML that holds together', async () => {
    const { broken, root, entries } = await inFeed();
    expect([broken, root]).toEqual([false, 'http://www.w3.org/2005/Atom']);
    const titles = entries.map(({ title }) => title.replace(/,.*/, ''));
    expect(titles).toEqual(
      expect.arrayContaining([
        'Minute: Board of the Valley',
        'Decision: 1. Roads',
        'Meeting: Board of the Valley',
        'Meeting cancelled: Board of the Valley',
      ]),
    );
    expect(titles.join()).not.toMatch(/Exempt|Not published yet/);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    for (const { updated, href } of entries) expect([Number.isNaN(Date.parse(updated)), href.startsWith(address)]).toEqual([false, true]);
    expect((await inFeed()).entries.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  it('give calendars each published meeting by an id that stays, and say which are cancelled', async () => {
    const read = async () => {
      const { text } = await fetched(`${AT}/meetings.ics`);
      return new ICAL.Component(ICAL.parse(text) as never)
        .getAllSubcomponents('vevent')
        .map((one) => [
          String(one.getFirstPropertyValue('uid')),
          String(one.getFirstPropertyValue('status')),
          String(one.getFirstPropertyValue('summary')),
        ]);
    };
    const events = await read();
    expect(events.filter(([, status]) => status === 'CANCELLED')).toHaveLength(1);
    expect(events.join()).not.toContain('Not published yet');
    expect(await read()).toEqual(events);
  });

  it('have nothing in them of what was taken in private, for whoever asks', async () => {
    const clerk = await app.principal('reader', 'clerk');
    for (const token of [null, clerk])
      for (const path of ['feed.atom', 'meetings.ics'])
        for (const words of PRIVATE) expect((await app.get(`${AT}/${path}`, { token })).text).not.toContain(words);
  });
});

describe('the public pages on a phone', () => {
  it.each(['/', AT, `${AT}/meetings`, `${AT}/meetings/coming`, `${AT}/meetings/held`, `${AT}/meetings/off`, `${AT}/meetings/held/minute`])(
    'have no barrier, and nothing to scroll sideways for, at %s',
    async (path) => {
      await phone.goto(path);
      expect(await barriersOn(phone)).toEqual([]);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width);
    },
  );
});
