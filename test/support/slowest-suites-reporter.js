import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const SHOWN = 20;
/** Suites that take less are not worth an order of their own. */
const LEAST_SECONDS = 3;

const secondsOf = ({ perfStats }) => (perfStats.end - perfStats.start) / 1000;

/** Ends the run with the seconds each kind of test took, and with the suites that took longest. `QUORATE_MEASURED` names a file to keep those in. */
export default class SlowestSuitesReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
    this.kinds = new Map();
  }

  onTestResult({ context }, result) {
    const kind = context.config.displayName?.name ?? 'tests';
    const { suites = 0, tests = 0, seconds = 0 } = this.kinds.get(kind) ?? {};
    const ran = result.numPassingTests + result.numFailingTests;
    this.kinds.set(kind, { suites: suites + 1, tests: tests + ran, seconds: seconds + secondsOf(result) });
  }

  onRunComplete(_contexts, { testResults }) {
    const all = testResults
      .map((result) => ({ suite: relative(this.rootDir, result.testFilePath), seconds: secondsOf(result) }))
      .sort((one, other) => other.seconds - one.seconds);
    const lines = [
      '',
      'Seconds by kind (of all workers together):',
      ...[...this.kinds].map(
        ([kind, { suites, tests, seconds }]) => `  ${seconds.toFixed(1).padStart(7)}  ${kind}: ${suites} suites, ${tests} tests`,
      ),
      '',
      'The slowest suites:',
      ...all.slice(0, SHOWN).map(({ suite, seconds }) => `  ${seconds.toFixed(1).padStart(7)}  ${suite}`),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
    if (process.env.QUORATE_MEASURED) this.keep(all.filter(({ seconds }) => seconds >= LEAST_SECONDS));
  }

  keep(long) {
    const measured = Object.fromEntries(long.map(({ suite, seconds }) => [suite, Math.round(seconds)]));
    writeFileSync(process.env.QUORATE_MEASURED, `${JSON.stringify(measured, null, 2)}\n`);
  }
}
