import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../../kernel/dates.js';
import { type DatingFacts } from '../../../../../kernel/deadline.js';
import { byThen, type Moments } from '../../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../../projections/read-model.js';
import { DatingFactsOf } from '../../../../bodies/meetings.port.js';
import { HolidaysFor } from '../../../../calendars/calendars.queries.js';
import { diary, type DiaryRow } from './diary.projection.js';

@QueryHandler(DatingFactsOf)
export class DatingFactsOfHandler implements IQueryHandler<DatingFactsOf> {
  constructor(
    private readonly queries: QueryBus,
    @InjectReadModel(diary) private readonly diaries: ReadModel<DiaryRow>,
  ) {}

  async execute({ bodyIds, moments, timeZone }: DatingFactsOf): Promise<ReadonlyMap<string, DatingFacts>> {
    if (bodyIds.length === 0) return new Map();
    const rows = await this.diaries.findMany({ where: { bodyId: { in: bodyIds } }, orderBy: { bodyId: 'asc', date: 'asc' } });
    const dates = new Map<string, string[]>(bodyIds.map((bodyId) => [bodyId, []]));
    for (const row of rows) if (stood(row, moments, timeZone)) dates.get(row.bodyId)?.push(row.date);
    const facts = [...dates].map(async ([bodyId, meetings]) => {
      const holidays = await this.queries.execute(new HolidaysFor(bodyId, moments));
      return [bodyId, { meetings, holidays }] as const;
    });
    return new Map(await Promise.all(facts));
  }
}

/** Whether the meeting stood then: called and not cancelled. A meeting on a day already past counts, however late its call is dated. */
function stood(
  { date, calledAt, calledRecordedAt, cancelledAt, cancelledRecordedAt }: DiaryRow,
  moments: Moments,
  timeZone = USUAL_TIME_ZONE,
): boolean {
  const { happenedBy, recordedBy } = moments;
  const past = happenedBy !== undefined && date < dateInZone(happenedBy, timeZone);
  const knownBy = recordedBy === undefined ? {} : { recordedBy };
  const called = byThen(past ? knownBy : moments, { happenedAt: calledAt, recordedAt: calledRecordedAt });
  const cancelled = cancelledAt !== null && byThen(moments, { happenedAt: cancelledAt, recordedAt: cancelledRecordedAt ?? '' });
  return called && !cancelled;
}
