import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Reminding } from '../../src/across/reminders/reminding/reminding.module.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';

interface Offered {
  readonly kind: string;
  readonly one: { readonly id: string; readonly name: string; readonly records: readonly { readonly recordId: string }[] };
  readonly other: Offered['one'];
  readonly why: string;
}

describe('names that may be one', () => {
  const clock = new HandClock('2026-10-01T09:00:00.000Z');
  let app: TestApp;
  let position = '';
  const record = async (address: string, data: object = {}) => ({ position } = await app.record(address, data));
  const get = async <T>(address: string, token?: string): Promise<T> =>
    (await app.get(address, { after: position, ...(token === undefined ? {} : { token }) })).json as T;
  const raise = (id: string, officers: readonly string[], organisation: string, more: object = {}) =>
    record(`${BOARD}/actions/${id}/raise-action`, {
      source: { cited: { heading: '1 October 2026', meetingDate: '2026-10-01' } },
      item: { title: id },
      words: 'AGREED to reply.',
      officers,
      organisation,
      due: 'by 10 October 2026',
      ...more,
    });
  const offered = async (kind: string, token?: string) =>
    (await get<{ items: Offered[] }>(`names-that-may-be-one?kind=${kind}`, token)).items.map(({ one, other }) =>
      [one.name, other.name].sort(),
    );
  const found = async (address: string) =>
    (await get<{ items: { recordId?: string; actionId?: string }[] }>(address)).items
      .map(({ recordId, actionId }) => recordId ?? actionId)
      .sort();

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await record(`${BOARD}/establish-body`, { name: 'The Board', kind: 'board' });
    await raise('full', ['David Farries'], 'Scottish Borders Council');
    await raise('title', ['Mr David Farries'], 'SBC');
    await raise('slip', ['David Faries'], 'NHS Borders');
    await raise('other', ['Ann Aird'], 'NHS Lothian');
    await raise('secret', ['Anne Aird'], 'NHS Lothien', { exempt: true });
  });
  afterAll(() => app.close());

  it('are offered with why and where they stand, and nothing is one by itself', async () => {
    expect(await offered('person')).toEqual([
      ['Ann Aird', 'Anne Aird'],
      ['David Faries', 'David Farries'],
      ['David Faries', 'Mr David Farries'],
      ['David Farries', 'Mr David Farries'],
    ]);
    const { items } = await get<{ items: Offered[] }>('names-that-may-be-one?kind=organisation');
    expect(items).toContainEqual({
      kind: 'organisation',
      one: { id: 'sbc', name: 'SBC', records: [{ kind: 'action', recordId: 'board/title' }] },
      other: { id: 'scottish-borders-council', name: 'Scottish Borders Council', records: [{ kind: 'action', recordId: 'board/full' }] },
      why: 'One is the initials of the other.',
    });
    expect(await found('due?body=board&officer=David Farries')).toEqual(['board/full']);
    const page = (await app.get('/names', { after: position })).text;
    expect(page).toContain('David Faries or David Farries');
    expect(page).toContain('They differ in one letter.');
  });

  it('are offered of records the reader may see, to those who may declare them', async () => {
    const clerk = await app.principal('a-clerk', 'clerk', 'other-board');
    expect(await offered('person', clerk)).toEqual([
      ['David Faries', 'David Farries'],
      ['David Faries', 'Mr David Farries'],
      ['David Farries', 'Mr David Farries'],
    ]);
    expect((await app.get('names-that-may-be-one?kind=person', { token: null })).status).toBe(401);
  });

  it('declared one, are found by either name in every list, and counted together', async () => {
    await record('people/mr-david-farries/declare-spelling-same', {
      sameAs: 'david-farries',
      name: 'Mr David Farries',
      sameAsName: 'David Farries',
      reason: 'The clerk knows him.',
    });
    await record('people/david-faries/declare-spelling-same', { sameAs: 'david-farries', reason: 'A slip.' });
    await record('organisations/sbc/declare-organisation-spelling-same', {
      sameAs: 'scottish-borders-council',
      name: 'SBC',
      sameAsName: 'Scottish Borders Council',
      reason: 'It is known so.',
    });
    clock.set('2026-10-12T09:00:00.000Z');
    const all = ['board/full', 'board/slip', 'board/title'];
    for (const officer of ['David Farries', 'Mr David  Farries', 'david faries']) {
      const query = encodeURIComponent(officer);
      expect([officer, await found(`due?body=board&officer=${query}`)]).toEqual([officer, all]);
      expect([officer, await found(`due?body=board&as-at=2026-10-11&officer=${query}`)]).toEqual([officer, all]);
      expect([officer, await found(`actions/overdue?officer=${query}`)]).toEqual([officer, all]);
      const page = (await app.get(`/bodies/board/actions?officer=${query}`, { after: position })).text;
      for (const id of all) expect(page).toContain(`/bodies/${id.replace('/', '/actions/')}"`);
      expect(page).not.toContain('/bodies/board/actions/other"');
    }
    for (const organisation of ['SBC', 'Scottish Borders Council']) {
      const query = encodeURIComponent(organisation);
      expect(await found(`due?body=board&organisation=${query}`)).toEqual(['board/full', 'board/title']);
      expect(await found(`actions/overdue?organisation=${query}`)).toEqual(['board/full', 'board/title']);
    }
    const { items } = await get<{ items: { name: string; open: number }[] }>('actions/by-officer');
    expect(items.map(({ name, open }) => `${name} ${open}`)).toEqual(['Ann Aird 1', 'Anne Aird 1', 'David Farries 3']);
    const organisations = await get<{ items: { name: string; open: number }[] }>('actions/by-organisation');
    expect(organisations.items.map(({ name, open }) => `${name} ${open}`)).toEqual([
      'NHS Borders 1',
      'NHS Lothian 1',
      'NHS Lothien 1',
      'Scottish Borders Council 2',
    ]);
    expect(await offered('person')).toEqual([['Ann Aird', 'Anne Aird']]);
    // Each record keeps the name as it was written.
    expect((await get<{ officers: string[] }>(`${BOARD}/actions/slip`)).officers).toEqual(['David Faries']);
  });

  it('reach whoever follows one of them with the reminders of all', async () => {
    const token = await app.principal('david', 'officer', 'board');
    const follows = { address: 'david@example.org', names: ['Mr David Farries'], digest: 'each' };
    await app.record('principals/david/reminders/follow-reminders', follows, { token });
    const reminding = app.nest.get(Reminding);
    expect(await reminding.round('https://record.example.org')).toMatchObject({ raised: 3 });
    expect(await reminding.round('https://record.example.org')).toMatchObject({ raised: 0 });
  });

  it('declared two, are not offered again', async () => {
    await record('people/ann-aird/declare-spelling-distinct', { from: 'anne-aird', reason: 'They are sisters.' });
    expect(await offered('person')).toEqual([]);
  });
});
