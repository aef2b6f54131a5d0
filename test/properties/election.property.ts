import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { electionDecider } from '../../src/slices/meetings/elections/election.decider.js';
import { HoldElection, TakeElectionRound } from '../../src/slices/meetings/elections/elections.commands.js';
import { assembleMinute } from '../../src/slices/meetings/document/assemble.js';
import { meetingHistory, type MeetingStreamEvent } from '../../src/slices/meetings/record/meeting.history.js';
import { type Meeting } from '../../src/slices/meetings/record/meeting.state.js';
import { anItem, anOpenMeeting, person } from '../support/a-meeting.js';
import { ask, folded, recorded } from '../support/decider-spec.js';

/** Elections of one to three people from up to five, with votes of any numbers, lots drawn rightly and wrongly, against a model that knows no code of theirs. */
const ID = 'board/2016-03-03';
const VOTERS = 5;

const round = fc.record({
  numbers: fc.array(fc.nat({ max: 4 }), { minLength: 5, maxLength: 5 }),
  /** Which of the people left the lot falls on, if one is drawn. */
  lot: fc.option(fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 }), { freq: 2 }),
  /** Whether the lot is drawn as the model needs it. */
  rightly: fc.boolean(),
});
type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;
const elections = fc.record({
  stand: fc.integer({ min: 0, max: 5 }),
  places: fc.integer({ min: 1, max: 3 }),
  rounds: fc.array(round, { maxLength: 8, size: 'max' }),
});

interface Model {
  readonly left: readonly string[];
  readonly elected: readonly string[];
  readonly places: number;
}
type Outcome = Model | 'refused';

/** The rule in other words: a list sorted by votes, cut where the places end; one place asks for more than half. */
function modelled({ left, elected, places }: Model, votes: ReadonlyMap<string, number>, lot: readonly string[] | undefined): Outcome {
  const open = places - elected.length;
  if (open <= 0 || left.length <= open) return 'refused';
  const of = (id: string): number => votes.get(id)!;
  const all = left.reduce((sum, id) => sum + of(id), 0);
  if (Math.max(...left.map(of), Math.ceil(all / open)) > VOTERS) return 'refused';
  const elect = (ids: readonly string[]): Model => ({
    left: left.filter((id) => !ids.includes(id)),
    elected: [...elected, ...ids],
    places,
  });
  const decide = (equal: readonly string[], number: number): readonly string[] | null =>
    lot?.length === number && lot.every((id) => equal.includes(id)) && new Set(lot).size === number ? lot : null;
  const settled = (ids: readonly string[]): Outcome => (lot === undefined ? elect(ids) : 'refused');
  if (all === 0) return settled([]);
  const sorted = [...left].sort((a, b) => of(b) - of(a));
  if (open > 1) {
    const voted = sorted.filter((id) => of(id) > 0);
    const cut = voted[open - 1];
    const next = voted[open];
    if (cut === undefined || next === undefined || of(cut) > of(next)) return settled(voted.slice(0, open));
    const level = voted.filter((id) => of(id) === of(cut));
    const above = voted.filter((id) => of(id) > of(cut));
    const chosen = decide(level, open - above.length);
    return chosen ? elect([...above, ...level.filter((id) => chosen.includes(id))]) : 'refused';
  }
  const [first] = sorted;
  if (of(first!) > all - of(first!)) return settled([first!]);
  if (left.length === 2) {
    const chosen = decide(left, 1);
    return chosen ? elect(chosen) : 'refused';
  }
  const last = left.filter((id) => left.every((other) => of(other) >= of(id)));
  const out = last.length === 1 ? (lot === undefined ? last : null) : decide(last, 1);
  return out ? { left: left.filter((id) => !out.includes(id)), elected, places } : 'refused';
}

function lotOf({ lot, rightly }: Round, model: Model, votes: ReadonlyMap<string, number>): readonly string[] | undefined {
  const drawn = lot?.flatMap((index) => model.left[index % Math.max(1, model.left.length)] ?? []);
  if (!rightly) return drawn;
  // Rightly: the first lot of one or two people that the model takes, if it takes none without.
  if (modelled(model, votes, undefined) !== 'refused') return undefined;
  const pairs = model.left.flatMap((a, at) => [[a], ...model.left.slice(at + 1).map((b) => [a, b])]);
  return pairs.find((one) => modelled(model, votes, one) !== 'refused');
}

