import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Credentials } from '../../src/slices/people/sign-in/credentials.js';
import { COMMANDS } from '../../src/app.module.js';
import { checked } from '../support/checked.js';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { importFile } from '../../src/cli/recording.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { aDirectory } from '../support/directories.js';
import { type GeneratedRequest, Generator, type OpenApi } from '../support/generated-requests.js';
import { constitution, LOADER, prepareForLoad } from '../support/load.js';
import { runs } from '../support/runs.js';

/** How many requests are sent. */
const REQUESTS = Number(process.env.QUORATE_REQUESTS ?? runs(2_000, 20_000));
/** The same seed sends the same requests: with every check these, in a long one others each time. */
const SEED = Number(process.env.QUORATE_SEED ?? runs(20_160_303, Date.now() % 2 ** 31));
const ROUND = 200;
/** A request takes some 40 ms by itself, and three times that where other tests run beside it. */
const TIMEOUT_MS = 120_000 + REQUESTS * 120;

/** Answers that never end are asked elsewhere. */
const ENDLESS = /LiveController_/;
/** Each takes the time of hashing a password, or ends the others' turn. */
const RARE = /^(SignIn|SignOut|SetPassword|ChangePassword)$/;

const BODY = 'cpp-strategic-board';
const MEMBERS = ['g-imery', 'j-brown', 'm-hume', 's-bell', 'c-bhatia'] as const;
const SEATS = ['nhs-borders-1', 'unpaid-carers', 'seat-1', 'seat-2', 'seat-3'] as const;
/** In a request these stand for the body, the meeting and the action that were begun last. */
const ITEMS = ['minute', 'adaptations', 'third-sector'] as const;
const LATEST = { body: 'latest-body', meeting: 'latest-meeting', action: 'latest-action' } as const;

let app: TestApp;
let directory: { readonly path: string; remove(): Promise<void> };
let generator: Generator;
/** What the server logged as faults. */
const faults: string[] = [];

beforeAll(async () => {
  directory = await aDirectory();
  app = await createTestApp({
    directory: directory.path,
    env: { QUORATE_LOG_LEVEL: 'error' },
    logTo: { write: (line) => void faults.push(line) },
  });
  await prepareForLoad(app);
  await app.principal('clerk', 'clerk', BODY);
  await app.principal('chair', 'chair', BODY);
  await app.principal('officer', 'officer', BODY);
  await app.principal('auditor', 'auditor');
  await app.principal('other', 'clerk', 'board-0');
  await app.principal('nobody');
  const { position } = await app.record(`bodies/board-0/meetings/2016-03-03/call-meeting`, { date: '2016-03-03' });
  const document: OpenApi = (await app.get('/api/openapi.json')).json;
  const specs = new Map(COMMANDS.map(({ spec }) => [spec.type, spec]));
  const api = apiOf(app.nest);
  for (const file of await recordFiles()) await importFile(api, specs, file);
  const ids = await idsOf(api);
  const tokens = [...often(40, LOADER), ...often(3, 'clerk'), 'chair', 'officer', 'auditor', 'other', 'nobody'].map(
    (login) => `Bearer @${login}@`,
  );
  generator = new Generator(document, { tokens, ids, position }, (operation) => ENDLESS.test(operation));
}, TIMEOUT_MS);
afterAll(async () => {
  await app.close();
  await directory.remove();
});

