import { Temporal } from 'temporal-polyfill';
import { dayOfWeek, isDate } from '../../kernel/dates.js';
import { type LengthOfTime } from '../../kernel/deadline.js';

/** Calendar dates read out of the words people use. Every function gives `null` where there is none, and never throws. */

export interface Span {
  readonly earliest: string;
  readonly latest: string;
}

/** A part of the words that was understood, and where it stands. */
export interface Found<T> {
  readonly value: T;
  readonly index: number;
  readonly text: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
export const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const NUMBER = `(\\d{1,3}|an?|${NUMBERS.join('|')})`;
export const UNIT = '(day|week|month|year)s?';

export const monthNumber = (word: string): number => MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().slice(0, 3))) + 1;

export function numberOf(word: string): number {
  const text = word.toLowerCase();
  if (text === 'a' || text === 'an') return 1;
  const named = NUMBERS.indexOf(text);
  return named >= 0 ? named + 1 : Number(text);
}

const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** A date that exists, from 1800 to 2199; two-digit years are of this century. */
export function dateOf(year: number, month: number, day: number): string | null {
  const date = `${pad(year < 100 ? 2000 + year : year, 4)}-${pad(month)}-${pad(day)}`;
  return isDate(date) && date >= '1800' && date < '2200' ? date : null;
}

export function monthSpan(year: number, month: number): Span | null {
  const earliest = dateOf(year, month, 1);
  if (!earliest) return null;
  const first = Temporal.PlainDate.from(earliest);
  return { earliest, latest: first.with({ day: first.daysInMonth }).toString() };
}

/** So many units after a date; the last day of the month where the day does not exist (31 January and one month: 28 or 29 February). */
export function later(date: string, count: number, unit: string): string | null {
  const moved = Temporal.PlainDate.from(date).add({ [`${unit}s`]: count });
  return moved.year >= 1800 && moved.year < 2200 ? moved.toString() : null;
}

const first = <T>(text: string, pattern: RegExp, read: (match: RegExpExecArray) => T | null): Found<T> | null => {
  const match = pattern.exec(text);
  const value = match && read(match);
  return match && value !== null ? { value, index: match.index, text: match[0] } : null;
};

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** In full, or as people shorten them: `Thu`, `Thur.`, `Thurs`. */
const DAY_OF_WEEK =
  '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:ur(?:day)?)?|sun(?:day)?)\\.?,?\\s+';

const ISO = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const SLASHED = /(?<![\d/])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])/;
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${MONTH}\\.?,?[\\s-]+(\\d{4})(?!\\d)`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)`, 'i');

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const WEEKDAY_OF_MONTH = new RegExp(
  `\\b(${ORDINALS.join('|')}|last|1st|2nd|3rd|4th)\\s+${DAY_OF_WEEK}(?:of|in)\\s+${MONTH}\\.?,?\\s+(\\d{4})(?!\\d)`,
  'i',
);

/** The first, or the last, such day of the week in a month. */
function weekdayOf(which: string, day: string, { earliest, latest }: Span): string | null {
  const wanted = WEEKDAYS.findIndex((one) => one.toLowerCase().startsWith(day.slice(0, 3).toLowerCase())) + 1;
  if (which.toLowerCase() === 'last') return later(latest, -((dayOfWeek(latest) - wanted + 7) % 7), 'day');
  const nth = ORDINALS.indexOf(which.toLowerCase());
  return later(earliest, ((wanted - dayOfWeek(earliest) + 7) % 7) + 7 * (nth < 0 ? Number(which[0]) - 1 : nth), 'day');
}

/** `9 June 2016`, `9th June, 2016`, `9/6/16` (the day first), `2016-06-09`, `the last Friday of March 2027`. */
export const exactDate = (text: string): Found<string> | null =>
  first(text, WEEKDAY_OF_MONTH, ([, which, day, m, y]) => {
    const span = monthSpan(Number(y), monthNumber(m!));
    return span && weekdayOf(which!, day!, span);
  }) ??
  first(text, ISO, ([, y, m, d]) => dateOf(Number(y), Number(m), Number(d))) ??
  first(text, DAY_MONTH, ([, d, m, y]) => dateOf(Number(y), monthNumber(m!), Number(d))) ??
  first(text, MONTH_DAY, ([, m, d, y]) => dateOf(Number(y), monthNumber(m!), Number(d))) ??
  first(text, SLASHED, ([, d, m, y]) => dateOf(Number(y), Number(m), Number(d)));

