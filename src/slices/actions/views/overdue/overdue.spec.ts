import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ActionTracker, openActionTracker } from '../../../../../test/support/action-tracker.js';
import { addDays } from '../../../../kernel/dates.js';
import { type Page } from '../../../../projections/read-model.js';
import { type ActionEvent } from '../../action.events.js';
import { type ActionView } from '../action-register/action-view.js';
import { ActionLoad, ActionLoadHandler, type Load } from '../load/load.query.js';
import { OverdueActions, OverdueActionsHandler, type OverdueFilter } from './overdue.query.js';
import { bodyIdOf } from '../../../../kernel/record-id.js';

let tracker: ActionTracker;

const raised = (actionId: string, latest: string | null, more: object = {}): ActionEvent => ({
  type: 'ActionRaised',
  v: 1,
  data: {
    actionId,
    bodyId: bodyIdOf(actionId),
    on: '2016-01-10',
    source: { kind: 'cited', heading: '10 January 2016' },
    item: { title: 'Roads' },
    words: 'AGREED that it be done.',
    organisation: 'SBC',
    officers: ['Shona Smith'],
    due:
      latest === null
        ? { words: 'next meeting', kind: 'next-meeting', explanation: 'not called' }
        : { words: latest, kind: 'date', latest, explanation: latest },
    exempt: false,
    ...more,
  },
});
const step = (type: string, actionId: string, on: string, more: object): ActionEvent =>
  ({ type, v: 1, data: { actionId, bodyId: bodyIdOf(actionId), on, ...more } }) as ActionEvent;

