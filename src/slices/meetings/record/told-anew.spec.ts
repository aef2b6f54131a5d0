import { describe, expect, it } from '@jest/globals';
import {
  aDecision,
  aDivision,
  anElection,
  anItem,
  anOpenMeeting,
  aParagraph,
  aProceduralMotion,
  aVote,
  person,
} from '../../../../test/support/a-meeting.js';
import { CLERK, folded, recorded, SPEC_INSTANT } from '../../../../test/support/decider-spec.js';
import { type StepEvent, type StepKind, type StepSaid } from '../events/step.events.js';
import { meetingHistory, type MeetingStreamEvent } from './meeting.history.js';
import { isStep, saidIn, sectionOfTold, toldAnew } from './told-anew.js';

const opened = anOpenMeeting();
const told = (events: readonly MeetingStreamEvent[]) => events.map((event, revision) => recorded(event, revision));
const strike = (step: number, of: StepKind): StepEvent => ({ type: 'StepStruck', v: 1, data: { step, of, was: {}, reason: 'x' } });
const correct = (step: number, of: StepKind, now: StepSaid): StepEvent => ({
  type: 'StepCorrected',
  v: 1,
  data: { step, of, was: {}, now, reason: 'x' },
});
const bare = ({ type, data }: MeetingStreamEvent) => ({ type, data });
/** What the events say once one of them is struck or put right. */
const anew = (events: readonly MeetingStreamEvent[], correction: StepEvent) =>
  toldAnew(told(events), recorded(correction, events.length)).map(({ type, data }) => ({ type, data }));
const left = (after: string | null, sectionId?: string): MeetingStreamEvent => ({
  type: 'MemberLeft',
  v: 1,
  data: { person: person('e'), after, ...(sectionId !== undefined && { sectionId }) },
});
const moved = (motionId: string, sectionId = 's-1'): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId, sectionId, text: 'That', movedBy: person('b') },
});

/** An entry of each kind, `x` in one section after `y` of the same kind in another. */
const entry = (id: string, sectionId: string, after: string | null): readonly MeetingStreamEvent[] => [
  { ...aParagraph(sectionId, id, after) },
  aDecision(`d-${id}`, { sectionId, after }),
  aVote({ voteId: `v-${id}`, sectionId }),
  { type: 'DivisionTaken', v: 1, data: aDivision({ divisionId: `w-${id}`, sectionId }) },
  {
    type: 'ActionAgreed',
    v: 1,
    data: { actionId: `a-${id}`, sectionId, paragraphId: null, people: [person('b')], others: [], words: 'Write.', after },
  },
  {
    type: 'HearingRecorded',
    v: 1,
    data: { hearingId: `h-${id}`, kind: 'petition', name: 'E', subject: 'the park', heard: true, sectionId, after },
  },
  aProceduralMotion({ procedureId: `y-${id}`, sectionId }),
  { type: 'RulingGiven', v: 1, data: { rulingId: `u-${id}`, kind: 'order', by: person('a'), words: 'No.', sectionId } },
  anElection({ electionId: `e-${id}`, sectionId }),
  {
    type: 'ElectionRoundTaken',
    v: 1,
    data: {
      electionId: 'e-0',
      sectionId,
      round: { roundId: `r-${id}`, method: 'ballot', candidates: [], counts: [], votes: [], entitled: [] },
      elected: [],
      outcome: 'undecided',
    } as never,
  },
  {
    type: 'AnnotationRecorded',
    v: 1,
    data: { annotationId: `n-${id}`, heading: 'NOTE', text: 'x', sectionId, after },
  },
];
const KINDS = entry('x', 's-1', null).map(({ type }, index) => [type, index, 'pdvwahyuern'[index]!] as const);

