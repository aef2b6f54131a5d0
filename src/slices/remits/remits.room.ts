import { room } from '../../kernel/room.js';
import { type RemitEvent, remitEventVersions } from './remit.events.js';
import { remitLinks } from './remit.links.js';
import { remitTold } from './remit.sentences.js';
import { remitHistory } from './remit.state.js';
import { remitsCommands } from './remits.commands.js';
import { RemitsModule } from './remits.module.js';
import { remitRegister } from './views/remit-register/remit-register.projection.js';

export const remitsRoom = room<RemitEvent>({
  module: RemitsModule,
  commands: remitsCommands,
  projections: [remitRegister],
  versions: remitEventVersions,
  histories: { remit: remitHistory },
  told: remitTold,
  links: remitLinks,
});
