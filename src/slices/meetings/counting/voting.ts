import { type Fraction, type PersonNamed } from '../../bodies/bodies.words.js';
import { type Refusal, type RefusalDetail } from '../../../kernel/refusal.js';
import { COUNTS, type VoteCircumstances, NO_COUNTS, type VoteAsRecorded } from './vote-circumstances.js';
import { type VoteCounts, type VoteTakenData } from '../events/motion.events.js';
import { refuseVote } from './vote.refusals.js';
import { oddPairs } from './names-of-a-vote.js';
import { countNames } from './voting-names.js';

export type Counted = Pick<VoteTakenData, 'method' | 'counts' | 'asWorded' | 'votes' | 'castingVote' | 'lot' | 'result' | 'decidedBy'>;

/** The number in the room: everyone counted except the absent. */
export const inTheDivision = ({ yes, no, abstain, notVoting, paired }: VoteCounts): number => yes + no + abstain + notVoting + paired;

/**
 * Counts a vote under the constitution in force, or says why it cannot be right.
 *
 * Sources: 1973 Act Sch 7 para 5 (majority of those present and voting, casting vote, appointments by lot);
 * SSI 2014/285 art 11 (majority of the voting members attending and entitled to vote).
 */
export function countVote(recorded: VoteAsRecorded, circumstances: VoteCircumstances): Counted | Refusal {
  if (circumstances.entitled.length === 0) return refuseVote('vote.nobody-entitled');
  if (recorded.method === 'consent') return byConsent(recorded);
  if (recorded.method === 'declared' || recorded.method === 'acclamation')
    return byReadingTheRoom(recorded, recorded.method, circumstances);
  const named = countNames(recorded, circumstances);
  if ('accepted' in named) return named;
  const counted = impossible(named.counts, circumstances) ?? outcome(named.counts, recorded, circumstances);
  return 'accepted' in counted ? counted : { method: recorded.method, ...named, ...counted };
}

/** The field that only a vote that was counted has, where one is said. */
function fieldOfCount({ counts = {}, votes = [], castingVote, lot }: VoteAsRecorded): string | undefined {
  if (Object.values(counts).some((count) => count !== 0)) return 'counts';
  return votes.length > 0 ? 'votes' : castingVote ? 'castingVote' : lot && 'lot';
}

/** A share of the votes, and most of those entitled, need a count. */
function byReadingTheRoom(
  recorded: VoteAsRecorded,
  method: 'declared' | 'acclamation',
  { share, rule }: VoteCircumstances,
): Counted | Refusal {
  const field = fieldOfCount(recorded);
  if (field) return refuseVote('vote.declared-has-votes', { field, detail: { method } });
  if (share || rule.majorityOf !== 'votes-cast')
    return refuseVote('vote.count-needed', { field: 'method', detail: { method, majorityOf: rule.majorityOf, ...(share && { share }) } });
  const { declared, asWorded } = recorded;
  const result = method === 'acclamation' ? 'carried' : declared;
  if (result === undefined) return refuseVote('vote.declared-what', { field: 'declared' });
  return { method, counts: NO_COUNTS, ...(asWorded !== undefined && { asWorded }), votes: [], result, decidedBy: method };
}

function byConsent(recorded: VoteAsRecorded): Counted | Refusal {
  const field = fieldOfCount(recorded);
  if (field) return refuseVote('vote.consent-has-votes', { field });
  return { method: 'consent', counts: NO_COUNTS, votes: [], result: 'carried', decidedBy: 'consent' };
}

function impossible(counts: VoteCounts, circumstances: VoteCircumstances): Refusal | null {
  for (const name of COUNTS) {
    if (!Number.isSafeInteger(counts[name]) || counts[name] < 0)
      return refuseVote('vote.count-negative', { field: `counts.${name}`, detail: { [name]: counts[name] } });
  }
  const many = tooMany({ recorded: inTheDivision(counts), absent: counts.absent, counts }, circumstances, {
    recorded: 'counts',
    absent: 'counts.absent',
  });
  return many ?? oddPairs(counts.paired, 'counts.paired');
}

interface Numbers {
  /** How many are counted as in the room. */
  readonly recorded: number;
  readonly absent: number;
  /** What was counted, for the refusal. */
  readonly counts: object;
}

/** More than could vote, or more absent than are left. `fields`: what the refusal names. */
export function tooMany(
  { recorded, absent, counts }: Numbers,
  { entitled, absentees }: Pick<VoteCircumstances, 'entitled' | 'absentees'>,
  fields: { readonly recorded: string; readonly absent: string },
): Refusal | null {
  if (recorded > entitled.length)
    return refuseVote('vote.too-many', {
      field: fields.recorded,
      detail: { ...counts, recorded, entitled: entitled.length, who: entitled.map(({ person }) => person.name) },
    });
  const inTheRoomAndNotCounted = entitled.length - recorded;
  const atMost = inTheRoomAndNotCounted + absentees.length;
  return absent > atMost
    ? refuseVote('vote.absent-too-many', {
        field: fields.absent,
        detail: { absent, atMost, notInTheRoom: absentees.length, inTheRoomAndNotCounted },
      })
    : null;
}

