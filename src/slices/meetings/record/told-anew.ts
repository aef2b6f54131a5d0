import { type Recorded } from '../../../kernel/event.js';
import { given } from '../../../kernel/plain.js';
import { type PersonNamed } from '../../bodies/bodies.words.js';
import { type MeetingStreamEvent } from './meeting.history.js';
import { type Meeting } from './meeting.state.js';
import { type StepEvent, type StepKind, STEP_KINDS, type StepSaid } from '../events/step.events.js';

type Told = Recorded<MeetingStreamEvent>;

/** An event of the course that can be put right. */
export type StepTold = Extract<Told, { type: StepKind }>;

export const isStep = (event: Told): event is StepTold => STEP_KINDS.some((kind) => kind === event.type);

/** What an event of the course says, by the names under which it is put right. */
export function saidIn(told: StepTold): StepSaid {
  return Object.fromEntries(Object.entries(everythingIn(told)).filter(([, value]) => value !== undefined));
}

function everythingIn({ type, data }: StepTold): Readonly<Record<string, unknown>> {
  if (type === 'ProceduralMotionTaken') {
    const { kind, words, standingOrder, movedBy, secondedBy, needs, vote } = data;
    return { kind, words, standingOrder, movedBy, secondedBy, needs, vote };
  }
  if (type === 'RulingGiven') {
    const { kind, words, standingOrder, person, by } = data;
    return { kind, words, standingOrder, person, by };
  }
  if (type === 'RulingDissented') return { people: data.people };
  if (isVoiding(type)) return { by: (data as VoidingData).ruledBy, why: (data as VoidingData).reason };
  const { time, until, words, text, movedBy, secondedBy, person, quorate, outcome, nature, itemId, number, heading, why, reason } =
    data as StepSaid & { readonly reason?: string };
  const said = { time, until, words, text, movedBy, secondedBy, person, quorate, outcome, nature, itemId, number, heading };
  return { ...said, why: type === 'MotionFell' ? why : reason };
}

interface VoidingData {
  readonly ruledBy: PersonNamed;
  readonly reason: string;
}

/** Whether it says that a vote was declared void. */
export const isVoiding = (type: string): boolean =>
  type === 'VoteDeclaredVoid' || type === 'ElectionVoteDeclaredVoid' || type === 'ProceduralVoteDeclaredVoid';

/** The entry of the record that a step is, or is about, where that is a procedural motion, a ruling, or a vote declared void. */
export function entryOfStep({ type, data }: StepTold): string | undefined {
  if (type === 'ProceduralMotionTaken' || type === 'ProceduralVoteDeclaredVoid') return data.procedureId;
  if (type === 'VoteDeclaredVoid') return data.voteId;
  if (type === 'ElectionVoteDeclaredVoid') return data.roundId ?? data.electionId;
  return type === 'RulingGiven' || type === 'RulingDissented' ? data.rulingId : undefined;
}

/** The section that a step of the course belongs to. */
export function sectionOfTold(meeting: Meeting, told: StepTold): string | undefined {
  const { data } = told;
  if ('sectionId' in data) return data.sectionId ?? undefined;
  const entryId = entryOfStep(told);
  if (entryId !== undefined) return meeting.entries.find((entry) => entry.entryId === entryId)?.sectionId ?? undefined;
  if ('motionId' in data && data.motionId !== undefined)
    return meeting.motions.find(({ motionId }) => motionId === data.motionId)?.sectionId;
  if ('decisionId' in data) return meeting.decisions.find(({ decisionId }) => decisionId === data.decisionId)?.sectionId;
  return ('after' in data && meeting.entries.find(({ entryId }) => entryId === data.after)?.sectionId) || undefined;
}

/** What was put right, for the trail: `meeting` is still told as it was. */
export function putRight(meeting: Meeting, { type, data, recordedAt, by }: Recorded<StepEvent>): Meeting['putRight'] {
  const { step, of, was, reason } = data;
  const meant = meeting.told.find(({ revision }) => revision === step);
  if (!meant || !isStep(meant)) return meeting.putRight;
  const sectionId = sectionOfTold(meeting, meant);
  const now = type === 'StepStruck' ? null : data.now;
  return [...meeting.putRight, { step, of, was, now, reason, at: recordedAt, by, ...(sectionId !== undefined && { sectionId }) }];
}

/**
 * The events of a meeting as they should have been recorded. `events` are told already as whatever was put right before; an event that is
 * not among them, for a reading of the past, is left alone.
 */
