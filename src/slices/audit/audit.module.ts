import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { HISTORIES, type Histories, HistoryOfHandler } from './audit.queries.js';
import { AuditController } from './http/audit.controller.js';
import { recordLinks } from './views/record-links/record-links.projection.js';

export const auditProjections = [recordLinks];

@Module({})
export class AuditModule {
  /** `histories`: how each kind of record is folded; the one thing of other slices that is handed in. */
  static forHistories(histories: Histories): DynamicModule {
    return {
      module: AuditModule,
      imports: [CqrsModule],
      controllers: [AuditController],
      providers: [HistoryOfHandler, { provide: HISTORIES, useValue: histories }],
    };
  }
}
