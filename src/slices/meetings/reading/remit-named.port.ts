import { Query } from '@nestjs/cqrs';
import { type RemitCited } from './what-is-named.js';

/** A remit that an item of an agenda brings, by its id `body/remit`; `null` where none was made. Reads the record itself. */
export class RemitNamed extends Query<RemitCited | null> {
  constructor(readonly remitId: string) {
    super();
  }
}
