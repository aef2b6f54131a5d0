import { toFault } from './faults.js';

/** Asks the database. Throws a fault if the store is closed, and one that names the place if the database cannot answer. */
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
