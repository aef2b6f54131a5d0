import { describe, expect, it } from '@jest/globals';
import { aDecision, anItem, anOpenMeeting, aParagraph, aVote, MEMBERS, person } from '../../../../test/support/a-meeting.js';
import {
  MEETING,
  NO_FACTS,
  AGAIN,
  sitting,
  motion,
  amendment,
  between,
  PAIR,
  THREE,
  proposals,
  hands,
} from '../../../../test/support/a-division.js';
import { ask, type Circumstances, given } from '../../../../test/support/decider-spec.js';
import { type CommandFor } from '../../../kernel/command.js';
import { type Decision } from '../../../kernel/decider.js';
import { type DomainEvent } from '../../../kernel/event.js';
import { type VotingRule } from '../../bodies/constitution.js';
import { decisionDecider } from '../decisions/decision.decider.js';
import { RecordDecision } from '../decisions/decisions.commands.js';
import { motionDecider } from '../motions/motion.decider.js';
import { CorrectVote, GiveCastingVote, RecordDissent, TakeVote } from '../motions/motions.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { divisionDecider } from './division.decider.js';
import { CorrectDivision, TakeDivision } from './divisions.commands.js';

/** Names by what they voted for: `{ m: 'ab', a: 'cd', absent: 'e' }`. */
const roll = (names: Readonly<Record<string, string>>, more: object = {}, circumstances: Circumstances = NO_FACTS) => {
  const others = ['declined', 'absent'];
  const votes = Object.entries(names).flatMap(([what, people]) =>
    [...people].map((personId) => ({ personId, ...(others.includes(what) ? { option: what } : { proposalId: what }) })),
  );
  const ids = Object.keys(names).filter((one) => !others.includes(one));
  const data = { method: 'roll-call', proposals: ids.map((proposalId) => ({ proposalId })), votes, ...more };
  return ask(TakeDivision, MEETING, data as never, circumstances);
};
const taken = (events: readonly object[]): DivisionTakenData =>
  (events as { type: string; data: DivisionTakenData }[]).find(({ type }) => type === 'DivisionTaken')!.data;
const idOf = (decision: Decision<DomainEvent>): string => (decision.accepted ? taken(decision.events).divisionId : decision.code);
const outcomes = ({ proposals: all }: DivisionTakenData) => Object.fromEntries(all.map(({ proposalId, outcome }) => [proposalId, outcome]));
const statuses = ({ motions }: Meeting) => Object.fromEntries(motions.map(({ motionId, status }) => [motionId, status]));

