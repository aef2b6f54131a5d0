import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CommandRunner } from '../../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../../kernel/command.js';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { BodyHead, StandingOn } from '../../bodies/bodies.queries.js';
import { type CallMeetingDto } from './agenda.payloads.js';
import { HolidaysFor } from '../../calendars/calendars.queries.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type BodyFacts, type StandingFacts } from './agenda.commands.js';

/** Gathers the facts of the body that a meeting needs: its existence, and its rules, seats and offices on the day concerned. */
@Injectable()
export class GatherStanding implements FactGatherer {
  constructor(
    private readonly queries: QueryBus,
    private readonly runner: CommandRunner,
  ) {}

  async gather(command: BusCommand, { spec }: CommandClass): Promise<BodyFacts | StandingFacts | undefined> {
    if (spec.type === 'CallMeeting') return this.calling(bodyOf(command.target), (command.data as CallMeetingDto).date);
    const on = await this.dayOf(command, spec.type);
    if (!on) return undefined;
    const standing = await this.queries.execute(new StandingOn(on.bodyId, on.date));
    return spec.type === 'GiveNotice' ? { standing, holidays: await this.queries.execute(new HolidaysFor(on.bodyId)) } : { standing };
  }

  private async calling(bodyId: string, date: string): Promise<BodyFacts> {
    const body = await this.queries.execute(new BodyHead(bodyId));
    if (!body) return { body };
    return {
      body,
      standing: await this.queries.execute(new StandingOn(bodyId, date)),
      holidays: await this.queries.execute(new HolidaysFor(bodyId)),
    };
  }

  private async dayOf(command: BusCommand, type: string): Promise<{ readonly bodyId: string; readonly date: string } | undefined> {
    if (!['GiveNotice', 'OpenMeeting', 'CorrectRoll', 'ResumeMeeting'].includes(type)) return undefined;
    const { state: meeting } = await this.runner.load(meetingHistory, command.target);
    if (meeting.status === 'unknown') return undefined;
    const { bodyId, date } = meeting;
    switch (type) {
      case 'CorrectRoll':
        return { bodyId, date: meeting.standings.at(-1)?.standing.asOf ?? date };
      case 'ResumeMeeting':
        return { bodyId, date: (command.data as { readonly date?: string }).date ?? date };
      default:
        return { bodyId, date };
    }
  }
}

const bodyOf = (meetingId: string): string => meetingId.split('/')[0] ?? '';
