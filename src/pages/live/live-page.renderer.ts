import { Injectable } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { longDate } from '../../kernel/dates.js';
import { Pages } from '../frame/pages.js';
import { LiveData, type Read, type Shown } from './live-data.js';
import { type LiveView } from './live-view.js';
import { freshPieces } from './pieces.js';

/** What the browser shows already, from the hidden fields of the page. */
export interface Seen {
  readonly rev?: string | undefined;
  readonly quorate?: string | undefined;
  readonly inHand?: string | undefined;
  readonly status?: string | undefined;
  readonly mode?: string | undefined;
  readonly pieces?: string | undefined;
}

/** Shows the live page, whole or in the parts that changed. */
@Injectable()
export class LivePageRenderer {
  constructor(
    private readonly pages: Pages,
    private readonly data: LiveData,
  ) {}

  read(bodyId: string, key: string, request: FastifyRequest): Promise<Read> {
    return this.data.read(bodyId, key, request);
  }

  async page(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { meeting, bodyId, key } = read;
    const heading = `${meeting.title}, ${longDate(meeting.date)}`;
    return this.pages.render(request, reply, {
      title: `Live: ${heading}`,
      template: 'live/live.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: meeting.standings[0]?.standing.bodyName ?? read.standing?.bodyName ?? bodyId, href: `/bodies/${bodyId}` },
        { text: longDate(meeting.date), href: `/bodies/${bodyId}/meetings/${key}` },
        { text: 'Live' },
      ],
      problems: shown.problems ?? [],
      data: { ...(await this.data.of(read, request, reply, shown)), heading, fragment: false, shows: {} },
    });
  }

  /** Only the composer, for a control that opens another one. */
  async composer(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const data = { ...(await this.data.of(read, request, reply, shown)), fragment: true };
    return this.pages.render(request, reply, { title: '', template: 'live/composer.njk', data });
  }

  /** How typed words are read, for the place below their field. */
  reading(request: FastifyRequest, reply: FastifyReply, read: string | null): string {
    return this.pages.render(request, reply, { title: '', template: 'live/reading.njk', data: { read } });
  }

  /**
   * The parts of the page that may have changed. The composer is among them only if the form was sent from it, or if its fields depend on a
   * change.
   */
  async parts(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown,
    seen: Seen,
    from: 'composer' | 'button' | 'feed',
  ): Promise<string> {
    const data = await this.data.of(read, request, reply, shown);
    const { live } = data;
    const moved = seen.inHand !== (live.inHand?.sectionId ?? '') || seen.status !== live.status;
    const follows = moved && data.composes && (!data.writes || FOLLOWING.includes(seen.mode ?? 'paragraph'));
    const problems = shown.problems ?? [];
    const fresh = freshPieces(data.pieces, seen.pieces);
    return this.pages.render(request, reply, {
      title: '',
      template: 'live/now.njk',
      problems,
      data: {
        ...data,
        fragment: true,
        fresh: Object.fromEntries([...fresh].map((name) => [name, true])),
        shows: { composer: from === 'composer' ? 'main' : follows ? 'beside' : '', problem: from === 'button', clear: from !== 'feed' },
        alert: seen.quorate === undefined || seen.quorate === String(live.quorum.stands) ? undefined : quorumInWords(live),
      },
    });
  }
}

/** Composers whose fields depend on the item in hand or the stage of the meeting. */
const FOLLOWING = ['paragraph', 'decision', 'open', 'resume', 'motion'];

const quorumInWords = ({ quorum }: LiveView): string => {
  if (quorum.stands === false) return `The quorum is lost: ${quorum.sum}.`;
  return quorum.stands ? `There is a quorum: ${quorum.sum}.` : `Whether there is a quorum is not known: ${quorum.sum}.`;
};
