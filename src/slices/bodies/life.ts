import { addDays, dayNumber, fromDayNumber, longDate } from '../../kernel/dates.js';
import { Temporal } from 'temporal-polyfill';
import { type BodyOverTime, type DormancyRule } from './over-time.js';

/** How a body stands in its life on a day. `not-yet`: it was neither proposed nor established then. Dormancy is derived, never stored as such. */
export const LIFE_STATUSES = ['not-yet', 'proposed', 'active', 'sabbatical', 'dormant', 'dissolved'] as const;
export type LifeStatus = (typeof LIFE_STATUSES)[number];

export interface LifeOn {
  readonly state: LifeStatus;
  /** First day of that state; `null` where the record does not say. */
  readonly since: string | null;
  readonly explanation: string;
  /** The last meeting held by that day. */
  readonly lastMeeting: string | null;
  /** The day the body becomes dormant by its rule unless it meets; `null` unless the body is active under such a rule. */
  readonly dormantFrom: string | null;
}

export interface Lived {
  readonly established: { readonly on?: string | null } | null;
  readonly overTime: BodyOverTime;
  /** Days on which the body met. */
  readonly held: readonly string[];
}

export const ruleOn = ({ dormancyRules }: BodyOverTime, date: string): DormancyRule | null =>
  dormancyRules.findLast(({ from }) => from <= date) ?? null;

const monthsAfter = (date: string, months: number): string => Temporal.PlainDate.from(date).add({ months }).toString();

/** The day dormancy begins: so many months after the last sign of life, and as many days later as the body was on sabbatical meanwhile. */
export function dormantFrom(overTime: BodyOverTime, lastSign: string, months: number): string {
  let end = dayNumber(monthsAfter(lastSign, months))!;
  let from = dayNumber(lastSign)! + 1;
  for (const sabbatical of overTime.sabbaticals) {
    const first = Math.max(dayNumber(sabbatical.from)!, from);
    const last = sabbatical.lastDay === undefined ? Infinity : dayNumber(sabbatical.lastDay)!;
    if (first > last || first > end) continue;
    if (last === Infinity) return '9999-12-31';
    end += last - first + 1;
    from = last + 1;
  }
  return fromDayNumber(end);
}

/** How a body stood on a day. Pure, and the same however late the facts were recorded. */
export function lifeOn({ established, overTime, held }: Lived, date: string): LifeOn {
  const { proposed, dissolved, sabbaticals, relaunches, dormancies } = overTime;
  const lastMeeting = held.reduce<string | null>((last, day) => (day <= date && (last === null || day > last) ? day : last), null);
  const answer = (state: LifeStatus, since: string | null, explanation: string, dormant: string | null = null): LifeOn => ({
    state,
    since,
    explanation,
    lastMeeting,
    dormantFrom: dormant,
  });

  if (dissolved && dissolved.on <= date)
    return answer('dissolved', dissolved.on, `dissolved on ${longDate(dissolved.on)}: ${dissolved.reason}`);
  const on = established?.on ?? null;
  if (!established || (on !== null && date < on)) {
    if (proposed && proposed.on <= date) return answer('proposed', proposed.on, `proposed on ${longDate(proposed.on)}, not established`);
    return answer('not-yet', null, on === null ? 'not established' : `established on ${longDate(on)}`);
  }
  const sabbatical = sabbaticals.find(({ from, lastDay }) => from <= date && (lastDay === undefined || date <= lastDay));
  if (sabbatical) {
    const { until, reason, from } = sabbatical;
    const planned = until ? `, until ${until.words}` : '';
    const over = until?.latest !== undefined && until.latest < date ? '; it was to end by then and no end is recorded' : '';
    return answer('sabbatical', from, `on a sabbatical from ${longDate(from)}${planned}: ${reason}${over}`);
  }

  const launched = relaunches.findLast((one) => one.on <= date)?.on ?? null;
  const declared = dormancies.findLast(({ from }) => from <= date);
  const signs = [on, launched, lastMeeting].filter((day) => day !== null).sort();
  const lastSign = signs.at(-1) ?? null;
  if (declared && (lastSign === null || lastSign < declared.from || (lastSign === declared.from && lastSign === on)))
    return answer('dormant', declared.from, `became dormant ${declared.words}: ${declared.reason}`);

  const rule = ruleOn(overTime, date);
  const said =
    lastMeeting !== null && lastMeeting === lastSign
      ? `no meeting since ${longDate(lastMeeting)}`
      : lastSign === null
        ? 'no meeting is recorded'
        : `no meeting since it was ${lastSign === launched ? 'relaunched' : 'established'} on ${longDate(lastSign)}`;
  const since = launched ?? on;
  const lived = launched
    ? `relaunched on ${longDate(launched)}`
    : on
      ? `established on ${longDate(on)}`
      : 'established, on a day not recorded';
  if (rule?.noMeetingForMonths === undefined || lastSign === null) return answer('active', since, lived);
  const months = `the rule is ${rule.noMeetingForMonths} ${rule.noMeetingForMonths === 1 ? 'month' : 'months'}`;
  const counted = dormantFrom(overTime, lastSign, rule.noMeetingForMonths);
  const from = counted < rule.from ? rule.from : counted;
  const paused = overTime.sabbaticals.some((one) => one.from > lastSign && one.from <= counted) ? ', days of a sabbatical not counted' : '';
  if (date >= from) return answer('dormant', from, `${said}; ${months}${paused}: dormant from ${longDate(from)}`);
  return answer('active', since, `${lived}; ${said}; ${months}${paused}: dormant from ${longDate(from)} unless it meets`, from);
}

/** Only a body dormant or on sabbatical the day before, or on sabbatical since its last launch, can be launched again. */
export function mayRelaunch(lived: Lived, on: string): boolean {
  const before = lifeOn(lived, addDays(on, -1));
  if (before.state === 'dormant' || before.state === 'sabbatical') return true;
  const launched = lived.overTime.relaunches.findLast((one) => one.on < on)?.on ?? lived.established?.on ?? '';
  return lived.overTime.sabbaticals.some(({ from, lastDay }) => from >= launched && lastDay !== undefined && lastDay < on);
}
