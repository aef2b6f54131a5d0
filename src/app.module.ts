import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from './slices/people/people.module.js';
import { principalCommands } from './slices/people/principal.commands.js';
import { principalHistory } from './slices/people/principal.decider.js';
import { principalEventVersions } from './slices/people/principal.events.js';
import { principalProjections } from './slices/people/views/principal-register.projection.js';
import { type KeyFile } from './slices/people/subjects/key-file.js';
import { subjectsRoom } from './slices/people/subjects/subjects.module.js';
import { type Vault } from './slices/people/vault/vault.js';
import { type CommandClass } from './kernel/command.js';
import { upcastWith, type Vocabulary } from './eventstore/upcasting.js';
import { HttpModule } from './http/http.module.js';
import { PoliciesModule } from './across/policies/policies.module.js';
import { RemindingModule } from './across/reminders/reminding/reminding.module.js';
import { POLICIES } from './across/policies/policies.js';
import { ProjectionsModule } from './projections/projections.module.js';
import { type Room } from './kernel/room.js';
import { actionEventVersions } from './slices/actions/action.events.js';
import { actionHistory } from './slices/actions/action.state.js';
import { actionsCommands } from './slices/actions/actions.commands.js';
import { ActionsModule, actionsProjections } from './slices/actions/actions.module.js';
import { AuditModule, auditProjections } from './across/audit/audit.module.js';
import { type Histories } from './across/audit/audit.queries.js';
import { bodiesRoom } from './slices/bodies/bodies.room.js';
import { decisionEventVersions } from './slices/meetings/record/decision.events.js';
import { decisionsCommands } from './slices/meetings/decisions/decisions.commands.js';
import { DecisionsModule, decisionsProjections } from './slices/meetings/decisions/decisions.module.js';
import { clocksRoom } from './slices/calendars/calendars.room.js';
import { directionsRoom } from './slices/directions/directions.room.js';
import { participationRoom } from './slices/participation/participation.room.js';
import { plansRoom } from './slices/plans/plans.room.js';
import { remindersRoom } from './across/reminders/reminders.room.js';
import { reportsRoom } from './slices/reports/reports.room.js';
import { directoryCommands } from './slices/directory/directory.commands.js';
import { directoryEventVersions } from './slices/directory/directory.events.js';
import { DirectoryModule } from './slices/directory/directory.module.js';
import { spellingHistories } from './slices/directory/spelling.state.js';
import { directoryProjections } from './slices/directory/views/spelling/spelling.projection.js';
import { meetingEventVersions } from './slices/meetings/record/meeting.events.js';
import { meetingHistory } from './slices/meetings/record/meeting.history.js';
import { meetingsCommands } from './slices/meetings/meetings.commands.js';
import { MeetingsModule } from './slices/meetings/meetings.module.js';
import { meetingsProjections } from './slices/meetings/agenda/views/meeting-register/meeting-register.projection.js';
import { minuteEventVersions } from './slices/meetings/record/minute.events.js';
import { minutesCommands } from './slices/meetings/minutes/minutes.commands.js';
import { MinutesModule, minutesProjections } from './slices/meetings/minutes/minutes.module.js';
import { motionEventVersions } from './slices/meetings/record/motion.events.js';
import { motionsCommands } from './slices/meetings/motions/motions.commands.js';
import { MotionsModule, motionsProjections } from './slices/meetings/motions/motions.module.js';
import { WebModule } from './pages/frame/frame.module.js';
import { RECORD, StoreModule, type StoreParts } from './store.module.js';

/** Every slice: its module, its commands and read models, and the events it records. One line each. */
const SLICES: readonly Room[] = [
  bodiesRoom,
  {
    module: DirectoryModule,
    commands: directoryCommands,
    projections: directoryProjections,
    versions: directoryEventVersions,
    histories: spellingHistories,
  },
  {
    module: MeetingsModule,
    commands: meetingsCommands,
    projections: meetingsProjections,
    versions: meetingEventVersions,
    histories: { meeting: meetingHistory },
  },
  { module: MotionsModule, commands: motionsCommands, projections: motionsProjections, versions: motionEventVersions },
  { module: DecisionsModule, commands: decisionsCommands, projections: decisionsProjections, versions: decisionEventVersions },
  { module: MinutesModule, commands: minutesCommands, projections: minutesProjections, versions: minuteEventVersions },
  {
    module: ActionsModule,
    commands: actionsCommands,
    projections: actionsProjections,
    versions: actionEventVersions,
    histories: { action: actionHistory },
  },
  clocksRoom,
  reportsRoom,
  directionsRoom,
  participationRoom,
  plansRoom,
  remindersRoom,
  subjectsRoom,
];

/** How every kind of record is folded. */
const histories = Object.assign({ principal: principalHistory }, ...SLICES.map(({ histories: own = {} }) => own)) as Histories;

export const ROOMS: readonly Room[] = [
  ...SLICES,
  { module: AuditModule.forHistories(histories), commands: [], projections: auditProjections, versions: {} },
];

/** Every command there is. */
export const COMMANDS: readonly CommandClass[] = [...principalCommands, ...ROOMS.flatMap(({ commands }) => commands)];

/** The words of the whole record: what the store's readers need to give every event its newest shape. */
export const vocabularyOf = (rooms: readonly Room[]): Vocabulary => ({
  versions: Object.assign({}, principalEventVersions, ...rooms.map(({ versions }) => versions)) as Record<string, number>,
  upcasters: rooms.flatMap(({ upcasters = [] }) => upcasters),
});

export const projectionsOf = (rooms: readonly Room[]) => [...principalProjections, ...rooms.flatMap(({ projections }) => projections)];

export interface AppParts extends Omit<StoreParts, 'vocabulary'> {
  readonly vault: Vault;
  readonly keys: KeyFile;
  readonly rooms: readonly Room[];
}

@Module({})
export class AppModule {
  static forRoot({ vault, keys, rooms, ...store }: AppParts): DynamicModule {
    const vocabulary = vocabularyOf(rooms);
    const { config, clock, writing } = store;
    return {
      module: AppModule,
      imports: [
        StoreModule.forRoot({ ...store, vocabulary }),
        CqrsModule,
        ProjectionsModule.forRoot({
          directory: config.dataDir,
          readOnly: !writing.open,
          projections: projectionsOf(rooms),
          store: RECORD,
          upcast: upcastWith(vocabulary),
          clock,
        }),
        AccessModule.forRoot(vault, keys),
        HttpModule,
        WebModule,
        ...rooms.map(({ module }) => module),
        PoliciesModule.forRoot([...POLICIES, ...rooms.flatMap(({ policies = [] }) => policies)]),
        RemindingModule,
      ],
    };
  }
}
