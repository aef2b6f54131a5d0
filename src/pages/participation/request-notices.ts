import { type QueryBus } from '@nestjs/cqrs';
import { isRefusal } from '../../kernel/refusal.js';
import { type NoticeKind } from '../../slices/participation/participation.events.js';
import { NoticeOf, type NoticeShown, type RequestStory } from '../../slices/participation/participation.queries.js';
import { type PublicRequest } from '../../slices/participation/participation.words.js';
import { NOTICES } from './request-words.js';

export interface NoticeOnPage {
  readonly words: string;
  readonly on: string;
  readonly sha256: string;
  /** `null` for an earlier notice of its kind: the record keeps its digest, and the text is that of the record as it was then. */
  readonly text: string | null;
}

/** Every notice that had been given, with its text if it is the last of its kind. */
export async function noticesOf(
  queries: QueryBus,
  { requestId, notices, authorities }: RequestStory,
  today: string,
): Promise<readonly NoticeOnPage[]> {
  return Promise.all(
    notices.map(async ({ kind, on, sha256, authority }) => {
      const shown = await read(queries, requestId, kind, today, authority);
      const to = authorities.find((one) => one.authority === authority)?.name;
      const words = to === undefined ? NOTICES[kind] : `${NOTICES[kind]}: ${to}`;
      return { words, on, sha256, text: shown?.sha256 === sha256 ? shown.text : null };
    }),
  );
}

/** The notices that were published, each with its text. */
export async function publicNoticesOf(queries: QueryBus, { requestId }: PublicRequest, today: string): Promise<readonly NoticeOnPage[]> {
  const kinds = ['decision', 'final-details', 'report'] as const;
  const shown = await Promise.all(kinds.map((kind) => read(queries, requestId, kind, today, undefined, false)));
  return shown.flatMap((one) => (one?.givenOn ? [{ words: NOTICES[one.kind], on: one.givenOn, sha256: one.sha256, text: one.text }] : []));
}

/** Of a request that the reader was shown already. */
async function read(
  queries: QueryBus,
  requestId: string,
  kind: NoticeKind,
  today: string,
  authority: string | undefined,
  mayRead = true,
): Promise<NoticeShown | null> {
  const notice = await queries.execute(new NoticeOf(requestId, kind, authority, today, { drafts: mayRead, exempt: true }));
  return isRefusal(notice) ? null : notice;
}
