import { type Refusal } from '../../../kernel/refusal.js';
import { type Meeting, type Section } from '../record/meeting.state.js';
import { endOfSection, lastEntryOfParagraph, paragraphNumbered, paragraphsOf, sectionOf } from '../record/entries.js';
import { refuseDecision } from './decision.refusals.js';

export interface DecisionPlace {
  readonly section: Section;
  readonly paragraphId: string | null;
  /** The paragraph's number; the section's where it has no paragraph yet. */
  readonly paragraph: string;
  readonly after: string | null;
}

/** The place of a decision: after the last entry of the paragraph named; without one, after every entry of the item in hand. */
export function decisionPlace(meeting: Meeting, number: string | undefined): DecisionPlace | Refusal {
  if (number !== undefined) {
    const paragraph = paragraphNumbered(meeting, number);
    const after = lastEntryOfParagraph(meeting, number);
    const section = paragraph && sectionOf(meeting, paragraph.sectionId);
    if (!paragraph || !section || after === undefined)
      return refuseDecision('decision.no-such-paragraph', { field: 'paragraph', detail: { paragraph: number } });
    return { section, paragraphId: paragraph.paragraphId, paragraph: paragraph.number, after };
  }
  const section = sectionOf(meeting, meeting.inHand);
  if (!section) return refuseDecision('decision.no-item');
  const last = paragraphsOf(meeting, section.sectionId).at(-1);
  const after = endOfSection(meeting, section.sectionId);
  return { section, paragraphId: last?.paragraphId ?? null, paragraph: last?.number ?? section.number, after };
}
