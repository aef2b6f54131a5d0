import { inOrder } from '../../../../kernel/names.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { exemptAt } from '../../../meetings/meetings.tables.js';
import { MeetingAsItStands } from '../../../meetings/meetings.queries.js';
import { type RemitsArising, RemitsFor } from '../../../remits/remits.queries.js';
import { ActionRows, readable } from '../action-register/action-register.query.js';
import { type ActionView } from '../action-register/action-view.js';
import { type CarriedItemRow } from '../action-register/action-side.projections.js';
import { onSheet } from '../action-sheet/action-sheet.js';
import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';

/** The business a meeting's agenda should bring back. */
export interface MattersArising {
  readonly meetingId: string;
  readonly date: string;
  /** Actions on the tracker on the day of the meeting. */
  readonly actions: readonly ActionView[];
  /** The meeting held before this one; `leftOver`: the items that meeting did not take, and the decisions it continued. */
  readonly previousMeeting: string | null;
  readonly leftOver: readonly Omit<CarriedItemRow, 'key' | 'meetingId'>[];
  /** Remits that came to the body and await its answer, and the answers to its own that it has not noted. */
  readonly remits: RemitsArising;
}

/** `null` where no such meeting was called. */
export class MattersArisingFor extends Query<MattersArising | null> {
  constructor(
    readonly meetingId: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

/** Of a row of business left over: its key is `<meetingId>#item#<id>` or `<meetingId>#decision#<id>`. */
const EXEMPT = `(a.exempt = 1 OR ${exemptAt('a.meeting_id', "REPLACE(REPLACE(a.key, '#item#', '#'), '#decision#', '#')")})`;

@QueryHandler(MattersArisingFor)
export class MattersArisingForHandler implements IQueryHandler<MattersArisingFor> {
  constructor(
    private readonly rows: ActionRows,
    private readonly queries: QueryBus,
  ) {}

  async execute({ meetingId, exemptIn }: MattersArisingFor): Promise<MattersArising | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date } = meeting;
    const [tracked, [previous], remits] = await Promise.all([
      this.rows.tracker(bodyId, date, exemptIn),
      this.rows.register.sql<{ meetingId: string }>(
        'SELECT m.meeting_id FROM diary m WHERE m.body_id = :bodyId AND m.date < :date AND m.opened = 1 AND (m.cancelled_at IS NULL OR m.abandoned = 1) ORDER BY m.date DESC LIMIT 1',
        { bodyId, date },
      ),
      this.queries.execute(new RemitsFor(bodyId, exemptIn)),
    ]);
    const facts = await this.rows.facts(tracked, date);
    const actions = onSheet(tracked, date, facts.get(bodyId)).sort((a, b) =>
      a.raisedOn === b.raisedOn ? inOrder(sortedBy(a), sortedBy(b)) : a.raisedOn < b.raisedOn ? -1 : 1,
    );
    if (!previous) return { meetingId, date, actions, previousMeeting: null, leftOver: [], remits };
    const leftOver = await this.rows.register.sql<CarriedItemRow & { readonly bodyId: string }>(
      `SELECT a.kind, a.number, a.title, a.words, a.paragraph, ${EXEMPT} AS exempt
       FROM (SELECT c.*, :bodyId AS body_id FROM carried_item c WHERE c.meeting_id = :previous) a
       WHERE ${readable(exemptIn, EXEMPT)} ORDER BY a.kind, a.key`,
      { bodyId, previous: previous.meetingId, exemptIn },
    );
    const sorted = leftOver.toSorted((a, b) =>
      a.kind === b.kind ? inOrder(a.number ?? a.paragraph ?? '', b.number ?? b.paragraph ?? '') : a.kind < b.kind ? -1 : 1,
    );
    return { meetingId, date, actions, previousMeeting: previous.meetingId, leftOver: sorted, remits };
  }
}

/** As on a sheet: by the number of the item, then by title. */
const sortedBy = ({ item, actionId }: ActionView): string => [item.number ?? '', item.title, actionId].join(' ');
