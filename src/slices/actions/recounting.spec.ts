import { describe, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { recountDeadline } from '../calendars/counting.js';
import { readDeadline } from '../calendars/read-deadline.js';
import { actionDecider } from './action.decider.js';
import { type ActionEvent } from './action.events.js';
import { actionHistory } from './action.state.js';
import { RecountDeadline } from './actions.commands.js';

const TARGET = 'board/reply';
const named = { actionId: TARGET, bodyId: 'board' };
const holiday = { date: '2026-06-15', title: 'World Cup', kept: true };
const due = readDeadline('within 20 working days', { saidOn: '2026-06-01', nextMeeting: null, meetings: [] });
const undated = readDeadline('in due course', { saidOn: '2026-06-01', nextMeeting: null, meetings: [] });
const raised = (deadline = due): ActionEvent => ({
  type: 'ActionRaised',
  v: 1,
  data: {
    ...named,
    on: '2026-06-01',
    source: { kind: 'cited', heading: '1 June 2026' },
    item: { title: 'Reply' },
    words: 'AGREED to reply.',
    officers: ['Ann Aird'],
    due: deadline,
    exempt: false,
  },
});
const because = '15 June 2026 is a holiday: World Cup';
const recount = (happenedAt: string, holidays = [holiday]) =>
  ask(RecountDeadline, TARGET, { because }, { facts: { timeZone: 'Europe/London', meetings: [], meeting: null, holidays }, happenedAt });

describe('the deadline of an action', () => {
  it('is counted again with the holidays recorded since, and says so', () =>
    given(actionHistory, [raised()])
      .when(actionDecider, recount('2026-06-03T09:00:00.000Z'))
      .then({ type: 'ActionDueRecounted', v: 1, data: { ...named, on: '2026-06-03', due: recountDeadline(due, [holiday]), because } }));

  it('is never counted again for a day before the action was raised', () =>
    given(actionHistory, [raised()])
      .when(actionDecider, recount('2026-01-20T09:00:00.000Z'))
      .then({ type: 'ActionDueRecounted', v: 1, data: { ...named, on: '2026-06-01', due: recountDeadline(due, [holiday]), because } }));

  it('is counted back where no holiday is known any more', () => {
    const moved = recountDeadline(due, [holiday]);
    const facts = { timeZone: 'Europe/London', meetings: [], meeting: null };
    given(actionHistory, [raised(moved)])
      .when(actionDecider, ask(RecountDeadline, TARGET, { because }, { facts, happenedAt: '2026-06-03T09:00:00.000Z' }))
      .then({ type: 'ActionDueRecounted', v: 1, data: { ...named, on: '2026-06-03', due, because } });
  });

  it('stays as it is where counting again changes nothing', () =>
    given(actionHistory, [raised()]).when(actionDecider, recount('2026-06-03T09:00:00.000Z', [])).thenRefused('action.due-unchanged'));

  it('that was not counted cannot be counted again', () =>
    given(actionHistory, [raised(undated)])
      .when(actionDecider, recount('2026-06-03T09:00:00.000Z'))
      .thenRefused('action.due-not-counted'));

  it('no longer matters once the action is noted complete or declined', () => {
    const noted: ActionEvent = { type: 'ActionNotedComplete', v: 1, data: { ...named, on: '2026-06-02', atMeeting: 'board/2026-06-02' } };
    const declined: ActionEvent = { type: 'ActionDeclined', v: 1, data: { ...named, on: '2026-06-02', reason: 'Closed.' } };
    given(actionHistory, [raised(), noted]).when(actionDecider, recount('2026-06-03T09:00:00.000Z')).thenRefused('action.noted-complete');
    given(actionHistory, [raised(), declined]).when(actionDecider, recount('2026-06-03T09:00:00.000Z')).thenRefused('action.declined');
  });
});
