import { because, type Sentences } from '../../../kernel/sentences.js';
import { uncounted } from '../motions/motion.sentences.js';
import { isCounted } from '../votes/vote.words.js';
import { type ProceduralMotion, type ProcedureEvent, type Ruling } from '../votes/procedure.events.js';

const inWords = (choice: string): string => choice.replaceAll('-', ' ');
const under = (standingOrder?: string): string => (standingOrder === undefined ? '' : ` under ${standingOrder}`);
const ruling = ({ kind, by, words, standingOrder, motionId, person }: Ruling): string =>
  `${by.name} ruled (${inWords(kind)})${under(standingOrder)}${motionId === undefined ? '' : ` on ${motionId}`}${person ? ` on ${person.name}` : ''}: ${words}`;

/** The vote on a procedural motion, with whatever settled it and the names. */
export function proceduralVote(vote: ProceduralMotion['vote'], needs?: ProceduralMotion['needs']): string {
  const { method, counts, asWorded, votes, castingVote, lot, result, decidedBy } = vote;
  const { yes, no, abstain, absent, notVoting, paired } = counts;
  return [
    method === 'consent'
      ? 'agreed without a vote'
      : !isCounted(vote)
        ? uncounted({ method, result, asWorded })
        : `by ${inWords(method)} ${yes} for, ${no} against, ${abstain} abstaining, ${absent} absent, ${notVoting} not voting, ${paired} paired`,
    needs && shareInWords(needs),
    isCounted(vote) && `${inWords(result)} (${inWords(decidedBy)})`,
    castingVote && `${castingVote.person.name} gave the casting vote ${castingVote.option === 'yes' ? 'for' : 'against'}`,
    lot && `${lot.drawnBy.name} drew the lot ${lot.option === 'yes' ? 'for' : 'against'}`,
    votes.map(({ person, option }) => `${person.name} ${inWords(option)}`).join(', '),
  ]
    .filter(Boolean)
    .join('; ');
}

export const shareInWords = ({ share, source }: NonNullable<ProceduralMotion['needs']>): string =>
  `it needs ${share.numerator} of ${share.denominator} of those voting (${source})`;

export const procedureSentences: Sentences<ProcedureEvent> = {
  ProceduralMotionTaken: ({ kind, words, standingOrder, motionId, movedBy, secondedBy, needs, vote }) =>
    `${movedBy.name}${secondedBy ? `, seconded by ${secondedBy.name},` : ''} moved (${inWords(kind)}${motionId === undefined ? '' : `, on ${motionId}`})${under(standingOrder)} that ${words}; ${proceduralVote(vote, needs)}`,
  RulingGiven: ruling,
  ProceduralVoteDeclaredVoid: ({ procedureId, ruledBy, reason }) =>
    `${ruledBy.name} declared the vote on procedural motion ${procedureId} void${because(reason)}`,
  RulingDissented: ({ rulingId, people }) => `${people.map(({ name }) => name).join(', ')} dissented from ruling ${rulingId}`,
};
