import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { type Principal } from '../../../../kernel/principal.js';
import { addDays } from '../../../../kernel/dates.js';
import { BodyHead } from '../../../../slices/bodies/bodies.queries.js';
import { DueFiles, readerFor } from './due-files.js';
import { addressOfDue, titleOfDue } from './due-words.js';

/** How many of a body's deadlines are overdue, or fall due in the next days, with the first few: for the top of a page. */
export interface DueSoonView {
  readonly bodyId: string;
  readonly today: string;
  readonly days: number;
  readonly overdue: number;
  /** How many are not overdue and fall due within these days. */
  readonly soon: number;
  /** The first few of these deadlines, overdue ones first. */
  readonly rows: readonly { readonly href: string; readonly title: string; readonly what: string; readonly latest: string }[];
}

const SHOWN = 5;

/** The view for a principal on a day; `null` if there is no such body. */
export class DueSoon extends Query<DueSoonView | null> {
  constructor(
    readonly bodyId: string,
    readonly today: string,
    readonly principal: Principal,
    readonly days = 14,
  ) {
    super();
  }
}

@QueryHandler(DueSoon)
export class DueSoonHandler implements IQueryHandler<DueSoon> {
  constructor(
    private readonly queries: QueryBus,
    private readonly files: DueFiles,
  ) {}

  async execute({ bodyId, today, principal, days }: DueSoon): Promise<DueSoonView | null> {
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) return null;
    const { rows } = await this.files.whole({ bodyId, standing: 'live', until: addDays(today, days) }, today, readerFor(principal));
    const overdue = rows.filter(({ late }) => late).length;
    return {
      bodyId,
      today,
      days,
      overdue,
      soon: rows.length - overdue,
      rows: rows.slice(0, SHOWN).map((due) => ({
        href: addressOfDue(due),
        title: titleOfDue(due, body.name),
        what: due.what,
        latest: due.deadline.latest!,
      })),
    };
  }
}
