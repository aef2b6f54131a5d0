import { type AnyRoom, room } from '../../kernel/room.js';
import { PeopleModule } from './people.module.js';
import { principalCommands } from './principal.commands.js';
import { principalHistory } from './principal.decider.js';
import { type PrincipalEvent, principalEventVersions } from './principal.events.js';
import { principalSentences } from './principal.sentences.js';
import { subjectCommands } from './subjects/subject.commands.js';
import { subjectHistory } from './subjects/subject.decider.js';
import { type SubjectEvent, subjectEventVersions } from './subjects/subject.events.js';
import { principalProjections } from './views/principal-register.projection.js';

/** `PeopleModule.forRoot` makes the room's module, where the vault and the keys are opened. */
export const peopleRoom: AnyRoom = room<PrincipalEvent | SubjectEvent>({
  module: PeopleModule,
  commands: [...principalCommands, ...subjectCommands],
  projections: principalProjections,
  versions: { ...principalEventVersions, ...subjectEventVersions },
  histories: { principal: principalHistory, subject: subjectHistory },
  told: {
    ...principalSentences,
    SubjectErased: ({ subject, reason }) => `Subject erased: ${subject}, ${reason}`,
  },
});
