import { type Fraction, type PersonNamed, type VotingRule } from '../../bodies/bodies.words.js';
import { type Vote, type VoteCounts, type VoteMethod, type VoteOption } from '../events/motion.events.js';

/** A vote as the clerk records it. Counts left out are nought; in a roll call they follow from the names. */
export interface VoteAsRecorded {
  readonly method: VoteMethod;
  /** What was declared without a count. */
  readonly declared?: 'carried' | 'not-carried';
  /** The body's own words for it. */
  readonly asWorded?: string;
  readonly counts?: Partial<VoteCounts>;
  readonly votes?: readonly NamedVote[];
  readonly castingVote?: { readonly personId: string; readonly option: 'yes' | 'no' };
  readonly lot?: { readonly drawnBy: PersonNamed; readonly option: 'yes' | 'no' };
}

export interface NamedVote {
  readonly personId: string;
  readonly option: VoteOption;
  /** The other of a pair. */
  readonly pairedWith?: string;
}

export type Role = 'chair' | 'member' | 'substitute';

/** Somebody who could vote: in the room, with a voting seat or standing in for one, and not withdrawn from the item. */
export interface Entitled {
  readonly person: PersonNamed;
  readonly role: Role;
}

/** The circumstances of a vote: the rule, and who could take part in it. */
export interface VoteCircumstances {
  readonly rule: VotingRule;
  readonly entitled: readonly Entitled[];
  /** Members with a voting seat who were not in the room, and did not withdraw: they may only be named as absent. */
  readonly absentees: readonly PersonNamed[];
  /** People who cannot vote, though they may have been there, and why. Whoever is in no list was not in the room. */
  readonly barred: readonly { readonly personId: string; readonly why: 'withdrew' | 'not-entitled' }[];
  readonly presiding: PersonNamed | null;
  /** Whoever presides is an officer, who has no vote and no casting vote. */
  readonly officerPresides?: boolean;
  readonly appointment: boolean;
  /** The share of the votes cast that rescinding needs here; absent where an ordinary majority does. */
  readonly share?: Fraction;
}

interface Named {
  readonly method: VoteMethod;
  readonly entitled: readonly PersonNamed[];
  readonly votes: readonly { readonly person: PersonNamed }[];
}

/** Who was entitled to a roll call and is named in no way by it; of any other vote nobody is asked by name. */
export const unanswered = ({ method, entitled, votes }: Named): readonly PersonNamed[] =>
  method === 'roll-call' ? entitled.filter(({ personId }) => !votes.some(({ person }) => person.personId === personId)) : [];

export const COUNTS = ['yes', 'no', 'abstain', 'absent', 'notVoting', 'paired'] as const satisfies readonly (keyof VoteCounts)[];
export const NO_COUNTS: VoteCounts = { yes: 0, no: 0, abstain: 0, absent: 0, notVoting: 0, paired: 0 };

/** Property of {@link VoteCounts} that counts an option. */
export const countOf = (option: VoteOption): keyof VoteCounts => (option === 'not-voting' ? 'notVoting' : option);

/** Roles and weights as Popolo has them; every vote weighs 1. */
export const namedVote = (person: PersonNamed, role: string, { option, pairedWith }: NamedVote): Vote => ({
  person,
  option,
  weight: 1,
  role,
  ...(pairedWith === undefined ? {} : { pairedWith }),
});
