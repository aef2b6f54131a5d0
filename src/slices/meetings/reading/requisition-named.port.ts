import { Query } from '@nestjs/cqrs';
import { type PersonNamed } from '../../bodies/bodies.words.js';

/** A requisition on which a meeting may be called. */
export interface RequisitionCited {
  readonly bodyId: string;
  readonly askedBy: readonly PersonNamed[];
  readonly receivedOn: string;
  readonly business: string;
  /** Whether as many members ask as the rule says. */
  readonly enough: boolean;
  readonly ended: boolean;
}

/** A requisition by its id `body/requisition`; `null` where none was received. Reads the record itself. */
export class RequisitionNamed extends Query<RequisitionCited | null> {
  constructor(readonly requisitionId: string) {
    super();
  }
}
