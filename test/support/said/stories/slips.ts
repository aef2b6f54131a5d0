import { AddAgendaItem, CallMeeting } from '../../../../src/slices/meetings/agenda/agenda.commands.js';
import { CorrectStep, MoveEntry, StrikeStep } from '../../../../src/slices/meetings/corrections/step.commands.js';
import { DissentFromRuling, GiveRuling, TakeProceduralMotion } from '../../../../src/slices/meetings/procedure/procedure.commands.js';
import { RecordParagraph } from '../../../../src/slices/meetings/minutes/minutes.commands.js';
import { MoveMotion, SecondMotion } from '../../../../src/slices/meetings/motions/motions.commands.js';
import {
  AdjournMeeting,
  ConcludeMeeting,
  DeclareInterest,
  DeclareQuorum,
  OpenMeeting,
  ResumeMeeting,
  TakeChair,
  TakeItem,
} from '../../../../src/slices/meetings/sederunt/sederunt.commands.js';
import { say, sayThen } from '../story.js';
import { ANN, BEA, CAL, DEE } from './grounds.js';
import { present } from './meetings.js';
import { ROLL_CALL } from './procedure.js';

const SLIPS = 'board/slips';
const nowhere = { afterParagraph: undefined } as const;

/** Each is one event, so that the step is its place in the list. */
const course = [
  say(CallMeeting, SLIPS, { requisition: undefined, jointlyWith: undefined }),
  ...['first', 'second'].map((itemId) =>
    say(AddAgendaItem, SLIPS, {
      itemId,
      papers: undefined,
      late: undefined,
      urgent: undefined,
      exempt: undefined,
      remit: undefined,
      minuteOf: undefined,
    }),
  ),
  say(OpenMeeting, SLIPS),
  ...present(SLIPS, ANN, BEA, CAL, DEE),
  say(TakeChair, SLIPS, { personId: 'ann', ...nowhere, untilElected: undefined }),
  say(TakeItem, SLIPS, { beforeItems: undefined, itemId: undefined, number: '1' }),
  say(RecordParagraph, SLIPS, { sectionId: undefined, number: '1', ...nowhere }),
  say(DeclareInterest, SLIPS, { personId: 'bea', itemId: 'first', outcome: 'connection-only', fromTheStart: undefined, ...nowhere }),
  say(DeclareQuorum, SLIPS, { quorate: true, ...nowhere }),
  say(AdjournMeeting, SLIPS, { ...nowhere, recess: undefined }),
  say(ResumeMeeting, SLIPS, { date: undefined, there: undefined }),
  say(MoveMotion, SLIPS, {
    motionId: 'm-slip',
    movedBy: 'ann',
    amends: undefined,
    rescinds: undefined,
    appointment: undefined,
    ...nowhere,
  }),
  say(SecondMotion, SLIPS, { motionId: 'm-slip', secondedBy: 'bea', ...nowhere }),
  say(TakeProceduralMotion, SLIPS, {
    kind: 'continue',
    motionId: undefined,
    movedBy: 'ann',
    secondedBy: 'bea',
    method: 'consent',
    declared: undefined,
    asWorded: undefined,
    counts: undefined,
    votes: undefined,
    castingVote: undefined,
    ...nowhere,
  }),
  say(GiveRuling, SLIPS, { kind: 'order', motionId: undefined, personId: 'bea', ...nowhere }),
  sayThen(DissentFromRuling, SLIPS, ({ made }) => ({ rulingId: made(GiveRuling, SLIPS), people: ['bea', 'cal'] })),
  say(ConcludeMeeting, SLIPS, { abandoned: undefined }),
];

const stepOf = (type: (typeof course)[number]['type']): number => course.findIndex((one) => one.type === type);

