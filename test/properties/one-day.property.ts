import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { addDays, longDate } from '../../src/kernel/dates.js';
import { rules, somebody } from '../support/a-clerk.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { parseCsv } from '../support/csv.js';
import { runs } from '../support/runs.js';

const WORDS = [
  'within 20 working days',
  'next meeting',
  'within a month of the next meeting',
  'within 5 working days of the next meeting',
  '10 working days before the next meeting',
  'in 3 weeks',
  'the next meeting of the Committee for {body}',
  'within a month of the next {body} Committee meeting',
];
const MEMBERS = ['Ann Aird', 'Ben Baird', 'Cat Cairns'].map(somebody);
/** Days after the first meeting on which others may be called, and on which a holiday may fall. */
const CALLED = [16, 37, 65];
const HOLIDAYS = [3, 9, 12, 20];

/** What ends a deadline: the address below the body, and what is sent. */
const ENDS: readonly (readonly [address: string, data: (day: string, decision: object) => object])[] = [
  ['actions/one/report-action-complete', () => ({ words: 'Done.' })],
  ['plans/plan/complete-plan-item', () => ({ item: '1', words: 'Done.' })],
  ['plans/plan/drop-plan-item', () => ({ item: '2', reason: 'Not wanted.' })],
  ['plans/plan/close-plan', () => ({ reason: 'Over.' })],
  ['reports/promise/release-report-promise', () => ({ reason: 'Not wanted.' })],
  ['acknowledge-direction', () => ({ direction: 'one', recipient: 'nhs' })],
  ['report-on-direction', () => ({ direction: 'one', recipient: 'nhs', words: 'Done.', timeframeMet: true })],
  ['revoke-direction', (_day, decision) => ({ direction: 'one', reason: 'Not wanted.', decision })],
  ['begin-budget-phase', (day) => ({ budgetId: 'small', phaseId: 'one', on: day })],
  ['end-sabbatical', (day) => ({ lastDay: day })],
  ['actions/one/reopen-action', () => ({ reason: 'It was not.' })],
  ['actions/one/extend-action', () => ({ due: 'next meeting', reason: 'Late.' })],
];

type Step =
  | { readonly step: 'call' | 'cancel' | 'open'; readonly at: number; readonly of: 'its own' | 'the other body' }
  | { readonly step: 'holiday' | 'no-holiday'; readonly at: number }
  | { readonly step: 'end'; readonly which: number }
  | { readonly step: 'days'; readonly count: number };

const nth = (of: readonly unknown[]) => fc.nat({ max: of.length - 1 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        step: fc.constantFrom('call' as const, 'cancel' as const, 'open' as const),
        at: nth(CALLED),
        of: fc.constantFrom('its own' as const, 'the other body' as const),
      }),
    },
    { weight: 3, arbitrary: fc.record({ step: fc.constantFrom('holiday' as const, 'no-holiday' as const), at: nth(HOLIDAYS) }) },
    { weight: 3, arbitrary: fc.record({ step: fc.constant('end' as const), which: nth(ENDS) }) },
    { weight: 2, arbitrary: fc.record({ step: fc.constant('days' as const), count: fc.integer({ min: 1, max: 25 }) }) },
  ),
  { minLength: 4, maxLength: 16 },
);
const words = fc.array(nth(WORDS), { minLength: 12, maxLength: 12 });

interface Due {
  readonly dueId: string;
  readonly kind: string;
  readonly recordId: string;
  readonly clock: string;
  readonly deadline: { readonly latest?: string };
  readonly standing: string;
}
type Json = Record<string, never>;

/** One body in the course of a time that was made up: every kind of deadline stands in it, in words that were made up too. */
class Course {
  private position = '';
  private readonly first: string;

  constructor(
    private readonly app: TestApp,
    private readonly clock: HandClock,
    readonly bodyId: string,
    private readonly said: readonly number[],
  ) {
    this.first = this.today;
  }

  get today(): string {
    return this.clock.now().slice(0, 10);
  }

  private get other(): string {
    return `of-${this.bodyId}`;
  }

  private get decision(): object {
    return { meetingId: `${this.bodyId}/${this.first}`, decisionId: 'd-1' };
  }

