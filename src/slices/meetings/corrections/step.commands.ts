import { type CommandFor, defineCommand } from '../../../kernel/command.js';
import { meetingScope } from '../record/meeting.scope.js';
import { CorrectStepDto, StrikeStepDto } from './step.payloads.js';

/** Nothing from outside the meeting but the names by which it knows its people. */
export type NoFacts = Readonly<Record<string, never>>;

const RECORD = { scope: meetingScope, right: 'meetings.record', creates: false } as const;

export const CorrectStep = defineCommand({
  ...RECORD,
  type: 'CorrectStep',
  dto: CorrectStepDto,
  summary: 'Puts right what a step of the course says, with the reason; what was said first stays in the history.',
  example: { step: 12, time: '14:05', reason: 'The clock in the hall was slow' },
});

export const StrikeStep = defineCommand({
  ...RECORD,
  type: 'StrikeStep',
  dto: StrikeStepDto,
  summary: 'Takes out of the meeting a step of the course that was recorded in error; it stays in the history.',
  example: { step: 12, reason: 'It was another member who declared the interest' },
});

export const correctionsCommands = [CorrectStep, StrikeStep] as const;

export type CorrectionsCommand = CommandFor<typeof CorrectStep | typeof StrikeStep, NoFacts>;
