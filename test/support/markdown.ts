import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './built.js';

export interface Page {
  /** From the root of the project: `docs/architecture.md`. */
  readonly path: string;
  readonly text: string;
}

const NOT_OURS = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Every file and folder of the project, from its root. */
export function named(folder = ''): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? [path, ...named(path)] : [path];
    });
}

/** Every page of prose in the project, but for the reference, which is made from the code. */
export const pages = (): readonly Page[] =>
  named()
    .filter((path) => path.endsWith('.md') && !path.startsWith('docs/reference/'))
    .sort()
    .map((path) => ({ path, text: page(path) }));

export const page = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** The part of a page under a heading, to the next heading of the same rank. */
export function section(text: string, heading: string): string {
  const [, rank = '##'] = /^(#+) /.exec(heading) ?? [];
  const begin = text.indexOf(`\n${heading}\n`);
  if (begin < 0) throw new Error(`There is no heading ${JSON.stringify(heading)}.`);
  const rest = text.slice(begin + heading.length + 2);
  const end = rest.search(new RegExp(`^#{1,${rank.length}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}

export interface Fence {
  readonly info: string;
  readonly text: string;
}

/** The fenced blocks of a page, in order. */
export const fences = (text: string): readonly Fence[] =>
  [...text.matchAll(/^```([^\n]*)\n(.*?)^```$/gms)].map(([, info = '', block = '']) => ({ info: info.trim(), text: block }));

/** A page without its fenced blocks. */
export const prose = (text: string): string => text.replaceAll(/^```[^\n]*\n.*?^```$/gms, '');

/** What stands between single backticks in the prose of a page. */
export const quoted = (text: string): readonly string[] => [...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, words = '']) => words);

/** Where the links of a page lead, within the project: from its root, with the part after `#`. */
export const links = ({ path, text }: Page): readonly { readonly to: string; readonly part: string }[] =>
  [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => to)
    .filter((to) => !/^[a-z]+:/.test(to))
    .map((to) => {
      const [file = '', part = ''] = to.split('#');
      return { to: file === '' ? path : relative('.', join(dirname(path), file)), part };
    });

/** A heading as it is linked to. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