describe('a division between proposals', () => {
  it('is between a motion and an amendment, each name for one of them, declined or absent, and what has the majority is carried', () =>
    sitting({}, PAIR, ['a', 'b', 'c', 'd'])
      .when(divisionDecider, roll({ m: 'a', a: 'cd', declined: 'b', absent: 'e' }))
      .thenAccepted((events, id) => {
        expect(events).toHaveLength(1);
        expect(taken(events)).toEqual({
          divisionId: id,
          sectionId: 's-1',
          method: 'roll-call',
          proposals: [
            { proposalId: 'm', count: 1, outcome: 'lost' },
            { proposalId: 'a', count: 2, outcome: 'carried' },
          ],
          declined: 1,
          absent: 1,
          votes: [
            { person: person('a'), option: 'for', proposalId: 'm', role: 'chair' },
            { person: person('c'), option: 'for', proposalId: 'a', role: 'member' },
            { person: person('d'), option: 'for', proposalId: 'a', role: 'member' },
            { person: person('b'), option: 'declined', role: 'member' },
            { person: person('e'), option: 'absent', role: 'member' },
          ],
          entitled: ['a', 'b', 'c', 'd'].map(person),
          winner: 'a',
          decidedBy: 'majority',
          quorate: true,
          constitutionVersion: 'v1',
        });
      }));

  it('makes the decision of what won, and nothing is put again', () => {
    const divided = sitting({}, PAIR).when(divisionDecider, hands({ m: 2, a: 3 }));
    divided
      .and(motionDecider, ask(TakeVote, MEETING, { motionId: 'm', method: 'show-of-hands', counts: { yes: 5, no: 0 } }, AGAIN))
      .thenRefused('motion.not-live');
    divided.and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'm' }, AGAIN)).thenRefused('decision.motion-not-carried');
    divided
      .and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'a' }, AGAIN))
      .thenAccepted((events) => expect(events).toMatchObject([{ data: { motionId: 'a', words: 'AGREED that a be so.' } }]));
    divided
      .and(decisionDecider, ask(RecordDecision, MEETING, { divisionId: idOf(divided.decision) }, AGAIN))
      .thenAccepted((events) => expect(events).toMatchObject([{ data: { motionId: 'a', words: 'AGREED that a be so.' } }]));
  });

  it('asks for the words of an amendment that won and says only what it changes', () =>
    sitting({}, [...motion('m'), ...amendment('a', { text: 'add "for a year"' })])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'a' }, AGAIN))
      .thenRefused('decision.words-missing', { field: 'words' }));

  it('makes the motion the decision, with its own words, where it won', () =>
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'm' }, AGAIN))
      .thenAccepted((events) => expect(events).toMatchObject([{ data: { words: 'AGREED that m be so.' } }])));

  it('may be between options that nobody moved, and the one that won is the decision', () => {
    const options = [
      { proposalId: 'site-a', words: 'Site A', count: 3 },
      { proposalId: 'site-b', words: 'Site B', count: 2 },
    ];
    const divided = sitting().when(divisionDecider, ask(TakeDivision, MEETING, { method: 'ballot', proposals: options }, NO_FACTS));
    divided.thenAccepted((events, divisionId) => {
      expect(taken(events)).toMatchObject({ sectionId: 's-1', winner: 'site-a', votes: [] });
      divided.and(decisionDecider, ask(RecordDecision, MEETING, { divisionId: divisionId! }, AGAIN)).thenAccepted((decided) => {
        expect(decided).toMatchObject([{ data: { divisionId, words: 'AGREED: Site A.' } }]);
        expect(decided).not.toMatchObject([{ data: { motionId: expect.anything() } }]);
      });
    });
    given(meetingHistory, anOpenMeeting())
      .when(divisionDecider, ask(TakeDivision, MEETING, { method: 'ballot', proposals: options }, NO_FACTS))
      .thenRefused('motion.no-item-in-hand');
  });

  it('is decided once', () => {
    const divided = sitting({}, PAIR).when(divisionDecider, hands({ m: 2, a: 3 }));
    divided.and(divisionDecider, hands({ m: 2, a: 3 }, {}, AGAIN)).thenRefused('motion.not-live', { field: 'proposals.0.proposalId' });
    divided.thenAccepted((_events, divisionId) => {
      const decide = (commandId: string) => ask(RecordDecision, MEETING, { divisionId: divisionId! }, { ...NO_FACTS, commandId });
      divided
        .and(decisionDecider, decide('01900000-0000-7000-8000-00000000c0d1'))
        .and(decisionDecider, decide('01900000-0000-7000-8000-00000000c0d2'))
        .thenRefused('decision.motion-decided-already', { field: 'divisionId' });
    });
  });

  it('is carried on by the winner where other amendments are left: it is put against them next', () => {
    const first = sitting({}, THREE).when(divisionDecider, hands({ m: 2, b: 3 }));
    first.thenAccepted((events, divisionId) => {
      expect(outcomes(taken(events))).toEqual({ m: 'lost', b: 'goes-on' });
      first
        .and(decisionDecider, ask(RecordDecision, MEETING, { divisionId: divisionId!, words: 'AGREED.' }, AGAIN))
        .thenRefused('decision.division-undecided');
    });
    first
      .and(divisionDecider, hands({ b: 1, a: 4 }, {}, AGAIN))
      .thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ b: 'lost', a: 'carried' }));
  });

  it('lets what nobody seconded fall', () =>
    sitting({}, [...PAIR, ...amendment('b', {}, 'e', null)])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenAccepted((events) => {
        expect(events[0]).toMatchObject({ type: 'MotionFell', data: { motionId: 'b', why: 'nobody seconded it' } });
        expect(outcomes(taken(events))).toEqual({ m: 'lost', a: 'carried' });
      }));

  it('leaves every proposal as it was where nothing has the majority it needs', () => {
    const overall = between('all-at-once', { needs: 'overall-majority' });
    const divided = sitting(overall, THREE).when(divisionDecider, hands({ m: 2, a: 2, b: 1 }));
    divided.thenAccepted((events) => expect(taken(events)).toMatchObject({ decidedBy: 'tied' }));
    const short = sitting(overall, THREE, MEMBERS).when(divisionDecider, hands({ m: 2, a: 1, b: 1 }));
    short.thenAccepted((events) => {
      expect(taken(events)).toMatchObject({ decidedBy: 'no-majority' });
      expect(taken(events)).not.toHaveProperty('winner');
    });
    short.and(divisionDecider, hands({ m: 3, a: 1, b: 1 }, {}, AGAIN)).thenAccepted((events) => expect(taken(events).winner).toBe('m'));
    sitting({ majorityOf: 'entitled-and-present' }, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 1 }))
      .thenAccepted((events) => expect(taken(events)).toMatchObject({ decidedBy: 'no-majority' }));
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 0, a: 0 }))
      .thenAccepted((events) => expect(taken(events)).toMatchObject({ decidedBy: 'no-majority' }));
  });

  it('is written down late after a paragraph of its item', () => {
    const late = sitting({}, [
      aParagraph('s-1', '1', null),
      ...PAIR.map((event) => ({ ...event, data: { ...event.data, after: null } }) as MeetingStreamEvent),
    ]);
    late
      .when(divisionDecider, hands({ m: 2, a: 3 }, { afterParagraph: '1' }))
      .thenAccepted((events) => expect(events[0]).toMatchObject({ data: { after: 'p-1' } }));
    late.when(divisionDecider, hands({ m: 2, a: 3 }, { afterParagraph: '9' })).thenRefused('meeting.no-such-paragraph');
  });
});

