import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DueController } from './http/due.controller.js';
import { DuesThenHandler, MovesOfHandler } from './datings.query.js';
import { DueFiles } from './views/due-calendar/due-files.js';
import { ListDuesHandler, OneDueHandler } from './views/due-calendar/due-list.query.js';
import { DueNamedHandler, DueNamesHandler } from './views/due-calendar/due-names.query.js';
import { ListDuesThenHandler } from './views/due-calendar/due-then.query.js';
import { DueSoonHandler } from './views/due-calendar/due-soon.query.js';

/** The deadlines of every kind of record. */
@Module({
  imports: [CqrsModule],
  controllers: [DueController],
  providers: [
    DueFiles,
    ListDuesHandler,
    ListDuesThenHandler,
    OneDueHandler,
    DueSoonHandler,
    MovesOfHandler,
    DuesThenHandler,
    DueNamesHandler,
    DueNamedHandler,
  ],
  exports: [DueFiles],
})
export class DueModule {}