  /** A command below the body; whether it was accepted. */
  private async tried(address: string, data: object = {}): Promise<boolean> {
    this.clock.advance(60);
    const { status, json } = await this.app.command(
      /^(calendars|bodies)\//.test(address) ? address : `bodies/${this.bodyId}/${address}`,
      data,
    );
    if (status < 300) this.position = (json as { position: string }).position;
    else if (status !== 422 && status !== 409 && status !== 404) throw new Error(`${address}: ${status} ${JSON.stringify(json)}`);
    return status < 300;
  }

  private async do(address: string, data: object = {}): Promise<void> {
    if (!(await this.tried(address, data))) throw new Error(`${address} was refused`);
  }

  async begun(): Promise<void> {
    const { first, bodyId } = this;
    const due = (at: number): string => WORDS[this.said[at]!]!.replace('{body}', bodyId.toUpperCase());
    await this.do('establish-body', { name: `Board ${bodyId}`, kind: 'joint-board' });
    await this.do(`bodies/${this.other}/establish-body`, { name: `${bodyId} Committee (Committee for ${bodyId})`, kind: 'committee' });
    await this.do(`bodies/${this.other}/adopt-constitution`, rules('2020-01-01', {}));
    await this.do('adopt-constitution', rules('2020-01-01', { references: { direction: `${bodyId}-{seq}` } }));
    for (const { personId, name } of MEMBERS) {
      await this.do('create-seat', { seatId: `s-${personId}`, label: name, from: '2020-01-01' });
      await this.do('fill-seat', { seatId: `s-${personId}`, holder: { personId, name }, from: '2020-01-01' });
    }
    const terms = { recipients: [{ recipient: 'nhs', name: 'The Health Board' }], text: 'Do it.', functions: { words: 'All' } };
    await this.do('draft-direction', { direction: 'one', title: 'One', ...terms, timeframes: due(0), review: due(1) });
    const meeting = `meetings/${first}`;
    await this.do(`${meeting}/call-meeting`, { date: first });
    await this.do(`${meeting}/open-meeting`);
    for (const person of MEMBERS) await this.do(`${meeting}/record-attendance`, { person, as: 'present' });
    await this.do(`${meeting}/take-item`, { heading: 'BUSINESS' });
    await this.do(`${meeting}/record-paragraph`, { text: 'There was a report.' });
    await this.do(`${meeting}/record-decision`, { decisionId: 'd-1', words: 'AGREED to do it.' });
    await this.do(`${meeting}/conclude-meeting`, {});
    await this.do(`${meeting}/circulate-minute`, {});
    const { decision } = this;
    await this.do('approve-direction', { direction: 'one', decision });
    await this.do('issue-direction', { direction: 'one', by: 'The Chief Officer', acknowledgeBy: due(2) });
    await this.do('actions/one/raise-action', { source: { decision }, item: { title: 'One' }, officers: ['Ann Aird'], due: due(3) });
    await this.do('reports/promise/promise-report', { title: 'More', words: 'that more be said', decision, due: due(4) });
    const plan = { title: 'Plan', kind: 'improvement-plan', on: first, saidOn: first, cited: 'Adopted.', review: due(5) };
    await this.do('plans/plan/adopt-plan', plan);
    const item = (itemId: string, at: number) => ({ itemId, text: `Item ${itemId}.`, leads: [], due: due(at), dueSaidOn: first });
    await this.do('plans/plan/add-plan-item', { items: [item('1', 6), item('2', 7)] });
    const year = { recurrence: 'yearly', afterYearEnd: { yearEnd: `${first.slice(0, 4)}-03-31`, months: 6 }, on: first };
    await this.do('duties/duty/record-duty', { title: 'Duty', what: 'report published', source: 'An Act', ...year });
    await this.do('begin-sabbatical', { from: first, until: due(8), reason: 'Rest.' });
    await this.do('plan-constitution-review', { on: first, words: due(9) });
    await this.do('name-pathfinder', { gated: [this.other], on: first, reviewAt: due(11), reviewedBy: this.other });
    const phases = [{ phaseId: 'one', words: due(10) }];
    await this.do('delegate-budget', { budgetId: 'small', title: 'Grants', amount: { pence: 100_000 }, on: first, phases });
    await this.do('participation-requests/path/receive-participation-request', {
      title: 'Path',
      from: [{ name: 'Trust', kind: 'community-controlled', constitutionAttached: true }],
      form: 'schedule',
      service: 'Paths',
      outcome: 'Safe ways.',
      reasons: 'They are used.',
      experience: 'Long.',
      improvement: 'Open in winter.',
    });
    await this.do('participation-requests/path/validate-request');
  }

