import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type InBodies } from '../../../../kernel/principal.js';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { dutyHistory } from '../../duty.state.js';
import { planHistory } from '../../plan.state.js';
import { dutyRegister, type DutyRegisterRow, type DutyUpdate } from '../duty-register/duty-register.projection.js';
import { type Known, knownOf } from '../known.js';
import { PlanRows } from '../plan/plan-rows.js';
import { type HeadUpdate } from '../plan-register/plan-register.projection.js';

/** The steps of a plan as a whole up to a day, in the order they were recorded; empty for a plan the reader may not see. */
export class PlanStory extends Query<readonly HeadUpdate[]> {
  constructor(
    readonly planId: string,
    readonly asAt: string,
    readonly exemptIn: InBodies = [],
    readonly known?: Known,
  ) {
    super();
  }
}

/** The steps of a duty up to a day, in the order they were recorded. */
export class DutyStory extends Query<readonly DutyUpdate[]> {
  constructor(
    readonly dutyId: string,
    readonly asAt: string,
    readonly known?: Known,
  ) {
    super();
  }
}

/** The revision of a record’s last event, which a form made now is to expect; `null` where there is none. Reads the record itself. */
export class RecordRevision extends Query<number | null> {
  constructor(
    readonly kind: 'plan' | 'duty',
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(PlanStory)
export class PlanStoryHandler implements IQueryHandler<PlanStory> {
  constructor(private readonly plans: PlanRows) {}

  async execute({ planId, asAt, exemptIn, known }: PlanStory): Promise<readonly HeadUpdate[]> {
    const found = await this.plans.plan(planId, asAt, exemptIn, known);
    return (found?.row.updates ?? []).filter(({ data }) => data.on <= asAt);
  }
}

@QueryHandler(DutyStory)
export class DutyStoryHandler implements IQueryHandler<DutyStory> {
  constructor(@InjectReadModel(dutyRegister) private readonly register: ReadModel<DutyRegisterRow>) {}

  async execute({ dutyId, asAt, known }: DutyStory): Promise<readonly DutyUpdate[]> {
    const row = await this.register.find(dutyId);
    return knownOf(row?.updates ?? [], asAt, known).filter(({ data }) => data.on <= asAt);
  }
}

@QueryHandler(RecordRevision)
export class RecordRevisionHandler implements IQueryHandler<RecordRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ kind, id }: RecordRevision): Promise<number | null> {
    const { revision } = await (kind === 'plan' ? this.runner.load(planHistory, id) : this.runner.load(dutyHistory, id));
    return revision === 'none' ? null : revision;
  }
}
