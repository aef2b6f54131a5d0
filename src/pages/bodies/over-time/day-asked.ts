import { isDate } from '../../../kernel/dates.js';
import { type PageProblem } from '../../frame/page-problem.js';

/** The day shown, of `as-at` in the page's address: today if it names none, and if it names no real day, which is a problem. */
export function dayAsked(asked: string, today: string): { readonly asAt: string; readonly problems: readonly PageProblem[] } {
  if (asked === '') return { asAt: today, problems: [] };
  if (isDate(asked)) return { asAt: asked, problems: [] };
  return { asAt: today, problems: [{ text: 'As at must be a real date, such as 2016-06-09', href: '#as-at' }] };
}
