import { type Recorder } from './event.js';
import { ALL_BODIES, type Right, RIGHTS, type Role } from './rights.js';

export interface Grant {
  readonly role: Role;
  /** A body's id, or `*` for all bodies. */
  readonly bodyId: string;
}

/** Somebody, or something, that acts: a person signed in, a program with a token, or the public. */
export interface Principal {
  /** The login; `public` for a caller who has not signed in. */
  readonly id: string;
  readonly name: string;
  /** The person of the record (an officer, a member) that this principal is, if somebody said so. */
  readonly personId?: string;
  readonly grants: readonly Grant[];
}

/** The principal of every caller who has not signed in. */
export const PUBLIC: Principal = { id: 'public', name: 'The public', grants: [{ role: 'public', bodyId: ALL_BODIES }] };

const appliesIn = (grant: Grant, bodyId: string): boolean => grant.bodyId === ALL_BODIES || grant.bodyId === bodyId;

/**
 * The role that gives a principal a right in a body (`*`: in all bodies), or `undefined` where none does.
 * Roles are taken in the order the right lists them, so that what is recorded under it does not depend on the order of grants.
 */
export function roleFor(principal: Principal, right: Right, bodyId: string): Role | undefined {
  const roles: readonly Role[] = RIGHTS[right].roles;
  return roles.find((role) => principal.grants.some((grant) => grant.role === role && appliesIn(grant, bodyId)));
}

/** Whether a principal holds a right in a body (`*`: in all bodies). */
export const allows = (principal: Principal, right: Right, bodyId: string): boolean => roleFor(principal, right, bodyId) !== undefined;

/** The role that gives a right in at least one body, for what belongs to no body, such as the names of people. */
export const roleAnywhere = (principal: Principal, right: Right): Role | undefined => {
  const roles: readonly Role[] = RIGHTS[right].roles;
  return roles.find((role) => principal.grants.some((grant) => grant.role === role));
};

/** The ids of bodies; `*` for all bodies. */
export type InBodies = typeof ALL_BODIES | readonly string[];

/** The bodies a principal holds a right in. */
export function bodiesWith(principal: Principal, right: Right): InBodies {
  if (allows(principal, right, ALL_BODIES)) return ALL_BODIES;
  const roles: readonly Role[] = RIGHTS[right].roles;
  return [...new Set(principal.grants.filter(({ role }) => roles.includes(role)).map(({ bodyId }) => bodyId))];
}

/** The bodies whose items taken in private a principal may read. */
export const exemptFor = (principal: Principal): InBodies => bodiesWith(principal, 'meetings.read-exempt');

/**
 * What a reader may see of a body beyond what is published. `drafts`: meetings whose minute is not signed; `exempt`: items taken in
 * private.
 */
export interface Sight {
  readonly drafts: boolean;
  readonly exempt: boolean;
}

export const sightOf = (principal: Principal, bodyId: string): Sight => ({
  drafts: allows(principal, 'meetings.read-drafts', bodyId),
  exempt: allows(principal, 'meetings.read-exempt', bodyId),
});

export const recorderOf = (principal: Principal, role: Role): Recorder => ({ principalId: principal.id, name: principal.name, role });
