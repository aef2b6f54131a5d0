import { Query } from '@nestjs/cqrs';
import { type Link } from '../../kernel/links.js';

/** What came directly of these records, each named as everywhere; of none of them where the list is empty. Answered by those who follow the links of all records. */
export class LinksFrom extends Query<readonly Link[]> {
  constructor(readonly refs: readonly string[]) {
    super();
  }
}
