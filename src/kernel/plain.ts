/** Without what was not said: what is stored is plain JSON, and has no fields that are `undefined`. */
export const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** The same all the way down, and without class instances. */
export const plain = <T extends object>(data: T): T => JSON.parse(JSON.stringify(data)) as T;
