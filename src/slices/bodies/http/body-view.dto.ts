import { ApiProperty } from '@nestjs/swagger';
import { text, textOrNull, date, dateOrNull, flag, lines, list, whole, structure, structures } from '../../../http/openapi/shapes.js';
import { PersonNamedDto } from '../../../http/fields.js';
import { LIFE_STATUSES } from '../life.js';
import {
  ACTIONS,
  HEADINGS,
  LABELS,
  type MinuteStyle,
  CONTINUES,
  NUMBERINGS,
  OPENINGS,
  ORDERS,
  SEDERUNTS,
  STYLE_SETS,
  type StyleSet,
  TIMES,
  VERBS,
} from '../minute-style.js';
import { BODY_KINDS } from '../body.payloads.js';
import { AnswerOf } from '../../../http/openapi/answer-of.js';
import { type BodyView } from '../views/body/body.view.js';
import { type ListedBody } from '../views/body-register/body-register.query.js';

/** The shapes of answers about bodies, for the documentation. */

@AnswerOf<ListedBody>()
export class ListedBodyDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty({ ...text, enum: BODY_KINDS }) readonly kind!: string;
  @ApiProperty(text) readonly timeZone!: string;
  @ApiProperty({ ...textOrNull, description: 'What it reports to on that day' }) readonly parentId!: string | null;
  @ApiProperty(dateOrNull) readonly establishedOn!: string | null;
  @ApiProperty({ ...text, enum: LIFE_STATUSES }) readonly state!: string;
  @ApiProperty(dateOrNull) readonly stateSince!: string | null;
  @ApiProperty(text) readonly stateExplained!: string;
  @ApiProperty({ ...lines, description: 'Localities of its area' }) readonly localities!: readonly string[];
  @ApiProperty({ ...lines, description: 'Localities it is the group of: area/locality' })
  readonly serves!: readonly string[];
}

class ConstitutionInWordsDto {
  @ApiProperty({ ...text, example: 'one half of the voting members in post' }) readonly quorum!: string;
  @ApiProperty(text) readonly voting!: string;
  @ApiProperty(text) readonly presiding!: string;
  @ApiProperty(text) readonly substitutes!: string;
  @ApiProperty(text) readonly notice!: string;
  @ApiProperty(text) readonly verbs!: string;
}

class ConstitutionViewDto {
  @ApiProperty(text) readonly versionId!: string;
  @ApiProperty(date) readonly from!: string;
  @ApiProperty({ ...dateOrNull, description: 'The day before the next version applies' }) readonly lastDay!: string | null;
  @ApiProperty(text) readonly source!: string;
  @ApiProperty({ type: () => ConstitutionInWordsDto }) readonly inWords!: ConstitutionInWordsDto;
  @ApiProperty(structure) readonly quorum!: object;
  @ApiProperty({ ...whole, required: false, description: 'Minutes a meeting waits for a quorum' }) readonly waitsForQuorum?: number;
  @ApiProperty(structure) readonly voting!: object;
  @ApiProperty(structure) readonly presiding!: object;
  @ApiProperty(structure) readonly substitutes!: object;
  @ApiProperty(structure) readonly notice!: object;
  @ApiProperty(structure) readonly references!: object;
  @ApiProperty(lines) readonly verbs!: readonly string[];
}

export class ConstitutionsDto {
  @ApiProperty(list(() => ConstitutionViewDto)) readonly versions!: readonly ConstitutionViewDto[];
}

class SeatViewDto {
  @ApiProperty(text) readonly seatId!: string;
  @ApiProperty(text) readonly label!: string;
  @ApiProperty({ ...text, required: false }) readonly organisation?: string;
  @ApiProperty(flag) readonly voting!: boolean;
  @ApiProperty({ type: () => PersonNamedDto, nullable: true }) readonly holder!: PersonNamedDto | null;
  @ApiProperty(list(() => PersonNamedDto)) readonly substitutes!: readonly PersonNamedDto[];
  @ApiProperty(dateOrNull) readonly heldFrom!: string | null;
  @ApiProperty(dateOrNull) readonly termEnds!: string | null;
  @ApiProperty(textOrNull) readonly role!: string | null;
}

class VacancyDto {
  @ApiProperty(text) readonly seatId!: string;
  @ApiProperty(text) readonly label!: string;
  @ApiProperty(flag) readonly voting!: boolean;
}

class CountsDto {
  @ApiProperty(whole) readonly seats!: number;
  @ApiProperty({ ...whole, description: 'Voting seats, filled or not' }) readonly voting!: number;
  @ApiProperty(whole) readonly filled!: number;
  @ApiProperty(whole) readonly vacant!: number;
}

