import { isPage } from '../../slices/people/people.queries.js';
import { refuseRequest } from '../../http/http.refusals.js';
import { RequestRefused } from '../../http/request-refused.js';

/**
 * What a form sends: names with dots and numbers are nested (`person.name`, `parts.0.text`); what was left empty is left out.
 * A name may say what its text stands for: `exempt:flag` (a box ticked), `minutes:number`, `officers:lines` (one on each line).
 */
export type FormFields = { readonly [name: string]: FormValue };
export type FormValue = string | number | boolean | FormFields | readonly FormValue[];

const STEP = /^(?:\d{1,3}|[A-Za-z][A-Za-z0-9]{0,60})$/;

const READ: Readonly<Record<string, (text: string) => FormValue>> = {
  flag: (text) => ['true', 'yes', 'on'].includes(text),
  // What is no number stays as typed, and is told to be none.
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
    if (name.startsWith('_') || value === '') continue;
    const [plain = '', kind] = name.split(':');
    const path = plain.split('.');
    if (path.length > LONGEST_PATH || !path.every((step) => STEP.test(step))) continue;
    const text = value.replaceAll('\r\n', '\n');
    put(root, path, kind !== undefined && Object.hasOwn(READ, kind) ? READ[kind]!(text) : text);
  }
  return asWritten(root) as FormFields;
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: FormValue): void {
  if (rest.length === 0) {
    // The same name again makes a list: boxes ticked.
    into[step] = step in into ? [into[step], value].flat() : value;
    return;
  }
  const next = into[step];
  const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? (next as Record<string, unknown>) : {};
  into[step] = inner;
  put(inner, rest, value);
}

/** Objects whose names are all numbers are lists, in that order. */
function asWritten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, asWritten(one)] as const);
  if (entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name)))
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, one]) => one);
  return Object.fromEntries(entries);
}

/** The API takes JSON only: a form that another site could make a browser send to it is refused. */
export function readForm(url: string, body: string): URLSearchParams {
  if (!isPage(url)) throw new RequestRefused(refuseRequest('request.wrong-content-type'));
  return new URLSearchParams(body);
}

/** The form that was sent; an empty one where what was sent is none. */
export const formIn = ({ body }: { readonly body: unknown }): URLSearchParams =>
  body instanceof URLSearchParams ? body : new URLSearchParams();
