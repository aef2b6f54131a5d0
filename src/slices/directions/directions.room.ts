import { type Room } from '../../kernel/room.js';
import { directionEventVersions } from './direction.events.js';
import { directionsHistory } from './direction.state.js';
import { directionsCommands } from './directions.commands.js';
import { DirectionsModule, directionsProjections } from './directions.module.js';

export const directionsRoom: Room = {
  module: DirectionsModule,
  commands: directionsCommands,
  projections: directionsProjections,
  versions: directionEventVersions,
  histories: { directions: directionsHistory },
};
