import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { builtProgram, COMPILED } from './built.js';
import { dyingAt, type Place } from './places.js';

/** How a process ended, and what it had said. */
export interface Ended {
  readonly code: number | null;
  /** What ended it, where it did not end by itself. */
  readonly signal?: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A server in a process of its own. */
export interface Server {
  readonly child: ChildProcess;
  readonly address: string;
  /** How it ends, whenever that is. */
  readonly ended: Promise<Ended>;
  /** Waits until it has said a line like this, from its beginning on; fails where it ends without. */
  said(line: RegExp): Promise<string>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<Ended>;
  /** SIGTERM, and waits until it is gone. */
  stop(): Promise<Ended>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What runs node, such as `setpriv ... --`: the program and its arguments follow. */
  readonly wrapper?: readonly string[];
  /** Where it is to die by itself. */
  readonly dies?: Place;
}

/** The program as it was built: `npm run build` comes before the tests. Every process it starts is ended by {@link Program.remove}. */
export class Program {
  private readonly running = new Set<ChildProcess>();

  private constructor(readonly directory: string) {}

  static async built(): Promise<Program> {
    return new Program(builtProgram());
  }

  /** Starts a file of the program and gives it back at once, with its end to come. */
  run(
    file: string,
    args: readonly string[],
    { env = {}, wrapper = [], dies }: RunOptions = {},
  ): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
    const dying = dies && dyingAt(dies);
    const [command = '', ...rest] = [...wrapper, process.execPath, ...(dying?.nodeArgs ?? []), join(this.directory, file), ...args];
    const child = spawn(command, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', NODE_COMPILE_CACHE: COMPILED, ...dying?.env, ...env },
    });
    this.running.add(child);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout = (stdout + text).slice(-100_000)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-100_000)));
    const ended = once(child, 'close').then(([code, signal]): Ended => {
      this.running.delete(child);
      return { code: code as number | null, signal: signal as NodeJS.Signals | null, stdout, stderr };
    });
    return { child, ended };
  }

  /** The command line: waits for its end. */
  quorate(directory: string, ...args: string[]): Promise<Ended> {
    return this.run('cli/quorate.js', args, { env: { QUORATE_DATA_DIR: directory } }).ended;
  }

  /** Starts the server on a free port and waits until it listens; fails with what it said where it does not. */
  async serve(directory: string, { env = {}, ...options }: RunOptions = {}): Promise<Server> {
    const { child, ended } = this.run('main.js', [], { ...options, env: { QUORATE_DATA_DIR: directory, ...env } });
    const lines: string[] = [];
    const told = new EventEmitter();
    createInterface({ input: child.stdout! }).on('line', (line) => {
      lines.push(line);
      told.emit('line', line);
    });
    const said = (wanted: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const already = lines.find((line) => wanted.test(line));
        if (already !== undefined) return resolve(already);
        told.on('line', (line: string) => wanted.test(line) && resolve(line));
        void ended.then(({ code, stderr }) => reject(new Error(`The server ended with ${code}: ${stderr}`)));
      });
    const listening = await said(/"msg":"listening"/);
    const address = /"address":"([^"]+)"/.exec(listening)?.[1] ?? '';
    const end = (signal: NodeJS.Signals): Promise<Ended> => {
      child.kill(signal);
      return ended;
    };
    return { child, address, ended, said, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
  }

  /** Starts the server where it is expected not to start: waits for its end. */
  refused(directory: string, options: RunOptions = {}): Promise<Ended> {
    return this.run('main.js', [], { ...options, env: { QUORATE_DATA_DIR: directory, ...options.env } }).ended;
  }

  async remove(): Promise<void> {
    for (const child of this.running) {
      child.kill('SIGKILL');
      await once(child, 'close');
    }
  }
}
