import { writeSync } from 'node:fs';
import { kurrentdbHere } from './kurrentdb-here.js';

/** The suites that need a KurrentDB, and those that need one of their own, to kill and to alter. */
const ON_KURRENTDB = /event-store\.contract|kurrentdb[^/]*\.(?:fault|scenario)/;
const ON_ITS_OWN = /kurrentdb[^/]*\.fault/;

/**
 * Ends the run with plain lines, after everything else: what was not tested for want of a server, and then, for whoever counts, "1247 passed,
 * 0 failed".
 */
export default class ClosingLineReporter {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites, testResults }) {
    const skipped = numPendingTests + numTodoTests;
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    const untested = notTested(testResults.map(({ testFilePath }) => testFilePath));
    const line = `\n${untested}${numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    process.once('exit', () => writeSync(1, line));
  }
}

function notTested(suites) {
  if (!suites.some((path) => ON_KURRENTDB.test(path))) return '';
  const here = kurrentdbHere();
  if (!here) return 'KurrentDB: not tested here (no server)\n\n';
  if (here.kind === 'program' || !suites.some((path) => ON_ITS_OWN.test(path))) return '';
  return 'KurrentDB: its faults not tested here (no server program to kill: QUORATE_KURRENTDB_SERVER)\n\n';
}
