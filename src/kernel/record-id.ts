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

/** The record that a name with or without an entry is about. */
export const recordOf = (ref: string): string => ref.split('#', 1)[0] ?? ref;
