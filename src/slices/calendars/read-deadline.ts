import { longDate } from '../../kernel/dates.js';
import { sameName } from '../../kernel/names.js';
import { type BodyMeant, type Deadline, type HangsOn, type LengthOfTime, type RecordedHoliday } from '../../kernel/deadline.js';
import { bodyNamedIn, type NamedDiary } from './body-named.js';
import {
  exactDate,
  dayOfYear,
  financialYear,
  type Found,
  inYear,
  lateInYear,
  later,
  lengthFrom,
  month,
  months,
  namedDay,
  NEXT_MEETING,
  noSuchDay,
  NUMBER,
  numberOf,
  quarter,
  season,
  type Span,
  UNIT,
  UP_TO_THE_DAY,
  vague,
  wrongWeekday,
  year,
} from './deadline-words.js';
import { countPeriod, explainPeriod } from './counting.js';
import { datesOf } from './dating.js';

/** Facts that reading a deadline needs besides its words. Calendar dates where the body sits. */
export interface DeadlineFacts {
  /** The day the words were used: the meeting's, for a decision. */
  readonly saidOn: string;
  /** The dates of the body's meetings that are not cancelled, in order. */
  readonly meetings: readonly string[];
  /** Holidays recorded for where the body sits: a number of working days leaves them out as it does the bank holidays. */
  readonly holidays?: readonly RecordedHoliday[];
  /** The body whose meetings these are, where that is not the body of the record. */
  readonly of?: BodyMeant;
  /** What was found of the bodies that the words name; a body that is not among them is taken for the record's own. */
  readonly diaries?: readonly NamedDiary[];
}

type Read = Omit<Deadline, 'words'>;
type DayOfYear = NonNullable<Deadline['thereafter']>;

/**
 * Reads the words people use for a deadline, and says how. It never fails: what cannot be computed stays words, undated.
 * `latest` is never before `earliest`, and `words` are kept exactly.
 */
export function readDeadline(words: string, facts: DeadlineFacts): Deadline {
  const read = readers.reduce<Read | null>((found, reader) => found ?? reader(inPlainDigits(words.slice(0, 500)), facts), null) ?? undated;
  const { earliest, latest, ...rest } = read;
  const sound = !earliest || !latest || earliest <= latest;
  return { words, ...rest, ...(earliest && sound ? { earliest } : {}), ...(latest ? { latest } : {}) };
}

/** The digits of every script as those of the readers: `٣ April 2027` is 3 April 2027. */
const inPlainDigits = (words: string): string =>
  words.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0)!;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(digit.codePointAt(0)! - zero);
  });

export interface DatesGiven {
  readonly earliest?: string;
  readonly latest?: string;
}

/**
 * The deadline of the words; the clerk's own dates stand instead where given, and `null` is answered where those end before they begin.
 * Empty words are read as no words.
 */
export function deadlineFrom(words: string | undefined, dates: DatesGiven | undefined, facts: DeadlineFacts): Deadline | null {
  if (dates?.earliest && dates.latest && dates.earliest > dates.latest) return null;
  const read = readDeadline(words ?? '', facts);
  return dates?.earliest || dates?.latest ? datesGiven(read, dates) : read;
}

/** Dates the clerk gave: the words stay, the dates are neither computed nor counted, and hang on nothing. */
export const datesGiven = (deadline: Deadline, dates: DatesGiven): Deadline => {
  const { earliest: _earliest, latest: _latest, counted: _counted, hangsOn: _hangsOn, ...rest } = deadline;
  return {
    ...rest,
    kind: rest.kind === 'none' ? 'date' : rest.kind,
    ...(dates.earliest === undefined ? {} : { earliest: dates.earliest }),
    ...(dates.latest === undefined ? {} : { latest: dates.latest }),
    explanation: `dates as given: ${[dates.earliest && `not before ${longDate(dates.earliest)}`, dates.latest && `by ${longDate(dates.latest)}`].filter(Boolean).join(', ')}`,
  };
};

const undated: Read = { kind: 'none', explanation: 'no date can be computed from the words' };

