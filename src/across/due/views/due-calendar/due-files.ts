import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { bodiesWith, exemptFor, type Principal } from '../../../../kernel/principal.js';
import { isRefusal, type Refusal } from '../../../../kernel/refusal.js';
import { addDays } from '../../../../kernel/dates.js';
import { type Page } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../../slices/bodies/bodies.queries.js';
import { CANCELLED_FOR_DAYS, dueIcs } from './due-ics.js';
import { type DueFilter, type DueReader, ListDues } from './due-list.query.js';
import { type DueMoment, ListDuesThen } from './due-then.query.js';
import { type DueShown } from './due-view.js';

/** The most deadlines in one answer without pages. */
export const WHOLE = 10_000;

export const readerFor = (principal: Principal): DueReader => ({
  drafts: bodiesWith(principal, 'meetings.read-drafts'),
  exempt: exemptFor(principal),
});

/** Lists of deadlines without pages, for files and feeds. */
@Injectable()
export class DueFiles {
  constructor(private readonly queries: QueryBus) {}

  whole(filter: DueFilter, asAt: string, reader: DueReader): Promise<Page<DueShown>> {
    return this.queries.execute(new ListDues(filter, asAt, reader, { limit: WHOLE }));
  }

  /** The same at a moment of the past, which may be refused. */
  wholeThen(filter: DueFilter, then: DueMoment, reader: DueReader): Promise<Page<DueShown> | Refusal> {
    return this.queries.execute(new ListDuesThen(filter, then, reader, { limit: WHOLE }));
  }

  /** A calendar that includes lately ended deadlines, so that a subscriber’s copy is told of them. */
  async calendar(filter: DueFilter, asAt: string, today: string, reader: DueReader): Promise<string> {
    const found = await this.entries(filter, today, (wanted) => this.whole(wanted, asAt, reader));
    return dueIcs(found as readonly DueShown[], await this.titleOf(filter));
  }

  /** The calendar as it was at a moment of the past. */
  async calendarThen(filter: DueFilter, then: DueMoment, reader: DueReader): Promise<{ readonly text: string } | Refusal> {
    const found = await this.entries(filter, then.asAt, (wanted) => this.wholeThen(wanted, then, reader));
    return isRefusal(found) ? found : { text: dueIcs(found, await this.titleOf(filter)) };
  }

  /** The deadlines of a calendar, with those that ended lately by the day `today`. */
  private async entries(
    filter: DueFilter,
    today: string,
    whole: (wanted: DueFilter) => Promise<Page<DueShown> | Refusal>,
  ): Promise<readonly DueShown[] | Refusal> {
    const changedSince = addDays(today, -CANCELLED_FOR_DAYS);
    const dated = { ...filter, undated: false };
    const live = await whole({ ...dated, standing: filter.standing === 'all' ? 'live' : filter.standing });
    if (isRefusal(live)) return live;
    const ended = await whole({ ...dated, standing: 'ended', changedSince });
    if (isRefusal(ended)) return ended;
    return [...live.rows, ...ended.rows];
  }

  private async titleOf({ bodyId }: DueFilter): Promise<string> {
    if (bodyId === undefined) return 'What falls due';
    return `What falls due: ${(await this.queries.execute(new BodyHead(bodyId)))?.name ?? bodyId}`;
  }
}
