import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { isDate } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { type Deadline } from '../../kernel/deadline.js';
import { HolidaysFor, TodayIn } from '../../slices/calendars/calendars.queries.js';
import { readDeadline } from '../../slices/calendars/calendars.words.js';
import { DiariesNamed } from '../../slices/bodies/bodies.queries.js';
import { MeetingDates } from '../../slices/bodies/meetings.port.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';

/** The day that the words of a deadline come to, shown while they are typed. */
@ApiExcludeController()
@Controller('bodies/:bodyId/deadline')
export class DeadlinePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  /** The words under the name of the form's field, whatever that is; `on` or `saidOn` is the day they were used, today if absent. */
  @Get()
  @Needs('meetings.read-drafts')
  async read(@AskedPage() { params, query: { on, saidOn, ...fields }, request, reply }: PageAsked): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const [typed = ''] = Object.values(fields).flatMap((words) => words?.trim() ?? []);
    const day = [on, saidOn].find((one) => one !== undefined && isDate(one)) ?? (await this.queries.execute(new TodayIn(bodyId)));
    const read = typed === '' ? null : await this.computed(bodyId, typed, day);
    return this.pages.render(request, reply, { title: '', template: 'actions/deadline.njk', data: { read } });
  }

  private async computed(bodyId: string, typed: string, saidOn: string): Promise<Deadline> {
    const meetings = await this.queries.execute(new MeetingDates(bodyId));
    const holidays = await this.queries.execute(new HolidaysFor(bodyId));
    const diaries = await this.queries.execute(new DiariesNamed(bodyId, [typed]));
    return readDeadline(typed, { saidOn, meetings, holidays, diaries });
  }
}
