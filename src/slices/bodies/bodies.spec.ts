import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandBus, CqrsModule, QueryBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { decidedBy } from '../../eventstore/decide.js';
import { EVENT_STORE } from '../../eventstore/event-store.port.js';
import { MemoryEventStore } from '../../eventstore/memory/memory-event-store.js';
import { CLOCK } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type Refusal } from '../../kernel/refusal.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { ProjectionsModule } from '../../projections/projections.module.js';
import { SqliteDialect } from '../../projections/sqlite/sqlite-dialect.js';
import { bodyMeetings } from '../meetings/over-time/views/body-meetings/body-meetings.projection.js';
import { DaysMetHandler } from '../meetings/over-time/views/body-meetings/days-met.query.js';
import { AdoptConstitution, bodiesCommands, ChangeSeatVoting, CreateSeat, EstablishBody, PlaceBodyUnder } from './bodies.commands.js';
import { BodiesTold } from './views/body/bodies-told.js';
import { BodyHead, BodyHeadHandler, StandingOn, StandingOnHandler } from './body-head.query.js';
import { bodyDecider } from './body.decider.js';
import { PeopleMeantHandler } from '../directory/people-meant.query.js';
import { GatherParents } from './gather-parents.js';
import { ConstitutionsOf, ConstitutionsOfHandler, ShowBody, ShowBodyHandler } from './views/body/body.query.js';
import { bodiesRoom } from './bodies.room.js';
import { BodyDates } from './views/body-dates.js';
import { BodyLives } from './views/body-register/body-lives.js';
import { ListBodies, ListBodiesHandler } from './views/body-register/body-register.query.js';

const clock = { now: () => '2026-11-22T10:00:00.000Z' };
const { example: rules } = AdoptConstitution.spec;

