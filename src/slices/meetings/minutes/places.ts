import { type Meeting } from '../record/meeting.state.js';
import { lastEntryId } from '../record/entries.js';

/**
 * The entry that something at the end of a section follows. What belongs to the section in hand happens now, at the end of the record,
 * also when the meeting comes back to an earlier item; what is written down later belongs after its section's last entry.
 */
export function endOfSection(meeting: Meeting, sectionId: string): string | null {
  if (sectionId === meeting.inHand) return lastEntryId(meeting);
  const own = meeting.entries.findLast((entry) => entry.sectionId === sectionId);
  if (own) return own.entryId;
  const order = new Map(meeting.sections.map((section, index) => [section.sectionId, index]));
  const place = order.get(sectionId) ?? 0;
  return meeting.entries.findLast((entry) => entry.sectionId === null || (order.get(entry.sectionId) ?? 0) < place)?.entryId ?? null;
}
