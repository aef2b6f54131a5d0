import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { isDate } from '../kernel/dates.js';
import { flawIn, settledLine, settledText, showsNothing } from '../kernel/text.js';

/**
 * The fields a payload is made of. Each says once what is valid, and both the check and the documentation follow from it.
 * Every message names the rule; the field's path is added where the whole payload is checked.
 */
export interface FieldOptions {
  readonly optional?: boolean;
  readonly description?: string;
  readonly example?: unknown;
  /** Another field, and the choices of it beside which this one is said: `{ kind: ['arrived', 'left'] }`. */
  readonly onlyFor?: Readonly<Record<string, readonly string[]>>;
  /** Another field, beside which this one is not said. */
  readonly notWith?: string;
}

/** Longest paragraph, decision or note that is kept, in UTF-16 code units. */
export const LONGEST_TEXT = 50_000;
/** Longest name, title or heading. */
export const LONGEST_LINE = 500;

const all =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, property) => {
    for (const decorate of decorators) decorate(target, property);
  };

const documented = (options: FieldOptions, schema: ApiPropertyOptions): PropertyDecorator => {
  const { optional, example, onlyFor = {}, notWith } = options;
  const description = descriptionOf(options);
  return all(
    ApiProperty({
      ...(schema as object),
      required: !optional,
      ...(description === '' ? {} : { description }),
      ...(example === undefined ? {} : { example }),
      ...(options.onlyFor === undefined ? {} : { 'x-only-for': onlyFor }),
      ...(notWith === undefined ? {} : { 'x-not-with': notWith }),
    }),
    ...(optional ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...Object.entries(onlyFor).map(([field, choices]) => saidOnlyFor(field, choices)),
    ...(notWith === undefined ? [] : [notSaidWith(notWith)]),
  );
};

const descriptionOf = ({ description, onlyFor = {}, notWith }: FieldOptions): string =>
  [
    ...(description === undefined ? [] : [description]),
    ...Object.entries(onlyFor).map(([field, choices]) => `only for \`${field}\` ${choices.join(', ')}`),
    ...(notWith === undefined ? [] : [`not with \`${notWith}\``]),
  ].join('; ');

const beside = ({ object }: ValidationArguments, field: string): unknown => (object as Readonly<Record<string, unknown>>)[field];

const saidOnlyFor = (field: string, choices: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'saidOnlyFor',
    validator: {
      validate: (_, args) => choices.includes(beside(args!, field) as string),
      defaultMessage: (args) => {
        const said = beside(args!, field);
        return `belongs only to ${field} ${choices.join(' or ')}, ${typeof said === 'string' ? `not to ${said}` : 'which is not said'}`;
      },
    },
  });

/** A flag that is false says nothing. */
const notSaidWith = (field: string): PropertyDecorator =>
  ValidateBy({
    name: 'notSaidWith',
    validator: {
      validate: (value, args) => value === false || [undefined, false].includes(beside(args!, field) as undefined),
      defaultMessage: () => `does not go together with ${field}`,
    },
  });

const rule = (name: string, message: string, validate: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => message } });

/** Well-formed Unicode without control characters; tabs and line ends only where `lines` allows them, and changes of direction too. */
const cleanText = (lines: boolean): PropertyDecorator =>
  ValidateBy({
    name: 'cleanText',
    validator: {
      validate: (value) => isCleanText(value, lines),
      defaultMessage: (args) => {
        const flaw = typeof args?.value === 'string' ? flawIn(args.value, lines) : null;
        const rule = `must be well-formed Unicode text without control characters${lines ? '' : ', line breaks or changes of direction'}`;
        return flaw === null ? rule : `${rule}: ${flaw}`;
      },
    },
  });

export const isCleanText = (value: unknown, lines: boolean): boolean => typeof value === 'string' && flawIn(value, lines) === null;

const notBlank = rule(
  'notBlank',
  'must not be blank: nothing of it would show',
  (value) => typeof value === 'string' && !showsNothing(value),
);

type Settle = (value: unknown) => unknown;
/** How each field of a payload class is settled; only fields with words, and parts that may have some, are here. */
const SETTLING = new WeakMap<object, Map<PropertyKey, Settle>>();

const settling =
  (settle: Settle): PropertyDecorator =>
  (target, property) => {
    const fields = SETTLING.get(target) ?? new Map<PropertyKey, Settle>();
    SETTLING.set(target, fields.set(property, settle));
  };

const ofText =
  (settle: (text: string) => string): Settle =>
  (value) =>
    typeof value === 'string' ? settle(value) : value;
