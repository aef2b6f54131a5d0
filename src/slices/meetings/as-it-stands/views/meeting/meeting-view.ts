import { type QuorumSum } from '../../../events/decision.events.js';
import { type Meeting, type Section } from '../../../record/meeting.state.js';
import { quorumNow } from '../../../sederunt/room.js';
import { type AgendaView, agendaView } from '../../../agenda/views/agenda/agenda.js';
import { type SederuntView, sederuntView } from '../sederunt/sederunt.js';

/** A meeting as it stands. `revision` is what `If-Match` takes. */
export interface MeetingView {
  readonly meetingId: string;
  readonly bodyId: string;
  readonly title: string;
  readonly date: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly mode: Meeting['mode'];
  readonly timeZone: string;
  readonly status: Meeting['status'];
  readonly revision: number;
  readonly agenda: Pick<AgendaView, 'notice' | 'items'>;
  /** The record of the meeting: `null` before it is opened and, for a reader without the right to drafts, until the minute is signed. */
  readonly record: MeetingRecordView | null;
}

export interface MeetingRecordView {
  readonly openedAt: string | null;
  /** Wall-clock time it was opened at, where the record says. */
  readonly openedTime: string | null;
  readonly concluded: { readonly time: string | null; readonly words: string | null } | null;
  readonly inHand: Section | null;
  readonly sections: readonly Section[];
  readonly sederunt: SederuntView;
  readonly quorum: QuorumSum;
  readonly constitution: string | null;
  readonly adjournments: Meeting['adjournments'];
  /** When the public was excluded, on what grounds, and readmitted. */
  readonly exclusions: Meeting['exclusions'];
  /** When and where the next meeting is to be; `null` where this one has agreed on none. */
  readonly nextMeeting: { readonly date: string; readonly time: string | null; readonly place: string | null } | null;
  readonly counts: { readonly paragraphs: number; readonly decisions: number; readonly informal: number; readonly motions: number };
}

/** Where `may.exempt` is false, `meeting` must come without what was taken in private (`withoutExempt`). */
export function meetingView(meeting: Meeting, revision: number, may: { readonly drafts: boolean; readonly exempt: boolean }): MeetingView {
  const { meetingId, bodyId, title, date, time, place, mode, timeZone, status } = meeting;
  const { notice, items } = agendaView(meeting, may.exempt);
  return {
    meetingId,
    bodyId,
    title,
    date,
    time: time ?? null,
    place: place ?? null,
    mode,
    timeZone,
    status,
    revision,
    agenda: { notice, items },
    record: may.drafts && meeting.standings.length > 0 ? recordView(meeting) : null,
  };
}

function recordView(meeting: Meeting): MeetingRecordView {
  const { concluded, sections, inHand, adjournments, exclusions, nextMeeting } = meeting;
  const struck = new Set(meeting.entries.flatMap(({ entryId, struck: why }) => (why === undefined ? [] : [entryId])));
  const decisions = meeting.decisions.filter(({ decisionId }) => !struck.has(decisionId));
  return {
    openedAt: meeting.openedAt ?? null,
    openedTime: meeting.openedTime ?? null,
    concluded: concluded ? { time: concluded.time ?? null, words: concluded.words ?? null } : null,
    inHand: sections.find(({ sectionId }) => sectionId === inHand) ?? null,
    sections,
    sederunt: sederuntView(meeting),
    quorum: quorumNow(meeting),
    constitution: meeting.standings.at(-1)?.standing.constitution.versionId ?? null,
    adjournments,
    exclusions,
    nextMeeting: nextMeeting ? { date: nextMeeting.date, time: nextMeeting.time ?? null, place: nextMeeting.place ?? null } : null,
    counts: {
      paragraphs: meeting.paragraphs.filter(({ paragraphId }) => !struck.has(paragraphId)).length,
      decisions: decisions.length,
      informal: decisions.filter(({ standing }) => standing === 'informal').length,
      motions: meeting.motions.length,
    },
  };
}
