import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { type Sight } from '../../../../kernel/principal.js';
import { type Page } from '../../../../projections/read-model.js';
import { type RequestStatus } from '../../participation.items.js';
import { requestOn, type RequestUpdate } from '../../participation.state.js';
import { ParticipationRows } from './participation-rows.js';
import { listed, type ListedRequest, publicView, type PublicRequest } from './request-view.js';

export interface RequestFilter {
  readonly state?: RequestStatus;
  readonly late?: boolean;
}

/**
 * The requests made to an authority as they stood on a day, oldest first; for the public those whose decision notice was published. A
 * request that an exempt decision decided is told only to those who may read that.
 */
export class ListParticipationRequests extends Query<Page<ListedRequest | PublicRequest>> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly sight: Sight,
    readonly filter: RequestFilter,
    readonly page: { readonly limit: number; readonly cursor?: string },
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(ListParticipationRequests)
export class ListParticipationRequestsHandler implements IQueryHandler<ListParticipationRequests> {
  constructor(private readonly rows: ParticipationRows) {}

  /** State and lateness are those of the day, so that rows are looked at page by page until there are enough. */
  async execute({ bodyId, asAt, sight, filter, page, moments }: ListParticipationRequests): Promise<Page<ListedRequest | PublicRequest>> {
    const { drafts: mayRead } = sight;
    const found: (ListedRequest | PublicRequest)[] = [];
    let { cursor } = page;
    for (;;) {
      const rows = await this.rows.register.page({
        where: { bodyId, receivedOn: { lte: asAt }, ...(mayRead ? {} : { published: true }) },
        orderBy: { receivedOn: 'asc' },
        limit: page.limit - found.length,
        ...(cursor === undefined ? {} : { cursor }),
      });
      const hidden = await this.rows.hidden(rows.rows, sight);
      const readable = rows.rows.filter(({ requestId }) => !hidden.has(requestId));
      found.push(...readable.flatMap((row) => shownIn(updatesBy(row.updates, moments), asAt, mayRead, filter)));
      if (rows.next === null || found.length >= page.limit) return { rows: found, next: rows.next };
      cursor = rows.next;
    }
  }
}

function shownIn(
  updates: readonly RequestUpdate[],
  asAt: string,
  mayRead: boolean,
  { state, late }: RequestFilter,
): (ListedRequest | PublicRequest)[] {
  const request = requestOn(updates, asAt);
  if (!request) return [];
  const view = listed(request, asAt);
  if ((state !== undefined && view.state !== state) || (late !== undefined && view.late !== late)) return [];
  if (mayRead) return [view];
  const open = publicView(request, asAt);
  return open ? [open] : [];
}
