import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_STORE, type EventStore } from '../../src/eventstore/event-store.port.js';
import { Reminding } from '../../src/across/reminders/reminding/reminding.module.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { establishBoard, MEMBERS, BOARD } from '../support/live-board.js';

/** One officer, as she is pasted from minutes, mails and spreadsheets. */
const WRITTEN = ['José Núñez', 'Jose\u0301 Nu\u0301n\u0303ez', 'José\u00a0Núñez', 'José  Núñez', 'JOSÉ NÚÑEZ', 'José Nu\u0301ñez '];

const clock = new HandClock('2026-03-02T09:00:00.000Z');
let app: TestApp;
const after = async () => ({ after: (await app.nest.get<EventStore>(EVENT_STORE).head())! });
const get = async (address: string) => (await app.get(address, await after())).json;

beforeAll(async () => {
  app = await createTestApp({ clock });
  await establishBoard(app);
  for (const [index, officer] of WRITTEN.entries())
    await app.record(`bodies/${BOARD}/actions/a-${index + 1}/raise-action`, {
      source: { cited: { paragraph: '9', heading: '2 March 2026', meetingDate: '2026-03-02' } },
      item: { number: ['10.', '2.', '1.', '9(b).', '11.', '9(a).'][index], title: 'Roads' },
      words: 'AGREED to mend it.',
      organisation: index % 2 === 0 ? 'NHS Borders' : 'nhs\u00a0borders',
      officers: [officer],
      due: '9 March 2026',
    });
});
afterAll(() => app.close());

