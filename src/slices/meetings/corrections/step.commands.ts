import { type CommandFor, defineCommand, type NoFacts } from '../../../kernel/command.js';
import { meetingScope } from '../record/meeting.scope.js';
import { CorrectStepDto, MoveEntryDto, StrikeStepDto } from './step.payloads.js';

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

export const MoveEntry = defineCommand({
  ...RECORD,
  right: 'minutes.record',
  type: 'MoveEntry',
  dto: MoveEntryDto,
  summary: 'Moves an entry that was recorded under the wrong item to the right one, with what was decided on it.',
  example: { entryId: 'p-4t8z1c5m', sectionId: 's-9d3k7w2x', reason: 'It was said under the next item' },
});

export const correctionsCommands = [CorrectStep, StrikeStep, MoveEntry] as const;

export type CorrectionsCommand = CommandFor<typeof CorrectStep | typeof StrikeStep | typeof MoveEntry, NoFacts>;
