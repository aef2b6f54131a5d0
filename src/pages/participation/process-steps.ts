import {
  CompleteProcess,
  EstablishProcess,
  GiveFinalDetails,
  ModifyProcess,
  RecordPublication,
  RecordRepresentations,
  ReportOnProcess,
} from '../../slices/participation/participation.commands.js';
import { day } from './request-fields.js';
import { PROCESS, within, words, type RequestStep } from './request-step.js';
import { publishedWords } from '../../slices/participation/participation.words.js';

/** Steps of the process that came of a request, and of its publications. */
export const PROCESS_STEPS = {
  represent: {
    command: RecordRepresentations,
    name: 'Record representations',
    button: 'Record the representations',
    done: 'The representations are recorded.',
    offered: within('agreed-proposed'),
    parts: () => [words('words', 'The body’s written representations'), day('Received on')],
  },
  details: {
    command: GiveFinalDetails,
    name: 'Give the final details',
    button: 'Record the notice of the details',
    about: 'Once the period for representations is over (section 26(5)).',
    done: 'The details are given, and are to be published. The process is to be established within 90 days.',
    offered: within('agreed-proposed'),
    parts: ({ request }) => [
      ...PROCESS,
      ...(request.representations.length > 0 ? [words('regard', 'How the representations were taken into consideration')] : []),
      day('Notice given on'),
    ],
    start: ({ request: { decision } }) => {
      if (decision?.kind !== 'agreed') return {};
      const { operation, bodyRole, othersRoles } = decision.process;
      return { operation, bodyRole, ...(othersRoles !== undefined && { othersRoles }) };
    },
  },
  establish: {
    command: EstablishProcess,
    name: 'Establish the process',
    button: 'Record that it is established',
    done: 'The process is established.',
    offered: within('details-given'),
    parts: () => [words('steps', 'The steps taken to begin it'), day('Established on')],
  },
  modify: {
    command: ModifyProcess,
    name: 'Modify the process',
    button: 'Record the modification',
    done: 'The modification is recorded, and is to be published.',
    offered: within('established'),
    parts: () => [
      words('changes', 'What changes'),
      { id: 'consultedOn', as: 'date', label: 'The body was consulted on' },
      words('consultation', 'How it was consulted, and what it said'),
      day('Modified on'),
    ],
  },
  complete: {
    command: CompleteProcess,
    name: 'Record the process complete',
    button: 'Record it complete',
    done: 'The process is complete, and is to be reported on.',
    offered: within('established', 'agreed-existing'),
    parts: () => [day('Complete on')],
  },
  report: {
    command: ReportOnProcess,
    name: 'Report on the process',
    button: 'Record the report',
    done: 'The report is recorded, and is to be published.',
    offered: within('completed'),
    parts: () => [
      words('outcomes', 'The outcomes, and whether the one asked for was improved', 's.31(2)(a)'),
      words('influence', 'How the body’s part in it influenced the process and the outcomes', 's.31(2)(b)'),
      words('keepingInformed', 'How the body and others are kept informed', 's.31(2)(c)'),
      { id: 'viewsSoughtOn', as: 'date', label: 'The body’s views were sought on' },
      words('viewsSought', 'How they were sought', 's.31(3)'),
      words('views', 'What the body said'),
      { id: 'ledToChange', as: 'yes-no', label: 'The request led to a change of a public service' },
      day('Reported on'),
    ],
  },
  publish: {
    command: RecordPublication,
    name: 'Record a publication',
    button: 'Record the publication',
    about: 'What is published can be read here by everybody from that day.',
    done: 'The publication is recorded.',
    offered: ({ toPublish }) => toPublish.length > 0,
    parts: ({ request }) => [
      {
        id: 'what',
        as: 'radios',
        label: 'What was published',
        choices: request.toPublish.map(({ what, source }) => ({ value: what, text: `${publishedWords(what)} (${source})` })),
      },
      { id: 'where', as: 'line', label: 'Where', hint: 'The address of the page' },
      { id: 'on', as: 'date', label: 'Published on' },
    ],
    start: ({ request: { toPublish }, today }) => ({ on: today, ...(toPublish.length === 1 && { what: toPublish[0]!.what }) }),
  },
} satisfies Readonly<Record<string, RequestStep>>;
