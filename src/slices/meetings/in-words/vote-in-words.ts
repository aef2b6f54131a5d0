import { type VoteMethod, type VoteOption, type VoteTakenData } from '../events/motion.events.js';
import { unanswered } from '../counting/vote-circumstances.js';
import { type DeclaredVoid } from '../votes/division.events.js';
import { peopleNamed } from './people-named.js';
import { sentence } from './wording.js';

export const METHOD: Readonly<Record<VoteMethod, string>> = {
  consent: 'By consent',
  'show-of-hands': 'On a show of hands',
  'roll-call': 'On a roll call',
  ballot: 'On a ballot',
  declared: 'Without a count',
  acclamation: 'By acclamation',
};

const OPTIONS: readonly (readonly [VoteOption, string])[] = [
  ['yes', 'For'],
  ['no', 'Against'],
  ['abstain', 'Abstained'],
  ['not-voting', 'Did not vote'],
  ['absent', 'Absent'],
  ['paired', 'Paired'],
];

/** A vote, whatever it was on. */
type VoteTold = Omit<VoteTakenData, 'voteId' | 'motionId' | 'sectionId'>;

/**
 * A division as a minute tells it, sentence by sentence: the count, the names, and what settled a tie. `short`: why it was not carried where
 * more voted for than against, but fewer than the share that it needed.
 */
export const voteInWords = (
  vote: VoteTold,
  short = 'for want of the larger share of the votes that rescinding needs',
): readonly string[] => [counted(vote, short), ...named(vote), ...settled(vote)];

function counted({ method, counts, decidedBy, result, castingVote, lot, asWorded }: VoteTold, short: string): string {
  const own = asWorded === undefined ? '' : ` (${asWorded.replace(/\.$/, '')})`;
  if (method === 'declared') return `${METHOD[method]} it was declared ${result === 'carried' ? 'carried' : 'not carried'}${own}.`;
  if (method === 'acclamation') return `${METHOD[method]} it was carried${own}.`;
  const carried = result === 'carried' ? 'carried' : 'not carried';
  const outcome =
    result === 'tied'
      ? 'the vote was tied'
      : castingVote || lot
        ? 'the votes were equal'
        : decidedBy === 'share' && result === 'not-carried'
          ? `it was not carried, ${short}`
          : `it was ${carried}`;
  if (method === 'consent' || decidedBy === 'consent') return `By consent ${outcome}.`;
  const other = [
    [counts.abstain, 'abstained'],
    [counts.notVoting, 'did not vote'],
    [counts.absent, 'absent'],
    [counts.paired, 'paired'],
  ] as const;
  const rest = other.filter(([count]) => count > 0).map(([count, word]) => `, ${count} ${word}`);
  return `${METHOD[method]} ${counts.yes} voted for and ${counts.no} against${rest.join('')}; ${outcome}.`;
}

const named = (vote: VoteTold): string[] =>
  [
    ...OPTIONS.map(([option, word]) => [word, vote.votes.filter((one) => one.option === option).map(({ person }) => person.name)] as const),
    ['Did not answer', unanswered(vote).map(({ name }) => name)] as const,
  ].flatMap(([word, names]) => (names.length > 0 ? [`${word}: ${peopleNamed(names)}.`] : []));

/** The vote that follows one that was declared void. */
export const TAKEN_AGAIN = 'The vote was taken again.';

/** `of`: which vote, where it does not stand right above. */
export const voidInWords = ({ ruledBy, reason }: Pick<DeclaredVoid, 'ruledBy' | 'reason'>, of = ''): string =>
  `The vote${of} was declared void by ${ruledBy.name}: ${sentence(reason)}`;

/** What settled a tie: a casting vote, or a lot. */
export function settled({ castingVote, lot, result }: Pick<VoteTakenData, 'castingVote' | 'lot' | 'result'>): string[] {
  const so = `it was ${result === 'carried' ? 'carried' : 'not carried'}.`;
  return [
    ...(castingVote ? [`${castingVote.person.name} used the casting vote ${castingVote.option === 'yes' ? 'for' : 'against'}; ${so}`] : []),
    ...(lot ? [`The lot drawn by ${lot.drawnBy.name} fell ${lot.option === 'yes' ? 'for' : 'against'}; ${so}`] : []),
  ];
}
