import { DecisionOfMeetingDto, DecisionParagraphField, DecisionPartField } from '../bodies/decision-named.payloads.js';
import { DueDatesDto, DueDatesField } from '../calendars/due-dates.payloads.js';
import { ChoiceField, DateField, FlagField, LineField, LinesField, PartField, RefField, TextField } from '../../http/fields.js';
import { type Dash } from './action.events.js';

export class CitedDecisionDto {
  @LineField({ optional: true, max: 40, description: 'Paragraph as the source cites it', example: '9' })
  paragraph?: string;
  @LineField({ max: 200, description: 'Heading of the meeting as the source has it, right or wrong', example: '26 November 2016' })
  heading!: string;
  @DateField({ optional: true, description: 'When the meeting really was, where that is known: the sheet is ordered by it' })
  meetingDate?: string;
}

export class ActionSourceDto {
  @PartField(() => DecisionOfMeetingDto, { optional: true, description: 'A decision that is in the system' })
  decision?: DecisionOfMeetingDto;
  @DecisionParagraphField({ notWith: 'cited' })
  paragraph?: string;
  @DecisionPartField({ notWith: 'cited' })
  part?: string;
  @PartField(() => CitedDecisionDto, { optional: true, description: 'A decision of a meeting that is not in the system' })
  cited?: CitedDecisionDto;
  @ChoiceField(['–', '-'], {
    optional: true,
    description: 'What stands after the paragraph on a sheet that is transcribed; – where nothing is said',
  })
  dash?: Dash;
}

export class ActionItemDto {
  @LineField({ optional: true, max: 40, description: 'Number of the agenda item as the sheet has it', example: '9(b).' })
  number?: string;
  @LineField({ description: 'Title of the agenda item', example: 'Adaptations' })
  title!: string;
}

export class ApprovalNeededDto {
  @LineField({ max: 200, description: 'Whose approval is needed before action can be taken', example: 'Scottish Borders Council' })
  by!: string;
  @DateField({ optional: true, description: 'When it was given, where it has been' })
  on?: string;
}

const DUE = {
  description: 'The words used: a date, a month, a season, a range, next meeting, what it hangs on, or nothing exact',
  example: 'in Autumn 2016',
};

export class RaiseActionDto {
  @PartField(() => ActionSourceDto, { description: 'What it comes from' })
  source!: ActionSourceDto;
  @PartField(() => ActionItemDto, {
    optional: true,
    description: 'Agenda item; the heading the decision stands under where nothing is said',
  })
  item?: ActionItemDto;
  @TextField({
    optional: true,
    max: 5_000,
    description: 'The decision requiring action, beginning with its verb; the decision’s own words where nothing is said',
  })
  words?: string;
  @LineField({ optional: true, max: 200, description: 'The organisation responsible', example: 'SBC' })
  organisation?: string;
  @LinesField({ max: 20, description: 'Responsible officers', example: ['Shona Smith'] })
  officers!: string[];
  @LineField({ optional: true, blank: true, ...DUE })
  due?: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @PartField(() => ApprovalNeededDto, { optional: true, description: 'Marked * on the sheet' })
  approvalElsewhere?: ApprovalNeededDto;
  @FlagField({
    optional: true,
    description: 'Not on the public tracker by itself; it never is while the decision it comes from is exempt, whatever is said here',
  })
  exempt?: boolean;
}

export class FollowAgreedActionDto {
  @RefField({ description: 'The meeting that agreed it in discussion', example: 'high-street/2026-03-03' })
  meetingId!: string;
  @LineField({ max: 500, description: 'What was recorded or changed in its minute' })
  because!: string;
}

export class ReportProgressDto {
  @TextField({ max: 5_000, description: 'How it stands, as the sheet’s outcome shows it', example: 'On agenda 9/6/16.' })
  words!: string;
  @LineField({ optional: true, max: 200, description: 'Who said so, where it was not whoever records it' })
  reportedBy?: string;
}

export class ExtendActionDto {
  @LineField({ blank: true, ...DUE })
  due!: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @TextField({ max: 2_000, description: 'Why there is more time, or less' })
  reason!: string;
}

export class TransferActionDto {
  @LineField({ optional: true, max: 200, description: 'The organisation it goes to; unchanged where nothing is said' })
  organisation?: string;
  @LinesField({ max: 20, description: 'Responsible officers from now on' })
  officers!: string[];
  @TextField({ max: 2_000, description: 'Why somebody else is responsible' })
  reason!: string;
}

export class ReportActionCompleteDto extends ReportProgressDto {}

export class NoteActionCompleteDto {
  @RefField({ description: 'The meeting that noted it', example: 'cpp-strategic-board/2016-06-09' })
  atMeeting!: string;
  @LineField({ optional: true, max: 100, description: 'The decision by which it did' })
  decisionId?: string;
  @LineField({ optional: true, max: 40, description: 'Paragraph of that decision, instead of its id', example: '5' })
  paragraph?: string;
}

export class ReopenActionDto {
  @TextField({ max: 2_000, description: 'Why it is not done after all' })
  reason!: string;
}

export class DeclineActionDto {
  @TextField({ max: 2_000, description: 'Why it is not to be done' })
  reason!: string;
  @LineField({ optional: true, max: 200, description: 'Who declined it' })
  declinedBy?: string;
}

export class GiveApprovalElsewhereDto {
  @LineField({ max: 200, description: 'Who approved it', example: 'Scottish Borders Council' })
  by!: string;
  @DateField({ optional: true, description: 'The day it was given; the day of the command where nothing is said' })
  on?: string;
  @TextField({ optional: true, max: 2_000, description: 'What was said with the approval' })
  words?: string;
}

export class CorrectActionDto {
  @FlagField({
    optional: true,
    description:
      'Whether it is kept off the public tracker by itself; it is kept off in any case while the decision it comes from is exempt',
  })
  exempt?: boolean;
  @TextField({ optional: true, max: 5_000, description: 'The right words; as they are where nothing is said' })
  words?: string;
  @LineField({ optional: true, max: 200, description: 'The right organisation' })
  organisation?: string;
  @LinesField({ optional: true, max: 20, description: 'The right officers, all of them' })
  officers?: string[];
  @PartField(() => ActionItemDto, { optional: true, description: 'The right agenda item' })
  item?: ActionItemDto;
  @LineField({ optional: true, blank: true, ...DUE })
  due?: string;
  @DueDatesField()
  dueDates?: DueDatesDto;
  @TextField({ max: 2_000, description: 'Why the record of it was wrong' })
  reason!: string;
}
