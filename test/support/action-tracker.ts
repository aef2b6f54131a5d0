import { type QueryBus } from '@nestjs/cqrs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, type EventToAppend } from '../../src/eventstore/event-store.port.js';
import { MemoryEventStore } from '../../src/eventstore/memory/memory-event-store.js';
import { type DomainEvent } from '../../src/kernel/event.js';
import { type AnyProjection } from '../../src/kernel/projection.js';
import { ProjectionRunner } from '../../src/projections/projection-runner.js';
import { ReadModel } from '../../src/projections/read-model.js';
import { ReadModels } from '../../src/projections/read-models.js';
import { SqliteDialect } from '../../src/projections/sqlite/sqlite-dialect.js';
import { actionDatings } from '../../src/slices/actions/views/action-register/action-dating.projection.js';
import { actionRegister, type ActionRegisterRow } from '../../src/slices/actions/views/action-register/action-register.projection.js';
import { ActionRows } from '../../src/slices/actions/views/action-register/action-register.query.js';
import { actionOfficers, actionParagraphs, carriedItems } from '../../src/slices/actions/views/action-register/action-side.projections.js';
import { HolidaysForHandler } from '../../src/slices/calendars/holidays-for.query.js';
import { HolidaysFor } from '../../src/slices/calendars/calendars.queries.js';
import { CommandRunner } from '../../src/eventstore/command-runner.js';
import { systemClock } from '../../src/kernel/clock.js';
import { DatingFactsOfHandler } from '../../src/slices/meetings/dating/views/diary/dating-facts.query.js';
import { diary, type DiaryRow } from '../../src/slices/meetings/dating/views/diary/diary.projection.js';
import { exemptSources } from '../../src/slices/meetings/exempt/views/exempt-source/exempt-source.projection.js';
import { SpelledAlike, SpelledAlikeHandler } from '../../src/slices/directory/spelled-alike.query.js';
import { spelling, type SpellingRow } from '../../src/slices/directory/views/spelling/spelling.projection.js';
import { anEvent } from './events.js';

export const PROJECTIONS: readonly AnyProjection[] = [
  actionRegister,
  actionDatings,
  actionOfficers,
  diary,
  actionParagraphs,
  carriedItems,
  exemptSources,
  spelling,
];

/** The read models of actions over a store in memory, in a directory of their own. */
export interface ActionTracker {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly rows: ActionRows;
  /** Appends to a stream and waits until it is projected. */
  record(stream: string, events: readonly DomainEvent[], happenedAt?: string): Promise<void>;
  close(): Promise<void>;
}

export async function openActionTracker(): Promise<ActionTracker> {
  const directory = await mkdtemp(join(tmpdir(), 'quorate-actions-'));
  const store = new MemoryEventStore();
  const models = await ReadModels.open({ dialect: new SqliteDialect(directory), projections: PROJECTIONS });
  const runner = await ProjectionRunner.open({ store, models });
  await runner.start();
  return {
    store,
    models,
    rows: new ActionRows(new ReadModel<ActionRegisterRow>(models, actionRegister), datingOver(store, models)),
    async record(stream, events, happenedAt = '2016-03-03T14:00:00.000Z') {
      const appended = await store.append(
        stream,
        'any',
        events.map(({ type, v, data }): EventToAppend => anEvent({ type, v, data, happenedAt })),
      );
      if (!appended.accepted || !(await runner.waitFor(appended.position, { timeoutMs: 20_000 })))
        throw new Error(`not projected: ${JSON.stringify(await runner.status())}`);
    },
    async close() {
      await runner.stop();
      await models.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** The queries by which deadlines that are not shown as they stand are dated. */
export function datingOver(store: EventStore, models: ReadModels): QueryBus {
  const holidays = new HolidaysForHandler(new CommandRunner(store, systemClock), store);
  const execute = (query: unknown): Promise<unknown> => {
    if (query instanceof HolidaysFor) return holidays.execute(query);
    if (query instanceof SpelledAlike) return new SpelledAlikeHandler(new ReadModel<SpellingRow>(models, spelling)).execute(query);
    return new DatingFactsOfHandler(bus, systemClock, new ReadModel<DiaryRow>(models, diary)).execute(query as never);
  };
  const bus = { execute } as QueryBus;
  return bus;
}