type Outcome = Pick<Counted, 'result' | 'decidedBy' | 'castingVote' | 'lot'>;
type Side = 'yes' | 'no';
const resultOf = (option: Side) => (option === 'yes' ? 'carried' : 'not-carried');

/** As many for as against, and somebody voted; where nobody votes for or against, nothing is carried and there is no tie to break. */
export const isTie = ({ yes, no }: VoteCounts): boolean => yes === no && yes > 0;

/** Whether the votes for reach the share of the votes cast; a casting vote is not counted. */
export const reaches = ({ yes, no }: VoteCounts, { numerator, denominator }: Fraction): boolean =>
  yes * denominator >= numerator * (yes + no);

function outcome(counts: VoteCounts, recorded: VoteAsRecorded, circumstances: VoteCircumstances): Outcome | Refusal {
  const short = circumstances.share !== undefined && !reaches(counts, circumstances.share);
  if (!isTie(counts) || short) {
    const breaker = recorded.castingVote ? 'castingVote' : recorded.lot && 'lot';
    if (breaker)
      return refuseVote('vote.no-tie', {
        field: breaker,
        detail: { yes: counts.yes, no: counts.no, ...(short && { shareNeeded: circumstances.share }) },
      });
    const most = circumstances.rule.majorityOf === 'votes-cast' ? counts.yes > counts.no : counts.yes * 2 > circumstances.entitled.length;
    if (!most) return { result: 'not-carried', decidedBy: short && counts.yes >= counts.no ? 'share' : 'majority' };
    return { result: short ? 'not-carried' : 'carried', decidedBy: circumstances.share ? 'share' : 'majority' };
  }
  if (recorded.castingVote && recorded.lot) return refuseVote('vote.casting-vote-twice', { field: 'lot' });
  if (recorded.castingVote) {
    const castingVote = castingVoteOf(recorded.castingVote, circumstances);
    return 'accepted' in castingVote ? castingVote : { result: resultOf(castingVote.option), decidedBy: 'casting-vote', castingVote };
  }
  if (recorded.lot) {
    const refused = noLot(circumstances);
    return refused ?? { result: resultOf(recorded.lot.option), decidedBy: 'lot', lot: recorded.lot };
  }
  const waits = tieBreaker(circumstances) !== null || circumstances.rule.tie === 'standing-orders';
  return { result: waits ? 'tied' : 'not-carried', decidedBy: 'tie-rule' };
}

/** The means by which the rule may still break a tie; `null` where only standing orders can, or where a tie is the end of the motion. */
export function tieBreaker({ rule, appointment }: Pick<VoteCircumstances, 'rule' | 'appointment'>): 'casting-vote' | 'lot' | null {
  if (appointment && rule.appointments === 'lot') return 'lot';
  if (rule.castingVote) return 'casting-vote';
  return rule.tie === 'lot' ? 'lot' : null;
}

export function castingVoteOf(
  { personId, option }: { readonly personId: string; readonly option: Side },
  circumstances: Pick<VoteCircumstances, 'rule' | 'appointment' | 'presiding' | 'officerPresides' | 'barred'>,
): NonNullable<Counted['castingVote']> | Refusal {
  const presiding = castsVote(personId, circumstances);
  return 'accepted' in presiding ? presiding : { person: presiding, option };
}

/** Who gives a casting vote: the person presiding, where the rule gives one. */
export function castsVote(
  personId: string,
  circumstances: Pick<VoteCircumstances, 'rule' | 'appointment' | 'presiding' | 'officerPresides' | 'barred'>,
): PersonNamed | Refusal {
  const { rule, appointment, presiding, barred } = circumstances;
  const at = (detail: RefusalDetail['detail']): RefusalDetail => ({ field: 'castingVote', detail });
  if (appointment && rule.appointments === 'lot') return refuseVote('vote.appointment-by-lot', at({ personId }));
  if (!rule.castingVote) return refuseVote('vote.no-casting-vote', at({ personId, tie: rule.tie }));
  if (presiding?.personId !== personId) return refuseVote('vote.not-presiding', at({ personId, presiding: presiding?.name ?? null }));
  if (circumstances.officerPresides) return refuseVote('vote.officer-presides', at({ personId, presiding: presiding.name }));
  if (barred.some((one) => one.personId === personId && one.why === 'withdrew')) return refuseVote('vote.withdrew', at({ personId }));
  return presiding;
}

export const noLot = (circumstances: Pick<VoteCircumstances, 'rule' | 'appointment'>): Refusal | null =>
  tieBreaker(circumstances) === 'lot'
    ? null
    : refuseVote('vote.no-lot', {
        field: 'lot',
        detail: { appointment: circumstances.appointment, appointments: circumstances.rule.appointments, tie: circumstances.rule.tie },
      });
