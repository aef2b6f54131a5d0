import { type Meeting } from '../../../record/meeting.state.js';
import { EXEMPT_TITLE } from './agenda.js';

/**
 * The meeting for somebody who may not read what was taken in private: headings of exempt items, and the nature of interests in them,
 * are left out. Source: 1973 Act s.50A and Sch 7A. The agenda has its own rule.
 */
export function withoutExempt(meeting: Meeting): Meeting {
  const exempt = new Set(meeting.agenda.flatMap((item) => (item.exempt ? [item.itemId] : [])));
  if (exempt.size === 0) return meeting;
  const sections = new Set(
    meeting.sections.flatMap(({ sectionId, itemId }) => (itemId !== undefined && exempt.has(itemId) ? [sectionId] : [])),
  );
  return {
    ...meeting,
    sections: meeting.sections.map((section) => (sections.has(section.sectionId) ? { ...section, heading: EXEMPT_TITLE } : section)),
    interests: meeting.interests.map((interest) =>
      exempt.has(interest.itemId) || sections.has(interest.itemId) ? { ...interest, nature: EXEMPT_TITLE } : interest,
    ),
  };
}
