import { type QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { rightMissing } from '../../http/right-missing.js';
import { allows } from '../../kernel/principal.js';
import { type Right } from '../../kernel/rights.js';
import { idIn } from '../../http/command-routes.js';
import { orRefuse, type RequestRefused } from '../../http/request-refused.js';
import { type Moments } from '../../kernel/moments.js';
import { type MinuteRead, ReadMinute } from '../../slices/meetings/meetings.queries.js';

/** The minute that an address names, and what this reader may see of it. */
export interface Whose {
  readonly bodyId: string;
  readonly meetingId: string;
  /** The address of the minute's meeting. */
  readonly at: string;
  readonly may: { readonly drafts: boolean; readonly exempt: boolean };
}

export function whoseIn({ params, principal }: FastifyRequest): Whose {
  const bodyId = idIn(params, 'bodyId');
  const meeting = idIn(params, 'meeting');
  const may = { drafts: allows(principal!, 'meetings.read-drafts', bodyId), exempt: allows(principal!, 'meetings.read-exempt', bodyId) };
  return { bodyId, meetingId: `${bodyId}/${meeting}`, at: `/bodies/${bodyId}/meetings/${meeting}`, may };
}

/** Reads the minute as this reader may see it, as of the moments, if given. A draft takes the right to read drafts. */
export async function readMinute(
  queries: QueryBus,
  { meetingId, bodyId, may }: Whose,
  request: FastifyRequest,
  moments?: Moments,
): Promise<MinuteRead> {
  const read = await queries.execute(new ReadMinute(meetingId, may, moments));
  if (!read.accepted && read.code === 'minute.not-published') throw missing('meetings.read-drafts', bodyId, request);
  return orRefuse(read);
}

export const missing = (right: Right, bodyId: string, { principal }: FastifyRequest): RequestRefused =>
  rightMissing(principal!, right, bodyId);
