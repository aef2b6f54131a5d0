import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { daysBetween } from '../../../../kernel/dates.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { scheduleWords } from '../../duty.schedule.js';
import { type Duty, dutyOn, nextOfDuty, type Occurrence, occurrencesOn } from '../../duty.state.js';
import { type Known, knownOf } from '../known.js';
import { dutyRegister, type DutyRegisterRow } from './duty-register.projection.js';

/** A duty as a reader sees it on a day. */
export interface DutyView {
  readonly dutyId: string;
  readonly bodyId: string;
  /** `duty:body/duty` */
  readonly ref: string;
  readonly title: string;
  readonly what: string;
  readonly source: string;
  readonly officers: readonly string[];
  /** The duty's schedule in words. */
  readonly schedule: string;
  readonly recordedOn: string;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  /** The next occurrence: the one after the last that was fulfilled; `null` once the duty has ended. */
  readonly next: string | null;
  readonly status: 'not-yet-due' | 'overdue' | 'ended';
  readonly daysOverdue: number;
  readonly missed: readonly string[];
  readonly occurrences: readonly Occurrence[];
}

/** A body's duties on a day, by their titles; `null` where there is no such body. */
export class ListDuties extends Query<Page<DutyView> | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

/** One duty on a day; `null` where there is none, or it was not recorded yet. */
export class DutyAsAt extends Query<DutyView | null> {
  constructor(
    readonly dutyId: string,
    readonly asAt: string,
    readonly known?: Known,
  ) {
    super();
  }
}

export function dutyView(duty: Duty, asAt: string): DutyView {
  const { dutyId, bodyId, title, what, source, officers, recordedOn, ended } = duty;
  const occurrences = occurrencesOn(duty, asAt);
  const next = ended ? null : nextOfDuty(duty);
  const overdue = next !== null && next < asAt;
  return {
    dutyId,
    bodyId,
    ref: `duty:${dutyId}`,
    title,
    what,
    source,
    officers,
    schedule: scheduleWords(duty.schedules.at(-1)!.schedule),
    recordedOn,
    endedOn: ended?.on ?? null,
    endReason: ended?.reason ?? null,
    next,
    status: ended ? 'ended' : overdue ? 'overdue' : 'not-yet-due',
    daysOverdue: overdue ? daysBetween(next, asAt) : 0,
    missed: occurrences.filter(({ state }) => state === 'missed').map(({ due }) => due),
    occurrences,
  };
}

@QueryHandler(ListDuties)
export class ListDutiesHandler implements IQueryHandler<ListDuties> {
  constructor(
    @InjectReadModel(dutyRegister) private readonly register: ReadModel<DutyRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, asAt, page }: ListDuties): Promise<Page<DutyView> | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const { rows, next } = await this.register.page({
      where: { bodyId, recordedOn: { lte: asAt } },
      orderBy: { title: 'asc' },
      ...page,
    });
    const duties = rows.flatMap(({ updates }) => dutyOn(updates, asAt) ?? []);
    return { rows: duties.map((duty) => dutyView(duty, asAt)), next };
  }
}

@QueryHandler(DutyAsAt)
export class DutyAsAtHandler implements IQueryHandler<DutyAsAt> {
  constructor(@InjectReadModel(dutyRegister) private readonly register: ReadModel<DutyRegisterRow>) {}

  async execute({ dutyId, asAt, known }: DutyAsAt): Promise<DutyView | null> {
    const row = await this.register.find(dutyId);
    const duty = row && dutyOn(knownOf(row.updates, asAt, known), asAt);
    return duty && dutyView(duty, asAt);
  }
}
