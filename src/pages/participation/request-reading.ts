import { type QueryBus } from '@nestjs/cqrs';
import { type FastifyRequest } from 'fastify';
import { allows, type Principal, type Sight, sightOf } from '../../kernel/principal.js';
import { instantInZone, isDate } from '../../kernel/dates.js';
import { type Refusal } from '../../kernel/refusal.js';
import { type BodyPage, bodyPageOf } from '../frame/body-page.js';
import { type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { refuseParticipation } from '../../slices/participation/participation.words.js';
import { type Reading } from '../../slices/participation/participation.queries.js';

/** What every page of participation requests reads first. */
export interface RequestsPageOf extends BodyPage {
  readonly mayRead: boolean;
  readonly sight: Sight;
}

export async function pageOf(queries: QueryBus, request: FastifyRequest): Promise<RequestsPageOf> {
  const page = await bodyPageOf(queries, request, (bodyId) => refuseParticipation('participation.body-unknown', { detail: { bodyId } }));
  const sight = sightOf(request.principal!, page.body.bodyId);
  return { ...page, mayRead: sight.drafts, sight };
}

export const readingOf = (principal: Principal, bodyId: string): Reading => {
  if (!allows(principal, 'meetings.read-drafts', bodyId)) return 'public';
  return allows(principal, 'participation.read-personal', bodyId) ? 'with-personal' : 'without-personal';
};

/** The instant for the day typed: noon of another day; none, for now, if the day is today or was not typed. */
export function happenedOn(
  { happenedAt }: FormFields,
  { today, body }: Pick<RequestsPageOf, 'today' | 'body'>,
): { readonly happenedAt?: string } | { readonly problem: PageProblem } {
  if (typeof happenedAt !== 'string' || happenedAt === today) return {};
  if (!isDate(happenedAt)) return { problem: { text: 'Enter a real date, such as 2026-03-03', href: '#happenedAt' } };
  return { happenedAt: instantInZone(happenedAt, '12:00', body.timeZone) };
}

interface Lacking {
  readonly section: string;
  readonly what: string;
}

/** The provisions that a refusal names as missing or lacking, if any, as problems. */
export function provisionsIn({ detail }: Refusal): readonly PageProblem[] {
  const { missing, lacking } = (detail ?? {}) as { readonly missing?: readonly Lacking[]; readonly lacking?: readonly Lacking[] };
  return (missing ?? lacking ?? []).map(({ section, what }) => ({ text: `${section}: ${what}` }));
}
