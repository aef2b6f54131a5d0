import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aVote, concluded, person } from '../../../../test/support/a-meeting.js';
import { ask, folded, given } from '../../../../test/support/decider-spec.js';
import { minuteText } from '../document/minute-text.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { quorumTimeline } from '../as-it-stands/views/quorum/quorum-timeline.js';
import { courseOf } from './course-view.js';
import { CorrectStep, StrikeStep } from './step.commands.js';
import { correctionsDecider } from './step.decider.js';
import { stepSentences } from './step.sentences.js';

const ID = 'board/2016-03-03';
type Asked = Omit<InstanceType<(typeof CorrectStep)['spec']['dto']>, 'step' | 'reason'>;
const WHY = { reason: 'A slip of the pen' };

const chair = (who: string, after: string | null): MeetingStreamEvent => ({
  type: 'ChairTaken',
  v: 1,
  data: { person: person(who), reason: 'Chosen', after },
});
const moved = (more: object = {}): MeetingStreamEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId: 'm-1', sectionId: 's-1', text: 'To agree', movedBy: person('b'), ...more },
});
const seconded: MeetingStreamEvent = { type: 'MotionSeconded', v: 1, data: { motionId: 'm-1', secondedBy: person('c') } };
const withdrawn: MeetingStreamEvent = { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1', reason: 'Content' } };
const interest = (who: string, itemId = 's-1'): MeetingStreamEvent => ({
  type: 'InterestDeclared',
  v: 1,
  data: { person: person(who), itemId, outcome: 'declared-and-withdrew', nature: 'A director', after: null },
});
const adjourned = (time: string, after: string | null): MeetingStreamEvent => ({
  type: 'MeetingAdjourned',
  v: 1,
  data: { reason: 'For lunch', time, after },
});
const resumed = (time: string, after: string | null): MeetingStreamEvent => ({ type: 'MeetingResumed', v: 1, data: { time, after } });
const lost = (words: string, quorate: boolean): MeetingStreamEvent => ({
  type: 'QuorumDeclared',
  v: 1,
  data: { quorate, words, after: 'p-1' },
});

/** The meeting before its first item has 8 events: the first item is step 8. */
const begun = [...anOpenMeeting(), anItem('1'), aParagraph('s-1', '1', null)];
const FIRST_ITEM = anOpenMeeting().length;

const stepOf = (events: readonly MeetingStreamEvent[], type: string, nth = 0): number =>
  events.flatMap((event, index) => (event.type === type ? [index] : []))[nth] ?? -1;

const correct = (events: readonly MeetingStreamEvent[], type: string, asked: Asked) =>
  given(meetingHistory, events).when(
    correctionsDecider,
    ask(CorrectStep, ID, { step: stepOf(events, type), ...asked, ...WHY }, { facts: {} }),
  );
const strike = (events: readonly MeetingStreamEvent[], type: string, nth = 0) =>
  given(meetingHistory, events).when(correctionsDecider, ask(StrikeStep, ID, { step: stepOf(events, type, nth), ...WHY }, { facts: {} }));

/** The meeting put right, and the same rightly recorded from the start, in all that is derived from them. */
function isAs(slipped: readonly MeetingStreamEvent[], put: ReturnType<typeof correct>, right: readonly MeetingStreamEvent[]): void {
  if (!put.decision.accepted) throw new Error(JSON.stringify(put.decision));
  const as = (meeting: Meeting) => {
    const { told: _told, putRight: _putRight, ...state } = meeting;
    return { state, minute: minuteText(meeting), timeline: quorumTimeline(meeting) };
  };
  expect(as(folded(meetingHistory, [...slipped, ...(put.decision.events as MeetingStreamEvent[])]))).toEqual(
    as(folded(meetingHistory, right)),
  );
}

describe('a step of the course', () => {
  it.each([
    ['MeetingOpened', { time: '14:00' }],
    ['MeetingAdjourned', { time: '12:35', until: '2 p.m.', why: 'For want of light' }],
    ['MeetingResumed', { time: '14:05' }],
    ['MeetingConcluded', { time: '16:20', words: 'The meeting ended at 4.20 p.m.' }],
    ['ItemTaken', { heading: 'THE RIGHT HEADING' }],
    ['ItemTaken', { number: '3' }],
    ['MotionMoved', { text: 'To agree with thanks', movedBy: 'd' }],
    ['MotionSeconded', { secondedBy: 'd' }],
    ['ChairTaken', { personId: 'b', why: 'Chosen', words: 'B presided.' }],
    ['InterestDeclared', { personId: 'd', outcome: 'connection-only' as const, nature: 'A cousin' }],
    ['QuorumDeclared', { quorate: false, words: 'No quorum.' }],
  ])('is put right: %s', (type, asked) => {
    const events = [
      ...begun,
      adjourned('12:30', 'p-1'),
      resumed('14:00', 'p-1'),
      interest('e'),
      lost('A quorum.', true),
      moved(),
      seconded,
      aVote(),
      concluded,
    ];
    const put = correct(events, type, asked);
    const { personId, movedBy, secondedBy, why, ...plain } = asked as Asked;
    const data = {
      ...plain,
      ...(personId !== undefined && { person: person(personId) }),
      ...(movedBy !== undefined && { movedBy: person(movedBy) }),
      ...(secondedBy !== undefined && { secondedBy: person(secondedBy) }),
      ...(why !== undefined && { reason: why }),
    };
    const right = events.map((event, index) =>
      index === stepOf(events, type) ? ({ ...event, data: { ...event.data, ...data } } as MeetingStreamEvent) : event,
    );
    const numbered = right.map((event) =>
      'number' in asked && event.type === 'ParagraphRecorded' ? { ...event, data: { ...event.data, number: '3' } } : event,
    );
    isAs(events, put, numbered);
  });

  it.each(['MeetingConcluded', 'QuorumDeclared', 'InterestDeclared', 'ChairTaken', 'MotionSeconded'])('is struck: %s', (type) => {
    const events = [...begun, interest('e'), lost('No quorum.', false), moved(), seconded, concluded];
    isAs(events, strike(events, type), events.toSpliced(stepOf(events, type), 1));
  });

  it('keeps what was said first, and why it was put right', () =>
    correct([...begun, concluded], 'MeetingConcluded', { time: '16:20' }).then({
      type: 'StepCorrected',
      v: 1,
      data: { step: begun.length, of: 'MeetingConcluded', was: { time: '16:15' }, now: { time: '16:20' }, ...WHY },
    }));

  it('is told in the history with both', () => {
    const { decision } = correct([...begun, moved()], 'MotionMoved', { text: 'To refuse' });
    const [event] = decision.accepted ? decision.events : [];
    expect(stepSentences.StepCorrected((event as Extract<MeetingStreamEvent, { type: 'StepCorrected' }>).data)).toBe(
      'Moving of m-1 corrected: A slip of the pen: text “To refuse”; before: text “To agree”',
    );
  });

  it('is refused a field it does not have, a change that changes nothing, and an event that is no such step', () => {
    correct(begun, 'MeetingOpened', { text: 'x' }).thenRefused('step.field-not-of-it', { field: 'text' });
    correct(begun, 'ItemTaken', { heading: 'ITEM 1' }).thenRefused('meeting.nothing-changed');
    correct(begun, 'ParagraphRecorded', { text: 'x' }).thenRefused('step.unknown', { field: 'step' });
    correct(begun, 'Nothing', { text: 'x' }).thenRefused('step.unknown', { field: 'step' });
    strike(begun, 'MeetingOpened').thenRefused('step.opening-stands', { field: 'step' });
  });

  it('may be put right again, and struck after that', () => {
    const events = [...begun, interest('e')];
    const once = correct(events, 'InterestDeclared', { personId: 'd' });
    const step = stepOf(events, 'InterestDeclared');
    once
      .and(correctionsDecider, ask(CorrectStep, ID, { step, personId: 'c', ...WHY }, { facts: {} }))
      .thenAccepted((recorded) =>
        expect(recorded[0]).toMatchObject({ data: { was: { person: person('d') }, now: { person: person('c') } } }),
      );
    once.and(correctionsDecider, ask(StrikeStep, ID, { step, ...WHY }, { facts: {} })).thenAccepted();
  });

  it('is listed with what can be put right in it, as it is told now', () => {
    const { state } = given(meetingHistory, [...begun, moved()]);
    expect(courseOf(state, { exempt: true }).steps.at(-1)).toEqual({
      step: begun.length,
      of: 'MotionMoved',
      motionId: 'm-1',
      section: { sectionId: 's-1', number: '1', heading: 'ITEM 1' },
      said: { text: 'To agree', movedBy: person('b') },
      fields: ['text', 'movedBy'],
      canBeStruck: true,
      corrections: [],
    });
  });
});

describe('an interest of the wrong person', () => {
  it('is struck, and the decision taken without a quorum for it stands', () => {
    const without = { quorate: false, present: 2, of: 5, needed: 3, explanation: '', declared: false };
    const events = [...begun, interest('c'), interest('d'), interest('e'), aDecision('d-1', { standing: 'informal', quorum: without })];
    strike(events, 'InterestDeclared').thenAccepted(([struck, found]) => {
      expect(struck).toMatchObject({ type: 'StepStruck', data: { was: { person: person('c'), nature: 'A director' } } });
      expect(found).toMatchObject({ type: 'DecisionStandingFound', data: { decisionId: 'd-1', standing: 'quorate' } });
    });
  });

  it('is not given to somebody who voted on the item, with the vote named', () => {
    const votes = [{ person: person('b'), option: 'yes', weight: 1, role: 'member' } as const];
    const events = [
      ...begun,
      interest('e'),
      moved(),
      seconded,
      aVote({ method: 'roll-call', votes, counts: { yes: 1, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 } }),
    ];
    correct(events, 'InterestDeclared', { personId: 'b' }).thenRefused('attendance.voted', {
      detail: { voteId: 'v-1', motionId: 'm-1', people: ['Councillor B'] },
    });
  });

  it('is not given to somebody who did not attend', () =>
    correct([...begun, interest('e')], 'InterestDeclared', { personId: 'zed' }).thenRefused('attendance.not-recorded', {
      field: 'personId',
    }));
});

describe('a motion', () => {
  it('is not moved by its seconder, nor by somebody who was not there', () => {
    const events = [...begun, moved(), seconded];
    correct(events, 'MotionMoved', { movedBy: 'c' }).thenRefused('motion.seconded-by-mover', { field: 'movedBy' });
    correct(events, 'MotionSeconded', { secondedBy: 'b' }).thenRefused('motion.seconded-by-mover', { field: 'secondedBy' });
    correct([...anOpenMeeting({ present: ['a', 'b', 'c'] }), anItem('1'), moved()], 'MotionMoved', { movedBy: 'd' }).thenRefused(
      'motion.not-in-room',
      {
        field: 'movedBy',
      },
    );
  });

  it('may be said to be moved by somebody who left before anything was written down', () => {
    const left: MeetingStreamEvent = { type: 'MemberLeft', v: 1, data: { person: person('d'), after: 'p-1' } };
    correct([...begun, moved(), left], 'MotionMoved', { movedBy: 'd' }).thenAccepted();
  });

  it('is struck with whatever was recorded of it, but not once it was voted on or amended', () => {
    const events = [...begun, moved(), seconded, withdrawn];
    isAs(events, strike(events, 'MotionMoved'), begun);
    strike([...begun, moved(), seconded, aVote()], 'MotionMoved').thenRefused('step.motion-voted', { field: 'step' });
    strike([...begun, moved(), seconded, aVote()], 'MotionSeconded').thenRefused('step.motion-voted', { field: 'step' });
    strike([...begun, moved(), moved({ motionId: 'm-2', amends: 'm-1' })], 'MotionMoved').thenRefused('step.motion-amended', {
      detail: { amendment: 'm-2' },
    });
  });

  it('that was not withdrawn is before the meeting again, with the amendments that fell with it', () => {
    const amendment = moved({ motionId: 'm-2', amends: 'm-1' });
    const fell = {
      type: 'MotionFell',
      v: 1,
      data: { motionId: 'm-2', why: 'what it amends was withdrawn' },
      commandId: 'c-1',
    } as MeetingStreamEvent;
    const events = [...begun, moved(), seconded, amendment, fell, { ...withdrawn, commandId: 'c-1' } as MeetingStreamEvent];
    const put = strike(events, 'MotionWithdrawn');
    isAs(events, put, events.slice(0, -2));
    put.thenAccepted((struck) =>
      expect(struck).toMatchObject([
        { data: { motionStatus: 'moved', motionId: 'm-2' } },
        { data: { motionStatus: 'moved', motionId: 'm-1' } },
      ]),
    );
  });

  it('that amends one that was decided since stays fallen', () => {
    const onLoss = aDecision('d-1', { after: 'p-1', onLossOf: 'm-1' });
    const alone: MeetingStreamEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'no seconder' } };
    for (const step of ['MotionFell', 'MotionMoved'])
      strike([...begun, moved(), alone, onLoss], step).thenRefused('step.decision-rests-on-loss', { detail: { decisionId: 'd-1' } });
    const fell: MeetingStreamEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm-2', why: 'nobody seconded it' } };
    strike([...begun, moved(), seconded, moved({ motionId: 'm-2', amends: 'm-1' }), fell, aVote()], 'MotionFell').thenRefused(
      'step.what-it-amends-decided',
      { field: 'step' },
    );
  });
});

