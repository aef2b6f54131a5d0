import { describe, expect, it } from '@jest/globals';
import { type VotingRule } from '../../bodies/constitution.js';
import { type VoteCircumstances, type VoteAsRecorded } from './vote-circumstances.js';
import { type VoteCounts } from '../events/motion.events.js';
import { countVote } from './voting.js';

const person = (id: string) => ({ personId: id, name: `Councillor ${id.toUpperCase()}` });

/** 1973 Act Sch 7 para 5: most of the votes cast, a casting vote, appointments by lot. */
const COMMITTEE: VotingRule = { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true };
/** SSI 2014/285 art 11: most of those attending and entitled, no casting vote. */
const JOINT_BOARD: VotingRule = {
  majorityOf: 'entitled-and-present',
  castingVote: false,
  tie: 'standing-orders',
  appointments: 'as-other-votes',
  seconder: false,
};

const room = (more: Partial<VoteCircumstances> = {}): VoteCircumstances => ({
  rule: COMMITTEE,
  entitled: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ person: person(id), role: id === 'a' ? 'chair' : 'member' })),
  absentees: ['f', 'g'].map(person),
  barred: [
    { personId: 'w', why: 'withdrew' },
    { personId: 'n', why: 'not-entitled' },
  ],
  presiding: person('a'),
  appointment: false,
  ...more,
});

const hands = (yes: number, no: number, more: Partial<VoteCounts> = {}): VoteAsRecorded => ({
  method: 'show-of-hands',
  counts: { yes, no, ...more },
});
const call = (votes: string, more: Partial<VoteAsRecorded> = {}): VoteAsRecorded => ({
  method: 'roll-call',
  votes: votes.split(' ').map((one) => {
    const [personId = '', option = '', pairedWith] = one.split('=');
    return { personId, option: option as never, ...(pairedWith ? { pairedWith } : {}) };
  }),
  ...more,
});
const counted = (recorded: VoteAsRecorded, circumstances = room()) => {
  const vote = countVote(recorded, circumstances);
  if ('accepted' in vote) throw new Error(JSON.stringify(vote));
  return vote;
};
const result = (recorded: VoteAsRecorded, circumstances = room()) => {
  const { result, decidedBy } = counted(recorded, circumstances);
  return `${result} by ${decidedBy}`;
};
const refused = (recorded: VoteAsRecorded, code: string, more: object = {}, circumstances = room()) =>
  expect(countVote(recorded, circumstances)).toMatchObject({ accepted: false, code, ...more });

