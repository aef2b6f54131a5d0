import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type VotingRule } from '../../src/slices/bodies/constitution.js';
import { type VoteCircumstances, type NamedVote, type VoteAsRecorded } from '../../src/slices/meetings/counting/vote-circumstances.js';
import { type VoteCounts, type VoteOption } from '../../src/slices/meetings/events/motion.events.js';
import { type Counted, countVote } from '../../src/slices/meetings/counting/voting.js';

const person = (id: string) => ({ personId: id, name: id });

const aRule: fc.Arbitrary<VotingRule> = fc.record({
  majorityOf: fc.constantFrom('votes-cast' as const, 'entitled-and-present' as const),
  castingVote: fc.boolean(),
  tie: fc.constantFrom('not-carried' as const, 'standing-orders' as const, 'lot' as const),
  appointments: fc.constantFrom('lot' as const, 'as-other-votes' as const),
  seconder: fc.boolean(),
});

const someCircumstances: fc.Arbitrary<VoteCircumstances> = fc
  .record({
    rule: aRule,
    inRoom: fc.integer({ min: 1, max: 9 }),
    away: fc.integer({ min: 0, max: 4 }),
    withdrew: fc.integer({ min: 0, max: 3 }),
    presiding: fc.constantFrom('in-0', 'out-0', null),
    appointment: fc.boolean(),
    share: fc.option(
      fc.constantFrom({ numerator: 2, denominator: 3 }, { numerator: 1, denominator: 2 }, { numerator: 1, denominator: 1 }),
      { nil: undefined },
    ),
  })
  .map(({ inRoom, away, withdrew, presiding, ...rest }) => ({
    ...rest,
    entitled: Array.from({ length: inRoom }, (_, index) => ({
      person: person(`in-${index}`),
      role: index === 0 ? ('chair' as const) : ('member' as const),
    })),
    absentees: Array.from({ length: away }, (_, index) => person(`away-${index}`)),
    barred: Array.from({ length: withdrew }, (_, index) => ({ personId: `out-${index}`, why: 'withdrew' as const })),
    presiding: presiding === null ? null : person(presiding),
  }));

const side = fc.constantFrom('yes' as const, 'no' as const);
const breaker = fc.record({
  castingVote: fc.option(fc.record({ personId: fc.constantFrom('in-0', 'in-1', 'out-0'), option: side }), { nil: undefined, freq: 2 }),
  lot: fc.option(fc.record({ drawnBy: fc.constant(person('clerk')), option: side }), { nil: undefined, freq: 4 }),
});

const aCount = fc.integer({ min: -1, max: 6 });
const someCounts: fc.Arbitrary<VoteCounts> = fc.record({
  yes: aCount,
  no: aCount,
  abstain: aCount,
  absent: aCount,
  notVoting: aCount,
  paired: aCount,
});
const byHands = fc
  .record({ counts: someCounts, breaker })
  .map(({ counts, breaker }): VoteAsRecorded => ({ method: 'show-of-hands', counts, ...breaker }));

const anOption = fc.constantFrom<VoteOption>('yes', 'no', 'abstain', 'not-voting', 'absent');
/** Names of people in the room, and now and then of somebody who is not, or has withdrawn; two of them may be a pair. */
const aRollCall = (circumstances: VoteCircumstances): fc.Arbitrary<VoteAsRecorded> =>
  fc
    .record({
      names: fc.uniqueArray(
        fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...circumstances.entitled.map((one) => one.person.personId)) },
          { weight: 1, arbitrary: fc.constantFrom('away-0', 'out-0', 'stranger') },
        ),
        { minLength: 1 },
      ),
      options: fc.array(anOption, { minLength: 20, maxLength: 20 }),
      paired: fc.boolean(),
      breaker,
    })
    .map(({ names, options, paired, breaker }) => {
      const votes = names.map((personId, index): NamedVote => ({ personId, option: options[index] ?? 'yes' }));
      const [first, second] = names;
      if (paired && first !== undefined && second !== undefined) {
        votes[0] = { personId: first, option: 'paired', pairedWith: second };
        votes[1] = { personId: second, option: 'paired', pairedWith: first };
      }
      return { method: 'roll-call', votes, ...breaker };
    });

const rollCalls = someCircumstances.chain((circumstances) => fc.tuple(fc.constant(circumstances), aRollCall(circumstances)));

