import { ChangeDuty, EndDuty, FulfilDuty, RecordDuty } from '../../../../src/slices/plans/duties.commands.js';
import {
  AddPlanItem,
  AdoptPlan,
  AmendPlanItem,
  ClosePlan,
  CompletePlanItem,
  CorrectPlan,
  DropPlanItem,
  ReopenPlan,
  ReopenPlanItem,
  ReportAchievement,
  ReviewPlan,
  SelfEvaluateItem,
  SupersedePlanItem,
} from '../../../../src/slices/plans/plans.commands.js';
import { say } from '../story.js';
import { COUNTED, DECIDED } from './grounds.js';

const decision = DECIDED;
const links = [{ item: '1' }];

export const plans = [
  say(AdoptPlan, 'board/plan', { decision, cited: undefined, report: 'board/paper', scale: ['said scale', 'rated'], kind: 'strategy' }),
  say(AdoptPlan, 'board/cited', { decision: undefined, report: undefined, scale: ['said scale', 'said scale below'] }),
  say(AddPlanItem, 'board/plan', {
    groups: [
      { groupId: 'g-1', within: undefined },
      { groupId: 'g-2', within: 'g-1' },
    ],
    items: [
      { itemId: '1', group: 'g-1', implications: [{ of: 'risk' }], links: undefined },
      { itemId: 'counted', group: 'g-1', due: COUNTED, dueDates: undefined, dueSaidOn: '2026-06-01', implications: undefined, links },
      { itemId: '2', group: 'g-2', implications: [{ of: 'cost' }], links },
      {
        itemId: 'yearly',
        group: 'g-2',
        due: 'end March 2022 and thereafter each year by end March',
        dueDates: undefined,
        implications: undefined,
        links,
      },
    ],
  }),
  say(AmendPlanItem, 'board/plan', { item: '2', group: 'g-1', implications: [{ of: 'resource' }], links, decision }),
  say(ReportAchievement, 'board/plan', { item: '1' }),
  say(SelfEvaluateItem, 'board/plan', { item: '1', rating: 'rated' }),
  say(CompletePlanItem, 'board/plan', { item: '1', occurrence: undefined, decision }),
  say(CompletePlanItem, 'board/plan', { item: 'yearly', occurrence: '2022-03-31', decision }),
  say(ReopenPlanItem, 'board/plan', { item: '1' }),
  say(SupersedePlanItem, 'board/plan', { item: '2', ref: 'plan:board/other#1', decision }),
  say(DropPlanItem, 'board/plan', { item: '1', decision }),
  say(ReviewPlan, 'board/plan', { decision }),
  say(CorrectPlan, 'board/plan'),
  say(ClosePlan, 'board/plan', { openItems: 'superseded', decision }),
  say(ReopenPlan, 'board/plan'),
  say(RecordDuty, 'board/duty', { recurrence: 'every-n-years', years: 3, firstDue: '2022-02-22', afterYearEnd: undefined }),
  say(RecordDuty, 'board/year-end', { recurrence: 'yearly', years: undefined, firstDue: undefined, afterYearEnd: { months: 5 } }),
  say(ChangeDuty, 'board/duty', { recurrence: 'every-n-years', years: 4, firstDue: '2023-03-23', afterYearEnd: undefined }),
  say(ChangeDuty, 'board/year-end', { recurrence: 'yearly', years: undefined, firstDue: undefined, afterYearEnd: { months: 6 } }),
  say(FulfilDuty, 'board/duty', { occurrence: '2023-03-23', report: 'board/paper' }),
  say(EndDuty, 'board/duty'),
];
