import { type FormFields } from '../frame/forms.js';
import { decisionChosen } from '../frame/steps/decision-choice.js';
import { ifAny } from '../frame/steps/parts.js';
import { type Steps } from '../frame/steps/step.js';
import { PromiseReport, SubmitReport } from '../../slices/reports/reports.commands.js';
import { type RegisterChoices } from './report-choices.js';
import { BY, due, rows } from './report-fields.js';

/** The data from which a form of the register is made: it has as many rows as were typed, and a few more. */
export interface RegisterAt extends RegisterChoices {
  readonly typed: FormFields;
}

/** Steps on the register, which belong to no recorded report yet. */
export const REGISTER_STEPS: Steps<void, RegisterAt> = {
  submit: {
    command: SubmitReport,
    name: 'Record a report',
    button: 'Record the report',
    done: 'The report is recorded.',
    more: 'More recommendations',
    parts: ({ typed, agendas, promises }) => [
      { id: 'title', as: 'line', label: 'Title' },
      ...rows('authors', 'Author', 1, typed, [
        { id: 'name', as: 'line', label: 'Name' },
        { id: 'role', as: 'line', label: 'Role' },
      ]),
      { id: 'dated', as: 'line', label: 'Date, as the paper has it', hint: 'Such as: April 2022' },
      { id: 'date', as: 'date', label: 'That date, where it is a day' },
      { id: 'purpose', as: 'words', label: 'Purpose' },
      { id: 'lead', as: 'words', label: 'What stands before the recommendations', hint: 'Such as: It is recommended that the Board:' },
      ...rows('recommendations', 'Recommendation', 3, typed, [
        { id: 'label', as: 'line', label: 'Label, as the paper has it' },
        { id: 'words', as: 'words', label: 'What is recommended' },
      ]),
      {
        legend: 'Where it goes',
        fields: [
          ...ifAny({ id: 'onAgenda.meetingId', as: 'choice', label: 'Meeting', choices: agendas, hint: 'Where that is known' }),
          { id: 'onAgenda.number', as: 'line', label: 'Agenda item', hint: 'Its number, such as 5' },
          ...ifAny({ id: 'fulfils.0.promise', as: 'choice', label: 'Keeps the promise of', choices: promises }),
          {
            id: 'exempt.paragraph',
            as: 'line',
            label: 'Not for publication: paragraph of Schedule 7A',
            hint: 'Only where it is exempt, such as 6',
          },
        ],
      },
      {
        legend: 'Directions',
        fields: [
          { id: 'directions.none', as: 'tick', label: '“No directions required” is ticked' },
          { id: 'directions.to', as: 'list', label: 'Directions are required to', hint: 'One on each line' },
        ],
      },
      ...rows('implications', 'Implication', 1, typed, [
        { id: 'heading', as: 'line', label: 'Heading' },
        { id: 'ticked', as: 'tick', label: 'Its box is ticked' },
        { id: 'words', as: 'words', label: 'What its section says' },
      ]),
    ],
    extraFields: (typed) => ({ authors: [{}], ...typed, ...labelled(typed) }),
    offered: () => true,
  },
  promise: {
    command: PromiseReport,
    name: 'Record that a report was promised',
    button: 'Record the promise',
    done: 'The promise is recorded; it is awaited until a report keeps it.',
    parts: ({ bodyId, decisions, reports }) => [
      { id: 'title', as: 'line', label: 'What the report is to be about' },
      { id: 'words', as: 'words', label: 'The words that promise it' },
      ...ifAny({ id: 'decision', as: 'choice', label: 'Decision that asks for it', choices: decisions }),
      ...ifAny({ id: 'report', as: 'choice', label: 'Or the report that promises it', choices: reports }),
      due(bodyId),
      BY,
      { id: 'organisation', as: 'line', label: 'Organisation' },
      { id: 'officers', as: 'list', label: 'Who is to bring it', hint: 'One on each line' },
      { id: 'exempt', as: 'tick', label: 'Not published by itself' },
    ],
    extraFields: decisionChosen,
    offered: () => true,
  },
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The typed recommendations, each with a label: by its place, if none was typed. */
function labelled({ recommendations }: FormFields): Readonly<Record<string, unknown>> {
  if (!Array.isArray(recommendations)) return { recommendations: [] };
  return {
    recommendations: (recommendations as readonly FormFields[]).map((one, index) => ({
      label: `(${LETTERS[index] ?? index + 1})`,
      ...one,
    })),
  };
}
