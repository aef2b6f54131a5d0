import { defineRefusals } from '../kernel/refusal.js';

export const refuseAccess = defineRefusals({
  'access.sign-in-needed': { rule: 'Only somebody signed in may do this: send `Authorization: Bearer <token>`.' },
  'access.token-invalid': { rule: 'The token is not one that was given out.' },
  'access.token-expired': { rule: 'The token has expired; sign in again, or have a new token made.' },
  'access.token-revoked': { rule: 'The token has been revoked.' },
  'access.suspended': { rule: 'A suspended principal may not act.' },
  'access.right-missing': { rule: 'To act takes a role that gives the right to, in the body concerned.' },
  'access.sign-in-failed': { rule: 'Signing in takes a login and its password.' },
  'access.locked-out': { rule: 'After repeated failures signing in is closed for a while.' },
  'access.password-weak': { rule: 'A password has at least 12 characters, and is not the login.' },
  'access.no-such-token': { rule: 'The principal has no token of this id.' },
});