describe('the proposals of a division', () => {
  it('are there, different, on one item, live and seconded', () => {
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, x: 3 }))
      .thenRefused('motion.unknown', { field: 'proposals.1.proposalId' });
    const twice = [
      { proposalId: 'm', count: 1 },
      { proposalId: 'm', count: 1 },
    ];
    sitting({}, PAIR)
      .when(divisionDecider, hands({}, { proposals: twice }))
      .thenRefused('division.proposal-twice', { field: 'proposals.1.proposalId' });
    const elsewhere = [...PAIR, anItem('2'), ...motion('n', { sectionId: 's-2' })];
    sitting({}, elsewhere)
      .when(divisionDecider, hands({ m: 2, n: 3 }))
      .thenRefused('division.another-item', { field: 'proposals.1.proposalId' });
    const withdrawn = [...PAIR, { type: 'MotionWithdrawn', v: 1, data: { motionId: 'a' } } as const];
    sitting({}, withdrawn)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('motion.not-live', { field: 'proposals.1.proposalId' });
    sitting({}, [...motion('m'), ...amendment('a', {}, 'c', null)])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('motion.not-seconded');
    const option = [
      { proposalId: 'm', words: 'Site A', count: 1 },
      { proposalId: 'a', count: 1 },
    ];
    sitting({}, PAIR)
      .when(divisionDecider, hands({}, { proposals: option }))
      .thenRefused('division.option-is-motion');
  });

  it('are all that is left where one is an option that nobody moved', () => {
    const among = (...ids: string[]) =>
      hands({}, { proposals: [...ids.map((proposalId) => ({ proposalId, count: 1 })), { proposalId: 'o', words: 'Other', count: 2 }] });
    sitting({}, THREE)
      .when(divisionDecider, among('m', 'a'))
      .thenRefused('division.option-leaves-out', { detail: { left: ['b'] } });
    sitting({}, THREE)
      .when(divisionDecider, among('m', 'a', 'b'))
      .thenAccepted();
  });

  it('may have been put already, and nothing else may be', () => {
    const put = (motionId: string): MeetingStreamEvent => ({ type: 'MotionPut', v: 1, data: { motionId } });
    sitting({}, [...PAIR, put('a')])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenAccepted();
    sitting({}, [...PAIR, ...motion('n'), put('n')])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('motion.another-put');
  });

  it('are amendments to which no other is undecided', () => {
    const nested = [...PAIR, ...amendment('aa', { amends: 'a' }, 'e', 'd')];
    sitting({}, nested)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('motion.amendment-undecided', { field: 'proposals.1.proposalId' });
    sitting({}, nested)
      .when(divisionDecider, hands({ a: 2, aa: 3 }))
      .thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ a: 'lost', aa: 'goes-on' }));
  });
});

describe('the names and numbers of a division', () => {
  const refused = (names: Readonly<Record<string, string>>, code: string, more: object = {}, extra: readonly MeetingStreamEvent[] = []) =>
    sitting({}, [...PAIR, ...extra], ['a', 'b', 'c', 'd'])
      .when(divisionDecider, roll(names))
      .thenRefused(code, more);
  it('count nobody twice', () => refused({ m: 'ab', a: 'cb' }, 'vote.named-twice', { field: 'votes.3.personId' }));
  it('count nobody who is not in the room', () => refused({ m: 'ae', a: 'c' }, 'vote.not-in-room', { field: 'votes.1.personId' }));
  it('count nobody who withdrew, or has no vote', () => {
    const withdrew: MeetingStreamEvent = {
      type: 'InterestDeclared',
      v: 1,
      data: { person: person('c'), itemId: 'item-1', outcome: 'declared-and-withdrew', nature: 'Employer', after: null },
    };
    refused({ m: 'ab', a: 'c' }, 'vote.withdrew', { field: 'votes.2.personId' }, [withdrew]);
    const officer: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('o'), as: 'in-attendance', how: 'in-room', after: null },
    };
    refused({ m: 'ab', a: 'o' }, 'vote.not-entitled', { field: 'votes.2.personId' }, [officer]);
  });
  it('are each for one proposal of the division', () => {
    const votes = (one: object) => roll({ m: 'a', a: 'b' }, { votes: [one] });
    sitting({}, PAIR)
      .when(divisionDecider, votes({ personId: 'a' }))
      .thenRefused('division.vote-for-what', { field: 'votes.0.proposalId' });
    sitting({}, PAIR)
      .when(divisionDecider, votes({ personId: 'a', proposalId: 'm', option: 'declined' }))
      .thenRefused('division.vote-for-what');
    sitting({}, PAIR)
      .when(divisionDecider, votes({ personId: 'a', proposalId: 'x' }))
      .thenRefused('division.not-proposed');
  });
  it('agree', () => {
    const said = roll({ m: 'ab', a: 'c' }, { proposals: proposals({ m: 2, a: 2 }) });
    sitting({}, PAIR).when(divisionDecider, said).thenRefused('vote.disagrees-with-names', { field: 'proposals.1.count' });
    sitting({}, PAIR)
      .when(divisionDecider, roll({ m: 'ab', a: 'c' }, { declined: 1 }))
      .thenRefused('vote.disagrees-with-names', { field: 'declined' });
    sitting({}, PAIR)
      .when(
        divisionDecider,
        hands(
          { m: 1, a: 3 },
          {
            votes: [
              { personId: 'b', proposalId: 'm' },
              { personId: 'a', proposalId: 'm' },
            ],
          },
        ),
      )
      .thenRefused('vote.disagrees-with-names', { field: 'proposals.0.count' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 3 }, { votes: [{ personId: 'b', proposalId: 'm' }] }))
      .thenAccepted();
  });
  it('are no more than were there', () => {
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 3, a: 3 }))
      .thenRefused('vote.too-many', { field: 'proposals' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 3 }, { declined: 1 }))
      .thenRefused('vote.too-many');
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 3 }, { absent: 1 }))
      .thenRefused('vote.absent-too-many', { field: 'absent' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: -1, a: 3 }))
      .thenRefused('vote.count-negative', { field: 'proposals.0.count' });
    sitting({}, PAIR, [])
      .when(divisionDecider, hands({ m: 0, a: 0 }))
      .thenRefused('vote.nobody-entitled');
  });
  it('are of a show of hands and a ballot in numbers, of a ballot without names, and of a roll call by name', () => {
    sitting({}, PAIR)
      .when(divisionDecider, hands({}, { proposals: [{ proposalId: 'm', count: 1 }, { proposalId: 'a' }] }))
      .thenRefused('division.count-missing', { field: 'proposals.1.count' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 1, a: 1 }, { method: 'ballot', votes: [{ personId: 'a', proposalId: 'm' }] }))
      .thenRefused('vote.ballot-names', { field: 'votes' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 1, a: 1 }, { method: 'roll-call' }))
      .thenRefused('vote.roll-call-empty', { field: 'votes' });
  });
});

