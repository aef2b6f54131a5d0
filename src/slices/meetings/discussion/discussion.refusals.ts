import { defineRefusals } from '../../../kernel/refusal.js';

const PRACTICE = 'Practice of committee records';

export const refuseDiscussion = defineRefusals({
  'discussion.no-item': { rule: 'What comes of discussion belongs to an item that the meeting has taken up.' },
  'discussion.no-such-paragraph': { rule: 'What comes of discussion is placed by a paragraph that stands in the minute.' },
  'discussion.nobodys': { rule: 'An action is somebody’s: people of the sederunt, or somebody else in words.', source: PRACTICE },
  'discussion.not-in-sederunt': {
    rule: 'Whoever is picked for an action is in the sederunt, present or in attendance; anybody else is said in words.',
    source: PRACTICE,
  },
  'discussion.words-missing': { rule: 'An action agreed in an item without a paragraph says itself what is to be done.' },
  'discussion.from-nobody': {
    rule: 'A question, petition or deputation comes from somebody: a member, or a person or organisation named.',
  },
  'discussion.was-heard': { rule: 'Why something was not heard is said of what was not heard.' },
  'discussion.not-heard': { rule: 'What was not heard has no answer.' },
  'discussion.no-answer': { rule: 'Whoever answered gave an answer, and it is said.' },
  'discussion.no-such-hearing': {
    rule: 'The question, petition or deputation named was recorded at this meeting and stands in the minute.',
  },
  'discussion.no-such-decision': { rule: 'What was resolved is a decision that this meeting recorded.' },
  'discussion.no-such-action': { rule: 'The action named was agreed at this meeting and stands in the minute.' },
});
