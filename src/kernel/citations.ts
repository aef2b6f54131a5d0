import { isDate } from './dates.js';

/** A reference back to a paragraph of an earlier minute, which may not be in the record here, or not exist at all. */
export interface Citation {
  /** As the record words it. */
  readonly words: string;
  /** Where in the text the words begin, in UTF-16 code units. */
  readonly at: number;
  readonly meetingDate: string;
  readonly paragraph: string;
  /** `c` of `paragraph 10(c)`. */
  readonly part?: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

const CITATION = new RegExp(
  String.raw`\b(?:paragraph|para\.?)\s*(\d{1,3}(?:\.\d{1,3}){0,3})\s{0,2}(?:\(([a-z]{1,2})\))?\s+of\s+the\s+Minutes?\b[^.;:\n]{0,120}?\b(\d{1,2})(?:st|nd|rd|th)?\s+(${MONTHS.join('|')}),?\s+(\d{4})\b`,
  'gi',
);

/**
 * Finds `paragraph 10(c) of the Minute of Meeting of 8 March 2015` and the like. A date that does not exist cites nothing;
 * whether the meeting and the paragraph exist is for the reader of the link to find.
 */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].flatMap((match): Citation[] => {
    const [words, paragraph = '', part, day = '', month = '', year] = match;
    const meetingDate = `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (!isDate(meetingDate)) return [];
    return [{ words, at: match.index, meetingDate, paragraph, ...(part === undefined ? {} : { part: part.toLowerCase() }) }];
  });
}
