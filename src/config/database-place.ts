import { resolve } from 'node:path';

/** Where a part of the record lies. */
export type DatabasePlace =
  | { readonly kind: 'sqlite'; /** Absolute path. */ readonly directory: string }
  | {
      readonly kind: 'postgres';
      /** `postgres://user:password@host:port/database`; may hold a password. */
      readonly url: string;
      /** The schema of that part alone; if absent, the part's usual one. */
      readonly schema?: string;
    };

/** A record on KurrentDB, which holds no read models. */
export interface KurrentdbPlace {
  readonly kind: 'kurrentdb';
  /** `kurrentdb://user:password@host:port,host:port?tls=true`, as KurrentDB's own clients take it; may hold a password. */
  readonly url: string;
  /** What the record is called there; if absent, as usual. */
  readonly record?: string;
}

/** Where a record may lie. */
export type RecordPlace = DatabasePlace | KurrentdbPlace;

/** A server that holds a record. */
export type RecordServer = Exclude<RecordPlace, { readonly kind: 'sqlite' }>;

/** A {@link readDatabasePlace}, or `kurrentdb://…`, of which `?record=` names the record; `undefined` where it is neither. */
export const readRecordPlace = (text: string): RecordPlace | undefined => readKurrentdbPlace(text) ?? readDatabasePlace(text);

/** What the server was called before, its clients still take, with a warning of theirs on standard error. */
const KURRENTDB =
  /^(?:kurrentdb|esdb)(\+discover)?:\/\/((?:[^\s:@/?#]+:[^\s@/?#]+@)?[^\s:,@/?#]+(?::\d+)?(?:,[^\s:,@/?#]+(?::\d+)?)*)\/?(?:\?([^\s#]*))?$/;

function readKurrentdbPlace(text: string): KurrentdbPlace | undefined {
  const [whole, discover = '', hosts = '', asked = ''] = KURRENTDB.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const settings = new URLSearchParams(asked);
  const record = settings.get('record');
  settings.delete('record');
  if (record !== null && !/^[a-z][a-z0-9_]{0,50}$/.test(record)) return undefined;
  const rest = settings.toString();
  return { kind: 'kurrentdb', url: `kurrentdb${discover}://${hosts}${rest === '' ? '' : `?${rest}`}`, ...(record !== null && { record }) };
}

/** `sqlite:./data` or `postgres://…`, of which `?schema=` names the schema; `undefined` where it is neither. */
export function readDatabasePlace(text: string): DatabasePlace | undefined {
  const [, directory] = /^sqlite:([^\0]+)$/.exec(text) ?? [];
  if (directory !== undefined) return { kind: 'sqlite', directory: resolve(directory) };
  if (!/^postgres(?:ql)?:\/\/[^/]/.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const schema = url.searchParams.get('schema');
  url.searchParams.delete('schema');
  if (url.hostname === '' || url.pathname.length < 2 || (schema !== null && !/^[a-z][a-z0-9_]{0,40}$/.test(schema))) return undefined;
  return { kind: 'postgres', url: url.href, ...(schema !== null && { schema }) };
}
