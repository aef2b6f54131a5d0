import { longDate } from '../../../kernel/dates.js';
import { requisitionWords } from '../rules/brought.js';
import { styleOfActions } from '../../bodies/bodies.words.js';
import { exemptIn } from '../exempt/exempt.js';
import { groundsOf } from '../exempt/grounds.js';
import { type MinuteCorrection } from '../events/minute.events.js';
import { minuteStyleOf } from '../record/entries.js';
import { type Meeting } from '../record/meeting.state.js';
import { andNames } from '../../../kernel/words.js';
import { inOrder } from './in-order.js';
import { type MinuteDocument, type MinuteNote, type MinuteSection } from './minute-document.js';
import { sederuntByBody, sederuntOf } from './sederunt.js';
import { marksOf, toldApart } from './told-apart.js';
import { heldWhere, sentence, timeInWords } from '../in-words/wording.js';

export interface MinuteReader {
  /** Leaves out the words, decisions and headings of items taken in private, as the public agenda does. 1973 Act s.50A-50C. */
  readonly withoutExempt?: boolean;
}

/**
 * The minute of a meeting as its record stands, with two people of one name told apart. Pure: the same record always gives the same minute.
 */
export function assembleMinute(recorded: Meeting, { withoutExempt = false }: MinuteReader = {}): MinuteDocument {
  const marks = marksOf(recorded);
  const meeting = toldApart(recorded, marks);
  const { minute } = meeting;
  const bodyName = namesOf(meeting);
  const hidden = withoutExempt ? exemptIn(meeting) : NONE;
  const { preamble, sections } = sectionsOf(meeting, hidden);
  const isHidden = correctionsHidden(meeting, hidden);
  const present = sederuntOf(meeting, 'present', marks);
  const byBody = sederuntByBody(meeting, present);
  return {
    meetingId: meeting.meetingId,
    bodyId: meeting.bodyId,
    bodyName,
    title: meeting.title,
    date: meeting.date,
    ...(meeting.time === undefined ? {} : { time: meeting.time }),
    ...(meeting.place === undefined ? {} : { place: meeting.place }),
    mode: meeting.mode,
    style: minuteStyleOf(meeting),
    actionsShown: styleOfActions(minuteStyleOf(meeting)),
    status: statusOf(meeting),
    drafts: minute.circulated.length,
    opening: openingOf(meeting),
    sederunt: {
      present,
      apologies: sederuntOf(meeting, 'apologies', marks),
      inAttendance: sederuntOf(meeting, 'in-attendance', marks),
      ...(byBody && { bodies: byBody }),
    },
    preamble: [...calledOn(meeting), ...preamble],
    sections,
    conclusion: conclusionOf(meeting),
    approval: minute.approved
      ? {
          by: minute.approved.by,
          atMeeting: minute.approved.atMeeting,
          corrections: minute.approved.corrections.filter((one) => !isHidden(one)),
        }
      : null,
    signature: minute.signed
      ? {
          ...minute.signed.signedBy,
          atMeeting: minute.signed.atMeeting,
          at: minute.signed.at,
          hash: minute.signed.hash,
          algorithm: 'sha-256',
        }
      : null,
    corrections: minute.corrections.filter(({ correction }) => !isHidden(correction)),
    withoutExempt,
  };
}

/** The body that meets; of a joint meeting, each of them. */
function namesOf({ standings, title, jointlyWith = [] }: Meeting): string {
  const standing = standings[0]?.standing;
  return standing ? andNames([standing.bodyName, ...jointlyWith.map(({ name }) => name)]) : title;
}

/** What the minute of a special meeting says first: who asked for it, and for what business. */
const calledOn = ({ requisition }: Meeting): readonly MinuteNote[] =>
  requisition ? [{ kind: 'note', heading: 'REQUISITION', text: requisitionWords(requisition, 'was') }] : [];

const statusOf = ({ minute }: Meeting): MinuteDocument['status'] =>
  minute.signed ? 'signed' : minute.approved ? 'approved' : minute.circulated.length > 0 ? 'circulated' : 'draft';

function openingOf(meeting: Meeting): string {
  const { title, date, time, place, mode } = meeting;
  const style = minuteStyleOf(meeting);
  const named = title.replace(/^the /i, '');
  const capitals = style.opening === 'minute-of-meeting';
  const what = /\bmeeting of\b/i.test(title) ? title : capitals ? `MEETING of the ${named.toUpperCase()}` : `the meeting of the ${named}`;
  const where = place === undefined ? (mode === 'remote' ? 'held remotely' : 'held') : heldWhere(place);
  const at = time === undefined ? '' : ` at ${timeInWords(time, style, true)}`;
  return sentence(`${capitals ? 'MINUTE' : 'Minutes'} of ${what} ${where} on ${longDate(date)}${at}`);
}

function conclusionOf(meeting: Meeting): string | null {
  const { concluded } = meeting;
  if (!concluded) return null;
  if (concluded.words !== undefined) return concluded.words;
  const at = concluded.time === undefined ? '' : ` at ${timeInWords(concluded.time, minuteStyleOf(meeting))}`;
  if (!concluded.abandoned) return sentence(`The meeting concluded${at}`);
  if (meeting.sections.length > 0) return sentence(`There being no longer a quorum, the meeting was abandoned${at}`);
  const waited = concluded.waited === undefined ? '' : ` ${minutesInWords(concluded.waited)} after the time fixed for the meeting`;
  return sentence(`There being no quorum${waited}, the meeting was abandoned${at}`);
}

/** `ten minutes`. */
const minutesInWords = (minutes: number): string =>
  `${({ 5: 'five', 10: 'ten', 15: 'fifteen', 20: 'twenty', 30: 'thirty' } as Readonly<Record<number, string>>)[minutes] ?? minutes} minutes`;

/** The heading the public minute gives an item taken in private, as the public agenda does. */
const EXEMPT_HEADING = 'Exempt item';
const NONE: ReadonlySet<string> = new Set();

/** What was recorded under the section it belongs to, in the order in which it happened. */
function sectionsOf(
  meeting: Meeting,
  hidden: ReadonlySet<string>,
): { readonly preamble: readonly MinuteNote[]; readonly sections: readonly MinuteSection[] } {
  const grounds = groundsOf(meeting);
  const { preamble, bySection } = inOrder(meeting, hidden);
  const sections = meeting.sections.map(({ sectionId, number, heading, itemId, beforeItems }): MinuteSection => {
    const paragraph = grounds.get(sectionId);
    return {
      sectionId,
      number,
      heading: hidden.has(sectionId) ? EXEMPT_HEADING : heading,
      ...(beforeItems && { beforeItems }),
      ...(itemId === undefined ? {} : { itemId }),
      ...(paragraph === undefined ? {} : { exempt: paragraph }),
      entries: bySection.get(sectionId) ?? [],
    };
  });
  return { preamble, sections };
}

/** A correction says what a paragraph should have said: that of a hidden item or decision is hidden with it. */
function correctionsHidden(meeting: Meeting, hidden: ReadonlySet<string>): (correction: MinuteCorrection) => boolean {
  const sections = meeting.sections.filter(({ sectionId }) => hidden.has(sectionId)).map(({ number }) => number);
  const decided = meeting.decisions.filter(({ decisionId }) => hidden.has(decisionId)).map(({ paragraph }) => paragraph);
  return ({ paragraph }) =>
    paragraph !== undefined &&
    (decided.includes(paragraph) || sections.some((one) => paragraph === one || paragraph.startsWith(`${one}.`)));
}
