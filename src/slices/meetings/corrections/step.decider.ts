import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { type Decider, type Decision } from '../../../kernel/decider.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { notRecordable, type RoomEvent } from '../rules/meeting-guards.js';
import { meetingHistory } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type Meeting } from '../record/meeting.state.js';
import { type StepEvent, type StepSaid } from '../events/step.events.js';
import { naming, putRight, struckSteps } from '../record/striking.js';
import { entryOfStep, isStep, isVoiding, saidIn, type StepTold } from '../record/told-anew.js';
import { recordInRoom } from '../sederunt/record-in-room.js';
import { entryOf, paragraphsOf, sectionOf } from '../record/entries.js';
import { renumbering } from '../minutes/numbering.js';
import { entryIdOf, fallenSince, goingWithEntry, isConducted } from '../procedure/falls.js';
import { dissentersAnew, fallsAnew, proceduralAnew, rulingAnew } from './conduct-rules.js';
import { moveEntry } from './moving-entries.js';
import { beliedBy, cannotBeStruck, goesWith, meantPeople } from './step-rules.js';
import { STEP_FIELDS, type StepField } from './step-fields.js';
import { type CorrectionsCommand, type CorrectStep, type StrikeStep } from './step.commands.js';
import { refuseStep } from '../record/step.refusals.js';

/** Puts the course of a meeting right, on its own stream: what a correction changes is judged anew with everything that is recorded. */
export const correctionsDecider: Decider<Meeting, CorrectionsCommand, RoomEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notRecordable(meeting);
    if (refused) return refused;
    if (command.type === 'MoveEntry') return moveEntry(command, meeting);
    const meant = meeting.told.find(({ revision }) => revision === command.data.step);
    if (!meant || !isStep(meant) || isStruck(meeting, meant))
      return refuseStep('step.unknown', { field: 'step', detail: { step: command.data.step } });
    switch (command.type) {
      case 'CorrectStep':
        return correct(command, meeting, meant);
      case 'StrikeStep':
        return strike(command, meeting, meant);
    }
  },
};

/** A procedural motion or a ruling that was struck, or a dissent from one. */
const isStruck = (meeting: Meeting, meant: StepTold): boolean => entryOf(meeting, entryOfStep(meant) ?? '')?.struck !== undefined;

function correct(
  { data: { step: _step, reason, ...asked } }: CommandFor<typeof CorrectStep, NoFacts>,
  meeting: Meeting,
  meant: StepTold,
): Decision<RoomEvent> {
  const fields = STEP_FIELDS[meant.type];
  const alien = (Object.keys(asked) as StepField[]).find((field) => asked[field] !== undefined && !fields.includes(field));
  if (alien !== undefined) return refuseStep('step.field-not-of-it', { field: alien, detail: { of: meant.type, fields } });
  const now = saidAnew(meeting, meant, asked);
  if (isRefusal(now)) return now;
  const said = saidIn(meant);
  const was: StepSaid = Object.fromEntries(Object.entries(said).filter(([field]) => Object.hasOwn(now, field)));
  if (Object.keys(now).length === 0) return refuseMeeting('meeting.nothing-changed');
  const corrected: StepEvent = {
    type: 'StepCorrected',
    v: 1,
    data: { ...naming(meant), was, now, ...bearing(meeting, meant, now), reason },
  };
  const changed = putRight(meeting, corrected);
  const falls = fallsAnew(meeting, changed, meant, reason);
  if (isRefusal(falls)) return falls;
  const events = [corrected, ...renumbered(changed, meant, now), ...falls];
  return beliedBy(meeting, changed, meant, now) ?? recordInRoom(meeting, events, `the record of the meeting was corrected: ${reason}`);
}

/** What is put right, with people as the sederunt names them; what is as it was is left out. */
function saidAnew(meeting: Meeting, meant: StepTold, asked: Partial<CommandFor<typeof CorrectStep>['data']>): StepSaid | Refusal {
  const anew = meantAnew(meeting, meant, asked);
  if (isRefusal(anew)) return anew;
  const said = saidIn(meant);
  const changed = Object.entries(anew).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(said[field as keyof StepSaid] ?? null),
  );
  return Object.fromEntries(changed);
}

function meantAnew(meeting: Meeting, meant: StepTold, asked: Partial<CommandFor<typeof CorrectStep>['data']>): StepSaid | Refusal {
  if (meant.type === 'ProceduralMotionTaken') return proceduralAnew(meeting, meant, asked);
  if (meant.type === 'RulingGiven') return rulingAnew(meeting, meant, asked);
  if (meant.type === 'RulingDissented') return dissentersAnew(meeting, meant, asked);
  const { personId, movedBy, secondedBy, vote: _vote, people: _people, ...rest } = asked;
  const people = meantPeople(meeting, meant, { personId, movedBy, secondedBy });
  if (isRefusal(people)) return people;
  return isVoiding(meant.type) ? { ...rest, ...(people.person && { by: people.person }) } : { ...rest, ...people };
}

function strike({ data: { reason } }: CommandFor<typeof StrikeStep, NoFacts>, meeting: Meeting, meant: StepTold): Decision<RoomEvent> {
  const refused: Refusal | null = cannotBeStruck(meeting, meant);
  if (refused) return refused;
  if (isConducted(meant)) return strikeEntry(meeting, meant, reason);
  const { events, changed } = struckSteps(meeting, [...goesWith(meeting, meant), meant], reason);
  const fallen = fallenSince(changed);
  return (
    beliedBy(meeting, changed, meant, {}) ??
    recordInRoom(meeting, [...events, ...fallen], `the record of the meeting was corrected: ${reason}`)
  );
}

/** A procedural motion or a ruling is an entry of the record: it stays as a place, struck, and what fell by it is open again. */
function strikeEntry(
  meeting: Meeting,
  meant: Extract<StepTold, { type: 'ProceduralMotionTaken' | 'RulingGiven' }>,
  reason: string,
): Decision<RoomEvent> {
  const entryId = entryIdOf(meant);
  const open = goingWithEntry(meeting, entryId, reason);
  if (isRefusal(open)) return open;
  const struck: MinuteEvent = { type: 'EntryStruck', v: 1, data: { entryId, reason } };
  return recordInRoom(meeting, [struck, ...open], `the record of the meeting was corrected: ${reason}`);
}

/** The decisions that bear the heading of an item. */
function bearing({ decisions }: Meeting, meant: StepTold, { heading }: StepSaid): { readonly decisionIds?: readonly string[] } {
  if (meant.type !== 'ItemTaken' || heading === undefined) return {};
  const { sectionId } = meant.data;
  return { decisionIds: decisions.filter((one) => one.sectionId === sectionId).map(({ decisionId }) => decisionId) };
}

/** The paragraphs of an item bear its number. */
function renumbered(changed: Meeting, meant: StepTold, { number }: StepSaid): readonly MinuteEvent[] {
  const section = meant.type === 'ItemTaken' && number !== undefined ? sectionOf(changed, meant.data.sectionId) : undefined;
  return section ? renumbering(changed, section, paragraphsOf(changed, section.sectionId)) : [];
}
