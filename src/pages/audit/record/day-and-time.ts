import { dateInZone } from '../../../kernel/dates.js';
import { momentOf } from '../../../kernel/moments.js';

/**
 * An instant in a form's field as the day and time the form shows, to the end of its minute or its beginning; nothing if the text is no
 * instant.
 */
export function dayAndTime(field: string, text: string, zone: string, to: 'end' | 'beginning' = 'end'): Readonly<Record<string, string>> {
  const instant = text.includes('T') ? momentOf(text, zone) : null;
  if (instant === null) return {};
  const minutes = Date.parse(instant) / 60_000;
  const end = new Date((to === 'end' ? Math.ceil(minutes) : Math.floor(minutes)) * 60_000);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(end);
  return { [field]: dateInZone(end.toISOString(), zone), [`${field}-time`]: time };
}
