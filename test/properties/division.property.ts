import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Command } from '../../src/kernel/decider.js';
import { type BetweenRule, type VotingRule } from '../../src/slices/bodies/constitution.js';
import { divisionDecider } from '../../src/slices/meetings/divisions/division.decider.js';
import { CorrectDivision, TakeDivision } from '../../src/slices/meetings/divisions/divisions.commands.js';
import { nextDivision } from '../../src/slices/meetings/divisions/next-division.js';
import { assembleMinute } from '../../src/slices/meetings/document/assemble.js';
import { renderMinuteHtml } from '../../src/slices/meetings/document/render-html.js';
import { renderMinuteText } from '../../src/slices/meetings/document/minute-text.js';
import { motionDecider } from '../../src/slices/meetings/motions/motion.decider.js';
import { TakeVote, WithdrawMotion } from '../../src/slices/meetings/motions/motions.commands.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { impossibleVotes } from '../../src/slices/meetings/sederunt/impossible-votes.js';
import { type DivisionTakenData } from '../../src/slices/meetings/votes/division.events.js';
import { anItem, anOpenMeeting, person } from '../support/a-meeting.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

/** Meetings that vote between a motion and amendments to it, in any way and under any standing orders, with `e` not in the room. */
const ID = 'board/2016-03-03';
const NO_FACTS = { facts: { decisions: [] } };
const PRESENT = ['a', 'b', 'c', 'd'] as const;
const MOTIONS = ['m', 'a1', 'a2', 'none'] as const;

const rule = fc.record({
  method: fc.constantFrom<BetweenRule['method'] | undefined>(
    undefined,
    'amendment-then-motion',
    'motion-against-each',
    'amendments-first',
    'all-at-once',
  ),
  noActionFirst: fc.boolean(),
  needs: fc.constantFrom('most-votes' as const, 'overall-majority' as const),
  castingVote: fc.boolean(),
  majorityOf: fc.constantFrom<VotingRule['majorityOf']>('votes-cast', 'votes-cast', 'entitled-and-present'),
});
type Rule = typeof rule extends fc.Arbitrary<infer T> ? T : never;

