import { existsSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Loads a suite with node's own `import`, so that what it stands on (the program and the packages, some two thousand modules) is loaded
 * once by each process of jest and not once by each suite. Jest's transformer, its cache and its maps of sources are used as ever.
 *
 * What a module keeps is therefore there for every suite of the process: a suite adds nothing to what the program keeps beside itself, such
 * as the catalogue of refusals. A suite that is run a second time by one process (`--watch`) begins with modules of its own.
 */
const require = createRequire(import.meta.url);
const GLOBALS = 'quorate:jest-globals';
const NAMES = ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it', 'test'];
const CIRCUS = /[\\/]node_modules[\\/]jest-circus[\\/]/;
const OF_CIRCUS = ['EVENT_HANDLERS', 'JEST_STATE_SYMBOL'];
const HELD = Symbol.for('quorate jest globals');
const TRANSFORM = { isInternalModule: false, supportsDynamicImport: true, supportsExportNamespaceFrom: true, supportsStaticESM: true };

/** One per process: the hooks of modules stay, and each suite brings its transformer and its globals. */
let transformer;
let globals = {};
const sourceMaps = new Map();
const loaded = new Set();
let round = 0;

const isOurs = (url) => url.startsWith('file:') && /\.ts(\?round=\d+)?$/.test(url) && !url.includes('/node_modules/');

/** What modules import as `@jest/globals`: that of the suite which runs, whichever suite first asked for the module. */
globalThis[HELD] = Object.fromEntries(
  NAMES.map((name) => [
    name,
    new Proxy(() => undefined, {
      apply: (_target, _this, args) => globals[name](...args),
      get: (_target, key) => globals[name][key],
    }),
  ]),
);

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    if (!context.parentURL || !isOurs(context.parentURL) || !/^\.{1,2}\//.test(specifier)) return next(specifier, context);
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (!source.pathname.endsWith('.ts') || !existsSync(source)) return next(specifier, context);
    source.search = new URL(context.parentURL).search;
    return { url: source.href, format: 'module', shortCircuit: true };
  },
  load(url, context, next) {
    if (url === GLOBALS)
      return {
        format: 'module',
        source: `export const { ${NAMES.join(', ')} } = globalThis[Symbol.for('${HELD.description}')];`,
        shortCircuit: true,
      };
    if (!isOurs(url) || transformer === undefined) return next(url, context);
    const path = fileURLToPath(url.replace(/\?.*$/, ''));
    const { code, sourceMapPath } = transformer.transform(path, TRANSFORM);
    if (sourceMapPath) sourceMaps.set(url, sourceMapPath);
    return { format: 'module', source: code, shortCircuit: true };
  },
});

class OneProcessRuntime {
  constructor(_config, _environment, _resolver, suiteTransformer) {
    transformer = suiteTransformer;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    if (loaded.has(path)) round += 1;
    loaded.add(path);
    await import(pathToFileURL(path).href + (round === 0 ? '' : `?round=${round}`));
  }

  requireModule(path) {
    return require(path);
  }

  /** Jest's own, anew for each suite: what it collects of one it keeps beside itself, and for good. */
  requireInternalModule(path) {
    for (const known of Object.keys(require.cache)) if (CIRCUS.test(known)) delete require.cache[known];
    for (const key of Object.getOwnPropertySymbols(globalThis)) if (OF_CIRCUS.includes(key.description)) delete globalThis[key];
    return require(path);
  }

  setGlobalsForRuntime(ofSuite) {
    globals = ofSuite;
  }

  getSourceMaps() {
    return sourceMaps;
  }

  getAllCoverageInfoCopy() {
    return undefined;
  }

  getAllV8CoverageInfoCopy() {
    return [];
  }

  enterTestCode() {}
  leaveTestCode() {}
  teardown() {}
}

// The name under which `require`, with which jest loads this, takes the class itself.
export { OneProcessRuntime as 'module.exports' };
