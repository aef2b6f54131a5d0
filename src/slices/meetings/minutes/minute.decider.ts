import { sameNumber } from '../../../kernel/names.js';
import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decider, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { meetingHistory } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { READY, sameStyle } from '../../bodies/bodies.words.js';
import {
  endOfSection,
  entryOf,
  lastEntryId,
  lastEntryOfParagraph,
  minuteStyleOf,
  paragraphNumbered,
  paragraphsOf,
  sectionOf,
  restingOnLoss,
} from '../record/entries.js';
import { approveMinute, correctSignedMinute, signMinute } from './deciding-approval.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type MotionEvent } from '../events/motion.events.js';
import { type StepEvent } from '../events/step.events.js';
import { goingWithEntry } from '../procedure/falls.js';
import { minuteSigned } from '../rules/meeting-guards.js';
import { refuseMinute } from './minute.refusals.js';
import {
  type Annotate,
  type CirculateMinute,
  type CorrectParagraph,
  type MinuteCommand,
  type RecordParagraph,
  type RestyleMinute,
  type StrikeEntry,
  type StyleFacts,
} from './minutes.commands.js';
import { numberAt, renumbering } from './numbering.js';
import { hashOf, minuteText } from '../document/minute-text.js';

/** Decides on the meeting's stream, because paragraphs and the minute must agree with what happened in the meeting. */
export const minuteDecider: Decider<Meeting, MinuteCommand, MinuteEvent | StepEvent | MotionEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    if (meeting.openedAt === undefined) return refuseMinute('minute.meeting-not-opened', { detail: { status: meeting.status } });
    switch (command.type) {
      case 'RecordParagraph':
        return closed(meeting) ?? recordParagraph(command, meeting);
      case 'CorrectParagraph':
        return closed(meeting) ?? correctParagraph(command, meeting);
      case 'StrikeEntry':
        return closed(meeting) ?? strikeEntry(command, meeting);
      case 'Annotate':
        return closed(meeting) ?? annotate(command, meeting);
      case 'RestyleMinute':
        return closed(meeting) ?? restyleMinute(command, meeting);
      case 'CirculateMinute':
        return closed(meeting) ?? circulateMinute(command, meeting);
      case 'ApproveMinute':
        return approveMinute(command, meeting);
      case 'SignMinute':
        return signMinute(command, meeting);
      case 'CorrectSignedMinute':
        return correctSignedMinute(command, meeting);
    }
  },
};

/** The minute can no longer be changed: it is approved or signed. */
const closed = (meeting: Meeting): Refusal | null =>
  minuteSigned(meeting) ?? (meeting.minute.approved ? refuseMinute('minute.approved') : null);

function recordParagraph({ data, commandId }: CommandFor<typeof RecordParagraph>, meeting: Meeting): Decision<MinuteEvent> {
  const { text, heading, number, afterParagraph } = data;
  const previous = afterParagraph === undefined ? undefined : paragraphNumbered(meeting, afterParagraph);
  if (afterParagraph !== undefined && !previous) return noParagraph('afterParagraph', afterParagraph);
  const section = sectionOf(meeting, data.sectionId ?? previous?.sectionId ?? meeting.inHand);
  if (!section) return refuseMinute('minute.no-section', { field: 'sectionId' });
  if (previous && previous.sectionId !== section.sectionId) {
    return refuseMinute('minute.paragraph-elsewhere', { field: 'afterParagraph', detail: { afterParagraph, section: section.number } });
  }
  const standing = paragraphsOf(meeting, section.sectionId);
  const index = previous ? standing.indexOf(previous) + 1 : standing.length;
  const places = [...standing.slice(0, index), null, ...standing.slice(index)];
  const place = numberAt(section, index, places.length);
  // A section's only paragraph may be given as 2.1, the number a second one would make it.
  if (number !== undefined && !sameNumber(number, place) && !sameNumber(number, `${section.number}.${index + 1}`)) {
    return refuseMinute('minute.number-differs', { field: 'number', detail: { given: number, place } });
  }
  const paragraphId = shortId('p', commandId);
  const after = previous
    ? (lastEntryOfParagraph(meeting, previous.number) ?? previous.paragraphId)
    : endOfSection(meeting, section.sectionId);
  const recorded: MinuteEvent = {
    type: 'ParagraphRecorded',
    v: 1,
    data: { paragraphId, sectionId: section.sectionId, number: place, ...(heading === undefined ? {} : { heading }), text, after },
  };
  return accept<MinuteEvent>([...renumbering(meeting, section, places), recorded], paragraphId);
}

