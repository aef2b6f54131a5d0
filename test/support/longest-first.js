import sequencers from '@jest/test-sequencer';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const Sequencer = sequencers.default ?? sequencers;

/** Of a kind's suites, how many seconds one takes where nobody has measured it. */
const USUALLY = { browser: 15, scenarios: 5, faults: 5, properties: 4, unit: 0.4 };

/** Seconds by suite, of those that take long: written by `npm run test:measured`. */
const MEASURED = JSON.parse(readFileSync(new URL('./measured-suites.json', import.meta.url), 'utf8'));

/** The longest suites begin first, so that no worker is left with one at the end while the others have nothing to do. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const seconds = ({ path, context }) =>
      MEASURED[relative(context.config.rootDir, path)] ?? USUALLY[context.config.displayName?.name] ?? 1;
    return [...tests].sort((one, other) => seconds(other) - seconds(one) || (one.path < other.path ? -1 : 1));
  }
}
