import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { LiveEventsPage } from './live-events.page.js';
import { LivePage } from './live.page.js';
import { ComposerBeside } from './composer-beside.js';
import { LiveData } from './live-data.js';
import { Watched } from './watched.js';
import { LivePageRenderer } from './live-page.renderer.js';

@Module({
  imports: [CqrsModule],
  controllers: [LiveEventsPage, LivePage],
  providers: [ComposerBeside, LiveData, Watched, LivePageRenderer],
})
export class LivePages {}
