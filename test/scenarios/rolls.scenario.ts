import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryBus } from '@nestjs/cqrs';
import { type Moments } from '../../src/kernel/moments.js';
import { MeetingAsAt } from '../../src/slices/meetings/meetings.queries.js';
import { quorumTimeline } from '../../src/slices/meetings/meetings.words.js';
import { ClerkAtWork, type MeetingAtWork, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { followed } from '../support/followed.js';

const MEMBERS = ['Ann Aird', 'Ben Baird', 'Cat Cairns', 'Dan Deans'].map(somebody);
const [ann, ben, cat, dan] = MEMBERS as [Person, Person, Person, Person];
type Person = ReturnType<typeof somebody>;

/** A body whose record is put right after it met: every meeting since follows, unless its minute is signed. */
describe('a seat that turns out to have ended before a meeting that was held', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let may: MeetingAtWork;
  let june: MeetingAtWork;
  let known: string;

  const quorumAs = async (meeting: MeetingAtWork, moments: Moments) =>
    quorumTimeline((await app.nest.get(QueryBus).execute(new MeetingAsAt(meeting.ref, moments)))!);
  const kinds = async ({ ref }: MeetingAtWork) =>
    ((await clerk.get('bodies/planning/discrepancies')).json.items as { kind: string; where: string }[])
      .filter(({ where }) => where.split('#')[0] === ref)
      .map(({ kind, where }) => `${kind} ${where.split('/')[1]}`);

  beforeAll(async () => {
    const clock = new HandClock('2026-05-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'planning', await app.principal('clerk', 'clerk'));
    await clerk.govern('establish-body', { name: 'Planning Committee', kind: 'committee', on: '2020-01-01' });
    await clerk.govern('adopt-constitution', rules('2020-01-01', {}));
    for (const holder of MEMBERS) {
      const seatId = `seat-${holder.personId}`;
      await clerk.govern('create-seat', { seatId, label: holder.name, voting: true, from: '2020-01-01' });
      await clerk.govern('fill-seat', { seatId, holder, from: '2020-01-01' });
    }
    await clerk.govern('take-office', { office: 'chair', holder: ann, from: '2020-01-01' });
    may = clerk.meeting('2026-05-14');
    june = clerk.meeting('2026-06-11');
    for (const [meeting, date] of [
      [may, '2026-05-14'],
      [june, '2026-06-11'],
    ] as const) {
      await meeting.do('call-meeting', { date });
      expect(await meeting.refused('open-meeting', {})).toMatchObject({ code: 'meeting.before-its-day' });
      clerk.at(date, '10:00');
      await meeting.do('open-meeting');
      await meeting.present([ann, ben, cat], { fromTheStart: true });
      await meeting.do('take-chair', { personId: ann.personId, reason: 'Chair' });
      await meeting.item('Bridge', 'There had been circulated a report.');
      await meeting.moved('m-1', 'That the bridge be closed', ann, ben);
      await meeting.do('take-vote', {
        motionId: 'm-1',
        method: 'roll-call',
        votes: [ann, ben, cat].map(({ personId }) => ({ personId, option: 'yes' })),
      });
      await meeting.do('record-decision', { decisionId: 'd-1', motionId: 'm-1', words: 'AGREED to close the bridge.' });
      await meeting.do('conclude-meeting');
    }
    const approving = await june.do('record-decision', {
      words: 'APPROVED the Minute.',
      outcome: { kind: 'minute-approved', meetingId: may.ref },
    });
    await may.do('approve-minute', { atMeeting: june.ref, decisionId: approving });
    await may.do('sign-minute', { atMeeting: june.ref, signedBy: ann.personId });
    await followed(app);
    known = clock.now();
    clerk.at('2026-07-01', '09:00');
    await clerk.govern('end-seat', { seatId: `seat-${cat.personId}`, lastDay: '2026-04-30', reason: 'Resigned from the council' });
    await followed(app);
  });
  afterAll(() => app.close());

  it('makes what was resolved there informal, with the seat as the reason', async () => {
    expect(await june.decision('d-1')).toMatchObject({ standing: 'informal', quorum: { present: 2, of: 3, needed: 3 } });
    expect((await june.read('/quorum')).moments).toMatchObject([{ from: 'from the start', sum: { quorate: false, present: 2, of: 3 } }]);
    expect((await quorumAs(june, { happenedBy: '2026-06-11T12:00:00.000Z' })).now).toMatchObject({ quorate: false, present: 2, of: 3 });
  });

  it('stays as it was known before', async () =>
    expect((await quorumAs(june, { recordedBy: known })).now).toMatchObject({ quorate: true, present: 3, of: 4 }));

  it('leaves the vote standing, reported with whoever had no seat; attendance, coverage and discrepancies say the same', async () => {
    expect((await june.motion('m-1'))?.status).toBe('carried');
    expect(await kinds(june)).toEqual([
      'quorum-undeclared 2026-06-11',
      'attendance-seat 2026-06-11#cat-cairns',
      expect.stringContaining('vote-impossible 2026-06-11#v-'),
    ]);
    const { members } = (await clerk.get('bodies/planning/attendance?from=2026-06-01')).json as { members: { personId: string }[] };
    expect(members.map(({ personId }) => personId)).toEqual([ann, ben, dan].map(({ personId }) => personId));
    expect((await clerk.get('bodies/planning/coverage?as-at=2026-06-11')).json).toMatchObject({ filled: 3, vacant: 0 });
  });

  it('does not touch a meeting whose minute is signed, and says that its roll is another', async () => {
    expect(await may.decision('d-1')).toMatchObject({ standing: 'quorate' });
    expect(await kinds(may)).toEqual(['roll 2026-05-14']);
  });

  it('that is filled from before has its holder in the roll, who then was absent', async () => {
    await clerk.govern('create-seat', { seatId: 'seat-fay', label: 'Fay Falla', voting: true, from: '2026-05-01' });
    await clerk.govern('fill-seat', { seatId: 'seat-fay', holder: cat, from: '2026-05-01' });
    await followed(app);
    expect(await june.decision('d-1')).toMatchObject({ standing: 'quorate', quorum: { present: 3, of: 4 } });
    expect(await kinds(june)).toEqual([]);
  });
});
