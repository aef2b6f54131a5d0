import { type QueryBus } from '@nestjs/cqrs';
import { USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { type Breadcrumb } from '../../frame/pages.js';
import { when } from '../../../kernel/words.js';
import { BodyHead } from '../../../slices/bodies/bodies.queries.js';
import { parseRef, nameOf } from '../../../across/audit/audit.words.js';
import { ownPageOf } from './own-page.js';

/** The data for the top of every page of a record's history. */
export interface RecordHead {
  readonly ref: string;
  /** The kind of the record, in words: `participation request`. */
  readonly kind: string;
  readonly title: string;
  readonly bodyId: string | null;
  readonly zone: string;
  readonly ownPage: string | null;
  /** The addresses of the pages of the record's history. */
  readonly timeline: string;
  readonly difference: string;
  readonly chain: string;
  readonly breadcrumbs: readonly Breadcrumb[];
}

const KINDS: Readonly<Record<string, string>> = { directions: 'direction', participation: 'participation request' };

interface Titled {
  readonly established?: { readonly name?: string };
  readonly item?: { readonly title?: string };
  readonly terms?: { readonly title?: string };
  readonly title?: string;
  readonly date?: string;
}

/** The title of a record, by its state now. */
function titleOf(state: unknown, kind: string, ref: string): string {
  const { established, item, terms, title, date } = (state ?? {}) as Titled;
  if (kind === 'meeting' && title !== undefined && date !== undefined) return `${title}, ${when(date)}`;
  return established?.name ?? item?.title ?? terms?.title ?? nameOf(state) ?? ref;
}

export async function readHead(queries: QueryBus, ref: string, kind: string, state: unknown): Promise<RecordHead> {
  const parsed = parseRef(ref);
  const bodyId = parsed && 'bodyId' in parsed ? parsed.bodyId : null;
  const body = bodyId === null ? null : await queries.execute(new BodyHead(bodyId));
  const query = new URLSearchParams({ ref }).toString();
  return {
    ref,
    kind: KINDS[kind] ?? kind,
    title: titleOf(state, kind, ref),
    bodyId,
    zone: body?.timeZone ?? USUAL_TIME_ZONE,
    ownPage: ownPageOf(ref, kind),
    timeline: `/records?${query}`,
    difference: `/records/difference?${query}`,
    chain: `/records/chain?${query}`,
    breadcrumbs: [{ text: 'Records', href: '/records' }, ...(body ? [{ text: body.name, href: `/bodies/${body.bodyId}` }] : [])],
  };
}
