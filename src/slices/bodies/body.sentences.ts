import { type BodyEvent } from './body.events.js';
import { type Grounds } from './body-life.events.js';
import { because, decision as decisionOf, longDate, quoted, type Sentences } from '../../kernel/sentences.js';

const money = ({ pence }: { readonly pence: number }): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2 })}`;
const some = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`;

const grounds = ({ decision, source }: Grounds): string =>
  `${decision ? `, by paragraph ${decision.paragraph}, ${decisionOf(decision)}` : ''}${source ? ` (${source})` : ''}`;

/** Each sentence ends with what the step rests on, where that was said. */
const withGrounds = (sentences: Sentences<BodyEvent>): Sentences<BodyEvent> =>
  Object.fromEntries(
    Object.entries(sentences as Readonly<Record<string, (data: object) => string>>).map(([type, sentence]) => [
      type,
      (data: object & Grounds) => `${sentence(data)}${grounds(data)}`,
    ]),
  ) as object as Sentences<BodyEvent>;

export const bodySentences = withGrounds({
  BodyEstablished: ({ name, kind }) => `${name} recorded as a ${kind.replaceAll('-', ' ')}`,
  BodyPlacedUnder: ({ parentId, from }) => `Reports to ${parentId} from ${longDate(from)}`,
  ConstitutionAdopted: ({ constitution }) => `Constitution ${constitution.versionId} applies from ${longDate(constitution.from)}`,
  SeatCreated: ({ label, voting, from }) => `${voting ? 'Voting' : 'Non-voting'} seat ${label} from ${longDate(from)}`,
  SeatVotingChanged: ({ seatId, voting, from }) => `Seat ${seatId} ${voting ? 'votes' : 'does not vote'} from ${longDate(from)}`,
  SeatEnded: ({ seatId, lastDay, reason }) => `Seat ${seatId} ended after ${longDate(lastDay)}${because(reason)}`,
  SeatFilled: ({ seatId, holder, from }) => `${holder.name} takes seat ${seatId} from ${longDate(from)}`,
  SeatVacated: ({ seatId, holder, lastDay, reason }) => `${holder.name} leaves seat ${seatId} after ${longDate(lastDay)}${because(reason)}`,
  SubstituteNamed: ({ seatId, substitute, from }) => `${substitute.name} named substitute for seat ${seatId} from ${longDate(from)}`,
  SubstituteWithdrawn: ({ seatId, substitute, lastDay }) =>
    `${substitute.name} no longer substitute for seat ${seatId} after ${longDate(lastDay)}`,
  OfficeTaken: ({ office, holder, from }) => `${holder.name} is ${office} from ${longDate(from)}`,
  OfficeLeft: ({ office, holder, lastDay }) => `${holder.name} is ${office} no more after ${longDate(lastDay)}`,

  BodyProposed: ({ name, kind, on }) => `${name} proposed as a ${kind.replaceAll('-', ' ')} on ${longDate(on)}`,
  SabbaticalBegun: ({ from, until, reason }) =>
    `On a sabbatical from ${longDate(from)}${until ? ` until ${until.words}` : ''}${because(reason)}`,
  SabbaticalEnded: ({ lastDay, reason }) => `Sabbatical ended after ${longDate(lastDay)}${because(reason)}`,
  BodyRelaunched: ({ on, words }) => `Relaunched on ${longDate(on)}${because(words)}`,
  BodyDissolved: ({ on, reason }) => `Dissolved on ${longDate(on)}${because(reason)}`,
  DormancyRuleAdopted: ({ noMeetingForMonths, from }) =>
    noMeetingForMonths === undefined
      ? `No rule of dormancy from ${longDate(from)}`
      : `Dormant after ${some(noMeetingForMonths, 'month')} without a meeting, from ${longDate(from)}`,
  DormancyRecorded: ({ from, reason }) => `Became dormant ${from.words}${because(reason)}`,
  ReadinessConditionsSet: ({ conditions }) => `Conditions of readiness: ${conditions.map(({ title }) => title).join('; ')}`,
  ConditionEvidenced: ({ condition, words, on }) => `Condition ${condition} met from ${longDate(on)}: ${quoted(words)}`,
  EvidenceWithdrawn: ({ condition, on, reason }) => `Condition ${condition} met no more from ${longDate(on)}${because(reason)}`,
  PathfinderNamed: ({ gated, reviewAt }) => `Named pathfinder for ${gated.join(', ')}; to be reviewed ${reviewAt.words}`,
  PathfinderReviewed: ({ on, outcome, findings }) =>
    `Reviewed as a pathfinder on ${longDate(on)}: ${outcome === 'proceed' ? 'proceed' : 'not yet'}. ${quoted(findings)}`,
  LocalityDefined: ({ name, from }) => `Locality ${name} defined from ${longDate(from)}`,
  LocalityChanged: ({ localityId, changes, from, reason }) =>
    `Locality ${localityId} changed (${Object.keys(changes).join(', ')}) from ${longDate(from)}${because(reason)}`,
  LocalityEnded: ({ localityId, lastDay, reason }) => `Locality ${localityId} ended after ${longDate(lastDay)}${because(reason)}`,
  LocalityServed: ({ localityId, areaBodyId, from }) => `Serves locality ${localityId} of ${areaBodyId} from ${longDate(from)}`,
  BudgetDelegated: ({ title, amount, toBeDefined, phases }) =>
    `${title} delegated: ${amount ? money(amount) : toBeDefined}${phases.length ? `, in ${some(phases.length, 'phase')}: ${phases.map(({ deadline }) => deadline.words).join('; ')}` : ''}`,
  BudgetChanged: ({ budgetId, changes, reason }) =>
    `Budget ${budgetId} changed (${Object.keys(changes).join(', ')})${changes.amount ? ` to ${money(changes.amount)}` : ''}${because(reason)}`,
  BudgetPhaseDated: ({ budgetId, phaseId, deadline }) => `Budget ${budgetId}, ${phaseId} falls due: ${deadline.explanation}`,
  BudgetPhaseBegun: ({ budgetId, phaseId, on }) => `Budget ${budgetId}, ${phaseId} begun on ${longDate(on)}`,
  SeatPlacedInSector: ({ seatId, sector, from }) => `Seat ${seatId} speaks for ${sector} from ${longDate(from)}`,
  RemitRecorded: ({ kind, words, from }) => `${kind[0]!.toUpperCase()}${kind.slice(1)} from ${longDate(from)}: ${quoted(words)}`,
  ConstitutionReviewPlanned: ({ by }) => `Review of the constitution planned: ${by.words}`,
  ConstitutionReviewed: ({ on, findings }) => `Constitution reviewed on ${longDate(on)}: ${quoted(findings)}`,
});
