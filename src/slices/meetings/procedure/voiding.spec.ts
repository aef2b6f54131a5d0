import { describe, expect, it } from '@jest/globals';
import { aDecision, aParagraph, aProceduralMotion, aVote, person } from '../../../../test/support/a-meeting.js';
import { MEETING, NO_FACTS, AGAIN, sitting, motion, amendment, between, PAIR, THREE, hands } from '../../../../test/support/a-division.js';
import { ask } from '../../../../test/support/decider-spec.js';
import { CorrectStep, StrikeStep } from '../corrections/step.commands.js';
import { correctionsDecider } from '../corrections/step.decider.js';
import { decisionDecider } from '../decisions/decision.decider.js';
import { RecordDecision } from '../decisions/decisions.commands.js';
import { minuteText } from '../document/minute-text.js';
import { electionDecider } from '../elections/election.decider.js';
import { HoldElection, TakeElectionRound } from '../elections/elections.commands.js';
import { leftAfter } from '../votes/election.events.js';
import { motionDecider } from '../motions/motion.decider.js';
import { MoveMotion, TakeVote, WithdrawMotion } from '../motions/motions.commands.js';
import { type MeetingStreamEvent } from '../record/meeting.history.js';
import { type Meeting } from '../record/meeting.state.js';
import { divisionDecider } from '../divisions/division.decider.js';
import { DeclareVoteVoid, TakeProceduralMotion } from './procedure.commands.js';
import { procedureDecider } from './procedure.decider.js';

const statuses = ({ motions }: Meeting) => Object.fromEntries(motions.map(({ motionId, status }) => [motionId, status]));

describe('a vote that is declared void', () => {
  const makeVoid = (voteId: string, more: object = {}) =>
    ask(DeclareVoteVoid, MEETING, { voteId, reason: 'The doors were open', ...more }, NO_FACTS);
  const carried = (motionId: string, more: object = {}) => aVote({ voteId: `v-${motionId}`, motionId, ...more });

  it('opens its motion again, to be put again, with who ruled so and why', () => {
    const dissented: MeetingStreamEvent = { type: 'DissentRecorded', v: 1, data: { person: person('d'), motionId: 'm' } };
    const voted = sitting({}, [...motion('m'), carried('m'), dissented]);
    voted.when(procedureDecider, makeVoid('v-m')).then({
      type: 'VoteDeclaredVoid',
      v: 1,
      data: { voteId: 'v-m', sectionId: 's-1', motionIds: ['m'], ruledBy: person('a'), reason: 'The doors were open' },
    });
    voted
      .when(procedureDecider, makeVoid('v-m', { ruledBy: 'c' }))
      .seen((meeting) => {
        expect(statuses(meeting)).toEqual({ m: 'moved' });
        expect(meeting.voidVotes).toMatchObject([{ ruledBy: person('c'), vote: { voteId: 'v-m', result: 'carried' } }]);
        expect(meeting.dissents).toEqual([]);
      })
      .and(motionDecider, ask(TakeVote, MEETING, { motionId: 'm', method: 'show-of-hands', counts: { yes: 1, no: 4 } }, NO_FACTS))
      .thenState((meeting) => expect(statuses(meeting)).toEqual({ m: 'not-carried' }));
  });

  it('brings back what fell by its outcome, and what the division before had left', () => {
    const fell = (motionId: string): MeetingStreamEvent => ({ type: 'MotionFell', v: 1, data: { motionId, why: 'no action is taken' } });
    const voted = [carried('n'), fell('m'), fell('a')].map((event) => Object.assign(event, { commandId: 'one' }));
    sitting({}, [...PAIR, ...amendment('n', { noAction: true }), ...voted])
      .when(procedureDecider, makeVoid('v-n'))
      .thenState((meeting) => expect(statuses(meeting)).toEqual({ m: 'moved', a: 'moved', n: 'moved' }));
    sitting(between('motion-against-each'), THREE)
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .and(divisionDecider, hands({ m: 1, b: 3 }, {}, AGAIN))
      .seen((meeting) => expect(statuses(meeting)).toEqual({ m: 'not-carried', a: 'not-carried', b: 'carried' }))
      .and(procedureDecider, ({ divisions }) => makeVoid(divisions.at(-1)!.divisionId))
      .thenState((meeting) => {
        expect(statuses(meeting)).toEqual({ m: 'moved', a: 'not-carried', b: 'moved' });
        expect(meeting.motions.find(({ motionId }) => motionId === 'm')?.division?.outcome).toBe('goes-on');
        expect(meeting.divisions).toHaveLength(1);
      });
  });

  it('is one that stands, and that nothing was done on', () => {
    sitting({}, motion('m')).when(procedureDecider, makeVoid('v-m')).thenRefused('void.unknown', { field: 'voteId' });
    sitting({}, [...motion('m'), carried('m')])
      .when(procedureDecider, makeVoid('v-m', { ruledBy: 'z' }))
      .thenRefused('attendance.not-recorded', { field: 'ruledBy' });
    for (const rests of [{ motionId: 'm' }, { onLossOf: 'm' }, { divisionId: 'v-m' }])
      sitting({}, [...motion('m'), carried('m'), aDecision('d-1', { after: 'v-m', ...rests })])
        .when(procedureDecider, makeVoid('v-m'))
        .thenRefused('void.decision-rests-on-it', { detail: { decisionId: 'd-1' } });
    sitting({}, [...PAIR, carried('a'), carried('m')])
      .when(procedureDecider, makeVoid('v-a'))
      .thenRefused('void.followed', { detail: { motionId: 'm', status: 'carried' } });
    sitting(between('motion-against-each'), THREE)
      .when(divisionDecider, hands({ m: 3, a: 2 }))
      .and(divisionDecider, hands({ m: 1, b: 3 }, {}, AGAIN))
      .seen((meeting) => expect(meeting.divisions).toHaveLength(2))
      .and(procedureDecider, ({ divisions }) => makeVoid(divisions[0]!.divisionId))
      .thenRefused('void.followed', { detail: { motionId: 'm' } });
  });

  it('can be declared so once', () =>
    sitting({}, [...motion('m'), carried('m')])
      .when(procedureDecider, makeVoid('v-m'))
      .and(procedureDecider, makeVoid('v-m'))
      .thenRefused('void.unknown'));
});

