import { fileURLToPath } from 'node:url';

/** Where a process dies: before or after it runs a statement of one of its databases, the first time or a later one. */
export interface Place {
  /** How the database's file begins. */
  readonly file: string;
  /** How the statement begins; every one where it is empty. */
  readonly statement: string;
  readonly when: 'before' | 'after';
  readonly time: number;
  /** Only in a transaction that has written this. */
  readonly holding?: string;
  /** How the first statement begins, of whatever database, from which on the times are counted. */
  readonly since?: string;
}

/** The places between a command and everything that comes of it, each with what is true there. */
export const PLACES = {
  'before its events are written': { file: 'events.db', statement: 'INSERT INTO events', when: 'before' },
  'between its events and their commit': { file: 'events.db', statement: 'COMMIT', when: 'before' },
  'after the commit and before the answer': { file: 'events.db', statement: 'COMMIT', when: 'after' },
  'before the read models are written': { file: 'readmodels', statement: 'BEGIN', when: 'before' },
  'between the read models and their checkpoint': { file: 'readmodels', statement: 'UPDATE "projection_state"', when: 'before' },
  'between their checkpoint and its commit': { file: 'readmodels', statement: 'COMMIT', when: 'before' },
  'after the read models are committed': { file: 'readmodels', statement: 'COMMIT', when: 'after' },
} as const satisfies Readonly<Record<string, Omit<Place, 'time'>>>;

/** What runs a process that dies at a place: arguments of node, and its environment. */
export const dyingAt = (place: Place): { readonly nodeArgs: readonly string[]; readonly env: Readonly<Record<string, string>> } => ({
  nodeArgs: ['--import', fileURLToPath(new URL('./die-at-place.js', import.meta.url))],
  env: { QUORATE_TEST_DIES: JSON.stringify(place) },
});
