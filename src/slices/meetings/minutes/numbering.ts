import { type Meeting, type Paragraph, type Section } from '../record/meeting.state.js';
import { type MinuteEvent } from '../events/minute.events.js';

/** The number of place `index` (from 0) of `count` paragraphs: a section's only paragraph has the section's own number. */
export const numberAt = (section: Section, index: number, count: number): string =>
  count === 1 ? section.number : `${section.number}.${index + 1}`;

/**
 * The renumbering that makes room for a paragraph, or closes the gap one leaves: `places` are the paragraphs as they will stand, `null` for
 * the new one. Where numbers grow the last is renumbered first, where they shrink the first, so that no number is ever there twice.
 */
export function renumbering(meeting: Meeting, section: Section, places: readonly (Paragraph | null)[]): MinuteEvent[] {
  const changes = places.flatMap((paragraph, index): MinuteEvent[] => {
    const to = numberAt(section, index, places.length);
    if (!paragraph || paragraph.number === to) return [];
    const decisionIds = meeting.decisions.filter((one) => one.paragraphId === paragraph.paragraphId).map((one) => one.decisionId);
    const { paragraphId, number: from } = paragraph;
    const actionIds = meeting.agreed.filter((one) => one.paragraphId === paragraphId).map((one) => one.actionId);
    const data = { paragraphId, from, to, decisionIds, ...(actionIds.length > 0 && { actionIds }) };
    return [{ type: 'ParagraphRenumbered', v: 1, data }];
  });
  return places.includes(null) ? changes.reverse() : changes;
}
