import { GRANTABLE_ROLES, type Role } from '../kernel/rights.js';
import { type Api, expectOk, Misuse } from './api.js';

/** A role and its body, both of which must be given: `clerk@cpp-strategic-board`, or `auditor@*` for all bodies. */
export function grantOf(held: string): { readonly role: Role; readonly bodyId: string } {
  const [said, bodyId, ...more] = held.split('@');
  const role = GRANTABLE_ROLES.find((one) => one === said);
  if (!role || !bodyId || more.length > 0)
    throw new Misuse(
      `a role is given as role@body, or role@* in all bodies, the role one of ${GRANTABLE_ROLES.join(', ')}; this is ${JSON.stringify(held)}`,
    );
  return { role, bodyId };
}

/** Where a principal stands in the API. */
export const address = (login: string, rest = ''): string => `/api/v1/principals/${encodeURIComponent(login)}${rest}`;

export const setPassword = async (api: Api, login: string, password: string): Promise<string> =>
  expectOk(await api.send('PUT', address(login, '/password'), { body: { password } }));
