import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, concluded, person } from '../../../../test/support/a-meeting.js';
import { ask, given } from '../../../../test/support/decider-spec.js';
import { type SubstitutesRule, type VotingRule } from '../../bodies/constitution.js';
import { type DecisionAsItStands } from '../events/decision.events.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { motionDecider } from './motion.decider.js';
import { unanswered } from '../counting/vote-circumstances.js';
import { type MotionEvent, type VoteTakenData } from '../events/motion.events.js';
import * as motions from './motions.commands.js';

const MEETING = 'board/2016-03-03';
const NO_FACTS = { decisions: [] };

type Rules = Partial<VotingRule> & { readonly substitutes?: SubstitutesRule };

/** The board of five sits, under its own voting rule where one is given, with an item in hand. */
const sitting = (rules: Rules = {}, more: readonly MeetingStreamEvent[] = [], present?: readonly string[]) =>
  given(meetingHistory, [
    ...anOpenMeeting(present ? { present } : {}).map((event): MeetingStreamEvent => {
      if (event.type !== 'MeetingOpened') return event;
      const { standing } = event.data;
      const { substitutes = standing.constitution.substitutes, ...voting } = rules;
      const constitution = { ...standing.constitution, voting: { ...standing.constitution.voting, ...voting }, substitutes };
      const roll = standing.roll.map((seat) => ({ ...seat, substitutes: [person('s')] }));
      return { ...event, data: { standing: { ...standing, constitution, roll } } };
    }),
    anItem('1', { itemId: 'item-1' }),
    ...more,
  ]);

