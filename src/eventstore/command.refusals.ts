import { defineRefusals } from '../kernel/refusal.js';

export const refuseCommand = defineRefusals({
  'stream.clash': {
    rule: 'A command names the revision it was written against, and the record has moved on since; look at what changed and decide again.',
  },
  'stream.exists': { rule: 'This record exists already.' },
  'stream.not-found': { rule: 'There is no such record.' },
  'command.key-reused': {
    rule: 'An idempotency key stands for one command, whoever sends it and in all records; it cannot be used again for another.',
  },
});
