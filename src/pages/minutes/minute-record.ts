import { exemptIn, type Meeting } from '../../slices/meetings/meetings.words.js';

/** The struck entries with the reasons; without `exempt`, except those taken in private. */
export function struckOut(meeting: Meeting, exempt: boolean): readonly { readonly words: string; readonly reason: string }[] {
  const secret = exemptIn(meeting);
  return meeting.entries.flatMap(({ entryId, sectionId, struck }) => {
    if (struck === undefined || (!exempt && sectionId !== null && secret.has(sectionId))) return [];
    if (!exempt && secret.has(entryId)) return [];
    const words =
      meeting.decisions.find((one) => one.decisionId === entryId)?.words ??
      meeting.paragraphs.find((one) => one.paragraphId === entryId)?.text ??
      meeting.annotations.find((one) => one.annotationId === entryId)?.text ??
      '';
    return [{ words, reason: struck }];
  });
}

/** The words of the entry that a form is about; `null` if no such entry stands. */
export function wordsOf(meeting: Meeting, entryId: string | null): string | null {
  const entry = meeting.entries.find((one) => one.entryId === entryId && one.struck === undefined);
  if (!entry) return null;
  return (
    meeting.paragraphs.find((one) => one.paragraphId === entryId)?.text ??
    meeting.decisions.find((one) => one.decisionId === entryId)?.words ??
    meeting.annotations.find((one) => one.annotationId === entryId)?.text ??
    null
  );
}