/** The words for how often, with the time from one to the next. */
const RECURRING: readonly (readonly [RegExp, NonNullable<Deadline['recurrence']>, number, 'month' | 'week'])[] = [
  [
    /\b(half[- ]yearly|twice[- ](?:(?:a|each|every) year|yearly)|(every|each) six months|(6|six)[- ]monthly|every 6 months)\b/i,
    'half-yearly',
    6,
    'month',
  ],
  [/\b(quarterly|(each|every) quarter|every (3|three) months)\b/i, 'quarterly', 3, 'month'],
  [/(?<!\bbi-?)\b(monthly|(each|every) month)\b/i, 'monthly', 1, 'month'],
  [/\b(fortnightly|(each|every) (fortnight|two weeks|2 weeks|other week)|2[- ]weekly|two[- ]weekly)\b/i, 'fortnightly', 2, 'week'],
  [/\b(?<!bi-?)(weekly|(each|every) week)\b/i, 'weekly', 1, 'week'],
  [/\b(annually|yearly|(each|every) year)\b/i, 'yearly', 12, 'month'],
];

/** "By 1st April 2019 and thereafter each year by end March": the first time stands before "thereafter", the later ones after it. */
const THEREAFTER = /^(.*?)\bthere ?after\b(.*)$/is;

/** "every two months" is again and again, and not once within two months. */
const EVERY = new RegExp(`\\b(?:every|each)\\s+${NUMBER}\\s+(?:working\\s+days?|${UNIT})\\b`, 'i');

function recurring(whole: string, { saidOn }: DeadlineFacts): Read | null {
  const [, first = whole, after = ''] = THEREAFTER.exec(whole) ?? [];
  // An end is no first day.
  const text = first.replace(/\b(?:until|till|up to)\b.*/is, '');
  const rule = RECURRING.find(([pattern]) => pattern.test(whole));
  if (!rule)
    return EVERY.test(whole) && !exactDate(whole)
      ? { ...undated, explanation: 'which days that is cannot be told: ' + undated.explanation }
      : null;
  const [, recurrence, every, unit] = rule;
  const everyYear = recurrence === 'yearly' ? dayOfYear(after)?.value : undefined;
  const named =
    exactDate(text)?.value ??
    endOfMonth(text, saidOn)?.value.latest ??
    namedDay(text, saidOn)?.value ??
    month(text, saidOn)?.value.latest ??
    (recurrence === 'yearly' ? firstSince(dayOfYear(text)?.value, saidOn) : undefined);
  const latest = named ?? later(saidOn, every, unit);
  // A month after 31 January is the last of February, and two months after it 31 March.
  const isShortened = !named && unit === 'month' && latest?.slice(8) !== saidOn.slice(8);
  if (!latest) return { kind: 'recurring', recurrence, explanation: `recurs ${recurrence}` };
  return {
    kind: 'recurring',
    recurrence,
    latest,
    ...(isShortened ? { first: saidOn } : {}),
    ...(everyYear ? { thereafter: everyYear } : {}),
    explanation: named
      ? `recurs ${recurrence}; the first falls due by ${longDate(latest)}${everyYear ? `, and then each year by ${inWords(everyYear)}` : ''}`
      : `recurs ${recurrence}; the first falls due ${every === 1 ? `one ${unit}` : `${every} ${unit}s`} after ${longDate(saidOn)}`,
  };
}

const inWords = (day: DayOfYear): string => longDate(inYear(day, 2023) ?? '').replace(/ \d+$/, '');

const firstSince = (day: DayOfYear | undefined, saidOn: string): string | undefined =>
  (day && [0, 1].map((more) => inYear(day, Number(saidOn.slice(0, 4)) + more)).find((date) => date !== null && date >= saidOn)) ??
  undefined;

const MEETING = /\bmeeting\b/i;
const BEFORE_NEXT = /(?<!\b(?:on|at|by),? or )\bbefore\s+(?:(?:the|its|our|their)\s+)?next\b/i;

/** A deadline that hangs on the body's diary, with the dates that follow from the diary as it is now. */
const hanging = (kind: Read['kind'], text: string, on: HangsOn, facts: DeadlineFacts, more: Partial<Read> = {}): Read => {
  const { meetings, holidays = [] } = facts;
  const { of, diary } = diaryMeant(text, facts);
  const hangsOn = of ? { ...on, of } : on;
  const others = of?.bodyId === undefined ? {} : { [of.bodyId]: { meetings: diary } };
  return { kind, ...more, hangsOn, ...datesOf(hangsOn, { meetings, holidays, others }) };
};

/** Whose meeting the words mean, and the dates of that body's meetings. */
function diaryMeant(
  text: string,
  { meetings, of, diaries = [] }: DeadlineFacts,
): { readonly of?: BodyMeant; readonly diary: readonly string[] } {
  const named = bodyNamedIn(text)?.named;
  const found = named === undefined ? undefined : diaries.find((one) => sameName(one.named, named));
  const meant = found?.of ?? of;
  return { ...(meant ? { of: meant } : {}), diary: found?.meetings ?? meetings };
}

