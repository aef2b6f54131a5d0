import { parseRef } from '../../../across/audit/audit.words.js';

/** Where each kind of a body's records has its pages. */
const PAGES: Readonly<Record<string, string>> = {
  action: 'actions',
  direction: 'directions',
  'participation-request': 'participation-requests',
  report: 'reports',
  plan: 'plans',
};

/** The address of a record's own page; `null` where there is none. `kind` is what the record is, since `body/id` may be a meeting or an action. */
export function ownPageOf(ref: string, kind: string): string | null {
  const parsed = parseRef(ref);
  if (!parsed || !('bodyId' in parsed)) return null;
  const { bodyId, target } = parsed;
  if (parsed.kind === 'body') return `/bodies/${bodyId}`;
  const id = target.slice(bodyId.length + 1);
  const pages = PAGES[parsed.kind === 'of-body' ? kind : parsed.kind];
  if (pages !== undefined) return `/bodies/${bodyId}/${pages}/${id}`;
  if (parsed.kind !== 'of-body') return null;
  const meeting = `/bodies/${bodyId}/meetings/${id}`;
  return parsed.entry === undefined ? meeting : `${meeting}/minute#${encodeURIComponent(parsed.entry)}`;
}

/** The record that a page is of, where somebody gives the page's address; else what was given, without space around it. */
export function refGiven(text: string): string {
  const given = text.trim();
  const [, bodyId, pages, id] = /\/bodies\/([^/?#]+)(?:\/([^/?#]+)\/([^/?#]+))?/.exec(given) ?? [];
  if (bodyId === undefined) return given;
  if (pages === undefined || id === undefined) return bodyId;
  const entry = pages === 'meetings' ? (/#([^#?]+)$/.exec(given)?.[1] ?? '') : '';
  const kind = Object.keys(PAGES).find((one) => PAGES[one] === pages && one !== 'action');
  return `${kind === undefined ? '' : `${kind}:`}${bodyId}/${id}${entry === '' ? '' : `#${plain(entry)}`}`;
}

/** What is not encoded as an address has it stays as it was given. */
const plain = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
