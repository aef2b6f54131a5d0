import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { settledFor } from './fields.js';
import { refuseRequest } from './http.refusals.js';
import { invalid } from './json-body.js';
import { type FieldError } from './problem.js';
import { RequestRefused } from './request-refused.js';

/**
 * The value sent, if it is what the payload class documents; else throws a {@link RequestRefused} naming every field that is not. Gives
 * back the plain data itself: nothing is converted, defaulted or dropped on the way, but that pasted text is turned into what it means.
 */
export function checked<D extends object>(dto: new () => D, said: unknown): D {
  const sent = settledFor(dto, said);
  if (sent === undefined) throw new RequestRefused(refuseRequest('request.empty'));
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) throw invalid([{ field: '', rule: 'must be a JSON object' }]);
  // A class without any rule is unknown to the validator, which would refuse every value of it.
  const names = Object.keys(sent);
  const instance = plainToInstance(dto, sent, { exposeUnsetFields: false });
  const found = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: false,
  });
  if (found.length > 0) throw invalid(errorsIn(found).slice(0, 50));
  const kept = new Set(Object.keys(instance));
  const unknown = names.filter((name) => !kept.has(name));
  if (unknown.length > 0) throw invalid(unknown.map((field) => ({ field, rule: NOT_A_FIELD })));
  return sent as D;
}

const NOT_A_FIELD = 'is not a field here';

/** One rule per field: the first it breaks in the order its rules are declared, which is from general to particular. */
function errorsIn(found: readonly ValidationError[], path = ''): FieldError[] {
  return found.flatMap(({ property, constraints, children }) => {
    const field = path === '' ? property : `${path}.${property}`;
    const inner = errorsIn(children ?? [], field);
    const rules = Object.entries(constraints ?? {});
    const first = rules.find(([name]) => name !== 'nestedValidation') ?? rules[0];
    if (inner.length > 0 || first === undefined) return inner;
    return [{ field, rule: first[0] === 'whitelistValidation' ? NOT_A_FIELD : first[1] }];
  });
}
