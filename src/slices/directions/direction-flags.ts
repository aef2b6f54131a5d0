import { daysBetween } from '../../kernel/dates.js';
import { type Deadline } from '../../kernel/deadline.js';
import { type Direction, isLive, statusOf } from './direction.state.js';

/** The gaps a direction may leave open. Listed, never filled in. */
export const GAPS = {
  'money-to-be-defined': 'The payment, or how it is found, is to be defined (s.27).',
  'functions-to-be-defined': 'The functions it covers are to be defined.',
  'no-split': 'It is given to several without saying whether jointly or how it is split between them (s.26(5)).',
  'no-issue-date': 'It was approved, and when it was issued is not recorded.',
  'no-end-date': 'Its timeframes have no end.',
  'no-review-date': 'It does not say when it will be reviewed.',
} as const;
export type Gap = keyof typeof GAPS;

/** `To start by: July 2023` says when it begins, whatever date is in it. */
const STARTS = /\b(?:to\s+)?(?:start|begin|commence)(?:s|ing)?\b/i;
const ENDS = /\b(?:end|complet|finish|conclud|until)/i;
const hasEnd = (timeframes: Deadline | undefined): boolean =>
  timeframes?.latest !== undefined && (!STARTS.test(timeframes.words) || ENDS.test(timeframes.words));

export function gapsOf({ terms, approval, issues, end }: Direction): readonly Gap[] {
  const { finance, functions, recipients, split, timeframes, review } = terms;
  const found: readonly (readonly [Gap, boolean])[] = [
    ['money-to-be-defined', !finance || finance.toBeDefined === true],
    ['functions-to-be-defined', !functions || functions.toBeDefined === true],
    ['no-split', recipients.length > 1 && split === undefined],
    ['no-issue-date', approval !== undefined && issues.length === 0 && end?.how !== 'revoked'],
    ['no-end-date', !hasEnd(timeframes)],
    ['no-review-date', review === undefined],
  ];
  return found.flatMap(([gap, open]) => (open ? [gap] : []));
}

export interface Unacknowledged {
  readonly recipient: string;
  readonly name: string;
  readonly issuedOn: string;
  /** Whole days since the direction was issued to the recipient. */
  readonly days: number;
  /** Whether the day by which the body asked for acknowledgement has passed. */
  readonly late: boolean;
}

/** Flags that follow from a direction and the day it is looked at; none of them is a state. */
export interface Flags {
  readonly live: boolean;
  readonly reviewOverdue: boolean;
  /** The timeframes have passed, and nobody has reported them met. */
  readonly timeframePassed: boolean;
  readonly notAcknowledged: readonly Unacknowledged[];
}

const passed = (deadline: Deadline | undefined, date: string): boolean => deadline?.latest !== undefined && deadline.latest < date;

export function flagsOn(direction: Direction, date: string): Flags {
  const { terms, issues, review, timeframeMetOn } = direction;
  const live = isLive(direction);
  const waiting = live ? issues.filter(({ acknowledged }) => !acknowledged) : [];
  return {
    live,
    reviewOverdue: live && passed(review, date),
    timeframePassed: live && timeframeMetOn === undefined && passed(terms.timeframes, date),
    notAcknowledged: waiting.map(({ recipient, on, acknowledge }) => ({
      recipient,
      name: terms.recipients.find((one) => one.recipient === recipient)?.name ?? recipient,
      issuedOn: on,
      days: daysBetween(on, date),
      late: passed(acknowledge, date),
    })),
  };
}

export const LOG_STATUSES = [
  'live',
  'revised',
  'revoked',
  'completed',
  'superseded',
  'withdrawn',
  'review-overdue',
  'not-acknowledged',
  'drafted',
  'all',
] as const;
export type LogStatus = (typeof LOG_STATUSES)[number];

/** Whether the log of directions lists the direction under a heading on a day. */
export function isUnder(heading: LogStatus, direction: Direction, date: string): boolean {
  switch (heading) {
    case 'all':
      return true;
    case 'live':
      return isLive(direction);
    case 'review-overdue':
      return flagsOn(direction, date).reviewOverdue;
    case 'not-acknowledged':
      return flagsOn(direction, date).notAcknowledged.length > 0;
    case 'drafted':
    case 'revised':
    case 'revoked':
    case 'completed':
    case 'superseded':
    case 'withdrawn':
      return statusOf(direction) === heading;
  }
}
