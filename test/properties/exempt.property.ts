import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { Reminding } from '../../src/across/reminders/reminding/reminding.module.js';
import { addressesRead, filled } from '../support/addresses.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { BOARD, establishBoard, MEMBERS } from '../support/live-board.js';
import { MailServer } from '../support/mail-server.js';
import { runs } from '../support/runs.js';

const TIMEOUT_MS = 900_000;
const RUNS = runs(1, 8);

/** How a piece of business becomes exempt: never, from the beginning, after all that came of it was recorded, or only for a while. */
const WAYS = [
  'never',
  'item',
  'item-late',
  'item-not-decision',
  'decision',
  'decision-late',
  'found-public',
  'item-opened',
  'report-late',
  'excluded',
  'excluded-unnamed',
  'excluded-struck',
] as const;
type Way = (typeof WAYS)[number];

/** Whether a piece of business is exempt in the end: its decision, its whole item, the report under it. */
const isExempt = (way: Way): boolean => isWhole(way) || way === 'decision' || way === 'decision-late';
const isWhole = (way: Way): boolean => isExcluded(way) || way === 'item' || way === 'item-late' || way === 'item-not-decision';
/** The public was excluded for it: it was named, or taken while the exclusion stood. */
const isExcluded = (way: Way): boolean => way === 'excluded' || way === 'excluded-unnamed';
const isOfReport = (way: Way): boolean => isWhole(way) || way === 'report-late';

const DAYS = {
  notice: '2026-02-20',
  held: '2026-03-02',
  raised: '2026-03-03',
  found: '2026-03-10',
  signed: '2026-03-20',
  now: '2026-04-20',
};
const MEETING = '2026-03-02';
const LATER = '2026-03-20';
const OFFICER = 'Olive Orr';

/** A word that stands nowhere else: what it is of, and which piece of business. */
const mark = (kind: string, index: number): string => `zq${kind}q${index}z`;

interface Marked {
  readonly word: string;
  /** It may be read by everybody in the end. */
  readonly open: boolean;
}

class Record {
  readonly marks: Marked[] = [];
  private position = '';
  /** The step by which the public is excluded in error. */
  private struck = 0;

  constructor(
    private readonly app: TestApp,
    private readonly clock: HandClock,
    readonly ways: readonly Way[],
  ) {}

  at = (day: string): void => this.clock.set(`${day}T12:00:00.000Z`);

  async do(address: string, data: object): Promise<string> {
    const { id, position } = await this.app.record(`bodies/${BOARD}/${address}`, data);
    this.position = position;
    this.clock.advance(1);
    return id;
  }

  get last(): string {
    return this.position;
  }

  /** A marked word of a piece of business; `of`: whether it is exempt. */
  private say(kind: string, index: number, secret: boolean): string {
    const word = mark(kind, index);
    this.marks.push({ word, open: !secret });
    return word;
  }

  async told(): Promise<void> {
    const { ways } = this;
    const meeting = `meetings/${MEETING}`;
    this.at(DAYS.notice);
    await this.do(`${meeting}/call-meeting`, { date: DAYS.held, time: '14:00', place: 'Hall' });
    for (const [index, way] of ways.entries()) {
      const early = way === 'item' || way === 'item-opened' || way === 'item-not-decision' ? { exempt: { paragraph: '6' } } : {};
      await this.do(`${meeting}/add-agenda-item`, {
        itemId: `i-${index}`,
        title: `Item ${this.say('item', index, isWhole(way))}`,
        asked: `Consider ${this.say('asked', index, isWhole(way))}.`,
        ...early,
      });
      await this.do(`${meeting}/add-agenda-item`, {
        itemId: `n-${index}`,
        title: `Not taken ${this.say('nottaken', index, isWhole(way) && way !== 'excluded-unnamed')}`,
        ...early,
      });
      await this.do(`reports/r-${index}/submit-report`, {
        title: `Report ${this.say('report', index, isOfReport(way))}`,
        authors: [{ name: 'A. Author', role: 'Manager' }],
        purpose: `To say ${this.say('purpose', index, isOfReport(way))}`,
        recommendations: [{ label: 'a)', words: `Approve ${this.say('recommended', index, isOfReport(way))}` }],
        onAgenda: { meetingId: `${BOARD}/${MEETING}`, itemId: `i-${index}` },
      });
    }
    await this.do(`${meeting}/give-notice`, { givenOn: DAYS.notice, by: 'Clerk' });
    this.at(DAYS.held);
    await this.opened(meeting);
    for (const [index, way] of ways.entries()) await this.business(meeting, index, way);
    await this.do(`${meeting}/conclude-meeting`, { time: '16:00' });
    this.at(DAYS.raised);
    for (const [index, way] of ways.entries()) await this.cameOf(index, way);
    this.at(DAYS.found);
    for (const [index, way] of ways.entries()) await this.found(meeting, index, way);
    await this.do(`${meeting}/circulate-minute`, {});
    this.at(DAYS.signed);
    await this.signed(meeting);
    this.at(DAYS.now);
  }

