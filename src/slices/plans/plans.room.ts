import { room } from '../../kernel/room.js';
import { dutyCommands } from './duties.commands.js';
import { dutyHistory } from './duty.state.js';
import { type PlanEvent, planEventVersions } from './plan.events.js';
import { planHistory } from './plan.state.js';
import { planCommands } from './plans.commands.js';
import { PlansModule } from './plans.module.js';
import { dutyRegister } from './views/duty-register/duty-register.projection.js';
import { planItems } from './views/plan-item/plan-item.projection.js';
import { planRegister } from './views/plan-register/plan-register.projection.js';
import { dutyTold } from './duty.sentences.js';
import { planItemTold, planTold } from './plan.sentences.js';
import { planDues } from './plan.due.js';
import { planGrounds } from './plan.grounds.js';
import { planLinks } from './plan.links.js';

export const plansRoom = room<PlanEvent>({
  module: PlansModule,
  commands: [...planCommands, ...dutyCommands],
  projections: [planRegister, planItems, dutyRegister],
  versions: planEventVersions,
  histories: { plan: planHistory, duty: dutyHistory },
  told: { ...planTold, ...planItemTold, ...dutyTold },
  due: planDues,
  grounds: planGrounds,
  links: planLinks,
});
