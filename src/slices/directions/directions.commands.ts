import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { type DirectionFacts } from './direction.facts.js';
import {
  AcknowledgeDirectionDto,
  AmendDraftDto,
  ApproveDirectionDto,
  CompleteDirectionDto,
  CorrectDirectionDto,
  DraftDirectionDto,
  IssueDirectionDto,
  ReportOnDirectionDto,
  ReviewDirectionDto,
  RevokeDirectionDto,
  WithdrawDraftDto,
} from './direction.payloads.js';
import { bodyScope } from '../bodies/body.scope.js';

const RECORD = { scope: bodyScope, right: 'directions.record' } as const;
const REPORT = { ...RECORD, right: 'directions.report' } as const;
const direction = '2023-eildon';
const MADE_BY = { decision: { meetingId: 'sb-ijb/2023-05-17' }, paragraph: '1', part: 'b' };

export const DraftDirection = defineCommand({
  ...RECORD,
  type: 'DraftDirection',
  dto: DraftDirectionDto,
  summary: 'Drafts a direction to one or more constituent authorities, with every box of its form.',
  example: {
    direction,
    title: 'Establishment of the Eildon Community Integration Group pathfinder',
    recipients: [
      { recipient: 'scottish-borders-council', name: 'Scottish Borders Council' },
      { recipient: 'nhs-borders', name: 'NHS Borders' },
    ],
    split: 'joint',
    functions: { words: 'All delegated functions' },
    text: 'The IJB is directing NHS Borders and the Scottish Borders Council to enable the establishment of the pathfinder.',
    timeframes: 'To start by: July 2023',
    reports: [{ words: 'IJB papers 17 May 2023' }],
    finance: { words: 'It is expected that costs will be defined as part of the pathfinder.', toBeDefined: true },
    outcomes: 'The National Health and Wellbeing Outcomes',
    review: 'in September 2023',
  },
});

export const AmendDraft = defineCommand({
  ...RECORD,
  type: 'AmendDraft',
  dto: AmendDraftDto,
  summary: 'Changes a draft direction; what is not named stays as it is.',
  example: { direction, timeframes: 'From July 2023', without: ['split'] },
});

export const WithdrawDraft = defineCommand({
  ...RECORD,
  type: 'WithdrawDraft',
  dto: WithdrawDraftDto,
  summary: 'Withdraws a draft direction; one that was approved is revoked by the board instead.',
  example: { direction, reason: 'The report was withdrawn from the agenda.' },
});

export const ApproveDirection = defineCommand({
  ...RECORD,
  type: 'ApproveDirection',
  dto: ApproveDirectionDto,
  summary: 'Records the board’s decision that makes a direction, and gives it its reference.',
  example: { direction, ...MADE_BY },
});

export const IssueDirection = defineCommand({
  ...RECORD,
  type: 'IssueDirection',
  right: 'directions.issue',
  dto: IssueDirectionDto,
  summary: 'Records that the chief officer issued a direction; the one it replaces stands no longer from then on.',
  example: { direction, by: 'Chris Myers', on: '2023-05-24', to: ['nhs-borders'], acknowledgeBy: 'within 14 days' },
});

export const AcknowledgeDirection = defineCommand({
  ...REPORT,
  type: 'AcknowledgeDirection',
  dto: AcknowledgeDirectionDto,
  summary: 'Records that a recipient acknowledged a direction; it is in force once all have.',
  example: { direction, recipient: 'nhs-borders', by: 'The Chief Executive' },
});

export const ReportOnDirection = defineCommand({
  ...REPORT,
  type: 'ReportOnDirection',
  dto: ReportOnDirectionDto,
  summary: 'Adds a recipient’s report on a direction, with its performance measures.',
  example: { direction, recipient: 'nhs-borders', words: 'The pathfinder group met for the first time.', timeframeMet: true },
});

export const CompleteDirection = defineCommand({
  ...RECORD,
  type: 'CompleteDirection',
  dto: CompleteDirectionDto,
  summary: 'Records that what was directed has been done by all its recipients.',
  example: { direction, words: 'The pathfinder has been established.' },
});

export const RevokeDirection = defineCommand({
  ...RECORD,
  type: 'RevokeDirection',
  dto: RevokeDirectionDto,
  summary: 'Records the board’s decision that revokes a direction without another in its place.',
  example: { direction, ...MADE_BY, reason: 'The pathfinder will not go ahead.' },
});

export const ReviewDirection = defineCommand({
  ...RECORD,
  type: 'ReviewDirection',
  dto: ReviewDirectionDto,
  summary: 'Records that a direction was reviewed, what came of it, and when it is reviewed next.',
  example: { direction, words: 'The pathfinder continues.', next: 'in March 2024' },
});

export const CorrectDirection = defineCommand({
  ...RECORD,
  type: 'CorrectDirection',
  dto: CorrectDirectionDto,
  summary: 'Corrects a slip in a direction as it was recorded, with the reason; what was first recorded stays in its history.',
  example: { direction, title: 'Establishment of the Eildon Community Integration Group pathfinder', reason: 'A word was left out.' },
});

export const directionsCommands = [
  DraftDirection,
  AmendDraft,
  WithdrawDraft,
  ApproveDirection,
  IssueDirection,
  AcknowledgeDirection,
  ReportOnDirection,
  CompleteDirection,
  RevokeDirection,
  ReviewDirection,
  CorrectDirection,
] as const;

export type DirectionCommand = CommandsOf<typeof directionsCommands, DirectionFacts>;
export type AskedFor<C extends (typeof directionsCommands)[number]> = CommandFor<C, DirectionFacts>;
