import { describe, expect, it } from '@jest/globals';
import { aDivision, anItem, anOpenMeeting, aParagraph, person } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type BetweenRule, type VotingRule } from '../../bodies/constitution.js';
import { type MotionEvent } from '../events/motion.events.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { motionDecider } from './motion.decider.js';
import { CorrectVote, MoveMotion, NoteMotionFell, RecordDissent, SecondMotion, TakeVote } from './motions.commands.js';

const MEETING = 'board/2016-03-03';
const NO_FACTS = { facts: { decisions: [] } };

/** The board of five sits, under its own voting rule where one is given, with an item in hand. */
const sitting = (rules: Partial<VotingRule>, ...more: readonly MeetingStreamEvent[]) =>
  given(meetingHistory, [
    ...anOpenMeeting().map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const { constitution } = standing;
      return {
        ...event,
        data: { standing: { ...standing, constitution: { ...constitution, voting: { ...constitution.voting, ...rules } } } },
      };
    }),
    anItem('1'),
    ...more,
  ]);
const between = (method: BetweenRule['method'], more: Partial<BetweenRule> = {}): Partial<VotingRule> => ({
  between: { method, source: 'Standing Order 10', ...more },
});
const moved = (motionId: string, more: object = {}): MeetingStreamEvent[] => [
  { type: 'MotionMoved', v: 1, data: { motionId, sectionId: 's-1', text: `That ${motionId}`, movedBy: person('a'), ...more } },
  { type: 'MotionSeconded', v: 1, data: { motionId, secondedBy: person('b') } },
];
const amendment = (motionId: string, more: object = {}) => moved(motionId, { amends: 'm', ...more });
const noAction = (motionId: string) => amendment(motionId, { noAction: true });
const put = (motionId: string): MeetingStreamEvent => ({ type: 'MotionPut', v: 1, data: { motionId } });
const fell = (motionId: string, why: string): MotionEvent => ({ type: 'MotionFell', v: 1, data: { motionId, why } });
const divided = (more: Partial<DivisionTakenData>): MeetingStreamEvent => ({ type: 'DivisionTaken', v: 1, data: aDivision(more) });

const hands = (yes: number, no: number) => ({ method: 'show-of-hands', counts: { yes, no } }) as const;
const vote = (motionId: string, yes: number, no: number, more: object = {}) =>
  ask(TakeVote, MEETING, { motionId, ...hands(yes, no), ...more }, NO_FACTS);
const typesOf = (events: readonly object[]) =>
  (events as readonly MotionEvent[]).map(({ type, data }) => `${type} ${'motionId' in data ? data.motionId : ''}`);

describe('an amendment that is carried', () => {
  it('leaves the motion, as amended, to be voted on', () =>
    sitting({}, ...moved('m'), ...amendment('a'))
      .when(motionDecider, vote('a', 3, 2))
      .thenAccepted((events) => expect(typesOf(events)).toEqual(['MotionPut a', 'VoteTaken a'])));

  it('takes the place of the motion where a division put it against others, and only of that motion', () => {
    const goesOn = divided({
      proposals: [
        { proposalId: 'a', count: 3, outcome: 'goes-on' },
        { proposalId: 'b', count: 2, outcome: 'lost' },
      ],
      winner: 'a',
    });
    sitting({}, ...moved('m'), ...amendment('a'), ...amendment('b'), ...moved('n'), goesOn)
      .when(motionDecider, vote('a', 3, 2))
      .thenAccepted((events) => {
        expect(typesOf(events)).toEqual(['MotionPut a', 'VoteTaken a', 'MotionFell m']);
        expect(events[2]).toEqual(fell('m', 'the amendment was carried in its place'));
      });
  });

  it('leaves the motion where its division decided nothing', () => {
    const undecided = divided({
      proposals: [
        { proposalId: 'm', count: 2, outcome: 'undecided' },
        { proposalId: 'a', count: 2, outcome: 'undecided' },
      ],
      decidedBy: 'no-majority',
    });
    sitting({}, ...moved('m'), ...amendment('a'), undecided)
      .when(motionDecider, vote('a', 3, 2))
      .thenAccepted((events) => expect(typesOf(events)).toEqual(['MotionPut a', 'VoteTaken a']));
  });

  it('is not voted on alone while another stands beside it, though it was put', () => {
    const rule = between('motion-against-each');
    sitting(rule, ...moved('m'), ...amendment('a'), put('a'))
      .when(motionDecider, vote('a', 3, 2))
      .thenRefused('vote.amendment-in-division', { field: 'motionId' });
    sitting(rule, ...moved('m'), ...amendment('a'))
      .when(motionDecider, vote('m', 3, 2))
      .thenRefused('motion.amendment-undecided');
  });
});

describe('a proposal to take no action', () => {
  const first = between('all-at-once', { noActionFirst: true });

  it('says why the others fell', () =>
    sitting(first, ...moved('m'), ...noAction('none'))
      .when(motionDecider, vote('none', 3, 2))
      .thenAccepted((events) => expect(events.at(-1)).toEqual(fell('m', 'it was resolved to take no action'))));

  it('comes first, whatever was moved after it, and the first of two', () => {
    sitting(first, ...moved('m'), ...noAction('none'), ...amendment('a'))
      .when(motionDecider, vote('none', 1, 4))
      .thenAccepted();
    sitting(
      between('amendment-then-motion', { noActionFirst: true }),
      ...moved('m'),
      ...noAction('none'),
      ...noAction('never'),
      ...amendment('a'),
    )
      .when(motionDecider, vote('a', 3, 2))
      .thenRefused('motion.out-of-order', { detail: { first: 'none' } });
  });

  it('is moved as such, and a motion is not', () => {
    const move = (more: object) => ask(MoveMotion, MEETING, { motionId: 'm', text: 'That', movedBy: 'a', ...more }, NO_FACTS);
    const data = { motionId: 'm', sectionId: 's-1', text: 'That', movedBy: person('a') };
    sitting({})
      .when(motionDecider, move({ noAction: true }))
      .then({ type: 'MotionMoved', v: 1, data: { ...data, noAction: true } });
    sitting({})
      .when(motionDecider, move({ noAction: false }))
      .then({ type: 'MotionMoved', v: 1, data });
  });
});

