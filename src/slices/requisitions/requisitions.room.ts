import { room } from '../../kernel/room.js';
import { requisitionDues } from './requisition.due.js';
import { type RequisitionEvent, requisitionEventVersions } from './requisition.events.js';
import { requisitionLinks } from './requisition.links.js';
import { requisitionTold } from './requisition.sentences.js';
import { requisitionHistory } from './requisition.state.js';
import { requisitionsCommands } from './requisitions.commands.js';
import { RequisitionsModule } from './requisitions.module.js';
import { requisitionRegister } from './views/requisition-register/requisition-register.projection.js';

export const requisitionsRoom = room<RequisitionEvent>({
  module: RequisitionsModule,
  commands: requisitionsCommands,
  projections: [requisitionRegister],
  versions: requisitionEventVersions,
  histories: { requisition: requisitionHistory },
  told: requisitionTold,
  due: requisitionDues,
  links: requisitionLinks,
});
