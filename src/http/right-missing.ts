import { PUBLIC, type Principal } from '../kernel/principal.js';
import { type Right } from '../kernel/rights.js';
import { refuseAccess } from './access.refusals.js';
import { RequestRefused } from './request-refused.js';

/** The refusal of a request that takes a right in a body: whoever has not signed in is asked to. */
export const rightMissing = (principal: Principal, right: Right, bodyId: string): RequestRefused =>
  new RequestRefused(
    refuseAccess(principal.id === PUBLIC.id ? 'access.sign-in-needed' : 'access.right-missing', { detail: { right, bodyId } }),
  );
