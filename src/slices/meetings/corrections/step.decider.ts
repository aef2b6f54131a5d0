import { type CommandFor, type NoFacts } from '../../../kernel/command.js';
import { type Decider, type Decision } from '../../../kernel/decider.js';
import { type Recorded } from '../../../kernel/event.js';
import { plain } from '../../../kernel/plain.js';
import { isRefusal, type Refusal } from '../../../kernel/refusal.js';
import { notRecordable, type RoomEvent } from '../rules/meeting-guards.js';
import { evolveMeeting, meetingHistory } from '../record/meeting.history.js';
import { refuseMeeting } from '../record/meeting.refusals.js';
import { type MinuteEvent } from '../events/minute.events.js';
import { type Meeting } from '../record/meeting.state.js';
import { type StepEvent, type StepMeant, type StepSaid } from '../events/step.events.js';
import { isStep, saidIn, type StepTold } from '../record/told-anew.js';
import { recordInRoom } from '../sederunt/record-in-room.js';
import { paragraphsOf, sectionOf } from '../record/entries.js';
import { renumbering } from '../minutes/numbering.js';
import { moveEntry } from './moving-entries.js';
import { beliedBy, cannotBeStruck, goesWith, meantPeople } from './step-rules.js';
import { STEP_FIELDS, type StepField } from './step-fields.js';
import { type CorrectionsCommand, type CorrectStep, type StrikeStep } from './step.commands.js';
import { refuseStep } from './step.refusals.js';

/** Puts the course of a meeting right, on its own stream: what a correction changes is judged anew with everything that is recorded. */
export const correctionsDecider: Decider<Meeting, CorrectionsCommand, RoomEvent> = {
  history: meetingHistory,
  decide(command, meeting) {
    const refused = notRecordable(meeting);
    if (refused) return refused;
    if (command.type === 'MoveEntry') return moveEntry(command, meeting);
    const meant = meeting.told.find(({ revision }) => revision === command.data.step);
    if (!meant || !isStep(meant)) return refuseStep('step.unknown', { field: 'step', detail: { step: command.data.step } });
    switch (command.type) {
      case 'CorrectStep':
        return correct(command, meeting, meant);
      case 'StrikeStep':
        return strike(command, meeting, meant);
    }
  },
};

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
  const changed = after(meeting, corrected);
  return (
    beliedBy(meeting, changed, meant, now) ??
    recordInRoom(meeting, [corrected, ...renumbered(changed, meant, now)], `the record of the meeting was corrected: ${reason}`)
  );
}

/** What is put right, with people as the sederunt names them; what is as it was is left out. */
function saidAnew(
  meeting: Meeting,
  meant: StepTold,
  { personId, movedBy, secondedBy, ...asked }: Partial<CommandFor<typeof CorrectStep>['data']>,
) {
  const people = meantPeople(meeting, meant, { personId, movedBy, secondedBy });
  if (isRefusal(people)) return people;
  const said = saidIn(meant);
  const changed = Object.entries({ ...asked, ...people }).filter(
    ([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(said[field as keyof StepSaid]),
  );
  return Object.fromEntries(changed) as StepSaid;
}

function strike({ data: { reason } }: CommandFor<typeof StrikeStep, NoFacts>, meeting: Meeting, meant: StepTold): Decision<RoomEvent> {
  const refused: Refusal | null = cannotBeStruck(meeting, meant);
  if (refused) return refused;
  const events: StepEvent[] = [];
  let changed = meeting;
  for (const one of [...goesWith(meeting, meant), meant]) {
    const struck: StepEvent = { type: 'StepStruck', v: 1, data: { ...naming(one), was: saidIn(one), reason } };
    const before = changed;
    changed = after(before, struck);
    events.push({ ...struck, data: { ...struck.data, ...leaving(before, changed, one) } });
  }
  return beliedBy(meeting, changed, meant, {}) ?? recordInRoom(meeting, events, `the record of the meeting was corrected: ${reason}`);
}

const naming = ({ revision, type, data }: StepTold): StepMeant => ({
  step: revision,
  of: type,
  ...('motionId' in data && data.motionId !== undefined && { motionId: data.motionId }),
});

/** What the meeting and the motion are once the step is struck, where that is something else than before. */
function leaving(before: Meeting, changed: Meeting, { type, data }: StepTold) {
  const status = changed.status === before.status ? undefined : (changed.status as 'open' | 'adjourned');
  const date = type === 'MeetingResumed' ? data.date : undefined;
  const motion =
    type === 'MotionWithdrawn' || type === 'MotionFell' ? changed.motions.find((one) => one.motionId === data.motionId) : undefined;
  const jointlyWith = date === undefined ? undefined : changed.jointlyWith?.map(({ bodyId }) => bodyId);
  return plain({ status, date, jointlyWith, motionStatus: motion?.status as 'moved' | 'put' | 'tied' | undefined });
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

const after = (meeting: Meeting, event: StepEvent): Meeting => evolveMeeting(meeting, event as Recorded<StepEvent>);
