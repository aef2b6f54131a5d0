import { type DomainEvent, type EventMetadata } from '../../src/kernel/event.js';
import { newId } from '../../src/kernel/ids.js';
import { type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { type Projection, projection } from '../../src/kernel/projection.js';

/** A vocabulary of its own for the engine's tests: boxes into which things are put. */
export type BoxEvent =
  | DomainEvent<'BoxMade', 1, { readonly boxId: string; readonly label: string; readonly shelf?: string }>
  | DomainEvent<'ThingPut', 1, { readonly boxId: string; readonly thing: string; readonly weight: number }>
  | DomainEvent<'ThingsMoved', 1, { readonly from: string; readonly to: string }>
  | DomainEvent<'BoxLocked', 1, { readonly boxId: string }>
  | DomainEvent<'BoxBurnt', 1, { readonly boxId: string }>
  | DomainEvent<'WeatherNoted', 1, { readonly words: string }>;

export interface BoxRow {
  readonly boxId: string;
  readonly label: string;
  readonly shelf: string | null;
  readonly weight: number;
  readonly locked: boolean;
  readonly things: readonly string[];
  readonly madeAt: string;
}

export const boxes = (changes: Partial<Projection<BoxRow, BoxEvent>> = {}): Projection<BoxRow, BoxEvent> =>
  projection<BoxRow, BoxEvent>({
    name: 'boxes',
    version: 1,
    columns: {
      boxId: { type: 'text' },
      label: { type: 'text' },
      shelf: { type: 'text', nullable: true },
      weight: { type: 'integer' },
      locked: { type: 'boolean' },
      things: { type: 'json' },
      madeAt: { type: 'instant' },
    },
    primaryKey: 'boxId',
    indexes: [{ columns: ['shelf', 'weight'] }, { columns: ['label'], where: '"locked" = 0' }],
    fullText: ['label', 'shelf'],
    key: (event) => {
      if (event.type === 'WeatherNoted') return [];
      return event.type === 'ThingsMoved' ? [event.data.from, event.data.to] : event.data.boxId;
    },
    on: {
      BoxMade: (row, { data, happenedAt }) =>
        row ?? {
          boxId: data.boxId,
          label: data.label,
          shelf: data.shelf ?? null,
          weight: 0,
          locked: false,
          things: [],
          madeAt: happenedAt,
        },
      ThingPut: (row, { data }) => row && { ...row, weight: row.weight + data.weight, things: [...row.things, data.thing].slice(-5) },
      ThingsMoved: (row, { data }, key) =>
        row && { ...row, things: key === data.to ? [...row.things, `from ${data.from}`].slice(-5) : [], weight: row.weight },
      BoxLocked: (row) => row && { ...row, locked: true },
      BoxBurnt: () => undefined,
    },
    ...changes,
  });

export interface ShelfRow {
  readonly shelf: string;
  readonly boxes: number;
}

export const shelves = (changes: Partial<Projection<ShelfRow, BoxEvent>> = {}): Projection<ShelfRow, BoxEvent> =>
  projection<ShelfRow, BoxEvent>({
    name: 'shelves',
    version: 1,
    columns: { shelf: { type: 'text' }, boxes: { type: 'integer' } },
    primaryKey: 'shelf',
    indexes: [],
    key: (event) => (event.type === 'BoxMade' ? (event.data.shelf ?? []) : []),
    on: { BoxMade: (row, _event, shelf) => ({ shelf, boxes: (row?.boxes ?? 0) + 1 }) },
    ...changes,
  });

const metadata: EventMetadata = {
  happenedAt: '2016-03-03T14:00:00.000Z',
  recordedAt: '2016-03-03T14:00:01.000Z',
  by: { principalId: 'p-1', name: 'A. Clerk', role: 'clerk' },
  correlationId: '018f0000-0000-7000-8000-000000000001',
  causationId: '018f0000-0000-7000-8000-000000000001',
  commandId: '018f0000-0000-7000-8000-000000000001',
  commandDigest: 'none',
};

export const toAppend = (event: BoxEvent): EventToAppend => ({ ...metadata, id: newId(), ...event });

export const made = (boxId: string, shelf?: string): BoxEvent => ({
  type: 'BoxMade',
  v: 1,
  data: { boxId, label: `Box ${boxId}`, ...(shelf ? { shelf } : {}) },
});
export const put = (boxId: string, thing: string, weight = 1): BoxEvent => ({ type: 'ThingPut', v: 1, data: { boxId, thing, weight } });
