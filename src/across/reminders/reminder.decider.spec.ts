import { describe, expect, it } from '@jest/globals';
import { ask, given } from '../../../test/support/decider-spec.js';
import { type CommandClass } from '../../kernel/command.js';
import { type Sealed } from '../../slices/people/subjects/subject-keys.js';
import { type Following, type Reminder, type ReminderEvent } from './reminder.events.js';
import { followerDecider } from './reminder.decider.js';
import { remindersHistory } from './reminder.state.js';
import { ChangeReminders, type FollowerFacts, FollowReminders, OptInAgain, OptOutOfReminders } from './reminders.commands.js';
import { LetRemindersLapse, MakeReminderDigest, NoteReminderSent, NoteReminderUndelivered, RaiseReminders } from './reminding.commands.js';
import { remindingDecider } from './reminding.decider.js';

const login = 'shona';
const own = { by: { principalId: login, name: 'Shona Smith', role: 'officer' } };
const facts: FollowerFacts = { known: true, forOthers: false };
const sealed = 'sealed:1:principal-shona:AAAAAAAAAAAAAAAA:AAAA' as Sealed;
const following: Following = {
  address: sealed,
  names: ['Shona Smith'],
  bodies: [],
  kinds: [],
  leadDays: 7,
  digest: 'daily',
  sendAt: '08:00',
  quietHours: null,
  timeZone: 'Europe/London',
};
const followed: ReminderEvent = { type: 'RemindersFollowed', v: 1, data: { login, following } };
const optedOut: ReminderEvent = { type: 'RemindersOptedOut', v: 1, data: { login } };
const reminder = (id: string): Omit<Reminder, 'login'> => ({
  reminderId: id,
  sort: 'due-soon',
  dueId: `action:board/${id}#due`,
  bodyId: 'board',
  date: '2026-03-09',
});
const raised = (id: string): ReminderEvent => ({ type: 'ReminderRaised', v: 1, data: { login, ...reminder(id) } });
const digest = (...reminders: string[]): ReminderEvent => ({
  type: 'ReminderDigestMade',
  v: 1,
  data: { login, messageId: '<m@x>', reminders },
});

const askOwn = (type: CommandClass, data: object, more: Partial<FollowerFacts> = {}) =>
  ask(type, login, data, { facts: { ...facts, ...more }, ...own });
const asked = (type: CommandClass, data: object) => ask(type, login, data);

