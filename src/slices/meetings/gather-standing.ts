import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { addDays } from '../../kernel/dates.js';
import { numbersBegin, type Standing } from '../bodies/bodies.words.js';
import { ListMeetings } from './agenda/views/meeting-register/meeting-register.query.js';
import { lastNumberOf, minuteStyleOf } from './record/entries.js';
import { standingOfMeeting } from './reading/standing-of-meeting.js';
import { BodyHead, StandingOn } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { meetingHistory } from './record/meeting.history.js';
import { type ItemFacts } from './rules/brought.js';
import { RequisitionNamed } from './reading/requisition-named.port.js';
import { RemitNamed } from './reading/remit-named.port.js';
import { type Meeting } from './record/meeting.state.js';
import { peopleMeant } from './sederunt/gather-people-meant.js';
import { type AgendaCommand, type BodyFacts, type CallingCommand, type StandingFacts } from './agenda/agenda.commands.js';
import { type CourseCommand, type SederuntCommand, type TakingFacts } from './sederunt/sederunt.commands.js';
import { bodyOfTarget } from '../../kernel/record-id.js';

/** The meetings before, the newest first, among which the last one with numbers is looked for. */
const LOOKED_AT = 20;

/** Gathers the facts of the body that a meeting needs: its existence, and its rules, seats and offices on the day concerned. */
@Injectable()
export class GatherStanding implements FactGatherer<BodyFacts | StandingFacts | ItemFacts | TakingFacts | undefined> {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  gather(command: BusCommand, type: CommandClass): Promise<BodyFacts | StandingFacts | ItemFacts | TakingFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);

  private readonly facts: FactsByCommand<CallingCommand | AgendaCommand | SederuntCommand | CourseCommand> = {
    CallMeeting: async ({ date, requisition, jointlyWith = [] }, meetingId) => {
      const bodyId = bodyOfTarget(meetingId);
      const [body = null, ...others] = await Promise.all([bodyId, ...jointlyWith].map((one) => this.queries.execute(new BodyHead(one))));
      if (!body) return { body };
      return {
        body,
        others,
        standing: await this.queries.execute(new StandingOn(bodyId, date, jointlyWith)),
        holidays: await this.queries.execute(new HolidaysFor(bodyId)),
        ...(requisition !== undefined && { requisition: await this.queries.execute(new RequisitionNamed(requisition)) }),
      };
    },
    AddAgendaItem: async ({ remit, minuteOf }) => ({
      ...(remit !== undefined && { remit: await this.queries.execute(new RemitNamed(remit)) }),
      ...(minuteOf?.meetingId !== undefined && { minuteOf: await this.minuteOf(minuteOf.meetingId) }),
    }),
    TakeItem: (_data, meetingId) => this.lastNumber(meetingId),
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
    return { standing: meeting.status === 'unknown' ? null : await this.standingOn(meeting, day(meeting)) };
  }

  /** What the meeting stands under on the day it last sat, and on each day before. */
  private async onDaysOf(meetingId: string): Promise<StandingFacts> {
    const { state } = await this.runner.load(meetingHistory, meetingId);
    const days = state.standings.map(({ standing }) => standing.asOf);
    const [last, ...before] = await Promise.all(days.reverse().map((day) => this.standingOn(state, day)));
    return { standing: last ?? null, earlier: before.flatMap((one) => one ?? []).reverse() };
  }

  private async minuteOf(meetingId: string): Promise<ItemFacts['minuteOf']> {
    const { state: meeting } = await this.runner.load(meetingHistory, meetingId);
    if (meeting.status === 'unknown' || meeting.status === 'cancelled') return null;
    const { bodyId, date, title, standings } = meeting;
    return { bodyId, body: (await this.queries.execute(new BodyHead(bodyId)))?.name ?? title, date, opened: standings.length > 0 };
  }

  /** The last number of the meeting before, where the numbers of this body's minutes go on from it. */
  private async lastNumber(meetingId: string): Promise<TakingFacts> {
    const { state: meeting } = await this.runner.load(meetingHistory, meetingId);
    const from = numbersBegin(minuteStyleOf(meeting), meeting.date);
    if (from === null) return {};
    const { bodyId, date } = meeting;
    const to = addDays(date, -1);
    const before = await this.queries.execute(new ListMeetings({ bodyId, from, to, newestFirst: true, limit: LOOKED_AT }));
    for (const row of before.rows) {
      const last = lastNumberOf((await this.runner.load(meetingHistory, row.meetingId)).state);
      if (last > 0) return { continuesFrom: last };
    }
    return {};
  }

  private standingOn(meeting: Meeting, date: string): Promise<Standing | null> {
    return this.queries.execute(standingOfMeeting(meeting, date));
  }
}