const moved = (motionId: string, more: object = {}, by = 'a'): MotionEvent => ({
  type: 'MotionMoved',
  v: 1,
  data: { motionId, sectionId: 's-1', text: 'That the plan be approved', movedBy: person(by), ...more },
});
const seconded = (motionId: string, by = 'b'): MotionEvent => ({
  type: 'MotionSeconded',
  v: 1,
  data: { motionId, secondedBy: person(by) },
});
const put = (motionId: string): MotionEvent => ({ type: 'MotionPut', v: 1, data: { motionId } });
const voted = (motionId: string, result: VoteTakenData['result'], more: Partial<VoteTakenData> = {}): MotionEvent => ({
  type: 'VoteTaken',
  v: 1,
  data: {
    voteId: `v-${motionId}`,
    motionId,
    sectionId: 's-1',
    method: 'show-of-hands',
    counts: { yes: 3, no: 2, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
    votes: [],
    entitled: ['a', 'b', 'c', 'd', 'e'].map(person),
    result,
    decidedBy: result === 'tied' ? 'tie-rule' : 'majority',
    quorate: true,
    constitutionVersion: 'v1',
    ...more,
  },
});
const withdrew = (id: string): MeetingStreamEvent => ({
  type: 'InterestDeclared',
  v: 1,
  data: { person: person(id), itemId: 'item-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
});
const left = (id: string, after: string | null = null): MeetingStreamEvent => ({
  type: 'MemberLeft',
  v: 1,
  data: { person: person(id), after },
});

const move = (data: Partial<motions.RescindingCommand['data']> & object = {}, facts: object = NO_FACTS) =>
  ask(motions.MoveMotion, MEETING, { motionId: 'm-1', text: 'That the plan be approved', movedBy: 'a', ...data }, { facts });
const second = (secondedBy: string, motionId = 'm-1') => ask(motions.SecondMotion, MEETING, { motionId, secondedBy });
const putting = (motionId = 'm-1') => ask(motions.PutMotion, MEETING, { motionId });
const vote = (data: object, facts: object = NO_FACTS) => ask(motions.TakeVote, MEETING, { motionId: 'm-1', ...data } as never, { facts });
const hands = (yes: number, no: number) => ({ method: 'show-of-hands', counts: { yes, no } });

describe('a motion', () => {
  it('is moved on the item in hand by a member in the room', () => sitting().when(motionDecider, move()).then(moved('m-1')));

  it('may be to appoint somebody', () =>
    sitting()
      .when(motionDecider, move({ appointment: true }))
      .then(moved('m-1', { appointment: true })));

  it('not to appoint anybody says nothing of it', () =>
    sitting()
      .when(motionDecider, move({ appointment: false }))
      .then(moved('m-1')));

  it('is given an id where none is named', () =>
    sitting()
      .when(motionDecider, move({ motionId: undefined }))
      .thenAccepted((events, id) => {
        expect(id).toMatch(/^m-/);
        expect(events).toMatchObject([{ data: { motionId: id } }]);
      }));

  it('has an id of its own', () =>
    sitting({}, [moved('m-1')])
      .when(motionDecider, move())
      .thenRefused('motion.id-taken'));

  it('cannot be moved before the meeting is opened', () =>
    given(meetingHistory, anOpenMeeting().slice(0, 1)).when(motionDecider, move()).thenRefused('meeting.not-open'));

  it('cannot be moved where no item is in hand', () =>
    given(meetingHistory, anOpenMeeting()).when(motionDecider, move()).thenRefused('motion.no-item-in-hand'));

  it('cannot be moved while the meeting is adjourned', () =>
    sitting({}, [{ type: 'MeetingAdjourned', v: 1, data: { reason: 'Lunch', after: null } }])
      .when(motionDecider, move())
      .thenRefused('meeting.adjourned'));

  it('may be recorded after the meeting, until the minute is signed', () => {
    sitting({}, [concluded]).when(motionDecider, move()).then(moved('m-1'));
    sitting({}, [
      concluded,
      {
        type: 'MinuteSigned',
        v: 1,
        data: { signedBy: person('a'), atMeeting: 'board/2016-06-09', text: '', hash: '', algorithm: 'sha-256' },
      },
    ])
      .when(motionDecider, move())
      .thenRefused('minute.signed');
  });

  it.each([
    ['somebody who sent apologies', 'e', ['a', 'b', 'c'], []],
    ['somebody who left', 'e', undefined, [aParagraph('s-1', '1', null), left('e')]],
    ['a stranger', 'zz', undefined, []],
  ])('cannot be moved by %s', (_who, movedBy, present, more) =>
    sitting({}, more, present).when(motionDecider, move({ movedBy })).thenRefused('motion.not-in-room', { field: 'movedBy' }),
  );

  it('cannot be moved by somebody who withdrew from the item', () =>
    sitting({}, [withdrew('a')])
      .when(motionDecider, move())
      .thenRefused('motion.withdrew'));

  it('cannot be moved by somebody in attendance', () =>
    sitting({}, [{ type: 'AttendanceRecorded', v: 1, data: { person: person('z'), as: 'in-attendance', how: 'in-room', after: null } }])
      .when(motionDecider, move({ movedBy: 'z' }))
      .thenRefused('motion.not-entitled'));

  it('may be moved by a substitute with full voting rights, and not where the constitution has none', () => {
    const substitute: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('s'), as: 'present', how: 'in-room', seatId: 'seat-e', substituteFor: { person: person('e') }, after: null },
    };
    const present = ['a', 'b', 'c', 'd'];
    sitting({ substitutes: { allowed: 'full', who: 'named' } }, [substitute], present)
      .when(motionDecider, move({ movedBy: 's' }))
      .then(moved('m-1', {}, 's'));
    sitting({}, [substitute], present)
      .when(motionDecider, move({ movedBy: 's' }))
      .thenRefused('motion.not-entitled');
  });

  it('is seconded by another member', () =>
    sitting({}, [moved('m-1')])
      .when(motionDecider, second('b'))
      .then(seconded('m-1')));

  it('cannot be seconded by its mover', () =>
    sitting({}, [moved('m-1')])
      .when(motionDecider, second('a'))
      .thenRefused('motion.seconded-by-mover', { field: 'secondedBy' }));

  it('cannot be seconded twice', () =>
    sitting({}, [moved('m-1'), seconded('m-1')])
      .when(motionDecider, second('c'))
      .thenRefused('motion.seconded-already'));

  it('cannot be seconded by somebody who is not there, or withdrew', () => {
    sitting({}, [moved('m-1')], ['a', 'b'])
      .when(motionDecider, second('c'))
      .thenRefused('motion.not-in-room');
    sitting({}, [moved('m-1'), withdrew('c')])
      .when(motionDecider, second('c'))
      .thenRefused('motion.withdrew');
  });

  it('that nobody knows cannot be seconded, put, withdrawn or voted on', () => {
    for (const command of [second('b'), putting(), ask(motions.WithdrawMotion, MEETING, { motionId: 'm-1' }), vote({ method: 'consent' })])
      sitting().when(motionDecider, command).thenRefused('motion.unknown', { field: 'motionId' });
  });

  it.each([
    ['withdrawn', [{ type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } }]],
    ['fallen', [{ type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'No seconder' } }]],
    ['decided', [seconded('m-1'), put('m-1'), voted('m-1', 'carried')]],
  ] as const)('that was %s cannot be seconded, put or withdrawn', (_what, events) => {
    const meeting = sitting({}, [moved('m-1'), ...events]);
    meeting.when(motionDecider, second('c')).thenRefused('motion.not-live');
    meeting.when(motionDecider, putting()).thenRefused('motion.not-live');
    meeting.when(motionDecider, ask(motions.WithdrawMotion, MEETING, { motionId: 'm-1' })).thenRefused('motion.not-live');
  });

  it('cannot be put without a seconder where the constitution asks for one', () => {
    sitting({}, [moved('m-1')])
      .when(motionDecider, putting())
      .thenRefused('motion.not-seconded');
    sitting({ seconder: false }, [moved('m-1')])
      .when(motionDecider, putting())
      .then(put('m-1'));
  });

  it('cannot be put while another is', () =>
    sitting({ seconder: false }, [moved('m-1'), moved('m-2'), put('m-2')])
      .when(motionDecider, putting())
      .thenRefused('motion.another-put', { detail: { motionId: 'm-2' } }));

  it('cannot fall where it was withdrawn, fell, was decided or is not known', () => {
    const falls = ask(motions.NoteMotionFell, MEETING, { motionId: 'm-1', why: 'No seconder' });
    sitting().when(motionDecider, falls).thenRefused('motion.unknown', { field: 'motionId' });
    for (const ended of [
      { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } } as const,
      { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'No seconder' } } as const,
      voted('m-1', 'carried'),
    ])
      sitting({}, [moved('m-1'), ended])
        .when(motionDecider, falls)
        .thenRefused('motion.not-live');
  });

  it('falls where a tie is left that nothing may break', () =>
    sitting({ castingVote: false, tie: 'standing-orders' }, [moved('m-1'), seconded('m-1'), put('m-1'), voted('m-1', 'tied')])
      .when(motionDecider, ask(motions.NoteMotionFell, MEETING, { motionId: 'm-1', why: 'Standing order 9' }))
      .then({ type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'Standing order 9' } }));

  it('falls, and its amendments with it', () =>
    sitting({}, [moved('m-1'), moved('a-1', { amends: 'm-1' })])
      .when(motionDecider, ask(motions.NoteMotionFell, MEETING, { motionId: 'm-1', why: 'No seconder' }))
      .then(
        { type: 'MotionFell', v: 1, data: { motionId: 'a-1', why: 'what it amends fell' } },
        { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'No seconder' } },
      ));

  it('is withdrawn, and its amendments fall', () =>
    sitting({}, [moved('m-1'), moved('a-1', { amends: 'm-1' }), moved('aa-1', { amends: 'a-1' })])
      .when(motionDecider, ask(motions.WithdrawMotion, MEETING, { motionId: 'm-1', reason: 'By leave' }))
      .then(
        { type: 'MotionFell', v: 1, data: { motionId: 'aa-1', why: 'what it amends was withdrawn' } },
        { type: 'MotionFell', v: 1, data: { motionId: 'a-1', why: 'what it amends was withdrawn' } },
        { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1', reason: 'By leave' } },
      ));
});

