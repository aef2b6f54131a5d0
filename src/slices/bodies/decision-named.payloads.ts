import { type FieldOptions, LineField, RefField } from '../../http/fields.js';

const PARAGRAPH = { optional: true, max: 40, description: 'Paragraph of the decision, instead of its id', example: '4.4' } as const;
const PART = { optional: true, max: 10, description: 'Letter of the decision’s part, without brackets', example: 'b' } as const;

/** For commands that name paragraph and part beside the decision. */
export const DecisionParagraphField = (more: FieldOptions = {}): PropertyDecorator => LineField({ ...PARAGRAPH, ...more });
export const DecisionPartField = (more: FieldOptions = {}): PropertyDecorator => LineField({ ...PART, ...more });

/** A decision by its id; payloads that allow its paragraph instead add that field. */
export class DecisionOfMeetingDto {
  @RefField({ description: 'The meeting that took the decision', example: 'cpp-strategic-board/2016-06-09' })
  meetingId!: string;
  @LineField({ optional: true, max: 100, description: 'The decision’s id; not needed where its paragraph is named' })
  decisionId?: string;
}

/** A decision by its id or its paragraph. */
export class DecisionAtParagraphDto extends DecisionOfMeetingDto {
  @DecisionParagraphField()
  paragraph?: string;
}

/** A decision, or a part of it. */
export class DecisionNamedDto extends DecisionAtParagraphDto {
  @DecisionPartField()
  part?: string;
}
