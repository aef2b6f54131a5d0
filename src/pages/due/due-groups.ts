import { addDays, dayOfWeek } from '../../kernel/dates.js';
import { daysFromNow, when } from '../../kernel/words.js';
import { againOn, explanationOf, type DueShown, addressOfDue, KIND_NAMES, titleOfDue } from '../../across/due/due.words.js';

/** A deadline as a row of the page. */
export interface DueLine {
  readonly dueId: string;
  readonly href: string;
  readonly title: string;
  /** The kind of record and what else there is to say: `Action: reported complete`. */
  readonly about: string;
  readonly bodyId: string;
  readonly body: string;
  readonly people: string;
  readonly late: boolean;
  readonly exempt: boolean;
  /** `9 June 2016`; empty if no date is computed. */
  readonly date: string;
  /** `3 days overdue`. */
  readonly distance: string;
  /** The words of the deadline; empty if they are the date itself. */
  readonly words: string;
  /** The days after the first, of a deadline that recurs. */
  readonly again: string;
  readonly explanation: string;
}

export interface DueGroup {
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly DueLine[];
}

/**
 * The title of a row. A plan’s deadlines share the plan's title, so each is called by what is to be done; in other records the title says
 * most.
 */
const named = ({ kind, what }: DueShown, title: string): Pick<DueLine, 'title' | 'about'> =>
  kind === 'plan' ? { title: what, about: `${KIND_NAMES.plan}: ${title}` } : { title, about: `${KIND_NAMES[kind]}: ${what}` };

export function lineOf(due: DueShown, today: string, bodyName: string): DueLine {
  const { latest, words } = due.deadline;
  const date = when(latest);
  return {
    dueId: due.dueId,
    href: addressOfDue(due),
    ...named(due, titleOfDue(due, bodyName)),
    bodyId: due.bodyId,
    body: bodyName,
    people: [due.officers.join(', '), due.organisation].filter(Boolean).join(', '),
    late: due.late,
    exempt: due.exempt,
    date,
    distance: latest === undefined ? '' : daysFromNow(latest, today),
    words: words === date ? '' : words,
    again: againOn(due),
    explanation: explanationOf(due),
  };
}

/** The length in days of the group "the next days". */
const NEXT_DAYS = 7;

/** Groups: overdue, today, the next seven days, and then week by week from Monday. `dues` must come in the order of their days. */
export function inGroups(dues: readonly DueShown[], today: string, nameOf: (bodyId: string) => string): readonly DueGroup[] {
  const groups: { id: string; heading: string; rows: DueLine[] }[] = [];
  for (const due of dues) {
    const { latest } = due.deadline;
    if (latest === undefined) continue;
    const { id, heading } = groupOf(latest, today);
    const last = groups.at(-1);
    const line = lineOf(due, today, nameOf(due.bodyId));
    if (last?.id === id) last.rows.push(line);
    else groups.push({ id, heading, rows: [line] });
  }
  return groups;
}

function groupOf(date: string, today: string): { readonly id: string; readonly heading: string } {
  if (date < today) return { id: 'overdue', heading: 'Overdue' };
  if (date === today) return { id: 'today', heading: 'Today' };
  if (date <= addDays(today, NEXT_DAYS)) return { id: 'next', heading: `The next ${NEXT_DAYS} days` };
  const monday = addDays(date, 1 - dayOfWeek(date));
  return { id: `week-${monday}`, heading: `Week of ${when(monday)}` };
}