describe('an amendment', () => {
  const supported = (motionId: string, more: object = {}) => [moved(motionId, more), seconded(motionId)];
  const motion = supported('m-1');
  const amendment = (id: string, amends = 'm-1') => supported(id, { amends });

  it('amends a live motion or amendment on the same item', () => {
    sitting({}, motion)
      .when(motionDecider, move({ motionId: 'a-1', amends: 'm-1' }))
      .then(moved('a-1', { amends: 'm-1' }));
    sitting({}, [...motion, ...amendment('a-1')])
      .when(motionDecider, move({ motionId: 'aa', amends: 'a-1' }))
      .then(moved('aa', { amends: 'a-1' }));
  });

  it('cannot amend what is not there, is on another item, or is no longer open', () => {
    sitting()
      .when(motionDecider, move({ amends: 'm-9' }))
      .thenRefused('motion.unknown', { field: 'amends' });
    sitting({}, [...motion, anItem('2')])
      .when(motionDecider, move({ motionId: 'a-1', amends: 'm-1' }))
      .thenRefused('motion.amends-another-item');
    sitting({}, [...motion, put('m-1')])
      .when(motionDecider, move({ motionId: 'a-1', amends: 'm-1' }))
      .thenRefused('motion.amends-settled', { detail: { status: 'put' } });
  });

  it('waits for a seconder of what it amends, where the constitution asks for one', () => {
    const again = move({ motionId: 'a-1', amends: 'm-1' });
    sitting({}, [moved('m-1')])
      .when(motionDecider, again)
      .thenRefused('motion.amends-unseconded', { field: 'amends', detail: { motionId: 'm-1' } });
    sitting({}, [...motion, moved('a-2', { amends: 'm-1' })])
      .when(motionDecider, move({ motionId: 'aa', amends: 'a-2' }))
      .thenRefused('motion.amends-unseconded', { detail: { motionId: 'a-2' } });
    sitting({ seconder: false }, [moved('m-1')])
      .when(motionDecider, again)
      .then(moved('a-1', { amends: 'm-1' }));
  });

  it('is voted on before what it amends', () => {
    const meeting = sitting({}, [...motion, ...amendment('a-1'), ...amendment('aa', 'a-1')]);
    meeting.when(motionDecider, putting('m-1')).thenRefused('motion.amendment-undecided', { detail: { undecided: ['aa', 'a-1'] } });
    meeting.when(motionDecider, putting('a-1')).thenRefused('motion.amendment-undecided', { detail: { undecided: ['aa'] } });
    meeting.when(motionDecider, putting('aa')).then(put('aa'));
  });

  it('that nobody seconds falls when what it amends is put', () =>
    sitting({}, [...motion, moved('a-1', { amends: 'm-1' }), ...amendment('aa', 'a-1')])
      .when(motionDecider, putting('m-1'))
      .then(
        { type: 'MotionFell', v: 1, data: { motionId: 'aa', why: 'what it amends fell' } },
        { type: 'MotionFell', v: 1, data: { motionId: 'a-1', why: 'nobody seconded it' } },
        put('m-1'),
      ));

  it('moved last is voted on first, where no order is settled', () => {
    const meeting = sitting({}, [...motion, ...amendment('a-1'), ...amendment('a-2')]);
    meeting.when(motionDecider, putting('a-1')).thenRefused('motion.out-of-order', { detail: { first: 'a-2' } });
    meeting.when(motionDecider, putting('a-2')).then(put('a-2'));
  });

  it('is voted on in the order settled', () => {
    const meeting = sitting({}, [...motion, ...amendment('a-1'), ...amendment('a-2')]);
    const settle = (...order: string[]) => ask(motions.SettleVotingOrder, MEETING, { order });
    meeting
      .when(motionDecider, settle('a-1', 'a-2', 'm-1'))
      .and(motionDecider, putting('a-1'))
      .then(put('a-1'));
    meeting
      .when(motionDecider, settle('a-1', 'a-2'))
      .and(motionDecider, putting('a-2'))
      .thenRefused('motion.out-of-order', { detail: { first: 'a-1' } });
    meeting.when(motionDecider, settle('m-1', 'a-1')).thenRefused('motion.order-amendment-late', { field: 'order.1' });
    meeting.when(motionDecider, settle('a-1', 'a-1')).thenRefused('motion.order-unknown', { field: 'order.1' });
    meeting.when(motionDecider, settle('m-9')).thenRefused('motion.order-unknown');
  });

  it('is put in an order with others of the item in hand that are still open, each after its own amendments', () => {
    const settle = (...order: string[]) => ask(motions.SettleVotingOrder, MEETING, { order });
    given(meetingHistory, anOpenMeeting()).when(motionDecider, settle('m-1')).thenRefused('motion.no-item-in-hand');
    sitting({}, [...motion, anItem('2'), moved('m-2', { sectionId: 's-2' })])
      .when(motionDecider, settle('m-2', 'm-1'))
      .thenRefused('motion.order-unknown', { field: 'order.1', detail: { toBePut: ['m-2'] } });
    sitting({}, [...motion, ...amendment('a-1'), put('a-1'), voted('a-1', 'carried')])
      .when(motionDecider, settle('m-1', 'a-1'))
      .thenRefused('motion.order-unknown', { field: 'order.1' });
    sitting({}, [...motion, ...amendment('a-1'), ...amendment('aa', 'a-1')])
      .when(motionDecider, settle('a-1', 'm-1', 'aa'))
      .thenRefused('motion.order-amendment-late', { field: 'order.2', detail: { amends: 'a-1' } });
  });

  it('waits for nothing on another item, nothing decided, nothing unseconded and nothing that amends something else', () => {
    const order = (...ids: string[]): MotionEvent => ({ type: 'VotingOrderSettled', v: 1, data: { sectionId: 's-1', order: ids } });
    const elsewhere = [anItem('2'), ...supported('m-2', { sectionId: 's-2' })];
    sitting({}, [...motion, order('m-2', 'm-1'), ...elsewhere])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1'));
    sitting({}, [...motion, ...supported('m-2'), order('m-2', 'm-1'), put('m-2'), voted('m-2', 'carried')])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1'));
    sitting({}, [...motion, moved('m-2'), order('m-2', 'm-1')])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1'));
    sitting({}, [...motion, ...supported('m-2'), order('m-2', 'm-1')])
      .when(motionDecider, putting('m-1'))
      .thenRefused('motion.out-of-order', { detail: { first: 'm-2', settled: ['m-2', 'm-1'] } });
    sitting({}, [...motion, ...supported('m-2'), order('m-2')])
      .when(motionDecider, putting('m-1'))
      .thenRefused('motion.out-of-order', { detail: { first: 'm-2' } });
    sitting({}, [...motion, ...supported('m-2'), ...supported('m-3'), order('m-2', 'm-3', 'm-1'), put('m-2'), voted('m-2', 'carried')])
      .when(motionDecider, putting('m-1'))
      .thenRefused('motion.out-of-order', { detail: { first: 'm-3' } });
    sitting({}, [...motion, ...amendment('a-1'), ...supported('m-2'), ...amendment('b-1', 'm-2')])
      .when(motionDecider, putting('a-1'))
      .then(put('a-1'));
    sitting({}, [...motion, ...supported('m-2')])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1'));
  });

  it('is put though its item is called like something every object has', () =>
    sitting({}, [
      { type: 'ItemTaken', v: 1, data: { sectionId: 'constructor', number: '2', heading: 'ITEM 2' } },
      ...supported('m-1', { sectionId: 'constructor' }),
    ])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1')));

  it('of three moved is voted on last where it was moved first', () =>
    sitting({}, [...motion, ...amendment('a-1'), ...amendment('a-2'), ...amendment('a-3')])
      .when(motionDecider, putting('a-1'))
      .thenRefused('motion.out-of-order', { detail: { first: 'a-3' } }));

  it('that is put holds up what it amends, though nobody seconded it', () =>
    sitting({}, [...motion, moved('a-1', { amends: 'm-1' }), put('a-1')])
      .when(motionDecider, putting('m-1'))
      .thenRefused('motion.amendment-undecided', { detail: { undecided: ['a-1'] } }));

  it('moved after the order was settled never blocks it for good', () => {
    const order: MotionEvent = { type: 'VotingOrderSettled', v: 1, data: { sectionId: 's-1', order: ['a-1', 'a-2', 'm-1'] } };
    const meeting = sitting({}, [
      ...motion,
      ...amendment('a-1'),
      ...amendment('a-2'),
      order,
      ...amendment('aa', 'a-1'),
      ...amendment('a-3'),
    ]);
    meeting.when(motionDecider, putting('aa')).then(put('aa'));
    meeting.when(motionDecider, putting('a-3')).thenRefused('motion.out-of-order', { detail: { first: 'a-1' } });
  });

  it('left tied holds up the motion until the tie is broken or it falls', () => {
    const tied = sitting({}, [...motion, ...amendment('a-1'), put('a-1'), voted('a-1', 'tied')]);
    tied.when(motionDecider, putting('m-1')).thenRefused('motion.amendment-undecided');
    tied
      .when(motionDecider, ask(motions.NoteMotionFell, MEETING, { motionId: 'a-1', why: 'No casting vote was given' }))
      .and(motionDecider, putting('m-1'))
      .then(put('m-1'));
    sitting({ castingVote: false, tie: 'standing-orders' }, [...motion, ...amendment('a-1'), put('a-1'), voted('a-1', 'tied')])
      .when(motionDecider, putting('m-1'))
      .then(put('m-1'));
  });
});

describe('a vote on a motion', () => {
  const open = [moved('m-1'), seconded('m-1')];
  const five = sitting({}, open);

  it('puts the motion first, and keeps who was entitled, the quorum and the version of the constitution', () =>
    five.when(motionDecider, vote({ method: 'roll-call', votes: [{ personId: 'a', option: 'yes' }] })).thenAccepted((events, id) => {
      expect(id).toMatch(/^v-/);
      expect(events).toEqual([
        put('m-1'),
        {
          type: 'VoteTaken',
          v: 1,
          data: {
            voteId: id,
            motionId: 'm-1',
            sectionId: 's-1',
            method: 'roll-call',
            counts: { yes: 1, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
            votes: [{ person: person('a'), option: 'yes', weight: 1, role: 'chair' }],
            entitled: ['a', 'b', 'c', 'd', 'e'].map(person),
            result: 'carried',
            decidedBy: 'majority',
            quorate: true,
            constitutionVersion: 'v1',
          },
        },
      ]);
    }));

  it('is taken once', () =>
    five
      .when(motionDecider, vote(hands(3, 2)))
      .and(motionDecider, vote(hands(3, 2)))
      .thenRefused('vote.decided-already'));

  it('is taken on what was put before, which is not put again', () =>
    sitting({}, [...open, put('m-1')])
      .when(motionDecider, vote(hands(3, 2)))
      .thenAccepted((events) => expect(events.map(({ type }) => type)).toEqual(['VoteTaken'])));

  it('is not taken again on what fell when it was tied', () =>
    sitting({}, [...open, put('m-1'), voted('m-1', 'tied'), { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'Left tied' } }])
      .when(motionDecider, vote(hands(3, 2)))
      .thenRefused('motion.not-live'));

  it('may be recorded with the casting vote or the lot that broke its tie', () => {
    five
      .when(motionDecider, vote({ ...hands(2, 2), castingVote: { personId: 'a', option: 'no' } }))
      .thenAccepted((events) =>
        expect(events.at(-1)?.data).toMatchObject({ result: 'not-carried', castingVote: { person: person('a'), option: 'no' } }),
      );
    sitting({}, [moved('m-1', { appointment: true }), seconded('m-1')])
      .when(motionDecider, vote({ ...hands(2, 2), lot: { drawnBy: { ...person('clerk'), seen: true }, option: 'yes' } }))
      .thenAccepted((events) =>
        expect(events.at(-1)?.data).toMatchObject({ result: 'carried', lot: { drawnBy: person('clerk'), option: 'yes' } }),
      );
  });

  it("of somebody presiding is a member's where another presides by then", () => {
    const called = [
      { personId: 'a', option: 'yes' },
      { personId: 'b', option: 'no' },
    ];
    const roles = (more: readonly MeetingStreamEvent[]) => {
      const { decision } = sitting({}, [...open, ...more]).when(motionDecider, vote({ method: 'roll-call', votes: called }));
      return decision.accepted && (decision.events.at(-1)!.data as VoteTakenData).votes.map(({ role }) => role);
    };
    expect(roles([])).toEqual(['chair', 'member']);
    expect(roles([{ type: 'ChairTaken', v: 1, data: { person: person('b'), reason: 'x', after: null } }])).toEqual(['member', 'chair']);
  });

  it('names as absent only members away from the room, and says of the others why they have none', () => {
    const z: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('z'), as: 'in-attendance', how: 'in-room', after: null },
    };
    const meeting = sitting({}, [...open, aParagraph('s-1', '1', null), z, withdrew('d'), left('c'), withdrew('c')], ['a', 'b', 'c', 'd']);
    const one = (personId: string, option: string) =>
      meeting.when(
        motionDecider,
        vote({
          method: 'roll-call',
          votes: [
            { personId: 'a', option: 'yes' },
            { personId, option },
          ],
        }),
      );
    one('e', 'absent').thenAccepted();
    one('e', 'yes').thenRefused('vote.not-in-room');
    one('z', 'yes').thenRefused('vote.not-entitled');
    one('d', 'absent').thenRefused('vote.withdrew');
    one('c', 'absent').thenRefused('vote.withdrew');
    const absent = (count: number) =>
      meeting.when(motionDecider, vote({ method: 'show-of-hands', counts: { yes: 2, no: 0, absent: count } }));
    absent(1).thenAccepted();
    absent(2).thenRefused('vote.absent-too-many', { detail: { notInTheRoom: 1 } });
  });

  it('is not taken on what was withdrawn', () =>
    sitting({}, [...open, { type: 'MotionWithdrawn', v: 1, data: { motionId: 'm-1' } }])
      .when(motionDecider, vote(hands(3, 2)))
      .thenRefused('motion.not-live'));

  it('is not taken on what could not be put', () =>
    sitting({}, [moved('m-1')])
      .when(motionDecider, vote(hands(3, 2)))
      .thenRefused('motion.not-seconded'));

  it('counts nobody who left or withdrew', () => {
    const fewer = sitting({}, [...open, aParagraph('s-1', '1', null), left('e'), withdrew('d')]);
    fewer.when(motionDecider, vote(hands(3, 1))).thenRefused('vote.too-many', { detail: { recorded: 4, entitled: 3 } });
    fewer.when(motionDecider, vote({ method: 'roll-call', votes: [{ personId: 'd', option: 'no' }] })).thenRefused('vote.withdrew');
    fewer.when(motionDecider, vote({ method: 'roll-call', votes: [{ personId: 'e', option: 'no' }] })).thenRefused('vote.not-in-room');
    fewer.when(motionDecider, vote({ ...hands(2, 1), counts: { yes: 2, no: 1, absent: 1 } })).thenAccepted();
    fewer.when(motionDecider, vote({ ...hands(2, 1), counts: { yes: 2, no: 1, absent: 2 } })).thenRefused('vote.absent-too-many');
  });

  it('without a quorum is recorded as such', () =>
    sitting({ seconder: false }, [moved('m-1')], ['a', 'b'])
      .when(motionDecider, vote(hands(2, 0)))
      .thenAccepted((events) => expect(events.at(-1)).toMatchObject({ data: { result: 'carried', quorate: false } })));

  it('that nobody counted keeps what was declared, and the words it was declared in', () => {
    const declared = (how: object) => five.when(motionDecider, vote({ method: 'declared', ...how }));
    declared({ declared: 'not-carried', asWorded: 'agreed overwhelmingly against' }).thenAccepted((events) =>
      expect(events.at(-1)).toMatchObject({
        type: 'VoteTaken',
        data: { method: 'declared', result: 'not-carried', decidedBy: 'declared', asWorded: 'agreed overwhelmingly against' },
      }),
    );
    declared({}).thenRefused('vote.declared-what', { field: 'declared' });
    const acclaimed = five.when(motionDecider, vote({ method: 'acclamation' }));
    acclaimed.thenAccepted((events) => {
      expect(events.at(-1)).toMatchObject({ data: { result: 'carried', decidedBy: 'acclamation' } });
      expect(events.at(-1)!.data).not.toHaveProperty('asWorded');
    });
  });

  it('left tied is settled by whoever presides', () => {
    const tied = five.when(motionDecider, vote(hands(2, 2)));
    const casting = (personId: string) => ask(motions.GiveCastingVote, MEETING, { motionId: 'm-1', personId, option: 'yes' });
    tied.and(motionDecider, casting('b')).thenRefused('vote.not-presiding');
    tied.and(motionDecider, casting('a')).thenAccepted((events) =>
      expect(events).toMatchObject([
        {
          type: 'CastingVoteGiven',
          data: { motionId: 'm-1', castingVote: { person: person('a'), option: 'yes' }, result: 'carried' },
        },
      ]),
    );
    sitting({}, [...open, put('m-1'), voted('m-1', 'tied')])
      .when(motionDecider, ask(motions.GiveCastingVote, MEETING, { motionId: 'm-1', personId: 'a', option: 'no' }))
      .then({
        type: 'CastingVoteGiven',
        v: 1,
        data: { motionId: 'm-1', voteId: 'v-m-1', castingVote: { person: person('a'), option: 'no' }, result: 'not-carried' },
      });
    sitting().when(motionDecider, casting('a')).thenRefused('motion.unknown', { field: 'motionId' });
    tied
      .and(motionDecider, casting('a'))
      .and(motionDecider, casting('a'))
      .thenRefused('vote.no-tie', { detail: { status: 'carried' } });
    five
      .when(motionDecider, vote(hands(3, 2)))
      .and(motionDecider, casting('a'))
      .thenRefused('vote.no-tie');
  });

  it('on an appointment, left tied, goes by lot', () => {
    const drawing = ask(motions.DrawLot, MEETING, { motionId: 'm-1', drawnBy: person('clerk'), option: 'no' });
    const tied = sitting({}, [moved('m-1', { appointment: true }), seconded('m-1')]).when(motionDecider, vote(hands(2, 2)));
    tied
      .and(motionDecider, ask(motions.GiveCastingVote, MEETING, { motionId: 'm-1', personId: 'a', option: 'yes' }))
      .thenRefused('vote.appointment-by-lot');
    tied
      .and(motionDecider, drawing)
      .thenAccepted((events) => expect(events).toMatchObject([{ type: 'LotDrawn', data: { result: 'not-carried' } }]));
    sitting({}, [moved('m-1', { appointment: true }), put('m-1'), voted('m-1', 'tied')])
      .when(motionDecider, ask(motions.DrawLot, MEETING, { motionId: 'm-1', drawnBy: person('clerk'), option: 'yes' }))
      .then({
        type: 'LotDrawn',
        v: 1,
        data: { motionId: 'm-1', voteId: 'v-m-1', lot: { drawnBy: person('clerk'), option: 'yes' }, result: 'carried' },
      });
    sitting().when(motionDecider, drawing).thenRefused('motion.unknown', { field: 'motionId' });
    five
      .when(motionDecider, vote(hands(2, 2)))
      .and(motionDecider, drawing)
      .thenRefused('vote.no-lot');
  });
});