describe('one name written in six ways', () => {
  it.each(WRITTEN)('finds all six actions, whichever of them is asked for: %j', async (officer) => {
    const named = `officer=${encodeURIComponent(officer)}`;
    const found = (await get(`due?${named}`)).items as { officers: string[] }[];
    expect(found.map(({ officers }) => officers[0]).toSorted()).toEqual(WRITTEN.toSorted());
    expect((await get(`actions/overdue?${named}&as-at=2026-03-10`)).items).toHaveLength(6);
    const page = (await app.ask('GET', `/bodies/${BOARD}/actions?${named}`, undefined, { token: null })).text;
    expect(page.match(/AGREED to mend it/g)).toHaveLength(6);
  });

  it('is one officer and one organisation in the register of what everybody has', async () => {
    expect((await get('actions/by-officer?as-at=2026-03-10')).items).toMatchObject([{ overdue: 6 }]);
    expect((await get('actions/by-organisation?as-at=2026-03-10')).items).toMatchObject([{ overdue: 6 }]);
    expect((await get('due?organisation=NHS%20%20BORDERS')).items).toHaveLength(6);
  });

  it('reaches the one who follows it with all six reminders', async () => {
    const token = await app.principal('jose', 'officer', BOARD);
    await app.record(
      'principals/jose/reminders/follow-reminders',
      { address: 'jose@example.org', names: [WRITTEN[4]!], digest: 'each' },
      { token },
    );
    expect(await app.nest.get(Reminding).round('https://record.example.org')).toMatchObject({ raised: 6 });
  });

  it('stands in the order of the sheet where it falls due on one day: item 2 before item 10', async () => {
    const numbers = ['1.', '2.', '9(a).', '9(b).', '10.', '11.'];
    expect((await get('due')).items.map(({ number }: { number: string }) => number)).toEqual(numbers);
    const sheet = await get(`bodies/${BOARD}/action-sheet?as-at=2026-03-10`);
    expect(
      sheet.groups.flatMap(({ actions }: { actions: { item: { number: string } }[] }) => actions.map(({ item }) => item.number)),
    ).toEqual(numbers);
    const csv = (await app.get('due?format=csv', await after())).text.trim().split(/\r?\n/).slice(1);
    expect(csv.map((line) => /a-\d/.exec(line)![0])).toEqual(['a-3', 'a-2', 'a-6', 'a-4', 'a-1', 'a-5']);
    const first = await get('due?limit=4');
    const second = await get(`due?limit=4&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ number }: { number: string }) => number)).toEqual(numbers);
  });
});

describe('a number of an agenda', () => {
  it('is one however it is written, and is kept as it was', async () => {
    const at = `bodies/${BOARD}/meetings/2026-03-09`;
    await app.record(`${at}/call-meeting`, { date: '2026-03-09', time: '14:00' });
    await app.record(`${at}/add-agenda-item`, { itemId: 'five', number: '5.', title: 'Five' });
    await app.record(`${at}/add-agenda-item`, { itemId: 'five-a', number: '5A', title: 'Five A' });
    for (const number of ['5', '5 ', '5a', ' 5A.'])
      expect((await app.command(`${at}/add-agenda-item`, { number, title: 'Another' })).json).toMatchObject({
        code: 'agenda.number-taken',
      });
    await app.record(`${at}/correct-agenda-item`, { itemId: 'five-a', number: '5(a)', reason: 'As on the agenda' });
    expect((await get(`${at}/agenda`)).items.map(({ number }: { number: string }) => number)).toEqual(['5.', '5(a)']);
  });
});

describe('a person known by two ids', () => {
  const at = `bodies/${BOARD}/meetings/2026-03-10`;
  const other = (index: number) => ({ personId: `cllr-${MEMBERS[index]!.personId}`, name: `Councillor ${MEMBERS[index]!.name}` });
  beforeAll(async () => {
    for (const index of [0, 1])
      await app.record(`people/${other(index).personId}/declare-spelling-same`, {
        sameAs: MEMBERS[index]!.personId,
        reason: 'The clerk knows them',
      });
    // The other way round: the id on the roll follows another.
    await app.record(`people/${MEMBERS[2]!.personId}/declare-spelling-same`, { sameAs: other(2).personId, reason: 'The clerk knows them' });
    await app.record(`${at}/call-meeting`, { date: '2026-03-10', time: '14:00' });
    await app.record(`${at}/record-attendance`, { person: other(1), as: 'apologies' });
    clock.set('2026-03-10T14:00:00.000Z');
    await app.record(`${at}/open-meeting`, {});
  });

  it('is the member, by either', async () => {
    for (const index of [0, 1, 2]) await app.record(`${at}/record-attendance`, { person: other(index), as: 'present' });
    await app.record(`${at}/record-attendance`, { person: MEMBERS[3]!, as: 'present' });
    const { record } = await get(at);
    expect(record.quorum).toMatchObject({ present: 4, quorate: true });
    expect((await app.command(`${at}/record-attendance`, { person: MEMBERS[1]!, as: 'present' })).json).toMatchObject({
      code: 'attendance.recorded-already',
    });
  });

  it('is the member where the sederunt is taken at once', async () => {
    const next = `bodies/${BOARD}/meetings/2026-03-11`;
    await app.record(`${next}/call-meeting`, { date: '2026-03-10', time: '18:00' });
    await app.record(`${next}/open-meeting`, {});
    const twice = [MEMBERS[0]!.personId, other(0).personId];
    expect((await app.command(`${next}/take-sederunt`, { present: twice })).json.code).toBe('attendance.named-twice');
    const sederunt = { present: [other(0).personId], remote: [other(1).personId], apologies: [other(2).personId] };
    await app.record(`${next}/take-sederunt`, sederunt);
    expect((await get(next)).record.quorum).toMatchObject({ present: 2 });
  });

  it('takes the chair, moves, seconds, votes and leaves by either, and cannot second their own motion', async () => {
    await app.record(`${at}/take-chair`, { personId: other(0).personId, reason: 'Chair' });
    await app.record(`${at}/take-item`, { heading: 'Roads' });
    await app.record(`${at}/move-motion`, { motionId: 'm-1', text: 'That it be mended', movedBy: other(1).personId });
    expect((await app.command(`${at}/second-motion`, { motionId: 'm-1', secondedBy: MEMBERS[1]!.personId })).json.code).toBe(
      'motion.seconded-by-mover',
    );
    await app.record(`${at}/second-motion`, { motionId: 'm-1', secondedBy: other(2).personId });
    const votes = [
      ...[0, 1, 2].map((index) => ({ personId: other(index).personId, option: 'yes' })),
      { personId: MEMBERS[3]!.personId, option: 'no' },
    ];
    await app.record(`${at}/take-vote`, { motionId: 'm-1', method: 'roll-call', votes });
    await app.record(`${at}/leave-meeting`, { personId: other(2).personId });
  });

  it('may not be their own substitute', async () => {
    const named = { seatId: `seat-${MEMBERS[0]!.personId}`, substitute: other(0), from: '2026-01-01' };
    expect((await app.command(`bodies/${BOARD}/name-substitute`, named)).json).toMatchObject({ code: 'substitute.is-holder' });
  });

  it('attended once, as one member', async () => {
    const { members } = await get(`bodies/${BOARD}/attendance`);
    expect((members as { personId: string }[]).map(({ personId }) => personId)).not.toContain(other(0).personId);
  });
});
