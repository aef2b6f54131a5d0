import { attendanceOf } from '../../../slices/meetings/meetings.words.js';
import { type ExtraFields, type FormSent } from './live-form.js';

/**
 * How an item that was not on the agenda is admitted: as urgent, with the special circumstances, if somebody ruled so; else as late. 1973
 * Act s.50B(4)(b).
 */
export function admitted({ meeting, form }: FormSent): ExtraFields {
  const reason = form.get('_reason')?.trim() ?? '';
  const paper = form.get('papers.0.title')?.trim();
  const noPaper = paper ? {} : { papers: undefined };
  if (reason === '' && meeting.notices.length > 0) return { text: 'Enter: Why it was not on the agenda', href: '#_reason' };
  const ruledBy = attendanceOf(meeting, form.get('_ruledBy') ?? '')?.person;
  if (ruledBy && reason !== '') return { ...noPaper, urgent: { reason, ruledBy: { ...ruledBy } } };
  return { ...noPaper, ...(reason !== '' && { late: { reason } }) };
}

/** Who is there counts only where the sederunt is taken again. */
export const takenAgain = ({ form }: FormSent): ExtraFields =>
  form.get('_again') ? { there: form.getAll('there:lines') } : { there: undefined };