describe('a vote recorded wrongly', () => {
  const carried = [moved('m-1'), seconded('m-1'), put('m-1'), voted('m-1', 'carried')];
  const correct = (data: object) =>
    ask(motions.CorrectVote, MEETING, { voteId: 'v-m-1', reason: 'Miscounted', ...data } as never, { facts: NO_FACTS });

  it('is counted again as the room was then', () =>
    sitting({}, [...carried, left('e', 'v-m-1'), left('d', 'v-m-1')])
      .when(motionDecider, correct(hands(1, 4)))
      .thenAccepted((events) =>
        expect(events).toMatchObject([
          {
            type: 'VoteCorrected',
            data: { voteId: 'v-m-1', reason: 'Miscounted', vote: { result: 'not-carried', counts: { yes: 1, no: 4 } } },
          },
        ]),
      ));

  it('is refused as it would have been', () =>
    sitting({}, carried)
      .when(motionDecider, correct(hands(4, 4)))
      .thenRefused('vote.too-many'));

  it('that is refused is no vote', () =>
    expect(sitting({}, carried).when(motionDecider, correct(hands(4, 4))).decision).not.toHaveProperty('voteId'));

  it('is not of a motion that fell', () =>
    sitting({}, [...carried.slice(0, 3), voted('m-1', 'tied'), { type: 'MotionFell', v: 1, data: { motionId: 'm-1', why: 'Left tied' } }])
      .when(motionDecider, correct(hands(1, 4)))
      .thenRefused('vote.unknown'));

  it('is counted anew whatever rests on another motion, and where what rests on it may go on resting', () => {
    const other = [moved('m-2'), aDecision('d-2', { motionId: 'm-2', after: 'v-m-1' })];
    sitting({}, [...carried, ...other])
      .when(motionDecider, correct(hands(1, 4)))
      .thenAccepted();
    sitting({}, [...carried, aDecision('d-1', { motionId: 'm-1', after: 'v-m-1' })])
      .when(motionDecider, correct(hands(4, 1)))
      .thenAccepted();
  });

  it('is one that was taken', () =>
    sitting({}, [moved('m-1')])
      .when(motionDecider, correct(hands(1, 4)))
      .thenRefused('vote.unknown'));

  it('cannot become one that a decision cannot rest on', () => {
    const decided = [...carried, aDecision('d-1', { motionId: 'm-1', after: 'v-m-1' })];
    sitting({}, decided)
      .when(motionDecider, correct(hands(1, 4)))
      .thenRefused('vote.decision-rests-on-it', { detail: { decisionId: 'd-1' } });
    sitting({}, [...decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }])
      .when(motionDecider, correct(hands(1, 4)))
      .thenAccepted();
  });

  it('cannot become consent where somebody dissented', () =>
    sitting({}, [...carried, { type: 'DissentRecorded', v: 1, data: { person: person('e'), motionId: 'm-1' } }])
      .when(motionDecider, correct({ method: 'consent' }))
      .thenRefused('vote.consent-with-dissent'));

  it('becomes consent where nobody dissented from it, and is counted anew where somebody did', () => {
    const dissent = (motionId: string): MotionEvent => ({ type: 'DissentRecorded', v: 1, data: { person: person('e'), motionId } });
    sitting({}, [...carried, moved('m-2'), dissent('m-2')])
      .when(motionDecider, correct({ method: 'consent' }))
      .thenAccepted();
    sitting({}, [...carried, moved('m-2'), dissent('m-2'), dissent('m-1')])
      .when(motionDecider, correct({ method: 'consent' }))
      .thenRefused('vote.consent-with-dissent');
    sitting({}, [...carried, dissent('m-1')])
      .when(motionDecider, correct(hands(4, 1)))
      .thenAccepted();
  });
});

