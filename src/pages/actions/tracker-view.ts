import { inOrder } from '../../kernel/names.js';
import { type Tag } from '../frame/tag.js';
import { count, dueBy } from '../../kernel/words.js';
import { type ActionStatus, type ActionView } from '../../slices/actions/actions.words.js';
import { addressOfAction, addressOfMeeting } from '../frame/addresses.js';
/** An action as a row of the tracker. */
export interface TrackerRow extends ActionView {
  readonly href: string;
  readonly tag: Tag;
  /** `dueWords`: the deadline as it was worded; `dueBy`: the day the words come to, if they do not say it. */
  readonly dueWords: string;
  readonly dueBy: string | null;
}

const TAGS: Readonly<Record<ActionStatus, Tag>> = {
  'not-yet-due': { text: 'Not yet due', classes: 'govuk-tag--blue' },
  'due-within-a-week': { text: 'Due within a week', classes: 'govuk-tag--yellow' },
  overdue: { text: 'Overdue', classes: 'govuk-tag--red' },
  'reported-complete': { text: 'Reported complete', classes: 'govuk-tag--green' },
  'noted-complete': { text: 'Noted complete', classes: 'govuk-tag--grey' },
  declined: { text: 'Declined', classes: 'govuk-tag--grey' },
  struck: { text: 'Recorded in error', classes: 'govuk-tag--grey' },
};

export const tagOf = (status: ActionStatus): Tag => TAGS[status];

const asItIs = (address: string): string => address;

/** One row of the tracker. `to` keeps links in the past if the tracker is turned back. */
export const trackerRow = (action: ActionView, to = asItIs): TrackerRow => ({
  ...action,
  href: to(addressOfAction(action.actionId)),
  tag: tagOf(action.status),
  dueWords: action.due.words || (action.due.latest === undefined ? 'No deadline given' : ''),
  dueBy: dueBy(action.due),
});

/** Most overdue first. */
export const mostOverdueFirst = (actions: readonly ActionView[]): ActionView[] =>
  [...actions].sort(
    (a, b) => b.daysOverdue - a.daysOverdue || inOrder(a.item.number ?? '', b.item.number ?? '') || inOrder(a.actionId, b.actionId),
  );

/** The counts of what is pressing, in words: `3 overdue`, `2 due within a week`. */
export interface Pressing {
  readonly overdue: string;
  readonly soon: string;
  readonly waiting: string;
  readonly anyOverdue: boolean;
}

export function pressing(actions: readonly ActionView[]): Pressing {
  const of = (status: ActionStatus): number => actions.filter((one) => one.status === status).length;
  const overdue = of('overdue');
  return {
    overdue: `${overdue.toLocaleString('en-GB')} overdue`,
    soon: `${of('due-within-a-week').toLocaleString('en-GB')} due within a week`,
    waiting: `${count(of('reported-complete'), 'action')} reported complete, to be noted by a meeting`,
    anyOverdue: overdue > 0,
  };
}

export const ON_A_PAGE = 100;

/** One page of a grouped list; a group may be cut where the page ends. */
export function pageOf<T>(
  list: readonly T[],
  page: number,
): { readonly rows: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(list.length / ON_A_PAGE));
  const shown = Math.min(page, pages);
  return { rows: list.slice((shown - 1) * ON_A_PAGE, shown * ON_A_PAGE), page: shown, pages };
}

export interface TrackerGroup {
  readonly heading: string;
  readonly meetingDate: string | null;
  readonly meetingHref: string | null;
  readonly rows: readonly TrackerRow[];
}

/** Groups of neighbouring rows under the same heading, as the sheet groups them. */
export function grouped(actions: readonly ActionView[], mayOpen: (meetingId: string) => boolean, to = asItIs): TrackerGroup[] {
  const groups: { heading: string; meetingDate: string | null; meetingHref: string | null; rows: TrackerRow[] }[] = [];
  for (const action of actions) {
    const { heading, meetingDate, source } = action;
    const last = groups.at(-1);
    if (last && last.heading === heading && last.meetingDate === meetingDate) last.rows.push(trackerRow(action, to));
    else {
      const meetingId = source.kind === 'decision' ? source.decision.meetingId : source.kind === 'discussion' ? source.meetingId : null;
      const meetingHref = meetingId !== null && mayOpen(meetingId) ? addressOfMeeting(meetingId) : null;
      groups.push({ heading, meetingDate, meetingHref, rows: [trackerRow(action, to)] });
    }
  }
  return groups;
}
