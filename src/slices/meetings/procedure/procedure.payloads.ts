import { ChoiceField, LineField, LinesField, SlugField, TextField } from '../../../http/fields.js';
import { TallyDto, WRITTEN_LATE } from '../motions/motion.payloads.js';
import { PROCEDURAL_KINDS, type ProceduralKind, RULING_KINDS, type RulingKind } from '../votes/procedure.events.js';

const STANDING_ORDER = { optional: true, max: 100, example: 'Standing Order 14' };

export class TakeProceduralMotionDto extends TallyDto {
  @ChoiceField(PROCEDURAL_KINDS, { description: 'What it asks for', example: 'closure' })
  kind!: ProceduralKind;
  @TextField({
    optional: true,
    max: 2_000,
    description: 'The motion, as moved: what follows "moved that"; the usual words, where nothing is said',
    example: 'the question be now put',
  })
  words?: string;
  @LineField({ ...STANDING_ORDER, description: 'The standing order under which it is moved, or that it suspends' })
  standingOrder?: string;
  @SlugField({ optional: true, description: 'The motion in hand that it interrupts', example: 'm-1' })
  motionId?: string;
  @SlugField({ description: 'Id of the mover', example: 's-bell' })
  movedBy!: string;
  @SlugField({ optional: true, description: 'Id of the seconder', example: 'c-bhatia' })
  secondedBy?: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class GiveRulingDto {
  @ChoiceField(RULING_KINDS, { description: 'What it is about', example: 'not-competent' })
  kind!: RulingKind;
  @TextField({ max: 2_000, description: 'What was ruled, and why', example: 'It would rescind a decision of January' })
  words!: string;
  @LineField({ ...STANDING_ORDER, description: 'The standing order it rests on' })
  standingOrder?: string;
  @SlugField({ optional: true, description: 'The motion that it is about: one ruled not competent falls', example: 'm-1' })
  motionId?: string;
  @SlugField({
    optional: true,
    onlyFor: { kind: ['order', 'asked-to-leave', 'other'] },
    description: 'Who was called to order, or asked to leave',
    example: 's-bell',
  })
  personId?: string;
  @LineField(WRITTEN_LATE)
  afterParagraph?: string;
}

export class DissentFromRulingDto {
  @SlugField({ description: 'The ruling as the record has it', example: 'u-7k3q9d2x' })
  rulingId!: string;
  @LinesField({ min: 1, max: 100, description: 'Ids of whoever dissents', example: ['s-bell', 'c-bhatia'] })
  people!: string[];
}

export class DeclareVoteVoidDto {
  @SlugField({
    description: 'The vote, division, election or procedural motion as the record has it; of an election its last vote',
    example: 'v-7k3q9d2x',
  })
  voteId!: string;
  @SlugField({ optional: true, description: 'Who ruled so, by their id in the sederunt; whoever presides, where nothing is said' })
  ruledBy?: string;
  @LineField({ max: 1_000, description: 'Why it is void', example: 'Somebody who had declared an interest had voted' })
  reason!: string;
}
