import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AgendaItemPage } from './agenda-item.page.js';
import { AgendaPage } from './agenda.page.js';
import { CoursePage } from './course.page.js';
import { DiaryPage } from './diary.page.js';
import { MeetingArrangementsPage } from './meeting-arrangements.page.js';
import { MeetingFeedsPage } from './meeting-feeds.page.js';
import { MinutesBelow } from './minutes-below.js';
import { MeetingPage } from './meeting.page.js';

@Module({
  imports: [CqrsModule],
  providers: [MinutesBelow],
  controllers: [AgendaItemPage, AgendaPage, CoursePage, DiaryPage, MeetingArrangementsPage, MeetingFeedsPage, MeetingPage],
})
export class MeetingsPages {}
