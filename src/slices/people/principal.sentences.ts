import { type Sentences } from '../../kernel/sentences.js';
import { type PrincipalEvent } from './principal.events.js';

const listed = (...said: readonly (string | undefined)[]): string => said.filter((one) => one !== undefined).join(', ');

export const principalSentences: Sentences<PrincipalEvent> = {
  PrincipalRegistered: ({ login, name, personId }) => `Principal registered: ${listed(login, name, personId)}`,
  RoleGranted: ({ login, role, bodyId }) => `Role granted: ${listed(login, role, bodyId)}`,
  RoleWithdrawn: ({ login, role, bodyId, reason }) => `Role withdrawn: ${listed(login, role, bodyId, reason)}`,
  PrincipalSuspended: ({ login, reason }) => `Principal suspended: ${listed(login, reason)}`,
  PrincipalReinstated: ({ login, reason }) => `Principal reinstated: ${listed(login, reason)}`,
};
