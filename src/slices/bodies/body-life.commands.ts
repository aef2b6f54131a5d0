import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { type EstablishBody } from './bodies.commands.js';
import { type LifeFacts } from './life.facts.js';
import {
  AdoptDormancyRuleDto,
  BeginBudgetPhaseDto,
  BeginSabbaticalDto,
  ChangeBudgetDto,
  ChangeLocalityDto,
  DefineLocalityDto,
  DelegateBudgetDto,
  DissolveBodyDto,
  EndLocalityDto,
  EndSabbaticalDto,
  EvidenceConditionDto,
  NamePathfinderDto,
  PlaceSeatInSectorDto,
  PlanConstitutionReviewDto,
  ProposeBodyDto,
  RecordDormantDto,
  RecordRemitDto,
  RelaunchBodyDto,
  ReviewConstitutionDto,
  ReviewPathfinderDto,
  ServeLocalityDto,
  SetReadinessConditionsDto,
  WithdrawEvidenceDto,
} from './body-life.payloads.js';
import { bodyScope } from './body.scope.js';

const GOVERN = { scope: bodyScope, right: 'bodies.govern', creates: false } as const;

export const ProposeBody = defineCommand({
  ...GOVERN,
  type: 'ProposeBody',
  creates: true,
  dto: ProposeBodyDto,
  summary: 'Records that a decision or a report proposes a body that is not established yet.',
  example: {
    name: 'Eildon Community Integration Group',
    kind: 'locality-group',
    on: '2023-05-17',
    source: 'Report to the Integration Joint Board, 17 May 2023, paragraph 5.14',
  },
});

export const BeginSabbatical = defineCommand({
  ...GOVERN,
  type: 'BeginSabbatical',
  dto: BeginSabbaticalDto,
  summary: 'Records that a body rests from a day on, as agreed; its rule of dormancy rests with it.',
  example: { from: '2022-06-01', until: 'August 2022', reason: 'Development work with partners, and the council recess' },
});

export const EndSabbatical = defineCommand({
  ...GOVERN,
  type: 'EndSabbatical',
  dto: EndSabbaticalDto,
  summary: 'Records the last day of a sabbatical.',
  example: { lastDay: '2022-08-31' },
});

export const RelaunchBody = defineCommand({
  ...GOVERN,
  type: 'RelaunchBody',
  dto: RelaunchBodyDto,
  summary: 'Records that a body that was dormant or on a sabbatical is launched again, where nothing stands against it.',
  example: { on: '2022-10-01', words: 'Formal re-launch events in October' },
});

export const DissolveBody = defineCommand({
  ...GOVERN,
  type: 'DissolveBody',
  dto: DissolveBodyDto,
  summary: 'Records the day from which there is no such body any more.',
  example: { on: '2024-04-01', reason: 'Its work passed to the Area Partnership' },
});

export const AdoptDormancyRule = defineCommand({
  ...GOVERN,
  type: 'AdoptDormancyRule',
  dto: AdoptDormancyRuleDto,
  summary: 'Records after how many months without a meeting a body counts as dormant, from a day on.',
  example: { noMeetingForMonths: 6, from: '2016-06-01', source: 'Decision of the board' },
});

export const RecordDormant = defineCommand({
  ...GOVERN,
  type: 'RecordDormant',
  dto: RecordDormantDto,
  summary: 'Records that a body became dormant, where its meetings are not in the system.',
  example: { from: 'late 2017', reason: 'The members felt unable to commit to these additional voluntary responsibilities' },
});

export const SetReadinessConditions = defineCommand({
  ...GOVERN,
  type: 'SetReadinessConditions',
  dto: SetReadinessConditionsDto,
  summary: 'Records what must be in place before a body is launched or relaunched.',
  example: { conditions: [{ conditionId: 'remit', title: 'A clear unambiguous remit' }], on: '2019-06-01' },
});

export const EvidenceCondition = defineCommand({
  ...GOVERN,
  type: 'EvidenceCondition',
  dto: EvidenceConditionDto,
  summary: 'Records what shows that a condition of readiness is met.',
  example: { condition: 'remit', words: 'Remit agreed by the Integration Joint Board', on: '2023-07-01' },
});

export const WithdrawEvidence = defineCommand({
  ...GOVERN,
  type: 'WithdrawEvidence',
  dto: WithdrawEvidenceDto,
  summary: 'Records that a condition of readiness is met no more.',
  example: { condition: 'remit', reason: 'The remit was found unclear', on: '2023-08-01' },
});

export const NamePathfinder = defineCommand({
  ...GOVERN,
  type: 'NamePathfinder',
  dto: NamePathfinderDto,
  summary: 'Records that a body is launched first, and which bodies wait for its review.',
  example: { gated: ['tweeddale-cig'], reviewAt: 'the September 2023 meeting', reviewedBy: 'sb-ijb', on: '2023-05-17' },
});

