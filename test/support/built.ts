import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where node keeps what it compiled of the program, so that one start serves the next. */
export const COMPILED = join(ROOT, 'node_modules/.cache/quorate/compiled');

const isProduct = (name: string): boolean => (name.endsWith('.ts') && !name.endsWith('.spec.ts')) || name.endsWith('.njk');

/**
 * The directory that `npm run build` has put the program into. Throws where it is not there, or older than a source it is made of: a test
 * of the program would then be a test of another one.
 */
export function builtProgram(): string {
  const main = join(ROOT, 'dist/main.js');
  if (!existsSync(main)) throw new Error('The program has not been built: npm run build.');
  const built = statSync(main).mtimeMs;
  const newer = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).find(
    (name) => isProduct(name) && statSync(join(ROOT, 'src', name)).mtimeMs > built,
  );
  if (newer !== undefined) throw new Error(`src/${newer} has been changed since the program was built: npm run build.`);
  return join(ROOT, 'dist');
}
