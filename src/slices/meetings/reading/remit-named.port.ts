import { Query } from '@nestjs/cqrs';

/** The bodies between which a remit goes. */
export interface RemitBetween {
  readonly bodyId: string;
  /** Absent where the other body is not in the record. */
  readonly toBodyId?: string;
}

/** A remit that an item of an agenda brings, by its id `body/remit`; `null` where none was made. Reads the record itself. */
export class RemitNamed extends Query<RemitBetween | null> {
  constructor(readonly remitId: string) {
    super();
  }
}