  private async opened(meeting: string): Promise<void> {
    await this.do(`${meeting}/open-meeting`, {});
    for (const person of MEMBERS) await this.do(`${meeting}/record-attendance`, { person, as: 'present' });
    await this.do(`${meeting}/take-chair`, { personId: MEMBERS[0]!.personId, reason: 'Chair' });
  }

  private async business(meeting: string, index: number, way: Way): Promise<void> {
    const secret = isExempt(way);
    const excluded = isExcluded(way) || way === 'excluded-struck';
    const itemIds = way === 'excluded' ? [`i-${index}`, `n-${index}`] : [];
    if (excluded) await this.do(`${meeting}/exclude-public`, { itemIds, paragraphs: ['6'] });
    await this.do(`${meeting}/take-item`, { itemId: `i-${index}` });
    await this.do(`${meeting}/record-paragraph`, { text: `It was said that ${this.say('paragraph', index, isWhole(way))}.` });
    await this.do(`${meeting}/declare-interest`, {
      personId: MEMBERS[1]!.personId,
      itemId: `i-${index}`,
      outcome: 'connection-only',
      nature: `Knows ${this.say('interest', index, isWhole(way))}`,
    });
    await this.do(`${meeting}/move-motion`, {
      motionId: `m-${index}`,
      movedBy: MEMBERS[1]!.personId,
      text: `That ${this.say('motion', index, secret)} be done`,
    });
    await this.do(`${meeting}/second-motion`, { motionId: `m-${index}`, secondedBy: MEMBERS[2]!.personId });
    await this.do(`${meeting}/take-vote`, { motionId: `m-${index}`, method: 'consent' });
    const early = way === 'decision' || way === 'found-public' ? { exempt: true } : way === 'item-not-decision' ? { exempt: false } : {};
    await this.do(`${meeting}/record-decision`, {
      decisionId: `d-${index}`,
      words: `AGREED that a report on ${this.say('decision', index, secret)} be brought back:`,
      parts: [{ letter: 'a', text: `that a report be brought back on ${this.say('part', index, secret)}.` }],
      motionId: `m-${index}`,
      outcome: { kind: 'continued', to: 'the next meeting' },
      ...early,
    });
    if (excluded) await this.do(`${meeting}/readmit-public`, {});
    if (way === 'excluded-struck') this.struck = await this.lastExclusion(meeting);
  }

  private async lastExclusion(meeting: string): Promise<number> {
    const { text } = await this.app.get(`/api/v1/bodies/${BOARD}/${meeting}/course`, { token: this.app.operator });
    const { steps } = JSON.parse(text) as { readonly steps: readonly { readonly of: string; readonly step: number }[] };
    return steps.findLast(({ of }) => of === 'PublicExcluded')!.step;
  }

