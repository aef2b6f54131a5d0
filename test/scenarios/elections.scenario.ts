import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../support/a-clerk.js';
import { createTestApp, type TestApp } from '../support/app.js';

const BODY = 'bodies/council';
const MEETING = `${BODY}/meetings/2026-03-03`;
const DAY = '2026-03-03';
const MEMBERS = ['ada', 'ben', 'cat', 'dan'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId.toUpperCase()}` });
const by = { movedBy: 'ada', secondedBy: 'ben' };

/** The first meeting after an election: a chair, a treasurer, a vacant seat filled, an outside body; one member resigns. */
describe('a council that elects its office bearers', () => {
  let app: TestApp;
  let clerk: string;
  let position = '';
  const at = async (verb: string, data: object = {}) => {
    const { id, position: after } = await app.record(`${MEETING}/${verb}`, data, { token: clerk });
    position = after;
    return id;
  };
  const refused = async (verb: string, data: object) => (await app.command(`${MEETING}/${verb}`, data, { token: clerk })).json;
  const get = async (address: string, token: string | null = clerk) => app.get(address, { token, after: position });
  /** The record of the body once the policies have come so far that `seen` is there. */
  const bodyWhen = async (seen: (body: Record<string, unknown>) => boolean, on = DAY) => {
    for (let tries = 0; tries < 100; tries += 1) {
      const { json } = await get(`${BODY}?on=${on}`);
      if (seen(json)) return json;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the record of the body did not follow');
  };
  const has = (words: string) => (body: object) => JSON.stringify(body).includes(words);

  beforeAll(async () => {
    app = await createTestApp();
    clerk = await app.principal('clerk', 'clerk');
    const record = (verb: string, data: object) => app.record(`${BODY}/${verb}`, data, { token: clerk });
    await record('establish-body', { name: 'The Council', kind: 'committee' });
    await record('adopt-constitution', rules('2014-01-01', { quorum: { kind: 'number', atLeast: 2 } }));
    for (const id of [...MEMBERS, 'eve']) {
      await record('create-seat', { seatId: `seat-${id}`, label: `Ward of ${id}`, voting: true, from: '2014-01-01' });
      if (id !== 'eve') await record('fill-seat', { seatId: `seat-${id}`, holder: person(id), from: '2014-01-01' });
    }
    await record('take-office', { office: 'Chair', holder: person('ada'), from: '2014-01-01' });
    await at('call-meeting', { date: DAY });
    await at('open-meeting', { time: '14:00' });
    for (const personId of MEMBERS) await at('record-attendance', { person: person(personId), as: 'present', fromTheStart: true });
    await at('record-attendance', { person: person('eve'), as: 'in-attendance', fromTheStart: true });
    await at('take-chair', { personId: 'ada', reason: 'Chair' });
    await at('take-item', { number: '1', heading: 'ELECTIONS' });
  });
  afterAll(() => app.close());

  it('elects a chair, who holds the office in the record of the body from that day, succeeding whoever held it', async () => {
    await at('hold-election', { to: { kind: 'office', name: 'Convener' }, nominations: [{ nominee: person('cat'), ...by }] });
    const now = (await bodyWhen(({ offices }) => has('"cat"')(offices as object))) as { offices: object };
    expect(now.offices).toEqual([{ office: 'chair', holder: person('cat') }]);
    const { json } = await get(`history?ref=${encodeURIComponent('council')}`);
    const told = JSON.stringify(json);
    expect(told).toContain('Councillor ADA is chair no more after 3 March 2026');
    expect(told).toContain('When somebody is elected to an office at a meeting of a body, they hold the office from that day.');
  });

  it('elects a member to the vacant seat, who votes in the next election and whom the record of the body has', async () => {
    const treasurer = {
      to: { kind: 'office', name: 'Treasurer' },
      nominations: [
        { nominee: person('ben'), movedBy: 'cat', secondedBy: 'dan' },
        { nominee: person('dan'), ...by },
      ],
    };
    const votes = [
      ...MEMBERS.map((personId, index) => ({ personId, nominees: [index < 2 ? 'ben' : 'dan'] })),
      { personId: 'eve', nominees: ['ben'] },
    ];
    expect(await refused('hold-election', { ...treasurer, rounds: [{ method: 'roll-call', votes }] })).toMatchObject({
      code: 'vote.not-entitled',
      field: 'rounds.0.votes.4.personId',
    });
    await at('hold-election', { to: { kind: 'seat' }, nominations: [{ nominee: person('eve'), ...by, then: 'consented' }] });
    await at('hold-election', { ...treasurer, rounds: [{ method: 'roll-call', votes }] });
    const body = await bodyWhen(has('Treasurer'));
    expect(JSON.stringify(body)).toContain('"office":"Treasurer","holder":{"personId":"ben"');
    await bodyWhen(has('"holder":{"personId":"eve"'));
    expect(JSON.stringify((await get(`history?ref=${encodeURIComponent('council/2026-03-03')}`)).json)).not.toContain('Roll corrected');
  });

  it('votes by ballot in rounds, one at a time, for an outside body', async () => {
    const electionId = await at('hold-election', {
      to: { kind: 'outside-body', name: 'the Harbour Trust' },
      nominations: ['ben', 'cat', 'dan'].map((one) => ({ nominee: person(one), ...by })),
    });
    const teller = person('clerk');
    const count = (counts: Readonly<Record<string, number>>, more: object = {}) => ({
      electionId,
      method: 'ballot',
      counts: Object.entries(counts).map(([personId, number]) => ({ personId, count: number })),
      teller,
      ...more,
    });
    await at('take-election-round', count({ ben: 2, cat: 2, dan: 1 }));
    expect(await refused('take-election-round', count({ ben: 2, cat: 2 }, { spoilt: 1 }))).toMatchObject({
      code: 'election.lot-needed',
      field: 'lot',
    });
    await at('take-election-round', count({ ben: 2, cat: 2 }, { spoilt: 1, lot: { drawnBy: teller, on: ['cat'] } }));
    const { text } = await get(`${MEETING}/minute?format=text`);
    expect(text).toContain(
      [
        'APPOINTMENT',
        `Councillor ADA, seconded by Councillor BEN, moved that Councillor BEN be appointed to the Harbour Trust. Councillor ADA, seconded by Councillor BEN, moved that Councillor CAT be appointed to the Harbour Trust. Councillor ADA, seconded by Councillor BEN, moved that Councillor DAN be appointed to the Harbour Trust.`,
        'On a ballot, with Councillor CLERK as teller, there voted for Councillor BEN 2; for Councillor CAT 2; and for Councillor DAN 1 - whereupon Councillor DAN, having the fewest votes, dropped out.',
        'A fresh vote was taken. On a ballot, with Councillor CLERK as teller, there voted for Councillor BEN 2; and for Councillor CAT 2.',
        'The votes being equal, the lot drawn by Councillor CLERK fell on Councillor CAT, and Councillor CAT was declared elected.',
        'Spoilt papers: 1.',
      ].join('\n\n'),
    );
    const { json } = await get(`${MEETING}/minute`);
    const entries = json.sections[0].entries.filter(({ kind }: { kind: string }) => kind === 'election');
    expect(entries.at(-1)).toMatchObject({
      heading: 'APPOINTMENT',
      election: { outcome: 'voted', elected: [{ person: { personId: 'cat' } }] },
    });
    const { json: found } = await get('search?words=Harbour+Trust');
    expect(JSON.stringify(found)).toContain('ElectionHeld');
  });

  it('lets nobody vote whose membership ended, and leaves the seat vacant after that day', async () => {
    await at('end-membership', { personId: 'dan', reason: 'Resigned to take up a post' });
    expect(await refused('move-motion', { text: 'That it be so', movedBy: 'dan' })).toMatchObject({
      code: 'motion.not-entitled',
      field: 'movedBy',
    });
    const body = await bodyWhen((one) => !has('"holder":{"personId":"dan"')(one), '2026-03-04');
    expect(JSON.stringify(body)).not.toContain('"holder":{"personId":"dan"');
    expect(has('"holder":{"personId":"dan"')((await get(`${BODY}?on=${DAY}`)).json)).toBe(true);
    expect((await get(`${MEETING}/minute?format=text`)).text).toContain(
      'Councillor DAN ceased to be a member: Resigned to take up a post.',
    );
    const { json: wrong } = await get(`${BODY}/discrepancies`);
    expect(JSON.stringify(wrong)).not.toContain('another roll');
  });
});
