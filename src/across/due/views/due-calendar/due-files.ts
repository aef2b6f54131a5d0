import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { bodiesWith, exemptFor, type Principal } from '../../../../kernel/principal.js';
import { addDays } from '../../../../kernel/dates.js';
import { type Page } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../../slices/bodies/bodies.queries.js';
import { CANCELLED_FOR_DAYS, dueIcs } from './due-ics.js';
import { type DueFilter, type DueReader, ListDues } from './due-list.query.js';
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

  /** A calendar that includes lately ended deadlines, so that a subscriber’s copy is told of them. */
  async calendar(filter: DueFilter, asAt: string, today: string, reader: DueReader): Promise<string> {
    const changedSince = addDays(today, -CANCELLED_FOR_DAYS);
    const dated = { ...filter, undated: false };
    const live = await this.whole({ ...dated, standing: filter.standing === 'all' ? 'live' : filter.standing }, asAt, reader);
    const ended = await this.whole({ ...dated, standing: 'ended', changedSince }, asAt, reader);
    const of = filter.bodyId === undefined ? '' : `: ${await this.nameOf(filter.bodyId)}`;
    return dueIcs([...live.rows, ...ended.rows], `What falls due${of}`);
  }

  private async nameOf(bodyId: string): Promise<string> {
    return (await this.queries.execute(new BodyHead(bodyId)))?.name ?? bodyId;
  }
}
