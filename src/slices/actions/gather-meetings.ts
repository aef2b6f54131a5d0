import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type BusCommand, type CommandClass } from '../../eventstore/commands.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { EVENT_STORE, type EventStore } from '../../eventstore/event-store.port.js';
import { ProjectionEngine } from '../../projections/projection-engine.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { MeetingAsItStands } from '../meetings/meetings.queries.js';
import { type ActionFacts, type MeetingFacts } from './action.facts.js';
import { type CorrectActionDto, type NoteActionCompleteDto, type RaiseActionDto } from './http/actions.dto.js';
import { ActionRows } from './views/action-register/action-register.query.js';
import { actionMeetings } from './views/action-register/action-side.projections.js';

/** What an action's commands must know of its body and the body's meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherMeetings implements FactGatherer {
  constructor(
    private readonly queries: QueryBus,
    private readonly rows: ActionRows,
    private readonly projections: ProjectionEngine,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async gather({ target, data }: BusCommand, { spec }: CommandClass): Promise<ActionFacts> {
    const bodyId = target.slice(0, target.indexOf('/'));
    const named =
      spec.type === 'RaiseAction'
        ? (data as RaiseActionDto).source.decision?.meetingId
        : spec.type === 'NoteActionComplete'
          ? (data as NoteActionCompleteDto).atMeeting
          : undefined;
    const { due, dueDates } = data as Pick<CorrectActionDto, 'due' | 'dueDates'>;
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: due === undefined && dueDates === undefined ? [] : await this.meetings(bodyId),
      meeting: named === undefined ? null : await this.meeting(named),
    };
  }

  /** As far as has been recorded until now: what "next meeting" means should not depend on how quick the read models are. */
  private async meetings(bodyId: string): Promise<readonly string[]> {
    const head = await this.store.head();
    if (head !== null) await this.projections.waitFor(head, { names: [actionMeetings.name] });
    return (await this.rows.meetings([bodyId])).get(bodyId) ?? [];
  }

  private async meeting(meetingId: string): Promise<MeetingFacts | null> {
    const meeting = (await this.queries.execute(new MeetingAsItStands(meetingId)))?.meeting;
    if (!meeting) return null;
    const { bodyId, date, standings, decisions, entries } = meeting;
    const struck = new Set(entries.filter((entry) => entry.struck !== undefined).map(({ entryId }) => entryId));
    return {
      meetingId,
      bodyId,
      date,
      opened: standings.length > 0,
      decisions: decisions.map(({ decisionId, paragraph, sectionHeading, verb, words, parts, exempt }) => ({
        decisionId,
        paragraph,
        sectionHeading,
        verb,
        words,
        parts,
        exempt,
        struck: struck.has(decisionId),
      })),
    };
  }
}