describe('a vote put right', () => {
  const taken = (motionId: string, yes: number, no: number): MeetingStreamEvent => ({
    type: 'VoteTaken',
    v: 1,
    data: {
      voteId: 'v-1',
      motionId,
      sectionId: 's-1',
      method: 'show-of-hands',
      counts: { yes, no, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      votes: [],
      entitled: ['a', 'b', 'c', 'd', 'e'].map(person),
      result: yes > no ? 'carried' : 'not-carried',
      decidedBy: 'majority',
      quorate: true,
      constitutionVersion: 'v1',
    },
  });
  const correct = (yes: number, no: number) =>
    ask(CorrectVote, MEETING, { voteId: 'v-1', ...hands(yes, no), reason: 'Misheard' }, NO_FACTS);
  const rootFell = fell('m', 'nobody spoke to it') as MeetingStreamEvent;

  it('of an ordinary amendment may be lost after all, though the motion fell since', () =>
    sitting({}, ...moved('m'), ...amendment('a'), taken('a', 3, 2), rootFell)
      .when(motionDecider, correct(2, 3))
      .thenAccepted());

  it('of a proposal of its own may change as long as what became of it does not', () => {
    sitting({}, ...moved('m'), ...noAction('none'), taken('none', 3, 2), rootFell)
      .when(motionDecider, correct(4, 1))
      .thenAccepted();
    sitting({}, ...moved('m'), ...noAction('none'), taken('none', 2, 3), rootFell)
      .when(motionDecider, correct(1, 4))
      .thenAccepted();
    sitting({}, ...moved('m'), ...noAction('none'), taken('none', 3, 2), rootFell)
      .when(motionDecider, correct(2, 3))
      .thenRefused('vote.others-fell', { field: 'voteId' });
    sitting({}, ...moved('m'), ...noAction('none'), taken('none', 3, 2))
      .when(motionDecider, correct(2, 3))
      .thenAccepted();
  });

  it('is what a dissent is from, and not the division that went before', () => {
    const goesOn = divided({
      proposals: [
        { proposalId: 'm', count: 3, outcome: 'goes-on' },
        { proposalId: 'a', count: 2, outcome: 'lost' },
      ],
      votes: [{ person: person('e'), option: 'for', proposalId: 'm', role: 'member' }],
      divisionId: 'v-0',
      winner: 'm',
    });
    sitting({}, ...moved('m'), ...amendment('a'), goesOn, taken('m', 3, 2))
      .when(motionDecider, ask(RecordDissent, MEETING, { personId: 'e', motionId: 'm' }))
      .thenAccepted();
  });
});

describe('a motion written down late', () => {
  /** Item 1 has paragraphs 1.1 and 1.2; item 2 is in hand, with paragraph 2. */
  const held = [aParagraph('s-1', '1.1', null), aParagraph('s-1', '1.2', 'p-1.1'), anItem('2'), aParagraph('s-2', '2', 'p-1.2')];
  const move = (more: object) => ask(MoveMotion, MEETING, { motionId: 'm', text: 'That', movedBy: 'a', ...more }, NO_FACTS);
  const second = (more: object) => ask(SecondMotion, MEETING, { motionId: 'm', secondedBy: 'b', ...more });

  it('stands in the item and after the paragraph that are named, and so does its seconder', () => {
    const late = sitting({}, ...held).when(motionDecider, move({ afterParagraph: '1.1' }));
    late.then({
      type: 'MotionMoved',
      v: 1,
      data: { motionId: 'm', sectionId: 's-1', text: 'That', movedBy: person('a'), after: 'p-1.1' },
    });
    late
      .and(motionDecider, second({ afterParagraph: '1.2' }))
      .then({ type: 'MotionSeconded', v: 1, data: { motionId: 'm', secondedBy: person('b'), after: 'p-1.2' } });
    late.and(motionDecider, second({})).then({ type: 'MotionSeconded', v: 1, data: { motionId: 'm', secondedBy: person('b') } });
  });

  it('names a paragraph that there is', () =>
    sitting({}, ...held)
      .when(motionDecider, move({ afterParagraph: '7' }))
      .thenRefused('meeting.no-such-paragraph', { field: 'afterParagraph' }));

  it('is seconded where it was moved or later, and not before', () => {
    const late = sitting({}, ...held).when(motionDecider, move({ afterParagraph: '1.2' }));
    late
      .and(motionDecider, second({ afterParagraph: '1.1' }))
      .thenRefused('motion.before-moved', { field: 'afterParagraph', detail: { paragraph: '1.1', motionId: 'm' } });
    late.and(motionDecider, second({ afterParagraph: '1.2' })).thenAccepted();
  });

  it('falls as any other', () =>
    sitting({}, ...held)
      .when(motionDecider, move({ afterParagraph: '1.1' }))
      .and(motionDecider, ask(NoteMotionFell, MEETING, { motionId: 'm', why: 'Nobody seconded it' }))
      .then(fell('m', 'Nobody seconded it')));
});
