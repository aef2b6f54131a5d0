import {
  ChoiceField,
  DateField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  PartField,
  PersonNamedDto,
  SeatField,
  SlugField,
  TextField,
  TimeField,
} from '../../../http/fields.js';
import { type Attendance, type Spell } from '../record/meeting.state.js';
import { type AttendanceCorrection, type InterestOutcome } from '../events/meeting.events.js';

export const ATTENDING: readonly Attendance['as'][] = ['present', 'apologies', 'in-attendance'];
export const HOW: readonly Spell['how'][] = ['in-room', 'remote'];
export const INTEREST_OUTCOMES: readonly InterestOutcome[] = ['connection-only', 'declared-and-stayed', 'declared-and-withdrew'];
export const CORRECTIONS: readonly AttendanceCorrection['kind'][] = ['not-present', 'arrived', 'left', 'did-not-leave', 'details'];

const AFTER = {
  optional: true,
  max: 20,
  description: 'Number of the paragraph after which it took effect, as in "to para. 6.1"',
  example: '6.1',
};
/** Whoever only sent apologies came and went at no place of the record. */
const ATTENDED = { optional: true, onlyFor: { as: ['present', 'in-attendance'] } };
const DETAIL = { optional: true, onlyFor: { kind: ['details'] } };
const TIME = { optional: true, description: 'Wall-clock time where the body sits', example: '15:10' };

export class OpenMeetingDto {
  @TimeField({ optional: true, description: 'Wall-clock time it was opened', example: '14:00' })
  time?: string;
  @FlagField({ optional: true, description: 'Opened before the day it was called for, which has not come yet' })
  beforeItsDay?: boolean;
}

export class JudgeRollAnewDto {
  @LineField({ max: 500, description: 'What changed in the record of the body' })
  because!: string;
}

export class SubstituteForDto {
  @PartField(() => PersonNamedDto, { description: 'The member in whose place' })
  person!: PersonNamedDto;
  @SlugField({ optional: true, description: 'For this item only' })
  itemId?: string;
}

export class RecordAttendanceDto {
  @PartField(() => PersonNamedDto, { description: 'Who it is' })
  person!: PersonNamedDto;
  @ChoiceField(ATTENDING, { description: 'Present as a member or substitute, with apologies, or in attendance' })
  as!: Attendance['as'];
  @ChoiceField(HOW, { optional: true, description: 'In the room where nothing is said' })
  how?: Spell['how'];
  @LineField({ optional: true, description: 'Organisation, as the sederunt names it', example: 'Police Scotland' })
  organisation?: string;
  @LineField({ optional: true, description: 'Role, as the sederunt names it', example: 'Clerk to Council' })
  role?: string;
  @SeatField({
    optional: true,
    description: 'The seat, in a joint meeting that of another body as body/seat; found from the roll where nothing is said',
  })
  seatId?: string;
  @PartField(() => SubstituteForDto, { optional: true, description: 'The member in whose place they sit' })
  substituteFor?: SubstituteForDto;
  @LineField({
    optional: true,
    blank: true,
    description: 'What the sederunt says beside the name of a substitute; empty where the record does not mark it',
    example: '(substitute for Mr A. McKinnon)',
  })
  sederuntNote?: string;
  @FlagField({ ...ATTENDED, description: 'There from the beginning, though written down later' })
  fromTheStart?: boolean;
  @LineField({ ...AFTER, ...ATTENDED })
  afterParagraph?: string;
  @TimeField({ ...TIME, ...ATTENDED, description: 'When they arrived, for whoever arrived late' })
  time?: string;
}

const MEMBERS = { optional: true, max: 500, example: ['d-parker'] };

export class TakeSederuntDto {
  @LinesField({ ...MEMBERS, description: 'Ids of the members who are in the room' })
  present?: string[];
  @LinesField({ ...MEMBERS, description: 'Ids of the members who are there remotely' })
  remote?: string[];
  @LinesField({ ...MEMBERS, description: 'Ids of the members who sent apologies' })
  apologies?: string[];
  @FlagField({ optional: true, description: 'Those present were there from the beginning, though written down later' })
  fromTheStart?: boolean;
}

