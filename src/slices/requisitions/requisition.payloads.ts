import { ChoiceField, DateField, PartsField, PersonNamedDto, RefField, TextField } from '../../http/fields.js';
import { type RequisitionAnswer } from './requisition.events.js';

const ON = { optional: true, description: 'The day it counts from; the day of the command where nothing is said' };

export class ReceiveRequisitionDto {
  @PartsField(() => PersonNamedDto, { min: 1, max: 200, description: 'Who signed it' })
  askedBy!: PersonNamedDto[];
  @TextField({ max: 5_000, description: 'The business for which the meeting is asked', example: 'To consider the closure of the bridge.' })
  business!: string;
  @DateField({ ...ON, description: 'The day it was received; the day of the command where nothing is said' })
  on?: string;
}

export class JoinRequisitionDto {
  @PartsField(() => PersonNamedDto, { min: 1, max: 200, description: 'Who signed it since' })
  askedBy!: PersonNamedDto[];
  @DateField(ON)
  on?: string;
}

export class AnswerRequisitionDto {
  @RefField({ description: 'The meeting called on it', example: 'cpp-strategic-board/2016-06-09' })
  atMeeting!: string;
  @ChoiceField(['called', 'held'], { description: 'Whether it was called, or was held' })
  how!: RequisitionAnswer;
  @DateField(ON)
  on?: string;
}

export class RequisitionReasonDto {
  @TextField({ max: 2_000, description: 'Why' })
  reason!: string;
  @DateField(ON)
  on?: string;
}
