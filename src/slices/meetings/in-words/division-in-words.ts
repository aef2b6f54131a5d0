import { andNames } from '../../../kernel/words.js';
import { type Meeting, type Motion } from '../record/meeting.state.js';
import { type DivisionTakenData } from '../votes/division.events.js';
import { named } from './motion-words.js';
import { METHOD } from './vote-in-words.js';
import { notVoting, votedFor } from './voters-in-words.js';

/**
 * A division between proposals as a minute tells it: the votes for each, with the names, and what was declared; then who declined to vote and
 * who was absent. `On a roll call there voted for the motion - A and B (2); and for the amendment - C (1) - whereupon the motion was declared
 * carried.`
 */
export function divisionInWords(meeting: Meeting, division: DivisionTakenData): readonly string[] {
  const { method, proposals, winner, castingVote, lot } = division;
  const called = callingOf(meeting, division);
  if (method === 'declared') return [withoutACount(division, called)];
  const votersFor = (proposalId: string) => division.votes.filter((one) => one.proposalId === proposalId).map(({ person }) => person);
  const votes = proposals.map(({ proposalId, count }) => votedFor(called(proposalId), votersFor(proposalId), count)).join('; and ');
  const declared = whatWasDeclared(division, winner === undefined ? undefined : called(winner));
  const broken = castingVote
    ? `The votes being equal, ${castingVote.person.name} used the casting vote for ${called(castingVote.proposalId)}, ${declared}`
    : lot && `The votes being equal, the lot drawn by ${lot.drawnBy.name} fell on ${called(lot.proposalId)}, ${declared}`;
  const counted = `${METHOD[method]} there voted ${votes}`;
  return [...(broken === undefined ? [`${counted} - ${declared}`] : [`${counted}.`, broken]), ...notVoting(division, 'the division')];
}

function withoutACount({ proposals, winner = '' }: DivisionTakenData, called: (proposalId: string) => string): string {
  const goesOn = proposals.some(({ proposalId, outcome }) => proposalId === winner && outcome === 'goes-on');
  const others = proposals.filter(({ proposalId }) => proposalId !== winner).map(({ proposalId }) => called(proposalId));
  return `Without a count, ${called(winner)} ${goesOn ? 'went forward' : 'was declared carried'} against ${andNames(others)}.`;
}

function whatWasDeclared({ proposals, winner, decidedBy }: DivisionTakenData, won: string | undefined): string {
  if (won !== undefined) {
    const goesOn = proposals.some(({ proposalId, outcome }) => proposalId === winner && outcome === 'goes-on');
    return goesOn ? `whereupon ${won} went forward against what was left.` : `whereupon ${won} was declared carried.`;
  }
  if (decidedBy === 'tied') return 'whereupon, the votes being equal, nothing was decided.';
  return decidedBy === 'share'
    ? 'whereupon nothing was decided, for want of the larger share of the votes that rescinding needs.'
    : 'whereupon nothing was decided, no proposal having the majority needed.';
}

const kindOf = ({ amends, noAction }: Motion): string =>
  noAction ? 'proposal to take no action' : amends === undefined ? 'motion' : 'amendment';

/** How each proposal is called: `the motion`, `the amendment` where there is one of them; else by its mover; an option by its words. */
function callingOf(meeting: Meeting, { proposals, sectionId }: DivisionTakenData): (proposalId: string) => string {
  const beside = meeting.motions.filter((one) => one.sectionId === sectionId);
  return (proposalId) => {
    const words = proposals.find((one) => one.proposalId === proposalId)?.words;
    if (words !== undefined) return words.replace(/[.;]$/, '');
    const motion = beside.find(({ motionId }) => motionId === proposalId);
    if (!motion) return 'a proposal';
    const kind = kindOf(motion);
    const alike = beside.filter((one) => kindOf(one) === kind);
    if (alike.length === 1) return `the ${kind}`;
    const sameMover = (one: Motion): boolean => one.movedBy.personId === motion.movedBy.personId;
    return alike.filter(sameMover).length === 1 ? `the ${kind} moved by ${motion.movedBy.name}` : named(motion);
  };
}
