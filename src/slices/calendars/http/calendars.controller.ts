import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone } from '../../../http/needs.js';
import { answerAs } from '../../../http/answer-as.js';
import { API, idIn } from '../../../http/command-routes.js';
import { RequestRefused } from '../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../kernel/clock.js';
import { SeatOfBody } from '../bodies.port.js';
import { EVERYWHERE } from '../calendar.events.js';
import { refuseCalendar } from '../calendar.refusals.js';
import { CALENDARS } from '../calendars.js';
import { HolidaysFor } from '../holidays-for.query.js';
import { countPeriod, dayInWords, explainPeriod } from '../counting.js';
import { type CalendarName, type CountedPeriod } from '../../../kernel/deadline.js';
import { holidaysOf, type HolidaysOfYear } from '../views/holidays/holidays-of-year.js';
import { CountedPeriodDto, CountQuery, HolidaysDto, HolidaysQuery } from './calendars.dto.js';

const isCalendar = (name: string): name is CalendarName => Object.hasOwn(CALENDARS, name);

/** The calendars, so that anybody can check a sum. */
@ApiTags('calendars')
@Anyone()
@Controller(API)
export class CalendarsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('calendars/:calendar/holidays')
  @ApiParam({ name: 'calendar', schema: { type: 'string' }, description: '`scotland`, a body, or `participation` for SSI 2017/39 reg 2' })
  @ApiOperation({ operationId: 'ReadHolidays', summary: 'The holidays of a year: those of the rules and those recorded.' })
  @ApiOkResponse({ type: HolidaysDto })
  @ApiProduces('application/json', 'text/plain')
  async holidays(
    @Param() params: Readonly<Record<string, string>>,
    @Query() { year: asked, format }: HolidaysQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HolidaysOfYear | string> {
    const calendar = idIn(params, 'calendar');
    const rules: CalendarName = isCalendar(calendar) ? calendar : 'scottish-bank-holidays';
    const bodyId = isCalendar(calendar) || calendar === EVERYWHERE ? undefined : calendar;
    await this.requireBody(bodyId);
    const recorded = rules === 'scottish-bank-holidays' ? await this.queries.execute(new HolidaysFor(bodyId)) : [];
    const found = holidaysOf(calendar, rules, Number(asked ?? this.clock.now().slice(0, 4)), recorded);
    return answerAs(reply, format, found, { text: holidaysText });
  }

  @Get('calendars/:calendar/count')
  @ApiParam({ name: 'calendar', schema: { type: 'string', enum: Object.keys(CALENDARS) } })
  @ApiOperation({ operationId: 'CountDays', summary: 'Counts so many days of a calendar from a day, and says how.' })
  @ApiOkResponse({ type: CountedPeriodDto })
  @ApiProduces('application/json', 'text/plain')
  async count(
    @Param() params: Readonly<Record<string, string>>,
    @Query() { from, days, starts = 'that-day', body, format }: CountQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<(CountedPeriod & { readonly explanation: string }) | string> {
    const calendar = idIn(params, 'calendar');
    if (!isCalendar(calendar)) throw new RequestRefused(refuseCalendar('calendar.not-found', { field: 'calendar', detail: { calendar } }));
    await this.requireBody(body);
    const { days: called, source } = CALENDARS[calendar];
    const length = Number(days);
    const holidays = await this.queries.execute(new HolidaysFor(body));
    const rule = `${length} ${length === 1 ? called.replace(/s$/, '') : called} ${starts === 'that-day' ? 'beginning with' : 'after'} ${dayInWords(from)}`;
    const period = countPeriod({ calendar, rule, ...(source === undefined ? {} : { source }), length, from, starts, holidays });
    const explained = { ...period, explanation: explainPeriod(period) };
    return answerAs(reply, format, explained, { text: ({ lastDay, explanation }) => `${lastDay}\n${explanation}\n` });
  }

  private async requireBody(bodyId: string | undefined): Promise<void> {
    if (bodyId !== undefined && !(await this.queries.execute(new SeatOfBody(bodyId))))
      throw new RequestRefused(refuseCalendar('calendar.not-found', { detail: { calendar: bodyId } }));
  }
}

function holidaysText({ calendar, year, holidays }: HolidaysOfYear): string {
  const lines = holidays.map(({ date, title, kept, recorded }) =>
    [dayInWords(date).padEnd(28), title, recorded ? (kept ? '(recorded)' : '(recorded: not kept)') : ''].filter(Boolean).join('  '),
  );
  return `${[`Holidays of ${year}, ${calendar}`, '', ...lines].join('\n')}\n`;
}
