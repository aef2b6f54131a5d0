import { FollowReminders, ChangeReminders, OptInAgain, OptOutOfReminders } from '../../../../src/across/reminders/reminders.commands.js';
import { RecordHoliday, WithdrawHoliday } from '../../../../src/slices/calendars/calendars.commands.js';
import {
  DeclareOrganisationSpellingDistinct,
  DeclareOrganisationSpellingSame,
  DeclareSpellingDistinct,
  DeclareSpellingSame,
} from '../../../../src/slices/directory/directory.commands.js';
import {
  GrantRole,
  RegisterPrincipal,
  ReinstatePrincipal,
  SuspendPrincipal,
  WithdrawRole,
} from '../../../../src/slices/people/principal.commands.js';
import { say } from '../story.js';

export const calendarsAndPeople = [
  say(RecordHoliday, 'scotland', { date: '2031-05-08' }),
  say(WithdrawHoliday, 'scotland', { date: '2031-05-08' }),
  say(RegisterPrincipal, 'ann'),
  say(GrantRole, 'ann', { role: 'clerk', bodyId: 'said-board' }),
  say(WithdrawRole, 'ann', { role: 'clerk', bodyId: 'said-board' }),
  say(SuspendPrincipal, 'ann'),
  say(ReinstatePrincipal, 'ann'),
  say(FollowReminders, 'ann', {
    address: 'said@example.org',
    kinds: ['plan'],
    names: ['Said Officer'],
    bodies: ['board'],
    digest: 'weekly',
    timeZone: 'Europe/Jersey',
  }),
  say(ChangeReminders, 'ann', {
    address: 'said-again@example.org',
    kinds: ['duty'],
    bodies: ['council'],
    digest: 'each',
    timeZone: 'Europe/London',
    noAddress: undefined,
    noQuietHours: undefined,
  }),
  say(ChangeReminders, 'ann', {
    address: undefined,
    kinds: undefined,
    digest: 'daily',
    timeZone: undefined,
    quietHours: undefined,
    noAddress: true,
    noQuietHours: true,
  }),
  say(OptOutOfReminders, 'ann'),
  say(OptInAgain, 'ann'),
  say(DeclareSpellingSame, 'j-brown', { sameAs: 'john-brown' }),
  say(DeclareSpellingDistinct, 'j-brown', { from: 'john-brown' }),
  say(DeclareOrganisationSpellingSame, 'sbc', { sameAs: 'borders-council' }),
  say(DeclareOrganisationSpellingDistinct, 'sbc', { from: 'borders-council' }),
];
