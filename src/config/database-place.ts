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

/** A server that holds a record. */
export type RecordServer = Exclude<DatabasePlace, { readonly kind: 'sqlite' }>;

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