export function toldAnew(events: readonly Told[], correction: Recorded<StepEvent>): readonly Told[] {
  const { step } = correction.data;
  const index = events.findIndex(({ revision }) => revision === step);
  const meant = events[index];
  if (!meant || !isStep(meant)) return events;
  if (correction.type === 'StepStruck') return struck(events, index, meant);
  const { now } = correction.data;
  const data = given({ ...meant.data, ...asData(meant.type, now) });
  const changed = events.with(index, { ...meant, data } as Told);
  return meant.type === 'ItemTaken' ? changed.map((event) => underHeading(event, meant.data.sectionId, now)) : changed;
}

/** The data of an event of that type that say this; of what it says no more, nothing. */
function asData(type: StepKind, { why, by, ...said }: StepSaid): object {
  const giver = by === undefined ? {} : isVoiding(type) ? { ruledBy: by } : { by };
  const rest = Object.entries(said).map(([field, value]) => [field, value ?? undefined] as const);
  return { ...Object.fromEntries<unknown>(rest), ...giver, ...(why !== undefined && (type === 'MotionFell' ? { why } : { reason: why })) };
}

/** A decision bears the heading of its item, and an item that the meeting came back to bears what it was first taken under. */
function underHeading(event: Told, section: string, { number, heading }: StepSaid): Told {
  if (event.type === 'ItemTaken' && event.data.sectionId === section)
    return { ...event, data: { ...event.data, ...(number !== undefined && { number }), ...(heading !== undefined && { heading }) } };
  if (event.type === 'DecisionRecorded' && event.data.sectionId === section && heading !== undefined)
    return { ...event, data: { ...event.data, sectionHeading: heading } };
  return event;
}

/** With a motion goes whatever was recorded of it; with an item taken in error, that anything happened while it was in hand. */
function struck(events: readonly Told[], index: number, meant: StepTold): readonly Told[] {
  const left = events.toSpliced(index, 1);
  if (meant.type === 'MotionMoved') {
    const { motionId } = meant.data;
    // A procedural motion or a ruling is an entry of the record, and stays as the place it is.
    const isEntry = (event: Told): boolean => isStep(event) && event.type !== 'RulingDissented' && entryOfStep(event) !== undefined;
    return left.filter((event) => isEntry(event) || !('motionId' in event.data) || event.data.motionId !== motionId);
  }
  if (meant.type !== 'ItemTaken') return left;
  const { sectionId } = meant.data;
  const taken = (event: Told): boolean => event.type === 'ItemTaken';
  if (left.some((event) => event.type === 'ItemTaken' && event.data.sectionId === sectionId)) return left;
  const before = events.slice(0, index).findLast(taken)?.data as { readonly sectionId: string } | undefined;
  return left.map((event) => {
    if (!('after' in event.data) || !('sectionId' in event.data) || event.data.sectionId !== sectionId) return event;
    const { sectionId: _sectionId, ...kept } = event.data;
    const begun = sectionOfEntry(events, kept.after) === before?.sectionId;
    return { ...event, data: { ...kept, ...(before && !begun && { sectionId: before.sectionId }) } } as Told;
  });
}

/** `null` where the entry stands before the first item. */
function sectionOfEntry(events: readonly Told[], entryId: string | null | undefined): string | null | undefined {
  for (const { type, data } of events) {
    if (type === 'ParagraphRecorded' && data.paragraphId === entryId) return data.sectionId;
    if (type === 'DecisionRecorded' && data.decisionId === entryId) return data.sectionId;
    if (type === 'VoteTaken' && data.voteId === entryId) return data.sectionId;
    if (type === 'DivisionTaken' && data.divisionId === entryId) return data.sectionId;
    if (type === 'ActionAgreed' && data.actionId === entryId) return data.sectionId;
    if (type === 'HearingRecorded' && data.hearingId === entryId) return data.sectionId;
    if (type === 'ProceduralMotionTaken' && data.procedureId === entryId) return data.sectionId;
    if (type === 'RulingGiven' && data.rulingId === entryId) return data.sectionId;
    if (type === 'ElectionHeld' && data.electionId === entryId) return data.sectionId;
    if (type === 'ElectionRoundTaken' && data.round.roundId === entryId) return data.sectionId;
    if (type === 'AnnotationRecorded' && data.annotationId === entryId) return data.sectionId;
  }
  return undefined;
}
