import {
  type BetweenRule,
  type Constitution,
  type Counting,
  type Fraction,
  type NoticeRule,
  type PresidingRule,
  type QuorumRule,
  type RequisitionRule,
  type SubstitutesRule,
  type VotingRule,
} from './constitution.js';

/** Rules in words, for a reader who does not read data. The words follow from the rule alone. */

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const PARTS = ['', '', 'half', 'third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** `one half`, `two thirds`, `all`, `7/20`. */
export function describeFraction({ numerator, denominator }: Fraction): string {
  if (numerator === denominator) return 'all';
  const [number, part] = [NUMBERS[numerator], PARTS[denominator]];
  if (!number || !part) return `${numerator}/${denominator}`;
  const plural = part === 'half' ? 'halves' : `${part}s`;
  return `${number} ${numerator === 1 ? part : plural}`;
}

const members = (counting: Counting | undefined, number = 2): string =>
  `${counting === 'all-members' ? '' : 'voting '}member${number === 1 ? '' : 's'}`;

/** What must be in the room: `one half of the voting members in post`, `7 members from at least 4 organisations`. */
export function describeQuorum(rule: QuorumRule): string {
  switch (rule.kind) {
    case 'number':
      return `${rule.atLeast} ${members(rule.counting, rule.atLeast)}`;
    case 'fraction': {
      const of = rule.of === 'filled-seats' ? ' in post' : ', vacant seats included';
      return `${rule.moreThan ? 'more than ' : ''}${describeFraction(rule.share)} of the ${members(rule.counting)}${of}`;
    }
    case 'organisations':
      return `${rule.members} ${members(rule.counting, rule.members)} from at least ${rule.organisations} organisation${rule.organisations === 1 ? '' : 's'}`;
    case 'all-of':
      return joined(rule.rules, ' and ');
    case 'any-of':
      return joined(rule.rules, ' or ');
    case 'unknown':
      return `not known (${rule.why}): only what the chair declares counts`;
  }
}

const joined = (rules: readonly QuorumRule[], word: string): string =>
  rules.map((rule) => (rule.kind === 'all-of' || rule.kind === 'any-of' ? `(${describeQuorum(rule)})` : describeQuorum(rule))).join(word);

const MAJORITIES: Readonly<Record<VotingRule['majorityOf'], string>> = {
  'votes-cast': 'a majority of the votes cast',
  'entitled-and-present': 'a majority of the members present and entitled to vote, whether they vote or not',
};
const TIES: Readonly<Record<VotingRule['tie'], string>> = {
  'not-carried': 'on a tie the motion is not carried',
  'standing-orders': 'a tie is settled as standing orders say',
  lot: 'a tie is settled by lot',
};

const METHODS: Readonly<Record<BetweenRule['method'], string>> = {
  'amendment-then-motion': 'each amendment is put, and then the motion as amended',
  'motion-against-each': 'each amendment is voted on against the motion, or what won in its place',
  'amendments-first': 'amendments are voted on against each other, and the one left against the motion',
  'all-at-once': 'a motion and all amendments to it are voted on at once',
};

function describeBetween({ method, noActionFirst, needs, source }: BetweenRule): string {
  const first = noActionFirst ? ', a proposal to take no action before the others' : '';
  const majority = needs === 'overall-majority' ? ', by an overall majority of those taking part' : '';
  return `${METHODS[method]}${first}${majority} (${source})`;
}

export const describeTie = ({ tie }: Pick<VotingRule, 'tie'>): string => TIES[tie];

export function describeVoting(rule: VotingRule): string {
  const parts = [
    MAJORITIES[rule.majorityOf],
    rule.castingVote ? 'the person presiding has a casting vote' : `no casting vote: ${describeTie(rule)}`,
  ];
  if (rule.appointments === 'lot') parts.push('a tied appointment is settled by lot');
  for (const { kind, share, source } of rule.procedural ?? [])
    parts.push(`a procedural motion (${kind.replaceAll('-', ' ')}) needs ${describeFraction(share)} of those voting (${source})`);
  if (rule.rescinding) {
    const { withinMonths, share } = rule.rescinding;
    parts.push(
      `a decision is rescinded within ${withinMonths} month${withinMonths === 1 ? '' : 's'} only by ${describeFraction(share)} of those voting`,
    );
  }
  parts.push(rule.seconder ? 'a motion needs a seconder' : 'a motion needs no seconder');
  if (rule.between) parts.push(describeBetween(rule.between));
  return parts.join('; ');
}

const PRESIDERS: Readonly<Record<PresidingRule['order'][number], string>> = {
  chair: 'the chair',
  'vice-chair': 'the vice-chair',
  'voting-member-chosen': 'a voting member chosen by those present',
  'member-chosen': 'a member chosen by those present',
};

export const describePresiding = ({ order, substituteMayPreside }: PresidingRule): string =>
  `${order.map((one) => PRESIDERS[one]).join(', else ')}; a substitute of the chair ${substituteMayPreside ? 'may' : 'may not'} preside`;

export function describeSubstitutes({ allowed, who }: SubstitutesRule): string {
  const whom = who === 'named' ? 'those named beforehand' : 'anyone the organisation sends';
  switch (allowed) {
    case 'full':
      return `substitutes with full voting rights: ${whom}`;
    case 'one-item':
      return `substitutes for the item named only: ${whom}`;
    case 'none':
      return 'no substitutes';
  }
}

export function describeNotice({ clearDays, countWeekends, countHolidays, source }: NoticeRule): string {
  const left = [countWeekends ? null : 'weekends', countHolidays ? null : 'public holidays'].filter((one) => one !== null);
  const days = `${clearDays} clear day${clearDays === 1 ? '' : 's'}`;
  return `${days}${left.length ? `, not counting ${left.join(' or ')}` : ', every day counting'}${source === undefined ? '' : ` (${source})`}`;
}

/** `one quarter of the members; the meeting is held within 14 days (...)`. */
export const describeRequisition = ({ share, of, days, until, source }: RequisitionRule): string =>
  `${describeFraction(share)} of the ${of === 'voting-members' ? 'voting ' : ''}members; the meeting is ${until} within ${days} day${days === 1 ? '' : 's'} (${source})`;

export interface ConstitutionInWords {
  readonly quorum: string;
  readonly voting: string;
  readonly presiding: string;
  readonly substitutes: string;
  readonly notice: string;
  readonly verbs: string;
}

export const describeConstitution = (constitution: Constitution): ConstitutionInWords => ({
  quorum: `${describeQuorum(constitution.quorum)}${
    constitution.waitsForQuorum === undefined ? '' : `; without one after ${constitution.waitsForQuorum} minutes the meeting is abandoned`
  }`,
  voting: describeVoting(constitution.voting),
  presiding: describePresiding(constitution.presiding),
  substitutes: describeSubstitutes(constitution.substitutes),
  notice: describeNotice(constitution.notice),
  verbs: [...new Set(['APPROVED', 'AGREED', 'NOTED', ...constitution.verbs])].join(', '),
});
