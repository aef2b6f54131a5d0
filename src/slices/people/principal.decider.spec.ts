import { describe, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { principalDecider, principalHistory } from './principal.decider.js';
import { GrantRole, RegisterPrincipal, ReinstatePrincipal, SuspendPrincipal, WithdrawRole } from './principal.commands.js';
import { type PrincipalEvent } from './principal.events.js';

const registered: PrincipalEvent = { type: 'PrincipalRegistered', v: 1, data: { login: 'ana', name: 'Ana' } };
const clerk: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'clerk', bodyId: 'board' } };
const administrator: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'administrator', bodyId: '*' } };
const suspended: PrincipalEvent = { type: 'PrincipalSuspended', v: 1, data: { login: 'ana', reason: 'left' } };
const ana = { principalId: 'ana', name: 'Ana', role: 'administrator' };
const reason = { reason: 'left' };

describe('a principal', () => {
  it('is registered under a login', () =>
    given(principalHistory)
      .when(principalDecider, ask(RegisterPrincipal, 'ana', { name: 'Ana' }))
      .then(registered));

  it('cannot be called public', () =>
    given(principalHistory)
      .when(principalDecider, ask(RegisterPrincipal, 'public', { name: 'Ana' }))
      .thenRefused('principal.reserved'));

  it('is given a role once in a body', () =>
    given(principalHistory, [registered])
      .when(principalDecider, ask(GrantRole, 'ana', { role: 'clerk', bodyId: 'board' }))
      .and(principalDecider, ask(GrantRole, 'ana', { role: 'clerk', bodyId: 'board' }))
      .thenRefused('principal.role-held', { field: 'role' }));

  it('loses only a role that is held', () =>
    given(principalHistory, [registered, clerk])
      .when(principalDecider, ask(WithdrawRole, 'ana', { role: 'clerk', bodyId: 'other' }))
      .thenRefused('principal.role-not-held'));

  it('cannot withdraw their own administration of everything', () =>
    given(principalHistory, [registered, administrator])
      .when(principalDecider, ask(WithdrawRole, 'ana', { role: 'administrator', bodyId: '*' }, { by: ana }))
      .thenRefused('principal.not-oneself'));

  it('cannot suspend themselves', () =>
    given(principalHistory, [registered])
      .when(principalDecider, ask(SuspendPrincipal, 'ana', reason, { by: ana }))
      .thenRefused('principal.not-oneself'));

  it('is given no role while suspended', () =>
    given(principalHistory, [registered, suspended])
      .when(principalDecider, ask(GrantRole, 'ana', { role: 'clerk', bodyId: 'board' }))
      .thenRefused('principal.suspended'));

  it('is reinstated after a suspension, and only then', () =>
    given(principalHistory, [registered, suspended])
      .when(principalDecider, ask(ReinstatePrincipal, 'ana', reason))
      .and(principalDecider, ask(ReinstatePrincipal, 'ana', reason))
      .thenRefused('principal.not-suspended'));
});
