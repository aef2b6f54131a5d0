import { isCarried } from './composer-choices.js';
import { type Standing } from '../../slices/bodies/bodies.words.js';
import {
  agendaView,
  EXEMPT_TITLE,
  isPublicExcluded,
  type Meeting,
  nextDivision,
  now,
  pagesOf,
  presidingAt,
} from '../../slices/meetings/meetings.words.js';
import { openElections } from './election-choices.js';
import { lostProcedures, type MotionRow, motionRows } from './live-motions.js';
import { peopleInTheRoom, type PersonRow } from './live-people.js';
import { type QuorumView, quorumView } from './live-quorum.js';

/** The view of a meeting that the live page shows, made once for its templates. `meeting` must be as its reader may see it. */
export interface LiveView {
  readonly status: Meeting['status'];
  readonly statusWords: string;
  readonly opened: boolean;
  /** True while the meeting sits, so that its course can be changed. */
  readonly sitting: boolean;
  readonly publicExcluded: boolean;
  /** Whether an item that was taken carries the minute of another body that is not dealt with. */
  readonly carriesMinutes: boolean;
  /** The day of the next meeting, once it is agreed. */
  readonly nextMeeting: string | null;
  readonly agenda: readonly AgendaRow[];
  readonly inHand: { readonly sectionId: string; readonly number: string; readonly heading: string } | null;
  /** Whether business before the first item was taken. */
  readonly begun: boolean;
  /** The next item of the agenda that has not been taken. */
  readonly next: AgendaRow | null;
  readonly presiding: string | null;
  readonly quorum: QuorumView;
  readonly people: readonly PersonRow[];
  readonly motions: readonly MotionRow[];
  /** Whether the standing orders have what waits on the item in hand voted on in a division between proposals. */
  readonly divides: boolean;
  /** Procedural motions, by their entries. */
  readonly procedures: readonly string[];
  /** Procedural motions that were not carried, on whose loss nothing is decided yet. */
  readonly lostProcedures: readonly string[];
  /** Elections that are still to be voted on. */
  readonly elections: readonly { readonly electionId: string; readonly name: string }[];
}

export interface AgendaRow {
  readonly itemId: string;
  readonly number: string;
  readonly title: string;
  readonly asked: string | null;
  readonly pages: string;
  readonly private: boolean;
  readonly state: 'in-hand' | 'taken' | 'to-come' | 'withdrawn';
}

const STATUS_WORDS: Readonly<Record<Meeting['status'], string>> = {
  unknown: 'Not called',
  called: 'Not opened yet',
  cancelled: 'Cancelled',
  open: 'In session',
  adjourned: 'Adjourned',
  concluded: 'Concluded',
};

export function liveView(meeting: Meeting, standing: Standing | null, mayReadExempt: boolean): LiveView {
  const inHand = meeting.sections.find(({ sectionId }) => sectionId === meeting.inHand) ?? null;
  const agenda = agendaRows(meeting, mayReadExempt);
  return {
    status: meeting.status,
    statusWords: meeting.concluded?.abandoned ? 'Abandoned for want of a quorum' : STATUS_WORDS[meeting.status],
    opened: meeting.openedAt !== undefined,
    sitting: meeting.status === 'open',
    publicExcluded: isPublicExcluded(meeting, now(meeting)),
    carriesMinutes: meeting.agenda.some(({ itemId }) => isCarried(meeting, itemId)),
    nextMeeting: meeting.nextMeeting?.date ?? null,
    agenda,
    inHand,
    begun: meeting.sections.some(({ beforeItems }) => beforeItems),
    next: nextItem(agenda),
    presiding: presidingAt(meeting, now(meeting))?.name ?? null,
    quorum: quorumView(meeting),
    people: peopleInTheRoom(meeting, standing),
    motions: motionRows(meeting, mayReadExempt),
    divides: meeting.inHand !== null && meeting.standings.length > 0 && nextDivision(meeting, meeting.inHand).asked,
    procedures: meeting.procedures.map(({ procedureId }) => procedureId),
    lostProcedures: lostProcedures(meeting),
    elections: openElections(meeting),
  };
}

function agendaRows(meeting: Meeting, mayReadExempt: boolean): readonly AgendaRow[] {
  const rows = agendaView(meeting, mayReadExempt).items.map((item): AgendaRow => {
    const section = meeting.sections.find((one) => one.itemId === item.itemId);
    const state = section
      ? section.sectionId === meeting.inHand
        ? 'in-hand'
        : 'taken'
      : item.withdrawn !== null
        ? 'withdrawn'
        : 'to-come';
    return {
      itemId: item.itemId,
      number: item.number,
      title: item.title,
      asked: item.asked,
      pages: pagesOf(item.papers),
      private: item.exempt !== null,
      state,
    };
  });
  const own = meeting.sections
    .filter(({ itemId }) => itemId === undefined || !meeting.agenda.some((item) => item.itemId === itemId))
    .map((section): AgendaRow => ({
      itemId: section.sectionId,
      number: section.beforeItems ? '' : section.number,
      title: section.heading,
      asked: null,
      pages: '',
      private: section.heading === EXEMPT_TITLE,
      state: section.sectionId === meeting.inHand ? 'in-hand' : 'taken',
    }));
  return [...own.filter(({ number }) => number === ''), ...rows, ...own.filter(({ number }) => number !== '')];
}

/** The next item to come after the item in hand; if there is none, the first that was passed over. */
function nextItem(agenda: readonly AgendaRow[]): AgendaRow | null {
  const at = agenda.findIndex(({ state }) => state === 'in-hand');
  const waits = ({ state }: AgendaRow): boolean => state === 'to-come';
  return agenda.slice(at + 1).find(waits) ?? agenda.find(waits) ?? null;
}