/** Says `refused` for what is refused. */
const judged = (recorded: VoteAsRecorded, circumstances: VoteCircumstances): Counted | 'refused' => {
  const vote = countVote(recorded, circumstances);
  return 'accepted' in vote ? 'refused' : vote;
};

/** A second reading of the rules, slow and plain: ballots in a box, one slip after another. */
function reference(recorded: VoteAsRecorded, circumstances: VoteCircumstances): string {
  const slips: string[] = [];
  const { counts = {} } = recorded;
  for (const [name, count] of Object.entries(counts)) {
    if (count < 0) return 'refused';
    for (let i = 0; i < count; i += 1) slips.push(name);
  }
  const of = (...names: string[]): number => slips.filter((slip) => names.includes(slip)).length;
  const people = circumstances.entitled.length;
  if (of('yes', 'no', 'abstain', 'notVoting', 'paired') > people) return 'refused';
  if (slips.length > people + circumstances.absentees.length) return 'refused';
  if (of('paired') % 2 === 1) return 'refused';

  const { castingVote, lot } = recorded;
  const [yes, no] = [of('yes'), of('no')];
  const { rule, appointment, presiding, share } = circumstances;
  const enough = share === undefined || yes / (yes + no) >= share.numerator / share.denominator || yes + no === 0;
  if (yes === no && yes !== 0 && enough) {
    if (castingVote && lot) return 'refused';
    const byLot = appointment && rule.appointments === 'lot' ? true : !rule.castingVote && rule.tie === 'lot';
    if (castingVote) {
      const allowed = rule.castingVote && !byLot && castingVote.personId === presiding?.personId && !castingVote.personId.startsWith('out');
      return allowed ? (castingVote.option === 'yes' ? 'carried' : 'not-carried') : 'refused';
    }
    if (lot) return byLot ? (lot.option === 'yes' ? 'carried' : 'not-carried') : 'refused';
    return byLot || rule.castingVote || rule.tie === 'standing-orders' ? 'tied' : 'not-carried';
  }
  if (castingVote || lot) return 'refused';
  const most = rule.majorityOf === 'votes-cast' ? yes > no : yes > people - yes;
  return most && enough ? 'carried' : 'not-carried';
}

describe('a vote', () => {
  it('has the result that a slow second reading of the rules gives it', () =>
    fc.assert(
      fc.property(someCircumstances, byHands, (circumstances, recorded) => {
        const vote = judged(recorded, circumstances);
        expect(vote === 'refused' ? vote : vote.result).toBe(reference(recorded, circumstances));
      }),
      { numRuns: 3_000 },
    ));

  it('adds up: never more than the people entitled, and as many names as numbers in a roll call', () =>
    fc.assert(
      fc.property(rollCalls, ([circumstances, recorded]) => {
        const vote = judged(recorded, circumstances);
        if (vote === 'refused') return;
        const { yes, no, abstain, absent, notVoting, paired } = vote.counts;
        expect(yes + no + abstain + notVoting + paired).toBeLessThanOrEqual(circumstances.entitled.length);
        expect(yes + no + abstain + notVoting + paired + absent).toBe(vote.votes.length);
        expect(vote.votes.filter(({ option }) => option === 'yes')).toHaveLength(yes);
      }),
      { numRuns: 1_000 },
    ));

  it('never counts anybody who withdrew', () =>
    fc.assert(
      fc.property(rollCalls, ([circumstances, recorded]) => {
        const vote = judged(recorded, circumstances);
        const barred = new Set(circumstances.barred.map(({ personId }) => personId));
        if (recorded.votes?.some(({ personId }) => barred.has(personId))) expect(vote).toBe('refused');
        if (vote === 'refused') return;
        expect(vote.votes.some(({ person }) => barred.has(person.personId))).toBe(false);
        expect(barred.has(vote.castingVote?.person.personId ?? '')).toBe(false);
      }),
      { numRuns: 1_000 },
    ));

  it('by name gives what the same numbers by show of hands give', () =>
    fc.assert(
      fc.property(rollCalls, ([circumstances, { votes, ...recorded }]) => {
        const byName = judged({ ...recorded, votes }, circumstances);
        if (byName === 'refused') return;
        const byHand = judged({ ...recorded, method: 'show-of-hands', counts: byName.counts }, circumstances);
        expect(byHand).toEqual({ ...byName, method: 'show-of-hands', votes: [] });
      }),
      { numRuns: 1_000 },
    ));
});