/** Ids that stand in the record, and a few that do not yet. */
async function idsOf(api: ReturnType<typeof apiOf>): Promise<Record<string, readonly string[]>> {
  const read = async (path: string) => JSON.parse((await api.send('GET', `/api/v1/${path}`)).text);
  const decisions = ((await read(`bodies/${BODY}/decisions?limit=20`)).items as { decisionId: string }[]).map(
    ({ decisionId }) => decisionId,
  );
  const sections = ['s-1', 's-2', ...decisions.slice(0, 2)];
  const latest = [LATEST.meeting, LATEST.meeting, LATEST.meeting, LATEST.meeting, LATEST.meeting, LATEST.meeting];
  const meetings = [...latest, '2016-03-03', '2016-06-09', 'new-1', 'new-2', 'new-3'];
  const refs = [
    ...latest.map((meeting) => `${LATEST.body}/${meeting}`),
    `${BODY}/2016-03-03`,
    `${BODY}/2016-06-09`,
    'board-0/2016-03-03',
    `${BODY}/new-1`,
    'nobody/nothing',
  ];
  const persons = [...MEMBERS, ...MEMBERS, 'd-parker', 'ana'];
  return {
    bodyId: [
      ...often(10, LATEST.body),
      'board-0',
      ...often(3, BODY),
      'board-1',
      'scottish-borders-council',
      'new-body-1',
      'new-body-2',
      'new-body-3',
    ],
    parentId: [BODY, 'scottish-borders-council', 'board-0', 'new-body-1'],
    body: [BODY, 'board-0', 'nobody'],
    meeting: meetings,
    meetingId: refs,
    atMeeting: refs,
    for: refs,
    action: [...often(6, LATEST.action), 'shared', 'a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6'],
    login: ['eve', 'ana', 'sam', 'kim', 'lee'],
    personId: persons,
    signedBy: persons,
    organisationId: ['nhs-borders', 'sbc', 'police-scotland', 'live-borders'],
    seatId: [...SEATS, 'sbc-leader', 'new-seat-1'],
    itemId: [...ITEMS, 'item-4'],
    order: [...ITEMS],
    sectionId: sections,
    entryId: ['d-7k3q9d2x', ...decisions.slice(0, 2), ...sections],
    paragraph: ['1', '1', '2', '3.2'],
    afterParagraph: ['1', '1', '2', '6.1'],
    decisionId: ['d-7k3q9d2x', 'd-7k3q9d2x', 'd-2', ...decisions.slice(0, 3)],
    motionId: ['m-1', 'm-1', 'm-1', 'm-2', 'm-3'],
    amends: ['m-1', 'm-2'],
    movedBy: persons,
    secondedBy: persons,
    ref: [
      BODY,
      `${BODY}/2016-03-03`,
      `${BODY}/2016-03-03#4.4(b)`,
      `${BODY}/a-1`,
      'principal:clerk',
      'person:j-brown',
      'board-0/shared',
      'nothing/here#1',
    ],
    tokenId: ['t-1', '01900000-0000-7000-8000-000000000000'],
    other: ['a', 'b', 'eve', 'x-1'],
  };
}

/** A body with members, a meeting of it that sits, and an action, for the requests to be about: they leave little standing. */
async function begin(round: number): Promise<(text: string) => string> {
  const api = apiOf(app.nest);
  const record = async (path: string, body: object): Promise<void> => {
    const { status, text } = await api.send('POST', `/api/v1/bodies/b-${round}/${path}`, { body, headers: { 'if-match': '*' } });
    if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
  };
  const meeting = `meetings/m-${round}`;
  await record('establish-body', { name: `Body ${round}`, kind: 'board' });
  await record('adopt-constitution', constitution);
  for (const [index, personId] of MEMBERS.entries()) {
    await record('create-seat', {
      seatId: SEATS[index]!,
      label: personId,
      organisation: `Organisation ${index}`,
      voting: true,
      from: '2010-01-01',
    });
    await record('fill-seat', { seatId: SEATS[index]!, holder: { personId, name: personId }, from: '2010-01-01' });
  }
  await record(`${meeting}/call-meeting`, { date: '2016-03-03', time: '14:00' });
  for (const [index, itemId] of ITEMS.entries())
    await record(`${meeting}/add-agenda-item`, { itemId, number: String(index + 1), title: `Item ${itemId}` });
  const stage = round % 5;
  if (stage > 0) {
    await record(`${meeting}/open-meeting`, {});
    for (const personId of MEMBERS) await record(`${meeting}/record-attendance`, { person: { personId, name: personId }, as: 'present' });
    await record(`${meeting}/take-item`, { heading: 'ITEM', itemId: 'minute' });
    await record(`${meeting}/record-paragraph`, { text: 'Paragraph.' });
    await record(`${meeting}/move-motion`, { motionId: 'm-1', movedBy: 's-bell', text: 'That the report be approved.' });
    await record(`${meeting}/record-decision`, { decisionId: 'd-7k3q9d2x', words: 'NOTED the report.' });
  }
  if (stage === 2 || stage === 3) await record(`${meeting}/second-motion`, { motionId: 'm-1', secondedBy: 'c-bhatia' });
  if (stage === 2) await record(`${meeting}/move-motion`, { motionId: 'm-2', amends: 'm-1', movedBy: 'j-brown', text: 'Leave out all.' });
  if (stage === 3) await record(`${meeting}/put-motion`, { motionId: 'm-1' });
  if (stage === 4) {
    await record(`${meeting}/conclude-meeting`, { time: '16:00' });
    await record(`${meeting}/circulate-minute`, {});
  }
  const heading = '26 November 2015';
  await record(`actions/w-${round}/raise-action`, {
    source: { cited: { heading } },
    item: { title: 'Plan' },
    words: 'AGREED.',
    officers: ['A'],
    due: 'June 2016',
  });
  return (text) =>
    text.replaceAll(LATEST.meeting, `m-${round}`).replaceAll(LATEST.action, `w-${round}`).replaceAll(LATEST.body, `b-${round}`);
}

const often = <T>(times: number, what: T): readonly T[] => Array.from({ length: times }, () => what);

