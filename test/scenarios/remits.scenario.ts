import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { followed } from '../support/followed.js';

const OURS = 'bodies/roads-committee';
const THEIRS = 'bodies/council';
const person = { personId: 'ada', name: 'Councillor Ada' };

/** A committee of a council remits a matter, and the council records nothing but its own meeting. */
describe('what a committee remits to its council', () => {
  let app: TestApp;
  let committeeClerk: string;
  let councilClerk: string;
  const REMIT = `${OURS}/remits/bridge`;

  const record =
    (token: string) =>
    (address: string, data: object = {}) =>
      app.record(address, data, { token });
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the API are JSON of any shape
  const read = async (address: string, token = committeeClerk): Promise<any> =>
    (await app.get(address, { token, after: await followed(app) })).json;
  const stands = async (standing: string) => expect(await read(REMIT)).toMatchObject({ standing });

  async function meet(body: string, day: string, token: string, itemId: string, words: string, outcome?: object): Promise<string> {
    const at = record(token);
    await at(`${body}/meetings/${day}/open-meeting`);
    await at(`${body}/meetings/${day}/record-attendance`, { person, as: 'present' });
    await at(`${body}/meetings/${day}/take-item`, { itemId });
    await at(`${body}/meetings/${day}/record-paragraph`, { text: 'The matter was considered.' });
    return (await at(`${body}/meetings/${day}/record-decision`, { words, ...(outcome && { outcome }) })).id;
  }

  beforeAll(async () => {
    app = await createTestApp({ clock: new HandClock('2026-12-01T12:00:00.000Z') });
    committeeClerk = await app.principal('committee', 'clerk', 'roads-committee');
    councilClerk = await app.principal('council', 'clerk', 'council');
    for (const [body, name] of [
      [OURS, 'Roads Committee'],
      [THEIRS, 'The Council'],
    ] as const) {
      await app.record(`${body}/establish-body`, { name, kind: 'committee' });
      await app.record(`${body}/adopt-constitution`, rules('2020-01-01', { quorum: { kind: 'number', atLeast: 1 } }));
      await app.record(`${body}/create-seat`, { seatId: 's', label: 'Seat', voting: true, from: '2020-01-01' });
      await app.record(`${body}/fill-seat`, { seatId: 's', holder: person, from: '2020-01-01' });
    }
    const at = record(committeeClerk);
    await at(`${OURS}/meetings/2026-03-03/call-meeting`, { date: '2026-03-03' });
    await at(`${OURS}/meetings/2026-03-03/add-agenda-item`, { itemId: 'bridge', title: 'Bridge', asked: 'Consider the bridge.' });
    const decisionId = await meet(OURS, '2026-03-03', committeeClerk, 'bridge', 'AGREED to remit the bridge to the Council.', {
      kind: 'remitted',
      to: 'the Council',
    });
    await at(`${REMIT}/make-remit`, { to: { bodyId: 'council' }, source: { meetingId: 'roads-committee/2026-03-03', decisionId } });
  });
  afterAll(() => app.close());

  it('waits in the matters arising of the other body, with the words of the decision', async () => {
    const at = record(councilClerk);
    await at(`${THEIRS}/meetings/2026-04-02/call-meeting`, { date: '2026-04-02' });
    const { remits } = await read(`${THEIRS}/matters-arising?for=2026-04-02`, councilClerk);
    expect(remits).toMatchObject({
      toAnswer: [{ remitId: 'roads-committee/bridge', from: 'Roads Committee', words: 'AGREED to remit the bridge to the Council.' }],
      toNote: [],
    });
  });

  it('is taken on by one item of that agenda, which no other remit and no body beside can bring', async () => {
    const item = `${THEIRS}/meetings/2026-04-02/add-agenda-item`;
    const refused = async (address: string, data: object, token: string) => (await app.command(address, data, { token })).json;
    expect(await refused(item, { title: 'Bridge', remit: 'roads-committee/none' }, councilClerk)).toMatchObject({
      code: 'agenda.no-such-remit',
      field: 'remit',
    });
    await record(councilClerk)(item, { itemId: 'remit-bridge', title: 'Bridge', remit: 'roads-committee/bridge' });
    await stands('on-agenda');
    expect(await read(REMIT)).toMatchObject({ placed: { atMeeting: 'council/2026-04-02', itemId: 'remit-bridge' } });
    expect(await refused(`${REMIT}/answer-remit`, { words: 'x' }, councilClerk)).toMatchObject({ code: 'access.right-missing' });
  });

  it('stays with the other body while that continues it, and is answered by its decision', async () => {
    await meet(THEIRS, '2026-04-02', councilClerk, 'remit-bridge', 'AGREED to continue the matter.', { kind: 'continued' });
    await stands('accepted');
    const at = record(councilClerk);
    await at(`${THEIRS}/meetings/2026-05-07/call-meeting`, { date: '2026-05-07' });
    await at(`${THEIRS}/meetings/2026-05-07/add-agenda-item`, { itemId: 'again', title: 'Bridge', remit: 'roads-committee/bridge' });
    await meet(THEIRS, '2026-05-07', councilClerk, 'again', 'AGREED that the bridge be rebuilt.');
    await stands('answered');
    expect((await read(REMIT)).answer).toMatchObject({ atMeeting: 'council/2026-05-07', words: 'AGREED that the bridge be rebuilt.' });
  });

  it('comes back to the body that remitted it, whose decision notes the answer', async () => {
    const at = record(committeeClerk);
    await at(`${OURS}/meetings/2026-06-04/call-meeting`, { date: '2026-06-04' });
    const { remits } = await read(`${OURS}/matters-arising?for=2026-06-04`);
    expect(remits).toMatchObject({ toAnswer: [], toNote: [{ remitId: 'roads-committee/bridge' }] });
    await at(`${OURS}/meetings/2026-06-04/add-agenda-item`, { itemId: 'answer', title: 'Bridge', remit: 'roads-committee/bridge' });
    await meet(OURS, '2026-06-04', committeeClerk, 'answer', 'NOTED the decision of the Council.');
    await stands('noted');
  });

  it('stands in both registers, and both histories lead to it', async () => {
    const made = await read(`${OURS}/remits`);
    const received = await read(`${THEIRS}/remits?way=received`);
    expect(made.items).toEqual(received.items);
    expect(made.items).toMatchObject([{ title: 'Bridge', standingWords: expect.stringMatching(/^Answer noted on 4 June 2026/) }]);
    expect((await app.get(`${OURS}/remits?format=text`, { token: null })).text).toContain(
      'Bridge, to The Council  [remit:roads-committee/bridge]',
    );
    const told = JSON.stringify(await read(`history?ref=${encodeURIComponent('remit:roads-committee/bridge')}`));
    for (const words of ['roads-committee/2026-03-03#', 'council/2026-05-07#', 'roads-committee/2026-06-04#'])
      expect(told).toContain(words);
    const { json } = await app.get(`history?ref=${encodeURIComponent('council/2026-04-02#remit-bridge')}`);
    expect(JSON.stringify(json)).toContain('remit:roads-committee/bridge');
  });

  it('may be asked for by members, and goes up once the convener has ruled so', async () => {
    const at = record(committeeClerk);
    const REFERRAL = `${OURS}/remits/referral`;
    await at(`${REFERRAL}/make-remit`, {
      how: 'referred',
      to: { bodyId: 'council' },
      source: { meetingId: 'roads-committee/2026-03-03', itemId: 'bridge' },
      title: 'Tolls',
      words: 'That the tolls be decided by the Council.',
      askedBy: ['Councillor Ada', 'Councillor Ben'],
      rule: 'Standing Order 34.1',
    });
    const early = await app.command(`${REFERRAL}/accept-remit`, {}, { token: committeeClerk });
    expect(early.json).toMatchObject({ code: 'remit.awaiting-ruling', source: expect.stringContaining('34.1') });
    await at(`${REFERRAL}/rule-on-referral`, { allowed: true, by: 'The Convener' });
    expect(await read(REFERRAL)).toMatchObject({ standing: 'waiting', ruling: { by: 'The Convener' } });
  });

  it('is hidden from the public as long as the item it comes from is exempt', async () => {
    const at = record(committeeClerk);
    await at(`${OURS}/meetings/2026-03-03/correct-agenda-item`, { itemId: 'bridge', exempt: { paragraph: '6' }, reason: 'Slip.' });
    const after = await followed(app);
    const open = async (token: string | null) => (await app.get(`${OURS}/remits`, { token, after })).json as { items: object[] };
    expect((await open(null)).items).toEqual([]);
    expect((await open(committeeClerk)).items).toHaveLength(2);
    expect((await open(councilClerk)).items).toHaveLength(2);
    const brought = { title: 'Answer about the bridge', remit: 'roads-committee/bridge' };
    const item = (more: object) =>
      app.command(`${THEIRS}/meetings/2026-12-03/add-agenda-item`, { ...brought, ...more }, { token: councilClerk });
    await record(councilClerk)(`${THEIRS}/meetings/2026-12-03/call-meeting`, { date: '2026-12-03' });
    expect((await item({})).json).toMatchObject({ code: 'agenda.remit-exempt', detail: 'remit: roads-committee/bridge' });
    expect((await item({ exempt: { paragraph: '6' } })).status).toBe(201);
  });
});
