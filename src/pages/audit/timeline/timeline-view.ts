import { type HistoryEntry } from '../../../across/audit/audit.queries.js';
import { type RecordHead } from '../record/record-head.js';
import { fits, timelineEntry, type TimelineEntry } from './entries.js';
import { inOrder, instantOf, walkAlong } from './order.js';
import { type TimelineAsked, turnedTo } from './timeline-asked.js';

const ON_A_PAGE = 40;
/** The most entries listed under what was not known then; the others are counted. */
const MOST_UNKNOWN = 20;

interface Placed extends TimelineEntry {
  readonly place: number;
  readonly thenHref: string;
  readonly knownHref: string;
  readonly changedHref: string;
}

/** The data for the timeline's page. `all`: every entry recorded now; `then`: the entries as of the moment asked for. */
export function timelineView(
  all: readonly HistoryEntry[],
  then: readonly HistoryEntry[],
  asked: TimelineAsked,
  { zone, difference }: RecordHead,
): Readonly<Record<string, unknown>> {
  const { order, only, words } = asked;
  const placed = new Map(inOrder(all, order).map(({ eventId }, index) => [eventId, index + 1]));
  const told = inOrder(then, order).map((entry): Placed => ({
    ...timelineEntry(entry, zone),
    place: placed.get(entry.eventId) ?? 0,
    thenHref: asked.address({ ...turnedTo({ asAt: entry.happenedAt }), order: undefined }),
    knownHref: asked.address({ ...turnedTo({ asKnownAt: entry.recordedAt }), order: 'recorded' }),
    changedHref: `${difference}&${new URLSearchParams({ clock: 'known', from: before(entry.recordedAt), to: entry.recordedAt }).toString()}`,
  }));
  const found = told.filter((entry) => fits(entry, only, words));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const page = Math.min(asked.page, pages);
  const { happenedBy, recordedBy } = asked.then.moments;
  const unknown =
    recordedBy === undefined ? [] : all.filter((entry) => entry.recordedAt > recordedBy && entry.happenedAt <= (happenedBy ?? recordedBy));
  return {
    entries: found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE),
    found: found.length,
    total: all.length,
    filtered: only !== undefined || words !== '',
    page,
    pages,
    earlierPage: page > 1 ? `${asked.address({ page: String(page - 1) })}#what-happened` : null,
    laterPage: page < pages ? `${asked.address({ page: String(page + 1) })}#what-happened` : null,
    unknown: unknown.slice(0, MOST_UNKNOWN).map((entry) => timelineEntry(entry, zone)),
    unknownMore: Math.max(0, unknown.length - MOST_UNKNOWN),
    walk: walkView(all, asked),
    downloads: ['csv', 'json', 'txt'].map((ending) =>
      asked.address({ order: undefined, only: undefined, words: undefined }, `/records.${ending}`),
    ),
  };
}

/** The instant just before: what was written down at `instant` is not yet known there. */
const before = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString();

/** Links for stepping along the timeline by the clock that orders it; the other clock stays where it is. */
function walkView(all: readonly HistoryEntry[], asked: TimelineAsked): object {
  const { order, then } = asked;
  const { happenedBy, recordedBy } = then.moments;
  const [here, other, clock] =
    order === 'happened' ? ([happenedBy, recordedBy, 'as-at'] as const) : ([recordedBy, happenedBy, 'as-known-at'] as const);
  const otherOrder = order === 'happened' ? 'recorded' : 'happened';
  const walk = walkAlong(
    all.filter((entry) => other === undefined || instantOf(entry, otherOrder) <= other),
    order,
    here,
  );
  const to = (instant: string | null): string | null =>
    instant === null ? null : asked.address({ [clock]: instant, [`${clock}-time`]: undefined });
  return {
    at: walk.at,
    of: walk.of,
    first: to(walk.first),
    earlier: to(walk.earlier),
    later: to(walk.later),
    last: here === undefined ? null : asked.address({ [clock]: undefined, [`${clock}-time`]: undefined }),
  };
}
