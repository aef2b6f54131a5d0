import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../src/app.module.js';
import { checked } from '../../src/http/checked.js';
import { settledFor } from '../../src/http/fields.js';
import { type FieldError } from '../../src/http/problem.js';
import { RequestRefused } from '../../src/http/request-refused.js';
import { type CommandClass } from '../../src/kernel/command.js';
import { settledLine, settledText } from '../../src/kernel/text.js';
import { type Field, fieldsOf } from '../support/fields.js';

/** A field with words in it, and the parts that hold it, outermost first. */
interface Worded {
  readonly command: CommandClass;
  readonly within: readonly Field[];
  readonly field: Field;
}

const worded = (command: CommandClass, fields: readonly Field[], within: readonly Field[] = []): readonly Worded[] =>
  fields.flatMap((field) => (field.kind === 'words' ? [{ command, within, field }] : worded(command, field.fields, [...within, field])));
const ALL = COMMANDS.flatMap((command) => worded(command, fieldsOf(command.spec.dto)));
const nameOf = ({ command, within, field }: Worded): string => [command.spec.type, ...within.map(({ name }) => name), field.name].join('.');

/** A payload that says the text in the field, with the choice beside which alone the field is said. */
const payloadOf = ({ within, field }: Worded, text: string): object => {
  const beside = Object.fromEntries(Object.entries(field.schema['x-only-for'] ?? {}).map(([by, choices]) => [by, choices[0]]));
  const texts = Array.from({ length: Math.max(1, field.schema.minItems ?? 1) }, () => text);
  return within.reduceRight<unknown>((part, { name, list }) => ({ [name]: list ? [part] : part }), {
    ...beside,
    [field.name]: field.list ? texts : text,
  }) as object;
};

/** The rule that the text breaks in the field. */
function broken(one: Worded, text: string): string | undefined {
  const path = [...one.within.flatMap(({ name, list }) => (list ? [name, '0'] : [name])), one.field.name].join('.');
  try {
    checked(one.command.spec.dto, payloadOf(one, text));
  } catch (error) {
    if (!(error instanceof RequestRefused)) throw error;
    return (error.refusal.detail?.errors as readonly FieldError[]).find(({ field }) => field === path)?.rule;
  }
  return undefined;
}

function valueIn(data: object, { within, field }: Worded): unknown {
  const of = (value: unknown, { name, list }: Field): unknown => {
    const inner = (value as Readonly<Record<string, unknown>>)[name];
    return list ? (inner as readonly unknown[])[0] : inner;
  };
  return of(
    within.reduce<unknown>((value, part) => of(value, part), data),
    field,
  );
}

const PASTED: readonly string[] = ['a\u000Bb', 'a\fb', 'a\u0085b', 'a\u2028b', 'a\u001Eb', '\uFEFFab', 'ab\r\n', 'a\u00A0b'];
const REFUSED: readonly (readonly [string, RegExp])[] = [
  ['a\u0007b', /2 is a control character \(U\+0007\)/],
  ['ab\u0000', /3 is a control character \(U\+0000\)/],
  ['\u0092ab', /1 is a control character \(U\+0092\)/],
];
const UNSEEN: readonly string[] = ['\u200B\u200D', '\u00AD', '\u3164', '\u2800', '\u00A0\uFEFF'];
/** Lines may be empty where a field says so. */
const MAY_BE_BLANK: readonly string[] = ALL.filter(({ field }) => (field.schema as { readonly minLength?: number }).minLength === 0).map(
  nameOf,
);

describe('a field with words in it', () => {
  it('is found in many commands', () => expect(ALL.length).toBeGreaterThan(250));

  it.each(ALL.map((one) => [nameOf(one), one] as const))('%s takes what is pasted, and names what it refuses', (name, one) => {
    const isLine = broken(one, 'a\nb') !== undefined;
    for (const text of PASTED) {
      // Whatever else is missing in the payload, nothing is said against this field.
      expect([text, broken(one, text)]).toEqual([text, undefined]);
      expect(valueIn(settledFor(one.command.spec.dto, payloadOf(one, text)) as object, one)).toBe(
        isLine ? settledLine(text) : settledText(text),
      );
    }
    for (const [text, flaw] of REFUSED) expect([text, broken(one, text) ?? '']).toEqual([text, expect.stringMatching(flaw)]);
    if (!MAY_BE_BLANK.includes(name)) for (const text of UNSEEN) expect(broken(one, text)).toMatch(/would show/);
    if (isLine)
      for (const text of ['Ana \u202Eb\n', 'Ana \u202E\u2028b', 'Ana \u202Eb\nc', 'A\u2067\v\r\n'])
        expect([text, broken(one, text) ?? '']).toEqual([text, expect.stringMatching(/change of direction|line break/)]);
    if (isLine) expect(broken(one, 'Ana \u202Eb')).toMatch(/5 is a change of direction \(U\+202E\)/);
    else expect(broken(one, 'Ana \u202Eb')).toBeUndefined();
  });
});
