import { defineCommand } from '../../kernel/command.js';
import { ChoiceField, LineField, SlugField, StructuredField, SLUG, TextField } from '../../http/fields.js';
import { ALL_BODIES, GRANTABLE_ROLES, type Role } from '../../kernel/rights.js';
import { principalScope } from './principal.scope.js';

const bodyIdField = (): PropertyDecorator =>
  StructuredField(
    (value) =>
      typeof value === 'string' && (value === ALL_BODIES || SLUG.test(value)) ? null : 'must be the id of a body, or * for all bodies',
    { type: 'string', pattern: `^(?:\\*|${SLUG.source.slice(1, -1)})$`, example: 'cpp-strategic-board' },
    { description: 'The body the role is held in, or `*` for all bodies' },
  );

export class RegisterPrincipalDto {
  @LineField({ max: 200, description: 'Their name, as the record shows it beside what they record', example: 'Committee clerk' })
  name!: string;
  @SlugField({ optional: true, description: 'The person of the record they are, if any' })
  personId?: string;
}

export class GrantRoleDto {
  @ChoiceField(GRANTABLE_ROLES, { description: 'The role' })
  role!: Role;
  @bodyIdField()
  bodyId!: string;
}

export class WithdrawRoleDto extends GrantRoleDto {
  @TextField({ optional: true, max: 1_000, description: 'Why they have it no longer' })
  reason?: string;
}

export class PrincipalReasonDto {
  @TextField({ max: 1_000, description: 'Why they may not sign in, or may again' })
  reason!: string;
}

export const RegisterPrincipal = defineCommand({
  type: 'RegisterPrincipal',
  scope: principalScope,
  dto: RegisterPrincipalDto,
  right: 'principals.manage',
  summary: 'Registers somebody, or a program, that can be given roles, a password and tokens.',
  example: { name: 'Committee clerk' },
  creates: true,
});

export const GrantRole = defineCommand({
  type: 'GrantRole',
  scope: principalScope,
  dto: GrantRoleDto,
  right: 'principals.manage',
  summary: 'Gives a role in a body, or in all of them.',
  example: { role: 'clerk', bodyId: 'cpp-strategic-board' },
  creates: false,
});

export const WithdrawRole = defineCommand({
  type: 'WithdrawRole',
  scope: principalScope,
  dto: WithdrawRoleDto,
  right: 'principals.manage',
  summary: 'Takes a role away.',
  example: { role: 'clerk', bodyId: 'cpp-strategic-board', reason: 'Moved to another committee.' },
  creates: false,
});

export const SuspendPrincipal = defineCommand({
  type: 'SuspendPrincipal',
  scope: principalScope,
  dto: PrincipalReasonDto,
  right: 'principals.manage',
  summary: 'Stops a principal from acting, at once, whatever tokens they hold.',
  example: { reason: 'Left the council.' },
  creates: false,
});

export const ReinstatePrincipal = defineCommand({
  type: 'ReinstatePrincipal',
  scope: principalScope,
  dto: PrincipalReasonDto,
  right: 'principals.manage',
  summary: 'Lets a suspended principal act again, with the roles they hold.',
  example: { reason: 'Came back.' },
  creates: false,
});

export const principalCommands = [RegisterPrincipal, GrantRole, WithdrawRole, SuspendPrincipal, ReinstatePrincipal];