export const ReviewPathfinder = defineCommand({
  ...GOVERN,
  type: 'ReviewPathfinder',
  dto: ReviewPathfinderDto,
  summary: 'Records what a review found of a pathfinder, and whether the bodies that wait for it may proceed.',
  example: { on: '2023-09-20', outcome: 'proceed', findings: 'The model works', source: 'Minute of the Integration Joint Board' },
});

export const DefineLocality = defineCommand({
  ...GOVERN,
  type: 'DefineLocality',
  dto: DefineLocalityDto,
  summary: 'Records a locality of a body’s area.',
  example: { localityId: 'eildon', name: 'Eildon', populationWords: '30% of the total population of Scottish Borders', from: '2016-04-01' },
});

export const ChangeLocality = defineCommand({
  ...GOVERN,
  type: 'ChangeLocality',
  dto: ChangeLocalityDto,
  summary: 'Records what changes of a locality from a day on: its name, population, area or wards.',
  example: { localityId: 'eildon', population: 35_000, asOf: '2022-06-30', from: '2023-01-01', reason: 'Mid-year estimate' },
});

export const EndLocality = defineCommand({
  ...GOVERN,
  type: 'EndLocality',
  dto: EndLocalityDto,
  summary: 'Records the last day of a locality.',
  example: { localityId: 'eildon', lastDay: '2025-03-31', reason: 'The boundaries were redrawn' },
});

export const ServeLocality = defineCommand({
  ...GOVERN,
  type: 'ServeLocality',
  dto: ServeLocalityDto,
  summary: 'Records that a body is the group of a locality.',
  example: { localityId: 'eildon', areaBodyId: 'sb-ijb', from: '2016-06-01' },
});

export const DelegateBudget = defineCommand({
  ...GOVERN,
  type: 'DelegateBudget',
  dto: DelegateBudgetDto,
  summary: 'Records a budget that a body may decide on, at once or in phases.',
  example: {
    budgetId: 'participatory',
    title: 'Participatory budget',
    toBeDefined: 'levels of funding to be clarified',
    phases: [{ words: '12-18 months after each group is established' }],
    on: '2023-05-17',
  },
});

export const ChangeBudget = defineCommand({
  ...GOVERN,
  type: 'ChangeBudget',
  dto: ChangeBudgetDto,
  summary: 'Records what changes of a delegated budget: its amount or its phases.',
  example: { budgetId: 'participatory', amount: { pence: 2_100_000 }, on: '2024-05-15', reason: 'Levels of funding agreed' },
});

export const BeginBudgetPhase = defineCommand({
  ...GOVERN,
  type: 'BeginBudgetPhase',
  dto: BeginBudgetPhaseDto,
  summary: 'Records that a phase of a delegated budget has begun.',
  example: { budgetId: 'participatory', phaseId: 'phase-1', on: '2024-11-01' },
});

export const PlaceSeatInSector = defineCommand({
  ...GOVERN,
  type: 'PlaceSeatInSector',
  dto: PlaceSeatInSectorDto,
  summary: 'Records for which sector the holder of a seat speaks.',
  example: { seatId: 'nhs-borders-1', sector: 'health' },
});

export const RecordRemit = defineCommand({
  ...GOVERN,
  type: 'RecordRemit',
  dto: RecordRemitDto,
  summary: 'Records a remit, role, plan or other document about a body’s place in the structure.',
  example: { kind: 'remit', words: 'To map services and develop local directories', from: '2023-05-17' },
});

export const PlanConstitutionReview = defineCommand({
  ...GOVERN,
  type: 'PlanConstitutionReview',
  dto: PlanConstitutionReviewDto,
  summary: 'Records when a body’s rules are to be reviewed.',
  example: { words: 'in two years', on: '2016-06-09', source: 'Governance review, paragraph 7.2' },
});

export const ReviewConstitution = defineCommand({
  ...GOVERN,
  type: 'ReviewConstitution',
  dto: ReviewConstitutionDto,
  summary: 'Records that a body’s rules were reviewed, and what was found.',
  example: { on: '2018-06-07', findings: 'No change', source: 'Minute of the board' },
});

export const bodyLifeCommands = [
  ProposeBody,
  BeginSabbatical,
  EndSabbatical,
  RelaunchBody,
  DissolveBody,
  AdoptDormancyRule,
  RecordDormant,
  SetReadinessConditions,
  EvidenceCondition,
  WithdrawEvidence,
  NamePathfinder,
  ReviewPathfinder,
  DefineLocality,
  ChangeLocality,
  EndLocality,
  ServeLocality,
  DelegateBudget,
  ChangeBudget,
  BeginBudgetPhase,
  PlaceSeatInSector,
  RecordRemit,
  PlanConstitutionReview,
  ReviewConstitution,
] as const;

export type EstablishBodyCommand = CommandFor<typeof EstablishBody, Partial<LifeFacts> | undefined>;
export type BodyLifeCommand = CommandsOf<typeof bodyLifeCommands, Partial<LifeFacts> | undefined>;
export type LifeCommandNamed<T extends BodyLifeCommand['type']> = Extract<BodyLifeCommand, { type: T }>;
