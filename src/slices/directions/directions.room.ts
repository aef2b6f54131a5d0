import { room } from '../../kernel/room.js';
import { type DirectionEvent, directionEventVersions } from './direction.events.js';
import { directionsHistory } from './direction.state.js';
import { directionsCommands } from './directions.commands.js';
import { DirectionsModule, directionsProjections } from './directions.module.js';
import { directionTold } from './direction.sentences.js';
import { directionDues } from './direction.due.js';
import { directionGrounds } from './direction.grounds.js';
import { directionLinks } from './direction.links.js';

export const directionsRoom = room<DirectionEvent>({
  module: DirectionsModule,
  commands: directionsCommands,
  projections: directionsProjections,
  versions: directionEventVersions,
  histories: { directions: directionsHistory },
  told: directionTold,
  due: directionDues,
  grounds: directionGrounds,
  links: directionLinks,
});
