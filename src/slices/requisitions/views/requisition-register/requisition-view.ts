import { daysBetween, longDate } from '../../../../kernel/dates.js';
import { count } from '../../../../kernel/words.js';
import { type Requisition, type RequisitionStanding, standingOf } from '../../requisition.state.js';

/** A requisition as a reader sees it on a day. */
export interface RequisitionView {
  readonly requisitionId: string;
  readonly bodyId: string;
  /** `requisition:body/requisition` */
  readonly ref: string;
  readonly receivedOn: string;
  readonly askedBy: Requisition['askedBy'];
  readonly business: string;
  readonly rule: Requisition['rule'];
  readonly sum: Requisition['sum'];
  readonly due: NonNullable<Requisition['due']> | null;
  readonly standing: RequisitionStanding;
  /** Where it stands, as a sentence; lateness is counted to the day asked about, or the day it was met. */
  readonly standingWords: string;
  readonly daysLate: number;
  readonly answer: NonNullable<Requisition['answer']> | null;
  readonly ended: NonNullable<Requisition['ended']> | null;
}

export function requisitionView(requisition: Requisition, asAt: string): RequisitionView {
  const { requisitionId, bodyId, receivedOn, askedBy, business, rule, sum, due, answer, ended } = requisition;
  const standing = standingOf(requisition);
  const until = standing === 'met' ? (answer?.on ?? asAt) : asAt;
  const latest = due?.latest;
  const daysLate = latest !== undefined && standing !== 'ended' && until > latest ? daysBetween(latest, until) : 0;
  return {
    ...{ requisitionId, bodyId, ref: `requisition:${requisitionId}`, receivedOn, askedBy, business, rule, sum, due: due ?? null, standing },
    ...{ standingWords: wordsOf(requisition, standing, daysLate), daysLate, answer: answer ?? null, ended: ended ?? null },
  };
}

function wordsOf({ sum, rule, due, answer, ended }: Requisition, standing: RequisitionStanding, daysLate: number): string {
  const late = daysLate > 0 ? `, ${count(daysLate, 'day')} late` : '';
  const by = due?.latest === undefined ? '' : ` by ${longDate(due.latest)}`;
  switch (standing) {
    case 'too-few':
      return `${sum.asked} of ${sum.of} members ask, and ${sum.needed} are needed: no clock runs`;
    case 'waiting':
      return `The meeting is to be ${rule.until}${by}${late}`;
    case 'called':
      return `The meeting is called, and is to be held${by}${late}`;
    case 'met':
      return `The meeting was ${answer?.how} on ${longDate(answer?.on ?? '')}${late}`;
    case 'ended':
      return `Ended on ${longDate(ended?.on ?? '')}`;
  }
}
