import { resolve } from 'node:path';
import { contrastWithWhite } from './colour.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data directory. */
  readonly dataDir: string;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Hours a sign-in lasts. */
  readonly sessionHours: number;
  /** Seconds that requests under way are given to finish when the server stops. */
  readonly drainSeconds: number;
  /** Address people reach the server at, where a proxy stands before it; without a slash at its end. */
  readonly publicUrl?: string;
  /** Seconds between two rounds of reminders; 0 for none. */
  readonly remindersEvery: number;
  /** URL of the mail server that sends reminders; without one, reminders are only in people's lists. May hold a password. */
  readonly smtpUrl?: string;
  /** The sender of mail. */
  readonly mailFrom: string;
  /** The name at the top of each page: of the body or authority whose pages these are. */
  readonly name: string;
  /** The colour behind that name, `#rrggbb`, on which white letters can be read; if absent, the pages' own. */
  readonly colour?: string;
  /** Whether a proxy in front is believed about who is calling (`X-Forwarded-For`). */
  readonly trustProxy: boolean;
}

/** The settings cannot be used: each line names the variable and its rule. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LEAST_CONTRAST = 4.5;

type Environment = Readonly<Record<string, string | undefined>>;

interface Setting<T> {
  readonly name: string;
  /** The rule, as the end of "NAME must be ...". */
  readonly rule: string;
  readonly fallback: T;
  /** The value of the setting's text; `undefined` if the text breaks the rule. */
  readonly read: (text: string) => T | undefined;
  /** True if no message may repeat the value. */
  readonly secret?: boolean;
}

const wholeNumber =
  (min: number, max: number) =>
  (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;

const SETTINGS = {
  port: { name: 'PORT', rule: 'a whole number from 0 to 65535', fallback: 3000, read: wholeNumber(0, 65535) },
  host: {
    name: 'HOST',
    rule: 'a host name or address to listen on, such as 127.0.0.1 or ::',
    fallback: '127.0.0.1',
    read: (text) => (/^[A-Za-z0-9.:_%-]{1,255}$/.test(text) ? text : undefined),
  },
  dataDir: {
    name: 'QUORATE_DATA_DIR',
    rule: 'a path',
    fallback: resolve('data'),
    read: (text) => (text.includes('\0') ? undefined : resolve(text)),
  },
  logLevel: {
    name: 'QUORATE_LOG_LEVEL',
    rule: `one of ${LOG_LEVELS.join(', ')}`,
    fallback: 'info',
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
  sessionHours: { name: 'QUORATE_SESSION_HOURS', rule: 'a whole number of hours from 1 to 168', fallback: 12, read: wholeNumber(1, 168) },
  drainSeconds: { name: 'QUORATE_DRAIN_SECONDS', rule: 'a whole number of seconds from 1 to 300', fallback: 10, read: wholeNumber(1, 300) },
  publicUrl: {
    name: 'QUORATE_PUBLIC_URL',
    rule: 'an http or https address without a query, such as https://record.example.org',
    fallback: undefined,
    read: (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url && /^https?:$/.test(url.protocol) && !url.search && !url.hash ? text.replace(/\/+$/, '') : undefined;
    },
  },
  remindersEvery: {
    name: 'QUORATE_REMINDERS',
    rule: 'a whole number of seconds between two rounds of reminders, from 0 for none to 86400',
    fallback: 300,
    read: wholeNumber(0, 86_400),
  },
  smtpUrl: {
    name: 'QUORATE_SMTP_URL',
    rule: 'the address of a mail server, such as smtp://user:password@mail.example.org:587 or smtps://mail.example.org',
    fallback: undefined,
    read: (text) => (URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text) && new URL(text).hostname !== '' ? text : undefined),
    secret: true,
  },
  mailFrom: {
    name: 'QUORATE_MAIL_FROM',
    rule: 'an address, such as quorate@example.org or Quorate <quorate@example.org>',
    fallback: 'Quorate <quorate@localhost>',
    read: (text) => (/^(?:[^<>@\r\n"]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined),
  },
  name: {
    name: 'QUORATE_NAME',
    rule: 'a name of at most 60 characters to stand at the top of every page, such as Scottish Borders Council',
    fallback: 'Quorate',
    read: (text) => (/^[^\p{Cc}]{1,60}$/u.test(text) ? text : undefined),
  },
  colour: {
    name: 'QUORATE_COLOUR',
    rule: 'a colour such as #1f4e5f that white letters can be read on (contrast of 4.5 to 1, WCAG 2.2, 1.4.3)',
    fallback: undefined,
    read: (text) => (/^#[0-9a-f]{6}$/i.test(text) && contrastWithWhite(text) >= LEAST_CONTRAST ? text.toLowerCase() : undefined),
  },
  trustProxy: {
    name: 'QUORATE_TRUST_PROXY',
    rule: 'true or false',
    fallback: false,
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
} as const satisfies { readonly [K in keyof Config]-?: Setting<Config[K]> };

/**
 * Reads and checks the settings; one {@link ConfigError} names everything that is wrong. An empty variable counts as not set. A setting
 * that is not set takes its value from `unlessSet`, or else the usual one.
 */
export function readConfig(env: Environment = process.env, unlessSet: Partial<Config> = {}): Config {
  const problems: string[] = [];
  const values = Object.entries<Setting<unknown>>(SETTINGS).map(([key, { name, rule, fallback, read, secret }]): [string, unknown] => {
    const text = env[name];
    if (text === undefined || text === '') return [key, unlessSet[key as keyof Config] ?? fallback];
    const value = read(text);
    if (value === undefined)
      problems.push(`${name} must be ${rule}${secret === true ? '' : `; it is ${JSON.stringify(text.slice(0, 100))}`}.`);
    return [key, value];
  });
  if (problems.length > 0) throw new ConfigError(problems.join(' '));
  const config: Record<string, unknown> = Object.fromEntries(values);
  return config as unknown as Config;
}
