import { type FormFields, type FormValue } from '../forms.js';
import { type PageProblem } from '../page-problem.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One field of a step's form. Its id is the field's path in the command, which problems name. */
export interface StepField {
  readonly id: string;
  /** The name under which the form sends it, if not its id. */
  readonly name?: string;
  /** `list`: a text with one value on each line. `tick`: one box. `ticks`: several boxes. `yes-no`: two buttons. */
  readonly as:
    'line' | 'words' | 'list' | 'date' | 'time' | 'url' | 'number' | 'tick' | 'ticks' | 'yes-no' | 'choice' | 'radios' | 'hidden';
  readonly label: string;
  /** The name of the field in problems, if not its label. */
  readonly called?: string;
  readonly hint?: string;
  readonly choices?: readonly Choice[];
  /** What a choice says before anything is chosen, where that is not `Choose`; `false` if one of the choices is always chosen. */
  readonly choose?: string | false;
  readonly rows?: number;
  /** The characters that fit on its line, if not the usual width; `unset` for the width that the frame of the form gives it. */
  readonly width?: 3 | 4 | 5 | 20 | 'unset';
  /** The value shown while nothing is typed. */
  readonly otherwise?: string;
  /** Further attributes of a line or a date. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The address that tells, while it is typed, what the text is read as. */
  readonly readAt?: string;
  /** Not asked for where the whole it is part of was left out: the second row of several. */
  readonly extra?: true;
  /** True for a field that the page itself reads and turns into other fields: no field of the command. */
  readonly own?: true;
  /** The paths of the command's fields, besides its id, whose problems lead to this field. */
  readonly standsFor?: readonly string[];
}

/** Fields that belong together; a `folded` group is closed until a reader opens it. */
export interface FieldGroup {
  readonly legend: string;
  readonly folded?: true;
  readonly fields: readonly StepField[];
}

export type StepPart = StepField | FieldGroup;

/** A field with choices; nothing if there are none to choose from. */
export const ifAny = (field: StepField): readonly StepField[] => ((field.choices ?? []).length === 0 ? [] : [field]);

const isGroup = (part: StepPart): part is FieldGroup => 'fields' in part;
export const fieldsIn = (parts: readonly StepPart[]): readonly StepField[] =>
  parts.flatMap((part) => (isGroup(part) ? part.fields : [part]));

const SUFFIX: Partial<Record<StepField['as'], string>> = {
  list: ':lines',
  ticks: ':lines',
  number: ':number',
  tick: ':flag',
  'yes-no': ':flag',
};
const nameOf = ({ id, name = id, as, own }: StepField): string => (own ? `_${name}` : `${name}${SUFFIX[as] ?? ''}`);

const YES_NO: readonly Choice[] = [
  { value: 'true', text: 'Yes' },
  { value: 'false', text: 'No' },
];

const valueAt = (typed: FormFields, path: string): FormValue | undefined =>
  path.split('.').reduce<FormValue | undefined>((value, step) => (value as FormFields | undefined)?.[step], typed);

const asText = (value: FormValue | undefined): string => (value === undefined || typeof value === 'object' ? '' : String(value));

function shownField(field: StepField, typed: FormFields) {
  const { as, choices = as === 'yes-no' ? YES_NO : [] } = field;
  const value = valueAt(typed, field.id) ?? field.otherwise;
  const several = Array.isArray(value) ? value.map(String) : [];
  return {
    ...field,
    name: nameOf(field),
    value: as === 'list' && several.length > 0 ? several.join('\n') : asText(value),
    items: choices.map((one) => ({ ...one, checked: several.includes(one.value) || asText(value) === one.value })),
  };
}

/** The form for its template, with the typed values. A folded group is open if one of its fields has a value. */
export const shownParts = (parts: readonly StepPart[], typed: FormFields) =>
  parts.map((part) => {
    if (!isGroup(part)) return shownField(part, typed);
    const fields = part.fields.map((field) => shownField(field, typed));
    return { ...part, fields, open: fields.some(({ value, items }) => value !== '' || items.some(({ checked }) => checked)) };
  });

/** The form's names of its fields, by their paths in the command. */
export const labelsOf = (parts: readonly StepPart[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fieldsIn(parts).flatMap(({ id, label, called = label, extra, standsFor = [] }) =>
      extra ? [] : [id, ...standsFor].map((path) => [path, called]),
    ),
  );

/** The values typed into the page's own fields, by the fields' ids. */
export const ownIn = (form: URLSearchParams, parts: readonly StepPart[]): FormFields =>
  Object.fromEntries(
    fieldsIn(parts).flatMap((field) => {
      const said = field.own ? form.getAll(nameOf(field)).filter(Boolean) : [];
      return said.length === 0 ? [] : [[field.id, field.as === 'ticks' ? said : said[0]!]];
    }),
  );

/** Problems, each once, with links to fields that exist: the field named, else one of the same part, else the first. `at`: the one field for all. */
export function linked(problems: readonly PageProblem[], parts: readonly StepPart[], at?: string): readonly PageProblem[] {
  const fields = fieldsIn(parts);
  const nearest = (path: string): string | undefined => {
    const named = fields.find(({ id, standsFor = [] }) => id === path || standsFor.includes(path));
    const within = named ?? fields.find(({ id }) => id.startsWith(`${path}.`));
    return within?.id ?? (path.includes('.') ? nearest(path.slice(0, path.lastIndexOf('.'))) : fields[0]?.id);
  };
  const all = problems.map((problem) => {
    const id = at ?? nearest(problem.href?.slice(1) ?? '');
    return id === undefined ? problem : { ...problem, href: `#${id}` };
  });
  return all.filter((one, index) => all.findIndex(({ text, href }) => text === one.text && href === one.href) === index);
}
