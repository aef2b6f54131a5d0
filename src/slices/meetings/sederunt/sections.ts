import { type Meeting, type Section } from '../record/meeting.state.js';

/** The section an item of the agenda was taken up as; an id of a section finds that section. */
export const sectionTaken = (meeting: Meeting, itemId: string): Section | undefined =>
  meeting.sections.find((section) => section.itemId === itemId) ?? meeting.sections.find((section) => section.sectionId === itemId);

/** Withdrew from the item, whether or not it has been taken up yet. */
export const withdrewFromItem = (meeting: Meeting, personId: string, itemId: string): boolean => {
  const section = sectionTaken(meeting, itemId);
  const names = new Set([itemId, section?.sectionId, section?.itemId]);
  return meeting.interests.some(
    (one) => one.person.personId === personId && one.outcome === 'declared-and-withdrew' && names.has(one.itemId),
  );
};
