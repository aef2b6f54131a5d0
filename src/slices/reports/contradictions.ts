import { type Implication, type ReportContent } from './report.events.js';

/** Two places of one paper that do not agree. The paper stands as it is: nothing of it is mended. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  /** The disagreement as a sentence. */
  readonly what: string;
  readonly oneSays: string;
  readonly otherSays: string;
}

export type ContradictionKind =
  | 'directions-none-and-to'
  | 'directions-unstated'
  | 'direction-not-appended'
  | 'direction-appended-none-required'
  | 'escalation-to-nobody'
  | 'escalation-not-required'
  | 'implication-without-words'
  | 'implication-says-none'
  | 'implication-not-ticked';

/** An implication's words for "none", with or without the paragraph's number before: `6.3.1 There are no ...`, `(a) No ...`. */
const NONE = /^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:\([a-z]\)\s*)?(there (is|are|will be) no\b|no\b|none\b|nil\b|not applicable\b|n\/a\b)/i;
const label = ({ heading, box }: Implication): string => box ?? heading;

export function contradictionsIn({
  directions,
  escalation,
  implications,
}: Pick<ReportContent, 'directions' | 'escalation' | 'implications'>): Contradiction[] {
  const found: Contradiction[] = [];
  const report = (kind: ContradictionKind, what: string, oneSays: string, otherSays: string): void => {
    found.push({ kind, what, oneSays, otherSays });
  };
  if (directions) {
    const { none = false, to, words, appended } = directions;
    const names = to.join(', ');
    const titles = appended.map(({ title }) => title).join('; ');
    if (none && to.length > 0)
      report('directions-none-and-to', 'No directions are required, and directions are.', 'No Directions Required: ticked', names);
    if (!none && to.length === 0 && words === undefined)
      report('directions-unstated', 'The boxes for directions are all empty.', 'No Directions Required: not ticked', 'nobody named');
    if (!none && to.length > 0 && appended.length === 0)
      report('direction-not-appended', 'A direction is required, and none is appended.', words ?? names, 'no direction appended');
    if (none && appended.length > 0)
      report(
        'direction-appended-none-required',
        'No directions are required, and one is appended.',
        'No Directions Required: ticked',
        titles,
      );
  }
  if (escalation?.required && !escalation.to)
    report('escalation-to-nobody', 'Escalation is required, and nobody is named.', 'Escalation required', 'nobody named');
  if (escalation && !escalation.required && escalation.to)
    report('escalation-not-required', 'Escalation is not required, and somebody is named.', 'not required', escalation.to);
  for (const implication of implications) {
    const { ticked, words } = implication;
    if (ticked && words === undefined)
      report('implication-without-words', `${label(implication)} is ticked, and no section says what follows.`, 'ticked', 'nothing');
    else if (ticked && words !== undefined && NONE.test(words))
      report('implication-says-none', `${label(implication)} is ticked, and its section says there are none.`, 'ticked', words);
    else if (ticked === false && words !== undefined && !NONE.test(words))
      report('implication-not-ticked', `${label(implication)} is not ticked, and its section says otherwise.`, 'not ticked', words);
  }
  return found;
}
