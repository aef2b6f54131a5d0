/** The fields without those that are `undefined`: stored data is plain JSON, which has no `undefined`. */
export const given = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** As {@link given}, at every depth, and without class instances. */
export const plain = <T extends object>(data: T): T => JSON.parse(JSON.stringify(data)) as T;
