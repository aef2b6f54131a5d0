import { longDate } from '../../../../kernel/dates.js';
import { pounds } from '../../../../kernel/words.js';
import { type RemitKind } from '../../body-life.events.js';
import { type BodyEvent } from '../../body.events.js';
import { holdingOn, placementOn, seatsOn } from '../../body.standing.js';
import { type BodyState } from '../../body.state.js';
import { type LifeOn } from '../../life.js';
import { lacking, LARGEST_LOCALITY, localityOn } from '../../over-time.js';

/** A body with its record, as far as the survey looks at it. */
export interface Surveyed {
  readonly body: BodyState;
  readonly life: LifeOn;
  readonly events: readonly {
    readonly type: string;
    readonly revision: number;
    readonly happenedAt: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

/** An event of a record that an answer rests on. */
export interface Evidence {
  readonly record: string;
  readonly event: string;
  readonly revision: number;
  readonly happenedAt: string;
}

export interface SurveyAnswer {
  readonly number: number;
  readonly question: string;
  /** `false`: the record does not say. */
  readonly says: boolean;
  readonly answer: string;
  readonly evidence: readonly Evidence[];
}

export interface LocalitySurvey {
  readonly bodyId: string;
  readonly name: string;
  readonly asAt: string;
  readonly source: string;
  readonly answers: readonly SurveyAnswer[];
  /** Remarks on the answer, such as a locality of more than 30,000 people. */
  readonly notes: readonly string[];
}

export const SURVEY_SOURCE = 'Localities Information Requirements (May 2016), Annex 1: key information requirements';
const UNSAID = 'The record does not say.';

type Told = { readonly answer: string; readonly evidence: readonly Evidence[] } | null;

const nameOf = ({ body }: Surveyed): string => body.established?.name ?? body.overTime.proposed?.name ?? body.bodyId;

const proof = (
  { body, events }: Surveyed,
  types: readonly BodyEvent['type'][],
  which: (data: Readonly<Record<string, unknown>>) => boolean = () => true,
): Evidence[] =>
  events
    .filter(({ type, data }) => (types as readonly string[]).includes(type) && which(data))
    .map(({ type, revision, happenedAt }) => ({ record: body.bodyId, event: type, revision, happenedAt }));

const told = (lines: readonly string[], evidence: readonly Evidence[]): Told =>
  lines.length === 0 ? null : { answer: lines.join('; '), evidence };

/** The key questions of the survey of localities, each answered out of the record of an area body and the groups of its localities. */
export function surveyOf(area: Surveyed, groups: readonly Surveyed[], asAt: string): LocalitySurvey {
  const all = [area, ...groups];
  const localities = area.body.overTime.localities.flatMap((one) => localityOn(one, asAt) ?? []);
  const established = groups.filter(({ life: { state } }) => state !== 'proposed' && state !== 'not-yet');
  const unready = groups.filter(({ life: { state } }) => state === 'proposed' || state === 'dormant' || state === 'sabbatical');
  const defined = proof(area, ['LocalityDefined', 'LocalityChanged', 'LocalityEnded']);

  const answers: readonly (readonly [question: string, answer: Told])[] = [
    [
      'Have localities been established? If so how many and what geographies?',
      localities.length === 0
        ? null
        : {
            answer: `${localities.length}: ${localities.map(({ name, area: where }) => (where ? `${name} (${where})` : name)).join('; ')}`,
            evidence: defined,
          },
    ],
    [
      'Since what date (approximately) were they formally established?',
      told(
        [
          ...localities.map(
            ({ name, localityId }) =>
              `locality ${name} from ${longDate(area.body.overTime.localities.find((one) => one.localityId === localityId)!.told[0]!.from)}`,
          ),
          ...established.map(
            (one) =>
              `${nameOf(one)}: ${one.body.established?.on ? `established ${longDate(one.body.established.on)}` : 'established, on a day not recorded'}`,
          ),
        ],
        [...defined, ...established.flatMap((one) => proof(one, ['BodyEstablished']))],
      ),
    ],
    [
      'If not established yet at what stage is this process?',
      told(
        unready.map(readinessOf(asAt)),
        unready.flatMap((one) =>
          proof(one, [
            'BodyProposed',
            'DormancyRecorded',
            'SabbaticalBegun',
            'ReadinessConditionsSet',
            'ConditionEvidenced',
            'PathfinderNamed',
            'PathfinderReviewed',
          ]),
        ),
      ),
    ],
    [
      'How do or will these localities relate to current community planning and Local Housing Strategy areas or localities?',
      told(
        localities
          .filter(({ area: where, wards }) => where !== undefined || (wards?.length ?? 0) > 0)
          .map(
            ({ name, area: where, wards = [] }) =>
              `${name}: ${[where, wards.length > 0 ? `wards ${wards.join(', ')}` : ''].filter(Boolean).join('; ')}`,
          ),
        defined,
      ),
    ],
    [
      'Has the role of the localities been formalised within the wider H&SC Strategic Planning Structure? If so is there a written role and remit for any groups that have been established?',
      told(
        groups.flatMap((one) => {
          const placed = placementOn(one.body, asAt);
          const remits = remitsOf(one, asAt, ['remit']);
          const lines = [...(placed ? [`reports to ${placed.parentId} from ${longDate(placed.from)}`] : []), ...remits];
          return lines.length > 0 ? [`${nameOf(one)}: ${lines.join(', ')}`] : [];
        }),
        groups.flatMap((one) => [...proof(one, ['BodyPlacedUnder']), ...proof(one, ['RemitRecorded'], ({ kind }) => kind === 'remit')]),
      ),
    ],
    [
      'Is the housing sector currently represented on the localities structure - if so what form does this representation take i.e. LA, RSLs, others?',
      housing(all, asAt, true),
    ],
    [
      'If localities not established yet or housing sector not represented what are the plans to obtain housing representation on localities?',
      remitted(all, asAt, ['representation']) ?? housing(all, asAt, false),
    ],
    ['What do you see as the role of the local housing sector in localities in your area?', null],
    [
      'How will the new H&SC localities and housing representatives ensure that their work is highlighted and feedback given to the wider housing sector?',
      remitted(all, asAt, ['feedback']),
    ],
    [
      'Do the localities have any formal role in planning for the delivery of services?',
      told(
        groups.flatMap((one) => {
          const { delegated = [] } = placementOn(one.body, asAt) ?? {};
          return delegated.length > 0 ? [`${nameOf(one)} may decide: ${delegated.join(', ')}`] : [];
        }),
        groups.flatMap((one) => proof(one, ['BodyPlacedUnder'])),
      ),
    ],
    [
      'Do any of your localities have a specific plan in place for their area that supplements the H&SC Strategic Plan?',
      remitted(all, asAt, ['plan']),
    ],
    ['Is there a distinct set of priorities that have been identified in your individual localities?', remitted(all, asAt, ['priorities'])],
    [
      'What opportunity is there for the local housing sector to influence the shaping of priorities at local level?',
      remitted(all, asAt, ['influence']),
    ],
    [
      'In terms of the overall IJB budget, has any of this been devolved down to individual localities at this stage? If yes give details?',
      budgets(groups, asAt, true),
    ],
    ['If not are there any plans for this?', budgets(groups, asAt, false)],
    [
      'How is the planning & commissioning function of localities being progressed in your area (if at all)?',
      remitted(all, asAt, ['commissioning']),
    ],
    ['What impact will localities have on the planning and provision of housing services at local level?', remitted(all, asAt, ['impact'])],
  ];
  return {
    bodyId: area.body.bodyId,
    name: nameOf(area),
    asAt,
    source: SURVEY_SOURCE,
    answers: answers.map(([question, answer], index) => ({
      number: index + 1,
      question,
      says: answer !== null,
      answer: answer?.answer ?? UNSAID,
      evidence: answer?.evidence ?? [],
    })),
    notes: localities
      .filter(({ population = 0 }) => population > LARGEST_LOCALITY)
      .map(
        ({ name, population }) =>
          `${name} has ${population!.toLocaleString('en-GB')} people, more than ${LARGEST_LOCALITY.toLocaleString('en-GB')} (2015 Act, Part 2)`,
      ),
  };
}

const readinessOf =
  (asAt: string) =>
  (one: Surveyed): string => {
    const { conditions, pathfinder } = one.body.overTime;
    const missing = lacking(one.body.overTime, asAt);
    const review = pathfinder?.reviews.findLast(({ on }) => on <= asAt);
    const parts = [one.life.explanation];
    if (conditions.length > 0)
      parts.push(missing.length === 0 ? 'all conditions of readiness met' : `lacks ${missing.map(({ title }) => title).join(', ')}`);
    if (pathfinder)
      parts.push(
        review
          ? `pathfinder reviewed on ${longDate(review.on)}: ${review.outcome.replace('-', ' ')}`
          : `pathfinder, to be reviewed ${pathfinder.reviewAt.words}`,
      );
    return `${nameOf(one)}: ${parts.join(', ')}`;
  };

const remitsOf = ({ body }: Surveyed, asAt: string, kinds: readonly RemitKind[]): readonly string[] =>
  body.overTime.remits
    .filter(({ kind, from }) => kinds.includes(kind) && from <= asAt)
    .map(({ words, link }) => (link === undefined ? words : `${words} (${link})`));

const remitted = (all: readonly Surveyed[], asAt: string, kinds: readonly RemitKind[]): Told =>
  told(
    all.flatMap((one) => remitsOf(one, asAt, kinds).map((words) => `${nameOf(one)}: ${words}`)),
    all.flatMap((one) => proof(one, ['RemitRecorded'], ({ kind }) => (kinds as readonly unknown[]).includes(kind))),
  );

/** Seats placed in the housing sector: with `held` those somebody holds, else the vacant ones. */
function housing(all: readonly Surveyed[], asAt: string, held: boolean): Told {
  const evidence: Evidence[] = [];
  const lines = all.flatMap((one) => {
    const { sectors } = one.body.overTime;
    return seatsOn(one.body, asAt).flatMap((seat) => {
      const sector = sectors.findLast(({ seatId, from }) => seatId === seat.seatId && from <= asAt)?.sector;
      const holding = holdingOn(seat, asAt);
      if (sector !== 'housing' || (holding !== null) !== held) return [];
      evidence.push(...proof(one, ['SeatPlacedInSector', 'SeatFilled', 'SeatVacated'], ({ seatId }) => seatId === seat.seatId));
      const organisation = seat.organisation ?? seat.label;
      return [
        held ? `${nameOf(one)}: ${organisation}, by ${holding!.holder.name}` : `${nameOf(one)}: the seat of ${organisation} is vacant`,
      ];
    });
  });
  return told(lines, evidence);
}

/** Budgets of the groups: with `begun` those delegated at once or with a phase begun by the day; else those still planned. */
function budgets(groups: readonly Surveyed[], asAt: string, begun: boolean): Told {
  const evidence: Evidence[] = [];
  const lines = groups.flatMap((one) =>
    one.body.overTime.budgets
      .filter(({ on }) => on <= asAt)
      .flatMap(({ budgetId, title, amount, toBeDefined, phases }) => {
        const started = phases.length === 0 || phases.some((phase) => phase.begun !== undefined && phase.begun <= asAt);
        if (started !== begun) return [];
        evidence.push(
          ...proof(one, ['BudgetDelegated', 'BudgetChanged', 'BudgetPhaseDated', 'BudgetPhaseBegun'], (data) => data.budgetId === budgetId),
        );
        const money = amount ? pounds(amount.pence) : (toBeDefined ?? 'no amount recorded');
        const when = phases.map(({ deadline, begun: from }) =>
          from !== undefined && from <= asAt ? `begun ${longDate(from)}` : deadline.words,
        );
        return [`${nameOf(one)}: ${title}, ${money}${when.length > 0 ? ` (${when.join('; ')})` : ''}`];
      }),
  );
  return told(lines, evidence);
}

export function surveyText({ name, asAt, source, answers, notes }: LocalitySurvey): string {
  const lines = [`Survey of localities: ${name}, ${longDate(asAt)}`, source, ''];
  for (const { number, question, answer, evidence } of answers) {
    lines.push(`${number}. ${question}`, `   ${answer}`);
    if (evidence.length > 0)
      lines.push(`   Recorded: ${evidence.map(({ record, event, revision }) => `${record} ${event} (${revision})`).join(', ')}`);
    lines.push('');
  }
  for (const note of notes) lines.push(`Note: ${note}`);
  return `${lines.join('\n').trimEnd()}\n`;
}
