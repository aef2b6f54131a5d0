import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysBetween } from '../../src/kernel/dates.js';
import { type Recorded } from '../../src/kernel/event.js';
import { type ActionEvent } from '../../src/slices/actions/action.events.js';
import { type Deadline } from '../../src/kernel/deadline.js';
import { actionDecider } from '../../src/slices/actions/action.decider.js';
import { type ActionFacts } from '../../src/slices/actions/action.facts.js';
import { type Action, actionHistory } from '../../src/slices/actions/action.state.js';
import { actionsCommands } from '../../src/slices/actions/actions.commands.js';
import { type ActionStatus } from '../../src/slices/actions/action-status.js';
import { actionRegister, type ActionRegisterRow } from '../../src/slices/actions/views/action-register/action-register.projection.js';
import { actionAsAt, viewOf } from '../../src/slices/actions/views/action-register/action-view.js';
import { ask, recorded } from '../support/decider-spec.js';

const RAISED_ON = '2016-03-03';
const DAYS = 400;

/** A step somebody tries, so many days after the last one; what is refused does not happen. */
const steps = fc.array(
  fc.record({
    type: fc.constantFrom(
      'ReportProgress',
      'ExtendAction',
      'TransferAction',
      'ReportActionComplete',
      'NoteActionComplete',
      'ReopenAction',
      'DeclineAction',
      'CorrectAction',
    ),
    later: fc.integer({ min: -20, max: 60 }),
    due: fc.constantFrom('within 3 months', '9 June 2016', 'in Autumn 2016', 'in due course', 'next meeting', 'within 10 days'),
  }),
  { maxLength: 12 },
);

function eventsOf(tried: readonly { readonly type: string; readonly later: number; readonly due: string }[]): ActionEvent[] {
  let state: Action | null = null;
  let day = RAISED_ON;
  const events: ActionEvent[] = [];
  const attempt = (type: string, data: object, date: string): boolean => {
    const command = actionsCommands.find(({ spec }) => spec.type === type)!;
    const meeting = { meetingId: `board/${date}`, bodyId: 'board', date, opened: true, decisions: [] };
    const facts: ActionFacts = { timeZone: 'Europe/London', meetings: [RAISED_ON, '2016-06-09', '2016-11-24'], meeting };
    const decision = actionDecider.decide(
      ask(command as never, 'board/one', data, { facts, happenedAt: `${date}T12:00:00.000Z` }) as never,
      state,
    );
    if (!decision.accepted) return false;
    for (const event of decision.events) {
      state = actionHistory.evolve(state, recorded(event));
      events.push(event);
    }
    return true;
  };
  const cited = { heading: '3 March 2016' };
  attempt(
    'RaiseAction',
    { source: { cited }, item: { title: 'Roads' }, words: 'AGREED to mend them.', officers: ['A'], due: tried[0]?.due },
    RAISED_ON,
  );
  tried.forEach(({ type, later, due }, index) => {
    const date = addDays(day, later);
    const data = { words: `Word ${index}`, due, reason: 'Because.', officers: [`Officer ${index}`], atMeeting: `board/${date}` };
    if (attempt(type, data, date) && date > day) day = date;
  });
  return events;
}

const rowOf = (events: readonly ActionEvent[]): ActionRegisterRow =>
  events.reduce<ActionRegisterRow | undefined>((row, event, index) => {
    const reduce = actionRegister.on[event.type] as (
      row: ActionRegisterRow | undefined,
      event: Recorded<ActionEvent>,
      key: string,
    ) => ActionRegisterRow;
    return JSON.parse(JSON.stringify(reduce(row, recorded(event, index), 'board/one'))) as ActionRegisterRow;
  }, undefined)!;

/** The same told plainly: the last word on how it stands and the last deadline set by the end of the day. */
function statusFolded(events: readonly ActionEvent[], date: string): { status: ActionStatus; daysOverdue: number } | null {
  const known = events.filter(({ data }) => data.on <= date);
  if (!known.some(({ type }) => type === 'ActionRaised')) return null;
  let due: Deadline | undefined;
  let status: ActionStatus | 'open' = 'open';
  for (const event of known) {
    if (event.type === 'ActionRaised' || event.type === 'ActionExtended') due = event.data.due;
    if (event.type === 'ActionCorrected' && event.data.changes.due) due = event.data.changes.due;
    if (event.type === 'ActionReopened') status = 'open';
    if (event.type === 'ActionReportedComplete') status = 'reported-complete';
    if (event.type === 'ActionDeclined') status = 'declined';
    if (event.type === 'ActionNotedComplete') status = 'noted-complete';
  }
  if (status !== 'open') return { status, daysOverdue: 0 };
  if (!due?.latest) return { status: 'not-yet-due', daysOverdue: 0 };
  if (date > due.latest) return { status: 'overdue', daysOverdue: daysBetween(due.latest, date) };
  return { status: addDays(date, 7) > due.latest ? 'due-within-a-week' : 'not-yet-due', daysOverdue: 0 };
}

describe('the status of an action', () => {
  it('read from its row for any day is what its events up to that day make it', () =>
    fc.assert(
      fc.property(steps, fc.integer({ min: -5, max: DAYS }), (tried, days) => {
        const events = eventsOf(tried);
        const date = addDays(RAISED_ON, days);
        const action = actionAsAt(rowOf(events), date);
        const view = action && viewOf(action, date);
        expect(view && { status: view.status, daysOverdue: view.daysOverdue }).toEqual(statusFolded(events, date));
      }),
      { numRuns: 500 },
    ));
});
