import { type MinuteStyle, styleOfActions } from '../../bodies/bodies.words.js';
import { entryOf } from '../record/entries.js';
import { type AgreedAction, type Meeting } from '../record/meeting.state.js';
import { initialsOf } from '../in-words/initials.js';
import { type MinuteAction } from './minute-document.js';

/** An action agreed in discussion as an entry of the minute. Initials are told apart among all who are in the sederunt. */
export function actionEntry(meeting: Meeting, { actionId, paragraphId, people, others, words, due }: AgreedAction): MinuteAction {
  const initials = initialsOf([...meeting.attendances.map(({ person }) => person), ...people]);
  const paragraph = meeting.paragraphs.find((one) => one.paragraphId === paragraphId && !entryOf(meeting, one.paragraphId)?.struck);
  return {
    kind: 'action',
    entryId: actionId,
    paragraph: paragraph?.number ?? null,
    people,
    others,
    who: [...people.map(({ personId, name }) => initials.get(personId) ?? name), ...others].join(', '),
    ...(words !== undefined && { words }),
    ...(due !== undefined && { due }),
  };
}

/** `JS, AB: write to the Council (by 1 June)`. */
export const actionInWords = ({ who, words, due }: Pick<MinuteAction, 'who' | 'words' | 'due'>): string =>
  `${who}${words === undefined ? '' : `: ${words.replace(/[.;]$/, '')}`}${due === undefined ? '' : ` (${due})`}`;

/** The width of a page of text, in characters: a column beside the text ends there. */
const WIDTH = 100;

/** The lines of a text in which the minute has an action: below what it comes from, set to the right as a column is, or none. */
export function actionBlocks(entry: MinuteAction, style: MinuteStyle): string[] {
  const words = `Action: ${actionInWords(entry)}`;
  switch (styleOfActions(style)) {
    case 'below':
      return [words];
    case 'column':
      return [words.padStart(WIDTH)];
    case 'none':
      return [];
  }
}
