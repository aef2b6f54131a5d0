import { type Declared } from './declared-events.js';

/**
 * The shape of a value as it is kept: a text for what holds no other; `[shape]` for a list; `{ "*": shape }` by any key;
 * `{ "|": [shapes] }` for one of several; fields by name, with `?` behind the name of one that may be absent.
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape | readonly Shape[] };

/** By event type, then by version. */
export type Shapes = Readonly<Record<string, Readonly<Record<string, Shape>>>>;

export function shapeOf(declared: Declared): Shape {
  switch (declared.is) {
    case 'plain':
      return declared.text;
    case 'list':
      return [shapeOf(declared.of)];
    case 'by-key':
      return { '*': shapeOf(declared.of) };
    case 'either':
      return { '|': declared.of.map(shapeOf).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
    case 'fields':
      return Object.fromEntries(
        declared.fields
          .map(({ name, optional, type }) => [optional ? `${name}?` : name, shapeOf(type)] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      );
  }
}

/**
 * Why events that were stored with a shape are not read by another, each with the path of the field; none where they are: where only a field
 * was added that may be absent, or one more alternative.
 */
export function unreadable(stored: Shape, now: Shape, path = ''): readonly string[] {
  const at = path === '' ? 'its data' : path;
  if (typeof stored === 'string' && typeof now === 'string') {
    const allowed = now.split(' | ');
    const gone = stored.split(' | ').filter((one) => !allowed.includes(one));
    return gone.length > 0 ? [`${at} was ${stored} and is ${now}`] : [];
  }
  if (isList(stored) && isList(now)) return unreadable(stored[0], now[0], `${path}[]`);
  if (alternatives(stored) || alternatives(now)) {
    const into = alternatives(now) ?? [now];
    const lost = (alternatives(stored) ?? [stored]).filter((one) => into.every((other) => unreadable(one, other).length > 0));
    return lost.length > 0 ? [`${at} was one of what it is not any more: ${JSON.stringify(lost)}`] : [];
  }
  if (isFields(stored) && isFields(now)) return unreadableFields(stored, now, path);
  return [`${at} was ${JSON.stringify(stored)} and is ${JSON.stringify(now)}`];
}

type Fields = Readonly<Record<string, Shape>>;

function unreadableFields(stored: Fields, now: Fields, path: string): readonly string[] {
  const problems: string[] = [];
  const inside = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const names = new Set([...Object.keys(stored), ...Object.keys(now)].map((key) => key.replace(/\?$/, '')));
  for (const name of names) {
    const [was, is] = [stored[name] ?? stored[`${name}?`], now[name] ?? now[`${name}?`]];
    if (is === undefined) problems.push(`${inside(name)} was taken out`);
    else if (was === undefined && name in now) problems.push(`${inside(name)} is required and is in no event stored before`);
    else if (was !== undefined && !(name in stored) && name in now)
      problems.push(`${inside(name)} is required and may be absent in events stored before`);
    else if (was !== undefined) problems.push(...unreadable(was, is, inside(name)));
  }
  return problems;
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape);
const isFields = (shape: Shape): shape is Fields => typeof shape === 'object' && !isList(shape);
const alternatives = (shape: Shape): readonly Shape[] | undefined =>
  isFields(shape) && '|' in shape ? (shape['|'] as unknown as readonly Shape[]) : undefined;
