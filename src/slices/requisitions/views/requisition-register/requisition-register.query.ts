import { type IQueryHandler, Query, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../../eventstore/command-runner.js';
import { type Moments, updatesBy } from '../../../../kernel/moments.js';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../../projections/read-model.js';
import { BodyHead } from '../../../bodies/bodies.queries.js';
import { RequisitionNamed } from '../../../meetings/reading/requisition-named.port.js';
import { evolveRequisition, type Requisition, requisitionHistory, type RequisitionUpdate } from '../../requisition.state.js';
import { requisitionRegister, type RequisitionRegisterRow } from './requisition-register.projection.js';
import { requisitionView, type RequisitionView } from './requisition-view.js';

const asAtDay = (updates: readonly RequisitionUpdate[], asAt: string, moments: Moments = {}): readonly RequisitionUpdate[] =>
  updatesBy(updates, moments).filter(({ data }) => data.on <= asAt);

const viewOf = (updates: readonly RequisitionUpdate[], asAt: string): RequisitionView | null => {
  const requisition = updates.reduce<Requisition | null>(evolveRequisition, null);
  return requisition && requisitionView(requisition, asAt);
};

/** The requisitions of a body on a day, the newest first; `null` where there is no such body. */
export class ListRequisitions extends Query<Page<RequisitionView> | null> {
  constructor(
    readonly bodyId: string,
    readonly asAt: string,
    readonly page: { readonly limit: number; readonly cursor?: string },
  ) {
    super();
  }
}

@QueryHandler(ListRequisitions)
export class ListRequisitionsHandler implements IQueryHandler<ListRequisitions> {
  constructor(
    @InjectReadModel(requisitionRegister) private readonly register: ReadModel<RequisitionRegisterRow>,
    private readonly queries: QueryBus,
  ) {}

  async execute({ bodyId, asAt, page }: ListRequisitions): Promise<Page<RequisitionView> | null> {
    if (!(await this.queries.execute(new BodyHead(bodyId)))) return null;
    const { rows, next } = await this.register.page({
      where: { bodyId, receivedOn: { lte: asAt } },
      orderBy: { receivedOn: 'desc' },
      ...page,
    });
    return { rows: rows.flatMap(({ updates }) => viewOf(asAtDay(updates, asAt), asAt) ?? []), next };
  }
}

export interface RequisitionStory extends RequisitionView {
  /** Everything recorded of the requisition up to the day, in the order it was recorded. */
  readonly story: readonly RequisitionUpdate[];
}

/** One requisition on a day with all that led there; `null` where there is none, or it was not received yet. */
export class RequisitionAsAt extends Query<RequisitionStory | null> {
  constructor(
    readonly requisitionId: string,
    readonly asAt: string,
    readonly moments: Moments = {},
  ) {
    super();
  }
}

@QueryHandler(RequisitionAsAt)
export class RequisitionAsAtHandler implements IQueryHandler<RequisitionAsAt> {
  constructor(@InjectReadModel(requisitionRegister) private readonly register: ReadModel<RequisitionRegisterRow>) {}

  async execute({ requisitionId, asAt, moments }: RequisitionAsAt): Promise<RequisitionStory | null> {
    const row = await this.register.find(requisitionId);
    const story = asAtDay(row?.updates ?? [], asAt, moments);
    const view = viewOf(story, asAt);
    return view && { ...view, story };
  }
}

/** The revision of a requisition's last event, which a form made now is to expect; `null` where none was received. Reads the record itself. */
export class RequisitionRevision extends Query<number | null> {
  constructor(readonly requisitionId: string) {
    super();
  }
}

@QueryHandler(RequisitionRevision)
export class RequisitionRevisionHandler implements IQueryHandler<RequisitionRevision> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ requisitionId }: RequisitionRevision): Promise<number | null> {
    const { revision } = await this.runner.load(requisitionHistory, requisitionId);
    return revision === 'none' ? null : revision;
  }
}

@QueryHandler(RequisitionNamed)
export class RequisitionNamedHandler implements IQueryHandler<RequisitionNamed> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ requisitionId }: RequisitionNamed) {
    const { state } = await this.runner.load(requisitionHistory, requisitionId);
    if (!state) return null;
    const { bodyId, askedBy, receivedOn, business, sum, ended } = state;
    return { bodyId, askedBy, receivedOn, business, enough: sum.enough, ended: ended !== undefined };
  }
}
