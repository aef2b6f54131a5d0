import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Installed, type Started } from '../support/command-line.js';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');

interface Step {
  readonly command: string;
  /** What its output holds, of each line `# => `. */
  readonly prints: readonly string[];
}

/** The commands of the shell blocks between `<!-- session -->` and `<!-- /session -->`; a line that ends with `\` goes on. */
function steps(): readonly Step[] {
  const session = /<!-- session -->(.*?)<!-- \/session -->/s.exec(README)?.[1] ?? '';
  const blocks = [...session.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
  const found: { command: string; prints: string[] }[] = [];
  for (const line of blocks.join('\n').replaceAll('\\\n', ' ').split('\n')) {
    const expected = /^# => (.*)$/.exec(line)?.[1];
    if (expected !== undefined) found.at(-1)?.prints.push(expected.trim());
    else if (line.trim() !== '' && !line.startsWith('#')) found.push({ command: line, prints: [] });
  }
  return found;
}

/** Stands before a step's output and, with its exit code, behind it. */
const MARK = '\u0001';

let installed: Installed;
let server: Started;
beforeAll(async () => {
  installed = await Installed.here();
  server = await installed.demonstrate(installed.at('data'));
}, 60_000);
afterAll(() => installed.remove());

describe('the session in the README', () => {
  it('has commands, and says what they print', () => {
    expect(steps().length).toBeGreaterThan(5);
    expect(steps().some(({ prints }) => prints.length > 0)).toBe(true);
  });

  it('goes as it is written, every command of it', async () => {
    const script = steps().map(({ command }) => {
      const here = command.replaceAll('http://127.0.0.1:3000', server.address).replaceAll('npm run -s quorate --', 'quorate');
      return `printf '${MARK}'\n${here}\nprintf '${MARK}%s' $?`;
    });
    const { stdout, stderr } = await installed.shell(script.join('\n'), installed.at('data'));
    const parts = stdout.split(MARK).slice(1);
    const went = steps().map(({ command, prints }, at) => {
      const output = parts[2 * at] ?? '';
      return { command, code: parts[2 * at + 1], missing: prints.filter((text) => !output.includes(text)), output };
    });
    expect({ wrong: went.filter(({ code, missing }) => code !== '0' || missing.length > 0), stderr }).toEqual({ wrong: [], stderr: '' });
  }, 120_000);

  it('leaves a record that is sound', async () => {
    expect(await installed.quorate(installed.at('data'), ['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/: clean\n$/),
    });
  });
});
