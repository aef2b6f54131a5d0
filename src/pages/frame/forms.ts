import { settledText } from '../../kernel/text.js';
import { isPage } from '../../slices/people/people.queries.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';

/**
 * The fields of a form. Names with dots and numbers are nested (`person.name`, `parts.0.text`); empty fields are left out. A name may state
 * the type of its value: `exempt:flag` (a ticked box), `minutes:number`, `officers:lines` (one on each line).
 */
export type FormFields = { readonly [name: string]: FormValue };
export type FormValue = string | number | boolean | FormFields | readonly FormValue[];

const STEP = /^(?:\d{1,3}|[A-Za-z][A-Za-z0-9]{0,60})$/;

const READ: Readonly<Record<string, (text: string) => FormValue>> = {
  flag: (text) => ['true', 'yes', 'on'].includes(text),
  // A text that is no number stays as typed: the check of the payload then refuses it as no number.
  number: (text) => (/^\s*-?\d+(\.\d+)?\s*$/.test(text) ? Number(text) : text),
  lines: (text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
};
const LONGEST_PATH = 6;

/** Reads the fields of a form. Names that begin with `_` are the page's own and are no part of them. */
export function fieldsOf(pairs: Iterable<readonly [string, string]>): FormFields {
  const root: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of pairs) {
    const text = settledText(value);
    if (name.startsWith('_') || text === '') continue;
    const [plain = '', kind] = name.split(':');
    const path = plain.split('.');
    if (path.length > LONGEST_PATH || !path.every((step) => STEP.test(step))) continue;
    put(root, path, kind !== undefined && Object.hasOwn(READ, kind) ? READ[kind]!(text) : text);
  }
  return asWritten(root) as FormFields;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: FormValue): void {
  if (rest.length === 0) {
    // A repeated name makes a list, as several ticked boxes do.
    into[step] = step in into ? [into[step], value].flat() : value;
    return;
  }
  const next = into[step];
  const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? (next as Record<string, unknown>) : {};
  into[step] = inner;
  put(inner, rest, value);
}

/** A value in which every object with only numbers for names has become a list, in the order of the numbers. */
function asWritten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, asWritten(one)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, one]) => one);
  return Object.fromEntries(entries);
}

/** Reads a form sent to a page. The API takes JSON only: another site could make a browser send it a form, so a form there is refused. */
export function readForm(url: string, body: string): URLSearchParams {
  if (!isPage(url)) throw new RequestRefused(refuseRequest('request.wrong-content-type'));
  return new URLSearchParams(body);
}

/** The form that was sent; an empty one if the body is no form. */
export const formIn = ({ body }: { readonly body: unknown }): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams();
