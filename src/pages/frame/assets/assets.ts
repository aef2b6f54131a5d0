import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the built assets; the same from the sources and from the compiled program. */
export const ASSETS = fileURLToPath(new URL('../../../../dist/assets/', import.meta.url));
export const MANIFEST = join(ASSETS, 'manifest.json');

/** The address of an asset by its plain name: `/assets/quorate-0f3c….css`. */
export function assetAddresses(): (name: string) => string {
  if (!existsSync(MANIFEST)) throw new Error('The pages have not been built: npm run build.');
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Readonly<Record<string, string>>;
  return (name) => {
    const hashed = manifest[name];
    if (!hashed) throw new Error(`There is no asset called ${name}.`);
    return `/assets/${hashed}`;
  };
}
