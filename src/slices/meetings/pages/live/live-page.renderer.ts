import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { allows, PUBLIC } from '../../../../access/principal.js';
import { RequestRefused } from '../../../../http/request-refused.js';
import { CLOCK, type Clock } from '../../../../kernel/clock.js';
import { longDate } from '../../../../kernel/dates.js';
import { FormDoor } from '../../../../web/form-door.js';
import { FormTokens } from '../../../../web/form-token.js';
import { type FormFields } from '../../../../web/forms.js';
import { type PageProblem } from '../../../../web/page-problem.js';
import { Pages } from '../../../../web/pages.js';
import { ActionsRaisedAt, type RaisedHere } from '../../../actions/raised-at.queries.js';
import { StandingOn } from '../../../bodies/bodies.queries.js';
import { type Standing } from '../../../bodies/constitution.js';
import { ReadMinute } from '../../../minutes/minutes.queries.js';
import { refuseMeeting } from '../../meeting.refusals.js';
import { type Meeting } from '../../meeting.state.js';
import { MeetingAsItStands } from '../../meetings.queries.js';
import { withoutExempt } from '../../views/meeting/exempt.js';
import { composerChoices, type Opened } from './composer-choices.js';
import { clockTimeIn, dayOf } from './live-clock.js';
import { COMPOSERS, courseOf, MODES, modeFor, rulingFor, SHORTCUTS } from './live-modes.js';
import { type LiveView, liveView } from './live-view.js';
import { freshPieces, piecesInWords, piecesOf } from './pieces.js';

/** A meeting as its reader may see it, and what a command on it is to expect. */
export interface Read {
  readonly bodyId: string;
  readonly key: string;
  readonly meeting: Meeting;
  readonly standing: Standing | null;
  readonly revision: number;
  readonly exempt: boolean;
}

export interface Shown {
  readonly mode?: string | undefined;
  readonly opened?: Opened;
  readonly problems?: readonly PageProblem[];
  readonly typed?: FormFields;
  /** Fields that are the page's own, as they were sent. */
  readonly own?: Readonly<Record<string, string | undefined>>;
  readonly said?: { readonly text: string; readonly key: string; readonly undo?: string } | undefined;
  /** The key of what was typed stands for something else that is recorded: it gets the new one. */
  readonly again?: boolean;
  /** A control was used to get here: the composer's first field takes the focus. */
  readonly focus?: boolean;
}

/** What the browser has, as the hidden fields of the page say. */
export interface Seen {
  readonly rev?: string | undefined;
  readonly quorate?: string | undefined;
  readonly inHand?: string | undefined;
  readonly status?: string | undefined;
  readonly mode?: string | undefined;
  readonly pieces?: string | undefined;
}

