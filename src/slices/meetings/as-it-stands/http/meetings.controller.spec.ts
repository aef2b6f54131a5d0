import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../../../test/support/app.js';
import { commandsIn } from '../../../../../test/support/replay-record.js';
import { keyOf, partsOf } from '../../../../kernel/record-id.js';

const verb = (type: string) => type.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
const BOARD = 'bodies/cpp-strategic-board';

describe('the address of a meeting', () => {
  let app: TestApp;
  let position: string;
  beforeAll(async () => {
    app = await createTestApp();
    for (const file of ['01-bodies.json', '03-agenda-2016-06-09.json']) {
      for (const { command, target, data } of commandsIn(file)) {
        const [bodyId, meeting] = partsOf(target);
        ({ position } = await app.record(`bodies/${bodyId}${meeting === undefined ? '' : `/meetings/${meeting}`}/${verb(command)}`, data));
      }
    }
    ({ position } = await app.record(`${BOARD}/meetings/2016-09-08/call-meeting`, { date: '2016-09-08' }));
  });
  afterAll(() => app.close());

  it('lists the register, to the public only what is published', async () => {
    const ids = async (query: string, token?: null) =>
      (
        (await app.get(`${BOARD}/meetings${query}`, { after: position, ...(token === null ? { token } : {}) })).json.items as {
          meetingId: string;
        }[]
      ).map(({ meetingId }) => keyOf(meetingId));
    expect(await ids('')).toEqual(['2016-06-09', '2016-09-08']);
    expect(await ids('', null)).toEqual(['2016-06-09']);
    expect(await ids('?sort=-date&limit=1')).toEqual(['2016-09-08']);
    expect(await ids('?from=2016-07-01&to=2016-12-31')).toEqual(['2016-09-08']);
    expect(await ids('?status=open')).toEqual([]);
  });

  it('shows a meeting with the revision a command is to expect', async () => {
    const answer = await app.get(`${BOARD}/meetings/2016-09-08`);
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      json: { status: 'called', revision: 0, record: null, title: expect.stringContaining('Strategic Board') },
    });
    expect((await app.get(`${BOARD}/meetings/2016-09-08`, { token: null })).status).toBe(401);
    expect((await app.get(`${BOARD}/meetings/2016-06-09`, { token: null })).json).toMatchObject({
      record: null,
      agenda: { notice: { datedAsWritten: '3 June 2015' } },
    });
  });

  it('prints the agenda to anyone once notice is given', async () => {
    const answer = await app.get(`${BOARD}/meetings/2016-06-09/agenda?format=text`, { token: null });
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.text).toContain('BUSINESS');
    expect((await app.get(`${BOARD}/meetings/2016-06-09/agenda?format=html`, { token: null })).text).toContain('<h2>Business</h2>');
  });

  it('opens under the standing of its day, and shows sederunt and quorum to those who may read drafts', async () => {
    const at = `${BOARD}/meetings/2016-06-09`;
    await app.record(`${at}/open-meeting`, { time: '14:00' });
    await app.record(`${at}/record-attendance`, { person: { personId: 'j-brown', name: 'Councillor J. Brown' }, as: 'present' });
    expect((await app.get(`${at}/sederunt`)).json).toMatchObject({ present: [{ personId: 'j-brown', voting: true }], apologies: [] });
    expect((await app.get(`${at}/quorum`)).json).toMatchObject({ people: [{ words: 'throughout' }], now: { present: 1 } });
    expect((await app.get(`${at}/quorum?format=text`)).text).toContain('Councillor J. Brown');
    for (const part of ['sederunt', 'quorum']) expect((await app.get(`${at}/${part}`, { token: null })).status).toBe(401);
    expect((await app.get(at)).json.record).toMatchObject({ sederunt: { present: [{}] }, quorum: { present: 1 } });
  });

  it.each([
    ['2016-01-01', 404, 'meeting.not-found'],
    ['__proto__', 404, 'request.not-found'],
    ['2016-06-09/agenda?format=pdf', 400, 'request.invalid'],
  ])('answers %s with %i', async (path, status, code) => {
    expect(await app.get(`${BOARD}/meetings/${path}`)).toMatchObject({ status, json: { code } });
  });
});