const step = fc.record({
  kind: fc.constantFrom('divide', 'divide', 'divide', 'asked', 'asked', 'correct', 'vote', 'withdraw'),
  among: fc.uniqueArray(fc.constantFrom(...MOTIONS, 'option'), { minLength: 2, maxLength: 5 }),
  method: fc.constantFrom('roll-call' as const, 'roll-call' as const, 'show-of-hands' as const, 'ballot' as const, 'declared' as const),
  /** What each of those in the room does: the number of a proposal, 8 declines, 9 says nothing. */
  votes: fc.tuple(...['a', 'b', 'c', 'd', 'e', 'a'].map(() => fc.constantFrom(0, 0, 1, 1, 2, 3, 8, 9))),
  /** Now and then somebody who is not there votes, or somebody twice. */
  odd: fc.constantFrom('no', 'no', 'no', 'no', 'absent votes', 'twice', 'absent'),
  breaks: fc.nat({ max: 4 }),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const begun = ({ method, noActionFirst, needs, castingVote, majorityOf }: Rule): readonly MeetingStreamEvent[] => [
  ...anOpenMeeting({ present: [...PRESENT] }).map((event): MeetingStreamEvent => {
    if (event.type !== 'MeetingOpened') return event;
    const { standing } = event.data;
    const { constitution } = standing;
    const between = method && { method, noActionFirst, needs, source: 'Standing Order 10' };
    const voting = { ...constitution.voting, castingVote, majorityOf, ...(between && { between }) };
    return { ...event, data: { standing: { ...standing, constitution: { ...constitution, voting } } } };
  }),
  anItem('1'),
  ...MOTIONS.flatMap((motionId): MeetingStreamEvent[] => [
    {
      type: 'MotionMoved',
      v: 1,
      data: {
        motionId,
        sectionId: 's-1',
        text: `That ${motionId} be so`,
        movedBy: person('a'),
        ...(motionId !== 'm' && { amends: 'm' }),
        ...(motionId === 'none' && { noAction: true }),
      },
    },
    { type: 'MotionSeconded', v: 1, data: { motionId, secondedBy: person('b') } },
  ]),
];

function divisionOf({ among, method, votes, odd, breaks }: Step, ids: readonly string[] = among) {
  const voters: string[] = [...PRESENT, ...(odd === 'absent votes' ? ['e'] : []), ...(odd === 'twice' ? ['a'] : [])];
  const names = voters.flatMap((personId, index) => {
    const said = votes[index] ?? 9;
    if (said === 9) return [];
    return [said === 8 ? { personId, option: 'declined' as const } : { personId, proposalId: ids[said % ids.length]! }];
  });
  const away = odd === 'absent' ? [{ personId: 'e', option: 'absent' as const }] : [];
  const byName = method === 'roll-call';
  const counted = (proposalId: string) => names.filter((one) => one.proposalId === proposalId).length;
  const cast = ids[breaks % ids.length]!;
  if (method === 'declared') {
    const proposals = ids.map((proposalId) => ({ proposalId, ...(proposalId === 'option' && { words: 'Something else' }) }));
    return { method, proposals, ...(breaks < 4 && { winner: cast }) };
  }
  return {
    method,
    proposals: ids.map((proposalId) => ({
      proposalId,
      ...(proposalId === 'option' && { words: 'Something else' }),
      ...(!byName && { count: counted(proposalId) }),
    })),
    ...(method === 'ballot' ? {} : { votes: method === 'roll-call' ? [...names, ...away] : names.slice(0, 2) }),
    ...(!byName && { declined: names.filter((one) => one.option === 'declined').length }),
    ...(breaks > 2 && { castingVote: { personId: 'a', proposalId: cast } }),
  };
}

function commandOf(step: Step, index: number, meeting: Meeting): Command | null {
  const more = { ...NO_FACTS, commandId: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}` };
  const last = meeting.divisions.at(-1);
  switch (step.kind) {
    case 'divide':
      return ask(TakeDivision, ID, divisionOf(step), more);
    case 'asked': {
      const { between } = nextDivision(meeting, 's-1');
      return between.length < 2
        ? null
        : ask(
            TakeDivision,
            ID,
            divisionOf(
              step,
              between.map(({ motionId }) => motionId),
            ),
            more,
          );
    }
    case 'correct':
      return last
        ? ask(
            CorrectDivision,
            ID,
            {
              ...divisionOf(
                step,
                last.proposals.map(({ proposalId }) => proposalId),
              ),
              divisionId: last.divisionId,
              reason: 'A slip',
            },
            more,
          )
        : null;
    case 'vote':
      return ask(TakeVote, ID, { motionId: 'none', method: 'show-of-hands', counts: { yes: step.breaks, no: 4 - step.breaks } }, more);
    case 'withdraw':
      return step.breaks === 4 ? ask(WithdrawMotion, ID, { motionId: step.among.find((one) => one !== 'm') ?? 'a1' }, more) : null;
  }
}

interface Played {
  readonly meeting: Meeting;
  readonly taken: readonly DivisionTakenData[];
  readonly refused: readonly string[];
}

function play(rules: Rule, steps: readonly Step[]): Played {
  let meeting = folded(meetingHistory, begun(rules));
  let revision = 100;
  const taken: DivisionTakenData[] = [];
  const refused: string[] = [];
  for (const [index, one] of steps.entries()) {
    const command = commandOf(one, index, meeting);
    if (!command) continue;
    const decider = command.type === 'TakeDivision' || command.type === 'CorrectDivision' ? divisionDecider : motionDecider;
    const decided = decider.decide(command as never, meeting);
    if (!decided.accepted) {
      refused.push(decided.code);
      continue;
    }
    for (const event of decided.events as readonly MeetingStreamEvent[]) {
      if (event.type === 'DivisionTaken') taken.push(event.data);
      if (event.type === 'DivisionCorrected') taken.push(event.data.division);
      meeting = meetingHistory.evolve(meeting, recorded(event, (revision += 1)));
    }
  }
  return { meeting, taken, refused };
}

const meetings = fc.tuple(rule, fc.array(step, { minLength: 2, maxLength: 12, size: 'max' }));

/** By a model of its own: which proposals have the most votes, and whether that is enough. */
function winnerOf(
  { method: how, winner, proposals: among, entitled, castingVote }: DivisionTakenData,
  { method, needs, majorityOf }: Rule,
): string | undefined {
  if (how === 'declared') return winner;
  const proposals = among.map((one) => ({ ...one, count: one.count ?? 0 }));
  const most = Math.max(...proposals.map(({ count }) => count));
  const all = proposals.map(({ count }) => count).reduce((sum, count) => sum + count, 0);
  const [first, ...others] = proposals.filter(({ count }) => count === most);
  if (most === 0) return undefined;
  if (others.length > 0) return castingVote?.proposalId;
  if (method !== undefined && needs === 'overall-majority' && most <= all - most) return undefined;
  return majorityOf === 'entitled-and-present' && most <= entitled.length - most ? undefined : first?.proposalId;
}

describe('a division between proposals', () => {
  it('has numbers, names and a winner that agree', () => {
    fc.assert(
      fc.property(meetings, ([rules, steps]) => {
        for (const division of play(rules, steps).taken) {
          const { votes, declined, absent, entitled, winner, method, castingVote } = division;
          expect(winner).toBe(winnerOf(division, rules));
          const proposals = division.proposals.map((one) => ({ ...one, count: one.count ?? 0 }));
          expect(division.proposals.every(({ count }) => (count === undefined) === (method === 'declared'))).toBe(true);
          const named = (proposalId: string) => votes.filter((one) => one.proposalId === proposalId).length;
          for (const { proposalId, count } of proposals)
            if (method === 'roll-call') expect(count).toBe(named(proposalId));
            else expect(count).toBeGreaterThanOrEqual(named(proposalId));
          const present = proposals.map(({ count }) => count).reduce((sum, count) => sum + count, declined);
          expect(present).toBeLessThanOrEqual(entitled.length);
          expect(absent).toBeLessThanOrEqual(entitled.length - present + 1);
          const outcomes = proposals.map(({ outcome }) => outcome);
          if (winner === undefined) expect(new Set(outcomes)).toEqual(new Set(['undecided']));
          else expect(outcomes.filter((one) => one !== 'lost')).toHaveLength(1);
          const most = Math.max(...proposals.map(({ count }) => count));
          if (castingVote) expect(proposals.filter(({ count }) => count === most).map(({ proposalId }) => proposalId)).toContain(winner);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('counts nobody twice, and nobody who was not there but as absent', () => {
    fc.assert(
      fc.property(meetings, ([rules, steps]) => {
        const { meeting, taken } = play(rules, steps);
        expect(impossibleVotes(meeting)).toEqual([]);
        for (const { votes } of taken) {
          const people = votes.map((one) => one.person.personId);
          expect(new Set(people).size).toBe(people.length);
          for (const { person: who, option, proposalId } of votes) {
            expect(option === 'for').toBe(proposalId !== undefined);
            if (who.personId === 'e') expect(option).toBe('absent');
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('makes one proposal of a motion and its amendments the decision at most, and leaves none live beside it', () => {
    fc.assert(
      fc.property(meetings, ([rules, steps]) => {
        const { meeting, taken } = play(rules, steps);
        const carried = meeting.motions.filter(({ status }) => status === 'carried');
        expect(carried.length).toBeLessThanOrEqual(1);
        if (carried.length === 1) expect(meeting.motions.filter(({ status }) => status === 'moved' || status === 'put')).toEqual([]);
        const won = taken.at(-1)?.proposals.find(({ outcome }) => outcome === 'carried');
        const last = meeting.divisions.at(-1);
        expect(taken.length === 0 || meeting.divisions.includes(last!)).toBe(true);
        if (won && won.words === undefined && last?.proposals.includes(won))
          expect(carried.map(({ motionId }) => motionId)).toEqual([won.proposalId]);
      }),
      { numRuns: 600 },
    );
  });

  it('is one that the standing orders allow, wherever it is what they have voted on next', () => {
    fc.assert(
      fc.property(meetings, fc.boolean(), ([rules, steps], turned) => {
        const { meeting } = play(rules, steps);
        const { between, asked } = nextDivision(meeting, 's-1');
        if (!asked || meeting.motions.some(({ motionId, status }) => rules.noActionFirst && motionId === 'none' && status === 'moved'))
          return;
        const ids = between.map(({ motionId }) => motionId);
        const proposals = (turned ? ids.toReversed() : ids).map((proposalId, index) => ({ proposalId, count: index === 0 ? 3 : 0 }));
        const decided = divisionDecider.decide(ask(TakeDivision, ID, { method: 'ballot', proposals }, NO_FACTS), meeting);
        expect(decided).toMatchObject({ accepted: true });
      }),
      { numRuns: 400 },
    );
  });

  it('stands in the minute with every number and every name', () => {
    fc.assert(
      fc.property(meetings, ([rules, steps]) => {
        const { meeting } = play(rules, steps);
        const document = assembleMinute(meeting);
        const [text, html] = [renderMinuteText(document), renderMinuteHtml(document)];
        const told = document.sections.flatMap(({ entries }) => entries).flatMap((entry) => (entry.kind === 'division' ? [entry] : []));
        expect(told.map(({ entryId }) => entryId)).toEqual(meeting.divisions.map(({ divisionId }) => divisionId));
        for (const [index, { sentences }] of told.entries()) {
          const words = sentences.join('\n');
          const division = meeting.divisions[index]!;
          for (const { count } of division.proposals)
            if (count !== undefined) expect(words).toMatch(new RegExp(`(?: ${count}[,;. ]| \\(${count}\\))`));
          // Several councillors share the title, so each is known by the rest of the name.
          for (const { person: who } of division.votes) expect(words).toMatch(new RegExp(`\\b${who.name.split(' ').at(-1)}\\b`));
          expect(words).toMatch(division.winner === undefined ? /nothing was decided/ : /was declared carried|went forward/);
          for (const sentence of sentences) for (const whole of [text, html]) expect(whole).toContain(sentence);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are meetings in which everything happens', () => {
    const played = fc.sample(meetings, { seed: 20_160_303, numRuns: 1_500 }).map(([rules, steps]) => play(rules, steps));
    const outcomes = new Set(played.flatMap(({ taken }) => taken.flatMap(({ proposals }) => proposals.map(({ outcome }) => outcome))));
    expect(outcomes).toEqual(new Set(['carried', 'goes-on', 'lost', 'undecided']));
    expect(new Set(played.flatMap(({ taken }) => taken.map(({ decidedBy }) => decidedBy)))).toEqual(
      new Set(['majority', 'declared', 'casting-vote', 'tied', 'no-majority']),
    );
    const refused = new Set(played.flatMap((one) => one.refused));
    for (const code of [
      'vote.named-twice',
      'vote.not-in-room',
      'division.tie-unbroken',
      'division.no-tie',
      'division.not-tied',
      'division.no-action-first',
      'division.amendments-are-put',
      'division.one-against-motion',
      'division.amendments-first',
      'division.left-out',
      'division.declared-what',
      'division.option-leaves-out',
      'division.followed',
      'motion.not-live',
    ])
      expect([...refused]).toContain(code);
  });
});
