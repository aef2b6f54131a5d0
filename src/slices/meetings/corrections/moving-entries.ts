import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { type Recorded } from '../../../kernel/event.js';
import { refuseMinute } from '../minutes/minute.refusals.js';
import { renumbering } from '../minutes/numbering.js';
import { endOfSection, entryOf, lastEntryOfParagraph, paragraphNumbered, paragraphsOf, sectionTaken } from '../record/entries.js';
import { evolveMeeting } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type Entry, type Meeting } from '../record/meeting.state.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type RoomEvent } from '../rules/meeting-guards.js';
import { motionsBetween } from '../votes/vote.words.js';
import { recordInRoom } from '../sederunt/record-in-room.js';
import { type MoveEntry } from './step.commands.js';
import { refuseStep } from '../record/step.refusals.js';

/** What is moved by itself; a decision, a vote and the like go with what they belong to. */
const MOVED_BY_ITSELF: readonly Entry['kind'][] = ['paragraph', 'annotation', 'action', 'hearing'];

/** A paragraph moves with its decisions and the actions agreed at it, and with the motions and votes they rest on; whose interests count is then judged by its new item. */
export function moveEntry({ data }: CommandFor<typeof MoveEntry, NoFacts>, meeting: Meeting): Decision<RoomEvent> {
  const { entryId, afterParagraph, reason } = data;
  if (meeting.minute.approved) return refuseMinute('minute.approved');
  const entry = entryOf(meeting, entryId);
  if (!entry || entry.struck !== undefined) return refuseMinute('minute.no-such-entry', { field: 'entryId', detail: { entryId } });
  if (!MOVED_BY_ITSELF.includes(entry.kind)) return refuseStep('step.moves-with-paragraph', { field: 'entryId' });
  const section = sectionTaken(meeting, data.sectionId);
  if (!section) return refuseMinute('minute.no-section', { field: 'sectionId' });
  if (section.sectionId === entry.sectionId) return refuseMeeting('meeting.nothing-changed', { field: 'sectionId' });
  if (meeting.agreed.some(({ actionId, paragraphId }) => actionId === entryId && paragraphId !== null))
    return refuseStep('step.moves-with-paragraph', { field: 'entryId' });
  const going = goingWith(meeting, entryId);
  if ('accepted' in going) return going;
  const previous = afterParagraph === undefined ? undefined : paragraphNumbered(meeting, afterParagraph);
  if (afterParagraph !== undefined && previous?.sectionId !== section.sectionId)
    return refuseMinute('minute.paragraph-elsewhere', { field: 'afterParagraph', detail: { afterParagraph, section: section.number } });
  const after = previous
    ? (lastEntryOfParagraph(meeting, previous.number) ?? previous.paragraphId)
    : endOfSection(
        // Where nothing is in hand, a section ends with its own last entry.
        { ...meeting, inHand: null, entries: meeting.entries.filter((one) => !going.entryIds.includes(one.entryId)) },
        section.sectionId,
      );
  const moved: MinuteEvent = {
    type: 'EntryMoved',
    v: 1,
    data: { entryId, sectionId: section.sectionId, sectionHeading: section.heading, from: entry.sectionId, after, ...going, reason },
  };
  const changed = evolveMeeting(meeting, moved as Recorded<MinuteEvent>);
  const numbered = changed.sections
    .filter(({ sectionId }) => sectionId === section.sectionId || sectionId === entry.sectionId)
    .flatMap((one) => renumbering(changed, one, paragraphsOf(changed, one.sectionId)));
  return recordInRoom(meeting, [moved, ...numbered], `an entry was moved to item ${section.number}: ${reason}`);
}

/** The motion that a decision rests on, carried or lost. */
const motionOf = ({ motions }: Meeting, { motionId, onLossOf }: Meeting['decisions'][number]): string | undefined =>
  motionId ?? motions.find((one) => one.motionId === onLossOf)?.motionId;

/** The entries, decisions and motions that go with an entry; refused where a motion would have to go two ways. */
function goingWith(meeting: Meeting, entryId: string) {
  const decisions = meeting.decisions.filter(({ paragraphId }) => paragraphId === entryId);
  const resting = new Set(decisions.flatMap((one) => motionOf(meeting, one) ?? []));
  const divided = new Set(decisions.flatMap(({ divisionId }) => divisionId ?? []));
  // An amendment goes with what it amends, and the other way round; with a division all that was voted between.
  for (let before = -1; before !== resting.size;) {
    before = resting.size;
    for (const { motionId, amends } of meeting.motions)
      if (amends !== undefined && (resting.has(amends) || resting.has(motionId))) resting.add(amends).add(motionId);
    for (const division of meeting.divisions) {
      const between = motionsBetween(division);
      if (!divided.has(division.divisionId) && !between.some((motionId) => resting.has(motionId))) continue;
      divided.add(division.divisionId);
      for (const motionId of between) resting.add(motionId);
    }
  }
  const other = meeting.decisions.find(
    (one) => resting.has(motionOf(meeting, one) ?? '') && one.paragraphId !== entryId && !entryOf(meeting, one.decisionId)?.struck,
  );
  if (other)
    return refuseStep('step.motion-shared', {
      field: 'entryId',
      detail: { motionId: motionOf(meeting, other), paragraph: other.paragraph },
    });
  const decisionIds = decisions.map(({ decisionId }) => decisionId);
  const votes = meeting.motions.flatMap(({ motionId, vote }) => (vote && resting.has(motionId) ? [vote.voteId] : []));
  const voids = meeting.voidVotes.filter(({ motionIds }) => motionIds.some((id) => resting.has(id))).map(({ voteId }) => voteId);
  const agreed = meeting.agreed.filter(({ paragraphId }) => paragraphId === entryId).map(({ actionId }) => actionId);
  const ids = new Set([entryId, ...decisionIds, ...votes, ...voids, ...divided, ...agreed]);
  return { entryIds: meeting.entries.flatMap((one) => (ids.has(one.entryId) ? [one.entryId] : [])), decisionIds, motionIds: [...resting] };
}
