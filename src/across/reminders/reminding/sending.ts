import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Principal } from '../../../kernel/principal.js';
import { SubjectKeys } from '../../../slices/people/people.queries.js';
import { type Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';
import { type Outcome } from '../../../eventstore/command-runner.js';
import { type BusCommand } from '../../../kernel/command.js';
import { dateInZone } from '../../../kernel/dates.js';
import { derivedId } from '../../../kernel/ids.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { pauseBefore } from '../../../projections/back-off.js';
import { OneDue } from '../../due/due.queries.js';
import { isQuiet, mayMail } from '../digest-times.js';
import { mailOf, type Told } from '../mail.js';
import { OptOutTokens } from './opt-out-token.js';
import { type Reminders, RemindersOf } from '../reminders-of.query.js';
import { LetRemindersLapse, MakeReminderDigest, NoteReminderSent, NoteReminderUndelivered } from '../reminding.commands.js';
import { stillHolds } from '../sorts.js';
import { type Delivery, type Mailer } from './mailer.port.js';
import { ownCommand, readerOf } from './reminded.js';

const HOUR_MS = 3_600_000;

interface Failing {
  readonly failures: number;
  /** The next attempt: milliseconds since the epoch. */
  readonly notBefore: number;
}

/**
 * Sends raised reminders. A mail is made (recorded) before it is sent, and its Message-ID is the recorded one, so that the recipient can
 * recognise a mail sent again, also by another process after this one was killed.
 */
@Injectable()
export class Sending {
  private readonly log = new Logger('Reminders');
  private readonly failing = new Map<string, Failing>();
  /** Failures of the mail server itself; `failing` has those of single followers. */
  private server: Failing = { failures: 0, notBefore: 0 };

  constructor(
    private readonly queries: QueryBus,
    private readonly bus: CommandBus,
    private readonly keys: SubjectKeys,
    private readonly tokens: OptOutTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers whether a mail was sent. */
  async sendTo(principal: Principal, now: string, mailer: Mailer, address: string): Promise<boolean> {
    const login = principal.id;
    const at = Date.parse(now);
    if (at < this.server.notBefore || at < (this.failing.get(login)?.notBefore ?? 0)) return false;
    const { state } = await this.queries.execute(new RemindersOf(login));
    const { following, optedOut, mail, waiting, lastDigestAt } = state;
    if (!following?.address || optedOut || waiting.size === 0) return false;
    if (mail ? isQuiet(now, following) : !mayMail(now, following, lastDigestAt)) return false;
    const to = await this.keys.open(following.address);
    if (to === null) return false;

    const today = dateInZone(now, following.timeZone);
    const { told, gone } = await this.asItStands(state, principal, today);
    if (gone.length > 0) await this.record(ownCommand(LetRemindersLapse, login, { reminders: gone }));
    if (told.length === 0) return false;
    const reminders = told.map(({ reminder }) => reminder.reminderId);
    const messageId = mail?.messageId ?? `<${derivedId('reminder-mail', login, ...reminders)}@${new URL(address).hostname}>`;
    if (!mail && !(await this.record(ownCommand(MakeReminderDigest, login, { messageId, reminders })))) return false;
    const optOut = `${address}/reminders/opt-out?token=${encodeURIComponent(await this.tokens.tokenFor(login))}`;
    const letter = mailOf(principal.name, told, today, address, optOut);
    const delivery = await mailer.send({ to, ...letter, messageId, optOut });
    await this.note(login, messageId, delivery, at);
    return delivery.kind === 'sent';
  }

  /**
   * Splits the waiting reminders: `told` still hold; the deadlines of `gone` were met, moved or dropped meanwhile, or may no longer be
   * read.
   */
  private async asItStands({ mail, waiting, following }: Reminders, principal: Principal, today: string) {
    const reminders = mail ? mail.reminders.flatMap((id) => waiting.get(id) ?? []) : waiting.values();
    const told: Told[] = [];
    const gone: string[] = [];
    for (const reminder of reminders) {
      const due = await this.queries.execute(new OneDue(reminder.dueId, today, readerOf(principal)));
      if (stillHolds(reminder, due, today, following?.leadDays ?? 0)) told.push({ reminder, due });
      else gone.push(reminder.reminderId);
    }
    return { told, gone };
  }

  private async note(login: string, messageId: string, delivery: Delivery, at: number): Promise<void> {
    const { failures } = this.failing.get(login) ?? { failures: 0 };
    if (delivery.kind === 'later') {
      const again = (count: number): Failing => ({ failures: count, notBefore: at + this.pause(count) });
      if (delivery.unreachable) this.server = again(this.server.failures + 1);
      this.failing.set(login, delivery.unreachable ? { failures: failures + 1, notBefore: 0 } : again(failures + 1));
      this.log.warn({ msg: 'a reminder could not be sent and is tried again', login, why: delivery.why });
      return;
    }
    this.server = { failures: 0, notBefore: 0 };
    this.failing.delete(login);
    if (delivery.kind === 'sent') await this.record(ownCommand(NoteReminderSent, login, { messageId, attempt: failures + 1 }));
    else {
      this.log.warn({ msg: 'a reminder was refused for good', login, why: delivery.why });
      await this.record(ownCommand(NoteReminderUndelivered, login, { messageId, why: delivery.why }));
    }
  }

  private pause(failures: number): number {
    return pauseBefore({ first: Math.max(1, this.config.remindersEvery) * 1_000, longest: HOUR_MS }, failures);
  }

  private async record(command: BusCommand): Promise<boolean> {
    return (await this.bus.execute<BusCommand, Outcome | Refusal>(command)).accepted;
  }
}
