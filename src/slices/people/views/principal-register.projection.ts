import { type AnyProjection, projection } from '../../../kernel/projection.js';
import { type Grant } from '../../../kernel/principal.js';
import { type PrincipalEvent } from '../principal.events.js';

export interface PrincipalRow {
  readonly login: string;
  readonly name: string;
  readonly personId: string | null;
  readonly grants: readonly Grant[];
  readonly suspended: boolean;
}

/** Everybody who may sign in, with their grants. For showing only: rights are read from the record on each request. */
export const principalRegister = projection<PrincipalRow, PrincipalEvent>({
  name: 'principal_register',
  version: 1,
  columns: {
    login: { type: 'text' },
    name: { type: 'text' },
    personId: { type: 'text', nullable: true },
    grants: { type: 'json' },
    suspended: { type: 'boolean' },
  },
  primaryKey: 'login',
  indexes: [],
  key: ({ data }) => data.login,
  on: {
    PrincipalRegistered: (_row, { data }) => ({
      login: data.login,
      name: data.name,
      personId: data.personId ?? null,
      grants: [],
      suspended: false,
    }),
    RoleGranted: (row, { data }) => row && { ...row, grants: [...row.grants, { role: data.role, bodyId: data.bodyId }] },
    RoleWithdrawn: (row, { data }) =>
      row && { ...row, grants: row.grants.filter(({ role, bodyId }) => role !== data.role || bodyId !== data.bodyId) },
    PrincipalSuspended: (row) => row && { ...row, suspended: true },
    PrincipalReinstated: (row) => row && { ...row, suspended: false },
  },
});

export const principalProjections: readonly AnyProjection[] = [principalRegister];
