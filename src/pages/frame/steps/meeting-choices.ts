import { type QueryBus } from '@nestjs/cqrs';
import { when } from '../../../kernel/words.js';
import { ListMeetings } from '../../../slices/meetings/meetings.queries.js';
import { type Choice } from './parts.js';

const MOST_MEETINGS = 100;

/** The meetings of a body that can have decided something: opened, and not before the day `from`, if any; the latest first. */
export async function openedMeetings(queries: QueryBus, bodyId: string, from?: string): Promise<readonly Choice[]> {
  const asked = { bodyId, newestFirst: true, limit: MOST_MEETINGS, ...(from !== undefined && { from }) };
  const { rows } = await queries.execute(new ListMeetings(asked));
  return rows
    .filter(({ status }) => status === 'open' || status === 'adjourned' || status === 'concluded' || status === 'abandoned')
    .map(({ meetingId, date, title }) => ({ value: meetingId, text: `${when(date)}, ${title}` }));
}
