import { idOfName } from '../../kernel/ids.js';
import { type FormFields } from '../frame/forms.js';
import { type Step, unchangedIn } from '../frame/steps/step.js';
import {
  CorrectParticipationRequest,
  DeclineAsRepeat,
  NameContacts,
  NotifyMissingItems,
  ReceiveParticipationRequest,
  SupplyMissingItems,
  ValidateRequest,
  WithdrawRequest,
} from '../../slices/participation/participation.commands.js';
import { ITEMS } from '../../slices/participation/participation.words.js';
import { day, namedPeople, people, readable, RECEIPT, suppliedFields, suppliedFor, newSubject } from './request-fields.js';
import { ENDED, within, words, type RequestStep } from './request-step.js';

const authoritiesIn = ({ additionalAuthorities: lines }: FormFields): object =>
  Array.isArray(lines) ? { additionalAuthorities: (lines as readonly string[]).map((name) => ({ authority: idOfName(name), name })) } : {};

/** The step that begins a request, on a page of its own. */
export const RECEIVE: Step<void> = {
  command: ReceiveParticipationRequest,
  name: 'The request',
  button: 'Record the request',
  done: 'The request is recorded. What comes next is below.',
  parts: () => RECEIPT,
  extraFields: (typed) => ({ ...authoritiesIn(typed), ...namedPeople(typed) }),
  offered: () => true,
};

/** Steps from receipt until the request is valid, and steps possible at any time. */
export const RECEIPT_STEPS = {
  validate: {
    command: ValidateRequest,
    name: 'Acknowledge it as valid',
    button: 'Record the acknowledgement',
    about: 'Nothing is missing. It is valid from the day its last item was received; the period for the decision begins with that day.',
    done: 'The request is valid and acknowledged. The period for the decision is running.',
    offered: within('received'),
    parts: () => [day('Acknowledged on')],
  },
  missing: {
    command: NotifyMissingItems,
    name: 'Give notice of what is missing',
    button: 'Record the notice',
    about: 'The notice names everything that the record shows to be missing.',
    done: 'The notice of what is missing is recorded.',
    offered: within('incomplete', 'received'),
    parts: ({ request }) => [
      {
        id: 'items',
        as: 'ticks',
        label: 'Missing as well, although something was given for it',
        own: true,
        choices: Object.entries(ITEMS)
          .filter(([item]) => item !== 'constitution' && item !== 'basis' && !request.missing.some((one) => one.item === item))
          .map(([value, { what, section }]) => ({ value, text: `${what} (${section})` })),
      },
      day('Notice given on'),
    ],
    extraFields: ({ items }) => (Array.isArray(items) ? { items: items.map((item: unknown) => ({ item })) } : {}),
  },
  supply: {
    command: SupplyMissingItems,
    name: 'Record items received',
    button: 'Record what was received',
    done: 'What was received is recorded.',
    offered: within('incomplete'),
    parts: ({ request }) => [...suppliedFields(request.missing), day('Received on')],
    extraFields: (typed, { request }) => suppliedFor(typed, request.missing),
  },
  decline: {
    command: DeclineAsRepeat,
    name: 'Decline it as a repeat',
    button: 'Record that it is declined',
    about: 'Only a request on the same matters as one made in the two years before, whoever made it (section 27).',
    done: 'The request is declined.',
    offered: within('received', 'incomplete', 'under-consideration'),
    parts: ({ earlier }) => [
      { id: 'earlier', as: 'choice', label: 'The earlier request', choices: earlier, hint: 'Those on similar matters first' },
      {
        id: 'matters',
        as: 'radios',
        label: 'Its matters are',
        choices: [
          { value: 'same', text: 'The same' },
          { value: 'substantially-same', text: 'Substantially the same' },
        ],
      },
      words('reasons', 'Reasons'),
      day('Declined on'),
    ],
  },
  contacts: {
    command: NameContacts,
    name: 'Name the people behind it',
    button: 'Record the people',
    about: 'All of them, from now on. Whoever is taken out here is behind the request no more.',
    done: 'The people behind the request are recorded, and sealed.',
    offered: ({ contacts }) => contacts.every((contact) => !('apart' in contact)),
    parts: ({ request }) => [people(readable(request.contacts).length + 1)],
    start: ({ request }) => ({ contacts: [...readable(request.contacts), { subject: newSubject() }] }),
    extraFields: namedPeople,
  },
  correct: {
    command: CorrectParticipationRequest,
    name: 'Correct a slip',
    offered: () => true,
    button: 'Correct it',
    about: 'What was written down wrongly. Notices that were given stay as they were given.',
    done: 'The correction is recorded; what was first recorded stays in the story.',
    parts: () => [
      { id: 'title', as: 'line', label: 'What the request is called' },
      words('service', 'The public service'),
      words('outcome', 'The outcome'),
      words('reasons', 'Why the body should take part'),
      words('experience', 'Its knowledge, expertise and experience'),
      words('improvement', 'The improvement it anticipates'),
      words('information', 'Any other information'),
      words('reason', 'Why it is corrected'),
    ],
    start: ({ request: { title, contents } }) => ({ title, ...contents }),
    extraFields: (typed, { request: { title, contents } }) => unchangedIn(typed, { title, ...contents }),
  },
  withdraw: {
    command: WithdrawRequest,
    name: 'Record that it was withdrawn',
    button: 'Record the withdrawal',
    about: 'By the body that made it.',
    done: 'The withdrawal is recorded.',
    offered: ({ state }) => !ENDED.includes(state) && state !== 'completed',
    parts: () => [words('reason', 'Reason'), day('Withdrawn on')],
  },
} satisfies Readonly<Record<string, RequestStep>>;
