import { type FormFields } from '../frame/forms.js';
import { type Choice, type FieldGroup, ifAny, type StepField, type StepPart } from '../frame/steps/parts.js';
import { type Step, type Steps } from '../frame/steps/step.js';
import {
  AddAgendaItem,
  ChangeOrderOfBusiness,
  CorrectAgendaItem,
  WithdrawAgendaItem,
} from '../../slices/meetings/agenda/agenda.commands.js';
import { FillAgenda } from '../../slices/meetings/between-meetings/between.commands.js';
import { type Meeting } from '../../slices/meetings/meetings.words.js';
import { type Offer } from './agenda-offers.js';
import { orderMoved, orderWith } from './agenda-order.js';

/** The data from which the forms of an agenda are made. */
export interface AgendaAt {
  /** Whether notice was given: a new item is then late or urgent, and another order is the chair's ruling. */
  readonly noticed: boolean;
  /** The items that stand, in their order. */
  readonly items: readonly Choice[];
  /** The number that a new item is given. */
  readonly next: string;
  /** Meetings of other bodies whose minutes an item may carry, the latest first. */
  readonly minutes: readonly Choice[];
  /** Those who can rule an item urgent. */
  readonly people: readonly Choice[];
  readonly offer: Offer | undefined;
  /** What was typed so far: the form has a row for each paper, and one more. */
  readonly typed: FormFields;
}

/** The data from which the forms of one item are made. */
export interface ItemAt {
  readonly item: Meeting['agenda'][number];
  readonly typed: FormFields;
}

function papersOf({ papers }: FormFields): readonly FieldGroup[] {
  return Array.from({ length: (Array.isArray(papers) ? papers.length : 0) + 1 }, (_, index) => {
    const [at, paper] = [`papers.${index}`, `paper ${index + 1}`];
    const page = { as: 'number', width: 4 } as const;
    return {
      legend: `Paper ${index + 1}`,
      fields: [
        { id: `${at}.title`, as: 'line', width: 'unset', label: `Title of ${paper}` },
        {
          id: `${at}.link`,
          as: 'url',
          width: 'unset',
          label: 'Link',
          called: `Link to ${paper}`,
          hint: 'Where it can be read, beginning with https://',
        },
        { ...page, id: `${at}.pages.first`, label: 'First page', called: `First page of ${paper}` },
        { ...page, id: `${at}.pages.last`, label: 'Last page', called: `Last page of ${paper}`, standsFor: [`${at}.pages`] },
      ],
    };
  });
}

const partsOfItem = (number: string, typed: FormFields): readonly StepPart[] => [
  { id: 'title', as: 'line', width: 'unset', label: 'Title' },
  { id: 'number', as: 'line', width: 3, label: 'Number', otherwise: number },
  { id: 'asked', as: 'words', label: 'What is asked of the meeting', hint: 'Such as: Note the report; Approve the minute' },
  { id: 'minutes', as: 'number', width: 3, label: 'Minutes it may take', called: 'Minutes' },
  ...papersOf(typed),
  {
    id: 'exempt.paragraph',
    as: 'line',
    width: 3,
    label: 'Taken in private under paragraph',
    called: 'Paragraph of Schedule 7A',
    hint: 'Of Schedule 7A to the Local Government (Scotland) Act 1973, such as 6. Leave it empty where the item is taken in public',
  },
];

const carrying = (minutes: readonly Choice[]): readonly StepPart[] => [
  {
    legend: 'Carry the minute of another body',
    folded: true,
    fields: [
      ...ifAny({
        id: 'minuteOf.meetingId',
        as: 'choice',
        label: 'Minute of',
        choose: 'A meeting that is not in the record',
        choices: minutes,
        width: 'unset',
        standsFor: ['minuteOf'],
      }),
      { id: 'minuteOf.body', as: 'line', width: 'unset', label: 'Body', hint: 'Of a meeting that is not in the record' },
      { id: 'minuteOf.date', as: 'date', label: 'Day of that meeting' },
    ],
  },
];

const admission = (people: readonly Choice[]): readonly StepField[] => [
  {
    id: 'late.reason',
    as: 'words',
    rows: 2,
    label: 'Why it was not on the agenda when notice was given',
    hint: 'For urgent business, the special circumstances, as the minute is to state them',
    standsFor: ['urgent.reason'],
  },
  {
    id: 'ruledBy',
    as: 'choice',
    own: true,
    width: 'unset',
    label: 'Ruled urgent by',
    choose: 'Nobody: it is late only',
    choices: people,
  },
];

/** After notice was given, a new item is late, with its reason, or urgent if somebody ruled so. 1973 Act s.50B(4)(b). */
function admitted({ late, ruledBy }: FormFields, { noticed, people }: AgendaAt): Readonly<Record<string, unknown>> {
  if (!noticed) return {};
  const ruler = people.find(({ value }) => value === ruledBy);
  return ruler
    ? { late: undefined, urgent: { ...(late as FormFields | undefined), ruledBy: { personId: ruler.value, name: ruler.text } } }
    : { late: late ?? {} };
}