describe('a motion to rescind', () => {
  const ref = { meetingId: 'board/2015-12-01', decisionId: 'd-old' };
  const old: DecisionAsItStands = {
    decision: ref,
    bodyId: 'board',
    meetingDate: '2015-12-01',
    paragraph: '4',
    words: 'AGREED.',
    standing: 'quorate',
    struck: false,
  };
  const rule = { rescinding: { withinMonths: 6, share: { numerator: 2, denominator: 3 } } };

  it('names a decision of this body that still stands', () => {
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [old] }))
      .then(moved('m-1', { rescinds: ref }));
    sitting()
      .when(motionDecider, move({ rescinds: ref }))
      .thenRefused('motion.rescinds-unknown');
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [{ ...old, bodyId: 'other' }] }))
      .thenRefused('motion.rescinds-elsewhere');
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [{ ...old, rescindedBy: ref }] }))
      .thenRefused('motion.rescinds-gone');
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [{ ...old, supersededBy: ref }] }))
      .thenRefused('motion.rescinds-gone');
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [{ ...old, struck: true }] }))
      .thenRefused('motion.rescinds-gone');
    const others = [
      { ...old, decision: { ...ref, decisionId: 'd-other' }, struck: true },
      { ...old, decision: { ...ref, meetingId: 'other/2015-12-01' }, bodyId: 'other' },
    ];
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [...others, old] }))
      .then(moved('m-1', { rescinds: ref }));
    sitting()
      .when(motionDecider, move({ rescinds: ref }, { decisions: [], behind: true }))
      .thenRefused('motion.register-behind');
  });

  it('needs the share the constitution asks within the time it sets, and an ordinary majority after', () => {
    const meeting = sitting(rule, [moved('m-1', { rescinds: ref }), seconded('m-1')]);
    const took = (facts: object) => meeting.when(motionDecider, vote(hands(3, 2), facts));
    took({ decisions: [old] }).thenAccepted((events) =>
      expect(events.at(-1)).toMatchObject({ data: { result: 'not-carried', decidedBy: 'share' } }),
    );
    took({ decisions: [{ ...old, meetingDate: '2015-09-03' }] }).thenAccepted((events) =>
      expect(events.at(-1)).toMatchObject({ data: { result: 'not-carried', decidedBy: 'share' } }),
    );
    took({ decisions: [], behind: true }).thenRefused('motion.register-behind');
    took({ decisions: [{ ...old, meetingDate: '2015-09-02' }] }).thenAccepted((events) =>
      expect(events.at(-1)).toMatchObject({ data: { result: 'carried', decidedBy: 'majority' } }),
    );
  });
});

