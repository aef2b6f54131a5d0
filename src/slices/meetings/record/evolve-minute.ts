import { type Recorded } from '../../../kernel/event.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type Meeting } from './meeting.state.js';
import { insertEntry, keepingPlace, moveEntries } from './entries.js';

/** The written record: paragraphs, annotations, and the life of the minute itself. */
export function evolveMinute(meeting: Meeting, event: Recorded<MinuteEvent>): Meeting {
  const { minute } = meeting;
  switch (event.type) {
    case 'ParagraphRecorded': {
      const { after, ...paragraph } = event.data;
      const entry = {
        entryId: paragraph.paragraphId,
        kind: 'paragraph',
        sectionId: paragraph.sectionId,
        happenedAt: event.happenedAt,
      } as const;
      return { ...meeting, paragraphs: [...meeting.paragraphs, paragraph], entries: insertEntry(meeting.entries, entry, after) };
    }
    case 'ParagraphRenumbered': {
      const { paragraphId, to, decisionIds } = event.data;
      return {
        ...meeting,
        paragraphs: meeting.paragraphs.map((one) => (one.paragraphId === paragraphId ? { ...one, number: to } : one)),
        decisions: meeting.decisions.map((one) => (decisionIds.includes(one.decisionId) ? { ...one, paragraph: to } : one)),
      };
    }
    case 'ParagraphCorrected': {
      const { paragraphId, text } = event.data;
      return { ...meeting, paragraphs: meeting.paragraphs.map((one) => (one.paragraphId === paragraphId ? { ...one, text } : one)) };
    }
    case 'AnnotationRecorded': {
      const { after, sectionId, ...annotation } = event.data;
      const entry = { entryId: annotation.annotationId, kind: 'annotation', sectionId, happenedAt: event.happenedAt } as const;
      return { ...meeting, annotations: [...meeting.annotations, annotation], entries: insertEntry(meeting.entries, entry, after) };
    }
    case 'EntryStruck': {
      const { entryId, reason } = event.data;
      return { ...meeting, entries: meeting.entries.map((one) => (one.entryId === entryId ? { ...one, struck: reason } : one)) };
    }
    case 'MinuteRestyled':
      return { ...meeting, restyled: event.data.style };
    case 'EntryMoved':
      return moved(meeting, event.data);
    case 'MinuteCirculated': {
      const { draft, text, hash, to } = event.data;
      const circulated = { draft, text, hash, at: event.happenedAt, ...(to !== undefined && { to }) };
      return { ...meeting, minute: { ...minute, circulated: [...minute.circulated, circulated] } };
    }
    case 'MinuteApproved':
      return { ...meeting, minute: { ...minute, approved: event.data } };
    case 'MinuteSigned': {
      const { signedBy, atMeeting, text, hash } = event.data;
      return { ...meeting, minute: { ...minute, signed: { signedBy, atMeeting, text, hash, at: event.happenedAt } } };
    }
    case 'SignedMinuteCorrected':
      return { ...meeting, minute: { ...minute, corrections: [...minute.corrections, event.data] } };
  }
}

function moved(meeting: Meeting, data: Extract<MinuteEvent, { type: 'EntryMoved' }>['data']): Meeting {
  const { sectionId, sectionHeading, entryIds, decisionIds, motionIds } = data;
  return {
    ...meeting,
    entries: moveEntries(meeting.entries, data).map((one) => (entryIds.includes(one.entryId) ? { ...one, sectionId } : one)),
    takings: keepingPlace(meeting.takings, meeting.entries, entryIds),
    exclusions: keepingPlace(meeting.exclusions, meeting.entries, entryIds),
    paragraphs: meeting.paragraphs.map((one) => (entryIds.includes(one.paragraphId) ? { ...one, sectionId } : one)),
    decisions: meeting.decisions.map((one) => (decisionIds.includes(one.decisionId) ? { ...one, sectionId, sectionHeading } : one)),
    motions: meeting.motions.map((one) =>
      motionIds.includes(one.motionId) ? { ...one, sectionId, ...(one.vote && { vote: { ...one.vote, sectionId } }) } : one,
    ),
    divisions: meeting.divisions.map((one) => (entryIds.includes(one.divisionId) ? { ...one, sectionId } : one)),
    voidVotes: meeting.voidVotes.map((one) => (entryIds.includes(one.voteId) ? { ...one, sectionId } : one)),
    hearings: meeting.hearings.map((one) => (entryIds.includes(one.hearingId) ? { ...one, sectionId } : one)),
    agreed: meeting.agreed.map((one) => (entryIds.includes(one.actionId) ? { ...one, sectionId } : one)),
  };
}
