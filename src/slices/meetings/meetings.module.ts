import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { GatherStanding } from './sederunt/gather-standing.js';
import { MeetingsController } from './sederunt/http/meetings.controller.js';
import { meetingDecider } from './meeting.decider.js';
import { meetingsCommands } from './meetings.commands.js';
import { MeetingEventsByHandler } from './agenda/views/meeting-register/meeting-events.query.js';
import { MeetingAsAtHandler, MeetingAsItStandsHandler, MeetingDatesHandler } from './meetings.queries.js';
import { QuorumThroughoutHandler } from './sederunt/quorum.query.js';
import { AgendaItemPage } from '../../pages/meetings/agenda-item.page.js';
import { AgendaPage } from '../../pages/meetings/agenda.page.js';
import { DiaryPage } from '../../pages/meetings/diary.page.js';
import { LiveEventsPage } from '../../pages/live/live-events.page.js';
import { LivePage } from '../../pages/live/live.page.js';
import { ComposerBeside } from '../../pages/live/composer-beside.js';
import { LiveData } from '../../pages/live/live-data.js';
import { Watched } from '../../pages/live/watched.js';
import { LivePageRenderer } from '../../pages/live/live-page.renderer.js';
import { MeetingArrangementsPage } from '../../pages/meetings/meeting-arrangements.page.js';
import { MeetingFeedsPage } from '../../pages/meetings/meeting-feeds.page.js';
import { MeetingPage } from '../../pages/meetings/meeting.page.js';
import { ListMeetingsHandler, MeetingHeadHandler } from './agenda/views/meeting-register/meeting-register.query.js';

export { meetingsCommands } from './meetings.commands.js';
export { meetingsProjections } from './agenda/views/meeting-register/meeting-register.projection.js';

@Module({
  imports: [CqrsModule],
  controllers: [
    MeetingsController,
    LiveEventsPage,
    LivePage,
    AgendaItemPage,
    AgendaPage,
    DiaryPage,
    MeetingArrangementsPage,
    MeetingFeedsPage,
    MeetingPage,
    commandController(meetingsCommands),
  ],
  providers: [
    ComposerBeside,
    LiveData,
    LivePageRenderer,
    Watched,
    GatherStanding,
    ...decidedBy(meetingDecider, meetingsCommands, GatherStanding),
    MeetingAsItStandsHandler,
    MeetingAsAtHandler,
    MeetingDatesHandler,
    MeetingEventsByHandler,
    ListMeetingsHandler,
    MeetingHeadHandler,
    QuorumThroughoutHandler,
  ],
})
export class MeetingsModule {}
