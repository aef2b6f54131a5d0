import { readFileSync } from 'node:fs';

/** `package.json` stands two folders up from here, from `src/config` as from `dist/config`. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

/** The version of the program, as `package.json` has it and nothing else. */
export const VERSION = version;
