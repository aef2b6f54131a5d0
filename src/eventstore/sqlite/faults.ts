import { causeCode, messageOf } from '../cause.js';
import { StoreFault, type StoreFaultCode } from '../event-store.port.js';

const codeOf = (sqlite: string): StoreFaultCode => {
  if (sqlite === 'SQLITE_FULL' || sqlite === 'SQLITE_IOERR_SHMSIZE') return 'store.disk-full';
  if (sqlite.startsWith('SQLITE_READONLY')) return 'store.read-only';
  if (sqlite.startsWith('SQLITE_CORRUPT') || sqlite === 'SQLITE_NOTADB') return 'store.damaged';
  return 'store.unavailable';
};

const SENTENCE: Partial<Record<StoreFaultCode, string>> = {
  'store.disk-full': 'There is no room left for the event store',
  'store.read-only': 'The event store can only be read',
  'store.damaged': 'The event store is damaged',
};

/** Turns what SQLite threw into a fault of the store; a {@link StoreFault} is returned unchanged. */
export function toFault(cause: unknown, place?: string): StoreFault {
  if (cause instanceof StoreFault) return cause;
  const code = codeOf(causeCode(cause));
  const where = place === undefined ? '' : ` (${place})`;
  return new StoreFault(code, `${SENTENCE[code] ?? 'The event store did not answer'}${where}: ${messageOf(cause)}.`, { cause });
}

/** A fault in opening `directory`; a missing permission, a read-only or full medium, and a path that is no directory are told apart. */
export function toOpeningFault(cause: unknown, directory: string): StoreFault {
  if (cause instanceof StoreFault) return cause;
  switch (causeCode(cause)) {
    case 'EACCES':
    case 'EROFS':
    case 'EPERM':
      return new StoreFault('store.read-only', `The data directory ${directory} cannot be written: ${messageOf(cause)}.`, { cause });
    case 'ENOSPC':
      return new StoreFault('store.disk-full', `There is no room left in ${directory}.`, { cause });
    case 'ENOTDIR':
    case 'EEXIST':
      return new StoreFault('store.misuse', `${directory} is not a directory.`, { cause });
    default:
      return toFault(cause, directory);
  }
}