function nextMeeting(text: string, facts: DeadlineFacts): Read | null {
  if (!NEXT_MEETING.test(text) || namedDay(text, facts.saidOn) || month(text, facts.saidOn)) return null;
  const then: LengthOfTime = { words: text.trim(), count: 1, unit: 'day', side: 'before' };
  return hanging('next-meeting', text, { meeting: 'next', after: facts.saidOn, ...(BEFORE_NEXT.test(text) ? { then } : {}) }, facts);
}

/** "Within a month of the next meeting", "two weeks before the next meeting": so long after or before a meeting of the diary. */
function fromNextMeeting(text: string, facts: DeadlineFacts): Read | null {
  const found = lengthFrom(text);
  if (!found || exactDate(text)) return null;
  const { then, event } = found;
  const span = MEETING.test(event) ? month(event, facts.saidOn)?.value : undefined;
  if (!span && !NEXT_MEETING.test(event)) return null;
  if (then.count < 1) return null;
  const on = event.trim().replace(/[.;,]+$/, '');
  const meeting: HangsOn = span ? { meeting: 'only-in', ...span, then } : { meeting: 'next', after: facts.saidOn, then };
  return hanging('relative', text, meeting, facts, { on });
}

function meetingInMonth(text: string, facts: DeadlineFacts): Read | null {
  if (!MEETING.test(text) || namedDay(text, facts.saidOn)) return null;
  const found = month(text, facts.saidOn);
  return found && hanging('month', text, { meeting: 'only-in', earliest: found.value.earliest, latest: found.value.latest }, facts);
}

const WORKING_DAYS = new RegExp(`\\b(?:${NUMBER}\\s*(?:-|–|—|to|or)\\s*)?${NUMBER}\\s+working\\s+days?\\b`, 'i');

/** Working days are counted by the calendar of bank holidays, from the day after the one they run from, as FOISA s.10 has it. */
function workingDays(text: string, { saidOn, holidays = [] }: DeadlineFacts): Read | null {
  const match = WORKING_DAYS.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const before = UP_TO.exec(rest);
  if (before) return { ...relativeTo(before[1]!, `${match[0].trim()} before`), kind: 'working-days' };
  const event = AFTER.exec(rest);
  const from = namedDay(text, saidOn)?.value ?? saidOn;
  if (event && !THIS_MEETING.test(event[1]!) && !namedDay(event[1]!, saidOn))
    return { ...relativeTo(event[1]!, `${match[0].trim()} after`), kind: 'working-days' };
  const length = numberOf(match[2]!);
  if (length < 1) return null;
  const rule = `${length} working ${length === 1 ? 'day' : 'days'} after ${longDate(from)}`;
  const counted = countPeriod({ calendar: 'scottish-bank-holidays', rule, length, from, starts: 'day-after', holidays });
  if (counted.lastDay >= '2200') return null;
  return { kind: 'working-days', earliest: from, latest: counted.lastDay, explanation: explainPeriod(counted), counted };
}

/** `before`, `prior to` or `ahead of`: the deadline ends before the event named. */
const UP_TO = /^\s*(?:before|prior to|ahead of)\s+(.+)/is;

