import { Controller, Get, Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../http/needs.js';
import { idIn } from '../../http/command-routes.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { addDays, dateInZone, instantInZone } from '../../kernel/dates.js';
import { derivedId } from '../../kernel/ids.js';
import { ATOM, atomFeed, type FeedEntry } from '../frame/feeds/atom.js';
import { CALENDAR, type CalendarMeeting, meetingsCalendar } from '../frame/feeds/calendar.js';
import { PublicAddress } from '../frame/feeds/public-address.js';
import { BodyHead, type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { ReadMinute, type ListedMeeting, ListMeetings, MeetingAsItStands } from '../../slices/meetings/meetings.queries.js';
import { refuseMeeting } from '../../slices/meetings/meetings.words.js';

import { whenWords } from './meeting-words.js';
import { AskedPage, type PageAsked } from '../frame/page-asked.js';
import { addressOfMeeting } from '../frame/addresses.js';

type Params = Readonly<Record<string, string>>;

/** Limits: `DAYS_BACK` for the meetings in a calendar, `NEWEST` for the meetings in a feed. */
const DAYS_BACK = 90;
const MOST_MEETINGS = 100;
const NEWEST = 20;

/** Feeds show every reader only what the public may see, since programs fetch and keep them. */
const PUBLIC_AUDIENCE = { drafts: false, exempt: false } as const;

/** A body's published meetings as a calendar, and what the body published as a feed. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/:bodyId')
export class MeetingFeedsPage {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly address: PublicAddress,
  ) {}

  @Get('meetings.ics')
  async calendar(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const body = await this.body(params);
    const { bodyId, timeZone, name } = body;
    const root = this.address.of(request);
    const from = addDays(dateInZone(this.clock.now(), timeZone), -DAYS_BACK);
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, from, publishedOnly: true, limit: MOST_MEETINGS }));
    const meetings = await Promise.all(rows.map((row) => this.inCalendar(row, root, timeZone)));
    void reply.type(CALENDAR).header('cache-control', 'no-cache');
    return meetingsCalendar(name, `${root}/bodies/${bodyId}/meetings`, this.clock.now(), meetings);
  }

  @Get('feed.atom')
  async feed(@AskedPage() { params, request, reply }: PageAsked): Promise<string> {
    const body = await this.body(params);
    const { bodyId, name, timeZone } = body;
    const root = this.address.of(request);
    const { rows } = await this.queries.execute(new ListMeetings({ bodyId, publishedOnly: true, newestFirst: true, limit: NEWEST }));
    const entries = await Promise.all(rows.map((row) => this.entriesOf(row, root, timeZone)));
    void reply.type(ATOM).header('cache-control', 'no-cache');
    return atomFeed({
      id: idOf('feed', bodyId),
      title: `${name}: meetings, minutes and decisions`,
      self: `${root}/bodies/${bodyId}/feed.atom`,
      alternate: `${root}/bodies/${bodyId}/meetings`,
      author: name,
      since: '1970-01-01T00:00:00.000Z',
      entries: entries.flat(),
    });
  }

  private async body(params: Params): Promise<BodyHeading> {
    const bodyId = idIn(params, 'bodyId');
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) throw new RequestRefused(refuseMeeting('meeting.no-such-body', { detail: { bodyId } }));
    return body;
  }

  private async inCalendar(row: ListedMeeting, root: string, timeZone: string): Promise<CalendarMeeting> {
    const { meetingId, title, date, time, place, status } = row;
    const address = `${root}${addressOfMeeting(meetingId)}`;
    const sequence = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.revision ?? 0;
    const uid = `${derivedId('calendar', meetingId)}@quorate`;
    return {
      uid,
      title,
      date,
      time,
      timeZone,
      place,
      address,
      words: `Agenda and minute: ${address}`,
      cancelled: status === 'cancelled',
      sequence,
    };
  }

  private async entriesOf(row: ListedMeeting, root: string, timeZone: string): Promise<FeedEntry[]> {
    const { meetingId, title, date, time, place, status, noticeGivenOn, minuteStatus } = row;
    const address = `${root}${addressOfMeeting(meetingId)}`;
    const held = [whenWords({ date, time }), ...(place === null ? [] : [place])].join(', ');
    const called: FeedEntry[] =
      noticeGivenOn === null
        ? []
        : [
            {
              id: idOf('meeting', meetingId),
              title: `${status === 'cancelled' ? 'Meeting cancelled' : 'Meeting'}: ${title}, ${whenWords({ date })}`,
              address,
              updated: instantInZone(noticeGivenOn, '00:00', timeZone),
              summary: held,
            },
          ];
    return minuteStatus === 'signed' ? [...called, ...(await this.signed(row, address))] : called;
  }

  private async signed({ meetingId, title, date }: ListedMeeting, address: string): Promise<FeedEntry[]> {
    const minute = await this.queries.execute(new ReadMinute(meetingId, PUBLIC_AUDIENCE));
    if (!minute.accepted || minute.document.signature === null) return [];
    const { signature, sections } = minute.document;
    const updated = signature.at;
    const page = `${address}/minute`;
    const decisions = sections.flatMap(({ number, heading, entries }) =>
      entries.flatMap((entry): FeedEntry[] => {
        if (entry.kind !== 'decision') return [];
        const parts = entry.parts.map(({ letter, text }) => `(${letter}) ${text}`);
        return [
          {
            id: idOf('decision', `${meetingId}#${entry.entryId}`),
            title: `Decision: ${number}. ${heading}`,
            address: `${page}#${entry.entryId}`,
            updated,
            summary: [entry.words, ...parts].join('\n'),
          },
        ];
      }),
    );
    const summary = `The minute was signed by ${signature.name}. SHA-256 of the text signed: ${signature.hash}`;
    return [
      { id: idOf('minute', meetingId), title: `Minute: ${title}, ${whenWords({ date })}`, address: page, updated, summary },
      ...decisions,
    ];
  }
}

const idOf = (what: string, id: string): string => `urn:uuid:${derivedId('feed', what, id)}`;
