import { type Refusal } from '../kernel/refusal.js';

/**
 * A refusal on its way out of a request: thrown by guards, pipes and queries, where there is nobody to return a value to,
 * and turned into problem details by the filter. Commands return their refusals.
 */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(
    readonly refusal: Refusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${refusal.code}: ${refusal.rule}`);
  }
}

/** Throws a refusal; gives any other value back. */
export function orRefuse<T extends object>(result: T | Refusal): T {
  if ('accepted' in result && result.accepted === false && 'code' in result) throw new RequestRefused(result);
  return result as T;
}
