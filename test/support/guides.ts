import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './built.js';
import { fences } from './markdown.js';

const COPIED = ['src', 'test', 'package.json', 'tsconfig.json', 'jest.config.js'];

interface Edit {
  readonly path: string;
  readonly how: 'after' | 'before' | 'instead of' | 'new';
  /** The one line it stands by; one that ends with `…` says how that line begins. */
  readonly line: string;
  readonly text: string;
}

/** The edits of a guide, in order: blocks whose first line says the file, and where in it. */
export const editsOf = (guide: string): readonly Edit[] =>
  fences(guide).flatMap(({ info, text }): Edit[] => {
    const made = /^\w+ new (\S+)$/.exec(info);
    if (made) return [{ path: made[1] ?? '', how: 'new', line: '', text }];
    const put = /^\w+ (\S+) (after|before|instead of): +(.+)$/.exec(info);
    return put ? [{ path: put[1] ?? '', how: put[2] as Edit['how'], line: (put[3] ?? '').trim(), text }] : [];
  });

/** What a guide has its reader run: the lines of the block marked so. */
export const runsOf = (guide: string): readonly string[] =>
  fences(guide)
    .filter(({ info }) => info === 'sh tested')
    .flatMap(({ text }) => text.trim().split('\n'));

const isMeant = (line: string, said: string): boolean =>
  said.endsWith('…') ? line.startsWith(said.slice(0, -1).trimEnd()) : line === said;

const indentOf = (line: string): string => /^ */.exec(line)?.[0] ?? '';

/** Lines moved to where they stand in the file: as far in as the line they stand by. */
function indented(text: string, indent: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const own = indentOf(lines[0] ?? '').length;
  return lines.map((line) => (line.trim() === '' ? '' : indent + line.slice(Math.min(own, indentOf(line).length))));
}

/** A copy of the project to try a guide on; {@link remove} takes it away. */
export class Copy {
  private constructor(readonly directory: string) {}

  static make(): Copy {
    const directory = mkdtempSync(join(tmpdir(), 'quorate-guide-'));
    for (const name of COPIED) cpSync(join(ROOT, name), join(directory, name), { recursive: true });
    for (const name of ['node_modules', 'dist']) symlinkSync(join(ROOT, name), join(directory, name));
    return new Copy(directory);
  }

  /** Throws where the line an edit stands by is not there, or there more than once. */
  apply({ path, how, line, text }: Edit): void {
    const file = join(this.directory, path);
    if (how === 'new') {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: 'wx' });
      return;
    }
    const lines = readFileSync(file, 'utf8').split('\n');
    const at = lines.flatMap((one, index) => (isMeant(one.trim(), line) ? [index] : []));
    const [found = -1] = at;
    if (at.length !== 1) throw new Error(`${path} has ${at.length === 0 ? 'no line' : `${at.length} lines`} ${JSON.stringify(line)}.`);
    lines.splice(how === 'after' ? found + 1 : found, how === 'instead of' ? 1 : 0, ...indented(text, indentOf(lines[found] ?? '')));
    writeFileSync(file, lines.join('\n'));
  }

  /** Runs one line of a guide here; gives what it printed, and its code. */
  async run(line: string): Promise<{ readonly code: number; readonly printed: string }> {
    const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH ?? ''}`, NODE_OPTIONS: '' };
    try {
      const { stdout, stderr } = await promisify(execFile)('sh', ['-c', line], { cwd: this.directory, env, maxBuffer: 16 * 2 ** 20 });
      return { code: 0, printed: stdout + stderr };
    } catch (error) {
      const { code, stdout, stderr } = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
      return { code, printed: `${stdout}${stderr}` };
    }
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
