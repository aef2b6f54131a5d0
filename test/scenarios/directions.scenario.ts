import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../src/http/command-routes.js';
import { commandSpecs } from '../../src/cli/recording.js';
import { ClerkAtWork, type MeetingAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { commandsIn, RECORDS } from '../support/replay-record.js';

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The form as the source has it: captions and cells, without the markup and the page break that its printing left in it. */
function sourceForm(): { readonly heading: readonly string[]; readonly rows: readonly (readonly [string, string])[] } {
  const source = readFileSync(join(RECORDS, 'source/direction-SBIJB-170523-2.txt'), 'utf8');
  const [heading = '', ...rest] = source.split(/\n\n(?=<b>)/);
  const text = rest.join('\n\n').replace(/\s*\n\n\t/, ' ');
  const cell = (html: string): string =>
    spaced(
      html
        .replace(/<[^>]*>/g, ' ')
        .replaceAll('&amp;', '&')
        .replace(/ (?=[,.])/g, ''),
    );
  return {
    heading: heading.replaceAll('**', '').split('\n').map(spaced),
    rows: text
      .trim()
      .split('\n')
      .map((row) => {
        const [caption = '', value = ''] = row.split('\t');
        return [cell(caption), cell(value)] as const;
      }),
  };
}

/** What is printed, read back: the columns of every row put together again. */
function printedForm(text: string): ReturnType<typeof sourceForm> {
  const [heading = '', ...rows] = text.trimEnd().split(/\n-{20,}(?:\n|$)/);
  const split = (row: string): readonly [string, string] => {
    const lines = row.split('\n').map((line) => /^(.{36}) \|(.*)$/.exec(line) ?? [line, '', line]);
    return [spaced(lines.map(([, left]) => left).join(' ')), spaced(lines.map(([, , right]) => right).join(' '))];
  };
  return { heading: heading.trim().split('\n'), rows: rows.filter((row) => row !== '').map(split) };
}

describe('a real direction', () => {
  let app: TestApp;
  let position: string;
  beforeAll(async () => {
    app = await createTestApp();
    const specs = commandSpecs();
    for (const { command, target, happenedAt, data } of [...commandsIn('05-ijb.json'), ...commandsIn('07-direction.json')]) {
      const spec = specs.get(command)!;
      const parts = target.split('/');
      const address = addressOf(spec)
        .replace(':bodyId', parts[0]!)
        .replace(':meeting', parts[1] ?? '');
      ({ position } = await app.record(address, { ...data, happenedAt }));
    }
  });
  afterAll(() => app.close());

  it('is printed as the source has it, cell for cell', async () => {
    const { text, status } = await app.get('directions/sbijb-170523-2?format=text', { after: position });
    expect(status).toBe(200);
    expect(printedForm(text)).toEqual(sourceForm());
    expect(sourceForm().rows).toHaveLength(12);
  });

  it('keeps the lines of its text', async () => {
    const { json } = await app.get('directions/SBIJB-170523-2', { after: position });
    expect(json.terms.text.split('\n').filter((line: string) => line.startsWith('- '))).toHaveLength(8);
    const { text } = await app.get('directions/SBIJB-170523-2?format=text', { after: position });
    expect(text).toContain('| - Membership will be diverse from across');
    const html = await app.get('directions/SBIJB-170523-2?format=html', { after: position });
    expect(html.text).toContain('<th scope="row">IJB Approval date</th><td>17 May 2023</td>');
  });

  it('keeps what the source leaves open, and says so', async () => {
    const { json } = await app.get('bodies/sb-ijb/directions/gaps?as-at=2023-06-01', { after: position });
    expect(json.items).toMatchObject([
      {
        reference: 'SBIJB-170523-2',
        gaps: [{ gap: 'money-to-be-defined' }, { gap: 'no-split' }, { gap: 'no-issue-date' }, { gap: 'no-end-date' }],
      },
    ]);
    expect((await app.get('bodies/sb-ijb/directions?as-at=2023-10-01', { after: position })).json.items).toMatchObject([
      {
        state: 'approved',
        reviewOverdue: true,
        terms: { timeframes: { words: 'To start by: July 2023', latest: '2023-07-31' } },
        approval: { on: '2023-05-17', decision: { meetingId: 'sb-ijb/2023-05-17' }, part: 'b' },
      },
    ]);
  });

  it('is not public before it is issued', async () => {
    const options = { after: position, token: null };
    expect((await app.get('directions/SBIJB-170523-2', options)).json).toMatchObject({ status: 404, code: 'direction.not-found' });
    expect((await app.get('bodies/sb-ijb/directions/2023-eildon', options)).status).toBe(404);
    expect((await app.get('bodies/sb-ijb/directions?state=all', options)).json.items).toEqual([]);
    expect((await app.get('bodies/sb-ijb/directions/performance?from=2023-01-01&until=2023-12-31', options)).json.approved).toEqual([]);
  });
});

describe('the directions of a board', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let may: MeetingAtWork;
  const members = ['Ann Aird', 'Ben Baird', 'Cat Cairns', 'Dan Deans'].map(somebody);

  const draft = (direction: string, more: object = {}) =>
    clerk.govern('draft-direction', {
      direction,
      title: `Direction ${direction}`,
      recipients: [
        { recipient: 'council', name: 'The Council' },
        { recipient: 'nhs', name: 'The Health Board' },
      ],
      split: 'joint',
      functions: { words: 'All delegated functions' },
      text: 'Establish the group.',
      timeframes: 'by 31 July 2023',
      finance: { words: 'From the set-aside sum', amount: 150_000 },
      review: 'in September 2023',
      ...more,
    });
  const approve = (direction: string, meeting: MeetingAtWork, more: object = { paragraph: '1' }) =>
    clerk.govern('approve-direction', { direction, decision: { meetingId: meeting.ref }, ...more });
  const refused = (verb: string, data: object, token?: string) => clerk.refused(`bodies/ijb/${verb}`, data, token);
  const read = async (address: string, token?: string | null) => (await clerk.get(`bodies/ijb/directions${address}`, token)).json;

  const hold = async (date: string, there = members): Promise<MeetingAtWork> => {
    clerk.at(date, '10:00');
    const meeting = clerk.meeting(date);
    await meeting.do('call-meeting', { date });
    await meeting.do('open-meeting', {});
    await meeting.present(there);
    await meeting.item('DIRECTIONS', 'There was a report.');
    await meeting.do('record-decision', { decisionId: `d-${date}`, words: 'APPROVED:', parts: [{ text: 'the direction' }] });
    return meeting;
  };

  beforeAll(async () => {
    const clock = new HandClock('2023-05-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'ijb', await app.principal('clerk', 'clerk'));
    await clerk.govern('establish-body', { name: 'Integration Joint Board', kind: 'joint-board' });
    await clerk.govern(
      'adopt-constitution',
      rules('2023-01-01', { quorum: { kind: 'number', atLeast: 3 }, references: { direction: 'IJB-{ddmmyy}-{seq}' } }),
    );
    for (const person of members) {
      await clerk.govern('create-seat', { seatId: `s-${person.personId}`, label: person.name, from: '2023-01-01' });
      await clerk.govern('fill-seat', { seatId: `s-${person.personId}`, holder: person, from: '2023-01-01' });
    }
    await draft('one');
    may = await hold('2023-05-17');
  });
  afterAll(() => app.close());

  it('refuses what is not so', async () => {
    expect(await refused('approve-direction', { direction: 'none', decision: { meetingId: may.ref }, paragraph: '1' })).toMatchObject({
      status: 404,
      code: 'direction.not-found',
    });
    expect(await refused('draft-direction', { direction: 'two', title: 'x' })).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await refused('amend-draft', { direction: 'one', without: ['text'] })).toMatchObject({ status: 400 });
    expect(await refused('issue-direction', { direction: 'one', by: 'The Chief Officer', to: 'nhs' })).toMatchObject({ status: 400 });
    expect(await refused('issue-direction', { direction: 'one', by: 'The Chief Officer' })).toMatchObject({
      code: 'direction.not-approved',
    });
    const member = await app.principal('member', 'member', 'ijb');
    expect(await refused('issue-direction', { direction: 'one', by: 'The Chief Officer' }, member)).toMatchObject({ status: 403 });
    expect(await read('?state=everything')).toMatchObject({ status: 400 });
    expect((await clerk.get('directions?recipient=')).status).toBe(400);
    expect((await clerk.get('directions')).status).toBe(400);
    expect((await clerk.get(`directions/${'x'.repeat(3000)}`)).status).toBeGreaterThanOrEqual(400);
    expect((await clerk.get('directions/%27%20OR%201=1')).status).toBe(404);
    expect((await clerk.get('bodies/nobody/directions')).json).toMatchObject({ code: 'directions.not-found' });
    expect(await read('/performance?from=2023-06-01&until=2023-05-01')).toMatchObject({ code: 'directions.period-reversed' });
  });

  it('rest on a decision with a quorum, or one that was ratified', async () => {
    const informal = await hold('2023-05-18', members.slice(0, 2));
    const asked = { direction: 'one', decision: { meetingId: informal.ref, decisionId: 'd-2023-05-18' } };
    expect(await refused('approve-direction', asked)).toMatchObject({
      code: 'direction.decision-without-quorum',
      detail: expect.stringMatching(/^Taken with 2 of 4 voting seats present, 3 needed. Ratify it at a quorate meeting/),
      context: { standing: 'informal', quorum: '2 of 4 voting seats present, 3 needed' },
    });
    await draft('ratified', { recipients: [{ recipient: 'nhs', name: 'The Health Board' }], split: undefined });
    const later = await hold('2023-05-19');
    await later.do('record-decision', { words: 'AGREED to ratify it.', ratifies: [asked.decision] });
    await clerk.govern('approve-direction', { ...asked, direction: 'ratified' });
    expect((await read('/ratified')).approval).toMatchObject({
      on: '2023-05-18',
      reference: 'IJB-180523-1',
      standing: expect.stringMatching(/3 needed; ratified by decision d-\w+ of ijb\/2023-05-19$/),
    });
  });

  it('are issued, acknowledged and in force, one recipient after the other', async () => {
    await approve('one', may, { paragraph: '1', part: 'a' });
    expect(await read('/one')).toMatchObject({ state: 'approved', reference: 'IJB-170523-1', gaps: ['no-issue-date'] });
    clerk.at('2023-05-24', '09:00');
    const officer = await app.principal('officer', 'officer', 'ijb');
    expect(await refused('approve-direction', { direction: 'one', decision: { meetingId: may.ref } }, officer)).toMatchObject({
      status: 403,
    });
    await app.record('bodies/ijb/issue-direction', { direction: 'one', by: 'The Chief Officer', to: ['council'] }, { token: officer });
    await clerk.govern('issue-direction', { direction: 'one', by: 'The Chief Officer', acknowledgeBy: 'within 7 days' });
    expect(await refused('issue-direction', { direction: 'one', by: 'The Chief Officer' })).toMatchObject({
      code: 'direction.issued-already',
    });
    clerk.at('2023-06-05', '09:00');
    await clerk.govern('acknowledge-direction', { direction: 'one', recipient: 'council', on: '2023-05-30' });
    expect(await read('/one')).toMatchObject({
      state: 'issued',
      notAcknowledged: [{ recipient: 'nhs', issuedOn: '2023-05-24', days: 12, late: true }],
    });
    expect((await read('?state=not-acknowledged')).items).toHaveLength(1);
    await clerk.govern('acknowledge-direction', { direction: 'one', recipient: 'nhs', by: 'The Chief Executive' });
    expect(await read('/one')).toMatchObject({ state: 'in-force', notAcknowledged: [], gaps: [] });
    expect(await read('/one?as-at=2023-05-25')).toMatchObject({ state: 'issued', reference: 'IJB-170523-1' });
    expect(await read('/one?as-at=2023-04-01')).toMatchObject({ status: 404 });
  });

  it('are public once issued, without what was said of them as drafts', async () => {
    const shown = await read('/one', null);
    expect(shown).toMatchObject({ state: 'in-force', texts: [{ because: 'approved' }] });
    expect(shown.story.map(({ type }: { type: string }) => type)).not.toContain('DirectionDrafted');
    expect((await read('/ratified', null)).status).toBe(404);
    expect((await read('/one?as-at=2023-05-18', null)).status).toBe(404);
    const to = (await clerk.get('directions?recipient=NHS', null)).json;
    expect(to).toMatchObject({ items: [{ direction: 'one' }], next: null });
    expect((await clerk.get('directions?recipient=somebody', null)).json.items).toEqual([]);
  });

  it('are reported on, reviewed, and late when they are', async () => {
    clerk.at('2023-08-10', '09:00');
    expect(await read('/one')).toMatchObject({ timeframePassed: true, reviewOverdue: false });
    await clerk.govern('report-on-direction', {
      direction: 'one',
      recipient: 'nhs',
      words: 'The group met.',
      measures: '12 members',
      timeframeMet: true,
      on: '2023-07-20',
    });
    clerk.at('2023-10-02', '09:00');
    expect((await read('?state=review-overdue')).items.map(({ reference }: { reference: string }) => reference)).toEqual([
      'IJB-170523-1',
      'IJB-180523-1',
    ]);
    await clerk.govern('review-direction', { direction: 'one', words: 'It continues.', on: '2023-10-01', next: 'in March 2024' });
    expect(await read('/one')).toMatchObject({ timeframePassed: false, reviewOverdue: false, review: { latest: '2024-03-31' } });
  });

  it('are corrected with the old words kept, and replaced only by another direction', async () => {
    await clerk.govern('correct-direction', { direction: 'one', text: 'Establish the Eildon group.', reason: 'A word was left out' });
    expect(
      (await read('/one')).texts.map(({ because, terms }: { because: string; terms: { text: string } }) => [because, terms.text]),
    ).toEqual([
      ['drafted', 'Establish the group.'],
      ['corrected: A word was left out', 'Establish the Eildon group.'],
    ]);
    await draft('newer', { relation: { kind: 'revises', direction: 'one' } });
    await draft('rival', { relation: { kind: 'supersedes', direction: 'one' } });
    const october = await hold('2023-10-18');
    await approve('newer', october);
    expect(await refused('approve-direction', { direction: 'rival', decision: { meetingId: october.ref }, paragraph: '1' })).toMatchObject({
      code: 'direction.predecessor-claimed',
      context: { by: { reference: 'IJB-181023-1' } },
    });
    expect(await read('/one')).toMatchObject({ state: 'in-force', replacedBy: { reference: 'IJB-181023-1' } });
    clerk.at('2023-10-20', '09:00');
    await clerk.govern('issue-direction', { direction: 'newer', by: 'The Chief Officer' });
    expect(await read('/one')).toMatchObject({ state: 'revised', end: { on: '2023-10-20', by: { reference: 'IJB-181023-1' } } });
    expect((await clerk.get('directions/IJB-181023-1?format=text')).text).toContain('Yes. Revises IJB-170523-1');
    expect((await read('?state=revised')).items).toHaveLength(1);
    expect((await read('?state=revised&as-at=2023-10-19')).items).toHaveLength(0);
  });

  it('are completed, or revoked by the board alone', async () => {
    clerk.at('2023-11-01', '09:00');
    await clerk.govern('complete-direction', { direction: 'newer', words: 'The group is established.' });
    expect(await refused('complete-direction', { direction: 'one', words: 'Again' })).toMatchObject({ code: 'direction.over' });
    await clerk.govern('revoke-direction', {
      direction: 'ratified',
      decision: { meetingId: 'ijb/2023-10-18', decisionId: 'd-2023-10-18' },
      reason: 'It is not needed.',
    });
    expect(await read('/ratified')).toMatchObject({ state: 'revoked', end: { on: '2023-10-18' } });
  });

  it('have their performance in a period told, and a log as text and CSV', async () => {
    const performance = await read('/performance?from=2023-04-01&until=2023-12-31');
    const references = (part: string) => performance[part].map(({ reference }: { reference: string }) => reference);
    expect(references('revised')).toEqual(['IJB-170523-1']);
    expect(references('revoked')).toEqual(['IJB-180523-1']);
    expect(references('completed')).toEqual(['IJB-181023-1']);
    expect(references('live')).toEqual([]);
    expect(performance.issued).toMatchObject([{ to: ['The Council', 'The Health Board'] }, { reference: 'IJB-181023-1' }]);
    expect(performance.reports).toMatchObject([{ recipient: 'The Health Board', measures: '12 members' }]);
    const text = await clerk.get('bodies/ijb/directions/performance?from=2023-04-01&until=2023-09-30&format=text');
    expect(text.text).toContain('Revised: 0');
    expect(text.text).toContain('Live on 30 September 2023: 2');
    const log = (await clerk.get('bodies/ijb/directions?state=all&format=text')).text;
    expect(log).toContain('IJB-170523-1  Direction one');
    expect(log).toContain('(draft rival)');
    expect((await clerk.get('bodies/ijb/directions?state=all&format=csv')).text).toContain('IJB-180523-1,Direction ratified');
  });
});
