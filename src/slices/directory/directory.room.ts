import { room } from '../../kernel/room.js';
import { directoryCommands } from './directory.commands.js';
import { type DirectoryEvent, directoryEventVersions } from './directory.events.js';
import { DirectoryModule } from './directory.module.js';
import { directorySentences } from './directory.sentences.js';
import { spellingHistories } from './spelling.state.js';
import { directoryProjections } from './views/spelling/spelling.projection.js';

export const directoryRoom = room<DirectoryEvent>({
  module: DirectoryModule,
  commands: directoryCommands,
  projections: directoryProjections,
  versions: directoryEventVersions,
  histories: spellingHistories,
  told: directorySentences,
});
