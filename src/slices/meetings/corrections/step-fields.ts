import { type StepKind } from '../events/step.events.js';
import { type CorrectStepDto } from './step.payloads.js';

export type StepField = Exclude<keyof CorrectStepDto, 'step' | 'reason'>;

/** What of each step can be put right. */
export const STEP_FIELDS: Readonly<Record<StepKind, readonly StepField[]>> = {
  AgendaItemWithdrawn: ['why'],
  OrderOfBusinessChanged: ['why'],
  MeetingOpened: ['time'],
  ChairTaken: ['personId', 'why', 'words'],
  InterestDeclared: ['personId', 'itemId', 'outcome', 'nature'],
  ItemTaken: ['number', 'heading'],
  QuorumDeclared: ['quorate', 'words'],
  MeetingAdjourned: ['time', 'until', 'why'],
  MeetingResumed: ['time'],
  MeetingContinuedInformally: ['words'],
  PublicExcluded: ['words'],
  PublicReadmitted: ['words'],
  MinuteReceived: [],
  NextMeetingAgreed: ['time', 'words'],
  MeetingConcluded: ['time', 'words'],
  MotionMoved: ['text', 'movedBy'],
  MotionSeconded: ['secondedBy'],
  MotionWithdrawn: ['why'],
  MotionFell: ['why'],
  DissentRecorded: ['personId'],
  VoteDeclaredVoid: ['personId', 'why'],
  ElectionVoteDeclaredVoid: ['personId', 'why'],
  ProceduralVoteDeclaredVoid: ['personId', 'why'],
  ProceduralMotionTaken: ['kind', 'words', 'standingOrder', 'movedBy', 'secondedBy', 'vote'],
  RulingGiven: ['kind', 'words', 'standingOrder', 'personId'],
  RulingDissented: ['people'],
  MembershipEnded: ['why', 'words'],
};

/** The opening stands as long as the meeting does. */
export const canBeStruck = (of: StepKind): boolean => of !== 'MeetingOpened';