describe('what a vote that is declared void brings back', () => {
  const of = (commandId: string, event: MeetingStreamEvent) => Object.assign(event, { commandId });
  const fell = (motionId: string): MeetingStreamEvent => ({ type: 'MotionFell', v: 1, data: { motionId, why: 'no action is taken' } });
  const vote = (motionId: string) => aVote({ voteId: `v-${motionId}`, motionId });
  const makeVoid = (voteId: string) => ask(DeclareVoteVoid, MEETING, { voteId, reason: 'The doors were open' }, NO_FACTS);

  it('is what fell with it, after it; nothing that fell before, or by another command', () => {
    const all = [...THREE, ...amendment('n', { noAction: true }), ...motion('x'), ...motion('u')];
    const record = [of('zero', vote('x')), of('one', fell('b')), of('one', vote('n')), of('one', fell('m')), of('two', fell('a'))];
    sitting({}, [...all, ...record])
      .when(procedureDecider, makeVoid('v-n'))
      .thenAccepted((events) => expect(events).toMatchObject([{ data: { motionIds: ['n', 'm'] } }]));
  });

  it('is nothing where its motion fell since', () =>
    sitting({}, [...motion('m'), vote('m'), fell('m')])
      .when(procedureDecider, makeVoid('v-m'))
      .thenRefused('void.unknown'));

  it('is nothing where what went on from a division was withdrawn, fell or was voted on since', () => {
    const since: readonly MeetingStreamEvent[] = [{ type: 'MotionWithdrawn', v: 1, data: { motionId: 'a' } }, fell('a'), vote('a')];
    for (const event of since) {
      const divided = sitting({}, THREE).when(divisionDecider, hands({ m: 2, a: 3 }));
      if (!divided.decision.accepted) throw new Error(divided.decision.code);
      sitting({}, [...THREE, ...(divided.decision.events as MeetingStreamEvent[]), event])
        .when(procedureDecider, ({ divisions }) => makeVoid(divisions[0]!.divisionId))
        .thenRefused('void.followed', { detail: { motionId: 'a' } });
    }
  });
});

