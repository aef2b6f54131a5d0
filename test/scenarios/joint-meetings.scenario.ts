import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkAtWork, type MeetingAtWork, type Officer, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { followed } from '../support/followed.js';

const BOARD = ['Ann Aird', 'Ben Baird', 'Cat Cairns', 'Dan Deans'].map(somebody) as [Officer, Officer, Officer, Officer];
const [ann, ben, cat] = BOARD;
/** Ben Baird has a seat in both. */
const COMMITTEE = [ben, somebody('Eve Eadie'), somebody('Fay Falla'), somebody('Gil Grant')] as const;
const [, eve, fay, gil] = COMMITTEE;
const DAY = '2026-06-10';

/**
 * A joint board and a council committee that meet together: the board asks for half of its members, the committee for two of its four. Each has its own quorum, and nothing is resolved where one of them has none.
 */
describe('a joint board and a council committee that meet jointly', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let council: ClerkAtWork;
  let meeting: MeetingAtWork;

  beforeAll(async () => {
    const clock = new HandClock('2026-05-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    const token = await app.principal('clerk', 'clerk');
    clerk = new ClerkAtWork(app, clock, 'ijb', token);
    council = new ClerkAtWork(app, clock, 'social-work-committee', token);
    await clerk.govern('establish-body', { name: 'The Integration Joint Board', kind: 'joint-board', on: '2016-04-01' });
    await council.govern('establish-body', { name: 'The Social Work Committee', kind: 'committee', on: '2016-04-01' });
    const half = { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 2 } };
    await clerk.govern('adopt-constitution', rules('2016-04-01', { quorum: half, source: 'SSI 2014/285' }));
    await council.govern(
      'adopt-constitution',
      rules('2016-04-01', {
        quorum: { kind: 'number', atLeast: 2 },
        notice: { clearDays: 5, countWeekends: true, countHolidays: true, source: 'Standing order 3' },
        source: 'Standing orders of the council',
      }),
    );
    for (const [at, members] of [
      [clerk, BOARD],
      [council, COMMITTEE],
    ] as const)
      for (const [index, holder] of members.entries()) {
        await at.govern('create-seat', { seatId: `seat-${index + 1}`, label: `Seat ${index + 1}`, voting: true, from: '2016-04-01' });
        await at.govern('fill-seat', { seatId: `seat-${index + 1}`, holder, from: '2016-04-01' });
      }
    await clerk.govern('take-office', { office: 'chair', holder: ann, from: '2026-04-01' });
    await council.govern('take-office', { office: 'chair', holder: eve, from: '2026-04-01' });
    meeting = clerk.meeting(DAY);
    await meeting.do('call-meeting', { date: DAY, time: '10:00', jointlyWith: ['social-work-committee'] });
  });
  afterAll(() => app.close());

  it('is called with its bodies named, and with notice in time for the one that asks for most', async () => {
    expect(await meeting.read('/agenda')).toMatchObject({
      title: 'Joint Meeting of the Integration Joint Board and the Social Work Committee',
      jointlyWith: [{ bodyId: 'social-work-committee', name: 'The Social Work Committee' }],
    });
    const { items } = (await clerk.get('due?body=ijb')).json as { items: { latest: string }[] };
    expect(JSON.stringify(items)).toContain('2026-06-04');
    expect(
      await clerk.refused('bodies/ijb/meetings/2026-06-11/call-meeting', { date: '2026-06-11', jointlyWith: ['nowhere'] }),
    ).toMatchObject({ status: 422, code: 'meeting.no-such-body' });
  });

  it('has no quorum while one of the bodies has none, though the other has', async () => {
    clerk.at(DAY, '10:00');
    await meeting.do('open-meeting', {});
    await meeting.present([ann, cat]);
    await meeting.do('take-chair', { personId: ann.personId, reason: 'Chair' });
    const quorum = await meeting.read('/quorum');
    expect(quorum.rule.bodies).toMatchObject([{ bodyId: 'ijb' }, { bodyId: 'social-work-committee' }]);
    expect(quorum.now).toMatchObject({
      quorate: false,
      bodies: [
        { bodyId: 'ijb', quorate: true, present: 2, of: 4, needed: 2 },
        { bodyId: 'social-work-committee', quorate: false, present: 0, of: 4, needed: 2 },
      ],
    });
  });

  it('counts a member of both in both', async () => {
    await meeting.present([ben, eve]);
    expect((await meeting.read('/quorum')).now).toMatchObject({ quorate: true, bodies: [{ present: 3 }, { present: 2 }] });
  });

  it('takes a vote in which a member of both has one vote', async () => {
    await meeting.item('INTEGRATION SCHEME', 'The scheme was considered.');
    await meeting.moved('m-1', 'the scheme be approved', eve, ben);
    const votes = [ann, ben, cat, eve].map(({ personId }) => ({ personId, option: 'yes' }));
    await meeting.do('put-motion', { motionId: 'm-1' });
    await meeting.do('take-vote', { motionId: 'm-1', method: 'roll-call', votes });
    await meeting.do('record-decision', { decisionId: 'd-1', motionId: 'm-1' });
    expect(await meeting.motion('m-1')).toMatchObject({ status: 'carried', vote: { counts: { yes: 4, no: 0 } } });
    expect(await meeting.decision('d-1')).toMatchObject({
      standing: 'quorate',
      quorum: { bodies: [{ quorate: true }, { quorate: true }] },
    });
  });

  it('resolves nothing once one of the bodies has lost its quorum, though the other kept it', async () => {
    await meeting.do('leave-meeting', { personId: eve.personId });
    await meeting.item('BUDGET', 'The budget was considered.');
    await meeting.do('record-decision', { decisionId: 'd-2', words: 'AGREED the budget.' });
    const { standing, quorum } = await meeting.decision('d-2');
    expect(standing).toBe('informal');
    expect(quorum.explanation).toContain(
      'The Integration Joint Board: 3 of 4 voting seats present, 2 needed; and The Social Work Committee: 1 of 4',
    );
    const discrepancies = (await clerk.get('bodies/ijb/discrepancies')).text;
    expect(discrepancies).toContain('The Social Work Committee: 1 of 4 voting seats present');
  });

  it('says in the minute who was there for which body, the quorum of each, and which one lost it', async () => {
    await meeting.do('conclude-meeting', { time: '11:00' });
    const minute = await meeting.minute();
    expect(minute).toContain(
      [
        'THE INTEGRATION JOINT BOARD AND THE SOCIAL WORK COMMITTEE',
        'MINUTE of Joint Meeting of the Integration Joint Board and the Social Work Committee held on 10 June 2026 at 10.00am.',
        'Present for The Integration Joint Board:- Ann Aird (Chair); Cat Cairns; Ben Baird.',
        'Quorum: 3 of 4 voting seats present, 2 needed.',
        'Present for The Social Work Committee:- Ben Baird; Eve Eadie (to para.1).',
      ].join('\n\n'),
    );
    expect(minute).toContain('without a quorum of the Social Work Committee.');
    const html = (await clerk.get(`${meeting.address}/minute?format=html`)).text;
    expect(html).toContain('Present for The Social Work Committee');
  });

  it('is a meeting of the other body too: in its diary, its attendance, and by its roll', async () => {
    const page = await council.get('/bodies/social-work-committee/meetings');
    expect(page.text).toContain('Joint meetings that others call');
    const attendance = (await council.get('bodies/social-work-committee/attendance')).json as {
      members: { name: string; counts: object }[];
    };
    expect(attendance.members.map(({ name, counts }) => [name, counts])).toEqual([
      ['Ben Baird', { attended: 1, substitute: 0, apologies: 0, absent: 0 }],
      ['Eve Eadie', { attended: 1, substitute: 0, apologies: 0, absent: 0 }],
      [fay.name, { attended: 0, substitute: 0, apologies: 0, absent: 1 }],
      [gil.name, { attended: 0, substitute: 0, apologies: 0, absent: 1 }],
    ]);
    await council.govern('end-seat', { seatId: 'seat-4', lastDay: '2026-06-01', reason: 'The committee is smaller' });
    await followed(app);
    expect((await meeting.read('/quorum')).now.bodies).toMatchObject([{ of: 4 }, { of: 3 }]);
  });
});