  async take(step: Step): Promise<void> {
    if (step.step === 'days') this.clock.advance(step.count * 24 * 60 * 60);
    if (step.step === 'end') await this.tried(ENDS[step.which]![0], ENDS[step.which]![1](this.today, this.decision));
    if (step.step === 'holiday' || step.step === 'no-holiday') {
      const date = addDays(this.first, HOLIDAYS[step.at]!);
      if (step.step === 'holiday') await this.tried(`calendars/${this.bodyId}/record-holiday`, { date, title: 'A day' });
      else await this.tried(`calendars/${this.bodyId}/withdraw-holiday`, { date, reason: 'It was not.' });
    }
    if (step.step !== 'call' && step.step !== 'cancel' && step.step !== 'open') return;
    const date = addDays(this.first, CALLED[step.at]!);
    const meeting = `bodies/${step.of === 'its own' ? this.bodyId : this.other}/meetings/${date}`;
    if (step.step === 'call' && date >= this.today) await this.tried(`${meeting}/call-meeting`, { date });
    if (step.step === 'cancel') await this.tried(`${meeting}/cancel-meeting`, { reason: 'Not enough business.' });
    if (step.step === 'open' && date <= this.today) await this.tried(`${meeting}/open-meeting`);
  }

  private async read<T = Json>(address: string): Promise<T> {
    const { json, status } = await this.app.get(address, { after: this.position });
    if (status >= 300) throw new Error(`${address}: ${status} ${JSON.stringify(json)}`);
    return json as T;
  }
  private text = async (address: string): Promise<string> => (await this.app.get(address, { after: this.position })).text;

  /** Every deadline of the body, as the due calendar lists it. */
  async listed(): Promise<readonly Due[]> {
    const of = async (query: string) => (await this.read<{ items: Due[] }>(`bodies/${this.bodyId}/due?limit=100&${query}`)).items;
    return [...(await of('standing=all')), ...(await of('undated=true'))];
  }

  /** What each record's own view says of its deadlines: the last day, by the deadline's id. */
  async viewed(): Promise<ReadonlyMap<string, string | null>> {
    const { bodyId: b } = this;
    const said = new Map<string, string | null>();
    const say = (dueId: string, deadline: { latest?: string } | null | undefined): void => {
      if (deadline) said.set(dueId, deadline.latest ?? null);
    };
    const own = <T>(address: string): Promise<T> => this.read<T>(`bodies/${b}${address}`);
    type Deadline = { latest?: string };
    say(`action:${b}/one#due`, (await own<{ due: Deadline }>('/actions/one')).due);
    const plan = await own<{ nextReview: Deadline; groups: { items: { itemId: string; dueBy: string | null }[] }[] }>('/plans/plan');
    say(`plan:${b}/plan#review`, plan.nextReview);
    for (const { itemId, dueBy } of plan.groups.flatMap(({ items }) => items)) said.set(`plan:${b}/plan#item-${itemId}`, dueBy);
    for (const { promiseId, due } of (await own<{ items: { promiseId: string; due: Deadline }[] }>('/report-promises')).items)
      say(`report:${promiseId}#brought-back`, due);
    const direction = await own<{
      terms: { timeframes: Deadline };
      review: Deadline;
      issues: { recipient: string; acknowledge: Deadline }[];
    }>('/directions/one');
    say(`direction:${b}/one#timeframe`, direction.terms.timeframes);
    say(`direction:${b}/one#review`, direction.review);
    for (const { recipient, acknowledge } of direction.issues) say(`direction:${b}/one#acknowledge-${recipient}`, acknowledge);
    const { overTime } = await own<{
      overTime: {
        pathfinder: { reviewAt: Deadline };
        sabbaticals: { until: Deadline }[];
        reviewPlanned: Deadline;
        budgets: { phases: { deadline: Deadline }[] }[];
      };
    }>('');
    say(`body:${b}#sabbatical`, overTime.sabbaticals[0]?.until);
    say(`body:${b}#constitution-review`, overTime.reviewPlanned);
    say(`body:${b}#pathfinder-review`, overTime.pathfinder.reviewAt);
    say(`body:${b}#budget-small-one`, overTime.budgets[0]?.phases[0]?.deadline);
    const duties = await own<{ items: { next: string | null }[] }>('/duties');
    said.set(`duty:${b}/duty#next`, duties.items[0]?.next ?? null);
    const request = await own<{ clocks: { clock: string; deadline: Deadline }[] }>('/participation-requests/path');
    for (const { clock, deadline } of request.clocks) say(`participation-request:${b}/path#${clock}`, deadline);
    return said;
  }