  private async cameOf(index: number, way: Way): Promise<void> {
    const secret = isExempt(way);
    const decision = { meetingId: `${BOARD}/${MEETING}`, decisionId: `d-${index}` };
    await this.do(`actions/a-${index}/raise-action`, {
      source: { decision },
      officers: [OFFICER],
      organisation: 'Valley Council',
      due: '1 April 2026',
    });
    await this.do(`actions/a-${index}/report-progress`, { words: `Begun ${this.say('progress', index, secret)}.` });
    await this.do(`actions/b-${index}/raise-action`, {
      source: { decision, part: 'a' },
      item: { title: `Title ${this.say('actiontitle', index, secret)}` },
      words: `AGREED ${this.say('action', index, secret)}.`,
      officers: [OFFICER],
      due: 'next meeting',
    });
    await this.do(`reports/p-${index}/promise-report`, {
      title: `Promise ${this.say('promise', index, secret)}`,
      words: `that ${this.say('promised', index, secret)} be brought back`,
      decision,
      part: 'a',
      due: '1 April 2026',
      officers: [OFFICER],
    });
    // Said to be exempt by themselves: of what is only cited, and of a public report.
    await this.do(`actions/c-${index}/raise-action`, {
      source: { cited: { paragraph: '9', heading: '2 March 2026', meetingDate: DAYS.held } },
      item: { title: `Title ${this.say('citedtitle', index, true)}` },
      words: `AGREED ${this.say('cited', index, true)}.`,
      officers: [OFFICER],
      due: '1 April 2026',
      exempt: true,
    });
    await this.do(`reports/s-${index}/promise-report`, {
      title: `Promise ${this.say('ownpromise', index, true)}`,
      words: 'that more follows',
      report: `${BOARD}/r-${index}`,
      due: '1 April 2026',
      officers: [OFFICER],
      exempt: true,
    });
    await this.do(`reports/q-${index}/promise-report`, {
      title: `Promise ${this.say('inreport', index, isOfReport(way))}`,
      words: `that ${this.say('inreportwords', index, isOfReport(way))} follows`,
      report: `${BOARD}/r-${index}`,
      due: '1 April 2026',
      officers: [OFFICER],
    });
    await this.do(`reports/r-${index}/decide-recommendation`, {
      letter: 'a',
      outcome: 'amended',
      words: `Instead ${this.say('outcome', index, secret || isOfReport(way))}`,
      decision,
    });
    await this.do(`plans/l-${index}/adopt-plan`, {
      title: `Plan ${this.say('plan', index, secret)}`,
      kind: 'strategy',
      decision,
      introduction: `First ${this.say('introduction', index, secret)}`,
      review: 'in two weeks',
    });
    await this.do(`plans/l-${index}/add-plan-item`, {
      items: [{ itemId: '1', text: `Do ${this.say('planitem', index, secret)}`, leads: [OFFICER], due: '1 April 2026' }],
    });
    // A plan that the report proposed, adopted by a decision that is not in the system.
    const proposed = (kind: string): string => this.say(kind, index, isOfReport(way));
    await this.do(`plans/k-${index}/adopt-plan`, {
      title: `Plan ${proposed('proposedplan')}`,
      kind: 'strategy',
      report: `${BOARD}/r-${index}`,
      cited: 'By the board',
      review: 'in two weeks',
    });
    await this.do(`plans/k-${index}/add-plan-item`, {
      items: [{ itemId: '1', text: `Do ${proposed('proposeditem')}`, leads: [OFFICER], due: '1 April 2026' }],
    });
    // A public plan, of which a decision that becomes exempt changes items.
    if (index === 0)
      await this.do('plans/open/adopt-plan', { title: 'Open plan', kind: 'strategy', cited: 'By the board', on: DAYS.notice });
    const items = ['amended', 'completed', 'superseded', 'dropped'].map((itemId) => ({
      itemId: `${itemId}-${index}`,
      text: `Open item ${itemId} ${index}`,
      leads: [OFFICER],
      due: '1 April 2026',
    }));
    await this.do('plans/open/add-plan-item', { items, on: DAYS.notice });
    const said = (kind: string): string => this.say(kind, index, secret);
    await this.do('plans/open/amend-plan-item', { item: `amended-${index}`, text: `Now ${said('amended')}`, decision });
    await this.do('plans/open/complete-plan-item', { item: `completed-${index}`, words: `Done ${said('completed')}`, decision });
    await this.do('plans/open/supersede-plan-item', { item: `superseded-${index}`, by: `By ${said('superseded')}`, decision });
    await this.do('plans/open/drop-plan-item', { item: `dropped-${index}`, reason: `Because ${said('dropped')}`, decision });
    await this.do('plans/open/review-plan', { outcome: `Reviewed ${said('reviewed')}`, decision });
    await this.life(index, secret, decision);
    await this.request(index, secret, decision);
    await this.direction(`x-${index}`, index, secret, decision);
    await this.do('revoke-direction', { direction: `x-${index}`, reason: `Revoked ${said('revoked')}`, decision });
    await this.direction(`y-${index}`, index, secret, decision);
    await this.do('correct-direction', { direction: `y-${index}`, outcomes: `Corrected ${said('corrected')}`, reason: 'A slip.' });
  }

