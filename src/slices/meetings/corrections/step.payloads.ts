import { ChoiceField, FlagField, IntegerField, LineField, LONGEST_TEXT, SlugField, TextField, TimeField } from '../../../http/fields.js';
import { type InterestOutcome } from '../events/meeting.events.js';
import { INTEREST_OUTCOMES } from '../sederunt/sederunt.payloads.js';

const STEP = { min: 0, max: 1_000_000, description: 'The step of the course that is meant, as the course of the meeting lists it' };

/** What a step does not say cannot be put right in it; which fields are of which step stands in `step-fields.ts`. */
export class CorrectStepDto {
  @IntegerField({ ...STEP, example: 12 })
  step!: number;
  @TimeField({ optional: true, description: 'Of the opening, an adjournment, a resumption, the conclusion', example: '14:05' })
  time?: string;
  @LineField({ optional: true, max: 200, description: 'Of an adjournment: until when, in the words used' })
  until?: string;
  @TextField({ optional: true, max: 2000, description: 'The sentence the minute carries' })
  words?: string;
  @TextField({ optional: true, max: 2000, description: 'The reason that was given in the meeting' })
  why?: string;
  @TextField({ optional: true, max: LONGEST_TEXT, description: 'The words of a motion' })
  text?: string;
  @SlugField({ optional: true, description: 'Who moved a motion' })
  movedBy?: string;
  @SlugField({ optional: true, description: 'Who seconded a motion' })
  secondedBy?: string;
  @SlugField({ optional: true, description: 'Who took the chair, declared an interest, or dissented' })
  personId?: string;
  @FlagField({ optional: true, description: 'Whether it was declared that there is a quorum' })
  quorate?: boolean;
  @ChoiceField(INTEREST_OUTCOMES, {
    optional: true,
    description: 'A connection only, or an interest with which the person stayed or withdrew, as it was',
  })
  outcome?: InterestOutcome;
  @TextField({ optional: true, max: 2000, description: 'What the interest or connection is' })
  nature?: string;
  @SlugField({ optional: true, description: 'Of an interest: the item of the agenda, or the section of the minute where it has none' })
  itemId?: string;
  @LineField({ optional: true, max: 20, description: 'Of an item taken: the number of its section' })
  number?: string;
  @LineField({ optional: true, description: 'Of an item taken: the heading of its section' })
  heading?: string;
  @TextField({ max: 2000, description: 'Why the record is put right' })
  reason!: string;
}

export class MoveEntryDto {
  @SlugField({ description: 'Id of a paragraph or annotation; what was decided on it moves with it' })
  entryId!: string;
  @SlugField({ description: 'The item it belongs to: its section, or the item of the agenda' })
  sectionId!: string;
  @LineField({ optional: true, max: 20, description: 'The paragraph it follows there; where nothing is said, the last', example: '4.2' })
  afterParagraph?: string;
  @TextField({ max: 2000, description: 'Why it is moved' })
  reason!: string;
}

export class StrikeStepDto {
  @IntegerField({ ...STEP, example: 12 })
  step!: number;
  @TextField({ max: 2000, description: 'Why it is struck' })
  reason!: string;
}
