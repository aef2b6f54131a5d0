import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type Standing } from '../bodies/bodies.words.js';
import { BodyHead, StandingOn } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { meetingHistory } from './record/meeting.history.js';
import { RemitNamed } from './reading/remit-named.port.js';
import { type Meeting } from './record/meeting.state.js';
import { peopleMeant } from './sederunt/gather-people-meant.js';
import { type AgendaCommand, type BodyFacts, type CallingCommand, type ItemFacts, type StandingFacts } from './agenda/agenda.commands.js';
import { type CourseCommand, type SederuntCommand } from './sederunt/sederunt.commands.js';
import { bodyOfTarget } from '../../kernel/record-id.js';

/** Gathers the facts of the body that a meeting needs: its existence, and its rules, seats and offices on the day concerned. */
@Injectable()
export class GatherStanding implements FactGatherer<BodyFacts | StandingFacts | ItemFacts | undefined> {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  gather(command: BusCommand, type: CommandClass): Promise<BodyFacts | StandingFacts | ItemFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);

  private readonly facts: FactsByCommand<CallingCommand | AgendaCommand | SederuntCommand | CourseCommand> = {
    CallMeeting: async ({ date }, meetingId) => {
      const bodyId = bodyOfTarget(meetingId);
      const body = await this.queries.execute(new BodyHead(bodyId));
      if (!body) return { body };
      return { body, standing: await this.standingOn(bodyId, date), holidays: await this.queries.execute(new HolidaysFor(bodyId)) };
    },
    AddAgendaItem: async ({ remit }) => (remit === undefined ? {} : { remit: await this.queries.execute(new RemitNamed(remit)) }),
    GiveNotice: async (_data, meetingId) => ({
      ...(await this.onDayOf(meetingId)),
      holidays: await this.queries.execute(new HolidaysFor(bodyOfTarget(meetingId))),
    }),
    OpenMeeting: (_data, meetingId) => this.onDayOf(meetingId),
    CorrectRoll: (_data, meetingId) => this.onDaysOf(meetingId),
    JudgeRollAnew: (_data, meetingId) => this.onDaysOf(meetingId),
    ResumeMeeting: ({ date: resumesOn }, meetingId) => this.onDayOf(meetingId, ({ date }) => resumesOn ?? date),
  };

  /** What the meeting stands under on a day, its own where none is said; nothing for a meeting that was never called. */
  private async onDayOf(meetingId: string, day = ({ date }: Meeting): string => date): Promise<StandingFacts> {
    const { state: meeting } = await this.runner.load(meetingHistory, meetingId);
    return { standing: meeting.status === 'unknown' ? null : await this.standingOn(meeting.bodyId, day(meeting)) };
  }

  /** What the meeting stands under on the day it last sat, and on each day before. */
  private async onDaysOf(meetingId: string): Promise<StandingFacts> {
    const { state } = await this.runner.load(meetingHistory, meetingId);
    const days = state.standings.map(({ standing }) => standing.asOf);
    const [last, ...before] = await Promise.all(days.reverse().map((day) => this.standingOn(state.bodyId, day)));
    return { standing: last ?? null, earlier: before.flatMap((one) => one ?? []).reverse() };
  }

  private standingOn(bodyId: string, date: string): Promise<Standing | null> {
    return this.queries.execute(new StandingOn(bodyId, date));
  }
}
