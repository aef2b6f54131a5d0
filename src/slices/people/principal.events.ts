import { type DomainEvent } from '../../kernel/event.js';
import { type Role } from '../../kernel/rights.js';

/** Stream `principal-<login>`. Passwords and tokens are no part of the record: they are in the vault. */
export type PrincipalEvent =
  /** Somebody may sign in under this name; what they may do is granted apart. */
  | DomainEvent<
      'PrincipalRegistered',
      1,
      {
        /** The sign-in name of the principal. */
        readonly login: string;
        /** The name shown beside what they record. */
        readonly name: string;
        /** The person of the record they are, if any. */
        readonly personId?: string;
      }
    >
  /** Somebody has a role, in one body or in every one. */
  | DomainEvent<
      'RoleGranted',
      1,
      {
        /** The sign-in name of the principal. */
        readonly login: string;
        /** The role. */
        readonly role: Role;
        /** The body in which they have it; `*` for every body. */
        readonly bodyId: string;
      }
    >
  /** Somebody has a role no longer. */
  | DomainEvent<
      'RoleWithdrawn',
      1,
      {
        /** The sign-in name of the principal. */
        readonly login: string;
        /** The role. */
        readonly role: Role;
        /** The body in which they had it; `*` for every body. */
        readonly bodyId: string;
        /** Why they have it no longer, where that was said. */
        readonly reason?: string;
      }
    >
  /** Somebody may not sign in any longer, and keeps their roles for when they are reinstated. */
  | DomainEvent<
      'PrincipalSuspended',
      1,
      {
        /** The sign-in name of the principal. */
        readonly login: string;
        /** Why they may not sign in. */
        readonly reason: string;
      }
    >
  /** Somebody suspended may sign in again, with the roles they had. */
  | DomainEvent<
      'PrincipalReinstated',
      1,
      {
        /** The sign-in name of the principal. */
        readonly login: string;
        /** Why they may sign in again. */
        readonly reason: string;
      }
    >;

export const principalEventVersions = {
  PrincipalRegistered: 1,
  RoleGranted: 1,
  RoleWithdrawn: 1,
  PrincipalSuspended: 1,
  PrincipalReinstated: 1,
} as const satisfies { readonly [E in PrincipalEvent as E['type']]: E['v'] };
