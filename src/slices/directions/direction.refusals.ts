import { defineRefusals } from '../../kernel/refusal.js';

const ACT = 'Public Bodies (Joint Working) (Scotland) Act 2014';
const S26 = `${ACT}, section 26`;
const S26_5 = `${ACT}, section 26(5)`;
const S27 = `${ACT}, section 27`;
const GUIDANCE = 'Statutory guidance on directions, January 2020';

export const refuseDirection = defineRefusals({
  'direction.not-found': { rule: 'There is no such direction that may be read or changed.' },
  'direction.body-unknown': { rule: 'A direction is made by a body that is established.', source: S26 },
  'direction.id-taken': { rule: 'Two directions of a body do not have the same id.' },
  'direction.id-reserved': { rule: 'The ids gaps and performance are addresses of the log.' },
  'direction.recipient-twice': { rule: 'A direction names each of its recipients once.' },
  'direction.split-of-one': { rule: 'Only a direction to several is given jointly or split between them.', source: S26_5 },
  'direction.extent-missing': {
    rule: 'Where a function is split by extent, area or thing, each recipient’s part is stated.',
    source: S26_5,
  },
  'direction.dates-reversed': { rule: 'A deadline does not end before it begins.' },
  'direction.relation-unclear': { rule: 'The earlier direction is named once: by its id here, or as it is cited.' },
  'direction.relation-to-itself': { rule: 'A direction does not replace itself.' },
  'direction.predecessor-unknown': { rule: 'The direction that is replaced is one of the same body.', source: S27 },
  'direction.predecessor-not-live': {
    rule: 'Only a direction that was approved and still stands is superseded, revised or revoked by another.',
    source: S27,
  },
  'direction.predecessor-claimed': {
    rule: 'Two live directions do not supersede, revise or revoke the same one; a further change names the newer of them.',
    source: S27,
  },
  'direction.predecessor-later': { rule: 'A direction replaces one that was approved before it, or on the same day.' },
  'direction.not-a-draft': {
    rule: 'Only a draft is amended, withdrawn or approved; a direction that was approved is varied by a new one.',
    source: S27,
  },
  'direction.nothing-given': { rule: 'An amendment or a correction changes something.' },
  'direction.meeting-unknown': { rule: 'The meeting named is one that has been called.' },
  'direction.decision-unnamed': { rule: 'The decision is named by its id, or by its paragraph.' },
  'direction.decision-unknown': { rule: 'The decision named is in the record of that meeting.' },
  'direction.decision-ambiguous': { rule: 'Where several decisions were taken on a paragraph, the one meant is named by its id.' },
  'direction.decision-of-another-body': {
    rule: 'A direction is made, varied and revoked by the board itself.',
    source: S27,
  },
  'direction.decision-struck': { rule: 'A decision that was recorded in error gives rise to nothing.' },
  'direction.decision-rescinded': { rule: 'A decision that was rescinded gives rise to nothing.' },
  'direction.decision-without-quorum': {
    rule: 'A direction rests on a decision taken with a quorum, or ratified by a quorate meeting.',
    source: 'Public Bodies (Joint Working) (Integration Joint Boards) (Scotland) Order 2014 (SSI 2014/285)',
  },
  'direction.decision-behind': { rule: 'What later meetings made of the decision must be known before anything rests on it.' },
  'direction.part-unknown': { rule: 'The part named is one of the decision’s lettered parts.' },
  'direction.reference-taken': { rule: 'A reference belongs to one direction of the body, whatever its capitals.' },
  'direction.no-reference-format': {
    rule: 'A body’s constitution says how its directions are numbered, or the reference is given as it stands.',
  },
  'direction.not-approved': {
    rule: 'A direction is approved by the board before it is issued, reviewed, corrected or revoked.',
    source: GUIDANCE,
  },
  'direction.over': { rule: 'A direction that was withdrawn, completed, varied, revoked or superseded stands no longer.', source: S27 },
  'direction.recipient-unknown': { rule: 'A direction is issued to, acknowledged by and reported on by those it names.' },
  'direction.issued-already': { rule: 'A direction is issued once to each recipient.' },
  'direction.not-issued': {
    rule: 'A recipient acknowledges, reports on and completes what was issued to it.',
    source: GUIDANCE,
  },
  'direction.acknowledged-already': { rule: 'A recipient acknowledges a direction once.' },
  'direction.timeframe-unknown': { rule: 'Only timeframes that a direction has are reported as met, and once.' },
  'direction.in-the-future': { rule: 'What has not happened yet is not recorded as done.' },
  'direction.before-approval': { rule: 'Nothing is issued, reviewed, corrected or revoked before the day it was approved.' },
  'direction.before-issue': { rule: 'Nothing is acknowledged or reported before the day it was issued to that recipient.' },
  'direction.before-its-last-step': { rule: 'A direction is not completed, revoked or replaced before its last step.' },
  'direction.recipients-fixed': {
    rule: 'A correction mends how a recipient is named; whom a direction is for is changed by another direction.',
    source: S27,
  },
  'direction.draft-amended-instead': { rule: 'A draft is amended; what was approved is corrected.' },
  'direction.reference-ambiguous': { rule: 'Where several bodies use the same reference, the body is named too.' },
  'directions.not-found': { rule: 'There is no such body.' },
  'directions.period-reversed': { rule: 'A period does not end before it begins.' },
});
