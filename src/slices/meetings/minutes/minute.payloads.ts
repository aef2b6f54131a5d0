import { LineField, PartField, PartsField, RefField, SlugField, TextField } from '../../../http/fields.js';

const PARAGRAPH = { max: 20, example: '4.2' } as const;

export class RecordParagraphDto {
  @TextField({ description: 'The paragraph, word for word' })
  text!: string;
  @LineField({ optional: true, description: 'A heading of its own, inside the section' })
  heading?: string;
  @SlugField({
    optional: true,
    description: 'The section it belongs to; where nothing is said, that of `afterParagraph`, or else the one in hand',
  })
  sectionId?: string;
  @LineField({
    ...PARAGRAPH,
    optional: true,
    description: 'The number it is expected to get; refused where that is not the number of its place',
  })
  number?: string;
  @LineField({ ...PARAGRAPH, optional: true, description: 'The paragraph it follows; where nothing is said, the last of its section' })
  afterParagraph?: string;
}

export class CorrectParagraphDto {
  @SlugField({ optional: true, description: 'Its id; or else `paragraph`' })
  paragraphId?: string;
  @LineField({ ...PARAGRAPH, optional: true, description: 'Its number' })
  paragraph?: string;
  @TextField({ description: 'The whole paragraph as it should read' })
  text!: string;
  @TextField({ max: 2_000, description: 'Why it was wrong', example: 'The figure was misheard.' })
  reason!: string;
}

export class StrikeEntryDto {
  @SlugField({ description: 'Id of a paragraph, annotation, decision or action agreed in discussion' })
  entryId!: string;
  @TextField({ max: 2_000, description: 'Why it was recorded in error', example: 'Recorded under the wrong meeting.' })
  reason!: string;
}

export class AnnotateDto {
  @LineField({ max: 100, description: 'In capitals, as it is printed', example: 'MEMBER' })
  heading!: string;
  @TextField({ max: 10_000, description: 'The words of the note' })
  text!: string;
  @LineField({
    ...PARAGRAPH,
    optional: true,
    description: 'The paragraph after which it stands, with what was decided on it; where nothing is said, at the end',
  })
  afterParagraph?: string;
}

/** Nothing is said: the style is the body's. */
export class RestyleMinuteDto {}

export class CirculateMinuteDto {
  @LineField({ optional: true, description: 'To whom', example: 'Members of the Board' })
  to?: string;
}

export class MinuteCorrectionDto {
  @LineField({ ...PARAGRAPH, optional: true, description: 'The paragraph of this minute it is about' })
  paragraph?: string;
  @TextField({ max: 10_000, description: 'The correction, as the later meeting worded it' })
  words!: string;
}

export class ApproveMinuteDto {
  @RefField({ description: 'The later meeting', example: 'cpp-strategic-board/2016-06-09' })
  atMeeting!: string;
  @SlugField({ description: 'Its decision' })
  decisionId!: string;
  @PartsField(() => MinuteCorrectionDto, { optional: true, description: 'The corrections it approved the minute with' })
  corrections?: MinuteCorrectionDto[];
}

export class SignMinuteDto {
  @RefField({ description: 'The meeting at which it is signed', example: 'cpp-strategic-board/2016-06-09' })
  atMeeting!: string;
  @SlugField({ description: 'Whoever presides there', example: 'd-parker' })
  signedBy!: string;
}

export class CorrectSignedMinuteDto {
  @RefField({ description: 'The later meeting', example: 'cpp-strategic-board/2016-09-08' })
  atMeeting!: string;
  @SlugField({ description: 'Its decision' })
  decisionId!: string;
  @PartField(() => MinuteCorrectionDto, { description: 'The correction, as the later meeting decided it' })
  correction!: MinuteCorrectionDto;
}