describe('a division that nobody counted', () => {
  const declared = (more: object = {}) =>
    ask(
      TakeDivision,
      MEETING,
      { method: 'declared', proposals: [{ proposalId: 'm' }, { proposalId: 'a' }], winner: 'a', ...more },
      NO_FACTS,
    );
  it('is what was declared carried, and makes the decision as any other', () => {
    const divided = sitting({}, PAIR).when(divisionDecider, declared());
    divided.thenAccepted((events) => {
      expect(taken(events)).toMatchObject({
        winner: 'a',
        decidedBy: 'declared',
        proposals: [{ outcome: 'lost' }, { outcome: 'carried' }],
        votes: [],
      });
      expect(taken(events).proposals[0]).not.toHaveProperty('count');
    });
    divided.and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'a' }, AGAIN)).thenAccepted();
  });
  it('says which, and nothing else', () => {
    sitting({}, PAIR)
      .when(divisionDecider, declared({ winner: undefined }))
      .thenRefused('division.declared-what', { field: 'winner' });
    sitting({}, PAIR)
      .when(divisionDecider, declared({ winner: 'x' }))
      .thenRefused('division.declared-what');
    for (const [field, more] of [
      ['proposals.1.count', { proposals: [{ proposalId: 'm' }, { proposalId: 'a', count: 2 }] }],
      ['votes', { votes: [{ personId: 'a', proposalId: 'a' }] }],
      ['declined', { declined: 1 }],
      ['absent', { absent: 1 }],
      ['castingVote', { castingVote: { personId: 'a', proposalId: 'a' } }],
      ['lot', { lot: { drawnBy: person('a'), proposalId: 'a' } }],
      ['leftTied', { leftTied: true }],
    ] as const)
      sitting({}, PAIR).when(divisionDecider, declared(more)).thenRefused('division.declared-has-votes', { field });
  });
});

describe('a tie between proposals', () => {
  const tie = (more: object = {}) => hands({ m: 2, a: 2 }, more);
  it('is broken by the casting vote of whoever presides, for one of the proposals in it', () => {
    sitting({}, PAIR)
      .when(divisionDecider, tie({ castingVote: { personId: 'a', proposalId: 'a' } }))
      .thenAccepted((events) =>
        expect(taken(events)).toMatchObject({
          winner: 'a',
          decidedBy: 'casting-vote',
          castingVote: { person: person('a'), proposalId: 'a' },
          proposals: [{ count: 2 }, { count: 2 }],
        }),
      );
    sitting({}, PAIR).when(divisionDecider, tie()).thenRefused('division.tie-unbroken', { field: 'castingVote' });
    sitting({}, PAIR)
      .when(divisionDecider, tie({ castingVote: { personId: 'b', proposalId: 'a' } }))
      .thenRefused('vote.not-presiding');
    sitting({}, THREE)
      .when(divisionDecider, hands({ m: 2, a: 2, b: 1 }, { castingVote: { personId: 'a', proposalId: 'b' } }))
      .thenRefused('division.not-tied', { field: 'castingVote.proposalId' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 3, a: 2 }, { castingVote: { personId: 'a', proposalId: 'a' } }))
      .thenRefused('division.no-tie', { field: 'castingVote' });
    sitting({ castingVote: false }, PAIR)
      .when(divisionDecider, tie({ castingVote: { personId: 'a', proposalId: 'a' } }))
      .thenRefused('vote.no-casting-vote');
    const lot = { drawnBy: person('b'), proposalId: 'a' };
    sitting({}, PAIR)
      .when(divisionDecider, tie({ castingVote: { personId: 'a', proposalId: 'a' }, lot }))
      .thenRefused('vote.casting-vote-twice');
  });
  it('is settled by lot where the rule has it so, and on an appointment', () => {
    const lot = { drawnBy: person('b'), proposalId: 'm' };
    sitting({ castingVote: false, tie: 'lot' }, PAIR)
      .when(divisionDecider, tie({ lot }))
      .thenAccepted((events) => expect(taken(events)).toMatchObject({ winner: 'm', decidedBy: 'lot', lot }));
    sitting({}, [...motion('m', { appointment: true }), ...amendment('a')])
      .when(divisionDecider, tie())
      .thenRefused('division.tie-unbroken', { field: 'lot' });
    sitting({}, PAIR).when(divisionDecider, tie({ lot })).thenRefused('vote.no-lot');
    sitting({ castingVote: false, tie: 'lot' }, THREE)
      .when(divisionDecider, hands({ m: 2, a: 2, b: 1 }, { lot: { ...lot, proposalId: 'b' } }))
      .thenRefused('division.not-tied', { field: 'lot.proposalId' });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 1, a: 2 }, { lot }))
      .thenRefused('division.no-tie', { field: 'lot' });
  });
  it('may be left, where that is said', () => {
    sitting({}, PAIR)
      .when(divisionDecider, tie({ leftTied: true }))
      .thenAccepted((events) =>
        expect(taken(events)).toMatchObject({ decidedBy: 'tied', proposals: [{ outcome: 'undecided' }, { outcome: 'undecided' }] }),
      );
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 3, a: 2 }, { leftTied: true }))
      .thenRefused('division.no-tie', { field: 'leftTied' });
    sitting({}, PAIR)
      .when(divisionDecider, tie({ leftTied: true, castingVote: { personId: 'a', proposalId: 'a' } }))
      .thenRefused('vote.casting-vote-twice', { field: 'leftTied' });
  });
  it('that nobody is there to break leaves both as they were', () => {
    const divided = sitting({ castingVote: false }, PAIR).when(divisionDecider, tie());
    divided.thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ m: 'undecided', a: 'undecided' }));
    divided
      .and(motionDecider, ask(GiveCastingVote, MEETING, { motionId: 'm', personId: 'a', option: 'yes' }, AGAIN))
      .thenRefused('vote.no-tie');
    sitting({}, PAIR, ['b', 'c', 'd', 'e']).when(divisionDecider, tie()).thenAccepted();
  });
});

