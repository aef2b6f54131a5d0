import { type DomainEvent } from '../../kernel/event.js';
import { type Role } from '../../kernel/rights.js';

/** Stream `principal-<login>`. Passwords and tokens are no part of the record: they are in the vault. */
export type PrincipalEvent =
  | DomainEvent<'PrincipalRegistered', 1, { readonly login: string; readonly name: string; readonly personId?: string }>
  | DomainEvent<'RoleGranted', 1, { readonly login: string; readonly role: Role; readonly bodyId: string }>
  | DomainEvent<'RoleWithdrawn', 1, { readonly login: string; readonly role: Role; readonly bodyId: string; readonly reason?: string }>
  | DomainEvent<'PrincipalSuspended', 1, { readonly login: string; readonly reason: string }>
  | DomainEvent<'PrincipalReinstated', 1, { readonly login: string; readonly reason: string }>;

export const principalEventVersions = {
  PrincipalRegistered: 1,
  RoleGranted: 1,
  RoleWithdrawn: 1,
  PrincipalSuspended: 1,
  PrincipalReinstated: 1,
} as const satisfies { readonly [E in PrincipalEvent as E['type']]: E['v'] };