class OfficeHolderDto {
  @ApiProperty({ ...text, description: "Chair, vice-chair, clerk, or an office in the body's own words" }) readonly office!: string;
  @ApiProperty({ type: () => PersonNamedDto }) readonly holder!: PersonNamedDto;
}

class ParentDto {
  @ApiProperty(text) readonly parentId!: string;
  @ApiProperty(date) readonly from!: string;
  @ApiProperty({ ...lines, description: 'What the body may decide by itself' }) readonly delegated!: readonly string[];
  @ApiProperty({ ...text, required: false }) readonly source?: string;
}

class LifeDto {
  @ApiProperty({ ...text, enum: LIFE_STATUSES }) readonly state!: string;
  @ApiProperty(dateOrNull) readonly since!: string | null;
  @ApiProperty(text) readonly explanation!: string;
  @ApiProperty(dateOrNull) readonly lastMeeting!: string | null;
  @ApiProperty({ ...dateOrNull, description: 'The day it is dormant from by its rule unless it meets' }) readonly dormantFrom!:
    string | null;
}

@AnswerOf<MinuteStyle>()
export class MinuteStyleDto {
  @ApiProperty({ ...text, enum: STYLE_SETS }) readonly set!: StyleSet;
  @ApiProperty({ ...text, enum: OPENINGS }) readonly opening!: MinuteStyle['opening'];
  @ApiProperty({ ...text, enum: HEADINGS }) readonly headings!: MinuteStyle['headings'];
  @ApiProperty({ ...text, required: false, description: 'Words before every decision' }) readonly lead?: string;
  @ApiProperty({ ...text, enum: VERBS }) readonly verbs!: MinuteStyle['verbs'];
  @ApiProperty({ ...text, enum: LABELS }) readonly labels!: MinuteStyle['labels'];
  @ApiProperty({ ...text, enum: NUMBERINGS }) readonly numbering!: MinuteStyle['numbering'];
  @ApiProperty({
    ...text,
    enum: CONTINUES,
    required: false,
    description: 'With which month the numbers begin anew, where they go on from the meeting before',
  })
  readonly continues?: MinuteStyle['continues'];
  @ApiProperty({ ...text, enum: TIMES }) readonly times!: MinuteStyle['times'];
  @ApiProperty({ ...text, description: 'What the person presiding is called' }) readonly chair!: string;
  @ApiProperty({ ...text, enum: SEDERUNTS }) readonly sederunt!: MinuteStyle['sederunt'];
  @ApiProperty({ ...text, enum: ORDERS }) readonly order!: MinuteStyle['order'];
  @ApiProperty({ ...text, enum: ACTIONS, required: false, description: 'As the set has it where nothing is said' })
  readonly actions?: MinuteStyle['actions'];
}

@AnswerOf<BodyView>()
export class BodyViewDto {
  @ApiProperty(text) readonly bodyId!: string;
  @ApiProperty(text) readonly name!: string;
  @ApiProperty({ ...text, enum: BODY_KINDS }) readonly kind!: string;
  @ApiProperty(text) readonly timeZone!: string;
  @ApiProperty(dateOrNull) readonly establishedOn!: string | null;
  @ApiProperty(textOrNull) readonly source!: string | null;
  @ApiProperty({ ...date, description: 'The day it is shown on' }) readonly on!: string;
  @ApiProperty({ ...whole, description: 'What `If-Match` takes' }) readonly revision!: number;
  @ApiProperty({ type: () => ConstitutionViewDto, nullable: true }) readonly constitution!: ConstitutionViewDto | null;
  @ApiProperty(list(() => SeatViewDto)) readonly seats!: readonly SeatViewDto[];
  @ApiProperty(list(() => VacancyDto)) readonly vacancies!: readonly VacancyDto[];
  @ApiProperty({ type: () => CountsDto }) readonly counts!: CountsDto;
  @ApiProperty(list(() => OfficeHolderDto)) readonly offices!: readonly OfficeHolderDto[];
  @ApiProperty({ ...structures, description: 'The items that stand on every agenda, in their order' })
  readonly standingItems!: readonly object[];
  @ApiProperty({ type: () => MinuteStyleDto, description: 'How its minutes look and read' }) readonly minuteStyle!: MinuteStyleDto;
  @ApiProperty({ type: () => ParentDto, nullable: true }) readonly parent!: ParentDto | null;
  @ApiProperty({ type: () => LifeDto, description: 'How it stood in its life on that day' }) readonly life!: LifeDto;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Its proposal, sabbaticals, readiness, localities, budgets and remits',
  })
  readonly overTime!: object;
}
