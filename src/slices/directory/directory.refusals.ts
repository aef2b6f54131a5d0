import { defineRefusals } from '../../kernel/refusal.js';

export const refuseSpelling = defineRefusals({
  'spelling.same-as-itself': { rule: 'A spelling is declared the same as another, not as itself.' },
  'spelling.same-already': { rule: 'A spelling is declared the same as one other; that declaration is withdrawn before another is made.' },
  'spelling.loop': { rule: 'Two spellings are joined in one direction only; these are declared the same already.' },
  'spelling.not-same': { rule: 'A spelling that is declared the same as another is declared distinct from that one first.' },
  'spelling.distinct-already': { rule: 'Two spellings are declared distinct once.' },
  'spelling.distinct-from-itself': { rule: 'A spelling is declared distinct from another, not from itself.' },
});
