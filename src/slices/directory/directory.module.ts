import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { decidedBy } from '../../eventstore/decide.js';
import { commandController } from '../../http/command-routes.js';
import { directoryCommands, organisationCommands, personCommands } from './directory.commands.js';
import { organisationDecider, personDecider } from './directory.decider.js';
import { GatherSpellings } from './gather-spellings.js';
import { DirectoryController } from './http/directory.controller.js';
import { CanonicalIdsHandler, PeopleMeantHandler } from './people-meant.query.js';
import { SpelledAlikeHandler } from './spelled-alike.query.js';
import { SpellingsApartHandler, SpellingsOfHandler } from './spellings.query.js';

@Module({
  imports: [CqrsModule],
  controllers: [DirectoryController, commandController(directoryCommands)],
  providers: [
    GatherSpellings,
    ...decidedBy(personDecider, personCommands, GatherSpellings),
    ...decidedBy(organisationDecider, organisationCommands, GatherSpellings),
    SpellingsOfHandler,
    CanonicalIdsHandler,
    PeopleMeantHandler,
    SpellingsApartHandler,
    SpelledAlikeHandler,
  ],
})
export class DirectoryModule {}