/** A token of each for the `@login@` in a request: some requests sign out, so they are made anew now and then. */
async function tokensOf(): Promise<(authorization: string) => string> {
  const credentials = app.nest.get(Credentials);
  const logins = [LOADER, 'clerk', 'chair', 'officer', 'auditor', 'other', 'nobody'];
  const tokens = new Map(
    await Promise.all(logins.map(async (login) => [login, (await credentials.makeToken(login, 'test')).token] as const)),
  );
  return (authorization) => authorization.replace(/@(\w+)@/, (_, login: string) => tokens.get(login) ?? '');
}

interface Finding {
  readonly why: string;
  readonly request: GeneratedRequest;
  readonly answer: string;
}

/** What is wrong with an answer, if anything. */
function wrongWith(status: number, type: string, text: string): string | null {
  if (status >= 500) return `a fault, ${status}`;
  if (status < 400) return null;
  if (!type.startsWith('application/problem+json')) return `${status} without problem details`;
  const { code, title, status: said, correlationId, field, errors } = JSON.parse(text) as Record<string, unknown>;
  if (typeof code !== 'string' || !code.includes('.') || typeof title !== 'string' || said !== status || typeof correlationId !== 'string')
    return `${status} with half a problem`;
  if (code !== 'request.invalid') return null;
  if (!Array.isArray(errors) || errors.length === 0) return 'a field is not named';
  const [first] = errors as { readonly field?: unknown; readonly rule?: unknown }[];
  if (typeof first?.field !== 'string' || typeof first.rule !== 'string' || first.rule === '') return 'a rule is not named';
  return first.field !== '' && field !== first.field ? 'the first field is not named' : null;
}

/** As it can be sent again. */
const shown = ({ payload, ...request }: GeneratedRequest) => ({
  ...request,
  ...(payload === undefined
    ? {}
    : typeof payload === 'string'
      ? { payload: payload.slice(0, 3_000) }
      : { payloadBase64: payload.subarray(0, 3_000).toString('base64') }),
});

describe('requests generated from the API’s own document', () => {
  it(
    `bring no fault and leave the record sound (${REQUESTS} requests, QUORATE_SEED=${SEED})`,
    async () => {
      const findings = new Map<string, Finding>();
      const statuses = new Map<number, number>();
      const accepted = new Map<string, number>();
      const asked = new Set<string>();
      const arbitrary = generator.request((operation) => RARE.test(operation));
      for (let sent = 0; sent < REQUESTS; sent += ROUND) {
        const tokens = await tokensOf();
        const latest = await begin(sent / ROUND);
        for (const request of fc.sample(arbitrary, { seed: SEED + sent, numRuns: Math.min(ROUND, REQUESTS - sent) })) {
          const { operation, method } = request;
          const url = latest(request.url);
          const payload = typeof request.payload === 'string' ? latest(request.payload) : request.payload;
          const { authorization, ...others } = request.headers;
          const headers = authorization === undefined ? others : { ...others, authorization: tokens(authorization) };
          faults.length = 0;
          const answer = await app.nest.inject({ method: method as 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });
          const status = answer.statusCode;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          asked.add(operation);
          if (status < 300) accepted.set(operation, (accepted.get(operation) ?? 0) + 1);
          const why = wrongWith(status, String(answer.headers['content-type']), answer.payload);
          if (why && !findings.has(`${operation} ${why}`))
            findings.set(`${operation} ${why}`, {
              why,
              request,
              answer: `${answer.payload.slice(0, 1_000)}\n${faults.join('').slice(0, 3_000)}`,
            });
        }
      }
      const commands = COMMANDS.map(({ spec }) => spec.type);
      const recorded = commands.map((type) => accepted.get(type) ?? 0).reduce((sum, count) => sum + count, 0);
      const never = commands.filter((type) => !accepted.has(type));
      process.stdout.write(
        `QUORATE_SEED=${SEED}: ${REQUESTS} requests to ${asked.size} operations; ${recorded} commands recorded, of ${commands.length - never.length} of ${commands.length} kinds; ` +
          `answers ${[...statuses]
            .sort(([a], [b]) => a - b)
            .map(([status, count]) => `${status}: ${count}`)
            .join(', ')}; never recorded: ${never.join(' ')}\n`,
      );
      expect([...findings.values()].map(({ why, request, answer }) => ({ why, request: shown(request), answer }))).toEqual([]);
      if (REQUESTS >= 2_000) {
        expect(asked.size).toBeGreaterThan(generator.names.length * 0.9);
        expect(recorded).toBeGreaterThan(REQUESTS / 40);
      }
      if (REQUESTS >= 10_000) {
        expect(asked.size).toBe(generator.names.length);
        expect(commands.length - never.length).toBeGreaterThan(commands.length / 2);
      }
      expect((await app.get('/health/ready', { token: null })).json).toMatchObject({ status: 'ready' });
      expect(await checked(directory.path)).toMatchObject({ clean: true, damage: [], differences: [] });
    },
    TIMEOUT_MS,
  );
});
