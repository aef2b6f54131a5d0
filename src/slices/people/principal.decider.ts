import { type CommandFor } from '../../kernel/command.js';
import { accept, type Decider, type Decision, type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { refusePrincipal } from './principal.refusals.js';
import { type Grant } from '../../kernel/principal.js';
import {
  type GrantRole,
  type RegisterPrincipal,
  type ReinstatePrincipal,
  type SuspendPrincipal,
  type WithdrawRole,
} from './principal.commands.js';
import { type PrincipalEvent } from './principal.events.js';
import { ALL_BODIES } from '../../kernel/rights.js';

export interface PrincipalState {
  readonly name: string;
  readonly personId?: string;
  readonly grants: readonly Grant[];
  readonly suspended: boolean;
}

const without = (grants: readonly Grant[], gone: Grant): readonly Grant[] =>
  grants.filter(({ role, bodyId }) => role !== gone.role || bodyId !== gone.bodyId);

export const principalHistory: History<PrincipalState, PrincipalEvent> = {
  category: 'principal',
  initial: { name: '', grants: [], suspended: false },
  evolve(state, event: Recorded<PrincipalEvent>) {
    switch (event.type) {
      case 'PrincipalRegistered':
        return { ...state, name: event.data.name, ...(event.data.personId === undefined ? {} : { personId: event.data.personId }) };
      case 'RoleGranted':
        return { ...state, grants: [...state.grants, { role: event.data.role, bodyId: event.data.bodyId }] };
      case 'RoleWithdrawn':
        return { ...state, grants: without(state.grants, event.data) };
      case 'PrincipalSuspended':
        return { ...state, suspended: true };
      case 'PrincipalReinstated':
        return { ...state, suspended: false };
    }
  },
};

export type PrincipalCommand =
  | CommandFor<typeof RegisterPrincipal>
  | CommandFor<typeof GrantRole>
  | CommandFor<typeof WithdrawRole>
  | CommandFor<typeof SuspendPrincipal>
  | CommandFor<typeof ReinstatePrincipal>;

const RESERVED = ['public', 'operator'];

function decide(command: PrincipalCommand, principal: PrincipalState): Decision<PrincipalEvent> {
  const login = command.target;
  switch (command.type) {
    case 'RegisterPrincipal':
      if (RESERVED.includes(login)) return refusePrincipal('principal.reserved', { detail: { login } });
      return accept<PrincipalEvent>({ type: 'PrincipalRegistered', v: 1, data: { login, ...command.data } });
    case 'GrantRole': {
      const { role, bodyId } = command.data;
      if (principal.suspended) return refusePrincipal('principal.suspended');
      if (holds(principal, command.data)) return refusePrincipal('principal.role-held', { field: 'role', detail: { role, bodyId } });
      return accept<PrincipalEvent>({ type: 'RoleGranted', v: 1, data: { login, role, bodyId } });
    }
    case 'WithdrawRole': {
      const { role, bodyId } = command.data;
      if (!holds(principal, command.data)) return refusePrincipal('principal.role-not-held', { field: 'role', detail: { role, bodyId } });
      if (login === command.by.principalId && role === 'administrator' && bodyId === ALL_BODIES)
        return refusePrincipal('principal.not-oneself');
      return accept<PrincipalEvent>({ type: 'RoleWithdrawn', v: 1, data: { login, ...command.data } });
    }
    case 'SuspendPrincipal':
      if (login === command.by.principalId) return refusePrincipal('principal.not-oneself');
      if (principal.suspended) return refusePrincipal('principal.suspended');
      return accept<PrincipalEvent>({ type: 'PrincipalSuspended', v: 1, data: { login, reason: command.data.reason } });
    case 'ReinstatePrincipal':
      if (!principal.suspended) return refusePrincipal('principal.not-suspended');
      return accept<PrincipalEvent>({ type: 'PrincipalReinstated', v: 1, data: { login, reason: command.data.reason } });
  }
}

const holds = ({ grants }: PrincipalState, { role, bodyId }: Grant): boolean =>
  grants.some((grant) => grant.role === role && grant.bodyId === bodyId);

export const principalDecider: Decider<PrincipalState, PrincipalCommand, PrincipalEvent> = {
  history: principalHistory as History<PrincipalState>,
  decide,
};
