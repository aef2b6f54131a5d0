import { isUtf8 } from 'node:buffer';
import { parse } from 'secure-json-parse';
import { flawIn, settledText } from '../kernel/text.js';
import { DEEPEST_BODY, refuseRequest } from './http.refusals.js';
import { type FieldError } from './problem.js';
import { RequestRefused } from './request-refused.js';

const INHERITED: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

/**
 * A request body as JSON, or a {@link RequestRefused}. Nothing downstream sees a name that objects inherit, broken Unicode,
 * a number that is not finite, or nesting without end: later code may take a body for plain data.
 * An empty body is `undefined`.
 */
export function parseJsonBody(buffer: Buffer): unknown {
  if (buffer.length === 0) return undefined;
  if (!isUtf8(buffer)) throw new RequestRefused(refuseRequest('request.not-utf8'));
  const text = buffer.toString('utf8');
  let value: unknown;
  try {
    value = parse(text, null, { protoAction: 'error', constructorAction: 'error' });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('forbidden prototype')) throw new RequestRefused(refuseRequest('request.unsafe-key'));
    throw new RequestRefused(refuseRequest('request.malformed-json', { detail: { sentence: placeIn(message, text) } }));
  }
  inspect(value);
  return value;
}

/** The place of a mistake in a body, without repeating the body back. */
function placeIn(message: string, text: string): string {
  const at = /position (\d+)/.exec(message)?.[1];
  if (at === undefined) return 'The text ends too early or is no JSON.';
  const before = text.slice(0, Number(at)).split('\n');
  return `Line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}.`;
}

/** Without recursion, so that depth cannot exhaust the stack. */
function inspect(root: unknown): void {
  const errors: FieldError[] = [];
  const open: { value: unknown; path: string; depth: number }[] = [{ value: root, path: '', depth: 0 }];
  for (let next = open.pop(); next && errors.length < 20; next = open.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') {
      if (!value.isWellFormed())
        errors.push({ field: path, rule: `must be well-formed Unicode text: ${flawIn(settledText(value), true)}` });
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) errors.push({ field: path, rule: 'must be a number that can be kept' });
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST_BODY) throw new RequestRefused(refuseRequest('request.too-deep', { field: path }));
      for (const [name, part] of Object.entries(value)) {
        const field = path === '' ? name : `${path}.${name}`;
        if (INHERITED.has(name)) throw new RequestRefused(refuseRequest('request.unsafe-key', { field: shown(field) }));
        open.push({ value: part, path: field, depth: depth + 1 });
      }
    }
  }
  if (errors.length > 0) throw invalid(errors);
}

/** A path as it may be repeated back: names come from the sender. */
const shown = (path: string): string => path.toWellFormed().slice(0, 200);

export const invalid = (errors: readonly FieldError[]): RequestRefused => {
  const safe = errors.map(({ field, rule }) => ({ field: shown(field), rule }));
  return new RequestRefused(
    refuseRequest('request.invalid', { ...(safe[0]?.field ? { field: safe[0].field } : {}), detail: { errors: safe } }),
  );
};