  /** The last day that the lines of the CSV, and the events of the calendar file, have for each deadline that runs. */
  async filed(): Promise<{ readonly csv: ReadonlyMap<string, string>; readonly ics: ReadonlyMap<string, string> }> {
    const address = `bodies/${this.bodyId}/due`;
    const [head, ...lines] = parseCsv(await this.text(`${address}?format=csv`));
    const at = (name: string): number => head!.indexOf(name);
    const csv = lines.map((one) => [`${one[at('KIND')]}:${one[at('RECORD')]}#${one[at('CLOCK')]}`, one[at('LATEST')]!] as const);
    const calendar = new ICAL.Component(ICAL.parse(await this.text(`${address}?format=ics`)) as unknown[] as never);
    const events = calendar.getAllSubcomponents('vevent').filter((one) => one.getFirstPropertyValue('status') === 'CONFIRMED');
    const ics = events.map((one) => {
      const { description, endDate } = new ICAL.Event(one);
      return [description.split('\n').at(-1)!, addDays(endDate.toString(), -1)] as const;
    });
    return { csv: new Map(csv), ics: new Map(ics) };
  }

  /** The pages that show deadlines that run. */
  async pages(): Promise<Readonly<Record<string, string>>> {
    const page = async (address: string) => this.text(`/bodies/${this.bodyId}${address}`);
    return {
      due: await page('/due'),
      action: await page('/actions/one'),
      plan: await page('/plans/plan'),
      body: await page('/standing'),
      direction: await page('/directions/one'),
    };
  }
}

const PAGED: Readonly<Record<string, (due: Due) => boolean>> = {
  due: () => true,
  action: ({ kind }) => kind === 'action',
  plan: ({ kind }) => kind === 'plan',
  body: ({ kind, clock }) => kind === 'body' && !clock.startsWith('participation'),
  direction: ({ kind, clock }) => kind === 'direction' && clock !== 'timeframe',
};

describe('a deadline of any kind', () => {
  let app: TestApp;
  const clock = new HandClock('2026-03-02T10:00:00.000Z');
  let bodies = 0;
  beforeAll(async () => {
    app = await createTestApp({ clock });
  });
  afterAll(() => app.close());

  it('has one day: in the view of its record, in the list, in the row, in the table, in the calendar file and on the pages', async () => {
    const kinds = new Set<string>();
    await fc.assert(
      fc.asyncProperty(words, steps, async (said, taken) => {
        bodies += 1;
        const course = new Course(app, clock, `b${bodies}`, said);
        await course.begun();
        for (const step of taken) await course.take(step);
        const rows = await course.listed();
        const live = rows.filter(({ standing }) => standing === 'live');
        const dated = new Map(live.flatMap(({ dueId, deadline: { latest } }) => (latest === undefined ? [] : [[dueId, latest] as const])));
        const viewed = await course.viewed();
        for (const { dueId, kind, deadline, standing } of rows) {
          kinds.add(kind);
          if (viewed.has(dueId)) expect([dueId, standing, viewed.get(dueId)]).toEqual([dueId, standing, deadline.latest ?? null]);
        }
        const { csv, ics } = await course.filed();
        expect(Object.fromEntries(csv)).toEqual(Object.fromEntries(dated));
        expect(Object.fromEntries(ics)).toEqual(Object.fromEntries(dated));
        for (const [page, text] of Object.entries(await course.pages()))
          for (const due of live)
            if (due.deadline.latest !== undefined && PAGED[page]!(due))
              expect({ page, dueId: due.dueId, says: text.includes(longDate(due.deadline.latest)) }).toEqual({
                page,
                dueId: due.dueId,
                says: true,
              });
      }),
      { numRuns: runs(6, 60) },
    );
    expect([...kinds].sort()).toEqual(['action', 'body', 'direction', 'duty', 'meeting', 'participation-request', 'plan', 'report']);
  }, 600_000);
});
