import { type BodyEvent } from './body.events.js';
import { type BudgetPhase, type Grounds, type LocalityTold, type Money } from './body-life.events.js';
import { type Constitution } from './constitution.js';
import { type MinuteStyle } from './minute-style.js';
import {
  describeNotice,
  describeRequisition,
  describePresiding,
  describeQuorum,
  describeSubstitutes,
  describeTie,
  describeVoting,
} from './describe.js';
import { changesOf, choice, deadlineSaid as due, type Labels, labelsOf, linesOf, parts } from '../../kernel/lines.js';
import {
  type AnyTold,
  because,
  decision as decisionOf,
  inHistory,
  longDate,
  type NameOf,
  quoted,
  type Telling,
} from '../../kernel/sentences.js';
import { capital, count, pounds, when } from '../../kernel/words.js';

const amountOf = ({ pence }: Money): string => pounds(pence);
/** A name with the id by which later sentences call it. */
const called = (name: string, id: string): string => (name === id ? name : `${name} (${id})`);
const label = <V>(name: string, said: V | undefined, words: (value: V) => string = String): string | undefined =>
  said === undefined ? undefined : `${name}: ${words(said)}`;

/** The rules of a body under their headings; the sentence tells the version and its first day. */
const CONSTITUTION: Labels<Constitution> = {
  versionId: null,
  from: null,
  quorum: ['Quorum', describeQuorum],
  waitsForQuorum: ['Without a quorum', (minutes) => `abandoned after ${minutes} minutes`],
  voting: [
    'Voting',
    (rule) => `${describeVoting(rule)}${rule.castingVote ? `; where the casting vote is not used, ${describeTie(rule)}` : ''}`,
  ],
  presiding: ['Presiding', describePresiding],
  substitutes: ['Substitutes', describeSubstitutes],
  notice: ['Notice', describeNotice],
  requisition: ['Special meetings asked for by members', describeRequisition],
  references: ['References', ({ action, direction }) => parts(action && `of actions ${action}`, direction && `of directions ${direction}`)],
  verbs: 'Verbs of decisions, beside the usual ones',
  source: 'Source',
};

/** A style under its headings; the sentence tells the set and the first day. */
const STYLE: Labels<MinuteStyle> = {
  set: null,
  opening: ['Opening', choice],
  headings: ['Headings', choice],
  lead: 'Before every decision',
  verbs: ['Verbs', choice],
  labels: 'Parts',
  numbering: ['Numbers of items', choice],
  continues: ['Numbers go on from the meeting before, and begin anew', choice],
  times: 'Times',
  chair: 'Who presides is called',
  sederunt: 'Sederunt',
  order: ['Order of the sederunt', choice],
  actions: ['Actions agreed in discussion', choice],
};

export const styleLines = (style: MinuteStyle): readonly string[] => linesOf(STYLE, style);

const LOCALITY: Labels<LocalityTold> = {
  name: 'Name',
  population: ['People living there', (people) => people.toLocaleString('en-GB')],
  populationWords: 'Population, in words',
  asOf: ['Counted for', when],
  area: 'Area',
  wards: 'Wards',
};

interface BudgetTold {
  readonly title?: string;
  readonly amount?: Money;
  readonly toBeDefined?: string;
  readonly phases?: readonly BudgetPhase[];
}
const phase = ({ phaseId, deadline, amount }: BudgetPhase): string => parts(phaseId, amount && amountOf(amount), due(deadline));
const BUDGET: Labels<BudgetTold> = {
  title: 'Title',
  amount: ['Amount', amountOf],
  toBeDefined: 'Amount, in words',
  phases: ['Phase', (phases) => phases.map(phase)],
};

const grounds = ({ decision, source }: Grounds): string =>
  `${decision ? `, by paragraph ${decision.paragraph}${decision.part === undefined ? '' : `(${decision.part})`}, ${decisionOf(decision)}` : ''}${source ? ` (${source})` : ''}`;

/** Each sentence ends with what the step rests on, where that was said. */
const withGrounds = (told: AnyTold<BodyEvent>): AnyTold<BodyEvent> =>
  Object.fromEntries(
    Object.entries(told as Readonly<Record<string, (data: object, nameOf: NameOf) => Telling | string>>).map(([type, tell]) => [
      type,
      (data: object & Grounds, nameOf: NameOf): Telling => {
        const telling = tell(data, nameOf);
        const { sentence, lines = [] } = typeof telling === 'string' ? inHistory(telling) : telling;
        return inHistory(`${sentence}${grounds(data)}`, ...lines);
      },
    ]),
  ) as object as AnyTold<BodyEvent>;

