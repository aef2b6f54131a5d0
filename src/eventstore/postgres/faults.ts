import { causeCode, messageOf } from '../cause.js';
import { StoreFault, type StoreFaultCode } from '../event-store.port.js';

/** SQLSTATE of a value that is there already, where a column has each once. */
const UNIQUE_VIOLATION = '23505';
export const isTaken = (cause: unknown): boolean => causeCode(cause) === UNIQUE_VIOLATION;

/** Whether the server itself answered: its codes are of five digits and capitals. Anything else is the network's or the driver's. */
const isAnswer = (cause: unknown): boolean => /^[0-9A-Z]{5}$/.test(causeCode(cause));

/** Whether a connection can go on being used after a fault: not after an end, a timeout, or anything the server did not say. */
export const isUsable = (cause: unknown): boolean => isAnswer(cause) && !/^(?:08|57P|25P03)/.test(causeCode(cause));

/** Whether the connection turned out to be gone, which is known at once; a call that was waited for in vain is none of these. */
export const isLost = (cause: unknown): boolean =>
  /^(?:08|57P)/.test(causeCode(cause)) || ['ECONNRESET', 'EPIPE'].includes(causeCode(cause)) || /terminated/.test(messageOf(cause));

const codeOf = (state: string): StoreFaultCode => {
  switch (state) {
    case '53100':
      return 'store.disk-full';
    case '25006':
    case '42501':
      return 'store.read-only';
    case 'XX001':
    case 'XX002':
      return 'store.damaged';
    default:
      return 'store.unavailable';
  }
};

const SENTENCE: Partial<Record<StoreFaultCode, string>> = {
  'store.disk-full': 'There is no room left for the event store',
  'store.read-only': 'The event store can only be read',
  'store.damaged': 'The event store is damaged',
};

/** Turns what the driver threw into a fault of the store; a {@link StoreFault} is returned unchanged. */
export function toFault(cause: unknown, place?: string): StoreFault {
  if (cause instanceof StoreFault) return cause;
  const code = codeOf(causeCode(cause));
  const where = place === undefined ? '' : ` (${place})`;
  const message = messageOf(cause) || causeCode(cause);
  return new StoreFault(code, `${SENTENCE[code] ?? 'PostgreSQL did not answer'}${where}: ${message}.`, { cause });
}
