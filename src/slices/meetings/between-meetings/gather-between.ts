import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { CommandRunner } from '../../../eventstore/command-runner.js';
import { addDays } from '../../../kernel/dates.js';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../../kernel/command.js';
import { StandingItemsOn } from '../../bodies/bodies.queries.js';
import { ListMeetings } from '../agenda/views/meeting-register/meeting-register.query.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type BetweenCommand, type FillingFacts } from './between.commands.js';

/** The meetings before, the newest first, whose minutes are looked at. */
const LOOKED_AT = 12;

const nothing = (): Promise<undefined> => Promise.resolve(undefined);

/** Gathers what an agenda is filled from: the standing items of the body on that day, and the minutes that wait for approval. */
@Injectable()
export class GatherBetween implements FactGatherer<FillingFacts | undefined> {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  gather(command: BusCommand, type: CommandClass): Promise<FillingFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  private readonly facts: FactsByCommand<BetweenCommand> = {
    ReceiveMinute: nothing,
    AgreeNextMeeting: nothing,
    FillAgenda: async (_data, meetingId) => {
      const { bodyId, date, status } = (await this.runner.load(meetingHistory, meetingId)).state;
      if (status === 'unknown') return { standingItems: [], minutes: [] };
      const [standingItems, { rows }] = await Promise.all([
        this.queries.execute(new StandingItemsOn(bodyId, date)),
        this.queries.execute(new ListMeetings({ bodyId, to: addDays(date, -1), newestFirst: true, limit: LOOKED_AT })),
      ]);
      const held = rows.filter((one) => one.status === 'concluded' || one.status === 'open' || one.status === 'adjourned');
      const settled = held.findIndex(({ minuteStatus }) => minuteStatus === 'approved' || minuteStatus === 'signed');
      const waiting = settled < 0 ? held.slice(0, 1) : held.slice(0, settled);
      return { standingItems, minutes: waiting.reverse().map((one) => ({ meetingId: one.meetingId, date: one.date })) };
    },
  };
}