/** The meeting at which the words were used. */
const THIS_MEETING = /^(?:the|this|today['’]s)\s+(?:board\s+|committee\s+|council\s+)?meeting\b[\s.;,]*$/i;

const RANGE = new RegExp(`\\b${NUMBER}\\s*(?:${UNIT}\\s*)?(?:-|–|—|to|or)\\s*${NUMBER}\\s*${UNIT}\\b`, 'i');
const WITHIN = new RegExp(`\\b(?:(within|in)\\s+(?:the\\s+next\\s+)?)?${NUMBER}\\s+${UNIT}(?:['’]s?)?(?:\\s+time)?\\b`, 'i');
const AFTER = /\b(?:after|from|of|following|once)\s+(?!now\b|today\b)(.+)$/is;

function lengthOfTime(text: string, { saidOn }: DeadlineFacts): Read | null {
  if (month(text, saidOn)) return null;
  const range = RANGE.exec(text);
  const within = range ? null : WITHIN.exec(text);
  const match = range ?? within;
  if (!match) return null;
  const event = AFTER.exec(text.slice(match.index + match[0].length));
  if (event && !THIS_MEETING.test(event[1]!)) return relativeTo(event[1]!, `${match[0].trim()} after`);
  if (range) {
    const [, from, firstUnit, to, unit] = range;
    const ends = [later(saidOn, numberOf(from!), (firstUnit ?? unit!).toLowerCase()), later(saidOn, numberOf(to!), unit!.toLowerCase())];
    const [earliest, latest] = ends.filter((date) => date !== null).sort();
    if (!earliest || !latest) return null;
    return {
      kind: 'range',
      earliest,
      latest,
      explanation: `${match[0].trim()} from ${longDate(saidOn)}: ${longDate(earliest)} to ${longDate(latest)}`,
    };
  }
  const [, how, count, unit] = within!;
  const latest = later(saidOn, numberOf(count!), unit!.toLowerCase());
  if (!latest) return null;
  const earliest = how?.toLowerCase() === 'in' ? latest : saidOn;
  return { kind: 'range', earliest, latest, explanation: `${match[0].trim()} from ${longDate(saidOn)}: by ${longDate(latest)}` };
}

/** What stands between a length of time and the day it runs from, or up to. */
const FROM_A_DAY = new RegExp(`^\\s*(?:from|after|of|following|(before|prior to|ahead of))\\s+${UP_TO_THE_DAY}`, 'i');

/** "3 months from 9 June 2016": so long after a day that is named. */
function lengthFromDay(text: string, { saidOn }: DeadlineFacts): Read | null {
  const match = WITHIN.exec(text);
  if (!match) return null;
  const rest = text.slice(match.index + match[0].length);
  const from = namedDay(rest, saidOn);
  const side = from && FROM_A_DAY.exec(rest.slice(0, from.index));
  if (!from || !side) return null;
  const before = side[1] !== undefined;
  const latest = later(from.value, before ? -numberOf(match[2]!) : numberOf(match[2]!), match[3]!.toLowerCase());
  if (!latest) return null;
  if (before) return { kind: 'date', latest, explanation: `${match[0].trim()} before ${longDate(from.value)}: by ${longDate(latest)}` };
  const explanation = `${match[0].trim()} from ${longDate(from.value)}: by ${longDate(latest)}`;
  return { kind: 'range', earliest: from.value, latest, explanation };
}

const relativeTo = (event: string, when = 'after'): Read => {
  const on = event.trim().replace(/[.;,]+$/, '');
  return { kind: 'relative', on, explanation: `${when} ${on}: undated until that happens` };
};

const RELATIVE =
  /^\s*(?:by\s+(?=(?:the\s+)?(?:publication|completion|receipt|end of the review)\b)|once\s+|after\s+|when\s+|as soon as\s+(?!possible|practicable)|following\s+|(?:up)?on\s+(?=(?:the\s+)?(?:receipt|completion|publication|approval)\b)|subject to\s+)(.+)$/is;

function relative(text: string, { saidOn }: DeadlineFacts): Read | null {
  const event = RELATIVE.exec(text);
  if (!event) return null;
  const read = relativeTo(event[1]!);
  const latest = /^\s*by\b/i.test(text) ? (namedDay(text, saidOn)?.value ?? month(text, saidOn)?.value.latest) : undefined;
  if (latest) return { ...read, latest, explanation: `hangs on ${read.on}; by ${longDate(latest)} as the words have it` };
  const from = namedDay(text, saidOn);
  if (!from || BY.test(text.slice(0, from.index))) return read;
  return { ...read, earliest: from.value, explanation: `not before ${longDate(from.value)}` };
}

/** The words before a date say which side of the date is meant. */
const FROM = new RegExp(`\\b(from|after|not before|no earlier than|starting|beginning)\\s*${UP_TO_THE_DAY}`, 'i');
const BY = new RegExp(`\\b(by:?|(?:on|by),? or before|before|until|no later than|not later than)\\s*${UP_TO_THE_DAY}`, 'i');
const BEFORE = new RegExp(`(?<!\\b(?:not|(?:on|by),? or) )\\bbefore\\s*${UP_TO_THE_DAY}`, 'i');

const sided = (text: string, kind: Read['kind'], found: Found<Span>): Read => {
  const { earliest, latest } = found.value;
  const before = text.slice(0, found.index);
  const rest = text.slice(found.index);
  const onward = FROM.test(before) || /\bonwards?\b/i.test(rest) || (/\bon-?going\b/i.test(rest) && !BY.test(before));
  if (onward) return { kind: 'onward', earliest, explanation: `from ${longDate(earliest)} on, without an end` };
  if (BEFORE.test(before)) return { kind, latest: dayBefore(earliest), explanation: `before ${longDate(earliest)}` };
  if (BY.test(before)) return { kind, latest, explanation: `by ${longDate(latest)}` };
  return { kind, earliest, latest, explanation: earliest === latest ? longDate(latest) : `${longDate(earliest)} to ${longDate(latest)}` };
};

const dayBefore = (date: string): string => later(date, -1, 'day') ?? date;

function date(text: string, { saidOn }: DeadlineFacts): Read | null {
  const found = namedDay(text, saidOn);
  if (!found) return null;
  const second = exactDate(text.slice(found.index + found.text.length));
  if (second && second.value >= found.value && /^\s*(?:-|–|—|to|and|until)\s*/i.test(text.slice(found.index + found.text.length)))
    return sided('', 'range', { ...found, index: 0, value: { earliest: found.value, latest: second.value } });
  const read = sided(text, 'date', { ...found, value: { earliest: found.value, latest: found.value } });
  const wrong = wrongWeekday(text, found);
  return wrong === null ? read : { ...read, explanation: `${read.explanation} (${longDate(found.value)} is ${wrong})` };
}

/** Words that name no day, or a time of which nobody can tell the days: they stay words, and it is said why. */
function notADay(text: string): Read | null {
  const nowhere = noSuchDay(text);
  if (nowhere !== null) return { kind: 'none', explanation: `there is no ${nowhere}: no date can be computed from the words` };
  const why = vague(text);
  return why === null || exactDate(text) ? null : { kind: 'none', explanation: `${why}: no date can be computed from the words` };
}

const END = /\b(?:the\s+)?end(?:\s+of)?\s+(?:the\s+)?/i;

/** `end March 2017`, `by end of June`: the month's last day. */
function endOfMonth(text: string, saidOn: string): Found<Span> | null {
  const end = END.exec(text);
  const found = end && month(text.slice(end.index), saidOn);
  return found && found.index <= end[0].length ? { ...found, index: end.index } : null;
}

function monthOrEnd(text: string, { saidOn }: DeadlineFacts): Read | null {
  const end = endOfMonth(text, saidOn);
  if (end) return sided(text, 'date', { ...end, value: { earliest: end.value.latest, latest: end.value.latest } });
  const range = months(text);
  if (range) {
    const rest = text.slice(range.index + range.text.length);
    return sided(rest, 'range', { ...range, index: 0 });
  }
  const found = month(text, saidOn);
  return found && sided(text.replace(/\bfrom (?:early|mid|late)\b/i, 'from'), 'month', found);
}

function quarterOrYear(text: string, { saidOn }: DeadlineFacts): Read | null {
  const found = quarter(text) ?? lateInYear(text);
  if (found) return sided(text, 'range', found);
  const own = financialYear(text, saidOn);
  return own && { kind: 'date', latest: own.value, explanation: `the financial year ends on ${longDate(own.value)}` };
}

function seasonOf(text: string, { saidOn }: DeadlineFacts): Read | null {
  const found = season(text, saidOn);
  if (!found) return null;
  const read = sided(text, 'season', found);
  return { ...read, explanation: `${found.value.name}: ${read.explanation}` };
}

function yearOf(text: string): Read | null {
  const found = year(text);
  if (!found) return null;
  const end = END.exec(text);
  return end && end.index < found.index
    ? sided(text.slice(0, end.index), 'date', {
        ...found,
        index: end.index,
        value: { earliest: found.value.latest, latest: found.value.latest },
      })
    : sided(text, 'range', found);
}

/** "To start by: July 2023", "Start in June 2016": when it is to begin; no end is said. */
const START = /^\s*(?:to\s+)?(?:start|begin|commence)(?:s|ing)?\b[\s:,]*/i;

function starting(text: string, facts: DeadlineFacts): Read | null {
  const start = START.exec(text);
  const read = start && readers.slice(3).reduce<Read | null>((found, reader) => found ?? reader(text.slice(start[0].length), facts), null);
  return read?.latest ? { ...read, starts: true, explanation: `to be started: ${read.explanation}; no end is said` } : null;
}

/** The order matters: the more exact readings come first. */
const readers: readonly ((text: string, facts: DeadlineFacts) => Read | null)[] = [
  notADay,
  recurring,
  starting,
  relative,
  fromNextMeeting,
  nextMeeting,
  meetingInMonth,
  workingDays,
  lengthFromDay,
  date,
  lengthOfTime,
  quarterOrYear,
  monthOrEnd,
  seasonOf,
  (text) => yearOf(text),
];
