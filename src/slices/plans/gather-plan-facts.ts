import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DecisionNamedDto } from '../bodies/decision-named.payloads.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type PlanFacts } from './plan.facts.js';

/** What a plan's and a duty's commands must know of their body and its meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherPlanFacts implements FactGatherer {
  constructor(private readonly queries: QueryBus) {}

  async gather({ target, data }: BusCommand, { spec }: CommandClass): Promise<PlanFacts> {
    const bodyId = target.slice(0, target.indexOf('/'));
    const { decision } = data as { decision?: DecisionNamedDto };
    const words = dueWords(data);
    const counts = spec.type === 'RecountPlanDeadlines' || words.some((one) => /\bworking\b/i.test(one));
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: words.some((one) => /\bmeeting\b/i.test(one)) ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      holidays: counts ? await this.queries.execute(new HolidaysFor(bodyId)) : [],
      meeting: decision === undefined ? null : await this.queries.execute(new MeetingCited(decision.meetingId)),
    };
  }
}

/** Every wording of a deadline in a command. */
function dueWords(data: object): string[] {
  const {
    due,
    review,
    nextReview,
    items = [],
  } = data as {
    due?: string;
    review?: string;
    nextReview?: string;
    items?: readonly { readonly due?: string }[];
  };
  return [due, review, nextReview, ...items.map((item) => item.due)].filter((words) => words !== undefined);
}