export const bodySentences = withGrounds({
  BodyEstablished: ({ name, kind, on, timeZone }) =>
    inHistory(
      `${name} recorded as a ${choice(kind)}${on === undefined ? '' : `, established on ${longDate(on)}`}`,
      `Time zone: ${timeZone}`,
    ),
  BodyPlacedUnder: ({ parentId, from, delegated }) =>
    inHistory(`Reports to ${parentId} from ${longDate(from)}`, delegated.length > 0 && `Delegated to it: ${delegated.join('; ')}`),
  ConstitutionAdopted: ({ constitution }) =>
    inHistory(`Constitution ${constitution.versionId} applies from ${longDate(constitution.from)}`, ...linesOf(CONSTITUTION, constitution)),
  MinuteStyleChosen: ({ from, style }) =>
    inHistory(`Style of the minutes from ${longDate(from)}, from the set for a ${choice(style.set)}`, ...styleLines(style)),
  StandingItemsChosen: ({ from, items }) =>
    inHistory(
      items.length === 0 ? `No standing items from ${longDate(from)}` : `Standing items of the agenda from ${longDate(from)}`,
      ...items.map(({ itemId, title, asked, minutes, brings }) =>
        [
          `${title} (${itemId})`,
          asked,
          minutes !== undefined && `${minutes} minutes`,
          brings && 'brings the minutes that wait for approval',
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ),
  SeatCreated: ({ seatId, label: named, organisation, voting, from }) =>
    inHistory(
      `${voting ? 'Voting' : 'Non-voting'} seat ${called(named, seatId)} from ${longDate(from)}`,
      label('Organisation', organisation),
    ),
  SeatVotingChanged: ({ seatId, voting, from, reason }) =>
    `Seat ${seatId} ${voting ? 'votes' : 'does not vote'} from ${longDate(from)}${because(reason)}`,
  SeatEnded: ({ seatId, lastDay, reason }) => `Seat ${seatId} ended after ${longDate(lastDay)}${because(reason)}`,
  SeatFilled: ({ seatId, holder, from, termEnds, role }) =>
    inHistory(`${holder.name} takes seat ${seatId} from ${longDate(from)}`, label('Role', role), label('Term ends', termEnds, longDate)),
  SeatVacated: ({ seatId, holder, lastDay, reason }) => `${holder.name} leaves seat ${seatId} after ${longDate(lastDay)}${because(reason)}`,
  SubstituteNamed: ({ seatId, substitute, from, until }) =>
    `${substitute.name} named substitute for seat ${seatId} from ${longDate(from)}${until === undefined ? '' : ` until ${longDate(until)}`}`,
  SubstituteWithdrawn: ({ seatId, substitute, lastDay }) =>
    `${substitute.name} no longer substitute for seat ${seatId} after ${longDate(lastDay)}`,
  OfficeTaken: ({ office, holder, from }) => `${holder.name} is ${office} from ${longDate(from)}`,
  OfficeLeft: ({ office, holder, lastDay }) => `${holder.name} is ${office} no more after ${longDate(lastDay)}`,

  BodyProposed: ({ name, kind, on, timeZone, report }) =>
    inHistory(`${name} proposed as a ${choice(kind)} on ${longDate(on)}`, label('By report', report), `Time zone: ${timeZone}`),
  SabbaticalBegun: ({ from, until, reason }) =>
    inHistory(
      `On a sabbatical from ${longDate(from)}${until ? ` until ${until.words}` : ''}${because(reason)}`,
      label('Until', until, due),
    ),
  SabbaticalEnded: ({ lastDay, reason }) => `Sabbatical ended after ${longDate(lastDay)}${because(reason)}`,
  BodyRelaunched: ({ on, words }) => `Relaunched on ${longDate(on)}${because(words)}`,
  BodyDissolved: ({ on, reason }) => `Dissolved on ${longDate(on)}${because(reason)}`,
  DormancyRuleAdopted: ({ noMeetingForMonths, from }) =>
    noMeetingForMonths === undefined
      ? `No rule of dormancy from ${longDate(from)}`
      : `Dormant after ${count(noMeetingForMonths, 'month')} without a meeting, from ${longDate(from)}`,
  DormancyRecorded: ({ from, reason }) => inHistory(`Became dormant ${from.words}${because(reason)}`, `From: ${due(from)}`),
  ReadinessConditionsSet: ({ on, conditions }) =>
    inHistory(
      `Conditions of readiness on ${longDate(on)}: ${conditions.map(({ title, conditionId }) => called(title, conditionId)).join('; ')}`,
      ...conditions.map(({ conditionId, source }) => source && `${conditionId}: asked for by ${source}`),
    ),
  ConditionEvidenced: ({ condition, words, link, on }) =>
    inHistory(`Condition ${condition} met from ${longDate(on)}: ${quoted(words)}`, words, label('Link', link)),
  EvidenceWithdrawn: ({ condition, on, reason }) => `Condition ${condition} met no more from ${longDate(on)}${because(reason)}`,
  PathfinderNamed: ({ gated, on, reviewAt, reviewedBy }) =>
    inHistory(
      `Named pathfinder on ${longDate(on)} for ${gated.join(', ')}; to be reviewed ${reviewAt.words}`,
      label('To be reviewed', reviewAt, due),
      label('Reviewed by', reviewedBy),
    ),
  PathfinderReviewed: ({ on, outcome, findings, nextReview }) =>
    inHistory(
      `Reviewed as a pathfinder on ${longDate(on)}: ${outcome === 'proceed' ? 'proceed' : 'not yet'}. ${quoted(findings)}`,
      findings,
      label('Next review', nextReview, due),
    ),
  LocalityDefined: ({ localityId, name, from, ...told }) =>
    inHistory(`Locality ${called(name, localityId)} defined from ${longDate(from)}`, ...linesOf(LOCALITY, told as Partial<LocalityTold>)),
  LocalityChanged: ({ localityId, changes, from, reason }) =>
    inHistory(
      `Locality ${localityId} changed (${labelsOf(LOCALITY, changes)}) from ${longDate(from)}${because(reason)}`,
      ...changesOf(LOCALITY, changes),
    ),
  LocalityEnded: ({ localityId, lastDay, reason }) => `Locality ${localityId} ended after ${longDate(lastDay)}${because(reason)}`,
  LocalityServed: ({ localityId, areaBodyId, from }) => `Serves locality ${localityId} of ${areaBodyId} from ${longDate(from)}`,
  BudgetDelegated: ({ budgetId, title, on, delegatedBy, amount, toBeDefined, phases }) =>
    inHistory(
      `${called(title, budgetId)} delegated on ${longDate(on)}: ${amount ? amountOf(amount) : toBeDefined}${phases.length ? `, in ${count(phases.length, 'phase')}` : ''}`,
      label('Delegated by', delegatedBy),
      ...linesOf<BudgetTold>(BUDGET, { phases, ...(amount && toBeDefined && { toBeDefined }) }),
    ),
  BudgetChanged: ({ budgetId, on, changes, dropped, reason }) =>
    inHistory(
      `Budget ${budgetId} changed (${labelsOf(BUDGET, changes)}) on ${longDate(on)}${because(reason)}`,
      ...changesOf(BUDGET, changes),
      dropped.length > 0 && `Phases no more: ${dropped.join(', ')}`,
    ),
  BudgetPhaseDated: ({ budgetId, phaseId, deadline }) => `Budget ${budgetId}, ${phaseId} falls due: ${deadline.explanation}`,
  BudgetPhaseBegun: ({ budgetId, phaseId, on, words }) => inHistory(`Budget ${budgetId}, ${phaseId} begun on ${longDate(on)}`, words),
  SeatPlacedInSector: ({ seatId, sector, from }) => `Seat ${seatId} speaks for ${sector} from ${longDate(from)}`,
  RemitRecorded: ({ kind, words, link, from }) =>
    inHistory(`${capital(kind)} from ${longDate(from)}: ${quoted(words)}`, words, label('Link', link)),
  ConstitutionReviewPlanned: ({ on, by }) =>
    inHistory(`Review of the constitution planned on ${longDate(on)}: ${by.words}`, label('Due', by, due)),
  ConstitutionReviewed: ({ on, findings }) => inHistory(`Constitution reviewed on ${longDate(on)}: ${quoted(findings)}`, findings),
});
