import { type FormFields } from '../frame/forms.js';
import { decisionChosen } from '../frame/steps/decision-choice.js';
import { type Steps, unchangedIn } from '../frame/steps/step.js';
import {
  CorrectReport,
  DecideRecommendation,
  EscalateReport,
  ExtendReportPromise,
  KeepReportPromise,
  PutOnAgenda,
  ReleaseReportPromise,
  ReopenRecommendation,
  WithdrawReport,
} from '../../slices/reports/reports.commands.js';
import { type PromiseView } from '../../slices/reports/reports.queries.js';
import { type ReportView } from '../../slices/reports/reports.words.js';
import { type ReportAt } from './report-choices.js';
import { BY, due, REASON } from './report-fields.js';

const stands = ({ withdrawn }: ReportView): boolean => withdrawn === null;
const anyDecided = ({ recommendations: all }: ReportView): boolean => all.some(({ state }) => state !== 'undecided');

/** The fields that a correction can mend, with their values now. */
function asItIs({ title, dated, date, purpose, lead, consultation, route }: ReportView): FormFields {
  const all = { title, dated, date, purpose, lead, consultation, route };
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined));
}

export const REPORT_STEPS: Steps<ReportView, ReportAt> = {
  decide: {
    command: DecideRecommendation,
    name: 'Record what was decided',
    button: 'Record what was decided',
    done: 'What was decided is recorded.',
    parts: ({ undecided, outcomes, decisions }) => [
      { id: 'letter', as: 'choice', label: 'Recommendation', choices: undecided },
      { id: 'outcome', as: 'choice', label: 'Outcome', choices: outcomes },
      { id: 'decision', as: 'choice', label: 'Decision', choices: decisions, hint: 'Of the minute, the latest meeting first' },
      { id: 'words', as: 'words', label: 'What was decided instead', hint: 'Where it was amended' },
    ],
    extraFields: decisionChosen,
    offered: (report) => stands(report) && report.undecided > 0,
  },
  agenda: {
    command: PutOnAgenda,
    name: 'Put it on an agenda',
    button: 'Put it on the agenda',
    done: 'It is on the agenda.',
    parts: ({ agendas }) => [
      { id: 'meetingId', as: 'choice', label: 'Meeting', choices: agendas },
      { id: 'number', as: 'line', label: 'Agenda item', hint: 'Its number, such as 5' },
    ],
    offered: stands,
  },
  escalate: {
    command: EscalateReport,
    name: 'Escalate it',
    button: 'Escalate it',
    done: 'It is escalated; that body’s meetings may decide on it too.',
    parts: ({ bodies }) => [
      { id: 'toBodyId', as: 'choice', label: 'Body it goes to', choices: bodies },
      { id: 'why', as: 'words', label: 'Why' },
    ],
    offered: stands,
  },
  keep: {
    command: KeepReportPromise,
    name: 'Record that it keeps a promise',
    button: 'Record it',
    done: 'The promise is kept.',
    parts: ({ promises }) => [{ id: 'promise', as: 'choice', label: 'Promise', choices: promises }],
    offered: stands,
  },
  reopen: {
    command: ReopenRecommendation,
    name: 'Take back an outcome',
    button: 'Take it back',
    done: 'The recommendation is to be decided again.',
    parts: ({ decided }) => [{ id: 'letter', as: 'choice', label: 'Recommendation', choices: decided }, REASON],
    offered: (report) => stands(report) && anyDecided(report),
  },
  correct: {
    command: CorrectReport,
    name: 'Correct a slip',
    button: 'Correct it',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    parts: () => [
      { id: 'title', as: 'line', label: 'Title' },
      { id: 'dated', as: 'line', label: 'Date, as the paper has it' },
      { id: 'date', as: 'date', label: 'That date, where it is a day' },
      { id: 'purpose', as: 'words', label: 'Purpose' },
      { id: 'lead', as: 'words', label: 'What stands before the recommendations' },
      { id: 'consultation', as: 'words', label: 'Consultation' },
      { id: 'route', as: 'words', label: 'Route to meeting' },
      { id: 'reason', as: 'words', label: 'What was wrong' },
    ],
    start: ({ report }) => asItIs(report),
    extraFields: (typed, { report }) => unchangedIn(typed, asItIs(report)),
    offered: stands,
  },
  withdraw: {
    command: WithdrawReport,
    name: 'Withdraw it',
    button: 'Withdraw it',
    done: 'The report is withdrawn.',
    parts: () => [REASON],
    offered: (report) => stands(report) && !anyDecided(report),
  },
};

const awaited = ({ state }: PromiseView): boolean => state === 'outstanding';

export const PROMISE_STEPS: Steps<PromiseView, Pick<PromiseView, 'bodyId'>> = {
  extend: {
    command: ExtendReportPromise,
    name: 'Change its deadline',
    button: 'Change the deadline',
    done: 'The deadline is changed.',
    parts: ({ bodyId }) => [{ ...due(bodyId), label: 'New deadline' }, BY, REASON],
    offered: awaited,
  },
  release: {
    command: ReleaseReportPromise,
    name: 'Record that it is no longer wanted',
    button: 'Record it',
    done: 'It is recorded that the report is no longer wanted.',
    parts: () => [REASON],
    offered: awaited,
  },
};
