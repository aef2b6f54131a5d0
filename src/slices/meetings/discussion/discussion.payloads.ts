import { LineField, LinesField, SlugField, TextField } from '../../../http/fields.js';

const PEOPLE = { optional: true, max: 50, description: 'Those of the sederunt who are to do it, by their ids', example: ['j-smith'] };
const OTHERS = { optional: true, max: 20, description: 'Whoever else is to do it, in the words used', example: ['the Community Trust'] };
const DUE = {
  optional: true,
  max: 200,
  description: 'By when, in the words used: a date, a month, a season, a range, next meeting, what it hangs on, or nothing exact',
  example: 'next meeting',
};

export class AgreeActionDto {
  @LinesField(PEOPLE)
  people?: string[];
  @LinesField(OTHERS)
  others?: string[];
  @TextField({ optional: true, max: 5_000, description: 'What is to be done; the words of the paragraph where nothing is said' })
  words?: string;
  @LineField(DUE)
  due?: string;
  @LineField({
    optional: true,
    max: 20,
    description: 'Number of the paragraph at which it was agreed; the last one of the item in hand where nothing is said',
    example: '3.2',
  })
  paragraph?: string;
}

export class CorrectAgreedActionDto {
  @SlugField({ description: 'The entry of the minute', example: 'a-4t8z1c5m' })
  actionId!: string;
  @LinesField(PEOPLE)
  people?: string[];
  @LinesField(OTHERS)
  others?: string[];
  @TextField({ optional: true, max: 5_000, description: 'What is to be done' })
  words?: string;
  @LineField(DUE)
  due?: string;
  @TextField({ max: 2_000, description: 'What was wrong with it', example: 'It was to be the Secretary' })
  reason!: string;
}