export class LeaveMeetingDto {
  @SlugField({ description: 'Who leaves, by their id in the record' })
  personId!: string;
  @LineField(AFTER)
  afterParagraph?: string;
  @TimeField(TIME)
  time?: string;
  @LineField({
    optional: true,
    blank: true,
    description: 'What the sederunt says beside the name; empty where the record does not mark it',
    example: '(to para.6.1)',
  })
  sederuntNote?: string;
  @LineField({ optional: true, blank: true, max: 2000, description: 'The sentence the minute carries in place; empty for none' })
  words?: string;
}

export class RejoinMeetingDto {
  @SlugField({ description: 'Who comes back, by their id in the record' })
  personId!: string;
  @ChoiceField(HOW, { optional: true, description: 'In the room, or remotely; in the room where nothing is said' })
  how?: Spell['how'];
  @LineField(AFTER)
  afterParagraph?: string;
  @TimeField(TIME)
  time?: string;
}

export class CorrectAttendanceDto {
  @SlugField({ description: 'Whose attendance is put right, by their id in the record' })
  personId!: string;
  @ChoiceField(CORRECTIONS, {
    description:
      'What is put right: was not there at all; arrived or left (after `afterParagraph` or at `time`); did not leave; name, organisation or role',
  })
  kind!: AttendanceCorrection['kind'];
  @IntegerField({
    optional: true,
    min: 1,
    max: 1000,
    description: 'Which time in the room, 1 the first; the last where nothing is said',
    onlyFor: { kind: ['arrived', 'left'] },
  })
  spell?: number;
  @FlagField({ optional: true, description: 'Arrived before the first item', onlyFor: { kind: ['arrived'] } })
  fromTheStart?: boolean;
  @LineField({ ...AFTER, onlyFor: { kind: ['arrived', 'left'] } })
  afterParagraph?: string;
  @TimeField({ ...TIME, onlyFor: { kind: ['arrived', 'left'] } })
  time?: string;
  @LineField({
    optional: true,
    blank: true,
    onlyFor: { kind: ['left', 'details'] },
    description: 'The note beside the name in the sederunt; empty for none',
  })
  sederuntNote?: string;
  @LineField({ ...DETAIL, max: 200 })
  name?: string;
  @LineField(DETAIL)
  organisation?: string;
  @LineField(DETAIL)
  role?: string;
  @TextField({ max: 2000, description: 'Why the record of it was wrong' })
  reason!: string;
}

