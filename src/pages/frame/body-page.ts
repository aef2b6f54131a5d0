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

/** What a page of a body’s records asks for before anything else. */
export interface BodyPage {
  readonly body: BodyHeading;
  readonly today: string;
  readonly then: PageMoment;
  /** The day that is looked at: today, or the one the page is turned back to. */
  readonly day: string;
}

/** Of the body in the address; refused where there is none, and where somebody turns the page back who may not read the history. */
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