const ofEach =
  (settle: Settle): Settle =>
  (value) => {
    if (!Array.isArray(value)) return value;
    const settled: readonly unknown[] = value.map(settle);
    return settled.some((one, index) => one !== value[index]) ? settled : (value as unknown);
  };
/** Every text within a structure, as lines; a structure that is one text, such as a password, stays as it is. */
const withinStructure: Settle = (value) => {
  if (Array.isArray(value)) return ofEach(settledWithin)(value);
  if (typeof value !== 'object' || value === null) return value;
  const settled = Object.entries(value).map(([name, one]: [string, unknown]) => [name, settledWithin(one)] as const);
  return settled.some(([name, one]) => one !== (value as Readonly<Record<string, unknown>>)[name]) ? Object.fromEntries(settled) : value;
};
const settledWithin: Settle = (value) => (typeof value === 'string' ? settledLine(value) : withinStructure(value));

/**
 * What was sent with the words of its fields as they are kept: what was pasted is turned into what it means (`src/kernel/text.ts`). The
 * same object where nothing had to be turned.
 */
export function settledFor(dto: new () => object, sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  const changed: Record<string, unknown> = {};
  for (let of = dto.prototype as object | null; of !== null; of = Object.getPrototypeOf(of) as object | null)
    for (const [property, settle] of SETTLING.get(of) ?? []) {
      if (!Object.hasOwn(sent, property)) continue;
      const value = (sent as Record<PropertyKey, unknown>)[property];
      const settled = settle(value);
      if (settled !== value) changed[property as string] = settled;
    }
  return Object.keys(changed).length === 0 ? sent : { ...sent, ...changed };
}

/** Running text that may have several lines, kept as typed; see {@link settledFor} for what is pasted. */
export const TextField = (options: FieldOptions & { readonly max?: number } = {}): PropertyDecorator => {
  const max = options.max ?? LONGEST_TEXT;
  return all(
    documented(options, { type: String, minLength: 1, maxLength: max }),
    IsString({ message: 'must be text' }),
    MaxLength(max, { message: `must be at most ${max} characters long` }),
    cleanText(true),
    notBlank,
    settling(ofText(settledText)),
  );
};

/** A name, title or heading: one line. `blank` allows the empty string. */
export const LineField = (options: FieldOptions & { readonly max?: number; readonly blank?: boolean } = {}): PropertyDecorator => {
  const max = options.max ?? LONGEST_LINE;
  return all(
    documented(options, { type: String, minLength: options.blank ? 0 : 1, maxLength: max }),
    IsString({ message: 'must be text' }),
    MaxLength(max, { message: `must be at most ${max} characters long` }),
    cleanText(false),
    ...(options.blank ? [] : [notBlank]),
    settling(ofText(settledLine)),
  );
};

export const SLUG = /^[a-z0-9](?:[a-z0-9.-]{0,78}[a-z0-9])?$/;
const SLUG_RULE = 'must be 1 to 80 small letters, digits, dots and hyphens, beginning and ending with a letter or digit';

/** An id that stands in an address. */
export const SlugField = (options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, pattern: SLUG.source }),
    IsString({ message: 'must be text' }),
    Matches(SLUG, { message: SLUG_RULE }),
  );

/** A reference to a meeting, `body/date`, or to another record with such a two-part name. */
export const RefField = (options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, maxLength: 161, pattern: '^[a-z0-9.-]+/[a-z0-9.-]+$' }),
    IsString({ message: 'must be text' }),
    Matches(/^[a-z0-9][a-z0-9.-]{0,79}\/[a-z0-9][a-z0-9.-]{0,79}$/, { message: 'must be two ids with a slash between: body/meeting' }),
  );

/** A seat on the roll of a meeting, by its id; that of another body in a joint meeting as `body/seat`. */
export const SeatField = (options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, maxLength: 161, pattern: '^[a-z0-9.-]+(/[a-z0-9.-]+)?$' }),
    IsString({ message: 'must be text' }),
    Matches(/^[a-z0-9][a-z0-9.-]{0,79}(?:\/[a-z0-9][a-z0-9.-]{0,79})?$/, { message: 'must be the id of a seat, or body/seat' }),
  );

/** A calendar date that exists, `yyyy-mm-dd`, from 1800 to 2199. */
export const DateField = (options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, format: 'date' }),
    rule(
      'isDate',
      'must be a date that exists, yyyy-mm-dd, from 1800 to 2199',
      (value) => typeof value === 'string' && isDate(value) && value >= '1800' && value < '2200',
    ),
  );

