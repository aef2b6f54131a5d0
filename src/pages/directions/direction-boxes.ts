import { sameName } from '../../kernel/names.js';
import { isDeepStrictEqual } from 'node:util';
import { idOfName } from '../../kernel/ids.js';
import { addressOfReading } from '../frame/addresses.js';
import { type FormFields, type FormValue } from '../frame/forms.js';
import { type Choice, type StepField, type StepPart } from '../frame/steps/parts.js';
import { type DirectionTerms, OPTIONAL_TERMS } from '../../slices/directions/direction.events.js';

/** The boxes of a direction's form: its fields, and the conversion between what is typed in them and what the commands take. */

const SPLITS: readonly Choice[] = [
  { value: 'joint', text: 'Jointly' },
  { value: 'by-extent', text: 'Each to an extent' },
  { value: 'by-area', text: 'Each in an area' },
  { value: 'by-thing', text: 'Each for a thing' },
];
const RELATIONS: readonly Choice[] = [
  { value: 'supersedes', text: 'Supersedes it' },
  { value: 'revises', text: 'Revises it' },
  { value: 'revokes', text: 'Revokes it' },
];

export interface BoxesOf {
  readonly bodyId: string;
  /** The number of recipients named already; the form has one row more, and at least two. */
  readonly recipients?: number;
  /** True for a correction, which mends the rows there are and adds none. */
  readonly fixed?: true;
  /** Directions that can be replaced; without them the form has no box for it. */
  readonly earlier?: readonly Choice[];
}

const recipientRow = (at: number): StepField[] => {
  const extra = at > 0 ? ({ extra: true } as const) : {};
  return [
    { id: `recipients.${at}.name`, as: 'line', label: `Recipient ${at + 1}`, ...extra },
    { id: `recipients.${at}.extent`, as: 'line', label: `Part of the function for recipient ${at + 1}`, extra: true },
  ];
};

export function boxes({ bodyId, recipients = 0, fixed, earlier }: BoxesOf): StepPart[] {
  const rows = fixed ? recipients : Math.max(2, recipients) + 1;
  return [
    { id: 'title', as: 'line', label: 'Direction title' },
    {
      legend: 'Direction to',
      fields: [
        ...Array.from({ length: rows }, (_, at) => recipientRow(at)).flat(),
        {
          id: 'split',
          as: 'choice',
          label: 'How several are directed',
          hint: 'Section 26(5); for each part name the recipient’s own above',
          choices: SPLITS,
        },
      ],
    },
    ...(earlier === undefined ? [] : [relation(earlier)]),
    { id: 'functions.words', as: 'words', label: 'Services and functions covered' },
    { id: 'functions.toBeDefined', as: 'tick', label: 'The functions are to be defined', extra: true },
    { id: 'text', as: 'words', label: 'Full text of the direction', rows: 15 },
    {
      id: 'timeframes',
      as: 'words',
      label: 'Timeframes',
      hint: 'In the words used, such as: to start by July 2023',
      readAt: addressOfReading(bodyId),
    },
    dates('timeframesDates', 'Give the dates of the timeframes yourself'),
    { id: 'reports', as: 'list', label: 'Links to relevant reports', hint: 'One on each line' },
    {
      id: 'finance.words',
      as: 'words',
      label: 'Budget or finances allocated',
      hint: 'The payment, or how it is found, and its use (section 27)',
    },
    { id: 'finance.amount', as: 'number', label: 'Sum in whole pounds, where there is one', extra: true },
    { id: 'finance.toBeDefined', as: 'tick', label: 'The sum is to be defined', extra: true },
    { id: 'outcomes', as: 'words', label: 'Outcomes and performance measures' },
    {
      id: 'review',
      as: 'words',
      label: 'When it will be reviewed',
      hint: 'In the words used, such as: in September 2023',
      readAt: addressOfReading(bodyId),
    },
    dates('reviewDates', 'Give the dates of the review yourself'),
    {
      legend: 'Manner, information and the wording of the form',
      folded: true,
      fields: [
        { id: 'manner', as: 'words', label: 'Manner in which it is to be carried out' },
        { id: 'information', as: 'words', label: 'Information to be given to the board' },
        { id: 'form.heading', as: 'line', label: 'Heading of the printed form', extra: true },
        { id: 'form.board', as: 'line', label: 'The board in its captions', hint: 'Such as IJB', extra: true },
        { id: 'form.reportsOf', as: 'line', label: 'The board in the caption of the links to reports', extra: true },
      ],
    },
  ];
}

