import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS } from '../../src/app.module.js';
import { addressOf } from '../../src/http/command-routes.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { parseCsv } from '../support/csv.js';
import { commandsIn, RECORDS } from '../support/replay-record.js';

const IMPROVEMENT = 'bodies/cpp-strategic-board/plans/third-sector-improvement-plan';
const PROPOSALS = 'bodies/orkney-ijb/plans/review-of-progress';
const INEQUALITIES = 'bodies/cpp-strategic-board/plans/reducing-inequalities';

let app: TestApp;
let last = '';

const address = (command: string, target: string): string => {
  const parts = target.split('/');
  return addressOf(COMMANDS.find(({ spec }) => spec.type === command)!.spec).replace(/:\w+/g, () => parts.shift() ?? '');
};

async function replay(...files: readonly string[]): Promise<void> {
  for (const file of files)
    for (const { command, target, data, happenedAt } of commandsIn(file))
      last = (await app.record(address(command, target), { ...data, happenedAt })).position;
}

const read = async (url: string) => {
  const answer = await app.get(url, { token: null, after: last });
  expect({ url, status: answer.status, said: answer.status === 200 ? '' : answer.text }).toEqual({ url, status: 200, said: '' });
  return answer;
};
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the API are JSON of any shape
type Json = any;
const itemsOf = (plan: Json): Json[] => plan.groups.flatMap((group: Json) => group.items);

