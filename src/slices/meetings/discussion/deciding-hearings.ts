import { type CommandFor } from '../../../kernel/command.js';
import { accept, type Decision } from '../../../kernel/decider.js';
import { shortId } from '../../../kernel/ids.js';
import { given } from '../../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type DiscussionEvent, type Hearing } from '../events/discussion.events.js';
import { endOfSection, entryOf, lastEntryOfParagraph, paragraphNumbered } from '../record/entries.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Meeting } from '../record/meeting.state.js';
import { correctedHearing } from '../record/evolve-discussion.js';
import { notSitting } from '../rules/meeting-guards.js';
import { attendanceOf } from '../sederunt/room.js';
import { type CorrectHearing, type NoFacts, type RecordHearing, type ResolveHearing } from './discussion.commands.js';
import { refuseDiscussion } from './discussion.refusals.js';

export function recordHearing({ data, commandId }: CommandFor<typeof RecordHearing, NoFacts>, meeting: Meeting): Decision<DiscussionEvent> {
  const { afterParagraph, decisionId, heard = true, kind, subject } = data;
  const adjourned = afterParagraph === undefined ? notSitting(meeting) : null;
  if (adjourned) return adjourned;
  const place = placeOfHearing(meeting, afterParagraph);
  if (isRefusal(place)) return place;
  const said = saidIn(meeting, data);
  if (isRefusal(said)) return said;
  const hearing: Hearing = { ...said, kind, subject, heard };
  const refused = notAHearing(hearing) ?? (decisionId === undefined ? null : notDecided(meeting, decisionId));
  if (refused) return refused;
  const hearingId = shortId('h', commandId);
  return accept<DiscussionEvent>(
    { type: 'HearingRecorded', v: 1, data: given({ hearingId, ...hearing, decisionId, ...place }) },
    hearingId,
  );
}

/** After the paragraph named, with what was decided on it; else after all of the item in hand. */
function placeOfHearing(
  meeting: Meeting,
  number: string | undefined,
): { readonly sectionId: string; readonly after: string | null } | Refusal {
  if (number === undefined) {
    const { inHand } = meeting;
    if (inHand === null) return refuseDiscussion('discussion.no-item', { field: 'afterParagraph' });
    return { sectionId: inHand, after: endOfSection(meeting, inHand) };
  }
  const paragraph = paragraphNumbered(meeting, number);
  if (!paragraph) return refuseDiscussion('discussion.no-such-paragraph', { field: 'afterParagraph', detail: { paragraph: number } });
  return { sectionId: paragraph.sectionId, after: lastEntryOfParagraph(meeting, number) ?? paragraph.paragraphId };
}

type Said = Partial<Pick<Hearing, 'person' | 'name' | 'organisation' | 'words' | 'why' | 'answer' | 'answeredBy'>>;

/** What is said of who spoke, what was said and what was answered, with people as the sederunt names them. */
function saidIn(
  meeting: Meeting,
  {
    personId,
    answeredBy,
    name,
    organisation,
    words,
    why,
    answer,
  }: CommandFor<typeof CorrectHearing>['data'] | CommandFor<typeof RecordHearing>['data'],
): Said | Refusal {
  const named = (id: string | undefined, field: string): PersonNamed | Refusal | undefined => {
    if (id === undefined) return undefined;
    const attendance = attendanceOf(meeting, id);
    return attendance && attendance.as !== 'apologies'
      ? attendance.person
      : refuseDiscussion('discussion.not-in-sederunt', { field, detail: { personId: id } });
  };
  const person = named(personId, 'personId');
  if (isRefusal(person)) return person;
  const by = named(answeredBy, 'answeredBy');
  if (isRefusal(by)) return by;
  return given({ person, name, organisation, words, why, answer, answeredBy: by });
}

/** Why this could not be said of a question, a petition or a deputation. */
function notAHearing({ person, name, organisation, heard, why, answer, answeredBy }: Hearing): Refusal | null {
  if (!person && name === undefined && organisation === undefined) return refuseDiscussion('discussion.from-nobody', { field: 'name' });
  if (heard && why !== undefined) return refuseDiscussion('discussion.was-heard', { field: 'why' });
  if (!heard && answer !== undefined) return refuseDiscussion('discussion.not-heard', { field: 'answer' });
  return answeredBy && answer === undefined ? refuseDiscussion('discussion.no-answer', { field: 'answer' }) : null;
}

const notDecided = (meeting: Meeting, decisionId: string): Refusal | null =>
  entryOf(meeting, decisionId)?.kind === 'decision' && entryOf(meeting, decisionId)?.struck === undefined
    ? null
    : refuseDiscussion('discussion.no-such-decision', { field: 'decisionId', detail: { decisionId } });

const standing = (meeting: Meeting, hearingId: string): Meeting['hearings'][number] | Refusal => {
  const found = meeting.hearings.find((one) => one.hearingId === hearingId && entryOf(meeting, hearingId)?.struck === undefined);
  return found ?? refuseDiscussion('discussion.no-such-hearing', { field: 'hearingId', detail: { hearingId } });
};

export function correctHearing({ data }: CommandFor<typeof CorrectHearing, NoFacts>, meeting: Meeting): Decision<DiscussionEvent> {
  const { hearingId, kind, subject, heard, reason } = data;
  const hearing = standing(meeting, hearingId);
  if (isRefusal(hearing)) return hearing;
  const said = saidIn(meeting, data);
  if (isRefusal(said)) return said;
  const asked: Partial<Hearing> = { ...said, ...given({ kind, subject, heard }) };
  const changes = Object.fromEntries(
    Object.entries(asked).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(hearing[field as keyof Hearing])),
  ) as Partial<Hearing>;
  if (Object.keys(changes).length === 0) return refuseMeeting('meeting.nothing-changed');
  return (
    notAHearing(correctedHearing(hearing, changes)) ??
    accept<DiscussionEvent>({ type: 'HearingCorrected', v: 1, data: { hearingId, changes, reason } }, hearingId)
  );
}

export function resolveHearing(
  { data: { hearingId, decisionId } }: CommandFor<typeof ResolveHearing, NoFacts>,
  meeting: Meeting,
): Decision<DiscussionEvent> {
  const hearing = standing(meeting, hearingId);
  if (isRefusal(hearing)) return hearing;
  if (hearing.decisionId === decisionId) return refuseMeeting('meeting.nothing-changed', { field: 'decisionId' });
  return (
    notDecided(meeting, decisionId) ??
    accept<DiscussionEvent>({ type: 'HearingResolved', v: 1, data: { hearingId, decisionId } }, hearingId)
  );
}