describe('the standing orders of a division', () => {
  const SOURCE = { source: 'Standing Order 10' };
  it('may put each amendment and then the motion', () => {
    const rule = between('amendment-then-motion');
    sitting(rule, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('division.amendments-are-put', { field: 'proposals.1.proposalId', detail: SOURCE });
    sitting(rule, [...motion('m'), ...motion('n')])
      .when(divisionDecider, hands({ m: 2, n: 3 }))
      .thenAccepted();
    sitting(rule, PAIR)
      .when(motionDecider, ask(TakeVote, MEETING, { motionId: 'a', method: 'show-of-hands', counts: { yes: 3, no: 2 } }, NO_FACTS))
      .thenAccepted();
  });
  it('may have each amendment in turn against the motion, or what won in its place, in the order settled', () => {
    const rule = between('motion-against-each');
    sitting(rule, THREE)
      .when(divisionDecider, hands({ m: 1, a: 2, b: 2 }))
      .thenRefused('division.one-against-motion', { detail: SOURCE });
    sitting(rule, THREE)
      .when(divisionDecider, hands({ a: 2, b: 3 }))
      .thenRefused('division.one-against-motion');
    sitting(rule, THREE)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .and(divisionDecider, hands({ a: 3, b: 2 }, {}, AGAIN))
      .thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ a: 'carried', b: 'lost' }));
    const order: MeetingStreamEvent = { type: 'VotingOrderSettled', v: 1, data: { sectionId: 's-1', order: ['b', 'a', 'm'] } };
    sitting(rule, [...THREE, order])
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('motion.out-of-order', { detail: { first: 'b' } });
    sitting(rule, [...THREE, order])
      .when(divisionDecider, hands({ m: 2, b: 3 }))
      .thenAccepted();
  });
  it('may have the amendments against each other first, and the one that is left against the motion', () => {
    const rule = between('amendments-first');
    sitting(rule, THREE)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('division.amendments-first', { field: 'proposals.0.proposalId', detail: SOURCE });
    const first = sitting(rule, THREE).when(divisionDecider, hands({ a: 2, b: 3 }));
    first.thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ a: 'lost', b: 'goes-on' }));
    first
      .and(divisionDecider, hands({ m: 3, b: 2 }, {}, AGAIN))
      .thenAccepted((events) => expect(outcomes(taken(events))).toEqual({ m: 'carried', b: 'lost' }));
  });
  it('may have all proposals at once, by an overall majority', () => {
    const rule = between('all-at-once', { needs: 'overall-majority' });
    sitting(rule, THREE)
      .when(divisionDecider, hands({ m: 2, a: 3 }))
      .thenRefused('division.left-out', { detail: { left: ['b'], ...SOURCE } });
    sitting(rule, THREE)
      .when(divisionDecider, hands({ m: 1, a: 3, b: 1 }))
      .thenAccepted((events) => expect(taken(events)).toMatchObject({ winner: 'a' }));
    sitting(rule, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 2 }, { castingVote: { personId: 'a', proposalId: 'm' } }))
      .thenAccepted();
  });
  it('put an amendment alone only where it is agreed, or where nothing is left beside it', () => {
    const rule = between('all-at-once');
    const vote = (more: object) => ask(TakeVote, MEETING, { motionId: 'a', ...more } as never, NO_FACTS);
    const count = { method: 'show-of-hands', counts: { yes: 3, no: 2 } };
    sitting(rule, PAIR).when(motionDecider, vote(count)).thenRefused('vote.amendment-in-division', { field: 'motionId', detail: SOURCE });
    sitting(rule, PAIR)
      .when(motionDecider, vote({ method: 'consent' }))
      .thenAccepted();
    const alone = [...PAIR, { type: 'MotionFell', v: 1, data: { motionId: 'm', why: 'x' } } as const];
    sitting(rule, alone).when(motionDecider, vote(count)).thenAccepted();
    sitting(rule, [...motion('m', { rescinds: { meetingId: 'board/2015-01-01', decisionId: 'd' } }), ...amendment('a')])
      .when(motionDecider, vote(count))
      .thenAccepted();
  });
});

describe('a proposal to take no action', () => {
  const NO_ACTION = [...THREE, ...amendment('none', { noAction: true, text: 'That no action be taken' })];
  const rule = between('all-at-once', { noActionFirst: true });
  const vote = (motionId: string, yes: number, no: number) =>
    ask(TakeVote, MEETING, { motionId, method: 'show-of-hands', counts: { yes, no } }, NO_FACTS);

  it('is voted for or against before the others, where the constitution has it so', () => {
    sitting(rule, NO_ACTION)
      .when(divisionDecider, hands({ m: 1, a: 1, b: 1, none: 1 }))
      .thenRefused('division.no-action-first', { detail: { motionId: 'none' } });
    sitting(rule, NO_ACTION)
      .when(divisionDecider, hands({ m: 1, a: 1, b: 1 }))
      .thenRefused('division.no-action-first');
    sitting(between('all-at-once'), NO_ACTION)
      .when(divisionDecider, hands({ m: 1, a: 1, b: 2, none: 1 }))
      .thenAccepted();
    sitting({ between: { method: 'amendment-then-motion', noActionFirst: true, source: 'SO' } }, NO_ACTION)
      .when(motionDecider, vote('b', 3, 2))
      .thenRefused('motion.out-of-order', { detail: { first: 'none' } });
  });

  it('is the decision where it is carried, and the others fall', () => {
    const carried = sitting(rule, NO_ACTION).when(motionDecider, vote('none', 3, 2));
    carried.thenAccepted((events) =>
      expect(events.map(({ type, data }) => [type, (data as { motionId: string }).motionId])).toEqual([
        ['MotionPut', 'none'],
        ['VoteTaken', 'none'],
        ['MotionFell', 'm'],
        ['MotionFell', 'a'],
        ['MotionFell', 'b'],
      ]),
    );
    carried
      .and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'none' }, AGAIN))
      .thenAccepted((events) => expect(events).toMatchObject([{ data: { words: 'AGREED that no action be taken.' } }]));
    carried.thenAccepted((events) => {
      const { voteId } = (events[1] as { data: { voteId: string } }).data;
      carried
        .and(motionDecider, ask(CorrectVote, MEETING, { voteId, method: 'show-of-hands', counts: { yes: 2, no: 3 }, reason: 'x' }, AGAIN))
        .thenRefused('vote.others-fell');
    });
  });

  it('leaves the others where it is not carried', () =>
    sitting(rule, NO_ACTION)
      .when(motionDecider, vote('none', 1, 4))
      .and(divisionDecider, hands({ m: 1, a: 1, b: 3 }, {}, AGAIN))
      .thenAccepted((events) => expect(taken(events)).toMatchObject({ winner: 'b' })));
});

