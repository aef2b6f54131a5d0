import { describe, expect, it } from '@jest/globals';
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

  it('is registered with the member whose account it is, and is neither the public nor the operator', () => {
    given(principalHistory)
      .when(principalDecider, ask(RegisterPrincipal, 'ana', { name: 'Ana', personId: 'p-ana' }))
      .then({ type: 'PrincipalRegistered', v: 1, data: { login: 'ana', name: 'Ana', personId: 'p-ana' } });
    expect(given(principalHistory, [{ ...registered, data: { ...registered.data, personId: 'p-ana' } }, clerk, suspended]).state).toEqual({
      name: 'Ana',
      personId: 'p-ana',
      grants: [{ role: 'clerk', bodyId: 'board' }],
      suspended: true,
    });
    given(principalHistory)
      .when(principalDecider, ask(RegisterPrincipal, 'operator', { name: 'Ana' }))
      .thenRefused('principal.reserved', { detail: { login: 'operator' } });
  });

  it('keeps the other roles when one is withdrawn, and all of them through a suspension', () => {
    const elsewhere: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'clerk', bodyId: 'panel' } };
    const auditor: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'auditor', bodyId: 'board' } };
    const reinstated: PrincipalEvent = { type: 'PrincipalReinstated', v: 1, data: { login: 'ana', reason: 'back' } };
    given(principalHistory, [registered, clerk, elsewhere, auditor, suspended, reinstated])
      .when(principalDecider, ask(WithdrawRole, 'ana', { role: 'clerk', bodyId: 'board' }))
      .seen((state) =>
        expect(state).toEqual({
          name: 'Ana',
          grants: [
            { role: 'clerk', bodyId: 'panel' },
            { role: 'auditor', bodyId: 'board' },
          ],
          suspended: false,
        }),
      )
      .and(principalDecider, ask(WithdrawRole, 'ana', { role: 'clerk', bodyId: 'board' }))
      .thenRefused('principal.role-not-held');
  });

  it('is given the same role in another body, and another role in the same', () => {
    for (const role of [
      { role: 'clerk', bodyId: 'panel' },
      { role: 'auditor', bodyId: 'board' },
    ] as const)
      given(principalHistory, [registered, clerk])
        .when(principalDecider, ask(GrantRole, 'ana', role))
        .then({ type: 'RoleGranted', v: 1, data: { login: 'ana', ...role } });
  });

  it('withdraws from themselves all but the administration of everything, and that from somebody else', () => {
    const oneBody: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'administrator', bodyId: 'board' } };
    const auditor: PrincipalEvent = { type: 'RoleGranted', v: 1, data: { login: 'ana', role: 'auditor', bodyId: '*' } };
    const held = given(principalHistory, [registered, administrator, oneBody, auditor]);
    const withdraw = (role: 'administrator' | 'auditor', bodyId: string, by?: typeof ana) =>
      held.when(principalDecider, ask(WithdrawRole, 'ana', { role, bodyId }, by && { by }));
    withdraw('administrator', 'board', ana).then({
      type: 'RoleWithdrawn',
      v: 1,
      data: { login: 'ana', role: 'administrator', bodyId: 'board' },
    });
    withdraw('auditor', '*', ana).then({ type: 'RoleWithdrawn', v: 1, data: { login: 'ana', role: 'auditor', bodyId: '*' } });
    withdraw('administrator', '*').then({ type: 'RoleWithdrawn', v: 1, data: { login: 'ana', role: 'administrator', bodyId: '*' } });
  });

  it('is suspended by somebody else, once, and reinstated, with the reason for each', () => {
    const suspend = ask(SuspendPrincipal, 'ana', reason);
    given(principalHistory, [registered]).when(principalDecider, suspend).then(suspended);
    given(principalHistory, [registered, suspended]).when(principalDecider, suspend).thenRefused('principal.suspended');
    given(principalHistory, [registered, suspended])
      .when(principalDecider, ask(ReinstatePrincipal, 'ana', { reason: 'back' }))
      .then({ type: 'PrincipalReinstated', v: 1, data: { login: 'ana', reason: 'back' } });
  });

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
