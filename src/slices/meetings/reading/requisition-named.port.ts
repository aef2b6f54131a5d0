import { Query } from '@nestjs/cqrs';
import { type RequisitionCited } from './brought.js';

/** A requisition by its id `body/requisition`; `null` where none was received. Reads the record itself. */
export class RequisitionNamed extends Query<RequisitionCited | null> {
  constructor(readonly requisitionId: string) {
    super();
  }
}
