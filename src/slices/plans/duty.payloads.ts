import { ChoiceField, DateField, IntegerField, LineField, LinesField, PartField, RefField, TextField } from '../../http/fields.js';

export class YearEndDto {
  @DateField({ description: 'Last day of the first year it is owed for', example: '2019-03-31' })
  yearEnd!: string;
  @IntegerField({ min: 0, max: 24, description: 'Months after it', example: 4 })
  months!: number;
}

const EVERY = { description: 'How often it falls due' };
const YEARS = { optional: true, min: 2, max: 50, description: 'Every so many years' };
const ON = { optional: true, description: 'The day it counts from; the day of the command where nothing is said' };

export class RecordDutyDto {
  @LineField({ description: 'What the duty is called', example: 'Annual performance report' })
  title!: string;
  @LineField({ description: 'What must be done, as a phrase', example: 'performance report published' })
  what!: string;
  @LineField({ description: 'Act and section', example: 'Public Bodies (Joint Working) (Scotland) Act 2014, section 42' })
  source!: string;
  @LinesField({ optional: true, max: 20, description: 'Who has to see to it' })
  officers?: string[];
  @ChoiceField(['yearly', 'every-n-years'], EVERY)
  recurrence!: 'yearly' | 'every-n-years';
  @IntegerField(YEARS)
  years?: number;
  @DateField({ optional: true, description: 'The first day it is due by' })
  firstDue?: string;
  @PartField(() => YearEndDto, { optional: true, description: 'The first day it is due by, counted from a year’s end' })
  afterYearEnd?: YearEndDto;
  @DateField(ON)
  on?: string;
}

export class FulfilDutyDto {
  @DateField({ description: 'The occurrence, by the day it was due', example: '2019-07-31' })
  occurrence!: string;
  @TextField({ max: 5_000, description: 'How it was fulfilled' })
  words!: string;
  @LineField({ optional: true, description: 'Where it is published' })
  link?: string;
  @RefField({ optional: true, description: 'The report it was fulfilled by, body/report' })
  report?: string;
  @DateField(ON)
  on?: string;
}

export class ChangeDutyDto {
  @ChoiceField(['yearly', 'every-n-years'], { optional: true, ...EVERY })
  recurrence?: 'yearly' | 'every-n-years';
  @IntegerField(YEARS)
  years?: number;
  @DateField({ optional: true, description: 'The first day it is due by from now on' })
  firstDue?: string;
  @PartField(() => YearEndDto, { optional: true, description: 'Where it falls due so many months after the end of a year' })
  afterYearEnd?: YearEndDto;
  @TextField({ max: 2_000, description: 'Why it falls due otherwise' })
  reason!: string;
  @DateField(ON)
  on?: string;
}

export class EndDutyDto {
  @TextField({ max: 2_000, description: 'Why it is owed no longer' })
  reason!: string;
  @DateField(ON)
  on?: string;
}
