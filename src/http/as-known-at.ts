import { rightMissing } from './right-missing.js';
import { allows, type Principal } from '../kernel/principal.js';
import { momentOf } from '../kernel/moments.js';
import { LineField } from './fields.js';
import { refuseRequest } from './http.refusals.js';
import { RequestRefused } from './request-refused.js';

/** `as-known-at` of an address: the page shows what had been written down by then. Read with {@link knownBy}. */
export const AsKnownAtField = (): PropertyDecorator =>
  LineField({
    max: 40,
    optional: true,
    description: 'As it was known then: a date (its end, where the body sits) or an instant; takes `audit.read`',
    example: '2016-03-04',
  });

/** The instant that `as-known-at` means. Refused if the caller lacks `audit.read` in the body, or if the text is no date and no instant. */
export function knownBy(
  asKnownAt: string | undefined,
  principal: Principal,
  { bodyId, timeZone }: { readonly bodyId: string; readonly timeZone: string },
): string | undefined {
  if (asKnownAt === undefined) return undefined;
  if (!allows(principal, 'audit.read', bodyId)) throw rightMissing(principal, 'audit.read', bodyId);
  const moment = momentOf(asKnownAt, timeZone);
  if (moment === null) {
    const errors = [{ field: 'as-known-at', rule: 'must be a date that exists, or an instant with its offset' }];
    throw new RequestRefused(refuseRequest('request.invalid', { field: 'as-known-at', detail: { errors } }));
  }
  return moment;
}
