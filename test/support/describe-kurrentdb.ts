import { describe } from '@jest/globals';
import { kurrentdbHere } from './kurrentdb-here.js';

/** A suite that needs some KurrentDB. `describe` is that of the suite which runs, and is asked for no sooner. */
export const describeOnKurrentdb = (name: string, suite: () => void): void => (kurrentdbHere() ? describe : describe.skip)(name, suite);
/** A suite that kills the server, or reaches into its files: it has to be the tests' own. */
export const describeOnOwnKurrentdb = (name: string, suite: () => void): void =>
  (kurrentdbHere()?.kind === 'program' ? describe : describe.skip)(name, suite);
