import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checked } from '../../../../http/checked.js';
import { type Command } from '../../../../kernel/decider.js';
import { ask } from '../../../../../test/support/decider-spec.js';
import { type ActionTracker, openActionTracker } from '../../../../../test/support/action-tracker.js';
import { type ActionEvent } from '../../action.events.js';
import { actionDecider } from '../../action.decider.js';
import { type ActionFacts, type DecisionFacts, type MeetingFacts } from '../../action.facts.js';
import { actionHistory } from '../../action.state.js';
import { actionsCommands } from '../../actions.commands.js';
import { type ActionSheet, buildSheet, cellsOf, onSheet } from './action-sheet.js';
import { sheetCsv } from './sheet-csv.js';
import { sheetText, wrap } from './sheet-text.js';

const BODY = 'cpp-strategic-board';
const RECORDS = join(import.meta.dirname, '../../../../../test/records');
const head = {
  bodyId: BODY,
  bodyName: 'Community Planning Strategic Board',
  parentName: 'Scottish Borders Council',
  since: 'November 2012 onwards',
};

interface RecordedCommand {
  readonly command: string;
  readonly target: string;
  readonly happenedAt: string;
  readonly data: object;
}
const commands = JSON.parse(readFileSync(join(RECORDS, '04-action-sheet.json'), 'utf8')) as RecordedCommand[];

/** The source's rows: the heading they stand under, and their five cells. */
const sourceRows = readFileSync(join(RECORDS, 'source/action-sheet.txt'), 'utf8')
  .split('\n')
  .map((line) => line.split('\t').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 5 && cells[0] !== 'AGENDA ITEM NO. AND TITLE')
  .reduce<{ heading: string; rows: { heading: string; cells: string[] }[] }>(
    ({ heading, rows }, cells) => (cells[1] === '' ? { heading: cells[0] ?? '', rows } : { heading, rows: [...rows, { heading, cells }] }),
    { heading: '', rows: [] },
  ).rows;

const took = (decisionId: string, paragraph: string, words: string, letter?: string): DecisionFacts => ({
  decisionId,
  paragraph,
  sectionHeading: 'HEADING',
  verb: 'AGREED',
  words: letter ? 'AGREED:' : words,
  parts: letter ? [{ letter, text: words }] : [],
  struck: false,
});
const march: MeetingFacts = {
  meetingId: `${BODY}/2016-03-03`,
  bodyId: BODY,
  date: '2016-03-03',
  opened: true,
  decisions: [
    took('d-3', '3.1', 'AGREED'),
    took('d-4', '4.4', 'that a report be brought back', 'b'),
    took('d-5', '5.3', 'AGREED'),
    took('d-8', '8', 'AGREED'),
  ],
};
const facts: ActionFacts = { timeZone: 'Europe/London', meetings: ['2016-03-03', '2016-06-09'], meeting: march };

let tracker: ActionTracker;
const shownOn = async (bodyId: string, date: string, exemptIn: '*' | readonly string[] = []) => {
  const rows = await tracker.rows.tracker(bodyId, date, exemptIn);
  return onSheet(rows, date, (await tracker.rows.facts(rows, date)).get(bodyId));
};
const sheetOn = async (date: string, exemptIn: '*' | string[] = []): Promise<ActionSheet> =>
  buildSheet(await shownOn(BODY, date, exemptIn), date, head);
const shown = ({ groups }: ActionSheet) =>
  groups.flatMap(({ heading, actions }) => actions.map((action) => ({ heading, cells: cellsOf(action).slice(0, 5) })));
const statuses = (sheet: ActionSheet) => sheet.groups.flatMap(({ actions }) => actions.map(({ status }) => status));

