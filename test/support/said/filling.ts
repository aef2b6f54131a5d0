import { addDays } from '../../../src/kernel/dates.js';
import { type Field } from '../fields.js';

/** What a filling says itself; a field it says is `undefined` is left unsaid, any other is filled with a value of its own. */
export type Given<T> = T extends readonly (infer One)[]
  ? readonly Given<One>[]
  : T extends object
    ? { readonly [K in keyof T]?: Given<T[K]> | undefined }
    : T;

/** A value said in a field, and how it is known again. */
export interface Said {
  /** `source.cited.heading`; all entries of a list have its path. */
  readonly path: string;
  readonly value: string | number | boolean;
  /** A word that stands nowhere else: it is known also inside a sentence. */
  readonly unique: boolean;
  /** Of a flag, a choice and a number, which stand for many things: what else could have been said. They are known by their name as well. */
  readonly instead?: readonly (string | number | boolean)[];
}

/** Gives out words, days and numbers, each only once; days come one after another. */
export class Wording {
  private words = 0;
  private numbers = 0;

  constructor(private today = '2020-01-01') {}

  word = (): string => `said-${String((this.words += 1)).padStart(5, '0')}`;
  day = (): string => (this.today = addDays(this.today, 1));

  /** Lets so many days pass. */
  pass(days: number): void {
    this.today = addDays(this.today, days);
  }

  number(least: number, most: number): number {
    this.numbers += 1;
    return least + ((10 + this.numbers) % (most - least + 1));
  }
}

/** Every field filled, but for those the filling leaves unsaid. */
export function filled(fields: readonly Field[], given: object, wording: Wording): object {
  const values = given as Readonly<Record<string, unknown>>;
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new Error(`No such field: ${unknown.join(', ')}`);
  return Object.fromEntries(
    fields
      .filter(({ name }) => !(name in values) || values[name] !== undefined)
      .map((field) => [field.name, valueOf(field, values[field.name], wording)]),
  );
}

function valueOf(field: Field, given: unknown, wording: Wording): unknown {
  if (field.list) return ((given ?? [undefined]) as readonly unknown[]).map((one) => oneOf(field, one, wording));
  return oneOf(field, given, wording);
}

function oneOf({ name, kind, fields, schema }: Field, given: unknown, wording: Wording): unknown {
  if (kind === 'part') return filled(fields, given ?? {}, wording);
  if (given !== undefined) return given;
  switch (kind) {
    case 'words':
    case 'slug':
      return wording.word();
    case 'date':
      return wording.day();
    case 'time':
      return `13:${wording.number(10, 59)}`;
    case 'integer':
      return wording.number(schema.minimum ?? 0, schema.maximum ?? 1_000_000);
    case 'flag':
      return true;
    case 'choice':
      return schema.enum![0];
    case 'patterned':
    case 'structured':
      throw new Error(`${name} is filled by nobody: its filling has to say what it holds`);
  }
}

/** What was said, field by field. */
export const saidIn = (fields: readonly Field[], data: object, before = ''): readonly Said[] =>
  fields.flatMap((field) => {
    const { name, kind, list, fields: inner } = field;
    const value = (data as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) return [];
    const path = `${before}${name}`;
    const ones = list ? (value as readonly unknown[]) : [value];
    if (kind === 'part') return ones.flatMap((one) => saidIn(inner, one as object, `${path}.`));
    return ones
      .flatMap((one) => leavesOf(one))
      .map(({ value: said }) => ({ path, value: said, unique: isUnique(said), ...insteadOf(field, said) }));
  });

function insteadOf({ kind, schema }: Field, said: Leaf['value']): Pick<Said, 'instead'> {
  if (kind === 'flag') return { instead: [!said] };
  if (kind === 'integer') return { instead: [Number(said) + 1] };
  return kind === 'choice' ? { instead: schema.enum!.filter((one) => one !== said) } : {};
}

const isUnique = (value: unknown): boolean => typeof value === 'string' && /^said-\d{5}$/.test(value);

export interface Leaf {
  readonly path: string;
  readonly value: string | number | boolean;
}

/** Every value that holds no other, with where it stands. */
export function leavesOf(value: unknown, path = ''): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((one) => leavesOf(one, path));
  if (value instanceof Map || value instanceof Set) return leavesOf([...value], path);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path === '' ? name : `${path}.${name}`));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [{ path, value }] : [];
}
