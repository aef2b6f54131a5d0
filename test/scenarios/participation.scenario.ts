import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { backUpDirectory, restoreDirectory } from '../../src/cli/backup.js';
import { rules } from '../support/a-clerk.js';
import { type Answer, createTestApp, HandClock, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';

const BODY = 'scottish-borders-council';
const at = (request: string, verb: string) => `bodies/${BODY}/participation-requests/${request}/${verb}`;

const PERSON = {
  subject: 'subject-4f7q',
  name: 'Ishbel Fictitious-Contact',
  address: '1 Nowhere Vennel, Westmuir',
  email: 'ishbel@westmuir.example',
  telephone: '01632 960123',
  inConfidence: 'She is recovering from an operation.',
};
const READABLE = [PERSON.name, PERSON.address, PERSON.email, PERSON.telephone, PERSON.inConfidence];

const REQUEST = {
  title: 'Path between Westmuir and Eastmuir',
  from: [{ name: 'Westmuir and Eastmuir Paths Trust', kind: 'community-controlled', constitutionAttached: true }],
  form: 'schedule',
  service: 'Maintenance of paths',
  outcome: 'Residents walk and cycle safely to school all year round.',
  reasons: 'The Trust’s members use the path every day.',
  experience: 'The Trust has kept up a path of its own since 2009.',
  improvement: 'A path that is open in winter.',
};
const PROCESS = {
  operation: 'A working group meets each month.',
  bodyRole: 'Two seats on the group.',
  othersRoles: 'The school has one seat.',
};
const CONSIDERATIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'equal-opportunities'];

/** Records as it happens: the clock is at the day of each command. */
class Recording {
  readonly clock = new HandClock('2024-12-01T09:00:00.000Z');
  app!: TestApp;
  position = '';

  async on(date: string, request: string, verb: string, data: object = {}): Promise<void> {
    this.clock.set(`${date}T12:00:00.000Z`);
    ({ position: this.position } = await this.app.record(at(request, verb), data));
  }
  async refused(date: string, request: string, verb: string, data: object, code: string): Promise<Answer> {
    this.clock.set(`${date}T12:00:00.000Z`);
    const answer = await this.app.command(at(request, verb), data);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status: 422, code });
    return answer;
  }
  async consider(date: string, request: string, names = CONSIDERATIONS): Promise<void> {
    for (const consideration of names)
      await this.on(date, request, 'record-consideration', { consideration, words: `Considered (${consideration}).` });
  }
  read(request: string, token?: string | null, query = ''): Promise<Answer> {
    return this.app.get(`bodies/${BODY}/participation-requests/${request}${query}`, {
      after: this.position,
      ...(token === undefined ? {} : { token }),
    });
  }
  notice(request: string, kind: string, token?: string | null): Promise<Answer> {
    return this.app.get(at(request, `notices/${kind}`), { after: this.position, ...(token === undefined ? {} : { token }) });
  }
}

