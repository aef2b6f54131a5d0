import { type Room } from '../../kernel/room.js';
import { bodiesCommands } from './bodies.commands.js';
import { BodiesModule } from './bodies.module.js';
import { bodyLifeCommands } from './body-life.commands.js';
import { bodyEventVersions } from './body.events.js';
import { bodyHistory } from './body.state.js';
import { bodiesProjections } from './views/bodies-projections.js';

export const bodiesRoom: Room = {
  module: BodiesModule,
  commands: [...bodiesCommands, ...bodyLifeCommands],
  projections: bodiesProjections,
  versions: bodyEventVersions,
  histories: { body: bodyHistory },
};
