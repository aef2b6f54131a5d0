import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DecisionNamedDto } from '../bodies/decision-named.payloads.js';
import { type BusCommand, type ByCommand, type CommandClass, madeOf } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { BodyHead, DiariesNamed } from '../bodies/bodies.queries.js';
import { HolidaysFor } from '../calendars/calendars.queries.js';
import { MeetingCited, MeetingDates } from '../bodies/meetings.port.js';
import { type dutyCommands } from './duties.commands.js';
import { type PlanFacts } from './plan.facts.js';
import { type planCommands } from './plans.commands.js';
import { bodyIdOf } from '../../kernel/record-id.js';

interface Named {
  readonly decision?: DecisionNamedDto | undefined;
  /** Every wording of a deadline. */
  readonly due?: readonly (string | undefined)[];
}
const nothing = (): Named => ({});
const byDecision = ({ decision }: { readonly decision?: DecisionNamedDto }): Named => ({ decision });

/** The records outside the plan or the duty that each command names. */
const NAMED: ByCommand<readonly [...typeof planCommands, ...typeof dutyCommands], Named> = {
  AdoptPlan: ({ decision, review }) => ({ decision, due: [review] }),
  AddPlanItem: ({ items }) => ({ due: items.map(({ due }) => due) }),
  AmendPlanItem: ({ decision, due }) => ({ decision, due: [due] }),
  ReportAchievement: nothing,
  SelfEvaluateItem: nothing,
  CompletePlanItem: byDecision,
  ReopenPlanItem: nothing,
  SupersedePlanItem: byDecision,
  DropPlanItem: byDecision,
  ReviewPlan: ({ decision, nextReview }) => ({ decision, due: [nextReview] }),
  ClosePlan: byDecision,
  ReopenPlan: nothing,
  CorrectPlan: nothing,
  RecordDuty: nothing,
  FulfilDuty: nothing,
  ChangeDuty: nothing,
  EndDuty: nothing,
};

/** Gathers the facts a plan's or duty's commands need of the body and its meetings. A meeting that is named is read from its own stream. */
@Injectable()
export class GatherPlanFacts implements FactGatherer<PlanFacts> {
  constructor(private readonly queries: QueryBus) {}

  async gather(command: BusCommand, type: CommandClass): Promise<PlanFacts> {
    const bodyId = bodyIdOf(command.target);
    const { decision, due = [] } = madeOf(NAMED, type, command);
    const says = (word: RegExp): boolean => due.some((words) => words !== undefined && word.test(words));
    return {
      timeZone: (await this.queries.execute(new BodyHead(bodyId)))?.timeZone ?? null,
      meetings: says(/\bmeeting\b/i) ? await this.queries.execute(new MeetingDates(bodyId)) : [],
      ...(says(/\bmeeting\b/i) ? { diaries: await this.queries.execute(new DiariesNamed(bodyId, due)) } : {}),
      holidays: says(/\bworking\b/i) ? await this.queries.execute(new HolidaysFor(bodyId)) : [],
      meeting: decision === undefined ? null : await this.queries.execute(new MeetingCited(decision.meetingId)),
    };
  }
}
