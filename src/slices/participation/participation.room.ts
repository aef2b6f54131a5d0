import { room } from '../../kernel/room.js';
import { annualParticipationHistory } from './annual-participation.state.js';
import { participationCommands } from './participation.commands.js';
import { type ParticipationEvent, participationEventVersions } from './participation.events.js';
import { ParticipationModule } from './participation.module.js';
import { participationHistory } from './participation.state.js';
import { participationRegister } from './views/register/participation-register.projection.js';
import { annualSentences, requestTold } from './participation.sentences.js';
import { participationDues } from './participation.due.js';
import { participationGrounds } from './participation.grounds.js';
import { participationLinks } from './participation.links.js';

export const participationRoom = room<ParticipationEvent>({
  module: ParticipationModule,
  commands: participationCommands,
  projections: [participationRegister],
  versions: participationEventVersions,
  histories: { participation: participationHistory, 'annual-participation': annualParticipationHistory },
  told: { ...requestTold, ...annualSentences },
  due: participationDues,
  links: participationLinks,
  grounds: participationGrounds,
});
