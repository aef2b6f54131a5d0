import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { AnswerRequisitionDto, JoinRequisitionDto, ReceiveRequisitionDto, RequisitionReasonDto } from './requisition.payloads.js';
import { type RequisitionFacts } from './requisition.facts.js';
import { requisitionScope } from './requisition.scope.js';

const RECORD = { scope: requisitionScope, right: 'meetings.record', creates: false } as const;

export const ReceiveRequisition = defineCommand({
  ...RECORD,
  type: 'ReceiveRequisition',
  creates: true,
  dto: ReceiveRequisitionDto,
  summary: 'Records that members ask for a special meeting; where enough do, the clock of the rule begins with that day.',
  example: {
    askedBy: [
      { personId: 'j-brown', name: 'Councillor J. Brown' },
      { personId: 'm-hume', name: 'M. Hume' },
    ],
    business: 'To consider the closure of the bridge.',
    on: '2016-05-02',
  },
});

export const JoinRequisition = defineCommand({
  ...RECORD,
  type: 'JoinRequisition',
  dto: JoinRequisitionDto,
  summary: 'Records that further members signed a requisition; the clock begins on the day on which enough have.',
  example: { askedBy: [{ personId: 'd-parker', name: 'Councillor D. Parker' }] },
});

export const AnswerRequisition = defineCommand({
  ...RECORD,
  type: 'AnswerRequisition',
  dto: AnswerRequisitionDto,
  summary: 'Records that the meeting asked for was called, or held; recorded by itself where the meeting names the requisition.',
  example: { atMeeting: 'cpp-strategic-board/2016-06-09', how: 'held' },
});

export const ReopenRequisition = defineCommand({
  ...RECORD,
  type: 'ReopenRequisition',
  dto: RequisitionReasonDto,
  summary: 'Records that the meeting called on a requisition is not held, or that it had not ended: its clock runs again.',
  example: { reason: 'The meeting was cancelled.' },
});

export const EndRequisition = defineCommand({
  ...RECORD,
  type: 'EndRequisition',
  dto: RequisitionReasonDto,
  summary: 'Records that a requisition is withdrawn, or is not competent, and why.',
  example: { reason: 'Withdrawn by those who had signed it.' },
});

export const requisitionsCommands = [ReceiveRequisition, JoinRequisition, AnswerRequisition, ReopenRequisition, EndRequisition] as const;

export type RequisitionCommand = CommandsOf<typeof requisitionsCommands, RequisitionFacts>;
export type RequisitionAskedFor<C extends (typeof requisitionsCommands)[number]> = CommandFor<C, RequisitionFacts>;
