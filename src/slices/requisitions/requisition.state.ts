import { type Deadline } from '../../kernel/deadline.js';
import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type FactOf, type UpdateOf } from '../../kernel/update.js';
import { type PersonNamed, type RequisitionRule } from '../bodies/bodies.words.js';
import { type RequisitionAnswer, type RequisitionEvent, type RequisitionNamed, type RequisitionSum } from './requisition.events.js';

export const REQUISITION_STANDINGS = ['too-few', 'waiting', 'called', 'met', 'ended'] as const;
/** `too-few`: no clock runs; `waiting`: it does; `called`: a meeting is called, and has yet to be held; `met`: what the rule asks for was done. */
export type RequisitionStanding = (typeof REQUISITION_STANDINGS)[number];

/** A requisition as its events tell it. All dates are calendar dates where the body sits. */
export interface Requisition extends RequisitionNamed {
  readonly receivedOn: string;
  readonly askedBy: readonly PersonNamed[];
  readonly business: string;
  readonly rule: RequisitionRule;
  readonly sum: RequisitionSum;
  readonly due?: Deadline;
  readonly answer?: { readonly on: string; readonly atMeeting: string; readonly how: RequisitionAnswer; readonly meets: boolean };
  readonly ended?: { readonly on: string; readonly reason: string };
}

export type RequisitionFact = FactOf<RequisitionEvent>;
/** An update as the register keeps it. */
export type RequisitionUpdate = UpdateOf<RequisitionEvent>;

export function standingOf({ sum, answer, ended }: Requisition): RequisitionStanding {
  if (ended) return 'ended';
  if (answer) return answer.meets ? 'met' : 'called';
  return sum.enough ? 'waiting' : 'too-few';
}

/** Nothing can happen to a requisition that was not received: it stays `null`. */
export function evolveRequisition(requisition: Requisition | null, event: RequisitionFact): Requisition | null {
  if (event.type === 'RequisitionReceived') {
    const { on, ...data } = event.data;
    return { ...data, receivedOn: on };
  }
  if (!requisition) return null;
  switch (event.type) {
    case 'RequisitionJoined': {
      const { askedBy, sum, due = requisition.due } = event.data;
      return { ...requisition, askedBy: [...requisition.askedBy, ...askedBy], sum, ...(due && { due }) };
    }
    case 'RequisitionAnswered': {
      const { on, atMeeting, how, meets } = event.data;
      return { ...requisition, answer: { on, atMeeting, how, meets } };
    }
    case 'RequisitionReopened': {
      const { answer: _answer, ended: _ended, ...open } = requisition;
      return open;
    }
    case 'RequisitionEnded':
      return { ...requisition, ended: { on: event.data.on, reason: event.data.reason } };
  }
}

/** Stream `requisition-<bodyId>/<requisition>`. */
export const requisitionHistory: History<Requisition | null> = {
  category: 'requisition',
  ofBody: 'record',
  initial: null,
  evolve: (requisition, event) => evolveRequisition(requisition, event as Recorded<RequisitionEvent>),
};
