import { defineRefusals } from '../../kernel/refusal.js';

const ACT = 'Community Empowerment (Scotland) Act 2015';
const REGULATIONS = 'Participation Request (Procedure) (Scotland) Regulations 2017 (SSI 2017/39)';

export const refuseParticipation = defineRefusals({
  'participation.not-found': { rule: 'There is no such participation request that may be read.' },
  'participation.not-received': { rule: 'A participation request is received before anything else is recorded of it.' },
  'participation.body-unknown': {
    rule: 'A participation request is made to a public service authority that is in the record.',
    source: `${ACT} s.21`,
  },
  'participation.before-it-was-received': { rule: 'Nothing happens to a participation request before the day it was received.' },
  'participation.before-its-last-step': { rule: 'What changes how a participation request stands is recorded in the order of its days.' },
  'participation.later-than-today': { rule: 'A day on which something was done is not later than the day it is recorded for.' },
  'participation.requester-twice': { rule: 'A joint request names each of the bodies that make it once.', source: `${ACT} s.22(5)` },
  'participation.requester-unknown': { rule: 'An item is supplied for one of the bodies that made the request.' },
  'participation.subject-erased': {
    rule: 'Somebody whose personal details were erased is not recorded again under the same id.',
    source: 'UK GDPR art 17',
  },
  'participation.nothing-corrected': { rule: 'A correction changes something.' },
  'participation.correction-incomplete': {
    rule: 'A request that is valid has all its items; it is not corrected to lack one.',
    source: `${REGULATIONS} reg 5`,
  },
  'participation.nothing-missing': { rule: 'Notice of missing items names items that are missing.', source: `${REGULATIONS} reg 4(1)` },
  'participation.nothing-supplied': { rule: 'Items are supplied where at least one is given.' },
  'participation.item-not-missing': {
    rule: 'What the body said in its request stays as it said it; only an item that is missing, or was asked for by notice, is supplied.',
    source: `${REGULATIONS} reg 4`,
  },
  'participation.incomplete': {
    rule: 'A request is valid when the last of the items it must have was received.',
    source: `${ACT} s.22(2); ${REGULATIONS} regs 3, 4 and 5`,
  },
  'participation.valid-already': { rule: 'A request that is valid has all its items.', source: `${REGULATIONS} reg 5` },
  'participation.not-valid': {
    rule: 'Additional authorities are asked, the period is made longer, matters are considered and the decision is taken once the request is valid.',
    source: `${REGULATIONS} regs 5 to 7`,
  },
  'participation.ended': { rule: 'A request that was declined, refused, withdrawn or reported on takes no more steps.' },
  'participation.decided-already': { rule: 'A request that was agreed to or refused is not decided again.', source: `${ACT} s.24(2)` },
  'participation.authority-is-addressee': {
    rule: 'An additional authority is another than the one the request is made to.',
    source: `${ACT} s.22(6)`,
  },
  'participation.authority-asked-already': { rule: 'An additional authority is asked once.', source: `${REGULATIONS} reg 6(1)` },
  'participation.authority-not-asked': { rule: 'Only an additional authority that was asked replies.', source: `${REGULATIONS} reg 6(2)` },
  'participation.authority-replied-already': { rule: 'An additional authority replies once.' },
  'participation.reply-without-reasons': {
    rule: 'An additional authority that does not wish to take part gives its reasons.',
    source: `${REGULATIONS} reg 6(2)(b)`,
  },
  'participation.period-not-longer': { rule: 'Only a longer period can be agreed for the decision.', source: `${ACT} s.24(7)` },
  'participation.earlier-unknown': { rule: 'The earlier request named is in the record.', source: `${ACT} s.27` },
  'participation.earlier-of-another-authority': {
    rule: 'A request is a repeat of one made to the same authority.',
    source: `${ACT} s.27`,
  },
  'participation.earlier-not-earlier': { rule: 'A request is a repeat of one made before it.', source: `${ACT} s.27` },
  'participation.earlier-too-old': {
    rule: 'A request can be declined only as a repeat of one made in the two years ending with the day it is made.',
    source: `${ACT} s.27`,
  },
  'participation.considerations-missing': {
    rule: 'The authority takes each of the matters of the section into consideration before it decides.',
    source: `${ACT} s.24(3)-(4)`,
  },
  'participation.meeting-unknown': { rule: 'The meeting whose decision is cited is one that has been called.' },
  'participation.decision-unknown': { rule: 'The decision cited is in the record of that meeting, named by its id or its paragraph.' },
  'participation.decision-ambiguous': { rule: 'Where several decisions were taken on a paragraph, the one cited is named by its id.' },
  'participation.decision-struck': { rule: 'A decision that was recorded in error decides nothing.' },
  'participation.not-proposed': {
    rule: 'Representations, final details and establishing belong to an outcome improvement process that was proposed.',
    source: `${ACT} s.26(1)`,
  },
  'participation.representations-open': {
    rule: 'Final details are given when the period for representations is over.',
    source: `${ACT} s.26(3)-(5)`,
  },
  'participation.details-given-already': {
    rule: 'Final details are given once; later changes are modifications.',
    source: `${ACT} ss.26(5), 29`,
  },
  'participation.representations-not-regarded': {
    rule: 'The authority takes any representations into consideration before it gives final details, and says how.',
    source: `${ACT} s.26(4)`,
  },
  'participation.details-not-given': {
    rule: 'A process is established once notice of its details was given.',
    source: `${ACT} ss.26(5), 28(a)`,
  },
  'participation.established-already': { rule: 'A process is established once.', source: `${ACT} s.28(a)` },
  'participation.not-established': {
    rule: 'Only a process that the authority established is modified or completed; one that was there already is completed without it.',
    source: `${ACT} ss.28, 29(1) and 31(1)`,
  },
  'participation.consulted-too-late': { rule: 'The body is consulted before the process is modified.', source: `${ACT} s.29(2)` },
  'participation.completed-already': {
    rule: 'A process that is complete is not established, modified or completed again, and its request not withdrawn.',
  },
  'participation.not-completed': { rule: 'A process is reported on when it is complete.', source: `${ACT} s.31(1)` },
  'participation.views-sought-too-late': {
    rule: 'The body’s views are sought in preparing the report.',
    source: `${ACT} s.31(3)`,
  },
  'participation.nothing-to-publish': {
    rule: 'What is published is what there is: the decision notice, the final details, a modification or the report.',
    source: `${ACT} ss.24(6), 26(7), 29(3) and 31(5); ${REGULATIONS} regs 8 to 10`,
  },
  'participation.published-already': { rule: 'A publication is recorded once.' },
  'participation.published-too-early': { rule: 'Nothing is published before it exists.' },
  'participation-notice.incomplete': {
    rule: 'A notice says all that the provision behind it requires.',
    source: `${ACT} Part 3; ${REGULATIONS}`,
  },
  'participation-notice.not-found': { rule: 'There is no such notice that may be read.' },
  'annual-participation.year-not-over': {
    rule: 'The report of a reporting year is published when the year is over, on 31 March.',
    source: `${ACT} s.32(3)-(4)`,
  },
  'annual-participation.promotion-missing': {
    rule: 'The report sets out what the authority did to promote participation requests and to support those who make them.',
    source: `${ACT} s.32(2)(d)`,
  },
  'annual-participation.published-already': { rule: 'The report of a reporting year is published once.', source: `${ACT} s.32(1)` },
  'annual-participation.not-found': { rule: 'There is no such report that may be read.' },
});