  /** A participation request that the decision decides, with its notice published. */
  private async request(index: number, secret: boolean, decision: object): Promise<void> {
    const of = (command: string, data: object = {}): Promise<string> => this.do(`participation-requests/z-${index}/${command}`, data);
    await of('receive-participation-request', {
      title: `Path ${index}`,
      from: [{ name: 'Trust', kind: 'community-controlled', constitutionAttached: true }],
      form: 'schedule',
      service: 'Paths',
      outcome: 'Safe ways.',
      reasons: 'They are used.',
      experience: 'Long.',
      improvement: 'Open in winter.',
    });
    await of('validate-request');
    for (const consideration of ['a', 'b', 'c', 'd', 'e', 'f', 'equal-opportunities'])
      await of('record-consideration', { consideration, words: 'Looked at.' });
    await of('agree-proposed-process', {
      operation: `Meets ${this.say('process', index, secret)}`,
      bodyRole: 'It takes part.',
      reasons: `Since ${this.say('agreed', index, secret)}`,
      decision,
    });
    await of('record-publication', { what: 'decision-notice', where: 'https://www.example.org/requests' });
  }

  /** A life of a body for each piece of business, every step of which its decision is behind; and one only proposed. */
  private async life(index: number, secret: boolean, decision: object): Promise<void> {
    const said = (kind: string): string => this.say(kind, index, secret);
    const of = async (command: string, data: object): Promise<string> => this.elsewhere(`bodies/life-${index}/${command}`, data);
    await this.elsewhere(`bodies/wish-${index}/propose-body`, { name: `Wish ${said('wish')}`, kind: 'locality-group', decision });
    await of('establish-body', { name: `Group ${index}`, kind: 'locality-group', on: DAYS.notice });
    await of('set-readiness-conditions', { conditions: [{ conditionId: 'c', title: `Have ${said('condition')}` }], decision });
    await of('evidence-condition', { condition: 'c', words: `Shown ${said('evidence')}`, on: DAYS.held });
    await of('delegate-budget', {
      budgetId: 'b',
      title: `Budget ${this.say('budget', index, true)}`,
      toBeDefined: `About ${said('amount')}`,
      phases: [{ phaseId: 'p', words: `after ${said('phase')}` }],
      on: DAYS.held,
      decision,
    });
    await of('change-budget', {
      budgetId: 'b',
      title: `Money ${said('money')}`,
      reason: `For ${this.say('moneyreason', index, true)}`,
      on: DAYS.held,
    });
    await of('begin-budget-phase', { budgetId: 'b', phaseId: 'p', on: DAYS.held, words: `Begun ${this.say('phasebegun', index, true)}` });
    await of('record-remit', { words: `To do ${said('remit')}`, from: DAYS.held, decision, source: `Paper ${said('remitsource')}` });
    await of('name-pathfinder', { gated: [BOARD], reviewAt: `when ${said('pathfinder')}`, on: DAYS.held, decision });
    await of('review-pathfinder', { on: DAYS.held, outcome: 'not-yet', findings: `Found ${said('findings')}`, decision });
    await of('plan-constitution-review', { words: `once ${said('review')}`, on: DAYS.held, decision });
    await of('begin-sabbatical', { from: DAYS.held, until: `when ${said('until')}`, reason: `Because ${said('sabbatical')}`, decision });
    await of('relaunch-body', { on: DAYS.raised, words: `Again ${said('relaunch')}`, decision });
    await of('dissolve-body', { on: DAYS.found, reason: `Over ${said('dissolved')}`, decision });
  }

