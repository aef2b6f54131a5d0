import { room } from '../../kernel/room.js';
import { bodiesCommands } from './bodies.commands.js';
import { BodiesModule } from './bodies.module.js';
import { bodyLifeCommands } from './body-life.commands.js';
import { type BodyEvent, bodyEventVersions } from './body.events.js';
import { bodyHistory } from './body.state.js';
import { bodyRegister } from './views/body-register/body-register.projection.js';
import { pathfinderGates } from './views/pathfinders/pathfinder-gates.projection.js';
import { bodySentences } from './body.sentences.js';
import { bodyDues } from './body.due.js';
import { bodyGrounds } from './body.grounds.js';
import { bodyLinks } from './body.links.js';
import { bodyUpcasters } from './body.upcasters.js';

export const bodiesRoom = room<BodyEvent>({
  module: BodiesModule,
  commands: [...bodiesCommands, ...bodyLifeCommands],
  projections: [bodyRegister, pathfinderGates],
  versions: bodyEventVersions,
  upcasters: bodyUpcasters,
  histories: { body: bodyHistory },
  told: bodySentences,
  due: bodyDues,
  grounds: bodyGrounds,
  links: bodyLinks,
});
