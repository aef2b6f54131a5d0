import { type Saying } from '../story.js';
import { actions, noting } from './actions.js';
import { seats, theBoard } from './bodies.js';
import { bodyLife } from './body-life.js';
import { calendarsAndPeople } from './calendars-and-people.js';
import { agenda, held, informal, itsEnd, later, minute, sederunt } from './meetings.js';
import { discussion } from './discussion.js';
import { directions, revoking } from './directions.js';
import { procedure } from './procedure.js';
import { elections } from './elections.js';
import { decisions, motions } from './motions-and-decisions.js';
import { participation } from './participation.js';
import { plans } from './plans.js';
import { requisitions } from './requisitions.js';
import { remits } from './remits.js';
import { reports } from './reports.js';
import { slips } from './slips.js';

/** Every command said, each on a history it fits; a command may be said several times, so that its fields are all said. */
export const STORIES: readonly Saying[] = [
  ...theBoard,
  ...held,
  ...agenda,
  ...sederunt,
  ...motions,
  ...decisions,
  ...discussion,
  ...procedure,
  ...elections,
  ...itsEnd,
  ...informal,
  ...slips,
  ...seats,
  ...bodyLife,
  ...requisitions,
  ...remits,
  ...actions,
  ...directions,
  ...reports,
  ...participation,
  ...plans,
  ...later,
  ...minute,
  ...noting,
  ...revoking,
  ...calendarsAndPeople,
];
