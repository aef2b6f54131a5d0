import { type AnyRoom } from '../kernel/room.js';
import { actionsRoom } from './actions/actions.room.js';
import { bodiesRoom } from './bodies/bodies.room.js';
import { calendarsRoom } from './calendars/calendars.room.js';
import { directionsRoom } from './directions/directions.room.js';
import { directoryRoom } from './directory/directory.room.js';
import { meetingsRoom } from './meetings/meetings.room.js';
import { participationRoom } from './participation/participation.room.js';
import { peopleRoom } from './people/people.room.js';
import { plansRoom } from './plans/plans.room.js';
import { requisitionsRoom } from './requisitions/requisitions.room.js';
import { remitsRoom } from './remits/remits.room.js';
import { reportsRoom } from './reports/reports.room.js';

/** Every slice, each after those it knows. */
export const SLICES: readonly AnyRoom[] = [
  calendarsRoom,
  peopleRoom,
  directoryRoom,
  bodiesRoom,
  meetingsRoom,
  requisitionsRoom,
  remitsRoom,
  actionsRoom,
  reportsRoom,
  directionsRoom,
  participationRoom,
  plansRoom,
];