const DAY_OF_MONTH = new RegExp(`(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?!\\.?,?\\s+\\d{4})`, 'i');
const MONTH_AND_DAY = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d/]|,?\\s+\\d{4})`, 'i');

/** `3 April`, `3rd of April`, `April 3`: the first such day that is not over on the day it was said. */
const dayWithoutYear = (text: string, saidOn: string): Found<string> | null => {
  const onwards = (m: string, d: string): string | null => {
    const year = Number(saidOn.slice(0, 4));
    // 29 February may be eight years away.
    return (
      [0, 1, 2, 3, 4, 5, 6, 7, 8]
        .map((more) => dateOf(year + more, monthNumber(m), Number(d)))
        .find((date) => date !== null && date >= saidOn) ?? null
    );
  };
  return first(text, DAY_OF_MONTH, ([, d, m]) => onwards(m!, d!)) ?? first(text, MONTH_AND_DAY, ([, m, d]) => onwards(m!, d!));
};

/** A day that is named, with its year or without. */
export const namedDay = (text: string, saidOn: string): Found<string> | null => exactDate(text) ?? dayWithoutYear(text, saidOn);

const DAY_NAMED = new RegExp(`(?<![\\d/])(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b(?:\\.?,?\\s+(\\d{4})(?!\\d))?`, 'i');

/** `30 February`, `29 February 2027`, `31 September`: a day that no calendar has, as it was written. */
export const noSuchDay = (text: string): string | null => {
  const iso = ISO.exec(text);
  if (iso && dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3])) === null) return iso[0];
  const american = MONTH_DAY.exec(text);
  if (american && dateOf(Number(american[3]), monthNumber(american[1]!), Number(american[2])) === null) return american[0];
  const match = DAY_NAMED.exec(text);
  if (!match) return null;
  const [whole, d, m, y = '2000'] = match;
  return dateOf(Number(y), monthNumber(m!), Number(d)) === null && Number(y) >= 1800 && Number(y) < 2200 ? whole : null;
};

const WEEKDAY = new RegExp(`\\b${DAY_OF_WEEK}(?:the\\s+)?$`, 'i');
/** What may stand between the word that says how a day is meant ("by", "from") and the day itself. */
export const UP_TO_THE_DAY = `(?:the\\s+)?(?:${DAY_OF_WEEK})?(?:the\\s+)?$`;

/** `a Friday, not a Thursday`, where the words before a day name another day of the week; `null` where they name none, or that one. */
export const wrongWeekday = (text: string, { index, value }: Found<string>): string | null => {
  const short = WEEKDAY.exec(text.slice(0, index))?.[1]?.slice(0, 3).toLowerCase();
  const said = WEEKDAYS.find((day) => short !== undefined && day.toLowerCase().startsWith(short));
  const is = WEEKDAYS[dayOfWeek(value) - 1]!;
  return said === undefined || said === is ? null : `a ${is}, not a ${said}`;
};

const MONTH_YEAR = new RegExp(`\\b${MONTH},?\\s+(\\d{4})(?!\\d)`, 'i');
/** Without a year a month is only read after a word that makes it one: "may" is a verb too. */
const MONTH_ALONE = new RegExp(`\\b(?:in|by|until|before|during|from|the|end(?: of)?|early|mid|late)[\\s-]+${MONTH}\\b`, 'i');

/** `June 2016`; `in June` is the first June that is not over on the day it was said. */
export const month = (text: string, saidOn: string): Found<Span> | null =>
  first(text, MONTH_YEAR, ([, m, y]) => monthSpan(Number(y), monthNumber(m!))) ??
  first(text, MONTH_ALONE, ([, m]) => notOver(saidOn, (year) => monthSpan(year, monthNumber(m!))));

const MONTHS_RANGE = new RegExp(`\\b${MONTH}(?:\\s+(\\d{4}))?\\s*(?:-|–|—|/|to|and|or|until)\\s*${MONTH}\\s+(\\d{4})(?!\\d)`, 'i');

/** `June - September 2016`, `between June and September 2016`, `November 2016 to March 2017`. */
export const months = (text: string): Found<Span> | null =>
  first(text, MONTHS_RANGE, ([, m1, y1, m2, y2]) => {
    const from = monthNumber(m1!);
    const to = monthNumber(m2!);
    const start = monthSpan(y1 ? Number(y1) : Number(y2) - (from > to ? 1 : 0), from);
    const end = monthSpan(Number(y2), to);
    return start && end && start.earliest <= end.latest ? { earliest: start.earliest, latest: end.latest } : null;
  });

/** First months of the seasons, each three months long; winter ends in the next year. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const SEASON_NAME = '(spring|summer|autumn|winter)';
const OF_YEAR = '\\s+(?:of\\s+)?(\\d{4})';
const SEASON = new RegExp(`\\b${SEASON_NAME}(?:${OF_YEAR})?\\b`, 'i');
const SEASONS_RANGE = new RegExp(`\\b${SEASON_NAME}(?:${OF_YEAR})?\\s*(?:-|–|—|/|to|and|or|until)\\s*${SEASON_NAME}${OF_YEAR}\\b`, 'i');

function seasonSpan(name: string, year: number): Span | null {
  const start = monthSpan(year, SEASONS[name]!);
  const end = monthSpan(name === 'winter' ? year + 1 : year, ((SEASONS[name]! + 1) % 12) + 1);
  return start && end ? { earliest: start.earliest, latest: end.latest } : null;
}

/** `Autumn 2016`, `in Autumn`; `Autumn 2026 or Spring 2027`, `Spring to Autumn 2027`, from the first day of the one to the last of the other. */
export const season = (text: string, saidOn: string): Found<Span & { readonly name: string }> | null =>
  first(text, SEASONS_RANGE, ([, one, y1, other, y2]) => {
    const [from, to] = [one!.toLowerCase(), other!.toLowerCase()];
    const start = seasonSpan(from, y1 ? Number(y1) : Number(y2) - (SEASONS[from]! >= SEASONS[to]! ? 1 : 0));
    const end = seasonSpan(to, Number(y2));
    return start && end && start.earliest < end.earliest
      ? { earliest: start.earliest, latest: end.latest, name: `${from} to ${to}` }
      : null;
  }) ??
  first(text, SEASON, ([, word, y]) => {
    const name = word!.toLowerCase();
    const found = y ? seasonSpan(name, Number(y)) : notOver(saidOn, (year) => seasonSpan(name, year));
    return found && { ...found, name };
  });

const notOver = (saidOn: string, span: (year: number) => Span | null): Span | null => {
  const year = Number(saidOn.slice(0, 4));
  return [year - 1, year, year + 1].map(span).find((one) => one && one.latest >= saidOn) ?? null;
};

const DAY_OF_YEAR = new RegExp(`\\b(?:(end)(?:\\s+of)?|(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?)?\\s*${MONTH}\\b`, 'i');

/** `30 June`, `end of March`, `March` (its end): a day of any year; the month's last where it has fewer days. */
export const dayOfYear = (text: string): Found<{ readonly month: number; readonly day: number }> | null =>
  first(text, DAY_OF_YEAR, ([, , day, m]) => {
    const of = Number(day ?? 31);
    return of >= 1 && of <= 31 ? { month: monthNumber(m!), day: of } : null;
  });

/** The date of a day of the year in a given year. */
export function inYear({ month: of, day }: { readonly month: number; readonly day: number }, year: number): string | null {
  const last = monthSpan(year, of)?.latest;
  return last === undefined ? null : (dateOf(year, of, day) ?? last);
}

const FINANCIAL_YEAR = /(?<!\d)(\d{4})\s*[/–-]\s*(\d{2}|\d{4})(?![\d/-])/;
const YEAR = /(?<![\d/])((?:19|20)\d{2})(?![\d/])/;

const QUARTER = /\bq(?:uarter)?\s?([1-4])\s+(?:of\s+)?(\d{4})\s*[/–-]\s*(\d{2}|\d{4})(?![\d/-])/i;

/** `Q3 2026/27`: a quarter of the financial year, which begins on 1 April. */
export const quarter = (text: string): Found<Span> | null =>
  first(text, QUARTER, ([, q, from, to]) => {
    const number = Number(q);
    const start = monthSpan(Number(from) + (number === 4 ? 1 : 0), ((3 + (number - 1) * 3) % 12) + 1);
    const end = monthSpan(Number(from) + (number === 4 ? 1 : 0), ((5 + (number - 1) * 3) % 12) + 1);
    return (Number(from) + 1) % 100 === Number(to) % 100 && start && end ? { earliest: start.earliest, latest: end.latest } : null;
  });

const LATE = /\blate(?:\s+|-)(?:in\s+)?((?:19|20)\d{2})\b(?![/–-]\d)/i;

/** `late 2017`: the last quarter of that year, so that it is over when the year is. */
export const lateInYear = (text: string): Found<Span> | null =>
  first(text, LATE, ([, y]) => {
    const { earliest } = monthSpan(Number(y), 10)!;
    const { latest } = monthSpan(Number(y), 12)!;
    return { earliest, latest };
  });

const THIS_FINANCIAL_YEAR = /\b(?:the\s+end\s+of|end\s+of|within|during|in)\s+(?:the|this|the current)\s+financial\s+year\b(?!\s*\d)/i;

/** `by the end of the financial year`: the last day of the one in which it was said. */
export const financialYear = (text: string, saidOn: string): Found<string> | null =>
  first(text, THIS_FINANCIAL_YEAR, () => dateOf(Number(saidOn.slice(0, 4)) + (saidOn.slice(5) < '04-01' ? 0 : 1), 3, 31));

/** Words that name a time nobody can tell the days of: what they are, as a sentence goes on after "it is". */
export const vague = (text: string): string | null => {
  const found = VAGUE.find(([pattern]) => pattern.test(text));
  return found?.[1] ?? null;
};
const VAGUE: readonly (readonly [RegExp, string])[] = [
  [/\bq(?:uarter)?\s?[1-4]\b(?!\s+(?:of\s+)?\d{4}\s*[/–-]\s*\d{2})/i, 'a quarter of which year, calendar or financial, is not said'],
  [/\b(?:early|mid)(?:\s+|-)(?:in\s+)?(?:19|20)\d{2}\b(?![/–-]\d)/i, 'a part of the year without an end that is said'],
  [
    /\b(?:(?:first|second|third|fourth|last)\s+(?:quarter|half)|h[12])\s+(?:of\s+)?\d{4}\b(?!\s*[/–-]\s*\d{2})/i,
    'whether of the calendar or the financial year is not said',
  ],
  [
    /\b(?:bi-?monthly|bi-?annual(?:ly)?|twice (?:a|each|every) month|every (?:[3-9]|three|four|five|six|eight) weeks)\b/i,
    'which days that is cannot be told',
  ],
  [/\bmeeting but one\b/i, 'only the next meeting is counted'],
  [/\brecess\b/i, 'the days of the recess are not known'],
  [/\b(?:easter|christmas)\b/i, 'which day of the feast is meant is not said'],
];

/** `2016/17` runs from 1 April to 31 March; `2017` is the calendar year. */
export const year = (text: string): Found<Span> | null =>
  first(text, FINANCIAL_YEAR, ([, from, to]) => {
    const [y1, y2] = [Number(from), Number(to) % 100];
    const [earliest, latest] = [dateOf(y1, 4, 1), dateOf(y1 + 1, 3, 31)];
    return (y1 + 1) % 100 === y2 && earliest && latest ? { earliest, latest } : null;
  }) ??
  first(text, YEAR, ([, y]) => {
    const [earliest, latest] = [dateOf(Number(y), 1, 1), dateOf(Number(y), 12, 31)];
    return earliest && latest ? { earliest, latest } : null;
  });

/** `a future meeting`, `a meeting` are not the next one. */
export const NEXT_MEETING = /\bnext\s+(?:[\w&’'-]+\s+){0,8}?meeting\b|\bmeeting\s+next\b/i;

const LENGTH_FROM = new RegExp(
  `\\b${NUMBER}\\s+(working\\s+days?|${UNIT})\\s+(of|after|from|following|before|prior to|ahead of)\\s+(.*)$`,
  'is',
);

/** "Within a month of the next meeting": so long before or after an event, and the words that name the event. */
export function lengthFrom(text: string): { readonly then: LengthOfTime; readonly event: string } | null {
  const match = LENGTH_FROM.exec(text);
  if (!match) return null;
  const [, count, , calendarUnit, side, event] = match;
  const then: LengthOfTime = {
    words: text.trim(),
    count: numberOf(count!),
    unit: calendarUnit === undefined ? 'working-day' : (calendarUnit.toLowerCase() as LengthOfTime['unit']),
    side: /before|prior|ahead/i.test(side!) ? 'before' : 'after',
  };
  return { then, event: event! };
}
