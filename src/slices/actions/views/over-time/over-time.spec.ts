import { describe, expect, it } from '@jest/globals';
import { type ActionFact, type ActionUpdate } from '../../action.state.js';
import { evolveAction } from '../../action.state.js';
import { rowOf } from '../action-register/action-register.projection.js';
import { monthEnds, talliesOf } from './over-time.js';

const named = { actionId: 'board/a', bodyId: 'board' };
const update = (type: ActionFact['type'], data: object): ActionUpdate =>
  ({ type, data: { ...named, ...data }, happenedAt: '', recordedAt: '', by: { name: '', role: '' } }) as ActionUpdate;

const raised = update('ActionRaised', {
  on: '2016-01-10',
  source: { kind: 'cited', heading: '10 January 2016' },
  item: { title: 'Adaptations' },
  words: 'AGREED',
  officers: ['Shona Smith'],
  due: { words: 'by 15 February 2016', kind: 'date', latest: '2016-02-15', explanation: '' },
  exempt: false,
});
const row = (...updates: readonly ActionUpdate[]) => rowOf({ record: updates.reduce(evolveAction, null)!, updates });
const DAYS = ['2016-01-31', '2016-02-29', '2016-03-31', '2016-04-20'];
const tally = (...updates: readonly ActionUpdate[]) =>
  talliesOf([row(raised, ...updates)], DAYS, '2015-12-31').map(({ open, overdue, awaitingNoting, noted }) => [
    open,
    overdue,
    awaitingNoting,
    noted,
  ]);

describe('the last days of months', () => {
  it('end with the day itself', () => expect(monthEnds('2016-03-09', 3)).toEqual(['2016-01-31', '2016-02-29', '2016-03-09']));
  it('go back over a year', () => expect(monthEnds('2016-01-31', 2)).toEqual(['2015-12-31', '2016-01-31']));
});

describe('an action over time', () => {
  it('is nothing before it was raised', () =>
    expect(talliesOf([row(raised)], ['2015-12-31'], '2015-11-30')).toEqual([
      { on: '2015-12-31', open: 0, overdue: 0, awaitingNoting: 0, noted: 0 },
    ]));
  it('is open, and then overdue', () =>
    expect(tally()).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 1, 0, 0],
      [0, 1, 0, 0],
    ]));
  it('waits to be noted, is noted in one month, and then is no more', () =>
    expect(
      tally(
        update('ActionReportedComplete', { on: '2016-02-20', words: 'Completed.' }),
        update('ActionNotedComplete', { on: '2016-03-03', atMeeting: 'board/march' }),
      ),
    ).toEqual([
      [1, 0, 0, 0],
      [0, 0, 1, 0],
      [0, 0, 0, 1],
      [0, 0, 0, 0],
    ]));
  it('comes back when it is reopened', () =>
    expect(
      tally(
        update('ActionNotedComplete', { on: '2016-02-03', atMeeting: 'board/feb' }),
        update('ActionReopened', { on: '2016-03-10', reason: 'Not all of it.' }),
      ),
    ).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 1, 0, 0],
      [0, 1, 0, 0],
    ]));
});
