/**
 * `node --import ./test/support/die-at-place.js main.js`: the program, which kills itself (SIGKILL) at one place, told in
 * `QUORATE_TEST_DIES` as `places.ts` has it. The place is a statement of one of its databases, found by wrapping the driver: the program
 * itself has no such place, and no setting for one.
 */
import Database from 'better-sqlite3';
import { writeSync } from 'node:fs';
import { basename } from 'node:path';

const { file, statement, when, time, holding, since } = JSON.parse(process.env.QUORATE_TEST_DIES);

let passed = 0;
/** Whether what it must hold was written since the last commit. */
let held = holding === undefined;
/** Whether what its times are counted from has passed. */
let counting = since === undefined;

function die() {
  writeSync(2, `died at its place\n`);
  process.kill(process.pid, 'SIGKILL');
  // No statement is run after that, however long the signal takes to come.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

/** Runs one statement, and dies before or after it where it is the one. */
function pass(database, sql, values, run) {
  counting ||= sql.startsWith(since);
  if (!counting || !basename(database).startsWith(file)) return run();
  held ||= values.some((value) => String(value).includes(holding));
  const due = sql.startsWith(statement) && held && (passed += 1) === time;
  if (due && when === 'before') die();
  const answer = run();
  if (due) die();
  if (sql.startsWith('COMMIT')) held = holding === undefined;
  return answer;
}

const memory = new Database(':memory:');
const statements = Object.getPrototypeOf(memory.prepare('SELECT 1'));
memory.close();

for (const [prototype, name, sqlOf] of [
  [statements, 'run', ({ source }) => source],
  [Database.prototype, 'exec', (_database, [sql]) => sql],
]) {
  const original = prototype[name];
  prototype[name] = function (...values) {
    const database = this.database ?? this;
    return pass(database.name, sqlOf(this, values), values, () => original.apply(this, values));
  };
}
