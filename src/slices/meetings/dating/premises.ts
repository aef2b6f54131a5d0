import { type DatingFacts } from '../../../kernel/deadline.js';
import { bodyIdOf } from '../../../kernel/record-id.js';
import { type DomainEvent, type Recorded } from '../../../kernel/event.js';
import { DAY_BEGUN, type DayReached, type Premises, THE_DAY } from '../../../kernel/projection.js';
import { type CalendarEvent, EVERYWHERE } from '../../calendars/calendar.events.js';
import { calendarHistory, diaryOn, type restsOn } from '../../calendars/calendars.words.js';
import { type MeetingEvent, meetingIdOf } from '../events/meeting.events.js';

/** The events that change what deadlines rest on: the recorded holidays, and the diary of a body. Beside them, the days pass. */
export type PremiseEvent =
  CalendarEvent | Extract<MeetingEvent, { type: 'MeetingCalled' | 'MeetingOpened' | 'MeetingCancelled' | 'MeetingConcluded' }>;

/** What is known of one calendar and one diary: those of a body, or the calendar of what is kept everywhere. */
export interface Facts extends Pick<DatingFacts, 'holidays'> {
  readonly meetings: readonly { readonly meetingId: string; readonly date: string; readonly opened: boolean }[];
  /** How many events have told of them. */
  readonly told: number;
}

const NOTHING: Facts = { holidays: [], meetings: [], told: 0 };

const byDate = (a: { readonly date: string }, b: { readonly date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

const holidayChanged = (facts: Facts = NOTHING, event: Recorded<CalendarEvent>): Facts => ({
  ...facts,
  holidays: calendarHistory.evolve({ holidays: facts.holidays }, event).holidays,
  told: facts.told + 1,
});

const without = ({ meetings, ...facts }: Facts, meetingId: string): Facts => ({
  ...facts,
  meetings: meetings.filter((one) => one.meetingId !== meetingId),
  told: facts.told + 1,
});

const evolveFacts: Premises<object, Facts, PremiseEvent>['on'] = {
  HolidayRecorded: holidayChanged,
  HolidayWithdrawn: holidayChanged,
  MeetingCalled: (facts = NOTHING, { data: { meetingId, date } }) => {
    const others = without(facts, meetingId);
    return { ...others, meetings: [...others.meetings, { meetingId, date, opened: false }].sort(byDate) };
  },
  MeetingOpened: (facts = NOTHING, { stream }) => ({
    ...facts,
    meetings: facts.meetings.map((one) => (one.meetingId === meetingIdOf(stream) ? { ...one, opened: true } : one)),
    told: facts.told + 1,
  }),
  MeetingCancelled: (facts = NOTHING, { stream }) => without(facts, meetingIdOf(stream)),
  MeetingConcluded: (facts = NOTHING, { stream, data: { notHeld } }) => (notHeld ? without(facts, meetingIdOf(stream)) : facts),
};

/** Whether an event is one of these, or the beginning of a day. */
export const isPremise = ({ type }: DomainEvent): boolean => type in evolveFacts || type === DAY_BEGUN;

/** The facts of a calendar and of a diary, as the engine keeps them: one declaration for the datings and for what is dated apart by them. */
export const KEPT = {
  version: 5,
  key: (event: Recorded<PremiseEvent>): string => ('calendar' in event.data ? event.data.calendar : bodyIdOf(meetingIdOf(event.stream))),
  on: evolveFacts as Premises<object, Facts | DayReached, PremiseEvent>['on'],
};

export type FactsKept = readonly (Facts | DayReached | undefined)[];

export const keptOf = ([everywhere, own, reached, other]: FactsKept) => ({
  everywhere: everywhere as Facts | undefined,
  own: own as Facts | undefined,
  day: (reached as DayReached | undefined)?.day ?? '',
  other: other as Facts | undefined,
});

/** The keys of the facts that the dates of a deadline follow from, in the order of {@link keptOf}. */
export function factsOf(bodyId: string, { diary, of }: ReturnType<typeof restsOn>): readonly string[] {
  return [EVERYWHERE, bodyId, ...(diary ? [THE_DAY] : []), ...(of === undefined ? [] : [of])];
}

/**
 * What a deadline of a body follows from on a day: the body's own calendar and diary, after what is kept everywhere. `of`: another body on
 * whose diary it hangs.
 */
export const factsFrom = (
  { everywhere = NOTHING, own = NOTHING, other = NOTHING, day }: ReturnType<typeof keptOf>,
  of: string | undefined,
): DatingFacts => ({
  ...diaryOn(own.meetings, day),
  // The very same list where it can be, so that what is counted by it once need not be counted again.
  holidays: own.holidays.length === 0 ? everywhere.holidays : [...everywhere.holidays, ...own.holidays],
  ...(of === undefined ? {} : { others: { [of]: diaryOn(other.meetings, day) } }),
});
