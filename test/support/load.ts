import { EventEmitter, once } from 'node:events';
import { type TestApp } from './app.js';

/** A command of the load: sent until it is acknowledged, always with the same key. */
export interface Sending {
  readonly key: string;
  readonly address: string;
  readonly data: object;
  /** The types of the events it records, in order. */
  readonly events: readonly string[];
}

export interface Acknowledged extends Sending {
  readonly revision: number;
  readonly position: string;
}

/** The login that sends the load. */
export const LOADER = 'loader';

const BODIES = ['board-0', 'board-1', 'board-2'] as const;
const DATE = '2016-03-03';
export const SHARED = { address: (body: string) => `bodies/${body}/actions/shared` } as const;

const MEMBER = { personId: 'j-brown', name: 'Councillor J. Brown' };

/** Rules under which whoever is there is a quorum. */
export const constitution = {
  from: '2010-01-01',
  quorum: { kind: 'number', atLeast: 1 },
  voting: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true },
  presiding: { order: ['chair', 'member-chosen'], substituteMayPreside: false },
  substitutes: { allowed: 'none', who: 'named' },
  notice: { clearDays: 3, countWeekends: true, countHolidays: true },
  references: {},
  verbs: [],
  source: 'Standing orders',
};

const action = {
  source: { cited: { paragraph: '9', heading: '26 November 2015', meetingDate: '2015-11-26' } },
  item: { number: '12.', title: 'Improvement Plan' },
  words: 'AGREED that the Plan be presented.',
  officers: ['Morag Walker'],
  due: 'next meeting',
};

/** What the load stands on: its login with a token, and bodies with a constitution and an action everybody reports on. */
export async function prepareForLoad(app: TestApp): Promise<string> {
  const token = await app.principal(LOADER, 'administrator');
  for (const body of BODIES) {
    await app.record(`bodies/${body}/establish-body`, { name: `The ${body}`, kind: 'board' });
    await app.record(`bodies/${body}/adopt-constitution`, constitution);
    await app.record(`bodies/${body}/create-seat`, { seatId: 'seat-1', label: 'The member', voting: true, from: '2010-01-01' });
    await app.record(`bodies/${body}/fill-seat`, { seatId: 'seat-1', holder: MEMBER, from: '2010-01-01' });
    await app.record(`${SHARED.address(body)}/raise-action`, action);
  }
  return token;
}

/** Command after command without end: meetings with their paragraphs and decisions, actions and reports on them, principals. */
export function* loadOf(client: number): Generator<Sending, never, void> {
  for (let round = 0; ; round += 1) {
    const body = BODIES[(client + round) % BODIES.length]!;
    const meeting = `m-${client}-${round}`;
    const at = `bodies/${body}/meetings/${meeting}`;
    const work = `bodies/${body}/actions/a-${client}-${round}`;
    let sent = 0;
    const say = (address: string, data: object, ...events: readonly string[]): Sending => ({
      key: `${client}:${round}:${(sent += 1)}`,
      address,
      data,
      events,
    });
    yield say(`${at}/call-meeting`, { date: DATE, time: '14:00' }, 'MeetingCalled');
    yield say(`${at}/open-meeting`, {}, 'MeetingOpened');
    yield say(`${at}/record-attendance`, { person: MEMBER, as: 'present', fromTheStart: true }, 'AttendanceRecorded');
    yield say(`${at}/take-item`, { heading: `ITEM OF CLIENT ${client}`, number: '1' }, 'ItemTaken');
    for (let paragraph = 1; paragraph <= 4; paragraph += 1) {
      // The second paragraph of a section makes the first one 1.1: two events of one command.
      const events = paragraph === 2 ? ['ParagraphRenumbered', 'ParagraphRecorded'] : ['ParagraphRecorded'];
      yield say(`${at}/record-paragraph`, { text: `Paragraph ${paragraph} of ${meeting}. ${'Words. '.repeat(40)}` }, ...events);
      yield say(`${SHARED.address(body)}/report-progress`, { words: `Progress ${client}-${round}-${paragraph}` }, 'ProgressReported');
    }
    yield say(`${at}/record-decision`, { decisionId: 'first', words: 'AGREED the report.' }, 'DecisionRecorded');
    const supersedes = [{ meetingId: `${body}/${meeting}`, decisionId: 'first' }];
    yield say(
      `${at}/record-decision`,
      { decisionId: 'second', words: 'AGREED otherwise.', supersedes },
      'DecisionRecorded',
      'DecisionSuperseded',
    );
    yield say(`${work}/raise-action`, action, 'ActionRaised');
    yield say(`${work}/report-progress`, { words: 'Begun.' }, 'ProgressReported');
    yield say(`principals/p-${client}-${round}/register-principal`, { name: `Person ${client} ${round}` }, 'PrincipalRegistered');
  }
}

/** The server gave no answer: nobody knows whether the command was recorded. */
export class NoAnswer extends Error {}

/** Sends a command over HTTP. Throws {@link NoAnswer} where the connection broke, and another error for any answer that is no acknowledgement. */
export async function send(address: string, token: string, sending: Sending): Promise<Acknowledged> {
  let status: number;
  let text: string;
  try {
    const answer = await fetch(`${address}/api/v1/${sending.address}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': '*', 'idempotency-key': sending.key },
      body: JSON.stringify(sending.data),
    });
    status = answer.status;
    text = await answer.text();
  } catch (cause) {
    throw new NoAnswer(`${sending.key} ${sending.address}`, { cause });
  }
  if (status !== 200 && status !== 201) throw new Error(`${sending.key} ${sending.address}: ${status} ${text}`);
  const { revision, position } = JSON.parse(text) as { revision: number; position: string };
  return { ...sending, revision, position };
}

/** Clients that send their load, one command after another each, until the server answers no more. */
export class Load {
  readonly acknowledged = new Map<string, Acknowledged>();
  /** Without an answer so far; repeated with the same key before anything else. */
  readonly unanswered = new Map<number, Sending>();
  private readonly told = new EventEmitter();
  private readonly clients: { readonly number: number; readonly work: Generator<Sending, never, void> }[];

  constructor(
    private readonly token: string,
    clients: number,
  ) {
    this.clients = Array.from({ length: clients }, (_, number) => ({ number, work: loadOf(number) }));
  }

  /** Waits until so many more are acknowledged. */
  async acknowledges(more: number): Promise<void> {
    const enough = this.acknowledged.size + more;
    while (this.acknowledged.size < enough) await once(this.told, 'acknowledged');
  }

  /** Sends until every client is without an answer or `until` aborts; an answer that is a refusal or a fault is thrown. */
  async run(address: string, until?: AbortSignal): Promise<void> {
    await Promise.all(
      this.clients.map(async ({ number, work }) => {
        while (!until?.aborted) {
          const sending = this.unanswered.get(number) ?? work.next().value;
          this.unanswered.set(number, sending);
          try {
            this.acknowledged.set(sending.key, await send(address, this.token, sending));
            this.unanswered.delete(number);
            this.told.emit('acknowledged');
          } catch (error) {
            if (error instanceof NoAnswer) return;
            throw error;
          }
        }
      }),
    );
  }
}