describe('who took the chair', () => {
  it('is somebody who may preside there', () =>
    correct([...anOpenMeeting({ present: ['a', 'b', 'c'] }), anItem('1')], 'ChairTaken', { personId: 'd' }).thenRefused(
      'attendance.not-recorded',
      {
        field: 'personId',
      },
    ));

  it('is not changed from under a casting vote', () => {
    const cast = aVote({ castingVote: { person: person('a'), option: 'yes' }, decidedBy: 'casting-vote' });
    const events = [...begun, moved(), seconded, cast];
    correct(events, 'ChairTaken', { personId: 'b' }).thenRefused('step.casting-vote-given', {
      field: 'step',
      detail: { voteId: 'v-1', person: 'Councillor A' },
    });
    strike(events, 'ChairTaken').thenRefused('step.casting-vote-given');
    strike([...events, chair('b', 'v-1')], 'ChairTaken', 1).thenAccepted();
  });
});

describe('an item taken in error', () => {
  const left = (after: string, more: object): MeetingStreamEvent => ({
    type: 'MemberLeft',
    v: 1,
    data: { person: person('e'), after, ...more },
  });

  it('is struck, and whoever left while it was in hand left in the item before it', () => {
    const events = [...begun, anItem('2'), left('p-1', { sectionId: 's-2' })];
    isAs(events, strike(events, 'ItemTaken', 1), [...begun, left('p-1', {})]);
    const unbegun = [...begun, anItem('3'), anItem('2'), left('p-1', { sectionId: 's-2' })];
    isAs(unbegun, strike(unbegun, 'ItemTaken', 2), [...begun, anItem('3'), left('p-1', { sectionId: 's-3' })]);
  });

  it('is not struck once something is recorded of it; coming back to an item is', () => {
    strike(begun, 'ItemTaken').thenRefused('step.item-begun', { field: 'step', detail: { entries: ['p-1'] } });
    const events = [...begun, anItem('2'), aParagraph('s-2', '2', 'p-1'), anItem('1')];
    isAs(events, strike(events, 'ItemTaken', 2), events.slice(0, -1));
    expect(stepOf(events, 'ItemTaken')).toBe(FIRST_ITEM);
  });

  it('keeps its number to itself', () =>
    correct([...begun, anItem('2')], 'ItemTaken', { number: '2' }).thenRefused('section.number-taken', { field: 'number' }));

  it('gives its heading to its decisions', () => {
    const events = [...begun, aDecision('d-1', {})];
    correct(events, 'ItemTaken', { heading: 'BINS' }).thenAccepted(([one]) =>
      expect(one).toMatchObject({ data: { decisionIds: ['d-1'] } }),
    );
  });
});