const overdue = async (asAt: string, filter: OverdueFilter = {}, exemptIn: '*' | string[] = [], limit = 3): Promise<string[]> => {
  const found: ActionView[] = [];
  let cursor: string | undefined;
  do {
    const page = (await new OverdueActionsHandler(tracker.rows).execute(
      new OverdueActions(asAt, filter, exemptIn, { limit, cursor }),
    )) as Page<ActionView>;
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    found.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found.map(({ actionId, daysOverdue }) => `${actionId} ${daysOverdue}`);
};
const load = (of: 'officer' | 'organisation', asAt: string, bodyId?: string, limit = 2) =>
  new ActionLoadHandler(tracker.rows).execute(new ActionLoad(of, asAt, bodyId, [], { limit })) as Promise<Page<Load>>;

beforeAll(async () => {
  tracker = await openActionTracker();
  for (const [actionId, ...events] of [
    ['board/a', raised('board/a', '2016-05-01')],
    ['board/b', raised('board/b', '2016-04-01', { officers: ['A. Other', 'Shona Smith'] })],
    ['board/c', raised('board/c', '2016-06-30', { organisation: 'NHS Borders' })],
    ['board/exempt', raised('board/exempt', '2016-03-01', { exempt: true })],
    ['board/undated', raised('board/undated', '2016-01-01', { due: { words: 'in due course', kind: 'none', explanation: 'undated' } })],
    [
      'board/extended',
      raised('board/extended', '2016-04-15'),
      step('ActionExtended', 'board/extended', '2016-05-20', {
        due: { words: '2016-12-01', kind: 'date', latest: '2016-12-01', explanation: '' },
        reason: 'Later.',
      }),
    ],
    [
      'board/complete',
      raised('board/complete', '2016-04-20'),
      step('ActionReportedComplete', 'board/complete', '2016-05-25', { words: 'Completed.' }),
    ],
    [
      'board/moved',
      raised('board/moved', '2016-04-25', { officers: ['A. Other'] }),
      step('ActionTransferred', 'board/moved', '2016-02-01', { officers: ['B. Third'], reason: 'Moved.' }),
    ],
    ['other/next', raised('other/next', null)],
  ] as const)
    await tracker.record(`action-${actionId}`, events);
  await tracker.record('meeting-other/2016-04-28', [
    {
      type: 'MeetingCalled',
      v: 1,
      data: { meetingId: 'other/2016-04-28', bodyId: 'other', title: 'M', date: '2016-04-28', mode: 'remote', timeZone: 'Europe/London' },
    },
    { type: 'MeetingOpened', v: 1, data: {} },
  ]);
});
afterAll(() => tracker.close());

describe('the overdue list', () => {
  it('has what is overdue across bodies, most overdue first, with what fell due at a meeting called later', async () =>
    expect(await overdue('2016-06-10')).toEqual(['board/b 70', 'board/moved 46', 'other/next 43', 'board/a 40']));

  it('is the same however it is cut into pages', async () => {
    for (const limit of [1, 2, 50]) expect(await overdue('2016-06-10', {}, '*', limit)).toEqual(await overdue('2016-06-10', {}, '*'));
    expect(await overdue('2016-06-10', {}, ['board'])).toHaveLength(5);
  });

  it('is narrowed to a body, an organisation, an officer who has the action now', async () => {
    expect(await overdue('2016-06-10', { bodyId: 'other' })).toEqual(['other/next 43']);
    expect(await overdue('2016-07-10', { organisation: 'NHS Borders' })).toEqual(['board/c 10']);
    expect(await overdue('2016-06-10', { officer: 'A. Other' })).toEqual(['board/b 70']);
    expect(await overdue('2016-06-10', { officer: 'B. Third' })).toEqual(['board/moved 46']);
    expect(await overdue('2016-06-10', { officer: 'Shona Smith' })).toEqual(['board/b 70', 'other/next 43', 'board/a 40']);
  });

  it('of a day in the past is as it was: before an extension, before completion was reported', async () =>
    expect(await overdue('2016-05-10')).toEqual([
      'board/b 39',
      'board/extended 25',
      'board/complete 20',
      'board/moved 15',
      'other/next 12',
      'board/a 9',
    ]));

  it('of any day agrees with the tracker of every body', async () => {
    for (let days = 0; days < 400; days += 13) {
      const date = addDays('2016-01-05', days);
      const listed = (await overdue(date, {}, '*', 50)).length;
      const counted = (await Promise.all(['board', 'other'].map((bodyId) => overdue(date, { bodyId }, '*', 50)))).flat().length;
      expect({ date, listed }).toEqual({ date, listed: counted });
    }
  });
});

describe('the load', () => {
  it('of officers counts what they have now', async () => {
    const { rows, next } = await load('officer', '2016-06-10');
    expect(rows).toEqual([
      { name: 'A. Other', open: 1, overdue: 1, dueWithinAWeek: 0, reportedComplete: 0 },
      { name: 'B. Third', open: 1, overdue: 1, dueWithinAWeek: 0, reportedComplete: 0 },
    ]);
    const rest = await new ActionLoadHandler(tracker.rows).execute(
      new ActionLoad('officer', '2016-06-10', undefined, [], { limit: 2, cursor: next! }),
    );
    expect(rest).toEqual({ rows: [{ name: 'Shona Smith', open: 6, overdue: 3, dueWithinAWeek: 0, reportedComplete: 1 }], next: null });
  });

  it('of organisations, in one body or in all', async () => {
    expect((await load('organisation', '2016-06-25')).rows).toEqual([
      { name: 'NHS Borders', open: 1, overdue: 0, dueWithinAWeek: 1, reportedComplete: 0 },
      { name: 'SBC', open: 6, overdue: 4, dueWithinAWeek: 0, reportedComplete: 1 },
    ]);
    expect((await load('organisation', '2016-06-25', 'other')).rows).toEqual([
      { name: 'SBC', open: 1, overdue: 1, dueWithinAWeek: 0, reportedComplete: 0 },
    ]);
    expect((await load('officer', '2016-06-25', 'other')).rows).toEqual([
      { name: 'Shona Smith', open: 1, overdue: 1, dueWithinAWeek: 0, reportedComplete: 0 },
    ]);
  });
});
