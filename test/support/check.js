import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * `npm run check`: every part of the check, the tests last. The parts before them need nothing of each other, so that two run at a time.
 * Ends with a table of the seconds each took and, as its very last line, the closing line of the tests.
 */
const BEFORE = ['lint', 'build', 'format:check', 'types', 'architecture', 'browser', 'postgres'];
const AT_A_TIME = 2;
const CLOSING = /^\d+ passed, \d+ failed/;
/** What the tests say they could not test. */
const UNTESTED = /^KurrentDB: /;

const taken = [];

/** Runs a script of package.json, its standard output given to `line`, what it says otherwise kept or passed on as `stderr` has it. */
async function run(part, stderr, line) {
  const begun = performance.now();
  const child = spawn('npm', ['run', '-s', part], { stdio: ['ignore', 'pipe', stderr] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text) => (said += text));
  const lines = createInterface({ input: child.stdout });
  const ended = Promise.all([once(child, 'close'), once(lines, 'close')]);
  lines.on('line', line ?? ((text) => (said += `${text}\n`)));
  const [[code]] = await ended;
  taken.push({ part, seconds: (performance.now() - begun) / 1000 });
  return { part, code, said };
}

async function runAll(parts) {
  const waiting = [...parts];
  const failed = [];
  const worker = async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const { code, said } = await run(part, 'pipe');
      process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}  ${part}\n${said}`);
      if (code !== 0) failed.push(part);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  return failed;
}

const begun = performance.now();
/** The closing lines of the tests, kept to be said last of all. */
let closing;
let untested = '';

const failed = await runAll(BEFORE);
if (failed.length > 0) {
  closing = `0 passed, ${failed.length} failed`;
  process.stdout.write(`\nThe tests were not run: ${failed.join(', ')} failed.\n`);
  process.exitCode = 1;
} else {
  const { code } = await run('test', 'inherit', (text) => {
    if (CLOSING.test(text)) closing = text;
    else if (UNTESTED.test(text)) untested = `${text}\n\n`;
    else process.stdout.write(`${text}\n`);
  });
  process.exitCode = code ?? 1;
}

const row = (seconds, name) => `  ${seconds.toFixed(1).padStart(7)}  ${name}\n`;
process.stdout.write(
  `\nSeconds of the check (two parts at a time before the tests):\n${taken.map(({ seconds, part }) => row(seconds, part)).join('')}`,
);
process.stdout.write(row((performance.now() - begun) / 1000, 'in all'));
process.stdout.write(`\n${untested}${closing ?? '0 passed, 1 failed'}\n`);