describe('a dissent', () => {
  const carried = (more: Partial<VoteTakenData> = {}) => [moved('m-1'), seconded('m-1'), put('m-1'), voted('m-1', 'carried', more)];
  const dissent = (personId: string, of: object = { motionId: 'm-1' }) => ask(motions.RecordDissent, MEETING, { personId, ...of });

  it('is that of several at once, each an event of their own, and of all or of none', () => {
    const several = (people?: string[]) => ask(motions.RecordDissent, MEETING, { people, motionId: 'm-1' });
    const each = (id: string) => ({ type: 'DissentRecorded', v: 1, data: { person: person(id), motionId: 'm-1' } }) as const;
    sitting({}, carried())
      .when(motionDecider, several(['d', 'e']))
      .then(each('d'), each('e'));
    sitting({}, carried())
      .when(motionDecider, several(['d', 'z']))
      .thenRefused('motion.not-in-room', { field: 'people.1' });
    sitting({}, carried())
      .when(motionDecider, several(['d', 'e', 'd']))
      .thenRefused('dissent.recorded-already', { field: 'people.2', detail: { personId: 'd' } });
    sitting({}, carried()).when(motionDecider, several()).thenRefused('dissent.whom', { field: 'people' });
  });

  it('is recorded from what was carried', () =>
    sitting({}, [...carried(), left('e', 'v-m-1')])
      .when(motionDecider, dissent('e'))
      .then({ type: 'DissentRecorded', v: 1, data: { person: person('e'), motionId: 'm-1' } }));

  it('is recorded from a decision without a vote', () => {
    const decided = [aParagraph('s-1', '1', null), aDecision('d-1', { after: 'p-1', paragraphId: 'p-1' })];
    sitting({}, decided)
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .then({ type: 'DissentRecorded', v: 1, data: { person: person('e'), decisionId: 'd-1' } });
    sitting({}, [...decided, withdrew('e')])
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenRefused('motion.withdrew');
    sitting()
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenRefused('dissent.decision-unknown');
  });

  it('is from one thing', () => {
    sitting().when(motionDecider, dissent('e', {})).thenRefused('dissent.of-what', { field: 'motionId' });
    sitting()
      .when(motionDecider, dissent('e', { motionId: 'm-1', decisionId: 'd-1' }))
      .thenRefused('dissent.of-what', { field: 'decisionId' });
  });

  it('is from what is there', () => {
    sitting().when(motionDecider, dissent('e')).thenRefused('motion.unknown');
    const decided = [aParagraph('s-1', '1', null), aDecision('d-1', { after: 'p-1', paragraphId: 'p-1' })];
    sitting({}, [...decided, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }])
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenRefused('dissent.decision-unknown');
  });

  it('from a decision that rests on a vote is one from the vote', () => {
    const yes = { votes: [{ person: person('e'), option: 'yes', weight: 1, role: 'member' }] } as const;
    const decided = aDecision('d-1', { motionId: 'm-1', after: 'v-m-1' });
    sitting({}, [...carried(yes), decided])
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenRefused('dissent.voted-for');
    sitting({}, [...carried(), decided])
      .when(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .and(motionDecider, dissent('e'))
      .thenRefused('dissent.recorded-already');
    sitting({}, [...carried(), decided])
      .when(motionDecider, dissent('e'))
      .and(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenRefused('dissent.recorded-already');
  });

  it('is recorded of everybody who dissents, and of one person from several decisions', () => {
    const decided = [
      aParagraph('s-1', '1', null),
      aDecision('d-1', { after: 'p-1', paragraphId: 'p-1' }),
      aDecision('d-2', { after: 'd-1', paragraphId: 'p-1' }),
    ];
    const first = sitting({}, decided).when(motionDecider, dissent('e', { decisionId: 'd-1' }));
    first.and(motionDecider, dissent('d', { decisionId: 'd-1' })).thenAccepted();
    first.and(motionDecider, dissent('e', { decisionId: 'd-2' })).thenAccepted();
    first.and(motionDecider, dissent('e', { decisionId: 'd-1' })).thenRefused('dissent.recorded-already');
    sitting({}, [...carried(), ...decided])
      .when(motionDecider, dissent('e'))
      .and(motionDecider, dissent('e', { decisionId: 'd-1' }))
      .thenAccepted();
    sitting({}, [...carried(), moved('m-2'), voted('m-2', 'carried')])
      .when(motionDecider, dissent('e'))
      .and(motionDecider, dissent('e', { motionId: 'm-2' }))
      .thenAccepted();
  });

  it('is not from what was not carried, or carried by consent, or voted for', () => {
    sitting({}, [moved('m-1'), seconded('m-1'), put('m-1'), voted('m-1', 'not-carried')])
      .when(motionDecider, dissent('e'))
      .thenRefused('dissent.nothing-carried');
    sitting({}, carried({ method: 'consent' }))
      .when(motionDecider, dissent('e'))
      .thenRefused('dissent.by-consent');
    sitting({}, carried({ votes: [{ person: person('e'), option: 'yes', weight: 1, role: 'member' }] }))
      .when(motionDecider, dissent('e'))
      .thenRefused('dissent.voted-for');
  });

  it('is recorded once, by somebody who took part', () => {
    sitting({}, carried()).when(motionDecider, dissent('e')).and(motionDecider, dissent('e')).thenRefused('dissent.recorded-already');
    sitting({}, [...carried()], ['a', 'b', 'c'])
      .when(motionDecider, dissent('e'))
      .thenRefused('motion.not-in-room');
  });
});

describe('a vote written down late', () => {
  const held = [
    moved('m-1'),
    seconded('m-1'),
    aParagraph('s-1', '1', null),
    anItem('2', { itemId: 'item-2' }),
    aParagraph('s-2', '2', 'p-1'),
    left('c', 'p-2'),
  ] as const;
  const late = { method: 'roll-call', votes: ['a', 'b', 'c'].map((personId) => ({ personId, option: 'yes' })) };
  it('is where it was taken, by those who were there then, and says who did not answer', () => {
    sitting({}, held).when(motionDecider, vote(late)).thenRefused('vote.not-in-room');
    sitting({}, held)
      .when(motionDecider, vote({ ...late, afterParagraph: '1' }))
      .thenAccepted((events) => {
        const taken = events.at(-1) as Extract<MotionEvent, { type: 'VoteTaken' }>;
        expect(taken.data.after).toBe('p-1');
        expect(unanswered(taken.data).map(({ personId }) => personId)).toEqual(['d', 'e']);
      });
  });
  it('is in the item of its motion', () => {
    sitting({}, held)
      .when(motionDecider, vote({ ...late, afterParagraph: '2' }))
      .thenRefused('motion.another-item');
    sitting({}, held)
      .when(motionDecider, vote({ ...late, afterParagraph: '9' }))
      .thenRefused('meeting.no-such-paragraph');
  });
});