describe('a motion to rescind, in a division,', () => {
  const rescinds = { meetingId: 'board/2016-01-01', decisionId: 'd' };
  const facts = {
    facts: {
      decisions: [
        { decision: rescinds, bodyId: 'board', meetingDate: '2016-01-01', paragraph: '1', words: '', standing: 'quorate', struck: false },
      ],
    },
  };
  const rules: Partial<VotingRule> = { rescinding: { withinMonths: 6, share: { numerator: 2, denominator: 3 } } };
  const events = [...motion('m', { rescinds }), ...amendment('a')];
  it('needs the share that rescinding needs, and nothing is decided without it', () => {
    sitting(rules, events)
      .when(divisionDecider, hands({ m: 3, a: 2 }, {}, facts))
      .thenAccepted((all) => expect(taken(all)).toMatchObject({ decidedBy: 'share' }));
    sitting(rules, events)
      .when(divisionDecider, hands({ m: 4, a: 1 }, {}, facts))
      .thenAccepted((all) => expect(taken(all)).toMatchObject({ winner: 'm' }));
    sitting(rules, events)
      .when(divisionDecider, hands({ m: 2, a: 3 }, {}, facts))
      .thenAccepted((all) => expect(taken(all)).toMatchObject({ winner: 'a' }));
    sitting(rules, events)
      .when(divisionDecider, hands({ m: 3, a: 2 }, {}, { facts: { decisions: [], behind: true } }))
      .thenRefused('motion.register-behind');
  });
  it('is the only one', () =>
    sitting(rules, [...events, ...motion('n', { rescinds })])
      .when(divisionDecider, hands({ m: 3, n: 2 }, {}, facts))
      .thenRefused('division.rescinds-twice'));
});

describe('a division corrected', () => {
  const commandId = '01900000-0000-7000-8000-00000000c0d3';
  const corrected = (divisionId: string, data: object) =>
    ask(CorrectDivision, MEETING, { divisionId, method: 'show-of-hands', reason: 'A slip', ...data } as never, { ...NO_FACTS, commandId });
  const first = (events: readonly MeetingStreamEvent[], counts: Readonly<Record<string, number>>) => {
    const divided = sitting({}, events).when(divisionDecider, hands(counts));
    if (!divided.decision.accepted) throw new Error(divided.decision.code);
    return { divided, divisionId: taken(divided.decision.events).divisionId };
  };

  it('is counted again as the room was then, and the other may have won', () => {
    const { divided, divisionId } = first(PAIR, { m: 2, a: 3 });
    const turned = divided.and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 3, a: 2 }) }));
    turned.thenAccepted((events) =>
      expect(events).toMatchObject([{ type: 'DivisionCorrected', data: { divisionId, reason: 'A slip', division: { winner: 'm' } } }]),
    );
    turned.and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'm' }, AGAIN)).thenAccepted();
    divided.and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 4, a: 2 }) })).thenRefused('vote.too-many');
    divided.and(divisionDecider, corrected('x', { proposals: proposals({ m: 3, a: 2 }) })).thenRefused('division.unknown');
    divided
      .and(
        divisionDecider,
        corrected(divisionId, {
          proposals: [
            { proposalId: 'm', count: 1 },
            { proposalId: 'o', words: 'Other', count: 1 },
          ],
        }),
      )
      .thenRefused('division.other-proposals');
  });

  it('is not turned where a decision rests on it', () => {
    const { divided, divisionId } = first(PAIR, { m: 2, a: 3 });
    const rests = divided.and(decisionDecider, ask(RecordDecision, MEETING, { decisionId: 'd-1', motionId: 'a' }, AGAIN));
    rests
      .and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 3, a: 2 }) }))
      .thenRefused('division.decision-rests-on-it', { detail: { decisionId: 'd-1' } });
    rests.and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 1, a: 4 }) })).thenAccepted();
  });

  it('is turned where a decision rests on something else, or was struck; not where one rests on it or on what it lost', () => {
    const { divided, divisionId } = first(PAIR, { m: 2, a: 3 });
    if (!divided.decision.accepted) throw new Error(divided.decision.code);
    const so = divided.decision.events as readonly MeetingStreamEvent[];
    const turning = (...more: readonly MeetingStreamEvent[]) =>
      sitting({}, [...PAIR, ...so, ...more]).when(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 3, a: 2 }) }));
    turning(aDecision('d-1', { motionId: 'x', after: divisionId })).thenAccepted();
    turning(aDecision('d-1', { motionId: 'a', after: divisionId }), {
      type: 'EntryStruck',
      v: 1,
      data: { entryId: 'd-1', reason: 'x' },
    }).thenAccepted();
    for (const rests of [{ divisionId }, { motionId: 'a' }, { onLossOf: 'm' }])
      turning(aDecision('d-1', { after: divisionId, ...rests })).thenRefused('division.decision-rests-on-it');
  });

  it('is not turned where what went on was withdrawn, fell or was voted on since', () => {
    const { divided, divisionId } = first(THREE, { m: 2, a: 3 });
    if (!divided.decision.accepted) throw new Error(divided.decision.code);
    const so = divided.decision.events as readonly MeetingStreamEvent[];
    const since: readonly MeetingStreamEvent[] = [
      { type: 'MotionWithdrawn', v: 1, data: { motionId: 'a' } },
      { type: 'MotionFell', v: 1, data: { motionId: 'a', why: 'x' } },
      aVote({ voteId: 'v-9', motionId: 'a' }),
    ];
    for (const event of since)
      sitting({}, [...THREE, ...so, event])
        .when(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 3, a: 2 }) }))
        .thenRefused('division.followed', { detail: { motionId: 'a' } });
    sitting({}, [...THREE, ...so])
      .when(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 3, a: 2 }) }))
      .thenAccepted();
  });

  it('is of the same proposals, in whatever order, and of motions that there are', () => {
    const { divided, divisionId } = first(PAIR, { m: 2, a: 3 });
    divided.and(divisionDecider, corrected(divisionId, { proposals: proposals({ a: 2, m: 3 }) })).thenAccepted();
    divided
      .and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 2, z: 3 }) }))
      .thenRefused('motion.unknown', { field: 'proposals.1.proposalId' });
  });

  it('keeps what became of its proposals where the same one won, and is not turned where others followed', () => {
    const { divided, divisionId } = first(THREE, { m: 2, a: 3 });
    const followed = divided.and(divisionDecider, hands({ a: 2, b: 3 }, {}, AGAIN));
    followed
      .and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 1, a: 4 }) }))
      .thenAccepted((events) =>
        expect(events).toMatchObject([{ data: { division: { proposals: [{ outcome: 'lost' }, { outcome: 'goes-on' }] } } }]),
      );
    followed
      .and(divisionDecider, corrected(divisionId, { proposals: proposals({ m: 4, a: 1 }) }))
      .thenRefused('division.followed', { detail: { motionId: 'a' } });
  });
});

