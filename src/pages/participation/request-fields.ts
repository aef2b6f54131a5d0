import { newId, shortId } from '../../kernel/ids.js';
import { type FormFields } from '../frame/forms.js';
import { type Choice, type FieldGroup, type StepField, type StepPart } from '../frame/steps/parts.js';
import { type MissingItem, type Requester } from '../../slices/participation/participation.events.js';
import { type ContactShown } from '../../slices/participation/participation.words.js';

/** The fields of a participation request as it is received. */

export const KINDS: Readonly<Record<Requester['kind'], string>> = {
  'community-controlled': 'A community-controlled body',
  'community-council': 'A community council',
  designated: 'A body designated by order',
  group: 'A group without a constitution',
};
const FORMS: readonly Choice[] = [
  { value: 'schedule', text: 'On the form of the schedule' },
  { value: 'substantially-like', text: 'On a form substantially like it' },
  { value: 'other', text: 'In another form' },
];
export const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export const CONTENTS = {
  service: 'The public service',
  outcome: 'The outcome',
  reasons: 'Why the body should take part',
  experience: 'Its knowledge, expertise and experience',
  improvement: 'The improvement it anticipates',
  information: 'Other information in support',
} as const;
const SECTIONS: Readonly<Record<keyof typeof CONTENTS, string>> = {
  service: 's.22(2)(a)',
  outcome: 's.22(2)(a)',
  reasons: 's.22(2)(b)',
  experience: 's.22(2)(c)',
  improvement: 's.22(2)(d)',
  information: 's.24(3)(b)',
};
const content = (id: keyof typeof CONTENTS): StepField => ({ id, as: 'words', label: CONTENTS[id], hint: SECTIONS[id] });

/** The field for the day something happened, if that was before today. */
export const day = (label: string): StepField => ({ id: 'happenedAt', as: 'date', label, own: true });

const MOST_REQUESTERS = 3;

const requester = (at: number): StepField[] => {
  const extra = at > 0 ? ({ extra: true } as const) : {};
  const which = at === 0 ? '' : `, body ${at + 1}`;
  return [
    { id: `from.${at}.name`, as: 'line', label: `Name of the body${which}`, hint: 'The body, never a person', ...extra },
    {
      id: `from.${at}.kind`,
      as: 'choice',
      label: `What makes it a community participation body${which}`,
      choices: choicesOf(KINDS),
      ...extra,
    },
    { id: `from.${at}.constitutionAttached`, as: 'tick', label: `Its written constitution came with the request${which}`, extra: true },
    {
      id: `from.${at}.basis`,
      as: 'words',
      label: `The order that designates it, or how the group meets section 20(4)${which}`,
      extra: true,
    },
  ];
};

const person = (at: number, which: string): StepField[] => [
  { id: `contacts.${at}.subject`, as: 'hidden', label: '', extra: true },
  { id: `contacts.${at}.name`, as: 'line', label: `Name${which}`, ...(at > 0 && { extra: true }) },
  { id: `contacts.${at}.address`, as: 'words', label: `Address${which}`, extra: true },
  { id: `contacts.${at}.email`, as: 'line', label: `Email${which}`, extra: true },
  { id: `contacts.${at}.telephone`, as: 'line', label: `Telephone${which}`, extra: true },
  { id: `contacts.${at}.inConfidence`, as: 'words', label: `Said in confidence${which}`, extra: true },
];

export const people = (rows: number): FieldGroup => ({
  legend: 'People behind the request: kept sealed, shown only to those who may read them, and never published',
  fields: Array.from({ length: rows }, (_, at) => person(at, rows > 1 ? `, person ${at + 1}` : '')).flat(),
});

export const RECEIPT: readonly StepPart[] = [
  { id: 'title', as: 'line', label: 'Title', hint: 'What the request is called in lists' },
  day('Received on'),
  { legend: 'The body that asks', fields: requester(0) },
  {
    legend: 'Further bodies, where the request is a joint one',
    folded: true,
    fields: Array.from({ length: MOST_REQUESTERS - 1 }, (_, at) => requester(at + 1)).flat(),
  },
  { id: 'form', as: 'radios', label: 'How it was made (SSI 2017/39 reg 3)', choices: FORMS },
  {
    legend: 'What it says: leave empty what it does not say',
    fields: (['service', 'outcome', 'reasons', 'experience', 'improvement', 'information'] as const).map(content),
  },
  {
    id: 'additionalAuthorities',
    as: 'list',
    label: 'Authorities it asks to take part too',
    hint: 'One on each line (s.22(6))',
  },
  people(1),
];

/** The fields that supply a request's missing items. */
export const suppliedFields = (missing: readonly MissingItem[]): readonly StepPart[] => {
  const items = (name: string): readonly MissingItem[] => missing.filter(({ item }) => item === name);
  const contents = (['service', 'outcome', 'reasons', 'experience', 'improvement'] as const).filter((name) => items(name).length > 0);
  const constitutions = items('constitution').map(({ of = '' }) => ({ value: of, text: of }));
  return [
    ...contents.map(content),
    ...(constitutions.length > 0
      ? [{ id: 'constitutions', as: 'ticks', label: 'Written constitution received of', own: true, choices: constitutions } as const]
      : []),
    ...items('basis').map(({ of = '' }, at): StepField => ({
      id: `basis-${at}`,
      as: 'words',
      label: `How ${of} is a community participation body`,
      own: true,
    })),
    ...(items('form').length > 0 ? [{ id: 'form', as: 'radios', label: 'The form', choices: FORMS.slice(0, 2) } as const] : []),
    content('information'),
  ];
};

/** Rows for the requesting bodies for which something was supplied. */
export function suppliedFor(own: FormFields, missing: readonly MissingItem[]): Readonly<Record<string, unknown>> {
  const attached = Array.isArray(own.constitutions) ? own.constitutions.map(String) : [];
  const bases = missing.filter(({ item }) => item === 'basis').map(({ of }, at) => ({ name: of, basis: own[`basis-${at}`] }));
  const from = [...attached.map((name) => ({ name, constitutionAttached: true })), ...bases.filter(({ basis }) => basis !== undefined)];
  return from.length > 0 ? { from } : {};
}

/** Rows of contacts with more in them than the id they are sealed under. */
export const namedPeople = ({ contacts }: FormFields): Readonly<Record<string, unknown>> => {
  const rows = Array.isArray(contacts) ? (contacts as readonly FormFields[]) : [];
  const filled = rows.filter((row) => Object.keys(row).some((field) => field !== 'subject'));
  return { contacts: filled.length > 0 ? filled : undefined };
};

/**
 * The contacts whose details this reader can read: the form shows them, and a contact taken out of the form is no longer a contact of the
 * request.
 */
export const readable = (contacts: readonly ContactShown[]): FormFields[] =>
  contacts.flatMap((contact) => ('name' in contact ? [contact as unknown as FormFields] : []));

/** A new id to seal somebody's details under; the id tells nothing of the person. */
export const newSubject = (): string => shortId('subject', newId());
