import { ApiProperty } from '@nestjs/swagger';
import { AsKnownAtField } from '../../../../http/as-known-at.js';
import { ChoiceField } from '../../../../http/fields.js';
import { MINUTE_FORMATS, type MinuteFormat } from '../views/minute/minute.query.js';
import { AnswerOf } from '../../../../http/openapi/answer-of.js';
import { type ChangesRead } from '../views/changes/changes.query.js';
import { type SignedMinute } from '../views/minute/signed-minute.query.js';

export class MinuteQuery {
  @ChoiceField(MINUTE_FORMATS, { optional: true, description: 'JSON where nothing is said' })
  format?: MinuteFormat;
  @AsKnownAtField()
  'as-known-at'?: string;
}

export class TextOrJsonQuery {
  @ChoiceField(['json', 'text'], { optional: true, description: 'JSON where nothing is said' })
  format?: 'json' | 'text';
}

@AnswerOf<Omit<SignedMinute, 'accepted'>>()
export class SignedMinuteDto {
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-03-03' })
  meetingId!: string;
  @ApiProperty({ type: Object, example: { personId: 'd-parker', name: 'Councillor D. Parker' } })
  signedBy!: object;
  @ApiProperty({ type: String, example: 'cpp-strategic-board/2016-06-09' })
  atMeeting!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  at!: string;
  @ApiProperty({ type: String, enum: ['sha-256'] })
  algorithm!: string;
  @ApiProperty({ type: String, description: 'Of the UTF-8 bytes of the text, in hexadecimal' })
  hash!: string;
  @ApiProperty({ type: Boolean, description: 'Whether the text kept still has that hash' })
  intact!: boolean;
  @ApiProperty({ type: Boolean, description: 'Whether anything of the meeting is exempt: then only who may read that is answered' })
  exempt!: boolean;
  @ApiProperty({ type: String })
  text!: string;
}

@AnswerOf<Omit<ChangesRead, 'accepted'>>()
export class MinuteChangesDto {
  @ApiProperty({ type: String })
  meetingId!: string;
  @ApiProperty({
    type: Object,
    nullable: true,
    description: 'The draft compared with',
    example: { draft: 1, at: '2016-03-10T09:00:00.000Z' },
  })
  since!: object | null;
  @ApiProperty({ type: Boolean, description: 'Whether anything of the meeting is exempt: then only who may read that is answered' })
  exempt!: boolean;
  @ApiProperty({ type: Boolean })
  changed!: boolean;
  @ApiProperty({ type: Object, isArray: true, example: [{ kind: 'added', text: '4.5 ...' }] })
  changes!: readonly object[];
}
