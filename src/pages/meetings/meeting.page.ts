import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Anyone } from '../../http/needs.js';
import { Pages } from '../frame/pages.js';
import { type PageMoment } from '../frame/page-moment.js';
import { nothingAtMoment } from '../frame/turning-back.js';
import { type MinuteRead, ReadMinute } from '../../slices/meetings/meetings.queries.js';
import { agendaView } from '../../slices/meetings/meetings.words.js';
import { ARRANGEMENT_STEPS } from './arrangement-steps.js';
import { type MeetingRead, readMeetingThen } from './meeting-reading.js';
import {
  arrivalsIn,
  clockWords,
  eventData,
  itemView,
  minuteStatusOf,
  minuteTag,
  MODE_WORDS,
  nameOf,
  noticeWords,
  shownStatus,
  statusTag,
  whenWords,
} from './meeting-words.js';

const DONE: Readonly<Record<string, string>> = {
  called: 'The meeting is called. Put its agenda together, then give notice.',
  notice: ARRANGEMENT_STEPS.notice!.done,
  rearranged: ARRANGEMENT_STEPS.rearrange!.done,
  cancelled: ARRANGEMENT_STEPS.cancel!.done,
};

/** A meeting's public page: when, where, notice, agenda, and what was decided, once its minute is signed. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId/meetings/:meeting')
export class MeetingPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async meeting(
    @Query() { done }: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { then, now, read } = await readMeetingThen(this.queries, request);
    const ref = now.meeting.meetingId;
    if (!read)
      return nothingAtMoment(this.pages, request, reply, then, {
        title: nameOf(now.meeting, now.body.name),
        breadcrumbs: now.breadcrumbs,
        what: 'a meeting with this address',
        bodyId: now.body.bodyId,
        ref,
      });
    const { meeting, body, may, at, breadcrumbs } = read;
    const agenda = agendaView(meeting, may.exempt);
    const minute = await this.minute(read, then);
    return this.pages.render(request, reply, {
      title: `${nameOf(meeting, body.name)} – ${body.name}`,
      template: 'meetings/meeting.njk',
      breadcrumbs: [...breadcrumbs.slice(0, -1), { text: breadcrumbs.at(-1)!.text }],
      problems: then.problems,
      ...(done !== undefined && Object.hasOwn(DONE, done) && { done: DONE[done] }),
      data: {
        then,
        ref,
        body,
        at,
        meeting,
        drafts: may.drafts,
        name: nameOf(meeting, body.name),
        when: whenWords(meeting),
        mode: MODE_WORDS[meeting.mode],
        event: eventData(meeting),
        status: statusTag(shownStatus(meeting), agenda.notice !== null),
        notice: noticeWords(agenda),
        requisition: agenda.requisition,
        items: agenda.items.map(itemView),
        minute: minute && { ...minute.document, tag: minuteTag(minuteStatusOf(meeting)) },
        // The record of a meeting is read by whoever may read its minute.
        opened: minute && meeting.openedTime !== undefined ? clockWords(meeting.openedTime) : null,
        arrivals: minute ? arrivalsIn(meeting) : [],
        decided: minute?.document.signature ? decisionsIn(minute) : [],
      },
    });
  }

  /** The minute; `null` if this reader may not read it: a draft takes the right to read drafts. */
  private async minute({ meeting, may }: MeetingRead, { past, moments }: PageMoment): Promise<MinuteRead | null> {
    if (meeting.openedAt === undefined) return null;
    const read = await this.queries.execute(new ReadMinute(meeting.meetingId, may, past ? moments : undefined));
    return read.accepted ? read : null;
  }
}

const decisionsIn = ({ document }: MinuteRead) =>
  document.sections.flatMap(({ number, heading, entries }) => {
    const decisions = entries.filter((entry) => entry.kind === 'decision');
    return decisions.length > 0 ? [{ number, heading, decisions }] : [];
  });
