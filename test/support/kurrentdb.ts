import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { kurrentdbHere } from './kurrentdb-here.js';

/**
 * KurrentDB for the tests: a server named by `QUORATE_TEST_KURRENTDB`, or one of their own, from the program that `QUORATE_KURRENTDB_SERVER`
 * names or from its image. Where there is none of these, the suites are skipped and the run's closing lines say so.
 */
const HERE = kurrentdbHere();

/** The server's settings, as its command line has them; one that is `undefined` keeps the server's own. */
type Settings = Readonly<Record<string, string | undefined>>;

/** The most that a server takes at once, and nothing beside the record. */
const USUAL: Settings = { 'max-append-size': '16000000', 'run-projections': 'None', 'stats-period-sec': '3600' };

/** A server of the tests' own: one node, on the loopback, not encrypted, durable, in a directory that goes with it. */
export class KurrentdbServer {
  private process: ChildProcess | undefined;
  private container: string | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
    private readonly replicationPort: number,
    private readonly settings: Settings,
  ) {}

  static async start(settings: Settings = {}): Promise<KurrentdbServer> {
    const folder = mkdtempSync(join(tmpdir(), 'quorate-kurrentdb-'));
    const server = new KurrentdbServer(folder, await freePort(), await freePort(), { ...USUAL, ...settings });
    for (const name of ['db', 'log']) mkdirSync(join(folder, name));
    await server.run();
    return server;
  }

  get url(): string {
    return `kurrentdb://127.0.0.1:${this.port}?tls=false`;
  }

  /** Where the events are. */
  get data(): string {
    return join(this.folder, 'db');
  }

  /** Starts the server, also after it was killed, and waits until it answers that it leads. */
  async run(): Promise<void> {
    if (HERE?.kind === 'image') this.startContainer(HERE.image);
    else if (HERE?.kind === 'program') this.startProgram(HERE.program);
    else throw new Error('There is no KurrentDB to start: name its program: QUORATE_KURRENTDB_SERVER=...');
    for (let left = 300; ; left -= 1) {
      const info = await this.info().catch(() => undefined);
      if (info?.state === 'leader') return;
      if (left === 0 || this.process?.exitCode) throw new Error(`KurrentDB did not start: ${this.said()}`);
      await pause(100);
    }
  }

  /** `kill -9`: nothing is written any more, and the next start recovers from the log. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends as an administrator ends it; its files stay. */
  async halt(): Promise<void> {
    await this.end('SIGTERM');
  }

  async stop(): Promise<void> {
    await this.end('SIGKILL');
    if (this.container !== undefined) execFileSync('docker', ['rm', '-f', this.container], { stdio: 'ignore' });
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A server that starts may answer anything, or nothing. */
  private async info(): Promise<{ readonly state?: string }> {
    const answer = await fetch(`http://127.0.0.1:${this.port}/info`, { signal: AbortSignal.timeout(1_000) });
    return (await answer.json()) as { readonly state?: string };
  }

  private startProgram(program: string): void {
    const places = { db: this.data, log: join(this.folder, 'log'), 'node-ip': '127.0.0.1', 'replication-ip': '127.0.0.1' };
    const ports = { 'node-port': String(this.port), 'replication-port': String(this.replicationPort) };
    this.process = spawn(program, ['--insecure', ...words({ ...this.settings, ...places, ...ports })], {
      cwd: dirname(program),
      stdio: 'ignore',
      env: { ...process.env, EVENTSTORE_TELEMETRY_OPTOUT: 'true', KURRENTDB_TELEMETRY_OPTOUT: 'true' },
    });
  }

  private startContainer(image: string): void {
    if (this.container !== undefined) return void execFileSync('docker', ['start', this.container], { stdio: 'ignore' });
    const run = ['run', '-d', '-p', `127.0.0.1:${this.port}:2113`, '-e', 'KURRENTDB_TELEMETRY_OPTOUT=true', image, '--insecure'];
    this.container = execFileSync('docker', [...run, ...words(this.settings)], { encoding: 'utf8' }).trim();
  }

  private said(): string {
    try {
      return readFileSync(join(this.folder, 'log', 'log.txt'), 'utf8').slice(-2_000);
    } catch {
      return 'it said nothing';
    }
  }

  private async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.container !== undefined)
      return void execFileSync('docker', ['kill', `--signal=${signal}`, this.container], { stdio: 'ignore' });
    const { process: server } = this;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }
}

const words = (settings: Settings): string[] =>
  Object.entries(settings).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]));

export interface KurrentdbForTests {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server for one suite. */
export async function kurrentdbForTests(): Promise<KurrentdbForTests> {
  if (HERE?.kind === 'named') return { url: HERE.url, stop: () => Promise.resolve() };
  return KurrentdbServer.start();
}

let records = 0;
/** The name of a record that no other test uses, also on a server that outlives the run. */
export const aRecord = (): string => `t_${process.pid}_${Date.now().toString(36)}_${(records += 1)}`;
