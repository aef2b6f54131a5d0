import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PartsField,
  PersonNamedDto,
  RefField,
  SlugField,
  TextField,
  TimeField,
} from '../../../http/fields.js';
import { type MeetingMode } from '../events/meeting.events.js';

export const MODES: readonly MeetingMode[] = ['in-person', 'remote', 'hybrid'];

export class CallMeetingDto {
  @DateField({ description: 'Calendar date where the body sits', example: '2016-06-09' })
  date!: string;
  @TimeField({ optional: true, description: 'Wall-clock time it is to begin, where the body sits', example: '14:00' })
  time?: string;
  @LineField({ optional: true, description: 'Where it is held', example: 'Council Chamber, Council Headquarters, Newtown St Boswells' })
  place?: string;
  @LineField({ optional: true, description: "The body's name where nothing is said" })
  title?: string;
  @ChoiceField(MODES, { optional: true, description: 'In person where nothing is said' })
  mode?: MeetingMode;
  @RefField({
    optional: true,
    description: 'The requisition of members on which it is called, body/requisition',
    example: 'council/bridge',
  })
  requisition?: string;
  @LinesField({
    optional: true,
    min: 1,
    max: 10,
    description: 'Of a joint meeting, the bodies that meet with it, by their ids; each has its own quorum',
    example: ['audit-committee'],
  })
  jointlyWith?: string[];
}

export class RearrangeMeetingDto {
  @TimeField({ optional: true, description: 'The new time; as it is where nothing is said' })
  time?: string;
  @LineField({ optional: true, description: 'The new place; as it is where nothing is said' })
  place?: string;
  @ChoiceField(MODES, {
    optional: true,
    description: 'Whether people come to the room, join remotely, or either; as it is where nothing is said',
  })
  mode?: MeetingMode;
  @TextField({ max: 2000, description: 'Why it is rearranged' })
  reason!: string;
}

export class ReasonDto {
  @TextField({ max: 2000, description: 'Why, in the words of the record' })
  reason!: string;
}

export class PagesDto {
  @IntegerField({ min: 1, max: 100_000, description: 'The first page' })
  first!: number;
  @IntegerField({ min: 1, max: 100_000, description: 'The last page' })
  last!: number;
}

export class PaperDto {
  @LineField({ description: 'The title of the paper', example: 'Minute of 3 March 2016' })
  title!: string;
  @PartField(() => PagesDto, { optional: true, description: 'Pages of the agenda pack' })
  pages?: PagesDto;
  @LineField({ optional: true, max: 2000, description: 'Where it can be read' })
  link?: string;
}

export class ExemptDto {
  @LineField({ max: 50, description: 'Paragraph of Schedule 7A to the Local Government (Scotland) Act 1973', example: '6' })
  paragraph!: string;
}

export class UrgentDto {
  @TextField({ max: 2000, description: 'The special circumstances, as the minute is to state them' })
  reason!: string;
  @PartField(() => PersonNamedDto, { description: 'Who ruled that it is urgent' })
  ruledBy!: PersonNamedDto;
}

export class MinuteOfDto {
  @RefField({
    optional: true,
    description: 'The meeting whose minute it is, where it is in the record',
    example: 'audit-committee/2016-03-03',
  })
  meetingId?: string;
  @LineField({ optional: true, max: 200, description: 'The body, as it is named; its own name where the meeting is in the record' })
  body?: string;
  @DateField({ optional: true, notWith: 'meetingId', description: 'The day of that meeting, where it is not in the record' })
  date?: string;
}

export class AddAgendaItemDto {
  @SlugField({ optional: true, description: 'Given out where nothing is said', example: 'minute' })
  itemId?: string;
  @LineField({ optional: true, max: 20, description: 'The next number where nothing is said', example: '4' })
  number?: string;
  @LineField({ description: 'The heading of the item', example: 'Minute' })
  title!: string;
  @TextField({ optional: true, max: 5000, description: 'What is asked of the meeting, as the agenda words it' })
  asked?: string;
  @PartsField(() => PaperDto, { optional: true, max: 50, description: 'The papers of the item, in their order' })
  papers?: PaperDto[];
  @IntegerField({ optional: true, min: 0, max: 1440, description: 'Indicative minutes' })
  minutes?: number;
  @PartField(() => ExemptDto, { optional: true, description: 'Taken in private' })
  exempt?: ExemptDto;
  @PartField(() => ReasonDto, { optional: true, description: 'Added after notice was given, though not urgent' })
  late?: ReasonDto;
  @PartField(() => UrgentDto, {
    optional: true,
    description: 'Why it is taken although notice is given: special circumstances, and who ruled so (1973 Act s.50B(4)(b))',
  })
  urgent?: UrgentDto;
  @RefField({
    optional: true,
    description: 'The remit that it brings before the meeting, or whose answer it brings back, body/remit',
    example: 'cpp-strategic-board/adaptations',
  })
  remit?: string;
  @PartField(() => MinuteOfDto, { optional: true, description: 'The minute of another body that it carries, for approval or noting' })
  minuteOf?: MinuteOfDto;
}

export class CorrectAgendaItemDto {
  @SlugField({ description: 'The item of the agenda, by its id' })
  itemId!: string;
  @LineField({ optional: true, max: 20, description: 'The right number' })
  number?: string;
  @LineField({ optional: true, description: 'The right heading' })
  title?: string;
  @TextField({ optional: true, max: 5000, description: 'What the meeting is asked to do, as it should read' })
  asked?: string;
  @PartsField(() => PaperDto, { optional: true, max: 50, description: 'All papers of the item; replaces those named before' })
  papers?: PaperDto[];
  @IntegerField({ optional: true, min: 0, max: 1440, description: 'The minutes it is to take, as they should be' })
  minutes?: number;
  @PartField(() => ExemptDto, { optional: true, description: 'It is taken in private after all; its decisions follow it' })
  exempt?: ExemptDto;
  @FlagField({ optional: true, description: 'It is not taken in private after all; its decisions follow it' })
  notExempt?: boolean;
  @TextField({ max: 2000, description: 'Why it is otherwise' })
  reason!: string;
}

export class WithdrawAgendaItemDto {
  @SlugField({ description: 'The item of the agenda, by its id' })
  itemId!: string;
  @TextField({ max: 2000, description: 'Why it is not taken' })
  reason!: string;
}

export class ChangeOrderOfBusinessDto {
  @LinesField({ min: 1, max: 200, description: 'Item ids in their new order; items not named follow in the order they stand' })
  order!: string[];
  @TextField({ max: 2000, description: 'Why the order is changed' })
  reason!: string;
}

export class GiveNoticeDto {
  @DateField({ description: 'The day it was given', example: '2016-06-03' })
  givenOn!: string;
  @LineField({ description: 'Who gave it, as the notice is signed', example: 'J. J. Wilkinson, Clerk to the Council' })
  by!: string;
  @LineField({ optional: true, max: 100, description: "The notice's own date where it says another", example: '3 June 2015' })
  datedAsWritten?: string;
}