const source = (file: string): string => readFileSync(join(RECORDS, 'source', file), 'utf8');
/** Words and nothing else: how a cell was broken into lines, and the marks of its printing, are not the source's words. */
const words = (text: string): string =>
  text
    .replace(/<\/?i>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('•', ' ')
    .replace(/\s+/g, ' ')
    .trim();

beforeAll(async () => {
  app = await createTestApp({ clock: new HandClock('2026-11-22T09:00:00.000Z') });
  await replay('01-bodies.json', '09-review-proposals.json', '10-improvement-plan.json', '11-inequalities-actions.json');
});
afterAll(() => app.close());

describe('the improvement plan of the third sector', () => {
  const rows = source('improvement-plan-2016-02.tsv')
    .split('\n')
    .map((line) => line.split('\t').map(words));

  it('has every cell of every improvement as the source has it', async () => {
    const cells = rows.filter(([first]) => /^\d\.\d\.\d /.test(first ?? ''));
    const csv = parseCsv((await read(`${IMPROVEMENT}?format=csv&as-at=2016-06-09`)).text);
    expect(cells).toHaveLength(23);
    expect(csv[0]!.slice(1, 8)).toEqual([
      'Improvement',
      'Lead',
      'Implications [Risk, Cost, Resource]',
      'Target Date',
      'Measure',
      'Outcomes',
      'Achievements',
    ]);
    expect(csv.slice(1).map((row) => row.slice(1, 8).map(words))).toEqual(cells);
  });

  it('has the headings of the source in their order', async () => {
    const headings = rows.flatMap((row) => (/^\d\. [A-Z]+$|^\d\.\d [A-Z]/.test(row[0]!) ? [row[0]!] : []));
    const { json } = await read(IMPROVEMENT);
    expect(headings).toHaveLength(12);
    expect(json.groups.map(({ number, heading }: Json) => words(`${number} ${heading}`))).toEqual(headings);
  });

  it('is printed as a table in which every word of the source stands', async () => {
    const { text } = await read(`${IMPROVEMENT}?format=text&as-at=2016-06-09`);
    expect(text).toContain('Implications [Risk,');
    expect(text).toContain('22 August');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(200);
  });

  it('says of each item how it stood on the day of the meeting', async () => {
    const { json } = await read(`${IMPROVEMENT}?as-at=2016-06-09`);
    const status = Object.fromEntries(itemsOf(json).map((item) => [item.itemId, item.status]));
    expect(status).toMatchObject({
      '1.1.1': 'in-progress',
      '1.1.2': 'not-started',
      '1.1.3': 'achieved',
      '2.2.1': 'superseded',
      '2.2.2': 'not-started',
      '3.2.2': 'overdue',
    });
    expect(Object.values(json.counts as Record<string, number>).reduce((sum, count) => sum + count, 0)).toBe(23);
  });

  it('points from an item to another', async () => {
    const { json } = await read(`${IMPROVEMENT}/items/3.1.2`);
    expect(json.links).toEqual([{ item: '1.2.1', words: 'Link to 1.2.1' }]);
    expect(json.ref).toBe('plan:cpp-strategic-board/third-sector-improvement-plan#3.1.2');
  });

  it('was not known before it was adopted', async () => {
    expect((await app.get(`${IMPROVEMENT}?as-at=2015-06-10`, { token: null })).json).toMatchObject({ status: 404, code: 'plan.not-found' });
    expect(itemsOf((await read(`${IMPROVEMENT}?as-at=2015-06-11`)).json)).toEqual([]);
  });
});

describe('the twenty-five proposals', () => {
  const text = source('review-proposals-2019.txt');
  const proposals = [...text.matchAll(/^(\d\. \([ivx]+\)) ([\s\S]*?)^Timescale:(.*)$/gm)];
  const features = [...text.matchAll(/^(\d\.) ([A-Z].*)\n([\s\S]*?)(?=^\d\. \()/gm)];

  it('stand under six features, each with its words, its number and its timescale', async () => {
    const { json } = await read(`${PROPOSALS}?as-at=2019-03-27`);
    expect(json.groups.map((group: Json) => group.items.length)).toEqual([3, 6, 5, 5, 3, 3]);
    expect(json.groups.map(({ number, heading, leadIn }: Json) => [number, heading, words(leadIn)])).toEqual(
      features.map(([, number, heading, leadIn]) => [number, words(heading!), words(leadIn!)]),
    );
    expect(proposals).toHaveLength(25);
    expect(itemsOf(json).map((item) => [item.number, words(item.text), item.due.words])).toEqual(
      proposals.map(([, number, proposal, timescale]) => [number, words(proposal!), words(timescale!)]),
    );
    for (const [, , sentence] of text.matchAll(/(In support of these proposals we (will|expect): )/g))
      expect(json.ending).toContain(sentence);
  });

  it('are printed with what was computed from their timescales', async () => {
    const { text: printed } = await read(`${PROPOSALS}?format=text&as-at=2019-06-01`);
    for (const [, number, , timescale] of proposals) {
      expect(printed).toContain(`${number} `);
      expect(printed).toContain(`Timescale: ${words(timescale!)} [`);
    }
    expect(printed).toContain('Timescale: 3 months [by 4 May 2019, overdue by 28 days]');
  });

  it('have every form of timescale computed from the day of the review', async () => {
    const { json } = await read(`${PROPOSALS}?as-at=2019-03-27`);
    const due = Object.fromEntries(itemsOf(json).map((item) => [item.itemId, [item.due.earliest ?? null, item.dueBy, item.status]]));
    expect(due).toMatchObject({
      '1.i': [expect.anything(), '2019-08-04', 'not-started'],
      '1.ii': [expect.anything(), '2020-02-04', 'not-started'],
      '2.i': [null, '2019-04-01', 'ongoing'],
      '2.ii': [null, '2019-03-31', 'ongoing'],
      '2.iv': [expect.anything(), '2019-05-04', 'not-started'],
      '2.vi': ['2019-03-31', null, 'not-started'],
      '3.iii': ['2019-05-04', '2019-08-04', 'not-started'],
      '5.i': [null, '2019-07-31', 'not-started'],
      '6.iii': ['2019-08-04', '2020-02-04', 'not-started'],
    });
    expect(itemsOf((await read(`${PROPOSALS}?as-at=2019-04-01`)).json).find(({ itemId }) => itemId === '2.vi').status).toBe('ongoing');
  });

  it('fall overdue in the periods their timescales end in', async () => {
    const { json } = await read(`${PROPOSALS}/progress?from=2019-05-01&until=2019-08-31`);
    expect(json.fellOverdue.map(({ itemId, on }: Json) => `${itemId} ${on}`)).toEqual([
      '2.iv 2019-05-05',
      '5.i 2019-08-01',
      ...['1.i', '2.iii', '2.v', '3.ii', '3.iii', '4.i', '4.iv', '4.v', '5.iii', '6.i'].map((item) => `${item} 2019-08-05`),
    ]);
    const { text: told } = await read(`${PROPOSALS}/progress?from=2019-05-01&until=2019-08-31&format=text`);
    expect(told).toContain('FELL OVERDUE (12)');
  });
});

describe('the actions on inequalities', () => {
  it('have the words, the leads and the themes of the source', async () => {
    const [themes, , columns] = source('inequalities-actions.tsv')
      .split('\n')
      .map((line) => line.split('\t'));
    const { json } = await read(INEQUALITIES);
    expect(json.groups.map(({ heading }: Json) => heading)).toEqual(themes!.map(words));
    for (const [index, column] of columns!.entries()) {
      const printed = [...column.matchAll(/<p>(.*?)<\/p>/g)].flatMap(([, paragraph]) => {
        const [actions, lead] = words(paragraph!).split(' LEAD: ');
        return actions!.split(/ (?=A\d+:)/).map((action) => [action, lead]);
      });
      expect(json.groups[index].items.map(({ number, text, lead }: Json) => [`${number}: ${words(text)}`, lead])).toEqual(printed);
    }
    expect(itemsOf(json)).toHaveLength(16);
    expect(new Set(itemsOf(json).map(({ status }) => status))).toEqual(new Set(['undated']));
    expect(itemsOf(json).find(({ itemId }) => itemId === 'a9').links).toEqual([{ item: 'a1', words: '(A1)' }]);
  });

  it('are among the plans of the Board', async () => {
    const { json } = await read('bodies/cpp-strategic-board/plans?as-at=2016-06-09');
    expect(json.items.map(({ planId, items }: Json) => [planId, items])).toEqual([
      ['cpp-strategic-board/third-sector-improvement-plan', 23],
      ['cpp-strategic-board/reducing-inequalities', 16],
    ]);
    expect((await app.get('bodies/nowhere/plans', { token: null })).json).toMatchObject({ status: 404, code: 'plan-list.not-found' });
  });
});

describe('a plan of a body', () => {
  const clock = new HandClock('2026-01-12T09:00:00.000Z');
  const PLAN = 'bodies/cpp-strategic-board/plans/outcomes';
  let board: TestApp;
  let officer = '';
  let member = '';
  let stranger = '';

  const say = async (verb: string, data: object, day?: string, token?: string) => {
    if (day) clock.set(`${day}T12:00:00.000Z`);
    last = (await board.record(`${PLAN}/${verb}`, data, token === undefined ? {} : { token })).position;
  };
  const asked = (url: string, token: string | null = null) => board.get(url, { token, after: last });

  beforeAll(async () => {
    board = await createTestApp({ clock });
    for (const file of ['01-bodies.json', '02-meeting-2016-03-03.json'])
      for (const { command, target, data, happenedAt } of commandsIn(file))
        last = (await board.record(address(command, target), { ...data, happenedAt })).position;
    officer = await board.principal('officer', 'officer', 'cpp-strategic-board');
    member = await board.principal('member', 'member', 'cpp-strategic-board');
    stranger = await board.principal('stranger', 'member', 'sb-ijb');
    await say('adopt-plan', {
      title: 'Local Outcomes Improvement Plan',
      kind: 'outcome-plan',
      decision: { meetingId: 'cpp-strategic-board/2016-03-03', paragraph: '3.2', part: 'a' },
      on: '2026-01-12',
      review: 'in two years',
    });
    await say('add-plan-item', {
      groups: [{ groupId: '1', number: '1.', heading: 'Economy' }],
      items: [
        { itemId: '1.1', number: '1.1', group: '1', text: 'More jobs', leads: ['SBC'], due: '3 months', outcome: '=SUM(A1)' },
        {
          itemId: '1.2',
          number: '1.2',
          group: '1',
          text: 'Better wages',
          leads: ['NHS'],
          due: 'By 1st April 2026 and thereafter each year by end March',
        },
        { itemId: 'x', text: 'Something else', leads: [] },
      ],
    });
  });
  afterAll(() => board.close());

  it('is adopted by the paragraph of a decision, and leads back to it', async () => {
    const { json } = await asked(PLAN);
    expect(json.adopted).toMatchObject({ by: 'decision', decision: { paragraph: '3.2', part: 'a', meetingDate: '2016-03-03' } });
    expect(json.groups.map(({ groupId }: Json) => groupId)).toEqual([null, '1']);
    expect(json.counts).toMatchObject({ 'not-started': 1, ongoing: 1, undated: 1 });
  });

  it('is reported on by an officer, who may not change it', async () => {
    await say('report-achievement', { item: '1.1', words: 'Two hundred jobs.' }, '2026-02-01', officer);
    await say('self-evaluate-item', { item: '1.1', rating: 'partly-established', evidence: 'Payrolls.' }, '2026-02-02', officer);
    for (const token of [officer, member, null]) {
      const refused = await board.command(`${PLAN}/drop-plan-item`, { item: '1.1', reason: 'No.' }, { token });
      expect(refused.status).toBe(token === null ? 401 : 403);
    }
    expect((await board.command(`${PLAN}/report-achievement`, { item: '1.1', words: 'Mine.' }, { token: member })).status).toBe(403);
  });

  it('shows an item’s earlier wording, and how it stood on any day', async () => {
    await say('amend-plan-item', { item: '1.1', text: 'More and better jobs', due: '6 months', reason: 'The scope grew.' }, '2026-03-01');
    await say('complete-plan-item', { item: '1.2', words: 'Agreed in time.', occurrence: '2026-04-01' }, '2026-03-31');
    await say('complete-plan-item', { item: '1.1', words: 'Nine hundred jobs.' }, '2026-10-01');
    const { json } = await asked(`${PLAN}/items/1.1`);
    expect(json).toMatchObject({ status: 'achieved', text: 'More and better jobs', amendments: [{ was: { text: 'More jobs' } }] });
    expect(json.story.map(({ type }: Json) => type)).toHaveLength(5);
    const before = (await asked(`${PLAN}/items/1.1?as-at=2026-02-28`)).json;
    expect(before).toMatchObject({ status: 'in-progress', text: 'More jobs', dueBy: '2026-04-12', amendments: [] });
    expect((await asked(`${PLAN}/items/1.1?as-at=2026-09-02`)).json).toMatchObject({ status: 'overdue', statusWords: 'Overdue by 1 day' });
    expect((await asked(`${PLAN}/items/1.2?as-at=2026-06-01`)).json).toMatchObject({
      status: 'ongoing',
      dueBy: '2027-03-31',
      met: ['2026-04-01'],
    });
  });

  it('tells what happened in a period, and how it was evaluated', async () => {
    const { json } = await asked(`${PLAN}/progress?from=2026-01-12&until=2026-12-31`);
    expect(
      Object.fromEntries(Object.entries(json).map(([key, value]) => [key, Array.isArray(value) ? value.length : value])),
    ).toMatchObject({
      added: 3,
      achieved: 2,
      reported: 1,
      evaluated: 1,
      changed: 1,
      fellOverdue: 1,
    });
    expect(json.fellOverdue).toEqual([{ itemId: '1.1', number: '1.1', on: '2026-09-02', words: '6 months', still: false }]);
    const told = (await asked(`${PLAN}/progress?from=2026-01-12&until=2026-12-31&format=text`)).text;
    expect(told).toContain('ACHIEVED (2)');
    expect((await asked(`${PLAN}/progress?from=2026-05-02&until=2026-05-31&format=text`)).text).toContain('Nothing was recorded');
    const evaluation = (await asked(`${PLAN}/self-evaluation`)).json;
    expect(evaluation.counts).toEqual([
      { rating: 'not-yet-established', items: 0 },
      { rating: 'partly-established', items: 1 },
      { rating: 'established', items: 0 },
      { rating: 'exemplary', items: 0 },
      { rating: null, items: 2 },
    ]);
    expect((await asked(`${PLAN}/self-evaluation?format=text`)).text).toContain('1.1: partly established (2 February 2026)');
  });

  it('is printed as text and as CSV that no spreadsheet computes', async () => {
    expect((await asked(`${PLAN}?format=text`)).text).toContain('1. Economy');
    expect((await asked(`${PLAN}?format=csv`)).text).toContain("'=SUM(A1)");
    expect((await asked('bodies/cpp-strategic-board/plans?format=text')).text).toContain('3 items: 1 ongoing, 1 undated, 1 achieved');
  });

  it('adopted or found to be private is shown only to who may read such', async () => {
    await say('correct-plan', { exempt: true, reason: 'Taken in private.' });
    for (const url of [
      PLAN,
      `${PLAN}?as-at=2026-01-12`,
      `${PLAN}/items/1.1`,
      `${PLAN}/progress?from=2026-01-12&until=2026-12-31`,
      `${PLAN}/self-evaluation`,
    ]) {
      expect((await asked(url)).status).toBe(404);
      expect((await asked(url, stranger)).status).toBe(404);
      expect((await asked(url, member)).status).toBe(200);
    }
    expect((await asked('bodies/cpp-strategic-board/plans')).json.items).toEqual([]);
    expect((await asked('bodies/cpp-strategic-board/plans', member)).json.items).toHaveLength(1);
    await say('correct-plan', { exempt: false, reason: 'It was not.' });
    expect((await asked(PLAN)).status).toBe(200);
  });

  it.each([
    ['add-plan-item', { items: [] }, 400],
    ['add-plan-item', { items: [{ itemId: '../x', text: 'x', leads: [] }] }, 400],
    ['add-plan-item', { items: [{ itemId: 'y', text: '', leads: [] }] }, 400],
    ['add-plan-item', { items: [{ itemId: 'y', text: 'x', leads: 'SBC' }] }, 400],
    ['add-plan-item', { items: [{ itemId: 'y', text: 'x', leads: [], implications: [{ of: 'joy', words: 'x' }] }] }, 400],
    ['supersede-plan-item', { item: '1.2', by: 'x', ref: 'javascript:alert(1)' }, 400],
    ['complete-plan-item', { item: '1.2', words: 'x', occurrence: '2026-02-30' }, 400],
    ['report-achievement', { item: '9.9', words: 'x' }, 422],
    ['adopt-plan', { title: 'x', kind: 'wish-list', cited: 'x' }, 400],
    ['adopt-plan', { title: 'x', kind: 'strategy', cited: 'x' }, 409],
  ])('refuses bad input to %s: %j', async (verb, data, status) => {
    expect((await board.command(`${PLAN}/${verb}`, data)).status).toBe(status);
  });

  it.each([
    ['progress', 400],
    ['progress?from=2026-12-31&until=2026-01-01', 422],
    ['progress?from=1900-01-01&until=2026-01-01', 422],
    ['items/none', 404],
    ['?as-at=yesterday', 400],
    ['?format=xml', 400],
  ])('refuses to be asked for %s', async (what, status) => {
    expect((await asked(what.startsWith('?') ? `${PLAN}${what}` : `${PLAN}/${what}`)).status).toBe(status);
  });

  it('closed with its open items takes them with it', async () => {
    expect((await board.command(`${PLAN}/close-plan`, { reason: 'Replaced.' })).json).toMatchObject({
      code: 'plan.items-open',
      context: { items: ['1.2', 'x'] },
    });
    await say('close-plan', { reason: 'Replaced.', openItems: 'superseded', supersededBy: 'the next plan' }, '2026-11-01');
    const { json } = await asked(PLAN);
    expect(json).toMatchObject({ closedOn: '2026-11-01', counts: { achieved: 1, superseded: 2 } });
    expect((await board.command(`${PLAN}/review-plan`, { outcome: 'x' })).json).toMatchObject({ status: 422, code: 'plan.closed' });
  });

  it('owes what the law asks of its body again and again', async () => {
    const DUTY = 'bodies/cpp-strategic-board/duties/progress-report';
    const record = async (verb: string, data: object) => (last = (await board.record(`${DUTY}/${verb}`, data)).position);
    await record('record-duty', {
      title: 'Progress report on the LOIP',
      what: 'progress report published',
      source: 'Community Empowerment (Scotland) Act 2015, section 8',
      recurrence: 'yearly',
      afterYearEnd: { yearEnd: '2024-03-31', months: 6 },
      on: '2024-04-01',
    });
    await record('fulfil-duty', { occurrence: '2025-09-30', words: 'Published late.', on: '2025-10-02' });
    const { json } = await asked('bodies/cpp-strategic-board/duties?as-at=2026-11-01');
    expect(json.items).toEqual([
      expect.objectContaining({
        ref: 'duty:cpp-strategic-board/progress-report',
        schedule: 'every year, 6 months after the year’s end on 31 March, the first on 31 March 2024',
        missed: ['2024-09-30', '2026-09-30'],
        next: '2026-09-30',
        status: 'overdue',
        daysOverdue: 32,
      }),
    ]);
    expect(json.items[0].occurrences.map(({ due, state }: Json) => [due, state])).toEqual([
      ['2024-09-30', 'missed'],
      ['2025-09-30', 'late'],
      ['2026-09-30', 'missed'],
      ['2027-09-30', 'due'],
    ]);
    expect((await asked('bodies/cpp-strategic-board/duties?format=text')).text).toContain(
      '30 September 2025: fulfilled late on 2 October 2025',
    );
    expect((await asked(`${DUTY}?as-at=2024-06-01`)).json).toMatchObject({ status: 'not-yet-due', missed: [], next: '2024-09-30' });
    expect((await asked(`${DUTY}?as-at=2024-03-31`)).json).toMatchObject({ status: 404, code: 'duty.not-found' });
    expect((await asked('bodies/nowhere/duties')).json).toMatchObject({ status: 404, code: 'duty-list.not-found' });
    expect((await board.command(`${DUTY}/fulfil-duty`, { occurrence: '2026-09-30', words: 'Done.' }, { token: officer })).status).toBe(201);
    expect((await board.command(`${DUTY}/end-duty`, { reason: 'x' }, { token: officer })).status).toBe(403);
  });
});
