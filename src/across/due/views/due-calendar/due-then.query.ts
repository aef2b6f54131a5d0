import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../kernel/dates.js';
import { type Moments } from '../../../../kernel/moments.js';
import { isAsked, keysAsked } from '../../../../kernel/names.js';
import { type Refusal } from '../../../../kernel/refusal.js';
import { decodeCursor, encodeCursor } from '../../../../projections/cursor.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, type ReadModel } from '../../../../projections/read-model.js';
import { type FactsAt, factsAt } from '../../../../slices/bodies/bodies.queries.js';
import { dated, occurrences, refuseCalendar } from '../../../../slices/calendars/calendars.words.js';
import { UNDATED } from '../../../../slices/meetings/meetings.tables.js';
import { changedBySteps, dates, type DueSaid } from './due-calendar.projection.js';
import { EXEMPT_ON_GROUNDS } from './due-ground.projection.js';
import { BY_BODY, BY_DAY, type DueFilter, type DueReader, parameters, readerParameters, visibleTo } from './due-list.query.js';
import { type DueStep, dueStories, type DueStoryRow } from './due-story.projection.js';
import { type DueShown, dueShown, hasLapsed } from './due-view.js';

/** A moment of the past: `asAt`, the day lateness is counted on, to whose end things had happened; `recordedBy`: what was known then. */
export interface DueMoment {
  readonly asAt: string;
  readonly moments: Moments;
}

/**
 * Deadlines as they stood at a moment of the past, dated by what was known then, in the order of the list of now. Who may read them is asked
 * as it is now. Refused with `due.too-many-then` where there are more than can be looked into at once.
 */
