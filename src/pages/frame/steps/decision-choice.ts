import { type QueryBus } from '@nestjs/cqrs';
import { MeetingCited } from '../../../slices/bodies/meetings.port.js';
import { ListMeetings } from '../../../slices/meetings/meetings.queries.js';
import { type FormFields } from '../forms.js';
import { when } from '../../../kernel/words.js';
import { type Choice } from './parts.js';

const MOST_MEETINGS = 24;
const LONGEST_WORDS = 90;
/** `body/meeting#decision`, or with a part of it: `body/meeting#decision(b)`. */
const CHOSEN = /^([^#]+)#([^(]+)(?:\(([^)]+)\))?$/;

/** The decisions that something may rest on, of the body’s latest meetings, newest first. If `exempt`, also those taken in private. */
export async function decisionChoices(queries: QueryBus, bodyId: string, exempt: boolean): Promise<readonly Choice[]> {
  const { rows } = await queries.execute(new ListMeetings({ bodyId, newestFirst: true, limit: MOST_MEETINGS }));
  const meetings = await Promise.all(rows.map(({ meetingId }) => queries.execute(new MeetingCited(meetingId))));
  return meetings.flatMap((meeting) =>
    (meeting?.decisions ?? [])
      .filter((one) => !one.struck && (exempt || !one.exempt))
      .map(({ decisionId, paragraph, sectionHeading }) => ({
        value: `${meeting!.meetingId}#${decisionId}`,
        text: cut(`${when(meeting!.date)}, paragraph ${paragraph}: ${sectionHeading}`),
      })),
  );
}

const cut = (text: string): string => (text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text);

/** The chosen decision, or part of one, as commands name it; no fields if none was chosen. */
export function decisionChosen({ decision }: FormFields): Readonly<Record<string, unknown>> {
  const [, meetingId, decisionId, part] = CHOSEN.exec(typeof decision === 'string' ? decision : '') ?? [];
  return meetingId === undefined ? {} : { decision: { meetingId, decisionId }, ...(part !== undefined && { part }) };
}
