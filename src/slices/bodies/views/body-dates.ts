import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type DatingFacts, type Deadline } from '../../../kernel/deadline.js';
import { momentOf, type Moments } from '../../../kernel/moments.js';
import { dated, restsOn } from '../../calendars/calendars.words.js';
import { DatingFactsOf } from '../meetings.port.js';
import { type BodyOverTime } from '../over-time.js';

/** `recordedBy`: an instant, without what was recorded later. `on`: a day of the past, as the body's deadlines stood on it. */
export type BodyMoments = Pick<Moments, 'recordedBy'> & { readonly on?: string };

type Dates = Pick<BodyOverTime, 'sabbaticals' | 'pathfinder' | 'budgets' | 'reviewPlanned'>;

/** A deadline of a body. `saidOn`: the day its words were used; `ended`: the day it ended, if it has. */
type Again = (deadline: Deadline, saidOn: string, ended?: string) => Deadline;

/** What a body's deadlines are, each dated by `again`. */
const withDates = <T extends Dates>(overTime: T, again: Again): T => ({
  ...overTime,
  sabbaticals: overTime.sabbaticals.map((one) => (one.until ? { ...one, until: again(one.until, one.from, one.lastDay) } : one)),
  pathfinder: overTime.pathfinder && {
    ...overTime.pathfinder,
    reviewAt: again(
      overTime.pathfinder.reviewAt,
      overTime.pathfinder.reviews.at(-1)?.on ?? overTime.pathfinder.on,
      overTime.pathfinder.reviews.findLast(({ outcome }) => outcome === 'proceed')?.on,
    ),
  },
  budgets: overTime.budgets.map((budget) => ({
    ...budget,
    phases: budget.phases.map((phase) => ({ ...phase, deadline: again(phase.deadline, budget.on, phase.begun) })),
  })),
  reviewPlanned: overTime.reviewPlanned && datedItself(overTime.reviewPlanned) ? again(overTime.reviewPlanned, '') : overTime.reviewPlanned,
});

/** Whether a deadline says itself what it rests on: the day a review of the rules was planned is not kept. */
const datedItself = ({ hangsOn, counted }: Deadline): boolean => hangsOn !== undefined || counted !== undefined;

/** Dates the deadlines of a body's own life, as the due calendar does: one that has ended keeps the day it had when it ended. */
@Injectable()
export class BodyDates {
  constructor(private readonly queries: QueryBus) {}

  async dated<T extends Dates>(bodyId: string, overTime: T, timeZone: string, moments: BodyMoments = {}): Promise<T> {
    const { on, ...known } = moments;
    const days = new Set<string | undefined>();
    /** The day whose facts count: the day asked for, or the day the deadline had ended by then. */
    const dayOf = (ended?: string): string | undefined => (on === undefined || (ended !== undefined && ended < on) ? ended : on);
    withDates(overTime, (deadline, saidOn, ended) => {
      const { calendar, diary } = restsOn(deadline, saidOn);
      if (calendar || diary) days.add(dayOf(ended));
      return deadline;
    });
    if (days.size === 0) return overTime;
    const facts = new Map<string | undefined, DatingFacts | undefined>();
    for (const day of days) {
      const happenedBy = day === undefined ? null : momentOf(day, timeZone);
      const then = { ...known, ...(happenedBy === null ? {} : { happenedBy }) };
      facts.set(day, (await this.queries.execute(new DatingFactsOf([bodyId], then, timeZone))).get(bodyId));
    }
    return withDates(overTime, (deadline, saidOn, ended) => {
      const found = facts.get(dayOf(ended));
      return found ? dated(deadline, saidOn, found) : deadline;
    });
  }
}
