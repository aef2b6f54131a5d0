import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../../projections/projections.module.js';
import { ReadModel } from '../../../../projections/read-model.js';
import { type InBodies } from '../../../../kernel/principal.js';
import { BodiesTold } from '../body/bodies-told.js';
import { BodyLives } from '../body-register/body-lives.js';
import { bodyRegister, type BodyRegisterRow } from '../body-register/body-register.projection.js';
import { type BodyTree, treeOn } from './tree.js';

/** The tree of bodies by parent on a day, from a body down or from the top; `null` where that body did not exist then. */
export class TreeOfBodies extends Query<BodyTree | null> {
  constructor(
    readonly asAt: string,
    readonly root?: string,
    readonly exemptIn: InBodies = [],
  ) {
    super();
  }
}

@QueryHandler(TreeOfBodies)
export class TreeOfBodiesHandler implements IQueryHandler<TreeOfBodies> {
  constructor(
    @InjectReadModel(bodyRegister) private readonly register: ReadModel<BodyRegisterRow>,
    private readonly told: BodiesTold,
    private readonly lives: BodyLives,
  ) {}

  async execute({ asAt, root, exemptIn }: TreeOfBodies): Promise<BodyTree | null> {
    const rows = await this.told.rows(await this.register.findMany({ orderBy: { name: 'asc' } }), exemptIn);
    return treeOn(rows, await this.lives.on(rows, () => asAt), asAt, root);
  }
}
