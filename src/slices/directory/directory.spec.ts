import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandRunner, type Outcome } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { decidedBy } from '../../eventstore/decide.js';
import { EVENT_STORE } from '../../eventstore/event-store.port.js';
import { MemoryEventStore } from '../../eventstore/memory/memory-event-store.js';
import { newId } from '../../kernel/ids.js';
import { type Refusal } from '../../kernel/refusal.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { ProjectionsModule } from '../../projections/projections.module.js';
import { SqliteDialect } from '../../projections/sqlite/sqlite-dialect.js';
import {
  DeclareOrganisationSpellingSame,
  DeclareSpellingDistinct,
  DeclareSpellingSame,
  organisationCommands,
  personCommands,
} from './directory.commands.js';
import { organisationDecider, personDecider } from './directory.decider.js';
import { GatherSpellings } from './gather-spellings.js';
import { SpellingsOf, SpellingsOfHandler } from './spellings.query.js';
import { directoryProjections } from './views/spelling/spelling.projection.js';

const clock = { now: () => '2026-11-22T10:00:00.000Z' };
const reason = 'The clerk confirms it';

describe('spellings', () => {
  let app: TestingModule;
  let directory: string;
  let store: MemoryEventStore;
  const send = async <D extends object>(type: CommandClass<string, D>, id: string, data: D): Promise<Outcome | Refusal> => {
    const envelope = {
      by: { principalId: 'clerk', name: 'Clerk', role: 'clerk' },
      correlationId: 'c',
      commandId: newId(),
      expected: 'current',
    } as const;
    const outcome = await app.get(CommandBus).execute<BusCommand, Outcome | Refusal>(new type(id, data, envelope));
    if (outcome.accepted) await app.get(ProjectionEngine).waitFor(outcome.position, { timeoutMs: 5_000 });
    return outcome;
  };
  const same = (id: string, sameAs: string) => send(DeclareSpellingSame, id, { sameAs, reason });
  const spellings = (id: string, kind: 'person' | 'organisation' = 'person') => app.get(QueryBus).execute(new SpellingsOf(kind, id));

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'quorate-directory-'));
    store = new MemoryEventStore();
    const world = {
      module: class World {},
      global: true,
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CommandRunner, useFactory: () => new CommandRunner(store, clock) },
      ],
      exports: [EVENT_STORE, CommandRunner],
    };
    app = await Test.createTestingModule({
      imports: [world, CqrsModule, ProjectionsModule.forRoot({ dialect: new SqliteDialect(directory), projections: directoryProjections })],
      providers: [
        GatherSpellings,
        ...decidedBy(personDecider, personCommands, GatherSpellings),
        ...decidedBy(organisationDecider, organisationCommands, GatherSpellings),
        SpellingsOfHandler,
      ],
    }).compile();
    await app.init();
  });

  afterEach(async () => {
    await app.close();
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('of one person are found from any of them', async () => {
    await same('g-farries', 'david-farries');
    await same('d-farries', 'g-farries');
    await same('cllr-farries', 'david-farries');
    for (const id of ['g-farries', 'd-farries', 'cllr-farries', 'david-farries']) {
      expect(await spellings(id)).toMatchObject({
        canonical: 'david-farries',
        ids: ['david-farries', 'cllr-farries', 'd-farries', 'g-farries'],
      });
    }
    expect(await spellings('somebody-else')).toEqual({ canonical: 'somebody-else', ids: ['somebody-else'], links: [] });
  });

  it('are not joined in a ring', async () => {
    await same('b', 'a');
    await same('c', 'b');
    expect(await same('a', 'c')).toMatchObject({ code: 'spelling.loop', field: 'sameAs' });
    expect(await same('a', 'b')).toMatchObject({ code: 'spelling.loop' });
  });

  it('stand apart again once they are declared distinct', async () => {
    await same('b', 'a');
    await send(DeclareSpellingDistinct, 'b', { from: 'a', reason: 'They are brothers' });
    expect(await spellings('b')).toMatchObject({ canonical: 'b', ids: ['b'] });
  });

  it('of organisations are apart from those of people', async () => {
    await send(DeclareOrganisationSpellingSame, 'borders', { sameAs: 'nhs-borders', reason });
    expect(await spellings('borders', 'organisation')).toMatchObject({ canonical: 'nhs-borders' });
    expect(await spellings('borders')).toMatchObject({ canonical: 'borders' });
  });
});