describe('what a division made of motions', () => {
  const taking = (more: readonly MeetingStreamEvent[], command = hands({ m: 2, a: 3 })) => {
    const divided = sitting({}, more).when(divisionDecider, command);
    if (!divided.decision.accepted) throw new Error(divided.decision.code);
    return given(meetingHistory, [
      ...anOpenMeeting(),
      anItem('1', { itemId: 'item-1' }),
      ...more,
      ...(divided.decision.events as MeetingStreamEvent[]),
    ]).state;
  };
  it('is that one is carried and the others are not; one that goes on may still be voted on', () => {
    expect(statuses(taking(PAIR))).toEqual({ m: 'not-carried', a: 'carried' });
    expect(statuses(taking(THREE))).toEqual({ m: 'not-carried', a: 'moved', b: 'moved' });
    expect(taking(PAIR).entries.map(({ kind }) => kind)).toEqual(['division']);
  });
  it('may be dissented from by whoever did not vote for it', () => {
    const divided = sitting({}, PAIR).when(divisionDecider, roll({ m: 'ab', a: 'cde' }));
    const dissent = (personId: string) => ask(RecordDissent, MEETING, { personId, motionId: 'a' }, AGAIN);
    divided.and(motionDecider, dissent('b')).thenAccepted();
    divided.and(motionDecider, dissent('c')).thenRefused('dissent.voted-for');
    divided.and(motionDecider, ask(RecordDissent, MEETING, { personId: 'c', motionId: 'm' }, AGAIN)).thenRefused('dissent.nothing-carried');
  });
  it('is a decision of its own, and no part of the motion', () => {
    const decided = sitting({}, [...PAIR, aDecision('d-9', { motionId: 'x' })]).when(divisionDecider, hands({ m: 3, a: 2 }));
    decided.and(decisionDecider, ask(RecordDecision, MEETING, { motionId: 'm', divisionId: undefined }, AGAIN)).thenAccepted();
    decided
      .and(decisionDecider, ask(RecordDecision, MEETING, { divisionId: 'v-x', words: 'AGREED.' }, AGAIN))
      .thenRefused('decision.division-unknown');
  });
});