describe('an adjournment', () => {
  const events = [...begun, adjourned('12:30', 'p-1'), resumed('14:00', 'p-1')];

  it('is struck with the resumption from it', () => {
    const after = [...events, aParagraph('s-1', '1.2', 'p-1')];
    const put = strike(after, 'MeetingAdjourned');
    isAs(after, put, [...begun, aParagraph('s-1', '1.2', 'p-1')]);
    put.thenAccepted((struck) =>
      expect(struck.slice(0, 2)).toMatchObject([
        { data: { of: 'MeetingResumed', status: 'adjourned' } },
        { data: { of: 'MeetingAdjourned', status: 'open' } },
      ]),
    );
  });

  it('may be found to last still, while nothing is recorded after the resumption', () => {
    isAs(events, strike(events, 'MeetingResumed'), events.slice(0, -1));
    strike([...events, aParagraph('s-1', '1.2', 'p-1')], 'MeetingResumed').thenRefused('step.happened-since', { field: 'step' });
  });

  it('that was concluded in error goes on', () =>
    strike([...begun, concluded], 'MeetingConcluded').thenAccepted(([struck]) =>
      expect(struck).toMatchObject({ data: { status: 'open' } }),
    ));
});

describe('a dissent', () => {
  const dissent: MeetingStreamEvent = { type: 'DissentRecorded', v: 1, data: { person: person('d'), motionId: 'm-1' } };
  const votes = [
    { person: person('b'), option: 'yes', weight: 1, role: 'member' } as const,
    { person: person('e'), option: 'no', weight: 1, role: 'member' } as const,
  ];
  const events = [...begun, moved(), seconded, aVote({ votes }), dissent];

  it('is somebody else’s, or nobody’s', () => {
    isAs(events, correct(events, 'DissentRecorded', { personId: 'e' }), [
      ...events.slice(0, -1),
      { ...dissent, data: { ...dissent.data, person: person('e') } },
    ]);
    isAs(events, strike(events, 'DissentRecorded'), events.slice(0, -1));
  });

  it('is not of somebody who voted for it', () =>
    correct(events, 'DissentRecorded', { personId: 'b' }).thenRefused('dissent.voted-for', { field: 'personId' }));
});
