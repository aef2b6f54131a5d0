import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Needs } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { isDate } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { type Deadline } from '../../kernel/deadline.js';
import { HolidaysFor } from '../../slices/calendars/calendars.queries.js';
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

  /** `words`, or `due` as the form's field is called; `on` is the day they were used. */
  @Get()
  @Needs('meetings.read-drafts')
  async read(@AskedPage() { params, query: { words, due, on = '' }, request, reply }: PageAsked): Promise<string> {
    const bodyId = idIn(params, 'bodyId');
    const typed = (words ?? due ?? '').trim();
    const read = typed === '' || !isDate(on) ? null : await this.computed(bodyId, typed, on);
    return this.pages.render(request, reply, { title: '', template: 'actions/deadline.njk', data: { read } });
  }

  private async computed(bodyId: string, typed: string, saidOn: string): Promise<Deadline> {
    const meetings = await this.queries.execute(new MeetingDates(bodyId));
    const holidays = await this.queries.execute(new HolidaysFor(bodyId));
    const diaries = await this.queries.execute(new DiariesNamed(bodyId, [typed]));
    return readDeadline(typed, { saidOn, meetings, holidays, diaries });
  }
}
