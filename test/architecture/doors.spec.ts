import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (path: string): string => readFileSync(join(PROJECT, path), 'utf8');

/** `export { a, type b } from './c.js'`, or the same as an import: the names, and where they come from. */
const NAMES = /(?:import|export) (?:type )?\{([^}]*)\} from '(\.[^']+)'/g;
const namesIn = (list: string): readonly string[] =>
  list
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '');

const doors = globSync('src/{slices,across}/*/*.{words,queries,tables}.ts', { cwd: PROJECT });

/** Who imports what by which door: `src/slices/bodies/bodies.words.ts#READY`, from outside its slice. */
const read = new Set(
  globSync('src/**/*.ts', { cwd: PROJECT })
    .filter((path) => !path.endsWith('.spec.ts'))
    .flatMap((path) =>
      [...textOf(path).matchAll(NAMES)].flatMap(([, names = '', from = '']) => {
        const door = join(dirname(path), from).replace(/\.js$/, '.ts');
        const outside = !path.startsWith(`${dirname(door)}/`);
        return outside ? namesIn(names).map((name) => `${door}#${name.replace(/ as .*/, '')}`) : [];
      }),
    ),
);

describe('a door of a slice', () => {
  it.each(doors)('%s lets out nothing that nobody outside reads', (door) => {
    const out = [...textOf(door).matchAll(NAMES)].flatMap(([, names = '']) => namesIn(names).map((name) => name.replace(/.* as /, '')));
    expect(out.length).toBeGreaterThan(0);
    expect(out.filter((name) => !read.has(`${door}#${name}`))).toEqual([]);
  });
});