describe('who declares a vote void', () => {
  const ruling = (more: readonly MeetingStreamEvent[]) =>
    sitting({}, [...motion('m'), aVote({ voteId: 'v-m', motionId: 'm' }), ...more]).when(
      procedureDecider,
      ask(DeclareVoteVoid, MEETING, { voteId: 'v-m', reason: 'The doors were open' }, NO_FACTS),
    );
  it('is said where nobody presides', () =>
    ruling([{ type: 'MemberLeft', v: 1, data: { person: person('a'), after: 'v-m' } }]).thenRefused('void.nobody-presides', {
      field: 'ruledBy',
    }));
  it('may do so where a decision that rested on it was struck, or rests on something else', () => {
    const rests = aDecision('d-1', { after: 'v-m', motionId: 'm' });
    ruling([rests, { type: 'EntryStruck', v: 1, data: { entryId: 'd-1', reason: 'x' } }]).thenAccepted();
    ruling([aDecision('d-1', { after: 'v-m', motionId: 'n' })]).thenAccepted();
    ruling([aDecision('d-1', { after: 'v-m' })]).thenAccepted();
  });
});

describe('a vote of an election that is declared void', () => {
  const MOVED = { movedBy: 'a', secondedBy: 'b' } as const;
  const nominations = ['b', 'c', 'd'].map((id) => ({ nominee: person(id), movedBy: id === 'b' ? 'c' : 'b', secondedBy: 'e' }));
  const counts = (all: Readonly<Record<string, number>>) => Object.entries(all).map(([personId, count]) => ({ personId, count }));
  const held = (all: Readonly<Record<string, number>>) =>
    ask(
      HoldElection,
      MEETING,
      {
        to: { kind: 'office', name: 'chair' },
        nominations,
        rounds: [{ method: 'show-of-hands', counts: counts(all) }],
      },
      { facts: {}, commandId: '01900000-0000-7000-8000-00000000e1ec' },
    );
  const round = (electionId: string, all: Readonly<Record<string, number>>) =>
    ask(TakeElectionRound, MEETING, { electionId, method: 'show-of-hands', counts: counts(all) }, AGAIN);
  const makeVoid = (voteId: string) => ask(DeclareVoteVoid, MEETING, { voteId, reason: 'A paper too many', ruledBy: 'a' }, NO_FACTS);
  const electionOf = ({ elections }: Meeting) => elections[0]!;

  it('elects nobody, and those who were left are voted on again; the minute tells of both', () =>
    sitting({}, [aParagraph('s-1', '1', null)])
      .when(electionDecider, held({ b: 4, c: 1, d: 0 }))
      .seen((meeting) => expect(electionOf(meeting)).toMatchObject({ outcome: 'voted', elected: [{ person: person('b') }] }))
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.electionId))
      .seen((meeting) => {
        expect(electionOf(meeting)).toMatchObject({ outcome: 'open', elected: [], rounds: [{ declaredVoid: true }] });
        expect(meeting.turns).toEqual([]);
      })
      .and(electionDecider, ({ elections }) => round(elections[0]!.electionId, { b: 1, c: 4, d: 0 }))
      .thenState((meeting) => {
        expect(electionOf(meeting)).toMatchObject({ outcome: 'voted', elected: [{ person: person('c') }] });
        expect(minuteText(meeting)).toContain(
          'Councillor B was declared elected.\n\nThe vote was declared void by Councillor A: A paper too many.\n\nThe vote was taken again. On a show of hands there voted for Councillor B 1; for Councillor C 4; and for Councillor D 0 - whereupon Councillor C was declared elected.',
        );
      }));

  it('is the last first, and brings back whoever dropped out by it', () => {
    const twice = sitting({}, [aParagraph('s-1', '1', null)])
      .when(electionDecider, held({ b: 2, c: 2, d: 1 }))
      .seen((meeting) => expect(electionOf(meeting).rounds[0]!.out).toEqual(person('d')))
      .and(electionDecider, ({ elections }) => round(elections[0]!.electionId, { b: 3, c: 2 }));
    twice
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.rounds[1]!.roundId!))
      .seen((meeting) =>
        expect(leftAfter(electionOf(meeting).nominations, electionOf(meeting).rounds).map(({ personId }) => personId)).toEqual(['b', 'c']),
      )
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.electionId))
      .thenState((meeting) =>
        expect(leftAfter(electionOf(meeting).nominations, electionOf(meeting).rounds).map(({ personId }) => personId)).toEqual([
          'b',
          'c',
          'd',
        ]),
      );
    const thrice = sitting({}, [aParagraph('s-1', '1', null)])
      .when(electionDecider, held({ b: 2, c: 2, d: 1 }))
      .and(electionDecider, ({ elections }) => round(elections[0]!.electionId, { b: 3, c: 2 }))
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.rounds[1]!.roundId!));
    thrice.and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.rounds[1]!.roundId!)).thenRefused('void.unknown');
    thrice
      .and(electionDecider, ({ elections }) =>
        ask(
          TakeElectionRound,
          MEETING,
          { electionId: elections[0]!.electionId, method: 'show-of-hands', counts: counts({ b: 2, c: 3 }) },
          { facts: {}, commandId: '01900000-0000-7000-8000-00000000e3ec' },
        ),
      )
      .seen((meeting) => expect(electionOf(meeting)).toMatchObject({ outcome: 'voted', elected: [{ person: person('c') }] }))
      .and(correctionsDecider, ({ told }) =>
        ask(
          StrikeStep,
          MEETING,
          { step: told.find(({ type }) => type === 'ElectionVoteDeclaredVoid')!.revision, reason: 'It stood' },
          { facts: {} },
        ),
      )
      .thenRefused('step.voted-since', { field: 'step' });
  });

  it('is not one by which somebody took part since', () => {
    const toSeat = ask(
      HoldElection,
      MEETING,
      {
        to: { kind: 'seat', seatIds: ['seat-e'] },
        nominations: ['y', 'z'].map((id) => ({ nominee: person(id), ...MOVED })),
        rounds: [{ method: 'show-of-hands', counts: counts({ y: 1, z: 4 }) }],
      },
      { facts: {} },
    );
    const attends: MeetingStreamEvent = {
      type: 'AttendanceRecorded',
      v: 1,
      data: { person: person('z'), as: 'in-attendance', how: 'in-room', after: null },
    };
    sitting({}, [attends, aParagraph('s-1', '1', null)])
      .when(electionDecider, toSeat)
      .and(
        procedureDecider,
        ask(
          TakeProceduralMotion,
          MEETING,
          { kind: 'continue', movedBy: 'a', secondedBy: 'b', method: 'roll-call', votes: [{ personId: 'z', option: 'yes' }] },
          AGAIN,
        ),
      )
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.electionId))
      .thenRefused('attendance.voted');
  });

  it('stands again where that was recorded in error', () =>
    sitting({}, [aParagraph('s-1', '1', null)])
      .when(electionDecider, held({ b: 4, c: 1, d: 0 }))
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.electionId))
      .and(correctionsDecider, ({ told }) =>
        ask(StrikeStep, MEETING, { step: told.at(-1)!.revision, reason: 'Of another vote' }, { facts: {} }),
      )
      .thenState((meeting) => {
        expect(electionOf(meeting)).toMatchObject({ outcome: 'voted', elected: [{ person: person('b') }] });
        expect(minuteText(meeting)).not.toContain('void');
        expect(meeting.turns).toMatchObject([{ office: 'chair', holder: person('b') }]);
      }));

  it('is none where nobody was voted on', () => {
    const unopposed = ask(
      HoldElection,
      MEETING,
      { to: { kind: 'outside-body', name: 'The Trust' }, nominations: [{ nominee: person('c'), ...MOVED }] },
      { facts: {} },
    );
    sitting({}, [aParagraph('s-1', '1', null)])
      .when(electionDecider, unopposed)
      .and(procedureDecider, ({ elections }) => makeVoid(elections[0]!.electionId))
      .thenRefused('void.unknown');
  });
});

