import { type Room } from '../../kernel/room.js';
import { annualParticipationHistory } from './annual-participation.state.js';
import { participationCommands } from './participation.commands.js';
import { participationEventVersions } from './participation.events.js';
import { ParticipationModule } from './participation.module.js';
import { participationHistory } from './participation.state.js';
import { participationRegister } from './views/register/participation-register.projection.js';

export const participationRoom: Room = {
  module: ParticipationModule,
  commands: participationCommands,
  projections: [participationRegister],
  versions: participationEventVersions,
  histories: { participation: participationHistory, 'annual-participation': annualParticipationHistory },
};
