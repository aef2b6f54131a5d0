import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../src/cli/run.js';
import { builtProgram, ROOT } from './built.js';
import { type Ended } from './server.js';

const SUPPORT = fileURLToPath(new URL('.', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** As its banner tells it. */
  readonly address: string;
  readonly banner: string;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/**
 * The program as somebody has it who keeps their files under names with spaces: `dist`, the demonstration's records, and data
 * directories, all in one place that {@link Installed.remove} takes away with every process still running.
 */
export class Installed {
  private readonly running = new Set<ChildProcess>();

  private constructor(readonly home: string) {}

  static async here(): Promise<Installed> {
    const home = join(await mkdtemp(join(tmpdir(), 'quorate-')), 'the clerk’s files');
    await mkdir(home);
    await cp(builtProgram(), join(home, 'dist'), { recursive: true });
    await cp(join(ROOT, 'package.json'), join(home, 'package.json'));
    await mkdir(join(home, 'test'));
    await cp(join(ROOT, 'test/records'), join(home, 'test/records'), { recursive: true });
    await symlink(join(ROOT, 'node_modules'), join(home, 'node_modules'));
    return new Installed(home);
  }

  at(...names: string[]): string {
    return join(this.home, ...names);
  }

  environment(dataDir: string): Record<string, string> {
    return {
      PATH: process.env.PATH ?? '',
      HOST: '127.0.0.1',
      PORT: '0',
      NODE_COMPILE_CACHE: this.at('cache'),
      QUORATE_DATA_DIR: dataDir,
    };
  }

  /** The command line on a data directory: waits for its end. */
  quorate(dataDir: string, args: readonly string[], stdin = ''): Promise<Ended> {
    return this.run(process.execPath, [this.at('dist/cli/quorate.js'), ...args], this.environment(dataDir), stdin).ended;
  }

  /**
   * The command line on a data directory, in this process: what it says and the code it would end with. A process of its own differs in
   * what it reads of its environment, of standard input and of signals, and takes a second to start.
   */
  async quorateHere(dataDir: string, args: readonly string[]): Promise<Ended> {
    const elsewhere = args.includes('--server') || args.includes('--data-dir');
    let [stdout, stderr] = ['', ''];
    const code = await runCommandLine(
      elsewhere ? args : ['--data-dir', dataDir, ...args],
      (text) => (stdout += text),
      (text) => (stderr += text),
    );
    return { code, stdout, stderr };
  }

  /** The command line, whose reader goes away after the first words: `| head -n 1`. */
  cutShort(dataDir: string, args: readonly string[]): Promise<Ended> {
    const { child, ended } = this.run(process.execPath, [this.at('dist/cli/quorate.js'), ...args], this.environment(dataDir));
    child.stdout.once('data', () => child.stdout.destroy());
    return ended;
  }

  /** A script of the shell, in which `quorate` is the command line and `curl` is there, the machine's or a small one. */
  async shell(script: string, dataDir: string): Promise<Ended> {
    const bin = this.at('bin');
    await mkdir(bin, { recursive: true });
    const programs = { quorate: this.at('dist/cli/quorate.js'), 'small-curl': join(SUPPORT, 'small-curl.js') };
    for (const [name, file] of Object.entries(programs))
      await writeFile(join(bin, name), `#!/bin/sh\nexec "${process.execPath}" "${file}" "$@"\n`, { mode: 0o755 });
    const env = this.environment(dataDir);
    const fallback = 'command -v curl > /dev/null || curl() { small-curl "$@"; }\n';
    return this.run('sh', ['-c', fallback + script], { ...env, PATH: `${bin}:${env.PATH}` }).ended;
  }

  /** Starts the server with `--demonstration` on a free port, and waits for its banner. */
  async demonstrate(dataDir: string): Promise<Started> {
    const { child, ended, said } = this.run(process.execPath, [this.at('dist/main.js'), '--demonstration'], this.environment(dataDir));
    const banner = await new Promise<string>((resolve, reject) => {
      child.stdout?.on('data', () => {
        if (said().includes('Ctrl-C stops it.')) resolve(said());
      });
      void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code}: ${stderr}`)));
    });
    const address = /The pages: +(\S+)/.exec(banner)?.[1] ?? '';
    return {
      child,
      address,
      banner,
      stop: (signal = 'SIGTERM') => {
        child.kill(signal);
        return ended;
      },
    };
  }

  async remove(): Promise<void> {
    for (const child of this.running) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
    await rm(join(this.home, '..'), { recursive: true, force: true });
  }

  private run(command: string, args: readonly string[], env: Readonly<Record<string, string>>, stdin = '') {
    const child = spawn(command, args, { cwd: this.home, env, stdio: 'pipe' });
    this.running.add(child);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => undefined).end(stdin);
    const ended = once(child, 'close').then(([code]): Ended => {
      this.running.delete(child);
      return { code: code as number | null, stdout, stderr };
    });
    return { child, ended, said: () => stdout };
  }
}