describe('a vote on a procedural motion that is declared void', () => {
  const passed = aProceduralMotion({ kind: 'next-business', words: 'the meeting pass to the next business', secondedBy: person('c') });
  const fell: MeetingStreamEvent = { type: 'MotionFell', v: 1, data: { motionId: 'm', why: 'it passed', after: 'y-1' } };
  const makeVoid = ask(DeclareVoteVoid, MEETING, { voteId: 'y-1', reason: 'The doors were open' }, NO_FACTS);
  const voided = sitting({}, [...motion('m'), passed, fell]).when(procedureDecider, makeVoid);

  it('opens again what fell by it, and stands in the minute with who ruled so', () =>
    voided.thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ m: 'moved' });
      expect(meeting.procedures[0]!.declaredVoid).toBe(true);
      expect(minuteText(meeting)).toContain('it was carried. The vote was declared void by Councillor A: The doors were open.');
    }));

  it('can be declared so once, and not where a decision rests on its loss', () => {
    voided.and(procedureDecider, makeVoid).thenRefused('void.unknown');
    const lost = aProceduralMotion({ secondedBy: person('c') }, { result: 'not-carried' });
    sitting({}, [...motion('m'), lost, aDecision('d-1', { after: 'y-1', onLossOf: 'y-1' })])
      .when(procedureDecider, makeVoid)
      .thenRefused('void.decision-rests-on-it', { detail: { decisionId: 'd-1' } });
  });

  it('is lost by nobody: no decision rests on it', () =>
    sitting({}, [aParagraph('s-1', '1', null), aProceduralMotion({ secondedBy: person('c') }, { result: 'not-carried' })])
      .when(procedureDecider, makeVoid)
      .and(decisionDecider, ask(RecordDecision, MEETING, { onLossOf: 'y-1', words: 'AGREED to go on.' }, AGAIN))
      .thenRefused('decision.motion-unknown'));

  it('stands again where that was recorded in error, unless what falls by it was decided since', () => {
    const step = ({ told }: Meeting): number => told.find(({ type }) => type === 'ProceduralVoteDeclaredVoid')!.revision;
    const strike = (meeting: Meeting) => ask(StrikeStep, MEETING, { step: step(meeting), reason: 'Of another vote' }, { facts: {} });
    voided.and(correctionsDecider, strike).thenState((meeting) => {
      expect(statuses(meeting)).toEqual({ m: 'fallen' });
      expect(minuteText(meeting)).toContain('fell: the meeting passed to the next business');
    });
    voided
      .and(motionDecider, ask(TakeVote, MEETING, { motionId: 'm', method: 'consent' }, NO_FACTS))
      .and(correctionsDecider, strike)
      .thenRefused('step.voted-since', { detail: { motionId: 'm' } });
  });
});