const nothing = {
  time: undefined,
  until: undefined,
  words: undefined,
  why: undefined,
  text: undefined,
  movedBy: undefined,
  secondedBy: undefined,
  personId: undefined,
  quorate: undefined,
  outcome: undefined,
  nature: undefined,
  itemId: undefined,
  number: undefined,
  heading: undefined,
  kind: undefined,
  standingOrder: undefined,
  vote: undefined,
  people: undefined,
} as const;
const besides = <K extends keyof typeof nothing>(...said: readonly K[]) =>
  Object.fromEntries(Object.entries(nothing).filter(([field]) => !said.includes(field as K))) as Omit<typeof nothing, K>;

/** A meeting in which much was written down wrong, and put right. */
export const slips = [
  ...course,
  say(CorrectStep, SLIPS, { ...besides('time', 'until', 'why'), step: stepOf(AdjournMeeting) }),
  say(CorrectStep, SLIPS, { ...besides('time', 'words'), step: stepOf(ConcludeMeeting) }),
  say(CorrectStep, SLIPS, { ...besides('text', 'movedBy'), step: stepOf(MoveMotion), movedBy: 'cal' }),
  say(CorrectStep, SLIPS, { ...besides('secondedBy'), step: stepOf(SecondMotion), secondedBy: 'dee' }),
  say(CorrectStep, SLIPS, {
    ...besides('personId', 'itemId', 'outcome', 'nature'),
    step: stepOf(DeclareInterest),
    personId: 'cal',
    itemId: 'second',
    outcome: 'declared-and-stayed',
  }),
  say(CorrectStep, SLIPS, { ...besides('quorate', 'words'), step: stepOf(DeclareQuorum), quorate: false }),
  say(CorrectStep, SLIPS, { ...besides('number', 'heading'), step: stepOf(TakeItem), number: '2' }),
  say(CorrectStep, SLIPS, {
    ...besides('kind', 'words', 'standingOrder', 'movedBy', 'secondedBy', 'vote'),
    step: stepOf(TakeProceduralMotion),
    kind: 'adjourn',
    movedBy: 'cal',
    secondedBy: 'dee',
    vote: ROLL_CALL,
  }),
  say(CorrectStep, SLIPS, {
    ...besides('vote'),
    step: stepOf(TakeProceduralMotion),
    vote: {
      method: 'show-of-hands',
      declared: undefined,
      asWorded: undefined,
      counts: { yes: 1, no: 1, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      votes: undefined,
      castingVote: { personId: 'ann', option: 'no' },
    },
  }),
  say(CorrectStep, SLIPS, {
    ...besides('vote'),
    step: stepOf(TakeProceduralMotion),
    vote: { method: 'declared', declared: 'carried', counts: undefined, votes: undefined, castingVote: undefined },
  }),
  say(CorrectStep, SLIPS, {
    ...besides('kind', 'words', 'standingOrder', 'personId'),
    step: stepOf(GiveRuling),
    kind: 'asked-to-leave',
    personId: 'dee',
  }),
  say(CorrectStep, SLIPS, { ...besides('people'), step: stepOf(DissentFromRuling), people: ['cal', 'dee'] }),
  say(TakeItem, SLIPS, { beforeItems: undefined, itemId: 'first', number: '7' }),
  sayThen(MoveEntry, SLIPS, ({ made }) => ({ entryId: made(RecordParagraph, SLIPS), sectionId: made(TakeItem, SLIPS), ...nowhere })),
  say(TakeItem, SLIPS, { beforeItems: undefined, itemId: 'second', number: '8' }),
  say(RecordParagraph, SLIPS, { sectionId: undefined, number: '8', ...nowhere }),
  say(TakeItem, SLIPS, { beforeItems: undefined, itemId: 'first', heading: undefined, number: undefined }),
  sayThen(MoveEntry, SLIPS, ({ made }) => ({
    entryId: made(RecordParagraph, SLIPS),
    sectionId: made(TakeItem, SLIPS),
    afterParagraph: '7',
  })),
  say(StrikeStep, SLIPS, { step: stepOf(DeclareInterest) }),
];
