import { ROOMS } from '../../../src/app.module.js';
import { EVENT_STORE, type EventStore } from '../../../src/eventstore/event-store.port.js';
import { addressOf } from '../../../src/http/command-routes.js';
import { parametersOf } from '../../../src/kernel/command.js';
import { type History } from '../../../src/kernel/decider.js';
import { type Position, type RecordedEvent } from '../../../src/kernel/event.js';
import { type AnyProjection } from '../../../src/kernel/projection.js';
import { ReadModel } from '../../../src/projections/read-model.js';
import { ReadModels } from '../../../src/projections/read-models.js';
import { type HandClock, type TestApp } from '../app.js';
import { fieldsOf } from '../fields.js';
import { READ } from './answers.js';
import { filled, type Leaf, leavesOf, type Said, saidIn, Wording } from './filling.js';
import { tellingOf } from './sentence.js';
import { lostInPlace } from './standing.js';
import { type Saying, type SoFar } from './story.js';

/** What came of one command: what was said, what was recorded, and where it can be read. */
export interface Told {
  readonly type: string;
  /** The whole answer, where the command was not accepted. */
  readonly refused?: string;
  readonly said: readonly Said[];
  readonly events: readonly RecordedEvent[];
  readonly view: readonly Leaf[];
  readonly answer: readonly Leaf[];
  readonly history: readonly Leaf[];
}

const HISTORIES = new Map<string, History<unknown>>(
  ROOMS.flatMap(({ histories }) => Object.values(histories).map((one): [string, History<unknown>] => [one.category, one])),
);
/** What other rooms make of events, to find them again, is no view of the record. */
const VIEWS: readonly AnyProjection[] = ROOMS.flatMap(({ projections }) => projections);

interface TellsIt {
  readonly what: string;
  readonly lines: readonly string[];
}

/** Tells a story to an application, and reads after each command what became of it. */
export class Telling {
  private readonly wording = new Wording();
  private readonly made = new Map<string, string>();
  private readonly store: EventStore;
  private readonly models: ReadModels;

  constructor(
    private readonly app: TestApp,
    private readonly clock: HandClock,
  ) {
    this.store = app.nest.get<EventStore>(EVENT_STORE);
    this.models = app.nest.get(ReadModels);
  }

  async tell({ type: { spec }, target: of, given }: Saying): Promise<Told> {
    const made: SoFar['made'] = (type, target = '') => this.made.get(`${type.spec.type} ${target}`) ?? 'nothing';
    const target = typeof of === 'string' ? of : of({ made, wording: this.wording });
    const fields = fieldsOf(spec.dto);
    const data = filled(fields, given({ made, wording: this.wording }), this.wording);
    const said = saidIn(fields, data);
    this.clock.set(`${this.wording.day()}T12:00:00.000Z`);
    const before = await this.store.head();
    const answer = await this.app.command(addressIn(spec, target), data);
    const nothing = { events: [], view: [], answer: [], history: [] };
    if (answer.status !== 201)
      return { type: spec.type, said, ...nothing, refused: `${answer.status} ${answer.text} to ${JSON.stringify(data)}` };
    const { id, position } = answer.json as { readonly id: string; readonly position: Position };
    this.made.set(`${spec.type} ${target}`, id).set(`${spec.type} `, id);
    const events = await this.recorded(before, position);
    return this.read({ type: spec.type, said, ...nothing, events }, position);
  }

  /** The events of the command whose last one stands at that position. */
  private async recorded(before: Position | null, position: Position): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readAll(before === null ? {} : { after: before })) events.push(event);
    const last = events.find((event) => event.position === position);
    return events.filter(({ commandId }) => commandId === last?.commandId);
  }

  /** Reads the record in every place; no more answers than it takes to find what was said. */
  private async read(told: Told, after: string): Promise<Told> {
    const { events } = told;
    const stream = events[0]!.stream;
    const category = [...HISTORIES.keys()].find((one) => stream.startsWith(`${one}-`))!;
    const target = stream.slice(category.length + 1);
    const read = READ[category];
    if (!read) throw new Error(`Nothing says where a ${category} is read: test/support/said/answers.ts`);
    const [bodyId = '', record] = target.split('/');
    const ref = read.ref(target, events[0]!);
    const answer: Leaf[] = [];
    for (const address of [...read.answers({ bodyId, id: record ?? bodyId }), ...events.flatMap((event) => read.ofEvent?.(event) ?? [])]) {
      if (lostInPlace({ ...told, answer }, 'answer').length === 0) break;
      answer.push(...leavesOf(withoutEvents(await this.get(address, after))));
    }
    return {
      ...told,
      answer,
      view: leavesOf(withoutEvents([await this.state(category, stream), await this.rows(events)])),
      history: ref === null ? [] : [...leavesOf(await this.toldIn(ref, after)), ...leavesOf(events.map(tellingOf))],
    };
  }

  /** The sentences of the history, and the lines below them: not the events themselves, which it answers beside them, and in which everything stands. */
  private async toldIn(ref: string, after: string): Promise<unknown> {
    const { events = [] } = (await this.get(`history?ref=${encodeURIComponent(ref)}`, after)) as { events?: readonly TellsIt[] };
    return events.map(({ what, lines }) => [what, ...lines]);
  }

  private async get(address: string, after: string): Promise<unknown> {
    const { status, json, text } = await this.app.get(address, { after });
    if (status === 404) return [];
    if (status !== 200) throw new Error(`${address}: ${status} ${text}`);
    return json;
  }

  private async state(category: string, stream: string): Promise<unknown> {
    const { initial, evolve } = HISTORIES.get(category)!;
    let state = initial;
    for await (const event of this.store.readStream(stream)) state = evolve(state, event);
    return state;
  }

  /** The rows that the read models of the rooms keep for these events. */
  private async rows(events: readonly RecordedEvent[]): Promise<unknown> {
    const rows: unknown[] = [];
    for (const event of events) {
      for (const projection of VIEWS) {
        if (!Object.hasOwn(projection.on, event.type)) continue;
        const model = new ReadModel(this.models, projection);
        for (const key of [projection.key(event as never)].flat()) rows.push(await model.find(key));
      }
    }
    return rows;
  }
}

/** Events that are shown as they are, in a list of updates, are no view of what they say and no answer: nothing of them has to be carried there. */
function withoutEvents(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isEvent(one)).map(withoutEvents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutEvents(one)]));
}

const isEvent = (value: unknown): boolean => typeof value === 'object' && value !== null && 'type' in value && 'data' in value;

function addressIn(spec: Saying['type']['spec'], target: string): string {
  const parts = target.split('/');
  return parametersOf(spec.scope).reduce((address, parameter, at) => address.replace(`:${parameter}`, parts[at]!), addressOf(spec));
}