  private async elsewhere(address: string, data: object): Promise<string> {
    const { id, position } = await this.app.record(address, data);
    this.position = position;
    this.clock.advance(1);
    return id;
  }

  private async direction(id: string, index: number, secret: boolean, decision: object): Promise<void> {
    const kind = id.slice(0, 1);
    await this.do('draft-direction', {
      direction: id,
      title: `Direction ${this.say(`title${kind}`, index, secret)}`,
      recipients: [{ recipient: 'nhs', name: 'The Health Board' }],
      functions: { words: 'All delegated functions' },
      text: `Do ${this.say(`text${kind}`, index, secret)}`,
      timeframes: 'by 31 March 2026',
      finance: { words: 'From the set-aside sum', amount: 150_000 },
      review: 'in September 2026',
    });
    await this.do('approve-direction', { direction: id, decision, reference: `REF-${id}` });
    await this.do('issue-direction', { direction: id, by: 'Chief Officer', acknowledgeBy: '31 March 2026', on: DAYS.held });
  }

  private async found(meeting: string, index: number, way: Way): Promise<void> {
    const reason = 'Found so since.';
    const decision = { decisionId: `d-${index}`, reason };
    for (const itemId of [`i-${index}`, `n-${index}`]) {
      if (way === 'item-late') await this.do(`${meeting}/correct-agenda-item`, { itemId, reason, exempt: { paragraph: '6' } });
      if (way === 'item-opened') await this.do(`${meeting}/correct-agenda-item`, { itemId, reason, notExempt: true });
    }
    if (way === 'excluded-struck') await this.do(`${meeting}/strike-step`, { step: this.struck, reason });
    if (way === 'report-late') await this.do(`reports/r-${index}/correct-report`, { exempt: { paragraph: '6' }, reason });
    if (way === 'decision-late') await this.do(`${meeting}/correct-decision`, { ...decision, exempt: true });
    if (way === 'found-public') await this.do(`${meeting}/correct-decision`, { ...decision, exempt: false });
  }

  private async signed(meeting: string): Promise<void> {
    const later = `meetings/${LATER}`;
    await this.do(`${later}/call-meeting`, { date: LATER, time: '14:00', place: 'Hall' });
    await this.do(`${later}/give-notice`, { givenOn: DAYS.signed, by: 'Clerk' });
    await this.opened(later);
    await this.do(`${later}/take-item`, { heading: 'Minute' });
    await this.do(`${later}/record-paragraph`, { text: 'The minute was read.' });
    const decisionId = await this.do(`${later}/record-decision`, {
      words: 'APPROVED the Minute.',
      outcome: { kind: 'minute-approved', meetingId: `${BOARD}/${MEETING}` },
    });
    const atMeeting = `${BOARD}/${LATER}`;
    const corrections = this.ways.map((way, index) => ({
      paragraph: String(index + 1),
      words: `should read ${this.say('correction', index, isExempt(way))}`,
    }));
    await this.do(`${meeting}/approve-minute`, { atMeeting, decisionId, corrections });
    await this.do(`${meeting}/sign-minute`, { atMeeting, signedBy: MEMBERS[0]!.personId });
  }
}

/** The addresses that tell of events as they are recorded: followed from before anything is said. */
const FOLLOWED = /^\/api\/v1\/.*\/live$|\/live\/events$/;
/** Addresses that stand for no record: they are asked elsewhere. */
const NOT_ASKED = /^\/api\/v1\/(health|problems)|\/metrics$|\/brand\.css$|^\/api\/docs|:(year|calendar|duty|tokenId)\b/;
/** The items of plans are asked for in the plan they are of: one in the plan of each piece of business, the open ones in the open plan. */
const isOfItsPlan = (address: string): boolean => {
  const [, plan, item] = /\/plans\/([^/]+)\/items\/([^/]+)/.exec(address) ?? [];
  return plan === undefined || item === undefined || (plan === 'open' ? !/^(1|i-.*)$/.test(item) : item === '1');
};
/** The addresses that tell of a body's life. */
const OF_A_LIFE = /^(\/api\/v1)?\/bodies\/:bodyId(\/(standing|coverage|locality-survey|constitution|due))?$/;
const LISTS = ['', 'format=text', 'format=csv', 'format=ics', 'format=html', 'format=json'];
const DAYS_ASKED = runs(1, 2) === 1 ? [DAYS.raised] : [DAYS.held, DAYS.raised, DAYS.found, DAYS.signed];
const TIMES = [
  '',
  ...DAYS_ASKED.flatMap((day) => [`as-at=${day}`, `as-known-at=${day}`]),
  `as-at=${DAYS.raised}&as-known-at=${DAYS.raised}`,
];
const PERIOD = `from=${DAYS.notice}&until=${DAYS.now}`;

