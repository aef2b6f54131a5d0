import { longDate } from '../../kernel/dates.js';
import { type BodyMeant, type DatingFacts, type Deadline, type Diary, type HangsOn, type LengthOfTime } from '../../kernel/deadline.js';
import { knowsHolidays } from './calendars.js';
import { countPeriod, explainPeriod, recountDeadline } from './counting.js';
import { later, lengthFrom, month, NEXT_MEETING } from './deadline-words.js';

/** What follows for a deadline from what it hangs on. */
type Dates = Pick<Deadline, 'earliest' | 'latest' | 'explanation' | 'counted'>;

/** A deadline's dates and what they follow from, without its words: deadlines of a body that have these alike have the same dates for good. */
export const datesWithoutWords = ({ earliest, latest, explanation, counted, hangsOn }: Deadline): Dates & Pick<Deadline, 'hangsOn'> => ({
  ...(earliest === undefined ? {} : { earliest }),
  ...(latest === undefined ? {} : { latest }),
  explanation,
  ...(counted && { counted }),
  ...(hangsOn && { hangsOn }),
});

/** A deadline with the dates of another that was said with the same ones, in other words perhaps, and was dated since. */
export function withDatesOf(said: Deadline, dated: Deadline): Deadline {
  const { earliest: _earliest, latest: _latest, explanation: _explanation, counted: _counted, hangsOn: _hangsOn, ...words } = said;
  return { ...words, ...datesWithoutWords(dated) };
}

/**
 * The dates that follow from the diary, and the sentence that says how. The last day is missing where the meeting has not been called, or
 * would lie beyond what calendars are kept for.
 */
export function datesOf(hangsOn: HangsOn, facts: DatingFacts): Dates {
  const { then, of } = hangsOn;
  if (of && of.bodyId === undefined) return { explanation: `${unknownTold(of)}: undated` };
  const { holidays } = facts;
  const { meetings } = diaryOf(hangsOn, facts);
  const passed = notHeldTold(passedOver(hangsOn, facts));
  const whose = of ? ` of ${theBody(of)}` : '';
  if (hangsOn.meeting === 'next') {
    const { after } = hangsOn;
    const next = meetings.find((date) => date > after);
    if (next === undefined)
      return { explanation: `the first meeting${whose} after ${longDate(after)}; it has not been called yet${passed}` };
    const explanation = `the first meeting${whose} after ${longDate(after)} is on ${longDate(next)}${passed}`;
    return then ? datesThen(then, next, explanation, holidays) : { earliest: next, latest: next, explanation };
  }
  const { earliest, latest } = hangsOn;
  const held = meetings.filter((date) => date >= earliest && date <= latest);
  const [only] = held;
  if (only !== undefined && held.length === 1) {
    const explanation = `the meeting${whose} that month is on ${longDate(only)}`;
    return then ? datesThen(then, only, explanation, holidays) : { earliest: only, latest: only, explanation };
  }
  const why = held.length > 1 ? `there are several meetings${whose} that month` : `the meeting${whose} that month is not known`;
  const explanation = `${why}: ${longDate(earliest)} to ${longDate(latest)}${passed}`;
  return then ? { explanation: why } : { earliest, latest, explanation };
}

const NO_MEETINGS: Diary = { meetings: [] };

/** The diary that holds the meeting: the record's own, or that of the body the words name. */
const diaryOf = ({ of }: HangsOn, facts: DatingFacts): Diary => {
  if (!of) return facts;
  return of.bodyId === undefined ? NO_MEETINGS : (facts.others?.[of.bodyId] ?? NO_MEETINGS);
};

const theBody = ({ named }: BodyMeant): string => (/^the\s/i.test(named) ? named : `the ${named}`);

/** Why it is not known whose meeting is meant. */
const unknownTold = ({ named, fits = [] }: BodyMeant): string =>
  fits.length > 1 ? `\u201c${named}\u201d may be ${fits.join(', or ')}` : `no body called \u201c${named}\u201d is known`;

/** The days of the meetings that a deadline would hang on had they been held, in order. */
function passedOver(hangsOn: HangsOn, facts: DatingFacts): readonly string[] {
  const { meetings, notHeld = [] } = diaryOf(hangsOn, facts);
  if (hangsOn.meeting !== 'next') return notHeld.filter((date) => date >= hangsOn.earliest && date <= hangsOn.latest);
  const next = meetings.find((date) => date > hangsOn.after);
  return notHeld.filter((date) => date > hangsOn.after && (next === undefined || date < next));
}

/** The last day of a meeting that a deadline hung on and that was not held: from the next day on the deadline has other dates. */
export function lapsedOn(deadline: Deadline, saidOn: string, facts: DatingFacts): string | undefined {
  const hangsOn = hangsOnOf(deadline, saidOn);
  return hangsOn && passedOver(hangsOn, facts).at(-1);
}