export class ListDuesThen extends Query<Page<DueShown> | Refusal> {
  constructor(
    readonly filter: DueFilter | { readonly dueId: string },
    readonly then: DueMoment,
    readonly reader: DueReader,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

/** The most deadlines that one list of the past looks into. */
const MOST = 10_000;

type Found = Pick<DueStoryRow, 'dueId' | 'bodyId' | 'steps'> & { readonly isExempt: boolean };

@QueryHandler(ListDuesThen)
export class ListDuesThenHandler implements IQueryHandler<ListDuesThen> {
  constructor(
    @InjectReadModel(dueStories) private readonly stories: ReadModel<DueStoryRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ filter, then, reader, page: { limit, cursor } }: ListDuesThen): Promise<Page<DueShown> | Refusal> {
    const found = await this.found(filter, then, reader);
    if (found.length > MOST) return refuseCalendar('due.too-many-then', { field: 'body', detail: { most: MOST } });
    const stood = found.flatMap(({ steps, isExempt }) => {
      const known = steps.filter((step) => countsThen(step, then));
      const row = changedBySteps(known);
      const ended = row && row.standing !== 'live' ? endOf(known) : null;
      return row ? [{ row: { ...row, exempt: isExempt }, ended }] : [];
    });
    const facts = new Map<string, FactsAt>();
    for (const [bodyId, ofBody] of Map.groupBy(stood, ({ row }) => row.bodyId)) {
      const ends = ofBody.map(({ ended }) => ended);
      facts.set(bodyId, await factsAt(this.queries, bodyId, { deadlines: ofBody.map(({ row }) => row), moments: then.moments, ends }));
    }
    const listed = 'dueId' in filter ? null : filter;
    const order = listed?.undated ? BY_BODY : BY_DAY;
    const placeOf = ({ latest, bodyId, orderKey, dueId }: DueSaid): readonly string[] =>
      order === BY_BODY ? [bodyId, orderKey, dueId] : [latest ?? '', orderKey, dueId];
    const shown = stood
      .map(({ row, ended }) => withDates(row, facts.get(row.bodyId)!(ended)))
      .filter((row) => listed === null || isWanted(row, listed, then.asAt))
      .map((row) => ({ row, place: placeOf(row) }))
      .sort((a, b) => inOrder(a.place, b.place));
    const after = cursor === undefined ? null : decodeCursor(order, cursor);
    const from = after ? order.map(({ property }) => String(after[property])) : null;
    const left = from ? shown.filter(({ place }) => inOrder(place, from) > 0) : shown;
    const rows = left.slice(0, limit).map(({ row }) => row);
    const last = rows.at(-1);
    return {
      rows: rows.map((row) => dueShown({ ...row, ...UNDATED }, then.asAt)),
      next: left.length > limit && last ? encodeCursor(order, last as never) : null,
    };
  }

  private found(filter: ListDuesThen['filter'], then: DueMoment, reader: DueReader): Promise<Found[]> {
    const { dueId, bodyId, kind, officer, standing } = { dueId: undefined, standing: 'all' as const, ...filter } as DueFilter & {
      readonly dueId?: string;
    };
    const { recordedBy, happenedBy } = then.moments;
    // An end that was written down by then had come by then.
    const since = recordedBy !== undefined && (happenedBy === undefined || recordedBy < happenedBy) ? recordedBy : happenedBy;
    const conditions = [
      'd.due_id = s.due_id',
      ...visibleTo(reader),
      ...(dueId === undefined ? [] : ['s.due_id = :dueId']),
      ...(bodyId === undefined ? [] : ['s.body_id = :bodyId']),
      ...(kind === undefined ? [] : ['d.kind = :kind']),
      ...(officer === undefined
        ? []
        : [
            `s.due_id IN (SELECT o.due_id FROM due_officer o WHERE o.officer_key IN (${keysAsked(officer).length > 1 ? ':...' : ':'}officerKey))`,
          ]),
      ...(standing === 'all' || standing === 'ended' ? [] : ["(d.standing = 'live' OR d.changed_at > :since)"]),
    ];
    return this.stories.sql<Found>(
      `SELECT s.due_id, s.body_id, s.steps, (d.exempt = 1 OR ${EXEMPT_ON_GROUNDS}) AS is_exempt
       FROM due_story s CROSS JOIN due_calendar d WHERE ${conditions.join(' AND ')} LIMIT ${MOST + 1}`,
      { ...parameters({ bodyId, kind, officer, standing }), ...readerParameters(reader), dueId, since },
      { is_exempt: 'boolean' },
    );
  }
}

/**
 * Whether a step counts at a moment: it counts from the day it says, and else from its instant; its instant decides too within the day that
 * is asked about.
 */
function countsThen({ on, happenedAt, recordedAt }: DueStep, { asAt, moments: { happenedBy, recordedBy } }: DueMoment): boolean {
  if (recordedBy !== undefined && recordedAt > recordedBy) return false;
  const day = dateInZone(happenedAt, USUAL_TIME_ZONE);
  if (on !== null && (on !== asAt || day !== asAt)) return on <= asAt;
  return happenedBy === undefined ? day <= asAt : happenedAt <= happenedBy;
}

/** When the last end of a deadline was written down. */
const endOf = (steps: readonly DueStep[]): string | null =>
  steps.findLast(({ change: { change } }, at) => {
    if (change !== 'met' && change !== 'dropped') return false;
    return changedBySteps(steps.slice(0, at))?.standing === 'live';
  })?.recordedAt ?? null;

const withDates = (row: DueSaid, facts: ReturnType<FactsAt>): DueSaid => ({ ...row, ...dates(dated(row.deadline, row.saidOn, facts)) });

function isWanted(
  row: DueSaid,
  { from, until, officer, organisation, standing, undated, changedSince = '' }: DueFilter,
  asAt: string,
): boolean {
  if (standing === 'ended' && (row.standing === 'live' || row.changedAt < changedSince)) return false;
  if (standing !== 'all' && standing !== 'ended' && (row.standing !== 'live' || hasLapsed(row, asAt))) return false;
  if (officer !== undefined && !row.officers.some((one) => isAsked(officer, one))) return false;
  if (organisation !== undefined && !isAsked(organisation, row.organisation)) return false;
  if (undated) return row.standing === 'live' && row.latest === null;
  if (row.latest === null) return false;
  if (standing === 'overdue' && row.latest >= asAt) return false;
  const { latest } = row;
  const within = (day: string): boolean => (from === undefined || day >= from) && (until === undefined || day <= until);
  if (within(latest)) return true;
  if (!row.recurs || row.standing !== 'live' || from === undefined || latest >= from) return false;
  return until === undefined || occurrences(row.deadline, until).some(within);
}

function inOrder(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at]! < other[at]! ? -1 : 1;
}
