import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rules } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { followed } from '../support/followed.js';

const COUNCIL = 'bodies/council';
const AUDIT = 'bodies/audit';
const MEMBERS = ['ada', 'ben', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'] as const;
const person = (personId: string) => ({ personId, name: `Councillor ${personId.toUpperCase()}` });
/** The day, and its time: what happens comes after what was done before. */
const clock = new HandClock('2026-03-01T10:00:00.000Z');

let app: TestApp;
let clerk: string;
const record = (address: string, data: object = {}) => app.record(address, data, { token: clerk });
const refused = async (address: string, data: object) => (await app.command(address, data, { token: clerk })).json;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the API are JSON of any shape
const read = async (address: string, token: string | null = clerk): Promise<any> =>
  (await app.get(address, { token, after: await followed(app) })).json;
const text = async (address: string): Promise<string> => (await app.get(address, { token: clerk, after: await followed(app) })).text;

async function open(body: string, day: string): Promise<string> {
  const at = `${body}/meetings/${day}`;
  clock.set(`${day}T14:00:00.000Z`);
  await record(`${at}/open-meeting`);
  for (const id of MEMBERS.slice(0, 4)) await record(`${at}/record-attendance`, { person: person(id), as: 'present' });
  return at;
}

beforeAll(async () => {
  app = await createTestApp({ clock });
  clerk = await app.principal('clerk', 'clerk');
  for (const [body, name] of [
    [COUNCIL, 'The Council'],
    [AUDIT, 'Audit Committee'],
  ] as const) {
    await record(`${body}/establish-body`, { name, kind: 'committee' });
    await record(`${body}/adopt-constitution`, rules('2020-01-01', { quorum: { kind: 'number', atLeast: 2 } }));
    for (const id of MEMBERS) {
      await record(`${body}/create-seat`, { seatId: `seat-${id}`, label: id, voting: true, from: '2020-01-01' });
      await record(`${body}/fill-seat`, { seatId: `seat-${id}`, holder: person(id), from: '2020-01-01' });
    }
  }
  await record(`${AUDIT}/place-body-under`, { parentId: 'council', from: '2020-01-01' });
});
afterAll(() => app.close());

describe('the minute of a committee', () => {
  it('is submitted to the council, which approves it with an amendment, and both minutes say so', async () => {
    await record(`${AUDIT}/meetings/2026-03-02/call-meeting`, { date: '2026-03-02' });
    const audit = await open(AUDIT, '2026-03-02');
    await record(`${audit}/take-item`, { heading: 'ACCOUNTS' });
    await record(`${audit}/record-paragraph`, { text: 'There was a report on the accounts.' });
    await record(`${audit}/conclude-meeting`);
    await record(`${COUNCIL}/meetings/2026-03-03/call-meeting`, { date: '2026-03-03' });
    const item = `${COUNCIL}/meetings/2026-03-03/add-agenda-item`;
    expect(await refused(item, { title: 'Minute', minuteOf: { meetingId: 'council/2026-03-03' } })).toMatchObject({
      code: 'agenda.minute-own',
      field: 'minuteOf.meetingId',
    });
    await record(item, { itemId: 'audit', title: 'Minute of the Audit Committee', minuteOf: { meetingId: 'audit/2026-03-02' } });
    const at = await open(COUNCIL, '2026-03-03');
    expect(await refused(`${at}/receive-minute`, { itemId: 'audit', resolved: 'noted' })).toMatchObject({ code: 'received.not-taken' });
    await record(`${at}/take-item`, { itemId: 'audit' });
    await record(`${at}/record-paragraph`, { text: 'The Convener presented the minute.' });
    await record(`${at}/receive-minute`, { itemId: 'audit', resolved: 'approved', amendment: 'For "June" read "July".' });
    expect((await text(`${at}/minute?format=text`)).replace(/\s+/g, ' ')).toContain(
      'The minute of the meeting of the Audit Committee held on 2 March 2026 was approved, subject to the undernoted amendment: For "June" read "July".',
    );
    expect(await read(`${audit}/minute/received`)).toEqual([
      {
        ...{ atMeeting: 'council/2026-03-03', body: 'The Council', date: '2026-03-03', resolved: 'approved' },
        ...{ amendment: 'For "June" read "July".', decisionId: null },
      },
    ]);
    expect(await read(`${audit}/minute/received`, null)).toEqual([]);
  });

  it('is received anew once the step is struck', async () => {
    const at = `${COUNCIL}/meetings/2026-03-03`;
    const { steps } = await read(`${at}/course`);
    const { step } = steps.find((one: { of: string }) => one.of === 'MinuteReceived');
    await record(`${at}/strike-step`, { step, reason: 'It was only noted.' });
    expect(await read(`${AUDIT}/meetings/2026-03-02/minute/received`)).toEqual([]);
    await record(`${at}/receive-minute`, { itemId: 'audit', resolved: 'noted' });
    expect(await read(`${AUDIT}/meetings/2026-03-02/minute/received`)).toMatchObject([{ resolved: 'noted' }]);
  });
});

describe('the next meeting', () => {
  it('that is agreed stands in the minute and is called, and what is due at it is dated', async () => {
    const at = `${COUNCIL}/meetings/2026-03-03`;
    await record(`${COUNCIL}/actions/survey/raise-action`, {
      source: { cited: { heading: 'Roads', meetingDate: '2026-03-03', paragraph: '1' } },
      item: { title: 'Roads' },
      words: 'AGREED that the survey be done.',
      officers: ['Jo Jardine'],
      due: 'next meeting',
    });
    await record(`${at}/agree-next-meeting`, { date: '2026-04-02', time: '10:00', place: 'the Town Hall' });
    expect((await text(`${at}/minute?format=text`)).replace(/\s+/g, ' ')).toContain(
      'The next meeting will be held in the Town Hall on 2 April 2026 at 10.00 a.m.',
    );
    expect(await read(`${COUNCIL}/meetings/2026-04-02/agenda`)).toMatchObject({
      date: '2026-04-02',
      time: '10:00',
      place: 'the Town Hall',
    });
    expect(await read(`${COUNCIL}/actions/survey`)).toMatchObject({ due: { latest: '2026-04-02' } });
    await record(`${at}/conclude-meeting`);
  });
});

describe('an agenda', () => {
  it('is filled from the standing items of the body, with the minute that waits named', async () => {
    await record(`${COUNCIL}/choose-standing-items`, {
      from: '2026-04-01',
      items: [{ title: 'Sederunt' }, { title: 'Minute', brings: 'minutes' }, { title: 'Date of Next Meeting', asked: 'Agree it.' }],
    });
    const at = `${COUNCIL}/meetings/2026-04-02`;
    await followed(app);
    await record(`${at}/fill-agenda`);
    const { items } = await read(`${at}/agenda`);
    expect(items.map(({ number, title, asked }: Record<string, string>) => [number, title, asked])).toEqual([
      ['1', 'Sederunt', null],
      ['2', 'Minute', 'Approve the minute of the meeting of 3 March 2026.'],
      ['3', 'Date of Next Meeting', 'Agree it.'],
    ]);
    expect(await refused(`${at}/fill-agenda`, {})).toMatchObject({ code: 'standing-items.all-there' });
  });
});

describe('the numbers of a body’s minutes', () => {
  it('go on from the meeting before, and begin anew with the year', async () => {
    await record(`${AUDIT}/choose-minute-style`, { set: 'scottish-council', continues: 'from-april', from: '2026-01-01' });
    const numbers: string[] = [];
    for (const day of ['2026-03-09', '2026-03-16', '2026-04-06']) {
      await record(`${AUDIT}/meetings/${day}/call-meeting`, { date: day });
      const at = await open(AUDIT, day);
      for (const heading of ['ONE', 'TWO']) await record(`${at}/take-item`, { heading });
      await record(`${at}/conclude-meeting`);
      const { sections } = await read(`${at}/minute`);
      numbers.push(...sections.map(({ number }: { number: string }) => number));
    }
    expect(numbers).toEqual(['2', '3', '4', '5', '1', '2']);
  });
});

describe('a special meeting that members ask for', () => {
  const REQUISITION = `${COUNCIL}/requisitions/bridge`;
  const due = async () => (await read('due?body=council')).items.filter(({ kind }: { kind: string }) => kind === 'requisition') as object[];

  it('has no clock while too few ask, and a meeting cannot be called on it', async () => {
    clock.set('2026-04-07T09:00:00.000Z');
    await record(`${REQUISITION}/receive-requisition`, { askedBy: [person('ada')], business: 'To consider the bridge.' });
    expect(await read(REQUISITION)).toMatchObject({ standing: 'too-few', sum: { asked: 1, of: 8, needed: 2, enough: false } });
    expect(await due()).toEqual([]);
    const call = `${COUNCIL}/meetings/2026-04-20/call-meeting`;
    expect(await refused(call, { date: '2026-04-20', requisition: 'council/bridge' })).toMatchObject({
      code: 'meeting.requisition-too-few',
      source: expect.stringContaining('Schedule 7, paragraph 1(4)'),
    });
  });

  it('is due within fourteen days of the day on which enough ask, until it is held', async () => {
    await record(`${REQUISITION}/join-requisition`, { askedBy: [person('ben')] });
    expect(await due()).toMatchObject([{ recordId: 'council/bridge', deadline: { latest: '2026-04-21' } }]);
    const at = `${COUNCIL}/meetings/2026-04-20`;
    await record(`${at}/call-meeting`, { date: '2026-04-20', requisition: 'council/bridge' });
    expect(await read(REQUISITION)).toMatchObject({ standing: 'called' });
    expect(await due()).toHaveLength(1);
    const says = 'on the requisition of Councillor ADA and Councillor BEN, received on 7 April 2026: To consider the bridge.';
    expect((await text(`${at}/agenda?format=text`)).replace(/\s+/g, ' ')).toContain(`This special meeting is called ${says}`);
    await open(COUNCIL, '2026-04-20');
    expect(await read(REQUISITION)).toMatchObject({
      standing: 'met',
      daysLate: 0,
      answer: { atMeeting: 'council/2026-04-20', how: 'held' },
    });
    expect(await due()).toEqual([]);
    expect((await text(`${at}/minute?format=text`)).replace(/\s+/g, ' ')).toContain(`This special meeting was called ${says}`);
  });

  it('falls due again where the meeting that was called is cancelled', async () => {
    await record(`${COUNCIL}/requisitions/quay/receive-requisition`, { askedBy: [person('ada'), person('ben')], business: 'The quay.' });
    const at = `${COUNCIL}/meetings/2026-04-27`;
    await record(`${at}/call-meeting`, { date: '2026-04-27', requisition: 'council/quay' });
    await record(`${at}/cancel-meeting`, { reason: 'The hall is let' });
    expect(await read(`${COUNCIL}/requisitions/quay`)).toMatchObject({ standing: 'waiting' });
    expect(await due()).toHaveLength(1);
  });
});
