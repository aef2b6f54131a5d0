import { defineRefusals } from '../../kernel/refusal.js';

export const refuseDuty = defineRefusals({
  'duty.not-recorded': { rule: 'A duty is recorded before anything else is recorded of it.' },
  'duty.body-unknown': { rule: 'A duty belongs to a body that is established.' },
  'duty.schedule-missing': { rule: 'A duty first falls due on a day, or so many months after a year’s end.' },
  'duty.schedule-twice': { rule: 'A duty’s first day is said once: as a date or from a year’s end.' },
  'duty.recurrence-unsaid': { rule: 'A duty of every few years says how many years.' },
  'duty.nothing-given': { rule: 'A change of a duty changes when it falls due.' },
  'duty.later-than-now': { rule: 'Something counts from a day that is not after the day of the command.' },
  'duty.before-it-was-recorded': { rule: 'Nothing changes in a duty before the day it counts from.' },
  'duty.before-its-last-change': { rule: 'Changes of a duty are recorded in the order of their days.' },
  'duty.occurrence-unknown': { rule: 'The occurrence named is a day on which the duty falls due.' },
  'duty.occurrence-too-far': { rule: 'A duty is fulfilled for an occurrence that is past or the next to come.' },
  'duty.fulfilled-already': { rule: 'An occurrence of a duty is fulfilled once.' },
  'duty.ended': { rule: 'A duty that has ended is not changed, and is fulfilled only for what fell due before its end.' },
  'duty-list.not-found': { rule: 'There is no such body.' },
  'duty.not-found': { rule: 'There is no such duty.' },
});
