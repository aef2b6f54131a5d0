import { Module } from '@nestjs/common';
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
    ReportsPages,
  ],
})
export class PagesModule {}
