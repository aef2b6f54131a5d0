import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, LineField, SlugField } from '../../../http/fields.js';
import { PageQuery } from '../../../http/page.js';
import { SEARCH_KINDS, type SearchKind } from '../views/search/kinds.js';
import { MOST_COUNTED, SEARCH_SORTS, type SearchSort } from '../views/search/search.query.js';

const KINDS = Object.keys(SEARCH_KINDS);

export class SearchQuery extends PageQuery {
  @LineField({
    max: 300,
    optional: true,
    description: 'All of these words, whatever their case and accents; a phrase in quotes; the last word may go on',
    example: '"improvement plan" third sect',
  })
  words?: string;
  @SlugField({ optional: true, description: 'Only of this body' })
  body?: string;
  @ChoiceField(KINDS, { optional: true, description: 'Only about this kind of record' })
  kind?: SearchKind;
  @LineField({ max: 120, optional: true, description: 'Only what this login recorded' })
  by?: string;
  @DateField({ optional: true, description: 'Only what happened on that day or later' })
  'happened-from'?: string;
  @DateField({ optional: true, description: 'Only what happened on that day or earlier' })
  'happened-to'?: string;
  @DateField({ optional: true, description: 'Only what was written down on that day or later' })
  'recorded-from'?: string;
  @DateField({ optional: true, description: 'Only what was written down on that day or earlier' })
  'recorded-to'?: string;
  @ChoiceField(SEARCH_SORTS, {
    optional: true,
    description: 'best where words are given and nothing else is said; the others by when it happened',
  })
  sort?: SearchSort;
  @ChoiceField(['json', 'text', 'csv'], { optional: true, description: 'json where nothing is said' })
  format?: 'json' | 'text' | 'csv';
}

class FoundByDto {
  @ApiProperty({ type: String, example: 'clerk' })
  principalId!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String })
  role!: string;
}

class FoundEntryDto {
  @ApiProperty({ type: String, format: 'uuid' })
  eventId!: string;
  @ApiProperty({ type: String, example: 'DecisionRecorded' })
  type!: string;
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-03-03#d-7k3q9d2x' })
  ref!: string;
  @ApiProperty({ type: String, enum: KINDS })
  kind!: SearchKind;
  @ApiProperty({ type: String, nullable: true, description: 'Null for what belongs to no body' })
  bodyId!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the record it stands in is called' })
  title!: string | null;
  @ApiProperty({ type: String, description: 'The event as a sentence' })
  what!: string;
  @ApiProperty({ type: String, nullable: true, description: 'What was typed and the sentence does not say, a line for each text' })
  words!: string | null;
  @ApiProperty({ type: String, format: 'date-time' })
  happenedAt!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  recordedAt!: string;
  @ApiProperty({ type: FoundByDto })
  by!: FoundByDto;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When its words were put right since' })
  correctedAt!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was struck from the minute since' })
  struckAt!: string | null;
}

export class SearchFoundDto {
  @ApiProperty({ type: FoundEntryDto, isArray: true })
  items!: readonly FoundEntryDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next page; null on the last' })
  next!: string | null;
  @ApiProperty({ type: Number, description: `How many there are in all; ${MOST_COUNTED + 1} where there are more than ${MOST_COUNTED}` })
  count!: number;
}
