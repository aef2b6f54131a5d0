/**
 * How a record is named:
 * `body` · `body/meeting` · `body/action` · `body/meeting#entry` · `direction:body/id` · `participation-request:body/id` · `report:body/id` ·
 * `plan:body/id` · `duty:body/id` · `requisition:body/id` · `remit:body/id` · `calendar:scotland` · `principal:login` · `reminders:login` · `person:id` · `organisation:id` · `subject:id`.
 * An entry is a decision, motion, paragraph, agenda item or person of that meeting, by id, or a paragraph number such as `4.4(b)`; a report's
 * recommendation (`#a`); a plan's item (`#1.1.3`). `body/id` without a kind is a meeting or an action, or else whichever other kind there is.
 */
export type RecordRef =
  | { readonly kind: 'body'; readonly target: string; readonly bodyId: string }
  | { readonly kind: 'of-body' | KindOfBody; readonly target: string; readonly bodyId: string; readonly entry?: string }
  | { readonly kind: KindApart; readonly target: string };

const KINDS_OF_BODY = ['direction', 'participation-request', 'report', 'plan', 'duty', 'requisition', 'remit'] as const;
export type KindOfBody = (typeof KINDS_OF_BODY)[number];
const KINDS_APART = ['principal', 'person', 'organisation', 'calendar', 'reminders', 'subject'] as const;
export type KindApart = (typeof KINDS_APART)[number];

const ID = '[a-z0-9][a-z0-9.-]{0,79}';
const OF_BODY = new RegExp(`^(?:(${KINDS_OF_BODY.join('|')}):)?(${ID})/(${ID})(?:#([^\\u0000-\\u001f#]{1,80}))?$`);
const APART = new RegExp(`^(${KINDS_APART.join('|')}):(${ID})$`);
const BODY = new RegExp(`^${ID}$`);

/** The record that a text names; `null` if the text has none of these forms. */
export function parseRef(text: string): RecordRef | null {
  const ofBody = OF_BODY.exec(text);
  if (ofBody) {
    const [, kind = 'of-body', bodyId = '', id, entry] = ofBody;
    return { kind: kind as KindOfBody | 'of-body', target: `${bodyId}/${id}`, bodyId, ...(entry && { entry }) };
  }
  const apart = APART.exec(text);
  if (apart) return { kind: apart[1] as KindApart, target: apart[2] ?? '' };
  return BODY.test(text) ? { kind: 'body', target: text, bodyId: text } : null;
}

/** `4.4(b)` as its paragraph and part. */
export function parseParagraph(entry: string): { readonly paragraph: string; readonly part?: string } | null {
  const match = /^(\d+(?:\.\d+)*)(?:\(([A-Za-z]+|\d+)\))?$/.exec(entry);
  return match ? { paragraph: match[1] ?? '', ...(match[2] && { part: match[2] }) } : null;
}

export const entryRef = (target: string, entry: string): string => `${target}#${entry}`;

/** The categories of streams in which a record of each kind may stand, in the order tried. */
const CATEGORIES: Readonly<Partial<Record<RecordRef['kind'], readonly string[]>>> = {
  'of-body': ['meeting', 'action', 'directions', 'participation', 'report', 'plan', 'duty', 'requisition', 'remit'],
  direction: ['directions'],
  'participation-request': ['participation'],
};
export const categoriesOf = ({ kind }: RecordRef): readonly string[] => CATEGORIES[kind] ?? [kind];

/** A record's name with its kind in front, as links have it, out of its stream's category and its target. */
export const nameIn = (category: string, target: string): string => {
  switch (category) {
    case 'body':
    case 'meeting':
    case 'action':
      return target;
    case 'directions':
      return `direction:${target}`;
    case 'participation':
      return `participation-request:${target}`;
    default:
      return `${category}:${target}`;
  }
};
