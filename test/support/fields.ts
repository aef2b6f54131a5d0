import 'reflect-metadata';

/** One field of a payload as its declaration (`src/http/fields.ts`) documents it. */
export interface Field {
  readonly name: string;
  readonly kind: 'words' | 'slug' | 'patterned' | 'date' | 'time' | 'integer' | 'flag' | 'choice' | 'part' | 'structured';
  readonly optional: boolean;
  readonly list: boolean;
  readonly schema: Schema;
  /** What a part, or each part of a list, is made of. */
  readonly fields: readonly Field[];
}

interface Schema {
  readonly type?: unknown;
  readonly isArray?: boolean;
  readonly required?: boolean;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly description?: string;
  readonly 'x-only-for'?: Readonly<Record<string, readonly string[]>>;
  readonly 'x-not-with'?: string;
}

type Payload = new () => object;

/** The fields of a payload class, in the order they are declared. */
export function fieldsOf(payload: Payload): readonly Field[] {
  const prototype = payload.prototype as object;
  const names = (Reflect.getMetadata('swagger/apiModelPropertiesArray', prototype) ?? []) as readonly string[];
  return names.map((one) => {
    const name = one.replace(/^:/, '');
    const schema = Reflect.getMetadata('swagger/apiModelProperties', prototype, name) as Schema;
    const part = partOf(schema);
    return {
      name,
      kind: part ? 'part' : kindOf(schema),
      optional: schema.required === false,
      list: schema.isArray === true,
      schema,
      fields: part ? fieldsOf(part) : [],
    };
  });
}

const PLAIN: readonly unknown[] = [String, Boolean, Number, Object];

const partOf = ({ type }: Schema): Payload | null =>
  typeof type === 'function' && !PLAIN.includes(type) ? (type as () => Payload)() : null;

function kindOf({ type, format, pattern, enum: choices }: Schema): Field['kind'] {
  if (choices) return 'choice';
  if (format === 'date') return 'date';
  if (type === 'integer') return 'integer';
  if (type === Boolean) return 'flag';
  if (pattern === undefined) return type === String ? 'words' : 'structured';
  if (pattern.includes('2[0-3]')) return 'time';
  return pattern.startsWith('^[a-z0-9](?:') ? 'slug' : 'patterned';
}

/** The path of every field that holds no other: `source.cited.heading`, `officers`. */
export const pathsOf = (fields: readonly Field[], before = ''): readonly string[] =>
  fields.flatMap(({ name, fields: inner }) => (inner.length > 0 ? pathsOf(inner, `${before}${name}.`) : [`${before}${name}`]));