/** What is said of meetings that were called and not held, so that nothing is due by them. */
function notHeldTold(dates: readonly string[]): string {
  const last = dates.at(-1);
  if (last === undefined) return '';
  const others = dates.length - 1;
  return others === 0
    ? ` (that of ${longDate(last)} is not recorded as held)`
    : ` (that of ${longDate(last)} and ${others} before it are not recorded as held)`;
}

/** Called meetings as a deadline looks at them on a day: a meeting that was never opened no longer counts once its day is over. */
export function diaryOn(called: readonly { readonly date: string; readonly opened: boolean }[], day: string): Diary {
  const counts = ({ date, opened }: (typeof called)[number]): boolean => opened || date >= day;
  const notHeld = called.filter((one) => !counts(one)).map(({ date }) => date);
  return { meetings: called.filter(counts).map(({ date }) => date), ...(notHeld.length > 0 ? { notHeld } : {}) };
}

/**
 * The meetings of the diary it hangs on that a deadline looks at on a day: those that may be the one. Their being held, or not, may move it.
 */
export function lookedAt<M extends { readonly date: string; readonly opened: boolean }>(
  deadline: Deadline,
  saidOn: string,
  called: readonly M[],
  day: string,
): readonly M[] {
  const hangsOn = hangsOnOf(deadline, saidOn);
  const counting = called.filter(({ date, opened }) => opened || date >= day);
  if (hangsOn?.meeting === 'next') return counting.filter(({ date }) => date > hangsOn.after).slice(0, 1);
  return hangsOn ? counting.filter(({ date }) => date >= hangsOn.earliest && date <= hangsOn.latest) : [];
}

function datesThen({ words, count, unit, side }: LengthOfTime, meeting: string, why: string, holidays: DatingFacts['holidays']): Dates {
  if (unit === 'working-day') {
    const rule = `${count} working ${count === 1 ? 'day' : 'days'} ${side} ${longDate(meeting)}`;
    const starts = `day-${side}` as const;
    const counted = countPeriod({ calendar: 'scottish-bank-holidays', rule, length: count, from: meeting, starts, holidays });
    return { ...(side === 'after' ? { earliest: meeting } : {}), latest: counted.lastDay, explanation: explainPeriod(counted), counted };
  }
  const latest = later(meeting, side === 'before' ? -count : count, unit);
  if (latest === null) return { explanation: why };
  return { ...(side === 'after' ? { earliest: meeting } : {}), latest, explanation: `${words}: ${why}, so by ${longDate(latest)}` };
}

/** Words that a record made by an earlier version kept without what they hang on. */
const GIVEN = /^dates as given/;

/**
 * What in the diary a deadline hangs on; `undefined` where nothing. Deadlines recorded before this was kept say it by their words and the
 * day they were said.
 */
function hangsOnOf({ hangsOn, kind, words, explanation }: Deadline, saidOn: string): HangsOn | undefined {
  if (hangsOn || GIVEN.test(explanation)) return hangsOn;
  if (kind === 'next-meeting') {
    const from = lengthFrom(words);
    return { meeting: 'next', after: saidOn, ...(from && from.then.count > 0 && NEXT_MEETING.test(from.event) ? { then: from.then } : {}) };
  }
  const span = kind === 'month' && /\bmeeting\b/i.test(words) ? month(words, saidOn)?.value : undefined;
  return span && { meeting: 'only-in', earliest: span.earliest, latest: span.latest };
}

/** What a deadline rests on. */
interface RestsOn {
  /** The calendar of bank holidays, by which its last day was counted. */
  readonly calendar: boolean;
  /** The diary of the body whose meeting it hangs on. */
  readonly diary: boolean;
  /** That body, where it is not the record's own. */
  readonly of?: string;
}

/** Words that name a body nobody knew rest on no diary. */
export function restsOn(deadline: Deadline, saidOn: string): RestsOn {
  const hangsOn = hangsOnOf(deadline, saidOn);
  const of = hangsOn?.of?.bodyId;
  return {
    calendar: (deadline.counted !== undefined && knowsHolidays(deadline.counted.calendar)) || hangsOn?.then?.unit === 'working-day',
    diary: hangsOn !== undefined && (!hangsOn.of || of !== undefined),
    ...(of === undefined ? {} : { of }),
  };
}

/**
 * The deadline as its dates follow from the diary and the recorded holidays, said anew with the words it has; the very same deadline where
 * nothing changes. This is the one place that dates: for now, for a day in the past, and for what was known at a moment, by the facts given.
 *
 * @param saidOn the day the words were used, for deadlines recorded before that was kept with them
 */
export function dated(deadline: Deadline, saidOn: string, facts: DatingFacts): Deadline {
  const hangsOn = hangsOnOf(deadline, saidOn);
  if (!hangsOn) return recountDeadline(deadline, facts.holidays);
  const { earliest, latest, counted, explanation, ...said } = deadline;
  const now = { ...said, hangsOn, ...datesOf(hangsOn, facts) };
  const same =
    now.earliest === earliest &&
    now.latest === latest &&
    now.explanation === explanation &&
    JSON.stringify(now.counted) === JSON.stringify(counted);
  return same && deadline.hangsOn ? deadline : now;
}
