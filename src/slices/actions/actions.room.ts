import { room } from '../../kernel/room.js';
import { actionDues } from './action.due.js';
import { type ActionEvent, actionEventVersions } from './action.events.js';
import { actionGrounds } from './action.grounds.js';
import { actionLinks } from './action.links.js';
import { actionTold } from './action.sentences.js';
import { actionHistory } from './action.state.js';
import { actionsCommands } from './actions.commands.js';
import { ActionsModule, actionsProjections } from './actions.module.js';

export const actionsRoom = room<ActionEvent>({
  module: ActionsModule,
  commands: actionsCommands,
  projections: actionsProjections,
  versions: actionEventVersions,
  histories: { action: actionHistory },
  told: actionTold,
  due: actionDues,
  grounds: actionGrounds,
  links: actionLinks,
});
