import { QueryBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Moments } from '../../src/kernel/moments.js';
import { ListMeetings } from '../../src/slices/meetings/agenda/views/meeting-register/meeting-register.query.js';
import { ActionAsAt } from '../../src/slices/actions/views/action-register/action-story.query.js';
import { ActionSheetAsAt } from '../../src/slices/actions/views/action-sheet/action-sheet.query.js';
import { OverdueActions } from '../../src/slices/actions/views/overdue/overdue.query.js';
import { ActionsOverTime } from '../../src/slices/actions/views/over-time/over-time.query.js';
import { ConstitutionsOf, ShowBody } from '../../src/slices/bodies/views/body/body.query.js';
import { ListDecisions } from '../../src/slices/meetings/decisions/views/decision-register/decision-register.query.js';
import { ChangesSinceCirculated } from '../../src/slices/meetings/minutes/views/changes/changes.query.js';
import { ReadMinute } from '../../src/slices/meetings/minutes/views/minute/minute.query.js';
import { ProjectionEngine } from '../../src/projections/projection-engine.js';
import { ClerkAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const BOARD = 'board';
const [ann, ben, cat] = ['Ann Aird', 'Ben Boyd', 'Cat Cairns'].map(somebody) as [Officer, Officer, Officer];
type Officer = ReturnType<typeof somebody>;
const SIGHT = { drafts: true, exempt: true };
const ZONE = { timeZone: 'Europe/London' };

/**
 * A board of a clerk who writes late. Happened, and written down on:
 *
 *     3 March   the meeting: a paragraph, a decision        10 March
 *     3 March   two actions are raised                      14 March
 *     30 March  one of them is reported complete            20 April
 *     1 February  Cat takes a seat                          5 May
 *     2 May     a slip in the decision is corrected         2 May
 *     10 May    the meeting of 9 June is called             10 May
 *     9 June    it approves the minute, which is signed     15 June
 */
describe('a record written late', () => {
  const clock = new HandClock();
  let app: TestApp;
  let clerk: ClerkAtWork;
  const queries = (): QueryBus => app.nest.get(QueryBus);
  const known = (day: string): Moments => ({ recordedBy: `${day}T23:59:59.999Z` });
  const happened = (day: string): Moments => ({ happenedBy: `${day}T23:59:59.999Z` });

  beforeAll(async () => {
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, BOARD, await app.principal('a-clerk', 'clerk'));
    const govern = (verb: string, data: object) => clerk.govern(verb, data);
    clerk.at('2016-01-04', '09:00');
    await govern('establish-body', { name: 'Board', kind: 'board', on: '2015-01-01' });
    await govern('adopt-constitution', rules('2015-01-01', { quorum: { kind: 'number', atLeast: 2 } }));
    for (const { personId, name } of [ann, ben, cat])
      await govern('create-seat', { seatId: personId, label: name, voting: true, from: '2015-01-01' });
    for (const holder of [ann, ben]) await govern('fill-seat', { seatId: holder.personId, holder, from: '2015-01-01' });
    await govern('take-office', { office: 'chair', holder: ann, from: '2015-01-01' });

    const march = clerk.meeting('2016-03-03');
    clerk.at('2016-02-20', '09:00');
    await march.do('call-meeting', { date: '2016-03-03', time: '14:00' });
    clerk.at('2016-03-10', '09:00');
    const then = (minute: number) => ({ happenedAt: `2016-03-03T14:${String(minute).padStart(2, '0')}:00.000Z` });
    await march.do('open-meeting', { time: '14:00', ...then(0) });
    for (const person of [ann, ben]) await march.do('record-attendance', { person, as: 'present', ...then(1) });
    await march.do('take-chair', { personId: ann.personId, reason: 'Chair', ...then(2) });
    await march.do('take-item', { heading: 'ROADS', ...then(3) });
    await march.do('record-paragraph', { text: 'The roads were discussed.', ...then(4) });
    await march.do('record-decision', { decisionId: 'd-roads', words: 'AGREED to mend the raods.', ...then(5) });
    await march.do('conclude-meeting', { time: '14:30', ...then(30) });

    clerk.at('2016-03-14', '09:00');
    for (const [action, due] of [
      ['report', 'by 31 March 2016'],
      ['review', 'next meeting'],
    ])
      await clerk.record(`bodies/${BOARD}/actions/${action}/raise-action`, {
        happenedAt: '2016-03-03T15:00:00.000Z',
        source: { decision: { meetingId: march.ref, decisionId: 'd-roads' } },
        item: { title: 'Roads' },
        officers: ['Olive Officer'],
        due,
      });
    clerk.at('2016-04-20', '09:00');
    await clerk.record(`bodies/${BOARD}/actions/report/report-action-complete`, {
      happenedAt: '2016-03-30T10:00:00.000Z',
      words: 'Mended.',
    });
    clerk.at('2016-05-02', '09:00');
    await march.do('correct-decision', { decisionId: 'd-roads', words: 'AGREED to mend the roads.', reason: 'A slip' });
    clerk.at('2016-05-05', '09:00');
    await govern('fill-seat', { seatId: cat.personId, holder: cat, from: '2016-02-01', happenedAt: '2016-02-01T09:00:00.000Z' });

    const june = clerk.meeting('2016-06-09');
    clerk.at('2016-05-10', '09:00');
    await june.do('call-meeting', { date: '2016-06-09', time: '14:00' });
    clerk.at('2016-06-15', '09:00');
    const later = (minute: number) => ({ happenedAt: `2016-06-09T13:${String(minute).padStart(2, '0')}:00.000Z` });
    await june.do('open-meeting', { time: '14:00', ...later(0) });
    for (const person of [ann, ben, cat]) await june.do('record-attendance', { person, as: 'present', ...later(1) });
    await june.do('take-chair', { personId: ann.personId, reason: 'Chair', ...later(2) });
    await june.do('take-item', { heading: 'MINUTE', ...later(3) });
    await june.do('record-paragraph', { text: 'The Minute of 3 March was before the Board.', ...later(4) });
    await june.do('record-decision', { decisionId: 'd-minute', words: 'APPROVED the Minute.', ...later(5) });
    await march.do('approve-minute', { atMeeting: june.ref, decisionId: 'd-minute', ...later(6) });
    await march.do('sign-minute', { atMeeting: june.ref, signedBy: ann.personId, ...later(7) });
    const head = (await clerk.app.record(`bodies/${BOARD}/actions/review/report-progress`, { words: 'In hand.' })).position;
    await app.nest.get(ProjectionEngine).waitFor(head as never, {});
  });
  afterAll(() => app.close());

  describe('of an action', () => {
    const action = (day: string, moments?: Moments, id = 'report') =>
      queries().execute(new ActionAsAt(`${BOARD}/${id}`, day, '*', moments));

    it('says it was complete when it was, whenever that was written down', async () => {
      expect((await action('2016-04-05'))?.status).toBe('reported-complete');
      expect((await action('2016-03-29'))?.status).toBe('due-within-a-week');
    });

    it('says it was overdue as it was then known', async () => {
      const then = await action('2016-04-05', known('2016-04-05'));
      expect(then).toMatchObject({ status: 'overdue', daysOverdue: 5 });
      expect(then?.story.map(({ type }) => type)).toEqual(['ActionRaised']);
      expect((await action('2016-04-05', known('2016-04-20')))?.status).toBe('reported-complete');
    });

    it('has none before it was raised, or was known to be', async () => {
      expect(await action('2016-03-12', known('2016-03-12'))).toBeNull();
      expect(await action('2016-03-03', { happenedBy: '2016-03-03T14:59:00.000Z' })).toBeNull();
      expect(await action('2016-03-03', { happenedBy: '2016-03-03T15:00:00.000Z' })).not.toBeNull();
    });

    it('gives "next meeting" its day only once the meeting was called, and that was known', async () => {
      expect((await action('2016-05-01', undefined, 'review'))?.due.latest).toBeUndefined();
      expect((await action('2016-05-20', undefined, 'review'))?.due.latest).toBe('2016-06-09');
      expect((await action('2016-05-20', known('2016-05-01'), 'review'))?.due.latest).toBeUndefined();
    });
  });

  describe('of the action sheet', () => {
    const sheet = async (day: string, moments?: Moments): Promise<string[] | undefined> => {
      const found = await queries().execute(new ActionSheetAsAt(BOARD, day, '*', undefined, moments));
      return found?.groups.flatMap(({ actions }) => actions.map(({ actionId, status }) => `${actionId} ${status}`));
    };

    it('is what had happened, or what was known', async () => {
      expect(await sheet('2016-04-05')).toEqual(['board/report reported-complete', 'board/review not-yet-due']);
      expect(await sheet('2016-04-05', known('2016-04-05'))).toEqual(['board/report overdue', 'board/review not-yet-due']);
      expect(await sheet('2016-03-12')).toHaveLength(2);
      expect(await sheet('2016-03-12', known('2016-03-12'))).toEqual([]);
      expect(await sheet('2016-03-03', { happenedBy: '2016-03-03T14:00:00.000Z' })).toEqual([]);
    });

    it('so is what was overdue in all bodies, and how it went over time', async () => {
      const overdue = async (day: string, moments?: Moments) => {
        const found = await queries().execute(new OverdueActions(day, {}, '*', { limit: 10 }, moments && { ...moments, ...ZONE }));
        return 'rows' in found ? found.rows.map(({ actionId, daysOverdue }) => `${actionId} ${daysOverdue}`) : found;
      };
      expect(await overdue('2016-04-05')).toEqual([]);
      expect(await overdue('2016-04-05', known('2016-04-05'))).toEqual(['board/report 5']);
      expect(await overdue('2016-06-12')).toEqual(['board/review 3']);
      expect(await overdue('2016-06-12', known('2016-05-01'))).toEqual([]);
      expect(await overdue('2016-06-12', known('2016-05-20'))).toEqual(['board/review 3']);
      const over = async (moments?: Moments) =>
        (await queries().execute(new ActionsOverTime(BOARD, '2016-04-05', 2, '*', moments && { ...moments, ...ZONE }))).map(
          ({ open, overdue: late, awaitingNoting }) => [open, late, awaitingNoting],
        );
      expect(await over()).toEqual([
        [1, 0, 1],
        [1, 0, 1],
      ]);
      expect(await over(known('2016-04-05'))).toEqual([
        [2, 0, 0],
        [1, 1, 0],
      ]);
    });
  });

  it('of the register of meetings', async () => {
    const meetings = async (moments: Moments, more: object = {}) => {
      const { rows, next } = await queries().execute(new ListMeetings({ bodyId: BOARD, limit: 10, moments, ...more }));
      return [
        ...rows.map(({ date, status, minuteStatus, decisions }) => `${date} ${status} ${minuteStatus} ${decisions}`),
        ...(next ? ['more'] : []),
      ];
    };
    expect(await meetings(happened('2016-03-05'))).toEqual(['2016-03-03 concluded draft 1']);
    expect(await meetings(known('2016-03-05'))).toEqual(['2016-03-03 called none 0']);
    expect(await meetings(known('2016-06-10'), { newestFirst: true })).toEqual([
      '2016-06-09 called none 0',
      '2016-03-03 concluded draft 1',
    ]);
    expect(await meetings(happened('2016-06-10'), { limit: 1 })).toEqual(['2016-03-03 concluded signed 1', 'more']);
    expect(await meetings(happened('2016-06-10'), { publishedOnly: true, from: '2016-06-01' })).toEqual([]);
    expect(await meetings({})).toEqual(
      (await queries().execute(new ListMeetings({ bodyId: BOARD, limit: 10 }))).rows.map(
        ({ date, status, minuteStatus, decisions }) => `${date} ${status} ${minuteStatus} ${decisions}`,
      ),
    );
  });

  it('of the register of decisions', async () => {
    const decisions = async (moments: Moments | undefined, more: object = {}) =>
      (await queries().execute(new ListDecisions({ bodyId: BOARD, limit: 10, ...SIGHT, moments, ...more }))).rows.map(
        ({ words, published }) => `${words}${published ? ' published' : ''}`,
      );
    expect(await decisions(happened('2016-03-05'))).toEqual(['AGREED to mend the roads.']);
    expect(await decisions(known('2016-03-05'))).toEqual([]);
    expect(await decisions(known('2016-05-01'))).toEqual(['AGREED to mend the raods.']);
    expect(await decisions(happened('2016-06-09'))).toEqual(['AGREED to mend the roads. published', 'APPROVED the Minute.']);
    expect(await decisions(happened('2016-06-09'), { drafts: false })).toEqual(['AGREED to mend the roads. published']);
    expect(await decisions(known('2016-06-10'), { drafts: false })).toEqual([]);
    expect(await decisions(happened('2016-06-09'), { text: 'MINUTE' })).toEqual(['APPROVED the Minute.']);
    expect(await decisions({})).toEqual(await decisions(undefined));
    const first = await queries().execute(new ListDecisions({ bodyId: BOARD, limit: 1, ...SIGHT, moments: {} }));
    expect(await decisions({}, { cursor: first.next! })).toEqual(['APPROVED the Minute.']);
  });

  it('of a minute, and of what changed in it', async () => {
    const minute = async (moments?: Moments) => {
      const read = await queries().execute(new ReadMinute(`${BOARD}/2016-03-03`, SIGHT, moments));
      return read.accepted ? [read.document.status, /to mend the \w+/.exec(read.text)?.[0]] : read.code;
    };
    expect(await minute()).toEqual(['signed', 'to mend the roads']);
    expect(await minute(happened('2016-03-05'))).toEqual(['draft', 'to mend the roads']);
    expect(await minute(known('2016-03-05'))).toBe('minute.not-found');
    expect(await minute(known('2016-05-01'))).toEqual(['draft', 'to mend the raods']);
    expect(await minute({ happenedBy: '2016-06-09T13:06:30.000Z' })).toEqual(['approved', 'to mend the roads']);
    const changes = await queries().execute(new ChangesSinceCirculated(`${BOARD}/2016-03-03`, known('2016-05-01')));
    expect(JSON.stringify(changes)).toContain('raods');
  });

  it('of a body: its own days tell what had happened, and what was known is what was written down', async () => {
    const holders = async (on: string, recordedBy?: string) =>
      (await queries().execute(new ShowBody(BOARD, on, recordedBy)))?.seats.map(({ holder }) => holder?.name ?? 'vacant');
    expect(await holders('2016-03-03')).toEqual(['Ann Aird', 'Ben Boyd', 'Cat Cairns']);
    expect(await holders('2016-01-31')).toEqual(['Ann Aird', 'Ben Boyd', 'vacant']);
    expect(await holders('2016-03-03', '2016-03-03T23:59:59.999Z')).toEqual(['Ann Aird', 'Ben Boyd', 'vacant']);
    expect(await holders('2016-03-03', '2016-01-01T00:00:00.000Z')).toBeUndefined();
    expect(await queries().execute(new ConstitutionsOf(BOARD, '2016-01-01T00:00:00.000Z'))).toBeNull();
    const lastMeeting = async (recordedBy: string) =>
      (await queries().execute(new ShowBody(BOARD, '2016-04-01', recordedBy)))?.life.lastMeeting;
    expect([await lastMeeting('2016-03-05T00:00:00.000Z'), await lastMeeting('2016-03-11T00:00:00.000Z')]).toEqual([null, '2016-03-03']);
  });

  describe('asked for over HTTP', () => {
    const ADDRESSES = ['action-sheet', 'actions/report', 'meetings/2016-03-03/minute', ''].map((rest) =>
      `bodies/${BOARD}/${rest}`.replace(/\/$/, ''),
    );

    it.each(ADDRESSES)('%s is as it was known for whoever may read the history', async (address) => {
      const officer = await app.principal(`officer-${address.replace(/\W/g, '-')}`, 'officer');
      const ask = (day: string, token: string | null = clerk.token) => app.get(`${address}?as-known-at=${day}`, { token });
      const [then, now] = [await ask('2016-04-10'), await app.get(address, { token: clerk.token })];
      expect([then.status, now.status]).toEqual([200, 200]);
      expect(then.json).not.toEqual(now.json);
      expect(await ask('soon')).toMatchObject({ status: 400, json: { code: 'request.invalid' } });
      expect(await ask('2016-04-10', officer)).toMatchObject({ status: 403, json: { code: 'access.right-missing' } });
      expect(await ask('2016-04-10', null)).toMatchObject({ status: 401 });
    });
  });
});
