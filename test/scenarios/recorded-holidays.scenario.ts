import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { BOARD, establishBoard } from '../support/live-board.js';

describe('a holiday that was recorded before a deadline was', () => {
  const clock = new HandClock('2026-03-02T09:00:00.000Z');
  const at = `bodies/${BOARD}`;
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ clock });
    await establishBoard(app);
    await app.record('calendars/scotland/record-holiday', { date: '2026-03-05', title: 'A day', source: 'A proclamation' });
    await app.record(`${at}/reports/roads/submit-report`, {
      title: 'Roads',
      authors: [{ name: 'A. Author' }],
      recommendations: [{ label: 'a', words: 'to note' }],
      directions: { none: true },
      date: '2026-03-02',
    });
  });
  afterAll(() => app.close());

  const due = 'within 10 working days';
  it.each([
    ['a promised report', 'reports/again/promise-report', { title: 'Again', words: 'that it come again', report: `${BOARD}/roads`, due }],
    [
      'a direction',
      'draft-direction',
      {
        direction: 'd-1',
        title: 'Roads',
        recipients: [{ recipient: 'nhs', name: 'NHS' }],
        functions: { words: 'All' },
        text: 'Mend them.',
        finance: { words: 'None' },
        outcomes: 'Roads',
        timeframes: due,
      },
    ],
    ['the review of a constitution', 'plan-constitution-review', { words: due, on: '2026-03-02', source: 'A minute' }],
  ])('is counted in the answer of %s, as in the list', async (_what, address, data) => {
    const { status, json } = await app.command(`${at}/${address}`, data);
    expect([status, json.deadlines?.[0]?.latest]).toEqual([201, '2026-03-17']);
    const { items } = (await app.get(`${at}/due`, { after: json.position })).json as {
      items: { deadline: { words: string; latest?: string } }[];
    };
    for (const { deadline } of items) if (deadline.words === due) expect(deadline.latest).toBe('2026-03-17');
    expect(items.some(({ deadline }) => deadline.words === due)).toBe(true);
  });
});
