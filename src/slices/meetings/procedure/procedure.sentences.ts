import { type Sentences } from '../../../kernel/sentences.js';
import { uncounted } from '../motions/motion.sentences.js';
import { isCounted } from '../votes/vote.words.js';
import { type ProcedureEvent, type Ruling } from '../votes/procedure.events.js';

const inWords = (choice: string): string => choice.replaceAll('-', ' ');
const under = (standingOrder?: string): string => (standingOrder === undefined ? '' : ` under ${standingOrder}`);
const ruling = ({ kind, by, words, standingOrder, motionId, person }: Ruling): string =>
  `${by.name} ruled (${inWords(kind)})${under(standingOrder)}${motionId === undefined ? '' : ` on ${motionId}`}${person ? ` on ${person.name}` : ''}: ${words}`;

export const procedureSentences: Sentences<ProcedureEvent> = {
  ProceduralMotionTaken: ({ kind, words, standingOrder, motionId, movedBy, secondedBy, needs, vote }) => {
    const { method, counts, asWorded, votes, castingVote, lot, result, decidedBy } = vote;
    const { yes, no, abstain, absent, notVoting, paired } = counts;
    return [
      `${movedBy.name}${secondedBy ? `, seconded by ${secondedBy.name},` : ''} moved (${inWords(kind)}${motionId === undefined ? '' : `, on ${motionId}`})${under(standingOrder)} that ${words}`,
      method === 'consent'
        ? 'agreed without a vote'
        : !isCounted(vote)
          ? uncounted({ method, result, asWorded })
          : `by ${inWords(method)} ${yes} for, ${no} against, ${abstain} abstaining, ${absent} absent, ${notVoting} not voting, ${paired} paired`,
      needs && `it needs ${needs.share.numerator} of ${needs.share.denominator} of those voting (${needs.source})`,
      isCounted(vote) && `${inWords(result)} (${inWords(decidedBy)})`,
      castingVote && `${castingVote.person.name} gave the casting vote ${castingVote.option === 'yes' ? 'for' : 'against'}`,
      lot && `${lot.drawnBy.name} drew the lot ${lot.option === 'yes' ? 'for' : 'against'}`,
      votes.map(({ person, option }) => `${person.name} ${inWords(option)}`).join(', '),
    ]
      .filter(Boolean)
      .join('; ');
  },
  RulingGiven: ruling,
  RulingDissented: ({ rulingId, people }) => `${people.map(({ name }) => name).join(', ')} dissented from ruling ${rulingId}`,
};