describe('bodies', () => {
  let app: TestingModule;
  let directory: string;
  let store: MemoryEventStore;
  const send = <D extends object>(type: CommandClass<string, D>, bodyId: string, data: D): Promise<Outcome | Refusal> =>
    app.get(CommandBus).execute<BusCommand, Outcome | Refusal>(
      new type(bodyId, data, {
        by: { principalId: 'clerk', name: 'Clerk', role: 'clerk' },
        correlationId: 'c',
        commandId: newId(),
        expected: 'current',
      }),
    );
  const establish = (bodyId: string, kind: 'board' | 'team' = 'board') => send(EstablishBody, bodyId, { name: `The ${bodyId}`, kind });
  const under = (bodyId: string, parentId: string, from: string) => send(PlaceBodyUnder, bodyId, { parentId, from });
  const queries = () => app.get(QueryBus);

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'quorate-bodies-'));
    store = new MemoryEventStore();
    const world = {
      module: class World {},
      global: true,
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CLOCK, useValue: clock },
        { provide: CommandRunner, useFactory: () => new CommandRunner(store, clock) },
      ],
      exports: [EVENT_STORE, CLOCK, CommandRunner],
    };
    app = await Test.createTestingModule({
      imports: [
        world,
        CqrsModule,
        ProjectionsModule.forRoot({ dialect: new SqliteDialect(directory), projections: [...bodiesRoom.projections, bodyMeetings] }),
      ],
      providers: [
        GatherParents,
        BodyDates,
        BodyLives,
        BodiesTold,
        PeopleMeantHandler,
        ...decidedBy(bodyDecider, bodiesCommands, GatherParents),
        StandingOnHandler,
        BodyHeadHandler,
        ShowBodyHandler,
        ConstitutionsOfHandler,
        ListBodiesHandler,
        DaysMetHandler,
      ],
    }).compile();
    await app.init();
  });

  afterEach(async () => {
    await app.close();
    await store.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it('stand under the rules and the roll of the day', async () => {
    await establish('board');
    await send(AdoptConstitution, 'board', { ...rules, from: '2016-04-01' });
    await send(AdoptConstitution, 'board', rules);
    await send(CreateSeat, 'board', { seatId: 'carer', label: 'Unpaid carers', voting: false, from: '2016-04-01' });
    await send(ChangeSeatVoting, 'board', { seatId: 'carer', voting: true, from: '2026-09-01', reason: 'SSI 2025/405' });
    const before = await queries().execute(new StandingOn('board', '2026-08-31'));
    const after = await queries().execute(new StandingOn('board', '2026-09-01'));
    expect([before?.constitution.versionId, before?.roll[0]?.voting]).toEqual(['2016-04-01', false]);
    expect([after?.constitution.versionId, after?.roll[0]?.voting]).toEqual(['2026-09-01', true]);
    expect(await queries().execute(new StandingOn('board', '2016-03-31'))).toBeNull();
    expect(await queries().execute(new StandingOn('nobody', '2026-09-01'))).toBeNull();
    expect(await queries().execute(new BodyHead('board'))).toEqual({
      bodyId: 'board',
      name: 'The board',
      kind: 'board',
      timeZone: 'Europe/London',
    });
    expect(await queries().execute(new BodyHead('nobody'))).toBeNull();

    const versions = await queries().execute(new ConstitutionsOf('board'));
    expect(versions?.map(({ from, lastDay }) => [from, lastDay])).toEqual([
      ['2016-04-01', '2026-08-31'],
      ['2026-09-01', null],
    ]);
    const today = await queries().execute(new ShowBody('board'));
    expect(today).toMatchObject({
      on: '2026-11-22',
      revision: 4,
      counts: { seats: 1, voting: 1, filled: 0, vacant: 1 },
      vacancies: [{ seatId: 'carer' }],
    });
    expect(today?.constitution?.inWords.quorum).toBe('one half of the voting members in post');
    expect((await queries().execute(new ShowBody('board', '2015-01-01')))?.constitution).toBeNull();
    expect(await queries().execute(new ShowBody('nobody'))).toBeNull();
  });

  it('report upwards, never round in a ring, on any day', async () => {
    for (const bodyId of ['board', 'team', 'group']) await establish(bodyId);
    expect(await under('board', 'nobody', '2020-01-01')).toMatchObject({ code: 'body.parent-unknown' });
    expect(await under('team', 'board', '2020-01-01')).toMatchObject({ accepted: true });
    expect(await under('group', 'team', '2020-01-01')).toMatchObject({ accepted: true });
    expect(await under('board', 'group', '2021-01-01')).toMatchObject({ code: 'body.under-its-own-part' });
    expect(await under('board', 'group', '2019-01-01')).toMatchObject({ code: 'body.under-its-own-part' });
    expect(await under('group', 'board', '2022-01-01')).toMatchObject({ accepted: true });
    expect(await under('team', 'group', '2022-01-01')).toMatchObject({ accepted: true });
  });

  it('are listed in the register, page by page, with what they report to today', async () => {
    await establish('board');
    await establish('team-a', 'team');
    await establish('team-b', 'team');
    await under('team-a', 'board', '2030-01-01');
    const last = await under('team-b', 'board', '2020-01-01');
    expect(last).toMatchObject({ accepted: true });
    await app.get(ProjectionEngine).waitFor((last as Outcome).position, { timeoutMs: 5_000 });
    const first = await queries().execute(new ListBodies({ limit: 2 }));
    expect(first.rows.map(({ bodyId, parentId }) => [bodyId, parentId])).toEqual([
      ['board', null],
      ['team-a', null],
    ]);
    const second = await queries().execute(new ListBodies({ limit: 2, cursor: first.next ?? '' }));
    expect(second).toEqual({
      rows: [
        {
          bodyId: 'team-b',
          name: 'The team-b',
          kind: 'team',
          timeZone: 'Europe/London',
          establishedOn: null,
          parentId: 'board',
          state: 'active',
          stateSince: null,
          stateExplained: 'established, on a day not recorded',
          localities: [],
          serves: [],
        },
      ],
      next: null,
    });
    const teams = await queries().execute(new ListBodies({ limit: 5, kind: 'team', sort: '-name' }));
    expect(teams.rows.map(({ bodyId }) => bodyId)).toEqual(['team-b', 'team-a']);
  });

  it('are established once', async () => {
    await establish('board');
    expect(await establish('board')).toMatchObject({ code: 'body.established-already' });
    expect(await send(CreateSeat, 'nobody', { label: 'NHS' })).toMatchObject({ code: 'stream.not-found' });
  });
});
