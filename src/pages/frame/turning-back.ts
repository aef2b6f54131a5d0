import { type FastifyReply, type FastifyRequest } from 'fastify';
import { rightMissing } from '../../http/right-missing.js';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { isDate } from '../../kernel/dates.js';
import { type PageContent, type Pages } from './pages.js';
import { type PageMoment, pageMomentIn } from './page-moment.js';

/** The place of a page: a body, or all of them (`*`), and its time zone. */
export interface Place {
  readonly bodyId: string;
  readonly timeZone: string;
}

/**
 * The moments to which a request turns a page back. With audit.read in the place: ?as-at and ?as-known-at, each a day or an instant.
 * Public: only ?as-at=day, on a page that allows it (`byDay`). Anything else is refused.
 */
export function pageMomentFor(request: FastifyRequest, { bodyId, timeZone }: Place, { byDay = false } = {}): PageMoment {
  const then = pageMomentIn(request, timeZone);
  const principal = request.principal ?? PUBLIC;
  if (then.query === '' || allows(principal, 'audit.read', bodyId)) return then;
  const { 'as-at': day, ...more } = then.typed;
  const onlyADay = Object.values(more).every((value) => value === '') && (isDate(day) || then.problems.length > 0);
  if (byDay && onlyADay) return then;
  throw rightMissing(principal, 'audit.read', bodyId);
}

/** The page for a moment before its record existed, or before the record was known. */
export function nothingAtMoment(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  then: PageMoment,
  nothing: NothingAtMoment,
): string {
  return pages.render(request, reply, nothingThen(then, nothing));
}

/** The content of that page. */
export const nothingThen = (then: PageMoment, { what, bodyId, ref, title, breadcrumbs }: NothingAtMoment): PageContent => ({
  title,
  breadcrumbs,
  problems: then.problems,
  template: 'nothing-then.njk',
  status: 404,
  data: { then, what, bodyId, ref },
});

interface NothingAtMoment extends Required<Pick<PageContent, 'title' | 'breadcrumbs'>> {
  /** The thing that exists now, as it is named within a sentence: `this action`. */
  readonly what: string;
  readonly bodyId: string;
  readonly ref: string;
}
