import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../../eventstore/decide.js';
import { commandController } from '../../../http/command-routes.js';
import { GatherLaterMeeting } from './gather-later-meeting.js';
import { MinutesController } from './http/minutes.controller.js';
import { minuteDecider } from './minute.decider.js';
import { minutesCommands } from './minutes.commands.js';
import { ChangesSinceCirculatedHandler } from './views/changes/changes.query.js';
import { ReadMinuteHandler } from './views/minute/minute.query.js';
import { ReadSignedMinuteHandler } from './views/minute/signed-minute.query.js';

/** A minute is assembled from its meeting's own stream whenever it is read, so it is never behind: it has no read model. */
@Module({
  imports: [CqrsModule],
  controllers: [MinutesController, commandController(minutesCommands)],
  providers: [
    GatherLaterMeeting,
    ...decidedBy(minuteDecider, minutesCommands, GatherLaterMeeting),
    ReadMinuteHandler,
    ReadSignedMinuteHandler,
    ChangesSinceCirculatedHandler,
  ],
})
export class MinutesModule {}
