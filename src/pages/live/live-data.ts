import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { allows, PUBLIC } from '../../kernel/principal.js';
import { RequestRefused } from '../../http/request-refused.js';
import { CLOCK, type Clock } from '../../kernel/clock.js';
import { dateInZone } from '../../kernel/dates.js';
import { FormDoor } from '../frame/form-door.js';
import { FormTokens } from '../frame/form-token.js';
import { type FormFields } from '../frame/forms.js';
import { type PageProblem } from '../frame/page-problem.js';
import { ActionsRaisedAt, type RaisedHere } from '../../slices/actions/actions.queries.js';
import { type Standing, organisationSaid } from '../../slices/bodies/bodies.words.js';
import { ReadMinute, MeetingAsItStands, standingOfMeeting } from '../../slices/meetings/meetings.queries.js';
import { now, refuseMeeting, type Meeting, standingAt, withoutExempt } from '../../slices/meetings/meetings.words.js';
import { chosenBetween, divisionTyped, proposalsNow, proposalsOf } from './between-choices.js';
import { ComposerBeside } from './composer-beside.js';
import { composerChoices, type Opened } from './composer-choices.js';
import { asTyped } from './division-choices.js';
import { clockTimeIn, dayOf } from './live-clock.js';
import { COMPOSERS, courseOf, MODES, modeFor, rulingFor, SHORTCUTS } from './live-modes.js';
import { toBeOrdered } from './live-motions.js';
import { chosenFor, electionTyped } from './election-choices.js';
import { liveView } from './live-view.js';
import { piecesInWords, piecesOf } from './pieces.js';

/** A meeting as its reader may see it, and the revision that a command on it must expect. */
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
  /** Values of the page's own fields, as they were sent. */
  readonly own?: Readonly<Record<string, string | undefined>>;
  /** The confirmation of what the form with this key recorded, and the composer that can put it right. */
  readonly confirmation?: { readonly text: string; readonly key: string; readonly undo?: string } | undefined;
  /** True if the key of the typed text already stands for another, recorded wording: the text needs the page's new key. */
  readonly again?: boolean;
  /** True if a control led here: the composer's first field then takes the focus. */
  readonly focus?: boolean;
}

/** Puts together the data for the templates of the live page. */
@Injectable()
export class LiveData {
  constructor(
    private readonly forms: FormDoor,
    private readonly tokens: FormTokens,
    private readonly queries: QueryBus,
    private readonly beside: ComposerBeside,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(bodyId: string, key: string, request: FastifyRequest): Promise<Read> {
    const meetingId = `${bodyId}/${key}`;
    const found = await this.queries.execute(new MeetingAsItStands(meetingId));
    if (!found) throw new RequestRefused(refuseMeeting('meeting.not-found', { detail: { meetingId } }));
    const exempt = allows(request.principal ?? PUBLIC, 'meetings.read-exempt', bodyId);
    const meeting = exempt ? found.meeting : withoutExempt(found.meeting);
    const standing = standingAt(meeting, now(meeting)) ?? (await this.queries.execute(standingOfMeeting(meeting)));
    return { bodyId, key, meeting, standing, revision: found.revision, exempt };
  }

  async of(read: Read, request: FastifyRequest, reply: FastifyReply, shown: Shown) {
    const { bodyId, key, meeting, standing, revision, exempt } = read;
    const { opened = {}, typed = {}, own = {}, confirmation, focus = false, again = false } = shown;
    const principal = request.principal ?? PUBLIC;
    const live = liveView(meeting, standing, exempt);
    const writes = allows(principal, 'meetings.record', bodyId) && meeting.minute.signed === undefined && meeting.status !== 'cancelled';
    const minute =
      meeting.openedAt === undefined ? null : await this.queries.execute(new ReadMinute(meeting.meetingId, { drafts: true, exempt }));
    const choices = composerChoices(meeting, standing, opened);
    const rules = allows(principal, 'meetings.preside', bodyId);
    const presides = rules && live.opened && meeting.status !== 'concluded';
    const mode = writes ? modeFor(shown.mode, meeting, choices) : rulingFor(shown.mode, meeting);
    const { vote = choices.entry?.procedure?.vote, division, election } = choices.entry ?? {};
    const recorded = vote ? asTyped(vote) : division ? divisionTyped(division) : election && electionTyped(election);
    const held = standing?.roll.find(({ holder }) => holder !== null && holder.personId === choices.person?.personId);
    const raised: readonly RaisedHere[] =
      meeting.decisions.length > 0 ? await this.queries.execute(new ActionsRaisedAt(meeting.meetingId)) : [];
    const actions: Record<string, RaisedHere[]> = {};
    for (const one of raised) if (exempt || !one.exempt) (actions[one.place] ??= []).push(one);
    const record = minute?.accepted ? minute.document : null;
    const pieces = piecesOf(live, record, actions);
    const at = `/bodies/${bodyId}/meetings/${key}/live`;
    return {
      at,
      bodyId,
      meetingKey: key,
      putRightAt: `/bodies/${bodyId}/meetings/${key}/steps`,
      day: dayOf(meeting),
      live,
      revision,
      record,
      pieces,
      piecesInWords: piecesInWords(pieces),
      actions,
      writes,
      presides,
      composes: writes || rules,
      acts: writes || rules,
      course: writes || presides ? courseOf(live, writes) : [],
      takes: writes && (live.status === 'open' || live.status === 'concluded'),
      mode,
      modes: MODES,
      shortcuts: SHORTCUTS,
      composerTitle: COMPOSERS[mode],
      c: choices,
      typed: { ...recorded?.typed, ...typed },
      own: { ...recorded?.own, ...own },
      toBeOrdered: toBeOrdered(meeting),
      proposals: chosenBetween(division ? proposalsOf(meeting, division) : proposalsNow(meeting)),
      election: chosenFor(choices.election?.left ?? []),
      organisation: held && organisationSaid(standing, held),
      substituteNamed: held?.substitutes[0]?.name,
      ...(await this.beside.read(mode, meeting, exempt)),
      due: '',
      itemInHand: meeting.sections.find(({ sectionId }) => sectionId === meeting.inHand)?.itemId ?? meeting.inHand ?? undefined,
      // A record written up on another day was not made by the clock of that day.
      time: dateInZone(this.clock.now(), meeting.timeZone) === dayOf(meeting) ? clockTimeIn(this.clock.now(), meeting.timeZone) : '',
      beforeItsDay: dateInZone(this.clock.now(), meeting.timeZone) < meeting.date,
      confirmation,
      again,
      focus,
      token: this.tokens.give(request, reply),
      key: this.forms.key,
    };
  }
}
