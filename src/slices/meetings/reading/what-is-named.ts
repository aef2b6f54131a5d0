import { type PersonNamed } from '../../bodies/bodies.words.js';

/** A remit that an item may bring. */
export interface RemitCited {
  /** The body it comes from. */
  readonly bodyId: string;
  /** The body it goes to; absent where that is not in the record. */
  readonly toBodyId?: string;
  /** Whether it is exempt now, by itself or by what it comes from. */
  readonly exempt: boolean;
}

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