function correctParagraph({ data }: CommandFor<typeof CorrectParagraph>, meeting: Meeting): Decision<MinuteEvent> {
  const { text, reason } = data;
  const paragraph =
    data.paragraphId === undefined
      ? paragraphNumbered(meeting, data.paragraph ?? '')
      : meeting.paragraphs.find((one) => one.paragraphId === data.paragraphId && !entryOf(meeting, one.paragraphId)?.struck);
  if (!paragraph)
    return noParagraph(data.paragraphId === undefined ? 'paragraph' : 'paragraphId', data.paragraphId ?? data.paragraph ?? '');
  if (data.paragraph !== undefined && !sameNumber(paragraph.number, data.paragraph)) return noParagraph('paragraph', data.paragraph);
  if (paragraph.text === text) return refuseMinute('minute.text-unchanged', { field: 'text' });
  const { paragraphId } = paragraph;
  return accept<MinuteEvent>({ type: 'ParagraphCorrected', v: 1, data: { paragraphId, text, reason } }, paragraphId);
}

function strikeEntry({ data }: CommandFor<typeof StrikeEntry>, meeting: Meeting): Decision<MinuteEvent | StepEvent | MotionEvent> {
  const { entryId, reason } = data;
  const entry = entryOf(meeting, entryId);
  if (!entry || entry.struck) return refuseMinute('minute.no-such-entry', { field: 'entryId', detail: { entryId } });
  if (['vote', 'division', 'election', 'round'].includes(entry.kind)) return refuseMinute('minute.vote-not-struck', { field: 'entryId' });
  const acts = [...meeting.ratified, ...meeting.undone].filter(({ by }) => by.decisionId === entryId);
  if (acts.length > 0)
    return refuseMinute('minute.decision-acts-elsewhere', {
      field: 'entryId',
      detail: { decisions: acts.map(({ decision }) => decision) },
    });
  const resting = restingOnLoss(meeting, [entryId]);
  if (resting) return refuseMinute('minute.decision-rests-on-it', { field: 'entryId', detail: { decisionId: resting.decisionId } });
  const open = goingWithEntry(meeting, entryId, reason);
  if (isRefusal(open)) return open;
  const struck: MinuteEvent = { type: 'EntryStruck', v: 1, data: { entryId, reason } };
  const section = sectionOf(meeting, entry.sectionId);
  if (entry.kind !== 'paragraph' || !section) return accept<MinuteEvent | StepEvent | MotionEvent>([struck, ...open], entryId);
  const decisions = meeting.decisions.filter((one) => one.paragraphId === entryId && !entryOf(meeting, one.decisionId)?.struck);
  if (decisions.length > 0) {
    return refuseMinute('minute.paragraph-has-decisions', {
      field: 'entryId',
      detail: { decisions: decisions.map((one) => one.decisionId) },
    });
  }
  const agreed = meeting.agreed.filter((one) => one.paragraphId === entryId && !entryOf(meeting, one.actionId)?.struck);
  if (agreed.length > 0)
    return refuseMinute('minute.paragraph-has-actions', { field: 'entryId', detail: { actions: agreed.map((one) => one.actionId) } });
  const left = paragraphsOf(meeting, section.sectionId).filter((one) => one.paragraphId !== entryId);
  return accept<MinuteEvent>([struck, ...renumbering(meeting, section, left)], entryId);
}

function annotate({ data, commandId }: CommandFor<typeof Annotate>, meeting: Meeting): Decision<MinuteEvent> {
  const { heading, text, afterParagraph } = data;
  const previous = afterParagraph === undefined ? undefined : paragraphNumbered(meeting, afterParagraph);
  if (afterParagraph !== undefined && !previous) return noParagraph('afterParagraph', afterParagraph);
  const annotationId = shortId('n', commandId);
  const sectionId = previous?.sectionId ?? meeting.inHand;
  const after = previous ? (lastEntryOfParagraph(meeting, previous.number) ?? previous.paragraphId) : lastEntryId(meeting);
  return accept<MinuteEvent>({ type: 'AnnotationRecorded', v: 1, data: { annotationId, sectionId, heading, text, after } }, annotationId);
}

function restyleMinute({ facts }: CommandFor<typeof RestyleMinute, StyleFacts>, meeting: Meeting): Decision<MinuteEvent> {
  const style = facts.style ?? READY.partnership;
  if (sameStyle(style, minuteStyleOf(meeting))) return refuseMinute('minute.style-unchanged', { detail: { set: style.set } });
  return accept<MinuteEvent>({ type: 'MinuteRestyled', v: 1, data: { style } });
}

function circulateMinute({ data }: CommandFor<typeof CirculateMinute>, meeting: Meeting): Decision<MinuteEvent> {
  const text = minuteText(meeting);
  const hash = hashOf(text);
  const last = meeting.minute.circulated.at(-1);
  if (last && last.hash === hash) return refuseMinute('minute.not-circulated-changed', { detail: { draft: last.draft } });
  const draft = (last?.draft ?? 0) + 1;
  return accept<MinuteEvent>({
    type: 'MinuteCirculated',
    v: 1,
    data: { draft, text, hash, ...(data.to === undefined ? {} : { to: data.to }) },
  });
}

const noParagraph = (field: string, number: string): Refusal =>
  refuseMinute('minute.no-such-paragraph', { field, detail: { paragraph: number } });
