import { resolve } from 'node:path';
import { contrastWithWhite } from './colour.js';
import { type DatabasePlace, readDatabasePlace, readRecordPlace, type RecordPlace, type RecordServer } from './database-place.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Absolute path of the data directory. */
  readonly dataDir: string;
  /** The server that holds the record; if absent, it lies in the data directory. May hold a password. */
  readonly store?: RecordServer;
  /** Where the read models lie; if absent, in the data directory. May hold a password. */
  readonly readModels?: DatabasePlace;
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
  /** What it settles, in the words of whoever runs the server. */
  readonly meaning: string;
  /** The rule, as the end of "NAME must be ...". */
  readonly rule: string;
  readonly fallback: T;
  /** What holds where it is not set, if the fallback does not say it. */
  readonly usual?: string;
  /** The value of the setting's text; `undefined` if the text breaks the rule. */
  readonly read: (text: string) => T | undefined;
  /** True if no message may repeat the value. */
  readonly secret?: boolean;
}

const wholeNumber =
  (min: number, max: number) =>
  (text: string): number | undefined =>
    /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max ? Number(text) : undefined;

/** Every setting there is; docs/reference/settings.md is made of it. */
export const SETTINGS = {
  port: {
    name: 'PORT',
    meaning: 'the port it listens on; 0 takes any free one',
    rule: 'a whole number from 0 to 65535',
    fallback: 3000,
    read: wholeNumber(0, 65535),
  },
  host: {
    name: 'HOST',
    meaning: 'the address it listens on',
    rule: 'a host name or address to listen on, such as 127.0.0.1 or ::',
    fallback: '127.0.0.1',
    read: (text) => (/^[A-Za-z0-9.:_%-]{1,255}$/.test(text) ? text : undefined),
  },
  dataDir: {
    name: 'QUORATE_DATA_DIR',
    usual: '`./data`',
    meaning: 'the data directory: the record, the vault, the keys, and unless it is said otherwise the read models',
    rule: 'a path',
    fallback: resolve('data'),
    read: (text) => (text.includes('\0') ? undefined : resolve(text)),
  },
  store: {
    name: 'QUORATE_STORE',
    usual: 'the data directory',
    meaning: 'where the record lies; vault and keys stay in the data directory',
    rule: 'sqlite: and the data directory, a PostgreSQL database such as postgres://user:password@db.example.org/quorate?schema=record, or a KurrentDB such as kurrentdb://user:password@db.example.org:2113?record=quorate',
    fallback: undefined,
    read: readRecordPlace,
    secret: true,
  },
  readModels: {
    name: 'QUORATE_READ_MODELS',
    usual: 'the data directory',
    meaning: 'where the read models lie',
    rule: 'sqlite: and a directory, or a PostgreSQL database such as postgres://user:password@db.example.org/quorate?schema=read_models',
    fallback: undefined,
    read: readDatabasePlace,
    secret: true,
  },
  logLevel: {
    name: 'QUORATE_LOG_LEVEL',
    meaning: 'how much it says on standard output',
    rule: `one of ${LOG_LEVELS.join(', ')}`,
    fallback: 'info',
    read: (text) => LOG_LEVELS.find((level) => level === text),
  },
  sessionHours: {
    name: 'QUORATE_SESSION_HOURS',
    meaning: 'hours a sign-in lasts',
    rule: 'a whole number of hours from 1 to 168',
    fallback: 12,
    read: wholeNumber(1, 168),
  },
  drainSeconds: {
    name: 'QUORATE_DRAIN_SECONDS',
    meaning: 'seconds that requests under way are given to finish when it stops',
    rule: 'a whole number of seconds from 1 to 300',
    fallback: 10,
    read: wholeNumber(1, 300),
  },
  publicUrl: {
    name: 'QUORATE_PUBLIC_URL',
    usual: 'the address it listens on',
    meaning: 'where links in mail and feeds lead, where a proxy stands before it',
    rule: 'an http or https address without a query, such as https://record.example.org',
    fallback: undefined,
    read: (text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url && /^https?:$/.test(url.protocol) && !url.search && !url.hash ? text.replace(/\/+$/, '') : undefined;
    },
  },
  remindersEvery: {
    name: 'QUORATE_REMINDERS',
    meaning: 'seconds between two rounds of reminders; 0 for none',
    rule: 'a whole number of seconds between two rounds of reminders, from 0 for none to 86400',
    fallback: 300,
    read: wholeNumber(0, 86_400),
  },
  smtpUrl: {
    name: 'QUORATE_SMTP_URL',
    usual: 'no mail',
    meaning: "the mail server that sends reminders; without one they are in people's lists only",
    rule: 'the address of a mail server, such as smtp://user:password@mail.example.org:587 or smtps://mail.example.org',
    fallback: undefined,
    read: (text) => (URL.canParse(text) && /^smtps?:\/\/[^/]/.test(text) && new URL(text).hostname !== '' ? text : undefined),
    secret: true,
  },
  mailFrom: {
    name: 'QUORATE_MAIL_FROM',
    meaning: 'whom mail is from',
    rule: 'an address, such as quorate@example.org or Quorate <quorate@example.org>',
    fallback: 'Quorate <quorate@localhost>',
    read: (text) => (/^(?:[^<>@\r\n"]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text) ? text : undefined),
  },
  name: {
    name: 'QUORATE_NAME',
    meaning: 'whose pages these are, at the top of each',
    rule: 'a name of at most 60 characters to stand at the top of every page, such as Scottish Borders Council',
    fallback: 'Quorate',
    read: (text) => (/^[^\p{Cc}]{1,60}$/u.test(text) ? text : undefined),
  },
  colour: {
    name: 'QUORATE_COLOUR',
    usual: "the pages' own",
    meaning: 'the colour behind that name',
    rule: 'a colour such as #1f4e5f that white letters can be read on (contrast of 4.5 to 1, WCAG 2.2, 1.4.3)',
    fallback: undefined,
    read: (text) => (/^#[0-9a-f]{6}$/i.test(text) && contrastWithWhite(text) >= LEAST_CONTRAST ? text.toLowerCase() : undefined),
  },
  trustProxy: {
    name: 'QUORATE_TRUST_PROXY',
    meaning: '`true` where a proxy in front ends TLS: it is believed about who is calling, and cookies are sent over TLS only',
    rule: 'true or false',
    fallback: false,
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  },
} as const satisfies { readonly [K in Exclude<keyof Config, 'store'>]-?: Setting<Config[K]> } & {
  readonly store: Setting<RecordPlace | undefined>;
};

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
  const config: Record<string, unknown> = Object.fromEntries(values);
  const store = config.store as RecordPlace | undefined;
  if (store?.kind === 'sqlite') {
    if (env[SETTINGS.dataDir.name] && config.dataDir !== store.directory)
      problems.push(
        `${SETTINGS.store.name} and ${SETTINGS.dataDir.name} name two directories; an embedded record lies in the data directory.`,
      );
    Object.assign(config, { store: undefined, dataDir: store.directory });
  }
  if (problems.length > 0) throw new ConfigError(problems.join(' '));
  return config as unknown as Config;
}