async function submit({ command, target, happenedAt, data }: RecordedCommand): Promise<void> {
  const type = actionsCommands.find(({ spec }) => spec.type === command);
  if (!type) throw new Error(`no command ${command}`);
  const stream = `action-${target}`;
  let state = actionHistory.initial;
  for await (const event of tracker.store.readStream(stream)) state = actionHistory.evolve(state, event);
  const asked = ask(type as never, target, checked<object>(type.spec.dto, data), { facts, happenedAt });
  const decision = actionDecider.decide(asked as Command as never, state);
  if (!decision.accepted) throw new Error(`${command} refused: ${decision.code}`);
  await tracker.record(stream, decision.events, happenedAt);
}

beforeAll(async () => {
  tracker = await openActionTracker();
  for (const date of facts.meetings)
    await tracker.record(`meeting-${BODY}/${date}`, [
      {
        type: 'MeetingCalled',
        v: 1,
        data: { meetingId: `${BODY}/${date}`, bodyId: BODY, title: 'Meeting', date, mode: 'in-person', timeZone: 'Europe/London' },
      },
      { type: 'MeetingOpened', v: 1, data: {} },
    ]);
  for (const command of commands) await submit(command);
});
afterAll(() => tracker.close());

describe('the action sheet of 9 June 2016', () => {
  it('has the five rows of the source, cell by cell, under its headings', async () => {
    expect(sourceRows).toHaveLength(5);
    expect(shown(await sheetOn('2016-06-09'))).toEqual(sourceRows);
  });

  it('has their statuses', async () =>
    expect(statuses(await sheetOn('2016-06-09'))).toEqual([
      'due-within-a-week',
      'reported-complete',
      'reported-complete',
      'due-within-a-week',
      'not-yet-due',
    ]));

  it('reports the heading that does not agree with its meeting', async () =>
    expect((await sheetOn('2016-06-09')).disagreements).toEqual([
      'The sheet heads a group "26 November 2016"; the meeting was on 26 November 2015. The heading stands as the source has it.',
    ]));

  it('prints with the source’s headings, notes and key', async () => {
    const text = sheetText(await sheetOn('2016-06-09'));
    for (const line of [
      'SCOTTISH BORDERS COUNCIL',
      'ACTION SHEET',
      'COMMUNITY PLANNING STRATEGIC BOARD - November 2012 onwards',
      '1. Paragraphs Marked with a * require full Council approval before action can be taken',
      '2. Items for which no actions are required are not included',
      '26 November 2016',
      '3 March 2016',
      'KEY:',
    ])
      expect(text.split('\n')).toContain(line);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(160);
    for (const { cells } of sourceRows) for (const word of cells.join(' ').split(/\s+/)) expect(text).toContain(word);
  });

  it('is a line of CSV for each action', async () => {
    const lines = sheetCsv(await sheetOn('2016-06-09'))
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe('MEETING,AGENDA ITEM NO. AND TITLE,DECISION REQUIRING ACTION,ORGANISATION,RESPONSIBLE OFFICER,OUTCOME,STATUS');
    expect(lines[5]).toBe(
      '3 March 2016,9(b). Commissioning Services for Children and Young People,Para 8 – AGREED to receive a further report on the outcome of the review of Commissioning Services for Children & Young People in Autumn 2016.,SBC,Jeanette McDiarmid,Not yet due.,Not yet due',
    );
  });

  it('was another on other days', async () => {
    expect(shown(await sheetOn('2015-12-01'))).toHaveLength(1);
    const spring = await sheetOn('2016-04-01');
    expect(statuses(spring)).toEqual(['not-yet-due', 'not-yet-due', 'not-yet-due', 'not-yet-due', 'not-yet-due']);
    expect(spring.groups[0]?.actions[0]?.outcome).toBe('');
    expect(statuses(await sheetOn('2016-12-01'))).toEqual(['overdue', 'reported-complete', 'reported-complete', 'overdue', 'overdue']);
  });
});

