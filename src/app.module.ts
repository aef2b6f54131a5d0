import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AuditModule, auditProjections } from './across/audit/audit.module.js';
import { DueModule } from './across/due/due.module.js';
import { dueProjections } from './across/due/due.tables.js';
import { POLICIES, PoliciesModule } from './across/policies/policies.module.js';
import { remindersRoom } from './across/reminders/reminders.room.js';
import { RemindingModule } from './across/reminders/reminding/reminding.module.js';
import { dialectOf } from './engines.js';
import { upcastWith, type Vocabulary } from './eventstore/upcasting.js';
import { MailModule } from './exchange/mail/mail.module.js';
import { HttpModule } from './http/http.module.js';
import { type CommandClass } from './kernel/command.js';
import { bodiesByStream, type History } from './kernel/decider.js';
import { type AnyRoom, type RoomModule, type Histories } from './kernel/room.js';
import { PagesModule } from './pages/pages.module.js';
import { ProjectionsModule } from './projections/projections.module.js';
import { PeopleModule } from './slices/people/people.module.js';
import { type KeyFile, type Vault } from './slices/people/people.queries.js';
import { SLICES } from './slices/slices.js';
import { RECORD, StoreModule, type StoreParts } from './store.module.js';

/** What records events: every slice, and the reminders. */
export const ROOMS: readonly AnyRoom[] = [...SLICES, remindersRoom];

/** Every command there is. */
export const COMMANDS: readonly CommandClass[] = ROOMS.flatMap(({ commands }) => commands);

/** The words of the whole record: what the store's readers need to give every event its newest shape. */
export const vocabularyOf = (rooms: readonly AnyRoom[]): Vocabulary => ({
  versions: Object.assign({}, ...rooms.map(({ versions }) => versions)) as Record<string, number>,
  upcasters: rooms.flatMap(({ upcasters = [] }) => upcasters),
});

/** Every read model: each room's own, what falls due, and the auditor's. */
export const projectionsOf = (rooms: readonly AnyRoom[]) => [
  ...rooms.flatMap(({ projections }) => projections),
  ...dueProjections,
  ...auditProjections,
];

/** How every kind of record is folded, by its stream's category. */
const historiesOf = (rooms: readonly AnyRoom[]): Histories => Object.assign({}, ...rooms.map(({ histories }) => histories)) as Histories;

export interface AppParts extends Omit<StoreParts, 'vocabulary'> {
  readonly vault: Vault;
  readonly keys: KeyFile;
  readonly rooms: readonly AnyRoom[];
}

@Module({})
export class AppModule {
  static forRoot({ vault, keys, rooms, ...store }: AppParts): DynamicModule {
    const vocabulary = vocabularyOf(rooms);
    const histories = historiesOf(rooms);
    const { config, clock, writing } = store;
    const modules = rooms
      .map(({ module }) => module)
      .filter((module): module is Exclude<RoomModule, typeof PeopleModule> => module !== PeopleModule);
    return {
      module: AppModule,
      imports: [
        StoreModule.forRoot({ ...store, vocabulary }),
        CqrsModule,
        ProjectionsModule.forRoot({
          dialect: dialectOf(config),
          readOnly: !writing.open,
          projections: projectionsOf(rooms),
          store: RECORD,
          upcast: upcastWith(vocabulary),
          clock,
        }),
        PeopleModule.forRoot(vault, keys),
        HttpModule.forStreams(bodiesByStream(Object.values<History<unknown>>(histories))),
        ...modules,
        DueModule,
        AuditModule.forHistories(histories),
        PoliciesModule.forRoot(POLICIES),
        MailModule,
        RemindingModule,
        PagesModule.forRooms(rooms),
      ],
    };
  }
}
