import { refuseAccess } from '../../../http/access.refusals.js';
import { allows, type Principal } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { parseRef, type RecordRef } from '../refs.js';

/** Throws unless somebody may read this record's history: in its body, or in all bodies where it is no body's. `null` of what names none. */
export function requireAudit(ref: string, principal: Principal): RecordRef | null {
  const parsed = parseRef(ref);
  const bodyId = parsed && 'bodyId' in parsed ? parsed.bodyId : ALL_BODIES;
  if (parsed && !allows(principal, 'audit.read', bodyId))
    throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: 'audit.read', bodyId } }));
  return parsed;
}