interface Followed {
  readonly reader: string;
  readonly address: string;
  text: string;
}

/** Follows every live feed as each of the readers; what they are told until it is ended. */
async function follow(
  app: TestApp,
  readers: { readonly [reader: string]: string | null },
): Promise<{ end(): Promise<readonly Followed[]> }> {
  const origin = await app.listen();
  const stop = new AbortController();
  const feeds = addressesRead(app).filter((address) => FOLLOWED.test(address));
  const addresses = feeds.flatMap((address) => filled(address, { bodyId: [BOARD, 'life-0'], meeting: [MEETING, LATER] })!);
  const followed = await Promise.all(
    addresses.flatMap((address) =>
      Object.entries(readers).map(async ([reader, token]) => {
        const one: Followed = { reader, address, text: '' };
        const sent = token === null ? {} : { headers: { authorization: `Bearer ${token}` } };
        const answer = await fetch(`${origin}${address}`, { ...sent, signal: stop.signal });
        const read = async (): Promise<void> => {
          for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) one.text += chunk;
        };
        return { one, done: read().catch(() => undefined) };
      }),
    ),
  );
  return {
    async end() {
      const length = (): number => followed.reduce((sum, { one }) => sum + one.text.length, 0);
      for (let before = -1; before !== length();) {
        before = length();
        await pause(500);
      }
      stop.abort();
      await Promise.all(followed.map(({ done }) => done));
      return followed.map(({ one }) => one);
    },
  };
}

