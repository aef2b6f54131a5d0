import { refuseAccess } from '../../../http/access.refusals.js';
import { allows, type Principal } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { parseRef, type RecordRef } from '../refs.js';

/**
 * Throws if the principal lacks `audit.read` in the record's body, or in all bodies for a record of no body. `null` if `ref` names no
 * record.
 */
export function requireAudit(ref: string, principal: Principal): RecordRef | null {
  const parsed = parseRef(ref);
  const bodyId = parsed && 'bodyId' in parsed ? parsed.bodyId : ALL_BODIES;
  if (parsed && !allows(principal, 'audit.read', bodyId))
    throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: 'audit.read', bodyId } }));
  return parsed;
}
