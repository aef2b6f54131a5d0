import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import {
  AddPlanItemDto,
  AdoptPlanDto,
  AmendPlanItemDto,
  ClosePlanDto,
  CompletePlanItemDto,
  CorrectPlanDto,
  DropPlanItemDto,
  ReopenPlanDto,
  ReopenPlanItemDto,
  ReportAchievementDto,
  ReviewPlanDto,
  SelfEvaluateItemDto,
  SupersedePlanItemDto,
} from './plan.payloads.js';
import { type PlanFacts } from './plan.facts.js';
import { planScope } from './plan.scope.js';

const RECORD = { scope: planScope, right: 'plans.record', creates: false } as const;
const REPORT = { ...RECORD, right: 'plans.report' } as const;

export const AdoptPlan = defineCommand({
  ...RECORD,
  type: 'AdoptPlan',
  creates: true,
  dto: AdoptPlanDto,
  summary: 'Records a plan a body has made its own, by a decision or by what is cited and not in the system.',
  example: {
    title: 'Review of Progress with Integration of Health and Social Care',
    kind: 'external-review',
    source: 'Ministerial Strategic Group for Health and Community Care, February 2019',
    cited: 'Integration Joint Board, 27 March 2019, agenda item 19',
    saidOn: '2019-02-04',
  },
});

export const AddPlanItem = defineCommand({
  ...RECORD,
  type: 'AddPlanItem',
  dto: AddPlanItemDto,
  summary: 'Adds items to a plan, one or several, with the headings they stand under.',
  example: {
    groups: [{ groupId: '1', number: '1.', heading: 'Collaborative leadership and building relationships' }],
    items: [
      {
        itemId: '1.i',
        number: '1. (i)',
        group: '1',
        text: 'All leadership development will be focused on shared and collaborative practice.',
        leads: ['Scottish Government', 'COSLA'],
        due: '6 months',
      },
    ],
  },
});

export const AmendPlanItem = defineCommand({
  ...RECORD,
  type: 'AmendPlanItem',
  dto: AmendPlanItemDto,
  summary: 'Changes an item by a decision or for a reason; its earlier wording stays readable.',
  example: { item: '1.1.3', due: '21 November 2015', reason: 'The conference was reorganised.' },
});

export const ReportAchievement = defineCommand({
  ...REPORT,
  type: 'ReportAchievement',
  dto: ReportAchievementDto,
  summary: 'Adds to an item what was done; what was reported before stays.',
  example: { item: '1.1.1', words: 'BTSP leaflet produced Nov 15', reportedBy: 'Morag Walker' },
});

export const SelfEvaluateItem = defineCommand({
  ...REPORT,
  type: 'SelfEvaluateItem',
  dto: SelfEvaluateItemDto,
  summary: 'Records how well established an item is, on the plan’s scale, with the evidence and the improvement proposed.',
  example: { item: '1.i', rating: 'partly-established', evidence: 'Two of three programmes are joint.', improvement: 'Open the third.' },
});

export const CompletePlanItem = defineCommand({
  ...RECORD,
  type: 'CompletePlanItem',
  dto: CompletePlanItemDto,
  summary: 'Records that an item is achieved, or that one occurrence of an item that recurs was met.',
  example: { item: '1.1.3', words: 'Conference delivered 21/11/15 and evaluated 23/11/15.' },
});

export const ReopenPlanItem = defineCommand({
  ...RECORD,
  type: 'ReopenPlanItem',
  dto: ReopenPlanItemDto,
  summary: 'Puts an item back that was achieved, superseded or dropped.',
  example: { item: '1.1.3', reason: 'The evaluation was never circulated.' },
});

export const SupersedePlanItem = defineCommand({
  ...RECORD,
  type: 'SupersedePlanItem',
  dto: SupersedePlanItemDto,
  summary: 'Records that something else takes an item’s place.',
  example: { item: '2.2.1', by: 'the Community Empowerment Act and Local Outcome Improvement Plans' },
});

export const DropPlanItem = defineCommand({
  ...RECORD,
  type: 'DropPlanItem',
  dto: DropPlanItemDto,
  summary: 'Records that an item will not be pursued, and why.',
  example: { item: '2.2.2', reason: 'There will be no elected-member champion.' },
});

export const ReviewPlan = defineCommand({
  ...RECORD,
  type: 'ReviewPlan',
  dto: ReviewPlanDto,
  summary: 'Records a review of a plan, what it came to and when the next is due.',
  example: { outcome: 'The plan stands for another year.', nextReview: 'in one year' },
});

export const ClosePlan = defineCommand({
  ...RECORD,
  type: 'ClosePlan',
  dto: ClosePlanDto,
  summary: 'Closes a plan; items still open are superseded or dropped with it.',
  example: { reason: 'Replaced by the Local Outcomes Improvement Plan.', openItems: 'superseded' },
});

export const ReopenPlan = defineCommand({
  ...RECORD,
  type: 'ReopenPlan',
  dto: ReopenPlanDto,
  summary: 'Puts a plan back that was closed; items settled with it are reopened one by one.',
  example: { reason: 'It was closed by mistake.' },
});

export const CorrectPlan = defineCommand({
  ...RECORD,
  type: 'CorrectPlan',
  dto: CorrectPlanDto,
  summary: 'Corrects a slip in a plan as it was recorded, with the reason; what was first recorded stays in its history.',
  example: { title: 'Third Sector Interface Pilot Community Planning Improvement Plan', reason: 'The title left out that it is a pilot.' },
});

export const planCommands = [
  AdoptPlan,
  AddPlanItem,
  AmendPlanItem,
  ReportAchievement,
  SelfEvaluateItem,
  CompletePlanItem,
  ReopenPlanItem,
  SupersedePlanItem,
  DropPlanItem,
  ReviewPlan,
  ClosePlan,
  ReopenPlan,
  CorrectPlan,
] as const;

export type PlanCommand = CommandsOf<typeof planCommands, PlanFacts>;
export type PlanAskedFor<C extends (typeof planCommands)[number]> = CommandFor<C, PlanFacts>;
