import { defineRefusals } from '../../../kernel/refusal.js';

const SIGNING = 'Local Government (Scotland) Act 1973, Schedule 7, paragraph 7; SSI 2014/285';
const PRACTICE = 'Practice of committee records';

export const refuseMinute = defineRefusals({
  'minute.meeting-not-opened': { rule: 'A minute is written of a meeting that was opened.' },
  'minute.meeting-not-concluded': { rule: 'A minute is approved and signed when its meeting is over.', source: SIGNING },
  'minute.before-meeting': { rule: 'A minute is signed when the day of its meeting has come.', source: SIGNING },
  'minute.approved': {
    rule: 'An approved minute is signed as it was approved; what is still wrong is put right by a decision of a meeting to approve it with corrections.',
    source: SIGNING,
  },
  'minute.no-section': { rule: 'A paragraph belongs to an item of business that the meeting has taken up.' },
  'minute.no-such-paragraph': { rule: 'The paragraph named stands in the minute.' },
  'minute.paragraph-elsewhere': { rule: 'A paragraph follows one of its own section.' },
  'minute.number-differs': {
    rule: 'Paragraphs are numbered in their order, without gaps; the number given is not the one this place has.',
    source: PRACTICE,
  },
  'minute.text-unchanged': { rule: 'A correction changes the words.' },
  'minute.no-such-entry': { rule: 'Only what stands in the minute can be struck from it.' },
  'minute.decision-acts-elsewhere': {
    rule: 'A decision that ratified, declined, rescinded or superseded another is not struck; a later decision undoes what it did.',
    source: PRACTICE,
  },
  'minute.decision-rests-on-it': {
    rule: 'A procedural motion on whose loss a recorded decision rests is struck only when the decision was struck.',
  },
  'minute.vote-not-struck': { rule: 'A vote that was taken stays in the record; a wrong count is corrected, with its reason.' },
  'minute.paragraph-has-decisions': { rule: 'A paragraph is struck only when no decision stands on it.' },
  'minute.paragraph-has-actions': {
    rule: 'A paragraph is struck only when no action stands that was agreed at it: strike the action first.',
  },
  'minute.style-unchanged': { rule: 'The minute takes over a style that is another than its own.' },
  'minute.not-circulated-changed': { rule: 'A draft is circulated again only when something in it has changed.' },
  'minute.later-meeting-not-found': { rule: 'The meeting that approves, signs or corrects a minute is in the record.' },
  'minute.later-meeting-other-body': { rule: 'A minute is approved, signed and corrected by meetings of the same body.', source: SIGNING },
  'minute.later-meeting-not-later': { rule: 'A minute is approved, signed and corrected at a later meeting.', source: SIGNING },
  'minute.later-meeting-to-come': {
    rule: 'A minute is approved, signed and corrected at a meeting whose day has come.',
    source: SIGNING,
  },
  'minute.decision-not-found': {
    rule: 'A minute is approved or corrected by a decision that the later meeting recorded.',
    source: PRACTICE,
  },
  'minute.decision-no-approval': {
    rule: 'The decision that approves or corrects a minute says APPROVED, AGREED or RESOLVED, and is still in force.',
    source: PRACTICE,
  },
  'minute.decision-of-another-minute': { rule: 'The decision approves the minute of this meeting, not that of another.' },
  'minute.approved-informally': {
    rule: 'A minute cannot be approved or corrected without a quorum: what a meeting does informally awaits ratification.',
    source: 'Local Government (Scotland) Act 1973, Schedule 7, paragraph 4',
  },
  'minute.approved-already': { rule: 'A minute is approved once, unless a later decision approves it otherwise before it is signed.' },
  'minute.not-approved': { rule: 'A minute is approved before it is signed.', source: SIGNING },
  'minute.changed-since-approved': {
    rule: 'The minute signed is the minute approved: what was recorded since must be approved first.',
    source: SIGNING,
  },
  'minute.signer-did-not-preside': {
    rule: 'A minute is signed by whoever presides at the meeting that approves it, or at a later one.',
    source: SIGNING,
  },
  'minute.not-found': { rule: 'There is no minute of a meeting that was not opened.' },
  'signed-minute.not-found': { rule: 'There is no signed text until the minute is signed.' },
  'minute.not-published': { rule: 'A minute is published when it is signed; a draft is for those who may read drafts.' },
  'discrepancies.not-found': { rule: 'There is no such body.' },
  'minute.not-signed': { rule: 'Until a minute is signed, it is corrected when it is approved.' },
});
