import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { type AnyProjection } from '../../../kernel/projection.js';
import { commandController } from '../../../http/command-routes.js';
import { GatherLaterMeeting } from './gather-later-meeting.js';
import { DiscrepanciesController } from '../../../across/audit/http/discrepancies.controller.js';
import { MinutesController } from './http/minutes.controller.js';
import { minuteDecider } from './minute.decider.js';
import { minutesCommands } from './minutes.commands.js';
import { MinuteTextPage } from '../../../pages/minutes/minute-text.page.js';
import { MinutePage } from '../../../pages/minutes/minute.page.js';
import { ChangesSinceCirculatedHandler } from './views/changes/changes.query.js';
import { DiscrepanciesOfHandler } from '../../../across/audit/views/discrepancies/discrepancies.query.js';
import { ReadMinuteHandler } from './views/minute/minute.query.js';
import { ReadSignedMinuteHandler } from './views/minute/signed-minute.query.js';

export { minutesCommands };

/** None: a minute is assembled from its meeting's own stream whenever it is read, so it is never behind. */
export const minutesProjections: readonly AnyProjection[] = [];

@Module({
  imports: [CqrsModule],
  controllers: [MinutesController, DiscrepanciesController, MinutePage, MinuteTextPage, commandController(minutesCommands)],
  providers: [
    GatherLaterMeeting,
    ...decidedBy(minuteDecider, minutesCommands, GatherLaterMeeting),
    ReadMinuteHandler,
    ReadSignedMinuteHandler,
    ChangesSinceCirculatedHandler,
    DiscrepanciesOfHandler,
  ],
})
export class MinutesModule {}
