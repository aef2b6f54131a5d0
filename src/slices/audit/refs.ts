/**
 * How a record is named:
 * `body` · `body/meeting` · `body/action` · `body/meeting#entry` · `principal:login` · `person:id` · `organisation:id`.
 * An entry is a decision, motion, paragraph, agenda item or person of that meeting, by id, or a paragraph number such as `4.4(b)`.
 */
export type RecordRef =
  | { readonly kind: 'body'; readonly target: string; readonly bodyId: string }
  | { readonly kind: 'of-body'; readonly target: string; readonly bodyId: string; readonly entry?: string }
  | { readonly kind: 'principal' | 'person' | 'organisation'; readonly target: string };

const ID = '[a-z0-9][a-z0-9.-]{0,79}';
const OF_BODY = new RegExp(`^(${ID})/(${ID})(?:#([^\\u0000-\\u001f#]{1,80}))?$`);
const APART = new RegExp(`^(principal|person|organisation):(${ID})$`);
const BODY = new RegExp(`^${ID}$`);

/** `null` when the text names no record in any of these ways. */
export function parseRef(text: string): RecordRef | null {
  const ofBody = OF_BODY.exec(text);
  if (ofBody)
    return { kind: 'of-body', target: `${ofBody[1]}/${ofBody[2]}`, bodyId: ofBody[1] ?? '', ...(ofBody[3] && { entry: ofBody[3] }) };
  const apart = APART.exec(text);
  if (apart) return { kind: apart[1] as 'principal' | 'person' | 'organisation', target: apart[2] ?? '' };
  return BODY.test(text) ? { kind: 'body', target: text, bodyId: text } : null;
}

/** `4.4(b)` as its paragraph and part. */
export function parseParagraph(entry: string): { readonly paragraph: string; readonly part?: string } | null {
  const match = /^(\d+(?:\.\d+)*)(?:\(([a-z]+)\))?$/.exec(entry);
  return match ? { paragraph: match[1] ?? '', ...(match[2] && { part: match[2] }) } : null;
}

export const entryRef = (target: string, entry: string): string => `${target}#${entry}`;
