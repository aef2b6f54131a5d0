import { defineRefusals } from '../../kernel/refusal.js';

export const refusePage = defineRefusals({
  'page.form-not-ours': {
    status: 403,
    rule: 'A form is sent from the page that showed it, in the same sign-in. Go back, reload the page and send it again; what you typed is still there.',
  },
  'page.passwords-differ': { rule: 'The new password is typed the same twice.' },
});
