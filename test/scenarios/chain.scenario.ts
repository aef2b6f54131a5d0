import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { commandsIn } from '../support/replay-record.js';

const REPORT = 'sb-ijb/2023-05-17-cigs';
const DECISION = 'sb-ijb/2023-05-17#d-community-integration-groups';

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}
interface Node {
  readonly ref: string;
  readonly kind: string;
  readonly state: string | null;
  readonly withheld: boolean;
  readonly story: readonly { readonly what: string }[];
}

/** Where the commands of a record file go; a direction is a command of its body. */
const ADDRESS: Readonly<Record<string, string>> = { PutOnAgenda: 'reports', SubmitReport: 'reports', PromiseReport: 'reports' };

describe('the chain of a real report', () => {
  const clock = new HandClock('2026-03-02T09:00:00.000Z');
  let app: TestApp;
  let clerk: string;
  let position = '';

  const record = async (file: string): Promise<void> => {
    for (const { command, target, data, happenedAt } of commandsIn(file)) {
      const verb = command.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
      const [body, one] = target.split('/');
      const of = one === undefined ? '' : /^\d{4}-\d\d-\d\d$/.test(one) ? `/meetings/${one}` : `/${ADDRESS[command] ?? 'reports'}/${one}`;
      ({ position } = await app.record(`bodies/${body}${of}/${verb}`, { ...data, happenedAt }));
    }
  };
  const chain = async (ref: string, query = '', token = clerk) => app.get(`chain?ref=${encodeURIComponent(ref)}${query}`, { token });

  beforeAll(async () => {
    app = await createTestApp({ clock });
    clerk = await app.principal('a-clerk', 'clerk');
    for (const file of ['01-bodies.json', '02-meeting-2016-03-03.json', '03-agenda-2016-06-09.json', '05-ijb.json']) await record(file);
    await record('06-ijb-report.json');
    await record('07-direction.json');
  });
  afterAll(() => app.close());

  it('goes from the report by its recommendations and the decision to the direction', async () => {
    const { status, json } = await chain(`report:${REPORT}`);
    expect(status).toBe(200);
    const edges = json.edges as Edge[];
    expect(edges).toContainEqual({ from: `report:${REPORT}`, to: `report:${REPORT}#b`, how: 'recommends', when: null });
    expect(edges).toContainEqual(
      expect.objectContaining({ from: `report:${REPORT}#b`, to: DECISION, how: 'recommendation approved by part (b)' }),
    );
    expect(edges).toContainEqual(
      expect.objectContaining({ from: DECISION, to: 'direction:sb-ijb/2023-eildon', how: 'direction approved' }),
    );
    expect(edges).toContainEqual(
      expect.objectContaining({ from: DECISION, to: 'report:sb-ijb/2023-09-pathfinder-findings', how: 'report promised' }),
    );
    const direction = (json.nodes as Node[]).find(({ kind }) => kind === 'direction');
    expect(direction?.story.length).toBeGreaterThan(1);
    expect(json.cutOff).toBeNull();
  });

  it('is the same chain from its end: back to the recommendation, the report and the agenda item', async () => {
    const { json } = await chain('direction:sb-ijb/2023-eildon');
    expect((json.nodes as Node[]).map(({ ref }) => ref)).toEqual(
      expect.arrayContaining([DECISION, `report:${REPORT}#b`, `report:${REPORT}`, 'sb-ijb/2023-05-17#community-integration-groups']),
    );
    // A name without its kind is found too.
    expect((await chain('sb-ijb/2023-eildon')).json).toEqual(json);
  });

  it('is told as a tree in text', async () => {
    const { text, headers } = await chain(`report:${REPORT}`, '&format=text');
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toMatch(/^report Strategic Approach/);
    expect(text).toMatch(/Led to\n[^]*recommends -> recommendation a\)[^]*direction approved/);
  });

  it('says where it was cut off', async () => {
    const { json } = await chain(`report:${REPORT}`, '&depth=1');
    expect(json.cutOff).toMatch(/over 1 steps/);
    expect((json.nodes as Node[]).map(({ ref }) => ref)).not.toContain(DECISION);
  });

  it('is for those who may read histories, and withholds what is another body’s', async () => {
    expect((await app.get(`chain?ref=report:${REPORT}`, { token: null })).status).toBe(401);
    const elsewhere = await app.principal('an-auditor', 'auditor', 'cpp-strategic-board');
    expect((await chain(`report:${REPORT}`, '', elsewhere)).status).toBe(403);
    await app.record(`bodies/sb-ijb/reports/2023-05-17-cigs/escalate-report`, { toBodyId: 'scottish-borders-council' });
    const here = await app.principal('another-auditor', 'auditor', 'sb-ijb');
    const { json } = await chain(`report:${REPORT}`, '', here);
    const council = (json.nodes as Node[]).find(({ ref }) => ref === 'scottish-borders-council');
    expect(council).toMatchObject({ withheld: true, state: null });
  });

  it.each(['nothing:a/b', 'report:sb-ijb', '', 'x'.repeat(301)])('refuses %j as no name', async (ref) =>
    expect((await chain(ref)).status).toBe(400),
  );
  it.each(['report:sb-ijb/none', `report:${REPORT}#z`, 'sb-ijb/none'])('finds nothing called %s', async (ref) =>
    expect(await chain(ref)).toMatchObject({ status: 404, json: { code: 'audit.not-found' } }),
  );
  it.each(['0', '21', 'x', '-1'])('refuses a depth of %s', async (depth) =>
    expect((await chain(`report:${REPORT}`, `&depth=${depth}`)).status).toBe(400),
  );

  it('goes with the history of every kind of record', async () => {
    const history = async (ref: string) =>
      (await app.get(`history?ref=${encodeURIComponent(ref)}`, { token: clerk, after: position })).json;
    expect(await history(`report:${REPORT}`)).toMatchObject({ kind: 'report', state: { kind: 'report' } });
    const recommendation = await history(`report:${REPORT}#b`);
    expect(recommendation.state).toMatchObject({ letter: 'b' });
    expect(recommendation.forward).toEqual([
      { ref: DECISION, kind: 'decision', what: DECISION, how: 'recommendation approved by part (b)' },
    ]);
    expect(await history('direction:sb-ijb/2023-eildon')).toMatchObject({ kind: 'directions', state: { direction: '2023-eildon' } });
    expect((await history('sb-ijb/2023-09-pathfinder-findings')).state).toMatchObject({ kind: 'promise' });
    expect((await history(`report:${REPORT}#z`)).code).toBe('audit.not-found');
  });

  it('keeps the faults of the papers, and reports them', async () => {
    const contradictions = async (body: string) =>
      (await app.get(`bodies/${body}/report-contradictions`, { token: clerk, after: position })).json.items;
    expect(await contradictions('south-ayrshire-spag')).toEqual([
      expect.objectContaining({ kind: 'implication-without-words', what: 'Policy is ticked, and no section says what follows.' }),
    ]);
    expect(await contradictions('sb-ijb')).toEqual([]);
  });

  it('knows what was never decided, what came to nothing, and what was never brought back', async () => {
    const read = async (address: string) => (await app.get(address, { token: clerk, after: position })).json.items;
    expect((await read('bodies/cpp-strategic-board/recommendations?state=undecided')).map((one: { letter: string }) => one.letter)).toEqual(
      ['a', 'b'],
    );
    expect(await read('bodies/sb-ijb/recommendations?state=undecided')).toEqual([]);
    expect(await read('bodies/sb-ijb/recommendations?state=without-consequence')).toEqual([]);
    expect(await read('bodies/sb-ijb/report-promises?outstanding=true&as-at=2023-10-01')).toEqual([
      expect.objectContaining({ title: 'Initial findings from the pathfinder', overdue: true, daysOverdue: 1 }),
      expect.objectContaining({ title: 'Participatory budget of the Community Integration Groups', overdue: false }),
    ]);
  });
});
