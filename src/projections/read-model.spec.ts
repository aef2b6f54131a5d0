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
import { type ReadModel } from './read-model.js';
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

  it('refuses a cursor it has not given out for this order', async () => {
    const { next } = await questions.boxes.page({ limit: 3 });
    const forged = Buffer.from(JSON.stringify(['boxId ASC', [{ a: 1 }]])).toString('base64url');
    for (const cursor of ['nonsense', '', forged]) await expect(questions.boxes.page({ limit: 3, cursor })).rejects.toThrow(InvalidCursor);
    await expect(questions.boxes.page({ limit: 3, cursor: next!, orderBy: { weight: 'asc' } })).rejects.toThrow(InvalidCursor);
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