interface Played {
  readonly meeting: Meeting;
  readonly outcomes: readonly string[];
}

function play({ stand, places, rounds }: { stand: number; places: number; rounds: readonly Round[] }): Played {
  let meeting = folded(meetingHistory, [...anOpenMeeting(), anItem('1')]);
  let revision = 100;
  const outcomes: string[] = [];
  const record = (events: readonly object[]): void => {
    for (const event of events as readonly MeetingStreamEvent[]) meeting = meetingHistory.evolve(meeting, recorded(event, (revision += 1)));
  };
  const names = ['p', 'q', 'r', 's', 't'].slice(0, stand);
  const nominations = names.map((one) => ({ nominee: person(one), movedBy: 'a', secondedBy: 'b' }));
  const held = electionDecider.decide(
    ask(HoldElection, ID, { to: { kind: 'outside-body', name: 'the Trust' }, places, nominations }, { facts: {} }),
    meeting,
  );
  if (!held.accepted) throw new Error(held.code);
  record(held.events);
  let model: Model = stand <= places ? { left: [], elected: names, places } : { left: names, elected: [], places };
  for (const [index, one] of rounds.entries()) {
    const votes = new Map(model.left.map((id, at) => [id, one.numbers[at]!]));
    const on = lotOf(one, model, votes);
    const counts = [...votes].map(([personId, count]) => ({ personId, count }));
    const lot = on && { lot: { drawnBy: person('clerk'), on: [...on] } };
    const commandId = `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`;
    const { electionId } = meeting.elections[0]!;
    const decided = electionDecider.decide(
      ask(TakeElectionRound, ID, { electionId, method: 'show-of-hands', counts, ...lot }, { facts: {}, commandId }),
      meeting,
    );
    const expected = modelled(model, votes, on);
    expect({ index, accepted: decided.accepted }).toEqual({ index, accepted: expected !== 'refused' });
    outcomes.push(decided.accepted ? 'taken' : decided.code);
    if (!decided.accepted || expected === 'refused') continue;
    record(decided.events);
    model = expected;
    const { elected, outcome } = meeting.elections[0]!;
    expect(elected.map((who) => who.person.personId).toSorted()).toEqual([...model.elected].toSorted());
    expect(outcome).toBe(model.elected.length === places ? 'voted' : 'open');
  }
  return { meeting, outcomes };
}

describe('an election', () => {
  it('elects whom the model elects, and is refused what the model refuses', () => {
    fc.assert(
      fc.property(elections, (one) => {
        const { meeting } = play(one);
        const [election] = meeting.elections;
        expect(election!.elected.length).toBeLessThanOrEqual(one.places);
        expect(new Set(election!.elected.map((who) => who.person.personId)).size).toBe(election!.elected.length);
      }),
      { numRuns: 1_500 },
    );
  });

  it('stands in the minute with every nominee, every number and everybody elected', () => {
    fc.assert(
      fc.property(elections, (one) => {
        const { meeting } = play(one);
        const words = assembleMinute(meeting)
          .sections.flatMap(({ entries }) => entries)
          .flatMap((entry) => (entry.kind === 'election' ? entry.sentences : []))
          .join('\n');
        const [election] = meeting.elections;
        for (const { nominee } of election!.nominations) expect(words).toContain(nominee.name);
        for (const { counts } of election!.rounds)
          for (const { nominee, count } of counts) expect(words).toContain(`for ${nominee.name} ${count}`);
        expect(words.includes('declared elected')).toBe(election!.elected.length > 0);
        expect(words.includes('nobody was elected')).toBe(
          election!.outcome === 'nobody' || election!.rounds.some(({ elected, out }) => elected.length === 0 && !out),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('are elections in which everything happens', () => {
    const played = fc.sample(elections, { seed: 20_160_303, numRuns: 1_500 }).map(play);
    const outcomes = new Set(played.flatMap((one) => one.outcomes));
    for (const code of [
      'taken',
      'election.no-vote-needed',
      'election.settled',
      'election.lot-needed',
      'election.no-lot',
      'election.lot-on-whom',
      'vote.too-many',
    ])
      expect([...outcomes]).toContain(code);
    expect(new Set(played.flatMap(({ meeting }) => meeting.elections.map(({ outcome }) => outcome)))).toEqual(
      new Set(['unopposed', 'voted', 'nobody', 'open']),
    );
  });
});
