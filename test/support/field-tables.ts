import { type Field } from './fields.js';
import { type Declared, type DeclaredField } from './shapes/declared-events.js';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : [row(head), row(head.map(() => '---')), ...rows.map((cells) => row(cells.map(cell)))];
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What a command takes, field by field: the rule that is checked, and what the field is. */
export const commandTable = (fields: readonly Field[]): readonly string[] => {
  const rows = commandRows(fields, '');
  return rows.length === 0 ? ['It takes no fields.'] : table(['field', 'rule', 'may be left out', 'what it is'], rows);
};

const commandRows = (fields: readonly Field[], before: string): readonly (readonly string[])[] =>
  fields.flatMap((field) => {
    const path = `${before}${field.name}`;
    return [
      [`\`${path}\``, ruleOf(field), field.optional ? 'yes' : '', field.schema.description ?? ''],
      ...commandRows(field.fields, `${path}${field.list ? '[]' : ''}.`),
    ];
  });

function ruleOf({ kind, list, schema }: Field): string {
  const { maxLength, maxItems, minItems = 0, minimum, maximum } = schema;
  const most = maxLength === undefined ? '' : `, at most ${maxLength} characters`;
  const one = {
    words: `text${most}`,
    slug: 'id: small letters, digits, dots and hyphens',
    patterned: `text${most}, as \`${schema.pattern ?? ''}\``,
    date: 'date, `yyyy-mm-dd`',
    time: 'time of day, `HH:mm`',
    integer: `whole number, ${minimum} to ${maximum}`,
    flag: 'true or false',
    choice: (schema.enum ?? []).map((choice) => `\`${choice}\``).join(', '),
    part: 'object',
    structured: 'as its example and the API’s document show',
  }[kind];
  return list ? `list of ${minItems > 0 ? `${minItems} to ` : 'at most '}${maxItems}: ${one}` : one;
}

/** What an event holds, field by field, as the compiler reads its type. */
export const eventTable = (data: Declared): readonly string[] => table(['field', 'type', 'may be absent', 'meaning'], eventRows(data, ''));

const eventRows = (declared: Declared, before: string): readonly (readonly string[])[] =>
  fieldsIn(declared).flatMap(({ name, optional, meaning, type }) => {
    const path = before === '' ? name : `${before}.${name}`;
    return [[`\`${path}\``, typeText(type), optional ? 'yes' : '', meaning], ...eventRows(type, `${path}${suffixOf(type)}`)];
  });

const suffixOf = (type: Declared): string =>
  type.is === 'list' ? `[]${suffixOf(type.of)}` : type.is === 'by-key' ? `.*${suffixOf(type.of)}` : '';

function typeText(type: Declared): string {
  switch (type.is) {
    case 'plain':
      return `\`${type.text}\``;
    case 'list':
      return `list: ${typeText(type.of)}`;
    case 'by-key':
      return `by key: ${typeText(type.of)}`;
    case 'fields':
      return 'object';
    case 'either':
      return [...new Set(type.of.map(typeText))].join(' or ');
  }
}

/** The fields within a type; of several objects it may be, those of each, absent where they are not in all. */
function fieldsIn(type: Declared): readonly DeclaredField[] {
  if (type.is === 'fields') return type.fields;
  if (type.is === 'list' || type.is === 'by-key') return fieldsIn(type.of);
  if (type.is === 'plain') return [];
  const objects = type.of.map(fieldsIn).filter((fields) => fields.length > 0);
  const names = [...new Set(objects.flatMap((fields) => fields.map(({ name }) => name)))];
  return names.map((name) => merged(objects.map((fields) => fields.find((one) => one.name === name))));
}

function merged(declared: readonly (DeclaredField | undefined)[]): DeclaredField {
  const there = declared.filter((one) => one !== undefined);
  const types = new Map(there.map(({ type }) => [JSON.stringify(type), type]));
  return {
    name: there[0]!.name,
    meaning: there.find(({ meaning }) => meaning !== '')?.meaning ?? '',
    optional: there.length < declared.length || there.some(({ optional }) => optional),
    type: types.size === 1 ? there[0]!.type : { is: 'either', of: [...types.values()] },
  };
}
