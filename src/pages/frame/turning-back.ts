import { type FastifyReply, type FastifyRequest } from 'fastify';
import { refuseAccess } from '../../http/access.refusals.js';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { isDate } from '../../kernel/dates.js';
import { type PageContent, type Pages } from './pages.js';
import { type PageMoment, pageMomentIn } from './page-moment.js';

/** Where a page belongs: a body, or all of them (`*`), and the time of the day there. */
export interface Place {
  readonly bodyId: string;
  readonly timeZone: string;
}

/**
 * What a page is turned back to by whoever asks. To turn one back takes `audit.read` where it belongs; a page that anybody may read as at
 * a day, `byDay`, is turned back to a day by anybody.
 */
export function pageMomentFor(request: FastifyRequest, { bodyId, timeZone }: Place, { byDay = false } = {}): PageMoment {
  const then = pageMomentIn(request, timeZone);
  const principal = request.principal ?? PUBLIC;
  if (then.query === '' || allows(principal, 'audit.read', bodyId)) return then;
  const { 'as-at': day, ...more } = then.typed;
  const onlyADay = Object.values(more).every((value) => value === '') && (isDate(day) || then.problems.length > 0);
  if (byDay && onlyADay) return then;
  const code = principal.id === PUBLIC.id ? 'access.sign-in-needed' : 'access.right-missing';
  throw new RequestRefused(refuseAccess(code, { detail: { right: 'audit.read', bodyId } }));
}

/** A page turned back to before there was what it shows, or before it was known. */
export function nothingAtMoment(
  pages: Pages,
  request: FastifyRequest,
  reply: FastifyReply,
  then: PageMoment,
  { what, bodyId, ref, title, breadcrumbs }: NothingAtMoment,
): string {
  const data = { then, what, bodyId, ref };
  return pages.render(request, reply, { title, breadcrumbs, problems: then.problems, template: 'nothing-then.njk', status: 404, data });
}

interface NothingAtMoment extends Required<Pick<PageContent, 'title' | 'breadcrumbs'>> {
  /** What there is now, in the middle of a sentence: `this action`. */
  readonly what: string;
  readonly bodyId: string;
  readonly ref: string;
}