describe('participation requests to a council', () => {
  const record = new Recording();
  let home: Awaited<ReturnType<typeof aDirectory>>;
  /** A token of the day: years pass here. */
  const as = async (login: string, app = record.app) => (await app.nest.get(Credentials).makeToken(login, 'test')).token;

  beforeAll(async () => {
    home = await aDirectory();
    record.app = await createTestApp({ embedded: true, clock: record.clock, directory: join(home.path, 'data') });
    await record.app.record(`bodies/${BODY}/establish-body`, { name: 'Scottish Borders Council', kind: 'board' });
    // A chair reads what is not published, and nothing personal.
    await record.app.principal('chair', 'chair', BODY);
    await record.app.principal('clerk', 'clerk', BODY);
  });
  afterAll(async () => {
    await record.app.close();
    await home.remove();
  });

  it('record one that is incomplete, and ask for each item by its section', async () => {
    const { outcome, improvement, ...some } = REQUEST;
    await record.on('2026-12-01', '2026-path', 'receive-participation-request', {
      ...some,
      from: [{ ...REQUEST.from[0], constitutionAttached: false }],
      contacts: [PERSON],
    });
    expect((await record.read('2026-path')).json).toMatchObject({ state: 'incomplete', clocks: [] });
    const { json } = await record.refused('2026-12-02', '2026-path', 'validate-request', {}, 'participation.incomplete');
    expect(json.context.missing.map(({ section }: { section: string }) => section)).toEqual([
      's.22(2)(a)',
      's.22(2)(d)',
      's.19; SSI 2017/39 reg 3',
    ]);
    await record.on('2026-12-03', '2026-path', 'notify-missing-items');
    const { text, headers } = await record.notice('2026-path', 'missing-items');
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(text).toContain('- the outcome (s.22(2)(a))');
    expect(text).toContain('- the written constitution of Westmuir and Eastmuir Paths Trust (s.19; SSI 2017/39 reg 3)');
    expect((await record.notice('2026-path', 'acknowledgement')).json).toMatchObject({
      code: 'participation-notice.incomplete',
      context: { lacking: [{ section: 'SSI 2017/39 reg 4(3)(a)' }, { section: 'SSI 2017/39 reg 4(3)(b)' }] },
    });
    await record.on('2026-12-11', '2026-path', 'supply-missing-items', { outcome, improvement });
    await record.on('2026-12-18', '2026-path', 'supply-missing-items', {
      from: [{ name: 'Westmuir and Eastmuir Paths Trust', constitutionAttached: true }],
    });
    await record.on('2026-12-21', '2026-path', 'validate-request');
  });

  it('count 30 working days beginning with the day the last item came in, and say how', async () => {
    const { json } = await record.read('2026-path');
    expect(json).toMatchObject({ state: 'under-consideration', validationDate: '2026-12-18', decisionDueOn: '2027-02-01', late: false });
    expect(json.clocks[0].deadline).toMatchObject({
      words: '30 working days beginning with the validation date',
      latest: '2027-02-01',
      counted: { calendar: 'participation', starts: 'that-day', source: expect.stringContaining('reg 7') },
    });
    expect(json.clocks[0].deadline.counted.skipped).toContainEqual({ date: '2027-01-01', why: '1 January' });
    const { text } = await record.notice('2026-path', 'acknowledgement');
    expect(text).toContain('Validation date (SSI 2017/39 reg 4(3)(a))\n18 December 2026');
    expect(text).toContain('by 1 February 2027: 30 working days beginning with the validation date.');
  });

  it('are late by days from the day after, without that being a state', async () => {
    expect((await record.read('2026-path', undefined, '?as-at=2027-02-01')).json).toMatchObject({ late: false, daysLate: 0 });
    expect((await record.read('2026-path', undefined, '?as-at=2027-02-05')).json).toMatchObject({
      state: 'under-consideration',
      late: true,
      daysLate: 4,
    });
    const list = (query: string) => record.app.get(`bodies/${BODY}/participation-requests?${query}`);
    expect((await list('late=true&as-at=2027-02-05')).json.items).toHaveLength(1);
    expect((await list('late=true&as-at=2027-02-01')).json.items).toHaveLength(0);
    expect((await list('state=incomplete&as-at=2026-12-05')).json.items).toHaveLength(1);
    expect((await list('as-at=2026-11-30')).json.items).toHaveLength(0);
  });

  it('are not decided before everything the Act names was considered', async () => {
    await record.consider('2027-01-25', '2026-path', CONSIDERATIONS.slice(0, 5));
    const { json } = await record.refused(
      '2027-02-01',
      '2026-path',
      'agree-proposed-process',
      PROCESS,
      'participation.considerations-missing',
    );
    expect(json.context.missing.map(({ section }: { section: string }) => section)).toEqual(['s.24(3)(f)', 's.24(4)']);
    await record.consider('2027-01-28', '2026-path', CONSIDERATIONS.slice(5));
    await record.on('2027-02-01', '2026-path', 'agree-proposed-process', PROCESS);
    const decided = await record.read('2026-path');
    expect(decided.json).toMatchObject({ state: 'agreed-proposed', late: false });
    expect(
      decided.json.clocks.map(({ clock, deadline }: { clock: string; deadline: { latest: string } }) => [clock, deadline.latest]),
    ).toEqual([
      ['decision', '2027-02-01'],
      ['representations', '2027-02-28'],
      ['final-details', '2027-03-28'],
    ]);
  });

  it('show the public nothing before the decision notice was published, and then no more than that', async () => {
    expect((await record.read('2026-path', null)).status).toBe(404);
    expect((await record.notice('2026-path', 'decision', null)).status).toBe(404);
    expect((await record.app.get(`bodies/${BODY}/participation-requests`, { token: null, after: record.position })).json.items).toEqual([]);
    expect((await record.app.get(`bodies/${BODY}/participation-requests?late=true`, { token: null })).status).toBe(403);
    expect((await record.app.get(`bodies/${BODY}/participation/to-publish`, { token: null })).status).toBe(401);
    expect((await record.app.get(`bodies/${BODY}/participation/to-publish`)).json.items).toMatchObject([
      { requestId: `${BODY}/2026-path`, what: 'decision-notice', since: '2027-02-01' },
    ]);
    await record.on('2027-02-03', '2026-path', 'record-publication', {
      what: 'decision-notice',
      where: 'https://www.example.org/decisions',
    });
    const { json } = await record.read('2026-path', null);
    expect(json).toMatchObject({ decision: { kind: 'agreed', on: '2027-02-01', process: { kind: 'proposed' } } });
    for (const key of ['contents', 'contacts', 'considerations', 'story', 'state', 'clocks', 'notices'])
      expect(json).not.toHaveProperty(key);
    const notice = await record.notice('2026-path', 'decision', null);
    expect(notice.text).toContain('How the process is intended to operate (s.25(3)(a))\nA working group meets each month.');
    expect((await record.notice('2026-path', 'acknowledgement', null)).status).toBe(404);
    expect(
      (await record.app.get(`bodies/${BODY}/participation-requests`, { token: null, after: record.position })).json.items,
    ).toHaveLength(1);
  });

  it('end with the process that was proposed established, to the day', async () => {
    await record.on('2027-02-20', '2026-path', 'record-representations', { words: 'The group should meet in the evening.' });
    await record.refused('2027-02-28', '2026-path', 'give-final-details', PROCESS, 'participation.representations-open');
    await record.refused('2027-03-28', '2026-path', 'give-final-details', PROCESS, 'participation.representations-not-regarded');
    await record.on('2027-03-28', '2026-path', 'give-final-details', { ...PROCESS, regard: 'The group meets in the evening.' });
    expect((await record.read('2026-path')).json.clocks.at(-1)).toMatchObject({ clock: 'establish', deadline: { latest: '2027-06-25' } });
    await record.on('2027-06-27', '2026-path', 'establish-process', { steps: 'The group met.' });
    expect((await record.read('2026-path')).json.clocks.at(-1)).toMatchObject({ standing: 'met', daysLate: 2 });
    await record.on('2027-09-01', '2026-path', 'modify-process', {
      changes: 'The group meets every two months.',
      consultedOn: '2027-08-20',
      consultation: 'At the meeting; the Trust agreed.',
    });
    await record.on('2028-02-01', '2026-path', 'complete-process');
    await record.on('2028-03-01', '2026-path', 'report-on-process', {
      outcomes: 'The path is open all year.',
      influence: 'The route is the Trust’s.',
      keepingInformed: 'A note each April.',
      viewsSoughtOn: '2028-02-10',
      viewsSought: 'By letter.',
      ledToChange: true,
    });
    expect((await record.app.get(`bodies/${BODY}/participation/to-publish`, { after: record.position })).json.items).toMatchObject([
      { what: 'final-process' },
      { what: 'modification-1' },
      { what: 'report' },
      { what: 'annual-report-2026', dueOn: '2027-06-30' },
    ]);
    expect((await record.notice('2026-path', 'report')).text).toContain(
      'Views of the body (s.31(3))\nSought on 10 February 2028: By letter.',
    );
  });

  it('keep what was sent: each notice is made again, letter for letter', async () => {
    for (const kind of ['missing-items', 'acknowledgement', 'decision', 'final-details', 'report']) {
      const { json } = await record.app.get(at('2026-path', `notices/${kind}?format=json`));
      expect({ kind, asGiven: json.asGiven }).toEqual({ kind, asGiven: true });
    }
  });

  it('are declined as a repeat only within the two years, whoever asks', async () => {
    const other = { ...REQUEST, title: 'Path, again', from: [{ name: 'Eastmuir Community Council', kind: 'community-council' }] };
    await record.on('2028-12-17', '2028-path', 'receive-participation-request', other);
    const similar = await record.app.get(at('2028-path', 'similar'), { after: record.position });
    expect(similar.json.items).toMatchObject([{ requestId: `${BODY}/2026-path`, sameService: true, madeOn: '2026-12-18' }]);
    const decline = { earlier: `${BODY}/2026-path`, matters: 'same', reasons: 'The path is open all year.' };
    await record.refused(
      '2028-12-18',
      '2028-path',
      'decline-as-repeat',
      { ...decline, earlier: `${BODY}/none` },
      'participation.earlier-unknown',
    );
    await record.on('2028-12-18', '2028-path', 'decline-as-repeat', decline);
    expect((await record.read('2028-path')).json).toMatchObject({
      state: 'declined',
      declined: { earlier: { requestId: `${BODY}/2026-path` } },
    });
    expect((await record.notice('2028-path', 'declined')).text).toContain('made on 18 December 2026: the same matters');
    await record.on('2028-12-19', '2028-late', 'receive-participation-request', other);
    const { json } = await record.refused('2028-12-20', '2028-late', 'decline-as-repeat', decline, 'participation.earlier-too-old');
    expect(json.context).toMatchObject({ earlierMadeOn: '2026-12-18', firstDayOfTheTwoYears: '2026-12-20' });
    await record.on('2028-12-21', '2028-late', 'withdraw-request', { reason: 'It asks the Trust first.' });
  });

  it('run a clock of its own for each additional authority, and 45 days for the decision', async () => {
    const nhs = { authority: 'nhs-borders', name: 'NHS Borders' };
    await record.on('2027-01-04', '2027-clinic', 'receive-participation-request', { ...REQUEST, title: 'Clinic', service: 'Buses' });
    await record.on('2027-01-04', '2027-clinic', 'validate-request');
    expect((await record.read('2027-clinic')).json.decisionDueOn).toBe('2027-02-12');
    await record.on('2027-01-06', '2027-clinic', 'ask-additional-authority', nhs);
    const { json } = await record.read('2027-clinic', undefined, '?as-at=2027-01-30');
    expect(json).toMatchObject({ decisionDueOn: '2027-03-05', late: true, daysLate: 4 });
    expect(json.clocks[1]).toMatchObject({
      clock: 'additional-nhs-borders',
      deadline: { latest: '2027-01-26' },
      standing: 'open',
      daysLate: 4,
    });
    expect((await record.notice('2027-clinic', 'additional-authority')).text).toContain('by 26 January 2027');
    await record.refused(
      '2027-01-20',
      '2027-clinic',
      'record-authority-reply',
      { authority: 'nhs-borders', participates: false },
      'participation.reply-without-reasons',
    );
    await record.on('2027-01-20', '2027-clinic', 'record-authority-reply', {
      authority: 'nhs-borders',
      participates: false,
      reasons: 'Not its service.',
    });
    await record.on('2027-02-01', '2027-clinic', 'agree-longer-period', { until: '2027-03-31' });
    await record.consider('2027-03-20', '2027-clinic');
    await record.on('2027-03-30', '2027-clinic', 'refuse-request', { reasons: 'The service ends in May 2027.' });
    const refused = await record.read('2027-clinic');
    expect(refused.json).toMatchObject({ state: 'refused', decision: { kind: 'refused' } });
    expect(refused.json.clocks[0]).toMatchObject({ standing: 'met', daysLate: 0, deadline: { latest: '2027-03-31' } });
    expect((await record.notice('2027-clinic', 'decision')).text).toContain('Reasons (s.24(5)-(6))\nThe service ends in May 2027.');
  });

  it('are counted in the report of the year from 1 April, with the requests behind each number', async () => {
    const year = (query: string, token?: string | null) =>
      record.app.get(`bodies/${BODY}/participation/annual-report?${query}`, {
        after: record.position,
        ...(token === undefined ? {} : { token }),
      });
    expect((await year('year=2026')).json).toMatchObject({
      from: '2026-04-01',
      to: '2027-03-31',
      due: { latest: '2027-06-30' },
      counts: { received: 2, agreed: 1, refused: 1, 'led-to-change': 0, declined: 0, withdrawn: 0 },
      requests: { refused: [{ requestId: `${BODY}/2027-clinic`, on: '2027-03-30' }] },
    });
    expect((await year('year=2027')).json.counts).toMatchObject({ 'led-to-change': 1 });
    expect((await year('year=2028')).json.counts).toMatchObject({ received: 2, declined: 1, withdrawn: 1 });
    expect((await year('year=2026&format=csv')).text).toContain(`2026,refused,,${BODY}/2027-clinic,Clinic,2027-03-30`);
    expect((await year('year=2026', null)).status).toBe(404);
    expect((await year('year=26')).status).toBe(400);

    record.clock.set('2027-06-20T12:00:00.000Z');
    const publish = (data: object) => record.app.command(`bodies/${BODY}/record-annual-report-published`, data);
    const where = 'https://www.example.org/2026-27';
    expect((await publish({ year: 2026, where })).json.code).toBe('annual-participation.promotion-missing');
    await record.app.record(`bodies/${BODY}/record-promotion-and-support`, {
      year: 2026,
      promotion: 'A page.',
      support: 'An officer to ask.',
    });
    expect((await publish({ year: 2027, where })).json.code).toBe('annual-participation.year-not-over');
    expect((await publish({ year: 2026, where })).status).toBe(201);
    expect((await publish({ year: 2026, where })).json.code).toBe('annual-participation.published-already');
    const { text } = await year('year=2026&format=text', null);
    expect(text).toContain('Requests received (s.32(2)(a)): 2');
    expect(text).toContain('An officer to ask.');
    expect((await year('year=2026', null)).json).toMatchObject({ asPublished: true, published: { publishedOn: '2027-06-20', where } });
  });

  it('show the people behind one only to who may read them', async () => {
    const chair = await as('chair');
    expect((await record.read('2026-path', await as('clerk'))).json.contacts).toEqual([PERSON]);
    expect((await record.read('2026-path', chair)).json.contacts).toEqual([{ subject: PERSON.subject, apart: true }]);
    const { text } = await record.read('2026-path', chair);
    for (const one of READABLE) expect(text).not.toContain(one);
    for (const kind of ['missing-items', 'acknowledgement', 'decision', 'final-details', 'report'])
      for (const one of READABLE) expect((await record.notice('2026-path', kind)).text).not.toContain(one);
  });

  it('hold nothing readable of them in any file', async () => {
    const found = await filesOf(record.app.directory);
    for (const [name, bytes] of found)
      expect({ name, readable: READABLE.filter((one) => bytes.includes(one)) }).toEqual({ name, readable: [] });
    expect(found.filter(([, bytes]) => bytes.includes(`sealed:1:${PERSON.subject}`)).map(([name]) => name.slice(0, 9))).toContain(
      'readmodel',
    );
  });

  it('show nobody who has been erased, and take no details of them again', async () => {
    record.clock.set('2029-01-10T12:00:00.000Z');
    await record.app.record(`subjects/${PERSON.subject}/erase-subject`, { reason: 'Asked for by the person.' });
    expect((await record.read('2026-path', await as('clerk'))).json.contacts).toEqual([{ subject: PERSON.subject, erased: true }]);
    await record.refused('2029-01-11', '2026-path', 'name-contacts', { contacts: [PERSON] }, 'participation.subject-erased');
    expect((await record.read('2026-path', null)).status).toBe(200);
  });

  it('show nobody erased in a restored backup either, its read models made anew', async () => {
    await backUpDirectory(record.app.directory, join(home.path, 'backup'));
    await restoreDirectory(join(home.path, 'backup'), join(home.path, 'restored'));
    for (const directory of ['backup', 'restored'])
      for (const [name, bytes] of await filesOf(join(home.path, directory)))
        expect({ name, readable: READABLE.filter((one) => bytes.includes(one)) }).toEqual({ name, readable: [] });
    const restored = await createTestApp({ embedded: true, directory: join(home.path, 'restored'), clock: record.clock });
    const { json } = await restored.get(`bodies/${BODY}/participation-requests/2026-path`, {
      token: await as('clerk', restored),
      after: record.position,
    });
    expect(json).toMatchObject({ state: 'reported', contacts: [{ subject: PERSON.subject, erased: true }] });
    await restored.close();
  });

  it.each([
    ['receive-participation-request', { ...REQUEST, from: [] }, 'from'],
    ['receive-participation-request', { ...REQUEST, from: [{ name: 'X', kind: 'company' }] }, 'from.0.kind'],
    ['receive-participation-request', { ...REQUEST, contacts: [{ subject: 'A Person', name: 'A. Person' }] }, 'contacts.0.subject'],
    ['receive-participation-request', { ...REQUEST, deemed: true }, 'deemed'],
    ['record-consideration', { consideration: 'g', words: 'x' }, 'consideration'],
    ['refuse-request', { reasons: ' ' }, 'reasons'],
    ['refuse-request', {}, 'reasons'],
    ['agree-longer-period', { until: '2027-02-30' }, 'until'],
  ])('do not take %s with %j', async (verb, data, field) => {
    const { status, json } = await record.app.command(at('another', verb), data);
    expect({ status, code: json.code, text: JSON.stringify(json).includes(field) }).toEqual({
      status: 400,
      code: 'request.invalid',
      text: true,
    });
    expect(JSON.stringify(json)).not.toContain('A. Person');
  });

  it.each([
    ['participation-requests?state=lapsed', 400],
    ['participation-requests?late=yes', 400],
    ['participation-requests/none', 404],
    ['participation-requests/2026-path/notices/invitation', 404],
    ['participation-requests/2026-path/notices/declined', 422],
    ['participation-requests/2026-path?as-at=2026-02-30', 400],
  ])('answer %s with %d', async (address, status) => expect((await record.app.get(`bodies/${BODY}/${address}`)).status).toBe(status));
});

