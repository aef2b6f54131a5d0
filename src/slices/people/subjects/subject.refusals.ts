import { defineRefusals } from '../../../kernel/refusal.js';

export const refuseSubject = defineRefusals({
  'subject.erased': { rule: 'The key of this subject was erased; nothing more is kept about them.', source: 'UK GDPR art 17' },
  'subject.not-found': { rule: 'Only a key that there is can be erased: no personal details are kept under this subject.' },
});
