import { diffArrays } from 'diff';
import { idOfItems, nameOf } from '../state/name-of.js';
import { sayWhole } from '../state/say.js';
import { wordsBetween, type WordChange } from './words.js';

/** A step to where a change is: into a field, or to an item of a list. */
export type Step = { readonly field: string } | { readonly item: string };

/** One difference between two states of a record. */
export type Change =
  | { readonly kind: 'added'; readonly path: readonly Step[]; readonly after: unknown }
  | { readonly kind: 'removed'; readonly path: readonly Step[]; readonly before: unknown }
  | {
      readonly kind: 'changed';
      readonly path: readonly Step[];
      readonly before: unknown;
      readonly after: unknown;
      /** The difference word by word, between two longer texts. */
      readonly words: readonly WordChange[] | null;
    }
  /** An item that stands at another place of its list; places count from 1. */
  | { readonly kind: 'moved'; readonly path: readonly Step[]; readonly from: number; readonly to: number };

type Fields = Readonly<Record<string, unknown>>;

/**
 * The differences between two states of a record, field by field. Items of a list are matched by their ids; items without ids by their
 * place between unchanged items. An empty value (`null`, an empty text or list) counts as absent.
 */
export const differenceBetween = (before: unknown, after: unknown): readonly Change[] => {
  const [was, is] = [told(before), told(after)];
  if (isFields(was ?? {}) && isFields(is ?? {})) return inFields((was ?? {}) as Fields, (is ?? {}) as Fields, []);
  return between(was, is, []);
};

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value without its empty parts; `undefined` if nothing is left. */
function told(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => told(item) ?? null);
  if (typeof value !== 'object') return value;
  const fields = Object.entries(value).flatMap(([name, one]) => {
    const inner = told(one);
    return inner === undefined ? [] : [[name, inner] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** A value as text that does not depend on the order of its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_name, one: unknown) =>
    isFields(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  ) ?? '';

function between(before: unknown, after: unknown, path: readonly Step[]): readonly Change[] {
  if (canonical(before) === canonical(after)) return [];
  if (before === undefined) return [{ kind: 'added', path, after }];
  if (after === undefined) return [{ kind: 'removed', path, before }];
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path);
  if (isFields(before) && isFields(after) && !(sayWhole(before) && sayWhole(after))) return inFields(before, after, path);
  const words = typeof before === 'string' && typeof after === 'string' ? wordsBetween(before, after) : null;
  return [{ kind: 'changed', path, before, after, words }];
}

const own = (fields: Fields, name: string): unknown => (Object.hasOwn(fields, name) ? fields[name] : undefined);

const inFields = (before: Fields, after: Fields, path: readonly Step[]): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) =>
    between(own(before, field), own(after, field), [...path, { field }]),
  );

function inLists(before: readonly unknown[], after: readonly unknown[], path: readonly Step[]): readonly Change[] {
  const idOf = idOfItems(before, after);
  return idOf ? byId(before, after, idOf, path) : byPlace(before, after, path);
}

const stepTo = (item: unknown, place: number): Step => ({ item: nameOf(item) ?? `number ${place + 1}` });

function byId(
  before: readonly unknown[],
  after: readonly unknown[],
  idOf: (item: unknown) => string,
  path: readonly Step[],
): readonly Change[] {
  const was = new Map(before.map((item, place) => [idOf(item), { item, place }]));
  const is = new Set(after.map(idOf));
  const stayed = diffArrays(
    [...was.keys()].filter((id) => is.has(id)),
    after.map(idOf).filter((id) => was.has(id)),
  );
  const moved = new Set(stayed.flatMap(({ added, value }) => (added ? value : [])));
  return [
    ...after.flatMap((item, place): readonly Change[] => {
      const id = idOf(item);
      const old = was.get(id);
      const here = [...path, stepTo(item, place)];
      if (!old) return [{ kind: 'added', path: here, after: item }];
      const move: readonly Change[] = moved.has(id) ? [{ kind: 'moved', path: here, from: old.place + 1, to: place + 1 }] : [];
      return [...move, ...between(old.item, item, here)];
    }),
    ...before.flatMap((item, place): readonly Change[] =>
      is.has(idOf(item)) ? [] : [{ kind: 'removed', path: [...path, stepTo(item, place)], before: item }],
    ),
  ];
}

/** Changes in a list of items without ids: unchanged items stay, and the items between them are matched one by one. */
function byPlace(before: readonly unknown[], after: readonly unknown[], path: readonly Step[]): readonly Change[] {
  const [keysBefore, keysAfter] = [before.map(canonical), after.map(canonical)];
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  const runs = diffArrays(keysBefore, keysAfter);
  for (let at = 0; at < runs.length; at += 1) {
    const { added, removed, count } = runs[at]!;
    if (!added && !removed) {
      [i, j] = [i + count, j + count];
      continue;
    }
    const next = runs[at + 1];
    const both = removed && next?.added === true;
    if (both) at += 1;
    const [gone, come] = [removed ? count : 0, both ? next.count : added ? count : 0];
    for (let index = 0; index < Math.max(gone, come); index += 1) {
      const [old, now] = [index < gone ? before[i + index] : undefined, index < come ? after[j + index] : undefined];
      changes.push(...between(old, now, [...path, stepTo(now ?? old, (now === undefined ? i : j) + index)]));
    }
    [i, j] = [i + gone, j + come];
  }
  return changes;
}
