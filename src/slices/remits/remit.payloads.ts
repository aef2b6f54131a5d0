import { ChoiceField, DateField, FlagField, LineField, LinesField, PartField, RefField, SlugField, TextField } from '../../http/fields.js';
import { DecisionParagraphField } from '../bodies/decision-named.payloads.js';
import { type RemitHow } from './remit.events.js';

export const REMIT_HOWS: readonly RemitHow[] = ['remitted', 'referred'];

const ON = { optional: true, description: 'The day it counts from; the day of the meeting or of the command where nothing is said' };
const THERE = 'The meeting of the other body; left out where that body is not in the record';

export class RemitToDto {
  @SlugField({ optional: true, description: 'Its id; left out where it is not in the record', example: 'scottish-borders-council' })
  bodyId?: string;
  @LineField({ optional: true, max: 200, description: 'Its name; that of the body in the record where nothing is said' })
  name?: string;
}

export class RemitSourceDto {
  @RefField({ description: 'The meeting that remits it', example: 'cpp-strategic-board/2016-06-09' })
  meetingId!: string;
  @SlugField({ optional: true, description: 'The item of its agenda', example: 'empowerment' })
  itemId?: string;
  @SlugField({ optional: true, description: 'The decision that remits it; not needed where its paragraph is named' })
  decisionId?: string;
  @DecisionParagraphField({ example: '4.1' })
  paragraph?: string;
}

export class MakeRemitDto {
  @ChoiceField(REMIT_HOWS, { optional: true, description: 'Remitted, where nothing is said; referred: members ask for it' })
  how?: RemitHow;
  @PartField(() => RemitSourceDto, { description: 'The item or the decision it comes from' })
  source!: RemitSourceDto;
  @PartField(() => RemitToDto, { description: 'The body it goes to' })
  to!: RemitToDto;
  @LineField({ optional: true, description: 'What it is about; the heading of the item where nothing is said' })
  title?: string;
  @TextField({
    optional: true,
    max: 5_000,
    description: 'What is asked of the other body; the words of the decision where nothing is said',
  })
  words?: string;
  @LinesField({ optional: true, max: 200, description: 'The members who ask for a referral' })
  askedBy?: string[];
  @LineField({ optional: true, description: 'The standing order for it', example: 'Standing Order 34.1' })
  rule?: string;
  @FlagField({ optional: true, description: 'Not published; as what it comes from is, where nothing is said' })
  exempt?: boolean;
}

export class RuleOnReferralDto {
  @FlagField({ description: 'Whether it goes up' })
  allowed!: boolean;
  @LineField({ max: 200, description: 'Who ruled', example: 'Councillor A. Convener' })
  by!: string;
  @TextField({ optional: true, max: 2_000, description: 'Why, where that was said' })
  reason?: string;
  @DateField(ON)
  on?: string;
}

export class PlaceRemitDto {
  @RefField({ description: 'The meeting of the other body', example: 'scottish-borders-council/2016-06-30' })
  atMeeting!: string;
  @SlugField({ description: 'The item of its agenda that brings it', example: 'remit-empowerment' })
  itemId!: string;
  @DateField(ON)
  on?: string;
}

export class AcceptRemitDto {
  @RefField({ optional: true, description: THERE })
  atMeeting?: string;
  @TextField({ optional: true, max: 2_000, description: 'In what words, where anything needs saying' })
  words?: string;
  @DateField(ON)
  on?: string;
}

class DecidedThereDto {
  @RefField({ optional: true, description: THERE })
  atMeeting?: string;
  @SlugField({ optional: true, description: 'The decision there; not needed where its paragraph is named' })
  decisionId?: string;
  @DecisionParagraphField()
  paragraph?: string;
  @DateField(ON)
  on?: string;
}

export class DeclineRemitDto extends DecidedThereDto {
  @TextField({ max: 2_000, description: 'Why' })
  reason!: string;
}

export class AnswerRemitDto extends DecidedThereDto {
  @TextField({ optional: true, max: 5_000, description: 'What was decided; the words of the decision where nothing is said' })
  words?: string;
}

export class NoteAnswerDto {
  @RefField({ description: 'The meeting of the body that remitted it', example: 'cpp-strategic-board/2016-09-08' })
  atMeeting!: string;
  @SlugField({ optional: true, description: 'The decision by which it did; not needed where its paragraph is named' })
  decisionId?: string;
  @DecisionParagraphField()
  paragraph?: string;
  @DateField(ON)
  on?: string;
}

export class RemitReasonDto {
  @TextField({ max: 2_000, description: 'Why' })
  reason!: string;
  @DateField(ON)
  on?: string;
}

export class CorrectRemitDto {
  @LineField({ optional: true, description: 'The right title' })
  title?: string;
  @TextField({ optional: true, max: 5_000, description: 'What is asked of the other body, put right' })
  words?: string;
  @PartField(() => RemitToDto, { optional: true, description: 'The right body' })
  to?: RemitToDto;
  @FlagField({ optional: true, description: 'Whether it is exempt by itself' })
  exempt?: boolean;
  @TextField({ max: 2_000, description: 'What was wrong' })
  reason!: string;
}
