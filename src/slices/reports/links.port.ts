import { Query } from '@nestjs/cqrs';
import { type Link } from '../../kernel/links.js';

/** The direct consequences of these records, named by ref; none where the list is empty. Answered by the room that follows all links. */
export class LinksFrom extends Query<readonly Link[]> {
  constructor(readonly refs: readonly string[]) {
    super();
  }
}