describe('somebody’s reminders', () => {
  it('are followed with an address that is never in the clear, and with what is usual where nothing is said', () =>
    given(remindersHistory)
      .when(followerDecider, askOwn(FollowReminders, { address: 'shona@example.org', names: ['Shona Smith'] }, { address: sealed }))
      .then(followed));
  it('are nobody else’s to follow', () =>
    given(remindersHistory)
      .when(followerDecider, ask(FollowReminders, login, { names: ['Shona Smith'] }, { facts }))
      .thenRefused('reminders.of-another'));
  it('may be followed for them by an administrator of all bodies', () =>
    given(remindersHistory)
      .when(followerDecider, ask(FollowReminders, login, { names: ['Shona Smith'] }, { facts: { known: true, forOthers: true } }))
      .thenAccepted());
  it('are of somebody who can sign in', () =>
    given(remindersHistory)
      .when(followerDecider, askOwn(FollowReminders, { names: ['x'] }, { known: false }))
      .thenRefused('reminders.nobody'));
  it('are of something', () =>
    given(remindersHistory)
      .when(followerDecider, askOwn(FollowReminders, { names: [] }))
      .thenRefused('reminders.nothing-followed', { field: 'names' }));
  it.each(['shona', 'a@b, c@d', 'Shona <a@b.org>', 'a@b.org\r\nBcc: x@y', 'a b@c.org', '@b.org', 'a@'])('do not go to %j', (address) =>
    given(remindersHistory)
      .when(followerDecider, askOwn(FollowReminders, { names: ['x'], address }, { address: sealed }))
      .thenRefused('reminders.address-invalid', { field: 'address' }),
  );
  it.each(['Europe/Atlantis', '+01:00', ''])('are not told in the time zone %j', (timeZone) =>
    given(remindersHistory)
      .when(followerDecider, askOwn(FollowReminders, { names: ['x'], timeZone }))
      .thenRefused('reminders.time-zone-unknown', { field: 'timeZone' }),
  );
  it('have no address again once their details were erased', () =>
    given(remindersHistory, [followed])
      .when(followerDecider, askOwn(ChangeReminders, { address: 'a@b.org' }, { address: 'erased' }))
      .thenRefused('reminders.erased', { field: 'address' }));
  it('are changed in what is named only', () =>
    given(remindersHistory, [followed])
      .when(followerDecider, askOwn(ChangeReminders, { digest: 'weekly', leadDays: 7, quietHours: { from: '18:00', to: '08:00' } }))
      .then({
        type: 'RemindersChanged',
        v: 1,
        data: { login, changes: { digest: 'weekly', quietHours: { from: '18:00', to: '08:00' } } },
      }));
  it('are told in a time zone that there is, and are quiet or not as is said', () => {
    given(remindersHistory)
      .when(
        followerDecider,
        askOwn(FollowReminders, { names: ['Shona Smith'], bodies: ['board'], timeZone: 'Europe/Dublin' }, { address: sealed }),
      )
      .then({
        type: 'RemindersFollowed',
        v: 1,
        data: { login, following: { ...following, bodies: ['board'], timeZone: 'Europe/Dublin' } },
      });
    const quiet: ReminderEvent = {
      type: 'RemindersFollowed',
      v: 1,
      data: { login, following: { ...following, bodies: ['board'], quietHours: { from: '18:00', to: '08:00' } } },
    };
    const changed = (data: object) => given(remindersHistory, [quiet]).when(followerDecider, askOwn(ChangeReminders, data));
    changed({ noQuietHours: true, timeZone: 'Europe/Dublin' }).then({
      type: 'RemindersChanged',
      v: 1,
      data: { login, changes: { quietHours: null, timeZone: 'Europe/Dublin' } },
    });
    changed({ noQuietHours: false }).thenRefused('reminders.nothing-changed');
    changed({ leadDays: 3, digest: undefined }).then({ type: 'RemindersChanged', v: 1, data: { login, changes: { leadDays: 3 } } });
    changed({ leadDays: 3 }).thenState((state) =>
      expect(state).toMatchObject({ following: { leadDays: 3, names: ['Shona Smith'], quietHours: { from: '18:00' } }, followingSince: 1 }),
    );
  });
  it('are opted out of once, with the reason, and of those who opted out no reminder waits', () => {
    const out = askOwn(OptOutOfReminders, { reason: 'Left' });
    given(remindersHistory, [followed, raised('a'), digest('a')])
      .when(followerDecider, out)
      .seen((state) => expect(state).toMatchObject({ optedOut: true, mail: null }))
      .then({ type: 'RemindersOptedOut', v: 1, data: { login, reason: 'Left' } });
    given(remindersHistory, [followed, optedOut]).when(followerDecider, out).thenRefused('reminders.opted-out');
    given(remindersHistory, [followed, optedOut])
      .when(followerDecider, askOwn(OptInAgain, {}))
      .seen((state) => expect(state).toMatchObject({ optedOut: false, following, followingSince: 2 }))
      .then({ type: 'RemindersOptedInAgain', v: 1, data: { login } });
  });
  it('of which some lapse leave the others in the mail under way, and a mail of none is none', () => {
    const under = [followed, raised('a'), raised('b'), digest('a', 'b')];
    const lapse = (...reminders: string[]) => asked(LetRemindersLapse, { reminders });
    given(remindersHistory, under)
      .when(remindingDecider, lapse('a'))
      .seen((state) => expect(state.mail).toEqual({ messageId: '<m@x>', reminders: ['b'] }))
      .then({ type: 'RemindersLapsed', v: 1, data: { login, reminders: ['a'] } });
    given(remindersHistory, under)
      .when(remindingDecider, lapse('a', 'b'))
      .thenState((state) => expect(state.mail).toBeNull());
    given(remindersHistory, [followed, raised('a')])
      .when(remindingDecider, lapse('a'))
      .thenState((state) => expect(state.mail).toBeNull());
    given(remindersHistory, [followed, raised('a'), raised('b')])
      .when(remindingDecider, asked(MakeReminderDigest, { messageId: '<m@x>', reminders: ['a', 'b'] }))
      .then(digest('a', 'b'));
    given(remindersHistory, [followed])
      .when(remindingDecider, asked(RaiseReminders, { reminders: [reminder('a')] }))
      .then(raised('a'));
  });
  it('are told in the feed only once there is no address', () =>
    given(remindersHistory, [followed])
      .when(followerDecider, askOwn(ChangeReminders, { noAddress: true }))
      .then({ type: 'RemindersChanged', v: 1, data: { login, changes: { address: null } } }));
  it('are not changed to what they are', () =>
    given(remindersHistory, [followed])
      .when(followerDecider, askOwn(ChangeReminders, { leadDays: 7, noQuietHours: true }))
      .thenRefused('reminders.nothing-changed'));
  it('are not changed to be of nothing', () =>
    given(remindersHistory, [followed])
      .when(followerDecider, askOwn(ChangeReminders, { names: [] }))
      .thenRefused('reminders.nothing-followed'));
  it.each([
    [ChangeReminders, { leadDays: 3 }],
    [OptOutOfReminders, {}],
    [OptInAgain, {}],
  ] as const)('cannot be changed or ended before something is followed', (command, data) =>
    given(remindersHistory).when(followerDecider, askOwn(command, data)).thenRefused('reminders.not-followed'),
  );
  it('end when they are opted out of, once, and begin again when opted in to, once', () => {
    given(remindersHistory, [followed, optedOut]).when(followerDecider, askOwn(OptOutOfReminders, {})).thenRefused('reminders.opted-out');
    given(remindersHistory, [followed, optedOut])
      .when(followerDecider, askOwn(OptInAgain, {}))
      .then({ type: 'RemindersOptedInAgain', v: 1, data: { login } });
    given(remindersHistory, [followed]).when(followerDecider, askOwn(OptInAgain, {})).thenRefused('reminders.not-opted-out');
  });
});

