import { type DynamicModule, Module } from '@nestjs/common';
import { type AnyRoom } from '../kernel/room.js';
import { FrameModule } from './frame/frame.module.js';
import { ActionsPages } from './actions/actions.module.js';
import { AuditPages } from './audit/audit.module.js';
import { BodiesPages } from './bodies/bodies.module.js';
import { DecisionsPages } from './decisions/decisions.module.js';
import { DirectionsPages } from './directions/directions.module.js';
import { DuePages } from './due/due.module.js';
import { LivePages } from './live/live.module.js';
import { MeetingsPages } from './meetings/meetings.module.js';
import { MinutesPages } from './minutes/minutes.module.js';
import { NamesPages } from './names/names.module.js';
import { ParticipationPages } from './participation/participation.module.js';
import { PlansPages } from './plans/plans.module.js';
import { RemitsPages } from './remits/remits.module.js';
import { RequisitionsPages } from './requisitions/requisitions.module.js';
import { ReadModelsOf } from './frame/read-models-of.js';
import { ReportsPages } from './reports/reports.module.js';

/** The frame, and every place a person goes. */
@Module({
  imports: [
    FrameModule,
    ActionsPages,
    AuditPages,
    BodiesPages,
    DecisionsPages,
    DirectionsPages,
    DuePages,
    LivePages,
    MeetingsPages,
    MinutesPages,
    NamesPages,
    ParticipationPages,
    PlansPages,
    RemitsPages,
    RequisitionsPages,
    ReportsPages,
  ],
})
export class PagesModule {
  /** `rooms`: what the application is made of, whose read models a page waits for. */
  static forRooms(rooms: readonly AnyRoom[]): DynamicModule {
    const readModels = { provide: ReadModelsOf, useValue: new ReadModelsOf(rooms) };
    return { module: PagesModule, global: true, providers: [readModels], exports: [readModels] };
  }
}
