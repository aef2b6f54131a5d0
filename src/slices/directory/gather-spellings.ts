import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type DirectoryCommand, type SpellingFacts } from './directory.commands.js';
import { type SpelledKind } from './directory.events.js';
import { spellingHistories } from './spelling.state.js';

/** Follows the links from the spelling named in `sameAs`, in the streams of those spellings. */
@Injectable()
export class GatherSpellings implements FactGatherer<SpellingFacts | undefined> {
  constructor(private readonly runner: CommandRunner) {}

  gather(command: BusCommand, type: CommandClass): Promise<SpellingFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  private readonly facts: FactsByCommand<DirectoryCommand> = {
    DeclareSpellingSame: ({ sameAs }) => this.from('person', sameAs),
    DeclareOrganisationSpellingSame: ({ sameAs }) => this.from('organisation', sameAs),
  };

  private async from(kind: SpelledKind, sameAs: string): Promise<SpellingFacts> {
    const chain: string[] = [];
    let next: string | null = sameAs;
    while (next !== null) {
      next = (await this.runner.load(spellingHistories[kind], next)).state.sameAs;
      if (next === null || chain.includes(next)) break;
      chain.push(next);
    }
    return { chain };
  }
}
