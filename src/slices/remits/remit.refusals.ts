import { defineRefusals } from '../../kernel/refusal.js';

const PRACTICE = 'Practice of committees: what is remitted stands on the other body’s next agenda, and its answer comes back';
const REFERRAL = 'Standing orders on referral, such as Aberdeen City Council SO 34.1: members ask, and the convener rules';

export const refuseRemit = defineRefusals({
  'remit.body-unknown': { rule: 'A remit is made by a body that is established.' },
  'remit.made-already': { rule: 'A remit is made once.' },
  'remit.not-made': { rule: 'A remit is made before anything else is recorded of it.' },
  'remit.not-found': { rule: 'There is no such remit that may be read.' },
  'remit-list.not-found': { rule: 'There is no such body.' },
  'remit.to-nobody': { rule: 'A remit says to whom it goes: a body of the record, or the name of one that is not in it.' },
  'remit.to-unknown-body': { rule: 'The body it goes to is established, or is named without an id.' },
  'remit.to-itself': { rule: 'A body remits to another body; what it puts off itself it continues.' },
  'remit.to-fixed': { rule: 'What the other body has accepted or answered stays with that body.' },
  'remit.source-missing': { rule: 'A remit comes from an item of a meeting’s agenda or from a decision, and names it.' },
  'remit.meeting-unknown': { rule: 'The meeting named is one that has been called and not cancelled.' },
  'remit.meeting-not-opened': { rule: 'Only a meeting that has been opened remits, accepts, declines, answers or takes note.' },
  'remit.meeting-of-another-body': { rule: 'The meeting named is one of the body whose step it is.' },
  'remit.item-unknown': { rule: 'The item named stands on the agenda of that meeting.' },
  'remit.decision-unknown': { rule: 'The decision named is in the record of that meeting.' },
  'remit.decision-ambiguous': { rule: 'Where several decisions were taken on a paragraph, the one meant is named by its id.' },
  'remit.decision-struck': { rule: 'A decision that was recorded in error gives rise to nothing.' },
  'remit.nobody-asked': { rule: 'A referral names the members who ask for it.', source: REFERRAL },
  'remit.asked-by-members': { rule: 'Only a referral is asked for by members; a remit is made by the meeting.', source: REFERRAL },
  'remit.no-ruling-needed': { rule: 'Only a referral that members ask for is ruled on.', source: REFERRAL },
  'remit.ruled-already': { rule: 'A referral is ruled on once; it is reopened before it is ruled on again.', source: REFERRAL },
  'remit.awaiting-ruling': { rule: 'What members ask to be referred goes up once the person presiding has allowed it.', source: REFERRAL },
  'remit.refused': { rule: 'A referral that was not allowed is reopened before anything else is done to it.', source: REFERRAL },
  'remit.accepted-already': { rule: 'A remit is accepted once.', source: PRACTICE },
  'remit.answered-already': { rule: 'A remit that is answered is reopened before it is answered otherwise.', source: PRACTICE },
  'remit.declined-already': {
    rule: 'A remit that was declined is reopened before anything else than noting that is done to it.',
    source: PRACTICE,
  },
  'remit.noted-already': {
    rule: 'A remit whose answer is noted is closed; it is reopened before anything else is done to it.',
    source: PRACTICE,
  },
  'remit.withdrawn-already': { rule: 'A remit that was withdrawn is reopened before anything else is done to it.' },
  'remit.not-answered': { rule: 'The answer to a remit is noted once the other body has answered or declined it.', source: PRACTICE },
  'remit.open-already': { rule: 'Only a remit that was answered, declined, noted, withdrawn, or not allowed can be reopened.' },
  'remit.words-missing': { rule: 'An answer says what was decided, in words or by the decision.' },
  'remit.nothing-changed': { rule: 'A correction changes something.' },
  'remit.later-than-now': { rule: 'What has not happened yet is not recorded as done.' },
  'remit.before-it-was-made': { rule: 'Nothing happens to a remit before the day it was made.' },
});
