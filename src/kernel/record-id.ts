/**
 * A record of a body is named by two ids, `<body>/<record>`, and what stands within it by a third behind a hash: `<body>/<meeting>#<entry>`.
 * Its stream is `<category>-<body>/<record>`. Names are put together and taken apart here.
 */

/** `cpp-strategic-board` of `cpp-strategic-board/2016-03-03`. */
export const bodyIdOf = (recordId: string): string => recordId.slice(0, Math.max(0, recordId.indexOf('/')));

/** `2016-03-03` of `cpp-strategic-board/2016-03-03`. */
export const keyOf = (recordId: string): string => recordId.slice(recordId.indexOf('/') + 1);

/** `cpp-strategic-board/2016-03-03` of `meeting-cpp-strategic-board/2016-03-03`, whose category is `meeting`. */
export const targetOf = (stream: string, category: string): string => stream.slice(category.length + 1);

/** `cpp-strategic-board` of `cpp-strategic-board/2016-03-03`, and of the target that is the body itself. */
export const bodyOfTarget = (target: string): string => partsOf(target)[0] ?? target;

/** The ids of a target, in order: of a body one, of a record of a body two. */
export const partsOf = (target: string): readonly string[] => target.split('/');

/** Both ids of the name of a record of a body; `null` for what is no such name. */
export function idsOf(recordId: string): { readonly bodyId: string; readonly key: string } | null {
  const [bodyId, key, ...more] = partsOf(recordId);
  return bodyId && key && more.length === 0 ? { bodyId, key } : null;
}

/** `d-1` of `cpp-strategic-board/2016-03-03#d-1`; the empty string where no entry is named. */
export const entryOf = (ref: string): string => ref.slice(recordOf(ref).length + 1);

/** The record that a name with or without an entry is about. */
export const recordOf = (ref: string): string => ref.split('#', 1)[0] ?? ref;
