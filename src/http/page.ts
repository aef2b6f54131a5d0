import { ApiProperty } from '@nestjs/swagger';
import { StructuredField } from './fields.js';

export const LARGEST_PAGE = 200;
export const USUAL_PAGE = 50;

const limitProblem = (value: unknown): string | null =>
  typeof value === 'string' && /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= LARGEST_PAGE
    ? null
    : `must be a whole number from 1 to ${LARGEST_PAGE}`;

const cursorProblem = (value: unknown): string | null =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{1,2000}$/.test(value) ? null : 'must be the `next` of an earlier page, unchanged';

/** The query of a list. A slice's own query class extends it and adds its filters; query values are text. */
export class PageQuery {
  @StructuredField(
    limitProblem,
    { type: 'integer', minimum: 1, maximum: LARGEST_PAGE, default: USUAL_PAGE },
    { optional: true, description: 'Entries on a page' },
  )
  limit?: string;
  @StructuredField(
    cursorProblem,
    { type: 'string', pattern: '^[A-Za-z0-9_-]{1,2000}$' },
    { optional: true, description: 'The `next` of the page before; the filters and the order must be the same' },
  )
  cursor?: string;
}

/** What `ReadModel.page` takes: `{ limit, cursor }`. */
export const page = ({ limit, cursor }: PageQuery): { readonly limit: number; readonly cursor?: string } => ({
  limit: limit === undefined ? USUAL_PAGE : Number(limit),
  ...(cursor === undefined ? {} : { cursor }),
});

/** A page as it is answered. `next` is `null` on the last. */
export interface PageAnswer<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Answers a page of rows, each shown by `show`. */
export const pageAnswer = <Row, T = Row>(
  { rows, next }: { readonly rows: readonly Row[]; readonly next: string | null },
  show?: (row: Row) => T,
): PageAnswer<T> => ({
  items: show ? rows.map(show) : (rows as unknown as readonly T[]),
  next,
});

/** Documents a page: `@ApiOkResponse({ type: PageOf(MotionDto) })`. */
export function PageOf<T extends object>(item: new () => T): new () => PageAnswer<T> {
  class PageDto {
    @ApiProperty({ type: item, isArray: true })
    readonly items!: readonly T[];
    @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last' })
    readonly next!: string | null;
  }
  Object.defineProperty(PageDto, 'name', { value: `PageOf${item.name}` });
  return PageDto;
}