describe('an item struck as taken in error', () => {
  const first = anItem('1');
  const second = anItem('2');

  it.each(KINDS)('leaves what happened in it to the item before, which had begun where %s is of it', (_type, index, letter) => {
    const id = `${letter}-x`;
    const one = entry('x', 's-1', null)[index]!;
    const other = entry('y', 's-0', null)[index]!;
    expect(anew([first, other, one, second, left(id, 's-2')], strike(3, 'ItemTaken')).at(-1)).toEqual(bare(left(id)));
    const elsewhere = entry('x', 's-0', null)[index]!;
    const there = entry('y', 's-1', null)[index]!;
    expect(anew([first, there, elsewhere, second, left(id, 's-2')], strike(3, 'ItemTaken')).at(-1)).toEqual(bare(left(id, 's-1')));
  });

  it('leaves to no item what happened in it where it was the first, also after business before the first', () => {
    expect(anew([first, left(null, 's-1')], strike(0, 'ItemTaken'))).toEqual([bare(left(null))]);
    const before = aProceduralMotion({ sectionId: null });
    expect(anew([before, first, left('y-1', 's-1')], strike(1, 'ItemTaken')).at(-1)).toEqual(bare(left('y-1')));
  });

  it('leaves alone what happened in another item, and all where the meeting had taken it before', () => {
    const other = left('p-1', 's-1');
    const paragraph = aParagraph('s-1', '1', null);
    expect(anew([first, paragraph, other, second, left('p-1')], strike(3, 'ItemTaken'))).toEqual(
      [first, paragraph, other, left('p-1')].map(bare),
    );
    const again = [first, paragraph, second, left('p-1', 's-2'), second, left('p-1', 's-2')];
    expect(anew(again, strike(4, 'ItemTaken'))).toEqual(again.toSpliced(4, 1).map(bare));
  });

  it('has the last item before it go on, not the first of the meeting', () =>
    expect(anew([first, aParagraph('s-1', '1', null), second, anItem('3'), left('p-1', 's-3')], strike(3, 'ItemTaken')).at(-1)).toEqual(
      bare(left('p-1', 's-2')),
    ));
});

describe('an item put right', () => {
  const again = anItem('1');
  const decided = aDecision('d-1', {});
  const elsewhere = aDecision('d-2', { sectionId: 's-2', sectionHeading: 'ITEM 2' });
  const events = [anItem('1'), decided, anItem('2'), elsewhere, again];

  it('has its new heading over its decisions and wherever it is taken up again, and its number kept', () =>
    expect(anew(events, correct(0, 'ItemTaken', { heading: 'MINUTE' })).map(({ data }) => data)).toMatchObject([
      { number: '1', heading: 'MINUTE' },
      { sectionHeading: 'MINUTE' },
      { number: '2', heading: 'ITEM 2' },
      { sectionHeading: 'ITEM 2' },
      { number: '1', heading: 'MINUTE' },
    ]));

  it('has its new number wherever it is taken up again, and its heading kept', () =>
    expect(anew(events, correct(0, 'ItemTaken', { number: '7' })).map(({ data }) => data)).toMatchObject([
      { number: '7', heading: 'ITEM 1' },
      { sectionHeading: 'ITEM 1' },
      { number: '2' },
      { sectionHeading: 'ITEM 2' },
      { number: '7', heading: 'ITEM 1' },
    ]));
});

describe('a step put right', () => {
  it('says why a motion fell by its own word, and of everything else the reason', () => {
    const fell: MeetingStreamEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'no seconder' } };
    const withdrawn: MeetingStreamEvent = { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1', reason: 'By leave' } };
    expect(anew([fell], correct(0, 'MotionFell', { why: 'nobody seconded' }))).toEqual([
      { type: 'MotionFell', data: { motionId: 'm-1', why: 'nobody seconded' } },
    ]);
    expect(anew([withdrawn], correct(0, 'MotionWithdrawn', { why: 'With consent' }))).toEqual([
      { type: 'MotionWithdrawn', data: { motionId: 'm-1', reason: 'With consent' } },
    ]);
    expect(saidOf(fell)).toEqual({ why: 'no seconder' });
    expect(saidOf(withdrawn)).toEqual({ why: 'By leave' });
    expect(anew([withdrawn], correct(0, 'MotionWithdrawn', {}))).toEqual([bare(withdrawn)]);
  });

  it('changes nothing where the event is not among those told, or is none of the course', () => {
    const events = [anItem('1'), aParagraph('s-1', '1', null)];
    for (const step of [1, 7]) expect(anew(events, strike(step, 'ItemTaken'))).toEqual(events.map(bare));
  });

  it('takes with a motion whatever was recorded of it, and nothing else', () => {
    const other = aVote({ voteId: 'v-2', motionId: 'm-2' });
    const events = [moved('m-1'), moved('m-2'), aParagraph('s-1', '1', null), aVote(), other];
    expect(anew(events, strike(0, 'MotionMoved'))).toEqual([events[1]!, events[2]!, other].map(bare));
  });
});

