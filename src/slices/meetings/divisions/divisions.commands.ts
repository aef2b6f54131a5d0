import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { type DecisionFacts } from '../events/decision.events.js';
import { meetingScope } from '../record/meeting.scope.js';
import { CorrectDivisionDto, TakeDivisionDto } from './division.payloads.js';

const AT_MEETING = { scope: meetingScope, right: 'motions.record', creates: false } as const;

export const TakeDivision = defineCommand({
  ...AT_MEETING,
  type: 'TakeDivision',
  dto: TakeDivisionDto,
  summary:
    'Records a division between proposals: a motion and amendments to it, amendments, or options; each vote is for one of them. The one with the majority is the decision, or goes on against those that are left.',
  example: {
    method: 'show-of-hands',
    proposals: [
      { proposalId: 'm-1', count: 14 },
      { proposalId: 'm-2', count: 15 },
    ],
    declined: 1,
    absent: 5,
  },
});

export const CorrectDivision = defineCommand({
  ...AT_MEETING,
  type: 'CorrectDivision',
  dto: CorrectDivisionDto,
  summary: 'Corrects a slip in a division between proposals as recorded, counted again as the room was then; both stay in the history.',
  example: {
    divisionId: 'v-7k3q9d2x',
    method: 'show-of-hands',
    proposals: [
      { proposalId: 'm-1', count: 15 },
      { proposalId: 'm-2', count: 14 },
    ],
    reason: 'The numbers were changed round',
  },
});

export const divisionsCommands = [TakeDivision, CorrectDivision] as const;

/** Commands that need the date of the decision a motion would rescind. */
export type DivisionCommand = CommandFor<typeof TakeDivision | typeof CorrectDivision, DecisionFacts>;
