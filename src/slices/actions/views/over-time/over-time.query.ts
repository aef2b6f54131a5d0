import { type InBodies } from '../../../../kernel/principal.js';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { addDays } from '../../../../kernel/dates.js';
import { ActionRows, ACTIONS, COLUMNS, knownBy, readable, RECORDED_SINCE } from '../action-register/action-register.query.js';
import { type Exactly } from '../action-register/action-view.js';
import { monthEnds, talliesOf, type Tally } from './over-time.js';

/** How a body's actions stood at the end of each of the last months, the last as at a day; with moments, as they were then known. */
export class ActionsOverTime extends Query<readonly Tally[]> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly months: number,
    readonly exemptIn: InBodies = [],
    readonly exactly?: Exactly,
  ) {
    super();
  }
}

@QueryHandler(ActionsOverTime)
export class ActionsOverTimeHandler implements IQueryHandler<ActionsOverTime> {
  constructor(private readonly rows: ActionRows) {}

  async execute({ bodyId, asAt, months, exemptIn, exactly }: ActionsOverTime): Promise<readonly Tally[]> {
    const days = monthEnds(asAt, months);
    const from = addDays(`${days[0]!.slice(0, 7)}-01`, -1);
    // Actions noted complete before the first of the days, and not reopened since, count on none of them.
    const rows = await this.rows.read(
      `SELECT ${COLUMNS}, CASE WHEN a.last_changed_on > :from OR ${RECORDED_SINCE} THEN a.updates END AS updates FROM ${ACTIONS}
       WHERE a.body_id = :bodyId AND a.raised_on <= :asAt AND (a.on_tracker = 1 OR a.noted_on > :from OR ${RECORDED_SINCE}) AND ${readable(exemptIn)}`,
      { bodyId, asAt, from, exemptIn, ...knownBy(exactly) },
    );
    const facts = await this.rows.facts(rows, from, exactly);
    return talliesOf(rows, days, from, facts.get(bodyId), exactly);
  }
}
