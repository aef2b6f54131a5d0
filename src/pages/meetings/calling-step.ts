import { type Choice, ifAny } from '../frame/steps/parts.js';
import { type Step } from '../frame/steps/step.js';
import { type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { CallMeeting } from '../../slices/meetings/agenda/agenda.commands.js';
import { MODE, PLACE, TIME } from './arrangement-steps.js';

/** The id of the field for the name of a meeting in its address. */
export const MEETING_KEY = 'meeting-key';

/** What the form for calling a meeting is made of. */
export interface CallingAt extends BodyHeading {
  /** Requisitions that wait for a meeting. */
  readonly requisitions: readonly Choice[];
  /** The bodies that may meet with it. */
  readonly bodies: readonly Choice[];
}

export const CALL: Step<void, CallingAt> = {
  command: CallMeeting,
  name: 'Call a meeting',
  button: 'Call the meeting',
  done: 'The meeting is called. Put its agenda together, give notice, and open it on the day from its live page.',
  parts: ({ bodyId, name, requisitions, bodies }) => [
    {
      id: 'date',
      as: 'date',
      label: 'Date',
      // The sum behind the last day of notice follows the date.
      attributes: {
        'hx-get': `/bodies/${bodyId}/meetings`,
        'hx-trigger': 'change',
        'hx-target': '#notice-sum',
        'hx-select': '#notice-sum',
        'hx-swap': 'outerHTML',
      },
    },
    TIME,
    PLACE,
    { id: 'title', as: 'line', label: 'Title', hint: `${name}, where nothing else is said` },
    MODE,
    ...ifAny({
      id: 'requisition',
      as: 'choice',
      label: 'On the requisition of',
      hint: 'The notice then says who asked, and for what business',
      choose: 'Nobody: an ordinary meeting',
      choices: requisitions,
      width: 'unset',
    }),
    ...ifAny({
      id: 'jointlyWith',
      as: 'ticks',
      label: 'A joint meeting with',
      hint: 'Each body then has its own seats and its own quorum; votes are taken by the rules of the body that calls it',
      choices: bodies,
    }),
    {
      id: MEETING_KEY,
      name: 'meeting',
      as: 'line',
      own: true,
      width: 20,
      label: 'Name in the address',
      hint: 'For a second meeting on one day, such as 2026-06-09-special; its date otherwise',
    },
  ],
  offered: () => true,
};
