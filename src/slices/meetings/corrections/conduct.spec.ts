import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aProceduralMotion, person } from '../../../../test/support/a-meeting.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { minuteText } from '../document/minute-text.js';
import { minuteDecider } from '../minutes/minute.decider.js';
import { StrikeEntry } from '../minutes/minutes.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { type Ruling } from '../votes/procedure.events.js';
import { courseOf } from './course-view.js';
import { CorrectStep, StrikeStep } from './step.commands.js';
import { correctionsDecider } from './step.decider.js';
import { stepSentences } from './step.sentences.js';

const ID = 'board/2016-03-03';
type Asked = Omit<InstanceType<(typeof CorrectStep)['spec']['dto']>, 'step' | 'reason'>;
const WHY = { reason: 'Misheard' };

const begun = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null)];
const motion = (motionId: string, more: object = {}): MeetingStreamEvent[] => [
  { type: 'MotionMoved', v: 1, data: { motionId, sectionId: 's-1', text: `To agree ${motionId}`, movedBy: person('b'), ...more } },
  { type: 'MotionSeconded', v: 1, data: { motionId, secondedBy: person('c') } },
];
const seconded = { secondedBy: person('c') } as const;
const fell = (motionId: string, why: string, after: string): MeetingStreamEvent => ({
  type: 'MotionFell',
  v: 1,
  data: { motionId, why, after },
});
const ruling = (more: Partial<Ruling> = {}): MeetingStreamEvent => ({
  type: 'RulingGiven',
  v: 1,
  data: { rulingId: 'u-1', kind: 'not-competent', by: person('a'), words: 'it rescinds', sectionId: 's-1', motionId: 'm-1', ...more },
});
const passed = aProceduralMotion({ kind: 'next-business', words: 'the meeting pass to the next business', ...seconded });
const LEFT = 'the meeting passed to the next business';
const NOT_COMPETENT = 'it was ruled not competent';

const stepOf = (events: readonly MeetingStreamEvent[], type: string): number => events.findIndex((event) => event.type === type);
const correct = (events: readonly MeetingStreamEvent[], type: string, asked: Asked) =>
  given(meetingHistory, events).when(
    correctionsDecider,
    ask(CorrectStep, ID, { step: stepOf(events, type), ...asked, ...WHY }, { facts: {} }),
  );
const strike = (events: readonly MeetingStreamEvent[], type: string) =>
  given(meetingHistory, events).when(correctionsDecider, ask(StrikeStep, ID, { step: stepOf(events, type), ...WHY }, { facts: {} }));
const statuses = ({ motions }: Meeting): Readonly<Record<string, string>> =>
  Object.fromEntries(motions.map(({ motionId, status }) => [motionId, status]));

