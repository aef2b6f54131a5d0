import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Deadline } from '../../../kernel/deadline.js';
import { type Moments } from '../../../kernel/moments.js';
import { dated, restsOn } from '../../calendars/calendars.words.js';
import { byTheEndOf, factsAt } from '../facts-at.query.js';
import { type BodyOverTime, PATHFINDER_CLOCK, phaseClock, REVIEW_CLOCK, sabbaticalClock } from '../over-time.js';

/** `recordedBy`: an instant, without what was recorded later. `on`: a day of the past, as the body's deadlines stood on it. */
export type BodyMoments = Pick<Moments, 'recordedBy'> & { readonly on?: string };

type Dates = Pick<BodyOverTime, 'sabbaticals' | 'pathfinder' | 'budgets' | 'reviewPlanned' | 'dating'>;

/** A deadline of a body. `saidOn`: the day its words were used; `clock`: its name among those of the body's life. */
type Again = (deadline: Deadline, saidOn: string, clock: string) => Deadline;

/** What a body's deadlines are, each dated by `again`. */
const withDates = <T extends Dates>({ dating, ...overTime }: T, again: Again): T =>
  ({
    ...overTime,
    sabbaticals: overTime.sabbaticals.map((one) => (one.until ? { ...one, until: again(one.until, one.from, sabbaticalClock(one)) } : one)),
    pathfinder: overTime.pathfinder && {
      ...overTime.pathfinder,
      reviewAt: again(overTime.pathfinder.reviewAt, overTime.pathfinder.reviews.at(-1)?.on ?? overTime.pathfinder.on, PATHFINDER_CLOCK),
    },
    budgets: overTime.budgets.map((budget) => ({
      ...budget,
      phases: budget.phases.map((phase) => ({
        ...phase,
        deadline: again(phase.deadline, budget.on, phaseClock(budget.budgetId, phase.phaseId)),
      })),
    })),
    reviewPlanned: overTime.reviewPlanned && again(overTime.reviewPlanned, dating?.reviewSaidOn ?? '', REVIEW_CLOCK),
  }) as unknown as T;

/** Dates the deadlines of a body's own life, as the due calendar does: one that has ended keeps the day it had when it ended. */
@Injectable()
export class BodyDates {
  constructor(private readonly queries: QueryBus) {}

  async dated<T extends Dates>(bodyId: string, overTime: T, timeZone: string, moments: BodyMoments = {}): Promise<T> {
    const { on, ...known } = moments;
    const { ends = {} } = overTime.dating ?? {};
    let rests = false;
    const undated = withDates(overTime, (deadline, saidOn) => {
      const { calendar, diary } = restsOn(deadline, saidOn);
      rests ||= calendar || diary;
      return deadline;
    });
    if (!rests) return undated;
    const then = { ...(on === undefined ? {} : byTheEndOf(on, timeZone)), ...known };
    const facts = await factsAt(this.queries, bodyId, { deadlines: overTime, moments: then, ends: Object.values(ends), timeZone });
    return withDates(overTime, (deadline, saidOn, clock) => dated(deadline, saidOn, facts(ends[clock])));
  }
}
