import { ApiProperty } from '@nestjs/swagger';
import { IntegerField, LineField, SlugField, StructuredField } from '../../../http/fields.js';

export const LONGEST_PASSWORD = 200;

const passwordProblem = (value: unknown): string | null => {
  if (typeof value !== 'string') return 'must be text';
  if (!value.isWellFormed()) return 'must be well-formed Unicode text';
  return value.length >= 1 && value.length <= LONGEST_PASSWORD ? null : `must be 1 to ${LONGEST_PASSWORD} characters long`;
};

const PasswordField = (description: string): PropertyDecorator =>
  StructuredField(passwordProblem, { type: 'string', format: 'password', minLength: 1, maxLength: LONGEST_PASSWORD }, { description });

export class SignInDto {
  @SlugField({ example: 'clerk' })
  login!: string;
  @PasswordField('The password')
  password!: string;
}

export class ChangePasswordDto {
  @PasswordField('The password as it is')
  current!: string;
  @PasswordField('The new one: at least 12 characters, and not the login')
  password!: string;
}

export class SetPasswordDto {
  @PasswordField('At least 12 characters, and not the login')
  password!: string;
}

export class MakeTokenDto {
  @LineField({ max: 100, description: 'What the token is for', example: 'Nightly export' })
  label!: string;
  @IntegerField({ min: 1, max: 3_650, optional: true, description: 'Days it is good for; 365 where left out', example: 90 })
  days?: number;
}

export class IssuedTokenDto {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String, description: 'Shown this once. Send it as `Authorization: Bearer <token>`' })
  token!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string;
}

export class TokenDto {
  @ApiProperty({ type: String })
  id!: string;
  @ApiProperty({ type: String })
  login!: string;
  @ApiProperty({ type: String })
  label!: string;
  @ApiProperty({ type: String, enum: ['session', 'api'] })
  kind!: 'session' | 'api';
  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt!: string | null;
}

export class TokensDto {
  @ApiProperty({ type: TokenDto, isArray: true })
  items!: readonly TokenDto[];
}

export class GrantDto {
  @ApiProperty({ type: String, example: 'clerk' })
  role!: string;
  @ApiProperty({ type: String, description: 'A body, or `*` for all bodies', example: 'cpp-strategic-board' })
  bodyId!: string;
}

export class PrincipalDto {
  @ApiProperty({ type: String })
  login!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: String, nullable: true })
  personId!: string | null;
  @ApiProperty({ type: GrantDto, isArray: true })
  grants!: readonly GrantDto[];
  @ApiProperty({ type: Boolean })
  suspended!: boolean;
}

export class PrincipalRecordDto extends PrincipalDto {
  @ApiProperty({ type: 'integer', description: 'For `If-Match`' })
  revision!: number;
}

export class HeldRightDto {
  @ApiProperty({ type: String, example: 'meetings.record' })
  right!: string;
  @ApiProperty({ type: String, description: 'What it allows' })
  allows!: string;
  @ApiProperty({ type: String, isArray: true, description: 'The bodies it is held in; `*` is all of them' })
  bodies!: readonly string[];
}

export class CallerDto {
  @ApiProperty({ type: String })
  login!: string;
  @ApiProperty({ type: String })
  name!: string;
  @ApiProperty({ type: HeldRightDto, isArray: true })
  rights!: readonly HeldRightDto[];
}
