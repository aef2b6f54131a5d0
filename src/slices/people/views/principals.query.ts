import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { InjectReadModel } from '../../../projections/projections.module.js';
import { type Page, ReadModel } from '../../../projections/read-model.js';
import { principalRegister, type PrincipalRow } from './principal-register.projection.js';

/** A page of everybody who may sign in, by login. */
export class ListPrincipals extends Query<Page<PrincipalRow>> {
  constructor(readonly page: { readonly limit: number; readonly cursor?: string }) {
    super();
  }
}

@QueryHandler(ListPrincipals)
export class ListPrincipalsHandler implements IQueryHandler<ListPrincipals> {
  constructor(@InjectReadModel(principalRegister) private readonly principals: ReadModel<PrincipalRow>) {}

  async execute({ page }: ListPrincipals): Promise<Page<PrincipalRow>> {
    return this.principals.page({ orderBy: { login: 'asc' }, ...page });
  }
}