export const ADD: Step<void, AgendaAt> = {
  command: AddAgendaItem,
  name: 'Add an item',
  button: 'Add the item',
  done: 'The item is on the agenda.',
  parts: ({ next, typed, noticed, people, minutes }) => [
    ...partsOfItem(next, typed),
    ...carrying(minutes),
    ...(noticed ? admission(people) : []),
  ],
  start: ({ offer }): FormFields =>
    offer
      ? { title: offer.title, asked: offer.asked, ...(offer.minuteOf !== undefined && { minuteOf: { meetingId: offer.minuteOf } }) }
      : {},
  extraFields: (typed, at) => ({
    ...(at.offer && { itemId: at.offer.itemId, remit: at.offer.remit }),
    ...(at.offer?.minuteOf !== undefined && { minuteOf: { meetingId: at.offer.minuteOf } }),
    ...admitted(typed, at),
  }),
  offered: () => true,
};

const reasonOfOrder = ({ noticed }: AgendaAt): StepField => ({
  id: 'order-reason',
  name: 'reason',
  as: 'line',
  width: 'unset',
  label: 'Reason',
  standsFor: ['reason'],
  ...(noticed && { hint: 'As the minute is to have it: with notice given, the order is the chair’s ruling' }),
});

export const ORDER: Step<void, AgendaAt> = {
  command: ChangeOrderOfBusiness,
  name: 'Take an item earlier or later',
  button: 'Change the order',
  done: 'The order of business is changed.',
  problemsAt: 'order-reason',
  parts: (at) => [
    { id: 'order-item', name: 'item', as: 'choice', own: true, choose: false, width: 'unset', label: 'Take', choices: at.items },
    {
      id: 'order-before',
      name: 'before',
      as: 'choice',
      own: true,
      choose: false,
      width: 'unset',
      label: 'Before',
      choices: [...at.items, { value: '', text: 'Last of all' }],
    },
    reasonOfOrder(at),
  ],
  extraFields: ({ reason, way, 'order-item': item, 'order-before': before }, { items, noticed }) => {
    const now = items.map(({ value }) => value);
    const moved = typeof item === 'string' ? item : '';
    const order =
      way === 'up' || way === 'down' ? orderMoved(now, moved, way) : orderWith(now, moved, typeof before === 'string' ? before : null);
    return { order, ...(reason === undefined && !noticed && { reason: 'The agenda was put together' }) };
  },
  offered: () => true,
};

/** The order as it is sent: by its form, or by a button that moves one item up or down. */
export const ORDER_SENT: Step<void, AgendaAt> = {
  ...ORDER,
  parts: (at) => [...ORDER.parts(at), { id: 'way', as: 'hidden', own: true, label: '' }],
};

export const FILL: Step<void> = {
  command: FillAgenda,
  name: 'Standing items',
  button: 'Fill it with the standing items',
  done: 'The standing items are on the agenda.',
  parts: () => [],
  offered: () => true,
};

export const NUMBER: Step<void> = {
  command: CorrectAgendaItem,
  name: 'Number the items',
  button: 'Number the items in this order',
  done: 'The items are numbered in their order.',
  problemsAt: 'order-reason',
  parts: () => [],
  extraFields: () => ({ reason: 'Numbered in the order of business' }),
  offered: () => true,
};

/** The steps with one item. */
export const ITEM_STEPS: Steps<void, ItemAt> = {
  correct: {
    command: CorrectAgendaItem,
    name: 'Put right',
    button: 'Put it right',
    done: 'The item is put right.',
    parts: ({ item, typed }) => [
      ...partsOfItem(item.number, typed),
      { id: 'reason', as: 'words', rows: 2, label: 'What was wrong', called: 'Reason' },
    ],
    // The form lists all papers of the item: a paper that is missing from it is taken off.
    extraFields: ({ papers, exempt }, { item }) => ({
      itemId: item.itemId,
      papers: papers ?? [],
      ...(item.exempt !== undefined && exempt === undefined && { notExempt: true }),
    }),
    offered: () => true,
  },
  withdraw: {
    command: WithdrawAgendaItem,
    name: 'Withdraw',
    button: 'Withdraw the item',
    about: 'A withdrawn item stays on the agenda, marked with the reason, and is not taken.',
    warns: true,
    done: 'The item is withdrawn.',
    parts: () => [{ id: 'reason', as: 'words', rows: 2, label: 'Why it is withdrawn', called: 'Reason' }],
    extraFields: (_typed, { item }) => ({ itemId: item.itemId }),
    offered: () => true,
  },
};
