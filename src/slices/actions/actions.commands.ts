import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { type ActionFacts } from './action.facts.js';
import {
  CorrectActionDto,
  DeclineActionDto,
  ExtendActionDto,
  FollowAgreedActionDto,
  GiveApprovalElsewhereDto,
  NoteActionCompleteDto,
  RaiseActionDto,
  ReopenActionDto,
  ReportActionCompleteDto,
  ReportProgressDto,
  TransferActionDto,
} from './action.payloads.js';
import { actionScope } from './action.scope.js';

const RECORD = { scope: actionScope, right: 'actions.record', creates: false } as const;
const FOLLOW = { scope: actionScope, right: 'actions.record' } as const;
const REPORT = { ...RECORD, right: 'actions.report' } as const;

export const RaiseAction = defineCommand({
  ...RECORD,
  type: 'RaiseAction',
  creates: true,
  dto: RaiseActionDto,
  summary: 'Records an action that comes from a decision, or from one that is cited and not in the system.',
  example: {
    source: { cited: { paragraph: '9', heading: '26 November 2015', meetingDate: '2015-11-26' } },
    item: { number: '12.', title: 'Third Sector Interface Improvement Plan' },
    words: 'AGREED that the final Improvement Plan would be presented to the Strategic Board.',
    organisation: 'Third Sector',
    officers: ['Morag Walker'],
    due: 'next meeting',
  },
});

/** Raises the action or follows it: its stream may exist or not. */
export const FollowAgreedAction = defineCommand({
  ...FOLLOW,
  type: 'FollowAgreedAction',
  dto: FollowAgreedActionDto,
  summary:
    'Raises the action that a meeting agreed in discussion, or sets it as the minute was corrected or struck since; asked for by itself when the minute says so.',
  example: { meetingId: 'cpp-strategic-board/2016-03-03', because: 'agreed in discussion' },
});

export const ReportProgress = defineCommand({
  ...REPORT,
  type: 'ReportProgress',
  dto: ReportProgressDto,
  summary: 'Adds an update to an action; earlier updates stay.',
  example: { words: 'On agenda 9/6/16.' },
});

export const ExtendAction = defineCommand({
  ...RECORD,
  type: 'ExtendAction',
  dto: ExtendActionDto,
  summary: 'Gives an action another deadline, with the reason.',
  example: { due: 'in Autumn 2016', reason: 'The review has not reported yet.' },
});

export const TransferAction = defineCommand({
  ...RECORD,
  type: 'TransferAction',
  dto: TransferActionDto,
  summary: 'Hands an action to other officers or another organisation.',
  example: { organisation: 'NHS Borders', officers: ['Jane Davidson'], reason: 'The service moved to the Health Board.' },
});

export const ReportActionComplete = defineCommand({
  ...REPORT,
  type: 'ReportActionComplete',
  dto: ReportActionCompleteDto,
  summary: 'Records that the officer reports an action complete; it stays on the tracker until a meeting notes it.',
  example: { words: 'Completed.', reportedBy: 'Shona Smith' },
});

export const NoteActionComplete = defineCommand({
  ...RECORD,
  type: 'NoteActionComplete',
  dto: NoteActionCompleteDto,
  summary: 'Records that a meeting of the body noted an action complete; this alone takes it off the tracker.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09' },
});

export const ReopenAction = defineCommand({
  ...RECORD,
  type: 'ReopenAction',
  dto: ReopenActionDto,
  summary: 'Puts an action back that was reported complete, noted or declined.',
  example: { reason: 'The report covered only one of the two areas.' },
});

export const DeclineAction = defineCommand({
  ...RECORD,
  type: 'DeclineAction',
  dto: DeclineActionDto,
  summary: 'Records that an action will not be carried out, and why.',
  example: { reason: 'The scheme has been closed.', declinedBy: 'Scottish Fire and Rescue Service' },
});

export const GiveApprovalElsewhere = defineCommand({
  ...RECORD,
  type: 'GiveApprovalElsewhere',
  dto: GiveApprovalElsewhereDto,
  summary: 'Records that the approval an action marked * waits for was given.',
  example: { by: 'Scottish Borders Council', on: '2016-05-19' },
});

export const CorrectAction = defineCommand({
  ...RECORD,
  type: 'CorrectAction',
  dto: CorrectActionDto,
  summary: 'Corrects a slip in an action as it was recorded, with the reason; what was first recorded stays in its history.',
  example: { officers: ['Shona Smith', 'David Robertson'], reason: 'The Chief Financial Officer was left out.' },
});

export const actionsCommands = [
  RaiseAction,
  FollowAgreedAction,
  ReportProgress,
  ExtendAction,
  TransferAction,
  ReportActionComplete,
  NoteActionComplete,
  ReopenAction,
  DeclineAction,
  GiveApprovalElsewhere,
  CorrectAction,
] as const;

export type ActionCommand = CommandsOf<typeof actionsCommands, ActionFacts>;
export type AskedFor<C extends (typeof actionsCommands)[number]> = CommandFor<C, ActionFacts>;
