import { sameName } from '../../kernel/names.js';
import { instantInZone, longDate } from '../../kernel/dates.js';
import { type MeetingMode, type Paper } from '../../slices/meetings/events/meeting.events.js';
import { type Meeting, type AgendaItemView, type AgendaView } from '../../slices/meetings/meetings.words.js';
import { dayInWords } from '../../slices/calendars/calendars.words.js';

interface Tag {
  readonly text: string;
  readonly classes: string;
}

type Shown = Meeting['status'] | 'abandoned';

const STATUS_WORDS: Readonly<Record<Shown, Tag>> = {
  unknown: { text: 'Not called', classes: 'govuk-tag--grey' },
  called: { text: 'Called', classes: 'govuk-tag--blue' },
  cancelled: { text: 'Cancelled', classes: 'govuk-tag--red' },
  open: { text: 'In progress', classes: 'govuk-tag--green' },
  adjourned: { text: 'Adjourned', classes: 'govuk-tag--orange' },
  concluded: { text: 'Held', classes: 'govuk-tag--grey' },
  abandoned: { text: 'Abandoned: no quorum', classes: 'govuk-tag--orange' },
};

/** How a meeting stands, as the registers have it. */
export const shownStatus = ({ status, concluded }: Meeting): Shown => (concluded?.abandoned ? 'abandoned' : status);

export const statusTag = (status: Shown, noticed = false): Tag =>
  status === 'called' && noticed ? { text: 'Notice given', classes: 'govuk-tag--blue' } : STATUS_WORDS[status];

/** The name of a meeting on a page that names its body already. */
export const nameOf = ({ title, date }: Pick<Meeting, 'title' | 'date'>, bodyName: string): string =>
  sameName(title, bodyName) ? `Meeting of ${longDate(date)}` : `${title}, ${longDate(date)}`;

const MINUTE_STATUS_WORDS = {
  none: { text: 'No minute yet', classes: 'govuk-tag--grey' },
  draft: { text: 'Draft', classes: 'govuk-tag--blue' },
  circulated: { text: 'Circulated', classes: 'govuk-tag--turquoise' },
  approved: { text: 'Approved', classes: 'govuk-tag--yellow' },
  signed: { text: 'Signed', classes: 'govuk-tag--green' },
} as const satisfies Readonly<Record<string, Tag>>;

export const minuteTag = (status: keyof typeof MINUTE_STATUS_WORDS): Tag => MINUTE_STATUS_WORDS[status];

export const minuteStatusOf = ({ openedAt, minute }: Meeting): keyof typeof MINUTE_STATUS_WORDS =>
  minute.signed
    ? 'signed'
    : minute.approved
      ? 'approved'
      : minute.circulated.length > 0
        ? 'circulated'
        : openedAt === undefined
          ? 'none'
          : 'draft';

export const MODE_WORDS: Readonly<Record<MeetingMode, string>> = {
  'in-person': 'In person',
  remote: 'Remote',
  hybrid: 'In person and remote',
};

/** `2.00 pm`. */
export function clockWords(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return `${hours % 12 || 12}.${String(minutes).padStart(2, '0')} ${hours < 12 ? 'am' : 'pm'}`;
}

/** Those who came late or came back, of whom the record has the time: `Bob Boyd joined at 2.20 pm`. */
export const arrivalsIn = ({ attendances }: Pick<Meeting, 'attendances'>): readonly string[] =>
  attendances
    .flatMap(({ person, spells }) =>
      spells.flatMap(({ cameAt }, index) =>
        cameAt === undefined ? [] : [{ cameAt, name: person.name, joined: index === 0 ? 'joined' : 'rejoined' }],
      ),
    )
    .toSorted((a, b) => (a.cameAt < b.cameAt ? -1 : 1))
    .map(({ cameAt, name, joined }) => `${name} ${joined} at ${clockWords(cameAt)}`);

export const whenWords = ({ date, time }: { readonly date: string; readonly time?: string | null }): string =>
  `${dayInWords(date)}${time ? `, ${clockWords(time)}` : ''}`;

/** A meeting as data of a schema.org event. */
export const eventData = ({ date, time, timeZone, mode, status }: Meeting) => ({
  start: time === undefined ? date : instantInZone(date, time, timeZone),
  mode: { 'in-person': 'OfflineEventAttendanceMode', remote: 'OnlineEventAttendanceMode', hybrid: 'MixedEventAttendanceMode' }[mode],
  status: status === 'cancelled' ? 'EventCancelled' : 'EventScheduled',
});

/** A paper as a page shows it. Only a recorded address of the web becomes a link. */
export const paperView = ({ title, pages, link }: Paper) => ({
  title,
  pages: pages ? (pages.first === pages.last ? `page ${pages.first}` : `pages ${pages.first} to ${pages.last}`) : null,
  href: link !== undefined && isWebAddress(link) ? link : null,
  elsewhere: link !== undefined && !isWebAddress(link) ? link : null,
});

export const isWebAddress = (text: string): boolean =>
  /^https?:\/\//i.test(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export const itemView = (item: AgendaItemView) => ({ ...item, papers: item.papers.map(paperView) });

/** The notice in words; `null` if none was given. */
export const noticeWords = ({ notice }: Pick<AgendaView, 'notice'>) =>
  notice && {
    ...notice,
    on: dayInWords(notice.givenOn),
    short: notice.clearDays.short
      ? `Short notice: ${notice.clearDays.given} of the ${notice.clearDays.required} clear days required were given.`
      : null,
  };
