import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BoxEvent, boxes, type BoxRow, made, put, shelves, type ShelfRow, toAppend } from '../../test/support/boxes.js';
import { EVENT_STORE } from '../eventstore/event-store.port.js';
import { MemoryEventStore } from '../eventstore/memory/memory-event-store.js';
import { InvalidCursor } from './cursor.js';
import { ProjectionEngine } from './projection-engine.js';
import { InjectReadModel, ProjectionsModule } from './projections.module.js';
import { type OrderBy, type ReadModel } from './read-model.js';
import { SqliteDialect } from './sqlite/sqlite-dialect.js';

const boxList = boxes();

class BoxQuestions {
  constructor(
    @InjectReadModel(boxList) readonly boxes: ReadModel<BoxRow>,
    @InjectReadModel(shelves()) readonly shelves: ReadModel<ShelfRow>,
  ) {}
}

const store = new MemoryEventStore();

@Module({ providers: [{ provide: EVENT_STORE, useValue: store }], exports: [EVENT_STORE] })
class StoreModule {}

describe('a read model', () => {
  let directory: string;
  let questions: BoxQuestions;
  let close: () => Promise<void>;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'quorate-read-model-'));
    const app = await Test.createTestingModule({
      imports: [
        ProjectionsModule.forRootAsync({
          projections: [boxList, shelves()],
          imports: [StoreModule],
          useFactory: () => ({ dialect: new SqliteDialect(directory) }),
        }),
      ],
      providers: [BoxQuestions],
    }).compile();
    await app.init();
    close = () => app.close();
    questions = app.get(BoxQuestions);
    const events: BoxEvent[] = [];
    for (let i = 0; i < 40; i += 1)
      events.push(
        made(`box-${String(i).padStart(2, '0')}`, i % 4 === 0 ? undefined : `shelf-${i % 3}`),
        put(`box-${String(i).padStart(2, '0')}`, 'book', i % 5),
      );
    events.push({ type: 'BoxLocked', v: 1, data: { boxId: 'box-07' } });
    const appended = await store.append('boxes-all', 'any', events.map(toAppend));
    if (!appended.accepted) throw new Error('not appended');
    expect(await app.get(ProjectionEngine).waitFor(appended.position, { timeoutMs: 20_000 })).toBe(true);
  });

  afterAll(async () => {
    await close();
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  it('gives a row by its key, and null for a key it does not know', async () => {
    expect(await questions.boxes.find('box-07')).toMatchObject({ label: 'Box box-07', locked: true, things: ['book'] });
    expect(await questions.boxes.find(`box-07' OR 1=1`)).toBeNull();
    expect(await questions.shelves.find('shelf-1')).toMatchObject({ shelf: 'shelf-1' });
  });

  it('finds by equality, bounds, sets and missing values', async () => {
    const ids = async (where: Parameters<typeof questions.boxes.count>[0]) =>
      (await questions.boxes.findMany({ where })).map(({ boxId }) => boxId);
    expect(await ids({ locked: true })).toEqual(['box-07']);
    expect(await ids({ boxId: { gte: 'box-03', lt: 'box-06' }, shelf: undefined })).toEqual(['box-03', 'box-04', 'box-05']);
    expect(await ids({ boxId: { in: ['box-01', 'box-05', 'box-39', 'nothing'] }, weight: { gt: 0 } })).toEqual(['box-01', 'box-39']);
    expect(await ids({ boxId: { in: [] } })).toEqual([]);
    expect(await questions.boxes.count({ shelf: null })).toBe(10);
    expect(await questions.boxes.count({ shelf: { isNull: false }, weight: { lte: 1 } })).toBe(12);
    await expect(ids({ things: 'book' } as never)).rejects.toThrow('cannot be asked about things');
  });

  it.each<[string, OrderBy<BoxRow>]>([
    ['its key', {}],
    ['one way', { weight: 'desc', label: 'desc' }],
    ['both ways', { weight: 'asc', label: 'desc' }],
    ['a column without values, up', { shelf: 'asc', weight: 'desc' }],
    ['a column without values, down', { shelf: 'desc', weight: 'asc' }],
  ])('gives every row once, page by page, ordered by %s', async (_, orderBy) => {
    const whole = await questions.boxes.findMany({ orderBy });
    const paged: BoxRow[] = [];
    let cursor: string | undefined;
    do {
      const { rows, next } = await questions.boxes.page({ orderBy, limit: 7, cursor });
      paged.push(...rows);
      cursor = next ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(whole);
    expect(new Set(paged.map(({ boxId }) => boxId)).size).toBe(40);
    expect((await questions.boxes.findMany({ orderBy, after: whole[10]!, limit: 1 }))[0]).toEqual(whole[11]);
  });

  it('refuses a cursor it has not given out for this order', async () => {
    const { next } = await questions.boxes.page({ limit: 3 });
    const forged = Buffer.from(JSON.stringify(['boxId ASC', [{ a: 1 }]])).toString('base64url');
    for (const cursor of ['nonsense', '', forged]) await expect(questions.boxes.page({ limit: 3, cursor })).rejects.toThrow(InvalidCursor);
    await expect(questions.boxes.page({ limit: 3, cursor: next!, orderBy: { weight: 'asc' } })).rejects.toThrow(InvalidCursor);
  });

  it('answers SQL over several read models with decoded rows', async () => {
    const rows = await questions.boxes.sql<{ boxId: string; locked: boolean; things: string[]; onShelf: number; full: boolean }>(
      `SELECT b.box_id, b.locked, b.things, s.boxes AS on_shelf, s.boxes > 5 AS "full" FROM boxes b JOIN shelves s ON s.shelf = b.shelf WHERE b.box_id IN (:...ids) ORDER BY b.box_id`,
      { ids: ['box-07', 'box-13'] },
      { full: 'boolean' },
    );
    expect(rows).toEqual([
      { boxId: 'box-07', locked: true, things: ['book'], onShelf: 10, full: true },
      { boxId: 'box-13', locked: false, things: ['book'], onShelf: 10, full: true },
    ]);
  });

  it('finds a page through its index', async () => {
    const plan = await questions.boxes.sql<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT box_id FROM boxes r WHERE r.shelf = :shelf AND (r.weight, r.box_id) > (:weight, :id) ORDER BY r.weight, r.box_id LIMIT 10`,
      { shelf: 'shelf-1', weight: 2, id: 'box-13' },
    );
    expect(plan.map(({ detail }) => detail).join(' ')).toMatch(
      /USING (COVERING )?INDEX ix_boxes_g1_0 \(shelf=\? AND \(weight,box_id\)>\(\?,\?\)\)$/,
    );
  });
});
