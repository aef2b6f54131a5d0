import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { BOARD, establishBoard, MEMBERS } from '../support/live-board.js';

const DAY = '2026-03-02';
const WORD = 'zqsecretz';

describe('the words of a body’s life that rest on an exempt decision', () => {
  const clock = new HandClock(`${DAY}T08:00:00.000Z`);
  let app: TestApp;
  let position = '';
  const readers: Record<string, string | null> = { nobody: null };
  const record = async (address: string, data: object = {}) => {
    clock.advance(1);
    ({ position } = await app.record(address, data));
  };
  const ADDRESSES = [
    'bodies/group',
    'bodies?limit=100',
    'tree',
    `bodies/${BOARD}/locality-survey`,
    'bodies/group/due?undated=true',
    'bodies/group/due',
    'due?undated=true',
    'search?words=zqsecretz',
    '/bodies/group',
    '/bodies/group/standing',
    '/bodies',
    '/bodies/tree',
    '/bodies/group/due',
    '/due',
  ];
  const told = async (reader: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const address of ADDRESSES) {
      const { text, status } = await app.get(address, { token: readers[reader]!, after: position });
      expect([address, status < 500]).toEqual([address, true]);
      // What was asked for is not told.
      if (text.replaceAll(`words=${WORD}`, '').replaceAll(`value="${WORD}"`, '').includes(WORD)) found.push(address);
    }
    return found;
  };

  beforeAll(async () => {
    app = await createTestApp({ clock });
    await establishBoard(app);
    readers.ofTheGroup = await app.principal('group-clerk', 'clerk', 'group');
    readers.ofTheBoard = await app.principal('board-clerk', 'clerk', BOARD);
    readers.ofAnother = await app.principal('other-clerk', 'clerk', 'elsewhere');
    const meeting = `bodies/${BOARD}/meetings/${DAY}`;
    await record(`${meeting}/call-meeting`, { date: DAY, time: '14:00', place: 'Hall' });
    await record(`${meeting}/open-meeting`);
    for (const person of MEMBERS) await record(`${meeting}/record-attendance`, { person, as: 'present' });
    await record(`${meeting}/take-item`, { heading: 'Group' });
    await record(`${meeting}/record-decision`, { decisionId: 'd-1', words: 'AGREED it.', exempt: true });
    const decision = { meetingId: `${BOARD}/${DAY}`, decisionId: 'd-1' };
    await record('bodies/group/establish-body', { name: 'The Group', kind: 'locality-group' });
    await record('bodies/group/begin-sabbatical', { from: DAY, until: `when ${WORD}`, reason: `Because ${WORD}`, decision });
    await record('bodies/group/plan-constitution-review', { words: `once ${WORD}`, on: DAY, decision });
    await record('bodies/group/record-remit', { words: `To do ${WORD}`, from: DAY, decision, source: `Paper ${WORD}` });
  });
  afterAll(() => app.close());

  it('are read by those with the right in that body', async () => {
    expect(await told('ofTheGroup')).toEqual(expect.arrayContaining(['bodies/group', 'bodies/group/due?undated=true']));
  });

  it.each(['ofAnother', 'ofTheBoard', 'nobody'])('are read nowhere by %s, with rights in another body alone', async (reader) =>
    expect(await told(reader)).toEqual([]),
  );
});
