import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '../../../../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../../../kernel/dates.js';
import { type DatingFacts, type Diary } from '../../../../../kernel/deadline.js';
import { byThen, type Moments } from '../../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../../projections/projections.module.js';
import { type ReadModel } from '../../../../../projections/read-model.js';
import { DatingFactsOf } from '../../../../bodies/meetings.port.js';
import { diaryOn } from '../../../../calendars/calendars.words.js';
import { HolidaysFor } from '../../../../calendars/calendars.queries.js';
import { diary, type DiaryRow } from './diary.projection.js';

@QueryHandler(DatingFactsOf)
export class DatingFactsOfHandler implements IQueryHandler<DatingFactsOf> {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @InjectReadModel(diary) private readonly diaries: ReadModel<DiaryRow>,
  ) {}

  async execute({ bodyIds, moments, timeZone, others: named }: DatingFactsOf): Promise<ReadonlyMap<string, DatingFacts>> {
    if (bodyIds.length === 0) return new Map();
    const all = [...new Set([...bodyIds, ...named])];
    const rows = await this.diaries.findMany({ where: { bodyId: { in: all } }, orderBy: { bodyId: 'asc', date: 'asc' } });
    const day = dayOf(this.clock.now(), moments, timeZone);
    const called = new Map<string, { date: string; opened: boolean }[]>(all.map((bodyId) => [bodyId, []]));
    for (const row of rows)
      if (stood(row, moments, timeZone)) called.get(row.bodyId)?.push({ date: row.date, opened: openedBy(row, moments) });
    const diaryOfBody = (bodyId: string): Diary => diaryOn(called.get(bodyId)!, day);
    const others = Object.fromEntries(named.map((bodyId) => [bodyId, diaryOfBody(bodyId)]));
    const facts = [...new Set(bodyIds)].map(async (bodyId) => {
      const holidays = await this.queries.execute(new HolidaysFor(bodyId, moments));
      return [bodyId, { ...diaryOfBody(bodyId), holidays, others }] as const;
    });
    return new Map(await Promise.all(facts));
  }
}

/** The day of the moment that is asked about: a meeting whose day was over by then, and that was not held, did not count any longer. */
function dayOf(now: string, { happenedBy = now, recordedBy = now }: Moments, timeZone = USUAL_TIME_ZONE): string {
  return dateInZone([now, happenedBy, recordedBy].sort()[0]!, timeZone);
}

/** Whether it was known that the meeting was opened: on its day, however late that was written down. */
const openedBy = ({ openedRecordedAt }: DiaryRow, { recordedBy }: Moments): boolean =>
  openedRecordedAt !== null && (recordedBy === undefined || openedRecordedAt <= recordedBy);

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
