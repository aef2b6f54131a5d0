import { RequestRefused } from '../../../http/request-refused.js';
import { refuseBody } from '../body.refusals.js';

/** What a query of the body in an address found; refused if there is no such body. */
export function bodyFound<T>(answer: T | null, address: object): T {
  if (answer === null) throw new RequestRefused(refuseBody('body.not-found', { detail: address as Record<string, unknown> }));
  return answer;
}
