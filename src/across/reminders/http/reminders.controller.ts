import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { refuseAccess } from '../../../http/access.refusals.js';
import { Caller, SignedIn } from '../../../http/needs.js';
import { allows, bodiesWith, type Principal } from '../../../kernel/principal.js';
import { ALL_BODIES } from '../../../kernel/rights.js';
import { SubjectKeys } from '../../../slices/people/people.queries.js';
import { API, idIn } from '../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../http/page.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { dateInZone, USUAL_TIME_ZONE } from '../../../kernel/dates.js';
import { dateMoved } from '../../../kernel/words.js';
import { OneDue } from '../../due/due.queries.js';
import { type ReminderRow, RemindersOf, RemindersRaisedTo } from '../reminders-of.query.js';
import { pathOf, sentenceOf } from '../words.js';
import { ReminderDto, RemindersQuery, RemindersSettingsDto } from '../reminders.payloads.js';

/** What a principal is reminded of: read and changed by that principal, or by an administrator of all bodies. */
@ApiTags('reminders')
@ApiBearerAuth()
@SignedIn()
@Controller(`${API}/principals/:login/reminders`)
export class RemindersController {
  constructor(
    private readonly queries: QueryBus,
    private readonly keys: SubjectKeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiParam({ name: 'login', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ListReminders', summary: 'What somebody was reminded of, newest first, and how each deadline stands now.' })
  @ApiOkResponse({ type: PageOf(ReminderDto) })
  @ApiProduces('application/json', 'text/plain')
  async list(
    @Param() params: Readonly<Record<string, string>>,
    @Query() query: RemindersQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PageAnswer<ReminderDto> | string> {
    const { rows, next } = await this.queries.execute(new RemindersRaisedTo(this.login(params, principal), page(query)));
    const today = dateInZone(this.clock.now(), USUAL_TIME_ZONE);
    const items = await Promise.all(rows.map((row) => this.shown(row, principal, today)));
    if (query.format !== 'text') return pageAnswer({ rows: items, next });
    void reply.type('text/plain; charset=utf-8');
    return items
      .map(
        ({ raisedAt, words, status, dateMoved: moved }) =>
          `${raisedAt.slice(0, 10)}  ${status.padEnd(11)}  ${words}${moved ? ` (${moved.words})` : ''}\n`,
      )
      .join('');
  }

  @Get('settings')
  @ApiParam({ name: 'login', schema: { type: 'string' } })
  @ApiOperation({ operationId: 'ReadReminderSettings', summary: 'What somebody follows, and how they are told.' })
  @ApiOkResponse({ type: RemindersSettingsDto })
  async settings(@Param() params: Readonly<Record<string, string>>, @Caller() principal: Principal): Promise<RemindersSettingsDto> {
    const login = this.login(params, principal);
    const { state, revision } = await this.queries.execute(new RemindersOf(login));
    const { following, optedOut, waiting } = state;
    const address = following?.address ? await this.keys.open(following.address) : null;
    return {
      login,
      following: following && { ...following, address },
      optedOut,
      waiting: waiting.size,
      revision: revision === 'none' ? null : revision,
    };
  }

  private login(params: Readonly<Record<string, string>>, principal: Principal): string {
    const login = idIn(params, 'login');
    if (principal.id === login || allows(principal, 'principals.manage', ALL_BODIES)) return login;
    throw new RequestRefused(refuseAccess('access.right-missing', { detail: { right: 'principals.manage', bodyId: ALL_BODIES } }));
  }

  /** A reminder whose deadline the reader may not read, or not yet, is shown without the deadline's words. */
  private async shown(row: ReminderRow, principal: Principal, today: string): Promise<ReminderDto> {
    const reader = { drafts: bodiesWith(principal, 'meetings.read-drafts'), exempt: bodiesWith(principal, 'meetings.read-exempt') };
    const due = await this.queries.execute(new OneDue(row.dueId, today, reader));
    const { reminderId, sort, dueId, bodyId, date, raisedAt, status, sentAt } = row;
    return {
      reminderId,
      sort,
      words: due ? sentenceOf(sort, due, date) : 'A deadline that you may not read of.',
      ...{ dueId: due ? dueId : '', bodyId, date, standing: due?.standing ?? null },
      dateMoved: due?.standing === 'live' ? dateMoved(date, due.deadline.latest) : null,
      ...{ raisedAt, status, sentAt, link: due ? pathOf(due) : null },
    };
  }
}
