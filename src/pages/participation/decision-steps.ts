import { idOfName } from '../../kernel/ids.js';
import { type FormFields } from '../frame/forms.js';
import { decisionChosen } from '../frame/steps/decision-choice.js';
import { type Choice, ifAny, type StepField } from '../frame/steps/parts.js';
import {
  AgreeExistingProcess,
  AgreeLongerPeriod,
  AgreeProposedProcess,
  AskAdditionalAuthority,
  RecordAuthorityReply,
  RecordConsideration,
  RefuseRequest,
} from '../../slices/participation/participation.commands.js';
import { CONSIDERATIONS } from '../../slices/participation/participation.words.js';
import { day } from './request-fields.js';
import { ENDED, PROCESS, within, words, type RequestStep, type StepAt } from './request-step.js';

/** The field for the meeting's decision; left out if there is none to cite. */
const cited = ({ decisions: choices }: StepAt): readonly StepField[] =>
  ifAny({ id: 'decision', as: 'choice', label: 'By the decision of a meeting', hint: 'Where a meeting decided it', choices });

const considering = within('under-consideration');

const asked = ({ request }: StepAt): Choice[] =>
  request.authorities.filter(({ reply }) => !reply).map(({ authority, name }) => ({ value: authority, text: name }));

/** Steps while the request is under consideration. */
export const DECISION_STEPS = {
  consider: {
    command: RecordConsideration,
    name: 'Record a consideration',
    button: 'Record what was considered',
    about: 'Each matter is considered before the decision (section 24(3) and (4)).',
    done: 'The consideration is recorded.',
    offered: considering,
    parts: () => [
      {
        id: 'consideration',
        as: 'choice',
        label: 'The matter',
        choices: Object.entries(CONSIDERATIONS).map(([value, { section, what }]) => ({ value, text: `${section}: ${what}` })),
      },
      words('words', 'What was considered'),
      day('Considered on'),
    ],
    start: ({ query: { consideration = '' } }): FormFields => (Object.hasOwn(CONSIDERATIONS, consideration) ? { consideration } : {}),
  },
  'agree-proposed': {
    command: AgreeProposedProcess,
    name: 'Agree to it, and propose a process',
    button: 'Record the decision notice',
    about: 'The body has 28 days for representations, beginning with the day of the notice.',
    done: 'The decision is recorded, and the period for representations is running. The notice is to be published.',
    offered: considering,
    parts: (at) => [...PROCESS, words('reasons', 'Reasons'), ...cited(at), day('Decision notice given on')],
    extraFields: decisionChosen,
  },
  'agree-existing': {
    command: AgreeExistingProcess,
    name: 'Agree to it, in a process there is',
    button: 'Record the decision notice',
    done: 'The decision is recorded. The notice is to be published.',
    offered: considering,
    parts: (at) => [
      ...PROCESS,
      words('stage', 'The stage the process has reached'),
      words('reasons', 'Reasons'),
      ...cited(at),
      day('Decision notice given on'),
    ],
    extraFields: decisionChosen,
  },
  refuse: {
    command: RefuseRequest,
    name: 'Refuse it',
    button: 'Record the decision notice',
    about: 'A request is refused only on reasonable grounds (section 24(5)).',
    done: 'The refusal is recorded. The notice is to be published.',
    offered: considering,
    parts: (at) => [words('reasons', 'The reasonable grounds'), ...cited(at), day('Decision notice given on')],
    extraFields: decisionChosen,
  },
  ask: {
    command: AskAdditionalAuthority,
    name: 'Ask another authority',
    button: 'Record that it was notified',
    about: 'It replies within 15 working days, and the period for the decision is 45 working days instead of 30.',
    done: 'The other authority is notified.',
    offered: considering,
    parts: () => [{ id: 'name', as: 'line', label: 'The authority', hint: 'As the request names it' }, day('Notified on')],
    extraFields: ({ name }) => (typeof name === 'string' ? { authority: idOfName(name) } : {}),
  },
  reply: {
    command: RecordAuthorityReply,
    name: 'Record an authority’s reply',
    button: 'Record the reply',
    done: 'The reply is recorded.',
    offered: ({ state, authorities }) => !ENDED.includes(state) && authorities.some(({ reply }) => !reply),
    parts: (at) => [
      { id: 'authority', as: 'radios', label: 'Reply of', choices: asked(at) },
      { id: 'participates', as: 'yes-no', label: 'It wishes to take part' },
      words('reasons', 'Its reasons', 'Needed where it does not wish to'),
      day('Replied on'),
    ],
    start: (at): FormFields => (asked(at).length === 1 ? { authority: asked(at)[0]!.value } : {}),
  },
  longer: {
    command: AgreeLongerPeriod,
    name: 'Agree a longer period',
    button: 'Record the longer period',
    about: 'Only with the body that made the request (section 24(7)).',
    done: 'The longer period is recorded.',
    offered: considering,
    parts: () => [
      { id: 'until', as: 'date', label: 'Last day of the longer period' },
      { id: 'agreedOn', as: 'date', label: 'Agreed on' },
    ],
    start: ({ today }) => ({ agreedOn: today }),
  },
} satisfies Readonly<Record<string, RequestStep>>;
