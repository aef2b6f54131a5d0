import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HISTORIES, type Histories, HistoryOfHandler, LinksFromHandler } from './audit.queries.js';
import { ChainOfHandler } from './chain.query.js';
import { AuditController } from './http/audit.controller.js';
import { ChainController } from './http/chain.controller.js';
import { recordLinks } from './views/record-links/record-links.projection.js';

export const auditProjections = [recordLinks];

@Module({})
export class AuditModule {
  /** `histories`: how each kind of record is folded; the one thing of other slices that is handed in. */
  static forHistories(histories: Histories): DynamicModule {
    return {
      module: AuditModule,
      imports: [CqrsModule],
      controllers: [AuditController, ChainController],
      providers: [HistoryOfHandler, LinksFromHandler, ChainOfHandler, { provide: HISTORIES, useValue: histories }],
    };
  }
}
