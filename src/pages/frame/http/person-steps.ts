import { type Grant } from '../../../kernel/principal.js';
import { ALL_BODIES, GRANTABLE_ROLES } from '../../../kernel/rights.js';
import {
  GrantRole,
  RegisterPrincipal,
  ReinstatePrincipal,
  SuspendPrincipal,
  WithdrawRole,
} from '../../../slices/people/principal.commands.js';
import { type Choice, type StepField } from '../steps/parts.js';
import { type Step, type Steps } from '../steps/step.js';

export const REGISTER: Step<void> = {
  command: RegisterPrincipal,
  name: 'Register somebody',
  button: 'Register',
  done: 'They are registered. Give them a role and a password.',
  parts: () => [
    { id: 'name', as: 'line', label: 'Name', hint: 'As the record shows it beside what they record' },
    {
      id: '_login',
      as: 'line',
      label: 'Login',
      hint: 'Small letters, figures and hyphens, such as a-clerk. It cannot be changed',
      short: true,
    },
  ],
  offered: () => true,
};

/** Somebody who may sign in, as far as that decides what may be recorded of them. */
interface Person {
  readonly grants: readonly Grant[];
  readonly suspended: boolean;
}

/** The data from which a person's forms are made. */
interface PersonAt {
  readonly bodies: readonly { readonly bodyId: string; readonly name: string }[];
}

const ROLES: readonly Choice[] = GRANTABLE_ROLES.map((role) => ({ value: role, text: role }));
const reason = (called: string): StepField => ({ id: 'reason', as: 'line', label: 'Reason', called });

export const PERSON_STEPS: Steps<Person, PersonAt> = {
  'grant-role': {
    command: GrantRole,
    name: 'Give a role',
    button: 'Give the role',
    done: 'The role is given.',
    parts: ({ bodies }) => [
      { id: 'role', as: 'choice', label: 'Role', choices: ROLES },
      {
        id: 'bodyId',
        as: 'choice',
        label: 'Body',
        choices: [{ value: ALL_BODIES, text: 'Every body' }, ...bodies.map(({ bodyId, name }) => ({ value: bodyId, text: name }))],
      },
    ],
    offered: () => true,
  },
  /** The page has a form of it beside each role, which names the role. */
  'withdraw-role': {
    command: WithdrawRole,
    name: 'Withdraw a role',
    button: 'Withdraw',
    done: 'The role is withdrawn.',
    parts: () => [],
    offered: ({ grants }) => grants.length > 0,
  },
  suspend: {
    command: SuspendPrincipal,
    name: 'Suspend',
    button: 'Suspend',
    about: 'Stops them from doing anything, at once. What they recorded stands.',
    done: 'They are suspended, and can do nothing more.',
    parts: () => [reason('Why they are suspended')],
    offered: ({ suspended }) => !suspended,
  },
  reinstate: {
    command: ReinstatePrincipal,
    name: 'Reinstate',
    button: 'Reinstate',
    about: 'They keep the roles above.',
    done: 'They may act again.',
    parts: () => [reason('Why they are reinstated')],
    offered: ({ suspended }) => suspended,
  },
};
