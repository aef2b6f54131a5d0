import { messageOf } from '../cause.js';
import { StoreFault, type StoreFaultCode } from '../event-store.port.js';

/** What kind of error the driver says it is; read by shape, because the driver is loaded only where it is chosen. */
const kindOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null && 'type' in cause && typeof cause.type === 'string' ? cause.type : '';

/** The stream is not where the appender believes. Nothing was stored. */
export const isWrongRevision = (cause: unknown): boolean => kindOf(cause) === 'wrong-expected-version';

/** There is no such stream, or an administrator deleted it in the way that lets it begin again. */
export const isNotFound = (cause: unknown): boolean => kindOf(cause) === 'stream-not-found';

/** The place asked for is none of the server's log, as it says to a follower. */
export const isNoPlace = (cause: unknown): boolean => /INVALID_ARGUMENT.*invalid position/i.test(messageOf(cause));

/** What was sent is more than the server takes: by its own setting, or by the limit of its transport. */
export const isTooLarge = (cause: unknown): boolean =>
  ['maximum-append-size-exceeded', 'append-record-size-exceeded', 'transaction-max-size-exceeded'].includes(kindOf(cause)) ||
  /RESOURCE_EXHAUSTED/.test(messageOf(cause));

const codeOf = (cause: unknown): StoreFaultCode => {
  if (isTooLarge(cause)) return 'store.misuse';
  switch (kindOf(cause)) {
    case 'access-denied':
      return 'store.read-only';
    case 'stream-deleted':
    case 'stream-tombstoned':
      return 'store.damaged';
    default:
      return 'store.unavailable';
  }
};

const SENTENCE: Partial<Record<StoreFaultCode, string>> = {
  'store.misuse': 'KurrentDB does not take an append of this size',
  'store.read-only': 'KurrentDB does not let this user do so',
  'store.damaged': 'The event store is damaged: an administrator deleted the stream',
};

/** Turns what the driver threw into a fault of the store; a {@link StoreFault} is returned unchanged. */
export function toFault(cause: unknown, place: string): StoreFault {
  if (cause instanceof StoreFault) return cause;
  const code = codeOf(cause);
  const message = messageOf(cause) || kindOf(cause);
  return new StoreFault(code, `${SENTENCE[code] ?? 'KurrentDB did not answer'} (${place})${message === '' ? '' : `: ${message}`}.`, {
    cause,
    ...(code === 'store.damaged' && { place }),
  });
}
