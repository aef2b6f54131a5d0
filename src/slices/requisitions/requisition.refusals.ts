import { defineRefusals } from '../../kernel/refusal.js';

export const refuseRequisition = defineRefusals({
  'requisition.no-rule': { rule: 'A requisition is made to a body whose rules are recorded for that day.' },
  'requisition.received-already': { rule: 'A requisition is received once; who signs it later joins it.' },
  'requisition.not-received': { rule: 'A requisition is received before anything else is recorded of it.' },
  'requisition.not-found': { rule: 'There is no such requisition that may be read.' },
  'requisition-list.not-found': { rule: 'There is no such body.' },
  'requisition.signed-twice': { rule: 'Everybody signs a requisition once.' },
  'requisition.ended': { rule: 'A requisition that has ended is reopened before anything else is recorded of it.' },
  'requisition.met-already': { rule: 'A requisition is met once; it is reopened where the meeting is not held after all.' },
  'requisition.too-few': { rule: 'A meeting is called on a requisition where as many members ask as the rule says.' },
  'requisition.open-already': { rule: 'Only a requisition that was answered, or has ended, can be reopened.' },
  'requisition.meeting-unknown': { rule: 'The meeting named is one of the body that has been called and not cancelled.' },
  'requisition.meeting-not-held': { rule: 'Only a meeting that was opened was held.' },
  'requisition.later-than-now': { rule: 'What has not happened yet is not recorded as done.' },
  'requisition.before-it-was-received': { rule: 'Nothing happens to a requisition before the day it was received.' },
});
