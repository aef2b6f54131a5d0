/** A feed. Each entry stands once, under an id that stays the same. Addresses are absolute; instants are ISO 8601 UTC. */
export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly self: string;
  readonly alternate: string;
  readonly author: string;
  /** The feed's instant while it has no entry. */
  readonly since: string;
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly updated: string;
  readonly summary: string;
}

export const ATOM = 'application/atom+xml; charset=utf-8';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for XML: markup is escaped, and characters that no XML document may hold are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** An Atom feed, RFC 4287, newest entry first. */
export function atomFeed({ id, title, self, alternate, author, since, entries }: Feed): string {
  const sorted = [...entries].sort((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : a.id < b.id ? -1 : 1));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${sorted[0]?.updated ?? since}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(alternate)}"/>`,
    ...sorted.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

const entryXml = ({ id, title, address, updated, summary }: FeedEntry): string =>
  [
    '<entry>',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(address)}"/>`,
    `<summary>${escaped(summary)}</summary>`,
    '</entry>',
  ].join('\n');
