/**
 * `node --import ./test/support/run-on-build.js x.ts`: runs a test's own file in a process of its own, on the program as it was built: what
 * the file imports of `src` is taken from `dist`.
 */
import { registerHooks } from 'node:module';
import './run-typescript.js';

const SOURCES = new URL('../../src/', import.meta.url).href;
const BUILT = new URL('../../dist/', import.meta.url).href;

registerHooks({
  resolve(specifier, context, next) {
    const wanted = /^\.{1,2}\//.test(specifier) && context.parentURL ? new URL(specifier, context.parentURL).href : undefined;
    return wanted?.startsWith(SOURCES) ? next(BUILT + wanted.slice(SOURCES.length), context) : next(specifier, context);
  },
});
