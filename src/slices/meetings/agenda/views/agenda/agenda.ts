import { longDate } from '../../../../../kernel/dates.js';
import { type BodyCalled, type ClearDays, type MeetingMode, type MinuteOf, type Paper } from '../../../events/meeting.events.js';
import { requisitionWords } from '../../../rules/brought.js';
import { EXEMPT_TITLE } from '../../../exempt/exempt.js';
import { groundInWords, groundsOf } from '../../../exempt/grounds.js';
import { type Meeting } from '../../../record/meeting.state.js';

export interface AgendaView {
  readonly meetingId: string;
  readonly title: string;
  readonly date: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly mode: MeetingMode;
  readonly status: Meeting['status'];
  readonly notice: {
    readonly givenOn: string;
    readonly by: string;
    readonly datedAsWritten: string | null;
    readonly clearDays: ClearDays;
  } | null;
  /** The requisition on which the meeting is called, as the notice says it; `null` where there is none. */
  readonly requisition: string | null;
  readonly requisitionId: string | null;
  /** The bodies that meet with the one that calls it. */
  readonly jointlyWith: readonly BodyCalled[];
  readonly items: readonly AgendaItemView[];
}

export interface AgendaItemView {
  readonly itemId: string;
  readonly number: string;
  readonly title: string;
  readonly asked: string | null;
  readonly papers: readonly Paper[];
  readonly minutes: number | null;
  /** The paragraph of Schedule 7A under which the item is taken in private; `null` where it is public. */
  readonly exempt: string | null;
  readonly late: string | null;
  readonly urgent: string | null;
  /** Who ruled that it is urgent. */
  readonly ruledUrgentBy: string | null;
  readonly withdrawn: string | null;
  /** The minute of another body that it carries. */
  readonly minuteOf: MinuteOf | null;
  /** The remit that it brings. */
  readonly remit: string | null;
}

/** An agenda is published once notice is given; without a notice, once the minute is signed. */
export const isPublished = (meeting: Meeting): boolean => meeting.notices.length > 0 || meeting.minute.signed !== undefined;

/** In the order of business. A reader without the right to exempt items sees of one its number and the paragraph that makes it private. */
export function agendaView(meeting: Meeting, mayReadExempt: boolean): AgendaView {
  const { meetingId, title, date, time, place, mode, status } = meeting;
  const notice = meeting.notices.at(-1);
  const grounds = groundsOf(meeting);
  return {
    meetingId,
    title,
    date,
    time: time ?? null,
    place: place ?? null,
    mode,
    status,
    notice: notice
      ? { givenOn: notice.givenOn, by: notice.by, datedAsWritten: notice.datedAsWritten ?? null, clearDays: notice.clearDays }
      : null,
    requisitionId: meeting.requisition?.requisitionId ?? null,
    requisition: meeting.requisition ? requisitionWords(meeting.requisition) : null,
    jointlyWith: meeting.jointlyWith ?? [],
    items: meeting.agenda.map((item) => {
      const ground = grounds.get(item.itemId);
      const hidden = ground !== undefined && !mayReadExempt;
      return {
        itemId: item.itemId,
        number: item.number,
        title: hidden ? EXEMPT_TITLE : item.title,
        asked: hidden ? null : (item.asked ?? null),
        papers: hidden ? [] : item.papers,
        minutes: hidden ? null : (item.minutes ?? null),
        exempt: ground ?? null,
        late: hidden ? null : (item.late ?? null),
        urgent: hidden ? null : (item.urgent ?? null),
        ruledUrgentBy: hidden ? null : (item.ruledUrgentBy ?? null),
        withdrawn: hidden && item.withdrawn !== undefined ? '' : (item.withdrawn ?? null),
        minuteOf: hidden ? null : (item.minuteOf ?? null),
        remit: hidden ? null : (item.remit ?? null),
      };
    }),
  };
}

/** `Pages 1 - 8`; the empty string where no paper has pages. */
export const pagesOf = (papers: readonly Paper[]): string => {
  const pages = papers.flatMap(({ pages: one }) => (one ? [one.first === one.last ? `${one.first}` : `${one.first} - ${one.last}`] : []));
  return pages.length === 0 ? '' : `Pages ${pages.join(', ')}`;
};

/** Why an item is marked: exempt, late, urgent or withdrawn. */
export const marksOf = ({ exempt, late, urgent, withdrawn }: AgendaItemView): readonly string[] => [
  ...(exempt === null ? [] : [`Exempt: ${groundInWords(exempt)} of Schedule 7A`]),
  ...(late === null ? [] : [`Late: ${late}`]),
  ...(urgent === null ? [] : [`Urgent: ${urgent}`]),
  ...(withdrawn === null ? [] : [withdrawn === '' ? 'Withdrawn' : `Withdrawn: ${withdrawn}`]),
];

/** `on 9 June 2016 at 2.00 PM`. */
export function whenOf({ date, time }: AgendaView): string {
  if (time === null) return `on ${longDate(date)}`;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `on ${longDate(date)} at ${hours % 12 || 12}.${String(minutes).padStart(2, '0')} ${hours < 12 ? 'AM' : 'PM'}`;
}

export const whereOf = ({ mode, place }: AgendaView): string => {
  const remotely = { 'in-person': '', remote: 'remotely', hybrid: 'and remotely' }[mode];
  return [place === null ? '' : `in the ${place}`, remotely].filter((part) => part !== '').join(' ');
};