describe('a vote on a motion that was declared void in error', () => {
  const voted = [...PAIR, aVote({ voteId: 'v-a', motionId: 'a' })];
  const strike = ({ told }: Meeting) =>
    ask(
      StrikeStep,
      MEETING,
      { step: told.find(({ type }) => type === 'VoteDeclaredVoid')!.revision, reason: 'Of another vote' },
      { facts: {} },
    );
  const voided = sitting({}, voted).when(procedureDecider, ask(DeclareVoteVoid, MEETING, { voteId: 'v-a', reason: 'x' }, NO_FACTS));

  it('stands again, as it had been taken', () => {
    voided.and(correctionsDecider, strike).thenState((meeting) => {
      const right = sitting({}, voted).state;
      expect(meeting.motions).toEqual(right.motions);
      expect(minuteText(meeting)).toBe(minuteText(right));
    });
    voided.and(correctionsDecider, strike).thenAccepted(([struck]) =>
      expect(struck).toMatchObject({
        data: { of: 'VoteDeclaredVoid', entryId: 'v-a', motionIds: ['a'], was: { by: person('a'), why: 'x' } },
      }),
    );
  });

  it('has somebody else who ruled so, and another reason', () =>
    voided
      .and(correctionsDecider, ({ told }) =>
        ask(
          CorrectStep,
          MEETING,
          { step: told.at(-1)!.revision, personId: 'c', why: 'The doors were open', reason: 'Misheard' },
          { facts: {} },
        ),
      )
      .thenState(({ voidVotes }) => expect(voidVotes).toMatchObject([{ ruledBy: person('c'), reason: 'The doors were open' }])));

  it('stays void once the meeting went on: what was voted on, or what it amends, was put', () => {
    voided
      .and(motionDecider, ask(TakeVote, MEETING, { motionId: 'a', method: 'consent' }, NO_FACTS))
      .and(correctionsDecider, strike)
      .thenRefused('step.voted-since', { detail: { motionId: 'a' } });
    voided
      .and(motionDecider, ask(WithdrawMotion, MEETING, { motionId: 'a' }))
      .and(motionDecider, ask(TakeVote, MEETING, { motionId: 'm', method: 'consent' }, NO_FACTS))
      .and(correctionsDecider, strike)
      .thenRefused('step.voted-since');
    voided
      .and(motionDecider, ask(MoveMotion, MEETING, { motionId: 'b', text: 'Or not', movedBy: 'e', amends: 'a' }, NO_FACTS))
      .and(correctionsDecider, strike)
      .thenRefused('step.voted-since', { detail: { motionId: 'b' } });
  });
});
