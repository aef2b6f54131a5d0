import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'bodies/board';
const MAY = 'board/2023-05-17';
const paper = {
  title: 'Relaunch of the groups',
  authors: [{ name: 'A. Author', role: 'Project Manager' }],
  lead: 'The Board is asked to:',
  recommendations: [
    { label: 'a)', words: 'Approve the approach' },
    { label: 'b)', words: 'Commission a pathfinder' },
  ],
};

describe('a report over HTTP', () => {
  const clock = new HandClock('2023-05-01T09:00:00.000Z');
  let app: TestApp;
  let clerk: string;
  let officer: string;
  let position: string;

  const record = async (address: string, data: object = {}): Promise<void> => {
    ({ position } = await app.record(`${BOARD}/${address}`, data, { token: clerk }));
    clock.advance(60);
  };
  const refused = async (address: string, data: object, token = clerk) => (await app.command(`${BOARD}/${address}`, data, { token })).json;
  const read = async (address: string, token: string | null = null) => app.get(`${BOARD}/${address}`, { token, after: position });
  const ids = async (address: string, token: string | null = null): Promise<string[]> =>
    (await read(address, token)).json.items.map((one: { reportId?: string; promiseId?: string }) => one.reportId ?? one.promiseId);

  beforeAll(async () => {
    app = await createTestApp({ clock });
    clerk = await app.principal('a-clerk', 'clerk');
    officer = await app.principal('an-officer', 'officer', 'board');
    await record('establish-body', { name: 'The Board', kind: 'joint-board' });
    await app.record('bodies/council/establish-body', { name: 'The Council', kind: 'board' }, { token: clerk });
    const rules = {
      versionId: 'v1',
      from: '2020-01-01',
      quorum: { kind: 'unknown', why: 'not in the record' },
      voting: { majorityOf: 'votes-cast', castingVote: false, tie: 'not-carried', appointments: 'lot', seconder: false },
      presiding: { order: ['chair', 'voting-member-chosen'], substituteMayPreside: false },
      substitutes: { allowed: 'none', who: 'named' },
      notice: { clearDays: 3, countWeekends: true, countHolidays: true, source: 'Standing orders' },
      source: 'Standing orders',
    };
    await record('adopt-constitution', rules);
    await record('meetings/2023-05-17/call-meeting', { date: '2023-05-17', title: 'The Board' });
    await record('meetings/2023-05-17/add-agenda-item', { itemId: 'groups', number: '1', title: 'Groups' });
    await record('meetings/2023-05-17/add-agenda-item', {
      itemId: 'staff',
      number: '2',
      title: 'Staff',
      exempt: { paragraph: '1' },
    });
    await record('reports/groups/submit-report', { ...paper, onAgenda: { meetingId: MAY, number: '1' } });
    await record('reports/staff/submit-report', { ...paper, title: 'Staff', onAgenda: { meetingId: MAY, itemId: 'staff' } });
    await record('reports/private/submit-report', {
      ...paper,
      title: 'Private',
      exempt: { paragraph: '6' },
      onAgenda: { meetingId: MAY },
    });
    await record('reports/early/submit-report', { ...paper, title: 'For no meeting yet' });
  });
  afterAll(() => app.close());

  it('is not open to everybody before the agenda is', async () => {
    expect(await ids('reports')).toEqual([]);
    expect((await read('reports/groups')).status).toBe(404);
    expect(await ids('reports', officer)).toEqual(['board/early', 'board/groups']);
    expect(await ids('reports', clerk)).toEqual(['board/early', 'board/groups', 'board/private', 'board/staff']);
    await record('meetings/2023-05-17/give-notice', { givenOn: '2023-05-09', by: 'The Clerk' });
    expect(await ids('reports')).toEqual(['board/groups']);
    expect((await read('reports/staff')).status).toBe(404);
    expect((await read('reports/private')).status).toBe(404);
    expect((await read('reports/groups')).json).toMatchObject({ published: true, undecided: 2 });
  });

  it('follows its agenda item in and out of private', async () => {
    await record('meetings/2023-05-17/correct-agenda-item', { itemId: 'staff', notExempt: true, reason: 'Marked in error.' });
    expect(await ids('reports')).toEqual(['board/groups', 'board/staff']);
    await record('meetings/2023-05-17/correct-agenda-item', { itemId: 'staff', exempt: { paragraph: '1' }, reason: 'It is.' });
    expect(await ids('reports')).toEqual(['board/groups']);
  });

  it('is decided recommendation by recommendation, and its outcome is open with the signed minute only', async () => {
    clock.set('2023-05-17T10:00:00.000Z');
    await record('meetings/2023-05-17/open-meeting', {});
    await record('meetings/2023-05-17/take-item', { itemId: 'groups' });
    await record('meetings/2023-05-17/record-decision', {
      decisionId: 'd-groups',
      words: 'AGREED:',
      parts: [
        { letter: 'a', text: 'to approve the approach; and' },
        { letter: 'b', text: 'that a report be brought back in September 2023.' },
      ],
    });
    const decision = { meetingId: MAY, decisionId: 'd-groups' };
    await record('reports/groups/decide-recommendation', { letter: 'a', outcome: 'approved', decision, part: 'a' });
    await record('reports/groups/decide-recommendation', { letter: 'b', outcome: 'continued', decision, part: 'b' });
    expect((await read('reports/groups', officer)).json.recommendations).toMatchObject([{ state: 'approved' }, { state: 'continued' }]);
    expect((await read('reports/groups')).json.recommendations).toMatchObject([
      { state: 'undecided', decided: null },
      { state: 'undecided' },
    ]);
    expect((await read('reports/groups?format=text', officer)).text).toContain('-> Approved: 17 May 2023, paragraph 1(a)');
    expect((await refused('reports/groups/decide-recommendation', { letter: 'a', outcome: 'noted', decision })).code).toBe(
      'recommendation.decided-already',
    );
    expect(await ids('reports?undecided=true', clerk)).toContain('board/groups');
    expect(await ids(`reports?meeting=${encodeURIComponent(MAY)}`, clerk)).not.toContain('board/early');
  });

  it('that was approved and came to nothing is listed until something comes of it', async () => {
    const letters = async () =>
      (await read('recommendations?state=without-consequence', officer)).json.items.map((one: { letter: string }) => one.letter);
    expect(await letters()).toEqual(['a']);
    const source = { decision: { meetingId: MAY, decisionId: 'd-groups' } };
    await record('actions/other/raise-action', { source: { ...source, part: 'b' }, officers: ['A. Author'] });
    expect(await letters()).toEqual(['a']);
    await record('actions/groups/raise-action', { source: { ...source, part: 'a' }, officers: ['A. Author'] });
    expect(await letters()).toEqual([]);
    expect((await read('recommendations')).status).toBe(401);
  });

  it('that a decision asks for is a candidate until a promise of it is recorded; overdue is told on the day asked', async () => {
    await record('meetings/2023-05-17/record-decision', { decisionId: 'd-more', words: 'AGREED that a further report be prepared.' });
    const candidates = async () =>
      (await read('report-candidates', officer)).json.items.map((one: { decisionId: string }) => one.decisionId);
    expect(await candidates()).toEqual(['d-more']);
    await record('reports/findings/promise-report', {
      title: 'Findings',
      words: 'that a further report be prepared',
      decision: { meetingId: MAY, decisionId: 'd-more' },
      due: 'in September 2023',
      officers: ['A. Author'],
    });
    expect(await candidates()).toEqual([]);
    const promises = async (day: string, token: string | null = officer) =>
      (await read(`report-promises?outstanding=true&as-at=${day}`, token)).json.items;
    expect(await promises('2023-09-30')).toMatchObject([{ state: 'outstanding', overdue: false }]);
    expect(await promises('2023-10-02')).toMatchObject([{ overdue: true, daysOverdue: 2 }]);
    expect(await promises('2023-10-02', null)).toEqual([]);
    await record('reports/findings-brought/submit-report', {
      ...paper,
      recommendations: [],
      fulfils: [{ promise: 'board/findings' }],
    });
    expect(await promises('2023-10-02')).toEqual([]);
    await record('reports/findings-brought/withdraw-report', { reason: 'Not ready.' });
    expect(await promises('2023-10-02')).toMatchObject([{ overdue: true, keptBy: [] }]);
    expect((await refused('reports/findings/withdraw-report', { reason: 'x' })).code).toBe('report.is-a-promise');
    await record('reports/findings/release-report-promise', { reason: 'No longer wanted.' });
    expect(await promises('2023-10-02')).toEqual([]);
  });

  it('may be decided by a body it was escalated to, and by no other', async () => {
    await app.record('bodies/council/meetings/2023-06-01/call-meeting', { date: '2023-06-01', title: 'The Council' }, { token: clerk });
    const elsewhere = { meetingId: 'council/2023-06-01' };
    expect((await refused('reports/groups/put-on-agenda', elsewhere)).code).toBe('report.meeting-of-another-body');
    await record('reports/groups/escalate-report', { toBodyId: 'council', why: 'It needs full approval.' });
    await record('reports/groups/put-on-agenda', elsewhere);
    expect((await read('reports/groups', officer)).json.places).toHaveLength(2);
  });

  it('is recorded only by those who may, and only whole', async () => {
    expect((await refused('reports/x/submit-report', paper, officer)).code).toBe('access.right-missing');
    for (const bad of [
      {},
      { ...paper, authors: [] },
      { ...paper, recommendations: [{ label: 'a)', words: '' }] },
      { ...paper, date: '2023-02-30' },
      { ...paper, directions: { to: 'NHS' } },
      { ...paper, implications: [{ heading: 'Policy', ticked: 'yes' }] },
      { ...paper, fulfils: [{ promise: '../x' }] },
      { ...paper, exempt: true },
      { ...paper, nobody: 'asked' },
    ])
      expect((await refused('reports/x/submit-report', bad)).code).toBe('request.invalid');
    expect((await refused('reports/groups/submit-report', paper)).code).toBe('stream.exists');
    expect((await refused('reports/none/withdraw-report', { reason: 'x' })).code).toBe('stream.not-found');
    expect((await read('reports?undecided=maybe', clerk)).status).toBe(400);
    expect((await read('reports?cursor=!', clerk)).status).toBe(400);
    expect((await read('reports/-x', clerk)).status).toBe(404);
  });

  it('is listed in pages that fit together', async () => {
    const all = await ids('reports', clerk);
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { json } = await read(`reports?limit=2${cursor && `&cursor=${cursor}`}`, clerk);
      paged.push(...json.items.map((one: { reportId: string }) => one.reportId));
      if (json.next === null) break;
      cursor = json.next as string;
    }
    expect(paged).toEqual(all);
  });
});
