import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HISTORIES, type Histories, HistoryOfHandler, LinksFromHandler } from './audit.queries.js';
import { ChainOfHandler } from './chain.query.js';
import { AuditController } from './http/audit.controller.js';
import { ChainController } from './http/chain.controller.js';
import { SearchController } from './http/search.controller.js';
import { SearchPage } from '../../pages/audit/search/search.page.js';
import { DifferenceController } from './http/difference.controller.js';
import { ChainPage } from '../../pages/audit/chain/chain.page.js';
import { DifferencePage } from '../../pages/audit/difference/difference.page.js';
import { TimelinePage } from '../../pages/audit/timeline/timeline.page.js';
import { DifferenceOfHandler } from './views/difference/difference.query.js';
import { recordLinks } from './views/record-links/record-links.projection.js';
import { RecordersInHandler } from './views/search/recorders.query.js';
import { search, searchRecorder } from './views/search/search.projection.js';
import { SearchRecordHandler } from './views/search/search.query.js';
import { searchRecord } from './views/search/search-record.projection.js';

export const auditProjections = [recordLinks, search, searchRecord, searchRecorder];

@Module({})
export class AuditModule {
  /** `histories`: how each kind of record is folded; the one thing of other slices that is handed in. */
  static forHistories(histories: Histories): DynamicModule {
    return {
      module: AuditModule,
      imports: [CqrsModule],
      controllers: [
        AuditController,
        ChainController,
        DifferenceController,
        TimelinePage,
        DifferencePage,
        ChainPage,
        SearchController,
        SearchPage,
      ],
      providers: [
        HistoryOfHandler,
        LinksFromHandler,
        ChainOfHandler,
        DifferenceOfHandler,
        SearchRecordHandler,
        RecordersInHandler,
        { provide: HISTORIES, useValue: histories },
      ],
    };
  }
}
