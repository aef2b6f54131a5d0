import { ChooseStandingItems } from '../../slices/bodies/bodies.commands.js';
import { type StandingItem } from '../../slices/bodies/bodies.words.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, type FieldGroup } from '../frame/steps/parts.js';
import { type Step } from '../frame/steps/step.js';

/** The data from which the form for standing items is made. */
export interface ItemsAt {
  readonly items: readonly StandingItem[];
  readonly today: string;
  /** What was typed so far: the form has a row for each item, and some more. */
  readonly typed: FormFields;
}

const SPARE = 3;
const BRINGS: readonly Choice[] = [{ value: 'minutes', text: 'The minutes that wait for approval, an item for each' }];

const rowOf = (index: number): FieldGroup => {
  const at = `items.${index}`;
  const item = `item ${index + 1}`;
  return {
    legend: `Item ${index + 1}`,
    fields: [
      { id: `${at}.itemId`, as: 'hidden', label: '' },
      { id: `${at}.title`, as: 'line', label: 'Title', called: `Title of ${item}`, standsFor: [at] },
      { id: `${at}.asked`, as: 'line', label: 'What is asked of the meeting', called: `What is asked in ${item}` },
      { id: `${at}.minutes`, as: 'number', width: 3, label: 'Minutes it may take', called: `Minutes of ${item}` },
      { id: `${at}.brings`, as: 'choice', label: 'It brings', called: `What ${item} brings`, choose: 'Its own business', choices: BRINGS },
    ],
  };
};

const listIn = (items: unknown): readonly FormFields[] => (Array.isArray(items) ? (items as readonly FormFields[]) : []);
const isFilled = ({ title, asked, minutes, brings }: FormFields): boolean => [title, asked, minutes, brings].some(Boolean);

export const CHOOSE_ITEMS: Step<ItemsAt> = {
  command: ChooseStandingItems,
  name: 'Choose the standing items',
  button: 'Choose these items',
  done: 'The standing items are chosen. An agenda is filled with them from its own page.',
  more: 'More rows',
  parts: ({ items, typed }) => [
    ...Array.from({ length: Math.max(items.length, listIn(typed.items).length) + SPARE }, (_, index) => rowOf(index)),
    { id: 'from', as: 'date', label: 'For meetings from' },
  ],
  start: ({ items, today }) => ({ items: items as unknown as FormFields[], from: today }),
  // A row that is left empty is no item; one whose title is taken out is none any more.
  extraFields: ({ items }) => ({ items: listIn(items).filter((one) => one !== undefined && isFilled(one)) }),
  offered: () => true,
};
