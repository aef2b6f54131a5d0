import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.js';
import { fromDebian } from './from-debian.js';

/** PostgreSQL for the tests: a server named by `QUORATE_TEST_POSTGRES`, or one of their own. */

const DEBIAN = '/usr/lib/postgresql';
const NAMED = process.env.QUORATE_TEST_POSTGRES;

/** The directory of the newest server's programs; `undefined` where there is none. */
function programs(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), '/usr/local/pgsql/bin', '/usr/bin', '/opt/homebrew/bin'].find(
    (folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))),
  );
}

/** Sees to it that there is a server to test with, and says which; throws where none can be had. */
export function havePostgres(): string {
  if (NAMED !== undefined) return 'the server named by QUORATE_TEST_POSTGRES';
  if (programs() === undefined) fromDebian('postgresql');
  const found = programs();
  if (found === undefined)
    throw new Error(
      'The record is tested on PostgreSQL, and none can be had here: install it, or name a server: QUORATE_TEST_POSTGRES=postgres://...',
    );
  return found;
}

/** PostgreSQL does not run as root. */
const asItsUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
};

/** A cluster of the tests' own, durable as a council's is: on the loopback, with fsync, in a directory that goes with it. */
export class PostgresServer {
  private process: ChildProcess | undefined;
  private readonly user = asItsUser();

  private constructor(
    private readonly folder: string,
    private readonly bin: string,
    readonly port: number,
  ) {}

  static async start(): Promise<PostgresServer> {
    const bin = programs();
    if (bin === undefined) throw new Error('There is no PostgreSQL: npm run postgres.');
    const folder = mkdtempSync(join(tmpdir(), 'quorate-postgres-'));
    const server = new PostgresServer(folder, bin, await freePort());
    const { uid, gid } = server.user;
    if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
    mkdirSync(server.data);
    if (uid !== undefined && gid !== undefined) chownSync(server.data, uid, gid);
    const words = ['-D', server.data, '-U', 'quorate', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'];
    execFileSync(join(bin, 'initdb'), words, { ...server.user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    await server.run();
    return server;
  }

  get url(): string {
    return `postgres://quorate@127.0.0.1:${this.port}/postgres`;
  }

  get pid(): number | undefined {
    return this.process?.pid;
  }

  private get data(): string {
    return join(this.folder, 'data');
  }

  /** Starts the server, also after it was killed, and waits until it answers. */
  async run(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${this.folder}`, 'fsync=on', 'max_connections=200'];
    const words = ['-D', this.data, '-p', String(this.port), ...settings.flatMap((one) => ['-c', one])];
    for (let left = 300; ; left -= 1) {
      // After a kill the processes of the server before may need a moment to go: it is tried again until they have.
      if (!this.isRunning()) this.process = spawn(join(this.bin, 'postgres'), words, { ...this.user, cwd: this.folder, stdio: 'ignore' });
      const client = new pg.Client(this.url);
      client.on('error', () => undefined);
      try {
        await client.connect();
        await client.end();
        return;
      } catch (error) {
        if (left === 0) throw error;
        await pause(100);
      }
    }
  }

  /** `kill -9`: nothing is written any more, and the next start recovers from the log. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { process: server } = this;
    if (!server || !this.isRunning()) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await ended;
  }
}

export interface PostgresForTests {
  readonly url: string;
  stop(): Promise<void>;
}

/** The server for one suite. */
export async function postgresForTests(): Promise<PostgresForTests> {
  if (NAMED !== undefined) return { url: NAMED, stop: () => Promise.resolve() };
  return PostgresServer.start();
}

let schemas = 0;
/** The name of a schema that no other test uses. */
export const aSchema = (): string => `t_${process.pid}_${(schemas += 1)}`;
