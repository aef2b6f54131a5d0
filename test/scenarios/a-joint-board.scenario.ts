import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClerkAtWork, type MeetingAtWork, type Officer, rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';

const COUNCIL = ['Ann Aird', 'Ben Baird', 'Cat Cairns', 'Dan Deans', 'Eve Eadie'].map(somebody);
const HEALTH = ['Fay Falla', 'Gil Grant', 'Hal Hogg', 'Isa Innes', 'Jan Jardine'].map(somebody);
const NEW = ['Kay Keir', 'Lee Laing', 'May Muir'].map(somebody);
const [ann, ben, , , eve] = COUNCIL as [Officer, Officer, Officer, Officer, Officer];
const [fay, gil, hal] = HEALTH as [Officer, Officer, Officer];
const [kay, lee] = NEW as [Officer, Officer];
const PROXY = somebody('Pat Proxy');
const THERE = [ben, fay, gil, hal, PROXY, kay];

/** SSI 2014/285, amended from 1 September 2026 by SSI 2025/405: third-sector, service-user and unpaid-carer members vote too. */
describe('an integration joint board whose rules change between two meetings', () => {
  let app: TestApp;
  let clerk: ClerkAtWork;
  let august: MeetingAtWork;
  let september: MeetingAtWork;

  beforeAll(async () => {
    const clock = new HandClock('2026-08-01T09:00:00.000Z');
    app = await createTestApp({ clock });
    clerk = new ClerkAtWork(app, clock, 'ijb', await app.principal('clerk', 'clerk'));
    await clerk.govern('establish-body', { name: 'Health and Social Care Integration Joint Board', kind: 'joint-board', on: '2016-04-01' });
    const joint = {
      quorum: { kind: 'fraction', of: 'seats', share: { numerator: 1, denominator: 2 } },
      voting: {
        majorityOf: 'entitled-and-present',
        castingVote: false,
        tie: 'standing-orders',
        appointments: 'as-other-votes',
        seconder: true,
      },
      presiding: { order: ['chair', 'vice-chair', 'voting-member-chosen'], substituteMayPreside: false },
      substitutes: { allowed: 'full', who: 'named' },
      notice: { clearDays: 5, countWeekends: true, countHolidays: true, source: 'SSI 2014/285' },
    };
    await clerk.govern('adopt-constitution', rules('2016-04-01', { ...joint, source: 'SSI 2014/285' }));
    await clerk.govern('adopt-constitution', rules('2026-09-01', { ...joint, source: 'SSI 2014/285 as amended by SSI 2025/405' }));
    const seats = [
      ...COUNCIL.map((person) => ({ person, organisation: 'Council', voting: true })),
      ...HEALTH.map((person) => ({ person, organisation: 'NHS', voting: true })),
      ...NEW.map((person) => ({ person, organisation: `Interest of ${person.name}`, voting: false })),
    ];
    for (const { person, organisation, voting } of seats) {
      const seatId = `seat-${person.personId}`;
      await clerk.govern('create-seat', { seatId, label: person.name, organisation, voting, from: '2016-04-01' });
      await clerk.govern('fill-seat', { seatId, holder: person, from: '2016-04-01' });
      if (!voting) await clerk.govern('change-seat-voting', { seatId, voting: true, from: '2026-09-01', reason: 'SSI 2025/405' });
    }
    await clerk.govern('name-substitute', { seatId: 'seat-ann-aird', substitute: PROXY, from: '2016-04-01' });
    await clerk.govern('take-office', { office: 'chair', holder: ann, from: '2026-04-01' });
    await clerk.govern('take-office', { office: 'vice-chair', holder: fay, from: '2026-04-01' });
    august = clerk.meeting('2026-08-31');
    september = clerk.meeting('2026-09-01');
  });
  afterAll(() => app.close());

  const hold = async (meeting: MeetingAtWork, date: string) => {
    clerk.at(date, '13:50');
    await meeting.do('call-meeting', { date, time: '14:00', place: 'the Chamber', mode: 'hybrid' });
    await meeting.do('open-meeting', { time: '14:00' });
    await meeting.do('record-attendance', { person: ann, as: 'apologies' });
    await meeting.present(THERE, { fromTheStart: true });
    expect(await meeting.refused('take-chair', { personId: PROXY.personId, reason: 'For the chair' })).toMatchObject({
      code: 'chair.substitute-may-not-preside',
    });
    await meeting.do('take-chair', { personId: fay.personId, reason: 'In the absence of the Chair' });
  };

  it('has a quorum on 31 August that the same people do not make on 1 September', async () => {
    await hold(august, '2026-08-31');
    await august.item('STRATEGIC PLAN', 'There had been circulated the Strategic Plan.');
    expect((await august.read()).record.quorum).toMatchObject({ quorate: true, present: 5, of: 10, needed: 5 });
    await hold(september, '2026-09-01');
    await september.item('STRATEGIC PLAN', 'There had been circulated the Strategic Plan.');
    expect((await september.read()).record.quorum).toMatchObject({ quorate: false, present: 6, of: 13, needed: 7 });
    expect((await september.read('/quorum')).rule).toMatchObject({ constitution: '2026-09-01' });
  });

  it('counts the same hands differently', async () => {
    const votes = (more: object[]) => [
      ...[ben, fay, PROXY].map((one) => ({ personId: one.personId, option: 'yes' })),
      ...[gil, hal].map((one) => ({ personId: one.personId, option: 'no' })),
      ...more,
    ];
    for (const meeting of [august, september]) await meeting.moved('m-plan', 'That the Plan be approved', ben, gil);
    expect(
      await august.refused('take-vote', {
        motionId: 'm-plan',
        method: 'roll-call',
        votes: votes([{ personId: kay.personId, option: 'no' }]),
      }),
    ).toMatchObject({ code: 'vote.not-entitled' });
    clerk.at('2026-08-31', '14:30');
    await august.do('take-vote', { motionId: 'm-plan', method: 'roll-call', votes: votes([]) });
    await august.do('record-decision', { decisionId: 'd-plan', motionId: 'm-plan' });
    clerk.at('2026-09-01', '14:30');
    await september.present([lee], { how: 'remote' });
    expect((await september.read()).record.quorum).toMatchObject({ quorate: true, present: 7, of: 13 });
    await september.do('take-vote', {
      motionId: 'm-plan',
      method: 'roll-call',
      votes: votes([
        { personId: kay.personId, option: 'paired', pairedWith: lee.personId },
        { personId: lee.personId, option: 'paired', pairedWith: kay.personId },
      ]),
    });
    expect(await august.motion('m-plan')).toMatchObject({ status: 'carried', vote: { constitutionVersion: '2016-04-01', quorate: true } });
    expect(await september.motion('m-plan')).toMatchObject({
      status: 'not-carried',
      vote: { counts: { yes: 3, no: 2, paired: 2 }, constitutionVersion: '2026-09-01', quorate: true },
    });
  });

  it('has no casting vote, and leaves a tie to its standing orders', async () => {
    clerk.at('2026-09-01', '14:50');
    await september.item('BUDGET', 'There was a report.');
    await september.moved('m-budget', 'That the budget be set', gil, ben);
    await september.do('take-vote', { motionId: 'm-budget', method: 'show-of-hands', counts: { yes: 3, no: 3, notVoting: 1 } });
    expect(await september.refused('give-casting-vote', { motionId: 'm-budget', personId: fay.personId, option: 'yes' })).toMatchObject({
      code: 'vote.no-casting-vote',
    });
    expect(await september.motion('m-budget')).toMatchObject({ status: 'tied' });
    expect(await september.refused('record-decision', { motionId: 'm-budget', words: 'AGREED to set the budget.' })).toMatchObject({
      code: 'decision.motion-not-carried',
    });
    await september.do('note-motion-fell', { motionId: 'm-budget', why: 'The tie was referred to the constituent authorities' });
  });

  it('may adjourn on 31 August and go on the next day under the new rules', async () => {
    clerk.at('2026-08-31', '15:00');
    await august.do('adjourn-meeting', { reason: 'For want of time', until: '1 September 2026 at 10.00 a.m.', time: '15:00' });
    expect(await august.refused('record-decision', { words: 'NOTED.' })).toMatchObject({ code: 'meeting.adjourned' });
    clerk.at('2026-09-01', '10:00');
    await august.do('resume-meeting', { date: '2026-09-01', time: '10:00' });
    await august.item('PERFORMANCE', 'There was a report on performance.');
    await august.do('record-decision', { decisionId: 'd-performance', words: 'NOTED.' });
    expect(await august.decision('d-plan')).toMatchObject({ standing: 'quorate' });
    expect(await august.decision('d-performance')).toMatchObject({ standing: 'informal', quorum: { present: 6, of: 13, needed: 7 } });
    expect(await august.refused('leave-meeting', { personId: eve.personId })).toMatchObject({ code: 'attendance.not-recorded' });
    await august.do('conclude-meeting', { time: '10:30' });
    await september.do('conclude-meeting', { time: '16:00' });
  });

  it('has all that in its minutes', async () => {
    const first = await august.minute();
    expect(first).toContain('Pat Proxy (substitute for Ann Aird)');
    expect(first).toContain('CHAIRMAN\n\nFay Falla took the chair: In the absence of the Chair.\n\n1. STRATEGIC PLAN');
    expect(first).toContain(
      [
        'The meeting was adjourned at 3.00 p.m. until 1 September 2026 at 10.00 a.m.: For want of time.',
        'RESUMPTION',
        'The meeting resumed on 1 September 2026 at 10.00 a.m.',
        '2. PERFORMANCE',
        'QUORUM',
        'The meeting was inquorate from this point onwards.',
      ].join('\n\n'),
    );
    expect(await august.text('quorum')).toContain('from para. 2: inquorate; 6 of 13 voting seats present, 7 needed');
    const second = await september.minute();
    expect(second).toContain('Lee Laing (from para.1) (remotely)');
    expect(second).toContain('On a roll call 3 voted for and 2 against, 2 paired; it was not carried.');
    expect(second).toContain('the vote was tied.\n\nMOTION\n\nThe motion fell: The tie was referred to the constituent authorities.');
  });
});
