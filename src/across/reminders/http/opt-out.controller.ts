import { Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Identity } from '../../../slices/people/people.queries.js';
import { Anyone } from '../../../http/needs.js';
import { type Outcome } from '../../../eventstore/command-runner.js';
import { type BusCommand } from '../../../kernel/command.js';
import { AnyForm } from '../../../http/any-form.js';
import { LineField } from '../../../http/fields.js';
import { orRefuse, RequestRefused } from '../../../http/request-refused.js';
import { WriteAccess } from '../../../http/write-access.js';
import { newId } from '../../../kernel/ids.js';
import { type Refusal } from '../../../kernel/refusal.js';
import { OptOutTokens } from '../reminding/opt-out-token.js';
import { refuseReminder } from '../reminder.refusals.js';
import { OptOutOfReminders } from '../reminders.commands.js';

export class OptOutQuery {
  @LineField({ max: 1_000 })
  token!: string;
}

const page = (title: string, content: string): string =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>\n`;

/**
 * The page of the link at the end of every mail. A GET changes nothing, since programs follow links; the page's button opts out (RFC 8058).
 */
@ApiExcludeController()
@Anyone()
@Controller('reminders/opt-out')
export class OptOutController {
  constructor(
    private readonly tokens: OptOutTokens,
    private readonly identity: Identity,
    private readonly bus: CommandBus,
    private readonly writing: WriteAccess,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @Header('referrer-policy', 'no-referrer')
  @Header('content-type', 'text/html; charset=utf-8')
  async show(@Query() { token }: OptOutQuery): Promise<string> {
    await this.login(token);
    return page('Stop reminders', '<form method="post"><button>Send me no more reminders</button></form>');
  }

  @Post()
  @AnyForm()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Header('content-type', 'text/html; charset=utf-8')
  async optOut(@Query() { token }: OptOutQuery): Promise<string> {
    this.writing.require();
    const login = await this.login(token);
    const { state } = await this.identity.state(login);
    const command = new OptOutOfReminders(
      login,
      { reason: 'By the link in a mail.' },
      { by: { principalId: login, name: state.name, role: 'public' }, correlationId: newId(), commandId: newId(), expected: 'current' },
    );
    const outcome = await this.bus.execute<BusCommand, Outcome | Refusal>(command);
    // Opting out twice is no error.
    if (outcome.accepted || outcome.code !== 'reminders.opted-out') orRefuse(outcome);
    return page('Reminders stopped', '<p>You will be sent no more reminders. Sign in to have them again.</p>');
  }

  private async login(token: string): Promise<string> {
    const login = await this.tokens.loginOf(token);
    if (login === null) throw new RequestRefused(refuseReminder('reminders.not-found'));
    return login;
  }
}
