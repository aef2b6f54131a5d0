import { type InBodies } from '../../../../kernel/principal.js';
import { instantInZone, USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { momentOf } from '../../../../kernel/moments.js';
import { type SearchKind } from './kinds.js';
import { type Between, type SearchAsked, type SearchSort } from './search.query.js';

/** The search in an address, with days instead of instants. */
export interface SearchAddress {
  readonly words?: string | undefined;
  readonly body?: string | undefined;
  readonly kind?: SearchKind | undefined;
  readonly by?: string | undefined;
  readonly 'happened-from'?: string | undefined;
  readonly 'happened-to'?: string | undefined;
  readonly 'recorded-from'?: string | undefined;
  readonly 'recorded-to'?: string | undefined;
  readonly sort?: SearchSort | undefined;
}

/** The search with instants for the address's days, which count as whole days where the bodies sit. */
export function searchAsked(
  address: SearchAddress,
  readIn: InBodies,
  page: Pick<SearchAsked, 'limit' | 'cursor'>,
  zone = USUAL_TIME_ZONE,
): SearchAsked {
  const { words, body: bodyId, kind, by, sort } = address;
  const days = (from: string | undefined, to: string | undefined): Between => ({
    from: from === undefined ? undefined : instantInZone(from, '00:00', zone),
    to: to === undefined ? undefined : (momentOf(to, zone) ?? undefined),
  });
  return {
    words,
    bodyId,
    kind,
    by,
    sort,
    readIn,
    happened: days(address['happened-from'], address['happened-to']),
    recorded: days(address['recorded-from'], address['recorded-to']),
    ...page,
  };
}
