import { defineRefusals } from '../../kernel/refusal.js';

export const refuseAudit = defineRefusals({
  'audit.ref-malformed': {
    status: 400,
    rule: 'A record is named body, body/meeting, body/action, body/meeting#entry, direction:body/id, participation-request:body/id, report:body/id, plan:body/id, duty:body/id, calendar:scotland, principal:login, reminders:login, person:id, organisation:id or subject:id; an entry is an id or a paragraph number such as 4.4(b).',
  },
  'audit.not-found': { rule: 'Nothing of that name is in the record.' },
  'audit.moment-malformed': {
    status: 400,
    rule: 'A moment is a date that exists (yyyy-mm-dd, meaning the end of that day) or an instant with its offset.',
  },
});
