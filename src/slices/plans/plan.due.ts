import { type Deadline } from '../../kernel/deadline.js';
import { type Due, type DueChange, type DueTable } from '../../kernel/due.js';
import { type DutyNamed, type DutyShown } from './duty.events.js';
import { type PlanEvent, type PlanItemNamed, type PlanNamed, type PlanShown } from './plan.events.js';

/** A clock for each item, one for the plan's next review, and one for a duty's next occurrence. */
const itemClock = ({ planId, itemId }: PlanItemNamed) => ({ kind: 'plan', recordId: planId, clock: `item-${itemId}` }) as const;
const reviewClock = ({ planId }: PlanNamed) => ({ kind: 'plan', recordId: planId, clock: 'review' }) as const;
const dutyClock = ({ dutyId }: DutyNamed) => ({ kind: 'duty', recordId: dutyId, clock: 'next' }) as const;

const LONGEST_PHRASE = 200;
/** The beginning of an item's text, cut between words. */
const phrase = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= LONGEST_PHRASE ? line : `${line.slice(0, LONGEST_PHRASE).replace(/\s\S*$/, '')}…`;
};
const whatOf = (number: string | undefined, text: string): string => phrase(number === undefined ? text : `${number} ${text}`);

const review = (named: PlanNamed, deadline: Deadline, { title, exempt }: PlanShown): Due => ({
  ...reviewClock(named),
  bodyId: named.bodyId,
  title,
  what: 'review of the plan',
  deadline,
  officers: [],
  exempt,
  sort: 'review',
});

const duty = (named: DutyNamed, deadline: Deadline, { title, what, officers }: DutyShown): Due => ({
  ...dutyClock(named),
  bodyId: named.bodyId,
  title,
  what,
  deadline,
  officers,
  exempt: false,
});

const fallsDue = (due: Due): DueChange => ({ change: 'falls-due', ...due });
const settled =
  (change: 'met' | 'dropped' | 'live-again') =>
  ({ data }: { readonly data: PlanItemNamed & { readonly on: string } }): readonly DueChange[] => [
    { change, ...itemClock(data), on: data.on },
  ];

/** The deadlines these events begin, change or end. */
export const planDues: DueTable<PlanEvent> = {
  PlanAdopted: ({ data }) => (data.review === undefined ? [] : [fallsDue(review(data, data.review, data))]),
  PlanReviewed: ({ data }) => [
    { change: 'met', ...reviewClock(data), on: data.on },
    ...(data.nextReview === undefined ? [] : [fallsDue(review(data, data.nextReview, data.plan))]),
  ],
  PlanClosed: ({ data }) => [{ change: 'dropped', ...reviewClock(data), on: data.on }],
  PlanReopened: ({ data }) => [{ change: 'live-again', ...reviewClock(data), on: data.on }],
  PlanCorrected: ({ data }) => {
    const { title, exempt } = data.changes;
    const changed = { ...(title === undefined ? {} : { title }), ...(exempt === undefined ? {} : { exempt }) };
    if (!Object.keys(changed).length) return [];
    const { planId, bodyId } = data;
    const clocks = [reviewClock(data), ...data.itemIds.map((itemId) => itemClock({ planId, bodyId, itemId }))];
    return clocks.map((clock): DueChange => ({ change: 'carried', ...clock, ...changed }));
  },
  PlanItemAdded: ({ data }) => [
    fallsDue({
      ...itemClock(data),
      bodyId: data.bodyId,
      title: data.plan.title,
      what: whatOf(data.details.number, data.details.text),
      deadline: data.details.due,
      officers: data.details.leads,
      exempt: data.plan.exempt,
    }),
  ],
  PlanItemAmended: ({ data }) => {
    const { due, leads, text, number } = data.changes;
    const changed = {
      ...(due === undefined ? {} : { deadline: due }),
      ...(leads === undefined ? {} : { officers: leads }),
      ...(text === undefined ? {} : { what: whatOf(number ?? data.itemId, text) }),
    };
    return Object.keys(changed).length ? [{ change: 'carried', ...itemClock(data), ...changed }] : [];
  },
  PlanItemDueRecounted: ({ data }) => [{ change: 'carried', ...itemClock(data), deadline: data.due }],
  PlanItemOccurrenceMet: ({ data }) => [{ change: 'carried', ...itemClock(data), deadline: data.next }],
  PlanItemCompleted: settled('met'),
  PlanItemSuperseded: settled('dropped'),
  PlanItemDropped: settled('dropped'),
  PlanItemReopened: settled('live-again'),
  DutyRecorded: ({ data }) => [fallsDue(duty(data, data.next, data))],
  DutyFulfilled: ({ data }) => [
    { change: 'met', ...dutyClock(data), on: data.on },
    ...(data.next === undefined ? [] : [fallsDue(duty(data, data.next, data.duty))]),
  ],
  DutyChanged: ({ data }) => [fallsDue(duty(data, data.next, data.duty))],
  DutyEnded: ({ data }) => [{ change: 'dropped', ...dutyClock(data), on: data.on }],
};