describe('a participation request that a decision decided', () => {
  it('is public no longer than that decision is', async () => {
    const record = new Recording();
    record.app = await createTestApp({ clock: record.clock });
    try {
      const say = (address: string, data: object = {}) => record.app.record(`bodies/${BODY}/${address}`, data);
      await say('establish-body', { name: 'Scottish Borders Council', kind: 'board' });
      await say('adopt-constitution', rules('2020-01-01', {}));
      await record.on('2026-12-01', 'path', 'receive-participation-request', REQUEST);
      await record.on('2026-12-01', 'path', 'validate-request');
      await record.consider('2026-12-02', 'path');
      const meeting = 'meetings/2026-12-03';
      await say(`${meeting}/call-meeting`, { date: '2026-12-03' });
      record.clock.set('2026-12-03T12:00:00.000Z');
      await say(`${meeting}/open-meeting`);
      await say(`${meeting}/add-agenda-item`, { itemId: 'i', title: 'A request' });
      await say(`${meeting}/take-item`, { itemId: 'i' });
      await say(`${meeting}/record-paragraph`, { text: 'There was a request.' });
      await say(`${meeting}/record-decision`, { decisionId: 'd', words: 'AGREED to refuse it.' });
      const decision = { meetingId: `${BODY}/2026-12-03`, decisionId: 'd' };
      await record.on('2026-12-04', 'path', 'refuse-request', { reasons: 'It is private land.', decision });
      await record.on('2026-12-05', 'path', 'record-publication', { what: 'decision-notice', where: 'The web site' });
      const seen = async () => {
        const options = { token: null, after: record.position };
        const { json } = await record.app.get(`bodies/${BODY}/participation-requests`, options);
        return [
          (json as { items: unknown[] }).items.length,
          (await record.app.get(`bodies/${BODY}/participation-requests/path`, options)).status,
        ];
      };
      const reported = async (format: string) =>
        (await record.app.get(`bodies/${BODY}/participation/annual-report?year=2026&format=${format}`, { after: record.position })).text;
      expect(await seen()).toEqual([1, 200]);
      for (const format of ['json', 'text', 'csv']) expect(await reported(format)).toContain('Path between Westmuir and Eastmuir');
      ({ position: record.position } = await say(`${meeting}/correct-agenda-item`, {
        itemId: 'i',
        exempt: { paragraph: '6' },
        reason: 'It was taken in private.',
      }));
      expect(await seen()).toEqual([0, 404]);
      expect(await reported('text')).toMatch(
        /Requests refused \(s\.32\(2\)\(b\)\(ii\)\): 1\n- A request decided in private, 4 December 2026/,
      );
      for (const format of ['json', 'text', 'csv']) expect(await reported(format)).not.toMatch(/Westmuir|\/path/);
      expect((await record.read('path')).status).toBe(200);
    } finally {
      await record.app.close();
    }
  });
});

const filesOf = async (directory: string): Promise<(readonly [string, Buffer])[]> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map(async ({ name, parentPath }) => [name, await readFile(join(parentPath, name))] as const));
};
