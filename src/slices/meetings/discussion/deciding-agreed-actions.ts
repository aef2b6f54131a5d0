import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { given } from '../../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type AgreedToDo, type DiscussionEvent } from '../events/discussion.events.js';
import { endOfSection, entryOf, lastEntryOfParagraph, paragraphNumbered, paragraphsOf } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting, type Paragraph } from '../record/meeting.state.js';
import { notSitting } from '../rules/meeting-guards.js';
import { attendanceOf } from '../sederunt/room.js';
import { type AgreeAction, type CorrectAgreedAction, type NoFacts } from './discussion.commands.js';
import { refuseDiscussion } from './discussion.refusals.js';

export function agreeAction({ data, commandId }: CommandFor<typeof AgreeAction, NoFacts>, meeting: Meeting): Decision<DiscussionEvent> {
  const { others = [], words, due } = data;
  const adjourned = data.paragraph === undefined ? notSitting(meeting) : null;
  if (adjourned) return adjourned;
  const place = placeOfAction(meeting, data.paragraph);
  if (isRefusal(place)) return place;
  const people = peopleMeant(meeting, data.people ?? []);
  if (isRefusal(people)) return people;
  if (people.length + others.length === 0) return refuseDiscussion('discussion.nobodys', { field: 'people' });
  const { sectionId, paragraph, after } = place;
  if (words === undefined && !paragraph) return refuseDiscussion('discussion.words-missing', { field: 'words' });
  const actionId = shortId('a', commandId);
  const paragraphId = paragraph?.paragraphId ?? null;
  return accept<DiscussionEvent>(
    {
      type: 'ActionAgreed',
      v: 1,
      data: given({ actionId, sectionId, paragraphId, people, others, words, due, after }),
    },
    actionId,
  );
}

interface PlaceOfAction {
  readonly sectionId: string;
  readonly paragraph: Paragraph | undefined;
  readonly after: string | null;
}

/** After the last entry of the paragraph named; without one, at the last paragraph of the item in hand, if it has any, after all of the item. */
function placeOfAction(meeting: Meeting, number: string | undefined): PlaceOfAction | Refusal {
  if (number !== undefined) {
    const paragraph = paragraphNumbered(meeting, number);
    if (!paragraph) return refuseDiscussion('discussion.no-such-paragraph', { field: 'paragraph', detail: { paragraph: number } });
    return { sectionId: paragraph.sectionId, paragraph, after: lastEntryOfParagraph(meeting, number) ?? paragraph.paragraphId };
  }
  const sectionId = meeting.inHand;
  if (sectionId === null) return refuseDiscussion('discussion.no-item', { field: 'paragraph' });
  return { sectionId, paragraph: paragraphsOf(meeting, sectionId).at(-1), after: endOfSection(meeting, sectionId) };
}

/** The people as the sederunt names them, each once. */
function peopleMeant(meeting: Meeting, ids: readonly string[]): readonly PersonNamed[] | Refusal {
  const people: PersonNamed[] = [];
  for (const [index, personId] of [...new Set(ids)].entries()) {
    const attendance = attendanceOf(meeting, personId);
    if (!attendance || attendance.as === 'apologies')
      return refuseDiscussion('discussion.not-in-sederunt', { field: `people.${index}`, detail: { personId } });
    people.push(attendance.person);
  }
  return people;
}

export function correctAgreedAction(
  { data }: CommandFor<typeof CorrectAgreedAction, NoFacts>,
  meeting: Meeting,
): Decision<DiscussionEvent> {
  const { actionId, reason } = data;
  const agreed = meeting.agreed.find((one) => one.actionId === actionId);
  if (!agreed || entryOf(meeting, actionId)?.struck !== undefined)
    return refuseDiscussion('discussion.no-such-action', { field: 'actionId', detail: { actionId } });
  const people = data.people && peopleMeant(meeting, data.people);
  if (isRefusal(people)) return people;
  const { others, words, due } = data;
  const asked: Partial<AgreedToDo> = given({ people, others, words, due });
  const changes = Object.fromEntries(
    Object.entries(asked).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(agreed[field as keyof AgreedToDo])),
  ) as Partial<AgreedToDo>;
  if (Object.keys(changes).length === 0) return refuseMeeting('meeting.nothing-changed');
  const now = { ...agreed, ...changes };
  if (now.people.length + now.others.length === 0) return refuseDiscussion('discussion.nobodys', { field: 'people' });
  return accept<DiscussionEvent>({ type: 'AgreedActionCorrected', v: 1, data: { actionId, changes, reason } }, actionId);
}
