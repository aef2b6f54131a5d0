import { transformSync } from '@swc/core';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type CollectedTest, takeCollected } from './jest-globals.js';

const GLOBALS = new URL('./jest-globals.ts', import.meta.url).href;
const ROUND = /\?round=\d+$/;

/**
 * Loads suites with the rewritten sources in place of those on the disk. A suite may be loaded in several rounds: each has modules of its
 * own, so that what a module works out when it is loaded is worked out again.
 */
export class Loader {
  private round = 0;
  private readonly translated = new Map<string, string>();

  constructor(
    private readonly root: string,
    /** By the path of the file. */
    private readonly rewritten: ReadonlyMap<string, string>,
  ) {
    registerHooks({
      resolve: (specifier, context, next) => {
        if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
        const resolved = next(specifier, context);
        const round = context.parentURL === undefined ? null : ROUND.exec(context.parentURL);
        return round && this.isOurs(resolved.url) ? { ...resolved, url: resolved.url.replace(ROUND, '') + round[0] } : resolved;
      },
      load: (url, context, next) => {
        if (!this.isOurs(url)) return next(url, context);
        return { format: 'module', source: this.source(fileURLToPath(url.replace(ROUND, ''))), shortCircuit: true };
      },
    });
  }

  /** Opens the next round; what is loaded from now on shares no module with what was loaded before. */
  begin(): void {
    this.round += 1;
  }

  async load(suite: string): Promise<readonly CollectedTest[]> {
    takeCollected();
    await import(`${pathToFileURL(resolvePath(this.root, suite)).href}?round=${this.round}`);
    return takeCollected();
  }

  private isOurs = (url: string): boolean =>
    /\.ts(\?round=\d+)?$/.test(url) && !url.includes('/node_modules/') && url.replace(ROUND, '') !== GLOBALS;

  private source(path: string): string {
    const known = this.translated.get(path);
    if (known !== undefined) return known;
    const { code } = transformSync(this.rewritten.get(path) ?? readFileSync(path, 'utf8'), {
      filename: path,
      configFile: false,
      swcrc: false,
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
        keepClassNames: true,
      },
      module: { type: 'es6' },
    });
    this.translated.set(path, code);
    return code;
  }
}