describe('a procedural motion', () => {
  const closure = [...begun, ...motion('m-1'), aProceduralMotion({ ...seconded, motionId: 'm-1' })];

  it('is put right in its words, its standing order and its people, as though it had been rightly recorded', () => {
    const put = correct(closure, 'ProceduralMotionTaken', { standingOrder: 'Standing Order 14', movedBy: 'd', secondedBy: 'e' });
    put.thenState((meeting) => {
      const right = folded(meetingHistory, [
        ...closure.slice(0, -1),
        aProceduralMotion({ motionId: 'm-1', movedBy: person('d'), secondedBy: person('e'), standingOrder: 'Standing Order 14' }),
      ]);
      expect(meeting.procedures).toEqual(right.procedures);
      expect(minuteText(meeting)).toBe(minuteText(right));
    });
    put.thenAccepted(([event]) =>
      expect(event).toMatchObject({
        data: {
          of: 'ProceduralMotionTaken',
          entryId: 'y-1',
          was: { movedBy: person('b'), secondedBy: person('c') },
          now: { standingOrder: 'Standing Order 14', movedBy: person('d'), secondedBy: person('e') },
          ...WHY,
        },
      }),
    );
  });

  it('is counted anew by the share that what it asks for needs', () =>
    correct(closure, 'ProceduralMotionTaken', { kind: 'suspend-standing-order', standingOrder: 'Standing Order 21' }).thenState(
      ({ procedures: [one] }) => {
        expect(one).toMatchObject({ words: 'Standing Order 21 be suspended', needs: { share: { numerator: 2, denominator: 3 } } });
        expect(one!.vote).toMatchObject({ counts: { yes: 3, no: 2 }, result: 'not-carried' });
      },
    ));

  it('has another vote, judged as the first was, with the field that is wrong named', () => {
    const vote = (yes: number, no: number) => ({ vote: { method: 'show-of-hands', counts: { yes, no } } }) as const;
    correct(closure, 'ProceduralMotionTaken', vote(2, 3)).thenState(({ procedures: [one] }) =>
      expect(one!.vote.result).toBe('not-carried'),
    );
    correct(closure, 'ProceduralMotionTaken', vote(7, 0)).thenRefused('vote.too-many', { field: 'vote.counts' });
  });

  it('is not seconded by its mover, nor of a kind that only a ruling has', () => {
    correct(closure, 'ProceduralMotionTaken', { movedBy: 'c' }).thenRefused('procedure.not-seconded', { field: 'movedBy' });
    correct(closure, 'ProceduralMotionTaken', { kind: 'urgent' }).thenRefused('step.kind-not-of-it', { field: 'kind' });
    correct(closure, 'ProceduralMotionTaken', { personId: 'c' }).thenRefused('step.field-not-of-it', { field: 'personId' });
    correct(closure, 'ProceduralMotionTaken', { kind: 'suspend-standing-order' }).thenRefused('procedure.which-standing-order');
  });

  it('that did not pass to the next business leaves nothing behind; one that did leaves it right after itself', () => {
    const taken = [...begun, ...motion('m-1'), passed, fell('m-1', LEFT, 'y-1')];
    correct(taken, 'ProceduralMotionTaken', { vote: { method: 'show-of-hands', counts: { yes: 2, no: 3 } } }).thenState((meeting) =>
      expect(statuses(meeting)).toEqual({ 'm-1': 'moved' }),
    );
    correct(closure, 'ProceduralMotionTaken', { kind: 'next-business' }).thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ 'm-1': 'fallen' });
      expect(minuteText(meeting)).toContain(`fell: ${LEFT}`);
    });
  });

  it('leaves nothing behind that was decided since', () =>
    correct([...closure, { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } }], 'ProceduralMotionTaken', {
      kind: 'next-business',
    }).thenRefused('step.decided-since', { detail: { motionId: 'm-1', status: 'withdrawn' } }));

  it('is struck with the falls by it, and stays in the record as a place; a step of it is no more', () => {
    const taken = [...begun, ...motion('m-1'), passed, fell('m-1', LEFT, 'y-1')];
    const step = stepOf(taken, 'ProceduralMotionTaken');
    const struck = strike(taken, 'ProceduralMotionTaken');
    struck.thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ 'm-1': 'moved' });
      expect(minuteText(meeting)).not.toContain('PROCEDURAL');
      expect(courseOf(meeting, { exempt: true }).struck).toMatchObject([
        { of: 'MotionFell' },
        { of: 'ProceduralMotionTaken', step, ...WHY },
      ]);
    });
    struck.and(correctionsDecider, ask(StrikeStep, ID, { step, ...WHY }, { facts: {} })).thenRefused('step.unknown');
    given(meetingHistory, taken)
      .when(minuteDecider, ask(StrikeEntry, ID, { entryId: 'y-1', ...WHY }))
      .thenState((meeting) => expect(statuses(meeting)).toEqual({ 'm-1': 'moved' }));
  });

  it('on whose loss a decision rests stays lost', () => {
    const lost = aProceduralMotion(
      { ...seconded, kind: 'adjourn' },
      { result: 'not-carried', counts: { yes: 2, no: 3, abstain: 0, absent: 0, notVoting: 0, paired: 0 } },
    );
    const decided = [...begun, lost, aDecision('d-1', { onLossOf: 'y-1', after: 'y-1' })];
    strike(decided, 'ProceduralMotionTaken').thenRefused('step.decision-rests-on-loss', { detail: { decisionId: 'd-1' } });
    correct(decided, 'ProceduralMotionTaken', { vote: { method: 'consent' } }).thenRefused('step.decision-rests-on-loss');
  });
});