describe('people paired in a division', () => {
  const pair = (one: string, other: string) => [
    { personId: one, option: 'paired', pairedWith: other },
    { personId: other, option: 'paired', pairedWith: one },
  ];
  const called = (votes: readonly object[], more: object = {}) =>
    ask(
      TakeDivision,
      MEETING,
      { method: 'roll-call', proposals: [{ proposalId: 'm' }, { proposalId: 'a' }], votes, ...more } as never,
      NO_FACTS,
    );
  const three = ['a', 'b', 'c'].map((personId) => ({ personId, proposalId: personId === 'c' ? 'a' : 'm' }));

  it('are accounted for apart from whoever declined or was absent, and vote for nothing', () =>
    sitting({}, PAIR)
      .when(divisionDecider, called([...three, ...pair('d', 'e')]))
      .thenAccepted((events) =>
        expect(taken(events)).toMatchObject({
          declined: 0,
          absent: 0,
          paired: 2,
          winner: 'm',
          votes: [{}, {}, {}, { person: person('d'), option: 'paired', pairedWith: 'e' }, { person: person('e'), pairedWith: 'd' }],
        }),
      ));

  it('are two to a pair, each naming the other', () => {
    sitting({}, PAIR)
      .when(divisionDecider, called([...three, { personId: 'd', option: 'paired', pairedWith: 'e' }]))
      .thenRefused('vote.pair-unmatched', { field: 'votes.3.pairedWith', detail: { personId: 'd', pairedWith: 'e' } });
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 1, a: 1 }, { paired: 1 }))
      .thenRefused('vote.paired-odd', { field: 'paired' });
  });

  it('are in the room, and no more than are left there', () => {
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 1 }, { paired: 2 }))
      .thenAccepted((events) => expect(taken(events).paired).toBe(2));
    sitting({}, PAIR)
      .when(divisionDecider, hands({ m: 2, a: 2 }, { paired: 2 }))
      .thenRefused('vote.too-many');
    sitting({}, PAIR)
      .when(divisionDecider, called([...three, ...pair('d', 'e')], { paired: 0 }))
      .thenRefused('vote.disagrees-with-names', { field: 'paired' });
  });

  it('are none where nobody counted', () => {
    const declared = { method: 'declared', winner: 'm', proposals: [{ proposalId: 'm' }, { proposalId: 'a' }], paired: 2 };
    sitting({}, PAIR)
      .when(divisionDecider, ask(TakeDivision, MEETING, declared as never, NO_FACTS))
      .thenRefused('division.declared-has-votes', { field: 'paired' });
  });
});

describe('the place of a division', () => {
  const two = [aParagraph('s-1', '1', null), aParagraph('s-1', '2', 'p-1')];
  const options = {
    method: 'show-of-hands' as const,
    proposals: [
      { proposalId: 'x', words: 'One', count: 3 },
      { proposalId: 'y', words: 'Two', count: 2 },
    ],
  } satisfies CommandFor<typeof TakeDivision>['data'];
  const next = [anItem('2'), aParagraph('s-2', '3', 'p-2')];

  it('is the item of its motions, else the one of the paragraph named, else the one in hand', () => {
    const section = (more: readonly MeetingStreamEvent[], command: Parameters<ReturnType<typeof sitting>['when']>[1]) => {
      let found: unknown;
      sitting({}, more)
        .when(divisionDecider, command)
        .thenAccepted((events) => (found = taken(events).sectionId));
      return found;
    };
    const one = { ...options, proposals: [options.proposals[0]!, { proposalId: 'm', count: 2 }] };
    expect(section([...two, ...PAIR, ...next], hands({ m: 3, a: 2 }))).toBe('s-1');
    expect(section([...two, ...motion('m'), ...next], ask(TakeDivision, MEETING, one, NO_FACTS))).toBe('s-1');
    expect(section([...two, ...next], ask(TakeDivision, MEETING, { ...options, afterParagraph: '1' }, NO_FACTS))).toBe('s-1');
    expect(section([...two, ...next], ask(TakeDivision, MEETING, options, NO_FACTS))).toBe('s-2');
  });

  it('is none before the last of its motions was moved', () => {
    const early = [...motion('m', { after: null }), ...amendment('a', { after: null })];
    const late = [...two, ...early, ...amendment('b', { after: 'p-2' }, 'e', 'd')];
    sitting({}, late)
      .when(divisionDecider, hands({ m: 2, a: 2, b: 1 }, { afterParagraph: '1' }))
      .thenRefused('motion.before-moved', { field: 'afterParagraph' });
  });

  it('is none while the meeting is adjourned', () =>
    sitting({}, [...two, ...PAIR, { type: 'MeetingAdjourned', v: 1, data: { reason: 'Late', after: 'p-2' } }])
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .thenRefused('meeting.adjourned'));
});

describe('what nobody seconded', () => {
  const fallen = (more: readonly MeetingStreamEvent[], counts: Readonly<Record<string, number>>) => {
    let found: readonly unknown[] = [];
    sitting({}, more)
      .when(divisionDecider, hands(counts))
      .thenAccepted((events) => {
        found = events.flatMap(({ type, data }) => (type === 'MotionFell' ? [(data as { motionId: string }).motionId] : []));
      });
    return found;
  };
  it('falls with a division on what it amends, and nothing else does', () => {
    const unseconded = amendment('u', {}, 'e', null);
    const gone: MeetingStreamEvent[] = [...amendment('w', {}, 'e', null), { type: 'MotionWithdrawn', v: 1, data: { motionId: 'w' } }];
    const other = [...motion('n'), ...amendment('x', { amends: 'n' }, 'e', null), ...motion('y', {}, 'e', null)];
    expect(fallen([...PAIR, ...unseconded, ...gone, ...other], { m: 3, a: 2 })).toEqual(['u']);
    expect(fallen([...PAIR, ...amendment('u', { amends: 'a' }, 'e', null)], { m: 3, a: 2 })).toEqual(['u']);
  });
});

describe('a division under standing orders', () => {
  it('of two motions that nothing amends is between them', () =>
    sitting(between('motion-against-each'), [...motion('m'), ...motion('n', {}, 'c', 'd')])
      .when(divisionDecider, hands({ m: 3, n: 2 }))
      .thenAccepted());
  it('takes those first that an order names, and those it does not in any order', () => {
    const order = (...ids: string[]): MeetingStreamEvent => ({ type: 'VotingOrderSettled', v: 1, data: { sectionId: 's-1', order: ids } });
    sitting(between('motion-against-each'), [...THREE, order('m')])
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .thenAccepted();
    sitting(between('motion-against-each'), [...THREE, order('b', 'a', 'm')])
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .thenRefused('motion.out-of-order', { detail: { motionId: 'a', first: 'b' } });
  });
});
