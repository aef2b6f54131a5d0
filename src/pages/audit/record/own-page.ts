import { SEGMENTS } from '../../../kernel/record-address.js';
import { parseRef } from '../../../across/audit/audit.words.js';

/** A meeting is known by its name alone, and has pages of its entries. */
const { meeting: MEETINGS, ...of } = SEGMENTS;
const PAGES: Readonly<Record<string, string>> = of;

/**
 * The address of a record's own page; `null` if it has none. `kind` decides what `body/id` is, since that may be a meeting or an action.
 */
export function ownPageOf(ref: string, kind: string): string | null {
  const parsed = parseRef(ref);
  if (!parsed || !('bodyId' in parsed)) return null;
  const { bodyId, target } = parsed;
  if (parsed.kind === 'body') return `/bodies/${bodyId}`;
  const id = target.slice(bodyId.length + 1);
  const pages = PAGES[parsed.kind === 'of-body' ? kind : parsed.kind];
  if (pages !== undefined) return `/bodies/${bodyId}/${pages}/${id}`;
  if (parsed.kind !== 'of-body') return null;
  const meeting = `/bodies/${bodyId}/${MEETINGS}/${id}`;
  return parsed.entry === undefined ? meeting : `${meeting}/minute#${encodeURIComponent(parsed.entry)}`;
}

/** The name of the record whose page's address was given; any other text, trimmed, as it was given. */
export function refGiven(text: string): string {
  const given = text.trim();
  const [, bodyId, pages, id] = /\/bodies\/([^/?#]+)(?:\/([^/?#]+)\/([^/?#]+))?/.exec(given) ?? [];
  if (bodyId === undefined) return given;
  if (pages === undefined || id === undefined) return bodyId;
  const entry = pages === MEETINGS ? (/#([^#?]+)$/.exec(given)?.[1] ?? '') : '';
  const kind = Object.keys(PAGES).find((one) => PAGES[one] === pages && one !== 'action');
  return `${kind === undefined ? '' : `${kind}:`}${bodyId}/${id}${entry === '' ? '' : `#${plain(entry)}`}`;
}

/** The decoded text; a text that is not encoded as addresses are stays as it is. */
const plain = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
