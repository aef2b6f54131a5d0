import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Anyone, Caller } from '../../../../http/needs.js';
import { allows, type Principal } from '../../../../kernel/principal.js';
import { answerAs } from '../../../../http/answer-as.js';
import { API, idIn } from '../../../../http/command-routes.js';
import { page, type PageAnswer, pageAnswer, PageOf } from '../../../../http/page.js';
import { agendaHtml } from '../../agenda/views/agenda/agenda-html.js';
import { agendaText } from '../../agenda/views/agenda/agenda-text.js';
import { type AgendaView, agendaView } from '../../agenda/views/agenda/agenda.js';
import { AgendaQuery, AgendaViewDto, ListedMeetingDto, MeetingsQuery } from '../../agenda/http/agenda.dto.js';
import { readMeeting } from '../../agenda/http/reading-meeting.js';
import { type MeetingView, meetingView } from '../views/meeting/meeting-view.js';
import { ListMeetings, type ListedMeeting } from '../../agenda/views/meeting-register/meeting-register.query.js';
import { quorumText } from '../views/quorum/quorum-text.js';
import { type QuorumTimeline, quorumTimeline } from '../views/quorum/quorum-timeline.js';
import { type SederuntView, sederuntView } from '../views/sederunt/sederunt.js';
import { MeetingViewDto, QuorumTimelineDto, SederuntViewDto, TimelineQuery } from './meeting-view.dto.js';

/**
 * A meeting is public once notice is given; its record, once its minute is signed. Before that each needs `meetings.read-drafts`. Items
 * taken in private need `meetings.read-exempt`.
 */
@ApiTags('meetings')
@ApiParam({ name: 'bodyId', type: String })
@Anyone()
@Controller(`${API}/bodies/:bodyId/meetings`)
export class MeetingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: "A body's meetings in the order of their dates" })
  @ApiOkResponse({ type: PageOf(ListedMeetingDto) })
  async list(
    @Param() params: object,
    @Query() { from, to, status, minute, sort, ...paging }: MeetingsQuery,
    @Caller() principal: Principal,
  ): Promise<PageAnswer<ListedMeeting>> {
    const bodyId = idIn(params, 'bodyId');
    const publishedOnly = !allows(principal, 'meetings.read-drafts', bodyId);
    const asked = { bodyId, from, to, status, minuteStatus: minute, newestFirst: sort === '-date', publishedOnly, ...page(paging) };
    return pageAnswer(await this.queries.execute(new ListMeetings(asked)));
  }

  @Get(':meeting')
  @ApiParam({ name: 'meeting', type: String })
  @ApiOperation({ summary: 'A meeting as it stands, with the revision a command on it is to expect' })
  @ApiOkResponse({ type: MeetingViewDto })
  @ApiNotFoundResponse({ description: '`meeting.not-found`' })
  async show(
    @Param() params: object,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeetingView> {
    const { meeting, revision, may } = await readMeeting(this.queries, params, principal, 'published');
    void reply.header('etag', `"${revision}"`);
    return meetingView(meeting, revision, { ...may, drafts: may.drafts || meeting.minute.signed !== undefined });
  }

  @Get(':meeting/agenda')
  @ApiParam({ name: 'meeting', type: String })
  @ApiProduces('application/json', 'text/plain', 'text/html')
  @ApiOperation({ summary: 'The agenda, as data, as plain text or as HTML' })
  @ApiOkResponse({ type: AgendaViewDto })
  @ApiNotFoundResponse({ description: '`meeting.not-found`' })
  async agenda(
    @Param() params: object,
    @Query() { format }: AgendaQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgendaView | string> {
    const { meeting, may } = await readMeeting(this.queries, params, principal, 'published');
    const agenda = agendaView(meeting, may.exempt);
    return answerAs(reply, format, agenda, { text: agendaText, html: agendaHtml });
  }

  @Get(':meeting/sederunt')
  @ApiParam({ name: 'meeting', type: String })
  @ApiOperation({ summary: 'Present, apologies and in attendance, with their times in the room' })
  @ApiOkResponse({ type: SederuntViewDto })
  @ApiNotFoundResponse({ description: '`meeting.not-found`' })
  async sederunt(@Param() params: object, @Caller() principal: Principal): Promise<SederuntView> {
    return sederuntView((await readMeeting(this.queries, params, principal, 'signed')).meeting);
  }

  @Get(':meeting/quorum')
  @ApiParam({ name: 'meeting', type: String })
  @ApiProduces('application/json', 'text/plain')
  @ApiOperation({ summary: 'Who was there from when to when, what that made of the quorum, and from where there was none' })
  @ApiOkResponse({ type: QuorumTimelineDto })
  @ApiNotFoundResponse({ description: '`meeting.not-found`' })
  async quorum(
    @Param() params: object,
    @Query() { format }: TimelineQuery,
    @Caller() principal: Principal,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QuorumTimeline | string> {
    const timeline = quorumTimeline((await readMeeting(this.queries, params, principal, 'signed')).meeting);
    return answerAs(reply, format, timeline, { text: quorumText });
  }
}
