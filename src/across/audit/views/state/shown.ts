import { labelOf } from './label.js';
import { nameOf } from './name-of.js';
import { type Plain, type Said, say, sayWhole } from './say.js';

/** A state, or a part of one, in a form to be read. */
export type Shown =
  | Said
  | { readonly kind: 'fields'; readonly rows: readonly ShownRow[]; readonly empty: readonly string[]; readonly more: number }
  | { readonly kind: 'list'; readonly items: readonly ShownItem[]; readonly more: number };

export interface ShownRow {
  readonly label: string;
  readonly field: string;
  readonly value: Shown;
}
export interface ShownItem {
  /** The item's name; `null` if its value is all there is to say. */
  readonly name: string | null;
  readonly value: Shown;
}

export interface HowShown {
  readonly zone: string;
  /** The most rows shown in all; rows beyond that are only counted. */
  readonly rows: number;
}

/** Fields for a record's own use that tell a reader nothing. */
const WORKINGS = new Set(['dash']);

/** An item without a name that has more fields than this is called by its number. */
const MOST_UNNAMED = 3;

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/** A value in words, as far as `rows` has room. */
export function shown(value: unknown, field: string, { zone, rows }: HowShown): Shown {
  let room = rows;
  const show = (one: unknown, of: string): Shown => {
    if (typeof one !== 'object' || one === null) return say((one ?? null) as Plain, of, zone);
    if (Array.isArray(one)) return list(one, of);
    return sayWhole(one as Readonly<Record<string, unknown>>) ?? fields(one as Readonly<Record<string, unknown>>);
  };
  const fits = <T>(all: readonly T[]): readonly T[] => {
    const some = all.slice(0, Math.max(0, room));
    room -= some.length;
    return some;
  };
  const list = (all: readonly unknown[], of: string): Shown => {
    const some = fits(all);
    return {
      kind: 'list',
      items: some.map((item, index) => {
        const value = show(item, of);
        const long = value.kind === 'fields' && value.rows.length > MOST_UNNAMED;
        return { name: value.kind === 'said' ? null : (nameOf(item) ?? (long ? `Number ${index + 1}` : null)), value };
      }),
      more: all.length - some.length,
    };
  };
  const fields = (one: Readonly<Record<string, unknown>>): Shown => {
    const all = Object.entries(one).filter(([name]) => !WORKINGS.has(name));
    const told = all.filter(([, inner]) => !isNothing(inner));
    const some = fits(told);
    return {
      kind: 'fields',
      rows: some.map(([name, inner]) => ({ label: labelOf(name), field: name, value: show(inner, name) })),
      empty: all.filter(([, inner]) => isNothing(inner)).map(([name]) => labelOf(name)),
      more: told.length - some.length,
    };
  };
  return show(value, field);
}

/** A shown value on one line of text, shortened. */
export function inLine(one: Shown): string {
  switch (one.kind) {
    case 'said':
      return one.text.replace(/\s*\n\s*/g, ' / ');
    case 'list':
      return [...one.items.map(({ name, value }) => (name === null ? inLine(value) : name)), ...rest(one.more)].join('; ');
    case 'fields':
      return [...one.rows.map(({ label, value }) => `${label}: ${inLine(value)}`), ...rest(one.more)].join('; ');
  }
}

const rest = (more: number): readonly string[] => (more > 0 ? [`and ${more} more`] : []);