describe('an action sheet', () => {
  const cited = (action: string, more: object = {}): ActionEvent => ({
    type: 'ActionRaised',
    v: 1,
    data: {
      actionId: `board/${action}`,
      bodyId: 'board',
      on: '2016-03-03',
      source: { kind: 'cited', heading: '3 March 2016', meetingDate: '2016-03-03' },
      item: { title: 'Roads' },
      words: 'AGREED that it be done.',
      officers: ['A. Officer'],
      due: { words: 'next meeting', kind: 'next-meeting', explanation: 'not called yet' },
      exempt: false,
      ...more,
    },
  });
  const noted: ActionEvent = {
    type: 'ActionNotedComplete',
    v: 1,
    data: { actionId: 'board/noted', bodyId: 'board', on: '2016-06-09', atMeeting: 'board/2016-06-09' },
  };
  const onBoard = async (date: string, exemptIn: '*' | string[] = []) => await shownOn('board', date, exemptIn);

  beforeAll(async () => {
    await tracker.record('action-board/noted', [cited('noted'), noted]);
    await tracker.record('action-board/exempt', [cited('exempt', { exempt: true })]);
    await tracker.record('action-board/marked', [cited('marked', { approvalElsewhere: { by: 'Council' }, item: { title: '=1+1' } })]);
    await tracker.record('action-board/of-decision', [
      cited('of-decision', {
        source: {
          kind: 'decision',
          decision: { meetingId: 'board/2016-03-03', decisionId: 'd-1' },
          part: 'a',
          paragraph: '2',
          heading: '3 March 2016',
          meetingDate: '2016-03-03',
        },
      }),
    ]);
  });

  it('shows what the meeting notes complete on the day itself, and not after', async () => {
    const noteds = async (date: string) =>
      (await onBoard(date)).filter(({ actionId }) => actionId === 'board/noted').map(({ status }) => status);
    expect(await noteds('2016-06-08')).toEqual(['not-yet-due']);
    expect(await noteds('2016-06-09')).toEqual(['noted-complete']);
    expect(await noteds('2016-06-10')).toEqual([]);
  });

  it('shows exempt items only to those who may read them', async () => {
    expect((await onBoard('2016-06-10')).map(({ actionId }) => actionId)).toEqual(['board/marked', 'board/of-decision']);
    expect(await onBoard('2016-06-10', ['board'])).toHaveLength(3);
    expect(await onBoard('2016-06-10', '*')).toHaveLength(3);
  });

  it('marks what needs approval elsewhere, and keeps formulas from spreadsheets', async () => {
    const actions = await onBoard('2016-06-10');
    expect(actions.find(({ actionId }) => actionId === 'board/marked')).toMatchObject({
      decision: '* AGREED that it be done.',
      awaitingApproval: true,
    });
    expect(sheetCsv(buildSheet(actions, '2016-06-10', head))).toContain("'=1+1");
  });

  it('has the number a paragraph was given later', async () => {
    await tracker.record('meeting-board/2016-03-03', [
      { type: 'ParagraphRenumbered', v: 1, data: { paragraphId: 'p-1', from: '2', to: '2.1', decisionIds: ['d-1'] } },
    ]);
    expect((await onBoard('2016-06-10')).map(({ decision }) => decision)).toContain('Para 2.1(a) – AGREED that it be done.');
  });

  it('gives "next meeting" its date once that meeting is called', async () => {
    expect((await onBoard('2016-12-01')).map(({ status }) => status)).toEqual(['not-yet-due', 'not-yet-due']);
    await tracker.record('meeting-board/2016-11-24', [
      {
        type: 'MeetingCalled',
        v: 1,
        data: {
          meetingId: 'board/2016-11-24',
          bodyId: 'board',
          title: 'Meeting',
          date: '2016-11-24',
          mode: 'in-person',
          timeZone: 'Europe/London',
        },
      },
      { type: 'MeetingOpened', v: 1, data: {} },
    ]);
    expect((await onBoard('2016-12-01')).map(({ statusWords }) => statusWords)).toEqual([
      'Overdue by 7 days, awaiting approval',
      'Overdue by 7 days',
    ]);
  });

  it('loses no word of a long cell', () => {
    expect(wrap('a bb ccc', 4)).toEqual(['a bb', 'ccc']);
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
    expect(wrap('', 4)).toEqual(['']);
  });
});
