import { type QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { refuseAccess } from '../../http/access.refusals.js';
import { allows } from '../../kernel/principal.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { dateInZone } from '../../kernel/dates.js';
import { type Refusal } from '../../kernel/refusal.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { TodayIn } from '../../slices/calendars/calendars.queries.js';
import { type PageMoment, pageMomentIn } from './page-moment.js';

/** What every page of a body’s records reads first. */
export interface BodyPage {
  readonly body: BodyHeading;
  readonly today: string;
  readonly then: PageMoment;
  /** The day shown: that of `as-at` if the page is turned back, else today. */
  readonly day: string;
}

/**
 * Reads the body in the address. Refused if there is no such body, and if the page is turned back by a reader without `audit.read` there.
 */
export async function bodyPageOf(queries: QueryBus, request: FastifyRequest, unknown: (bodyId: string) => Refusal): Promise<BodyPage> {
  const bodyId = idIn(request.params, 'bodyId');
  const body = await queries.execute(new BodyHead(bodyId));
  if (!body) throw new RequestRefused(unknown(bodyId));
  const then = pageMomentIn(request, body.timeZone);
  if (then.past && !allows(request.principal!, 'audit.read', bodyId))
    throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: 'audit.read', bodyId } }));
  const today = await queries.execute(new TodayIn(bodyId));
  const { happenedBy } = then.moments;
  return { body, today, then, day: happenedBy === undefined ? today : dateInZone(happenedBy, body.timeZone) };
}
