import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodiesCommands } from '../../src/slices/bodies/bodies.commands.js';
import { type Answer, createTestApp, type TestApp } from '../support/app.js';

interface Page {
  readonly items: readonly { readonly bodyId: string }[];
  readonly next: string | null;
}
const pageIn = ({ json }: Answer): Page => json as Page;

const verb = (type: string) => type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();

describe('the address of a body', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
    await app.record('bodies/cpp-strategic-board/establish-body', { name: 'Strategic Board', kind: 'partnership' });
    for (const { spec } of bodiesCommands) {
      const data = spec.type === 'ChangeSeatVoting' ? { ...spec.example, seatId: 'nhs-borders-1', voting: false } : spec.example;
      if (spec.type === 'WithdrawSubstitute' || spec.type === 'VacateSeat' || spec.type === 'LeaveOffice' || spec.type === 'EndSeat')
        continue;
      await app.record(`bodies/joint-board/${verb(spec.type)}`, data);
    }
  });
  afterAll(() => app.close());

  it('shows it to anyone as it stands on a day', async () => {
    const answer = await app.get('bodies/joint-board?on=2026-08-31', { token: null });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      bodyId: 'joint-board',
      on: '2026-08-31',
      constitution: null,
      counts: { seats: 1, voting: 1, filled: 0 },
      vacancies: [{ seatId: 'nhs-borders-1' }],
      offices: [{ office: 'chair' }],
      parent: { parentId: 'cpp-strategic-board', delegated: ['Delivery of the locality plans'] },
    });
    const later = await app.get('bodies/joint-board?on=2026-09-01', { token: null });
    expect(later.json).toMatchObject({
      constitution: { versionId: '2026-09-01', inWords: { quorum: 'one half of the voting members in post' } },
      counts: { voting: 0 },
    });
    const earlier = await app.get('bodies/joint-board?on=2016-06-09');
    expect(earlier.json).toMatchObject({ seats: [{ holder: { name: 'J. Raine' }, termEnds: '2018-03-31', voting: true }] });
  });

  it('shows every version of its constitution', async () => {
    expect((await app.get('bodies/joint-board/constitution', { token: null })).json).toMatchObject({
      versions: [{ versionId: '2026-09-01', lastDay: null }],
    });
  });

  it('lists the register', async () => {
    const { position } = await app.record('bodies/another/establish-body', { name: 'Another', kind: 'team' });
    const first = await app.get('bodies?limit=2', { after: position, token: null });
    expect(pageIn(first).items.map(({ bodyId }) => bodyId)).toEqual(['another', 'cpp-strategic-board']);
    const second = await app.get(`bodies?limit=2&cursor=${pageIn(first).next}`);
    expect(second.json).toMatchObject({ items: [{ bodyId: 'joint-board', parentId: 'cpp-strategic-board' }], next: null });
    expect(pageIn(await app.get('bodies?kind=team')).items).toHaveLength(1);
  });

  it.each([
    ['bodies/nobody', 404, 'body.not-found'],
    ['bodies/nobody/constitution', 404, 'body.not-found'],
    ['bodies/__proto__', 404, 'request.not-found'],
    ['bodies/joint-board?on=2026-02-30', 400, 'request.invalid'],
    ['bodies/joint-board?on=2026-01-01&on=2026-01-02', 400, 'request.invalid'],
    ['bodies?cursor=nonsense', 400, 'request.cursor-invalid'],
    ['bodies?sort=kind', 400, 'request.invalid'],
    ['bodies?constructor=1', 400, 'request.invalid'],
  ])('answers %s with %d', async (address, status, code) => {
    const answer = await app.get(address);
    expect(answer).toMatchObject({ status, json: { code } });
  });

  it('names the place in a rule that cannot be applied', async () => {
    const { example } = bodiesCommands[2].spec;
    const quorum = { kind: 'all-of', rules: [{ kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 0 } }] };
    const answer = await app.command('bodies/cpp-strategic-board/adopt-constitution', { ...example, quorum });
    expect(answer.status).toBe(400);
    expect(answer.json).toMatchObject({
      errors: [{ field: 'quorum', rule: 'at rules.0.share.denominator: must be a whole number from 1 to 1000' }],
    });
    expect((await app.command('bodies/cpp-strategic-board/adopt-constitution', { ...example, verbs: ['noted'] })).json).toMatchObject({
      code: 'constitution.verb-not-capitals',
      field: 'verbs.0',
    });
  });

  it('is governed by those who may', async () => {
    expect((await app.command('bodies/joint-board/create-seat', { label: 'A seat' }, { token: null })).status).toBe(401);
    const clerk = await app.principal('other-clerk', 'clerk', 'another');
    expect((await app.command('bodies/joint-board/create-seat', { label: 'A seat' }, { token: clerk })).json).toMatchObject({
      code: 'access.right-missing',
      right: 'bodies.govern',
    });
    expect((await app.command('bodies/another/create-seat', { label: 'A seat' }, { token: clerk })).status).toBe(201);
  });
});

describe('the address of a person', () => {
  it('shows which spellings are one', async () => {
    const app = await createTestApp();
    try {
      const { position } = await app.record('people/g-farries/declare-spelling-same', { sameAs: 'david-farries', reason: 'One person' });
      const answer = await app.get('people/david-farries', { after: position, token: null });
      expect(answer.json).toEqual({
        id: 'david-farries',
        canonical: 'david-farries',
        ids: ['david-farries', 'g-farries'],
        links: [{ id: 'g-farries', sameAs: 'david-farries', name: null, sameAsName: null, reason: 'One person' }],
      });
      expect(
        (await app.command('people/david-farries/declare-spelling-same', { sameAs: 'g-farries', reason: 'Again' })).json,
      ).toMatchObject({ code: 'spelling.loop' });
      expect(
        (await app.command('organisations/nhs/declare-organisation-spelling-same', { sameAs: 'nhs-borders', reason: 'One' })).status,
      ).toBe(201);
    } finally {
      await app.close();
    }
  });
});
