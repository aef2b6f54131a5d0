import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Sight } from '../../../../kernel/principal.js';
import { type Refusal } from '../../../../kernel/refusal.js';
import { sha256 } from '../../notices/notice.js';
import { noticeText } from '../../notices/texts.js';
import { type NoticeKind } from '../../participation.events.js';
import { refuseParticipation } from '../../participation.refusals.js';
import { evolveRequest, type ParticipationRequest, type RequestUpdate } from '../../participation.state.js';
import { isPublished } from '../../publishing.js';
import { ParticipationRows } from './participation-rows.js';

export interface NoticeShown {
  readonly requestId: string;
  readonly kind: NoticeKind;
  /** The day the notice was given; `null` for one not given yet, whose text is as it would be today. */
  readonly givenOn: string | null;
  readonly sha256: string;
  /** Whether the text is, letter for letter, the text that was given. */
  readonly asGiven: boolean;
  readonly text: string;
}

/**
 * A notice as text: the last given of its kind, made again from the record as it stood then; where none was given, as it would be today.
 * Refused where the text would lack what its provision requires, and, for the public, until the notice was published.
 */
export class NoticeOf extends Query<NoticeShown | Refusal> {
  constructor(
    readonly requestId: string,
    readonly kind: NoticeKind,
    readonly authority: string | undefined,
    readonly today: string,
    readonly sight: Sight,
  ) {
    super();
  }
}

const PUBLISHED_AS: Partial<Record<NoticeKind, string>> = {
  decision: 'decision-notice',
  'final-details': 'final-process',
  report: 'report',
};

@QueryHandler(NoticeOf)
export class NoticeOfHandler implements IQueryHandler<NoticeOf> {
  constructor(private readonly rows: ParticipationRows) {}

  async execute({ requestId, kind, authority, today, sight }: NoticeOf): Promise<NoticeShown | Refusal> {
    const row = await this.rows.register.find(requestId);
    const now = row?.record;
    const published = PUBLISHED_AS[kind];
    const hidden = await this.rows.hidden(row ? [row] : [], sight);
    if (!now || hidden.has(requestId) || !(sight.drafts || (published !== undefined && isPublished(now, published, today))))
      return refuseParticipation('participation-notice.not-found', { detail: { requestId, kind } });

    const given = row.updates.findLastIndex(
      ({ data }) => noticeIn(data) === kind && (authority === undefined || authorityIn(data) === authority),
    );
    const then = given < 0 ? now : fold(row.updates.slice(0, given + 1))!;
    const notice = given < 0 ? undefined : then.notices.at(-1);
    const on = notice?.on ?? today;
    const text = noticeText(then, { kind, on, authority: notice?.authority ?? authority });
    if (typeof text !== 'string') return text;
    const hash = sha256(text);
    return { requestId, kind, givenOn: notice?.on ?? null, sha256: notice?.sha256 ?? hash, asGiven: notice?.sha256 === hash, text };
  }
}

const fold = (updates: readonly RequestUpdate[]): ParticipationRequest | null =>
  updates.reduce<ParticipationRequest | null>(evolveRequest, null);
const noticeIn = (data: RequestUpdate['data']): NoticeKind | undefined => ('notice' in data ? data.notice.kind : undefined);
const authorityIn = (data: RequestUpdate['data']): string | undefined => ('authority' in data ? data.authority : undefined);