describe('what came of business taken in private', () => {
  let mails: MailServer;
  beforeAll(async () => {
    mails = await MailServer.start();
  });
  afterAll(() => mails.stop());

  it(
    'is nowhere read by whoever may not read such business, and what came of the rest is',
    () =>
      fc.assert(
        fc.asyncProperty(fc.shuffledSubarray([...WAYS], { minLength: WAYS.length }), async (ways) => {
          const clock = new HandClock(`${DAYS.notice}T08:00:00.000Z`);
          const app = await createTestApp({
            clock,
            env: { QUORATE_SMTP_URL: mails.url, QUORATE_MAIL_FROM: 'quorate@example.org' },
          });
          mails.mails.length = 0;
          try {
            await establishBoard(app);
            await app.record('bodies/elsewhere/establish-body', { name: 'Elsewhere', kind: 'board' });
            const readers = {
              public: null,
              officer: await app.principal('officer', 'officer', BOARD),
              // With all rights in another body, and none in this one.
              clerkElsewhere: await app.principal('elsewhere', 'clerk', 'elsewhere'),
            };
            await app.record(
              'principals/officer/reminders/follow-reminders',
              { address: 'o@example.org', names: [OFFICER], digest: 'each' },
              { token: readers.officer },
            );
            const record = new Record(app, clock, ways);
            const feeds = await follow(app, { ...readers, clerk: app.operator });
            await record.told();
            const followed = await feeds.end();
            await app.nest.get(Reminding).round('https://record.example.org');
            const seen = new Map<string, Set<string>>(Object.keys(readers).map((reader) => [reader, new Set()]));
            const leaks = new Set<string>();
            const secrets = record.marks.filter(({ open }) => !open).map(({ word }) => word);
            const look = (reader: string, address: string, text: string): void => {
              for (const [word] of text.matchAll(/zq[a-z]+q\d+z/g)) {
                seen.get(reader)!.add(word);
                if (secrets.includes(word))
                  leaks.add(`${reader}: ${address.replaceAll(/-\d+(?=[/?]|$)/g, '-#')}: ${word.replace(/\d+/, (at) => ways[Number(at)]!)}`);
              }
            };
            for (const { reader, address, text } of followed) if (reader !== 'clerk') look(reader, address, text);
            const told = (reader: string): string =>
              followed
                .filter((one) => one.reader === reader)
                .map(({ text }) => text)
                .join('');
            expect(secrets.filter((word) => word.startsWith('zqdecisionq') && !told('clerk').includes(word))).toEqual([]);
            expect(told('officer')).toContain('DecisionRecorded');
            const ids = (kinds: Iterable<string>): string[] => [...kinds].flatMap((kind) => ways.map((_way, index) => `${kind}-${index}`));
            const values = {
              bodyId: [BOARD],
              meeting: [MEETING, LATER],
              meetingId: [MEETING],
              action: ids('abc'),
              report: ids('rpqs'),
              request: ids('z'),
              kind: ['decision'],
              plan: [...ids('lk'), 'open'],
              item: [...ids('i'), '1', ...ids(['amended', 'completed', 'superseded', 'dropped'])],
              direction: ids('xy'),
              reference: ids('xy').map((id) => `REF-${id}`),
              decisionId: ids('d'),
              login: ['officer'],
              personId: [MEMBERS[1]!.personId],
              organisationId: ['valley-council'],
              entry: ids('d'),
              step: ['note'],
              key: ['1'],
            };
            let asked = 0;
            for (const declared of addressesRead(app)) {
              if (NOT_ASKED.test(declared) || FOLLOWED.test(declared)) continue;
              const addresses = filled(declared, OF_A_LIFE.test(declared) ? { bodyId: [BOARD, ...ids(['life', 'wish'])] } : values);
              expect([declared, addresses === null ? 'has a place that has no value in this property' : '']).toEqual([declared, '']);
              for (const [at, address] of addresses!.filter(isOfItsPlan).entries())
                for (const [reader, token] of Object.entries(readers))
                  for (const time of reader === 'clerkElsewhere' ? [''] : TIMES) {
                    const lists = address.startsWith('/api/') && time === '' && at < 3 * ways.length ? LISTS : [''];
                    for (const list of lists) {
                      const query = [
                        time,
                        list,
                        /progress|performance|attendance|coverage/.test(address) ? PERIOD : '',
                        /matters-arising/.test(address) ? `for=${LATER}` : '',
                      ]
                        .filter(Boolean)
                        .join('&');
                      const url = query === '' ? address : `${address}?${query}`;
                      const answer = await app.get(url, {
                        token,
                        headers: address.startsWith('/api/') ? {} : { accept: 'text/html' },
                        after: record.last,
                      });
                      asked += 1;
                      if (answer.status >= 500) leaks.add(`${url}: ${answer.status} ${answer.text}`);
                      look(reader, url, answer.text);
                    }
                  }
            }
            for (const word of secrets)
              for (const [reader, token] of Object.entries(readers))
                for (const address of [
                  `/api/v1/bodies/${BOARD}/decisions?text=`,
                  `/bodies/${BOARD}/decisions?text=`,
                  '/records?words=',
                  '/api/v1/search?words=',
                ])
                  look(
                    reader,
                    `${address}${word}`,
                    (await app.get(`${address}${word}`, { token })).text.replaceAll(
                      new RegExp(`(value|href|content)="[^"]*${word}[^"]*"`, 'g'),
                      '',
                    ),
                  );
            for (const mail of mails.mails) look('officer', 'mail', `${mail.subject} ${mail.text} ${mail.html}`);
            expect([...leaks].sort()).toEqual([]);
            expect(mails.mails.length).toBeGreaterThan(0);
            const unread = record.marks.filter(({ word, open }) => open && !seen.get('public')!.has(word)).map(({ word }) => word);
            expect({ asked: asked > 0, unread }).toEqual({ asked: true, unread: [] });
          } finally {
            await app.close();
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      ),
    TIMEOUT_MS,
  );
});
