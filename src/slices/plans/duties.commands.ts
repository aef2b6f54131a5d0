import { type CommandFor, type CommandsOf, defineCommand } from '../../kernel/command.js';
import { ChangeDutyDto, EndDutyDto, FulfilDutyDto, RecordDutyDto } from './duty.payloads.js';
import { type PlanFacts } from './plan.facts.js';
import { dutyScope } from './duty.scope.js';

const RECORD = { scope: dutyScope, right: 'plans.record', creates: false } as const;

export const RecordDuty = defineCommand({
  ...RECORD,
  type: 'RecordDuty',
  creates: true,
  dto: RecordDutyDto,
  summary: 'Records what a body must do again and again, by which rule, and from when.',
  example: {
    title: 'Annual performance report',
    what: 'performance report published',
    source: 'Public Bodies (Joint Working) (Scotland) Act 2014, section 42',
    recurrence: 'yearly',
    afterYearEnd: { yearEnd: '2019-03-31', months: 4 },
  },
});

export const FulfilDuty = defineCommand({
  ...RECORD,
  type: 'FulfilDuty',
  right: 'plans.report',
  dto: FulfilDutyDto,
  summary: 'Records that a body did what it must for one occurrence, in time or late.',
  example: { occurrence: '2019-07-31', words: 'Annual performance report 2018/19 published.', link: 'https://example.org/report' },
});

export const ChangeDuty = defineCommand({
  ...RECORD,
  type: 'ChangeDuty',
  dto: ChangeDutyDto,
  summary: 'Changes when a duty falls due from a day on; what fell due before stays.',
  example: { firstDue: '2020-11-30', reason: 'Reporting was postponed.' },
});

export const EndDuty = defineCommand({
  ...RECORD,
  type: 'EndDuty',
  dto: EndDutyDto,
  summary: 'Records that a body has a duty no longer.',
  example: { reason: 'The board was dissolved.' },
});

export const dutyCommands = [RecordDuty, FulfilDuty, ChangeDuty, EndDuty] as const;

export type DutyCommand = CommandsOf<typeof dutyCommands, PlanFacts>;
export type DutyAskedFor<C extends (typeof dutyCommands)[number]> = CommandFor<C, PlanFacts>;
