import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { createTestApp, type TestApp } from '../support/app.js';
import { theDemonstration } from '../support/recorded-once.js';

const MARCH = 'bodies/cpp-strategic-board/meetings/2016-03-03';
const JUNE = 'bodies/cpp-strategic-board/meetings/2016-06-09';
const AT_JUNE = 'cpp-strategic-board/2016-06-09';

describe('the minute of a real meeting', () => {
  let app: TestApp;
  let member: string;
  beforeAll(async () => {
    app = await createTestApp({ from: await theDemonstration() });
    member = await app.principal('a-member', 'member', 'cpp-strategic-board');
  });
  afterAll(() => app.close());

  const minute = (query = '', token: string | null = null) => app.get(`${MARCH}/minute${query}`, { token });

  it('is for those who may read drafts until it is signed', async () => {
    expect(await minute()).toMatchObject({ status: 401, json: { code: 'access.sign-in-needed' } });
    const stranger = await app.principal('a-stranger', 'member', 'another-body');
    expect(await minute('', stranger)).toMatchObject({
      status: 403,
      json: { code: 'access.right-missing', right: 'meetings.read-drafts' },
    });
    expect((await minute('', member)).json).toMatchObject({ status: 'draft', bodyId: 'cpp-strategic-board' });
    expect((await minute('?format=text', member)).text).toMatch(/DRAFT\n$/);
    expect(await app.get(`${MARCH}/minute/signed`, { token: member })).toMatchObject({
      status: 404,
      json: { code: 'signed-minute.not-found' },
    });
    expect(await app.get(`${JUNE}/minute`, { token: member })).toMatchObject({ status: 404, json: { code: 'minute.not-found' } });
  });

  it('is answered as text, HTML or JSON, with an ETag', async () => {
    const html = await minute('?format=html', member);
    expect(html.headers['content-type']).toContain('text/html');
    expect(html.text).toContain('Informal: taken without a quorum.');
    for (const format of ['text', 'html', 'json']) {
      const first = await minute(`?format=${format}`, member);
      const headers = { 'if-none-match': String(first.headers.etag) };
      expect((await app.get(`${MARCH}/minute?format=${format}`, { token: member, headers })).status).toBe(304);
    }
    expect(await minute('?format=pdf', member)).toMatchObject({ status: 400 });
  });

  it('shows what does not agree in the record, and mends nothing', async () => {
    const { json, status } = await app.get('bodies/cpp-strategic-board/discrepancies', { token: member });
    expect(status).toBe(200);
    const found = (json as { items: readonly { kind: string; where: string; recordSays: string; otherSays: string }[] }).items;
    const of = (kind: string): string[] =>
      found.filter((one) => one.kind === kind).map(({ recordSays, otherSays }) => `${recordSays} | ${otherSays}`);
    expect(of('notice-date')).toEqual(['dated 3 June 2015 | given 3 June 2016 for the meeting of 9 June 2016']);
    expect(of('sheet-heading')).toEqual(['26 November 2016 | the meeting was on 26 November 2015']);
    expect(of('sheet-item-number')).toHaveLength(5);
    expect(of('citation-outside').map((line) => line.split(' | ')[0])).toEqual([
      'paragraph 10(c) of the Minute of Meeting of 8 March 2015',
      'paragraph 15(d) of the Minute of Meeting of 11 June 2015',
      'paragraph 2.2 of the Minute of 26 November 2015',
      'paragraph 11 of the Minute of 26 November 2015',
      'paragraph 6 of the Minute of 26 November 2015',
    ]);
    expect(found.filter(({ kind }) => kind === 'agreed-without-action').map(({ where }) => where)).toEqual([
      'cpp-strategic-board/2016-03-03#4.4(a)',
    ]);
    expect(of('spelling')).toEqual(
      expect.arrayContaining([
        'Mr David Farries | Mr G. Farries, in the sederunt',
        'Mr T. Jakimciw | Mr A. Jakimciw, elsewhere in the record',
        'Mrs R. Stenhouse | Ms R. Stenhouse, elsewhere in the record',
        'Councillor M. Cook | Councillor M. J. Cook, elsewhere in the record',
      ]),
    );
    expect(found.filter(({ kind }) => kind === 'unmarked-departure').map(({ where }) => where.split('#')[1])).toEqual([
      'c-bhatia',
      't-jakimciw',
    ]);
    expect(of('quorum-declared')).toHaveLength(1);
    expect((await app.get('bodies/cpp-strategic-board/discrepancies?format=text', { token: member })).text).toContain(
      'It stands as the sources have it.',
    );
    expect((await app.get('bodies/nobody/discrepancies')).status).toBe(404);
    expect((await app.get('bodies/cpp-strategic-board/discrepancies', { token: null })).status).toBe(401);
  });

  it('no longer reports spellings that were declared the same', async () => {
    const { position } = await app.record('people/mrs-r-stenhouse/declare-spelling-same', {
      sameAs: 'ms-r-stenhouse',
      reason: 'One person.',
    });
    const { json } = await app.get('bodies/cpp-strategic-board/discrepancies', { token: member, after: position });
    expect(
      (json as { items: readonly { recordSays: string }[] }).items.filter(({ recordSays }) => recordSays.includes('Stenhouse')),
    ).toEqual([]);
  });

  it('is circulated, changed, approved by the next meeting, signed by whoever presides there, and then only corrected', async () => {
    await app.record(`${MARCH}/circulate-minute`, { to: 'Members of the Board' });
    expect(await app.get(`${MARCH}/minute/changes`, { token: member })).toMatchObject({ json: { changed: false, since: { draft: 1 } } });
    await app.record(`${MARCH}/correct-paragraph`, {
      paragraph: '11',
      text: 'There had been detailed on the agenda the dates for the meetings of the Board for 2016/17.',
      reason: 'The Strategic Board calls itself the Board.',
    });
    const changes = await app.get(`${MARCH}/minute/changes?format=text`, { token: member });
    expect(changes.text).toContain('the meetings of the [-Strategic -]Board for 2016/17.');

    await app.record(`${JUNE}/open-meeting`, { time: '14:00' });
    for (const [personId, name] of [
      ['d-parker', 'Councillor D. Parker'],
      ['s-bell', 'Councillor S. Bell'],
    ] as const) {
      await app.record(`${JUNE}/record-attendance`, { person: { personId, name }, as: 'present' });
    }
    await app.record(`${JUNE}/take-chair`, { personId: 'd-parker', reason: 'Chairman' });
    await app.record(`${JUNE}/take-item`, { itemId: 'minute' });
    const { id: decisionId } = await app.record(`${JUNE}/record-decision`, {
      words: 'APPROVED the Minute for signature by the Chairman.',
      outcome: { kind: 'minute-approved', meetingId: 'cpp-strategic-board/2016-03-03' },
    });
    const approval = { atMeeting: AT_JUNE, decisionId };
    expect(await app.command(`${MARCH}/sign-minute`, { atMeeting: AT_JUNE, signedBy: 'd-parker' })).toMatchObject({
      status: 422,
      json: { code: 'minute.not-approved' },
    });
    await app.record(`${MARCH}/approve-minute`, {
      ...approval,
      corrections: [{ paragraph: '1', words: 'For Mr David Farries read Mr G. Farries.' }],
    });
    expect(await app.command(`${MARCH}/sign-minute`, { atMeeting: AT_JUNE, signedBy: 's-bell' })).toMatchObject({
      json: { code: 'minute.signer-did-not-preside' },
    });
    await app.record(`${MARCH}/sign-minute`, { atMeeting: AT_JUNE, signedBy: 'd-parker' });

    const signed = (await app.get(`${MARCH}/minute/signed`, { token: null })).json as { text: string; hash: string };
    expect(signed).toMatchObject({ intact: true, algorithm: 'sha-256', signedBy: { name: 'Councillor D. Parker' } });
    expect(createHash('sha256').update(signed.text).digest('hex')).toBe(signed.hash);
    expect((await app.get(`${MARCH}/minute/signed?format=text`, { token: null })).text).toBe(signed.text);

    for (const [verb, data] of [
      ['record-paragraph', { text: 'More.' }],
      ['record-decision', { words: 'NOTED.' }],
      ['take-item', { heading: 'MORE' }],
      ['circulate-minute', {}],
    ] as const) {
      expect(await app.command(`${MARCH}/${verb}`, data)).toMatchObject({ status: 422, json: { code: 'minute.signed' } });
    }
    await app.record(`${JUNE}/take-item`, { itemId: 'other-items' });
    const { id: correcting } = await app.record(`${JUNE}/record-decision`, { words: 'AGREED that the Minute be corrected.' });
    await app.record(`${MARCH}/correct-signed-minute`, {
      atMeeting: AT_JUNE,
      decisionId: correcting,
      correction: { paragraph: '4.3', words: 'For £36 read £38.' },
    });
    const text = (await minute('?format=text')).text;
    expect(text.startsWith(signed.text)).toBe(true);
    expect(text).toContain('CORRECTED by the meeting of 9 June 2016: paragraph 4.3: For £36 read £38.');
    expect((await minute()).json).toMatchObject({ status: 'signed', corrections: [{ correction: { paragraph: '4.3' } }] });
    expect((await minute('?format=html')).text).toContain('For £36 read £38.');
  });
});
