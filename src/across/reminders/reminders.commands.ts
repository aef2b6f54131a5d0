import { type CommandFor, defineCommand } from '../../kernel/command.js';
import { NoFields } from '../../http/fields.js';
import { type Sealed } from '../../kernel/sealed.js';
import { ChangeRemindersDto, FollowRemindersDto, OptOutOfRemindersDto } from './reminders.payloads.js';
import { remindersScope } from './reminders.scope.js';

const OWN = { scope: remindersScope, right: 'reminders.follow' } as const;

export const FollowReminders = defineCommand({
  ...OWN,
  type: 'FollowReminders',
  dto: FollowRemindersDto,
  summary: 'Records what somebody wants to be reminded of, and how.',
  example: {
    address: 'clerk@example.org',
    names: ['Shona Smith'],
    bodies: ['cpp-strategic-board'],
    leadDays: 14,
    digest: 'daily',
    sendAt: '08:00',
  },
  personal: ['address'],
  creates: true,
});

export const ChangeReminders = defineCommand({
  ...OWN,
  type: 'ChangeReminders',
  dto: ChangeRemindersDto,
  summary: 'Changes what somebody follows, or how they are told; whatever is left out stays.',
  example: { digest: 'weekly', quietHours: { from: '18:00', to: '08:00' } },
  personal: ['address'],
  creates: false,
});

export const OptOutOfReminders = defineCommand({
  ...OWN,
  type: 'OptOutOfReminders',
  dto: OptOutOfRemindersDto,
  summary: 'Ends reminders to somebody, until they opt in again.',
  example: { reason: 'I have another way of keeping track.' },
  creates: false,
});

export const OptInAgain = defineCommand({
  ...OWN,
  type: 'OptInAgain',
  dto: NoFields,
  summary: 'Takes back an opting out: reminders go on as they were.',
  example: {},
  creates: false,
});

export const remindersCommands = [FollowReminders, ChangeReminders, OptOutOfReminders, OptInAgain] as const;

/** The facts about the sender of a command, and about the principal it is for. */
export interface FollowerFacts {
  /** Whether the principal that the command is for exists. */
  readonly known: boolean;
  /** Whether the sender is an administrator of all bodies. */
  readonly forOthers: boolean;
  /**
   * The address given, sealed; `erased` if the key of the principal was erased, so that no address may be kept; absent if none was given.
   */
  readonly address?: Sealed | 'erased';
}

type Asked<C> = C extends unknown ? CommandFor<C, FollowerFacts> : never;
export type FollowerCommand = Asked<(typeof remindersCommands)[number]>;
export type AskedFor<C extends (typeof remindersCommands)[number]> = Asked<C>;
