import { readFileSync } from 'node:fs';
import { type DeclaredEvent } from './declared-events.js';
import { type Shape, shapeOf, type Shapes, unreadable } from './shape.js';

const FILE = new URL('./shapes.json', import.meta.url);
export const shapesFile = FILE;

export const keptShapes = (): Shapes => JSON.parse(readFileSync(FILE, 'utf8')) as Shapes;

export interface ChangedShape {
  readonly event: string;
  /** What to do about it. */
  readonly what: string;
  /** Whether `npm run shapes` keeps it as it is now. */
  readonly acceptable: boolean;
}

const same = (one: Shape, other: Shape): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The paths of the fields that only the second shape has. */
function newIn(was: Shape, is: Shape): readonly string[] {
  const before = new Set(pathsIn(was));
  return pathsIn(is).filter((path) => !before.has(path));
}

const pathsIn = (shape: unknown, path = ''): readonly string[] =>
  typeof shape === 'object' && shape !== null
    ? Object.entries(shape).flatMap(([name, one]) => {
        const inside = Array.isArray(shape) || name === '|' ? path : `${path}${path && '.'}${name.replace(/\?$/, '')}`;
        return [...(inside === path ? [] : [inside]), ...pathsIn(one, inside)];
      })
    : [];

/** Where the shapes that are declared are not those that are kept. */
export function changedShapes(events: readonly DeclaredEvent[], kept: Shapes): readonly ChangedShape[] {
  const changed = events.flatMap(({ type, v, data }): ChangedShape[] => {
    const event = `${type} v${v}`;
    const was = kept[type]?.[v];
    const is = shapeOf(data);
    if (was === undefined) return [{ event, what: 'its shape is not kept yet: npm run shapes keeps it', acceptable: true }];
    if (same(was, is)) return [];
    const problems = unreadable(was, is);
    if (problems.length > 0) {
      const what = `${problems.join('; ')}. Events of this shape are stored: raise v to ${v + 1} and add an upcaster from v${v}`;
      return [{ event, what, acceptable: false }];
    }
    const what =
      `${newIn(was, is).join(', ') || 'its shape'} is new, and what is stored is still read. Raise v to ${v + 1} and add an upcaster from v${v}; or, ` +
      'only where a person may leave it unsaid (or it is one more choice), accept it: npm run shapes';
    return [{ event, what, acceptable: true }];
  });
  const newest = new Map(events.map(({ type, v }) => [type, v]));
  const gone = Object.entries(kept).flatMap(([type, versions]) =>
    Object.keys(versions)
      .filter((v) => Number(v) > (newest.get(type) ?? 0))
      .map((v) => ({ event: `${type} v${v}`, what: 'it is stored and no longer declared', acceptable: false })),
  );
  return [...changed, ...gone];
}

/** The kept shapes with the declared ones; what is kept of earlier versions stays. */
export function withDeclared(events: readonly DeclaredEvent[], kept: Shapes): Shapes {
  const shapes: Record<string, Record<string, Shape>> = { ...kept };
  for (const { type, v, data } of events) shapes[type] = { ...shapes[type], [v]: shapeOf(data) };
  return Object.fromEntries(Object.entries(shapes).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** One field to a line, short lists on one. */
export const printed = (shapes: Shapes): string => `${print(shapes, '')}\n`;

function print(value: unknown, indent: string): string {
  const flat = JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one === 'string')) return flat;
    return `[${value.map((one) => print(one, indent)).join(', ')}]`;
  }
  const lines = Object.entries(value).map(([name, one]) => `${inner}${JSON.stringify(name)}: ${print(one, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}
