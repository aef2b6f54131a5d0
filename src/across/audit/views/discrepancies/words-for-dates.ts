import { isDate } from '../../../../kernel/dates.js';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `26 November 2016`, `Thursday, 9th June, 2016`: the date the words name; `null` where they name none. */
export function dateInWords(words: string): string | null {
  const match = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')}),? (\\d{4})\\b`, 'i').exec(words);
  if (!match) return null;
  const [, day = '', month = '', year] = match;
  const date = `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? date : null;
}
