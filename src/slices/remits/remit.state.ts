import { type DecisionRef } from '../../kernel/citation.js';
import { type History } from '../../kernel/decider.js';
import { type Recorded } from '../../kernel/event.js';
import { type FactOf, type UpdateOf } from '../../kernel/update.js';
import { type RemitEvent, type RemitMadeData } from './remit.events.js';

/** Where a remit stands. `awaiting-ruling` and `refused` are of referrals only. */
export const REMIT_STANDINGS = [
  'awaiting-ruling',
  'refused',
  'waiting',
  'on-agenda',
  'accepted',
  'declined',
  'answered',
  'noted',
  'withdrawn',
] as const;
export type RemitStanding = (typeof REMIT_STANDINGS)[number];

/** A remit as its events tell it. All dates are calendar dates where the body that remits sits. */
export interface Remit extends Omit<RemitMadeData, 'on'> {
  readonly madeOn: string;
  readonly standing: RemitStanding;
  /** The ruling on a referral. */
  readonly ruling?: { readonly on: string; readonly allowed: boolean; readonly by: string; readonly reason?: string };
  /** The agenda of the other body it stood on last. */
  readonly placed?: { readonly on: string; readonly atMeeting: string; readonly itemId: string };
  readonly accepted?: { readonly on: string; readonly atMeeting?: string; readonly words?: string };
  /** What the other body made of it: its decision, or why it was declined. */
  readonly answer?: {
    readonly on: string;
    readonly outcome: 'answered' | 'declined';
    readonly atMeeting?: string;
    readonly decision?: DecisionRef;
    readonly words: string;
  };
  readonly noted?: { readonly on: string; readonly atMeeting: string; readonly decision?: DecisionRef };
  /** Why it was withdrawn. */
  readonly withdrawn?: { readonly on: string; readonly reason: string };
}

export type RemitFact = FactOf<RemitEvent>;
/** An update as the register keeps it. */
export type RemitUpdate = UpdateOf<RemitEvent>;

/** Nothing can happen to a remit that was not made: it stays `null`. */
export function evolveRemit(remit: Remit | null, event: RemitFact): Remit | null {
  if (event.type === 'RemitMade') {
    const { on, ...made } = event.data;
    return { ...made, madeOn: on, standing: made.how === 'referred' ? 'awaiting-ruling' : 'waiting' };
  }
  if (!remit) return null;
  switch (event.type) {
    case 'ReferralRuled': {
      const { on, allowed, by, reason } = event.data;
      return { ...remit, standing: allowed ? 'waiting' : 'refused', ruling: { on, allowed, by, ...(reason !== undefined && { reason }) } };
    }
    case 'RemitPlaced': {
      const { on, atMeeting, itemId } = event.data;
      return { ...remit, standing: remit.standing === 'accepted' ? 'accepted' : 'on-agenda', placed: { on, atMeeting, itemId } };
    }
    case 'RemitAccepted': {
      const { remitId: _remitId, bodyId: _bodyId, ...accepted } = event.data;
      return { ...remit, standing: 'accepted', accepted };
    }
    case 'RemitDeclined': {
      const { remitId: _remitId, bodyId: _bodyId, reason, ...data } = event.data;
      return { ...remit, standing: 'declined', answer: { ...data, outcome: 'declined', words: reason } };
    }
    case 'RemitAnswered': {
      const { remitId: _remitId, bodyId: _bodyId, ...data } = event.data;
      return { ...remit, standing: 'answered', answer: { ...data, outcome: 'answered' } };
    }
    case 'AnswerNoted': {
      const { remitId: _remitId, bodyId: _bodyId, ...noted } = event.data;
      return { ...remit, standing: 'noted', noted };
    }
    case 'RemitReopened':
      return reopened(remit);
    case 'RemitWithdrawn': {
      const { on, reason } = event.data;
      return { ...remit, standing: 'withdrawn', withdrawn: { on, reason } };
    }
    case 'RemitCorrected':
      return { ...remit, ...event.data.changes };
  }
}

/** The remit before its last end: the answer that was noted stands, the other body has the matter again, or the ruling is awaited again. */
function reopened({ answer, noted, withdrawn: _withdrawn, ruling, ...remit }: Remit): Remit {
  const ruled = ruling === undefined ? {} : { ruling };
  if (noted && answer) return { ...remit, ...ruled, answer, standing: answer.outcome };
  if (ruling?.allowed === false) return { ...remit, standing: 'awaiting-ruling' };
  if (remit.how === 'referred' && !ruling) return { ...remit, standing: 'awaiting-ruling' };
  return { ...remit, ...ruled, standing: remit.accepted ? 'accepted' : remit.placed ? 'on-agenda' : 'waiting' };
}

/** Stream `remit-<bodyId>/<remit>`. */
export const remitHistory: History<Remit | null> = {
  category: 'remit',
  ofBody: 'record',
  initial: null,
  evolve: (remit, event) => evolveRemit(remit, event as Recorded<RemitEvent>),
};