describe('a reminder', () => {
  it('is raised once, whoever raises it again', () => {
    given(remindersHistory, [followed, raised('aa')])
      .when(remindingDecider, asked(RaiseReminders, { reminders: [reminder('aa'), reminder('bb')] }))
      .then(raised('bb'));
    given(remindersHistory, [followed, raised('aa'), digest('aa')])
      .when(remindingDecider, asked(NoteReminderSent, { messageId: '<m@x>', attempt: 1 }))
      .and(remindingDecider, asked(RaiseReminders, { reminders: [reminder('aa')] }))
      .thenRefused('reminders.none-new');
  });
  it('that lapsed may be raised again', () =>
    given(remindersHistory, [followed, raised('aa')])
      .when(remindingDecider, asked(LetRemindersLapse, { reminders: ['aa', 'zz'] }))
      .and(remindingDecider, asked(RaiseReminders, { reminders: [reminder('aa')] }))
      .then(raised('aa')));
  it('is raised, mailed and lapses for nobody who follows nothing or has opted out', () => {
    for (const [command, data] of [
      [RaiseReminders, { reminders: [reminder('aa')] }],
      [LetRemindersLapse, { reminders: ['aa'] }],
      [MakeReminderDigest, { messageId: '<m@x>', reminders: ['aa'] }],
      [NoteReminderSent, { messageId: '<m@x>', attempt: 1 }],
      [NoteReminderUndelivered, { messageId: '<m@x>', why: '550' }],
    ] as const) {
      given(remindersHistory).when(remindingDecider, asked(command, data)).thenRefused('reminders.not-followed');
      given(remindersHistory, [followed, raised('aa'), digest('aa'), optedOut])
        .when(remindingDecider, asked(command, data))
        .thenRefused('reminders.opted-out');
    }
  });
  it('goes into one mail at a time, and only where it waits', () => {
    given(remindersHistory, [followed, raised('aa'), raised('bb'), digest('aa')])
      .when(remindingDecider, asked(MakeReminderDigest, { messageId: '<n@x>', reminders: ['bb'] }))
      .thenRefused('reminders.mail-under-way');
    for (const reminders of [[], ['bb'], ['aa', 'bb']])
      given(remindersHistory, [followed, raised('aa')])
        .when(remindingDecider, asked(MakeReminderDigest, { messageId: '<m@x>', reminders }))
        .thenRefused('reminders.not-waiting');
  });
  it('is sent, or refused for good, with the mail that is under way and no other', () => {
    const under = given(remindersHistory, [followed, raised('aa'), raised('bb'), digest('aa', 'bb')]);
    under
      .when(remindingDecider, asked(NoteReminderSent, { messageId: '<m@x>', attempt: 3 }))
      .then({ type: 'ReminderSent', v: 1, data: { login, messageId: '<m@x>', reminders: ['aa', 'bb'], attempt: 3 } });
    under
      .when(remindingDecider, asked(NoteReminderUndelivered, { messageId: '<m@x>', why: '550 no' }))
      .then({ type: 'ReminderUndelivered', v: 1, data: { login, messageId: '<m@x>', reminders: ['aa', 'bb'], why: '550 no' } });
    for (const [command, data] of [
      [NoteReminderSent, { messageId: '<n@x>', attempt: 1 }],
      [NoteReminderUndelivered, { messageId: '<n@x>', why: '550' }],
    ] as const)
      under.when(remindingDecider, asked(command, data)).thenRefused('reminders.not-under-way');
  });
  it('that lapses leaves its mail, and a mail that nothing is left of is none', () => {
    const { state } = given(remindersHistory, [
      followed,
      raised('aa'),
      raised('bb'),
      digest('aa', 'bb'),
      { type: 'RemindersLapsed', v: 1, data: { login, reminders: ['aa'] } },
    ]);
    expect(state.mail).toEqual({ messageId: '<m@x>', reminders: ['bb'] });
    given(remindersHistory, [followed, raised('aa'), digest('aa')])
      .when(remindingDecider, asked(LetRemindersLapse, { reminders: ['aa'] }))
      .and(remindingDecider, asked(NoteReminderSent, { messageId: '<m@x>', attempt: 1 }))
      .thenRefused('reminders.not-under-way');
  });
  it('that does not wait does not lapse', () =>
    given(remindersHistory, [followed])
      .when(remindingDecider, asked(LetRemindersLapse, { reminders: ['aa'] }))
      .thenRefused('reminders.not-waiting'));
});
