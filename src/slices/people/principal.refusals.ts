import { defineRefusals } from '../../kernel/refusal.js';

export const refusePrincipal = defineRefusals({
  'principal.reserved': {
    rule: 'The login `public` stands for whoever has not signed in, and `operator` for whoever works on the data directory itself.',
  },
  'principal.role-held': { rule: 'The principal holds this role in this body already.' },
  'principal.role-not-held': { rule: 'Only a role that is held can be withdrawn.' },
  'principal.suspended': { rule: 'A suspended principal is given no role; reinstate them first.' },
  'principal.not-suspended': { rule: 'Only a suspended principal can be reinstated.' },
  'principal.not-oneself': {
    rule: 'Nobody suspends themselves or withdraws their own administration of all bodies: somebody must be left who can undo it.',
  },
});
