import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { CorrectDecisionDto, RecordDecisionDto } from './decision.payloads.js';
import { meetingScope } from '../record/meeting.scope.js';

const AT_MEETING = { scope: meetingScope, right: 'decisions.record', creates: false } as const;

export const RecordDecision = defineCommand({
  ...AT_MEETING,
  type: 'RecordDecision',
  dto: RecordDecisionDto,
  summary:
    'Records what the meeting decided on a paragraph: in its own words, with its parts, and what it ratifies, rescinds or supersedes.',
  example: {
    words: 'NOTED that:\n(a) the Plan would be presented to the Strategic Board at its next meeting; and\n(b) the review was under way.',
    paragraph: '3.2',
  },
});

export const CorrectDecision = defineCommand({
  ...AT_MEETING,
  type: 'CorrectDecision',
  dto: CorrectDecisionDto,
  summary: 'Corrects a slip in the words of a decision before the minute is signed; both wordings stay in the history.',
  example: {
    decisionId: 'd-7k3q9d2x',
    words: 'AGREED that a further report on governance be considered at the meeting in June 2016.',
    reason: 'The month was missing',
  },
});

export const decisionsCommands = [RecordDecision, CorrectDecision] as const;

export type RecordDecisionCommand = CommandFor<typeof RecordDecision, DecisionFacts>;
export type DecisionCommand = RecordDecisionCommand | CommandFor<typeof CorrectDecision>;