/** A wall-clock time, `HH:mm`. */
export const TimeField = (options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    IsString({ message: 'must be text' }),
    Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'must be a time of day, HH:mm' }),
  );

/** An instant with its offset, ISO 8601. */
export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^(1[89]|2[01])\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/.test(value) &&
  isDate(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

export const IntegerField = (options: FieldOptions & { readonly min: number; readonly max: number }): PropertyDecorator =>
  all(
    documented(options, { type: 'integer', minimum: options.min, maximum: options.max }),
    IsInt({ message: 'must be a whole number' }),
    Min(options.min, { message: `must be at least ${options.min}` }),
    Max(options.max, { message: `must be at most ${options.max}` }),
  );

export const FlagField = (options: FieldOptions = {}): PropertyDecorator =>
  all(documented(options, { type: Boolean }), IsBoolean({ message: 'must be true or false' }));

export const ChoiceField = (choices: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  all(documented(options, { type: String, enum: [...choices] }), IsIn([...choices], { message: `must be one of: ${choices.join(', ')}` }));

// The documentation takes a function for a type to be made later only where it is called `type`, as a property of that name makes it.

/** A part with fields of its own. */
export const PartField = (part: () => new () => object, options: FieldOptions = {}): PropertyDecorator =>
  all(
    documented(options, { type: () => part() }),
    IsObject({ message: 'must be an object' }),
    rule('notArray', 'must be an object', (value) => !Array.isArray(value)),
    ValidateNested(),
    Type(part),
    settling((value) => settledFor(part(), value)),
  );

export const PartsField = (
  part: () => new () => object,
  options: FieldOptions & { readonly min?: number; readonly max?: number } = {},
): PropertyDecorator =>
  all(
    documented(options, {
      type: () => part(),
      isArray: true,
      minItems: options.min ?? 0,
      maxItems: options.max ?? 200,
    }),
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(options.min ?? 0, { message: `must have at least ${options.min ?? 0} entries` }),
    ArrayMaxSize(options.max ?? 200, { message: `must have at most ${options.max ?? 200} entries` }),
    rule(
      'listOfObjects',
      'must be a list of objects',
      (value) => Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one)),
    ),
    ValidateNested({ each: true }),
    Type(part),
    settling(ofEach((value) => settledFor(part(), value))),
  );

/** A list of single lines. */
export const LinesField = (options: FieldOptions & { readonly min?: number; readonly max?: number } = {}): PropertyDecorator =>
  all(
    documented(options, { type: String, isArray: true, minItems: options.min ?? 0, maxItems: options.max ?? 100 }),
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(options.min ?? 0, { message: `must have at least ${options.min ?? 0} entries` }),
    ArrayMaxSize(options.max ?? 100, { message: `must have at most ${options.max ?? 100} entries` }),
    ValidateBy({
      name: 'listOfLines',
      validator: {
        validate: (value) => lineProblem(value) === null,
        defaultMessage: (args) => `must be a list of lines of text, each 1 to ${LONGEST_LINE} characters${lineProblem(args?.value) ?? ''}`,
      },
    }),
    settling(ofEach(ofText(settledLine))),
  );

/** What is wrong with the first line that is none; `null` for a list of lines. */
function lineProblem(value: unknown): string | null {
  if (!Array.isArray(value)) return '';
  for (const [index, line] of value.entries()) {
    if (typeof line !== 'string' || line.length > LONGEST_LINE) return '';
    const flaw = flawIn(line, false);
    if (flaw !== null) return `: of line ${index + 1}, ${flaw}`;
    if (showsNothing(line)) return `: nothing of line ${index + 1} would show`;
  }
  return null;
}

/** Anything with a structure of its own; `problem` says what is wrong with it, or `null`. `schema` documents it. */
export const StructuredField = (
  problem: (value: unknown) => string | null,
  schema: object,
  options: FieldOptions = {},
): PropertyDecorator =>
  all(
    documented(options, schema),
    ValidateBy({
      name: 'structured',
      validator: { validate: (value) => problem(value) === null, defaultMessage: (args) => problem(args?.value) ?? 'is not valid' },
    }),
    settling(withinStructure),
  );

/** A payload without fields. */
export class NoFields {}

/** A person as the record names them. */
export class PersonNamedDto {
  @SlugField({ description: 'Id of the person; a new one the first time they are named', example: 'j-brown' })
  personId!: string;
  @LineField({ max: 200, description: 'The name as the record has it', example: 'Councillor J. Brown' })
  name!: string;
}