/** Puts the live page together, whole or in the parts that changed. */
@Injectable()
export class LivePageRenderer {
  constructor(
    private readonly pages: Pages,
    private readonly forms: FormDoor,
    private readonly tokens: FormTokens,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(bodyId: string, key: string, request: FastifyRequest): Promise<Read> {
    const meetingId = `${bodyId}/${key}`;
    const found = await this.queries.execute(new MeetingAsItStands(meetingId));
    if (!found) throw new RequestRefused(refuseMeeting('meeting.not-found', { detail: { meetingId } }));
    const exempt = allows(request.principal ?? PUBLIC, 'meetings.read-exempt', bodyId);
    const meeting = exempt ? found.meeting : withoutExempt(found.meeting);
    const standing = meeting.standings.at(-1)?.standing ?? (await this.queries.execute(new StandingOn(bodyId, meeting.date)));
    return { bodyId, key, meeting, standing, revision: found.revision, exempt };
  }

  async page(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const { meeting, bodyId, key } = read;
    const heading = `${meeting.title}, ${longDate(meeting.date)}`;
    return this.pages.render(request, reply, {
      title: `Live: ${heading}`,
      template: 'meetings/pages/live/live.njk',
      breadcrumbs: [
        { text: 'Bodies', href: '/bodies' },
        { text: meeting.standings[0]?.standing.bodyName ?? read.standing?.bodyName ?? bodyId, href: `/bodies/${bodyId}` },
        { text: longDate(meeting.date), href: `/bodies/${bodyId}/meetings/${key}` },
        { text: 'Live' },
      ],
      problems: shown.problems ?? [],
      data: { ...(await this.dataOf(read, request, reply, shown)), heading, fragment: false, shows: {} },
    });
  }

  /** Only the composer, for a control that asks for another. */
  async composer(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown): Promise<string> {
    const data = { ...(await this.dataOf(read, request, reply, shown)), fragment: true };
    return this.pages.render(request, reply, { title: '', template: 'meetings/pages/live/composer.njk', data });
  }

  /** All that may have changed; of the composer what was sent from it, or where what it can do is another than before. */
  async parts(
    read: Read,
    request: FastifyRequest,
    reply: FastifyReply,
    shown: Shown,
    seen: Seen,
    from: 'composer' | 'button' | 'feed',
  ): Promise<string> {
    const data = await this.dataOf(read, request, reply, shown);
    const { live } = data;
    const moved = seen.inHand !== (live.inHand?.sectionId ?? '') || seen.status !== live.status;
    const follows = moved && ['paragraph', 'decision', 'open', 'resume', 'motion'].includes(seen.mode ?? 'paragraph') && data.writes;
    const problems = shown.problems ?? [];
    const fresh = freshPieces(data.pieces, seen.pieces);
    return this.pages.render(request, reply, {
      title: '',
      template: 'meetings/pages/live/now.njk',
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

  private async dataOf(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { bodyId, key, meeting, standing, revision, exempt } = read;
    const { opened = {}, typed = {}, own = {}, said, focus = false, again = false } = shown;
    const principal = request.principal ?? PUBLIC;
    const live = liveView(meeting, standing, exempt);
    const writes = allows(principal, 'meetings.record', bodyId) && meeting.minute.signed === undefined && meeting.status !== 'cancelled';
    const minute =
      meeting.openedAt === undefined ? null : await this.queries.execute(new ReadMinute(meeting.meetingId, { drafts: true, exempt }));
    const choices = composerChoices(meeting, standing, opened);
    const presides = allows(principal, 'meetings.preside', bodyId) && live.opened && meeting.status !== 'concluded';
    const mode = writes ? modeFor(shown.mode, meeting, choices) : rulingFor(shown.mode);
    const raised: readonly RaisedHere[] =
      meeting.decisions.length > 0 ? await this.queries.execute(new ActionsRaisedAt(meeting.meetingId)) : [];
    const actions: Record<string, RaisedHere[]> = {};
    for (const one of raised) if (exempt || !one.exempt) (actions[one.decisionId] ??= []).push(one);
    const record = minute?.accepted ? minute.document : null;
    const pieces = piecesOf(live, record, actions);
    const at = `/bodies/${bodyId}/meetings/${key}/live`;
    return {
      at,
      bodyId,
      day: dayOf(meeting),
      live,
      revision,
      record,
      pieces,
      piecesInWords: piecesInWords(pieces),
      actions,
      writes,
      presides,
      composes: writes || presides,
      acts: writes || allows(principal, 'meetings.preside', bodyId),
      course: courseOf(meeting, writes),
      takes: writes && (live.status === 'open' || live.status === 'concluded'),
      mode,
      modes: MODES,
      shortcuts: SHORTCUTS,
      composerTitle: COMPOSERS[mode],
      c: choices,
      typed,
      own,
      due: '',
      itemInHand: meeting.sections.find(({ sectionId }) => sectionId === meeting.inHand)?.itemId ?? meeting.inHand ?? undefined,
      time: clockTimeIn(this.clock.now(), meeting.timeZone),
      said,
      again,
      focus,
      token: this.tokens.give(request, reply),
      key: this.forms.key,
    };
  }
}

const quorumInWords = ({ quorum }: LiveView): string => {
  if (quorum.stands === false) return `The quorum is lost: ${quorum.sum}.`;
  return quorum.stands ? `There is a quorum: ${quorum.sum}.` : `Whether there is a quorum is not known: ${quorum.sum}.`;
};
