import { toFault } from './faults.js';

/** Asks the database, if the store is open; what it cannot answer is a fault that names the place. */
export type Ask = <T>(place: string, question: () => T) => T;

export const asking =
  (requireOpen: () => void): Ask =>
  (place, question) => {
    requireOpen();
    try {
      return question();
    } catch (cause) {
      throw toFault(cause, place);
    }
  };