const saidOf = (event: MeetingStreamEvent) => {
  const [one] = told([event]);
  return one && isStep(one) ? saidIn(one) : undefined;
};

describe('what was put right', () => {
  const held = [
    ...opened,
    anItem('1'),
    aParagraph('s-1', '1', null),
    moved('m-0', 's-0'),
    moved('m-1'),
    aDecision('d-0', { sectionId: 's-0', after: 'p-1' }),
    aDecision('d-1', { after: 'd-0' }),
  ] satisfies MeetingStreamEvent[];
  const meeting = folded(meetingHistory, held);
  const sectionOf = (event: MeetingStreamEvent): string | undefined => {
    const [one] = told([event]);
    return one && isStep(one) ? sectionOfTold(meeting, one) : 'no step';
  };

  it('belongs to the section that the event names, or its motion, its decision or the entry before it stands in', () => {
    expect(sectionOf(moved('m-9', 's-4'))).toBe('s-4');
    expect(sectionOf({ type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } })).toBe('s-1');
    expect(sectionOf({ type: 'DissentRecorded', v: 1, data: { person: person('e'), motionId: 'm-1' } })).toBe('s-1');
    expect(sectionOf({ type: 'DissentRecorded', v: 1, data: { person: person('e'), decisionId: 'd-1' } })).toBe('s-1');
    expect(sectionOf({ type: 'MeetingContinuedInformally', v: 1, data: { words: 'On', after: 'd-1' } })).toBe('s-1');
    expect(sectionOf({ type: 'MeetingContinuedInformally', v: 1, data: { words: 'On', after: 'd-0' } })).toBe('s-0');
    expect(sectionOf({ type: 'MeetingContinuedInformally', v: 1, data: { words: 'On', after: null } })).toBeUndefined();
    expect(sectionOf({ type: 'MeetingConcluded', v: 1, data: { time: '16:15' } })).toBeUndefined();
  });

  it('is kept with what was said, what should have been, by whom, when and why', () => {
    const chair = opened.length - 1;
    const righted: StepEvent = {
      type: 'StepCorrected',
      v: 1,
      data: { step: chair, of: 'ChairTaken', was: { why: 'Chair' }, now: { why: 'Vice-chair' }, reason: 'A slip' },
    };
    const item = opened.length;
    const struck: StepEvent = {
      type: 'StepStruck',
      v: 1,
      data: { step: item, of: 'ItemTaken', was: { number: '1' }, reason: 'Not taken' },
    };
    const kept = { at: SPEC_INSTANT, by: CLERK };
    expect(folded(meetingHistory, [...opened, anItem('1'), righted, struck] as MeetingStreamEvent[]).putRight).toEqual([
      { step: chair, of: 'ChairTaken', was: { why: 'Chair' }, now: { why: 'Vice-chair' }, reason: 'A slip', ...kept },
      { step: item, of: 'ItemTaken', was: { number: '1' }, now: null, reason: 'Not taken', ...kept, sectionId: 's-1' },
    ]);
    const unknown: StepEvent = { type: 'StepStruck', v: 1, data: { step: 0, of: 'ItemTaken', was: {}, reason: 'x' } };
    expect(folded(meetingHistory, [...opened, unknown] as MeetingStreamEvent[]).putRight).toEqual([]);
  });
});