const relation = (earlier: readonly Choice[]): StepPart => ({
  legend: 'Does it supersede, revise or revoke an earlier direction?',
  folded: true,
  fields: [
    { id: 'relation.kind', as: 'choice', label: 'What it does to the earlier one', choices: RELATIONS },
    { id: 'relation.direction', as: 'choice', label: 'The earlier direction', choices: earlier, extra: true },
    { id: 'relation.cited', as: 'line', label: 'Its reference, where it is not in the list', extra: true },
  ],
});

const dates = (id: string, legend: string): StepPart => ({
  legend,
  folded: true,
  fields: [
    { id: `${id}.earliest`, as: 'date', label: 'Not before', extra: true },
    { id: `${id}.latest`, as: 'date', label: 'By', hint: 'Overdue from the day after', extra: true },
  ],
});

type Row = { readonly name?: string; readonly extent?: string };
const listIn = <T>(value: FormValue | undefined): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);

/**
 * The typed fields as the commands take them; `before` gives back the ids of recipients and reports that are still named. If `fixed`, each
 * row keeps the recipient it had, whatever name is typed.
 */
export function asked(typed: FormFields, before?: DirectionTerms, fixed = false): Readonly<Record<string, unknown>> {
  const rows = listIn<Row>(typed.recipients).filter(({ name }) => name !== undefined);
  const lines = listIn<string>(typed.reports);
  const idIn = ({ name = '' }: Row, at: number): string => {
    const same = fixed ? before?.recipients[at] : before?.recipients.find((one) => sameName(one.name, name));
    return same?.recipient ?? idOfName(name);
  };
  return {
    recipients: rows.length === 0 ? undefined : rows.map((row, at) => ({ recipient: idIn(row, at), ...row })),
    reports:
      typed.reports === undefined ? undefined : lines.map((words) => before?.reports.find((one) => one.words === words) ?? { words }),
  };
}

/** A direction's terms as fields of the form. */
export function typedOf({ timeframes, review, reports, ...terms }: DirectionTerms): FormFields {
  return {
    ...(terms as unknown as FormFields),
    ...(timeframes && { timeframes: timeframes.words }),
    ...(review && { review: review.words }),
    ...(reports.length > 0 && { reports: reports.map(({ words }) => words.replaceAll('\n', ' ')) }),
  };
}

/** A direction's terms as the commands take them. */
const askedOf = (terms: DirectionTerms): Readonly<Record<string, unknown>> => ({
  ...typedOf(terms),
  ...(terms.reports.length > 0 && { reports: terms.reports }),
});

const BOXES = ['title', 'recipients', 'text', 'reports', ...OPTIONAL_TERMS] as const;

/**
 * The changed fields among all that the form shows. In a draft, an emptied optional box is removed. From an approved direction nothing is
 * removed: an emptied box is sent as empty, and refused.
 */
export function changed(
  typed: FormFields,
  before: DirectionTerms,
  { draft }: { readonly draft: boolean },
): Readonly<Record<string, unknown>> {
  const was = askedOf(before);
  const now: Readonly<Record<string, unknown>> = { ...typed, ...asked(typed, before, !draft) };
  const without = OPTIONAL_TERMS.filter((box) => draft && was[box] !== undefined && now[box] === undefined);
  const changes = BOXES.filter((box) => draft || box !== 'relation').map((box) => {
    if (isDeepStrictEqual(now[box], was[box])) return [box, undefined];
    const emptied = now[box] === undefined && !without.some((one) => one === box);
    return [box, emptied ? (box === 'reports' ? [] : '') : now[box]];
  });
  return { ...(Object.fromEntries(changes) as Readonly<Record<string, unknown>>), ...(without.length > 0 && { without }) };
}