describe('a ruling', () => {
  const amended = [...motion('m-1'), ...motion('m-2', { amends: 'm-1' })];
  const ruledOut = [
    ...begun,
    ...amended,
    ruling(),
    fell('m-1', NOT_COMPETENT, 'u-1'),
    fell('m-2', 'what it amends was ruled not competent', 'u-1'),
  ];

  it('that found a motion competent leaves it and its amendments open', () =>
    correct(ruledOut, 'RulingGiven', { kind: 'competent', words: 'it is in order' }).thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ 'm-1': 'moved', 'm-2': 'moved' });
      expect(minuteText(meeting)).toContain('competent: it is in order');
    }));

  it('that is struck leaves the motion to what was ruled or carried after it', () => {
    const later = [...ruledOut, passed];
    strike(later, 'RulingGiven').thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ 'm-1': 'fallen', 'm-2': 'fallen' });
      expect(minuteText(meeting)).toContain(`fell: ${LEFT}`);
      expect(minuteText(meeting)).not.toContain('RULING');
    });
  });

  it('is about somebody only where it may be, and says whom it asks to leave', () => {
    const order = [...begun, ruling({ kind: 'order', motionId: undefined, person: person('d') })];
    correct(order, 'RulingGiven', { personId: 'e' }).thenState(({ rulings: [one] }) => expect(one!.person).toEqual(person('e')));
    correct(order, 'RulingGiven', { kind: 'urgent' }).thenState(({ rulings: [one] }) => expect(one).not.toHaveProperty('person'));
    correct([...begun, ruling()], 'RulingGiven', { personId: 'e' }).thenRefused('step.field-not-of-it', { field: 'personId' });
    correct([...begun, ruling({ kind: 'other' })], 'RulingGiven', { kind: 'asked-to-leave' }).thenRefused('ruling.whom', {
      field: 'personId',
    });
    correct(order, 'RulingGiven', { personId: 'zed' }).thenRefused('attendance.not-recorded', { field: 'personId' });
    correct(order, 'RulingGiven', { kind: 'closure' }).thenRefused('step.kind-not-of-it', { field: 'kind' });
  });

  it('was given by whoever presided, also where somebody else is found to have', () => {
    const chaired = [...begun, ruling({ kind: 'urgent', words: 'the roof' })];
    correct(chaired, 'ChairTaken', { personId: 'b' }).thenState((meeting) => {
      expect(meeting.rulings[0]!.by).toEqual(person('b'));
      expect(minuteText(meeting)).toContain('Councillor B, in the chair, ruled');
    });
    strike(chaired, 'ChairTaken').thenRefused('step.ruling-given', { detail: { rulingId: 'u-1' } });
  });

  it('keeps its motion from being struck', () => {
    strike([...begun, ...motion('m-1'), ruling()], 'MotionMoved').thenRefused('step.motion-ruled-on', { field: 'step' });
    strike([...begun, ...motion('m-1'), aProceduralMotion({ ...seconded, motionId: 'm-1' })], 'MotionMoved').thenRefused(
      'step.motion-ruled-on',
    );
  });

  it('is dissented from by others, or by nobody', () => {
    const dissented: MeetingStreamEvent = { type: 'RulingDissented', v: 1, data: { rulingId: 'u-1', people: [person('b'), person('c')] } };
    const events = [...begun, ruling({ kind: 'urgent' }), dissented];
    correct(events, 'RulingDissented', { people: ['c', 'd'] }).thenState(({ rulings: [one] }) =>
      expect(one!.dissents).toEqual([person('c'), person('d')]),
    );
    correct(events, 'RulingDissented', { people: ['d', 'd'] }).thenRefused('ruling.dissented-already', { field: 'people.1' });
    correct(events, 'RulingDissented', { people: ['zed'] }).thenRefused('motion.not-in-room', { field: 'people.0' });
    strike(events, 'RulingDissented').thenState(({ rulings: [one] }) => expect(one!.dissents).toEqual([]));
  });

  it('is told in the history with what it said and what it says', () => {
    const told = (events: readonly MeetingStreamEvent[], type: string, asked: Asked): string => {
      const { decision } = correct(events, type, asked);
      const [event] = decision.accepted ? decision.events : [];
      return stepSentences.StepCorrected((event as Extract<MeetingStreamEvent, { type: 'StepCorrected' }>).data);
    };
    expect(told([...begun, ruling()], 'RulingGiven', { standingOrder: 'Standing Order 9', words: 'it is late' })).toBe(
      'Ruling of u-1 corrected: Misheard: words “it is late”, under Standing Order 9; before: words “it rescinds”',
    );
    expect(told([...begun, passed], 'ProceduralMotionTaken', { vote: { method: 'consent' } })).toMatch(
      /vote agreed without a vote.*; before: .*vote by show of hands 3 for, 2 against/,
    );
    const order = [...begun, ruling({ kind: 'order', person: person('d') })];
    expect(told(order, 'RulingGiven', { kind: 'competent' })).toContain('kind competent, person nobody; before');
  });
});
