import { ChoiceField, FlagField, LineField, SlugField, TextField } from '../../../http/fields.js';
import { HEARING_KINDS, type HearingKind } from '../events/discussion.events.js';

const KIND = { description: 'A question, a petition or a deputation' };
const PERSON = { optional: true, notWith: 'name', description: 'Who spoke, of the sederunt', example: 'j-brown' };
const NAME = { optional: true, max: 200, description: 'Who spoke, where that is nobody of the sederunt', example: 'Mrs E. Grant' };
const ORGANISATION = { optional: true, max: 200, description: 'For whom they spoke', example: 'Friends of the Park' };
const SUBJECT = { max: 500, description: 'On what', example: 'the closure of the park' };
const HEARD = { optional: true, description: 'Heard, where nothing is said' };
const WORDS = { optional: true, max: 20_000, description: 'What was asked or said' };
const WHY = { optional: true, max: 2_000, description: 'Why it was not heard' };
const ANSWER = { optional: true, max: 20_000, description: 'The answer that was given' };
const ANSWERED_BY = { optional: true, description: 'Who gave it, of the sederunt' };
const DECISION = { optional: true, description: 'The decision of this meeting that says what was resolved' };

export class RecordHearingDto {
  @ChoiceField(HEARING_KINDS, KIND)
  kind!: HearingKind;
  @SlugField(PERSON)
  personId?: string;
  @LineField(NAME)
  name?: string;
  @LineField(ORGANISATION)
  organisation?: string;
  @LineField(SUBJECT)
  subject!: string;
  @FlagField(HEARD)
  heard?: boolean;
  @TextField(WORDS)
  words?: string;
  @TextField(WHY)
  why?: string;
  @TextField(ANSWER)
  answer?: string;
  @SlugField(ANSWERED_BY)
  answeredBy?: string;
  @SlugField(DECISION)
  decisionId?: string;
  @LineField({
    optional: true,
    max: 20,
    description: 'The paragraph after which it was, with what was decided on it; where it has come to where nothing is said',
    example: '3.2',
  })
  afterParagraph?: string;
}

export class CorrectHearingDto {
  @SlugField({ description: 'The entry of the minute', example: 'h-4t8z1c5m' })
  hearingId!: string;
  @ChoiceField(HEARING_KINDS, { ...KIND, optional: true })
  kind?: HearingKind;
  @SlugField(PERSON)
  personId?: string;
  @LineField(NAME)
  name?: string;
  @LineField(ORGANISATION)
  organisation?: string;
  @LineField({ ...SUBJECT, optional: true })
  subject?: string;
  @FlagField({ optional: true, description: 'Whether it was heard' })
  heard?: boolean;
  @TextField(WORDS)
  words?: string;
  @TextField(WHY)
  why?: string;
  @TextField(ANSWER)
  answer?: string;
  @SlugField(ANSWERED_BY)
  answeredBy?: string;
  @TextField({ max: 2_000, description: 'What was wrong with it', example: 'The name was misheard' })
  reason!: string;
}

export class ResolveHearingDto {
  @SlugField({ description: 'The entry of the minute', example: 'h-4t8z1c5m' })
  hearingId!: string;
  @SlugField({ description: 'The decision of this meeting', example: 'd-7k3q9d2x' })
  decisionId!: string;
}
