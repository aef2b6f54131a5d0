import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HISTORIES } from './finding.query.js';
import { type Histories } from '../../kernel/room.js';
import { HistoryOfHandler, LinksFromHandler } from './history-of.query.js';
import { ChainOfHandler } from './chain.query.js';
import { AuditController } from './http/audit.controller.js';
import { ChainController } from './http/chain.controller.js';
import { DiscrepanciesController } from './http/discrepancies.controller.js';
import { NamesController } from './http/names.controller.js';
import { SearchController } from './http/search.controller.js';
import { DifferenceController } from './http/difference.controller.js';
import { DifferenceOfHandler } from './views/difference/difference.query.js';
import { DiscrepanciesOfHandler } from './views/discrepancies/discrepancies.query.js';
import { FirstUseOfHandler } from './views/first-use/first-use.query.js';
import { firstUse } from './views/first-use/first-use.projection.js';
import { NamesThatMayBeOneHandler } from './views/names/names-offered.query.js';
import { recordLinks } from './views/record-links/record-links.projection.js';
import { RecordersInHandler } from './views/search/recorders.query.js';
import { search, searchRecorder } from './views/search/search.projection.js';
import { SearchRecordHandler } from './views/search/search.query.js';
import { searchRecord } from './views/search/search-record.projection.js';

export const auditProjections = [recordLinks, search, searchRecord, searchRecorder, firstUse];

@Module({})
export class AuditModule {
  /** `histories`: how each kind of record is folded; nothing else of other slices is handed in. */
  static forHistories(histories: Histories): DynamicModule {
    return {
      module: AuditModule,
      imports: [CqrsModule],
      controllers: [AuditController, ChainController, DifferenceController, SearchController, DiscrepanciesController, NamesController],
      providers: [
        HistoryOfHandler,
        LinksFromHandler,
        ChainOfHandler,
        DifferenceOfHandler,
        DiscrepanciesOfHandler,
        SearchRecordHandler,
        RecordersInHandler,
        FirstUseOfHandler,
        NamesThatMayBeOneHandler,
        { provide: HISTORIES, useValue: histories },
      ],
    };
  }
}