export class TakeChairDto {
  @SlugField({ description: 'Who presides from then on, by their id in the record', example: 'j-brown' })
  personId!: string;
  @TextField({ max: 2000, description: 'Why they preside', example: 'In the absence of the Chairman' })
  reason!: string;
  @TextField({ optional: true, max: 2000, description: 'The sentence the minute carries' })
  words?: string;
  @FlagField({
    optional: true,
    description: 'A returning officer or another officer in attendance presides, without a vote, until the chair is elected',
  })
  untilElected?: boolean;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class DeclareInterestDto {
  @SlugField({ description: 'Who declares it, by their id in the record' })
  personId!: string;
  @SlugField({ description: 'Item of the agenda, or section of the minute where it has none' })
  itemId!: string;
  @ChoiceField(INTEREST_OUTCOMES, { description: 'A connection only, or an interest with which they stayed or withdrew' })
  outcome!: InterestOutcome;
  @TextField({ max: 2000, description: 'What the interest or connection is' })
  nature!: string;
  @FlagField({ optional: true, description: 'Declared before the first item, though written down later' })
  fromTheStart?: boolean;
  @LineField({
    ...AFTER,
    description:
      'The paragraph after which it was declared; it holds from there. Where nothing is said, now; and for the whole of an item that is over',
  })
  afterParagraph?: string;
}

export class TakeItemDto {
  @LineField({
    optional: true,
    description: 'Heading of the section; the title of the agenda item where nothing is said',
    example: 'ACTION TRACKER',
  })
  heading?: string;
  @SlugField({ optional: true, description: 'Item of the agenda. Taking one again returns to its section' })
  itemId?: string;
  @LineField({
    optional: true,
    max: 20,
    description: 'Number of the section; the next where nothing is said',
    example: '3',
    notWith: 'beforeItems',
  })
  number?: string;
  @FlagField({
    optional: true,
    notWith: 'itemId',
    description: 'Business before the first item, such as announcements and tributes: it stands before item 1, without a number',
  })
  beforeItems?: boolean;
}

export class DeclareQuorumDto {
  @FlagField({ description: 'Whether there is a quorum' })
  quorate!: boolean;
  @TextField({
    max: 2000,
    description: 'The sentence the minute carries',
    example: 'The meeting was inquorate from this point onwards, but continued on an informal basis.',
  })
  words!: string;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class ExcludePublicDto {
  @LinesField({
    optional: true,
    max: 100,
    description:
      'Items of the agenda; where nothing is said, whatever is taken until the public is readmitted. They are exempt from then on',
  })
  itemIds?: string[];
  @LinesField({
    min: 1,
    max: 20,
    description: 'Paragraphs of Part I of Schedule 7A to the Local Government (Scotland) Act 1973',
    example: ['6'],
  })
  paragraphs!: string[];
  @SlugField({ optional: true, description: 'The decision of this meeting by which it is excluded' })
  decisionId?: string;
  @TextField({ optional: true, max: 2_000, description: 'The sentence the minute carries; that of the Act where nothing is said' })
  words?: string;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class ReadmitPublicDto {
  @TextField({ optional: true, max: 2_000, description: 'The sentence the minute carries' })
  words?: string;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class AdjournMeetingDto {
  @TextField({ max: 2000, description: 'Why it is adjourned' })
  reason!: string;
  @LineField({ optional: true, max: 200, description: 'Until when, in the words used', example: '10 March 2016 at 2.00 p.m.' })
  until?: string;
  @TimeField({ optional: true, description: 'Wall-clock time it was adjourned' })
  time?: string;
  @FlagField({ optional: true, description: 'For a short period of the same sitting: a recess' })
  recess?: boolean;
  @DateField({ optional: true, notWith: 'recess', description: 'The day it is adjourned to' })
  toDate?: string;
  @TimeField({ optional: true, description: 'The time it is adjourned to' })
  toTime?: string;
  @LineField({ optional: true, max: 200, notWith: 'recess', description: 'The place it is adjourned to', example: 'The Town House' })
  toPlace?: string;
  @LineField({ ...AFTER, description: 'The paragraph after which it was adjourned, for what is written down when the meeting is over' })
  afterParagraph?: string;
}

export class ResumeMeetingDto {
  @TimeField({ optional: true, description: 'Wall-clock time it was resumed' })
  time?: string;
  @DateField({ optional: true, description: 'Where it resumes on another day; it then stands under the rules and the roll of that day' })
  date?: string;
  @LineField({ optional: true, max: 200, description: 'Where it resumes, where that is another place', example: 'The Town House' })
  place?: string;
  @LinesField({
    optional: true,
    max: 500,
    description:
      'Who is there, of the sederunt, where it is taken again: whoever is not among them has left, and whoever had left is back. Others are recorded as they come',
    example: ['j-brown'],
  })
  there?: string[];
}

export class ContinueInformallyDto {
  @TextField({ max: 2000, description: 'The sentence the minute carries' })
  words!: string;
  @LineField(AFTER)
  afterParagraph?: string;
}

export class ConcludeMeetingDto {
  @TimeField({ optional: true, description: 'Wall-clock time it ended', example: '16:15' })
  time?: string;
  @TextField({ optional: true, max: 2000, description: 'The sentence the minute carries', example: 'The meeting concluded at 4.15 p.m.' })
  words?: string;
  @FlagField({ optional: true, description: 'Abandoned, there being no quorum: it could not begin, or could not go on' })
  abandoned?: boolean;
}
