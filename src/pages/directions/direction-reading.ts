import { type QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { bodiesWith, exemptFor, type Principal } from '../../kernel/principal.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { refuseDirection } from '../../slices/directions/directions.words.js';
import { type Reader } from '../../slices/directions/directions.queries.js';

/** What every page of directions reads first. */
export interface DirectionsPageOf extends BodyPage {
  readonly reader: Reader;
}

export const pageOf = async (queries: QueryBus, request: FastifyRequest): Promise<DirectionsPageOf> => ({
  ...(await bodyPageOf(queries, request, (bodyId) => refuseDirection('directions.not-found', { detail: { bodyId } }))),
  reader: readerOf(request.principal!),
});

const readerOf = (principal: Principal): Reader => ({
  draftsIn: bodiesWith(principal, 'meetings.read-drafts'),
  exemptIn: exemptFor(principal),
});
