import { Logger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type AddressInfo } from 'node:net';
import { type Config, readConfig } from './config/config.js';
import { VERSION } from './config/version.js';
import { type AppOptions, createApp } from './create-app.js';
import { messageOf } from './fault-message.js';
import { Reminding } from './across/reminders/reminding/reminding.module.js';

export interface DemonstrationSignIn {
  readonly login: string;
  readonly password: string;
  /** What they are, for whoever tries it. */
  readonly role: string;
}

/** Records the demonstration where the record is empty, and tells the sign-ins it has. */
export type Demonstration = (app: NestFastifyApplication) => Promise<readonly DemonstrationSignIn[]>;

export interface ServeOptions extends Pick<AppOptions, 'rooms' | 'clock'> {
  readonly demonstration?: Demonstration;
}

/** Starts the server and stays until a signal. Every way it can fail to start is one line on standard error and exit code 1. */
export async function serve({ demonstration, ...options }: ServeOptions = {}): Promise<void> {
  let app: NestFastifyApplication | undefined;
  try {
    // Whoever starts the demonstration reads the banner, not the log.
    const config = readConfig(undefined, demonstration ? { logLevel: 'warn' } : {});
    app = await createApp(config, { mode: 'read-write', ...options });
    stopOnSignal(app, config);
    const signIns = await demonstration?.(app);
    await app.listen(config.port, config.host);
    new Logger('Server').log({ msg: 'listening', version: VERSION, address: addressOf(app, config) });
    app.get(Reminding).begin(addressOf(app, config));
    if (signIns) process.stdout.write(banner(addressOf(app, config), signIns));
  } catch (error) {
    await app?.close().catch(() => undefined);
    process.stderr.write(`quorate: ${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}

/** Requests under way are finished, nothing new is taken, the projections end their batch, the store is closed. */
function stopOnSignal(app: NestFastifyApplication, { drainSeconds }: Config): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    const drained = setTimeout(() => (app.getHttpServer() as { closeAllConnections(): void }).closeAllConnections(), drainSeconds * 1000);
    const given = setTimeout(() => process.exit(1), (drainSeconds + 10) * 1000);
    app.close().then(
      () => {
        clearTimeout(drained);
        clearTimeout(given);
        process.exit(0);
      },
      (error: unknown) => {
        process.stderr.write(`quorate: did not stop cleanly: ${messageOf(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

export function addressOf(app: NestFastifyApplication, { publicUrl }: Config): string {
  if (publicUrl !== undefined) return publicUrl;
  const { address, family, port } = (app.getHttpServer() as { address(): AddressInfo }).address();
  const host = address === '::' || address === '0.0.0.0' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}

export function banner(address: string, signIns: readonly DemonstrationSignIn[]): string {
  const [first] = signIns;
  const width = Math.max(0, ...signIns.map(({ login }) => login.length));
  return [
    '',
    '  Quorate is running.',
    '',
    `  The pages:          ${address}`,
    `  API documentation:  ${address}/api/docs`,
    '',
    ...(signIns.length === 0 ? [] : [`  Sign in at ${address}/sign-in as:`]),
    ...signIns.map(({ login, password, role }) => `    ${login.padEnd(width)}  ${password}   ${role}`),
    '',
    ...(first
      ? [
          '  Try next, in a browser:',
          `    ${address}/bodies/cpp-strategic-board/actions          the public action tracker`,
          `    ${address}/bodies/cpp-strategic-board/meetings         the diary; as clerk, call a meeting and record it live`,
          `    ${address}/records?ref=cpp-strategic-board/2016-03-03  as auditor, the timeline of a meeting`,
          '',
          '  and in another terminal:',
          `    curl -s -X POST ${address}/api/v1/sign-in -H 'content-type: application/json' -d '{"login":"${first.login}","password":"${first.password}"}'`,
          `    curl -s ${address}/api/v1/bodies`,
          '    npm run -s quorate -- minutes cpp-strategic-board/2016-03-03',
          '    npm run -s quorate -- tracker cpp-strategic-board --as-at 2016-06-09',
          '    npm run -s quorate -- decisions cpp-strategic-board --awaiting-ratification',
          '',
        ]
      : []),
    '  Ctrl-C stops it.',
    '',
    '',
  ].join('\n');
}