describe('a vote', () => {
  it('is carried by most of the votes cast, whoever abstains', () => {
    expect(result(hands(2, 1, { abstain: 2 }))).toBe('carried by majority');
    expect(result(hands(1, 2, { abstain: 2 }))).toBe('not-carried by majority');
  });

  it('is carried in a joint board only by most of those attending and entitled', () => {
    expect(result(hands(2, 1, { abstain: 2 }), room({ rule: JOINT_BOARD }))).toBe('not-carried by majority');
    expect(result(hands(3, 0), room({ rule: JOINT_BOARD }))).toBe('carried by majority');
    const four = room({ rule: JOINT_BOARD, entitled: room().entitled.slice(0, 4) });
    expect(result(hands(2, 1), four)).toBe('not-carried by majority');
    expect(result(hands(3, 1), four)).toBe('carried by majority');
  });

  it('carries nothing where nobody votes for or against', () =>
    expect(result(hands(0, 0, { abstain: 5 }))).toBe('not-carried by majority'));

  it('is carried by consent without numbers', () => {
    expect(counted({ method: 'consent' })).toEqual({
      method: 'consent',
      counts: { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      votes: [],
      result: 'carried',
      decidedBy: 'consent',
    });
    refused({ method: 'consent', counts: { yes: 5 } }, 'vote.consent-has-votes', { field: 'counts' });
    refused({ method: 'consent', votes: [{ personId: 'a', option: 'yes' }] }, 'vote.consent-has-votes', { field: 'votes' });
    refused({ method: 'consent', counts: { no: 1 } }, 'vote.consent-has-votes', { field: 'counts' });
    refused({ method: 'consent', castingVote: { personId: 'a', option: 'yes' } }, 'vote.consent-has-votes', { field: 'castingVote' });
    refused({ method: 'consent', lot: { drawnBy: person('clerk'), option: 'yes' } }, 'vote.consent-has-votes', { field: 'lot' });
    expect(counted({ method: 'consent', counts: { yes: 0, no: 0 } }).decidedBy).toBe('consent');
  });

  it('keeps names, roles, weights and pairs of a roll call', () =>
    expect(counted(call('a=yes b=no c=paired=d d=paired=c f=absent'))).toMatchObject({
      counts: { yes: 1, no: 1, abstain: 0, absent: 1, notVoting: 0, paired: 2 },
      votes: [
        { person: person('a'), option: 'yes', weight: 1, role: 'chair' },
        { person: person('b'), option: 'no', weight: 1, role: 'member' },
        { person: person('c'), option: 'paired', pairedWith: 'd' },
        { person: person('d'), option: 'paired', pairedWith: 'c' },
        { person: person('f'), option: 'absent' },
      ],
      result: 'tied',
    }));

  it('counts in a roll call the numbers that go without saying', () =>
    expect(counted(call('a=yes b=no c=abstain', { counts: { yes: 1, abstain: 1 } })).counts).toMatchObject({ yes: 1, no: 1, abstain: 1 }));

  it('names in a show of hands those that were noted', () =>
    expect(counted({ ...hands(3, 2), votes: [{ personId: 'e', option: 'no' }] })).toMatchObject({
      counts: { yes: 3, no: 2 },
      votes: [{ person: person('e'), option: 'no' }],
    }));

  it('is taken with somebody in the room', () => refused(hands(0, 0), 'vote.nobody-entitled', {}, room({ entitled: [] })));
});

describe('a vote that cannot be right', () => {
  it.each([
    ['more votes than people entitled in the room', hands(4, 2), 'vote.too-many', { detail: { recorded: 6, entitled: 5 } }],
    ['the same, with those who declined to vote', hands(3, 2, { notVoting: 1 }), 'vote.too-many', {}],
    ['the same, with pairs', hands(3, 1, { paired: 2 }), 'vote.too-many', {}],
    [
      'more absent than are away or not otherwise counted',
      hands(3, 2, { absent: 3 }),
      'vote.absent-too-many',
      { detail: { absent: 3, atMost: 2, notInTheRoom: 2 } },
    ],
    ['a count below nought', hands(3, -1), 'vote.count-negative', { field: 'counts.no' }],
    ['half a vote', hands(2.5, 1), 'vote.count-negative', { field: 'counts.yes' }],
    ['half a pair', hands(2, 1, { paired: 1 }), 'vote.paired-odd', {}],
    ['no numbers', { method: 'ballot' } as const, 'vote.counts-missing', { field: 'counts.yes' }],
    ['no number for', { method: 'ballot', counts: { no: 3 } } as const, 'vote.counts-missing', { field: 'counts.yes' }],
    ['no number against', { method: 'ballot', counts: { yes: 3 } } as const, 'vote.counts-missing', { field: 'counts.no' }],
    ['a count in a roll call of nobody named', call('a=yes', { counts: { no: 1 } }), 'vote.disagrees-with-names', { field: 'counts.no' }],
    [
      'more named as abstaining in a show of hands than counted',
      { ...hands(3, 0), votes: [{ personId: 'a', option: 'abstain' as const }] },
      'vote.disagrees-with-names',
      { field: 'counts.abstain', detail: { recorded: 0, named: 1 } },
    ],
    [
      'a pair whose other half is in another',
      call('a=paired=b b=paired=c c=paired=b'),
      'vote.pair-unmatched',
      { field: 'votes.0.pairedWith' },
    ],
    ['two halves of two pairs', call('a=paired=b b=paired=a c=paired=d d=yes'), 'vote.pair-unmatched', { field: 'votes.2.pairedWith' }],
    ['a pair with somebody unnamed who is paired with another', call('a=paired=x b=paired=a'), 'vote.pair-unmatched', {}],
    ['a pair with a voter named as its other half', call('a=paired=b b=yes=a'), 'vote.pair-unmatched', { field: 'votes.0.pairedWith' }],
    [
      'names in a ballot',
      { method: 'ballot', counts: { yes: 3, no: 2 }, votes: [{ personId: 'a', option: 'yes' }] } as const,
      'vote.ballot-names',
      {},
    ],
    ['a roll call of nobody', { method: 'roll-call' } as const, 'vote.roll-call-empty', {}],
    ['somebody named twice', call('a=yes b=no a=no'), 'vote.named-twice', { field: 'votes.2.personId' }],
    ['somebody who was not in the room', call('a=yes f=yes'), 'vote.not-in-room', { field: 'votes.1.personId' }],
    ['a stranger absent', call('a=yes zz=absent'), 'vote.not-in-room', {}],
    ['somebody who withdrew', call('a=yes w=no'), 'vote.withdrew', { field: 'votes.1.personId' }],
    ['somebody who withdrew, as absent', call('a=yes w=absent'), 'vote.withdrew', {}],
    ['somebody without a vote', call('n=yes'), 'vote.not-entitled', {}],
    [
      'numbers that disagree with the names',
      call('a=yes b=no', { counts: { yes: 2, no: 1 } }),
      'vote.disagrees-with-names',
      { field: 'counts.yes', detail: { recorded: 2, named: 1 } },
    ],
    [
      'more names in a show of hands than hands',
      { ...hands(3, 0), votes: [{ personId: 'a', option: 'no' as const }] },
      'vote.disagrees-with-names',
      { field: 'counts.no' },
    ],
    ['half a pair named', call('a=paired=b b=yes'), 'vote.pair-unmatched', { field: 'votes.0.pairedWith' }],
    ['a pair with nobody', call('a=paired b=paired=a'), 'vote.pair-unmatched', { field: 'votes.0.pairedWith' }],
    [
      'a pair of which one half is paired with a third',
      call('a=paired=b c=paired=a b=abstain'),
      'vote.pair-unmatched',
      { field: 'votes.0.pairedWith' },
    ],
    ['a pair with oneself', call('a=paired=a'), 'vote.pair-unmatched', {}],
    ['a voter in a pair', call('a=yes=b b=yes=a'), 'vote.pair-unmatched', {}],
  ])('has %s', (_what, recorded, code, more) => refused(recorded, code, more));

  it('is refused with nothing counted', () => expect(countVote(hands(4, 2), room())).not.toHaveProperty('counts'));

  it('may count somebody in the room as absent from the division', () => expect(counted(hands(2, 1, { absent: 4 })).counts.absent).toBe(4));
});

describe('a tie', () => {
  const yes = { personId: 'a', option: 'yes' } as const;
  const lot = { drawnBy: person('clerk'), option: 'no' } as const;
  const appointment = { appointment: true };

  it('waits for the casting vote where the person presiding has one', () => {
    expect(result(hands(2, 2))).toBe('tied by tie-rule');
    expect(result({ ...hands(2, 2), castingVote: yes })).toBe('carried by casting-vote');
    expect(result({ ...hands(2, 2), castingVote: { ...yes, option: 'no' } })).toBe('not-carried by casting-vote');
  });

  it('is not broken by a casting vote where the constitution gives none', () => {
    refused({ ...hands(2, 2), castingVote: yes }, 'vote.no-casting-vote', {}, room({ rule: JOINT_BOARD }));
    expect(result(hands(2, 2), room({ rule: JOINT_BOARD }))).toBe('tied by tie-rule');
    expect(result(hands(2, 2), room({ rule: { ...JOINT_BOARD, tie: 'not-carried' } }))).toBe('not-carried by tie-rule');
  });

  it('is broken only by whoever presides', () => {
    refused({ ...hands(2, 2), castingVote: { ...yes, personId: 'b' } }, 'vote.not-presiding', { detail: { presiding: 'Councillor A' } });
    refused({ ...hands(2, 2), castingVote: yes }, 'vote.not-presiding', { detail: { presiding: null } }, room({ presiding: null }));
  });

  it('is not broken by somebody presiding who withdrew', () =>
    refused({ ...hands(2, 2), castingVote: { personId: 'w', option: 'yes' } }, 'vote.withdrew', {}, room({ presiding: person('w') })));

  it('is broken by whoever presides though they have no vote of their own there', () =>
    expect(result({ ...hands(2, 2), castingVote: { personId: 'n', option: 'yes' } }, room({ presiding: person('n') }))).toBe(
      'carried by casting-vote',
    ));

  it('on an appointment is broken by a casting vote where appointments are as other votes', () =>
    expect(
      result({ ...hands(2, 2), castingVote: yes }, room({ ...appointment, rule: { ...COMMITTEE, appointments: 'as-other-votes' } })),
    ).toBe('carried by casting-vote'));

  it('on an appointment goes by lot, whoever presides', () => {
    refused({ ...hands(2, 2), castingVote: yes }, 'vote.appointment-by-lot', {}, room(appointment));
    expect(result(hands(2, 2), room(appointment))).toBe('tied by tie-rule');
    expect(result({ ...hands(2, 2), lot }, room(appointment))).toBe('not-carried by lot');
  });

  it('goes by lot only where the rule says so', () => {
    refused({ ...hands(2, 2), lot }, 'vote.no-lot');
    refused({ ...hands(2, 2), lot }, 'vote.no-lot', {}, room({ ...appointment, rule: JOINT_BOARD }));
    expect(result({ ...hands(2, 2), lot: { ...lot, option: 'yes' } }, room({ rule: { ...JOINT_BOARD, tie: 'lot' } }))).toBe(
      'carried by lot',
    );
  });

  it('is needed for a casting vote and a lot', () => {
    refused({ ...hands(3, 2), castingVote: yes }, 'vote.no-tie', { field: 'castingVote', detail: { yes: 3, no: 2 } });
    refused({ ...hands(3, 2), lot }, 'vote.no-tie', { field: 'lot' }, room(appointment));
    refused({ ...hands(0, 0, { abstain: 5 }), castingVote: yes }, 'vote.no-tie');
  });

  it('is broken once', () => refused({ ...hands(2, 2), castingVote: yes, lot }, 'vote.casting-vote-twice'));
});

describe('a vote to rescind within the time set', () => {
  const twoThirds = room({ share: { numerator: 2, denominator: 3 } });

  it('falls short of no share where nobody votes for or against', () =>
    expect(result(hands(0, 0, { abstain: 5 }), twoThirds)).toBe('not-carried by majority'));

  it('is carried only by the share', () => {
    expect(result(hands(3, 2), twoThirds)).toBe('not-carried by share');
    expect(result(hands(2, 1), twoThirds)).toBe('carried by share');
    expect(result(hands(1, 4), twoThirds)).toBe('not-carried by majority');
    expect(result({ method: 'consent' }, twoThirds)).toBe('carried by consent');
  });

  it('is not rescued by a casting vote', () => {
    expect(result(hands(2, 2), twoThirds)).toBe('not-carried by share');
    expect(result(hands(1, 1), twoThirds)).toBe('not-carried by share');
    refused({ ...hands(1, 1), castingVote: { personId: 'a', option: 'yes' } }, 'vote.no-tie', {}, twoThirds);
  });
});

describe('a vote that nobody counted', () => {
  const declared = (more: Partial<VoteAsRecorded> = {}): VoteAsRecorded => ({ method: 'declared', declared: 'carried', ...more });

  it('is what was declared, in the words of the body, without numbers', () => {
    expect(counted(declared({ asWorded: 'agreed overwhelmingly' }))).toEqual({
      method: 'declared',
      counts: { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 },
      asWorded: 'agreed overwhelmingly',
      votes: [],
      result: 'carried',
      decidedBy: 'declared',
    });
    expect(result(declared({ declared: 'not-carried' }))).toBe('not-carried by declared');
    refused({ method: 'declared' }, 'vote.declared-what', { field: 'declared' });
  });

  it('is carried where it is by acclamation', () => {
    expect(result({ method: 'acclamation' })).toBe('carried by acclamation');
    expect(result({ method: 'acclamation', declared: 'not-carried' })).toBe('carried by acclamation');
  });

  it.each(['declared', 'acclamation'] as const)('has neither numbers nor names, nor a tie to break: %s', (method) => {
    const said = { method, declared: 'carried' } as const;
    refused({ ...said, counts: { yes: 1 } }, 'vote.declared-has-votes', { field: 'counts' });
    refused({ ...said, votes: [{ personId: 'a', option: 'yes' }] }, 'vote.declared-has-votes', { field: 'votes' });
    refused({ ...said, castingVote: { personId: 'a', option: 'yes' } }, 'vote.declared-has-votes', { field: 'castingVote' });
    refused({ ...said, lot: { drawnBy: person('a'), option: 'yes' } }, 'vote.declared-has-votes', { field: 'lot' });
  });

  it.each(['declared', 'acclamation'] as const)(
    'is refused where a share of the votes, or most of those entitled, is needed: %s',
    (method) => {
      const said = { method, declared: 'carried' } as const;
      refused(said, 'vote.count-needed', { field: 'method' }, room({ share: { numerator: 2, denominator: 3 } }));
      refused(said, 'vote.count-needed', { detail: { majorityOf: 'entitled-and-present' } }, room({ rule: JOINT_BOARD }));
    },
  );
});
