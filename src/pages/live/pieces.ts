import { createHash } from 'node:crypto';
import { type LiveView } from './live-view.js';

/** The parts of the record that the pieces depend on. */
export interface RecordShown {
  readonly opening: string;
  readonly preamble: readonly object[];
  readonly conclusion: string | null;
  readonly sections: readonly {
    readonly sectionId: string;
    readonly number: string;
    readonly heading: string;
    readonly entries: readonly { readonly entryId?: string }[];
  }[];
}

/** The pieces of the page by name, each with a mark of its content: a browser is sent only pieces with another mark than it has. */
export type Pieces = Readonly<Record<string, string>>;

const markOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 8);

/** `record` is the frame of the record; each section under it is a piece of its own, by its id. */
export function piecesOf(live: LiveView, record: RecordShown | null, actions: Readonly<Record<string, readonly object[]>>): Pieces {
  const { quorum, status, presiding, publicExcluded, agenda, next, motions, elections, people, opened } = live;
  const sections = record?.sections ?? [];
  return {
    quorum: markOf([quorum, status, presiding, publicExcluded]),
    agenda: markOf([agenda, next, status]),
    motions: markOf([motions, elections]),
    room: markOf([people, opened]),
    record: markOf(
      record && [
        record.opening,
        record.preamble,
        record.conclusion,
        sections.map(({ sectionId, number, heading }) => [sectionId, number, heading]),
      ],
    ),
    ...Object.fromEntries(
      sections.map((section) => [
        section.sectionId,
        markOf([section.entries, section.entries.map(({ entryId }) => actions[entryId ?? ''])]),
      ]),
    ),
  };
}

/** The pieces in one line, for a hidden field of the page. */
export const piecesInWords = (pieces: Pieces): string =>
  Object.entries(pieces)
    .map(([name, mark]) => `${name}=${mark}`)
    .join(' ');

/** The pieces that changed since; all of them if the browser does not say what it has. */
export function freshPieces(pieces: Pieces, seen: string | undefined): ReadonlySet<string> {
  const had = new Set((seen ?? '').split(' '));
  return new Set(Object.entries(pieces).flatMap(([name, mark]) => (had.has(`${name}=${mark}`) ? [] : [name])));
}
