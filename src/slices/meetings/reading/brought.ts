import { type PersonNamed } from '../../bodies/bodies.words.js';

/** The bodies between which a remit goes. */
export interface RemitBetween {
  readonly bodyId: string;
  /** Absent where the other body is not in the record. */
  readonly toBodyId?: string;
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
