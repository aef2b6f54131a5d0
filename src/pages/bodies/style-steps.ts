import { ChooseMinuteStyle } from '../../slices/bodies/bodies.commands.js';
import { type MinuteStyle, STYLE_SETS, type StyleSaid, styleOf, styleOfActions, type StyleSet } from '../../slices/bodies/bodies.words.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice } from '../frame/steps/parts.js';
import { type Step } from '../frame/steps/step.js';

/** The data from which the form for a style is made: the style it begins from, and the day offered as its first. */
export interface StyleAt {
  readonly style: MinuteStyle;
  readonly today: string;
}

export const SET_NAMES: Readonly<Record<StyleSet, string>> = {
  partnership: 'Community planning partnership',
  'scottish-council': 'Scottish council',
  'joint-board': 'Integration joint board',
  'community-council': 'Community council',
};

type Choosable = Exclude<keyof StyleSaid, 'set' | 'lead' | 'chair'>;
/** What each choice is called; every choice of a style has its words here. */
const CALLED: { readonly [K in Choosable]: Readonly<Record<NonNullable<StyleSaid[K]>, string>> } = {
  opening: {
    'minute-of-meeting': 'MINUTE of MEETING of the BOARD held in …',
    'minutes-of-the-meeting': 'Minutes of the meeting of the Board held in …',
  },
  headings: { above: 'DECISION, VOTE, MEMBER above them', margin: 'DECISION, VOTE, MEMBER in the margin', none: 'None' },
  verbs: { capitals: 'In capitals: AGREED to reply', 'as-typed': 'As typed' },
  labels: { '(a)': '(a)', 'a)': 'a)', 'a.': 'a.' },
  numbering: {
    'as-taken': '1, 2, 3, as the items are taken',
    agenda: 'The number of the item on the agenda',
    roman: 'I, II, III, as the items are taken',
  },
  continues: {
    'each-meeting': 'Each meeting begins with 1',
    'from-january': 'On from the meeting before; anew from January',
    'from-april': 'On from the meeting before; anew from April',
    'from-may': 'On from the meeting before; anew from May',
    'from-august': 'On from the meeting before; anew from August',
  },
  times: {
    '2.00pm-and-p.m.': '2.00pm in the first sentence, 4.15 p.m. after it',
    '2.00pm': '2.00pm',
    '2.00 p.m.': '2.00 p.m.',
    '14:00': '14:00',
  },
  sederunt: { prose: 'Running text', column: 'A column: name and role' },
  order: { 'as-recorded': 'As it was recorded', 'office-bearers-first': 'Chair, vice-chair, then the roll' },
  actions: { below: 'Action: JS, below the paragraph', column: 'In a column beside the paragraph', none: 'Not in the minute' },
};

const choicesOf = (field: Choosable): readonly Choice[] =>
  Object.entries(CALLED[field] as Readonly<Record<string, string>>).map(([value, text]) => ({ value, text }));

const choice = (id: Choosable, label: string) => ({ id, as: 'choice', label, choices: choicesOf(id) }) as const;

export const CHOOSE_STYLE: Step<StyleAt> = {
  command: ChooseMinuteStyle,
  name: 'Style of the minutes',
  button: 'Choose this style',
  done: 'The style is chosen. Meetings opened from that day on have it.',
  parts: () => [
    { id: 'set', as: 'choice', label: 'Begun from', choices: STYLE_SETS.map((value) => ({ value, text: SET_NAMES[value] })) },
    { id: 'lead', as: 'line', label: 'Words before a decision', hint: 'Such as: The Council resolved:-. Empty for none' },
    choice('verbs', 'Verb of a decision'),
    choice('headings', 'Headings'),
    choice('labels', 'Parts of a decision'),
    choice('numbering', 'Numbers of items'),
    choice('continues', 'Where numbers begin'),
    choice('opening', 'First sentence'),
    choice('times', 'Times'),
    { id: 'chair', as: 'line', label: 'Who presides is called', hint: 'Chair, Convener, Preses, Chairman' },
    choice('sederunt', 'Sederunt'),
    choice('order', 'Order of the sederunt'),
    choice('actions', 'Actions agreed in discussion'),
    { id: 'from', as: 'date', label: 'For meetings from' },
  ],
  start: ({ style, today }) => ({ lead: '', continues: 'each-meeting', actions: styleOfActions(style), ...(style as unknown as FormFields), from: today }),
  // The form shows the words before a decision: empty, they are none.
  extraFields: ({ lead }) => (lead === undefined ? { lead: '' } : {}),
  offered: () => true,
};

/** A style as its form has it; a choice that there is not, and an empty name of the chair, are those of the ready set. */
export function styleTyped(typed: FormFields): MinuteStyle {
  const text = (field: string): string => (typeof typed[field] === 'string' ? typed[field].trim() : '');
  const set = STYLE_SETS.find((one) => one === text('set')) ?? 'partnership';
  const chosen = (Object.keys(CALLED) as Choosable[]).filter((field) => Object.hasOwn(CALLED[field], text(field)));
  return styleOf({
    set,
    ...Object.fromEntries(chosen.map((field) => [field, text(field)])),
    lead: text('lead'),
    ...(text('chair') === '' ? {} : { chair: text('chair') }),
  });
}
