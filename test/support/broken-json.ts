const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The example with one of its fields as it was made. */
export function mixed(example: unknown, made: unknown, pick: number): unknown {
  if (!isObject(example) || !isObject(made)) return made;
  const names = Object.keys(made);
  const name = names[pick % Math.max(1, names.length)];
  return name === undefined ? example : { ...example, [name]: made[name] };
}

/** Every place in a value, from outside in. */
function places(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  const inner = Array.isArray(value) ? value.map((one, index) => [index, one] as const) : isObject(value) ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([name, one]) => places(one, [...path, name]))];
}

function changed(value: unknown, path: readonly (string | number)[], change: (value: unknown) => unknown): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string | number, unknown>;
  copy[name] = changed(copy[name], rest, change);
  return copy;
}

const somewhere = (value: unknown, where: number): readonly (string | number)[] => {
  const all = places(value);
  return all[where % all.length]!;
};

export const replaced = (value: unknown, where: number, by: unknown): unknown => changed(value, somewhere(value, where), () => by);

export function without(value: unknown, where: number): unknown {
  const path = somewhere(value, where);
  const name = path.at(-1);
  return changed(value, path.slice(0, -1), (holder) => {
    if (!isObject(holder) || name === undefined) return holder;
    const { [name]: _, ...rest } = holder;
    return rest;
  });
}

export const withMore = (value: unknown, where: number, name: string, more: unknown): unknown =>
  changed(value, somewhere(value, where), (holder) => {
    if (!isObject(holder)) return [holder];
    const copy = { ...holder };
    Object.defineProperty(copy, name, { value: more, enumerable: true, configurable: true, writable: true });
    return copy;
  });

/** JSON, with the tokens that no value can stand for put in. Half a surrogate pair becomes an escape. */
export const toText = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null')
    .replace(/"@raw:([^@"]*)@"/g, (_, token: string) => token)
    .replace(/"@deep:(\d+)@"/g, (_, depth: string) => '['.repeat(Number(depth)) + ']'.repeat(Number(depth)));

export function mangled(text: string, at: number, how: number): string | Buffer {
  const bytes = Buffer.from(text);
  const index = at % Math.max(1, bytes.length);
  switch (how) {
    case 0:
      return bytes.subarray(0, index);
    case 1:
      return Buffer.concat([bytes.subarray(0, index), Buffer.from([0xff]), bytes.subarray(index)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, index), Buffer.from([0xed, 0xa0, 0x80]), bytes.subarray(index)]);
    case 3:
      return `\ufeff${text}`;
    case 4:
      return text.replace('}', ',}');
    case 5:
      return text.replaceAll('"', "'");
    default:
      return `${text}${text}`;
  }
}
