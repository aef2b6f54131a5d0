import { defineRefusals } from '../../../kernel/refusal.js';

export const refuseBetween = defineRefusals({
  'received.no-minute': { rule: 'What is resolved on the minute of another body is resolved on an item that carries one.' },
  'received.not-taken': { rule: 'A minute is received under its item, once that is taken.' },
  'received.already': { rule: 'A minute is received once under an item; the step is struck before another is recorded.' },
  'received.amendment-misfit': { rule: 'Only a minute that is approved is approved with an amendment.' },
  'received.no-such-decision': { rule: 'The decision named is one of this meeting that stands.' },
  'next.not-later': { rule: 'The next meeting is after this one.' },
  'next.agreed-already': { rule: 'A meeting agrees on one next meeting; the step is struck before another is recorded.' },
  'standing-items.none': { rule: 'An agenda is filled from the standing items that the body has on that day.' },
  'standing-items.all-there': { rule: 'An agenda is filled with the standing items that are not on it yet.' },
});
