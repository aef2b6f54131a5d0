import {
  ChoiceField,
  FlagField,
  IntegerField,
  LineField,
  LinesField,
  LONGEST_TEXT,
  PartField,
  SlugField,
  TextField,
  TimeField,
} from '../../../http/fields.js';
import { type InterestOutcome } from '../events/meeting.events.js';
import { TallyDto } from '../motions/motion.payloads.js';
import { PROCEDURAL_KINDS, type ProceduralKind, RULING_KINDS, type RulingKind } from '../votes/procedure.events.js';
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
  @TextField({
    optional: true,
    max: 2000,
    description: 'The sentence the minute carries; the words of a procedural motion, or what was ruled',
  })
  words?: string;
  @TextField({ optional: true, max: 2000, description: 'The reason that was given in the meeting' })
  why?: string;
  @TextField({ optional: true, max: LONGEST_TEXT, description: 'The words of a motion' })
  text?: string;
  @SlugField({ optional: true, description: 'Who moved a motion, or a procedural one' })
  movedBy?: string;
  @SlugField({ optional: true, description: 'Who seconded a motion, or a procedural one' })
  secondedBy?: string;
  @SlugField({
    optional: true,
    description: 'Who took the chair, declared an interest, dissented, or was called to order or asked to leave',
  })
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
  @ChoiceField([...new Set([...PROCEDURAL_KINDS, ...RULING_KINDS])], {
    optional: true,
    description: 'What a procedural motion asked for, or what a ruling was about',
  })
  kind?: ProceduralKind | RulingKind;
  @LineField({
    optional: true,
    max: 100,
    description: 'The standing order of a procedural motion or a ruling',
    example: 'Standing Order 14',
  })
  standingOrder?: string;
  @PartField(() => TallyDto, { optional: true, description: 'Of a procedural motion: the whole vote as it should have been recorded' })
  vote?: TallyDto;
  @LinesField({ optional: true, min: 1, max: 100, description: 'Ids of all who dissented from a ruling', example: ['s-bell'] })
  people?: string[];
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
