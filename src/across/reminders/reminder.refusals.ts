import { defineRefusals } from '../../kernel/refusal.js';

export const refuseReminder = defineRefusals({
  'reminders.of-another': {
    status: 403,
    rule: 'Everybody says for themselves what they are reminded of; an administrator of all bodies may for others.',
  },
  'reminders.nobody': { rule: 'Reminders are for somebody who can sign in.' },
  'reminders.nothing-followed': { rule: 'Whoever is reminded follows at least one name or one body.' },
  'reminders.address-invalid': { rule: 'Mail goes to one address, such as clerk@example.org.' },
  'reminders.time-zone-unknown': { rule: 'A time zone is named as in the IANA database, such as Europe/London.' },
  'reminders.not-followed': { rule: 'Somebody follows something before that is changed or ended.' },
  'reminders.nothing-changed': { rule: 'A change changes something.' },
  'reminders.opted-out': { rule: 'Whoever has opted out is told nothing until they opt in again.' },
  'reminders.not-opted-out': { rule: 'Only whoever has opted out opts in again.' },
  'reminders.erased': {
    rule: 'The personal details of this person were erased; no address is kept for them again.',
    source: 'UK GDPR art 17',
  },
  'reminders.none-new': { rule: 'A reminder of one deadline on one day is raised once.' },
  'reminders.mail-under-way': { rule: 'One mail is under way to a person at a time.' },
  'reminders.not-under-way': { rule: 'Only of a mail that is under way is it recorded what became of it.' },
  'reminders.not-waiting': { rule: 'Only what was raised and has not been sent goes into a mail.' },
  'reminders.not-found': { rule: 'There are no such reminders that may be read.' },
});
